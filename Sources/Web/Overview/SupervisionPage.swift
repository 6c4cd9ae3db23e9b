import Domain
import Hummingbird
import Storage

/// For who supervises (Fatherland Front, People's Council): progress, targets, what was published
/// and reported; nothing to press.
struct SupervisionPage: Sendable {
    let ward: ReportingWard
    let overview: WardOverview
    let targets: [TargetStanding]
    let months: [WorkMonth]
    let published: Int
    /// Reports of the ward that went out, the latest first.
    let sent: [ReportPeriod]
    let isAbove: Bool
    let today: Day
    let officer: Officer

    private static let sentShown = 8

    /// `GET /overview/supervision`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let page = try await visit.site.database.read { tx in
            let plans = try tx.runningPlans(for: officer)
            let sent = try tx.reportPeriods(for: officer).map(\.period).filter {
                $0.sent != nil && $0.duty.content.isOfWard
            }
            return SupervisionPage(
                ward: try tx.reportingWard(officer.ward), overview: try tx.overview(for: officer),
                targets: try tx.targets(of: plans, for: officer),
                months: try tx.workByMonth(for: officer),
                published: try tx.publicEntries(ward: officer.ward).count,
                sent: Array(sent.prefix(sentShown)), isAbove: try tx.isAbove(officer),
                today: tx.today, officer: officer)
        }
        return visit.page("Giám sát", at: .overview, page.html)
    }

    var html: HTML {
        """
        <div class="overview"><h1>Giám sát thực hiện kế hoạch</h1>
        <p class="lede">\(ward.kind) \(ward.name), ngày \(today.vietnamese). Trang chỉ để xem: \
        số liệu là số mà phường đang dùng để điều hành.</p>
        \(OverviewPages.tabs(officer, current: "/overview/supervision", isAbove: isAbove))
        \(Chart.fills)
        \(facts)
        \(TargetLines(standings: targets, today: today, officer: officer).panel("Chỉ tiêu", note: "của các kế hoạch đang thực hiện", empty: "Chưa có chỉ tiêu nào."))
        <div class="pair"><div>\(bars("Theo kế hoạch", "Kế hoạch", overview.byPlan, "/overview/plans"))\(monthPanel)</div>\
        <div>\(bars("Theo đơn vị chủ trì", "Đơn vị", overview.byUnit, "/overview/units"))</div></div>
        \(publicPanel)
        \(reportPanel)</div>
        """
    }

    private var facts: HTML {
        let total = overview.total
        let all = total.byStatus.values.reduce(0, +)
        let done = total[.done] + total[.doneLate] + total[.excused]
        let reached = targets.count {
            TargetProgress($0.target, value: $0.value, on: today) == .reached
        }
        return Facts.row([
            Facts.Fact("\(done)/\(all)", "việc đã xong", path: "/work?scope=ward&state=all"),
            Facts.Fact(
                "\(total[.late])", "việc quá hạn", path: "/work?scope=ward&state=late",
                tone: total[.late] > 0 ? .danger : .plain),
            Facts.Fact("\(reached)/\(targets.count)", "chỉ tiêu đạt"),
            Facts.Fact("\(overview.openObstacles)", "vướng mắc đang mở", path: "/obstacles"),
        ])
    }

    private func bars(
        _ title: String, _ head: String, _ lines: [WardOverview.Line], _ path: String
    ) -> HTML {
        guard !lines.isEmpty else {
            return Panel.section(title, EmptyState.block("Chưa có việc nào."))
        }
        return Panel.section(
            title, WorkCharts.bars(title, head, lines) { "\(path)/\($0.id)" })
    }

    private var monthPanel: HTML? {
        guard months.count > 1 else { return nil }
        return Panel.section(
            "Theo tháng đến hạn",
            WorkCharts.months("Việc đến hạn từng tháng kết thúc thế nào", months))
    }

    private var publicPanel: HTML {
        Panel.section(
            "Đã công khai",
            """
            <p>\(published.vietnamese) cơ sở đang được công khai là chưa bảo đảm an toàn. \
            <a href="/public/\(officer.ward)">Xem trang mà người dân xem</a></p>
            """)
    }

    private var reportPanel: HTML {
        guard !sent.isEmpty else {
            return Panel.section(
                "Báo cáo đã gửi", EmptyState.block("Phường chưa gửi báo cáo nào."))
        }
        let rows: [[HTML]] = sent.map { period in
            [
                "<a href=\"/reports/\(period.id)\">\(period.title)</a>",
                "\(period.duty.planNumber)", "\(period.sent?.on.vietnamese ?? "")",
            ]
        }
        return Panel.section(
            "Báo cáo đã gửi", isPadded: false,
            DataTable.cards(
                "Báo cáo đã gửi",
                [.init("Báo cáo"), .init("Kế hoạch"), .init("Ngày gửi", isNumber: true)], rows))
    }
}
