package import Domain

extension DeviceDrill.Outcome: SQLConvertible {}

extension Transaction {
    /// Why a device is in test mode meanwhile, as the desk shows it.
    private static var drillReason: String { "Diễn tập đầu cuối" }

    /// Sets when a device is tried from its panel to a person; an open one at a time.
    ///
    /// - Parameter repeats: again a month after it ended.
    package func planDrill(
        of transmitter: String, begins: Instant?, minutes: Int?, repeats: Bool,
        by officer: Officer
    ) throws {
        try officer.require(.judgeAlarms)
        try DeviceDrill.check(begins: begins, minutes: minutes, now: now)
        _ = try record(transmitter, of: Transmitters.description, for: officer)
        guard let begins, let minutes else { return }
        let number: String? = try value(
            """
            SELECT number AS value FROM alarm_accounts
            WHERE ward = \(officer.ward) AND transmitter = \(transmitter) AND locked_at IS NULL
            ORDER BY number LIMIT 1
            """)
        guard number != nil else {
            throw Problem(
                .invalid, "Thiết bị này chưa được cấp số tài khoản báo cháy, chưa thử được.")
        }
        let until = begins.adding(seconds: Int64(minutes) * 60)
        try requireNoDrill(of: transmitter, from: begins, until: until, ward: officer.ward)
        try record(
            "alarm.drill.plan", "transmitters/\(transmitter)",
            [JournalChange("begins", to: begins.vietnamese)], by: officer)
        try keepDrill(
            of: transmitter, begins: begins, minutes: minutes, repeats: repeats,
            ward: officer.ward, by: officer.id)
    }

    /// Two at once in one facility would share their alarm, and its answer.
    private func requireNoDrill(
        of transmitter: String, from: Instant, until: Instant, ward: String
    ) throws {
        let own: Int? = try value(
            """
            SELECT 1 AS value FROM device_drills
            WHERE ward = \(ward) AND transmitter = \(transmitter) AND ended_at IS NULL
            """)
        guard own == nil else {
            throw Problem(
                .conflict, "Thiết bị này đã có lịch diễn tập. Hãy bỏ lịch đó trước.")
        }
        let beside: Int? = try value(
            """
            SELECT 1 AS value FROM device_drills d
            JOIN transmitters t ON t.ward = d.ward AND t.id = d.transmitter
            JOIN transmitters own ON own.ward = t.ward AND own.facility = t.facility
            WHERE d.ward = \(ward) AND own.id = \(transmitter) AND d.ended_at IS NULL
                AND d.begins_at < \(until) AND d.until_at > \(from) LIMIT 1
            """)
        guard beside == nil else {
            throw Problem(
                .conflict,
                "Một thiết bị khác của cơ sở này diễn tập trong giờ đó. Hãy chọn giờ khác.")
        }
    }

    private func keepDrill(
        of transmitter: String, begins: Instant, minutes: Int, repeats: Bool, ward: String,
        by account: String
    ) throws {
        try run(
            """
            INSERT INTO device_drills (ward, id, transmitter, planned_at, planned_by, begins_at,
                minutes, until_at, repeats)
            VALUES (\(ward), \(makeIdentifier()), \(transmitter), \(now), \(account), \(begins),
                \(minutes), \(begins.adding(seconds: Int64(minutes) * 60)), \(repeats))
            """)
    }

    /// Takes a drill back; while it runs, the device's alarms are alarms again.
    package func cancelDrill(_ id: String, by officer: Officer) throws {
        try officer.require(.judgeAlarms)
        let found = try row(
            """
            SELECT transmitter, trial FROM device_drills
            WHERE ward = \(officer.ward) AND id = \(id) AND ended_at IS NULL
            """)
        guard let found else { throw Problem(.notFound, "Lần diễn tập này đã kết thúc.") }
        let (transmitter, trial): (String, String?) = (found["transmitter"], found["trial"])
        try record("alarm.drill.cancel", "transmitters/\(transmitter)", by: officer)
        let count = try run(
            """
            UPDATE device_drills SET ended_at = \(now), result = 'cancelled'
            WHERE ward = \(officer.ward) AND id = \(id) AND ended_at IS NULL
            """)
        guard count == 1 else { throw Problem.changedMeanwhile }
        guard let trial else { return }
        try run(
            """
            UPDATE alarm_trials SET ended_at = \(now), ended_by = \(officer.id)
            WHERE ward = \(officer.ward) AND id = \(trial) AND ended_at IS NULL
            """)
    }

    // MARK: What the program does

    /// Begins drills whose hour has come: from then on an alarm of the device is a drill.
    package func beginDrills(ward: String) throws {
        let due = try rows(
            """
            SELECT d.id, d.transmitter, d.minutes, d.planned_by, t.facility FROM device_drills d
            JOIN transmitters t ON t.ward = d.ward AND t.id = d.transmitter
            WHERE d.ward = \(ward) AND d.began_at IS NULL AND d.ended_at IS NULL
                AND d.begins_at <= \(now) AND d.until_at > \(now)
                AND NOT EXISTS (SELECT 1 FROM alarm_trials r
                    JOIN transmitters o ON o.ward = r.ward AND o.id = r.transmitter
                    WHERE r.ward = d.ward AND o.facility = t.facility AND r.until_at > \(now)
                        AND r.ended_at IS NULL)
                AND NOT EXISTS (SELECT 1 FROM alarm_cases c
                    WHERE c.ward = d.ward AND c.facility = t.facility AND c.is_trial = 1
                        AND c.closed_at IS NULL)
            ORDER BY d.begins_at, d.id LIMIT \(Self.deskRowsMax)
            """)
        var facilities: Set<String> = []
        for row in due where facilities.insert(row["facility"]).inserted {
            let (id, transmitter, account): (String, String, String) = (
                row["id"], row["transmitter"], row["planned_by"]
            )
            let minutes: Int = row["minutes"]
            let (trial, until) = (makeIdentifier(), now.adding(seconds: Int64(minutes) * 60))
            try record(
                "alarm.drill.begin", "transmitters/\(transmitter)",
                [JournalChange("until", to: until.vietnamese)], ward: ward, account: nil,
                origin: "jobs")
            let count = try run(
                """
                UPDATE device_drills SET began_at = \(now), until_at = \(until), trial = \(trial)
                WHERE ward = \(ward) AND id = \(id) AND began_at IS NULL AND ended_at IS NULL
                """)
            guard count == 1 else { throw Problem.changedMeanwhile }
            try run(
                """
                INSERT INTO alarm_trials (ward, id, transmitter, began_at, until_at, reason,
                    began_by)
                VALUES (\(ward), \(trial), \(transmitter), \(now), \(until),
                    \(Self.drillReason), \(account))
                """)
        }
    }

