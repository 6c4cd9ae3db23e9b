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

    /// What a new table needs, to stand in the engine's own part of the migration.
    static func draft(of table: String, _ dialect: Dialect) -> String {
        let words = "\(table)_words"
        let remove =
            "INSERT INTO \(words) (\(words), rowid, search) VALUES ('delete', old.rowid, old.search);"
        let add = "INSERT INTO \(words) (rowid, search) VALUES (new.rowid, new.search);"
        return switch dialect {
        case .sqlite:
            """


            -- Words; in the part for PostgreSQL as in 0055-record-words.postgres.sql.
            CREATE VIRTUAL TABLE \(words) USING fts5 (search, content = '\(table)', tokenize = 'unicode61 remove_diacritics 0', detail = 'none', columnsize = 0, prefix = '1 2 3 4 5 6 7');
            CREATE TRIGGER \(words)_added AFTER INSERT ON \(table) BEGIN \(add) END;
            CREATE TRIGGER \(words)_changed AFTER UPDATE OF search ON \(table) WHEN new.search <> old.search BEGIN \(remove) \(add) END;
            CREATE TRIGGER \(words)_gone AFTER DELETE ON \(table) BEGIN \(remove) END;
            """
        case .postgres:
            """


            -- Words; in the part for SQLite as in 0055-record-words.sqlite.sql.
            CREATE INDEX \(words) ON \(table) USING gin (record_words(search));
            """
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
