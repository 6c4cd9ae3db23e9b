package import Domain

/// The state of the work of a ward, on one page for who leads it.
package struct WardOverview: Sendable {
    /// A unit or a plan with the states of its work.
    package struct Line: Sendable {
        package let id: String
        package let name: String
        package var counts: WorkCounts

        static func worstFirst(_ left: Line, _ right: Line) -> Bool {
            let a = (left.counts[.late], left.counts[.atRisk], left.counts.open)
            let b = (right.counts[.late], right.counts[.atRisk], right.counts.open)
            return a == b ? left.name < right.name : a > b
        }
    }

    /// A unit and the pieces of work that it leads.
    package struct Share: Sendable, Equatable {
        package let unit: String
        package let name: String
        package let led: Int
        package let coordinated: Int
    }

    package let total: WorkCounts
    package let byUnit: [Line]
    package let byPlan: [Line]
    package let shares: [Share]
    /// Pieces of work laid on many units together.
    package let common: Int
    package let withoutLead: Int
    package let works: Int
    package let openObstacles: Int
    package let oldestObstacle: Instant?
    package let waitingProposals: Int
    package let openExplanations: Int

    /// Above this share of all pieces of work one unit carries too much ("khoán trắng").
    /// More than half: the plans' "không khoán trắng cho lực lượng Công an", made countable.
    package static let shareMaxPercent = 50

    /// The unit that leads more than half of the work, with its percent.
    package var overloaded: (name: String, percent: Int)? {
        guard works > 0, let first = shares.max(by: { $0.led < $1.led }),
            first.led * 100 > works * Self.shareMaxPercent
        else { return nil }
        return (first.name, first.led.hundredths(of: works) ?? 0)
    }
}

extension Transaction {
    package func overview(for officer: Officer) throws -> WardOverview {
        try officer.require(.readAll)
        let ward = officer.ward
        let byPlan = try planLines(for: officer)
        let obstacles = try row(
            """
            SELECT COUNT(*) AS number, MIN(raised_at) AS oldest FROM obstacles
            WHERE ward = \(ward) AND resolved_at IS NULL
            """)
        let works = try row(
            """
            SELECT COUNT(DISTINCT t.work_item) AS works,
                COUNT(DISTINCT CASE WHEN a.member <> '' THEN t.work_item END) AS common,
                COUNT(DISTINCT CASE WHEN l.unit IS NULL THEN t.work_item END) AS without_lead
            FROM assignments a
            JOIN tasks t ON t.ward = a.ward AND t.id = a.task
            JOIN plans p ON p.ward = a.ward AND p.id = a.plan
            LEFT JOIN assignment_units l
                ON l.ward = a.ward AND l.assignment = a.id AND l.role = 'lead'
            WHERE a.ward = \(ward) AND \(WorkSQL.live)
            """)
        return WardOverview(
            total: byPlan.reduce(into: WorkCounts()) { total, line in
                total.byStatus.merge(line.counts.byStatus, uniquingKeysWith: +)
            },
            byUnit: try unitLines(ward), byPlan: byPlan,
            shares: try shares(ward), common: works?["common"] ?? 0,
            withoutLead: works?["without_lead"] ?? 0, works: works?["works"] ?? 0,
            openObstacles: obstacles?["number"] ?? 0, oldestObstacle: obstacles?["oldest"],
            waitingProposals: try value(
                """
                SELECT COUNT(*) AS value FROM proposals
                WHERE ward = \(ward) AND decided_at IS NULL
                """) ?? 0,
            openExplanations: try value(
                """
                SELECT COUNT(*) AS value FROM explanations
                WHERE ward = \(ward) AND answered_at IS NULL
                """) ?? 0)
    }

    /// States of work, joint work once, of each running plan.
    private func planLines(for officer: Officer) throws -> [WardOverview.Line] {
        let counts = try workCountsByPlan(for: officer)
        let lines = try runningPlans(for: officer).map {
            WardOverview.Line(id: $0.id, name: $0.title, counts: counts[$0.id] ?? WorkCounts())
        }
        return lines.filter { !$0.counts.byStatus.isEmpty }.sorted(by: WardOverview.Line.worstFirst)
    }

    /// Pieces of work that each unit leads by itself, and helps with.
    private func shares(_ ward: String) throws -> [WardOverview.Share] {
        try rows(
            """
            SELECT u.id, u.short_name AS name,
                COUNT(DISTINCT CASE WHEN c.role = 'lead' THEN t.work_item END) AS led,
                COUNT(DISTINCT CASE WHEN c.role = 'coordinate' THEN t.work_item END) AS helped
            FROM assignments a
            JOIN tasks t ON t.ward = a.ward AND t.id = a.task
            JOIN plans p ON p.ward = a.ward AND p.id = a.plan
            JOIN assignment_units c ON c.ward = a.ward AND c.assignment = a.id
            JOIN units u ON u.ward = c.ward AND u.id = c.unit
            WHERE a.ward = \(ward) AND a.member = '' AND \(WorkSQL.live)
            GROUP BY u.id, u.short_name
            """
        ).map {
            WardOverview.Share(
                unit: $0["id"], name: $0["name"], led: $0["led"], coordinated: $0["helped"])
        }.sorted { ($0.led, $0.coordinated, $1.name) > ($1.led, $1.coordinated, $0.name) }
    }
}
