package import Domain

/// A device that was not heard for longer than its interval allows.
package struct OverdueDevice: Sendable, Hashable {
    package let ward: String
    package let account: String
    package let heardAt: Instant

    package init(ward: String, account: String, heardAt: Instant) {
        self.ward = ward
        self.account = account
        self.heardAt = heardAt
    }
}

/// A device that fell silent, as the people who keep it see it.
package struct SilenceLine: Sendable {
    package let id: String
    package let number: String
    package let transmitter: String
    package let serial: String?
    package let facility: String
    package let facilityName: String?
    package let phone: String?
    package let heardAt: Instant
    package let unitName: String?
    package let takenAt: Instant?
    package let takenBy: String?
    package let words: String?
}

extension Transaction {
    /// Devices of one look; the rest is for the next.
    package static var overdueMax: Int { 2_000 }
    package static var silenceWordsMax: Int { 500 }

    /// Devices that are overdue, and not yet known to be.
    ///
    /// - Parameter lagSeconds: how much later than it happened the store may know that a device
    ///   was heard.
    package func overdueDevices(lagSeconds: Int64) throws -> [OverdueDevice] {
        let before = now.adding(seconds: -lagSeconds)
        return try rows(
            """
            SELECT h.ward, h.account, h.heard_at FROM alarm_heard h
            JOIN alarm_accounts a ON a.ward = h.ward AND a.id = h.account
            WHERE h.heard_at < \(before) AND a.locked_at IS NULL
                AND h.heard_at + a.heartbeat_seconds * \(Silence.percent * 10) <= \(before)
                AND NOT EXISTS (SELECT 1 FROM alarm_silences s
                    WHERE s.ward = h.ward AND s.account = h.account AND s.ended_at IS NULL)
            ORDER BY h.heard_at LIMIT \(Self.overdueMax)
            """
        ).map { OverdueDevice(ward: $0["ward"], account: $0["account"], heardAt: $0["heard_at"]) }
    }

    /// Declares devices of a ward silent: each becomes work of the unit that keeps it, and many at
    /// once one supervisory case.
    package func declareSilent(_ devices: [OverdueDevice], ward: String) throws {
        let unit = try policeUnit(ward: ward)
        var declared = 0
        try keepHeard(
            devices.map {
                HeardDevice(ward: ward, account: $0.account, at: $0.heardAt, learnt: 0)
            })
        for device in devices {
            // Heard meanwhile, or declared by another node.
            let heardAt: Instant? = try value(
                """
                SELECT heard_at AS value FROM alarm_heard
                WHERE ward = \(ward) AND account = \(device.account)
                """)
            guard let heardAt, heardAt <= device.heardAt else { continue }
            declared += try run(
                """
                INSERT INTO alarm_silences (ward, id, account, unit, heard_at, declared_at)
                VALUES (\(ward), \(makeIdentifier()), \(device.account), \(unit),
                    \(device.heardAt), \(now))
                ON CONFLICT DO NOTHING
                """)
        }
        guard declared > 0 else { return }
        try record(
            "alarm.silence", "wards/\(ward)", [JournalChange("devices", to: "\(declared)")],
            ward: ward, account: nil, origin: "jobs")
        try setDisconnected(ward: ward)
        try gatherOutage(ward: ward)
    }

    /// Silences of devices that were heard again. The order of the join is told: few are silent.
    static let silencesOver: SQL = """
        alarm_silences s CROSS JOIN alarm_heard h CROSS JOIN alarm_accounts a
        WHERE s.ended_at IS NULL AND h.ward = s.ward AND h.account = s.account
            AND a.ward = s.ward AND a.id = s.account
            AND (h.heard_at > s.heard_at OR a.locked_at IS NOT NULL)
        """

