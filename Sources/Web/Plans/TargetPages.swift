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

    private static func page(_ visit: Visit, problem: Problem?) async throws -> Response {
        let officer = try visit.officer()
        let (planID, id) = (try visit.identifier("plan"), try visit.identifier("target"))
        let form = visit.form
        let page = try await visit.site.database.read { tx in
            let plan = try tx.plan(planID, for: officer)
            let standing = try tx.target(id, of: plan, for: officer)
            return TargetPage(
                plan: plan, standing: standing,
                values: try tx.values(ofTargets: [id], ward: officer.ward),
                mayReport: try tx.mayReport(standing.target, officer),
                mayRun: officer.may(.runPlans), today: tx.today, form: form,
                viewer: visit.viewer, problem: problem)
        }
        return visit.page(
            page.standing.target.name, at: .plans,
            status: problem.map { ProblemPages.status(of: $0.kind) } ?? .ok, page.html)
    }
}

struct TargetPage: Sendable {
    let plan: Plan
    let standing: TargetStanding
    let values: [TargetValue]
    let mayReport: Bool
    let mayRun: Bool
    let today: Day
    let form: Form
    let viewer: Viewer?
    let problem: Problem?

    private var path: String { "/plans/\(plan.id)/targets/\(standing.target.id)" }

    var html: HTML {
        let target = standing.target
        let progress = TargetProgress(target, value: standing.value, on: today)
        let latest: HTML =
            standing.value.map { value in
                let from = standing.measure == nil ? "mới nhất" : "theo sổ"
                let day = standing.day?.vietnamese ?? ""
                return "\(from) <strong>\(PlanWords.number(value))</strong> ngày \(day)" as HTML
            } ?? "chưa có số liệu nào"
        return """
            <p class="small"><a href="/plans/\(plan.id)">← \(plan.name)</a></p>
            <div class="row"><h1>\(target.name)</h1>\(Tag.state(progress.title, PlanWords.tone(progress)))</div>
            <p class="lede">Phải đạt \(PlanWords.amount(target)) (“\(target.text)”, mục \
            \(standing.taskCode)); \(latest).</p>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(standing.measure.map(measurePanel))
            \(mayReport && standing.measure == nil ? reportForm : nil)
            \(mayRun ? TargetMeasureForm(standing: standing, path: path, viewer: viewer).html : nil)
            \(table)
            """
    }

    private func measurePanel(_ measure: TargetMeasure) -> HTML {
        let isShare = measure.figure.whole != nil
        let pace: HTML? = measure.pace.map {
            "<p>\(IndicatorWords.pace($0, isShare: isShare))</p>"
        }
        let rows: [[HTML]] = measure.months.prefix(IndicatorWords.monthsShown).map { month in
            [
                "\(month.day.vietnamese)", "\(IndicatorWords.value(month))",
                "\(PlanWords.number(month.counted))",
                "\(month.whole.map(PlanWords.number) ?? "–")",
            ]
        }
        let course: HTML? =
            rows.isEmpty
            ? nil
            : DataTable.cards(
                "Từng tháng",
                [
                    .init("Tính đến"), .init("Giá trị", isNumber: true),
                    .init("Được tính", isNumber: true), .init("Trên", isNumber: true),
                ], rows)
        return Panel.section(
            "Tính từ sổ", note: measure.indicator.set.register.title,
            """
            <p><strong>\(measure.indicator.title): \(IndicatorWords.value(measure.figure))</strong> \
            (\(IndicatorWords.behind(measure.indicator, measure.figure))) \
            \(IndicatorWords.course(measure.months, measure.figure))</p>
            <p class="small muted">\(measure.indicator.explanation)</p>
            \(pace)
            \(course)
            """)
    }

    private var reportForm: HTML {
        let refusals = problem?.refusals ?? [:]
        return Panel.section(
            "Báo số liệu",
            """
            <form method="post" action="\(path)" enctype="multipart/form-data">\(Fields.token(viewer))
            <div class="columns columns--row">
            \(Fields.text("value", "Giá trị đạt được", value: form["value"], refusal: refusals["value"], isRequired: true))
            \(Fields.text("day", "Tính đến ngày", value: form.filled("day") ?? today.vietnamese, refusal: refusals["day"], isRequired: true))
            </div>
            \(Fields.area("note", "Cách tính, ghi chú", value: form["note"], rows: 2))
            \(FileUpload.field("file", "Minh chứng", accept: ".pdf,.docx,.xlsx,.jpg,.jpeg,.png", hint: "Không bắt buộc; lớn nhất \(EvidenceKind.bytesMax / 1_000_000) MB."))
            <button class="button" type="submit">Ghi số liệu</button></form>
            """)
    }

    private var table: HTML? {
        if values.isEmpty { return nil }
        let rows: [[HTML]] = values.map { value in
            let file: HTML =
                value.file.map { "<a href=\"\(path)/files/\($0)\">\(value.fileName ?? "tệp")</a>" }
                ?? "–"
            let withdrawal: HTML? =
                mayReport
                ? " <a href=\"\(path)/values/\(value.id)/withdrawal\">Rút<span class=\"visually-hidden\"> số liệu ngày \(value.day.vietnamese)</span></a>"
                : nil
            return [
                "\(value.day.vietnamese)", "\(PlanWords.number(value.value))", "\(value.note)",
                file,
                "\(value.author ?? "")\(withdrawal)",
            ]
        }
        return Panel.section(
            "Đã báo", isPadded: false,
            DataTable.cards(
                "Số liệu đã báo",
                [
                    .init("Ngày"), .init("Giá trị", isNumber: true), .init("Ghi chú"),
                    .init("Minh chứng"), .init("Người báo"),
                ], rows))
    }
}
