import Domain

/// Many new records at once, each kept as `addRecord` would: with what follows from it, its keys, clocks
/// and journal row; statements carry hundreds of them.
struct RecordIntake {
    let transaction: Transaction
    let register: RegisterDescription
    let officer: Officer
    /// References that were found to be there.
    private let checked = CheckedReferences()

    init(_ transaction: Transaction, _ register: RegisterDescription, _ officer: Officer) {
        self.transaction = transaction
        self.register = register
        self.officer = officer
    }

    /// - Parameter new: of rows that look like no record and no other row, so that no pair is kept.
    /// - Returns: identifiers, in the order of the rows.
    func add(_ new: [ImportedRow]) throws -> [String] {
        let ward = officer.ward
        let all = try new.map { row in
            let cells = try transaction.settled(row.cells, of: nil, over: [:], register, officer)
            try transaction.requireKeeping(register, cells, officer)
            try requireReferences(cells)
            return cells
        }
        let ids = all.map { _ in transaction.makeIdentifier() }
        try insertRecords(all, ids)
        var (keys, clocks): ([[SQLValue]], [[SQLValue]]) = ([], [])
        var entries: [(verb: String, subject: String, changes: [JournalChange])] = []
        for (place, id) in ids.enumerated() {
            keys += keyRows(new[place], all[place], id)
            clocks += clockRows(all[place], id)
            entries.append(
                (
                    "record.add", "\(register.name)/\(id)",
                    Transaction.changes(from: [:], to: all[place], register)
                ))
        }
        try transaction.insert(keys, into: "record_keys", ["ward", "register", "key", "record"])
        try transaction.insert(
            clocks, into: "record_clocks",
            ["ward", "register", "record", "field", "confirmed_at", "confirmed_by"])
        try score(all, ids)
        try transaction.record(entries, by: officer)
        transaction.touched.note(register.name, ward: ward)
        if isFollowed {
            for (cells, id) in zip(all, ids) {
                try transaction.follow(
                    id, of: register, from: [:], to: cells, ward: ward, by: officer)
            }
        }
        return ids
    }

    private func keyRows(
        _ row: ImportedRow, _ cells: [String: Cell], _ id: String
    ) -> [[SQLValue]] {
        // What the officer may not see was in the sheet, and is not kept.
        let isWhole = register.fields.allSatisfy { $0.isSeen(by: officer.role) }
        let keys = isWhole ? row.keys : LikenessProfile(cells, register.likeness).keys
        return (keys + Transaction.identityKeys(of: cells, register)).map { key in
            [.text(officer.ward), .text(register.name), .integer(key), .text(id)]
        }
    }

    private func clockRows(_ cells: [String: Cell], _ id: String) -> [[SQLValue]] {
        var rows: [[SQLValue]] = []
        for field in register.fields
        where field.freshDays != nil && !(cells[field.key] ?? .empty).isEmpty {
            rows.append([
                .text(officer.ward), .text(register.name), .text(id), .text(field.key),
                transaction.now.sqlValue, .text(officer.id),
            ])
        }
        return rows
    }

    private func insertRecords(_ all: [[String: Cell]], _ ids: [String]) throws {
        let fields = register.fields.filter { field in
            all.contains { !($0[field.key] ?? .empty).isEmpty }
        }
        var rows: [[SQLValue]] = []
        for (cells, id) in zip(all, ids) {
            var row: [SQLValue] = [
                .text(officer.ward), .text(id), .text(Transaction.searched(cells, register)),
                transaction.now.sqlValue, .text(officer.id),
            ]
            for field in fields {
                row.append(StoredCell(cell: cells[field.key] ?? .empty).sqlValue)
            }
            rows.append(row)
        }
        let columns: [SQL] = ["ward", "id", "search", "created_at", "created_by"]
        try transaction.insert(
            rows, into: RegisterSQL.name(register.name),
            columns + fields.map { RegisterSQL.name($0.key) })
    }

    /// What `scoreTouched` would find of each: it is new, confirmed now, and nothing looks like it.
    private func score(_ all: [[String: Cell]], _ ids: [String]) throws {
        let fresh = register.fields.filter { $0.freshDays != nil }
        var rows: [[SQLValue]] = []
        var counts: [String: RecordCounts] = [:]
        for (cells, id) in zip(all, ids) {
            var around = try transaction.surroundings(of: cells, ward: officer.ward)
            for field in fresh where !(cells[field.key] ?? .empty).isEmpty {
                around.clocks[field.key] = transaction.now
            }
            let quality = RecordQuality(of: cells, in: register, around)
            let unit = register.groupKey.flatMap { cells[$0]?.plain } ?? ""
            let score = RecordScore(unit: unit, quality)
            counts[unit, default: RecordCounts()].count(score, times: 1)
            rows.append(score.row(of: id, in: register, ward: officer.ward))
        }
        try transaction.insert(rows, into: "record_scores", RecordScore.columns)
        for (unit, counts) in counts {
            try transaction.tally(counts, register: register.name, unit: unit, ward: officer.ward)
        }
    }

    private func requireReferences(_ cells: [String: Cell]) throws {
        let open = register.fields.filter { field in
            guard field.isReference, case .text(let id)? = cells[field.key] else { return false }
            return !checked.known.contains("\(field.key)|\(id)")
        }
        guard !open.isEmpty else { return }
        try transaction.requireReferences(cells, register, officer)
        for field in open { checked.known.insert("\(field.key)|\(cells[field.key]?.plain ?? "")") }
    }

    /// Whether anything follows from a new record: what names it cannot be there yet.
    private var isFollowed: Bool {
        Registers.all.contains { other in
            other.derivations.contains { derivation in
                switch derivation.source {
                case .rules(register.name), .children(register.name, _): true
                case .none, .rules, .children, .owner: false
                }
            }
        }
    }
}

private final class CheckedReferences {
    var known: Set<String> = []
}
