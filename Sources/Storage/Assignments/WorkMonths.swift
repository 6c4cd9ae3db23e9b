package import Domain

/// Work that was due in one month, by how it ended; joint work of several bullets counts once.
package struct WorkMonth: Sendable, Equatable {
    /// Its first day.
    package let month: Day
    package var done = 0
    package var doneLate = 0
    /// Past its day, and not handed in.
    package var late = 0
    /// Its day is to come, or it waits to be accepted.
    package var open = 0

    package init(month: Day) { self.month = month }
}

extension Transaction {
    /// Months that charts of work show, the current one included.
    package static var workMonthsShown: Int { 12 }

    /// Work by the month of its day, up to the current one, without a gap from the first that had any.
    ///
    /// - Parameters:
    ///   - unit: of which it is the lead; nil: of the whole ward.
    ///   - plan: nil: of all running plans.
    package func workByMonth(
        unit: String? = nil, plan: String? = nil, for officer: Officer
    ) throws -> [WorkMonth] {
        let first = today.firstOfMonth.adding(months: 1 - Self.workMonthsShown)
        var conditions: [SQL] = [
            "o.ward = \(officer.ward)", WorkSQL.live, WorkSQL.isVisible(to: officer),
            "o.due >= \(first)", "o.due <= \(today.lastOfMonth)", "o.excused_at IS NULL",
        ]
        if let unit { conditions.append("l.unit = \(unit)") }
        if let plan { conditions.append("a.plan = \(plan)") }
        let found = try rows(
            """
            SELECT works.month, works.rank, COUNT(*) AS number FROM (
                SELECT MIN(SUBSTR(o.due, 1, 7)) AS month,
                    MIN(\(WorkSQL.rank(on: today))) AS rank
                FROM occurrences o
                \(WorkSQL.joins)
                WHERE \(SQL.all(conditions))
                GROUP BY t.work_item, a.member, o.slot
            ) works
            GROUP BY works.month, works.rank
            """)
        var months: [Day: WorkMonth] = [:]
        for row in found {
            guard let month = Day(iso: "\(row["month"] as String)-01") else { continue }
            let number: Int = row["number"]
            var line = months[month] ?? WorkMonth(month: month)
            switch WorkSQL.ranks[row["rank"]] {
            case .done: line.done += number
            case .doneLate: line.doneLate += number
            case .late: line.late += number
            case .atRisk, .notStarted, .onTime, .waiting: line.open += number
            case .excused: break
            }
            months[month] = line
        }
        guard var month = months.keys.min() else { return [] }
        var all: [WorkMonth] = []
        while month <= today {
            all.append(months[month] ?? WorkMonth(month: month))
            month = month.adding(months: 1)
        }
        return all
    }

    /// States of the work that a unit leads, over all running plans.
    package func unitWork(_ unit: String, for officer: Officer) throws -> WorkCounts {
        try requireUnitInSight(unit, for: officer)
        return try workCounts(where: "l.unit = \(unit)", ward: officer.ward)
    }

    /// States of work over all running plans, joint work once.
    func workCounts(where condition: SQL, ward: String) throws -> WorkCounts {
        let found = try rows(
            """
            SELECT works.rank, COUNT(*) AS number FROM (
                SELECT MIN(\(WorkSQL.rank(on: today))) AS rank
                FROM occurrences o
                \(WorkSQL.joins)
                WHERE o.ward = \(ward) AND \(WorkSQL.live) AND (\(condition))
                GROUP BY t.work_item, a.member, o.slot
            ) works
            GROUP BY works.rank
            """)
        var counts = WorkCounts()
        for row in found { counts.byStatus[WorkSQL.ranks[row["rank"]]] = row["number"] }
        return counts
    }

    /// Who reads everything sees every unit of the ward, everybody else the own.
    ///
    /// - Throws: `.notFound`.
    @discardableResult
    package func requireUnitInSight(_ id: String, for officer: Officer) throws -> Unit {
        guard officer.may(.readAll) || officer.unit == id,
            let found = try row(
                """
                SELECT id, name, short_name, kind, is_group FROM units
                WHERE ward = \(officer.ward) AND id = \(id)
                """)
        else { throw Problem(.notFound, "Không có đơn vị này, hoặc bạn không được xem.") }
        return Unit(found)
    }

    /// Reports that a unit owes up to a day.
    package func reportsOwed(
        ofUnit unit: String, to last: Day, for officer: Officer
    ) throws -> [OwedReport] {
        try requireUnitInSight(unit, for: officer)
        return try owedReports(ward: officer.ward, from: nil, to: last).filter { $0.unit == unit }
    }

    /// How the work of a plan is spread over the units that lead it, the worst first.
    package func unitLines(
        ofPlan plan: String, for officer: Officer
    ) throws -> [WardOverview.Line] {
        try unitLines(
            officer.ward,
            where: SQL.all(["a.plan = \(plan)", WorkSQL.isVisible(to: officer)]))
    }

    /// States of work, joint work once, of each unit that leads.
    func unitLines(_ ward: String, where condition: SQL = "1 = 1") throws -> [WardOverview.Line] {
        let found = try rows(
            """
            SELECT works.unit, works.name, works.rank, COUNT(*) AS number FROM (
                SELECT l.unit, MIN(u.short_name) AS name,
                    MIN(\(WorkSQL.rank(on: today))) AS rank
                FROM occurrences o
                \(WorkSQL.joins)
                JOIN units u ON u.ward = l.ward AND u.id = l.unit
                WHERE o.ward = \(ward) AND \(WorkSQL.live) AND (\(condition))
                GROUP BY l.unit, t.work_item, a.member, o.slot
            ) works
            GROUP BY works.unit, works.name, works.rank
            """)
        var lines: [String: WardOverview.Line] = [:]
        for row in found {
            let id: String = row["unit"]
            let status = WorkSQL.ranks[row["rank"]]
            lines[id, default: WardOverview.Line(id: id, name: row["name"], counts: WorkCounts())]
                .counts.byStatus[status, default: 0] += row["number"]
        }
        return lines.values.sorted(by: WardOverview.Line.worstFirst)
    }
}
