package import Domain

/// A device that can be tried, with its next drill and its last one.
package struct DeviceDrillLine: Sendable {
    /// A drill that is planned or runs.
    package struct Planned: Sendable {
        package let id: String
        package let beginsAt: Instant
        package let untilAt: Instant
        package let repeats: Bool
        package let hasBegun: Bool
    }

    /// A drill that is over.
    package struct Ended: Sendable {
        package let id: String
        package let at: Instant
        package let outcome: DeviceDrill.Outcome
        package let receivedAt: Instant?
        package let followedAt: Instant?
        package let shownAt: Instant?
        package let answeredAt: Instant?
        package let answeredBy: String?
        package let unitName: String?
        package let takenAt: Instant?
        package let takenBy: String?
        package let words: String?

        /// From the reception of the frame to the person who answered, in milliseconds.
        package var milliseconds: Int64? {
            guard let receivedAt, let answeredAt else { return nil }
            return answeredAt.milliseconds - receivedAt.milliseconds
        }
    }

    package let transmitter: String
    package let serial: String?
    package let facility: String
    package let facilityName: String?
    package let phone: String?
    package let planned: Planned?
    package let last: Ended?
    /// When a person last answered a drill of it.
    package let passedAt: Instant?
    /// Not in this month.
    package let isDue: Bool
}

/// How the drills of the officer's area stand.
package struct DeviceDrillCounts: Sendable, Equatable {
    package let devices: Int
    package let due: Int
    package let failed: Int

    package init(devices: Int, due: Int, failed: Int) {
        self.devices = devices
        self.due = due
        self.failed = failed
    }
}

extension Transaction {
    /// Devices that can be tried: drills that failed first, then who is due this month.
    package func deviceDrills(for officer: Officer) throws -> [DeviceDrillLine] {
        let month = Instant(startOf: today.firstOfMonth)
        return try rows(
            """
            SELECT * FROM (\(drills(for: officer))) d
            ORDER BY CASE WHEN d.is_failed = 1 THEN 0 WHEN d.passed_at < \(month) THEN 1 ELSE 2 END,
                d.passed_at, d.transmitter
            LIMIT \(Self.deskRowsMax)
            """
        ).map { row in
            let passedAt: Instant = row["passed_at"]
            return DeviceDrillLine(
                transmitter: row["transmitter"], serial: row["serial"], facility: row["facility"],
                facilityName: row["facility_name"], phone: row["phone"], planned: planned(row),
                last: ended(row), passedAt: passedAt.milliseconds == 0 ? nil : passedAt,
                isDue: passedAt < month)
        }
    }

    package func deviceDrillCounts(for officer: Officer) throws -> DeviceDrillCounts {
        let month = Instant(startOf: today.firstOfMonth)
        let row = try row(
            """
            SELECT COUNT(*) AS devices,
                CAST(COALESCE(SUM(CASE WHEN d.passed_at < \(month) THEN 1 ELSE 0 END), 0) AS BIGINT)
                    AS due,
                CAST(COALESCE(SUM(d.is_failed), 0) AS BIGINT) AS failed
            FROM (\(drills(for: officer))) d
            """)
        return DeviceDrillCounts(
            devices: row.map { $0["devices"] } ?? 0, due: row.map { $0["due"] } ?? 0,
            failed: row.map { $0["failed"] } ?? 0)
    }

    /// Devices whose last drill failed, as work of the officer's own unit.
    package func failedDrillCountOfUnit(for officer: Officer) throws -> Int {
        guard officer.may(.judgeAlarms) else { return 0 }
        return try value(
            """
            SELECT COUNT(*) AS value FROM device_drills e
            WHERE e.ward = \(officer.ward) AND e.unit = \(officer.unit ?? "")
                AND e.result IN ('silent', 'unanswered', 'missed') AND \(Self.isLastDrill)
            """) ?? 0
    }

    /// As forms about a device name it: its facility and its number.
    package func nameOfDevice(_ id: String, for officer: Officer) throws -> String {
        let device = try record(id, of: Transmitters.description, for: officer)
        let facility = try device[Transmitters.facility].map {
            try record($0.id, of: Facilities.description, for: officer)
        }
        return [facility?[Facilities.name], device[Transmitters.serial]].compactMap(\.self)
            .joined(separator: ", ")
    }

    private static let isLastDrill: SQL = """
        NOT EXISTS (SELECT 1 FROM device_drills n
            WHERE n.ward = e.ward AND n.transmitter = e.transmitter AND n.result <> 'cancelled'
                AND (n.ended_at > e.ended_at OR n.ended_at = e.ended_at AND n.id > e.id))
        """

    private func drills(for officer: Officer) -> SQL {
        """
        SELECT t.id AS transmitter, t.serial, t.facility, f.name AS facility_name, f.phone,
            o.id AS open_id, o.begins_at, o.until_at, o.repeats, o.began_at,
            e.id AS last_id, e.ended_at, e.result, e.received_at, e.followed_at, e.shown_at,
            e.answered_at, e.taken_at, e.words, u.name AS unit_name, p.name AS answered_name,
            q.name AS taken_name,
            CASE WHEN e.result IN ('silent', 'unanswered', 'missed') THEN 1 ELSE 0 END AS is_failed,
            COALESCE((SELECT MAX(x.answered_at) FROM device_drills x
                WHERE x.ward = t.ward AND x.transmitter = t.id AND x.result = 'passed'), 0)
                AS passed_at
        FROM transmitters t
        LEFT JOIN facilities f ON f.ward = t.ward AND f.id = t.facility
        LEFT JOIN device_drills o ON o.ward = t.ward AND o.transmitter = t.id
            AND o.ended_at IS NULL
        LEFT JOIN device_drills e ON e.ward = t.ward AND e.transmitter = t.id
            AND e.ended_at IS NOT NULL AND e.result <> 'cancelled' AND \(Self.isLastDrill)
        LEFT JOIN units u ON u.ward = e.ward AND u.id = e.unit
        LEFT JOIN accounts p ON p.ward = e.ward AND p.id = e.answered_by
        LEFT JOIN accounts q ON q.ward = e.ward AND q.id = e.taken_by
        WHERE t.ward = \(officer.ward) AND t.ended_at IS NULL AND \(attended(by: officer))
            AND EXISTS (SELECT 1 FROM alarm_accounts a
                WHERE a.ward = t.ward AND a.transmitter = t.id AND a.locked_at IS NULL)
        """
    }

    private func planned(_ row: Row) -> DeviceDrillLine.Planned? {
        guard let id = row["open_id"] as String? else { return nil }
        return DeviceDrillLine.Planned(
            id: id, beginsAt: row["begins_at"], untilAt: row["until_at"],
            repeats: row["repeats"], hasBegun: row["began_at"] as Instant? != nil)
    }

    private func ended(_ row: Row) -> DeviceDrillLine.Ended? {
        guard let id = row["last_id"] as String? else { return nil }
        return DeviceDrillLine.Ended(
            id: id, at: row["ended_at"], outcome: row["result"], receivedAt: row["received_at"],
            followedAt: row["followed_at"], shownAt: row["shown_at"],
            answeredAt: row["answered_at"], answeredBy: row["answered_name"],
            unitName: row["unit_name"], takenAt: row["taken_at"], takenBy: row["taken_name"],
            words: row["words"])
    }
}
