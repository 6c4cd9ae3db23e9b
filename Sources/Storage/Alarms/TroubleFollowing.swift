import Domain

extension DeviceTrouble: SQLConvertible {}

/// Troubles that devices report, each the work of who keeps them until it has ended.
///
/// Like zones and cases they are derived beside the reception of signals, under the desk of the
/// ward, and leave no row of the journal; what people do about them does. While a device is tried
/// they are kept too, and shown if they outlast the trial: a zone that somebody forgot to switch on
/// again must not be hidden by it.
extension Transaction {
    func followTrouble(_ followed: FollowedSignal, ward: String) throws {
        let signal = followed.signal
        if signal.reset == .everything { try endLatchedTroubles(followed, ward: ward) }
        guard let kind = DeviceTrouble(reportedAs: signal.kind) else { return }
        switch signal.change {
        case .begun, .still: try beginTrouble(kind, followed, ward: ward)
        case .ended: try endTroubles(kind, followed, ward: ward)
        case .noted: return
        }
    }

    /// Troubles of a zone that have not ended, the latest first.
    func troubles(in zone: AlarmZone, ward: String) throws -> [DeviceTrouble] {
        try rows(
            """
            SELECT kind FROM alarm_troubles x WHERE \(within(zone, ward)) AND ended_at IS NULL
            ORDER BY began_at DESC, id DESC
            """
        ).map { $0["kind"] }
    }

    private func within(_ zone: AlarmZone, _ ward: String) -> SQL {
        """
        x.ward = \(ward) AND x.account = \(zone.account) AND x.area = \(zone.area)
            AND x.zone = \(zone.zone)
        """
    }

    private struct KnownTrouble {
        let id: String
        let endedAt: Instant?
    }

    /// The last trouble of the same kind in the same zone.
    ///
    /// - Returns: nil if a later signal has spoken of it already.
    private func known(
        _ kind: DeviceTrouble, _ followed: FollowedSignal, ward: String
    ) throws -> (isLate: Bool, trouble: KnownTrouble?) {
        let found = try row(
            """
            SELECT id, said_at, event, ended_at FROM alarm_troubles x
            WHERE \(within(followed.zone, ward)) AND kind = \(kind)
                AND code = \(followed.signal.troubleCode)
            ORDER BY said_at DESC, id DESC LIMIT 1
            """)
        guard let found else { return (false, nil) }
        let (saidAt, event): (Instant, String) = (found["said_at"], found["event"])
        return (
            (followed.at, followed.event) < (saidAt, event),
            KnownTrouble(id: found["id"], endedAt: found["ended_at"])
        )
    }

    private func beginTrouble(
        _ kind: DeviceTrouble, _ followed: FollowedSignal, ward: String
    ) throws {
        let (isLate, known) = try known(kind, followed, ward: ward)
        guard !isLate else { return }
        let said: SQL = """
            said_at = \(followed.at), event = \(followed.event),
                meaning = \(followed.signal.meaning)
            """
        guard let known else {
            return try addTrouble(kind, followed, endedAt: nil, ward: ward)
        }
        guard let endedAt = known.endedAt else {
            try run(
                "UPDATE alarm_troubles SET \(said) WHERE ward = \(ward) AND id = \(known.id)")
            return
        }
        guard followed.at <= endedAt.adding(seconds: DeviceTrouble.returnSeconds) else {
            return try addTrouble(kind, followed, endedAt: nil, ward: ward)
        }
        try run(
            """
            UPDATE alarm_troubles SET \(said), times = times + 1, began_at = \(followed.at),
                ended_at = NULL, ended_by = NULL
            WHERE ward = \(ward) AND id = \(known.id)
            """)
    }

    private func addTrouble(
        _ kind: DeviceTrouble, _ followed: FollowedSignal, endedAt: Instant?, ward: String
    ) throws {
        let (zone, signal) = (followed.zone, followed.signal)
        try run(
            """
            INSERT INTO alarm_troubles (ward, id, transmitter, account, area, zone, kind, code,
                meaning, times, began_at, said_at, event, ended_at, unit)
            VALUES (\(ward), \(makeIdentifier()), \(followed.transmitter), \(zone.account),
                \(zone.area), \(zone.zone), \(kind), \(signal.troubleCode), \(signal.meaning),
                \(endedAt == nil ? 1 : 0), \(followed.at), \(followed.at), \(followed.event),
                \(endedAt), \(try policeUnit(ward: ward)))
            """)
    }

    private func endTroubles(
        _ kind: DeviceTrouble, _ followed: FollowedSignal, ward: String
    ) throws {
        let code = followed.signal.troubleCode
        let isSame: SQL = code.isEmpty ? "1 = 1" : "x.code IN (\(code), '')"
        let count = try end("kind = \(kind) AND \(isSame)", followed, ward: ward)
        guard count == 0 else { return }
        // The end may be followed before the beginning, which then must know of it.
        let (isLate, known) = try known(kind, followed, ward: ward)
        guard let known else {
            return try addTrouble(kind, followed, endedAt: followed.at, ward: ward)
        }
        guard !isLate, known.endedAt != nil else { return }
        try run(
            """
            UPDATE alarm_troubles SET said_at = \(followed.at), event = \(followed.event)
            WHERE ward = \(ward) AND id = \(known.id)
            """)
    }

    private func end(
        _ condition: SQL, in place: SQL? = nil, _ followed: FollowedSignal, ward: String
    ) throws -> Int {
        try run(
            """
            UPDATE alarm_troubles AS x SET ended_at = \(followed.at), said_at = \(followed.at),
                event = \(followed.event)
            WHERE \(place ?? within(followed.zone, ward)) AND x.ended_at IS NULL AND \(condition)
                AND (x.said_at < \(followed.at)
                    OR x.said_at = \(followed.at) AND x.event <= \(followed.event))
            """)
    }

    private func endLatchedTroubles(_ followed: FollowedSignal, ward: String) throws {
        let latched = DeviceTrouble.allCases.filter(\.latches)
        _ = try end(
            "x.kind IN \(SQL.list(latched))", in: reach(ofReset: followed, ward: ward), followed,
            ward: ward)
    }

    /// The zones `x` that a reset is of.
    func reach(ofReset followed: FollowedSignal, ward: String) -> SQL {
        let area = followed.zone.area
        let zone = followed.signal.resetZone
        return SQL.all([
            "x.ward = \(ward) AND x.account = \(followed.zone.account)",
            area.isEmpty ? "1 = 1" : "x.area = \(area)",
            zone.map { "x.zone = \($0)" } ?? "1 = 1",
        ])
    }
}
