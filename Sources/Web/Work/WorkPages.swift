import Domain
import Hummingbird
import Storage

/// What is asked of a person and the own unit, over all plans.
enum WorkPages {
    static let routes: [Route] =
        [
            .get("/work", .signedIn, list),
            .get("/status", .anyone, StatusPage.show),
            .get("/evidence/{file}", .signedIn, evidence),
        ] + OccurrencePages.routes + ObstaclePages.routes + ProposalPages.routes
        + CalendarPages.routes + DigestPages.routes

    /// Rows of «Cần làm ngay» before «Xem hết».
    private static let urgentRows = 20
    private static let partnerRows = 10

    /// `GET /work`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let questions = WorkQuestions(visit, for: officer)
        let page = try await visit.site.database.read { tx in
            try make(questions, tx, officer)
        }
        return visit.page(
            questions.filter.isOfWard ? "Việc của phường" : "Việc của tôi", at: .work, page.html)
    }

    private static func make(
        _ questions: WorkQuestions, _ tx: Transaction, _ officer: Officer
    ) throws -> WorkListPage {
        let units = questions.filter.isOfWard ? try tx.units(of: officer.ward) : []
        var filter = questions.filter
        var page = WorkListPage(
            questions: questions, today: tx.today, hasUnit: officer.unit != nil,
            plans: try tx.runningPlans(for: officer),
            units: units.filter { !$0.isGroup })
        if questions.isPlain {
            page.counts = try tx.workCounts(own("lead"), for: officer)
            page.partnerCounts = try tx.workCounts(own("coordinate"), for: officer)
            page.waiting = try tx.waiting(for: officer)
            page.explanations = try tx.explanationsToAnswer(for: officer)
            page.answers = try tx.explanationsToSettle(for: officer)
            page.returned = try tx.returnedWork(for: officer)
            page.reports = try tx.reportsToMake(
                to: tx.today.adding(days: ReportWords.daysAhead), by: officer)
            page.digest = try tx.digestOfToday(for: officer)
            page.devices = try tx.deviceTroubleCountsOfUnit(for: officer)
            page.failedDrills = try tx.failedDrillCountOfUnit(for: officer)
            page.remedies = try tx.remedyCountOfUnit(for: officer)
            var urgent = own("lead")
            urgent.state = .urgent
            page.urgent = try tx.work(urgent, for: officer, limit: urgentRows + 1)
            page.partners = try tx.work(own("coordinate"), for: officer, limit: partnerRows + 1)
            filter = own("lead")
            filter.state = .calm
        } else {
            page.counts = try tx.workCounts(questions.totals, for: officer)
        }
        filter.after = questions.filter.after
        let rows = try tx.work(filter, for: officer, limit: Transaction.workPageRows + 1)
        page.rows = Array(rows.prefix(Transaction.workPageRows))
        page.next = rows.count > Transaction.workPageRows ? page.rows.last?.cursor : nil
        return page
    }

    private static func own(_ role: String) -> WorkFilter {
        var filter = WorkFilter()
        filter.role = role
        return filter
    }

    /// `GET /evidence/{file}`: pictures are shown, everything else is for keeping.
    @Sendable static func evidence(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("file")
        let file = try await visit.site.database.read { try $0.evidence(id, for: officer) }
        var response = Response.download(file.content, name: file.name, mediaType: file.mediaType)
        if EvidenceKind.shown.contains(file.mediaType) {
            response.headers[.contentDisposition] = "inline"
        }
        return response
    }
}

/// What the address of the list asks for.
struct WorkQuestions: Sendable {
    let filter: WorkFilter
    let state: String
    let role: String
    let plan: String
    /// Comes from the plan's page, and is no choice of the form.
    let task: String
    let lead: String
    let words: String

    init(_ visit: Visit, for officer: Officer) {
        var filter = WorkFilter()
        filter.isOfWard = visit.query("scope") == "ward" && officer.may(.readAll)
        state = visit.query("state")
        role = ["lead", "coordinate"].contains(visit.query("role")) ? visit.query("role") : ""
        plan = visit.query("plan")
        task = visit.query("task")
        lead = filter.isOfWard ? visit.query("lead") : ""
        words = visit.query("q")
        filter.state = WorkWords.state(named: state)
        filter.role = role.isEmpty ? nil : role
        filter.plan = plan.isEmpty ? nil : plan
        filter.task = task.isEmpty ? nil : task
        filter.lead = lead.isEmpty ? nil : lead
        filter.words = words
        let after = visit.query("after")
        filter.after = after.isEmpty ? nil : after
        self.filter = filter
    }

    /// Nothing was asked: the first page with what is urgent on top.
    var isPlain: Bool {
        !filter.isOfWard && state.isEmpty && role.isEmpty && plan.isEmpty && task.isEmpty
            && words.isEmpty && filter.after == nil
    }

    /// Whatever the page, and the state: what the sentence at the top counts.
    var totals: WorkFilter {
        var totals = filter
        totals.after = nil
        return totals
    }

    func address(after: String?, state: String? = nil) -> String {
        Address.with(
            "/work",
            [
                ("scope", filter.isOfWard ? "ward" : nil), ("state", state ?? self.state),
                ("role", role), ("plan", plan), ("task", task), ("lead", lead), ("q", words),
                ("after", after),
            ])
    }
}
