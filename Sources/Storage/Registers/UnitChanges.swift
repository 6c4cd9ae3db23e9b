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
        var changes: [UnitChange] = []
        var current: Set<String> = []
        if let name = address.ward.map({ folded("\($0.kind ?? "") \($0.name)") }) {
            changes = try rows(
                """
                SELECT * FROM unit_changes WHERE ward = \(ward) AND old_folded = \(name)
                ORDER BY new_code
                """
            ).map(UnitChange.init)
            let provinces = try rows(
                """
                SELECT DISTINCT province FROM unit_changes
                WHERE ward = \(ward) AND new_folded = \(name)
                """)
            current = Set(provinces.map { $0["province"] })
        }
        let province: String
        if let known = rules.provinces[ward] {
            province = known
        } else {
            province =
                try value("SELECT province AS value FROM wards WHERE code = \(ward)") ?? ""
            rules.provinces[ward] = province
        }
        return try AddressAdvice.make(
            for: written, changes: changes, current: current,
            provinces: {
                Set(
                    try rows(
                        "SELECT DISTINCT province FROM unit_changes WHERE ward = \(ward)"
                    ).map { $0["province"] })
            }, home: (ward, province))
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
