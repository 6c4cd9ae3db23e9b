import Crypto
package import Domain
import Foundation

/// A dated piece of work in a person's calendar.
package struct CalendarEntry: Sendable {
    package let id: String
    package let title: String
    package let label: String
    package let due: Day
    package let planTitle: String
    package let isLead: Bool
    package let status: WorkStatus
    package let version: Int
}

extension Transaction {
    /// Gives the officer a calendar address of their own; one given before stops working.
    package func renewCalendarFeed(token: String, by officer: Officer) throws {
        try run(
            """
            INSERT INTO calendar_feeds (ward, account, token_hash, created_at)
            VALUES (\(officer.ward), \(officer.id), \(Self.feedDigest(token)), \(now))
            ON CONFLICT (ward, account) DO UPDATE
            SET token_hash = excluded.token_hash, created_at = excluded.created_at
            """)
        try record("calendar.renew", "accounts/\(officer.id)", [], by: officer)
    }

    package func endCalendarFeed(by officer: Officer) throws {
        let ended = try run(
            """
            DELETE FROM calendar_feeds
            WHERE ward = \(officer.ward) AND account = \(officer.id)
            """)
        guard ended > 0 else {
            throw Problem(.notFound, "Bạn chưa có địa chỉ lịch, hoặc địa chỉ đã bị hủy.")
        }
        try record("calendar.end", "accounts/\(officer.id)", [], by: officer)
    }

    /// Since when the officer has a calendar address; nil: none.
    package func calendarFeedSince(for officer: Officer) throws -> Instant? {
        try value(
            """
            SELECT created_at AS value FROM calendar_feeds
            WHERE ward = \(officer.ward) AND account = \(officer.id)
            """)
    }

    /// Whose calendar an address is; nil: nobody's.
    package func calendarOwnerIfAny(token: String) throws -> Officer? {
        try row(
            """
            SELECT a.id, a.ward, a.login, a.name, a.role, a.unit FROM calendar_feeds c
            JOIN accounts a ON a.ward = c.ward AND a.id = c.account
            WHERE c.token_hash = \(Self.feedDigest(token)) AND a.locked_at IS NULL
            """
        ).map { row in
            Officer(
                id: row["id"], ward: row["ward"], login: row["login"], name: row["name"],
                role: row["role"], unit: row["unit"], origin: "calendar")
        }
    }

    /// Dated work of the officer's unit between two days.
    package func calendarEntries(
        from first: Day, to last: Day, for officer: Officer
    ) throws -> [CalendarEntry] {
        try rows(
            """
            SELECT o.id, o.label, o.version, \(WorkFacts.columns), t.title, p.title AS plan_title,
                m.role
            FROM occurrences o
            \(WorkSQL.joins)
            JOIN assignment_units m
                ON m.ward = a.ward AND m.assignment = a.id AND m.unit = \(officer.unit ?? "")
            WHERE o.ward = \(officer.ward) AND o.due_day >= \(first.number)
                AND o.due_day <= \(last.number) AND \(WorkSQL.live)
            ORDER BY o.due_day, o.id
            LIMIT \(Self.calendarEntriesMax)
            """
        ).compactMap { row in
            let facts = WorkFacts(row)
            guard let due = facts.due else { return nil }
            return CalendarEntry(
                id: row["id"], title: row["title"], label: row["label"], due: due,
                planTitle: row["plan_title"], isLead: (row["role"] as String) == "lead",
                status: WorkRule.status(of: facts, on: today), version: row["version"])
        }
    }

    /// More than a unit can have in the time that a calendar shows.
    private static var calendarEntriesMax: Int { 2000 }

    private static func feedDigest(_ token: String) -> String {
        hexadecimal(SHA256.hash(data: Data(token.utf8)))
    }
}
