package import Domain

/// That a record was joined into another.
package struct RecordJoining: Sendable {
    package let id: String
    package let kept: String
    package let merged: String
    /// What named the record that was joined into the other.
    package let title: String
    package let mergedAt: Instant
    package let isUndone: Bool

    /// As long as an import can be taken back.
    package static var undoDays: Int { RecordImport.undoDays }

    package func isUndoable(on today: Day) -> Bool {
        !isUndone && today.number - mergedAt.day.number <= Self.undoDays
    }

    init(_ row: Row) {
        id = row["id"]
        kept = row["kept"]
        merged = row["merged"]
        title = row["title"]
        mergedAt = row["merged_at"]
        isUndone = (row["undone_at"] as Instant?) != nil
    }
}

extension Transaction {
    /// Two records side by side, with what is proposed for each value in which they differ.
    package func recordMerge(
        of merged: String, into kept: String, in register: RegisterDescription, for officer: Officer
    ) throws -> RecordMerge {
        guard merged != kept else { throw Problem(.invalid, "Hai mục phải khác nhau.") }
        let (one, other) = (
            try record(kept, of: register, for: officer, seenBy: nil),
            try record(merged, of: register, for: officer, seenBy: nil)
        )
        for record in [one, other] { try requireKeeping(register, record.cells, officer) }
        return RecordMerge(
            register, kept: one, merged: other, for: officer.role,
            keptClocks: try clocks(of: kept, in: register, ward: officer.ward),
            mergedClocks: try clocks(of: merged, in: register, ward: officer.ward))
    }

    /// Makes two records one: the kept one takes the chosen values, the other ends and points to it.
    ///
    /// - Parameters:
    ///   - chosen: the side of each value in which they differ; the proposed one where it lacks.
    ///   - versions: of both as the person saw them.
    /// - Returns: identifier of the joining, by which it can be undone.
    /// - Throws: `.conflict` when either was changed since.
    @discardableResult
    package func mergeRecord(
        _ merged: String, into kept: String, of register: RegisterDescription,
        chosen: [String: RecordMerge.Side], versions: (kept: Int, merged: Int), by officer: Officer
    ) throws -> String {
        let merge = try recordMerge(of: merged, into: kept, in: register, for: officer)
        guard merge.kept.version == versions.kept, merge.merged.version == versions.merged else {
            throw Problem.changedMeanwhile
        }
        try register.requireUnlocked(.change, merge.kept.cells)
        try register.requireUnlocked(.end, merge.merged.cells)
        var cells = merge.cells(chosen)
        let derived = try self.derived(cells, of: kept, in: register, ward: officer.ward)
        for derivation in register.derivations {
            cells[derivation.key] = derived[derivation.key]?.cell ?? .empty
        }
        try requireKeeping(register, cells, officer)
        let id = makeIdentifier()
        try replace(kept, merge.kept, cells, of: register, ward: officer.ward)
        try takeClocks(from: merge, cells, ward: officer.ward)
        try run(
            """
            UPDATE \(RegisterSQL.name(register.name)) SET ended_at = \(now), version = version + 1
            WHERE ward = \(officer.ward) AND id = \(merged)
            """)
        try keepLikeness(
            of: merged, in: register, from: merge.merged.cells, to: nil, ward: officer.ward)
        let moved = try moveReferences(from: merged, to: kept, of: register, by: officer)
        try run(
            """
            INSERT INTO record_merges
                (ward, id, register, kept, merged, title, before, version, moved, merged_at,
                    merged_by)
            VALUES (\(officer.ward), \(id), \(register.name), \(kept), \(merged),
                \(Self.title(merge.merged, register)),
                \(try StoredJSON.text(merge.kept.cells.mapValues(\.plain))),
                \(versions.kept + 1), \(try StoredJSON.text(moved)), \(now), \(officer.id))
            """)
        try record(
            "record.merge", "\(register.name)/\(kept)",
            [JournalChange("merged", to: Self.title(merge.merged, register))]
                + Self.changes(from: merge.kept.cells, to: cells, register), by: officer)
        try record(
            "record.merge", "\(register.name)/\(merged)",
            [JournalChange("into", to: Self.title(merge.kept, register))], by: officer)
        try follow(
            merged, of: register, from: merge.merged.cells, to: [:], ward: officer.ward,
            by: officer)
        try follow(
            kept, of: register, from: merge.kept.cells, to: cells, ward: officer.ward, by: officer)
        // What named the other names this one now.
        try rederive(kept, of: register, ward: officer.ward, by: officer)
        return id
    }

