import Domain

/// Finds records of a register by words, through the index that each engine has for it.
///
/// A record is found when each word begins one of its own, whatever case and marks.
struct WordIndex {
    /// Later words of one search are left out; so many have narrowed it to what it is.
    static let wordsMax = 16

    /// Where the records stand, as `r`.
    let table: SQL
    /// nil: no words, so every record.
    let condition: SQL?
    /// The order in which the index gives records: that in which they were entered.
    let order: SQL

    private let dialect: Dialect
    private let name: SQL

    init(_ text: String, of register: RegisterDescription, _ dialect: Dialect) {
        self.dialect = dialect
        name = RegisterSQL.name(register.name)
        let words = folded(text).split { !$0.isLetter && !$0.isNumber }.prefix(Self.wordsMax)
        switch dialect {
        case _ where words.isEmpty:
            table = "\(name) r"
            condition = nil
            order = "r.id"
        case .sqlite:
            let index = RegisterSQL.name("\(register.name)_words")
            // The order of the tables stands: the index gives the hits, one look-up each.
            table = "\(index) w CROSS JOIN \(name) r ON r.rowid = w.rowid"
            condition = "\(index) MATCH \(words.map { "\"\($0)\"*" }.joined(separator: " "))"
            order = "w.rowid"
        case .postgres:
            table = "\(name) r"
            let asked = words.map { "'\($0)':*" }.joined(separator: " & ")
            condition = "record_words(r.search) @@ to_tsquery('pg_catalog.simple', \(asked))"
            order = "r.id"
        }
    }

    /// The records that were entered after one.
    func entered(after id: String, ward: String) -> SQL {
        switch dialect {
        case .sqlite where condition != nil:
            "w.rowid > (SELECT rowid FROM \(name) WHERE ward = \(ward) AND id = \(id))"
        case .sqlite, .postgres: "r.id > \(id)"
        }
    }

    /// The records whose texts begin so, by the index of the list.
    func beginning(_ text: String) -> SQL {
        switch dialect {
        // SQLite's LIKE minds no case and so uses no index.
        case .sqlite: "r.search >= \(text) AND r.search < \(text + "\u{10FFFF}")"
        case .postgres:
            "r.search LIKE \(escaped(text) + "%") ESCAPE '\\'"
        }
    }
}
