package import Domain

extension Transaction {
    package static var recordPageRows: Int { 50 }

    /// So far a list is counted, and sorted when it was found by words.
    package static var recordCountMax: Int { 1_000 }

    /// Records that the officer may see, by name, and how many there are in all.
    package func records(
        of register: RegisterDescription, _ filter: RecordFilter, for officer: Officer,
        limit: Int = recordPageRows
    ) throws -> RecordPage {
        let found = WordIndex(filter.words, of: register, connection.dialect)
        var conditions: [SQL] = [
            try RegisterSQL.visible(register, to: officer),
            RegisterSQL.condition(filter.condition),
        ]
        if !filter.beginning.isEmpty {
            conditions.append(found.beginning(folded(filter.beginning)))
        }
        if let gap = filter.gap { conditions.append(RegisterSQL.gap(gap, register, today)) }
        var table = found.table
        let total: BoundedCount
        if let words = found.condition {
            // Common words take as long for the first page as for all: they are looked for once.
            let ids: [String] = try rows(
                """
                SELECT r.id FROM \(table) WHERE \(SQL.all(conditions + [words]))
                LIMIT \(Self.recordCountMax + 1)
                """
            ).map { $0["id"] }
            total = BoundedCount(counted: ids.count, upTo: Self.recordCountMax)
            if total.isMore {
                conditions.append(words)
            } else {
                table = "\(RegisterSQL.name(register.name)) r"
                conditions = ["r.ward = \(officer.ward)", "r.id IN \(SQL.list(ids))"]
            }
        } else {
            total = try count(upTo: Self.recordCountMax, in: table, SQL.all(conditions))
        }
        let order: RecordPage.Order =
            total.isMore && found.condition != nil
            ? .entered : register.latestBy == nil ? .byName : .latestFirst
        let day: SQL =
            register.latestBy.map { "COALESCE(r.\(RegisterSQL.name($0)), '')" } ?? "r.search"
        let (place, sort): (SQL, SQL) =
            switch order {
            case .byName: ("r.search", "r.search, r.id")
            case .latestFirst: (day, "\(day) DESC, r.id DESC")
            case .entered: ("''", found.order)
            }
        let mark = filter.after?.split(
            separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        if let mark, mark.count == 2 {
            let (id, own) = (String(mark[0]), String(mark[1]))
            let rest: SQL =
                switch order {
                case .byName: "(r.search, r.id) > (\(own), \(id))"
                case .latestFirst: "(\(day), r.id) < (\(own), \(id))"
                case .entered: found.entered(after: id, ward: officer.ward)
                }
            conditions.append(rest)
        }
        let page = try rows(
            """
            SELECT \(RegisterSQL.columns(of: register, for: officer.role)), \(place) AS place
            FROM \(table) WHERE \(SQL.all(conditions)) ORDER BY \(sort) LIMIT \(limit + 1)
            """)
        let shown = page.prefix(limit)
        let last = shown.last.map { "\($0["id"] as String)|\($0["place"] as String)" }
        return RecordPage(
            records: shown.map { RegisterSQL.record($0, of: register) }, total: total,
            order: order, next: page.count > limit ? last : nil)
    }

    func count(upTo bound: Int, in table: SQL, _ condition: SQL) throws -> BoundedCount {
        let counted: Int =
            try value(
                """
                SELECT COUNT(*) AS value FROM (
                    SELECT 1 FROM \(table) WHERE \(condition) LIMIT \(bound + 1)) bounded
                """) ?? 0
        return BoundedCount(counted: counted, upTo: bound)
    }

    /// - Throws: `.notFound` for a record that is not there, or is not for this officer.
    package func record(
        _ id: String, of register: RegisterDescription, for officer: Officer
    ) throws -> Record {
        try record(id, of: register, for: officer, seenBy: officer.role)
    }

    func record(
        _ id: String, of register: RegisterDescription, for officer: Officer, seenBy role: Role?
    ) throws -> Record {
        let found = try row(
            """
            SELECT \(RegisterSQL.columns(of: register, for: role)) FROM \(RegisterSQL.name(register.name)) r
            WHERE \(try RegisterSQL.visible(register, to: officer)) AND r.id = \(id)
            """)
        guard let found else { throw Self.noRecord }
        return RegisterSQL.record(found, of: register)
    }

    /// Whether a record with these values would be in the officer's area.
    package func mayKeep(
        _ register: RegisterDescription, _ cells: [String: Cell], _ officer: Officer
    ) -> Bool {
        guard register.access.writers.contains(officer.role) else { return false }
        guard officer.role == .groupHead, let field = register.access.groupField else {
            return true
        }
        return officer.unit.map { cells[field] == .text($0) } ?? false
    }

    /// Keeps a new record, as `RegisterDescription.read` gave it.
    ///
    /// - Returns: its identifier.
    /// - Throws: `.forbidden` outside the officer's area.
    @discardableResult
    package func addRecord(
        _ cells: [String: Cell], to register: RegisterDescription, by officer: Officer
    ) throws -> String {
        let cells = try settled(cells, of: nil, over: [:], register, officer)
        try requireKeeping(register, cells, officer)
        try requireReferences(cells, register, officer)
        try requireNearby(cells, ward: officer.ward)
        let id = makeIdentifier()
        let names = SQL.joined(register.fields.map { RegisterSQL.name($0.key) }, by: ", ")
        let values = SQL.joined(
            register.fields.map { "\(StoredCell(cell: cells[$0.key] ?? .empty))" }, by: ", ")
        try run(
            """
            INSERT INTO \(RegisterSQL.name(register.name))
                (ward, id, search, created_at, created_by, \(names))
            VALUES (\(officer.ward), \(id), \(Self.searched(cells, register)), \(now),
                \(officer.id), \(values))
            """)
        try setClocks(
            register, id, register.fields.filter { !(cells[$0.key] ?? .empty).isEmpty }, officer)
        try keepLikeness(of: id, in: register, from: nil, to: cells, ward: officer.ward)
        try record(
            "record.add", "\(register.name)/\(id)",
            Self.changes(from: [:], to: cells, register), by: officer)
        try follow(id, of: register, from: [:], to: cells, ward: officer.ward, by: officer)
        return id
    }

    /// - Parameter version: of the record as the person saw it.
    /// - Throws: `.conflict` when it was changed since; `.forbidden` outside the officer's area.
    package func changeRecord(
        _ id: String, to cells: [String: Cell], of register: RegisterDescription, version: Int,
        by officer: Officer
    ) throws {
        let before = try self.record(id, of: register, for: officer, seenBy: nil)
        try register.requireUnlocked(.change, before.cells)
        let cells = try settled(cells, of: id, over: before.cells, register, officer)
        try requireKeeping(register, before.cells, officer)
        try requireKeeping(register, cells, officer)
        try requireReferences(cells, register, officer)
        try requireNearby(cells, before: before.cells, ward: officer.ward)
        let changed = register.fields.filter {
            (before.cells[$0.key] ?? .empty) != (cells[$0.key] ?? .empty)
        }
        guard !changed.isEmpty else { return }
        let sets = SQL.joined(
            changed.map {
                "\(RegisterSQL.name($0.key)) = \(StoredCell(cell: cells[$0.key] ?? .empty))"
            }, by: ", ")
        let count = try run(
            """
            UPDATE \(RegisterSQL.name(register.name))
            SET \(sets), search = \(Self.searched(cells, register)), version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND version = \(version)
                AND ended_at IS NULL
            """)
        guard count > 0 else { throw Problem.changedMeanwhile }
        try setClocks(register, id, changed, officer)
        try keepLikeness(of: id, in: register, from: before.cells, to: cells, ward: officer.ward)
        try record(
            "record.change", "\(register.name)/\(id)",
            Self.changes(from: before.cells, to: cells, register), by: officer)
        try follow(
            id, of: register, from: before.cells, to: cells, ward: officer.ward, by: officer)
    }

    /// Somebody looked, and every field with a period of freshness is still right.
    package func confirmRecord(
        _ id: String, of register: RegisterDescription, by officer: Officer
    ) throws {
        let found = try self.record(id, of: register, for: officer)
        try requireKeeping(register, found.cells, officer)
        let fields = register.fields.filter { !(found.cells[$0.key] ?? .empty).isEmpty }
        try setClocks(register, id, fields, officer)
        try touch(id, of: register, ward: officer.ward)
        try record("record.confirm", "\(register.name)/\(id)", by: officer)
    }

    /// Takes a record out of the register; what was written of it stays in the journal.
    package func endRecord(
        _ id: String, of register: RegisterDescription, version: Int, by officer: Officer
    ) throws {
        let found = try self.record(id, of: register, for: officer, seenBy: nil)
        try requireKeeping(register, found.cells, officer)
        try register.requireUnlocked(.end, found.cells)
        let count = try run(
            """
            UPDATE \(RegisterSQL.name(register.name)) SET ended_at = \(now), version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND version = \(version)
                AND ended_at IS NULL
            """)
        guard count > 0 else { throw Problem.changedMeanwhile }
        try keepLikeness(of: id, in: register, from: found.cells, to: nil, ward: officer.ward)
        try record("record.end", "\(register.name)/\(id)", by: officer)
        try follow(id, of: register, from: found.cells, to: [:], ward: officer.ward, by: officer)
    }

    /// When each field of a record was last confirmed, by key.
    package func clocks(
        of id: String, in register: RegisterDescription, ward: String
    ) throws -> [String: Instant] {
        let found = try rows(
            """
            SELECT field, confirmed_at FROM record_clocks
            WHERE ward = \(ward) AND register = \(register.name) AND record = \(id)
            """)
        return Dictionary(
            uniqueKeysWithValues: found.map { ($0["field"] as String, $0["confirmed_at"]) })
    }

    func setClocks(
        _ register: RegisterDescription, _ id: String, _ fields: [any FieldDescription],
        _ officer: Officer
    ) throws {
        for field in fields where field.freshDays != nil {
            try run(
                """
                INSERT INTO record_clocks
                    (ward, register, record, field, confirmed_at, confirmed_by)
                VALUES (\(officer.ward), \(register.name), \(id), \(field.key), \(now),
                    \(officer.id))
                ON CONFLICT (ward, register, record, field) DO UPDATE
                SET confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by
                """)
        }
    }

    func requireKeeping(
        _ register: RegisterDescription, _ cells: [String: Cell], _ officer: Officer
    ) throws(Problem) {
        guard mayKeep(register, cells, officer) else {
            let isGroup = officer.role == .groupHead
            throw Problem(
                .forbidden,
                isGroup
                    ? "Tổ trưởng chỉ ghi sổ cho tổ dân phố của mình. Hãy chọn đúng tổ."
                    : "Vai trò «\(officer.role.title)» không được ghi sổ này.",
                refusals: isGroup
                    ? (register.access.groupField.map { [$0: "Hãy chọn tổ dân phố của bạn."] }
                        ?? [:])
                    : [:])
        }
    }

    /// What would be kept: fields that the officer does not see stay as they were, and those that
    /// follow from others follow.
    func settled(
        _ cells: [String: Cell], of id: String?, over before: [String: Cell],
        _ register: RegisterDescription, _ officer: Officer
    ) throws -> [String: Cell] {
        var cells = cells
        for field in register.fields
        where !field.isSeen(by: officer.role) || register.kept.contains(field.key) {
            cells[field.key] = before[field.key] ?? .empty
        }
        let derived = try self.derived(cells, of: id, in: register, ward: officer.ward)
        for derivation in register.derivations {
            cells[derivation.key] = derived[derivation.key]?.cell ?? .empty
        }
        return cells
    }

    func requireReferences(
        _ cells: [String: Cell], _ register: RegisterDescription, _ officer: Officer
    ) throws {
        var refusals: [String: String] = [:]
        for field in register.fields {
            guard case .text(let id)? = cells[field.key] else { continue }
            let refusal = "\(field.label): không có mục này, hoặc bạn không được xem."
            switch field.control {
            case .unit(let isGroup):
                let kind: SQL = isGroup ? "kind = 'group'" : "kind <> 'set'"
                let isThere: Int? = try value(
                    """
                    SELECT 1 AS value FROM units
                    WHERE ward = \(officer.ward) AND id = \(id) AND \(kind) AND ended_at IS NULL
                    """)
                if isThere == nil { refusals[field.key] = refusal }
            case .record(let name):
                guard let target = Registers.named(name) else { continue }
                let isThere: Int? = try value(
                    """
                    SELECT 1 AS value FROM \(RegisterSQL.name(name)) r
                    WHERE \(try RegisterSQL.visible(target, to: officer)) AND r.id = \(id)
                    """)
                if isThere == nil { refusals[field.key] = refusal }
            case .line, .lines, .integer, .real, .day, .moment, .flag, .choice, .shape: continue
            }
        }
        guard refusals.isEmpty else {
            throw Problem(
                .invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
    }

    /// What words are looked for in: the texts of the record, the name first, so that lists sort.
    static func searched(
        _ cells: [String: Cell], _ register: RegisterDescription
    ) -> String {
        let texts = register.fields.compactMap { field -> String? in
            // What not everybody sees cannot be searched for either.
            guard field.seenBy == nil else { return nil }
            return switch field.control {
            case .line: cells[field.key]?.plain
            case .choice: cells[field.key].map(field.shown)
            case .lines, .integer, .real, .day, .moment, .flag, .unit, .record, .shape: nil
            }
        }
        return folded(texts.filter { !$0.isEmpty }.joined(separator: " "))
    }

    static func changes(
        from before: [String: Cell], to after: [String: Cell], _ register: RegisterDescription
    ) -> [JournalChange] {
        register.fields.compactMap { field in
            let (old, new) = (before[field.key] ?? .empty, after[field.key] ?? .empty)
            guard old != new else { return nil }
            return JournalChange(
                field.key, from: old.isEmpty ? nil : old.plain, to: new.isEmpty ? nil : new.plain)
        }
    }

    static var noRecord: Problem {
        Problem(.notFound, "Sổ không có mục này, hoặc bạn không được xem.")
    }
}
