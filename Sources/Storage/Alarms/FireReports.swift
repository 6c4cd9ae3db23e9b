package import Domain

extension FireReport.Source: SQLConvertible {}

/// What a person said of a fire, as the desk shows it.
package struct FireReportLine: Sendable {
    package let id: String
    package let at: Instant
    package let report: FireReport
    /// Who wrote it down; nil: the citizen.
    package let byName: String?
    /// How many alarms of the same sender were found to be made up.
    package let madeUp: Int
}

extension Transaction {
    /// So many reports of citizens are taken in an hour; beyond it the page says to call 114.
    package static var reportsOfOneMax: Int { 10 }
    package static var reportsOfWardMax: Int { 200 }
    private static var reportSpanSeconds: Int64 { 3_600 }
    /// Senders of made-up alarms are remembered so long.
    private static var madeUpDays: Int64 { 90 }
    package static var reportRowsMax: Int { 50 }
    /// Callers can be asked again for so long after their alarm is over.
    package static var callersKeptDays: Int64 { 90 }

    /// A duty officer writes down what somebody says.
    ///
    /// - Parameters:
    ///   - facility: a name as the register has it, or an identifier; empty: none.
    ///   - joining: an open alarm that it is of; nil: of that of its facility, or of a new one.
    /// - Returns: the identifier of the alarm.
    @discardableResult
    package func reportFire(
        _ report: FireReport, facility: String = "", joining: String? = nil, by officer: Officer
    ) throws -> String {
        try officer.require(.attendAlarms)
        let facility = try facility.isEmpty ? nil : named(facility, for: officer)
        try report.check(hasFacility: facility != nil)
        if let joining {
            guard try openCase(joining, by: officer).kind == .alarm else {
                throw Problem(.invalid, "Mất tín hiệu không phải là vụ cháy.")
            }
        }
        // Who may judge looks after what they write down; a head of a group calls for others.
        let taker = officer.may(.judgeAlarms) ? officer.id : nil
        return try keep(
            Told(
                report: report, ward: officer.ward, facility: facility, account: officer.id,
                taker: taker, origin: officer.origin)
        ) { _ in joining }
    }

    /// A citizen reports a fire on the public page; nobody has verified it.
    ///
    /// - Throws: `.tooMany` when one sender, or all together, sent more than people do.
    @discardableResult
    package func reportFire(
        _ report: FireReport, ward: String, origin: String
    ) throws -> String {
        try report.check()
        let since = now.adding(seconds: -Self.reportSpanSeconds)
        let sent = try row(
            """
            SELECT COUNT(*) AS all_of_them,
                CAST(COALESCE(SUM(CASE WHEN origin = \(origin) THEN 1 ELSE 0 END), 0) AS BIGINT)
                    AS own
            FROM alarm_reports WHERE ward = \(ward) AND account IS NULL AND at > \(since)
            """)
        if let sent {
            let (all, own): (Int, Int) = (sent["all_of_them"], sent["own"])
            guard own < Self.reportsOfOneMax, all < Self.reportsOfWardMax else {
                throw Problem(
                    .tooMany,
                    "Trang này đã nhận quá nhiều tin. Đang cháy thì gọi 114 ngay; 114 luôn nghe máy."
                )
            }
        }
        return try keep(
            Told(
                report: report, ward: ward, facility: nil, account: nil, taker: nil,
                origin: origin)
        ) { tx in try report.point.flatMap { try tx.openAlarm(near: $0, ward: ward) } }
    }

