import Domain
import Storage

/// For who leads the ward: what is late, what is red, what burns, what is promised for this week;
/// by unit and by plan; how the work is spread.
struct OverviewPage: Sendable {
    let overview: WardOverview
    let late: [WorkRow]
    /// Due in the week that holds today; one more than is shown.
    let week: [WorkRow]
    /// Late, or due within a month.
    let reports: [OwedReport]
    /// Targets that are past their day, behind, or owing.
    let red: [TargetStanding]
    let targetCount: Int
    /// Alarms that are not over.
    let burning: [AlarmCase]
    let months: [WorkMonth]
    let isAbove: Bool
    let today: Day
    let officer: Officer

    var html: HTML {
        """
        <div class="overview"><h1>Toàn cảnh ngày \(today.vietnamese)</h1>
        <p class="lede">\(sentence)</p>
        \(OverviewPages.tabs(officer, current: "/overview", isAbove: isAbove))
        \(Chart.fills)
        \(burningPanel)
        \(facts)
        \(overload)
        \(latePanel)
        \(weekPanel)
        \(redPanel)
        \(reportPanel)
        <div class="pair"><div>\(byUnit)</div><div>\(byPlan)\(monthPanel)\(spread)</div></div></div>
        """
    }

    private var sentence: HTML {
        let total = overview.total
        guard overview.works > 0 else {
            return "Chưa có kế hoạch nào đang thực hiện."
        }
        var parts: [HTML] = []
        if total[.late] > 0 { parts.append("<strong>\(total[.late]) việc quá hạn</strong>") }
        if total[.atRisk] > 0 { parts.append("<strong>\(total[.atRisk]) việc có nguy cơ</strong>") }
        if overview.withoutLead > 0 {
            parts.append("<strong>\(overview.withoutLead) việc chưa có chủ trì</strong>")
        }
        if parts.isEmpty { parts.append("Không có việc nào quá hạn hay có nguy cơ") }
        if !red.isEmpty { parts.append("<strong>\(red.count) chỉ tiêu đỏ</strong>") }
        let lateReports = Set(reports.filter { $0.period.due < today }.map(\.period.id)).count
        if lateReports > 0 { parts.append("<strong>\(lateReports) báo cáo quá hạn</strong>") }
        parts.append("\(total.open) việc đang mở")
        parts.append("\(total[.done] + total[.doneLate]) việc đã xong")
        let words = parts.dropFirst().reduce(parts.first ?? "") { "\($0), \($1)" as HTML }
        return "\(words)."
    }

    private var facts: HTML {
        let total = overview.total
        return Facts.row([
            Facts.Fact(
                "\(total[.late])", "quá hạn", path: "/work?scope=ward&state=late",
                tone: total[.late] > 0 ? .danger : .plain),
            Facts.Fact(
                "\(total[.atRisk])", "có nguy cơ", path: "/work?scope=ward&state=at_risk",
                tone: total[.atRisk] > 0 ? .warn : .plain),
            Facts.Fact(
                "\(overview.withoutLead)", "chưa có chủ trì", path: "/work?scope=ward&lead=none",
                tone: overview.withoutLead > 0 ? .warn : .plain),
            Facts.Fact(
                "\(total[.waiting])", "chờ xác nhận", path: "/work?scope=ward&state=waiting"),
            Facts.Fact("\(overview.openObstacles)", obstacleWords, path: "/obstacles"),
            Facts.Fact(
                "\(overview.waitingProposals)", "đề xuất chờ quyết định", path: "/proposals"),
        ])
    }

    private var obstacleWords: String {
        guard let oldest = overview.oldestObstacle else { return "vướng mắc đang mở" }
        let days = today.number - oldest.day.number
        return days > 0 ? "vướng mắc đang mở, lâu nhất \(days) ngày" : "vướng mắc đang mở"
    }

    private var overload: HTML? {
        overview.overloaded.map { unit in
            Note.block(
                "Phân công lệch.",
                """
                \(unit.name) chủ trì \(unit.percent)% số việc. Kế hoạch yêu cầu không «khoán trắng» \
                cho một đơn vị: hãy xem lại việc nào thuộc chức năng của đơn vị khác.
                """)
        }
    }

    private var latePanel: HTML? {
        guard !late.isEmpty else { return nil }
        let all: HTML = "<a class=\"no-print\" href=\"/work?scope=ward&amp;state=late\">Xem hết</a>"
        return Panel.section(
            "Quá hạn lâu nhất", action: all, isPadded: false,
            WorkTable(rows: late, today: today, showsLead: true).html("Việc quá hạn"))
    }

