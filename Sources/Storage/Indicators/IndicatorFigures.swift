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
        let set = indicator.set
        let part: SQL = indicator.part.map { self.condition($0, ward: ward) } ?? "1 = 1"
        let amount: SQL =
            switch indicator.measure {
            case .share, .count: "1"
            case .shareOfSum(let field, _, _), .sum(let field, _):
                "COALESCE(r.\(RegisterSQL.name(field)), 0)"
            }
        let found = try row(
            """
            SELECT CAST(COALESCE(SUM(CASE WHEN (\(part)) THEN \(amount) ELSE 0 END), 0)
                    AS DOUBLE PRECISION) AS counted,
                CAST(COALESCE(SUM(\(amount)), 0) AS DOUBLE PRECISION) AS whole
            FROM \(RegisterSQL.name(set.register.name)) r
            WHERE r.ward = \(ward) AND r.ended_at IS NULL AND \(condition(set, ward: ward))
            """)
        return IndicatorFigure(
            day: today, counted: found?["counted"] ?? 0,
            whole: indicator.part == nil ? nil : found?["whole"] ?? 0)
    }

    /// The records behind a figure, as they were entered.
    ///
    /// - Parameters:
    ///   - counted: those that count; false: the others of the set.
    ///   - after: `next` of the page before.
    package func records(
        of indicator: Indicator, counted: Bool, for officer: Officer, after: String? = nil
    ) throws -> IndicatorRecords {
        let register = indicator.set.register
        let part: SQL = indicator.part.map { condition($0, ward: officer.ward) } ?? "1 = 1"
        let ids: [String] = try rows(
            """
            SELECT r.id FROM \(RegisterSQL.name(register.name)) r
            WHERE \(try RegisterSQL.visible(register, to: officer))
                AND \(condition(indicator.set, ward: officer.ward))
                AND CASE WHEN (\(part)) THEN 1 ELSE 0 END = \(counted ? 1 : 0)
                AND r.id > \(after ?? "")
            ORDER BY r.id LIMIT \(Self.indicatorRowsMax + 1)
            """
        ).map { $0["id"] }
        let shown = Array(ids.prefix(Self.indicatorRowsMax))
        return IndicatorRecords(
            records: try records(withIDs: shown, of: register, for: officer).sorted {
                $0.id < $1.id
            }, next: ids.count > shown.count ? shown.last : nil)
    }

    private func condition(_ set: RecordSet, ward: String) -> SQL {
        let own = RegisterSQL.condition(set.condition(today))
        guard let without = set.without else { return "(\(own))" }
        return "(\(own)) AND CASE WHEN (\(condition(without, ward: ward))) THEN 0 ELSE 1 END = 1"
    }

    private func condition(_ part: RecordPart, ward: String) -> SQL {
        switch part {
        case .that(let condition): RegisterSQL.condition(condition(today))
        case .named(let register, let field, let condition):
            """
            r.id IN (SELECT r.\(RegisterSQL.name(field)) FROM \(RegisterSQL.name(register.name)) r
                WHERE r.ward = \(ward) AND r.ended_at IS NULL
                    AND r.\(RegisterSQL.name(field)) IS NOT NULL
                    AND \(RegisterSQL.condition(condition(today))))
            """
        }
    }

    // MARK: Months

    /// What an indicator said at the end of each month, the latest first.
    package func months(of indicator: Indicator, ward: String) throws -> [IndicatorFigure] {
        try rows(
            """
            SELECT day, counted, whole FROM indicator_months
            WHERE ward = \(ward) AND indicator = \(indicator.key) ORDER BY month DESC
            """
        ).map { IndicatorFigure(day: $0["day"], counted: $0["counted"], whole: $0["whole"]) }
    }

    /// What an indicator said by the end of a day; nil where nothing had been counted.
    func figure(of indicator: Indicator, on day: Day, ward: String) throws -> IndicatorFigure? {
        if day >= today { return try figure(of: indicator, ward: ward) }
        return try months(of: indicator, ward: ward).first { $0.day <= day }
    }

    /// Counts every indicator for the course of the months.
    package func keepIndicators(ward: String) throws {
        for indicator in Indicators.all { try keepMonth(of: indicator, ward: ward) }
    }

    func keepMonth(of indicator: Indicator, ward: String) throws {
        let figure = try figure(of: indicator, ward: ward)
        try run(
            """
            INSERT INTO indicator_months (ward, indicator, month, day, counted, whole)
            VALUES (\(ward), \(indicator.key), \(today.firstOfMonth), \(figure.day),
                \(figure.counted), \(figure.whole))
            ON CONFLICT (ward, indicator, month) DO UPDATE SET day = excluded.day,
                counted = excluded.counted, whole = excluded.whole
            """)
    }
}
