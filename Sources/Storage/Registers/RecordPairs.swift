package import Domain

/// Two records that look like one.
package struct RecordPair: Sendable {
    package let one: Record
    package let other: Record
    package let judgement: LikenessJudgement
}

extension Transaction {
    /// Pairs that nobody has looked at, of records that the officer may see, the most certain first.
    ///
    /// - Parameter record: only those that this record is one of.
    package func recordPairs(
        of register: RegisterDescription, for officer: Officer, with record: String? = nil,
        limit: Int = 50
    ) throws -> [RecordPair] {
        let open = try Self.openPairs(of: register, for: officer)
        let own: SQL = record.map { "p.one = \($0) OR p.other = \($0)" } ?? "1 = 1"
        let pairs = try rows(
            """
            SELECT p.one, p.other FROM record_pairs p WHERE \(open) AND (\(own))
            ORDER BY p.bits DESC, p.one, p.other LIMIT \(limit)
            """)
        return try pairs.map { pair in
            let one = try self.record(pair["one"], of: register, for: officer)
            let other = try self.record(pair["other"], of: register, for: officer)
            let judgement = register.likeness.judge(
                LikenessProfile(one.cells, register.likeness),
                LikenessProfile(other.cells, register.likeness))
            return RecordPair(one: one, other: other, judgement: judgement)
        }
    }

    package func recordPairCount(
        of register: RegisterDescription, for officer: Officer
    ) throws -> BoundedCount {
        let open = try Self.openPairs(of: register, for: officer)
        return try count(upTo: Self.recordCountMax, in: "record_pairs p", open)
    }

    private static func openPairs(
        of register: RegisterDescription, for officer: Officer
    ) throws -> SQL {
        let visible = try RegisterSQL.visible(register, to: officer)
        let table = RegisterSQL.name(register.name)
        return """
            p.ward = \(officer.ward) AND p.register = \(register.name) AND p.parted_at IS NULL
            AND EXISTS (SELECT 1 FROM \(table) r WHERE \(visible) AND r.id = p.one)
            AND EXISTS (SELECT 1 FROM \(table) r WHERE \(visible) AND r.id = p.other)
            """
    }

    /// Somebody looked, and they are two: they are not asked about again.
    package func partRecords(
        _ one: String, _ other: String, of register: RegisterDescription, by officer: Officer
    ) throws {
        guard one != other else { throw Problem(.invalid, "Hai mục phải khác nhau.") }
        for id in [one, other] {
            let found = try record(id, of: register, for: officer)
            try requireKeeping(register, found.cells, officer)
        }
        try run(
            """
            INSERT INTO record_pairs (ward, register, one, other, bits, parted_at, parted_by)
            VALUES (\(officer.ward), \(register.name), \(min(one, other)), \(max(one, other)), 0,
                \(now), \(officer.id))
            ON CONFLICT (ward, register, one, other) DO UPDATE
            SET parted_at = excluded.parted_at, parted_by = excluded.parted_by
            """)
        for (id, twin) in [(one, other), (other, one)] {
            try touch(id, of: register, ward: officer.ward)
            try record(
                "record.part", "\(register.name)/\(id)", [JournalChange("record", to: twin)],
                by: officer)
        }
    }
}
