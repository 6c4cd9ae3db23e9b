package import Domain

/// A device with something wrong, as the people who keep it see it.
package struct DeviceTroubleLine: Sendable {
    package let id: String
    package let kind: DeviceTrouble
    /// Power is gone and the battery is low: soon the device will be silent.
    package let endsSoon: Bool
    /// nil: it is of the device, whatever number it reports with.
    package let number: String?
    /// Where it is; neither area nor zone, if it is of the whole.
    package let zone: AlarmZone
    /// What the device said; empty: nothing.
    package let meaning: String
    /// How often it came back.
    package let times: Int
    package let transmitter: String
    package let serial: String?
    package let facility: String
    package let facilityName: String?
    package let phone: String?
    /// Until when the SIM is paid for.
    package let paidUntil: Day?
    /// Of a silence, when it was last heard.
    package let beganAt: Instant
    package let unitName: String?
    package let takenAt: Instant?
    package let takenBy: String?
    package let words: String?

    package var isPressing: Bool { kind.isPressing || endsSoon }
}

/// How many devices have something wrong.
package struct DeviceTroubleCounts: Sendable, Equatable {
    package let silent: Int
    /// Of devices that are heard.
    package let troubles: Int

    package init(silent: Int = 0, troubles: Int = 0) {
        self.silent = silent
        self.troubles = troubles
    }

    package var isEmpty: Bool { silent == 0 && troubles == 0 }
}

/// Whose work devices are: those that are not heard, and those that say what is wrong with them.
extension Transaction {
    /// All that is wrong now in a ward, whatever says so; a trouble that began in a trial that still
    /// runs is of that trial.
    private func openTroubles(ward: String) -> SQL {
        """
        (SELECT s.ward, s.id, CAST(\(DeviceTrouble.silence) AS TEXT) AS kind, s.account, a.transmitter, a.number,
            '' AS area, '' AS zone, '' AS meaning, 1 AS times, s.heard_at AS began_at, s.unit,
            s.taken_at, s.taken_by, s.words
        FROM alarm_silences s
        JOIN alarm_accounts a ON a.ward = s.ward AND a.id = s.account
        WHERE s.ward = \(ward) AND s.ended_at IS NULL
        UNION ALL
        SELECT x.ward, x.id, x.kind, x.account, COALESCE(a.transmitter, x.transmitter), a.number,
            x.area, x.zone, x.meaning, x.times, x.began_at, x.unit, x.taken_at, x.taken_by, x.words
        FROM alarm_troubles x
        LEFT JOIN alarm_accounts a ON a.ward = x.ward AND a.id = x.account
        WHERE x.ward = \(ward) AND x.ended_at IS NULL AND a.locked_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM alarm_trials r
                WHERE r.ward = x.ward AND r.transmitter = COALESCE(a.transmitter, x.transmitter)
                    AND r.began_at <= x.began_at AND r.until_at > \(now) AND r.ended_at IS NULL))
        """
    }

    private func openTroubles(for officer: Officer) -> SQL {
        """
        \(openTroubles(ward: officer.ward)) s
        JOIN transmitters t ON t.ward = s.ward AND t.id = s.transmitter
        LEFT JOIN facilities f ON f.ward = t.ward AND f.id = t.facility
        """
    }

    /// Power is gone and the battery low, `s` being one of the two.
    private static let endsSoon: SQL = """
        s.kind IN (\(DeviceTrouble.power), \(DeviceTrouble.battery)) AND s.account <> ''
        AND EXISTS (SELECT 1 FROM alarm_troubles y
            WHERE y.ward = s.ward AND y.account = s.account AND y.ended_at IS NULL
                AND y.kind IN (\(DeviceTrouble.power), \(DeviceTrouble.battery))
                AND y.kind <> s.kind)
        """

