import Domain

/// What a signal made of its zone, or of those of its panel.
struct ZoneTurn {
    /// It is in alarm now, and was not.
    var begins = false
    /// A reset of the panel ended alarms.
    var isReset = false
}

extension Transaction {
    /// A later signal than the one that set the state sets it anew.
    func turnZone(_ followed: FollowedSignal, ward: String) throws -> ZoneTurn {
        if let reset = followed.signal.reset {
            let hasEnded = try resetZones(reset, followed, ward: ward)
            if reset == .everything { return ZoneTurn(isReset: hasEnded) }
        }
        let zone = followed.zone
        let known = try row(
            """
            SELECT state, at, event FROM alarm_zones
            WHERE ward = \(ward) AND account = \(zone.account) AND area = \(zone.area)
                AND zone = \(zone.zone)
            """)
        let state: ZoneState = known.map { $0["state"] } ?? .normal
        if let known {
            let (at, event): (Instant, String) = (known["at"], known["event"])
            guard (followed.at, followed.event) >= (at, event) else { return ZoneTurn() }
        }
        let left =
            followed.signal.change == .ended ? try troubles(in: zone, ward: ward) : []
        guard let next = state.after(followed.signal, beside: left) else { return ZoneTurn() }
        try set(next, of: zone, followed, ward: ward)
        return ZoneTurn(begins: next == .alarm && state != .alarm)
    }

    private func set(
        _ state: ZoneState, of zone: AlarmZone, _ followed: FollowedSignal, ward: String
    ) throws {
        try run(
            """
            INSERT INTO alarm_zones (ward, account, area, zone, state, at, event)
            VALUES (\(ward), \(zone.account), \(zone.area), \(zone.zone), \(state), \(followed.at),
                \(followed.event))
            ON CONFLICT (ward, account, area, zone) DO UPDATE
            SET state = excluded.state, at = excluded.at, event = excluded.event
            """)
    }

    /// Puts zones back that had latched. No case ends by it: that is a person's to say.
    ///
    /// - Returns: whether an alarm ended.
    private func resetZones(
        _ reset: PanelReset, _ followed: FollowedSignal, ward: String
    ) throws -> Bool {
        let found = try rows(
            """
            SELECT x.area, x.zone, x.state FROM alarm_zones x
            WHERE \(reach(ofReset: followed, ward: ward))
                AND x.state IN \(SQL.list([ZoneState.alarm, .fault]))
                AND (x.at < \(followed.at) OR x.at = \(followed.at) AND x.event <= \(followed.event))
            """)
        var hasEnded = false
        for row in found {
            let zone = AlarmZone(
                account: followed.zone.account, area: row["area"], zone: row["zone"])
            let state: ZoneState = row["state"]
            let left = try troubles(in: zone, ward: ward)
            guard let next = state.after(reset, beside: left) else { continue }
            try set(next, of: zone, followed, ward: ward)
            hasEnded = hasEnded || state == .alarm
        }
        return hasEnded
    }
}
