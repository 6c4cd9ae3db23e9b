/// Views of one thing, each with an address of its own.
enum Tabs {
    struct Item: Sendable {
        let title: String
        let path: String
        let count: Int?
        let isCurrent: Bool

        init(_ title: String, path: String, count: Int? = nil, isCurrent: Bool = false) {
            self.title = title
            self.path = path
            self.count = count
            self.isCurrent = isCurrent
        }
    }

    /// - Parameter label: what the views are of, for screen readers.
    static func nav(_ label: String, _ items: [Item]) -> HTML {
        let links: [HTML] = items.map { item in
            let current: HTML = item.isCurrent ? " aria-current=\"page\"" : ""
            let count: HTML? = item.count.map { " <span class=\"tabs__count\">\($0)</span>" }
            return "<li><a href=\"\(item.path)\"\(current)>\(item.title)\(count)</a></li>"
        }
        return "<nav class=\"tabs\" aria-label=\"\(label)\"><ul>\(links)</ul></nav>"
    }

    static let samples: [Sample] = [
        Sample(
            "Thường",
            nav(
                "Mẫu: phần của kế hoạch",
                [
                    Item("Nhiệm vụ", path: "#", count: 42, isCurrent: true),
                    Item("Chỉ tiêu", path: "#", count: 7), Item("Văn bản gốc", path: "#"),
                ])),
        Sample(
            "Nhiều",
            nav(
                "Mẫu: nhiều phần",
                (1...9).map { Item("Nhóm nhiệm vụ \($0)", path: "#", isCurrent: $0 == 2) })),
    ]
}
