package import Domain

/// A transmitter that is being tried.
package struct AlarmTrialLine: Sendable {
    package let id: String
    package let transmitter: String
    package let serial: String?
    package let facility: String
    package let facilityName: String?
    package let beganAt: Instant
    package let untilAt: Instant
    package let reason: String
    package let byName: String
}

extension Transaction {
    /// Says that a transmitter is tried or maintained for so many minutes; it ends by itself.
    package func beginAlarmTrial(
        of transmitter: String, minutes: Int?, reason: String, by officer: Officer
    ) throws {
        try officer.require(.judgeAlarms)
        try AlarmTrial.check(minutes: minutes, reason: reason)
        _ = try record(transmitter, of: Transmitters.description, for: officer)
        let running: String? = try value(
            """
            SELECT id AS value FROM alarm_trials
            WHERE ward = \(officer.ward) AND transmitter = \(transmitter)
                AND until_at > \(now) AND ended_at IS NULL
            """)
        guard running == nil else {
            throw Problem(
                .conflict, "Thiết bị này đang ở chế độ thử. Hãy kết thúc lần thử đó trước.")
        }
        let until = now.adding(seconds: Int64(minutes ?? 0) * 60)
        let id = makeIdentifier()
        try record(
            "alarm.trial.begin", "transmitters/\(transmitter)",
            [
                JournalChange("until", to: until.vietnamese), JournalChange("reason", to: reason),
            ], by: officer)
        try run(
            """
            INSERT INTO alarm_trials (ward, id, transmitter, began_at, until_at, reason, began_by)
            VALUES (\(officer.ward), \(id), \(transmitter), \(now), \(until), \(reason),
                \(officer.id))
            """)
    }

    package func endAlarmTrial(_ id: String, by officer: Officer) throws {
        try officer.require(.judgeAlarms)
        let found = try row(
            """
            SELECT transmitter FROM alarm_trials
            WHERE ward = \(officer.ward) AND id = \(id) AND until_at > \(now) AND ended_at IS NULL
            """)
        guard let found else {
            throw Problem(.notFound, "Lần thử này đã kết thúc.")
        }
        let transmitter: String = found["transmitter"]
        try record("alarm.trial.end", "transmitters/\(transmitter)", by: officer)
        let count = try run(
            """
            UPDATE alarm_trials SET ended_at = \(now), ended_by = \(officer.id)
            WHERE ward = \(officer.ward) AND id = \(id) AND ended_at IS NULL
            """)
        guard count == 1 else { throw Problem.changedMeanwhile }
        // A drill in it waits no longer.
        try run(
            """
            UPDATE device_drills SET until_at = \(now)
            WHERE ward = \(officer.ward) AND trial = \(id) AND ended_at IS NULL
            """)
    }

    /// Transmitters that are being tried now.
    package func alarmTrials(for officer: Officer) throws -> [AlarmTrialLine] {
        try rows(
            """
            SELECT r.id, r.transmitter, r.began_at, r.until_at, r.reason, t.serial, t.facility,
                f.name AS facility_name, p.name AS by_name
            FROM alarm_trials r
            JOIN transmitters t ON t.ward = r.ward AND t.id = r.transmitter
            LEFT JOIN facilities f ON f.ward = t.ward AND f.id = t.facility
            JOIN accounts p ON p.ward = r.ward AND p.id = r.began_by
            WHERE \(attended(by: officer)) AND r.ward = \(officer.ward)
                AND r.until_at > \(now) AND r.ended_at IS NULL
            ORDER BY r.until_at, r.id LIMIT \(Self.deskRowsMax)
            """
        ).map { row in
            AlarmTrialLine(
                id: row["id"], transmitter: row["transmitter"], serial: row["serial"],
                facility: row["facility"], facilityName: row["facility_name"],
                beganAt: row["began_at"], untilAt: row["until_at"], reason: row["reason"],
                byName: row["by_name"])
        }
    }

    func isTried(_ transmitter: String, ward: String, at moment: Instant) throws -> Bool {
        let found: Int? = try value(
            """
            SELECT 1 AS value FROM alarm_trials
            WHERE ward = \(ward) AND transmitter = \(transmitter) AND began_at <= \(moment)
                AND until_at > \(moment) AND (ended_at IS NULL OR ended_at > \(moment)) LIMIT 1
            """)
        return found != nil
    }

    /// Ends cases of devices that are no longer tried, as tests or drills in the name of who began
    /// them.
    ///
    /// - Returns: whether there were any.
    @discardableResult
    package func endTriedCases(ward: String) throws -> Bool {
        let over = try rows(
            """
            SELECT c.id, MIN(r.began_by) AS began_by FROM alarm_cases c
            JOIN transmitters t ON t.ward = c.ward AND t.facility = c.facility
            JOIN alarm_trials r ON r.ward = t.ward AND r.transmitter = t.id
            WHERE c.ward = \(ward) AND c.is_trial = 1 AND c.closed_at IS NULL
            GROUP BY c.id
            HAVING MAX(CASE WHEN r.ended_at IS NULL THEN r.until_at ELSE r.ended_at END) <= \(now)
            """)
        guard !over.isEmpty else { return false }
        try record(
            "alarm.trial.over", "wards/\(ward)", [JournalChange("cases", to: "\(over.count)")],
            ward: ward, account: nil, origin: "jobs")
        var desk = try openDesk(ward: ward)
        for row in over {
            let (id, account): (String, String) = (row["id"], row["began_by"])
            try run(
                """
                UPDATE alarm_cases SET outcome = CASE WHEN EXISTS (SELECT 1 FROM device_drills d
                        WHERE d.ward = \(ward) AND d.case_id = \(id)) THEN 'drill' ELSE 'test' END,
                    judged_at = \(now),
                    judged_by = \(account), closed_at = \(now), closed_by = \(account),
                    changed_at = \(now)
                WHERE ward = \(ward) AND id = \(id) AND closed_at IS NULL
                """)
            try desk.tell(.closed, of: id, by: account, at: now, in: self)
        }
        try closeDesk(desk)
        return true
    }
}
