package import Domain

/// Alarms of a facility as the desk shows them (một báo cháy).
package struct AlarmCase: Sendable, Equatable {
    package enum Kind: String, Sendable, SQLConvertible { case alarm, outage }

    package let id: String
    package let kind: Kind
    package let facility: String?
    package let facilityName: String?
    package let address: String?
    package let facilityKind: Facilities.Kind?
    /// Head of the facility and telephone, as the register has them.
    package let head: String?
    package let phone: String?
    package let openedAt: Instant
    package let changedAt: Instant
    package let priority: AlarmPriority
    package let zones: Int
    package let isTrial: Bool
    package let sendsFirst: Bool
    package let verifyBy: Instant
    package let taken: Act?
    package let told: Act?
    package let outcome: AlarmOutcome?
    package let cause: AlarmOutcome.Cause?
    package let words: String?
    package let judged: Act?
    package let incident: String?
    package let closed: Act?
    /// What a device reported last and calls people.
    package struct LastAlarm: Sendable, Equatable {
        package let meaning: String
        package let area: String?
        package let zone: String?
        /// What the device said in words.
        package let words: String?

        init?(_ row: Row) {
            guard let meaning: String = row["last_meaning"] else { return nil }
            self.meaning = meaning
            area = row["last_area"]
            zone = row["last_zone"]
            words = row["last_words"]
        }
    }
    package let last: LastAlarm?
    /// Of the device, which made it.
    package let drill: String?
    /// What somebody of the facility said last at the telephone.
    package let said: Said?

    /// A named person of the facility, who pressed a key.
    package struct Said: Sendable, Equatable {
        package let name: String
        package let key: CallAnswer.Key
        package let at: Instant
    }
    /// How it was told first; nil: by a device.
    package let source: FireReport.Source?
    /// Where it burns, if at no facility of the register.
    package let place: String?
    package let point: Coordinate?
    /// Residential group in which the point lies.
    package let group: String?
    /// How many people told it.
    package let reports: Int
    /// What was said of it last.
    package let lastReport: String?
    /// Who is in danger, as was said last.
    package let lastPeople: String?
    /// Of devices that were lost together: what they share.
    package internal(set) var outage: Outage.Traits?
    /// Devices that other wards lost with them.
    let elsewhere: Outage.Elsewhere?

    /// Who did something, and when.
    package struct Act: Sendable, Equatable {
        package let at: Instant
        package let by: String
        package let name: String
    }

    init(_ row: Row) {
        id = row["id"]
        kind = row["kind"]
        facility = row["facility"]
        facilityName = row["facility_name"]
        address = row["address"]
        facilityKind = (row["facility_kind"] as String?).flatMap(Facilities.Kind.init(rawValue:))
        head = row["head"]
        phone = row["phone"]
        openedAt = row["opened_at"]
        changedAt = row["changed_at"]
        priority = row["priority"]
        zones = row["zones"]
        isTrial = row["is_trial"]
        sendsFirst = row["sends_first"]
        verifyBy = row["verify_by"]
        outcome = row["outcome"]
        cause = row["cause"]
        words = row["words"]
        incident = row["incident"]
        last = LastAlarm(row)
        drill = row["drill"]
        if let key: CallAnswer.Key = row["said_key"] {
            said = Said(name: row["said_name"], key: key, at: row["said_at"])
        } else {
            said = nil
        }
        source = FireReport.Source(rawValue: row["source"])
        place = row["place"]
        point = Coordinate(row)
        group = row["group_unit"]
        reports = row["reports"]
        lastReport = row["last_report"]
        lastPeople = row["last_people"]
        if let devices: Int = row["elsewhere_devices"], let wards: Int = row["elsewhere_wards"] {
            elsewhere = Outage.Elsewhere(devices: devices, wards: wards)
        } else {
            elsewhere = nil
        }
        func act(_ name: String) -> Act? {
            guard let at: Instant = row["\(name)_at"], let by: String = row["\(name)_by"] else {
                return nil
            }
            return Act(at: at, by: by, name: row["\(name)_name"] ?? "")
        }
        taken = act("taken")
        told = act("told")
        judged = act("judged")
        closed = act("closed")
    }

    package var isOpen: Bool { closed == nil }
    /// The facility, or the place that people told; nil: of devices that were lost together.
    package var siteName: String? { facilityName ?? place }
    /// People told it, no device did, and nobody has said yet what it is.
    package var isUnverified: Bool { isOpen && reports > 0 && zones == 0 && outcome == nil }
    /// Nobody has said yet that it is looked after.
    package var waits: Bool { isOpen && taken == nil && !isTrial && kind == .alarm }
}

