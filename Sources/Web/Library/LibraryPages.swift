import Domain
import Hummingbird
import Storage

/// The documents that govern the work: the list, one of them, and its chain.
enum LibraryPages {
    static let routes: [Route] = [
        .get("/documents", .signedIn, index),
        .get("/documents/new", .permission(.keepLibrary), new),
        .post("/documents", .permission(.keepLibrary), create),
        .get("/documents/{document}", .signedIn, show),
        .get("/documents/{document}/edit", .permission(.keepLibrary), edit),
        .post("/documents/{document}", .permission(.keepLibrary), update),
        .get("/documents/{document}/removal", .permission(.keepLibrary), askRemoval),
        .post("/documents/{document}/removal", .permission(.keepLibrary), remove),
        .post("/documents/{document}/links", .permission(.keepLibrary), createLink),
        .post("/documents/{document}/links/end", .permission(.keepLibrary), endLink),
        .post(
            "/documents/{document}/disseminations", .permission(.reportWork), createDissemination),
        .post("/documents/{document}/unit-plans", .permission(.reportWork), createUnitPlan),
    ]

    /// `GET /documents`
    @Sendable static func index(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let search = visit.query("q")
        let level = GoverningDocument.Level(rawValue: visit.query("level"))
        let (documents, today) = try await visit.site.database.read { tx in
            (try tx.documents(matching: search, level: level, for: officer), tx.today)
        }
        let add: HTML? =
            officer.may(.keepLibrary)
            ? "<a class=\"button button--quiet\" href=\"/documents/new\">Thêm văn bản</a>" : nil
        let filter = FilterBar.form(
            "/documents", isActive: !search.isEmpty || level != nil,
            [
                FilterBar.search("q", "Số, trích yếu, cơ quan ban hành", value: search),
                FilterBar.choice(
                    "level", "Cấp",
                    GoverningDocument.Level.allCases.map { ($0.rawValue, $0.title) },
                    value: level?.rawValue ?? ""),
            ])
        return visit.page(
            "Văn bản", at: .library,
            """
            <div class="row"><h1>Văn bản</h1><span class="push">\(add)</span></div>
            <p class="lede">\(summary(documents, today))</p>
            \(filter)
            \(list(documents, today, isFiltered: !search.isEmpty || level != nil))
            """)
    }

    private static func summary(_ documents: [LibraryDocument], _ today: Day) -> String {
        let repealed = documents.count { $0.force(on: today) == .repealed }
        let unread = documents.count { !$0.content.isVerified }
        return "\(documents.count) văn bản; \(repealed) đã hết hiệu lực; "
            + "\(unread) chưa có người đối chiếu với bản gốc."
    }

    private static func list(
        _ documents: [LibraryDocument], _ today: Day, isFiltered: Bool
    ) -> HTML {
        guard !documents.isEmpty else {
            return isFiltered
                ? EmptyState.block(
                    "Không có văn bản nào khớp.", advice: "Hãy bớt từ tìm hoặc bỏ lọc.")
                : EmptyState.block(
                    "Thư viện chưa có văn bản.",
                    advice: "Văn bản mà kế hoạch viện dẫn sẽ vào đây khi kế hoạch được xác nhận.")
        }
        let rows: [[HTML]] = documents.map { document in
            [
                "<a href=\"/documents/\(document.id)\">\(name(document))</a>\(more(document))",
                "\(document.content.issuer ?? "–")",
                "\(document.content.level.title)",
                state(document.force(on: today)),
                "\(document.content.issued?.vietnamese ?? "–")",
            ]
        }
        return Panel.section(
            "Thư viện", note: "mới nhất trước", isPadded: false,
            DataTable.cards(
                "Văn bản",
                [
                    .init("Văn bản"), .init("Cơ quan ban hành"), .init("Cấp"), .init("Hiệu lực"),
                    .init("Ngày", isNumber: true),
                ], rows))
    }

    static func name(_ document: LibraryDocument) -> String {
        let content = document.content
        guard let number = content.number else { return content.title }
        return "\(content.kind.title) số \(number)"
    }

    private static func more(_ document: LibraryDocument) -> HTML? {
        guard document.content.number != nil, document.content.title != name(document),
            !document.content.isCitedOnly
        else { return nil }
        return "<span class=\"table__more\">\(document.content.title)</span>"
    }

    static func state(_ force: GoverningDocument.Force) -> HTML {
        let tone: Tone =
            switch force {
            case .inForce: .good
            case .repealed: .warn
            case .notYet: .info
            case .unknown: .plain
            }
        return Tag.state(force.title, tone)
    }
}
