/// Which column of a sheet holds which field of a register.
///
/// Offices name columns in their own words and order, over one row of heads or several; what a
/// person matched once is remembered by the head.
package struct SheetColumns: Sendable, Equatable {
    /// Keys of fields by the column's place, from 0; `Record.id` columns have the key `id`.
    package var keys: [Int: String]
    /// What the columns are called, of the same places.
    package let heads: [String]
    /// How many of the sheet's rows stand above the records.
    package let headRows: Int

    package init(keys: [Int: String], heads: [String], headRows: Int) {
        self.keys = keys
        self.heads = heads
        self.headRows = headRows
    }

    /// The head over the identifiers that an export of the register writes.
    package static let identifierHead = "Mã trong sổ"
    package static let identifierKey = "id"

    /// Rows in which heads are looked for; above them stand the issuer and the title.
    package static let searchedRows = 15
    /// Rows that heads may take, one below the other.
    private static let headRowsMax = 3

    /// Finds the heads: the rows in which most columns are known.
    ///
    /// - Parameter remembered: keys by folded head, as people matched them before; an empty key is
    ///   a column to leave out.
    package static func find(
        in rows: [[String]], of register: RegisterDescription,
        remembered: [String: String] = [:]
    ) -> SheetColumns {
        var best = widest(rows)
        // Another row of heads must say more than one alone, or it is the title above.
        for count in 1...headRowsMax {
            for start in rows.indices.prefix(searchedRows) where start + count <= rows.count {
                let heads = joined(Array(rows[start..<(start + count)]))
                let keys = match(heads, register, remembered)
                if keys.count >= knownMin, keys.count > best.keys.count {
                    best = SheetColumns(keys: keys, heads: heads, headRows: start + count)
                }
            }
        }
        return best
    }

    /// One column alone may sound like a head by chance, as "Trụ nước" in a row does.
    private static let knownMin = 2

    /// The first row with most cells, for heads that say nothing to us.
    private static func widest(_ rows: [[String]]) -> SheetColumns {
        let searched = rows.prefix(searchedRows)
        let filled = searched.map { row in row.count { !$0.isEmpty } }
        let place = filled.max().flatMap { filled.firstIndex(of: $0) } ?? 0
        return SheetColumns(
            keys: [:], heads: searched.isEmpty ? [] : searched[place],
            headRows: searched.isEmpty ? 0 : place + 1)
    }

    /// "Người đứng đầu" over "Họ tên" is "Người đứng đầu – Họ tên".
    private static func joined(_ rows: [[String]]) -> [String] {
        let width = rows.map(\.count).max() ?? 0
        return (0..<width).map { column in
            var words: [String] = []
            for row in rows where column < row.count && !row[column].isEmpty {
                if words.last != row[column] { words.append(row[column]) }
            }
            return words.joined(separator: " – ")
        }
    }

    private static func match(
        _ heads: [String], _ register: RegisterDescription, _ remembered: [String: String]
    ) -> [Int: String] {
        var keys: [Int: String] = [:]
        var taken: Set<String> = []
        var open: [Int] = []
        for (column, head) in heads.enumerated() where !head.isEmpty {
            if let key = remembered[folded(head)] {
                if !key.isEmpty, taken.insert(key).inserted { keys[column] = key }
            } else if let key = known(head, register), taken.insert(key).inserted {
                keys[column] = key
            } else {
                open.append(column)
            }
        }
        // What no head names exactly goes to the field that shares most of its words.
        for column in open {
            let words = significant(heads[column])
            guard !words.isEmpty else { continue }
            let scored = register.fields.filter { !taken.contains($0.key) }.map { field in
                (
                    key: field.key,
                    score: ([field.label] + field.also).map { likeness(words, significant($0)) }
                        .max() ?? 0
                )
            }
            guard let found = scored.max(by: { $0.score < $1.score }), found.score >= likenessMin
            else { continue }
            keys[column] = found.key
            taken.insert(found.key)
        }
        return keys
    }

    /// The field that is called just so.
    private static func known(_ head: String, _ register: RegisterDescription) -> String? {
        let asked = plain(head)
        if asked == plain(identifierHead) { return identifierKey }
        return register.fields.first { field in
            ([field.label] + field.also).contains { plain($0) == asked }
        }?.key
    }

    /// Of the words of both, so many must be the same.
    private static let likenessMin = 0.6
    /// One word in common is chance: "Phố" and "Khu phố".
    private static let sharedMin = 2

    private static func likeness(_ one: Set<Substring>, _ other: Set<Substring>) -> Double {
        let shared = one.intersection(other).count
        return shared < sharedMin ? 0 : Double(2 * shared) / Double(one.count + other.count)
    }

    /// Without units in brackets, marks and numbers of columns: `4. Chiều sâu (m)` → `chieu sau`.
    private static func plain(_ head: String) -> String {
        significantWords(head).joined(separator: " ")
    }

    private static func significant(_ head: String) -> Set<Substring> {
        Set(significantWords(head))
    }

    private static func significantWords(_ head: String) -> [Substring] {
        var text = folded(head)
        while let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") {
            text.removeSubrange(open...close)
        }
        return text.split { !$0.isLetter && !$0.isNumber }.filter { word in
            !idle.contains(word) && Int(word) == nil
        }
    }

    private static let idle: Set<Substring> = [
        "cac", "cua", "va", "neu", "co", "ghi", "ro", "theo",
    ]
}
