import Domain

/// Descriptions of registers as parts of statements.
enum RegisterSQL {
    /// A table's or a field's name; both are constants of the program, and a test holds them to
    /// small letters, digits and `_`.
    static func name(_ key: String) -> SQL {
        precondition(
            key.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
            })
        return SQL(stringLiteral: key)
    }

    /// - Parameter role: of who reads; nil for the program itself, which sees every field.
    static func columns(of register: RegisterDescription, for role: Role?) -> SQL {
        columns(register.fields, for: role)
    }

    static func columns(_ fields: [any FieldDescription], for role: Role?) -> SQL {
        let fields: [SQL] = fields.map { field in
            role.map(field.isSeen) ?? true
                ? "r.\(name(field.key))" : "NULL AS \(name(field.key))"
        }
        return SQL.joined(["r.id", "r.version"] + fields, by: ", ")
    }

    static func record(_ row: Row, of register: RegisterDescription) -> Record {
        record(row, register.fields)
    }

    static func record(_ row: Row, _ fields: [any FieldDescription]) -> Record {
        // The columns of fields stand together, and a look for each by its name takes long.
        let first = fields.first.flatMap { row.columns.firstIndex(of: $0.key) } ?? 0
        precondition(fields.last.map { row.columns[first + fields.count - 1] == $0.key } ?? true)
        let cells = fields.enumerated().map { place, field in
            (field.key, StoredCell(sqlValue: row.values[first + place])?.cell ?? .empty)
        }
        return Record(
            id: row["id"], version: row["version"],
            cells: Dictionary(uniqueKeysWithValues: cells))
    }

    static func condition(_ condition: Condition) -> SQL {
        switch condition {
        case .equals(let key, let cell): "r.\(name(key)) = \(StoredCell(cell: cell))"
        case .isEmpty(let key): "r.\(name(key)) IS NULL"
        case .atLeast(let key, let cell): "r.\(name(key)) >= \(StoredCell(cell: cell))"
        case .below(let key, let cell): "r.\(name(key)) < \(StoredCell(cell: cell))"
        case .exceeds(let key, let other): "r.\(name(key)) > r.\(name(other))"
        case .all(let parts): SQL.all(parts.map(Self.condition))
        case .any(let parts): any(parts.map(Self.condition))
        // What cannot be compared does not hold, and its opposite does.
        case .not(let part):
            "CASE WHEN (\(Self.condition(part))) THEN 0 ELSE 1 END = 1"
        }
    }

    /// The records with a gap of a kind, as they are scored.
    static func gap(_ kind: RecordGap.Kind, _ register: RegisterDescription, _ today: Day) -> SQL {
        let lacks: SQL =
            switch kind {
            case .correct: "s.correct < 100"
            case .complete: "s.complete < 100"
            case .clean: "s.clean < 100"
            case .fresh: "(s.fresh < 100 OR s.changes_on <= \(today))"
            }
        return """
            EXISTS (SELECT 1 FROM record_scores s
                WHERE s.ward = r.ward AND s.register = \(register.name) AND s.record = r.id
                    AND \(lacks))
            """
    }

    private static func any(_ parts: [SQL]) -> SQL {
        parts.isEmpty ? "1 = 0" : SQL.joined(parts.map { "(\($0))" }, by: " OR ")
    }

    /// The records that the officer may see.
    static func visible(_ register: RegisterDescription, to officer: Officer) throws -> SQL {
        guard register.access.readers.contains(officer.role) else { throw noRegister }
        var conditions: [SQL] = ["r.ward = \(officer.ward)", "r.ended_at IS NULL"]
        if officer.role == .groupHead, let field = register.access.groupField {
            conditions.append("r.\(name(field)) = \(officer.unit ?? "")")
        }
        return SQL.all(conditions)
    }

    static var noRegister: Problem {
        Problem(.notFound, "Không có sổ này, hoặc bạn không được xem.")
    }
}

/// A cell as a value of a statement.
struct StoredCell: SQLConvertible {
    let cell: Cell

    init(cell: Cell) { self.cell = cell }

    init?(sqlValue: SQLValue) {
        switch sqlValue {
        case .null: cell = .empty
        case .integer(let number): cell = .integer(Int(number))
        case .real(let number): cell = .real(number)
        case .text(let text): cell = .text(text)
        case .blob: return nil
        }
    }

    var sqlValue: SQLValue {
        switch cell {
        case .empty: .null
        case .text(let text): .text(text)
        case .integer(let number): .integer(Int64(number))
        case .real(let number): .real(number)
        }
    }
}
