package import Domain

/// What came back to a person: work that was returned, questions that were answered.
extension Transaction {
    /// How long it is news that a proposal was decided, an obstacle sent on.
    private static var newsDays: Int64 { 7 }

    /// Work of the officer's unit that was handed in and given back, by due day.
    package func returnedWork(for officer: Officer) throws -> [WorkRow] {
        guard officer.may(.reportWork), let unit = officer.unit else { return [] }
        return try rows(
            """
            SELECT \(WorkRow.columns)
            FROM occurrences o
            \(WorkSQL.joins)
            LEFT JOIN units lu ON lu.ward = l.ward AND lu.id = l.unit
            JOIN assignment_units m
                ON m.ward = a.ward AND m.assignment = a.id AND m.unit = \(unit)
                    AND m.role = 'lead'
            WHERE o.ward = \(officer.ward) AND \(WorkSQL.live) AND \(WorkSQL.open)
                AND o.submitted_at IS NULL
                AND EXISTS (
                    SELECT 1 FROM entries e
                    WHERE e.ward = o.ward AND e.occurrence = o.id AND e.kind = 'return')
            ORDER BY o.due_day, o.id
            LIMIT \(Self.workPageRows)
            """
        ).map { WorkRow($0, on: today) }
    }

    /// What the officer asked and has an answer to, which is not yet accepted or refused.
    package func explanationsToSettle(for officer: Officer) throws -> [Explanation] {
        try explanations(
            where: """
                x.ward = \(officer.ward) AND x.asked_by = \(officer.id)
                    AND x.answered_at IS NOT NULL AND x.settled_at IS NULL
                """)
    }

    /// Obstacles of the officer's unit that were answered and are not said to be out of the way.
    func obstaclesAnsweredCount(for officer: Officer) throws -> Int {
        guard officer.may(.reportWork), let unit = officer.unit else { return 0 }
        return try value(
            """
            SELECT COUNT(*) AS value FROM obstacles
            WHERE ward = \(officer.ward) AND raised_unit = \(unit) AND answered_at IS NOT NULL
                AND resolved_at IS NULL
            """) ?? 0
    }

    /// Obstacles of the officer's unit that went on to another recipient these days.
    func obstaclesForwardedCount(for officer: Officer) throws -> Int {
        guard officer.may(.reportWork), let unit = officer.unit else { return 0 }
        return try value(
            """
            SELECT COUNT(*) AS value FROM obstacles b
            WHERE b.ward = \(officer.ward) AND b.raised_unit = \(unit) AND b.answered_at IS NULL
                AND b.resolved_at IS NULL
                AND EXISTS (
                    SELECT 1 FROM obstacle_moves m
                    WHERE m.ward = b.ward AND m.obstacle = b.id
                        AND m.at >= \(now.adding(seconds: -Self.newsDays * 86_400)))
            """) ?? 0
    }

    /// Proposals of the officer on which there was a decision these days.
    func proposalsDecidedCount(for officer: Officer) throws -> Int {
        try value(
            """
            SELECT COUNT(*) AS value FROM proposals
            WHERE ward = \(officer.ward) AND made_by = \(officer.id)
                AND decided_at >= \(now.adding(seconds: -Self.newsDays * 86_400))
            """) ?? 0
    }
}