    /// Ends silences of devices that were heard again.
    package func endSilences(ward: String) throws {
        let back = try rows(
            "SELECT s.id, s.case_id FROM \(Self.silencesOver) AND s.ward = \(ward)")
        guard !back.isEmpty else { return }
        try record(
            "alarm.silence.end", "wards/\(ward)",
            [JournalChange("devices", to: "\(back.count)")], ward: ward, account: nil,
            origin: "jobs")
        for row in back {
            let id: String = row["id"]
            try run(
                """
                UPDATE alarm_silences SET ended_at = \(now)
                WHERE ward = \(ward) AND id = \(id) AND ended_at IS NULL
                """)
        }
        try setDisconnected(ward: ward)
        for id in Set(back.compactMap { $0["case_id"] as String? }).sorted() {
            let left: Int =
                try value(
                    """
                    SELECT COUNT(*) AS value FROM alarm_silences
                    WHERE ward = \(ward) AND case_id = \(id) AND ended_at IS NULL
                    """) ?? 0
            var desk = try openDesk(ward: ward)
            try run(
                """
                UPDATE alarm_cases SET zones = \(left), changed_at = \(now)
                WHERE ward = \(ward) AND id = \(id)
                """)
            try desk.tell(
                left == 0 ? .ended : .outage, of: id, by: nil, left == 0 ? nil : "\(left)",
                at: now, in: self)
            try closeDesk(desk)
        }
    }

    /// Devices lost within a short time are one trouble, beside which alarms stay as they are.
    private func gatherOutage(ward: String) throws {
        let lost = try rows(
            """
            SELECT id FROM alarm_silences
            WHERE ward = \(ward) AND ended_at IS NULL AND case_id IS NULL
                AND declared_at > \(now.adding(seconds: -Outage.windowSeconds))
            """)
        let total: Int =
            try value("SELECT COUNT(*) AS value FROM alarm_heard WHERE ward = \(ward)") ?? 0
        let open: String? = try value(
            """
            SELECT id AS value FROM alarm_cases
            WHERE ward = \(ward) AND kind = 'outage' AND closed_at IS NULL
                AND changed_at > \(now.adding(seconds: -Outage.windowSeconds))
            ORDER BY id DESC LIMIT 1
            """)
        guard open != nil || Outage.isThere(lost: lost.count, of: total) else { return }
        let id = open ?? makeIdentifier()
        var desk = try openDesk(ward: ward)
        if open == nil {
            try run(
                """
                INSERT INTO alarm_cases (ward, id, kind, opened_at, changed_at, priority, zones,
                    is_trial, sends_first, verify_by)
                VALUES (\(ward), \(id), 'outage', \(now), \(now), \(AlarmPriority.trial), 0, 0, 0,
                    \(now))
                """)
        }
        for row in lost {
            let silence: String = row["id"]
            try run(
                "UPDATE alarm_silences SET case_id = \(id) WHERE ward = \(ward) AND id = \(silence)"
            )
        }
        let count: Int =
            try value(
                """
                SELECT COUNT(*) AS value FROM alarm_silences
                WHERE ward = \(ward) AND case_id = \(id) AND ended_at IS NULL
                """) ?? 0
        try run(
            """
            UPDATE alarm_cases SET zones = \(count), changed_at = \(now)
            WHERE ward = \(ward) AND id = \(id)
            """)
        try desk.tell(.outage, of: id, by: nil, "\(count)", at: now, in: self)
        try closeDesk(desk)
    }

    // MARK: The funnel of the register

