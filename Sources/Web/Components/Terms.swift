/// Names and what stands for them, as on a record's page.
enum Terms {
    static func list(_ pairs: [(String, HTML)]) -> HTML {
        let rows: [HTML] = pairs.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" }
        return "<dl class=\"terms\">\(rows)</dl>"
    }

    static let samples: [Sample] = [
        Sample(
            "Thường",
            list([
                ("Chủ trì", "Công an phường"), ("Phối hợp", "\(Sample.longWords)"),
                ("Hạn", "trước 05/12/2026"),
            ]))
    ]
}
