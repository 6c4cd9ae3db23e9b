import Domain
import Hummingbird
import Storage

/// Who did what, when, from where: for administrators.
enum JournalPages {
    static let routes: [Route] = [
        .get("/journal", .permission(.administer), list),
        .get("/journal/proof", .permission(.administer), proof),
    ]

    private static let pageRows = 100
    /// More people than a ward has; the choice stays usable.
    private static let peopleMax = 500

    /// `GET /journal`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let filter = filter(of: visit)
        let before = Int64(visit.query("before"))
        let (lines, verbs, people, names) = try await visit.site.database.read { tx in
            (
                try tx.journal(filter, before: before, limit: pageRows + 1, by: officer),
                try tx.journalVerbs(ward: officer.ward),
                try tx.accounts(AccountFilter(), limit: peopleMax, by: officer),
                try tx.journalNames(ward: officer.ward)
            )
        }
        let shown = Array(lines.prefix(pageRows))
        let next = lines.count > pageRows ? shown.last?.entry.sequence : nil
        let empty = EmptyState.block(
            "Không có dòng nào như vậy.", advice: "Hãy bỏ bớt điều kiện lọc.")
        return visit.page(
            "Nhật ký", at: .people,
            """
            <h1>Nhật ký</h1>
            <p class="lede">\(lede(shown, filter))</p>
            \(PeoplePlaces.tabs(at: .journal))
            \(filterBar(filter, verbs, people))
            \(shown.isEmpty ? empty : table(shown, names))
            \(Pagination.nav(first: before == nil ? nil : address(filter, before: nil),
                next: next.map { address(filter, before: $0) }))
            """)
    }

    /// `GET /journal/proof`
    @Sendable static func proof(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let proof = try await visit.site.database.read { tx in
            try tx.journalProof(ward: officer.ward)
        }
        let words: HTML
        if let broken = proof.broken {
            let what = broken.verb.map { "«\(JournalWords.verb($0))»" } ?? "bị thiếu"
            words = Note.block(
                "Dòng \(broken.sequence).",
                """
                Dòng này \(what)\(broken.at.map { " lúc \($0.vietnamese)" }) không còn như lúc ghi. \
                Hãy giữ nguyên máy, sao lưu và báo cấp trên.
                """, tone: .danger)
        } else {
            words = Note.block(
                "Nguyên vẹn.",
                "Cả \(Int(proof.length)) dòng còn như lúc ghi, không thiếu dòng nào.",
                tone: .good)
        }
        return visit.page(
            "Kiểm tra nhật ký", at: .people,
            """
            <p class="crumb"><a href="/journal">← Nhật ký</a></p>
            <h1>Kiểm tra nhật ký</h1>
            <p class="lede">Mỗi dòng mang dấu của dòng trước nó; sửa, bớt hay chèn một dòng thì chuỗi dấu đứt.</p>
            \(words)
            """)
    }

    private static func filter(of visit: Visit) -> JournalFilter {
        let filled = { (name: String) -> String? in
            let value = visit.query(name)
            return value.isEmpty ? nil : value
        }
        return JournalFilter(
            account: filled("account"), subject: filled("subject"), verb: filled("verb"),
            from: Day(iso: visit.query("from")), through: Day(iso: visit.query("through")))
    }

    private static func lede(_ shown: [JournalLine], _ filter: JournalFilter) -> HTML {
        guard let latest = shown.first else { return "Chưa có dòng nào." }
        let what = filter.isActive ? "Dòng mới nhất trong phần đang lọc" : "Dòng mới nhất"
        return """
            \(what): số \(Int(latest.entry.sequence)), \(latest.entry.at.vietnamese). Nhật ký chỉ ghi \
            thêm, không ai sửa được. <a href="/journal/proof">Kiểm tra ngay</a>
            """
    }

    private static func filterBar(
        _ filter: JournalFilter, _ verbs: [String], _ people: [Account]
    ) -> HTML {
        FilterBar.form(
            "/journal", isActive: filter.isActive,
            [
                FilterBar.choice(
                    "account", "Người", people.map { ($0.id, $0.name) },
                    value: filter.account ?? ""),
                FilterBar.choice(
                    "verb", "Việc", verbs.map { ($0, JournalWords.verb($0)) },
                    value: filter.verb ?? ""),
                FilterBar.search("subject", "Bản ghi", value: filter.subject ?? ""),
                FilterBar.day("from", "Từ ngày", value: filter.from?.iso ?? ""),
                FilterBar.day("through", "Đến ngày", value: filter.through?.iso ?? ""),
            ])
    }

    private static func table(_ lines: [JournalLine], _ names: [String: String]) -> HTML {
        let rows: [[HTML]] = lines.map { line in
            let entry = line.entry
            let about = Address.with("/journal", [("subject", entry.subject)])
            return [
                "\(JournalWords.verb(entry.verb))", "\(JournalHistory.who(line))",
                "<a href=\"\(about)\">\(JournalWords.kind(of: entry.subject))</a>",
                JournalHistory.changes(entry.changeList, of: entry.subject, names: names),
                "\(entry.origin)",
                "\(entry.at.vietnamese)", "\(Int(entry.sequence))",
            ]
        }
        return Panel.section(
            "Các dòng", note: "mới nhất trước", isPadded: false,
            DataTable.cards(
                "Nhật ký",
                [
                    .init("Việc"), .init("Người"), .init("Bản ghi"), .init("Thay đổi"),
                    .init("Từ đâu"), .init("Lúc", isNumber: true), .init("Số", isNumber: true),
                ], rows))
    }

    private static func address(_ filter: JournalFilter, before: Int64?) -> String {
        Address.with(
            "/journal",
            [
                ("account", filter.account), ("subject", filter.subject), ("verb", filter.verb),
                ("from", filter.from?.iso), ("through", filter.through?.iso),
                ("before", before.map(String.init)),
            ])
    }
}
