import Domain
import Hummingbird
import Storage

/// A target, the values that were reported, and the form for the next one.
enum TargetPages {
    static let routes: [Route] = [
        .get("/plans/{plan}/targets/{target}", .signedIn, show),
        .post(
            "/plans/{plan}/targets/{target}", .permission(.reportWork),
            bodyBytesMax: Route.uploadBytesMax, report),
        .post("/plans/{plan}/targets/{target}/measure", .permission(.runPlans), measure),
        .post("/plans/{plan}/targets/{target}/baseline", .permission(.runPlans), freeze),
        .get("/plans/{plan}/targets/{target}/baseline/end", .permission(.runPlans), askThaw),
        .post("/plans/{plan}/targets/{target}/baseline/end", .permission(.runPlans), thaw),
        .post("/plans/{plan}/targets/{target}/excuses", .permission(.acceptWork), excuse),
        .get("/plans/{plan}/targets/{target}/files/{file}", .signedIn, file),
        .get(
            "/plans/{plan}/targets/{target}/values/{value}/withdrawal", .permission(.reportWork),
            askWithdrawal),
        .post(
            "/plans/{plan}/targets/{target}/values/{value}/withdrawal", .permission(.reportWork),
            withdraw),
    ]

    /// `GET /plans/{plan}/targets/{target}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, problem: nil)
    }

    /// `POST /plans/{plan}/targets/{target}`
    @Sendable static func report(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (plan, id) = (try visit.identifier("plan"), try visit.identifier("target"))
        let note = visit.form["note"]
        do {
            guard let value = Double(vietnamese: visit.form["value"]) else {
                throw Problem(
                    .invalid, "Số liệu chưa đọc được.",
                    refusals: ["value": "Hãy ghi con số, ví dụ 25 hoặc 7,5."])
            }
            guard
                let day = Day(iso: visit.form["day"]) ?? Day(vietnamese: visit.form["day"])
            else {
                throw Problem(
                    .invalid, "Ngày chưa đọc được.",
                    refusals: ["day": "Hãy ghi ngày như 21/11/2026."])
            }
            let evidence = try visit.form.evidence("file").first
            try await visit.site.database.write { tx in
                try tx.reportTarget(
                    id, of: plan, day: day, value: value, note: note, evidence: evidence,
                    by: officer)
            }
            return .seeOther("/plans/\(plan)/targets/\(id)?done=\(Flash.reported)")
        } catch let problem as Problem where [.invalid, .tooLarge].contains(problem.kind) {
            return try await page(visit, problem: problem)
        }
    }

    /// `POST /plans/{plan}/targets/{target}/measure`
    @Sendable static func measure(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (plan, id) = (try visit.identifier("plan"), try visit.identifier("target"))
        let key = visit.form.filled("indicator")
        try await visit.site.database.write { tx in
            try tx.measureTarget(id, of: plan, by: key, by: officer)
        }
        return .seeOther("/plans/\(plan)/targets/\(id)?done=\(Flash.saved)")
    }

    /// `GET /plans/{plan}/targets/{target}/values/{value}/withdrawal`
    @Sendable static func askWithdrawal(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (planID, id) = (try visit.identifier("plan"), try visit.identifier("target"))
        let wanted = try visit.identifier("value")
        let (standing, value) = try await visit.site.database.read { tx in
            (
                try tx.target(id, of: try tx.plan(planID, for: officer), for: officer),
                try tx.values(ofTargets: [id], ward: officer.ward).first { $0.id == wanted }
            )
        }
        guard let value else { throw Problem(.notFound, "Không có số liệu này.") }
        let path = "/plans/\(planID)/targets/\(id)"
        return visit.page(
            "Rút số liệu", at: .plans,
            Confirm.page(
                .init(
                    "Rút số liệu \(PlanWords.number(value.value)) ngày \(value.day.vietnamese)?",
                    consequence:
                        "Số liệu này của chỉ tiêu «\(standing.target.name)» không còn được tính. Nhật ký vẫn giữ.",
                    verb: "Rút số liệu", action: "\(path)/values/\(wanted)/withdrawal", back: path),
                viewer: visit.viewer))
    }

    /// `POST /plans/{plan}/targets/{target}/values/{value}/withdrawal`
    @Sendable static func withdraw(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (plan, id) = (try visit.identifier("plan"), try visit.identifier("target"))
        let value = try visit.identifier("value")
        try await visit.site.database.write { tx in
            try tx.withdrawValue(value, ofTarget: id, of: plan, by: officer)
        }
        return .seeOther("/plans/\(plan)/targets/\(id)?done=\(Flash.saved)")
    }

    /// `GET /plans/{plan}/targets/{target}/files/{file}`: evidence of a value.
    @Sendable static func file(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (planID, id) = (try visit.identifier("plan"), try visit.identifier("target"))
        let wanted = try visit.identifier("file")
        let found = try await visit.site.database.read { tx in
            let plan = try tx.plan(planID, for: officer)
            _ = try tx.target(id, of: plan, for: officer)
            let values = try tx.values(ofTargets: [id], ward: officer.ward)
            guard values.contains(where: { $0.file == wanted }) else {
                throw Problem(.notFound, "Không có tệp này.")
            }
            return (
                try tx.storedFile(wanted, ward: officer.ward),
                try tx.content(ofFile: wanted, ward: officer.ward)
            )
        }
        guard let stored = found.0, let content = found.1 else {
            throw Problem(.notFound, "Không có tệp này.")
        }
        return .download(content, name: stored.name, mediaType: stored.mediaType)
    }

    /// `POST /plans/{plan}/targets/{target}/baseline`: freezes the list.
    @Sendable static func freeze(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (plan, id) = (try visit.identifier("plan"), try visit.identifier("target"))
        let (text, basis) = (visit.form["frozen_on"], visit.form["basis"])
        do {
            guard let day = Day(iso: text) ?? Day(vietnamese: text) else {
                throw Problem(
                    .invalid, "Ngày chốt danh sách chưa đọc được.",
                    refusals: ["frozen_on": "Hãy ghi ngày như 21/11/2026."])
            }
            try await visit.site.database.write { tx in
                try tx.freezeTarget(id, of: plan, day: day, basis: basis, by: officer)
            }
            return .seeOther("/plans/\(plan)/targets/\(id)?done=\(Flash.saved)")
        } catch let problem as Problem where problem.kind == .invalid {
            return try await page(visit, problem: problem)
        }
    }

    /// `GET /plans/{plan}/targets/{target}/baseline/end`
    @Sendable static func askThaw(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (plan, id) = (try visit.identifier("plan"), try visit.identifier("target"))
        let standing = try await visit.site.database.read { tx in
            try tx.target(id, of: try tx.plan(plan, for: officer), for: officer)
        }
        let path = "/plans/\(plan)/targets/\(id)"
        let question = Confirm.Question(
            "Bỏ danh sách chốt của chỉ tiêu?",
            consequence:
                "Từ nay «\(standing.target.name)» tính trên mọi mục đang có trong sổ. Muốn chốt lại thì phải lập danh sách mới.",
            verb: "Bỏ danh sách chốt", action: "\(path)/baseline/end", back: path)
        return visit.page(
            question.title, at: .plans, Confirm.page(question, viewer: visit.viewer))
    }

    /// `POST /plans/{plan}/targets/{target}/baseline/end`
    @Sendable static func thaw(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (plan, id) = (try visit.identifier("plan"), try visit.identifier("target"))
        try await visit.site.database.write { try $0.thawTarget(id, of: plan, by: officer) }
        return .seeOther("/plans/\(plan)/targets/\(id)?done=\(Flash.saved)")
    }

    /// `POST /plans/{plan}/targets/{target}/excuses`: lets a week or month go.
    @Sendable static func excuse(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let (plan, id) = (try visit.identifier("plan"), try visit.identifier("target"))
        let (slot, reason) = (visit.form["slot"], visit.form["reason"])
        do {
            try await visit.site.database.write { tx in
                try tx.excuseTarget(id, of: plan, slot: slot, reason: reason, by: officer)
            }
            return .seeOther("/plans/\(plan)/targets/\(id)?done=\(Flash.saved)")
        } catch let problem as Problem where problem.kind == .invalid {
            return try await page(visit, problem: problem)
        }
    }

    private static func page(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let (planID, id) = (try visit.identifier("plan"), try visit.identifier("target"))
        let form = visit.form
        let page = try await visit.site.database.read { tx in
            let plan = try tx.plan(planID, for: officer)
            let all = try tx.targets(of: plan, for: officer)
            let standing = try tx.target(id, among: all)
            let begin = (plan.confirmedAt ?? plan.createdAt).day
            return TargetPage(
                plan: plan, standing: standing,
                values: try tx.values(ofTargets: [id], ward: officer.ward),
                reach: all.lazy.compactMap {
                    MonthlyReach(standing.target, $0.target, from: begin)
                }.first,
                changes: try standing.measure.flatMap { measure in
                    try measure.baseline.map {
                        try tx.changes(since: $0, of: measure.indicator, for: officer)
                    }
                },
                mayReport: try tx.mayReport(standing.target, officer),
                mayRun: officer.may(.runPlans), mayExcuse: tx.mayExcuse(standing, officer),
                officer: officer, today: tx.today, form: form,
                viewer: visit.viewer, problem: problem)
        }
        return visit.page(
            page.standing.target.name, at: .plans,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok, page.html)
    }
}
