/// A share as a bar; the figure itself stands beside it in words.
enum Meter {
    /// - Parameters:
    ///   - percent: 0 to 100; more is drawn full.
    ///   - label: the whole statement for who cannot see the bar.
    static func bar(percent: Int, label: String, tone: Tone = .good) -> HTML {
        let width = min(max(percent, 0), 100)
        return """
            <svg class="meter\(tone.modifier("meter"))" viewBox="0 0 100 8" \
            preserveAspectRatio="none" role="img" aria-label="\(label)">\
            <rect class="meter__fill" width="\(width)" height="8"></rect></svg>
            """
    }

    static let samples: [Sample] = [
        Sample("Trống", bar(percent: 0, label: "0 trên 25%")),
        Sample("Thường", bar(percent: 88, label: "22 trên 25%")),
        Sample("Chậm", bar(percent: 30, label: "18 trên 60%", tone: .warn)),
        Sample("Vượt", bar(percent: 203, label: "61 trên 30%")),
    ]
}
