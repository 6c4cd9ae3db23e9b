import Domain
import Hummingbird
import Storage

/// One unit: its work, its targets, its reports, and how its months went.
struct UnitOverviewPage: Sendable {
    let unit: Storage.Unit
    let counts: WorkCounts
    let late: [WorkRow]
    let week: [WorkRow]
    let targets: [TargetStanding]
    let reports: [OwedReport]
    let months: [WorkMonth]
    /// What the registers say of a residential group.
    let figures: [(indicator: Indicator, figure: IndicatorFigure)]
    let today: Day
    let officer: Officer

    /// `GET /overview/units/{unit}`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let id = try visit.identifier("unit")
        let page = try await visit.site.database.read { tx in
            let unit = try tx.requireUnitInSight(id, for: officer)
            var late = filter(id, officer)
            late.state = .only(.late)
            var week = filter(id, officer)
            week.state = .thisWeek
            let plans = try tx.runningPlans(for: officer)
            return UnitOverviewPage(
                unit: unit, counts: try tx.unitWork(id, for: officer),
                late: try tx.work(late, for: officer, limit: OverviewPages.lateRows),
                week: try tx.work(week, for: officer, limit: OverviewPages.weekRows),
                targets: try tx.targets(of: plans, for: officer).filter { $0.leads.contains(id) },
                reports: try tx.reportsOwed(
                    ofUnit: id, to: tx.today.adding(days: ReportWords.daysAhead), for: officer),
                months: try tx.workByMonth(unit: id, for: officer),
                figures: unit.kind == .group
                    ? try tx.figures(ofGroup: id, ward: officer.ward) : [],
                today: tx.today, officer: officer)
        }
        return visit.page(page.unit.name, at: .overview, page.html)
    }

    /// The work that the unit leads.
    private static func filter(_ unit: String, _ officer: Officer) -> WorkFilter {
        var filter = WorkFilter()
        if officer.may(.readAll) {
            filter.isOfWard = true
            filter.lead = unit
        } else {
            filter.role = "lead"
        }
        return filter
    }

    var html: HTML {
        """
        <div class="overview">\(crumb)
        <h1>\(unit.name)</h1>
        <p class="lede">\(sentence)</p>
        \(Chart.fills)
        \(facts)
        \(panel("Quá hạn lâu nhất", late, state: "late", empty: "Không có việc nào quá hạn."))
        \(panel("Hẹn xong trong tuần này", week, state: "week", empty: "Không có việc nào đến hạn trong tuần này."))
        \(TargetLines(standings: targets, today: today, officer: officer).panel("Chỉ tiêu của đơn vị", empty: "Không chỉ tiêu nào giao cho đơn vị này."))
        \(reports.isEmpty ? nil : Panel.section("Báo cáo phải gửi", isPadded: false, ReportWords.owed(reports, on: today)))
        \(figurePanel)
        \(monthPanel)</div>
        """
    }

    private var crumb: HTML? {
        officer.may(.readAll)
            ? "<p class=\"crumb no-print\"><a href=\"/overview\">← Toàn cảnh</a></p>" : nil
    }

    private var sentence: HTML {
        guard !counts.byStatus.isEmpty else { return "Đơn vị chưa chủ trì việc nào." }
        let done = counts[.done] + counts[.doneLate]
        let late: HTML =
            counts[.late] > 0
            ? "<strong>\(counts[.late]) việc quá hạn</strong>" : "không có việc nào quá hạn"
        return
            "Ngày \(today.vietnamese): \(late), \(counts.open) việc đang mở, \(done) việc đã xong."
    }

    private func list(_ state: String) -> String {
        let readsAll = officer.may(.readAll)
        return Address.with(
            "/work",
            [
                ("scope", readsAll ? "ward" : nil), ("state", state),
                ("role", readsAll ? nil : "lead"), ("lead", readsAll ? unit.id : nil),
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
            Facts.Fact("\(counts.open)", "đang mở", path: list("")),
        ])
    }

    private func panel(
        _ title: String, _ rows: [WorkRow], state: String, empty: String
    ) -> HTML {
        guard !rows.isEmpty else { return Panel.section(title, EmptyState.block(empty)) }
        return Panel.section(
            title, action: "<a class=\"no-print\" href=\"\(list(state))\">Xem hết</a>",
            isPadded: false, WorkTable(rows: rows, today: today).html(title))
    }

    /// The group's part in the figures of the ward.
    private var figurePanel: HTML? {
        guard !figures.isEmpty else { return nil }
        let rows: [[HTML]] = figures.map { indicator, figure in
            [
                "\(indicator.title)", "<strong>\(IndicatorWords.value(figure))</strong>",
                IndicatorWords.behind(indicator, figure, group: unit.id),
            ]
        }
        return Panel.section(
            "Chỉ số từ sổ", note: "phần của tổ trong con số của cả phường", isPadded: false,
            DataTable.cards(
                "Chỉ số từ sổ",
                [.init("Chỉ số"), .init("Giá trị", isNumber: true), .init("Các mục")], rows))
    }

    private var monthPanel: HTML? {
        guard months.count > 1 else { return nil }
        return Panel.section(
            "Theo tháng đến hạn",
            WorkCharts.months("Việc đến hạn từng tháng kết thúc thế nào", months))
    }
}
