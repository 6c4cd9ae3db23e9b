import Domain

/// The rule of status as conditions, for lists and totals.
///
/// `WorkRule.status` is the rule; a test asks both about the same thousands of cases.
enum WorkSQL {
    static let joins: SQL = """
        JOIN assignments a ON a.ward = o.ward AND a.id = o.assignment
        JOIN tasks t ON t.ward = a.ward AND t.id = a.task
        JOIN plans p ON p.ward = a.ward AND p.id = a.plan
        LEFT JOIN assignment_units l
            ON l.ward = a.ward AND l.assignment = a.id AND l.role = 'lead'
        """

    static let live: SQL = "a.ended_at IS NULL AND p.status = 'running'"
    static let open: SQL = "o.accepted_at IS NULL AND o.excused_at IS NULL"
    private static let unsubmitted: SQL = "\(open) AND o.submitted_at IS NULL"

    /// Worst first: in a piece of work of several bullets the worst state stands for all.
    static let ranks: [WorkStatus] = [
        .late, .atRisk, .notStarted, .onTime, .waiting, .doneLate, .done, .excused,
    ]

    /// Place in `ranks`.
    static func rank(on today: Day) -> SQL {
        """
        CASE WHEN o.excused_at IS NOT NULL THEN 7
            WHEN o.accepted_at IS NOT NULL AND \(submittedDay(on: today)) > o.due_day THEN 5
            WHEN o.accepted_at IS NOT NULL THEN 6
            WHEN o.submitted_at IS NOT NULL THEN 4
            WHEN o.due_day < \(today.number) THEN 0
            WHEN \(isAtRisk(on: today)) THEN 1
            WHEN o.started_at IS NULL THEN 2
            ELSE 3 END
        """
    }

    static func has(_ status: WorkStatus, on today: Day) -> SQL {
        switch status {
        case .excused: "o.excused_at IS NOT NULL"
        case .done:
            "o.accepted_at IS NOT NULL AND o.excused_at IS NULL AND \(submittedDay(on: today)) <= o.due_day"
        case .doneLate:
            "o.accepted_at IS NOT NULL AND o.excused_at IS NULL AND \(submittedDay(on: today)) > o.due_day"
        case .waiting: "\(open) AND o.submitted_at IS NOT NULL"
        case .late: "\(unsubmitted) AND o.due_day < \(today.number)"
        case .atRisk: "\(inTime(on: today)) AND \(isAtRisk(on: today))"
        case .notStarted:
            "\(inTime(on: today)) AND NOT \(isAtRisk(on: today)) AND o.started_at IS NULL"
        case .onTime:
            "\(inTime(on: today)) AND NOT \(isAtRisk(on: today)) AND o.started_at IS NOT NULL"
        }
    }

    /// Late, at risk, or due within the days in which work must show progress.
    static func isUrgent(on today: Day) -> SQL {
        """
        \(unsubmitted) AND (o.due_day <= \(today.number + WorkRule.nearDays)
            OR \(isAtRisk(on: today)))
        """
    }

    /// Of a unit that does it, or for who reads everything.
    static func isVisible(to officer: Officer) -> SQL {
        officer.may(.readAll)
            ? "1 = 1"
            : """
            EXISTS (SELECT 1 FROM assignment_units v
                WHERE v.ward = a.ward AND v.assignment = a.id AND v.unit = \(officer.unit ?? ""))
            """
    }

    /// Handed in, and this officer's to accept: nobody accepts the work of the own unit but who
    /// leads the ward, as `WorkRights` has it.
    static func toAccept(by officer: Officer) -> SQL {
        let others: SQL =
            officer.may(.decideProposals)
            ? "1 = 1" : "(l.unit IS NULL OR l.unit <> \(officer.unit ?? ""))"
        return SQL.all([
            "o.ward = \(officer.ward)", live, open, "o.submitted_at IS NOT NULL", others,
        ])
    }

    private static func inTime(on today: Day) -> SQL {
        "\(unsubmitted) AND o.due_day >= \(today.number)"
    }

    /// The day in Vietnam on which it was handed in.
    private static func submittedDay(on today: Day) -> SQL {
        """
        CASE WHEN o.submitted_at IS NULL THEN \(today.number)
            ELSE (o.submitted_at + \(Instant.vietnamOffset)) / 86400000 END
        """
    }

    private static func isAtRisk(on today: Day) -> SQL {
        let day = today.number
        let heard: SQL = """
            CASE WHEN o.reported_day > o.begins_day THEN o.reported_day ELSE o.begins_day END
            """
        return """
            ((o.due_day = \(WorkRule.noDueDay)
                    AND (\(heard)) < \(day - WorkRule.undatedQuietDaysMax))
                OR (o.due_day <= \(day + WorkRule.watchedDays)
                    AND (\(heard)) < \(day - WorkRule.quietDaysMax))
                OR (o.due_day <= \(day + WorkRule.nearDays)
                    AND o.percent * (o.due_day - o.begins_day) < (\(day) - o.begins_day) * 100))
            """
    }
}
