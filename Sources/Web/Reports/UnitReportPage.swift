import Domain
import Storage

/// What a unit did in the period, and the few words that it adds; short enough for an old phone.
struct UnitReportPage: Sendable {
    let period: ReportPeriod
    let delivery: ReportDelivery
    let facts: YearlyReport
    let officer: Officer
    let today: Day
    let content: UnitReport
    let problem: Problem?

    private var path: String { "/reports/\(period.id)/units/\(delivery.unit)" }
    private var isOwn: Bool { officer.unit == delivery.unit && officer.may(.reportWork) }

    func html(_ viewer: Viewer?) -> HTML {
        // Who comes from the period is told whose report this is; a unit, which report.
        let crumb =
            officer.may(.readAll)
            ? [("Báo cáo", "/reports"), (period.title, "/reports/\(period.id)")]
            : [("Báo cáo", "/reports")]
        let heading = officer.may(.readAll) ? "Báo cáo của \(delivery.name)" : period.title
        return """
            \(ReportWords.crumb(crumb))
            <h1>\(heading)</h1>
            <p class="lede">\(sentence)</p>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(returned)
            \(written(viewer))
            \(judgement(viewer))
            \(work)
            """
    }

    private var sentence: HTML {
        let tally = ReportTally(facts.groups.flatMap(\.tasks))
        let due = period.duty.content.dueWords(period.due)
        let work: HTML =
            tally.assignments == 0
            ? "không có việc nào trong kỳ"
            : "<strong>\(tally.done)/\(tally.assignments) việc đã hoàn thành</strong>"
        return """
            \(delivery.name) gửi \(due): \(work). \
            \(ReportWords.tag(delivery, today: today))
            """
    }

    private var returned: HTML? {
        guard delivery.report.state == .returned, let reason = delivery.report.returnReason
        else { return nil }
        return Note.block("Bị trả lại.", "\(reason)")
    }

    private func written(_ viewer: Viewer?) -> HTML? {
        if isOwn, !delivery.report.state.isDelivered { return form(viewer) }
        guard delivery.report.state.isDelivered else { return nil }
        let parts: [(String, HTML)] = [
            ("Kết quả chung", lines(delivery.report.results)),
            ("Khó khăn, vướng mắc", lines(delivery.report.obstacles)),
            ("Đề xuất, kiến nghị", lines(delivery.report.proposals)),
        ]
        return Panel.section(
            "Nội dung đã gửi", note: delivery.report.submittedAt?.vietnamese, action: download,
            Terms.list(parts))
    }

    private func lines(_ text: String) -> HTML {
        let lines: [HTML] = writtenLines(text).map { "<p>\($0)</p>" }
        return lines.isEmpty ? "<span class=\"muted\">không có</span>" : "\(lines)"
    }

    private var download: HTML {
        "<a class=\"button button--quiet\" href=\"\(path)/report.docx\">Tải bản Word</a>"
    }

    private func form(_ viewer: Viewer?) -> HTML {
        let fields: HTML = """
            \(Fields.area("results", "Kết quả chung", value: content.results, rows: 5, hint: "Việc đã ghi ở dưới tự vào báo cáo; chỉ viết thêm điều cần nói. Mỗi ý một dòng.", refusal: problem?.refusals["results"]))
            \(Fields.area("obstacles", "Khó khăn, vướng mắc", value: content.obstacles, rows: 3, refusal: problem?.refusals["obstacles"]))
            \(Fields.area("proposals", "Đề xuất, kiến nghị", value: content.proposals, rows: 3, refusal: problem?.refusals["proposals"]))
            """
        return Panel.section(
            "Báo cáo của đơn vị", action: download,
            """
            <form class="readable" method="post" action="\(path)">\(Fields.token(viewer))
            <input type="hidden" name="version" value="\(delivery.report.version)">
            \(fields)
            <p class="row"><button class="button" type="submit" name="action" value="submit">Gửi báo cáo</button>
            <button class="button button--quiet" type="submit" name="action" value="save">Lưu nháp</button></p>
            </form>
            """)
    }

    private func judgement(_ viewer: Viewer?) -> HTML? {
        guard delivery.report.state == .submitted, officer.may(.draftReports),
            officer.unit != delivery.unit
        else { return nil }
        return Panel.section(
            "Xác nhận",
            """
            <details class="act"><summary>Chấp nhận báo cáo</summary>
            <form method="post" action="\(path)/acceptance">\(Fields.token(viewer))
            <input type="hidden" name="version" value="\(delivery.report.version)">
            <p>Đơn vị không sửa báo cáo này nữa; sau đó không trả lại được.</p>
            <button class="button" type="submit">Chấp nhận</button></form></details>
            <details class="act"\(problem == nil ? "" : " open")><summary>Trả lại</summary>
            <form class="readable" method="post" action="\(path)/return">\(Fields.token(viewer))
            <input type="hidden" name="version" value="\(delivery.report.version)">
            \(Fields.area("reason", "Lý do trả lại", rows: 2, refusal: problem?.refusals["reason"]))
            <button class="button button--quiet" type="submit">Trả lại</button></form></details>
            """)
    }

    private var work: HTML {
        let rows: [[HTML]] = facts.groups.flatMap(\.tasks).flatMap { task in
            task.shares.map { row(task, $0) }
        }
        guard !rows.isEmpty else {
            return Panel.section(
                "Việc trong kỳ", EmptyState.block("Đơn vị không chủ trì việc nào trong kỳ này."))
        }
        return Panel.section(
            "Việc trong kỳ",
            note: "\(facts.from.vietnamese) – \(facts.to.vietnamese), lấy từ sổ theo dõi",
            isPadded: false,
            DataTable.cards(
                "Việc trong kỳ",
                [
                    .init("Việc"), .init("Tình trạng"), .init("Đã làm"),
                    .init("Minh chứng", isNumber: true),
                ],
                rows))
    }

    private func row(_ task: ReportedTask, _ share: ReportedShare) -> [HTML] {
        let due = share.due.map { "hạn \($0.vietnamese)" } ?? ""
        let said: [HTML] = writtenLines(share.result ?? "").map {
            "<span class=\"table__more\">\($0)</span>"
        }
        let figures: [HTML] = share.figures.map { figure in
            let value = MeasureName.joined(PlanWords.number(figure.value), figure.unit)
            return "<span class=\"table__more\">\(figure.label): \(value)</span>"
        }
        let files = share.evidence.isEmpty ? "" : "\(share.evidence.count) tệp"
        return [
            "\(task.text)<span class=\"table__more\">\(due)</span>",
            ReportWords.tag(share.status), "\(said)\(figures)", "\(files)",
        ]
    }
}
