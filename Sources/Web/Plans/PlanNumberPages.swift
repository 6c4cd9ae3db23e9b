import Domain
import Hummingbird
import Storage

/// Completing the head of a plan: number and day, and what a poor scan did not give.
enum PlanNumberPages {
    static let routes: [Route] = [
        .get("/plans/{plan}/number", .permission(.runPlans), show),
        .post("/plans/{plan}/number", .permission(.runPlans), update),
    ]

    /// `GET /plans/{plan}/number`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, problem: nil)
    }

    /// `POST /plans/{plan}/number`
    @Sendable static func update(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let version = Int(visit.form["version"]) ?? 0
        do {
            let form = visit.form
            let today = visit.site.now.day
            try await visit.site.database.write { tx in
                let numbering = try PlanNumbering(
                    number: form["number"], day: form["day"],
                    names: form.names.contains("title")
                        ? .init(
                            issuer: form.filled("issuer"), place: form.filled("place"),
                            title: form["title"]) : nil,
                    suffix: try tx.plan(id, for: officer).symbol, today: today)
                try tx.numberPlan(id, version: version, numbering, by: officer)
            }
            return .seeOther("/plans/\(id)?done=\(Flash.saved)")
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            return try await page(visit, problem: problem)
        }
    }

    private static func page(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let plan = try await visit.site.database.read { try $0.plan(id, for: officer) }
        let isNew = problem == nil
        let number = isNew ? plan.number ?? "" : visit.form["number"]
        let day = isNew ? plan.issued.flatMap { Day(iso: $0)?.vietnamese } ?? "" : visit.form["day"]
        let kept = { (name: String, value: String?) in isNew ? value ?? "" : visit.form[name] }
        let refusals = problem?.refusals ?? [:]
        return visit.page(
            "Số, ngày, cơ quan ban hành", at: .plans,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            """
            <div class="readable">
            <p class="small"><a href="/plans/\(id)">← \(plan.name)</a></p>
            <h1>Số, ngày, cơ quan ban hành</h1>
            <p class="lede">\(plan.title). Nhiệm vụ, đơn vị và tiến độ giữ nguyên.</p>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            <form method="post" action="/plans/\(id)/number">\(Fields.token(visit.viewer))
            <input type="hidden" name="version" value="\(plan.version)">
            \(Fields.text("number", "Số, ký hiệu", value: number, hint: "\(numberHint(plan)) Để trống nếu chưa có.", refusal: refusals["number"]))
            \(Fields.text("day", "Ngày ban hành", value: day, hint: "Ví dụ 15/5/2026.", refusal: refusals["day"]))
            \(Fields.text("issuer", "Cơ quan ban hành", value: kept("issuer", plan.issuer), hint: "Ví dụ UBND phường An Mẫu."))
            \(Fields.text("place", "Địa danh", value: kept("place", plan.place), hint: "Nơi ghi trước ngày ban hành."))
            \(Fields.area("title", "Tên kế hoạch", value: kept("title", plan.title), rows: 3, refusal: refusals["title"], isRequired: true))
            <button class="button" type="submit">Lưu</button></form>
            </div>
            """)
    }

    private static func numberHint(_ plan: Plan) -> String {
        plan.symbol.map { "Ví dụ 131\($0), hoặc chỉ 131." } ?? "Ví dụ 131/KH-UBND."
    }
}