    /// What is wrong with devices now, what presses most first, then what is oldest.
    package func deviceTroubles(for officer: Officer) throws -> [DeviceTroubleLine] {
        let pressing = DeviceTrouble.allCases.filter(\.isPressing)
        return try rows(
            """
            SELECT s.id, s.kind, s.number, s.account, s.area, s.zone, s.meaning, s.times, s.began_at,
                s.taken_at, s.words, s.transmitter, t.serial, t.facility, t.paid_until,
                f.name AS facility_name, f.phone, u.name AS unit_name, p.name AS taken_by,
                CASE WHEN \(Self.endsSoon) THEN 1 ELSE 0 END AS ends_soon
            FROM \(openTroubles(for: officer))
            LEFT JOIN units u ON u.ward = s.ward AND u.id = s.unit
            LEFT JOIN accounts p ON p.ward = s.ward AND p.id = s.taken_by
            WHERE \(attended(by: officer))
            ORDER BY CASE WHEN s.kind IN \(SQL.list(pressing)) OR \(Self.endsSoon)
                THEN 0 ELSE 1 END, s.began_at, s.id LIMIT \(Self.deskRowsMax)
            """
        ).map { row in
            DeviceTroubleLine(
                id: row["id"], kind: row["kind"], endsSoon: row["ends_soon"],
                number: row["number"],
                zone: AlarmZone(account: row["account"], area: row["area"], zone: row["zone"]),
                meaning: row["meaning"], times: row["times"], transmitter: row["transmitter"],
                serial: row["serial"], facility: row["facility"],
                facilityName: row["facility_name"], phone: row["phone"],
                paidUntil: row["paid_until"], beganAt: row["began_at"],
                unitName: row["unit_name"], takenAt: row["taken_at"], takenBy: row["taken_by"],
                words: row["words"])
        }
    }

    package func deviceTroubleCounts(for officer: Officer) throws -> DeviceTroubleCounts {
        try counts(officer, where: attended(by: officer))
    }

    /// Of those that the officer's own unit keeps.
    package func deviceTroubleCountsOfUnit(for officer: Officer) throws -> DeviceTroubleCounts {
        guard officer.may(.judgeAlarms) else { return DeviceTroubleCounts() }
        return try counts(officer, where: "s.unit = \(officer.unit ?? "")")
    }

    private func counts(_ officer: Officer, where condition: SQL) throws -> DeviceTroubleCounts {
        let found = try rows(
            """
            SELECT CASE WHEN s.kind = \(DeviceTrouble.silence) THEN 1 ELSE 0 END AS is_silent,
                COUNT(*) AS devices
            FROM \(openTroubles(for: officer)) WHERE \(condition) GROUP BY is_silent
            """)
        func count(_ isSilent: Bool) -> Int {
            found.first { ($0["is_silent"] as Bool) == isSilent }.map { $0["devices"] } ?? 0
        }
        return DeviceTroubleCounts(silent: count(true), troubles: count(false))
    }

    /// The officer says what is done about what is wrong with a device.
    package func takeDeviceTrouble(_ id: String, words: String, by officer: Officer) throws {
        try officer.require(.judgeAlarms)
        try DeviceTrouble.check(words: words)
        let table = try table(ofTrouble: id, ward: officer.ward)
        try record(
            table == "alarm_silences" ? "alarm.silence.take" : "alarm.trouble.take",
            "\(table)/\(id)", [JournalChange("text", to: words)], by: officer)
        let count = try run(
            """
            UPDATE \(SQL(stringLiteral: table))
            SET taken_at = \(now), taken_by = \(officer.id), words = \(words)
            WHERE ward = \(officer.ward) AND id = \(id) AND ended_at IS NULL
            """)
        guard count == 1 else { throw Self.troubleIsOver }
    }

