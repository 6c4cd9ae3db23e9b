import Domain

/// A field of a record that names another record; also, of no register, an account of alarms that
/// names its transmitter.
struct RecordReference: Codable, Sendable {
    let register: String
    let field: String
    let record: String
}

extension Transaction {
    /// Lets every record that names one record name another instead: the transmitters of a
    /// facility that was joined into another are that other's. A record that is locked takes part,
    /// since it still names the same thing.
    ///
    /// - Returns: what was moved, to be moved back.
    func moveReferences(
        from old: String, to new: String, of register: RegisterDescription, by officer: Officer
    ) throws -> [RecordReference] {
        var moved: [RecordReference] = []
        for other in Registers.all {
            for field in other.fields(naming: register.name) {
                let found = try rows(
                    """
                    SELECT id FROM \(RegisterSQL.name(other.name))
                    WHERE ward = \(officer.ward) AND \(RegisterSQL.name(field.key)) = \(old)
                        AND ended_at IS NULL ORDER BY id
                    """)
                moved += found.map {
                    RecordReference(register: other.name, field: field.key, record: $0["id"])
                }
            }
        }
        if register.name == Transmitters.description.name {
            moved += try alarmAccounts(of: old, ward: officer.ward)
        }
        try moveReferences(moved, from: old, to: new, by: officer)
        return moved
    }

    /// Moves references that still name the first record.
    func moveReferences(
        _ references: [RecordReference], from old: String, to new: String, by officer: Officer
    ) throws {
        for reference in references {
            guard let register = Registers.named(reference.register) else {
                try moveAlarmAccount(reference.record, from: old, to: new, by: officer)
                continue
            }
            let before = try recordOfWard(reference.record, of: register, ward: officer.ward)
            guard before.cells[reference.field] == .text(old) else { continue }
            let cells = before.cells.merging([reference.field: .text(new)]) { $1 }
            try run(
                """
                UPDATE \(RegisterSQL.name(register.name))
                SET \(RegisterSQL.name(reference.field)) = \(new), version = version + 1
                WHERE ward = \(officer.ward) AND id = \(reference.record)
                """)
            try keepLikeness(
                of: reference.record, in: register, from: before.cells, to: cells,
                ward: officer.ward)
            try follow(
                reference.record, of: register, from: before.cells, to: cells,
                ward: officer.ward, by: officer)
            try record(
                "record.change", "\(register.name)/\(reference.record)",
                [JournalChange(reference.field, from: old, to: new)], by: officer)
        }
    }
}