    /// What people said of an alarm, oldest first, with their names and telephones.
    ///
    /// - Throws: `.forbidden` to who does not answer alarms: it is personal.
    package func fireReports(of id: String, for officer: Officer) throws -> [FireReportLine] {
        try officer.require(.judgeAlarms)
        let found = try alarmCase(id, for: officer)
        let since = now.adding(seconds: -Self.madeUpDays * 86_400)
        return try rows(
            """
            SELECT r.id, r.at, r.source, r.place, r.what, r.people, r.caller, r.phone,
                r.latitude, r.longitude, p.name AS by_name,
                (SELECT COUNT(DISTINCT c.id) FROM alarm_reports o
                    JOIN alarm_cases c ON c.ward = o.ward AND c.id = o.case_id
                    WHERE r.account IS NULL AND o.ward = r.ward AND o.account IS NULL
                        AND o.at > \(since) AND o.origin = r.origin
                        AND c.outcome = 'malicious') AS made_up
            FROM alarm_reports r
            LEFT JOIN accounts p ON p.ward = r.ward AND p.id = r.account
            WHERE r.ward = \(officer.ward) AND r.case_id = \(found.id)
            ORDER BY r.at, r.id LIMIT \(Self.reportRowsMax)
            """
        ).map { row in
            FireReportLine(
                id: row["id"], at: row["at"],
                report: FireReport(
                    source: row["source"], place: row["place"], what: row["what"],
                    people: row["people"], caller: row["caller"], phone: row["phone"],
                    point: Coordinate(row)),
                byName: row["by_name"], madeUp: row["made_up"])
        }
    }

    /// Forgets names, telephones and addresses of senders whose alarm is long over.
    ///
    /// What they said, and where, stays with the alarm.
    package func forgetCallers(ward: String) throws {
        let before = now.adding(seconds: -Self.callersKeptDays * 86_400)
        let count = try run(
            """
            UPDATE alarm_reports SET caller = '', phone = '', origin = ''
            WHERE ward = \(ward) AND (caller <> '' OR phone <> '' OR origin <> '') AND case_id IN (
                SELECT id FROM alarm_cases WHERE ward = \(ward) AND closed_at <= \(before))
            """)
        guard count > 0 else { return }
        try record(
            "alarm.report.forget", "alarm_reports", [JournalChange("count", to: String(count))],
            ward: ward, account: nil, origin: "jobs")
    }

    // MARK: How it becomes an alarm

    private struct Told {
        let report: FireReport
        let ward: String
        let facility: (id: String, kind: Facilities.Kind?)?
        let account: String?
        let taker: String?
        let origin: String
    }

    private func named(
        _ text: String, for officer: Officer
    ) throws -> (id: String, kind: Facilities.Kind?) {
        switch try CellResolver(self, officer).resolve(text, Incidents.facility) {
        case .found(let id):
            let record = try record(id, of: Facilities.description, for: officer)
            return (record.id, record[Facilities.kind])
        case .refused(let reason):
            throw Problem(
                .invalid, "Có 1 mục chưa đúng.", refusals: ["facility": "Cơ sở: \(reason)"])
        }
    }

    /// The journal first, then the desk (`Desk` says why), under whose lock the alarm is chosen.
    private func keep(
        _ told: Told, choose: (Transaction) throws -> String?
    ) throws -> String {
        let (report, id) = (told.report, makeIdentifier())
        try record(
            "alarm.report", "alarm_reports/\(id)",
            [JournalChange("source", to: report.source.rawValue)], ward: told.ward,
            account: told.account, origin: told.origin)
        var desk = try openDesk(ward: told.ward)
        let known = try choose(self) ?? openAlarm(ofFacility: told.facility?.id, ward: told.ward)
        let alarm = try known ?? openAlarm(told)
        if known != nil { try join(told, to: alarm, &desk) }
        let (latitude, longitude) = (report.point?.latitude, report.point?.longitude)
        try run(
            """
            INSERT INTO alarm_reports (ward, id, case_id, at, source, place, what, people, caller,
                phone, latitude, longitude, account, origin)
            VALUES (\(told.ward), \(id), \(alarm), \(now), \(report.source), \(report.place),
                \(report.what), \(report.people), \(report.caller), \(report.phone),
                \(latitude), \(longitude), \(told.account), \(told.origin))
            """)
        try desk.tell(
            .reported, of: alarm, by: told.account, report.what, at: now, in: self)
        try closeDesk(desk)
        return alarm
    }

