package import Domain

/// Writes paragraphs, tables and sections in order; what comes out is the inside of `w:body`.
package struct WordBody {
    package private(set) var xml = ""

    package init() {}

    /// What a single paragraph has beyond its style.
    package struct Extra {
        /// Twips.
        var left: Int?
        var right: Int?
        var hanging: Int?
        var tab: Int?
        var keepsWithNext = false
        var breaksPageBefore = false
        var section: WordSection?
    }

    package mutating func paragraph(_ style: String, _ text: RichText, _ extra: Extra = Extra()) {
        xml += "<w:p>" + properties(style, extra) + text.runs.map(run).joined() + "</w:p>"
    }

    /// A table without lines that only places things side by side.
    ///
    /// - Parameter rows: the written content of each cell; each holds at least one paragraph.
    package mutating func frame(widths: [Int], rows: [[WordBody]]) {
        xml +=
            "<w:tbl><w:tblPr>\(width(widths.reduce(0, +)))" + #"<w:jc w:val="center"/>"#
            + #"<w:tblLayout w:type="fixed"/>\#(margins(0))</w:tblPr>"# + grid(widths)
        for row in rows {
            xml += "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
            for (cell, width) in zip(row, widths) { xml += tableCell(cell.xml, width: width) }
            xml += "</w:tr>"
        }
        xml += "</w:tbl>"
    }

    /// A table with lines, whose first row comes again on each page and whose rows are never cut.
    package mutating func table(
        _ table: DocumentTable, width: Int, headStyle: String,
        styles: [DocumentTable.Alignment: String]
    ) {
        let widths = shares(table.columns.map(\.share), of: width)
        let summary = WordXML.escaped(table.summary)
        xml +=
            "<w:tbl><w:tblPr>\(self.width(width))\(borders)"
            + #"<w:tblLayout w:type="fixed"/>\#(margins(WordBody.cellMargin))"#
            + #"<w:tblLook w:val="0020" w:firstRow="1"/>"#
            + #"<w:tblDescription w:val="\#(summary)"/></w:tblPr>"# + grid(widths)
        xml += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        for (column, width) in zip(table.columns, widths) {
            xml += cell(.bold(column.title), style: headStyle, width: width, isCentred: true)
        }
        xml += "</w:tr>"
        for row in table.rows {
            xml += "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
            switch row {
            case .cells(let cells):
                for (index, column) in table.columns.enumerated() {
                    xml += cell(
                        index < cells.count ? cells[index] : "",
                        style: styles[column.alignment] ?? headStyle, width: widths[index])
                }
            case .group(let title):
                xml += cell(
                    .bold(title), style: styles[.left] ?? headStyle, width: width,
                    span: widths.count, keepsWithNext: true)
            }
            xml += "</w:tr>"
        }
        xml += "</w:tbl>"
    }

    /// The end of the last section.
    package mutating func end(_ section: WordSection) { xml += section.xml }

    private func properties(_ style: String, _ extra: Extra) -> String {
        var out = #"<w:pPr><w:pStyle w:val="\#(style)"/>"#
        if extra.keepsWithNext { out += "<w:keepNext/>" }
        if extra.breaksPageBefore { out += "<w:pageBreakBefore/>" }
        if let tab = extra.tab {
            out += #"<w:tabs><w:tab w:val="left" w:pos="\#(tab)"/></w:tabs>"#
        }
        let indents = [("left", extra.left), ("right", extra.right), ("hanging", extra.hanging)]
            .compactMap { key, value in value.map { #" w:\#(key)="\#($0)""# } }
        if !indents.isEmpty { out += "<w:ind\(indents.joined())/>" }
        if let section = extra.section { out += section.xml }
        return out + "</w:pPr>"
    }

    private func run(_ run: RichText.Run) -> String {
        let properties =
            switch run.style {
            case .plain: ""
            case .bold: "<w:rPr><w:b/><w:bCs/></w:rPr>"
            case .italic: "<w:rPr><w:i/><w:iCs/></w:rPr>"
            case .gap: #"<w:rPr><w:i/><w:iCs/><w:highlight w:val="yellow"/></w:rPr>"#
            }
        let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.map(line).joined(separator: "<w:br/>")
        return "<w:r>\(properties)\(text)</w:r>"
    }

    private func line(_ text: Substring) -> String {
        text.split(separator: "\t", omittingEmptySubsequences: false).map { piece in
            piece.isEmpty
                ? "" : #"<w:t xml:space="preserve">\#(WordXML.escaped(String(piece)))</w:t>"#
        }.joined(separator: "<w:tab/>")
    }

    private func cell(
        _ text: RichText, style: String, width: Int, span: Int = 1, isCentred: Bool = false,
        keepsWithNext: Bool = false
    ) -> String {
        var content = WordBody()
        content.paragraph(style, text, Extra(keepsWithNext: keepsWithNext))
        return tableCell(content.xml, width: width, span: span, isCentred: isCentred)
    }

    private func tableCell(
        _ content: String, width: Int, span: Int = 1, isCentred: Bool = false
    ) -> String {
        let span = span > 1 ? #"<w:gridSpan w:val="\#(span)"/>"# : ""
        let align = isCentred ? #"<w:vAlign w:val="center"/>"# : ""
        return #"<w:tc><w:tcPr><w:tcW w:w="\#(width)" w:type="dxa"/>\#(span)\#(align)</w:tcPr>"#
            + content + "</w:tc>"
    }

    private func width(_ width: Int) -> String { #"<w:tblW w:w="\#(width)" w:type="dxa"/>"# }

    private func grid(_ widths: [Int]) -> String {
        "<w:tblGrid>" + widths.map { #"<w:gridCol w:w="\#($0)"/>"# }.joined() + "</w:tblGrid>"
    }

    private func margins(_ side: Int) -> String {
        #"<w:tblCellMar><w:left w:w="\#(side)" w:type="dxa"/>"#
            + #"<w:right w:w="\#(side)" w:type="dxa"/></w:tblCellMar>"#
    }

    private var borders: String {
        let lines = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
            #"<w:\#($0) w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#
        }
        return "<w:tblBorders>\(lines.joined())</w:tblBorders>"
    }

    /// Whole widths that add up exactly.
    private func shares(_ shares: [Double], of width: Int) -> [Int] {
        let total = shares.reduce(0, +)
        var edge = 0.0
        var placed = 0
        return shares.map { share in
            edge += share
            let end = Int((edge / total * Double(width)).rounded())
            defer { placed = end }
            return end - placed
        }
    }

    /// Left and right of a cell's text, as Word sets it.
    private static let cellMargin = 108
}
