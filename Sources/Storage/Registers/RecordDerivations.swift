package import Domain

extension Transaction {
    /// The fields of a record that follow from others, with why, by key; not there where
    /// nothing follows.
    package func derived(
        _ cells: [String: Cell], of register: RegisterDescription, ward: String
    ) throws -> [String: Derivation.Value] {
        var values: [String: Derivation.Value] = [:]
        var cells = cells
        for derivation in register.derivations {
            var rules: [Record] = []
            if let name = derivation.rules, let register = Registers.named(name) {
                rules = try self.rules(of: register, ward: ward)
            }
            let value = derivation.derive(cells, rules, today)
            values[derivation.key] = value
            cells[derivation.key] = value?.cell ?? .empty
        }
        return values
    }

    /// Follows a change of rules in every record that they decide.
    ///
    /// - Parameter officer: who changed the rules; nil: a rule came into force by its date.
    package func rederive(
        _ register: RegisterDescription, ward: String, by officer: Officer?
    ) throws {
        let all = try rows(
            """
            SELECT \(RegisterSQL.columns(of: register, for: nil))
            FROM \(RegisterSQL.name(register.name)) r
            WHERE r.ward = \(ward) AND r.ended_at IS NULL
            """
        ).map { RegisterSQL.record($0, of: register) }
        for record in all {
            let derived = try self.derived(record.cells, of: register, ward: ward)
            let changed = register.derivations.filter {
                (record.cells[$0.key] ?? .empty) != (derived[$0.key]?.cell ?? .empty)
            }
            guard !changed.isEmpty else { continue }
            let sets = changed.map { derivation -> SQL in
                let cell = derived[derivation.key]?.cell ?? .empty
                return "\(RegisterSQL.name(derivation.key)) = \(StoredCell(cell: cell))"
            }
            try run(
                """
                UPDATE \(RegisterSQL.name(register.name))
                SET \(SQL.joined(sets, by: ", ")), version = version + 1
                WHERE ward = \(ward) AND id = \(record.id)
                """)
            let changes = changed.map { derivation in
                let (old, new) = (record.cells[derivation.key], derived[derivation.key]?.cell)
                return JournalChange(derivation.key, from: old?.plain, to: new?.plain)
            }
            try self.record(
                "record.rederive", "\(register.name)/\(record.id)", changes, ward: ward,
                account: officer?.id, origin: officer?.origin ?? "job")
        }
    }

    /// Follows a change of rules in every register that they decide.
    func rederive(following rules: RegisterDescription, by officer: Officer) throws {
        for register in Registers.all
        where register.derivations.contains(where: { $0.rules == rules.name }) {
            try rederive(register, ward: officer.ward, by: officer)
        }
    }

    /// Every record of a register of rules: a few hundred at most.
    private func rules(of register: RegisterDescription, ward: String) throws -> [Record] {
        try rows(
            """
            SELECT \(RegisterSQL.columns(of: register, for: nil))
            FROM \(RegisterSQL.name(register.name)) r
            WHERE r.ward = \(ward) AND r.ended_at IS NULL ORDER BY r.id
            """
        ).map { RegisterSQL.record($0, of: register) }
    }
}