    /// What burns comes first, and says nothing while nothing does.
    private var burningPanel: HTML? {
        guard !burning.isEmpty else { return nil }
        let rows: [HTML] = burning.prefix(Self.burningRows).map { alarm in
            let place = alarm.facilityName ?? alarm.place ?? "Nơi chưa rõ"
            let state: HTML =
                alarm.taken == nil
                ? Tag.state("Chưa ai nhận", .danger) : Tag.state("Đang xử lý", .warn)
            return """
                <li>\(state) <a href="/desk/cases/\(alarm.id)">\(place)</a> \
                <span class="muted">\(alarm.openedAt.vietnamese)</span></li>
                """
        }
        return Panel.section(
            "Đang báo cháy", note: "\(burning.count) báo cháy chưa kết thúc",
            action: "<a class=\"no-print\" href=\"/desk\">Bàn trực</a>",
            "<ul class=\"plain-list\">\(rows)</ul>")
    }

    private static let burningRows = 5

    private var weekPanel: HTML {
        let monday = today.firstOfWeek
        let note = "từ \(monday.vietnamese) đến \(monday.adding(days: 6).vietnamese)"
        guard !week.isEmpty else {
            return Panel.section(
                "Hẹn xong trong tuần này", note: note,
                EmptyState.block("Không có việc nào đến hạn trong tuần này."))
        }
        let rows = Array(week.prefix(OverviewPages.weekRows))
        let all: HTML =
            "<a class=\"no-print\" href=\"/work?scope=ward&amp;state=week\">Xem hết</a>"
        return Panel.section(
            "Hẹn xong trong tuần này", note: note,
            action: week.count > rows.count ? all : nil, isPadded: false,
            WorkTable(rows: rows, today: today, showsLead: true).html("Việc đến hạn tuần này"))
    }

    private var redPanel: HTML? {
        guard targetCount > 0 else { return nil }
        return TargetLines(standings: red, today: today, officer: officer).panel(
            "Chỉ tiêu đỏ", note: "\(red.count) trên \(targetCount) chỉ tiêu chậm, nợ hoặc quá hạn",
            empty: "Không chỉ tiêu nào chậm, nợ hay quá hạn.")
    }

    private var reportPanel: HTML? {
        guard !reports.isEmpty else { return nil }
        return Panel.section(
            "Báo cáo phải gửi",
            action: "<a class=\"no-print\" href=\"/reports\">Tất cả báo cáo</a>", isPadded: false,
            ReportWords.owed(reports, on: today, namesUnits: true))
    }

    private var monthPanel: HTML? {
        guard months.count > 1 else { return nil }
        return Panel.section(
            "Theo tháng đến hạn",
            WorkCharts.months("Việc đến hạn từng tháng kết thúc thế nào", months))
    }

    private var byUnit: HTML {
        table("Theo đơn vị chủ trì", "Đơn vị", overview.byUnit) { "/overview/units/\($0.id)" }
    }

    private var byPlan: HTML {
        table("Theo kế hoạch", "Kế hoạch", overview.byPlan) { "/overview/plans/\($0.id)" }
    }

    private func table(
        _ title: String, _ head: String, _ lines: [WardOverview.Line],
        _ address: (WardOverview.Line) -> String
    ) -> HTML {
        guard !lines.isEmpty else {
            return Panel.section(title, EmptyState.block("Chưa có việc nào."))
        }
        return Panel.section(
            title, WorkCharts.bars("Việc đang mở, \(head.lowercased())", head, lines, address))
    }

    private var spread: HTML? {
        guard !overview.shares.isEmpty else { return nil }
        let works = max(overview.works, 1)
        let rows: [[HTML]] = overview.shares.map { share in
            let percent = share.led.hundredths(of: works) ?? 0
            let bar = Meter.bar(
                percent: percent, label: "\(share.name) chủ trì \(percent)% số việc",
                tone: share.led * 100 > works * WardOverview.shareMaxPercent ? .warn : .info)
            return ["\(share.name)", bar, "\(share.led) (\(percent)%)", "\(share.coordinated)"]
        }
        let columns = [
            DataTable.Column("Đơn vị"), DataTable.Column("Tỷ lệ"),
            DataTable.Column("Chủ trì", isNumber: true),
            DataTable.Column("Phối hợp", isNumber: true),
        ]
        return Panel.section(
            "Phân công giữa các đơn vị",
            note:
                "trên \(overview.works) việc, trong đó \(overview.common) việc giao chung cho nhiều đơn vị",
            isPadded: false, DataTable.cards("Phân công", columns, rows))
    }
}
