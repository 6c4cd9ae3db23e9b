package import Domain

/// How good one record is, as it is kept.
struct RecordScore: Equatable {
    let unit: String
    /// Hundredths, by kind.
    let values: [RecordGap.Kind: Int]
    let changesOn: Day?

    init(unit: String, _ quality: RecordQuality) {
        self.unit = unit
        values = quality.scores
        changesOn = quality.changesOn
    }

    init(_ row: Row) {
        unit = row["unit"]
        var values: [RecordGap.Kind: Int] = [:]
        for kind in RecordGap.Kind.allCases { values[kind] = row[kind.rawValue] }
        self.values = values
        changesOn = row["changes_on"]
    }

    static let columns: [SQL] =
        ["ward", "register", "record", "unit", "changes_on"]
        + RecordGap.Kind.allCases.map { RegisterSQL.name($0.rawValue) }

    func row(of record: String, in register: RegisterDescription, ward: String) -> [SQLValue] {
        [.text(ward), .text(register.name), .text(record), .text(unit), changesOn.sqlValue]
            + RecordGap.Kind.allCases.map { (values[$0] ?? 100).sqlValue }
    }
}

/// The records that a transaction changed, and that are scored anew before it ends.
final class TouchedRecords {
    private struct Group: Hashable {
        let ward: String
        let register: String
    }

    private(set) var count = 0
    private var ids: [Group: Set<String>] = [:]
    private var registers: [String: RegisterDescription] = [:]
    /// Names of registers by ward, of all that the transaction changed.
    private(set) var changed: [String: Set<String>] = [:]

    func insert(_ id: String, of register: RegisterDescription, ward: String) {
        registers[register.name] = register
        changed[ward, default: []].insert(register.name)
        let group = Group(ward: ward, register: register.name)
        if ids[group, default: []].insert(id).inserted { count += 1 }
    }

    /// Notes a change that asks for no score of its own.
    func note(_ register: String, ward: String) { changed[ward, default: []].insert(register) }

    func takeAll() -> [(register: RegisterDescription, ward: String, ids: [String])] {
        defer { (ids, count) = ([:], 0) }
        return ids.compactMap { group, ids in
            registers[group.register].map { ($0, group.ward, ids.sorted()) }
        }
    }
}

extension Transaction {
    /// So many touched records are held back at most.
    private static var touchedMax: Int { 1_000 }
    /// Records that are scored anew in one transaction by the program: others wait meanwhile.
    private static var rescoredAtOnce: Int { 100 }

    /// Notes that what a record's scores follow from changed.
    func touch(_ id: String, of register: RegisterDescription, ward: String) throws {
        touched.insert(id, of: register, ward: ward)
        if touched.count >= Self.touchedMax { try scoreTouched() }
    }

    /// Scores anew what was touched; the end of every write.
    func scoreTouched() throws {
        for (register, ward, ids) in touched.takeAll() {
            for part in Self.parts(of: ids) {
                try rescore(Array(part), of: register, ward: ward)
            }
        }
    }

    /// What the end of every write does for the records that it changed: their scores, and the
    /// corrections of issued reports that they made untrue.
    func settleTouched() throws {
        try scoreTouched()
        for (ward, registers) in touched.changed.sorted(by: { $0.key < $1.key }) {
            try correctIssuedReports(registers: registers, ward: ward)
        }
    }