    /// Makes two records of one again.
    ///
    /// - Returns: whether the kept one is as it was before, too; what somebody changed since stays.
    /// - Throws: `.conflict` when it is too late, or was undone.
    @discardableResult
    package func undoMerge(
        _ id: String, of register: RegisterDescription, by officer: Officer
    ) throws -> Bool {
        let found = try row(
            """
            SELECT id, kept, merged, title, before, version, moved, merged_at, undone_at FROM record_merges
            WHERE ward = \(officer.ward) AND id = \(id) AND register = \(register.name)
            """)
        guard let found else { throw Self.noRecord }
        let joining = RecordJoining(found)
        let kept = try record(joining.kept, of: register, for: officer, seenBy: nil)
        try requireKeeping(register, kept.cells, officer)
        guard joining.isUndoable(on: today) else {
            throw Problem(
                .conflict,
                "Lần gộp này không hoàn tác được nữa: chỉ trong \(RecordJoining.undoDays) ngày sau khi gộp, và một lần."
            )
        }
        let isUntouched = kept.version == found["version"]
        var changes: [JournalChange] = []
        if isUntouched {
            let before: [String: String] = try StoredJSON.value(found["before"])
            var cells: [String: Cell] = [:]
            for field in register.fields {
                let text = before[field.key] ?? ""
                guard !text.isEmpty, case .success(let cell) = field.read(text) else { continue }
                cells[field.key] = cell
            }
            try replace(joining.kept, kept, cells, of: register, ward: officer.ward)
            changes = Self.changes(from: kept.cells, to: cells, register)
        }
        try run(
            """
            UPDATE \(RegisterSQL.name(register.name)) SET ended_at = NULL, version = version + 1
            WHERE ward = \(officer.ward) AND id = \(joining.merged)
            """)
        try run(
            """
            UPDATE record_merges SET undone_at = \(now) WHERE ward = \(officer.ward) AND id = \(id)
            """)
        let moved: [RecordReference] = try StoredJSON.value(found["moved"])
        try moveReferences(moved, from: joining.kept, to: joining.merged, by: officer)
        let back = try recordOfWard(joining.merged, of: register, ward: officer.ward)
        try keepLikeness(
            of: joining.merged, in: register, from: nil, to: back.cells, ward: officer.ward)
        try record(
            "record.undoMerge", "\(register.name)/\(joining.kept)",
            [JournalChange("merged", to: Self.title(back, register))] + changes, by: officer)
        try record("record.undoMerge", "\(register.name)/\(joining.merged)", by: officer)
        for id in [joining.kept, joining.merged] {
            let record = try recordOfWard(id, of: register, ward: officer.ward)
            try follow(
                id, of: register, from: [:], to: record.cells, ward: officer.ward, by: officer)
            try rederive(id, of: register, ward: officer.ward, by: officer)
        }
        return isUntouched
    }

    /// Where a record went that was joined into another, as far as the officer may see it; nil: it
    /// was joined into none.
    package func keptRecord(
        insteadOf id: String, of register: RegisterDescription, for officer: Officer
    ) throws -> Record? {
        var id = id
        var seen: Set<String> = []
        while seen.insert(id).inserted {
            let kept: String? = try value(
                """
                SELECT kept AS value FROM record_merges
                WHERE ward = \(officer.ward) AND register = \(register.name) AND merged = \(id)
                    AND undone_at IS NULL
                """)
            guard let kept else { break }
            id = kept
        }
        return seen.count < 2 ? nil : try record(id, of: register, for: officer)
    }

