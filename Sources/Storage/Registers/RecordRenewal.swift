package import Domain

/// Going over all records of a register where what is kept of them was made by other rules.
package enum RecordRenewal: String, Sendable {
    case keys = "record_key_rules"
    case scores = "record_score_rules"

    private var table: SQL { RegisterSQL.name(rawValue) }

    /// By which rules this program makes it.
    private func rules(of register: RegisterDescription) -> String {
        switch self {
        case .keys: register.likeness.rules
        case .scores: register.scoreRules
        }
    }

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

    /// Registers of all wards where something is to be made anew: one look at the whole store.
    func due(_ tx: Transaction) throws -> [RegisterOfWard] {
        let asked = Registers.all.map {
            "(CAST(\($0.name) AS TEXT), CAST(\(rules(of: $0)) AS TEXT))" as SQL
        }
        return try tx.rows(
            """
            WITH asked (register, rules) AS (VALUES \(SQL.joined(asked, by: ", ")))
            SELECT w.code, a.register FROM wards w CROSS JOIN asked a
            WHERE NOT EXISTS (
                SELECT 1 FROM \(table) m
                WHERE m.ward = w.code AND m.register = a.register AND m.rules = a.rules
                    AND m.made_through IS NULL)
            ORDER BY w.code, a.register
            """
        ).compactMap { row in
            Registers.named(row["register"]).map { RegisterOfWard(ward: row["code"], register: $0) }
        }
    }

    /// Says of registers in which a ward never kept anything that all is made: most registers of most
    /// wards, which would take a transaction each.
    func passEmpty(_ registers: [RegisterDescription], _ tx: Transaction) throws {
        for register in registers {
            let (name, rules) = (register.name, rules(of: register))
            try tx.run(
                """
                INSERT INTO \(table) (ward, register, rules, made_through)
                SELECT w.code, CAST(\(name) AS TEXT), CAST(\(rules) AS TEXT), NULL
                FROM wards w
                WHERE NOT EXISTS (SELECT 1 FROM \(RegisterSQL.name(name)) r WHERE r.ward = w.code)
                    AND NOT EXISTS (
                        SELECT 1 FROM \(table) m
                        WHERE m.ward = w.code AND m.register = \(name) AND m.rules = \(rules)
                            AND m.made_through IS NULL)
                ON CONFLICT (ward, register) DO UPDATE
                SET rules = excluded.rules, made_through = excluded.made_through
                """)
        }
    }
}

/// One register as one ward keeps it.
package struct RegisterOfWard: Sendable {
    package let ward: String
    package let register: RegisterDescription
}

extension Database {
    /// Registers of all wards whose keys, or scores, are to be made anew.
    package func registersDue(for renewal: RecordRenewal) async throws -> [RegisterOfWard] {
        let due = try await read { try renewal.due($0) }
        if due.isEmpty { return [] }
        let names = Set(due.map(\.register.name))
        try await write {
            try renewal.passEmpty(Registers.all.filter { names.contains($0.name) }, $0)
        }
        return try await read { try renewal.due($0) }
    }
}
