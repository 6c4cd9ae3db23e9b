package import Domain

/// How the alarms of a period were judged.
package struct AlarmCounts: Sendable, Equatable {
    package fileprivate(set) var genuine = 0
    package fileprivate(set) var falseOnes = 0
    /// Drills and tests.
    package fileprivate(set) var tried = 0
    /// Nobody has said yet what they were.
    package fileprivate(set) var open = 0

    /// Of those of which a fire was to be feared, in percent; nil: there were none.
    package var falsePercent: Int? {
        let all = genuine + falseOnes
        return all == 0 ? nil : Int((Double(falseOnes) * 100 / Double(all)).rounded())
    }
}

extension Transaction {
    /// False alarms that are looked at together; more are the latest ones.
    package static var falseAlarmsMax: Int { 10_000 }

    /// Alarms of a period in the officer's area, by what they were; both days are of it.
    package func alarmCounts(
        from: Day, to: Day, for officer: Officer
    ) throws -> AlarmCounts {
        var counts = AlarmCounts()
        let found = try rows(
            """
            SELECT c.outcome, COUNT(*) AS cases FROM alarm_cases c
            LEFT JOIN facilities f ON f.ward = c.ward AND f.id = c.facility
            WHERE \(Self.isOfPeriod(from, to)) AND c.ward = \(officer.ward)
                AND \(attended(by: officer))
            GROUP BY c.outcome
            """)
        for row in found {
            let cases: Int = row["cases"]
            switch row["outcome"] as AlarmOutcome? {
            case .genuine: counts.genuine += cases
            case .unwanted, .malicious: counts.falseOnes += cases
            case .drill, .test: counts.tried += cases
            case nil: counts.open += cases
            }
        }
        return counts
    }

    /// False alarms of a period in the officer's area, newest first.
    package func falseAlarms(
        from: Day, to: Day, for officer: Officer
    ) throws -> [FalseAlarm] {
        try rows(
            """
            SELECT c.id, c.facility, c.opened_at, c.outcome, c.cause, c.words,
                f.name AS facility_name, p.name AS judged_name, t.model, t.supplier
            FROM alarm_cases c
            LEFT JOIN facilities f ON f.ward = c.ward AND f.id = c.facility
            LEFT JOIN accounts p ON p.ward = c.ward AND p.id = c.judged_by
            LEFT JOIN transmitters t ON t.ward = c.ward AND t.id = (
                SELECT a.transmitter FROM alarm_case_signals s
                JOIN alarm_events e ON e.ward = s.ward AND e.id = s.event AND e.part = s.part
                JOIN alarm_accounts a ON a.ward = e.ward AND a.id = e.account
                WHERE s.ward = c.ward AND s.case_id = c.id AND \(Self.isCalling)
                ORDER BY e.received_at, e.id, e.part LIMIT 1)
            WHERE \(Self.isOfPeriod(from, to)) AND \(Self.isFalse) AND c.ward = \(officer.ward)
                AND \(attended(by: officer))
            ORDER BY c.opened_at DESC, c.id DESC LIMIT \(Self.falseAlarmsMax)
            """
        ).map { row in
            FalseAlarm(
                id: row["id"], facility: row["facility"], facilityName: row["facility_name"],
                model: row["model"], supplier: row["supplier"], outcome: row["outcome"],
                cause: row["cause"], words: row["words"], openedAt: row["opened_at"],
                judgedBy: row["judged_name"])
        }
    }

    /// The rule of the ward on this day.
    package func falseAlarmRule(ward: String) throws -> FalseAlarmRule {
        FalseAlarmRules.inForce(
            of: try kept(in: FalseAlarmRules.description, ward: ward), on: today)
    }

    /// `AlarmOutcome.isFalse`.
    static let isFalse: SQL = "c.outcome IN ('unwanted', 'malicious')"

    /// Of devices that were being tried nothing is learnt.
    private static func isOfPeriod(_ from: Day, _ to: Day) -> SQL {
        """
        c.kind = 'alarm' AND c.is_trial = 0 AND c.opened_at >= \(Instant(startOf: from))
            AND c.opened_at < \(Instant(startOf: to.adding(days: 1)))
        """
    }
}
