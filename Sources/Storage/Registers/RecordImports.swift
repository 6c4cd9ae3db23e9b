package import Domain

/// A sheet that was handed in for a register.
package struct RecordImport: Sendable {
    package enum State: String, Sendable, SQLConvertible {
        case waiting, applied, undone, discarded
    }

    package let id: String
    package let register: String
    package let file: String
    package let fileName: String
    package let state: State
    /// Keys of fields by the place of the column; nil: nobody has matched them by hand.
    package let columns: [Int: String]?
    package let added: Int
    package let changed: Int
    package let same: Int
    package let rejected: Int
    package let createdAt: Instant
    package let createdBy: String
    package let appliedAt: Instant?

    /// So long what was imported can be taken back.
    package static let undoDays = 30

    package func isUndoable(on today: Day) -> Bool {
        state == .applied
            && appliedAt.map { today.number - $0.day.number <= Self.undoDays } == true
    }

    static let select: SQL = """
        SELECT i.id, i.register, i.file, f.name AS file_name, i.state, i.columns, i.added, i.changed,
            i.same, i.rejected, i.created_at, i.created_by, i.applied_at
        FROM record_imports i JOIN files f ON f.ward = i.ward AND f.id = i.file
        """

    init(_ row: Row) throws {
        id = row["id"]
        register = row["register"]
        file = row["file"]
        fileName = row["file_name"]
        state = row["state"]
        let columns: String? = row["columns"]
        self.columns = try columns.map { try StoredJSON.value($0) }
        added = row["added"]
        changed = row["changed"]
        same = row["same"]
        rejected = row["rejected"]
        createdAt = row["created_at"]
        createdBy = row["created_by"]
        appliedAt = row["applied_at"]
    }
}

/// What an import that was taken back left as it was.
package struct ImportUndoing: Sendable, Equatable {
    package var undone = 0
    /// Records that somebody changed since, or took out.
    package var kept = 0

    package init(undone: Int = 0, kept: Int = 0) {
        self.undone = undone
        self.kept = kept
    }
}

extension Transaction {
    /// Keeps a sheet until somebody has looked at what would become of it.
    ///
    /// - Returns: identifier of the import.
    package func addImport(
        _ content: [UInt8], fileName: String, mediaType: String, to register: RegisterDescription,
        by officer: Officer
    ) throws -> String {
        try requireWriter(of: register, officer)
        let id = makeIdentifier()
        let file = try addFile(content, name: fileName, mediaType: mediaType, by: officer)
        try run(
            """
            INSERT INTO record_imports (ward, id, register, file, state, created_at, created_by)
            VALUES (\(officer.ward), \(id), \(register.name), \(file),
                \(RecordImport.State.waiting), \(now), \(officer.id))
            """)
        try record(
            "record.readSheet", "imports/\(id)",
            [
                JournalChange("register", to: register.name), JournalChange("file", to: fileName),
            ], by: officer)
        return id
    }

    /// - Throws: `.notFound` for an import of another register, or of another officer's hand where
    ///   the officer sees one residential group alone.
    package func recordImport(
        _ id: String, of register: RegisterDescription, for officer: Officer
    ) throws -> RecordImport {
        try requireWriter(of: register, officer)
        let found = try row(
            """
            \(RecordImport.select)
            WHERE i.ward = \(officer.ward) AND i.id = \(id) AND i.register = \(register.name)
                AND \(Self.mayFollow(officer))
            """)
        guard let found else { throw Problem(.notFound, "Không có lần nhập này.") }
        return try RecordImport(found)
    }

    /// The latest first.
    package func recordImports(
        of register: RegisterDescription, for officer: Officer, limit: Int = 20
    ) throws -> [RecordImport] {
        try requireWriter(of: register, officer)
        return try rows(
            """
            \(RecordImport.select)
            WHERE i.ward = \(officer.ward) AND i.register = \(register.name)
                AND i.state <> 'discarded' AND \(Self.mayFollow(officer))
            ORDER BY i.created_at DESC, i.id LIMIT \(limit)
            """
        ).map(RecordImport.init)
    }

    /// The head of a group sees what it handed in itself.
    private static func mayFollow(_ officer: Officer) -> SQL {
        officer.role == .groupHead ? "i.created_by = \(officer.id)" : "1 = 1"
    }

    /// What heads of columns mean, as people matched them before.
    package func sheetHeads(
        of register: RegisterDescription, ward: String
    ) throws -> [String: String] {
        let found = try rows(
            """
            SELECT head, field FROM sheet_heads
            WHERE ward = \(ward) AND register = \(register.name)
            """)
        return Dictionary(uniqueKeysWithValues: found.map { ($0["head"] as String, $0["field"]) })
    }

