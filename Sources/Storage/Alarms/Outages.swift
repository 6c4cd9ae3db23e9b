import Domain

/// Devices lost within a short time are one trouble, beside which alarms stay as they are.
extension Transaction {
    /// What the devices of an outage that are still lost have in common; once all are back, what all
    /// of them had.
    func traits(
        ofOutage id: String, ward: String, beside elsewhere: Outage.Elsewhere? = nil
    ) throws -> Outage.Traits {
        let found = try rows(
            """
            SELECT t.carrier, u.name AS group_name, COUNT(*) AS devices,
                CAST(SUM(CASE WHEN EXISTS (SELECT 1 FROM alarm_troubles x
                    WHERE x.ward = s.ward AND x.account = s.account
                        AND x.kind = \(DeviceTrouble.power) AND x.began_at <= s.declared_at
                        AND (x.ended_at IS NULL OR x.ended_at > s.heard_at))
                    THEN 1 ELSE 0 END) AS BIGINT) AS without_power
            FROM alarm_silences s
            JOIN alarm_accounts a ON a.ward = s.ward AND a.id = s.account
            JOIN transmitters t ON t.ward = a.ward AND t.id = a.transmitter
            LEFT JOIN facilities f ON f.ward = t.ward AND f.id = t.facility
            LEFT JOIN units u ON u.ward = f.ward AND u.id = f.group_unit
            WHERE s.ward = \(ward) AND s.case_id = \(id)
                AND (s.ended_at IS NULL OR NOT EXISTS (SELECT 1 FROM alarm_silences o
                    WHERE o.ward = s.ward AND o.case_id = s.case_id AND o.ended_at IS NULL))
            GROUP BY t.carrier, u.name ORDER BY t.carrier, u.name
            """)
        // One carrier, however people write it; told as most do.
        var spellings: [String: [String: Int]] = [:]
        var groups: [String: Int] = [:]
        for row in found {
            let devices: Int = row["devices"]
            if let carrier: String = row["carrier"] {
                spellings[folded(carrier), default: [:]][carrier, default: 0] += devices
            }
            if let group: String = row["group_name"] { groups[group, default: 0] += devices }
        }
        var carriers: [String: Int] = [:]
        for counts in spellings.values {
            let name = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
            carriers[name] = counts.values.reduce(0, +)
        }
        return Outage.Traits(
            devices: found.reduce(0) { $0 + ($1["devices"] as Int) }, carriers: carriers,
            groups: groups, withoutPower: found.reduce(0) { $0 + ($1["without_power"] as Int) },
            elsewhere: elsewhere)
    }

    /// Makes one case of what a ward has lost lately, if it is much, or if many wards lost some.
    ///
    /// - Parameter elsewhere: what other wards lost with it; nil: it is much by itself, or no case.
    func gatherOutage(ward: String, beside elsewhere: Outage.Elsewhere? = nil) throws {
        let since = now.adding(seconds: -Outage.windowSeconds)
        let lost: SQL = """
            ward = \(ward) AND ended_at IS NULL AND case_id IS NULL AND declared_at > \(since)
            """
        let alone: Int =
            try value("SELECT COUNT(*) AS value FROM alarm_silences WHERE \(lost)") ?? 0
        let open = try row(
            """
            SELECT id, elsewhere_devices, elsewhere_wards FROM alarm_cases
            WHERE ward = \(ward) AND kind = 'outage' AND closed_at IS NULL
                AND changed_at > \(since)
            ORDER BY id DESC LIMIT 1
            """)
        var known: Outage.Elsewhere?
        if let open, let devices: Int = open["elsewhere_devices"] {
            known = Outage.Elsewhere(devices: devices, wards: open["elsewhere_wards"])
        }
        let isNews = elsewhere.map { $0.isNews(after: known) } ?? false
        guard alone > 0 || open != nil && isNews else { return }
        if open == nil, elsewhere == nil {
            let total: Int =
                try value("SELECT COUNT(*) AS value FROM alarm_heard WHERE ward = \(ward)") ?? 0
            guard Outage.isThere(lost: alone, of: total) else { return }
        }
        let id: String = open.map { $0["id"] } ?? makeIdentifier()
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
        try run("UPDATE alarm_silences SET case_id = \(id) WHERE \(lost)")
        let told = isNews ? elsewhere : known
        let traits = try traits(ofOutage: id, ward: ward, beside: told)
        try run(
            """
            UPDATE alarm_cases SET zones = \(traits.devices), changed_at = \(now),
                elsewhere_devices = \(told?.devices), elsewhere_wards = \(told?.wards)
            WHERE ward = \(ward) AND id = \(id)
            """)
        try desk.tell(
            open == nil ? .lost : .outage, of: id, by: nil, traits.words, at: now, in: self)
        try closeDesk(desk)
    }

