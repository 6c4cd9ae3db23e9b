package import Domain

/// What indicators said month by month.
extension Transaction {
    /// What an indicator said at the end of each month, the latest first.
    package func months(of indicator: Indicator, ward: String) throws -> [IndicatorFigure] {
        try months(of: [indicator.key], ward: ward)[indicator.key] ?? []
    }

    /// The same of some indicators, by their keys, in one statement.
    package func months(
        of keys: [String], ward: String
    ) throws -> [String: [IndicatorFigure]] {
        let found = try rows(
            """
            SELECT indicator, day, counted, whole FROM indicator_months
            WHERE ward = \(ward) AND indicator IN \(SQL.list(keys))
            ORDER BY indicator, month DESC
            """)
        return Dictionary(grouping: found) { $0["indicator"] as String }.mapValues { rows in
            rows.map { IndicatorFigure(day: $0["day"], counted: $0["counted"], whole: $0["whole"]) }
        }
    }

    /// What an indicator said by the end of a day; nil where nothing had been counted.
    func figure(of indicator: Indicator, on day: Day, ward: String) throws -> IndicatorFigure? {
        if day >= today { return try figure(of: indicator, ward: ward) }
        return try months(of: indicator, ward: ward).first { $0.day <= day }
    }

    /// Wards that one transaction counts.
    package static var wardsCountedAtOnce: Int { 100 }

    /// Counts every indicator for the course of the months.
    package func keepIndicators(ward: String) throws { try keepIndicators(wards: [ward]) }

    /// The same of some wards: one statement for each indicator.
    package func keepIndicators(wards: [String]) throws {
        for indicator in Indicators.all { try keepMonth(of: indicator, wards: wards) }
        try keepFrozenMonths(wards: wards)
    }

    func keepMonth(of indicator: Indicator, wards: [String]) throws {
        let sql = IndicatorSQL(
            indicator, on: today, wards.count == 1 ? .one(wards[0]) : .some(wards))
        let whole: SQL =
            indicator.part == nil ? "CAST(NULL AS DOUBLE PRECISION)" : "COALESCE(f.whole, 0)"
        try run(
            """
            INSERT INTO indicator_months (ward, indicator, month, day, counted, whole)
            SELECT w.code, CAST(\(indicator.key) AS TEXT), CAST(\(today.firstOfMonth) AS TEXT),
                CAST(\(today) AS TEXT), COALESCE(f.counted, 0), \(whole)
            FROM wards w LEFT JOIN (
                SELECT r.ward, \(sql.sums) FROM \(sql.records) GROUP BY r.ward) f
                ON f.ward = w.code
            WHERE w.code IN \(SQL.list(wards))
            ON CONFLICT (ward, indicator, month) DO UPDATE SET day = excluded.day,
                counted = excluded.counted, whole = excluded.whole
            """)
    }
}

extension Database {
    /// Counts every indicator of many wards, some at a time, and lets the engine look at what came:
    /// of a month that it has not seen it expects one row, and looks for a nation's one by one.
    ///
    /// - Parameter isDue: which of them; asked in the transaction that counts.
    package func countIndicators(
        of wards: [String],
        where isDue: @escaping @Sendable (Transaction, String) throws -> Bool = { _, _ in true }
    ) async throws {
        let step = Transaction.wardsCountedAtOnce
        var hasCounted = false
        for first in stride(from: 0, to: wards.count, by: step) {
            let some = wards[first..<min(first + step, wards.count)]
            let isCounted = try await write { tx in
                let due = try some.filter { try isDue(tx, $0) }
                if !due.isEmpty { try tx.keepIndicators(wards: due) }
                return !due.isEmpty
            }
            hasCounted = hasCounted || isCounted
        }
        if hasCounted { try await refreshStatistics() }
    }
}
