import Documents
import Domain
import Hummingbird
import Storage

/// Later texts of a plan: handed in, compared, put in force; and the earlier ones, to read.
enum AmendmentPages {
    static let routes: [Route] = [
        .get("/plans/{plan}/versions/new", .permission(.runPlans), new),
        .post(
            "/plans/{plan}/versions", .permission(.runPlans), bodyBytesMax: Route.uploadBytesMax,
            create),
        .get("/plans/{plan}/versions/{number}", .signedIn, show),
        .get("/plans/{plan}/versions/{number}/adoption", .permission(.runPlans), compare),
        .post("/plans/{plan}/versions/{number}/adoption", .permission(.runPlans), adopt),
        .post("/plans/{plan}/versions/{number}/removal", .permission(.runPlans), discard),
    ]

    /// `GET /plans/{plan}/versions/new`
    @Sendable static func new(_ visit: Visit) async throws -> Response {
        try await newPage(visit, PlanUploadPage(viewer: visit.viewer))
    }

    /// `POST /plans/{plan}/versions`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let text = visit.form["text"]
        do {
            let intake = try await PlanUpload.intake(visit.form)
            let number = try await visit.site.database.write { tx in
                try tx.addAmendment(intake, to: id, by: officer)
            }
            return .seeOther("/plans/\(id)/versions/\(number)")
        } catch let here as PlanIsHere {
            return try await newPage(
                visit, PlanUploadPage(viewer: visit.viewer, text: text, twin: here))
        } catch let problem as Problem where problem.kind != .forbidden && problem.kind != .notFound
        {
            return try await newPage(
                visit, PlanUploadPage(viewer: visit.viewer, text: text, problem: problem))
        }
    }

    /// `GET /plans/{plan}/versions/{number}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        guard let number = Int(visit.parameter("number")) else {
            throw Problem(.notFound, "Không có bản này.")
        }
        let (plan, html) = try await visit.site.database.read { tx in
            let plan = try tx.plan(id, for: officer)
            try PlanPages.requireWhole(officer)
            let version = try tx.version(number, of: plan, ward: officer.ward)
            if version.adoptedAt == nil { try officer.require(.runPlans) }
            guard version.adoptedAt == nil, number != plan.currentVersion else {
                let page = VersionPage(
                    plan: plan, version: version,
                    before: try tx.version(before: version, of: plan, ward: officer.ward),
                    mayRun: officer.may(.runPlans))
                return (plan, page.html)
            }
            return (plan, try difference(to: version, of: plan, visit, officer, tx).html)
        }
        return visit.page("Bản \(number) · \(plan.name)", at: .plans, html)
    }

    /// `GET /plans/{plan}/versions/{number}/adoption`: what would change, before it does.
    @Sendable static func compare(_ visit: Visit) async throws -> Response {
        try await differencePage(visit, problem: nil)
    }

    /// `POST /plans/{plan}/versions/{number}/adoption`
    @Sendable static func adopt(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let number = Int(visit.parameter("number")) ?? 0
        let version = Int(visit.form["version"]) ?? 0
        let isSure = visit.form["sure"] == "1"
        do {
            try await visit.site.database.write { tx in
                try tx.adoptVersion(number, of: id, version: version, isSure: isSure, by: officer)
            }
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            return try await differencePage(visit, problem: problem)
        }
        return .seeOther("/plans/\(id)?done=\(Flash.saved)")
    }

    /// `POST /plans/{plan}/versions/{number}/removal`
    @Sendable static func discard(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let number = Int(visit.parameter("number")) ?? 0
        do {
            try await visit.site.database.write { tx in
                try tx.discardVersion(number, of: id, by: officer)
            }
        } catch let problem as Problem where problem.kind == .conflict {
            return try await differencePage(visit, problem: problem)
        }
        return .seeOther("/plans/\(id)?done=\(Flash.saved)")
    }

    private static func difference(
        to version: PlanVersion, of plan: Plan, _ visit: Visit, _ officer: Officer,
        _ tx: Transaction, problem: Problem? = nil
    ) throws -> DifferencePage {
        DifferencePage(
            plan: plan, version: version,
            difference: try tx.difference(to: version, of: plan, for: officer),
            viewer: visit.viewer, problem: problem)
    }

    private static func differencePage(
        _ visit: Visit, problem: Problem?
    ) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let number = Int(visit.parameter("number")) ?? 0
        let page = try await visit.site.database.read { tx in
            let plan = try tx.plan(id, for: officer)
            let version = try tx.version(number, of: plan, ward: officer.ward)
            return try difference(to: version, of: plan, visit, officer, tx, problem: problem)
        }
        return visit.page(
            "Bản \(number) · \(page.plan.name)", at: .plans,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok, page.html)
    }

    private static func newPage(_ visit: Visit, _ form: PlanUploadPage) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let plan = try await visit.site.database.read { try $0.plan(id, for: officer) }
        var page = form
        page.amended = plan
        page.script = visit.site.assets.script("upload")
        return visit.page("Nhập bản sửa đổi", at: .plans, status: page.status, page.html)
    }
}
