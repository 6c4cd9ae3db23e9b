/// The way through a long list, page by page.
enum Pagination {
    /// - Parameters:
    ///   - first: address of the first page; nil on the first page.
    ///   - next: address of the following page; nil on the last.
    static func nav(first: String?, next: String?, label: String = "Trang") -> HTML? {
        guard first != nil || next != nil else { return nil }
        let back: HTML? = first.map {
            "<a class=\"button button--quiet\" href=\"\($0)\" rel=\"first\">↑ Về đầu danh sách</a>"
        }
        let on: HTML? = next.map {
            "<a class=\"button button--quiet\" href=\"\($0)\" rel=\"next\">Xem tiếp →</a>"
        }
        return "<nav class=\"pagination\" aria-label=\"\(label)\">\(back)\(on)</nav>"
    }

    static let samples: [Sample] = [
        Sample("Trang đầu", "\(nav(first: nil, next: "#", label: "Mẫu: trang đầu"))"),
        Sample("Ở giữa", "\(nav(first: "#", next: "#", label: "Mẫu: ở giữa"))"),
        Sample("Trang cuối", "\(nav(first: "#", next: nil, label: "Mẫu: trang cuối"))"),
    ]
}