    /// The register says since when a device is not heard: all of its numbers are silent.
    private func setDisconnected(ward: String) throws {
        let register = Transmitters.description
        let field = Transmitters.disconnected.key
        let lost: SQL = """
            EXISTS (SELECT 1 FROM alarm_silences s
                JOIN alarm_accounts a ON a.ward = s.ward AND a.id = s.account
                WHERE s.ward = r.ward AND a.transmitter = r.id AND s.ended_at IS NULL)
            AND NOT EXISTS (SELECT 1 FROM alarm_heard h
                JOIN alarm_accounts a ON a.ward = h.ward AND a.id = h.account
                WHERE h.ward = r.ward AND a.transmitter = r.id AND a.locked_at IS NULL
                    AND NOT EXISTS (SELECT 1 FROM alarm_silences s
                        WHERE s.ward = h.ward AND s.account = h.account AND s.ended_at IS NULL))
            """
        let gone = try kept(
            in: register, ward: ward, where: "r.disconnected_on IS NULL AND \(lost)")
        for device in gone {
            var cells = device.cells
            cells[field] = today.cell
            try keep(
                cells, over: device, of: register, verb: "alarm.device.lost", ward: ward, by: nil)
        }
        // What a person wrote about a device that never reported stays.
        let back = try kept(
            in: register, ward: ward,
            where: """
                r.disconnected_on IS NOT NULL AND NOT (\(lost)) AND EXISTS (SELECT 1
                    FROM alarm_silences s JOIN alarm_accounts a
                        ON a.ward = s.ward AND a.id = s.account
                    WHERE s.ward = r.ward AND a.transmitter = r.id AND s.ended_at = \(now))
                """)
        for device in back {
            var cells = device.cells
            cells[field] = .empty
            try keep(
                cells, over: device, of: register, verb: "alarm.device.back", ward: ward, by: nil)
        }
    }

    /// Devices of one round; the rest is for the next.
    private static var advancedMax: Int { 50 }

    /// Advances devices in the register by what they really did: heard for the first time, and an
    /// alarm brought to people as a test or a drill.
    package func advanceTransmitters(ward: String) throws {
        let register = Transmitters.description
        let (heard, tried) = (try transmittersHeard(ward: ward), try transmittersTried(ward: ward))
        try advance(heard, Transmitters.connected.key, "alarm.device.connected", register, ward)
        try advance(tried, Transmitters.tested.key, "alarm.device.tested", register, ward)
    }

    /// Wards in which a device may have done what its register does not say.
    func wardsToAdvanceTransmitters() throws -> [String] {
        try rows(
            """
            SELECT t.ward AS ward FROM \(Self.heardFirst)
            UNION SELECT w.code AS ward FROM wards w CROSS JOIN \(tried) AND c.ward = w.code
            ORDER BY ward
            """
        ).map { $0["ward"] }
    }

    /// Devices `t` that the register does not know to be connected. The order of the join is told:
    /// most devices are.
    private static let heardFirst: SQL = """
        transmitters t CROSS JOIN alarm_accounts a CROSS JOIN alarm_heard h
        WHERE t.connected_on IS NULL AND t.ended_at IS NULL
            AND a.ward = t.ward AND a.transmitter = t.id
            AND h.ward = a.ward AND h.account = a.id
        """

    private func transmittersHeard(ward: String) throws -> [Row] {
        try rows(
            """
            SELECT a.transmitter, MIN(h.heard_at) AS at FROM \(Self.heardFirst)
                AND t.ward = \(ward)
            GROUP BY a.transmitter LIMIT \(Self.advancedMax)
            """)
    }

    /// Cases `c` of tests and drills that ended within a day, with their devices `t`, of which the
    /// register knows no test of today.
    private var tried: SQL {
        """
        alarm_cases c CROSS JOIN alarm_case_signals s CROSS JOIN alarm_events e
        CROSS JOIN alarm_accounts a CROSS JOIN transmitters t
        WHERE c.opened_at > \(now.adding(seconds: -2 * 86_400))
            AND c.closed_at > \(now.adding(seconds: -86_400)) AND c.outcome IN ('test', 'drill')
            AND s.ward = c.ward AND s.case_id = c.id
            AND e.ward = s.ward AND e.id = s.event AND e.part = s.part
            AND a.ward = e.ward AND a.id = e.account
            AND t.ward = a.ward AND t.id = a.transmitter
            AND (t.tested_on IS NULL OR t.tested_on < \(today))
        """
    }

    private func transmittersTried(ward: String) throws -> [Row] {
        try rows(
            """
            SELECT a.transmitter, MAX(c.opened_at) AS at FROM \(tried) AND c.ward = \(ward)
            GROUP BY a.transmitter
            """)
    }

