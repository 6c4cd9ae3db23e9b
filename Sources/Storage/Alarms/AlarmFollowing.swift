package import Domain

/// A signal in the store that was not yet followed.
package struct AlarmEventKey: Sendable, Hashable {
    package let ward: String
    package let id: String
    package let part: Int
    package let receivedAt: Instant

    package init(ward: String, id: String, part: Int, receivedAt: Instant) {
        self.ward = ward
        self.id = id
        self.part = part
        self.receivedAt = receivedAt
    }
}

extension ZoneState: SQLConvertible {}
extension AlarmStepKind: SQLConvertible {}
extension AlarmOutcome: SQLConvertible {}
extension AlarmOutcome.Cause: SQLConvertible {}

extension AlarmPriority: SQLConvertible {
    package var sqlValue: SQLValue { .integer(Int64(rawValue)) }
    package init?(sqlValue: SQLValue) {
        guard let number = Int(sqlValue: sqlValue) else { return nil }
        self.init(rawValue: number)
    }
}

extension Transaction {
    /// How long a signal may take from its reception to its commit and still be seen in passing;
    /// every so often the follower looks back as far as `longOverlapSeconds`.
    package static var overlapSeconds: Int64 { 5 }
    package static var longOverlapSeconds: Int64 { 60 }

    /// Signals around the end of what was followed in each ward, oldest first.
    package func alarmsToFollow(limit: Int) throws -> [AlarmEventKey] {
        // The order of the join is told: for each ward its newest events by their index.
        try keys(
            """
            wards w LEFT JOIN alarm_follow f ON f.ward = w.code
            CROSS JOIN alarm_events e
            WHERE e.ward = w.code
                AND e.received_at >= COALESCE(f.seen_at, 0) - \(Self.longOverlapSeconds * 1000)
            """, limit: limit)
    }

    /// Signals of all wards since a time, oldest first.
    package func alarmsToFollow(since: Instant, limit: Int) throws -> [AlarmEventKey] {
        try keys("alarm_events e WHERE e.received_at >= \(since)", limit: limit)
    }

    private func keys(_ condition: SQL, limit: Int) throws -> [AlarmEventKey] {
        try rows(
            """
            SELECT e.ward, e.id, e.part, e.received_at FROM \(condition)
            ORDER BY e.received_at, e.id, e.part LIMIT \(limit)
            """
        ).map {
            AlarmEventKey(
                ward: $0["ward"], id: $0["id"], part: $0["part"], receivedAt: $0["received_at"])
        }
    }

    /// How far an alarm is looked for that became visible later than the follower looks back.
    package static var sweepMilliseconds: Int64 { 86_400_000 }

    /// Alarms of a day that are in no case, of all wards, oldest first.
    package func alarmsWithoutCase(limit: Int) throws -> [AlarmEventKey] {
        try keys(
            """
            alarm_events e
            WHERE \(Self.isCalling)
                AND e.received_at >= \(now.milliseconds - Self.sweepMilliseconds)
                AND NOT EXISTS (SELECT 1 FROM alarm_case_signals s
                    WHERE s.ward = e.ward AND s.event = e.id AND s.part = e.part)
            """, limit: limit)
    }

    /// `AlarmSignal.callsPeople`, in the words of the index `alarm_events_calling`.
    static let isCalling: SQL = """
        e.kind IN ('fireAlarm', 'manualCallPoint', 'otherAlarm', 'unknown') AND e.change <> 'ended'
        """

    /// Makes of signals what people see: the states of zones, and cases. Again is the same as once.
    ///
    /// - Returns: whether there is something new for people.
    @discardableResult
    package func followAlarms(_ keys: [AlarmEventKey], ward: String) throws -> Bool {
        guard let last = keys.map(\.receivedAt).max() else { return false }
        var desk = try openDesk(ward: ward, seen: last)
        let before = desk.sequence
        for signal in try signals(keys, ward: ward) {
            try turnZone(signal, ward: ward)
            try gather(signal, ward: ward, &desk)
        }
        if desk.sequence > before { try closeDesk(desk) }
        return desk.sequence > before
    }