    private func rescore(_ ids: [String], of register: RegisterDescription, ward: String) throws {
        let own: SQL = "ward = \(ward) AND register = \(register.name)"
        let old = try rows(
            """
            SELECT record, unit, changes_on, correct, complete, clean, fresh FROM record_scores
            WHERE \(own) AND record IN \(SQL.list(ids))
            """)
        let kept = Dictionary(
            uniqueKeysWithValues: old.map { ($0["record"] as String, RecordScore($0)) })
        let found = try records(
            withIDs: ids, of: register, where: "r.ward = \(ward) AND r.ended_at IS NULL",
            seenBy: nil)
        let qualities = try qualities(of: found, in: register, ward: ward)
        var counts: [String: RecordCounts] = [:]
        var changed: [[SQLValue]] = []
        for (record, quality) in zip(found, qualities) {
            let unit = register.groupKey.flatMap { record.cells[$0]?.plain } ?? ""
            let score = RecordScore(unit: unit, quality)
            guard score != kept[record.id] else { continue }
            if let old = kept[record.id] {
                counts[old.unit, default: RecordCounts()].count(old, times: -1)
            }
            counts[unit, default: RecordCounts()].count(score, times: 1)
            changed.append(score.row(of: record.id, in: register, ward: ward))
        }
        let gone = Set(kept.keys).subtracting(found.map(\.id))
        for old in gone.compactMap({ kept[$0] }) {
            counts[old.unit, default: RecordCounts()].count(old, times: -1)
        }
        if !gone.isEmpty {
            try run(
                "DELETE FROM record_scores WHERE \(own) AND record IN \(SQL.list(gone.sorted()))")
        }
        if !changed.isEmpty {
            try run(
                """
                INSERT INTO record_scores (\(SQL.joined(RecordScore.columns, by: ", ")))
                VALUES \(SQL.rows(changed))
                ON CONFLICT (ward, register, record) DO UPDATE
                SET unit = excluded.unit, correct = excluded.correct, complete = excluded.complete,
                    clean = excluded.clean, fresh = excluded.fresh, changes_on = excluded.changes_on
                """)
        }
        for (unit, counts) in counts {
            try tally(counts, register: register.name, unit: unit, ward: ward)
        }
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
        try qualities(of: [record], in: register, ward: ward)[0]
    }

    /// The same of several, in their order.
    private func qualities(
        of records: [Record], in register: RegisterDescription, ward: String
    ) throws -> [RecordQuality] {
        let ids = SQL.list(records.map(\.id))
        let own: SQL = "ward = \(ward) AND register = \(register.name)"
        var clocks: [String: [String: Instant]] = [:]
        if register.fields.contains(where: { $0.freshDays != nil }) {
            for row in try rows(
                """
                SELECT record, field, confirmed_at FROM record_clocks
                WHERE \(own) AND record IN \(ids)
                """)
            { clocks[row["record"], default: [:]][row["field"]] = row["confirmed_at"] }
        }
        var twins: [String: Int] = [:]
        for column in ["one", "other"] as [SQL] {
            for row in try rows(
                """
                SELECT \(column) AS record, COUNT(*) AS pairs FROM record_pairs
                WHERE \(own) AND parted_at IS NULL AND \(column) IN \(ids) GROUP BY \(column)
                """)
            { twins[row["record"], default: 0] += row["pairs"] as Int }
        }
        return try records.map { record in
            var around = try surroundings(of: record.cells, ward: ward)
            around.clocks = clocks[record.id] ?? [:]
            around.twins = twins[record.id] ?? 0
            return RecordQuality(of: record.cells, in: register, around)
        }
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
        // A field that is hidden from the officer would look empty.
        let whole = try self.records(
            withIDs: records.map(\.id), of: register, where: "r.ward = \(officer.ward)", seenBy: nil
        )
        let qualities = try qualities(of: whole, in: register, ward: officer.ward)
        return Dictionary(
            uniqueKeysWithValues: zip(whole, qualities).map { record, quality in
                (
                    record.id,
                    quality.gaps.filter {
                        register.field($0.field)?.isSeen(by: officer.role) ?? true
                    }
                )
            })
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

    /// Wards that have such records: one look at the whole store, by the index of each ward.
    package func wardsToRescore() throws -> [String] {
        try rows(
            """
            SELECT w.code FROM wards w
            WHERE (
                SELECT s.changes_on FROM record_scores s
                WHERE s.ward = w.code AND s.changes_on <= \(today)
                ORDER BY s.changes_on LIMIT 1) IS NOT NULL
            ORDER BY w.code
            """
        ).map { $0["code"] }
    }

    /// Lets all records of a ward be scored anew, since what they follow from changed.
    package func forgetScoreRules(ward: String) throws {
        try run("DELETE FROM record_score_rules WHERE ward = \(ward)")
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