    private func openAlarm(_ told: Told) throws -> String {
        let (report, id) = (told.report, makeIdentifier())
        let policy = try alarmPolicy(for: told.facility?.kind, ward: told.ward)
        let group = try report.point.flatMap { point in
            try boundaries(told.ward).groups.first { $0.value.contains(point) }?.key
        }
        let place: String? = told.facility == nil ? report.placeName : nil
        let (latitude, longitude) = (report.point?.latitude, report.point?.longitude)
        try run(
            """
            INSERT INTO alarm_cases (ward, id, kind, facility, opened_at, changed_at, priority,
                zones, is_trial, sends_first, verify_by, source, place, latitude, longitude,
                group_unit, reports, taken_at, taken_by)
            VALUES (\(told.ward), \(id), 'alarm', \(told.facility?.id), \(now), \(now),
                \(AlarmPriority.usual), 0, 0, \(policy.sendsFirst),
                \(now.adding(seconds: Int64(policy.verifySeconds))), \(report.source), \(place),
                \(latitude), \(longitude), \(group), 1,
                \(told.taker.map { _ in now }), \(told.taker))
            """)
        return id
    }

    /// A person and a device that report the same confirm each other.
    private func join(_ told: Told, to id: String, _ desk: inout Desk) throws {
        let point = told.report.point
        let before: AlarmPriority? = try value(
            "SELECT priority AS value FROM alarm_cases WHERE ward = \(told.ward) AND id = \(id)")
        let after: AlarmPriority? = try row(
            """
            UPDATE alarm_cases SET reports = reports + 1, changed_at = \(now),
                priority = CASE WHEN zones > 0 AND is_trial = 0 THEN \(AlarmPriority.high)
                    ELSE priority END,
                latitude = COALESCE(latitude, \(point?.latitude)),
                longitude = COALESCE(longitude, \(point?.longitude))
            WHERE ward = \(told.ward) AND id = \(id) AND closed_at IS NULL RETURNING priority
            """)?["priority"]
        guard let before, let after else { throw Problem.changedMeanwhile }
        if after > before {
            try desk.tell(.raised, of: id, by: told.account, at: now, in: self)
        }
    }

    private func openAlarm(ofFacility facility: String?, ward: String) throws -> String? {
        guard let facility else { return nil }
        return try value(
            """
            SELECT id AS value FROM alarm_cases
            WHERE ward = \(ward) AND facility = \(facility) AND is_trial = 0 AND kind = 'alarm'
                AND closed_at IS NULL
            """)
    }

    /// The open alarm nearest to a point, if it is of the same fire.
    private func openAlarm(near point: Coordinate, ward: String) throws -> String? {
        let open = try rows(
            """
            SELECT c.id, COALESCE(c.latitude, f.latitude) AS latitude,
                COALESCE(c.longitude, f.longitude) AS longitude
            FROM alarm_cases c
            LEFT JOIN facilities f ON f.ward = c.ward AND f.id = c.facility
            WHERE c.ward = \(ward) AND c.closed_at IS NULL AND c.kind = 'alarm'
                AND c.is_trial = 0
            ORDER BY c.opened_at, c.id LIMIT \(Self.deskRowsMax)
            """
        ).compactMap { row in
            Coordinate(row).map { (id: row["id"] as String, metres: $0.metres(to: point)) }
        }
        let nearest = open.min { ($0.metres, $0.id) < ($1.metres, $1.id) }
        return nearest.flatMap { $0.metres <= FireReport.sameFireMetres ? $0.id : nil }
    }
}

extension Coordinate {
    /// Of the columns `latitude` and `longitude`.
    init?(_ row: Row) {
        guard let latitude: Double = row["latitude"], let longitude: Double = row["longitude"]
        else { return nil }
        self.init(latitude: latitude, longitude: longitude)
    }
}
