package import Domain

extension Transaction {
    /// What would become of the rows of a sheet now.
    ///
    /// - Parameter id: the import, whose questions were answered.
    package func judged(
        _ rows: [Sheet.Row], _ columns: SheetColumns, of register: RegisterDescription,
        for officer: Officer, answering id: String? = nil,
        _ told: (_ judged: Int) -> Void = { _ in }
    ) throws -> [ImportedRow] {
        var judge = RowJudge(
            register, columns, boundaries: try boundaries(officer.ward),
            answers: try id.map { try importAnswers(to: $0, ward: officer.ward) } ?? [:])
        let known = try RecordLookups(self, register, officer).known
        var judged: [ImportedRow] = []
        for batch in Self.batches(of: rows.dropFirst(columns.headRows)) {
            judged += try judge.judge(batch, by: known)
            told(judged.count)
        }
        return judged
    }

    /// The same for a sheet that is too long to be held; nothing is kept, and nobody waits.
    ///
    /// - Parameters:
    ///   - told: of every batch, and of all so far.
    ///   - next: the next rows below the heads; nil after the last.
    package func tryImport(
        _ columns: SheetColumns, of register: RegisterDescription, for officer: Officer,
        _ told: ([ImportedRow], ImportTally) -> Void, _ next: () throws -> [Sheet.Row]?
    ) throws -> ImportTally {
        try requireWriter(of: register, officer)
        var judge = RowJudge(register, columns, boundaries: try boundaries(officer.ward))
        let known = try RecordLookups(self, register, officer).known
        var tally = ImportTally()
        while let rows = try next() {
            let judged = try judge.judge(rows, by: known)
            tally.add(judged)
            told(judged, tally)
        }
        return tally
    }

    /// Rows that are judged, and taken in, at once.
    package static var importedAtOnce: Int { 500 }

    static func batches(of rows: ArraySlice<Sheet.Row>) -> [[Sheet.Row]] {
        stride(from: rows.startIndex, to: rows.endIndex, by: importedAtOnce).map {
            Array(rows[$0..<min($0 + importedAtOnce, rows.endIndex)])
        }
    }

    /// Takes the good rows of a sheet into the register, all or none; bad ones stay outside, told.
    ///
    /// - Parameter seen: how many rows the person saw that would be added and changed.
    /// - Throws: `.conflict` when the register changed since, so that other rows would be.
    package func applyImport(
        _ id: String, _ sheet: [Sheet.Row], _ columns: SheetColumns,
        of register: RegisterDescription, seen: (added: Int, changed: Int), by officer: Officer,
        _ told: (_ judged: Int) -> Void = { _ in }
    ) throws {
        var batches = Self.batches(of: sheet.dropFirst(columns.headRows)).makeIterator()
        try applyImport(
            id, columns, of: register, seen: seen, by: officer, { told($1.total) },
            { batches.next() })
    }

    /// The same for a sheet that is too long to be held, given some rows at a time.
    ///
    /// - Parameters:
    ///   - seen: nil: nobody looked before.
    ///   - told: of every batch, and of all so far.
    ///   - next: the next rows below the heads; nil after the last.
    package func applyImport(
        _ id: String, _ columns: SheetColumns, of register: RegisterDescription,
        seen: (added: Int, changed: Int)?, by officer: Officer,
        _ told: ([ImportedRow], ImportTally) -> Void, _ next: () throws -> [Sheet.Row]?
    ) throws {
        let found = try recordImport(id, of: register, for: officer)
        guard found.state == .waiting else { throw Self.importIsOver }
        var judge = RowJudge(
            register, columns, boundaries: try boundaries(officer.ward),
            answers: try importAnswers(to: id, ward: officer.ward))
        let known = try RecordLookups(self, register, officer).known
        let intake = RecordIntake(self, register, officer)
        var tally = ImportTally()
        while let rows = try next() {
            let judged = try judge.judge(rows, by: known)
            try take(judged, of: id, by: intake)
            tally.add(judged)
            told(judged, tally)
        }
        let (added, changed) = (tally[.added], tally[.changed])
        guard seen == nil || seen?.added == added && seen?.changed == changed else {
            throw Problem(
                .conflict,
                "Sổ vừa được người khác sửa, nên kết quả nhập đã khác. Hãy xem lại rồi nhập.")
        }
        guard added + changed > 0 else {
            throw Problem(.invalid, "Không có dòng nào để nhập. Hãy sửa tệp hoặc ghép lại cột.")
        }
        try run(
            """
            UPDATE record_imports
            SET state = 'applied', applied_at = \(now), added = \(added), changed = \(changed),
                same = \(tally[.same]), rejected = \(tally[.rejected] + tally[.asked])
            WHERE ward = \(officer.ward) AND id = \(id)
            """)
        try record(
            "record.import", "imports/\(id)",
            [
                JournalChange("register", to: register.name),
                JournalChange("added", to: "\(added)"), JournalChange("changed", to: "\(changed)"),
            ], by: officer)
    }

    private func take(_ rows: [ImportedRow], of id: String, by intake: RecordIntake) throws {
        let (register, officer) = (intake.register, intake.officer)
        // A row that somebody said is another thing looks like one: its pairs are kept.
        let isPlain = { (row: ImportedRow) in
            row.verdict == .added && row.likely == nil && row.neighbour == nil
        }
        let ids = try intake.add(rows.filter(isPlain))
        var added = ids.makeIterator()
        var kept: [[SQLValue]] = []
        for row in rows {
            var record: (id: String, version: Int)?
            var before: String?
            switch row.verdict {
            case .same: continue
            case .added:
                let id =
                    isPlain(row)
                    ? added.next() ?? ""
                    : try addRecord(row.cells, to: register, by: officer)
                record = (id, 1)
            case .changed:
                guard let old = row.record else { continue }
                try changeRecord(
                    old.id, to: row.cells, of: register, version: old.version, by: officer)
                record = (old.id, old.version + 1)
                before = try StoredJSON.text(old.cells.mapValues(\.plain))
            case .rejected, .asked: break
            }
            let reasons = row.verdict == .asked ? [Self.unanswered(row, register)] : row.reasons
            let verdict = row.verdict == .asked ? .rejected : row.verdict
            let told: SQLValue =
                reasons.isEmpty ? .null : .text(reasons.joined(separator: "\n"))
            let line: [SQLValue] = [
                .text(officer.ward), .text(id), .integer(Int64(row.number)),
                .text(verdict.rawValue), .text(row.title), (record?.id).sqlValue,
                (record?.version).sqlValue, before.sqlValue, told,
            ]
            kept.append(line)
        }
        try insert(
            kept, into: "record_import_rows",
            [
                "ward", "import", "line", "verdict", "title", "record", "version", "before",
                "reasons",
            ])
    }

    private static func unanswered(_ row: ImportedRow, _ register: RegisterDescription) -> String {
        if let likely = row.likely {
            let name = register.label(of: likely.record.cells)
            return
                "Có thể là «\(name)» đã có trong sổ (\(register.reason(likely.judgement))); chưa ai trả lời nên chưa nhập."
        }
        guard let neighbour = row.neighbour else { return "" }
        return
            "Có thể là một với dòng \(neighbour.number) của tệp (\(register.reason(neighbour.judgement))); chưa ai trả lời nên chưa nhập."
    }
}