    /// Outages `c` of which devices are back that people were not told of.
    static let outagesReturned: SQL = """
        alarm_cases c WHERE c.kind = 'outage' AND c.closed_at IS NULL
            AND c.zones <> (SELECT COUNT(*) FROM alarm_silences o
                WHERE o.ward = c.ward AND o.case_id = c.id AND o.ended_at IS NULL)
        """

    /// Tells of outages how many devices are left.
    func tellReturned(ward: String) throws {
        let found = try rows(
            "SELECT c.id FROM \(Self.outagesReturned) AND c.ward = \(ward) ORDER BY c.id")
        guard !found.isEmpty else { return }
        var desk = try openDesk(ward: ward)
        for row in found {
            let id: String = row["id"]
            let left: Int =
                try value(
                    """
                    SELECT COUNT(*) AS value FROM alarm_silences
                    WHERE ward = \(ward) AND case_id = \(id) AND ended_at IS NULL
                    """) ?? 0
            try run(
                """
                UPDATE alarm_cases SET zones = \(left), changed_at = \(now)
                WHERE ward = \(ward) AND id = \(id)
                """)
            let words = left == 0 ? nil : try traits(ofOutage: id, ward: ward).words
            try desk.tell(
                left == 0 ? .ended : .outage, of: id, by: nil, words, at: now, in: self)
        }
        try closeDesk(desk)
    }

    /// Wards whose people do not know yet that what they lost lately is part of something wider,
    /// with what the others lost.
    fileprivate func wardsOfWideOutage() throws -> [(ward: String, elsewhere: Outage.Elsewhere)] {
        let found = try rows(
            """
            SELECT s.ward, COUNT(*) AS devices,
                SUM(CASE WHEN s.case_id IS NULL THEN 1 ELSE 0 END) AS alone,
                COUNT(c.id) AS gathered, MAX(c.elsewhere_devices) AS known
            FROM alarm_silences s
            LEFT JOIN alarm_cases c ON c.ward = s.ward AND c.id = s.case_id AND c.closed_at IS NULL
            WHERE s.ended_at IS NULL
                AND s.declared_at > \(now.adding(seconds: -Outage.windowSeconds))
            GROUP BY s.ward ORDER BY s.ward
            """)
        let all = found.reduce(0) { $0 + ($1["devices"] as Int) }
        // Of one ward it is that ward's own.
        guard found.count > 1, all >= Outage.devicesMany else { return [] }
        let total: Int = try value("SELECT COUNT(*) AS value FROM alarm_heard") ?? 0
        guard Outage.isWide(lost: all, of: total) else { return [] }
        return found.compactMap { row in
            let elsewhere = Outage.Elsewhere(
                devices: all - (row["devices"] as Int), wards: found.count - 1)
            let known = (row["known"] as Int?).map {
                Outage.Elsewhere(devices: $0, wards: 0)
            }
            let isToldMore = row["gathered"] as Int > 0 && elsewhere.isNews(after: known)
            guard row["alone"] as Int > 0 || isToldMore else { return nil }
            return (row["ward"], elsewhere)
        }
    }
}

extension Database {
    /// Makes cases in wards that lost some devices each, and together many.
    func gatherWideOutage() async throws {
        for (ward, elsewhere) in try await read({ try $0.wardsOfWideOutage() }) {
            try await write { try $0.gatherOutage(ward: ward, beside: elsewhere) }
        }
    }
}
