package import Domain

/// How good one record is, as it is kept.
struct RecordScore {
    let unit: String
    /// Hundredths, by kind.
    let values: [RecordGap.Kind: Int]

    init(unit: String, values: [RecordGap.Kind: Int]) {
        self.unit = unit
        self.values = values
    }

    init(_ row: Row) {
        unit = row["unit"]
        var values: [RecordGap.Kind: Int] = [:]
        for kind in RecordGap.Kind.allCases { values[kind] = row[kind.rawValue] }
        self.values = values
    }
}

/// The records that a transaction changed, and that are scored anew before it ends.
final class TouchedRecords {
    struct Key: Hashable {
        let ward: String
        let register: String
        let record: String
    }

    private(set) var keys: Set<Key> = []
    private(set) var registers: [String: RegisterDescription] = [:]

    func insert(_ key: Key, _ register: RegisterDescription) {
        keys.insert(key)
        registers[key.register] = register
    }

    func removeAll() { keys.removeAll(keepingCapacity: true) }
}

extension Transaction {
    /// So many touched records are held back at most.
    private static var touchedMax: Int { 1_000 }
    /// Records that are scored anew in one transaction by the program: others wait meanwhile.
    private static var rescoredAtOnce: Int { 100 }

    /// Notes that what a record's scores follow from changed.
    func touch(_ id: String, of register: RegisterDescription, ward: String) throws {
        touched.insert(.init(ward: ward, register: register.name, record: id), register)
        if touched.keys.count >= Self.touchedMax { try scoreTouched() }
    }

    /// Scores anew what was touched; the end of every write.
    func scoreTouched() throws {
        var changes: [String: [String: [String: RecordCounts]]] = [:]
        for key in touched.keys {
            guard let register = touched.registers[key.register] else { continue }
            let old = try score(of: key.record, in: register, ward: key.ward)
            let new = try rescore(key.record, of: register, ward: key.ward, isKept: old != nil)
            for (score, sign) in [(old, -1), (new, 1)] {
                guard let score else { continue }
                changes[key.ward, default: [:]][key.register, default: [:]][
                    score.unit, default: RecordCounts()
                ].count(score, times: sign)
            }
        }
        touched.removeAll()
        for (ward, registers) in changes {
            for (register, units) in registers {
                for (unit, counts) in units {
                    try tally(counts, register: register, unit: unit, ward: ward)
                }
            }
        }
    }

    private func score(
        of id: String, in register: RegisterDescription, ward: String
    ) throws -> RecordScore? {
        try row(
            """
            SELECT unit, correct, complete, clean, fresh FROM record_scores
            WHERE ward = \(ward) AND register = \(register.name) AND record = \(id)
            """
        ).map(RecordScore.init)
    }

    /// - Returns: nil of a record that is there no more.
    private func rescore(
        _ id: String, of register: RegisterDescription, ward: String, isKept: Bool
    ) throws -> RecordScore? {
        let found = try row(
            """
            SELECT \(RegisterSQL.columns(of: register, for: nil))
            FROM \(RegisterSQL.name(register.name)) r
            WHERE r.ward = \(ward) AND r.id = \(id) AND r.ended_at IS NULL
            """)
        guard let found else {
            if isKept {
                try run(
                    """
                    DELETE FROM record_scores
                    WHERE ward = \(ward) AND register = \(register.name) AND record = \(id)
                    """)
            }
            return nil
        }
        let record = RegisterSQL.record(found, of: register)
        let quality = try quality(of: record, in: register, ward: ward)
        let unit = register.groupKey.flatMap { record.cells[$0]?.plain } ?? ""
        let score = RecordScore(unit: unit, values: quality.scores)
        let values = SQL.joined(
            RecordGap.Kind.allCases.map { "\(score.values[$0] ?? 100)" }, by: ", ")
        try run(
            """
            INSERT INTO record_scores
                (ward, register, record, unit, correct, complete, clean, fresh, changes_on)
            VALUES (\(ward), \(register.name), \(id), \(unit), \(values), \(quality.changesOn))
            ON CONFLICT (ward, register, record) DO UPDATE
            SET unit = excluded.unit, correct = excluded.correct, complete = excluded.complete,
                clean = excluded.clean, fresh = excluded.fresh, changes_on = excluded.changes_on
            """)
        return score
    }

    func tally(
        _ counts: RecordCounts, register: String, unit: String, ward: String
    ) throws {
        guard counts.values.contains(where: { $0 != 0 }) else { return }
        let columns = RecordCounts.columns.map(RegisterSQL.name)
        let sums = columns.map { "\($0) = register_tallies.\($0) + excluded.\($0)" as SQL }
        try run(
            """
            INSERT INTO register_tallies (ward, register, unit, \(SQL.joined(columns, by: ", ")))
            VALUES (\(ward), \(register), \(unit),
                \(SQL.joined(counts.values.map { "\($0)" }, by: ", ")))
            ON CONFLICT (ward, register, unit) DO UPDATE SET \(SQL.joined(sums, by: ", "))
            """)
    }

