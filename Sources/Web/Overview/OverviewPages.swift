import Domain
import Hummingbird
import Storage

/// The state of the whole ward on one page.
enum OverviewPages {
    static let routes: [Route] = [.get("/overview", .permission(.readAll), show)]

    /// Late pieces of work that the page names.
    private static let lateRows = 8

    /// `GET /overview`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let page = try await visit.site.database.read { tx in
            var late = WorkFilter()
            late.isOfWard = true
            late.state = .only(.late)
            return OverviewPage(
                overview: try tx.overview(for: officer),
                late: try tx.work(late, for: officer, limit: lateRows),
                reports: try tx.reportsOwed(
                    to: tx.today.adding(days: ReportWords.daysAhead), for: officer),
                today: tx.today)
        }
        return visit.page("Toàn cảnh", at: .overview, page.html)
    }
}
