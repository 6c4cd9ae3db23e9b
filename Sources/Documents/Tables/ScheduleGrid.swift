import Domain

/// A table of assignments with its cells apart, wherever they came from.
struct ScheduleGrid: Sendable, Equatable {
    struct Row: Sendable, Equatable {
        var lines: ClosedRange<Int>
        /// As many as there are columns; covered cells repeat what covers them.
        var cells: [String]
        /// A heading between the rows, with its label, if any, in the first cell.
        var isSection = false
    }

    var columns: ScheduleColumns
    /// Lines of the heads.
    var headLines: ClosedRange<Int>
    var rows: [Row]

    var lines: ClosedRange<Int> {
        headLines.lowerBound...max(headLines.upperBound, rows.last?.lines.upperBound ?? 0)
    }

    /// All tables of a document that assign work, in order.
    static func all(in source: SourceText) -> [ScheduleGrid] {
        var grids: [ScheduleGrid] = []
        for table in source.tables { add(table, to: &grids) }
        let taken = Set(source.tables.flatMap { $0.rows.map(\.line) })
        let free = source.lines.filter { !taken.contains($0.number) }
        grids += BarredTables.grids(in: free) + StackedTables.grids(in: free)
        grids.sort { $0.headLines.lowerBound < $1.headLines.lowerBound }
        return grids
    }

    /// Rows that stand above the heads: a title in a merged cell.
    private static let rowsAboveMax = 3
    /// Rows that the heads may take.
    private static let headRowsMax = 3

    private static func add(_ table: SourceTable, to grids: inout [ScheduleGrid]) {
        let rows = table.rows.map { row in
            Row(lines: row.line...row.line, cells: row.cells.map(\.trimmed))
        }
        for start in rows.indices.prefix(rowsAboveMax) {
            // Behind a numbered row there are no heads, but those repeated on the next page.
            if Int(rows[start].cells.first ?? "") != nil { break }
            guard let (columns, count) = heads(from: start, in: rows) else { continue }
            let body = Array(rows[(start + count)...])
            grids.append(
                ScheduleGrid(
                    columns: columns,
                    headLines: rows[0].lines.lowerBound...rows[start + count - 1].lines.upperBound,
                    rows: completed(body, columns)))
            return
        }
        // A table without heads right behind another of that width goes on with it.
        if let last = grids.last, let first = rows.first,
            first.cells.count == last.columns.kinds.count,
            first.lines.lowerBound - last.lines.upperBound <= 2
        {
            grids[grids.count - 1].rows += completed(rows, last.columns)
        }
    }

    /// The heads that begin in a row, and how many rows they take.
    private static func heads(from start: Int, in rows: [Row]) -> (ScheduleColumns, Int)? {
        var found: (ScheduleColumns, Int)?
        for count in 1...headRowsMax where start + count <= rows.count {
            let cells = rows[start..<(start + count)].map(\.cells)
            // A lower row belongs to the heads as long as it is made of heads.
            if count > 1 {
                let added = zip(cells[count - 1], cells[count - 2]).filter { $0 != $1 }.map(\.0)
                guard !added.isEmpty,
                    added.allSatisfy({ $0.isEmpty || ScheduleColumns.kind($0) != nil })
                else { break }
            }
            if let columns = ScheduleColumns(heads: cells) { found = (columns, count) }
        }
        return found
    }

    /// Heads repeated on the next page, and the line of column numbers below them.
    static func isHead(_ row: Row, _ columns: ScheduleColumns) -> Bool {
        if ScheduleColumns(heads: [row.cells])?.kinds == columns.kinds { return true }
        let numbers = row.cells.map { Int($0.filter { !"()".contains($0) }) }
        return numbers.count > 2 && numbers == (1...numbers.count).map(Optional.some)
    }

    /// Rows as they are meant: broken ones made whole, repetitions written out, headings told.
    static func completed(_ rows: [Row], _ columns: ScheduleColumns) -> [Row] {
        var complete: [Row] = []
        for row in rows where !isHead(row, columns) {
            var row = row
            guard let above = complete.last, !above.isSection, !row.isSection else {
                complete.append(row.isSection ? row : mark(row, columns))
                continue
            }
            let width = min(row.cells.count, above.cells.count)
            for column in 0..<width where dittos.contains(row.cells[column].lowercased()) {
                row.cells[column] = above.cells[column]
            }
            let number = columns.text(.number, in: row.cells)
            let content = columns.text(.content, in: row.cells)
            if number.isEmpty, columns.kinds.contains(.number), goesOn(row) {
                for column in 0..<width where !row.cells[column].isEmpty {
                    complete[complete.count - 1].cells[column] += " " + row.cells[column]
                }
                complete[complete.count - 1].lines =
                    above.lines.lowerBound...row.lines.upperBound
            } else {
                if number.isEmpty, content.isEmpty {
                    // More units, or another product, for the work above.
                    for (column, kind) in columns.kinds.enumerated()
                    where column < width && (kind == .number || kind == .content) {
                        row.cells[column] = above.cells[column]
                    }
                }
                complete.append(mark(row, columns))
            }
        }
        return complete.filter { $0.cells.contains { !$0.isEmpty } }
    }

    /// "Theo phân công tại Quyết định số …" over lead and partners: the row has one cell less, and what
    /// covers both columns is repeated.
    static func covering(_ cells: [String], _ columns: ScheduleColumns) -> [String] {
        guard cells.count == columns.kinds.count - 1,
            let lead = columns.kinds.firstIndex(of: .lead), lead < cells.count,
            lead + 1 < columns.kinds.count, columns.kinds[lead + 1] == .partners,
            Script(cells[lead].trimmed).end(
                ofAny: ["theo phân công", "theo sự phân công"], at: 0) != nil
        else { return cells }
        return Array(cells[...lead] + cells[lead...])
    }

    /// That a row only ends the sentences of the row above, which a page break cut.
    private static func goesOn(_ row: Row) -> Bool {
        let words = row.cells.filter { !$0.isEmpty }
        return !words.isEmpty
            && words.allSatisfy { cell in
                cell.first.map { $0.isLowercase && !cell.dropFirst().hasPrefix(")") } ?? false
            }
    }

    private static let dittos: Set<String> = [
        "nt", "-nt-", "như trên", "//", "\"", "″", "-//-", "”",
    ]

    /// Tells a heading between the rows from a row.
    static func mark(_ row: Row, _ columns: ScheduleColumns) -> Row {
        var row = row
        let number = columns.text(.number, in: row.cells)
        let content = columns.text(.content, in: row.cells)
        let rest: [ScheduleColumns.Kind] = [.lead, .partners, .time, .product, .monitor]
        let isEmpty = rest.allSatisfy { kind in
            let text = columns.text(kind, in: row.cells)
            return text.isEmpty || text == content || text == number
        }
        row.isSection = isEmpty && !(number.isEmpty && content.isEmpty)
        return row
    }
}
