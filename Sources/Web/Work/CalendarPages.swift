import Documents
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Storage

/// Due days of a person's unit: a month, a list, and the address for calendar programs.
enum CalendarPages {
    static let routes: [Route] = [
        .get("/calendar", .signedIn, show),
        .post("/calendar/feed", .signedIn, renew),
        .post("/calendar/feed/end", .signedIn, end),
        .get("/calendar/{token}.ics", .anyone, feed),
    ]

    /// What calendar programs get: what was missed lately, and the year ahead.
    private static let feedDaysBack = 92
    private static let feedDaysAhead = 400

    /// `GET /calendar`
    @Sendable static func show(_ visit: Visit) async throws -> Response {
        try await page(visit, feedAddress: nil)
    }

    /// `POST /calendar/feed`: a new address, shown this once; only its hash is kept.
    @Sendable static func renew(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let token = SessionCookie.makeToken()
        try await visit.site.database.write { tx in
            try tx.renewCalendarFeed(token: token, by: officer)
        }
        return try await page(visit, feedAddress: "\(visit.site.address)/calendar/\(token).ics")
    }

    /// `POST /calendar/feed/end`
    @Sendable static func end(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        try await visit.site.database.write { tx in try tx.endCalendarFeed(by: officer) }
        return .seeOther("/calendar?done=\(Flash.ended)")
    }

    /// `GET /calendar/{token}.ics`: whoever knows the address reads due days, nothing else.
    @Sendable static func feed(_ visit: Visit) async throws -> Response {
        let token = visit.parameter("token")
        let site = visit.site
        let found = try await site.database.read { tx -> ([ICalendar.Event], String)? in
            guard let owner = try tx.calendarOwnerIfAny(token: token) else { return nil }
            let today = tx.today
            let first = today.adding(days: -feedDaysBack)
            let last = today.adding(days: feedDaysAhead)
            let entries = try tx.calendarEntries(from: first, to: last, for: owner)
            let reports = try tx.reportsToMake(from: first, to: last, by: owner)
            let events =
                entries.map { event($0, site.address) } + reports.map { event($0, site.address) }
            return (events, owner.name)
        }
        guard let (events, name) = found else {
            throw Problem(
                .notFound, "Địa chỉ lịch này không còn dùng được. Hãy lấy địa chỉ mới ở trang Lịch."
            )
        }
        let calendar = ICalendar(name: "Canh Lửa: \(name)", events: events)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/calendar; charset=utf-8",
                .contentDisposition: "inline; filename=\"canhlua.ics\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: calendar.text(at: site.now))))
    }

    private static func event(_ entry: CalendarEntry, _ address: String) -> ICalendar.Event {
        let mark = entry.status.isOpen ? "" : "✓ "
        let label = entry.label.isEmpty ? "" : " (\(entry.label))"
        let role = entry.isLead ? "Chủ trì" : "Phối hợp"
        return ICalendar.Event(
            id: entry.id, day: entry.due, title: "\(mark)\(entry.title)\(label)",
            detail:
                "\(role). \(entry.status.title). \(entry.planTitle)\n\(address)/work/\(entry.id)",
            address: "\(address)/work/\(entry.id)", sequence: entry.version,
            isOpen: entry.status.isOpen && entry.status != .waiting)
    }

    private static func event(_ report: OwedReport, _ address: String) -> ICalendar.Event {
        let period = report.period
        let path = "\(address)/reports/\(period.id)"
        return ICalendar.Event(
            id: period.id, day: period.due, title: period.title,
            detail:
                "Báo cáo phải gửi. Kế hoạch \(period.duty.planNumber): \(period.duty.planTitle)\n\(path)",
            address: path, sequence: period.version, isOpen: true)
    }

    private static func page(_ visit: Visit, feedAddress: String?) async throws -> Response {
        let officer = try visit.officer()
        let asked = Day(iso: "\(visit.query("month"))-01")
        let page = try await visit.site.database.read { tx in
            let first = (asked ?? tx.today).firstOfMonth
            return CalendarPage(
                first: first, today: tx.today,
                entries: try tx.calendarEntries(from: first, to: first.lastOfMonth, for: officer),
                reports: try tx.reportsToMake(from: first, to: first.lastOfMonth, by: officer),
                feedSince: try tx.calendarFeedSince(for: officer), feedAddress: feedAddress,
                viewer: visit.viewer)
        }
        return visit.page("Lịch", at: .work, page.html)
    }
}
