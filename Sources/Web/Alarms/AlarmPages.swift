import Domain
import Hummingbird
import Storage

/// What transmitters report, which of them were never heard, and what was not taken.
enum AlarmPages {
    static let routes: [Route] = [.get("/alarms", .permission(.watchAlarms), list)]

    /// Numbers that were never heard; the terminal lists all.
    private static let unheardRows = 10

    /// `GET /alarms`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let page = try await visit.site.database.read { tx in
            AlarmListPage(
                lines: try tx.alarmLines(for: officer),
                unheard: try tx.unheardAlarmAccounts(
                    limit: unheardRows, for: officer),
                unheardCount: try tx.unheardAlarmAccountCount(for: officer),
                refusals: try tx.alarmRefusals(for: officer))
        }
        return visit.page(
            "Tín hiệu báo cháy", at: .alarms,
            "\(DeskPages.tabs(officer, current: "/alarms"))\(page.html)")
    }
}