/// A step of a case, with who did it.
package struct AlarmStep: Sendable {
    package let sequence: Int64
    package let caseID: String
    package let at: Instant
    package let kind: AlarmStepKind
    package let name: String?
    package let words: String?
    package let facilityName: String?
    package let priority: AlarmPriority
    package let isTrial: Bool
    package let isDrill: Bool
    /// Of devices that were lost together, and not of a fire.
    package let isOfOutage: Bool
}

/// A zone of a facility as it was last reported.
package struct AlarmZoneLine: Sendable {
    package let number: String
    package let zone: AlarmZone
    package let state: ZoneState
    package let at: Instant
    /// What the device said in words.
    package let words: String?
}

extension Transaction {
    package static var deskRowsMax: Int { 200 }
    /// Ended cases that the desk still shows.
    package static var endedCasesShown: Int { 20 }

    /// Whose alarms the officer attends to; `f` is the facility, `r` or `c` stands beside it.
    func attended(by officer: Officer) -> SQL {
        guard officer.may(.attendAlarms) else { return "1 = 0" }
        guard officer.role == .groupHead else { return "1 = 1" }
        return "f.group_unit = \(officer.unit ?? "")"
    }

    /// The same for cases, `c`, which may be of no facility.
    private func attendedCases(by officer: Officer) -> SQL {
        guard officer.role == .groupHead, officer.may(.attendAlarms) else {
            return attended(by: officer)
        }
        return "COALESCE(f.group_unit, c.group_unit) = \(officer.unit ?? "")"
    }

    private func cases(
        _ condition: SQL, order: SQL, limit: Int, for officer: Officer
    ) throws -> [AlarmCase] {
        let people: [SQL] = ["taken", "told", "judged", "closed"].map { name in
            let name = SQL(stringLiteral: name)
            return """
                (SELECT p.name FROM accounts p WHERE p.ward = c.ward AND p.id = c.\(name)_by)
                    AS \(name)_name
                """
        }
        return try rows(
            """
            SELECT c.id, c.kind, c.facility, c.opened_at, c.changed_at, c.priority, c.zones,
                c.is_trial, c.sends_first, c.verify_by, c.taken_at, c.taken_by, c.told_at,
                c.told_by, c.outcome, c.cause, c.words, c.judged_at, c.judged_by, c.incident,
                c.closed_at, c.closed_by, c.source, c.place, c.latitude, c.longitude,
                c.group_unit, c.reports, c.elsewhere_devices, c.elsewhere_wards,
                f.name AS facility_name, f.address,
                f.kind AS facility_kind, f.head, f.phone,
                l.meaning AS last_meaning, l.area AS last_area, l.zone AS last_zone,
                l.words AS last_words,
                (SELECT d.id FROM device_drills d WHERE d.ward = c.ward AND d.case_id = c.id
                    ORDER BY d.id DESC LIMIT 1) AS drill,
                (SELECT r.what FROM alarm_reports r
                    WHERE r.ward = c.ward AND r.case_id = c.id
                    ORDER BY r.at DESC, r.id DESC LIMIT 1) AS last_report,
                (SELECT r.people FROM alarm_reports r
                    WHERE r.ward = c.ward AND r.case_id = c.id AND r.people <> ''
                    ORDER BY r.at DESC, r.id DESC LIMIT 1) AS last_people,
                k.name AS said_name, k.pressed AS said_key, k.at AS said_at,
                \(SQL.joined(people, by: ", "))
            FROM alarm_cases c
            LEFT JOIN facilities f ON f.ward = c.ward AND f.id = c.facility
            LEFT JOIN alarm_events l ON l.ward = c.ward AND (l.id, l.part) = (
                SELECT e.id, e.part FROM alarm_case_signals s
                JOIN alarm_events e ON e.ward = s.ward AND e.id = s.event AND e.part = s.part
                WHERE s.ward = c.ward AND s.case_id = c.id AND \(Self.isCalling)
                ORDER BY e.received_at DESC, e.id DESC, e.part DESC LIMIT 1)
            LEFT JOIN alarm_call_answers k ON k.ward = c.ward AND k.id = (
                SELECT x.id FROM alarm_call_answers x WHERE x.ward = c.ward AND x.case_id = c.id
                    AND x.pressed IS NOT NULL ORDER BY x.at DESC, x.id DESC LIMIT 1)
            WHERE c.ward = \(officer.ward) AND \(attendedCases(by: officer)) AND \(condition)
            ORDER BY \(order) LIMIT \(limit)
            """
        ).map(AlarmCase.init).map { found in
            guard found.kind == .outage else { return found }
            var outage = found
            outage.outage = try traits(
                ofOutage: found.id, ward: officer.ward, beside: found.elsewhere)
            return outage
        }
    }

