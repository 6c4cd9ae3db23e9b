package import Domain

/// A signal as a page shows it.
package struct AlarmLine: Sendable {
    /// Of the frame.
    package let id: String
    package let part: Int
    package let receivedAt: Instant
    package let deviceAt: Instant?
    package let number: String
    package let transmitter: String
    package let serial: String?
    package let facility: String
    package let facilityName: String?
    package let signal: AlarmSignal
    /// What was odd about its frame.
    package let marks: AlarmMarks
}

/// An account as a page shows it.
package struct AlarmAccountLine: Sendable {
    package let number: String
    package let transmitter: String
    package let serial: String?
    package let facility: String
    package let facilityName: String?
    package let heartbeatSeconds: Int
    package let hasKey: Bool
    package let createdAt: Instant
    /// nil: never.
    package let heardAt: Instant?
    package let learnt: Int64
    /// What is not its habit, and was seen.
    package let deviated: Int64
    package let isPinned: Bool
    package let hasToken: Bool
    package let refusesPlain: Bool
    package let isLocked: Bool
}

/// What was refused, by reason.
package struct AlarmRefusalCount: Sendable {
    package let reason: String
    package let seen: Int
    package let kept: Int
    /// Of the last that was kept.
    package let message: String?
    package let source: String?
    package let number: String?
    package let lastAt: Instant?
}

extension Transaction {
    package static var alarmPageRows: Int { 50 }
    /// Refusals of so many days are counted together.
    package static var refusalDays: Int64 { 7 }
    private static var millisecondsOfDay: Int64 { 86_400_000 }

    /// Whose alarms the officer may see.
    private func seen(_ officer: Officer, _ column: SQL) -> SQL {
        officer.may(.watchAlarms) ? "\(column) = \(officer.ward)" : "1 = 0"
    }

    /// Signals, newest first.
    package func alarmLines(
        limit: Int = alarmPageRows, for officer: Officer
    ) throws -> [AlarmLine] {
        try rows(
            """
            SELECT e.id, e.part, e.received_at, e.device_at, e.kind, e.change, e.scheme, e.code,
                e.zone, e.area, e.person, e.words, e.meaning, e.marks, a.number, a.transmitter,
                t.serial, t.facility, f.name AS facility_name
            FROM alarm_events e
            JOIN alarm_accounts a ON a.ward = e.ward AND a.id = e.account
            JOIN transmitters t ON t.ward = a.ward AND t.id = a.transmitter
            LEFT JOIN facilities f ON f.ward = t.ward AND f.id = t.facility
            WHERE \(seen(officer, "e.ward"))
            ORDER BY e.received_at DESC, e.id DESC, e.part DESC LIMIT \(limit)
            """
        ).map { row in
            AlarmLine(
                id: row["id"], part: row["part"], receivedAt: row["received_at"],
                deviceAt: row["device_at"], number: row["number"], transmitter: row["transmitter"],
                serial: row["serial"], facility: row["facility"],
                facilityName: row["facility_name"],
                signal: AlarmSignal(
                    kind: row["kind"], change: row["change"], scheme: row["scheme"],
                    code: row["code"], zone: row["zone"], area: row["area"],
                    person: row["person"], text: row["words"], meaning: row["meaning"]),
                marks: AlarmMarks(rawValue: row["marks"]))
        }
    }

    /// Accounts in use that were never heard, oldest first.
    package func unheardAlarmAccounts(
        limit: Int = alarmPageRows, for officer: Officer
    ) throws -> [AlarmAccountLine] {
        try alarmAccountLines(where: unheard(officer), limit: limit)
    }

    package func unheardAlarmAccountCount(for officer: Officer) throws -> Int {
        try value(
            """
            SELECT COUNT(*) AS value FROM alarm_accounts a
            LEFT JOIN alarm_heard h ON h.ward = a.ward AND h.account = a.id
            WHERE \(unheard(officer))
            """) ?? 0
    }

