package import Domain

/// A table to be written as a sheet.
package struct SheetTable: Sendable {
    package struct Column: Sendable {
        package let title: String
        /// Characters that most of its cells take.
        package let width: Int
        /// The only texts that may be entered; empty: any.
        package let choices: [String]

        package init(_ title: String, width: Int = 18, choices: [String] = []) {
            self.title = title
            self.width = width
            self.choices = choices
        }
    }

    package enum Value: Sendable, Equatable {
        case empty
        case text(String)
        case number(Double)
        case day(Day)
    }

    /// Of the worksheet.
    package let title: String
    package let columns: [Column]
    /// A row of one value stands over all columns.
    package let rows: [[Value]]

    package init(title: String, columns: [Column], rows: [[Value]]) {
        self.title = title
        self.columns = columns
        self.rows = rows
    }
}

/// Writes tables as CSV and as Excel workbooks, so that no cell is ever a formula.
package enum SheetWriter {
    /// RFC 4180, UTF-8 with a byte-order mark, by which Excel knows the encoding.
    ///
    /// A text that a program would take for a formula gets an apostrophe in front, which reading
    /// takes away again.
    package static func csv(_ table: SheetTable) -> [UInt8] {
        var out: [UInt8] = [0xEF, 0xBB, 0xBF]
        line(table.columns.map { .text($0.title) }, into: &out)
        for row in table.rows { line(row, into: &out) }
        return out
    }

    private static func line(_ row: [SheetTable.Value], into out: inout [UInt8]) {
        for (index, value) in row.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            out += quoted(value).utf8
        }
        out += "\r\n".utf8
    }

    private static func quoted(_ value: SheetTable.Value) -> String {
        let text: String
        switch value {
        case .empty: return ""
        case .number(let number): text = WorksheetCells.text(number)
        case .day(let day): text = day.vietnamese
        case .text(let words):
            let isFormula = words.first.map { "=+-@\t".contains($0) } ?? false
            text = isFormula ? "'" + words : words
        }
        guard text.contains(where: { ",\";\n\r\"".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// A workbook (ECMA-376) with one worksheet for each table, the heads bold and always in view.
    ///
    /// - Throws: `.unavailable` when memory runs out.
    package static func workbook(_ tables: [SheetTable]) throws(Problem) -> [UInt8] {
        var parts = [
            ("[Content_Types].xml", contentTypes(tables.count)),
            (
                "_rels/.rels",
                relations([("officeDocument", "xl/workbook.xml")])
            ),
            ("xl/workbook.xml", book(tables)),
            (
                "xl/_rels/workbook.xml.rels",
                relations(
                    tables.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
                        + [("styles", "styles.xml")])
            ),
            ("xl/styles.xml", styles),
        ]
        for (index, table) in tables.enumerated() {
            parts.append(("xl/worksheets/sheet\(index + 1).xml", worksheet(table)))
        }
        return try ZipWriter.pack(
            parts.map { ZipWriter.Part(name: $0.0, bytes: Array((declaration + $0.1).utf8)) })
    }

    private static let declaration = WordXML.declaration
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    private static func contentTypes(_ count: Int) -> String {
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let sheets = (1...count).map {
            #"<Override PartName="/xl/worksheets/sheet\#($0).xml" ContentType="\#(kind).worksheet+xml"/>"#
        }.joined()
        return #"<Types xmlns="\#(package)/content-types">"#
            + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
            + #"<Override PartName="/xl/workbook.xml" ContentType="\#(kind).sheet.main+xml"/>"#
            + #"<Override PartName="/xl/styles.xml" ContentType="\#(kind).styles+xml"/>"#
            + sheets + "</Types>"
    }

    private static func relations(_ targets: [(type: String, target: String)]) -> String {
        let lines = targets.enumerated().map { index, entry in
            #"<Relationship Id="r\#(index + 1)" Type="\#(office)/relationships/\#(entry.type)" Target="\#(entry.target)"/>"#
        }
        return #"<Relationships xmlns="\#(package)/relationships">"# + lines.joined()
            + "</Relationships>"
    }

    private static func book(_ tables: [SheetTable]) -> String {
        let sheets = tables.enumerated().map { index, table in
            #"<sheet name="\#(WordXML.escaped(name(table.title)))" sheetId="\#(index + 1)" r:id="r\#(index + 1)"/>"#
        }
        // The heads stand on each printed page.
        let heads = tables.enumerated().map { index, table in
            let name = WordXML.escaped(name(table.title).replacing("'", with: "''"))
            return
                #"<definedName name="_xlnm.Print_Titles" localSheetId="\#(index)">'\#(name)'!$1:$1</definedName>"#
        }
        return #"<workbook xmlns="\#(main)" xmlns:r="\#(office)/relationships"><sheets>"#
            + sheets.joined() + "</sheets><definedNames>" + heads.joined()
            + "</definedNames></workbook>"
    }

    /// Excel allows 31 characters, and none of these.
    private static func name(_ title: String) -> String {
        String(title.map { "[]:*?/\\".contains($0) ? "-" : $0 }.prefix(31))
    }

    /// Styles: 0 what is outside of the table, 1 head, 2 day, 3 text, 4 number; the table within thin
    /// lines, long texts on several lines.
    private static let styles =
        #"<styleSheet xmlns="\#(main)"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>"#
        + #"<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>"#
        + #"<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>"#
        + #"<borders count="2"><border/><border>"#
        + ["left", "right", "top", "bottom"].map {
            #"<\#($0) style="thin"><color rgb="FFBFBFBF"/></\#($0)>"#
        }.joined()
        + #"</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>"#
        + style(font: 1, wraps: true) + style(number: 164) + style(wraps: true) + style()
        + #"</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#

    private static func style(number: Int = 0, font: Int = 0, wraps: Bool = false) -> String {
        #"<xf numFmtId="\#(number)" fontId="\#(font)" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">"#
            + #"<alignment vertical="top"\#(wraps ? #" wrapText="1""# : "")/></xf>"#
    }

    /// Characters of all columns beyond which a page lies on its side.
    private static let portraitWidthMax = 90

    private static func worksheet(_ table: SheetTable) -> String {
        let isWide = table.columns.map(\.width).reduce(0, +) > portraitWidthMax
        var xml = #"<worksheet xmlns="\#(main)"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>"#
        xml += #"<sheetViews><sheetView workbookViewId="0">"#
        xml += #"<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#
        xml += "</sheetView></sheetViews>"
        xml += #"<sheetFormatPr defaultRowHeight="\#(lineHeight)"/><cols>"#
        for (index, column) in table.columns.enumerated() {
            xml +=
                #"<col min="\#(index + 1)" max="\#(index + 1)" width="\#(column.width)" customWidth="1"/>"#
        }
        xml += "</cols><sheetData>"
        let heads = table.columns.map { SheetTable.Value.text($0.title) }
        xml += self.row(heads, of: table, textStyle: 1)
        var merges: [String] = []
        for (index, row) in table.rows.enumerated() {
            let isGroup = isGroup(row, of: table)
            xml += self.row(row, of: table, textStyle: isGroup ? 1 : 3)
            guard isGroup else { continue }
            let last = letters(table.columns.count - 1)
            merges.append(#"<mergeCell ref="A\#(index + 2):\#(last)\#(index + 2)"/>"#)
        }
        let merged =
            merges.isEmpty
            ? "" : #"<mergeCells count="\#(merges.count)">"# + merges.joined() + "</mergeCells>"
        // A4, as wide as the page, as many pages down as it takes.
        return xml + "</sheetData>" + merged + validations(table)
            + #"<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>"#
            + #"<pageSetup paperSize="9" orientation="\#(isWide ? "landscape" : "portrait")" fitToHeight="0"/>"#
            + "</worksheet>"
    }

    /// Whether a row is one cell over all columns.
    private static func isGroup(_ values: [SheetTable.Value], of table: SheetTable) -> Bool {
        values.count == 1 && table.columns.count > 1
    }

    /// Points; enough for the marks above and below Vietnamese letters.
    private static let lineHeight = 16

    /// Programs that open the sheet may keep the height they are told: it is that of its longest
    /// text, estimated by the number of characters.
    private static func row(
        _ values: [SheetTable.Value], of table: SheetTable, textStyle: Int
    ) -> String {
        let widths =
            isGroup(values, of: table)
            ? [table.columns.map(\.width).reduce(0, +)] : table.columns.map(\.width)
        let lines = zip(values, widths).map { value, width in
            guard case .text(let text) = value else { return 1 }
            return text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { max(1, ($0.count + width - 1) / max(1, width)) }
                .reduce(0, +)
        }
        let height = (lines.max() ?? 1) * lineHeight
        return #"<row ht="\#(min(height, rowHeightMax))">"#
            + values.map { cell($0, textStyle: textStyle) }.joined() + "</row>"
    }

    /// - Source: Excel's specifications and limits: 409 points.
    private static let rowHeightMax = 409

    private static func cell(_ value: SheetTable.Value, textStyle: Int) -> String {
        switch value {
        case .empty: #"<c s="4"/>"#
        case .number(let number): #"<c s="4"><v>\#(number)</v></c>"#
        // Excel's first day is another than ours; 25,569 days lie between.
        case .day(let day): #"<c s="2"><v>\#(day.number + 25_569)</v></c>"#
        case .text(let text):
            #"<c s="\#(textStyle)" t="inlineStr"><is><t xml:space="preserve">\#(WordXML.escaped(text))</t></is></c>"#
        }
    }

    /// Lists of choices, for the rows that may still be filled.
    private static func validations(_ table: SheetTable) -> String {
        // Excel refuses longer lists.
        let listLengthMax = 255
        var lines: [String] = []
        for (index, column) in table.columns.enumerated() {
            let list = column.choices.joined(separator: ",")
            guard !list.isEmpty, list.count <= listLengthMax,
                !column.choices.contains(where: { $0.contains(",") })
            else { continue }
            let letter = letters(index)
            lines.append(
                #"<dataValidation type="list" allowBlank="1" sqref="\#(letter)2:\#(letter)5000"><formula1>"\#(WordXML.escaped(list))"</formula1></dataValidation>"#
            )
        }
        guard !lines.isEmpty else { return "" }
        return #"<dataValidations count="\#(lines.count)">"# + lines.joined()
            + "</dataValidations>"
    }

    /// `A`, … `Z`, `AA`.
    static func letters(_ column: Int) -> String {
        var rest = column
        var text = ""
        repeat {
            text = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + text
            rest = rest / 26 - 1
        } while rest >= 0
        return text
    }
}