    /// What was joined into a record and is not undone, the latest first.
    package func joinings(
        into kept: String, of register: RegisterDescription, ward: String
    ) throws -> [RecordJoining] {
        try rows(
            """
            SELECT id, kept, merged, title, merged_at, undone_at FROM record_merges
            WHERE ward = \(ward) AND register = \(register.name) AND kept = \(kept)
                AND undone_at IS NULL
            ORDER BY merged_at DESC, id
            """
        ).map(RecordJoining.init)
    }

    /// What happened to a record and to all that were joined into it, the latest first.
    package func recordHistory(
        of id: String, in register: RegisterDescription, ward: String, limit: Int
    ) throws -> [JournalLine] {
        var ids = [id]
        var place = 0
        while place < ids.count {
            ids += try joinings(into: ids[place], of: register, ward: ward).map(\.merged)
                .filter { !ids.contains($0) }
            place += 1
        }
        let lines = try ids.flatMap {
            try history(of: "\(register.name)/\($0)", ward: ward, limit: limit)
        }
        return lines.sorted { $0.entry.sequence > $1.entry.sequence }.prefix(limit).map { $0 }
    }

    /// What names a record in a sentence.
    static func title(_ record: Record, _ register: RegisterDescription) -> String {
        register.columns.first.flatMap { record.cells[$0]?.plain } ?? record.id
    }

    func recordOfWard(
        _ id: String, of register: RegisterDescription, ward: String
    ) throws -> Record {
        let found = try row(
            """
            SELECT \(RegisterSQL.columns(of: register, for: nil)) FROM \(RegisterSQL.name(register.name)) r
            WHERE r.ward = \(ward) AND r.id = \(id)
            """)
        guard let found else { throw Self.noRecord }
        return RegisterSQL.record(found, of: register)
    }

    /// Writes all cells of a record whose version was seen already.
    private func replace(
        _ id: String, _ before: Record, _ cells: [String: Cell], of register: RegisterDescription,
        ward: String
    ) throws {
        let sets = SQL.joined(
            register.fields.map {
                "\(RegisterSQL.name($0.key)) = \(StoredCell(cell: cells[$0.key] ?? .empty))"
            }, by: ", ")
        let count = try run(
            """
            UPDATE \(RegisterSQL.name(register.name))
            SET \(sets), search = \(Self.searched(cells, register)), version = version + 1
            WHERE ward = \(ward) AND id = \(id) AND version = \(before.version)
                AND ended_at IS NULL
            """)
        guard count > 0 else { throw Problem.changedMeanwhile }
        try keepLikeness(of: id, in: register, from: before.cells, to: cells, ward: ward)
    }

    /// A value brings along when it was confirmed, and by whom; of one that both had, the later.
    private func takeClocks(
        from merge: RecordMerge, _ cells: [String: Cell], ward: String
    ) throws {
        let register = merge.register
        let differing = Set(merge.choices.map(\.field.key))
        for field in register.fields where field.freshDays != nil {
            let isTaken =
                !differing.contains(field.key) || cells[field.key] == merge.merged.cells[field.key]
            guard isTaken else { continue }
            let later: SQL =
                differing.contains(field.key)
                ? "1 = 1" : "record_clocks.confirmed_at < excluded.confirmed_at"
            try run(
                """
                INSERT INTO record_clocks
                    (ward, register, record, field, confirmed_at, confirmed_by)
                SELECT ward, register, \(merge.kept.id), field, confirmed_at, confirmed_by
                FROM record_clocks
                WHERE ward = \(ward) AND register = \(register.name)
                    AND record = \(merge.merged.id) AND field = \(field.key)
                ON CONFLICT (ward, register, record, field) DO UPDATE
                SET confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by
                WHERE \(later)
                """)
        }
    }
}
