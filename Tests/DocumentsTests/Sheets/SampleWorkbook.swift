/// A workbook with one sheet of given rows in SpreadsheetML, so that tests can say every detail.
enum SampleWorkbook {
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    /// - Parameters:
    ///   - sheets: name, state ("visible", "hidden") and the XML within `worksheet`.
    ///   - styles: format codes of the cell styles 0, 1, …
    static func bytes(
        _ sheets: [(name: String, state: String, xml: String)], strings: [String] = [],
        styles: [Int] = [], formats: [Int: String] = [:], is1904: Bool = false,
        more: [String: String] = [:]
    ) -> [UInt8] {
        var zip = SampleZip()
        zip.add(
            "xl/workbook.xml",
            """
            <workbook xmlns="\(main)" xmlns:r="r"><workbookPr\(is1904 ? " date1904=\"1\"" : "")/><sheets>\
            \(sheets.enumerated().map {
                "<sheet name=\"\($1.name)\" state=\"\($1.state)\" r:id=\"s\($0)\"/>"
            }.joined())</sheets></workbook>
            """)
        zip.add(
            "xl/_rels/workbook.xml.rels",
            """
            <Relationships>\(sheets.indices.map {
                "<Relationship Id=\"s\($0)\" Target=\"worksheets/\($0).xml\"/>"
            }.joined())</Relationships>
            """)
        zip.add(
            "xl/styles.xml",
            """
            <styleSheet><numFmts>\(formats.map {
                "<numFmt numFmtId=\"\($0.key)\" formatCode=\"\($0.value)\"/>"
            }.joined())</numFmts><cellXfs>\(styles.map { "<xf numFmtId=\"\($0)\"/>" }.joined())\
            </cellXfs></styleSheet>
            """)
        zip.add(
            "xl/sharedStrings.xml",
            "<sst>\(strings.map { "<si><r><t>\($0)</t></r><rPh><t>x</t></rPh></si>" }.joined())</sst>"
        )
        for (index, sheet) in sheets.enumerated() {
            zip.add("xl/worksheets/\(index).xml", "<worksheet>\(sheet.xml)</worksheet>")
        }
        for (name, text) in more { zip.add(name, text) }
        return zip.bytes
    }

    static func bytes(rows: String, strings: [String] = [], styles: [Int] = []) -> [UInt8] {
        bytes(
            [("DS", "visible", "<sheetData>\(rows)</sheetData>")], strings: strings, styles: styles)
    }
}
