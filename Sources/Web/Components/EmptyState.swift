/// A list with nothing in it: says why, and what to do.
enum EmptyState {
    static func block(
        _ sentence: String, advice: String? = nil, action: (label: String, path: String)? = nil
    ) -> HTML {
        let more: HTML? = advice.map { "<p class=\"muted\">\($0)</p>" }
        let button: HTML? = action.map {
            "<p><a class=\"button\" href=\"\($0.path)\">\($0.label)</a></p>"
        }
        return """
            <div class="empty-state">
            <p class="empty-state__sentence">\(sentence)</p>\(more)\(button)
            </div>
            """
    }

    static let samples: [Sample] = [
        Sample("Chỉ một câu", block("Không có việc nào quá hạn.")),
        Sample(
            "Có việc để làm",
            block(
                "Chưa có kế hoạch nào.",
                advice:
                    "Tải lên kế hoạch mà phường vừa ban hành; chương trình đọc và hỏi lại chỗ chưa rõ.",
                action: ("Tải kế hoạch lên", "#"))),
    ]
}
