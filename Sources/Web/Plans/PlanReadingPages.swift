import Domain
import Hummingbird
import Storage

/// The source beside what was understood, and the word that puts it in force.
enum PlanReadingPages {
    static let routes: [Route] = [
        .get("/plans/{plan}/reading", .permission(.runPlans), show),
        .post("/plans/{plan}/confirmation", .permission(.runPlans), confirm),
        .post("/plans/{plan}/repairs", .permission(.runPlans), settleRepair),
    ]

    /// `GET /plans/{plan}/reading`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, problem: nil)
    }

    /// `POST /plans/{plan}/confirmation`
    @Sendable static func confirm(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let version = Int(visit.form["version"]) ?? 0
        let isDeferring = visit.form["defer"] == "1"
        do {
            try await visit.site.database.write { tx in
                try tx.confirmPlan(id, version: version, isDeferring: isDeferring, by: officer)
            }
            return .seeOther("/plans/\(id)?done=\(Flash.confirmed)")
        } catch let problem as Problem where problem.kind == .invalid {
            return try await page(visit, problem: problem)
        }
    }

    /// `POST /plans/{plan}/repairs`: takes or leaves a suggested repair.
    @Sendable static func settleRepair(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let form = visit.form
        let line = Int(form["line"]) ?? 0
        do {
            try await visit.site.database.write { tx in
                try tx.settleRepair(
                    line: line, found: form["found"], isTaken: form["action"] == "take",
                    ofPlan: id, version: Int(form["version"]) ?? 0, by: officer)
            }
            return .seeOther("/plans/\(id)/reading?done=\(Flash.saved)#L\(line)")
        } catch let problem as Problem where problem.kind == .conflict {
            return try await page(visit, problem: problem)
        }
    }

    private static func page(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let isNarrowed = visit.query("show") == "open"
        let script = visit.site.assets.script("reading")
        let model = try await visit.site.database.read { tx in
            let plan = try tx.plan(id, for: officer)
            let version = try tx.version(of: plan, ward: officer.ward)
            let tasks = try tx.tasks(of: plan, withEnded: true, for: officer)
            let units = UnitNames(try tx.units(of: officer.ward))
            return PlanReadingPage(
                plan: plan, version: version, tasks: tasks, units: units,
                findings: PlanFindings(
                    version, tasks: tasks.filter { $0.endedAt == nil }, units: units,
                    library: try tx.documentLibrary(ward: officer.ward),
                    others: try tx.comparedReadings(with: plan, for: officer),
                    repairs: try tx.openRepairs(of: version, plan: id, ward: officer.ward),
                    today: tx.today),
                viewer: visit.viewer, isNarrowed: isNarrowed, problem: problem, script: script)
        }
        return visit.page(
            model.plan.name, at: .plans,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok,
            model.html)
    }
}
