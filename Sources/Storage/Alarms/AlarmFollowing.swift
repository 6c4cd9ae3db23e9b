package import Domain

/// An event that was stored and not yet followed: a row of `alarm_unfollowed`.
package struct Unfollowed: Sendable, Equatable {
    package let ward: String
    package let event: String
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
    /// Events that were stored and not yet followed, of all wards but some, oldest first.
    package func unfollowedAlarms(but wards: Set<String> = [], limit: Int) throws -> [Unfollowed] {
        let condition: SQL =
            wards.isEmpty ? "1 = 1" : "ward NOT IN \(SQL.list(wards.sorted()))"
        return try unfollowed(condition, limit: limit)
    }

    /// Events of one ward that were stored and not yet followed, oldest first.
    package func unfollowedAlarms(of ward: String, limit: Int) throws -> [Unfollowed] {
        try unfollowed("ward = \(ward)", limit: limit)
    }

    private func unfollowed(_ condition: SQL, limit: Int) throws -> [Unfollowed] {
        try rows(
            """
            SELECT ward, event FROM alarm_unfollowed WHERE \(condition)
            ORDER BY event, ward LIMIT \(limit)
            """
        ).map { Unfollowed(ward: $0["ward"], event: $0["event"]) }
    }

    /// Marks events as stored and not yet followed, in the transaction that stores them.
    func waitToBeFollowed(_ events: [Unfollowed]) throws {
        try insert(
            events.map { [.text($0.ward), .text($0.event)] }, into: "alarm_unfollowed",
            ["ward", "event"])
    }

    /// `AlarmSignal.callsPeople`, in SQL.
    static let isCalling: SQL = """
        e.kind IN ('fireAlarm', 'manualCallPoint', 'otherAlarm', 'unknown') AND e.change <> 'ended'
        """

    /// Makes of events what people see: the states of zones, and cases. Each is followed once,
    /// however many nodes try.
    ///
    /// - Returns: whether there is something new for people.
    @discardableResult
    package func followAlarms(_ events: [String], ward: String) throws -> Bool {
        // The desk first: two nodes that take the same events in another order would wait for
        // each other.
        var desk = try openDesk(ward: ward)
        let taken: [String] = try rows(
            """
            DELETE FROM alarm_unfollowed WHERE ward = \(ward) AND event IN \(SQL.list(events))
            RETURNING event
            """
        ).map { $0["event"] }
        let before = desk.sequence
        for signal in try signals(taken, ward: ward) {
            try followTrouble(signal, ward: ward)
            let turn = try turnZone(signal, ward: ward)
            try gather(signal, turn, ward: ward, &desk)
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

    /// Those of the events that are in no case yet.
    private func signals(_ events: [String], ward: String) throws -> [FollowedSignal] {
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
            WHERE e.ward = \(ward) AND e.id IN \(SQL.list(events))
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

    /// Puts a signal into the open case of its facility, or opens one.
    private func gather(
        _ followed: FollowedSignal, _ turn: ZoneTurn, ward: String, _ desk: inout Desk
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
        guard calls else { return try tellEnd(followed, turn, of: id, ward: ward, &desk) }
        guard !isRepeated else {
            if turn.begins { try tellReturn(followed, of: id, ward: ward, &desk) }
            return
        }
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

    /// Tells that an alarm ended, or that the panel was reset; the case goes on all the same.
    private func tellEnd(
        _ followed: FollowedSignal, _ turn: ZoneTurn, of id: String, ward: String,
        _ desk: inout Desk
    ) throws {
        if turn.isReset { return try tell(.reset, of: id, followed, &desk) }
        guard followed.signal.kind.isAlarm,
            ReturnedAlarm.isEndTold(
                after: try lastTold(of: followed, in: id, ward: ward), at: followed.at)
        else { return }
        try tell(.ended, of: id, followed, &desk)
    }

    /// An alarm that ended and is there again is news, as often as people can hear it.
    private func tellReturn(
        _ followed: FollowedSignal, of id: String, ward: String, _ desk: inout Desk
    ) throws {
        let last = try lastTold(of: followed, in: id, ward: ward)
        guard ReturnedAlarm.isTold(after: last, at: followed.at) else { return }
        try run(
            """
            UPDATE alarm_cases SET changed_at = \(followed.at)
            WHERE ward = \(ward) AND id = \(id)
            """)
        try tell(.again, of: id, followed, &desk)
    }

    /// What a case told last of a zone; a reset of the panel is told of all of them.
    private func lastTold(
        of followed: FollowedSignal, in id: String, ward: String
    ) throws -> ReturnedAlarm.Told? {
        let ofZone: [AlarmStepKind] = [.opened, .zone, .again, .ended]
        return try row(
            """
            SELECT kind, at FROM alarm_case_steps
            WHERE ward = \(ward) AND case_id = \(id) AND (kind = \(AlarmStepKind.reset)
                OR kind IN \(SQL.list(ofZone)) AND COALESCE(words, '') = \(followed.zone.place))
            ORDER BY sequence DESC LIMIT 1
            """
        ).map { ReturnedAlarm.Told(step: $0["kind"], at: $0["at"]) }
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
        let place = followed.zone.place
        try desk.tell(
            kind, of: id, by: nil, place.isEmpty ? nil : place, at: followed.at, in: self)
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
