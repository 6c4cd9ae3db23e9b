import Domain
import Storage

/// One target: what it says, the way to its aim, what stands behind it, and its forms.
struct TargetPage: Sendable {
    let plan: Plan
    let standing: TargetStanding
    let values: [TargetValue]
    /// What the same task asks for in each month, against this; nil: nothing.
    let reach: MonthlyReach?
    /// Since the list was frozen; nil: none is.
    let changes: TargetBaselineChanges?
    let mayReport: Bool
    let mayRun: Bool
    let mayExcuse: Bool
    let officer: Officer
    let today: Day
    let form: Form
    let viewer: Viewer?
    let problem: Problem?

    var path: String { "/plans/\(plan.id)/targets/\(standing.target.id)" }

    var html: HTML {
        let target = standing.target
        let latest: HTML =
            standing.value.map { value in
                let from = standing.measure == nil ? "mới nhất" : "theo sổ"
                let day = standing.day?.vietnamese ?? ""
                return
                    "\(from) <strong>\(IndicatorWords.amount(value, standing.target.unit))</strong> ngày \(day)"
                    as HTML
            } ?? "chưa có số liệu nào"
        return """
            <p class="small"><a href="/plans/\(plan.id)">← \(plan.name)</a></p>
            <div class="row"><h1>\(target.name)</h1>\(IndicatorWords.tag(standing, on: today))</div>
            <p class="lede">Phải đạt \(PlanWords.amount(target)) (“\(target.text)”, mục \
            \(standing.taskCode)); \(latest).</p>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(Chart.fills)
            \(coursePanel)
            \(standing.rhythm.map(rhythmPanel))
            \(standing.measure.map(measurePanel))
            \(TargetBaselinePanel(page: self).html)
            \(mayReport && standing.measure == nil ? reportForm : nil)
            \(mayRun ? TargetMeasureForm(standing: standing, path: path, viewer: viewer).html : nil)
            \(table)
            """
    }

    /// The course of the figure and the way to the aim, drawn and in words.
    private var coursePanel: HTML? {
        let chart = WorkCharts.target(standing, on: today)
        let pace: HTML? = standing.pace.map {
            "<p>\(IndicatorWords.pace($0, isShare: standing.target.unit == "percent"))</p>"
        }
        let monthly: HTML? = reach.map { reach in
            reach.isEnough
                ? "<p>\(IndicatorWords.reach(reach))</p>"
                : Note.block("Nhịp kế hoạch ghi.", "\(IndicatorWords.reach(reach))")
        }
        let none: HTML? =
            standing.pace == nil && standing.rhythm == nil && standing.target.due == nil
            ? "<p class=\"muted\">Kế hoạch không ghi ngày phải đạt, nên không tính được mỗi tháng cần thêm bao nhiêu.</p>"
            : nil
        guard !chart.text.isEmpty || pace != nil || monthly != nil else { return nil }
        return Panel.section("Diễn biến", "\(pace)\(monthly)\(none)\(chart)")
    }

    private func rhythmPanel(_ rhythm: TargetRhythm) -> HTML {
        let target = standing.target
        let now: HTML? = IndicatorWords.current(rhythm, target, on: today).map { "<p>\($0)</p>" }
        let owed = rhythm.rounds.filter(rhythm.isOwed)
        let rows: [[HTML]] = rhythm.rounds.map { round in
            let value: HTML =
                round.value.map { "\(IndicatorWords.amount($0, target.unit))" }
                ?? "chưa có số liệu"
            let state: HTML =
                if rhythm.isRunning(round) {
                    Tag.state("Đang chạy", .info)
                } else if let excuse = round.excuse {
                    "\(Tag.state("Cho bỏ qua", .plain))<span class=\"table__more\">\(excuse)</span>"
                } else if rhythm.isUntold(round) {
                    Tag.state("Chưa có số liệu", .warn)
                } else if let debt = rhythm.debt(of: round), debt > 0 {
                    Tag.state("Nợ \(IndicatorWords.amount(debt, target.unit))", .warn)
                } else {
                    Tag.state("Đủ", .good)
                }
            return ["\(round.label)", value, state]
        }
        return Panel.section(
            "Từng kỳ",
            note: "mỗi kỳ phải đạt \(IndicatorWords.amount(rhythm.need, target.unit))",
            """
            \(now)<p>\(IndicatorWords.debt(rhythm, target)). Kỳ đã qua mà thiếu thì còn nợ, cho đến khi \
            lãnh đạo cho bỏ qua kèm lý do.</p>
            \(mayExcuse && !owed.isEmpty ? excuseForm(owed) : nil)
            \(DataTable.cards(
                "Từng kỳ",
                [.init("Kỳ"), .init("Đạt", isNumber: true), .init("Tình trạng")], rows))
            """)
    }

    private func excuseForm(_ owed: [TargetRhythm.Round]) -> HTML {
        let refusal = problem?.refusals["reason"]
        let open: HTML = refusal == nil ? "" : " open"
        return """
            <details class="act"\(open)><summary>Cho bỏ qua một kỳ</summary>
            <form method="post" action="\(path)/excuses">\(Fields.token(viewer))
            \(Fields.choice(
                "slot", "Kỳ", owed.map { ($0.slot, $0.label) }, value: form["slot"]))
            \(Fields.area(
                "reason", "Lý do", value: form["reason"], rows: 2,
                hint: "Như «nghỉ Tết, theo Công văn số …».", refusal: refusal, isRequired: true))
            <button class="button" type="submit">Cho bỏ qua</button></form></details>
            """
    }

    private func measurePanel(_ measure: TargetMeasure) -> HTML {
        let opens = measure.indicator.set.register.access.readers.contains(officer.role)
        let behind: HTML =
            opens
            ? IndicatorWords.behind(measure.indicator, measure.figure, measure.baseline)
            : "\(IndicatorWords.plain(measure.figure))"
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
            (\(behind))</p>
            <p class="small muted">\(measure.indicator.explanation) \(measure.indicator.keeper) trả lời về \
            số này. Nguồn: \(measure.indicator.source).</p>
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
