/// A list of old and new administrative units, as a file of the operator's has it.
package enum UnitChangeList {
    /// Heads of the columns, in any order.
    package static let heads = [
        "new_province", "new_ward_code", "new_ward", "old_ward_code", "old_ward", "part",
    ]
    /// Beyond what the nation has, and far from what fills the memory.
    package static let rowsMax = 50_000

    /// Reads the lines of a CSV without quotes, the first being the heads.
    ///
    /// - Throws: `.invalid` that names the line and what is wrong with it; nothing is taken then.
    package static func read(
        _ text: String, effective: Day, source: String
    ) throws(Problem) -> [UnitChange] {
        let lines = text.split(whereSeparator: \.isNewline)
        let found = lines.first.map(cells) ?? []
        var places: [String: Int] = [:]
        for head in heads {
            guard let place = found.firstIndex(of: head) else {
                throw Problem(
                    .invalid,
                    "Tệp không có cột «\(head)». Cần các cột: \(heads.joined(separator: ", ")).")
            }
            places[head] = place
        }
        guard lines.count <= rowsMax else {
            throw Problem(.invalid, "Tệp dài hơn \(rowsMax.vietnamese) dòng. Hãy kiểm tra lại tệp.")
        }
        var changes: [UnitChange] = []
        for (index, line) in lines.enumerated().dropFirst() {
            let cells = cells(line)
            let value = { (head: String) in
                let place = places[head] ?? 0
                return place < cells.count ? cells[place] : ""
            }
            let codes = [value("old_ward_code"), value("new_ward_code")]
            guard codes.allSatisfy(isCode), !value("old_ward").isEmpty, !value("new_ward").isEmpty,
                !value("new_province").isEmpty
            else {
                throw Problem(
                    .invalid,
                    "Dòng \(index + 1): thiếu tên, hoặc mã đơn vị không phải năm chữ số (huyện: ba). Hãy sửa tệp rồi nạp lại."
                )
            }
            changes.append(
                UnitChange(
                    oldCode: codes[0], oldName: value("old_ward"), newCode: codes[1],
                    newName: value("new_ward"), province: value("new_province"),
                    isWhole: value("part") == "full", effective: effective, source: source))
        }
        return changes
    }

    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: ",", omittingEmptySubsequences: false).map { cell in
            let text = cell.drop { $0 == " " || $0 == "\u{FEFF}" || $0 == "\"" }
            return String(text.reversed().drop { $0 == " " || $0 == "\"" }.reversed())
        }
    }

    /// Five digits, or the three of a district that became a special zone as a whole.
    ///
    /// - Source: Quyết định 124/2004/QĐ-TTg, the list of administrative units.
    private static func isCode(_ text: String) -> Bool {
        [3, 5].contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
