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

extension Transaction {
    /// Devices of one look; the rest is for the next.
    package static var overdueMax: Int { 2_000 }

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
        var declared: [String] = []
        try keepHeard(
            devices.map {
                HeardDevice(ward: ward, account: $0.account, at: $0.heardAt, learnt: 0)
            })
        for device in devices {
            // Not if it was heard meanwhile, or declared by another node.
            let count = try run(
                """
                INSERT INTO alarm_silences (ward, id, account, unit, heard_at, declared_at)
                SELECT h.ward, CAST(\(makeIdentifier()) AS TEXT), h.account,
                    CAST(\(unit) AS TEXT), CAST(\(device.heardAt) AS BIGINT),
                    CAST(\(now) AS BIGINT)
                FROM alarm_heard h
                WHERE h.ward = \(ward) AND h.account = \(device.account)
                    AND h.heard_at <= \(device.heardAt)
                ON CONFLICT DO NOTHING
                """)
            if count == 1 { declared.append(device.account) }
        }
        guard !declared.isEmpty else { return }
        try record(
            "alarm.silence", "wards/\(ward)", [JournalChange("devices", to: "\(declared.count)")],
            ward: ward, account: nil, origin: "jobs")
        try setDisconnected(true, of: declared, ward: ward)
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
            "SELECT s.id, s.account, s.case_id FROM \(Self.silencesOver) AND s.ward = \(ward)")
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
        try setDisconnected(false, of: back.map { $0["account"] }, ward: ward)
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
            let words = left == 0 ? nil : try traits(ofOutage: id, ward: ward).words
            try desk.tell(
                left == 0 ? .ended : .outage, of: id, by: nil, words, at: now, in: self)
            try closeDesk(desk)
        }
    }

    // MARK: The funnel of the register

    /// Devices `r` with a number that is heard.
    private static let isHeard: SQL = """
        EXISTS (SELECT 1 FROM alarm_accounts a
            JOIN alarm_heard h ON h.ward = a.ward AND h.account = a.id
            WHERE a.ward = r.ward AND a.transmitter = r.id AND a.locked_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM alarm_silences s
                    WHERE s.ward = a.ward AND s.account = a.id AND s.ended_at IS NULL))
        """

    /// Devices `r` with a number that is silent.
    private static let isSilent: SQL = """
        EXISTS (SELECT 1 FROM alarm_accounts a
            JOIN alarm_silences s ON s.ward = a.ward AND s.account = a.id
            WHERE a.ward = r.ward AND a.transmitter = r.id AND s.ended_at IS NULL)
        """

    /// The register says since when a device is not heard: all of its numbers are silent. What a
    /// person wrote about a device that never reported stays.
    ///
    /// Device by device, as all of a ward's may be lost together: one look at all of them took 26
    /// seconds for 500 where PostgreSQL knew nothing of the tables yet.
    private func setDisconnected(_ isLost: Bool, of accounts: [String], ward: String) throws {
        let register = Transmitters.description
        let devices = try accounts.compactMap { account -> String? in
            try value(
                """
                SELECT transmitter AS value FROM alarm_accounts
                WHERE ward = \(ward) AND id = \(account)
                """)
        }
        let changes: SQL =
            isLost
            ? "r.disconnected_on IS NULL AND NOT \(Self.isHeard)"
            : "r.disconnected_on IS NOT NULL AND (\(Self.isHeard) OR NOT \(Self.isSilent))"
        for id in Set(devices).sorted() {
            let found = try kept(in: register, ward: ward, where: "r.id = \(id) AND \(changes)")
            guard let device = found.first else { continue }
            var cells = device.cells
            cells[Transmitters.disconnected.key] = isLost ? today.cell : .empty
            try keep(
                cells, over: device, of: register,
                verb: isLost ? "alarm.device.lost" : "alarm.device.back", ward: ward, by: nil)
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
}