    /// The officer says that a trouble is over of which the device will not say so itself: many
    /// report that they must be looked after, and never that they were.
    package func endDeviceTrouble(_ id: String, words: String, by officer: Officer) throws {
        try officer.require(.judgeAlarms)
        try DeviceTrouble.check(words: words)
        let kind: DeviceTrouble? = try value(
            """
            SELECT kind AS value FROM alarm_troubles
            WHERE ward = \(officer.ward) AND id = \(id) AND ended_at IS NULL
            """)
        if kind == .subscription {
            throw Problem(
                .invalid, "Hãy trả cước rồi ghi ngày mới vào sổ thiết bị; việc này tự kết thúc.")
        }
        guard kind != nil else { throw Self.troubleIsOver }
        try record(
            "alarm.trouble.end", "alarm_troubles/\(id)", [JournalChange("text", to: words)],
            by: officer)
        let count = try run(
            """
            UPDATE alarm_troubles SET ended_at = \(now), ended_by = \(officer.id),
                words = \(words)
            WHERE ward = \(officer.ward) AND id = \(id) AND ended_at IS NULL
            """)
        guard count == 1 else { throw Self.troubleIsOver }
    }

    private func table(ofTrouble id: String, ward: String) throws -> String {
        let found: Int? = try value(
            "SELECT 1 AS value FROM alarm_troubles WHERE ward = \(ward) AND id = \(id)")
        return found == nil ? "alarm_silences" : "alarm_troubles"
    }

    private static var troubleIsOver: Problem {
        Problem(.notFound, "Việc này đã hết: thiết bị có tín hiệu lại, hoặc đã báo hết lỗi.")
    }
}

/// SIMs that are not paid for much longer: work before the device falls silent because of them.
extension Transaction {
    /// Devices `t` whose SIM ends soon, or has.
    private var ending: SQL {
        """
        t.ended_at IS NULL AND t.exempt_on IS NULL
            AND t.paid_until <= \(today.adding(days: Transmitters.subscriptionDays))
        """
    }

    private var endingUnknown: SQL {
        """
        transmitters t WHERE \(ending) AND NOT EXISTS (SELECT 1 FROM alarm_troubles x
            WHERE x.ward = t.ward AND x.transmitter = t.id AND x.ended_at IS NULL
                AND x.kind = \(DeviceTrouble.subscription))
        """
    }

    private var paidAgain: SQL {
        """
        alarm_troubles x CROSS JOIN transmitters t
        WHERE x.kind = \(DeviceTrouble.subscription) AND x.ended_at IS NULL
            AND t.ward = x.ward AND t.id = x.transmitter
            AND (t.paid_until IS NULL OR NOT (\(ending)))
        """
    }

    /// Wards with a SIM that ends soon and is nobody's work, or was paid for again.
    func wardsToWatchSubscriptions() throws -> [String] {
        try rows(
            """
            SELECT t.ward AS ward FROM \(endingUnknown)
            UNION SELECT x.ward AS ward FROM \(paidAgain) ORDER BY ward
            """
        ).map { $0["ward"] }
    }

    package func watchSubscriptions(ward: String) throws {
        let new = try rows("SELECT t.id FROM \(endingUnknown) AND t.ward = \(ward) ORDER BY t.id")
        let over = try rows("SELECT x.id FROM \(paidAgain) AND x.ward = \(ward) ORDER BY x.id")
        if !new.isEmpty {
            try record(
                "alarm.subscription", "wards/\(ward)",
                [JournalChange("devices", to: "\(new.count)")], ward: ward, account: nil,
                origin: "jobs")
        }
        let unit = try policeUnit(ward: ward)
        for row in new {
            try run(
                """
                INSERT INTO alarm_troubles (ward, id, transmitter, account, area, zone, kind, code,
                    meaning, times, began_at, said_at, event, unit)
                VALUES (\(ward), \(makeIdentifier()), \(row["id"] as String), '', '', '',
                    \(DeviceTrouble.subscription), '', '', 1, \(now), \(now), '', \(unit))
                ON CONFLICT DO NOTHING
                """)
        }
        guard !over.isEmpty else { return }
        try record(
            "alarm.subscription.end", "wards/\(ward)",
            [JournalChange("devices", to: "\(over.count)")], ward: ward, account: nil,
            origin: "jobs")
        for row in over {
            try run(
                """
                UPDATE alarm_troubles SET ended_at = \(now)
                WHERE ward = \(ward) AND id = \(row["id"] as String) AND ended_at IS NULL
                """)
        }
    }
}
