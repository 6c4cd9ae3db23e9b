/// What would become of one row of a sheet, told before anything is kept.
package struct ImportedRow: Sendable, Equatable {
    package enum Verdict: String, Sendable, CaseIterable {
        case added, changed, same, rejected
        /// It looks like a record, and a person must say whether it is that one.
        case asked
    }

    /// As the person's own program numbers it.
    package let number: Int
    package let verdict: Verdict
    /// The record that it changes, or is the same as.
    package let record: Record?
    /// Of every field; empty when rejected.
    package let cells: [String: Cell]
    /// Why it was rejected: sentences that name the column.
    package let reasons: [String]

    /// The texts of the row that name it, for a list of rows.
    package let title: String
    /// The record that it looks like, where it does not name one.
    package let likely: LikelyRecord?
    package let answer: ImportAnswer?
}

/// Judges the rows of a sheet against a register.
package struct RowJudge {
    private let register: RegisterDescription
    private let columns: SheetColumns
    private let name: (String, any FieldDescription) throws -> NamedCell
    private let mayKeep: ([String: Cell]) -> Bool
    private let answers: [Int: ImportAnswer]
    private let existing: [Record]
    private let boundaries: Boundaries?
    private lazy var twins = SheetTwins(existing, register.likeness)
    private var byID: [String: Record] = [:]
    private var byIdentity: [String: Record] = [:]
    /// Lines of the sheet that were taken, by record or identity.
    private var lines: [String: Int] = [:]

    /// - Parameters:
    ///   - existing: the records that the officer may see.
    ///   - boundaries: outside of which a place is refused; nil: none were drawn.
    ///   - name: what a name in a cell of units or records means.
    ///   - answers: what a person said of rows that look like records, by their numbers.
    ///   - mayKeep: whether the officer may keep a record with these cells.
    package init(
        _ register: RegisterDescription, _ columns: SheetColumns, existing: [Record],
        boundaries: Boundaries? = nil, answers: [Int: ImportAnswer] = [:],
        name: @escaping (String, any FieldDescription) throws -> NamedCell,
        mayKeep: @escaping ([String: Cell]) -> Bool
    ) {
        self.register = register
        self.columns = columns
        self.name = name
        self.mayKeep = mayKeep
        self.answers = answers
        self.existing = existing
        self.boundaries = boundaries
        for record in existing {
            byID[record.id] = record
            if let key = register.identity(of: record.cells) { byIdentity[key] = record }
        }
    }

    /// The rows below the heads; titles between them, numbers of columns and totals are left out.
    package mutating func judge(_ rows: [Sheet.Row]) throws -> [ImportedRow] {
        try rows.dropFirst(columns.headRows).filter { !isIdle($0) }.map { try judge($0) }
    }

    private func isIdle(_ row: Sheet.Row) -> Bool {
        let written = row.cells.enumerated().filter { !$0.element.isEmpty }
        let distinct = Set(written.map(\.element))
        if distinct.count <= 1, columns.keys.count > 1 { return true }
        let words = written.map { folded($0.element) }
        // "(1) (2) (3)" below the heads.
        let isNumbers = words.enumerated().allSatisfy { index, word in
            Int(word.filter { $0 != "(" && $0 != ")" }).map { abs($0 - index - 1) <= 1 } ?? false
        }
        return isNumbers || ["tong", "tong cong", "tong so", "cong"].contains(words[0])
    }

    private mutating func judge(_ row: Sheet.Row) throws -> ImportedRow {
        var texts: [String: String] = [:]
        for (column, key) in columns.keys where column < row.cells.count {
            texts[key] = row.cells[column]
        }
        var reasons: [String] = []
        for field in register.entered where field.isReference {
            guard let text = texts[field.key], !text.isEmpty else { continue }
            switch try name(text, field) {
            case .found(let id): texts[field.key] = id
            case .refused(let reason):
                texts[field.key] = nil
                reasons.append("\(field.label): \(reason)")
            }
        }
        let named = match(texts)
        let answer = named == nil ? answers[row.number] : nil
        var before = named
        if case .same(let id)? = answer { before = byID[id] }
        let (whole, refusals) = read(texts, over: before?.cells ?? [:])
        reasons += refusals
        if let boundaries {
            reasons += boundaries.refusals(of: whole, before: before?.cells ?? [:]).values.sorted()
        }
        if before == nil {
            for field in register.entered where field.isRequired && texts[field.key] == nil {
                let reason = "\(field.label): tệp không có cột này, hoặc cột chưa được ghép."
                if !columns.keys.values.contains(field.key) { reasons.append(reason) }
            }
        }
        let key = before.map { "=" + $0.id } ?? register.identity(of: whole)
        if let key, reasons.isEmpty {
            if let line = lines[key] {
                reasons.append("Trùng với dòng \(line) của tệp. Hãy giữ một dòng.")
            } else {
                lines[key] = row.number
            }
        }
        if reasons.isEmpty, !mayKeep(whole) || before.map({ !mayKeep($0.cells) }) == true {
            reasons.append(
                "Dòng này không thuộc địa bàn bạn được ghi. Hãy bỏ dòng, hoặc nhờ người phụ trách.")
        }
        let likely = reasons.isEmpty && named == nil ? twins.likely(whole) : nil
        let title = register.identity.compactMap { texts[$0] }.filter { !$0.isEmpty }
        let verdict: ImportedRow.Verdict =
            !reasons.isEmpty
            ? .rejected
            : before.map { isSame($0, whole) ? .same : .changed }
                ?? (likely != nil && answer == nil ? .asked : .added)
        return ImportedRow(
            number: row.number, verdict: verdict, record: before,
            cells: verdict == .rejected ? [:] : whole, reasons: reasons,
            title: title.isEmpty
                ? row.cells.filter { !$0.isEmpty }.prefix(2).joined(separator: ", ")
                : title.joined(separator: ", "),
            likely: likely, answer: answer)
    }

    /// What the sheet says over what is known: an empty cell takes nothing away, since offices
    /// leave out what they do not know.
    private func read(
        _ texts: [String: String], over known: [String: Cell]
    ) -> ([String: Cell], [String]) {
        var cells: [String: Cell] = [:]
        var refusals: [String] = []
        for field in register.entered {
            let text = texts[field.key] ?? ""
            let isMapped = columns.keys.values.contains(field.key)
            if let old = known[field.key], text.isEmpty || !isMapped {
                cells[field.key] = old
                continue
            }
            guard isMapped else {
                cells[field.key] = .empty
                continue
            }
            switch field.read(text) {
            case .success(let cell): cells[field.key] = cell
            case .failure(let refusal):
                // A name that means nothing was refused already.
                if field.isReference { continue }
                refusals.append(refusal.message)
            }
        }
        return (cells, refusals)
    }

    private func match(_ texts: [String: String]) -> Record? {
        if let id = texts[SheetColumns.identifierKey], let record = byID[id] { return record }
        let (cells, _) = read(texts, over: [:])
        return register.identity(of: cells).flatMap { byIdentity[$0] }
    }

    private func isSame(_ record: Record, _ cells: [String: Cell]) -> Bool {
        register.entered.allSatisfy {
            (record.cells[$0.key] ?? .empty) == (cells[$0.key] ?? .empty)
        }
    }
}
