package import Domain

/// How the work of one task stands over its assignments and their times.
package struct TaskStanding: Sendable {
    package var byStatus: [WorkStatus: Int] = [:]
    /// Times of the work that the officer may open, and the first of them.
    package var openable = 0
    package var firstOpenable: String?

    /// The worst state first, as `WorkStatus` orders trouble.
    package var states: [(status: WorkStatus, count: Int)] {
        WorkSQL.ranks.compactMap { status in byStatus[status].map { (status, $0) } }
    }
}

extension Transaction {
    /// Standings by task of a running plan: everybody's, and what of it the officer may open.
    package func standings(of plan: Plan, for officer: Officer) throws -> [String: TaskStanding] {
        let isVisible = WorkSQL.isVisible(to: officer)
        let found = try rows(
            """
            SELECT works.task, works.rank, COUNT(*) AS number, COUNT(works.seen) AS openable,
                MIN(works.seen) AS first_id
            FROM (
                SELECT a.task, \(WorkSQL.rank(on: today)) AS rank,
                    CASE WHEN \(isVisible) THEN o.id END AS seen
                FROM occurrences o
                \(WorkSQL.joins)
                WHERE o.ward = \(officer.ward) AND a.plan = \(plan.id) AND \(WorkSQL.live)
                    AND \(countedWork(for: officer))
            ) works
            GROUP BY works.task, works.rank
            """)
        var standings: [String: TaskStanding] = [:]
        for row in found {
            let number: Int = row["number"]
            let first: String? = row["first_id"]
            var standing = standings[row["task"]] ?? TaskStanding()
            standing.openable += row["openable"] as Int
            standing.firstOpenable = standing.firstOpenable ?? first
            standing.byStatus[WorkSQL.ranks[row["rank"]], default: 0] += number
            standings[row["task"]] = standing
        }
        return standings
    }

    /// Whose work is counted: everybody's in plans that are seen as a whole, else the own.
    private func countedWork(for officer: Officer) -> SQL {
        officer.role == .facilityHead ? WorkSQL.isVisible(to: officer) : "1 = 1"
    }

    /// States of the work of each running plan, joint work once; joint work is of one plan.
    func workCountsByPlan(for officer: Officer) throws -> [String: WorkCounts] {
        let found = try rows(
            """
            SELECT works.plan, works.rank, COUNT(*) AS number FROM (
                SELECT MIN(a.plan) AS plan, MIN(\(WorkSQL.rank(on: today))) AS rank
                FROM occurrences o
                \(WorkSQL.joins)
                WHERE o.ward = \(officer.ward) AND \(WorkSQL.live)
                    AND \(countedWork(for: officer))
                GROUP BY t.work_item, a.member, o.slot
            ) works
            GROUP BY works.plan, works.rank
            """)
        var counts: [String: WorkCounts] = [:]
        for row in found {
            let number: Int = row["number"]
            counts[row["plan"], default: WorkCounts()]
                .byStatus[WorkSQL.ranks[row["rank"]], default: 0] += number
        }
        return counts
    }
}
