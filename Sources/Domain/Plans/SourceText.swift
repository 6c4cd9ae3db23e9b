/// The words of a document as they came out of its file, before anything is understood.
///
/// A line is what a person would call a line of the source: a line of a text file, a paragraph of a
/// Word file or of a printed page. Every later finding points back to `SourceLine.number`.
package struct SourceText: Sendable, Equatable, Codable {
    /// How the words were got, which says how far they can be trusted.
    package enum Origin: String, Sendable, Codable, CaseIterable {
        case text, docx, pdf, scan
    }

    package var origin: Origin
    package var lines: [SourceLine]
    /// Tables whose cells the file itself kept apart (Word), in order of appearance.
    package var tables: [SourceTable]

    package init(origin: Origin, lines: [SourceLine], tables: [SourceTable] = []) {
        self.origin = origin
        self.lines = lines
        self.tables = tables
    }

    /// The lines of a text, split at line feeds only and numbered from 1, as the annotations do.
    package init(text: String) {
        var number = 0
        let lines = text.unicodeScalars.split(
            separator: "\n", omittingEmptySubsequences: false
        ).map { slice in
            number += 1
            return SourceLine(number: number, page: nil, text: String(slice))
        }
        self.init(origin: .text, lines: lines.last?.text == "" ? lines.dropLast() : lines)
    }
}

package struct SourceLine: Sendable, Equatable, Codable {
    /// From 1, over the whole document.
    package var number: Int
    /// From 1; nil where the file has no pages.
    package var page: Int?
    /// NFC, without the line feed; a table row is its cells joined with ` | `.
    package var text: String
    /// The printed line on its page at which it begins, from 1; nil where there are no pages.
    package var pageLine: Int?

    package init(number: Int, page: Int?, text: String, pageLine: Int? = nil) {
        self.number = number
        self.page = page
        self.text = text
        self.pageLine = pageLine
    }
}

/// A table of the source with its cells apart.
package struct SourceTable: Sendable, Equatable, Codable {
    package struct Row: Sendable, Equatable, Codable {
        /// The line in which the row stands in `SourceText.lines`.
        package var line: Int
        /// Text of the cells, paragraphs within a cell joined with ` / `; a cell that a merged cell
        /// covers repeats its text.
        package var cells: [String]

        package init(line: Int, cells: [String]) {
            self.line = line
            self.cells = cells
        }
    }

    package var rows: [Row]

    package init(rows: [Row]) { self.rows = rows }
}

extension SourceText {
    /// The words of some lines, joined as one paragraph; lines that do not exist are left out.
    package func text(from first: Int, to last: Int) -> String {
        lines.lazy.filter { (first...max(first, last)).contains($0.number) }
            .map(\.text).joined(separator: " ")
    }
}

extension SourceLine {
    /// Where a person finds it: `dòng 77`, or `trang 2, dòng 15` where the file has pages.
    package var place: String {
        guard let page else { return "dòng \(number)" }
        return pageLine.map { "trang \(page), dòng \($0)" } ?? "trang \(page)"
    }
}

extension SourceText {
    /// Where a person finds a line; its number alone for a line that is not there.
    package func place(of number: Int) -> String {
        lines.first { $0.number == number }?.place ?? "dòng \(number)"
    }

    /// The first line of each page, in order; empty where the file has no pages.
    package var pages: [PageStart] {
        var starts: [PageStart] = []
        for line in lines {
            if let page = line.page, page != starts.last?.page {
                starts.append(PageStart(page: page, line: line.number))
            }
        }
        return starts
    }

    /// That a page begins with a line: a line belongs to the last page that begins before it.
    package struct PageStart: Sendable, Equatable, Codable {
        package let page: Int
        package let line: Int
    }
}
