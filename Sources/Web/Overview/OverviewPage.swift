import Domain
import Storage

/// What is late, at risk, without a lead; by unit and by plan; how the work is spread.
struct OverviewPage: Sendable {
    let overview: WardOverview
    let late: [WorkRow]
    /// Late, or due within a month.
    let reports: [OwedReport]
    let today: Day

    var html: HTML {
        """
        <div class="overview"><h1>Toàn cảnh ngày \(today.vietnamese)</h1>
        <p class="lede">\(sentence)</p>
        \(facts)
        \(overload)
        \(latePanel)
        \(reports.isEmpty ? nil : Panel.section("Báo cáo phải gửi", action: "<a class=\"no-print\" href=\"/reports\">Tất cả báo cáo</a>", isPadded: false, ReportWords.owed(reports, on: today, namesUnits: true)))
        <div class="pair"><div>\(byUnit)</div><div>\(byPlan)\(spread)</div></div></div>
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

    private var byUnit: HTML {
        table("Theo đơn vị chủ trì", "Đơn vị", overview.byUnit) { "/work?scope=ward&lead=\($0.id)" }
    }

    private var byPlan: HTML {
        table("Theo kế hoạch", "Kế hoạch", overview.byPlan) { "/work?scope=ward&plan=\($0.id)" }
    }

    private func table(
        _ title: String, _ head: String, _ lines: [WardOverview.Line],
        _ address: (WardOverview.Line) -> String
    ) -> HTML {
        guard !lines.isEmpty else {
            return Panel.section(title, EmptyState.block("Chưa có việc nào."))
        }
        let rows: [[HTML]] = lines.map { line in
            let counts = line.counts
            return [
                "<a href=\"\(address(line))\">\(line.name)</a>", number(counts[.late], .danger),
                number(counts[.atRisk], .warn), number(counts.open, .plain),
                number(counts[.done] + counts[.doneLate], .plain),
            ]
        }
        let columns =
            [DataTable.Column(head)]
            + ["Quá hạn", "Nguy cơ", "Đang mở", "Xong"].map { DataTable.Column($0, isNumber: true) }
        return Panel.section(title, isPadded: false, DataTable.cards(title, columns, rows))
    }

    /// A figure that stands out when it is not zero, with its sign beside the colour.
    private func number(_ number: Int, _ tone: Tone) -> HTML {
        number > 0 && tone != .plain ? Tag.state("\(number)", tone) : "\(number)"
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
