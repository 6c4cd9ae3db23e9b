import Domain
import Hummingbird
import Storage

/// One plan: how far its work and its targets are.
struct PlanOverviewPage: Sendable {
    let plan: Plan
    let counts: WorkCounts
    let units: [WardOverview.Line]
    let targets: [TargetStanding]
    let late: [WorkRow]
    let months: [WorkMonth]
    let today: Day
    let officer: Officer

    /// `GET /overview/plans/{plan}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("plan")
        let page = try await visit.site.database.read { tx in
            let plan = try tx.plan(id, for: officer)
            var work = WorkFilter()
            work.isOfWard = officer.may(.readAll)
            work.plan = id
            work.state = .all
            var late = work
            late.state = .only(.late)
            return PlanOverviewPage(
                plan: plan, counts: try tx.workCounts(work, for: officer),
                units: try tx.unitLines(ofPlan: id, for: officer),
                targets: try tx.targets(of: plan, for: officer),
                late: try tx.work(late, for: officer, limit: OverviewPages.lateRows),
                months: try tx.workByMonth(plan: id, for: officer), today: tx.today,
                officer: officer)
        }
        return visit.page(page.plan.name, at: .overview, page.html)
    }

    var html: HTML {
        """
        <div class="overview"><p class="crumb no-print"><a href="/plans/\(plan.id)">← \(plan.name)</a></p>
        <h1>Tiến độ \(plan.name)</h1>
        <p class="lede">\(plan.title)</p>
        <p class="lede">\(sentence)</p>
        \(Chart.fills)
        \(facts)
        \(TargetLines(standings: targets, today: today, officer: officer).panel("Chỉ tiêu", note: "\(targets.count) chỉ tiêu", empty: "Kế hoạch không có chỉ tiêu bằng số."))
        \(charts)
        \(latePanel)
        <div class="pair"><div>\(unitPanel)</div><div>\(monthPanel)</div></div></div>
        """
    }

    private var sentence: HTML {
        guard !counts.byStatus.isEmpty else { return "Chưa có việc nào được giao." }
        let all = counts.byStatus.values.reduce(0, +)
        let done = counts[.done] + counts[.doneLate] + counts[.excused]
        let percent = done.hundredths(of: all) ?? 0
        return "Đã xong \(done) trên \(all) việc (\(percent)%), \(counts[.late]) việc quá hạn."
    }

    private func list(_ state: String) -> String {
        Address.with(
            "/work",
            [
                ("scope", officer.may(.readAll) ? "ward" : nil), ("plan", plan.id),
                ("state", state),
            ])
    }

    private var facts: HTML {
        Facts.row([
            Facts.Fact(
                "\(counts[.late])", "quá hạn", path: list("late"),
                tone: counts[.late] > 0 ? .danger : .plain),
            Facts.Fact(
                "\(counts[.atRisk])", "có nguy cơ", path: list("at_risk"),
                tone: counts[.atRisk] > 0 ? .warn : .plain),
            Facts.Fact("\(counts[.waiting])", "chờ xác nhận", path: list("waiting")),
            Facts.Fact("\(counts[.done] + counts[.doneLate])", "đã xong", path: list("done")),
        ])
    }

    /// Targets that have been measured, as drawings.
    private var charts: HTML? {
        let drawn: [HTML] = targets.map { WorkCharts.target($0, on: today) }
            .filter { !$0.text.isEmpty }
        guard !drawn.isEmpty else { return nil }
        return Panel.section("Diễn biến chỉ tiêu", "<div class=\"pair\">\(drawn)</div>")
    }

    private var latePanel: HTML? {
        guard !late.isEmpty else { return nil }
        return Panel.section(
            "Quá hạn lâu nhất",
            action: "<a class=\"no-print\" href=\"\(list("late"))\">Xem hết</a>", isPadded: false,
            WorkTable(rows: late, today: today, showsLead: true).html("Việc quá hạn"))
    }

    private var unitPanel: HTML {
        let title = "Việc đang mở theo đơn vị"
        let bars = WorkCharts.bars(title, "Đơn vị", units) { line in
            officer.may(.readAll) || officer.unit == line.id ? "/overview/units/\(line.id)" : nil
        }
        return Panel.section(
            title, bars.text.isEmpty ? EmptyState.block("Không còn việc nào đang mở.") : bars)
    }

    private var monthPanel: HTML? {
        guard months.count > 1 else { return nil }
        return Panel.section(
            "Theo tháng đến hạn",
            WorkCharts.months("Việc đến hạn từng tháng kết thúc thế nào", months))
    }
}