    struct FollowedSignal {
        let event: String
        let part: Int
        let at: Instant
        let zone: AlarmZone
        let transmitter: String
        let facility: String
        let kindOfFacility: Facilities.Kind?
        let signal: AlarmSignal
    }

    /// Those of the keys that are in no case yet.
    private func signals(_ keys: [AlarmEventKey], ward: String) throws -> [FollowedSignal] {
        try rows(
            """
            SELECT e.id, e.part, e.received_at, e.account, e.kind, e.change, e.scheme, e.code,
                e.zone, e.area, e.person, e.words, e.meaning, a.transmitter, t.facility,
                f.kind AS facility_kind
            FROM alarm_events e
            JOIN alarm_accounts a ON a.ward = e.ward AND a.id = e.account
            JOIN transmitters t ON t.ward = a.ward AND t.id = a.transmitter
            LEFT JOIN facilities f ON f.ward = t.ward AND f.id = t.facility
            LEFT JOIN alarm_case_signals s ON s.ward = e.ward AND s.event = e.id AND s.part = e.part
            WHERE e.ward = \(ward) AND e.id IN \(SQL.list(Array(Set(keys.map(\.id)))))
                AND s.event IS NULL
            ORDER BY e.received_at, e.id, e.part
            """
        ).map { row in
            let signal = AlarmSignal(
                kind: row["kind"], change: row["change"], scheme: row["scheme"],
                code: row["code"], zone: row["zone"], area: row["area"], person: row["person"],
                text: row["words"], meaning: row["meaning"])
            return FollowedSignal(
                event: row["id"], part: row["part"], at: row["received_at"],
                zone: AlarmZone(account: row["account"], area: signal.area, zone: signal.zone),
                transmitter: row["transmitter"], facility: row["facility"],
                kindOfFacility: (row["facility_kind"] as String?).flatMap(
                    Facilities.Kind.init(rawValue:)),
                signal: signal)
        }
    }

