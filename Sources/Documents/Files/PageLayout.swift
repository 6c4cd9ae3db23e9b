import Domain

/// Printed lines put together again to the paragraphs that somebody wrote.
///
/// A line goes on in the next where the next one's first word would not have fitted into it any
/// more; a new beginning shows by its indentation, its label or the space above it.
struct PageLayout {
    private var lines: [SourceLine] = []
    private var tables: [SourceTable] = []
    /// Columns of the table with which the page before ended.
    private var openColumns: Int?
    /// The printed line that ends the open paragraph.
    private var last: PageWords.Line?
    private var first: PageWords.Line?
    private var margins = (left: 0.0, right: 0.0)
    /// That paragraphs of this document begin indented, also those with labels.
    private var isIndented = false
    private var isScan = false

    /// All measures are shares of the height of a line.
    private static let indentMin = 0.7
    private static let spaceMax = 1.1
    private static let heightDifferenceMax = 0.35
    /// Recognised lines are as high as their letters happen to be.
    private static let heightDifferenceOfScanMax = 0.8
    private static let overlapMin = 0.5
    /// Within it a short last line still stands below the indented first one.
    private static let indentMax = 3.0

    static func source(_ origin: SourceText.Origin, _ pages: [PageWords]) -> SourceText {
        var layout = PageLayout()
        layout.isIndented = indentsLabels(pages)
        for page in pages { layout.add(page) }
        return SourceText(origin: origin, lines: layout.lines, tables: layout.tables)
    }

    private mutating func add(_ page: PageWords) {
        var printed = Self.withoutPageNumber(Self.joined(page.lines), page)
        isScan = page.isScan
        // Tesseract knows its columns; spots on the paper would mislead this.
        if !isScan { printed = Self.ordered(printed) }
        margins = Self.margins(of: printed, width: page.width) ?? margins
        // The space above says nothing across pages.
        var isTop = true
        var waiting = page.tables
        for (index, line) in printed.enumerated() {
            while let table = waiting.first, table.bottom <= line.top + 1 {
                add(waiting.removeFirst(), of: page)
                isTop = true
            }
            openColumns = nil
            if goesOn(line, isTop: isTop) {
                let number = lines.count - 1
                lines[number].text = Self.join(lines[number].text, line.text)
            } else {
                lines.append(
                    SourceLine(
                        number: lines.count + 1, page: page.number, text: line.text,
                        pageLine: index + 1))
                first = line
            }
            last = line
            isTop = false
        }
        for table in waiting { add(table, of: page) }
    }

    /// Adds a table; at the top of a page it may go on with that of the page before.
    private mutating func add(_ table: PageTable, of page: PageWords) {
        (last, first) = (nil, nil)
        var rows = Array(zip(table.rows, table.written))
        let columns = table.rows.first?.count ?? 0
        let isContinued = openColumns == columns && !tables.isEmpty
        if !isContinued { tables.append(SourceTable(rows: [])) }
        let open = tables.count - 1
        // Word repeats the heads at the top of each page.
        if isContinued, let head = tables[open].rows.first?.cells.dropFirst(),
            let top = rows.first?.0.dropFirst(), head.elementsEqual(top)
        {
            rows.removeFirst()
        }
        // A row that the page break cut has no number in its second part.
        if isContinued, let cut = rows.first?.0, cut.first == "",
            let above = tables[open].rows.indices.last
        {
            rows.removeFirst()
            for (column, words) in cut.enumerated() where !words.isEmpty {
                let cell = tables[open].rows[above].cells[column]
                tables[open].rows[above].cells[column] =
                    cell.isEmpty ? words : Self.join(cell, words)
            }
            let line = tables[open].rows[above].line
            lines[line - 1].text = tables[open].rows[above].cells.joined(separator: " | ")
        }
        for (cells, written) in rows {
            var shown = written
            while let last = shown.last, last.isEmpty { shown.removeLast() }
            lines.append(
                SourceLine(
                    number: lines.count + 1, page: page.number,
                    text: shown.joined(separator: " | ")))
            tables[open].rows.append(SourceTable.Row(line: lines.count, cells: cells))
        }
        openColumns = columns
    }

    /// Whether a printed line goes on with the paragraph above.
    private func goesOn(_ line: PageWords.Line, isTop: Bool) -> Bool {
        guard let last, let first else { return false }
        let unit = max(last.height, 1)
        let difference = isScan ? Self.heightDifferenceOfScanMax : Self.heightDifferenceMax
        if abs(line.height - last.height) > unit * difference { return false }
        if !isTop, line.top - last.bottom > unit * Self.spaceMax || line.top < last.top {
            return false
        }
        // Both centred: a title, of which each line is its own.
        if isCentred(last) || isCentred(line) { return false }
        let free = margins.right - last.right
        if free > line.firstWord + unit * 0.3 { return false }
        let indent = line.left - margins.left
        if ListLabel.begins(line.text) {
            let ended = last.text.last.map { ".;:!?/”\"".contains($0) } ?? true
            if indent > unit * Self.indentMin || (ended && !isIndented) { return false }
        }
        // An indented line begins a paragraph, unless its paragraph hangs below a label.
        if indent > unit * Self.indentMin {
            return ListLabel.begins(first.text) && line.left >= first.left - unit * 0.3
                && (last.left == first.left || abs(line.left - last.left) < unit * 0.5)
        }
        return true
    }

