/// Judges the rows of a sheet against a register, some at a time: what it keeps of a row that it has judged
/// is a number for its identity and its likeness in some hundred bytes.
package struct RowJudge {
    /// What is known of records; asked once for many rows.
    package struct Known {
        /// The record that a row names by its identifier or by its identity.
        let named: ([(id: String?, identity: String?)]) throws -> [Record?]
        /// The record that rows look like.
        let likely: ([LikenessProfile]) throws -> [LikelyRecord?]
        /// Records made ready for comparing, the dearest of all.
        let profiles: ([[String: Cell]]) -> [LikenessProfile]
        /// What a name in a cell of units or records means.
        let meaning: (String, any FieldDescription) throws -> NamedCell
        /// Whether the officer may keep a record with these cells.
        let mayKeep: ([String: Cell]) -> Bool

        package init(
            named: @escaping ([(id: String?, identity: String?)]) throws -> [Record?],
            likely: @escaping ([LikenessProfile]) throws -> [LikelyRecord?],
            profiles: @escaping ([[String: Cell]]) -> [LikenessProfile],
            meaning: @escaping (String, any FieldDescription) throws -> NamedCell,
            mayKeep: @escaping ([String: Cell]) -> Bool
        ) {
            self.named = named
            self.likely = likely
            self.profiles = profiles
            self.meaning = meaning
            self.mayKeep = mayKeep
        }
    }

    private let register: RegisterDescription
    private let columns: SheetColumns
    private let entered: [any FieldDescription]
    private let mapped: Set<String>
    private let answers: [Int: ImportAnswer]
    private let boundaries: Boundaries?
    private var neighbours: SheetNeighbours
    /// Lines of the sheet that were taken, by record or identity.
    private var lines: [Int64: Int32] = [:]

    /// - Parameters:
    ///   - boundaries: outside of which a place is refused; nil: none were drawn.
    ///   - answers: what a person said of rows that look like others, by their numbers.
    package init(
        _ register: RegisterDescription, _ columns: SheetColumns, boundaries: Boundaries? = nil,
        answers: [Int: ImportAnswer] = [:]
    ) {
        self.register = register
        self.columns = columns
        self.boundaries = boundaries
        self.answers = answers
        entered = register.entered
        mapped = Set(columns.keys.values)
        neighbours = SheetNeighbours(register.likeness)
    }

    /// A row as it was read, before it is compared with anything.
    private struct Reading {
        let row: Sheet.Row
        var texts: [String: String] = [:]
        var reasons: [String] = []
        var named: Record?
        var before: Record?
        var answer: ImportAnswer?
        var cells: [String: Cell] = [:]
        var profile: LikenessProfile?
    }

    /// Rows below the heads; titles between them, numbers of columns and totals are left out.
    package mutating func judge(_ rows: [Sheet.Row], by known: Known) throws -> [ImportedRow] {
        var readings = try rows.filter { !isIdle($0) }.map { try read($0, known) }
        let found = try known.named(
            readings.map { reading in
                (
                    reading.texts[SheetColumns.identifierKey],
                    register.identity(of: reading.cells)
                )
            })
        for place in readings.indices { settle(&readings[place], found[place]) }
        for answered in readings.indices {
            // Whom a person named is a record like any other.
            guard case .same(let id)? = readings[answered].answer else { continue }
            readings[answered].before = try known.named([(id, nil)])[0]
        }
        for place in readings.indices { check(&readings[place], known) }
        let open = readings.indices.filter {
            readings[$0].reasons.isEmpty && readings[$0].named == nil
        }
        for (place, profile) in zip(open, known.profiles(open.map { readings[$0].cells })) {
            readings[place].profile = profile
        }
        let likely = try known.likely(open.compactMap { readings[$0].profile })
        let likelyByPlace = Dictionary(uniqueKeysWithValues: zip(open, likely))
        return readings.enumerated().map { place, reading in
            conclude(reading, likelyByPlace[place] ?? nil)
        }
    }

    private func isIdle(_ row: Sheet.Row) -> Bool {
        let written = row.cells.enumerated().filter { !$0.element.isEmpty }
        guard let first = written.first else { return true }
        if columns.keys.count > 1, written.allSatisfy({ $0.element == first.element }) {
            return true
        }
        // "(1) (2) (3)" below the heads.
        let isNumbers = written.enumerated().allSatisfy { index, cell in
            Int(cell.element.filter { $0 != "(" && $0 != ")" })
                .map { abs($0 - index - 1) <= 1 } ?? false
        }
        return isNumbers
            || ["tong", "tong cong", "tong so", "cong"].contains(folded(first.element))
    }

    private func read(_ row: Sheet.Row, _ known: Known) throws -> Reading {
        var reading = Reading(row: row)
        for (column, key) in columns.keys where column < row.cells.count {
            reading.texts[key] = row.cells[column]
        }
        for field in entered where field.isReference {
            guard let text = reading.texts[field.key], !text.isEmpty else { continue }
            switch try known.meaning(text, field) {
            case .found(let id): reading.texts[field.key] = id
            case .refused(let reason):
                reading.texts[field.key] = nil
                reading.reasons.append("\(field.label): \(reason)")
            }
        }
        reading.cells = self.cells(reading.texts, over: [:]).cells
        return reading
    }

    /// Lays the row over the record that it names.
    private func settle(_ reading: inout Reading, _ named: Record?) {
        reading.named = named
        reading.before = named
        reading.answer = named == nil ? answers[reading.row.number] : nil
    }

    private mutating func check(_ reading: inout Reading, _ known: Known) {
        let (whole, refusals) = cells(reading.texts, over: reading.before?.cells ?? [:])
        reading.cells = whole
        reading.reasons += refusals
        if let boundaries {
            let far = boundaries.refusals(of: whole, before: reading.before?.cells ?? [:])
            reading.reasons += far.values.sorted()
        }
        if reading.before == nil {
            for field in entered
            where field.isRequired && reading.texts[field.key] == nil
                && !mapped.contains(field.key)
            {
                reading.reasons.append(
                    "\(field.label): tệp không có cột này, hoặc cột chưa được ghép.")
            }
        }
        if case .sameRow(let line)? = reading.answer {
            reading.reasons.append("Là một với dòng \(line) của tệp, như bạn đã trả lời.")
        }
        let key = reading.before.map { "=" + $0.id } ?? register.identity(of: whole)
        if let key, reading.reasons.isEmpty {
            let number = LikenessKeys.identity(key)
            if let line = lines[number] {
                reading.reasons.append("Trùng với dòng \(line) của tệp. Hãy giữ một dòng.")
            } else {
                lines[number] = Int32(clamping: reading.row.number)
            }
        }
        let isOwn =
            known.mayKeep(whole) && reading.before.map { known.mayKeep($0.cells) } != false
        if reading.reasons.isEmpty, !isOwn {
            reading.reasons.append(
                "Dòng này không thuộc địa bàn bạn được ghi. Hãy bỏ dòng, hoặc nhờ người phụ trách.")
        }
    }

    private mutating func conclude(_ reading: Reading, _ likely: LikelyRecord?) -> ImportedRow {
        var neighbour: LikelyRow?
        if let profile = reading.profile, reading.before == nil {
            neighbour = neighbours.take(profile, reading.row.number)
        }
        let isAsked = (likely != nil || neighbour != nil) && reading.answer == nil
        let verdict: ImportedRow.Verdict =
            !reading.reasons.isEmpty
            ? .rejected
            : reading.before.map { isSame($0, reading.cells) ? .same : .changed }
                ?? (isAsked ? .asked : .added)
        let title = register.identity.compactMap { reading.texts[$0] }.filter { !$0.isEmpty }
        return ImportedRow(
            number: reading.row.number, verdict: verdict, record: reading.before,
            cells: verdict == .rejected ? [:] : reading.cells, reasons: reading.reasons,
            title: title.isEmpty
                ? reading.row.cells.filter { !$0.isEmpty }.prefix(2).joined(separator: ", ")
                : title.joined(separator: ", "),
            likely: likely, neighbour: neighbour, answer: reading.answer,
            keys: verdict == .added ? reading.profile?.keys ?? [] : [])
    }

    /// What the sheet says over what is known: an empty cell takes nothing away, since offices
    /// leave out what they do not know.
    private func cells(
        _ texts: [String: String], over known: [String: Cell]
    ) -> (cells: [String: Cell], refusals: [String]) {
        var cells: [String: Cell] = [:]
        var refusals: [String] = []
        for field in entered {
            let isMapped = mapped.contains(field.key)
            let text = isMapped ? texts[field.key] ?? "" : ""
            if let old = known[field.key], text.isEmpty {
                cells[field.key] = old
                continue
            }
            guard isMapped else { continue }
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

    private func isSame(_ record: Record, _ cells: [String: Cell]) -> Bool {
        entered.allSatisfy {
            (record.cells[$0.key] ?? .empty) == (cells[$0.key] ?? .empty)
        }
    }
}
