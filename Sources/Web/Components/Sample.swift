/// One state in which the storybook shows a component: empty, usual, extreme.
struct Sample: Sendable {
    let title: String
    let content: HTML

    init(_ title: String, _ content: HTML) {
        self.title = title
        self.content = content
    }

    /// As long as names of units become.
    static let longWords =
        "Trung tâm Phục vụ hành chính công, Văn hóa, Thông tin, Thể thao và Cung ứng dịch vụ công phường"
}
