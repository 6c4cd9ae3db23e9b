import Domain

/// One worksheet: its cells as text, and which of them are merged.
final class WorksheetCells: XMLReceiver {
    private(set) var rows: [Sheet.Row] = []
    private(set) var hasTooManyRows = false

    private let strings: [String]
    private let dateStyles: Set<Int>
    private let is1904: Bool

    private var rowNumber = 0
    private var cells: [String] = []
    private var column = 0
    private var type = ""
    private var style = 0
    private var value = ""
    private var isValue = false
    private var hasFormula = false
    private var merges: [Area] = []
    private var emptyFormulas = 0
    private var faults = 0

    /// Merged cells beyond these are left as they are.
    private static let mergesMax = 20_000
    /// Merged cells in so many first rows are heads or titles, whatever way they run.
    private static let headRows = 20

    /// Cells from the top left to the bottom right, counted from 0 and, for rows, as Excel does.
    private struct Area {
        let rows: ClosedRange<Int>
        let columns: ClosedRange<Int>
    }

    init(strings: [String], dateStyles: Set<Int>, is1904: Bool) {
        self.strings = strings
        self.dateStyles = dateStyles
        self.is1904 = is1904
    }

    var notes: [String] {
        var notes: [String] = []
        if emptyFormulas > 0 {
            notes.append(
                "\(emptyFormulas) ô công thức chưa có kết quả nên để trống; hãy mở bằng Excel và lưu lại."
            )
        }
        if faults > 0 {
            notes.append("\(faults) ô báo lỗi (#REF!, #N/A…) nên để trống.")
        }
        return notes
    }

    override func begin(_ name: String, _ attributes: [String: String]) {
        switch SheetXML.local(name) {
        case "row":
            rowNumber = attributes["r"].flatMap(Int.init) ?? rowNumber + 1
            cells = []
            column = 0
        case "c":
            if let place = attributes["r"].flatMap(Self.place) { column = place.column }
            type = attributes["t"] ?? "n"
            style = attributes["s"].flatMap(Int.init) ?? 0
            value = ""
            hasFormula = false
        case "f": hasFormula = true
        case "v", "t": isValue = true
        case "mergeCell":
            if merges.count < Self.mergesMax, let area = attributes["ref"].flatMap(Self.area) {
                merges.append(area)
            }
        default: break
        }
    }

    override func take(_ text: String) {
        if isValue { value += text }
    }

    override func end(_ name: String) {
        switch SheetXML.local(name) {
        case "v", "t": isValue = false
        case "c":
            let text = SheetText.tidied(shown)
            if !text.isEmpty, column < SheetFile.columnsMax {
                if cells.count <= column {
                    cells += Array(repeating: "", count: column + 1 - cells.count)
                }
                cells[column] = text
            }
            column += 1
        case "row":
            guard !cells.isEmpty else { return }
            guard rows.count < SheetFile.rowsMax else {
                hasTooManyRows = true
                stop()
                return
            }
            rows.append(Sheet.Row(number: rowNumber, cells: cells))
        default: break
        }
    }

    private var shown: String {
        switch type {
        case "s":
            return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
        case "b": return value.isEmpty ? "" : value == "1" ? "Có" : "Không"
        case "e":
            faults += 1
            return ""
        case "inlineStr", "str": return value
        case "d": return value.prefix(10).split(separator: "-").reversed().joined(separator: "/")
        default:
            if value.isEmpty {
                if hasFormula { emptyFormulas += 1 }
                return ""
            }
            guard let number = Double(value), number.isFinite else { return value }
            return dateStyles.contains(style) ? day(number) : Self.text(number)
        }
    }

    /// A serial day as `21/11/2026`.
    ///
    /// - Source: ECMA-376-1, 18.17.4.1: day 1 is 1 January 1900 (1904: day 0), and 1900 has a 29
    ///   February, which it had not.
    private func day(_ serial: Double) -> String {
        let serialMax = 2_958_465.0
        guard (0...serialMax).contains(serial) else { return Self.text(serial) }
        let days = Int(serial)
        let number = is1904 ? days - 24_107 : days < 60 ? days - 25_568 : days - 25_569
        return Day(number: number).vietnamese
    }

    /// A number as people write it: a whole one without decimals, others with a comma.
    static func text(_ number: Double) -> String {
        Cell.real(number).plain
    }

    /// Rows in which a merged cell's words stand in each of its cells: heads and titles in both
    /// directions, below them only downwards, so that "Tổ 3" over five rows is said of all five.
    var mergedRows: [Sheet.Row] {
        guard !merges.isEmpty else { return rows }
        var rows = rows
        let places = Dictionary(
            rows.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first })
        for area in merges {
            guard let first = places[area.rows.lowerBound],
                let text = rows[first].cells.dropFirst(area.columns.lowerBound).first,
                !text.isEmpty
            else { continue }
            let isHead = area.rows.upperBound <= Self.headRows
            guard isHead || area.columns.count == 1 else { continue }
            for number in area.rows {
                guard let row = places[number] else { continue }
                for column in area.columns where column < SheetFile.columnsMax {
                    let missing = column + 1 - rows[row].cells.count
                    if missing > 0 {
                        rows[row].cells += Array(repeating: "", count: missing)
                    }
                    rows[row].cells[column] = text
                }
            }
        }
        return rows
    }

    /// `BC12`: column 54, row 12.
    private static func place(_ reference: String) -> (column: Int, row: Int)? {
        var column = 0
        var row = 0
        for byte in reference.utf8 {
            if (0x41...0x5A).contains(byte), row == 0, column < 20_000 {
                column = column * 26 + Int(byte - 0x40)
            } else if (0x30...0x39).contains(byte), row < 10_000_000 {
                row = row * 10 + Int(byte - 0x30)
            } else {
                return nil
            }
        }
        return column > 0 && row > 0 ? (column - 1, row) : nil
    }

    private static func area(_ reference: String) -> Area? {
        let ends = reference.split(separator: ":").compactMap { place(String($0)) }
        guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column else {
            return nil
        }
        return Area(rows: ends[0].row...ends[1].row, columns: ends[0].column...ends[1].column)
    }
}
