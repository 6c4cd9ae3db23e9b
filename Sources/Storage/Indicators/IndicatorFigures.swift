package import Domain

/// Some records behind a figure.
package struct IndicatorRecords: Sendable {
    package let records: [Record]
    /// Where the next page begins; nil on the last.
    package let next: String?
}

extension Transaction {
    /// Records that a page of those behind a figure shows.
    package static var indicatorRowsMax: Int { 100 }

    /// What an indicator says today, of all records of the ward.
    ///
    /// A figure names nobody, so whoever sees the target sees it; the records behind it are read by
    /// who may read their register.
    package func figure(of indicator: Indicator, ward: String) throws -> IndicatorFigure {
        let found = try figures(of: indicator, on: [today], ward: ward)
        return found[0]
    }

    /// What an indicator says as of some days, in one statement.
    ///
    /// The registers keep how things are, not how they were; so only an indicator of a period, whose
    /// records bear their day, tells of days that are past.
    func figures(
        of indicator: Indicator, on days: [Day], ward: String
    ) throws -> [IndicatorFigure] {
        guard !days.isEmpty else { return [] }
        let parts: [SQL] = days.enumerated().map { place, day in
            let sql = IndicatorSQL(indicator, on: day, .one(ward))
            return
                "SELECT \(SQL(stringLiteral: "\(place)")) AS place, \(sql.sums) FROM \(sql.records)"
        }
        let found = try rows(SQL.joined(parts, by: " UNION ALL "))
        var figures = days.map {
            IndicatorFigure(day: $0, counted: 0, whole: indicator.part == nil ? nil : 0)
        }
        for row in found {
            let place: Int = row["place"]
            figures[place] = IndicatorFigure(
                day: days[place], counted: row["counted"],
                whole: indicator.part == nil ? nil : row["whole"])
        }
        return figures
    }

    /// The records behind a figure, as they were entered.
    ///
    /// - Parameters:
    ///   - counted: those that count; false: the others of the set.
    ///   - list: the frozen list of which they are; nil: of what the register holds.
    ///   - group: the residential group to which they belong; nil: of the whole ward.
    ///   - after: `next` of the page before.
    package func records(
        of indicator: Indicator, counted: Bool, on list: TargetBaseline? = nil,
        group: String? = nil, for officer: Officer, after: String? = nil
    ) throws -> IndicatorRecords {
        let register = indicator.set.register
        let sql = IndicatorSQL(indicator, on: today, .one(officer.ward))
        let which: SQL =
            list.map { list in
                """
                \(sql.table) r \(sql.joins) WHERE r.id IN (
                    SELECT x.record FROM target_baseline_records x
                    WHERE x.ward = \(officer.ward) AND x.baseline = \(list.id))
                """
            } ?? sql.records
        var ofGroup: SQL = "1 = 1"
        if let group, let key = register.groupKey {
            ofGroup = "r.\(RegisterSQL.name(key)) = \(group)"
        }
        let ids: [String] = try rows(
            """
            SELECT r.id FROM \(which) AND \(ofGroup) AND \(try RegisterSQL.visible(register, to: officer))
                AND \(sql.isCounted) = \(counted ? 1 : 0) AND r.id > \(after ?? "")
            ORDER BY r.id LIMIT \(Self.indicatorRowsMax + 1)
            """
        ).map { $0["id"] }
        let shown = Array(ids.prefix(Self.indicatorRowsMax))
        return IndicatorRecords(
            records: try records(withIDs: shown, of: register, for: officer).sorted {
                $0.id < $1.id
            }, next: ids.count > shown.count ? shown.last : nil)
    }
}
