import Domain

/// Tables in a text that was taken out of Word cell by cell: every cell on a line of its own.
///
/// The heads stand one below the other, each row begins with its number alone on a line. Empty
/// cells leave no trace, so that a row with fewer lines than columns is laid out by what its lines
/// look like: names of bodies, times, words.
enum StackedTables {
    private static let headsMax = 9

    static func grids(in lines: [SourceLine]) -> [ScheduleGrid] {
        let written = lines.filter { !$0.text.trimmed.isEmpty }
        var grids: [ScheduleGrid] = []
        var index = 0
        while index < written.count {
            if let (grid, next) = grid(from: index, in: written) {
                grids.append(grid)
                index = next
            } else {
                index += 1
            }
        }
        return grids
    }

    private static func grid(from start: Int, in lines: [SourceLine]) -> (ScheduleGrid, Int)? {
        guard ScheduleColumns.numbersRows(lines[start].text) else { return nil }
        let heads = lines[start...].prefix(headsMax).prefix { line in
            ScheduleColumns.kind(line.text) != nil && rowNumber(line.text) == nil
        }.map(\.text.trimmed)
        guard let columns = ScheduleColumns(heads: [heads]), columns.kinds.first == .number else {
            return nil
        }
        let headEnd = start + heads.count - 1
        var grid = ScheduleGrid(
            columns: columns, headLines: lines[start].number...lines[headEnd].number, rows: [])
        var index = headEnd + 1
        var expected = 1
        while index < lines.count {
            let text = lines[index].text.trimmed
            if let number = rowNumber(text), number == expected || number == 1 {
                let end = rowEnd(from: index, number: number, width: heads.count, in: lines)
                guard end > index + 1 else { break }
                grid.rows.append(row(Array(lines[index..<end]), columns))
                expected = number + 1
                index = end
            } else if let count = sectionLines(at: index, in: lines) {
                grid.rows.append(section(Array(lines[index..<(index + count)]), columns))
                index += count
            } else {
                break
            }
        }
        guard grid.rows.contains(where: { !$0.isSection }) else { return nil }
        grid.rows = ScheduleGrid.completed(grid.rows, columns)
        return (grid, index)
    }

    /// `7` or `7.` alone on a line.
    private static func rowNumber(_ text: String) -> Int? {
        var digits = text.trimmed
        if let last = digits.last, ".)".contains(last) { digits.removeLast() }
        return digits.count <= 3 ? Int(digits) : nil
    }

    /// `II` and a line with its words, or `II. …` on one line.
    private static func sectionLines(at index: Int, in lines: [SourceLine]) -> Int? {
        let text = lines[index].text.trimmed
        let head = text.prefix { "IVXLC".contains($0) }
        guard !head.isEmpty else { return nil }
        let rest = text.dropFirst(head.count).drop { ".):".contains($0) }.trimmed
        let count = rest.isEmpty ? 2 : 1
        // Below a heading of the table stands a row; below one of the text stands text.
        guard index + count < lines.count, rowNumber(lines[index + count].text) != nil else {
            return nil
        }
        return count
    }

    private static func rowEnd(
        from start: Int, number: Int, width: Int, in lines: [SourceLine]
    ) -> Int {
        for index in lines.indices.dropFirst(start + 1).prefix(rowLinesMax) {
            if let next = rowNumber(lines[index].text), next == number + 1 || next == 1 {
                return index
            }
            if sectionLines(at: index, in: lines) != nil { return index }
        }
        // The last row ends with its columns.
        return min(start + width, lines.count)
    }

    /// Lines of one row; cells of several paragraphs have more than there are columns.
    private static let rowLinesMax = 24

    private static func section(
        _ lines: [SourceLine], _ columns: ScheduleColumns
    ) -> ScheduleGrid.Row {
        var cells = Array(repeating: "", count: columns.kinds.count)
        let text = lines.map(\.text.trimmed).joined(separator: " ")
        let label = text.prefix { "IVXLC.)".contains($0) }
        cells[columns.kinds.firstIndex(of: .number) ?? 0] = String(label)
        let content = columns.kinds.firstIndex(of: .content) ?? 0
        cells[content] = text.dropFirst(label.count).trimmed
        return ScheduleGrid.Row(
            lines: lines[0].number...lines[lines.count - 1].number, cells: cells, isSection: true)
    }

    private static func row(_ lines: [SourceLine], _ columns: ScheduleColumns) -> ScheduleGrid.Row {
        var cells = Array(repeating: "", count: columns.kinds.count)
        cells[0] = lines[0].text.trimmed
        let texts = lines.dropFirst().map(\.text.trimmed)
        for (text, column) in zip(texts, layout(texts, columns)) {
            cells[column] += cells[column].isEmpty ? text : " / " + text
        }
        return ScheduleGrid.Row(
            lines: lines[0].number...lines[lines.count - 1].number, cells: cells)
    }

    /// The column of each line: from left to right, as the lines fit best.
    static func layout(_ texts: [String], _ columns: ScheduleColumns) -> [Int] {
        let width = columns.kinds.count
        guard texts.count != width - 1 else { return Array(1..<width) }
        // best[c]: the best score of the lines so far with the last of them in column c.
        var best = Array(repeating: -Double.infinity, count: width)
        var paths = Array(repeating: [Int](), count: width)
        for (index, text) in texts.enumerated() {
            let likes = columns.kinds.map { likeness(text, $0) }
            var next = Array(repeating: -Double.infinity, count: width)
            var nextPaths = paths
            for column in 1..<width {
                let from = index == 0 ? 0...0 : 1...column
                for previous in from {
                    let base = index == 0 ? 0 : best[previous]
                    let step = column == previous ? -0.6 : -0.3 * Double(column - previous - 1)
                    let score = base + likes[column] + (index == 0 ? -Double(column - 1) : step)
                    if score > next[column] {
                        next[column] = score
                        nextPaths[column] = (index == 0 ? [] : paths[previous]) + [column]
                    }
                }
            }
            best = next
            paths = nextPaths
        }
        let last = best.indices.dropFirst().max { best[$0] < best[$1] } ?? 1
        return paths[last]
    }

    /// How well a line fits a column, about 0 to 2.
    private static func likeness(_ text: String, _ kind: ScheduleColumns.Kind?) -> Double {
        let script = Script(text)
        let isUnit = UnitCell.isName(script)
        let isTime =
            times.contains { script.hasWord($0, at: 0) }
            || (script.count <= 24 && script.scalars.contains { $0.properties.numericType != nil })
        return switch kind {
        case .lead, .partners, .monitor: isUnit ? 2 : (isTime ? -1 : 0)
        case .time: isTime ? 2 : (isUnit ? -1 : -0.5)
        case .content: isUnit || isTime ? -0.5 : 1
        case .product: isTime ? -0.5 : 0.6
        default: 0
        }
    }

    private static let times: [Phrase] = [
        "thường xuyên", "hằng", "hàng", "quý", "quí", "tháng", "năm", "trước", "trong", "từ ngày",
        "đến", "định kỳ", "theo kế hoạch", "chậm nhất", "ngày", "sau", "khi có", "cả năm", "tuần",
    ]
}
