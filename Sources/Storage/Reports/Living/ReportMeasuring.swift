import Domain

/// What the registers say for the time of a report.
extension Transaction {
    /// The value of a measure over a time; nil where the register held nothing by its end, so that
    /// nobody can tell zero from what was not kept.
    func value(
        of measure: ReportMeasure, from: Day, to: Day, ward: String
    ) throws -> Double? {
        guard try isKept(measure, by: to, ward: ward) else { return nil }
        let amount: SQL
        var factor = 1.0
        switch measure.amount {
        case .records: amount = "COUNT(*)"
        case .different(let field): amount = "COUNT(DISTINCT r.\(RegisterSQL.name(field)))"
        case .sum(let fields, let times):
            amount = "SUM(\(Self.sum(fields)))"
            factor = times
        }
        let found: Double? = try value(
            """
            SELECT CAST(COALESCE(\(amount), 0) AS DOUBLE PRECISION) AS value
            FROM \(counted(measure, from: from, to: to, ward: ward))
            """)
        return (found ?? 0) * factor
    }

    /// The records that count in a measure, with what each counts for, in the order of identifiers.
    func countedRecords(
        of measure: ReportMeasure, from: Day, to: Day, ward: String
    ) throws -> [FigureRecord] {
        let amount: SQL
        var factor = 1.0
        switch measure.amount {
        case .records, .different: amount = "1"
        case .sum(let fields, let times):
            amount = Self.sum(fields)
            factor = times
        }
        return try rows(
            """
            SELECT r.id, CAST(\(amount) AS DOUBLE PRECISION) AS amount
            FROM \(counted(measure, from: from, to: to, ward: ward)) ORDER BY r.id
            """
        ).map { FigureRecord(id: $0["id"], amount: ($0["amount"] as Double) * factor) }
    }

    private func counted(
        _ measure: ReportMeasure, from: Day, to: Day, ward: String
    ) -> SQL {
        """
        \(RegisterSQL.name(measure.register.name)) r
        WHERE r.ward = \(ward) AND r.ended_at IS NULL
            AND \(RegisterSQL.condition(measure.condition(from: from, to: to)))
        """
    }

    private static func sum(_ fields: [String]) -> SQL {
        SQL.joined(fields.map { "COALESCE(r.\(RegisterSQL.name($0)), 0)" }, by: " + ")
    }

    /// Whether anybody kept the register by the end of a day: a record tells of a day till then, or
    /// was entered till then.
    private func isKept(_ measure: ReportMeasure, by day: Day, ward: String) throws -> Bool {
        let end = Instant(startOf: day.adding(days: 1))
        let found: Int? = try value(
            """
            SELECT 1 AS value FROM \(RegisterSQL.name(measure.register.name)) r
            WHERE r.ward = \(ward) AND (r.created_at < \(end)
                OR r.\(RegisterSQL.name(measure.day)) < \(day.adding(days: 1).iso))
            LIMIT 1
            """)
        return found != nil
    }

    /// Every figure of a kind for a time, with the same time a year before, and what a person typed.
    func figures(
        of kind: ReportKind, from: Day, to: Day, entries: [String: ReportEntry], ward: String
    ) throws -> [ReportFigure] {
        var known: [String: ReportFigure] = [:]
        func keep(_ figure: ReportKind.Figure, _ value: Double?, _ previous: Double?) {
            let entry = entries[figure.key]
            known[figure.key] = ReportFigure(
                key: figure.key, label: figure.label, name: figure.name, unit: figure.unit,
                value: entry?.value ?? value, previous: previous, note: entry?.words)
        }
        let before = (from: from.adding(months: -12), to: to.adding(months: -12))
        for figure in kind.figures {
            switch figure {
            case .measured(let measure):
                keep(
                    figure, try value(of: measure, from: from, to: to, ward: ward),
                    try value(of: measure, from: before.from, to: before.to, ward: ward))
            case .typed: keep(figure, nil, nil)
            case .sum: continue
            }
        }
        for case .sum(_, _, _, let parts) in kind.figures {
            guard let figure = kind.figures.first(where: { $0.isSum(of: parts) }) else { continue }
            keep(
                figure, Self.total(parts.map { known[$0]?.value }),
                Self.total(parts.map { known[$0]?.previous }))
        }
        return kind.figures.compactMap { known[$0.key] }
    }

    /// nil as soon as one part is not known.
    private static func total(_ parts: [Double?]) -> Double? {
        let known = parts.compactMap(\.self)
        return known.count == parts.count ? known.reduce(0, +) : nil
    }
}

extension ReportKind.Figure {
    fileprivate func isSum(of parts: [String]) -> Bool {
        if case .sum(_, _, _, parts) = self { true } else { false }
    }
}

/// A figure that a person typed instead of the registers.
package struct ReportEntry: Sendable, Equatable {
    package let value: Double
    package let note: String
    /// Who typed it.
    package let by: String

    /// `Người soạn: theo sổ giấy`.
    package var words: String { "\(by): \(note)" }
}