    private func unheard(_ officer: Officer) -> SQL {
        "\(seen(officer, "a.ward")) AND a.locked_at IS NULL AND h.heard_at IS NULL"
    }

    /// All accounts of a ward, for the terminal.
    package func alarmAccountLines(ward: String, limit: Int) throws -> [AlarmAccountLine] {
        try alarmAccountLines(where: "a.ward = \(ward)", limit: limit)
    }

    private func alarmAccountLines(
        where condition: SQL, limit: Int
    ) throws -> [AlarmAccountLine] {
        try rows(
            """
            SELECT a.number, a.transmitter, a.heartbeat_seconds, a.created_at, a.locked_at,
                CASE WHEN a.secret IS NULL THEN 0 ELSE 1 END AS has_key,
                CASE WHEN a.token_hash IS NULL THEN 0 ELSE 1 END AS has_token,
                CASE WHEN a.pinned IS NULL THEN 0 ELSE 1 END AS is_pinned, a.plain_refused,
                t.serial, t.facility, f.name AS facility_name, h.heard_at, h.learnt, h.deviated
            FROM alarm_accounts a
            JOIN transmitters t ON t.ward = a.ward AND t.id = a.transmitter
            LEFT JOIN facilities f ON f.ward = t.ward AND f.id = t.facility
            LEFT JOIN alarm_heard h ON h.ward = a.ward AND h.account = a.id
            WHERE \(condition) ORDER BY a.created_at, a.id LIMIT \(limit)
            """
        ).map { row in
            AlarmAccountLine(
                number: row["number"], transmitter: row["transmitter"], serial: row["serial"],
                facility: row["facility"], facilityName: row["facility_name"],
                heartbeatSeconds: row["heartbeat_seconds"], hasKey: (row["has_key"] as Int) != 0,
                createdAt: row["created_at"], heardAt: row["heard_at"],
                learnt: (row["learnt"] as Int64?) ?? 0,
                deviated: (row["deviated"] as Int64?) ?? 0,
                isPinned: (row["is_pinned"] as Int) != 0,
                hasToken: (row["has_token"] as Int) != 0,
                refusesPlain: (row["plain_refused"] as Int) != 0,
                isLocked: (row["locked_at"] as Instant?) != nil)
        }
    }

    /// What was refused lately, by reason, most first: of the officer's ward and, where the
    /// installation serves one ward, what nobody is known for.
    package func alarmRefusals(for officer: Officer) throws -> [AlarmRefusalCount] {
        let whose: SQL = """
            (\(seen(officer, "r.ward")) OR r.ward = \(RefusedFrame.nobody)
                AND \(officer.may(.watchAlarms) ? "1 = 1" : "1 = 0" as SQL)
                AND (SELECT COUNT(*) FROM wards) = 1)
            """
        let since = Instant(
            milliseconds: now.milliseconds - Self.refusalDays * Self.millisecondsOfDay)
        let counts = try rows(
            """
            SELECT r.reason, CAST(SUM(r.seen) AS BIGINT) AS seen, CAST(SUM(r.kept) AS BIGINT) AS kept
            FROM alarm_refusal_counts r WHERE \(whose) AND r.hour >= \(since)
            GROUP BY r.reason ORDER BY seen DESC, r.reason
            """)
        return try counts.map { row in
            let reason: String = row["reason"]
            let last = try self.row(
                """
                SELECT r.message, r.source, r.number, r.received_at FROM alarm_refusals r
                WHERE \(whose) AND r.reason = \(reason) AND r.received_at >= \(since)
                ORDER BY r.received_at DESC, r.id DESC LIMIT 1
                """)
            return AlarmRefusalCount(
                reason: reason, seen: row["seen"], kept: row["kept"],
                message: last.map { $0["message"] }, source: last.map { $0["source"] },
                number: last.flatMap { $0["number"] }, lastAt: last.map { $0["received_at"] })
        }
    }
}
