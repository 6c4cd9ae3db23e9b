import Domain
import Hummingbird
import Storage

/// Ending a plan, taking it up again, throwing a draft away.
enum PlanEndPages {
    static let routes: [Route] = [
        .get("/plans/{plan}/end", .permission(.runPlans), ask),
        .post("/plans/{plan}/end", .permission(.runPlans), end),
        .post("/plans/{plan}/resumption", .permission(.runPlans), resume),
    ]

    /// `GET /plans/{plan}/end`
    @Sendable static func ask(_ visit: Visit) async throws -> Response {
        try await page(visit, problem: nil)
    }

    /// `POST /plans/{plan}/end`
    @Sendable static func end(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let reason = visit.form["reason"]
        let version = Int(visit.form["version"]) ?? 0
        do {
            let status = try await visit.site.database.write { tx in
                let status = try tx.plan(id, for: officer).status
                if status == .draft {
                    try tx.discardPlan(id, version: version, by: officer)
                } else {
                    try tx.endPlan(id, reason: reason, version: version, by: officer)
                }
                return status
            }
            return .seeOther(
                (status == .draft ? "/plans" : "/plans/\(id)") + "?done=\(Flash.ended)")
        } catch let problem as Problem where problem.kind == .invalid {
            return try await page(visit, problem: problem)
        }
    }

    /// `POST /plans/{plan}/resumption`
    @Sendable static func resume(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let version = Int(visit.form["version"]) ?? 0
        try await visit.site.database.write { tx in
            try tx.resumePlan(id, version: version, by: officer)
        }
        return .seeOther("/plans/\(id)?done=\(Flash.saved)")
    }

    private static func page(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let plan = try await visit.site.database.read { try $0.plan(id, for: officer) }
        let isDraft = plan.status == .draft
        let question = Confirm.Question(
            isDraft ? "Bỏ bản nháp này?" : "Kết thúc \(plan.name)?",
            consequence: isDraft
                ? "Bản nháp và những gì đã sửa trên đó không dùng nữa. Tệp này có thể nhập lại sau."
                : "Việc của kế hoạch không còn trong danh sách, lịch và nhắc việc của các đơn vị. Báo cáo, minh chứng và nhật ký vẫn còn; khi cần, mở lại được.",
            verb: isDraft ? "Bỏ bản nháp" : "Kết thúc kế hoạch", action: "/plans/\(id)/end",
            back: isDraft ? "/plans/\(id)/reading" : "/plans/\(id)")
        let reason: HTML? =
            isDraft
            ? nil
            : Fields.area(
                "reason", "Lý do", value: visit.form["reason"], rows: 2,
                hint: "Như «Đã tổng kết ngày 20/12/2026», hoặc số văn bản thay thế.",
                refusal: problem?.refusals["reason"], isRequired: true)
        return visit.page(
            question.title, at: .plans,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            """
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(Confirm.page(
                question,
                fields: "<input type=\"hidden\" name=\"version\" value=\"\(plan.version)\">\(reason)",
                viewer: visit.viewer))
            """)
    }

    /// The way to the question, or back from an ended plan.
    static func tool(_ plan: Plan, viewer: Viewer?) -> HTML {
        if plan.status == .ended {
            return """
                <form method="post" action="/plans/\(plan.id)/resumption">\(Fields.token(viewer))
                <input type="hidden" name="version" value="\(plan.version)">
                <button class="button button--quiet" type="submit">Mở lại kế hoạch</button></form>
                """
        }
        let words = plan.status == .draft ? "Bỏ bản nháp" : "Kết thúc kế hoạch"
        return "<a class=\"button button--quiet\" href=\"/plans/\(plan.id)/end\">\(words)</a>"
    }
}
