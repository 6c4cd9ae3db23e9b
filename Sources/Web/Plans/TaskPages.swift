import Domain
import Hummingbird
import Storage

/// One task of a plan: its words, what was understood, and everything that can be set right.
enum TaskPages {
    static let routes: [Route] = [
        .get("/plans/{plan}/tasks/new", .permission(.runPlans), new),
        .post("/plans/{plan}/tasks", .permission(.runPlans), create),
        .get("/plans/{plan}/tasks/{task}", .permission(.runPlans), show),
        .post("/plans/{plan}/tasks/{task}", .permission(.runPlans), update),
        .post("/plans/{plan}/tasks/{task}/pieces", .permission(.runPlans), split),
        .post("/plans/{plan}/tasks/{task}/merger", .permission(.runPlans), merge),
        .post("/plans/{plan}/tasks/{task}/joint-work", .permission(.runPlans), join),
        .post("/plans/{plan}/tasks/{task}/removal", .permission(.runPlans), remove),
        .post("/plans/{plan}/tasks/{task}/restoration", .permission(.runPlans), restore),
    ]

    /// `GET /plans/{plan}/tasks/{task}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, form: nil, problem: nil)
    }

    /// `POST /plans/{plan}/tasks/{task}`
    @Sendable static func update(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (plan, id) = (try visit.identifier("plan"), try visit.identifier("task"))
        let (task, units) = try await visit.site.database.read { tx in
            (
                try tx.task(id, of: try tx.plan(plan, for: officer), for: officer),
                UnitNames(try tx.units(of: officer.ward))
            )
        }
        let form = TaskForm(visit.form, of: task)
        do {
            let correction = try form.correction(of: task, units: units)
            let version = Int(visit.form["version"]) ?? 0
            try await visit.site.database.write { tx in
                try tx.correctTask(id, of: plan, version: version, correction, by: officer)
            }
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            return try await page(visit, form: form, problem: problem)
        }
        return .seeOther("/plans/\(plan)/reading?done=\(Flash.saved)#f-\(id)")
    }

    /// `POST /plans/{plan}/tasks/{task}/pieces`: by sentence, by given texts, or by lead.
    @Sendable static func split(_ visit: Visit) async throws -> Response {
        let way = visit.form["way"]
        let starts = Set(visit.form.all("cut").compactMap(Int.init))
        let given = TaskSplit.paragraphs(of: visit.form["texts"])
        return try await change(visit) { tx, plan, task, version, officer in
            switch way {
            case "lead": try tx.splitTaskByLead(task.id, of: plan, version: version, by: officer)
            case "texts":
                try tx.splitTask(task.id, of: plan, version: version, into: given, by: officer)
            default:
                try tx.splitTask(
                    task.id, of: plan, version: version,
                    into: TaskSplit.pieces(of: task.text, cutBefore: starts), by: officer)
            }
        }
    }

    /// `POST /plans/{plan}/tasks/{task}/merger`
    @Sendable static func merge(_ visit: Visit) async throws -> Response {
        let other = visit.form["other"]
        return try await change(visit) { tx, plan, task, version, officer in
            try tx.mergeTask(task.id, of: plan, version: version, into: other, by: officer)
        }
    }

    /// `POST /plans/{plan}/tasks/{task}/joint-work`: with another task, or on its own again.
    @Sendable static func join(_ visit: Visit) async throws -> Response {
        let other = visit.form.filled("other")
        return try await change(visit) { tx, plan, task, version, officer in
            if let other {
                try tx.joinTasks(task.id, of: plan, version: version, with: other, by: officer)
            } else {
                try tx.partTask(task.id, of: plan, version: version, by: officer)
            }
        }
    }

    /// `POST /plans/{plan}/tasks/{task}/removal`
    @Sendable static func remove(_ visit: Visit) async throws -> Response {
        try await change(visit) { tx, plan, task, version, officer in
            try tx.removeTask(task.id, of: plan, version: version, by: officer)
        }
    }

    /// `POST /plans/{plan}/tasks/{task}/restoration`
    @Sendable static func restore(_ visit: Visit) async throws -> Response {
        try await change(visit) { tx, plan, task, version, officer in
            try tx.restoreTask(task.id, of: plan, version: version, by: officer)
        }
    }

    /// `GET /plans/{plan}/tasks/new`
    @Sendable static func new(_ visit: Visit) async throws -> Response {
        try await newPage(visit, problem: nil)
    }

    /// `POST /plans/{plan}/tasks`
    @Sendable static func create(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let plan = try visit.identifier("plan")
        let (first, last) = (Int(visit.form["line-start"]), Int(visit.form["line-end"]))
        let lead = visit.form.filled("lead")
        do {
            guard let first, first > 0, first <= last ?? first else {
                throw Problem(
                    .invalid, "Hãy cho biết nhiệm vụ nằm ở dòng nào của văn bản.",
                    refusals: [
                        "line-start": "Ghi số dòng đầu, và số dòng cuối nếu dài hơn một dòng."
                    ])
            }
            let id = try await visit.site.database.write { tx in
                try tx.addMissedTask(
                    lines: first...(last ?? first), lead: lead, to: plan, by: officer)
            }
            return .seeOther("/plans/\(plan)/tasks/\(id)?done=\(Flash.saved)")
        } catch let problem as Problem where problem.kind == .invalid {
            return try await newPage(visit, problem: problem)
        }
    }

    private typealias Change =
        @Sendable (Transaction, String, PlanTask, Int, Officer) throws -> Void

    private static func change(_ visit: Visit, _ body: @escaping Change) async throws -> Response {
        let officer = try visit.officer()
        let (plan, id) = (try visit.identifier("plan"), try visit.identifier("task"))
        let version = Int(visit.form["version"]) ?? 0
        do {
            try await visit.site.database.write { tx in
                let kept = try tx.plan(plan, for: officer)
                try body(tx, plan, try tx.task(id, of: kept, for: officer), version, officer)
            }
        } catch let problem as Problem where problem.kind == .invalid || problem.kind == .conflict {
            return try await page(visit, form: nil, problem: problem)
        }
        return .seeOther("/plans/\(plan)/reading?done=\(Flash.saved)")
    }

    private static func page(
        _ visit: Visit, form: TaskForm?, problem: Problem?
    ) async throws -> Response {
        let officer = try visit.officer()
        let (planID, id) = (try visit.identifier("plan"), try visit.identifier("task"))
        let model = try await visit.site.database.read { tx in
            let plan = try tx.plan(planID, for: officer)
            let task = try tx.task(id, of: plan, for: officer)
            return TaskPage(
                plan: plan, task: task, others: try tx.tasks(of: plan, for: officer),
                units: UnitNames(try tx.units(of: officer.ward)), form: form ?? TaskForm(task),
                pieces: visit.form.filled("texts"), viewer: visit.viewer, problem: problem)
        }
        return visit.page(
            "\(model.task.code) · \(model.plan.name)", at: .plans,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok, model.html)
    }

    private static func newPage(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let model = try await visit.site.database.read { tx in
            let plan = try tx.plan(id, for: officer)
            return NewTaskPage(
                plan: plan, source: try tx.version(of: plan, ward: officer.ward).source,
                units: UnitNames(try tx.units(of: officer.ward)), form: visit.form,
                viewer: visit.viewer, problem: problem)
        }
        return visit.page(
            "Thêm nhiệm vụ", at: .plans, status: problem == nil ? .ok : .unprocessableContent,
            model.html)
    }
}
