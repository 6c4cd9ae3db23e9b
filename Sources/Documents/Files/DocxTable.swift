/// A table of a Word file while it is read, and its merged cells resolved afterwards.
final class DocxTable {
    struct Row {
        var line: String
        var cells: [String]
    }

    private struct Cell {
        var lines: [String] = []
        var span = 1
        /// Goes on with the cell above.
        var continues = false

        var text: String { lines.filter { !$0.isEmpty }.joined(separator: " / ") }
    }

    /// Columns of a table; Word allows 63.
    private static let columnsMax = 64

    private var grid: [[Cell]] = []
    private var row: [Cell]?
    private var cell: Cell?

    func openRow() { row = [] }

    /// Columns left free at the beginning of the row.
    func skip(_ columns: Int) {
        for _ in 0..<max(0, min(columns, Self.columnsMax)) { row?.append(Cell()) }
    }

    func openCell() { cell = Cell() }

    func span(_ columns: Int) { cell?.span = max(1, min(columns, Self.columnsMax)) }

    func merge(continues: Bool) { cell?.continues = continues }

    func add(_ lines: [String]) { cell?.lines += lines }

    func closeCell() {
        if let cell { row?.append(cell) }
        cell = nil
    }

    func closeRow() {
        if let row { grid.append(row) }
        row = nil
    }

    /// The rows as lines; a merged cell is written once.
    var rows: [Row] { resolved() }

    /// The rows with merged cells filled: a covered place repeats the text that covers it.
    func resolved() -> [Row] {
        var above: [String] = []
        return grid.map { row in
            var cells: [String] = []
            var written: [String] = []
            for cell in row {
                let start = cells.count
                let text = cell.continues && start < above.count ? above[start] : cell.text
                for _ in 0..<cell.span where cells.count < Self.columnsMax { cells.append(text) }
                written.append(cell.continues ? "" : cell.text)
            }
            above = cells
            while let last = written.last, last.isEmpty { written.removeLast() }
            return Row(line: written.joined(separator: " | "), cells: cells)
        }
    }
}
