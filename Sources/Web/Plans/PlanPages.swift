import Domain
import Hummingbird
import Storage

/// The plans of the ward, and one of them.
enum PlanPages {
    static let routes: [Route] =
        [
            .get("/plans", .signedIn, list),
            .get("/plans/{plan}", .signedIn, show),
            .get("/plans/{plan}/versions/{number}/file", .signedIn, file),
        ] + PlanUploadPages.routes + PlanReadingPages.routes + TaskPages.routes
        + PlanUnitPages.routes + PlanNumberPages.routes + AmendmentPages.routes
        + TargetPages.routes + CheckPages.routes + PlanEndPages.routes

    /// Lines of the history on the plan's page; the journal itself has them all.
    private static let historyMax = 30

    /// `GET /plans`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let words = visit.query("q")
        let status = Plan.Status(rawValue: visit.query("status"))
        let plans = try await visit.site.database.read { tx in
            try tx.plans(matching: words, status: status, for: officer)
        }
        return visit.page(
            "Kế hoạch", at: .plans,
            PlanListPage(
                plans: plans, words: words, status: status, mayRun: officer.may(.runPlans)
            ).html)
    }

    /// `GET /plans/{plan}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let page = try await visit.site.database.read { tx in
            let plan = try tx.plan(id, for: officer)
            let isWhole = readsWhole(officer)
            return PlanPage(
                plan: plan, tasks: try tx.tasks(of: plan, for: officer),
                version: try tx.version(of: plan, ward: officer.ward),
                units: UnitNames(try tx.units(of: officer.ward)),
                standings: try tx.standings(of: plan, for: officer),
                targets: try tx.targets(of: plan, for: officer),
                versions: isWhole ? try tx.versions(of: plan, ward: officer.ward) : [],
                history: isWhole
                    ? try tx.history(of: plan, limit: historyMax, for: officer) : [],
                mayRun: officer.may(.runPlans), isWhole: isWhole,
                readsAll: officer.may(.readAll), today: tx.today, viewer: visit.viewer)
        }
        return visit.page(page.plan.name, at: .plans, page.html)
    }

    /// `GET /plans/{plan}/versions/{number}/file`: the file as it was handed in.
    @Sendable static func file(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let number = Int(visit.parameter("number"))
        let found = try await visit.site.database.read { tx in
            let plan = try tx.plan(id, for: officer)
            try requireWhole(officer)
            let version = try tx.version(number ?? 0, of: plan, ward: officer.ward)
            if version.adoptedAt == nil { try officer.require(.runPlans) }
            return (
                try tx.storedFile(version.file, ward: officer.ward),
                try tx.content(ofFile: version.file, ward: officer.ward)
            )
        }
        guard let stored = found.0, let content = found.1 else {
            throw Problem(.notFound, "Không có tệp này.")
        }
        return .download(content, name: stored.name, mediaType: stored.mediaType)
    }

    /// The head of a facility sees what concerns the facility, everybody else whole plans.
    static func readsWhole(_ officer: Officer) -> Bool { officer.role != .facilityHead }

    /// - Throws: `.notFound` for who sees only a part of the plan.
    static func requireWhole(_ officer: Officer) throws(Problem) {
        guard readsWhole(officer) else { throw Problem(.notFound, "Không có trang này.") }
    }
}

/// Names of the ward's units by identifier.
struct UnitNames: Sendable {
    let all: [Storage.Unit]
    /// Identifiers of those that are groups of units.
    let groups: Set<String>
    private let byID: [String: Storage.Unit]

    init(_ units: [Storage.Unit]) {
        all = units
        byID = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0) })
        groups = Set(units.filter(\.isGroup).map(\.id))
    }

    subscript(id: String) -> Storage.Unit? { byID[id] }

    /// The ward's name of the unit; the words of the text while it is not bound.
    func name(_ unit: TaskUnit) -> String {
        unit.unit.flatMap { byID[$0]?.name } ?? unit.name
    }
}
