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

    /// Declares devices of a ward silent: each becomes work of the unit that keeps it.
    ///
    /// The register follows with the next `advanceTransmitters`.
    package func declareSilent(_ devices: [OverdueDevice], ward: String) throws {
        let unit = try policeUnit(ward: ward)
        var declared = 0
        try keepHeard(
            devices.map {
                HeardDevice(ward: ward, account: $0.account, at: $0.heardAt, learnt: 0)
            })
        for device in devices {
            // Not if it was heard meanwhile, or declared by another node.
            declared += try run(
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
        }
        guard declared > 0 else { return }
        try record(
            "alarm.silence", "wards/\(ward)", [JournalChange("devices", to: "\(declared)")],
            ward: ward, account: nil, origin: "jobs")
    }

    /// Silences of devices that were heard again. The order of the join is told: few are silent.
    static let silencesOver: SQL = """
        alarm_silences s CROSS JOIN alarm_heard h CROSS JOIN alarm_accounts a
        WHERE s.ended_at IS NULL AND h.ward = s.ward AND h.account = s.account
            AND a.ward = s.ward AND a.id = s.account
            AND (h.heard_at > s.heard_at OR a.locked_at IS NOT NULL)
        """

    /// Ends silences of devices that were heard again: of so many that no alarm waits long.
    ///
    /// - Returns: whether there may be more.
    @discardableResult
    package func endSilences(ward: String) throws -> Bool {
        let back = try rows(
            """
            SELECT s.id, s.account FROM \(Self.silencesOver) AND s.ward = \(ward)
            ORDER BY s.id LIMIT \(Self.advancedAtOnce)
            """)
        guard !back.isEmpty else { return false }
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
        try setConnectedAgain(back.map { $0["account"] }, ward: ward)
        return back.count == Self.advancedAtOnce
    }
}

extension Database {
    /// Devices that are declared in one transaction: whoever reports an alarm meanwhile waits.
    package static var declaredAtOnce: Int { 100 }

    /// Declares devices of a ward silent, and what it lost with them one supervisory case, if it is
    /// much.
    package func declareSilent(_ devices: [OverdueDevice], ward: String) async throws {
        for start in stride(from: 0, to: devices.count, by: Self.declaredAtOnce) {
            let end = min(start + Self.declaredAtOnce, devices.count)
            let some = Array(devices[start..<end])
            try await write { tx in
                try tx.declareSilent(some, ward: ward)
                // Told once, of all of them. Those of a program that is killed before are overdue
                // still when it starts again.
                if end == devices.count { try tx.gatherOutage(ward: ward) }
            }
        }
    }
}
