package import Domain

/// How many records there are, how many of them lack something, and how good they are together.
package struct RecordCounts: Sendable, Equatable {
    package var all = 0
    /// By kind, those that lack something of it.
    package var lacking: [RecordGap.Kind: Int] = [:]
    /// Sums of the records' scores.
    package var sums: [RecordGap.Kind: Int] = [:]

    package init() {}

    /// Records that lack something of a kind.
    package subscript(gap: RecordGap.Kind) -> Int { lacking[gap] ?? 0 }

    /// Hundredths: what holds of all that is asked of the records, each counted alike; nil of none.
    package func score(_ kind: RecordGap.Kind) -> Int? {
        (sums[kind] ?? 0).hundredths(of: all * 100)
    }

    package static func += (sum: inout RecordCounts, other: RecordCounts) {
        sum.all += other.all
        sum.lacking.merge(other.lacking, uniquingKeysWith: +)
        sum.sums.merge(other.sums, uniquingKeysWith: +)
    }

    mutating func count(_ score: RecordScore, times sign: Int) {
        all += sign
        for kind in RecordGap.Kind.allCases {
            let value = score.values[kind] ?? 100
            sums[kind, default: 0] += sign * value
            if value < 100 { lacking[kind, default: 0] += sign }
        }
    }

    init(_ row: Row) {
        all = row["records"] ?? 0
        for kind in RecordGap.Kind.allCases {
            lacking[kind] = row[kind.lackingColumn] ?? 0
            sums[kind] = row[kind.rawValue] ?? 0
        }
    }

    static var columns: [String] {
        ["records"] + RecordGap.Kind.allCases.flatMap { [$0.lackingColumn, $0.rawValue] }
    }

    var values: [Int] {
        [all] + RecordGap.Kind.allCases.flatMap { [self[$0], sums[$0] ?? 0] }
    }

    /// The columns, each summed.
    static var sum: SQL {
        SQL.joined(
            columns.map { "SUM(\(RegisterSQL.name($0))) AS \(RegisterSQL.name($0))" }, by: ", ")
    }
}

extension RecordGap.Kind {
    /// The column of the tallies; that of the score is the kind itself.
    fileprivate var lackingColumn: String {
        switch self {
        case .correct: "wrong"
        case .complete: "incomplete"
        case .clean: "unclean"
        case .fresh: "stale"
        }
    }
}

extension Transaction {
    /// Counts of what the officer may see.
    package func recordCounts(
        of register: RegisterDescription, for officer: Officer
    ) throws -> RecordCounts {
        try recordCounts(
            of: register, ward: officer.ward, where: try Self.tallied(register, for: officer))
    }

    /// Counts as the program itself sees them, whoever asks.
    package func recordCounts(
        of register: RegisterDescription, ward: String
    ) throws -> RecordCounts {
        try recordCounts(of: register, ward: ward, where: "1 = 1")
    }

    private func recordCounts(
        of register: RegisterDescription, ward: String, where condition: SQL
    ) throws -> RecordCounts {
        let found = try row(
            """
            SELECT \(RecordCounts.sum) FROM register_tallies
            WHERE ward = \(ward) AND register = \(register.name) AND \(condition)
            """)
        return found.map(RecordCounts.init) ?? RecordCounts()
    }

    /// Counts of all registers that the officer may see, by name.
    ///
    /// - Parameters:
    ///   - unit: only records of that residential group.
    ///   - day: as they were at its end; nil: as they are now.
    package func recordCounts(
        for officer: Officer, unit: String? = nil, on day: Day? = nil
    ) throws -> [String: RecordCounts] {
        let source: SQL =
            day.map { day in
                """
                (SELECT * FROM register_days a WHERE a.day = (
                    SELECT MAX(b.day) FROM register_days b
                    WHERE b.ward = a.ward AND b.register = a.register AND b.unit = a.unit
                        AND b.day <= \(day)))
                """
            } ?? "register_tallies"
        func counts(_ condition: SQL) throws -> [String: RecordCounts] {
            let found = try rows(
                """
                SELECT register, \(RecordCounts.sum) FROM \(source) t
                WHERE ward = \(officer.ward) AND \(condition) GROUP BY register
                """)
            return Dictionary(
                uniqueKeysWithValues: found.map { ($0["register"] as String, RecordCounts($0)) })
        }
        var counted = try counts(unit.map { "unit = \($0)" } ?? "1 = 1")
        if officer.role == .groupHead {
            let own = unit ?? officer.unit ?? ""
            let group = own == officer.unit ? try counts("unit = \(own)") : [:]
            for register in Registers.all where register.access.groupField != nil {
                counted[register.name] = group[register.name]
            }
        }
        return counted.filter { name, _ in
            Registers.named(name)?.access.readers.contains(officer.role) == true
        }
    }

    /// Counts of the registers that tell to which residential group a record belongs, all together,
    /// by group; an empty one stands for records that name none.
    package func recordCountsByGroup(for officer: Officer) throws -> [String: RecordCounts] {
        var counted: [String: RecordCounts] = [:]
        for register in Registers.all
        where register.groupKey != nil && register.access.readers.contains(officer.role) {
            let found = try rows(
                """
                SELECT unit, \(RecordCounts.sum) FROM register_tallies
                WHERE ward = \(officer.ward) AND register = \(register.name)
                    AND \(try Self.tallied(register, for: officer))
                GROUP BY unit
                """)
            for row in found {
                counted[row["unit"], default: RecordCounts()] += RecordCounts(row)
            }
        }
        return counted
    }

    private static func tallied(
        _ register: RegisterDescription, for officer: Officer
    ) throws -> SQL {
        guard register.access.readers.contains(officer.role) else {
            throw RegisterSQL.noRegister
        }
        guard officer.role == .groupHead, register.access.groupField != nil else { return "1 = 1" }
        return "unit = \(officer.unit ?? "")"
    }

    // MARK: Days

    /// Keeps the tallies as they were at the end of the day before, where they changed.
    package func keepCountsOfYesterday(ward: String) throws {
        let columns = SQL.joined(RecordCounts.columns.map(RegisterSQL.name), by: ", ")
        let same = SQL.all(
            RecordCounts.columns.map { "d.\(RegisterSQL.name($0)) = t.\(RegisterSQL.name($0))" })
        try run(
            """
            INSERT INTO register_days (ward, register, unit, day, \(columns))
            SELECT ward, register, unit, \(today.adding(days: -1)), \(columns)
            FROM register_tallies t
            WHERE t.ward = \(ward) AND NOT EXISTS (
                SELECT 1 FROM register_days d
                WHERE d.ward = t.ward AND d.register = t.register AND d.unit = t.unit
                    AND d.day = (
                        SELECT MAX(e.day) FROM register_days e
                        WHERE e.ward = t.ward AND e.register = t.register AND e.unit = t.unit)
                    AND \(same))
            ON CONFLICT (ward, register, unit, day) DO NOTHING
            """)
    }
}