    private func advance(
        _ found: [Row], _ field: String, _ verb: String, _ register: RegisterDescription,
        _ ward: String
    ) throws {
        for row in found {
            let (id, at): (String, Instant) = (row["transmitter"], row["at"])
            guard let device = try kept(in: register, ward: ward, where: "r.id = \(id)").first
            else { continue }
            let old = device.cells[field] ?? .empty
            guard old.isEmpty || old.plain < at.day.iso else { continue }
            var cells = device.cells
            cells[field] = at.day.cell
            try keep(cells, over: device, of: register, verb: verb, ward: ward, by: nil)
        }
    }

    // MARK: Whose work it is

    /// Devices that are silent now, longest first.
    package func silences(for officer: Officer) throws -> [SilenceLine] {
        try rows(
            """
            SELECT s.id, s.heard_at, s.taken_at, s.words, a.number, a.transmitter, t.serial,
                t.facility, f.name AS facility_name, f.phone, u.name AS unit_name,
                p.name AS taken_by
            FROM alarm_silences s
            JOIN alarm_accounts a ON a.ward = s.ward AND a.id = s.account
            JOIN transmitters t ON t.ward = a.ward AND t.id = a.transmitter
            LEFT JOIN facilities f ON f.ward = t.ward AND f.id = t.facility
            LEFT JOIN units u ON u.ward = s.ward AND u.id = s.unit
            LEFT JOIN accounts p ON p.ward = s.ward AND p.id = s.taken_by
            WHERE s.ward = \(officer.ward) AND s.ended_at IS NULL AND \(attended(by: officer))
            ORDER BY s.heard_at, s.id LIMIT \(Self.deskRowsMax)
            """
        ).map { row in
            SilenceLine(
                id: row["id"], number: row["number"], transmitter: row["transmitter"],
                serial: row["serial"], facility: row["facility"],
                facilityName: row["facility_name"], phone: row["phone"], heardAt: row["heard_at"],
                unitName: row["unit_name"], takenAt: row["taken_at"], takenBy: row["taken_by"],
                words: row["words"])
        }
    }

    package func silenceCount(for officer: Officer) throws -> Int {
        try value(
            """
            SELECT COUNT(*) AS value FROM alarm_silences s
            JOIN alarm_accounts a ON a.ward = s.ward AND a.id = s.account
            JOIN transmitters t ON t.ward = a.ward AND t.id = a.transmitter
            LEFT JOIN facilities f ON f.ward = t.ward AND f.id = t.facility
            WHERE s.ward = \(officer.ward) AND s.ended_at IS NULL AND \(attended(by: officer))
            """) ?? 0
    }

    /// Silent devices that the officer's own unit keeps.
    package func silenceCountOfUnit(for officer: Officer) throws -> Int {
        guard officer.may(.judgeAlarms) else { return 0 }
        return try value(
            """
            SELECT COUNT(*) AS value FROM alarm_silences
            WHERE ward = \(officer.ward) AND unit = \(officer.unit ?? "") AND ended_at IS NULL
            """) ?? 0
    }

    /// The officer says what is done about a silent device.
    package func takeSilence(_ id: String, words: String, by officer: Officer) throws {
        try officer.require(.judgeAlarms)
        guard !words.isEmpty, words.count <= Self.silenceWordsMax else {
            throw Problem(
                .invalid,
                "Hãy ghi đang làm gì với thiết bị này, nhiều nhất \(Self.silenceWordsMax) chữ.")
        }
        try record(
            "alarm.silence.take", "alarm_silences/\(id)", [JournalChange("text", to: words)],
            by: officer)
        let count = try run(
            """
            UPDATE alarm_silences
            SET taken_at = \(now), taken_by = \(officer.id), words = \(words)
            WHERE ward = \(officer.ward) AND id = \(id) AND ended_at IS NULL
            """)
        guard count == 1 else {
            throw Problem(.notFound, "Thiết bị này đã có tín hiệu lại.")
        }
    }
}
