/// A part of a page with its heading.
enum Panel {
    /// - Parameters:
    ///   - note: a few words beside the heading (how it is sorted, when it was computed).
    ///   - isPadded: false for a table or list that reaches the edges.
    static func section(
        _ title: String, note: String? = nil, action: HTML? = nil, isPadded: Bool = true,
        id: String? = nil, _ body: HTML
    ) -> HTML {
        let mark: HTML? = id.map { " id=\"\($0)\"" }
        let words: HTML? = note.map { "<span class=\"panel__note\">\($0)</span>" }
        let beside: HTML? = action.map { "<span class=\"push\">\($0)</span>" }
        let content: HTML = isPadded ? "<div class=\"panel__body\">\(body)</div>" : body
        return """
            <section class="panel"\(mark)>
            <div class="panel__head"><h2>\(title)</h2>\(words)\(beside)</div>
            \(content)
            </section>
            """
    }

    static let samples: [Sample] = [
        Sample("Thường", section("Cần làm ngay", note: "sắp theo hạn", "<p>Nội dung.</p>")),
        Sample(
            "Có nút",
            section(
                Sample.longWords, action: "<a class=\"button button--small\" href=\"#\">Thêm</a>",
                "<p>Nội dung.</p>")),
    ]
}