    private func isCentred(_ line: PageWords.Line) -> Bool {
        let unit = max(line.height, 1)
        let middle = (margins.left + margins.right) / 2
        return abs(line.center - middle) < unit && line.left - margins.left > unit * 2
            && margins.right - line.right > unit * 1.5
    }

    /// Words with one space; a break behind a hyphen inside a word leaves none.
    static func join(_ above: String, _ below: String) -> String {
        let tail = above.unicodeScalars.suffix(2)
        let isInWord = tail.count == 2 && tail.last == "-" && (tail.first?.isWordPart ?? false)
        return above + (isInWord ? "" : " ") + below
    }

    /// Labels that a tab set apart come back to their words.
    private static func joined(_ lines: [PageWords.Line]) -> [PageWords.Line] {
        var result: [PageWords.Line] = []
        for line in lines {
            if let label = result.last, line.left > label.right,
                line.left - label.right < label.height * gap(behind: label.text),
                min(label.bottom, line.bottom) - max(label.top, line.top)
                    > label.height * overlapMin
            {
                result[result.count - 1].text += " " + line.text
                result[result.count - 1].right = line.right
            } else {
                result.append(line)
            }
        }
        return result
    }

    /// How far words may stand behind others and still belong to them, in heights: behind a label,
    /// and where a number or a day was left blank.
    private static func gap(behind text: String) -> Double {
        if ListLabel.isAlone(text) { return 4 }
        let isBlank = ["số:", "ngày", "tháng", "năm"].contains { text.lowercased().hasSuffix($0) }
        return isBlank ? 6 : 0
    }

    /// From top to bottom where lines stand one above the other; columns stay as they came.
    ///
    /// Poppler sometimes lists the short last line of a paragraph before the paragraph.
    private static func ordered(_ lines: [PageWords.Line]) -> [PageWords.Line] {
        var result: [PageWords.Line] = []
        for line in lines {
            let below = result.firstIndex { placed in
                placed.top > line.bottom - line.height * overlapMin && placed.left < line.right
                    && placed.right > line.left - line.height * indentMax
            }
            result.insert(line, at: below ?? result.count)
        }
        return result
    }

    private static func withoutPageNumber(
        _ lines: [PageWords.Line], _ page: PageWords
    ) -> [PageWords.Line] {
        lines.filter { line in
            let isAtEdge =
                line.bottom < page.height * edgeShare
                || line.top > page.height * (1 - edgeShare)
            return !(isAtEdge && isPageNumber(line.text))
        }
    }

    /// Share of the page above and below in which page numbers stand (Decree 30/2020, appendix I:
    /// margins of 20 to 25 mm on 297).
    private static let edgeShare = 0.1

    private static func isPageNumber(_ text: String) -> Bool {
        let words = text.lowercased().replacing("trang", with: "")
        return words.count <= 9 && words.contains(where: \.isNumber)
            && words.allSatisfy { $0.isNumber || " -–/.|".contains($0) }
    }

    /// Whether most labels stand further right than the text.
    private static func indentsLabels(_ pages: [PageWords]) -> Bool {
        var indented = 0
        var all = 0
        for page in pages {
            guard let margins = margins(of: page.lines, width: page.width) else { continue }
            for line in page.lines where ListLabel.begins(line.text) {
                all += 1
                if line.left - margins.left > max(line.height, 1) * indentMin { indented += 1 }
            }
        }
        return all >= 5 && indented * 10 >= all * 7
    }

    /// Where the text of a page begins and ends, by its long lines; nil: it has none.
    private static func margins(
        of lines: [PageWords.Line], width: Double
    ) -> (left: Double, right: Double)? {
        // A page of a few short lines has the margins of the page before.
        let long = lines.filter { $0.right - $0.left > width * 0.4 }
        guard let unit = long.first.map({ max($0.height, 1) }) else { return nil }
        let rights = long.map(\.right).sorted()
        let right = rights[min(rights.count - 1, rights.count * 9 / 10)]
        let lefts = long.map(\.left).sorted()
        // The margin is the leftmost of the places where many begin.
        let many = lefts.first { near($0, in: lefts, unit) >= max(2, lefts.count / 8) }
        return (many ?? lefts[0], right)
    }

    private static func near(_ left: Double, in lefts: [Double], _ unit: Double) -> Int {
        lefts.count { abs($0 - left) < unit * 0.4 }
    }
}

/// Labels of list items, as they begin a line.
enum ListLabel {
    /// Whether a line begins with a label and goes on.
    static func begins(_ text: String) -> Bool {
        let head = text.prefix { !$0.isWhitespace }
        return head.count < text.count && isAlone(String(head))
    }

    /// `-`, `+`, `IV.`, `2.1.`, `a)`, `(1)`.
    static func isAlone(_ text: String) -> Bool {
        if ["-", "–", "+", "*", "•", "·", "▪", "o"].contains(text) { return true }
        guard text.count >= 2, text.count <= 9, let last = text.last, ".)-:/".contains(last) else {
            return false
        }
        let label = text.dropLast().drop { $0 == "(" }
        if label.allSatisfy({ "IVXLC".contains($0) }) { return !label.isEmpty }
        if label.count == 1, let letter = label.first, letter.isLetter { return last != ":" }
        let parts = label.split(separator: ".", omittingEmptySubsequences: false)
        return parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }
    }
}
