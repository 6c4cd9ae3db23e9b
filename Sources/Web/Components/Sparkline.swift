/// The course of a share over time; the figures themselves stand beside it in a table.
enum Sparkline {
    /// - Parameters:
    ///   - values: 0 to 100, the oldest first; nil where nothing was measured.
    ///   - label: the whole statement for who cannot see the line.
    static func line(_ values: [Int?], label: String) -> HTML {
        let step = values.count > 1 ? Double(width) / Double(values.count - 1) : 0
        var points: [String] = []
        for (place, value) in values.enumerated() {
            guard let value else { continue }
            let x = Int((Double(place) * step).rounded())
            points.append("\(x),\(height - min(max(value, 0), 100) * height / 100)")
        }
        guard let last = points.last else { return "" }
        let end = last.split(separator: ",")
        return """
            <svg class="sparkline" viewBox="-3 -3 \(width + 6) \(height + 6)" role="img" \
            aria-label="\(label)"><polyline class="sparkline__line" \
            points="\(points.joined(separator: " "))"></polyline>\
            <circle class="sparkline__end" cx="\(String(end[0]))" cy="\(String(end[1]))" r="2.5"></circle></svg>
            """
    }

    private static let width = 120
    private static let height = 28

    static let samples: [Sample] = [
        Sample("Lên", line([20, 25, 40, 38, 60, 85], label: "Từ 20% lên 85% trong 6 tháng")),
        Sample("Mới bắt đầu đo", line([nil, nil, nil, 70, 71], label: "Từ 70% lên 71%")),
        Sample("Một lần đo", line([50], label: "50%")),
    ]
}
