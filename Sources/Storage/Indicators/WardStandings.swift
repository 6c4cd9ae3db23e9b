package import Domain

/// How whole and how timely the figures of one ward are.
package struct WardStanding: Sendable {
    package let ward: WardBelow
    /// Whether anything is kept there: a plan that runs, or a record.
    package let hasBegun: Bool
    /// Day on which somebody of the ward last wrote something; nil: never.
    package let lastAct: Day?
    /// Reports of the ward past their day and not sent.
    package let overdueReports: Int

    /// A ward that wrote nothing for so many days is called silent; the product's own number.
    package static let quietDaysMax = 7

    /// What it tells of itself cannot be trusted to be how things are today.
    package func isSilent(on today: Day) -> Bool {
        lastAct.map { today.number - $0.number > Self.quietDaysMax } ?? true
    }
}

/// An indicator over the wards of one branch.
package struct BranchFigure: Sendable, Equatable {
    package let branch: String
    package let indicator: String
    /// Wards that have something to count; the others are in no sum.
    package let wards: Int
    /// As of the day of the ward that was counted first.
    package let figure: IndicatorFigure

    func adding(_ other: BranchFigure) -> BranchFigure {
        let whole = figure.whole.map { $0 + (other.figure.whole ?? 0) }
        return BranchFigure(
            branch: branch, indicator: indicator, wards: wards + other.wards,
            figure: IndicatorFigure(
                day: min(figure.day, other.figure.day),
                counted: figure.counted + other.figure.counted, whole: whole))
    }
}

/// The figures of all places below one.
package struct FiguresBelow: Sendable {
    /// Wards themselves: places with nothing below them.
    package let wards: [WardStanding]
    /// Places directly below that stand above others.
    package let branches: [WardBelow]
    package let figures: [BranchFigure]
}

extension Transaction {
    /// Completeness, timeliness and figures of all wards below the officer's place, in a few
    /// statements whatever their number.
    ///
    /// Figures are those of the last daily counting, of this month or the one before it.
    package func figuresBelow(for officer: Officer) throws -> FiguresBelow {
        let places = try wardsBelow(for: officer)
        let facts = try wardFacts(
            "WITH RECURSIVE \(Self.below(officer.ward))", from: "below b")
        return FiguresBelow(
            wards: places.filter { !$0.isAbove }.map { standing($0, facts) },
            branches: places.filter { $0.isAbove && $0.code == $0.branch },
            figures: try branchFigures(of: places, below: officer.ward))
    }

    /// How whole and how timely the figures of one ward are.
    ///
    /// - Parameter ward: as `wardBelow(_:for:)` gave it.
    package func standing(of ward: WardBelow) throws -> WardStanding {
        let one: SQL = "(SELECT code FROM wards WHERE code = \(ward.code)) b"
        return standing(ward, try wardFacts("", from: one))
    }

    private func standing(_ ward: WardBelow, _ facts: [String: WardFact]) -> WardStanding {
        let fact = facts[ward.code]
        return WardStanding(
            ward: ward, hasBegun: fact?.hasBegun ?? false, lastAct: fact?.lastAct,
            overdueReports: fact?.overdue ?? 0)
    }

    private struct WardFact {
        let hasBegun: Bool
        let lastAct: Day?
        let overdue: Int
    }

    /// Wards in which something is kept.
    private static func begun(_ ward: SQL) -> SQL {
        """
        (EXISTS (SELECT 1 FROM plans p WHERE p.ward = \(ward) AND p.status = 'running')
            OR EXISTS (SELECT 1 FROM register_tallies t WHERE t.ward = \(ward) AND t.records > 0))
        """
    }

    private func wardFacts(_ with: SQL, from wards: SQL) throws -> [String: WardFact] {
        let found = try rows(
            """
            \(with)
            SELECT b.code, CASE WHEN \(Self.begun("b.code")) THEN 1 ELSE 0 END AS has_begun,
                (SELECT j.at FROM journal j WHERE j.ward = b.code AND j.account IS NOT NULL
                    ORDER BY j.sequence DESC LIMIT 1) AS last_act,
                (SELECT COUNT(*) FROM report_periods p
                    JOIN report_duties d ON d.ward = p.ward AND d.id = p.duty
                    JOIN plans n ON n.ward = d.ward AND n.id = d.plan
                    WHERE p.ward = b.code AND p.due < \(today) AND p.sent_at IS NULL
                        AND d.is_of_ward = 1 AND d.ended_at IS NULL AND n.status = 'running')
                    AS overdue
            FROM \(wards)
            """)
        return Dictionary(
            found.map { row in
                (
                    row["code"] as String,
                    WardFact(
                        hasBegun: row["has_begun"], lastAct: (row["last_act"] as Instant?)?.day,
                        overdue: row["overdue"])
                )
            }, uniquingKeysWith: { one, _ in one })
    }

    /// Wards that have begun nothing are in no sum; nor are shares of nothing.
    ///
    /// The engine adds up by the place directly above a ward, with plain tables in the join: at the
    /// start of a month its statistics know nothing of the month yet, and a join with the places
    /// below as a list was tried row by row.
    private func branchFigures(of places: [WardBelow], below ward: String) throws -> [BranchFigure]
    {
        let branches = Dictionary(
            places.map { ($0.code, $0.branch) }, uniquingKeysWith: { one, _ in one })
        let above = SQL.list([ward] + places.filter(\.isAbove).map(\.code))
        let this = today.firstOfMonth
        // Wards not counted this month, as those of which another installation tells.
        let behind: [String] = try rows(
            """
            SELECT w.code FROM wards w WHERE w.above IN \(above) AND NOT EXISTS (
                SELECT 1 FROM indicator_months x WHERE x.month = \(this) AND x.ward = w.code)
            """
        ).map { $0["code"] }
        var found = try figures(of: this, below: ward, "w.above IN \(above)")
        if !behind.isEmpty {
            found += try figures(
                of: this.adding(months: -1), below: ward, "w.code IN \(SQL.list(behind))")
        }
        let parts = Dictionary(grouping: found) { figure in
            [branches[figure.branch] ?? figure.branch, figure.indicator]
        }
        return parts.map { key, parts in
            let sum = parts.dropFirst().reduce(parts[0]) { $0.adding($1) }
            return BranchFigure(
                branch: key[0], indicator: sum.indicator, wards: sum.wards, figure: sum.figure)
        }
    }

    /// Sums of one month by the place above, or by the ward where that is the asking one.
    private func figures(
        of month: Day, below ward: String, _ condition: SQL
    ) throws -> [BranchFigure] {
        try rows(
            """
            SELECT s.branch, s.indicator, COUNT(*) AS wards, MIN(s.day) AS day,
                SUM(s.counted) AS counted, SUM(s.whole) AS whole
            FROM (
                SELECT CASE WHEN w.above = \(ward) THEN w.code ELSE w.above END AS branch,
                    m.indicator, m.day, m.counted, m.whole
                FROM indicator_months m JOIN wards w ON w.code = m.ward
                WHERE m.month = \(month) AND (m.whole IS NULL OR m.whole > 0)
                    AND \(condition) AND \(Self.begun("w.code"))) s
            GROUP BY s.branch, s.indicator
            """
        ).map {
            BranchFigure(
                branch: $0["branch"], indicator: $0["indicator"], wards: $0["wards"],
                figure: IndicatorFigure(
                    day: $0["day"], counted: $0["counted"], whole: $0["whole"]))
        }
    }
}