    /// A later signal than the one that set the state sets it anew.
    private func turnZone(_ followed: FollowedSignal, ward: String) throws {
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
            guard (followed.at, followed.event) > (at, event) else { return }
        }
        guard let next = state.after(followed.signal) else { return }
        try run(
            """
            INSERT INTO alarm_zones (ward, account, area, zone, state, at, event)
            VALUES (\(ward), \(zone.account), \(zone.area), \(zone.zone), \(next), \(followed.at),
                \(followed.event))
            ON CONFLICT (ward, account, area, zone) DO UPDATE
            SET state = excluded.state, at = excluded.at, event = excluded.event
            """)
    }

    /// Puts a signal into the open case of its facility, or opens one.
    private func gather(
        _ followed: FollowedSignal, ward: String, _ desk: inout Desk
    ) throws {
        let isTrial = try isTried(followed.transmitter, ward: ward, at: followed.at)
        let open = try row(
            """
            SELECT id, opened_at, priority, zones, reports FROM alarm_cases
            WHERE ward = \(ward) AND facility = \(followed.facility)
                AND is_trial = \(isTrial) AND kind = 'alarm' AND closed_at IS NULL
            """)
        guard let open else {
            guard followed.signal.callsPeople else { return }
            let id = try openCase(followed, isTrial: isTrial, ward: ward, &desk)
            if isTrial { try noteDrill(followed, in: id, ward: ward) }
            return
        }
        let (id, openedAt): (String, Instant) = (open["id"], open["opened_at"])
        let calls = followed.signal.callsPeople
        // Of what came before the case only an alarm belongs to it.
        guard calls || followed.at >= openedAt else { return }
        // A panel that repeats itself a thousand times is weighed once.
        let isRepeated = calls ? try isTold(followed, in: id, ward: ward) : false
        try link(followed, to: id, ward: ward)
        if isTrial, calls { try noteDrill(followed, in: id, ward: ward) }
        if followed.signal.kind.isAlarm, followed.signal.change == .ended {
            try tell(.ended, of: id, followed, &desk)
        }
        guard calls, !isRepeated else { return }
        let (weight, zones) = try weight(of: id, isTrial: isTrial, ward: ward)
        let (before, zonesBefore): (AlarmPriority, Int) = (open["priority"], open["zones"])
        // A device and a person that report the same confirm each other.
        let isTold = !isTrial && (open["reports"] as Int) > 0
        let priority = isTold ? AlarmPriority.high : weight
        try run(
            """
            UPDATE alarm_cases SET changed_at = \(followed.at), priority = \(max(priority, before)),
                zones = \(zones)
            WHERE ward = \(ward) AND id = \(id)
            """)
        if zones > zonesBefore { try tell(.zone, of: id, followed, &desk) }
        if priority > before { try tell(.raised, of: id, followed, &desk) }
    }

    /// Whether the case has this alarm of this zone already.
    private func isTold(
        _ followed: FollowedSignal, in id: String, ward: String
    ) throws -> Bool {
        let found: Int? = try value(
            """
            SELECT 1 AS value FROM alarm_case_signals s
            JOIN alarm_events e ON e.ward = s.ward AND e.id = s.event AND e.part = s.part
            WHERE s.ward = \(ward) AND s.case_id = \(id) AND e.account = \(followed.zone.account)
                AND COALESCE(e.area, '') = \(followed.zone.area)
                AND COALESCE(e.zone, '') = \(followed.zone.zone)
                AND e.kind = \(followed.signal.kind) AND e.change <> 'ended' LIMIT 1
            """)
        return found != nil
    }

    private func openCase(
        _ followed: FollowedSignal, isTrial: Bool, ward: String, _ desk: inout Desk
    ) throws -> String {
        let id = makeIdentifier()
        let policy = try alarmPolicy(for: followed.kindOfFacility, ward: ward)
        let priority = AlarmPriority.of(
            zones: [followed.zone], kinds: [followed.signal.kind], isTrial: isTrial)
        try run(
            """
            INSERT INTO alarm_cases (ward, id, kind, facility, opened_at, changed_at, priority,
                zones, is_trial, sends_first, verify_by)
            VALUES (\(ward), \(id), 'alarm', \(followed.facility), \(followed.at), \(followed.at),
                \(priority), 1, \(isTrial), \(policy.sendsFirst),
                \(followed.at.adding(seconds: Int64(policy.verifySeconds))))
            """)
        try link(followed, to: id, ward: ward)
        try tell(.opened, of: id, followed, &desk)
        return id
    }

    private func link(_ followed: FollowedSignal, to id: String, ward: String) throws {
        try run(
            """
            INSERT INTO alarm_case_signals (ward, event, part, case_id)
            VALUES (\(ward), \(followed.event), \(followed.part), \(id))
            """)
    }

    private func tell(
        _ kind: AlarmStepKind, of id: String, _ followed: FollowedSignal, _ desk: inout Desk
    ) throws {
        let place = [followed.zone.area, followed.zone.zone].filter { !$0.isEmpty }
        try desk.tell(
            kind, of: id, by: nil, place.isEmpty ? nil : place.joined(separator: "/"),
            at: followed.at, in: self)
    }

    /// How pressing the alarms of a case are together, and of how many zones.
    private func weight(
        of id: String, isTrial: Bool, ward: String
    ) throws -> (AlarmPriority, zones: Int) {
        let found = try rows(
            """
            SELECT DISTINCT e.account, e.area, e.zone, e.kind FROM alarm_case_signals s
            JOIN alarm_events e ON e.ward = s.ward AND e.id = s.event AND e.part = s.part
            WHERE s.ward = \(ward) AND s.case_id = \(id) AND e.change <> 'ended'
            """)
        var zones: Set<AlarmZone> = []
        var kinds: Set<AlarmSignal.Kind> = []
        for row in found {
            let kind: AlarmSignal.Kind = row["kind"]
            guard kind.isAlarm else { continue }
            kinds.insert(kind)
            zones.insert(AlarmZone(account: row["account"], area: row["area"], zone: row["zone"]))
        }
        return (AlarmPriority.of(zones: zones, kinds: kinds, isTrial: isTrial), zones.count)
    }
}
