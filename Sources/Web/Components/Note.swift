/// A remark beside what it is about, in plain words.
enum Note {
    /// - Parameter title: the short word at the head (a code, or what it is about).
    static func block(_ title: String? = nil, _ words: HTML, tone: Tone = .warn) -> HTML {
        let head: HTML? = title.map { "<strong>\($0)</strong> " }
        let modifier =
            switch tone {
            case .warn: ""
            case .danger: " note--danger"
            case .good: " note--good"
            case .plain, .info: " note--hint"
            }
        return "<div class=\"note\(modifier)\">\(head)\(words)</div>"
    }

    static let samples: [Sample] = [
        Sample("Ngờ", block("Thời gian.", "Văn bản không ghi hạn; hãy đặt hạn trước khi giao.")),
        Sample("Nguy hiểm", block("Mất dữ liệu.", "Bản nháp sẽ bị xóa.", tone: .danger)),
        Sample("Gợi ý", block("Tổ liên gia.", "Văn bản gốc viết «Tô liên gia».", tone: .info)),
        Sample("Tốt", block("Sổ còn nguyên.", "Không dòng nào bị sửa.", tone: .good)),
    ]
}
