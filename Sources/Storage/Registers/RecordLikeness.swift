package import Domain

extension Transaction {
    /// Records that the officer may see and that are likely the same as one with these cells, the
    /// most certain first; those that nothing tells apart from it before all.
    ///
    /// - Parameter except: the record itself, when it is kept already.
    package func likelyRecords(
        of cells: [String: Cell], in register: RegisterDescription, for officer: Officer,
        except: String? = nil, limit: Int = 5
    ) throws -> [LikelyRecord] {
        let visible = try RegisterSQL.visible(register, to: officer)
        let profile = LikenessProfile(cells, register.likeness)
        let identity = register.identity(of: cells)
        let isTwin = { (record: Record) in
            identity != nil && register.identity(of: record.cells) == identity
        }
        return try compared(
            profile, in: register, ward: officer.ward, where: visible, seenBy: officer.role
        ).filter { $0.record.id != except && ($0.judgement.isLikely || isTwin($0.record)) }
            .sorted { one, other in
                let (a, b) = (isTwin(one.record), isTwin(other.record))
                return a == b ? one.judgement.bits > other.judgement.bits : a
            }
            .prefix(limit).map { $0 }
    }

    /// Keeps the keys of a record and its likely pairs as its cells are now, and has it scored.
    ///
    /// - Parameters:
    ///   - before: nil for a record that was not there.
    ///   - after: nil for one that goes.
    func keepLikeness(
        of id: String, in register: RegisterDescription, from before: [String: Cell]?,
        to after: [String: Cell]?, ward: String
    ) throws {
        try touch(id, of: register, ward: ward)
        let likeness = register.likeness
        let traits = Set(likeness.traits.flatMap(\.keys))
        if let before, let after, traits.allSatisfy({ before[$0] == after[$0] }) { return }
        let old = Set(before.map { LikenessProfile($0, likeness).keys } ?? [])
        let profile = after.map { LikenessProfile($0, likeness) }
        let new = Set(profile?.keys ?? [])
        for key in old.subtracting(new) {
            try run(
                """
                DELETE FROM record_keys WHERE ward = \(ward) AND register = \(register.name)
                    AND key = \(key) AND record = \(id)
                """)
        }
        for key in new.subtracting(old) {
            try run(
                """
                INSERT INTO record_keys (ward, register, key, record)
                VALUES (\(ward), \(register.name), \(key), \(id)) ON CONFLICT DO NOTHING
                """)
        }
        if before != nil {
            for (column, others) in [("one", "other"), ("other", "one")] as [(SQL, SQL)] {
                let paired = try rows(
                    """
                    SELECT \(others) AS record FROM record_pairs
                    WHERE ward = \(ward) AND register = \(register.name) AND \(column) = \(id)
                        AND parted_at IS NULL
                    """)
                for row in paired { try touch(row["record"], of: register, ward: ward) }
                try run(
                    """
                    DELETE FROM record_pairs WHERE ward = \(ward) AND register = \(register.name)
                        AND \(column) = \(id) AND parted_at IS NULL
                    """)
            }
        }
        if let profile { try keepPairs(of: id, profile, in: register, ward: ward) }
    }

    private func keepPairs(
        of id: String, _ profile: LikenessProfile, in register: RegisterDescription, ward: String
    ) throws {
        let there: SQL = "r.ward = \(ward) AND r.ended_at IS NULL"
        let likely = try compared(
            profile, in: register, ward: ward, where: there, seenBy: nil
        ).filter { $0.record.id != id && $0.judgement.isLikely }
        for found in likely {
            let (one, other) = (min(id, found.record.id), max(id, found.record.id))
            try run(
                """
                INSERT INTO record_pairs (ward, register, one, other, bits)
                VALUES (\(ward), \(register.name), \(one), \(other), \(found.judgement.bits))
                ON CONFLICT (ward, register, one, other) DO UPDATE SET bits = excluded.bits
                """)
            try touch(found.record.id, of: register, ward: ward)
        }
    }

    /// The records that share a key with a profile, compared with it. Index look-ups alone: as many
    /// as it has keys, each of at most `LikenessIndex.blockMax` records.
    private func compared(
        _ profile: LikenessProfile, in register: RegisterDescription, ward: String,
        where condition: SQL, seenBy role: Role?
    ) throws -> [LikelyRecord] {
        var seen: Set<String> = []
        for key in profile.keys {
            let sharing = try rows(
                """
                SELECT record FROM record_keys
                WHERE ward = \(ward) AND register = \(register.name) AND key = \(key)
                LIMIT \(LikenessIndex.blockMax + 1)
                """)
            // A key that so many share tells nothing; whoever is the same shares another.
            guard sharing.count <= LikenessIndex.blockMax else { continue }
            seen.formUnion(sharing.map { $0["record"] as String })
        }
        return try records(withIDs: seen.sorted(), of: register, where: condition, seenBy: role)
            .map { record in
                LikelyRecord(
                    record: record,
                    judgement: register.likeness.judge(
                        profile, LikenessProfile(record.cells, register.likeness)))
            }
    }

    // MARK: Keys by other rules

    /// Records whose keys are made anew in one transaction: others wait to write meanwhile.
    private static var renewedAtOnce: Int { 100 }

    /// Whether keys of a register were made by other rules, or not all yet.
    package func hasOldLikeness(of register: RegisterDescription, ward: String) throws -> Bool {
        try !RecordRenewal.keys.isDone(register, by: register.likeness.rules, ward: ward, self)
    }

    /// Makes the keys of a register anew where they were made by other rules, some records at a time.
    ///
    /// - Returns: whether more are to be done.
    package func renewLikeness(of register: RegisterDescription, ward: String) throws -> Bool {
        try RecordRenewal.keys.goOn(
            register, by: register.likeness.rules, ward: ward, atOnce: Self.renewedAtOnce, self,
            begin: {
                try run(
                    "DELETE FROM record_keys WHERE ward = \(ward) AND register = \(register.name)")
                try run(
                    """
                    DELETE FROM record_pairs
                    WHERE ward = \(ward) AND register = \(register.name) AND parted_at IS NULL
                    """)
            },
            each: {
                try keepLikeness(of: $0.id, in: register, from: nil, to: $0.cells, ward: ward)
            })
    }
}