    /// What a record lacks now, and how good it is.
    package func quality(
        of record: Record, in register: RegisterDescription, ward: String
    ) throws -> RecordQuality {
        var around = try surroundings(of: record.cells, ward: ward)
        if register.fields.contains(where: { $0.freshDays != nil }) {
            around.clocks = try clocks(of: record.id, in: register, ward: ward)
        }
        around.twins =
            try value(
                """
                SELECT COUNT(*) AS value FROM record_pairs
                WHERE ward = \(ward) AND register = \(register.name) AND parted_at IS NULL
                    AND (one = \(record.id) OR other = \(record.id))
                """) ?? 0
        return RecordQuality(of: record.cells, in: register, around)
    }

    /// What is known of a record's place: how its address may be written, and the borders.
    func surroundings(
        of cells: [String: Cell], ward: String
    ) throws -> RecordQuality.Surroundings {
        var around = RecordQuality.Surroundings(today: today)
        if case .text(let address)? = cells[Likeness.addressKey] {
            around.advice = try addressAdvice(for: address, ward: ward)
        }
        if Place.coordinate(of: cells) != nil { around.boundaries = try boundaries(ward) }
        return around
    }

    /// What each of some records lacks, as far as the officer may see it, by identifier.
    package func gaps(
        of records: [Record], in register: RegisterDescription, for officer: Officer
    ) throws -> [String: [RecordGap]] {
        var gaps: [String: [RecordGap]] = [:]
        for record in records {
            // A field that is hidden from the officer would look empty.
            let whole = try recordOfWard(record.id, of: register, ward: officer.ward)
            gaps[record.id] = try quality(of: whole, in: register, ward: officer.ward).gaps
                .filter { register.field($0.field)?.isSeen(by: officer.role) ?? true }
        }
        return gaps
    }

    // MARK: Scores that follow the days and the rules

    /// Scores records anew of which a value was confirmed too long ago since today, some at a time.
    ///
    /// - Returns: whether more may be due.
    package func rescoreDue(ward: String) throws -> Bool {
        let due = try rows(
            """
            SELECT register, record FROM record_scores
            WHERE ward = \(ward) AND changes_on <= \(today)
            ORDER BY changes_on LIMIT \(Self.rescoredAtOnce)
            """)
        for row in due {
            guard let register = Registers.named(row["register"]) else { continue }
            try touch(row["record"], of: register, ward: ward)
        }
        return due.count == Self.rescoredAtOnce
    }

    /// Lets all records of a ward be scored anew, since what they follow from changed.
    package func forgetScoreRules(ward: String) throws {
        try run("DELETE FROM record_score_rules WHERE ward = \(ward)")
    }

    /// Whether records of a register were scored by other rules, or not all yet.
    package func hasOldScores(of register: RegisterDescription, ward: String) throws -> Bool {
        try !RecordRenewal.scores.isDone(register, by: register.scoreRules, ward: ward, self)
    }

    /// Scores the records of a register anew that were scored by other rules, some at a time.
    ///
    /// - Returns: whether more are to be done.
    package func renewScores(of register: RegisterDescription, ward: String) throws -> Bool {
        try RecordRenewal.scores.goOn(
            register, by: register.scoreRules, ward: ward, atOnce: Self.rescoredAtOnce, self,
            begin: {}, each: { try touch($0.id, of: register, ward: ward) })
    }
}

/// Going over all records of a register where what is kept of them was made by other rules.
enum RecordRenewal: String {
    case keys = "record_key_rules"
    case scores = "record_score_rules"

    private var table: SQL { RegisterSQL.name(rawValue) }

    func isDone(
        _ register: RegisterDescription, by rules: String, ward: String, _ tx: Transaction
    ) throws -> Bool {
        let made: Int? = try tx.value(
            """
            SELECT 1 AS value FROM \(table)
            WHERE ward = \(ward) AND register = \(register.name) AND rules = \(rules)
                AND made_through IS NULL
            """)
        return made != nil
    }

    /// Makes the next records anew.
    ///
    /// - Parameter begin: before the first of them.
    /// - Returns: whether more are to be done.
    func goOn(
        _ register: RegisterDescription, by rules: String, ward: String, atOnce: Int,
        _ tx: Transaction, begin: () throws -> Void, each: (Record) throws -> Void
    ) throws -> Bool {
        let known = try tx.row(
            """
            SELECT rules, made_through FROM \(table)
            WHERE ward = \(ward) AND register = \(register.name)
            """)
        var through = ""
        if let known, known["rules"] as String == rules {
            guard let made = known["made_through"] as String? else { return false }
            through = made
        } else {
            try begin()
        }
        let found = try tx.rows(
            """
            SELECT \(RegisterSQL.columns(of: register, for: nil))
            FROM \(RegisterSQL.name(register.name)) r
            WHERE r.ward = \(ward) AND r.ended_at IS NULL AND r.id > \(through)
            ORDER BY r.id LIMIT \(atOnce)
            """
        ).map { RegisterSQL.record($0, of: register) }
        for record in found { try each(record) }
        let isDone = found.count < atOnce
        try tx.run(
            """
            INSERT INTO \(table) (ward, register, rules, made_through)
            VALUES (\(ward), \(register.name), \(rules), \(isDone ? nil : found.last?.id))
            ON CONFLICT (ward, register) DO UPDATE
            SET rules = excluded.rules, made_through = excluded.made_through
            """)
        return !isDone
    }
}
