import Domain
import HTTPTypes
import Hummingbird
import Storage

/// Two-person approval of what is made public, its withdrawal, and what the public reads.
enum PublicationPages {
    static let routes: [Route] = [
        .get("/public/{ward}", .anyone, show),
        .post("/publications/{record}/approval", .signedIn, approve),
        .get("/publications/{record}/withdrawal", .signedIn, askWithdrawal),
        .post("/publications/{record}/withdrawal", .signedIn, withdraw),
    ]

    /// Tools on the record's own page.
    static func tools(
        _ item: Record, _ officer: Officer, _ viewer: Viewer?, _ tx: Transaction
    ) throws -> HTML? {
        switch item[Publications.state] {
        case .proposed:
            guard try tx.mayApprove(item, officer) else { return nil }
            return """
                <form method="post" action="/publications/\(item.id)/approval">\(Fields.token(viewer))
                <input type="hidden" name="version" value="\(item.version)">
                <button class="button" type="submit">Duyệt công khai</button></form>
                """
        case .shown:
            return """
                <a class="button button--quiet" href="/publications/\(item.id)/withdrawal">Gỡ</a>
                <a class="button button--quiet" href="/public/\(officer.ward)">Xem trang công khai</a>
                """
        case .withdrawn, nil: return nil
        }
    }

    /// `GET /public/{ward}`: no sign-in, nothing but what two people let be shown.
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let code = visit.parameter("ward")
        let (ward, entries) = try await visit.site.database.read { tx in
            guard try tx.wardCodes().contains(code) else {
                throw Problem(.notFound, "Không có địa phương này.")
            }
            return (try tx.reportingWard(code), try tx.publicEntries(ward: code))
        }
        let rows: [[HTML]] = entries.map { entry in
            [
                "<strong>\(entry.facility)</strong>", "\(entry.address)", "\(entry.words)",
                "\(entry.basis)", "\(entry.since.vietnamese)",
            ]
        }
        let body =
            rows.isEmpty
            ? EmptyState.block("Hiện không có cơ sở nào được công khai.")
            : DataTable.cards(
                "Cơ sở được công khai",
                [
                    .init("Cơ sở"), .init("Địa chỉ"), .init("Nội dung"), .init("Căn cứ"),
                    .init("Từ ngày", isNumber: true),
                ], rows)
        let place = "\(ward.kind) \(ward.name), \(ward.province)"
        return visit.page(
            "Công khai về phòng cháy và chữa cháy", at: nil,
            """
            <h1>Công khai về phòng cháy và chữa cháy</h1>
            <p class="lede">\(place): các cơ sở, công trình chưa bảo đảm an toàn mà đang hoạt động, để người dân biết và giám sát. Mục nào khắc phục xong thì được gỡ.</p>
            <p><strong>Đang cháy? <a href="tel:114">Gọi 114</a>.</strong></p>
            \(Panel.section("Danh sách", note: "\(entries.count.vietnamese) cơ sở", isPadded: false, body))
            """)
    }

    /// `POST /publications/{record}/approval`
    @Sendable static func approve(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("record")
        let version = Int(visit.form["version"]) ?? 0
        try await visit.site.database.write { tx in
            try tx.approvePublication(id, version: version, by: officer)
        }
        return .seeOther("/registers/publications/\(id)?done=saved")
    }

    /// `GET /publications/{record}/withdrawal`
    @Sendable static func askWithdrawal(_ visit: Visit) async throws -> Response {
        try await withdrawalForm(visit)
    }

    private static func withdrawalForm(
        _ visit: Visit, problem: Problem? = nil
    ) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("record")
        let item = try await visit.site.database.read { tx in
            try tx.record(id, of: Publications.description, for: officer)
        }
        let question = Confirm.Question(
            "Gỡ mục công khai này?",
            consequence:
                "Người dân không còn thấy mục này nữa. Muốn công khai lại phải đề xuất mục mới và được duyệt.",
            verb: "Gỡ", action: "/publications/\(id)/withdrawal",
            back: "/registers/publications/\(id)")
        return visit.page(
            question.title, at: .registers,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            Confirm.page(
                question,
                fields: """
                    <input type="hidden" name="version" value="\(item.version)">
                    \(Fields.text(
                        "reason", "Lý do gỡ", hint: "Như «đã khắc phục, biên bản phúc tra ngày …».",
                        refusal: problem?.refusals["reason"], isRequired: true))
                    """, viewer: visit.viewer))
    }

    /// `POST /publications/{record}/withdrawal`
    @Sendable static func withdraw(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("record")
        let (reason, version) = (visit.form["reason"], Int(visit.form["version"]) ?? 0)
        do {
            try await visit.site.database.write { tx in
                try tx.withdrawPublication(id, reason: reason, version: version, by: officer)
            }
        } catch let problem as Problem where !problem.refusals.isEmpty {
            return try await withdrawalForm(visit, problem: problem)
        }
        return .seeOther("/registers/publications/\(id)?done=saved")
    }
}
