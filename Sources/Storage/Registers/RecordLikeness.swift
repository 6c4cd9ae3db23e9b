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
        return try likely(
            profile, orTwin: isTwin, in: register, ward: officer.ward, where: visible,
            seenBy: officer.role
        ).filter { $0.record.id != except }
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
        let isSame = { (key: String) in before?[key] == after?[key] }
        if before != nil, after != nil, traits.allSatisfy(isSame),
            register.identity.allSatisfy(isSame)
        {
            return
        }
        let keys = { (profile: LikenessProfile?, cells: [String: Cell]?) in
            Set((profile?.keys ?? []) + (cells.map { Self.identityKeys(of: $0, register) } ?? []))
        }
        let old = keys(before.map { LikenessProfile($0, likeness) }, before)
        let profile = after.map { LikenessProfile($0, likeness) }
        let new = keys(profile, after)
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

    /// The key by which what nothing tells apart from it is found.
    static func identityKeys(
        of cells: [String: Cell], _ register: RegisterDescription
    ) -> [Int64] {
        register.identity(of: cells).map { [LikenessKeys.identity($0)] } ?? []
    }

    private func keepPairs(
        of id: String, _ profile: LikenessProfile, in register: RegisterDescription, ward: String
    ) throws {
        let there: SQL = "r.ward = \(ward) AND r.ended_at IS NULL"
        let likely = try likely(
            profile, orTwin: { _ in false }, in: register, ward: ward, where: there, seenBy: nil)
        for found in likely where found.record.id != id {
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

    /// The records that share a key with a profile and are likely the same, or are its twins.
    private func likely(
        _ profile: LikenessProfile, orTwin isTwin: (Record) -> Bool,
        in register: RegisterDescription, ward: String, where condition: SQL, seenBy role: Role?
    ) throws -> [LikelyRecord] {
        try likely(
            [profile], in: register, ward: ward, where: condition, seenBy: role,
            orTwin: { isTwin($1) })[0]
    }

    /// The same for several.
    ///
    /// Index look-ups alone: as many as there are keys, each of at most `LikenessIndex.blockMax`
    /// records. Of most records only what is compared first is ever read.
    ///
    /// - Parameter before: only records made before this identifier.
    func likely(
        _ profiles: [LikenessProfile], in register: RegisterDescription, ward: String,
        where condition: SQL, seenBy role: Role?, before: String? = nil,
        orTwin isTwin: (Int, Record) -> Bool = { _, _ in false }
    ) throws -> [[LikelyRecord]] {
        let sharing = try sharing(
            profiles.flatMap(\.keys), in: register, ward: ward, before: before)
        let candidates = profiles.map { profile in
            // A key that so many share tells nothing; whoever is the same shares another.
            Set(
                profile.keys.flatMap { key -> [String] in
                    let found = sharing[key] ?? []
                    return found.count <= LikenessIndex.blockMax ? found : []
                }
            ).sorted()
        }
        let likeness = register.likeness
        let keys = Set(likeness.traits.flatMap(\.keys) + register.identity)
        let brief = try records(
            withIDs: Set(candidates.joined()).sorted(), of: register,
            register.fields.filter { keys.contains($0.key) }, where: condition, seenBy: role)
        let byID = Dictionary(brief.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one })
        return try zip(profiles.indices, candidates).map { place, ids in
            let asked = ids.compactMap { byID[$0] }.filter { record in
                likeness.bits(profiles[place], record.cells, atLeast: Likeness.askedBits) != nil
                    || isTwin(place, record)
            }
            return try records(
                withIDs: asked.map(\.id), of: register, where: condition, seenBy: role
            ).map { record in
                LikelyRecord(
                    record: record,
                    judgement: likeness.judge(
                        profiles[place], LikenessProfile(record.cells, likeness)))
            }
        }
    }

    /// Records by the keys that they have; of a key that too many share, so many that it shows.
    func sharing(
        _ keys: [Int64], in register: RegisterDescription, ward: String, before: String? = nil
    ) throws -> [Int64: [String]] {
        var found: [Int64: [String]] = [:]
        let keys = Set(keys).sorted()
        var own: SQL = "ward = \(ward) AND register = \(register.name)"
        if let before { own = "\(own) AND record < \(before)" }
        switch connection.dialect {
        case .sqlite:
            for key in keys {
                found[key] = try rows(
                    """
                    SELECT record FROM record_keys WHERE \(own) AND key = \(key)
                    LIMIT \(LikenessIndex.blockMax + 1)
                    """
                ).map { $0["record"] }
            }
        case .postgres:
            // One journey to the server for all of them.
            for part in Self.parts(of: keys) {
                let asked = SQL.joined(part.map { "(CAST(\($0) AS bigint))" }, by: ", ")
                for row in try rows(
                    """
                    SELECT a.key, k.record FROM (VALUES \(asked)) a (key), LATERAL (
                        SELECT record FROM record_keys WHERE \(own) AND key = a.key
                        LIMIT \(LikenessIndex.blockMax + 1)) k
                    """)
                { found[row["key"], default: []].append(row["record"]) }
            }
        }
        return found
    }

    /// Values for one statement each: SQLite takes 32,766 parameters, older ones 999.
    static func parts<Value>(of values: [Value]) -> [ArraySlice<Value>] {
        let most = 400
        return stride(from: 0, to: values.count, by: most).map {
            values[$0..<min($0 + most, values.count)]
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

extension Database {
    /// Makes all keys of a register anew where they were made by other rules, in small steps between
    /// which others write; a sheet is compared with the register by them.
    package func renewLikeness(of register: RegisterDescription, ward: String) async throws {
        guard try await read({ try $0.hasOldLikeness(of: register, ward: ward) }) else { return }
        while try await write({ try $0.renewLikeness(of: register, ward: ward) }) {}
    }
}
