import Domain
import Hummingbird
import Storage

/// The morning digest: one's own in the page, and for the administrator what became of the mail.
enum DigestPages {
    static let routes: [Route] = [
        .get("/digest", .signedIn, show),
        .get("/digests", .permission(.administer), list),
    ]

    /// `GET /digest`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let digest = try await visit.site.database.read { try $0.digestOfToday(for: officer) }
        let content: HTML =
            digest.map { digest in
                """
                <h1>Bản tin sáng \(digest.day.vietnamese)</h1>
                <p class="lede">\(digest.subject)</p>
                \(Panel.section("Nội dung", "<p class=\"letter\">\(digest.body)</p>"))
                """
            }
                ?? """
                <h1>Bản tin sáng</h1>
                \(EmptyState.block("Hôm nay không có gì cần nhắc bạn."))
                """
        return visit.page(
            "Bản tin sáng", at: .work,
            "<p class=\"crumb\"><a href=\"/work\">← Việc của tôi</a></p>\(content)")
    }

    /// `GET /digests`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let digests = try await visit.site.database.read { try $0.digests(for: officer) }
        let failed = digests.filter { $0.state == .failed }.count
        let waiting = digests.filter { $0.state == .waiting && $0.error != nil }.count
        let sentence: HTML =
            failed + waiting == 0
            ? "Không có thư nào lỗi."
            : "<strong>\(failed) thư không gửi được</strong>, \(waiting) thư đang gửi lại."
        let rows: [[HTML]] = digests.map { digest in
            let error: HTML? = digest.error.map { "<span class=\"table__more\">\($0)</span>" }
            return [
                "\(digest.name)", "\(tag(digest))\(error)", "\(digest.email ?? "–")",
                "\(digest.subject)", "\(digest.day.vietnamese)",
            ]
        }
        let columns = ["Người nhận", "Thư", "Địa chỉ", "Tiêu đề"].map { DataTable.Column($0) }
        let table: HTML =
            rows.isEmpty
            ? EmptyState.block("Chưa có bản tin nào.")
            : DataTable.cards(
                "Bản tin", columns + [DataTable.Column("Ngày", isNumber: true)], rows)
        return visit.page(
            "Bản tin đã gửi", at: .people,
            """
            <h1>Bản tin đã gửi</h1>
            <p class="lede">\(sentence)</p>
            \(Panel.section("Gần đây", isPadded: false, table))
            """)
    }

    private static func tag(_ digest: StoredDigest) -> HTML {
        switch digest.state {
        case .none: Tag.state("Chỉ trong trang", .plain)
        case .waiting:
            digest.error == nil ? Tag.state("Chờ gửi", .info) : Tag.state("Sẽ gửi lại", .warn)
        case .sent: Tag.state("Đã gửi", .good)
        case .failed: Tag.state("Không gửi được", .danger)
        }
    }
}
