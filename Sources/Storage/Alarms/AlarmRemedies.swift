package import Domain

/// What the head of a facility owes against its false alarms.
package struct AlarmRemedyLine: Sendable {
    package let id: String
    package let facility: String
    package let facilityName: String?
    package let head: String?
    package let phone: String?
    package let unitName: String?
    package let openedAt: Instant
    package let count: Int
    package let days: Int
    /// Of the plan; once it is there, of what it says.
    package let due: Day
    package let plan: String?
    package let receivedAt: Instant?
    package let receivedBy: String?
}

extension Transaction {
    /// Makes a plan of remedy owed where this was one false alarm too many; it is work of the
    /// police unit until it ends, and not owed twice meanwhile.
    ///
    /// The caller holds the journal of the ward, so that two judgements cannot both see the last.
    func oweRemedy(of facility: String, since alarm: Instant, by officer: Officer) throws {
        let ward = officer.ward
        let rule = try falseAlarmRule(ward: ward)
        let last = try row(
            """
            SELECT ended_at FROM alarm_remedies WHERE ward = \(ward) AND facility = \(facility)
            ORDER BY opened_at DESC, id DESC LIMIT 1
            """)
        // What led to an earlier plan is settled with it.
        var since = alarm.adding(seconds: -Int64(rule.days) * 86_400)
        if let last {
            guard let ended = last["ended_at"] as Instant? else { return }
            since = max(since, ended)
        }
        let count: Int =
            try value(
                """
                SELECT COUNT(*) AS value FROM alarm_cases c
                WHERE c.ward = \(ward) AND c.facility = \(facility) AND c.kind = 'alarm'
                    AND c.is_trial = 0 AND \(Self.isFalse) AND c.opened_at > \(since)
                """) ?? 0
        guard count >= rule.count else { return }
        let (id, due) = (makeIdentifier(), today.adding(days: rule.planDays))
        try record(
            "alarm.remedy", "facilities/\(facility)",
            [JournalChange("cases", to: "\(count)"), JournalChange("due", to: due.iso)],
            by: officer)
        try run(
            """
            INSERT INTO alarm_remedies (ward, id, facility, unit, opened_at, alarm_count,
                within_days, due)
            VALUES (\(ward), \(id), \(facility), \(try policeUnit(ward: ward)), \(now), \(count),
                \(rule.days), \(due))
            """)
    }

    /// The unit whose work alarms are.
    func policeUnit(ward: String) throws -> String? {
        try value(
            """
            SELECT id AS value FROM units
            WHERE ward = \(ward) AND kind = 'police' AND ended_at IS NULL ORDER BY id LIMIT 1
            """)
    }

    /// Remedies that are not done, by their day.
    package func alarmRemedies(for officer: Officer) throws -> [AlarmRemedyLine] {
        try rows(
            """
            SELECT m.id, m.facility, m.opened_at, m.alarm_count, m.within_days, m.due,
                m.plan_words, m.received_at, f.name AS facility_name, f.head, f.phone,
                u.name AS unit_name, p.name AS received_name
            FROM alarm_remedies m
            JOIN facilities f ON f.ward = m.ward AND f.id = m.facility
            LEFT JOIN units u ON u.ward = m.ward AND u.id = m.unit
            LEFT JOIN accounts p ON p.ward = m.ward AND p.id = m.received_by
            WHERE m.ward = \(officer.ward) AND m.ended_at IS NULL AND \(attended(by: officer))
            ORDER BY m.due, m.id LIMIT \(Self.deskRowsMax)
            """
        ).map { row in
            AlarmRemedyLine(
                id: row["id"], facility: row["facility"], facilityName: row["facility_name"],
                head: row["head"], phone: row["phone"], unitName: row["unit_name"],
                openedAt: row["opened_at"], count: row["alarm_count"], days: row["within_days"],
                due: row["due"], plan: row["plan_words"], receivedAt: row["received_at"],
                receivedBy: row["received_name"])
        }
    }

    /// Remedies that the officer's own unit sees to.
    package func remedyCountOfUnit(for officer: Officer) throws -> Int {
        guard officer.may(.judgeAlarms) else { return 0 }
        return try value(
            """
            SELECT COUNT(*) AS value FROM alarm_remedies
            WHERE ward = \(officer.ward) AND unit = \(officer.unit ?? "") AND ended_at IS NULL
            """) ?? 0
    }

    /// Keeps the plan that the head of the facility handed in; its own day is the next one.
    package func receiveRemedy(
        _ id: String, plan: String, doneBy: Day?, by officer: Officer
    ) throws {
        try officer.require(.judgeAlarms)
        try AlarmRemedy.check(plan: plan, doneBy: doneBy, today: today)
        let old: Day? = try value(
            """
            SELECT due AS value FROM alarm_remedies
            WHERE ward = \(officer.ward) AND id = \(id) AND ended_at IS NULL
            """)
        try record(
            "alarm.remedy.plan", "alarm_remedies/\(id)",
            [
                JournalChange("due", from: old?.iso, to: doneBy?.iso),
                JournalChange("text", to: plan),
            ], by: officer)
        let count = try run(
            """
            UPDATE alarm_remedies SET plan_words = \(plan), due = \(doneBy), received_at = \(now),
                received_by = \(officer.id)
            WHERE ward = \(officer.ward) AND id = \(id) AND ended_at IS NULL
            """)
        guard count == 1 else { throw Self.remedyIsOver }
    }

    /// Ends a remedy: what the plan says was done, or is no longer needed, in words.
    package func endRemedy(_ id: String, words: String, by officer: Officer) throws {
        try officer.require(.judgeAlarms)
        try AlarmRemedy.check(end: words)
        try record(
            "alarm.remedy.end", "alarm_remedies/\(id)", [JournalChange("text", to: words)],
            by: officer)
        let count = try run(
            """
            UPDATE alarm_remedies SET ended_at = \(now), ended_by = \(officer.id), words = \(words)
            WHERE ward = \(officer.ward) AND id = \(id) AND ended_at IS NULL
            """)
        guard count == 1 else { throw Self.remedyIsOver }
    }

    private static var remedyIsOver: Problem {
        Problem(.notFound, "Việc khắc phục này đã kết thúc. Hãy xem lại danh sách.")
    }
}