    /// Cases that are not over: those that nobody took first, then by how pressing they are.
    package func openAlarmCases(for officer: Officer) throws -> [AlarmCase] {
        try cases(
            "c.closed_at IS NULL",
            order: """
                CASE WHEN c.taken_at IS NULL THEN 0 ELSE 1 END, c.priority DESC, c.opened_at, c.id
                """, limit: Self.deskRowsMax, for: officer)
    }

    /// What ended lately.
    package func endedAlarmCases(for officer: Officer) throws -> [AlarmCase] {
        try cases(
            "c.closed_at IS NOT NULL", order: "c.opened_at DESC, c.id DESC",
            limit: Self.endedCasesShown, for: officer)
    }

    /// - Throws: `.notFound` for a case that is not there, or not of the officer's area.
    package func alarmCase(_ id: String, for officer: Officer) throws -> AlarmCase {
        guard
            let found = try cases("c.id = \(id)", order: "c.id", limit: 1, for: officer).first
        else {
            throw Problem(.notFound, "Không có báo cháy này, hoặc bạn không được xem.")
        }
        return found
    }

    /// Steps after a number, in their order: of all cases that the officer attends to.
    package func alarmSteps(after sequence: Int64, for officer: Officer) throws -> [AlarmStep] {
        try steps("s.sequence > \(sequence)", limit: Self.deskRowsMax, for: officer)
    }

    /// The steps of one case; of those that told all again the last one, which says how many there
    /// were.
    package func alarmSteps(of id: String, for officer: Officer) throws -> [AlarmStep] {
        try steps(
            """
            s.case_id = \(id) AND (s.kind <> 'reminded' OR s.sequence = (
                SELECT MAX(m.sequence) FROM alarm_case_steps m
                WHERE m.ward = \(officer.ward) AND m.case_id = \(id) AND m.kind = 'reminded'))
            """, limit: Self.deskRowsMax, for: officer)
    }

    private func steps(_ condition: SQL, limit: Int, for officer: Officer) throws -> [AlarmStep] {
        // The latest ones, if there are more than anybody reads.
        try rows(
            """
            SELECT s.sequence, s.case_id, s.at, s.kind, s.words, p.name, c.priority, c.is_trial,
                CASE WHEN c.kind = 'outage' THEN 1 ELSE 0 END AS is_outage,
                COALESCE(f.name, c.place) AS facility_name,
                CASE WHEN EXISTS (SELECT 1 FROM device_drills d
                    WHERE d.ward = c.ward AND d.case_id = c.id) THEN 1 ELSE 0 END AS is_drill
            FROM alarm_case_steps s
            JOIN alarm_cases c ON c.ward = s.ward AND c.id = s.case_id
            LEFT JOIN facilities f ON f.ward = c.ward AND f.id = c.facility
            LEFT JOIN accounts p ON p.ward = s.ward AND p.id = s.account
            WHERE s.ward = \(officer.ward) AND \(attendedCases(by: officer)) AND \(condition)
            ORDER BY s.sequence DESC LIMIT \(limit)
            """
        ).reversed().map { row in
            AlarmStep(
                sequence: row["sequence"], caseID: row["case_id"], at: row["at"],
                kind: row["kind"], name: row["name"], words: row["words"],
                facilityName: row["facility_name"], priority: row["priority"],
                isTrial: row["is_trial"], isDrill: row["is_drill"], isOfOutage: row["is_outage"])
        }
    }

    /// The zones of a facility that are not at rest, or were within a day.
    package func alarmZones(ofFacility id: String, for officer: Officer) throws -> [AlarmZoneLine] {
        try rows(
            """
            SELECT z.account, z.area, z.zone, z.state, z.at, a.number,
                (SELECT MAX(e.words) FROM alarm_events e
                    WHERE e.ward = z.ward AND e.id = z.event AND COALESCE(e.zone, '') = z.zone
                        AND COALESCE(e.area, '') = z.area) AS words
            FROM alarm_zones z
            JOIN alarm_accounts a ON a.ward = z.ward AND a.id = z.account
            JOIN transmitters t ON t.ward = a.ward AND t.id = a.transmitter
            LEFT JOIN facilities f ON f.ward = t.ward AND f.id = t.facility
            WHERE z.ward = \(officer.ward) AND t.facility = \(id) AND \(attended(by: officer))
                AND (z.state <> 'restored' OR z.at > \(now.adding(seconds: -86_400)))
                AND (z.state <> 'test' OR z.at > \(now.adding(seconds: -ZoneState.testSecondsMax)))
            ORDER BY z.at DESC, z.account, z.area, z.zone LIMIT \(Self.deskRowsMax)
            """
        ).map { row in
            AlarmZoneLine(
                number: row["number"],
                zone: AlarmZone(account: row["account"], area: row["area"], zone: row["zone"]),
                state: row["state"], at: row["at"], words: row["words"])
        }
    }
}
