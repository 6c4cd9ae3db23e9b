import Domain

/// Tables in a text whose cells are divided by ` | `, one row on one line or on a few.
enum BarredTables {
    private static let bar = " | "
    /// Lines without a bar that may stand between two rows.
    private static let gapMax = 6

    static func grids(in lines: [SourceLine]) -> [ScheduleGrid] {
        var grids: [ScheduleGrid] = []
        var index = 0
        while index < lines.count {
            if hasBar(lines[index].text), lines[index].text.contains(bar),
                let grid = grid(from: index, in: lines)
            {
                grids.append(grid)
                while index < lines.count, lines[index].number <= grid.lines.upperBound {
                    index += 1
                }
            } else {
                index += 1
            }
        }
        return grids
    }

    private static func hasBar(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { $0.contains(UInt8(ascii: "|")) }
    }

    private static func grid(from start: Int, in lines: [SourceLine]) -> ScheduleGrid? {
        let heads = cells(lines[start].text)
        guard var columns = ScheduleColumns(heads: [heads]) else { return nil }
        var headEnd = start
        if start + 1 < lines.count {
            let below = cells(lines[start + 1].text)
            if below.count == heads.count, below.contains(where: { !$0.isEmpty }),
                below.allSatisfy({ $0.isEmpty || ScheduleColumns.kind($0) != nil }),
                let both = ScheduleColumns(heads: [heads, below])
            {
                columns = both
                headEnd = start + 1
            }
        }
        var grid = ScheduleGrid(
            columns: columns, headLines: lines[start].number...lines[headEnd].number, rows: [])
        let end = lastRow(after: headEnd, in: lines)
        for line in lines[(headEnd + 1)..<max(end + 1, headEnd + 1)] {
            take(line, into: &grid)
        }
        grid.rows = ScheduleGrid.completed(grid.rows, columns)
        return grid
    }

    /// The last line with bars before the text goes on without.
    private static func lastRow(after start: Int, in lines: [SourceLine]) -> Int {
        var last = start
        for index in lines.indices.dropFirst(start + 1) {
            if lines[index].text.contains(bar) {
                if index > last + 1, isNewTable(index, after: last, from: start, in: lines) {
                    break
                }
                last = index
            } else if index - last > gapMax {
                break
            }
        }
        return last
    }

    /// Heads behind a labelled line of the body ("b) Truyền thông trực tiếp") begin another table;
    /// behind a page break they are the same ones again. So does a Roman numeral, where the rows
    /// have none themselves.
    private static func isNewTable(
        _ index: Int, after last: Int, from start: Int, in lines: [SourceLine]
    ) -> Bool {
        guard ScheduleColumns(heads: [cells(lines[index].text)]) != nil else { return false }
        let labels = lines[(last + 1)..<index].compactMap { label($0.text) }
        return labels.contains { label in
            switch label {
            case .letter, .arabic: true
            case .roman: !lines[start...last].contains { isRoman($0.text) }
            case .counted, .bullet, .plus: false
            }
        }
    }

    private static func label(_ text: String) -> ItemLabel.Kind? {
        ItemLabel(Array(text.trimmed.unicodeScalars))?.kind
    }

    /// `I. Nhóm việc …`, `II | Nhóm việc …`: a heading between the rows.
    private static func isRoman(_ text: String) -> Bool {
        if case .roman = label(text) { return true }
        let first = cells(text).first ?? ""
        return !first.isEmpty && first.allSatisfy { "IVX".contains($0) }
    }

    private static func take(_ line: SourceLine, into grid: inout ScheduleGrid) {
        let text = line.text.trimmed
        guard !text.isEmpty else { return }
        let width = grid.columns.kinds.count
        var cells = cells(line.text)
        if cells.count > width {
            cells[width - 1] = cells[(width - 1)...].joined(separator: bar)
            cells.removeLast(cells.count - width)
        }
        if cells.count > 1 {
            cells = ScheduleGrid.covering(cells, grid.columns)
            cells += Array(repeating: "", count: width - cells.count)
            grid.rows.append(ScheduleGrid.Row(lines: line.number...line.number, cells: cells))
        } else if let label = sectionLabel(text) {
            var section = Array(repeating: "", count: width)
            let content = grid.columns.kinds.firstIndex(of: .content) ?? 0
            let number = grid.columns.kinds.firstIndex(of: .number) ?? content
            section[number] = label
            section[content] =
                number == content ? text : String(text.dropFirst(label.count)).trimmed
            grid.rows.append(
                ScheduleGrid.Row(
                    lines: line.number...line.number, cells: section, isSection: true))
        } else if let last = grid.rows.indices.last, !grid.rows[last].isSection {
            // A row that was broken over lines goes on in its last cell with words.
            let cell = grid.rows[last].cells.lastIndex { !$0.isEmpty } ?? 0
            grid.rows[last].cells[cell] += " " + text
            grid.rows[last].lines = grid.rows[last].lines.lowerBound...line.number
        }
    }

    /// `I.`, `A.`, `1.` before the words of a heading between rows; the words in capitals count,
    /// too, with an empty label.
    private static func sectionLabel(_ text: String) -> String? {
        let head = text.prefix { !$0.isWhitespace }
        let label = head.prefix { !".)-:/".contains($0) }
        let isLabel =
            label.count < head.count && !label.isEmpty
            && (label.allSatisfy { "IVXLC".contains($0) } || label.allSatisfy(\.isNumber)
                || (label.count == 1 && label.allSatisfy { $0.isLetter && $0.isUppercase })
                || (label.count == 1 && head == label + ")" && label.allSatisfy(\.isLetter)))
        if isLabel { return String(head) }
        let letters = text.filter(\.isLetter)
        return !letters.isEmpty && letters.allSatisfy(\.isUppercase) ? "" : nil
    }

    /// The cells of a line; of `A | | |` the last three are empty.
    private static func cells(_ text: String) -> [String] {
        var cells = [""]
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let isApart = { (at: Int) in !scalars.indices.contains(at) || scalars[at].isSpace }
            if scalar == "|", index > 0, isApart(index - 1), isApart(index + 1) {
                cells.append("")
            } else {
                cells[cells.count - 1].unicodeScalars.append(scalar)
            }
        }
        return cells.map(\.trimmed)
    }
}
