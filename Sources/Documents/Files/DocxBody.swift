import Domain

/// The text of a Word file: paragraphs become lines, rows of tables become lines with ` | `.
final class DocxBody: XMLReceiver {
    private(set) var lines: [SourceLine] = []
    private(set) var tables: [SourceTable] = []
    private(set) var isTooLong = false

    private let numbering: DocxNumbering
    private var paragraphs: [OpenParagraph] = []
    private var openTables: [DocxTable] = []
    /// Depth of elements whose content is not shown: deletions, fallbacks of drawings.
    private var hidden = 0
    private var takesText = false
    private var run = RunStyle()

    private struct OpenParagraph {
        var text = ""
        var item = DocxNumbering.Item()
        var style: String?
        /// Text boxes anchored in it, which follow it.
        var boxes: [String] = []
        var isInBox: Bool
    }

    private struct RunStyle {
        var isHidden = false
        var isCapitals = false
    }

    init(numbering: DocxNumbering) { self.numbering = numbering }

    override func begin(_ name: String, _ attributes: [String: String]) {
        if Self.unseen.contains(name) { hidden += 1 }
        guard hidden == 0 else { return }
        let isOn = attributes["w:val"].map { !["0", "false", "off"].contains($0) } ?? true
        switch name {
        case "w:p": openParagraph(attributes)
        case "w:pStyle": change { $0.style = attributes["w:val"] }
        case "w:numId": change { $0.item.list = attributes["w:val"] }
        case "w:ilvl": change { $0.item.level = attributes["w:val"].flatMap { Int($0) } }
        case "w:r": run = RunStyle()
        case "w:vanish": run.isHidden = isOn
        case "w:caps": run.isCapitals = isOn
        case "w:t": takesText = true
        case "w:tab": if !paragraphs.isEmpty { append("\t") }
        case "w:br", "w:cr":
            let isPage = attributes["w:type"] == "page" || attributes["w:type"] == "column"
            append(isPage ? " " : "\n")
        case "w:noBreakHyphen": append("-")
        case "w:tbl": openTables.append(DocxTable())
        case "w:gridSpan": openTables.last?.span(attributes["w:val"].flatMap { Int($0) } ?? 1)
        case "w:vMerge": openTables.last?.merge(continues: attributes["w:val"] != "restart")
        case "w:tr": openTables.last?.openRow()
        case "w:gridBefore": openTables.last?.skip(attributes["w:val"].flatMap { Int($0) } ?? 0)
        case "w:tc": openTables.last?.openCell()
        default: break
        }
    }

    override func end(_ name: String) {
        if Self.unseen.contains(name) {
            hidden -= 1
            return
        }
        guard hidden == 0 else { return }
        switch name {
        case "w:t": takesText = false
        case "w:p": closeParagraph()
        case "w:tc": openTables.last?.closeCell()
        case "w:tr": openTables.last?.closeRow()
        case "w:tbl": closeTable()
        default: break
        }
    }

    override func take(_ string: String) {
        guard takesText, hidden == 0, !run.isHidden else { return }
        append(run.isCapitals ? string.uppercased() : string)
    }

    /// Content that Word does not show, and the second form of a drawing for old programs.
    private static let unseen: Set<String> = [
        "w:del", "w:moveFrom", "mc:Fallback", "w:rPrChange", "w:pPrChange", "w:tblPrChange",
        "w:tcPrChange", "w:trPrChange", "w:sectPrChange", "w:tabs",
    ]

    private func append(_ text: String) {
        guard !run.isHidden else { return }
        change { $0.text += text }
    }

    private func change(_ body: (inout OpenParagraph) -> Void) {
        if !paragraphs.isEmpty { body(&paragraphs[paragraphs.count - 1]) }
    }

    private func openParagraph(_ attributes: [String: String]) {
        paragraphs.append(OpenParagraph(isInBox: !paragraphs.isEmpty))
    }

    private func closeParagraph() {
        guard let closed = paragraphs.popLast() else { return }
        let words = TextReader.clean(closed.text)
        var pieces = DocxLines.split(words)
        if pieces != [""], let label = numbering.label(closed.item, style: closed.style) {
            pieces[0] = label + " " + pieces[0]
        }
        if closed.isInBox {
            change { $0.boxes += pieces + closed.boxes }
        } else if let table = openTables.last {
            table.add(pieces + closed.boxes)
        } else {
            for piece in pieces + closed.boxes { add(piece) }
        }
    }

    private func closeTable() {
        guard let closed = openTables.popLast() else { return }
        if let outer = openTables.last {
            outer.add(closed.rows.map(\.line))
        } else if !paragraphs.isEmpty {
            change { $0.boxes += closed.rows.map(\.line) }
        } else {
            var rows: [SourceTable.Row] = []
            for row in closed.resolved() {
                add(row.line)
                rows.append(SourceTable.Row(line: lines.count, cells: row.cells))
            }
            if !rows.isEmpty { tables.append(SourceTable(rows: rows)) }
        }
    }

    private func add(_ text: String) {
        guard lines.count < PlanFile.linesMax else {
            isTooLong = true
            stop()
            return
        }
        lines.append(SourceLine(number: lines.count + 1, page: nil, text: text))
    }
}

/// What a line break inside a paragraph of Word means.
enum DocxLines {
    /// The lines of a paragraph: a break before a new beginning divides it, any other is a space.
    static func split(_ text: String) -> [String] {
        var lines: [String] = []
        for piece in text.split(separator: "\n", omittingEmptySubsequences: true) {
            let line = piece.trimmed
            guard !line.isEmpty else { continue }
            if let last = lines.last, !begins(line), !last.hasSuffix(":") {
                lines[lines.count - 1] = last + " " + line
            } else {
                lines.append(line)
            }
        }
        return lines.isEmpty ? [""] : lines
    }

    private static func begins(_ line: String) -> Bool {
        guard let first = line.first else { return false }
        return first.isUppercase || first.isNumber || "-+*•(".contains(first)
            || line.dropFirst().first == ")"
    }
}

extension StringProtocol {
    /// Without white space at both ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
