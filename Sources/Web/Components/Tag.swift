/// A state in a word: sign, word and colour, never colour alone.
enum Tag {
    static func state(_ word: String, _ tone: Tone) -> HTML {
        """
        <span class="tag\(tone.modifier("tag"))">\
        <span aria-hidden="true">\(tone.sign)</span> \(word)</span>
        """
    }

    static let samples: [Sample] = [
        Sample("Mọi sắc thái", "\(Tone.allCases.map { "\(state(word($0), $0)) " as HTML })"),
        Sample("Dài", state("Quá hạn 128 ngày, chưa có giải trình", .danger)),
    ]

    private static func word(_ tone: Tone) -> String {
        switch tone {
        case .plain: "Chưa bắt đầu"
        case .info: "Đang làm"
        case .good: "Hoàn thành"
        case .warn: "Có nguy cơ"
        case .danger: "Quá hạn 4 ngày"
        }
    }
}
