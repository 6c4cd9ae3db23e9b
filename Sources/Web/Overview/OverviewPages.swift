import Domain
import Hummingbird
import Storage

/// The dashboards: of the whole ward, of a unit, of a plan, of who supervises; and what of them the
/// ward shows to everybody.
enum OverviewPages {
    static let routes: [Route] =
        [
            .get("/overview", .permission(.readAll), show),
            .get("/overview/own", .signedIn, own),
            .get("/overview/units/{unit}", .signedIn, UnitOverviewPage.show),
            .get("/overview/plans/{plan}", .signedIn, PlanOverviewPage.show),
            .get("/overview/supervision", .permission(.readAll), SupervisionPage.show),
        ] + PublicFigurePages.routes

    /// Late pieces of work that the page names.
    static let lateRows = 8
    /// Pieces of work of this week that a page names.
    static let weekRows = 12

    /// `GET /overview/own`: the dashboard of the own unit.
    @Sendable static func own(_ visit: Visit) async throws -> Response {
        guard let unit = try visit.officer().unit else {
            throw Problem(
                .notFound,
                "Tài khoản của bạn chưa thuộc đơn vị nào nên chưa có toàn cảnh. Hãy nhờ quản trị hệ thống."
            )
        }
        return .seeOther("/overview/units/\(unit)")
    }

    /// `GET /overview`: of the whole ward, for who leads it; who supervises has an own one.
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        if officer.role == .supervisor { return try await SupervisionPage.show(visit) }
        let page = try await visit.site.database.read { tx in
            var late = WorkFilter()
            late.isOfWard = true
            late.state = .only(.late)
            var week = WorkFilter()
            week.isOfWard = true
            week.state = .thisWeek
            let plans = try tx.runningPlans(for: officer)
            let targets = try tx.targets(of: plans, for: officer)
            return OverviewPage(
                overview: try tx.overview(for: officer),
                late: try tx.work(late, for: officer, limit: lateRows),
                week: try tx.work(week, for: officer, limit: weekRows + 1),
                reports: try tx.reportsOwed(
                    to: tx.today.adding(days: ReportWords.daysAhead), for: officer),
                red: targets.filter { $0.isRed(on: tx.today) }, targetCount: targets.count,
                burning: officer.may(.attendAlarms) ? try tx.openAlarmCases(for: officer) : [],
                months: try tx.workByMonth(for: officer), isAbove: try tx.isAbove(officer),
                today: tx.today, officer: officer)
        }
        return visit.page("Toàn cảnh", at: .overview, page.html)
    }

    /// The dashboards that an officer may see.
    ///
    /// - Parameter isAbove: whether other places stand below the officer's.
    static func tabs(_ officer: Officer, current: String, isAbove: Bool = false) -> HTML? {
        guard officer.may(.readAll) else { return nil }
        var items: [(String, String)] = []
        if officer.role != .supervisor { items.append(("Lãnh đạo", "/overview")) }
        items.append(("Giám sát", "/overview/supervision"))
        if officer.may(.runPlans) { items.append(("Công khai", "/overview/public")) }
        if isAbove { items.append(("Các địa phương", "/wards")) }
        guard items.count > 1 else { return nil }
        return Tabs.nav(
            "Các toàn cảnh",
            items.map { Tabs.Item($0.0, path: $0.1, isCurrent: $0.1 == current) })
    }
}
