package import Domain

/// What an indicator says of one residential group (tổ dân phố, thôn, bản).
package struct GroupFigure: Sendable {
    /// nil: of records that name no group.
    package let unit: Unit?
    package let figure: IndicatorFigure
}

extension Transaction {
    /// What an indicator says of each residential group; together they are the ward's figure.
    ///
    /// A group without records of the set has nothing to be a share of, which is not zero.
    ///
    /// - Returns: nothing where the records of the indicator belong to no group.
    package func figuresByGroup(of indicator: Indicator, ward: String) throws -> [GroupFigure] {
        guard let key = indicator.set.register.groupKey else { return [] }
        let sql = IndicatorSQL(indicator, on: today, .one(ward))
        let group = RegisterSQL.name(key)
        var found: [String: IndicatorFigure] = [:]
        for row in try rows(
            """
            SELECT COALESCE(r.\(group), '') AS unit, \(sql.sums)
            FROM \(sql.records) GROUP BY COALESCE(r.\(group), '')
            """)
        {
            found[row["unit"]] = figure(of: indicator, row)
        }
        let none = IndicatorFigure(
            day: today, counted: 0, whole: indicator.part == nil ? nil : 0)
        var lines = try residentialGroups(of: ward).map {
            GroupFigure(unit: $0, figure: found.removeValue(forKey: $0.id) ?? none)
        }
        // What names no group, or one that is none any more.
        if let first = found.first?.value {
            let rest = found.values.dropFirst().reduce(first) { sum, next in
                IndicatorFigure(
                    day: today, counted: sum.counted + next.counted,
                    whole: sum.whole.map { $0 + (next.whole ?? 0) })
            }
            lines.append(GroupFigure(unit: nil, figure: rest))
        }
        return lines
    }

    /// What the indicators say of one group, where it has records of their sets; in one statement.
    package func figures(
        ofGroup unit: String, ward: String
    ) throws -> [(indicator: Indicator, figure: IndicatorFigure)] {
        let grouped = Indicators.all.filter { $0.set.register.groupKey != nil }
        let parts: [SQL] = grouped.map { indicator in
            let sql = IndicatorSQL(indicator, on: today, .one(ward))
            let key = RegisterSQL.name(indicator.set.register.groupKey ?? "")
            return """
                SELECT CAST(\(indicator.key) AS TEXT) AS indicator, COUNT(*) AS records, \(sql.sums)
                FROM \(sql.records) AND r.\(key) = \(unit)
                """
        }
        guard !parts.isEmpty else { return [] }
        let found = try rows(SQL.joined(parts, by: " UNION ALL "))
        let figures = Dictionary(
            found.filter { ($0["records"] as Int) > 0 }.map { ($0["indicator"] as String, $0) },
            uniquingKeysWith: { first, _ in first })
        return grouped.compactMap { indicator in
            figures[indicator.key].map { (indicator, figure(of: indicator, $0)) }
        }
    }

    private func figure(of indicator: Indicator, _ row: Row) -> IndicatorFigure {
        IndicatorFigure(
            day: today, counted: row["counted"],
            whole: indicator.part == nil ? nil : row["whole"])
    }
}
