package import Domain

extension Transaction {
    /// The fields of a record that follow from others, with why, by key; not there where nothing
    /// follows.
    ///
    /// - Parameter id: of the record; nil: it is not kept yet.
    package func derived(
        _ cells: [String: Cell], of id: String?, in register: RegisterDescription, ward: String
    ) throws -> [String: Derivation.Value] {
        var values: [String: Derivation.Value] = [:]
        var cells = cells
        for derivation in register.derivations {
            let records = try read(by: derivation, cells, of: id, in: register, ward: ward)
            let value = derivation.derive(cells, records, today)
            values[derivation.key] = value
            cells[derivation.key] = value?.cell ?? .empty
        }
        return values
    }

    private func read(
        by derivation: Derivation, _ cells: [String: Cell], of id: String?,
        in register: RegisterDescription, ward: String
    ) throws -> [Record] {
        switch derivation.source {
        case .none: return []
        case .rules(let name):
            guard let register = Registers.named(name) else { return [] }
            let key = "\(ward)/\(name)"
            if let known = rules.records[key] { return known }
            let found = try kept(in: register, ward: ward)
            rules.records[key] = found
            return found
        case .children(let name, let field):
            guard let id, let other = Registers.named(name) else { return [] }
            return try kept(in: other, ward: ward, where: "r.\(RegisterSQL.name(field)) = \(id)")
        case .owner(let field):
            guard case .record(let name)? = register.field(field)?.control,
                let other = Registers.named(name), case .text(let owner)? = cells[field]
            else { return [] }
            return try kept(in: other, ward: ward, where: "r.id = \(owner)")
        }
    }

    /// Records as the program itself sees them, whoever asks.
    func kept(
        in register: RegisterDescription, ward: String, where condition: SQL = "1 = 1",
        limit: Int = Int(Int32.max)
    ) throws -> [Record] {
        try rows(
            """
            SELECT \(RegisterSQL.columns(of: register, for: nil))
            FROM \(RegisterSQL.name(register.name)) r
            WHERE r.ward = \(ward) AND r.ended_at IS NULL AND \(condition) ORDER BY r.id
            LIMIT \(limit)
            """
        ).map { RegisterSQL.record($0, of: register) }
    }

    /// Records that are derived anew in one transaction: others wait to write meanwhile.
    package static var rederivedAtOnce: Int { 100 }

    /// Registers of which a ward keeps records that follow from rules or days: one look.
    package func registersToDerive(ward: String) throws -> [RegisterDescription] {
        let asked = Registers.all.filter { !$0.derivations.isEmpty }.map { register in
            """
            SELECT CAST(\(register.name) AS TEXT) AS name WHERE EXISTS (
                SELECT 1 FROM \(RegisterSQL.name(register.name))
                WHERE ward = \(ward) AND ended_at IS NULL)
            """ as SQL
        }
        let found = Set(
            try rows("\(SQL.joined(asked, by: " UNION ALL "))").map { $0["name"] as String })
        return Registers.all.filter { found.contains($0.name) }
    }

    /// Derives the next records of a register anew, as when a rule came into force by its date.
    ///
    /// - Parameter after: what the call before returned; nil: the first.
    /// - Returns: where to go on; nil when all are done.
    package func rederive(
        _ register: RegisterDescription, ward: String, after: String?
    ) throws -> String? {
        let records = try kept(
            in: register, ward: ward, where: "r.id > \(after ?? "")", limit: Self.rederivedAtOnce)
        try rederive(records, of: register, ward: ward, by: nil)
        return records.count < Self.rederivedAtOnce ? nil : records.last?.id
    }

    /// Derives one record anew, as when others came to name it.
    func rederive(
        _ id: String, of register: RegisterDescription, ward: String, by officer: Officer
    ) throws {
        try rederive(
            try kept(in: register, ward: ward, where: "r.id = \(id)"), of: register, ward: ward,
            by: officer)
    }

    private func rederive(
        _ records: [Record], of register: RegisterDescription, ward: String, by officer: Officer?
    ) throws {
        for record in records {
            try keep(
                record.cells, over: record, of: register, verb: "record.rederive", ward: ward,
                by: officer)
        }
    }

    /// Sets fields that nobody types: what a verb of the register keeps, and what follows.
    func keep(
        _ set: [String: Cell], over record: Record, of register: RegisterDescription,
        verb: String, with more: [JournalChange] = [], ward: String, by officer: Officer?
    ) throws {
        let derived = try self.derived(set, of: record.id, in: register, ward: ward)
        var cells = set
        for derivation in register.derivations {
            cells[derivation.key] = derived[derivation.key]?.cell ?? .empty
        }
        let changed = register.fields.filter {
            (record.cells[$0.key] ?? .empty) != (cells[$0.key] ?? .empty)
        }
        guard !changed.isEmpty else { return }
        let sets = changed.map { field -> SQL in
            "\(RegisterSQL.name(field.key)) = \(StoredCell(cell: cells[field.key] ?? .empty))"
        }
        let count = try run(
            """
            UPDATE \(RegisterSQL.name(register.name))
            SET \(SQL.joined(sets, by: ", ")), search = \(Self.searched(cells, register)),
                version = version + 1
            WHERE ward = \(ward) AND id = \(record.id) AND version = \(record.version)
                AND ended_at IS NULL
            """)
        guard count > 0 else { throw Problem.changedMeanwhile }
        try touch(record.id, of: register, ward: ward)
        try self.record(
            verb, "\(register.name)/\(record.id)",
            Self.changes(from: record.cells, to: cells, register) + more, ward: ward,
            account: officer?.id, origin: officer?.origin ?? "job")
        try follow(
            record.id, of: register, from: record.cells, to: cells, ward: ward, by: officer)
    }

    /// Carries a change of one record to those that follow from it.
    func follow(
        _ id: String, of register: RegisterDescription, from before: [String: Cell],
        to after: [String: Cell], ward: String, by officer: Officer?
    ) throws {
        rules.records["\(ward)/\(register.name)"] = nil
        for other in Registers.all {
            var conditions: [SQL] = []
            for derivation in other.derivations {
                switch derivation.source {
                case .rules(register.name): conditions.append("1 = 1")
                case .children(register.name, let field):
                    for owner in [before[field], after[field]] {
                        if case .text(let owner)? = owner { conditions.append("r.id = \(owner)") }
                    }
                case .owner(let field)
                where other.field(field)?.control == .record(register: register.name):
                    conditions.append("r.\(RegisterSQL.name(field)) = \(id)")
                case .none, .rules, .children, .owner: continue
                }
            }
            guard !conditions.isEmpty else { continue }
            let touched = SQL.joined(conditions.map { "(\($0))" }, by: " OR ")
            try rederive(
                try kept(in: other, ward: ward, where: "(\(touched))"), of: other, ward: ward,
                by: officer)
        }
    }
}

/// The records of rules that a transaction read already: every record that it keeps asks them.
final class RuleCache {
    /// By ward and register.
    var records: [String: [Record]] = [:]
    /// By the code of the ward.
    var names: [String: WardNames] = [:]
}
