import Domain
import HTTPTypes
import Hummingbird
import Storage

/// Two-person approval of what is made public, and its withdrawal; `PublicPage` shows it.
enum PublicationPages {
    static let routes: [Route] = [
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
