package import Domain

extension Transaction {
    /// Keeps a list of old and new administrative units in place of the one that was kept before.
    package func loadUnitChanges(_ changes: [UnitChange], ward: String) throws {
        try run("DELETE FROM unit_changes WHERE ward = \(ward)")
        for change in changes {
            try run(
                """
                INSERT INTO unit_changes (ward, old_code, old_name, old_folded, new_code, new_name,
                    new_folded, province, is_whole, effective_on, source, loaded_at)
                VALUES (\(ward), \(change.oldCode), \(change.oldName), \(folded(change.oldName)),
                    \(change.newCode), \(change.newName),
                    \(folded(change.newName)), \(change.province),
                    \(change.isWhole ? 1 : 0), \(change.effective), \(change.source), \(now))
                ON CONFLICT (ward, old_code, new_code) DO NOTHING
                """)
        }
        rules.names[ward] = nil
        // What an old address lacks follows from the list.
        try forgetScoreRules(ward: ward)
        try record(
            "unit_changes.load", "wards/\(ward)",
            [
                JournalChange("lines", to: "\(changes.count)"),
                JournalChange("source", to: changes.first?.source),
            ], ward: ward, account: nil, origin: "cli")
    }

    /// How the address of a record may be written instead.
    package func addressAdvice(of record: Record, for officer: Officer) throws -> AddressAdvice? {
        guard case .text(let address)? = record.cells[Likeness.addressKey] else { return nil }
        return try addressAdvice(for: address, ward: officer.ward)
    }

    /// How an address may be written instead, where something is to be proposed.
    package func addressAdvice(for written: String, ward: String) throws -> AddressAdvice? {
        let address = AddressParser.read(written)
        let ward = try wardNames(ward)
        let units = try address.ward.map {
            try ward.units(folded("\($0.kind ?? "") \($0.name)"), self)
        }
        return try AddressAdvice.make(
            for: written, read: address, changes: units?.changes ?? [],
            current: units?.current ?? [], provinces: { try ward.provinces(self) },
            home: (ward.code, ward.province))
    }

    private func wardNames(_ code: String) throws -> WardNames {
        if let known = rules.names[code] { return known }
        let province: String? = try value(
            "SELECT province AS value FROM wards WHERE code = \(code)")
        let names = WardNames(code: code, province: province ?? "")
        rules.names[code] = names
        return names
    }
}

/// What a ward's list of old and new units says of a name; asked once in a transaction.
final class WardNames {
    let code: String
    let province: String
    private var known: [String: (changes: [UnitChange], current: Set<String>)] = [:]
    private var all: Set<String>?

    init(code: String, province: String) {
        self.code = code
        self.province = province
    }

    /// - Returns: what became of units that were called so, and the provinces in which one is now.
    func units(
        _ name: String, _ tx: Transaction
    ) throws -> (changes: [UnitChange], current: Set<String>) {
        if let found = known[name] { return found }
        let changes = try tx.rows(
            """
            SELECT * FROM unit_changes WHERE ward = \(code) AND old_folded = \(name)
            ORDER BY new_code
            """
        ).map(UnitChange.init)
        let current = try provinces(tx, where: "new_folded = \(name)")
        known[name] = (changes, current)
        return (changes, current)
    }

    func provinces(_ tx: Transaction) throws -> Set<String> {
        if let all { return all }
        let found = try provinces(tx, where: "1 = 1")
        all = found
        return found
    }

    private func provinces(_ tx: Transaction, where condition: SQL) throws -> Set<String> {
        let found = try tx.rows(
            "SELECT DISTINCT province FROM unit_changes WHERE ward = \(code) AND \(condition)")
        return Set(found.map { $0["province"] })
    }
}

extension UnitChange {
    fileprivate init(_ row: Row) {
        self.init(
            oldCode: row["old_code"], oldName: row["old_name"], newCode: row["new_code"],
            newName: row["new_name"], province: row["province"],
            isWhole: (row["is_whole"] as Int) != 0, effective: row["effective_on"],
            source: row["source"])
    }
}