    /// Says which column holds which field, for this sheet and, by their heads, for the next.
    package func matchColumns(
        of id: String, _ columns: SheetColumns, in register: RegisterDescription,
        by officer: Officer
    ) throws {
        let found = try recordImport(id, of: register, for: officer)
        guard found.state == .waiting else { throw Self.importIsOver }
        try run(
            """
            UPDATE record_imports SET columns = \(try StoredJSON.text(columns.keys))
            WHERE ward = \(officer.ward) AND id = \(id)
            """)
        for (column, head) in columns.heads.enumerated() where !folded(head).isEmpty {
            try run(
                """
                INSERT INTO sheet_heads (ward, register, head, field)
                VALUES (\(officer.ward), \(register.name), \(folded(head)),
                    \(columns.keys[column] ?? ""))
                ON CONFLICT (ward, register, head) DO UPDATE SET field = excluded.field
                """)
        }
        try record("record.matchColumns", "imports/\(id)", by: officer)
    }

    /// Puts back what an import did, where nobody touched it since.
    ///
    /// - Throws: `.conflict` when it is too late, or nothing was imported.
    package func undoImport(
        _ id: String, of register: RegisterDescription, by officer: Officer
    ) throws -> ImportUndoing {
        let found = try recordImport(id, of: register, for: officer)
        guard found.isUndoable(on: today) else {
            throw Problem(
                .conflict,
                "Lần nhập này không hoàn tác được nữa: chỉ trong \(RecordImport.undoDays) ngày sau khi nhập, và một lần."
            )
        }
        var result = ImportUndoing()
        var after = 0
        while let lines = try importedLines(of: id, after: after, ward: officer.ward) {
            for line in lines {
                after = line["line"]
                let (record, version): (String, Int) = (line["record"], line["version"])
                let before: String? = line["before"]
                guard try isUntouched(record, at: version, of: register, ward: officer.ward) else {
                    result.kept += 1
                    continue
                }
                if let before {
                    let texts: [String: String] = try StoredJSON.value(before)
                    try changeRecord(
                        record, to: try register.read(texts), of: register, version: version,
                        by: officer)
                } else {
                    try endRecord(record, of: register, version: version, by: officer)
                }
                result.undone += 1
            }
        }
        try run(
            """
            UPDATE record_imports SET state = 'undone', undone_at = \(now)
            WHERE ward = \(officer.ward) AND id = \(id)
            """)
        try record(
            "record.undoImport", "imports/\(id)",
            [
                JournalChange("undone", to: "\(result.undone)"),
                JournalChange("kept", to: "\(result.kept)"),
            ], by: officer)
        return result
    }

    /// The next rows that brought something; nil after the last.
    private func importedLines(of id: String, after line: Int, ward: String) throws -> [Row]? {
        let found = try rows(
            """
            SELECT line, record, version, before FROM record_import_rows
            WHERE ward = \(ward) AND import = \(id) AND line > \(line) AND verdict <> 'rejected'
            ORDER BY line LIMIT \(Self.importedAtOnce)
            """)
        return found.isEmpty ? nil : found
    }

    private func isUntouched(
        _ id: String, at version: Int, of register: RegisterDescription, ward: String
    ) throws -> Bool {
        let current: Int? = try value(
            """
            SELECT version AS value FROM \(RegisterSQL.name(register.name))
            WHERE ward = \(ward) AND id = \(id) AND ended_at IS NULL
            """)
        return current == version
    }

    /// Lays a sheet aside that nobody took in.
    package func discardImport(
        _ id: String, of register: RegisterDescription, by officer: Officer
    ) throws {
        let found = try recordImport(id, of: register, for: officer)
        guard found.state == .waiting else { throw Self.importIsOver }
        try run(
            """
            UPDATE record_imports SET state = 'discarded'
            WHERE ward = \(officer.ward) AND id = \(id)
            """)
        try record("record.discardSheet", "imports/\(id)", by: officer)
    }

    /// The rows that an import refused, with what to do, as they were told then.
    package func rejectedRows(
        of id: String, ward: String
    ) throws -> [(line: Int, title: String, reasons: [String])] {
        try rows(
            """
            SELECT line, title, reasons FROM record_import_rows
            WHERE ward = \(ward) AND import = \(id) AND verdict = 'rejected' ORDER BY line
            """
        ).map { row in
            let reasons: String? = row["reasons"]
            return (
                row["line"], row["title"], reasons?.split(separator: "\n").map(String.init) ?? []
            )
        }
    }

    func requireWriter(
        of register: RegisterDescription, _ officer: Officer
    ) throws(Problem) {
        guard register.access.writers.contains(officer.role) else {
            throw Problem(.forbidden, "Vai trò «\(officer.role.title)» không được ghi sổ này.")
        }
    }

    static var importIsOver: Problem {
        Problem(.conflict, "Tệp này đã được nhập hoặc đã bỏ. Hãy tải tệp lên lại nếu cần.")
    }
}
