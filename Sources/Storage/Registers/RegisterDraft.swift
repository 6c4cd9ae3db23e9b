package import Domain

extension Transaction {
    /// The statements that bring a register's table to its declaration: a new table, or the columns
    /// that it lacks; nil when nothing is missing.
    ///
    /// A column of an existing table may be empty, as its records have no value yet; what a record
    /// cannot be kept without is then asked for by the form alone.
    package func draftedMigration(of register: RegisterDescription) throws -> String? {
        let found = try columnNames(ofTable: register.name)
        guard !found.isEmpty else {
            return Self.table(register) + WordIndex.draft(of: register.name, connection.dialect)
        }
        let missing = register.fields.filter { !found.contains($0.key) }
        guard !missing.isEmpty else { return nil }
        return missing.map { field in
            "ALTER TABLE \(register.name) ADD COLUMN \(field.key) \(Self.type(of: field));"
        }.joined(separator: "\n")
    }

    private func columnNames(ofTable table: String) throws -> Set<String> {
        let names: [Row] =
            switch connection.dialect {
            case .sqlite: try rows("SELECT name FROM pragma_table_info(\(table))")
            case .postgres:
                try rows(
                    """
                    SELECT column_name AS name FROM information_schema.columns
                    WHERE table_schema = current_schema() AND table_name = \(table)
                    """)
            }
        return Set(names.map { $0["name"] as String })
    }

    private static func table(_ register: RegisterDescription) -> String {
        var lines = ["ward TEXT NOT NULL REFERENCES wards (code)", "id TEXT NOT NULL"]
        lines += register.fields.map { field in
            "\(field.key) \(type(of: field))" + (field.isRequired ? " NOT NULL" : "")
        }
        lines += [
            "search TEXT NOT NULL", "created_at BIGINT NOT NULL", "created_by TEXT NOT NULL",
            "ended_at BIGINT", "version INTEGER NOT NULL DEFAULT 1",
            "CONSTRAINT \(register.name)_key PRIMARY KEY (ward, id)",
        ]
        var indexes = ""
        for field in register.fields {
            let target: String
            switch field.control {
            case .unit: target = "units"
            case .record(let register): target = register
            case .line, .lines, .integer, .real, .day, .moment, .flag, .choice, .shape: continue
            }
            lines.append(
                "CONSTRAINT \(register.name)_\(field.key) FOREIGN KEY (ward, \(field.key)) REFERENCES \(target) (ward, id)"
            )
            guard target != "units" else { continue }
            indexes += """


                CREATE INDEX \(register.name)_by_\(field.key) ON \(register.name) (ward, \(field.key))
                    WHERE \(field.key) IS NOT NULL;
                """
        }
        return """
            -- \(register.title).
            CREATE TABLE \(register.name) (
                \(lines.joined(separator: ",\n    "))
            );

            CREATE INDEX \(register.name)_by_search ON \(register.name) (ward, search, id)
                WHERE ended_at IS NULL;
            """ + indexes
    }

    private static func type(of field: any FieldDescription) -> String {
        switch field.control {
        case .line, .lines, .day, .moment, .choice, .unit, .record, .shape: "TEXT"
        case .integer: "BIGINT"
        case .flag: "INTEGER"
        case .real: "DOUBLE PRECISION"
        }
    }
}