    /// An alarm of a device in its drill reached the store, and the desk with it.
    func noteDrill(_ followed: FollowedSignal, in id: String, ward: String) throws {
        try run(
            """
            UPDATE device_drills SET case_id = \(id), received_at = \(followed.at),
                followed_at = \(now)
            WHERE ward = \(ward) AND transmitter = \(followed.transmitter) AND ended_at IS NULL
                AND received_at IS NULL AND began_at <= \(followed.at)
            """)
    }

    /// A desk says that a person has the drill before the eyes; the first counts.
    package func showDrill(_ id: String, by officer: Officer) throws {
        try officer.require(.attendAlarms)
        let found = try row(
            """
            SELECT d.transmitter FROM device_drills d
            JOIN alarm_cases c ON c.ward = d.ward AND c.id = d.case_id
            LEFT JOIN facilities f ON f.ward = c.ward AND f.id = c.facility
            WHERE d.ward = \(officer.ward) AND d.id = \(id) AND d.shown_at IS NULL
                AND d.ended_at IS NULL AND \(attended(by: officer))
            """)
        guard let found else { return }
        let transmitter: String = found["transmitter"]
        try record("alarm.drill.shown", "transmitters/\(transmitter)", by: officer)
        try run(
            """
            UPDATE device_drills SET shown_at = \(now), shown_to = \(officer.id)
            WHERE ward = \(officer.ward) AND id = \(id) AND shown_at IS NULL
            """)
    }

    /// Who takes the alarm of a drill, or judges it, has answered.
    func answerDrill(of id: String, by officer: Officer) throws {
        try run(
            """
            UPDATE device_drills SET answered_at = \(now), answered_by = \(officer.id)
            WHERE ward = \(officer.ward) AND case_id = \(id) AND answered_at IS NULL
                AND ended_at IS NULL
            """)
    }

    /// Ends drills that a person answered, and those whose time is over; what failed is work.
    package func endDrills(ward: String) throws {
        let over = try rows(
            """
            SELECT id, transmitter, planned_by, begins_at, minutes, repeats, began_at, received_at,
                answered_at
            FROM device_drills
            WHERE ward = \(ward) AND ended_at IS NULL
                AND (answered_at IS NOT NULL OR until_at <= \(now))
            ORDER BY begins_at, id LIMIT \(Self.deskRowsMax)
            """)
        guard !over.isEmpty else { return }
        let unit = try policeUnit(ward: ward)
        for row in over { try end(row, unit: unit, ward: ward) }
    }

    private func end(_ row: Row, unit: String?, ward: String) throws {
        let (id, transmitter): (String, String) = (row["id"], row["transmitter"])
        let outcome: DeviceDrill.Outcome =
            if row["answered_at"] as Instant? != nil {
                .passed
            } else if row["began_at"] as Instant? == nil {
                .missed
            } else {
                row["received_at"] as Instant? == nil ? .silent : .unanswered
            }
        try record(
            "alarm.drill.end", "transmitters/\(transmitter)",
            [JournalChange("drill", to: outcome.rawValue)], ward: ward, account: nil,
            origin: "jobs")
        let count = try run(
            """
            UPDATE device_drills SET ended_at = \(now), result = \(outcome),
                unit = \(outcome.isFailure ? unit : nil)
            WHERE ward = \(ward) AND id = \(id) AND ended_at IS NULL
            """)
        guard count == 1, row["repeats"] as Bool else { return }
        var next = DeviceDrill.next(after: row["begins_at"])
        while next <= now { next = DeviceDrill.next(after: next) }
        try keepDrill(
            of: transmitter, begins: next, minutes: row["minutes"], repeats: true, ward: ward,
            by: row["planned_by"])
    }

    /// The officer says what is done about a drill that failed.
    package func takeDrill(_ id: String, words: String, by officer: Officer) throws {
        try officer.require(.judgeAlarms)
        guard !words.isEmpty, words.count <= DeviceDrill.wordsMax else {
            throw Problem(
                .invalid,
                "Hãy ghi đang làm gì với thiết bị này, nhiều nhất \(DeviceDrill.wordsMax) chữ.")
        }
        try record(
            "alarm.drill.take", "device_drills/\(id)", [JournalChange("text", to: words)],
            by: officer)
        let count = try run(
            """
            UPDATE device_drills
            SET taken_at = \(now), taken_by = \(officer.id), words = \(words)
            WHERE ward = \(officer.ward) AND id = \(id)
                AND result IN ('silent', 'unanswered', 'missed')
            """)
        guard count == 1 else { throw Problem(.notFound, "Không có lần diễn tập hỏng này.") }
    }
}
