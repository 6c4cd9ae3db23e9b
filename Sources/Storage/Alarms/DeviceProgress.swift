import Domain

/// What a device did, and its register does not say yet.
package struct DeviceProgress: Sendable {
    enum Kind: Sendable { case connected, tested, lost }
    let kind: Kind
    let ward: String
    let transmitter: String
    let at: Instant

    /// What the register says of it.
    fileprivate var field: String {
        switch kind {
        case .connected: Transmitters.connected.key
        case .tested: Transmitters.tested.key
        case .lost: Transmitters.disconnected.key
        }
    }

    fileprivate var verb: String {
        switch kind {
        case .connected: "alarm.device.connected"
        case .tested: "alarm.device.tested"
        case .lost: "alarm.device.lost"
        }
    }
}

/// The funnel of the register follows what devices really do: heard for the first time, an alarm
/// brought to people as a test or a drill, not heard any more, and heard again.
extension Transaction {
    /// Devices that advance in one transaction. A record is derived, judged and written into the
    /// journal, which takes a few milliseconds, and whoever reports an alarm meanwhile waits.
    static var advancedAtOnce: Int { 5 }

    /// What so many devices did is found at once; the rest is for the next round.
    private static var foundMax: Int { 10_000 }

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

    /// What devices of all wards did that their registers do not say, ward by ward.
    package func deviceProgress() throws -> [DeviceProgress] {
        try (devicesHeard() + devicesTried() + devicesLost()).sorted { $0.ward < $1.ward }
    }

    /// The order of the join is told: most devices are connected.
    private func devicesHeard() throws -> [DeviceProgress] {
        try rows(
            """
            SELECT t.ward AS ward, t.id AS id, MIN(h.heard_at) AS at
            FROM transmitters t CROSS JOIN alarm_accounts a CROSS JOIN alarm_heard h
            WHERE t.connected_on IS NULL AND t.ended_at IS NULL
                AND a.ward = t.ward AND a.transmitter = t.id
                AND h.ward = a.ward AND h.account = a.id
            GROUP BY t.ward, t.id ORDER BY t.ward, t.id LIMIT \(Self.foundMax)
            """
        ).map { progress(.connected, $0) }
    }

    /// Of cases of tests and drills that ended within a day.
    private func devicesTried() throws -> [DeviceProgress] {
        let found = try rows(
            """
            SELECT t.ward AS ward, t.id AS id, t.tested_on AS tested_on, MAX(c.opened_at) AS at
            FROM alarm_cases c CROSS JOIN alarm_case_signals s CROSS JOIN alarm_events e
            CROSS JOIN alarm_accounts a CROSS JOIN transmitters t
            WHERE c.opened_at > \(now.adding(seconds: -2 * 86_400))
                AND c.closed_at > \(now.adding(seconds: -86_400))
                AND c.outcome IN ('test', 'drill')
                AND s.ward = c.ward AND s.case_id = c.id
                AND e.ward = s.ward AND e.id = s.event AND e.part = s.part
                AND a.ward = e.ward AND a.id = e.account
                AND t.ward = a.ward AND t.id = a.transmitter
                AND (t.tested_on IS NULL OR t.tested_on < \(today))
            GROUP BY t.ward, t.id, t.tested_on
            """)
        return found.filter { row in
            (row["tested_on"] as Day?).map { $0 < (row["at"] as Instant).day } ?? true
        }.map { progress(.tested, $0) }
    }

    /// Devices of which all numbers are silent.
    private func devicesLost() throws -> [DeviceProgress] {
        try rows(
            """
            SELECT r.ward AS ward, r.id AS id, MAX(o.declared_at) AS at
            FROM alarm_silences o CROSS JOIN alarm_accounts b CROSS JOIN transmitters r
            WHERE o.ended_at IS NULL AND b.ward = o.ward AND b.id = o.account
                AND r.ward = b.ward AND r.id = b.transmitter
                AND r.disconnected_on IS NULL AND r.ended_at IS NULL AND NOT \(Self.isHeard)
            GROUP BY r.ward, r.id ORDER BY r.ward, r.id LIMIT \(Self.foundMax)
            """
        ).map { progress(.lost, $0) }
    }

    private func progress(_ kind: DeviceProgress.Kind, _ row: Row) -> DeviceProgress {
        DeviceProgress(kind: kind, ward: row["ward"], transmitter: row["id"], at: row["at"])
    }

    /// Writes into the register what a device did, unless it says so, or it is over by now.
    package func advance(_ progress: DeviceProgress) throws {
        let isStill: SQL =
            progress.kind == .lost ? "\(Self.isSilent) AND NOT \(Self.isHeard)" : "1 = 1"
        let register = Transmitters.description
        guard
            let device = try kept(
                in: register, ward: progress.ward,
                where: "r.id = \(progress.transmitter) AND \(isStill)"
            ).first
        else { return }
        let (field, day) = (progress.field, progress.at.day)
        let old = device.cells[field] ?? .empty
        guard old.isEmpty || progress.kind == .tested && old.plain < day.iso else { return }
        var cells = device.cells
        cells[field] = day.cell
        try keep(
            cells, over: device, of: register, verb: progress.verb, ward: progress.ward, by: nil)
    }

    /// The register forgets since when devices are lost of which a number is heard again, or none
    /// is watched. What a person wrote about a device that never reported stays.
    func setConnectedAgain(_ accounts: [String], ward: String) throws {
        let register = Transmitters.description
        let devices = try accounts.compactMap { account -> String? in
            try value(
                """
                SELECT transmitter AS value FROM alarm_accounts
                WHERE ward = \(ward) AND id = \(account)
                """)
        }
        for id in Set(devices).sorted() {
            let found = try kept(
                in: register, ward: ward,
                where: """
                    r.id = \(id) AND r.disconnected_on IS NOT NULL
                        AND (\(Self.isHeard) OR NOT \(Self.isSilent))
                    """)
            guard let device = found.first else { continue }
            var cells = device.cells
            cells[Transmitters.disconnected.key] = .empty
            try keep(
                cells, over: device, of: register, verb: "alarm.device.back", ward: ward, by: nil)
        }
    }
}

extension Database {
    /// Lets the register follow what devices did.
    ///
    /// - Throws: the first error, when all were tried: a device that cannot be written keeps no
    ///   other one from it.
    package func advanceTransmitters() async throws {
        let found = try await read { try $0.deviceProgress() }
        var failure: (any Error)?
        for (_, ofWard) in Dictionary(grouping: found, by: \.ward) {
            for start in stride(from: 0, to: ofWard.count, by: Transaction.advancedAtOnce) {
                let some = ofWard[start..<min(start + Transaction.advancedAtOnce, ofWard.count)]
                let error = await advance(some)
                failure = failure ?? error
                if Task.isCancelled { break }
            }
        }
        if let failure { throw failure }
    }

    /// - Returns: why one of them could not be written.
    private func advance(_ some: ArraySlice<DeviceProgress>) async -> (any Error)? {
        do {
            try await write { tx in for progress in some { try tx.advance(progress) } }
            return nil
        } catch {
            guard some.count > 1 else { return error }
            for progress in some { _ = await advance([progress]) }
            return error
        }
    }
}
