import Documents
import Domain
import Testing

@Suite struct `Reading Word files` {
    private func lines(_ sample: SampleDocx) async throws -> [String] {
        try await PlanFile.read(sample.bytes, name: "kế hoạch.docx").lines.map(\.text)
    }

    private func paragraph(_ text: String, list: String, level: Int = 0) -> String {
        """
        <w:p><w:pPr><w:numPr><w:ilvl w:val="\(level)"/><w:numId w:val="\(list)"/></w:numPr></w:pPr>\
        <w:r><w:t>\(text)</w:t></w:r></w:p>
        """
    }

    @Test func `takes each paragraph as a line, numbered from 1`() async throws {
        let source = try await PlanFile.read(
            SampleDocx(paragraphs: ["KẾ HOẠCH", "", "I. MỤC ĐÍCH"]).bytes, name: "a.docx")
        #expect(source.origin == .docx)
        #expect(source.lines.map(\.text) == ["KẾ HOẠCH", "", "I. MỤC ĐÍCH"])
        #expect(source.lines.map(\.number) == [1, 2, 3])
    }

    @Test func `composes letters and joins runs`() async throws {
        let sample = SampleDocx(
            "<w:p><w:r><w:t>Pho\u{300}ng </w:t></w:r><w:r><w:t>cháy</w:t></w:r></w:p>")
        let line = try #require(try await lines(sample).first)
        #expect(Array(line.unicodeScalars) == Array("Phòng cháy".unicodeScalars))
    }

    @Test func `leaves out deleted and hidden text and keeps inserted text`() async throws {
        let sample = SampleDocx(
            """
            <w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t>mới</w:t>\
            </w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>
            """)
        #expect(try await lines(sample) == ["mới"])
    }

    @Test func `puts a text box behind its paragraph, once`() async throws {
        let box = "<w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent>"
        let sample = SampleDocx(
            """
            <w:p><w:r><mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)\
            </mc:Fallback></mc:AlternateContent><w:t>KẾ HOẠCH</w:t></w:r></w:p>
            """)
        #expect(try await lines(sample) == ["KẾ HOẠCH", "DỰ THẢO"])
    }

    @Test func `divides a paragraph at a line break before a new beginning only`() async throws {
        let sample = SampleDocx(
            """
            <w:p><w:r><w:t>TM. ỦY BAN</w:t><w:br/><w:t>CHỦ TỊCH</w:t></w:r></w:p>\
            <w:p><w:r><w:t>kiểm tra</w:t><w:br/><w:t>các cơ sở</w:t></w:r></w:p>
            """)
        #expect(try await lines(sample) == ["TM. ỦY BAN", "CHỦ TỊCH", "kiểm tra các cơ sở"])
    }

    @Test func `writes automatic numbers out`() async throws {
        let numbering = """
            <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>\
            <w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1">\
            <w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>\
            <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>\
            <w:lvlText w:val="%3)"/></w:lvl><w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/>\
            <w:lvlText w:val="·"/></w:lvl></w:abstractNum>\
            <w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>
            """
        let sample = SampleDocx(
            [("A", 0), ("B", 1), ("C", 1), ("D", 2), ("E", 3), ("F", 0), ("G", 1)]
                .map { paragraph($0.0, list: "7", level: $0.1) }.joined(),
            numbering: numbering)
        #expect(
            try await lines(sample) == ["I. A", "1. B", "2. C", "a) D", "- E", "II. F", "1. G"])
    }

    @Test func `takes the list of a paragraph from its style, and counts several levels`()
        async throws
    {
        let numbering = """
            <w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>\
            <w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/>\
            <w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>\
            <w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>
            """
        let styles = """
            <w:style w:styleId="Mục"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>\
            <w:style w:styleId="Con"><w:basedOn w:val="Mục"/><w:pPr><w:numPr><w:ilvl w:val="1"/>\
            </w:numPr></w:pPr></w:style>
            """
        let body = ["Mục", "Con", "Con"].map {
            "<w:p><w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
        }.joined()
        let sample = SampleDocx(body, numbering: numbering, styles: styles)
        #expect(try await lines(sample) == ["1. x", "1.1. x", "1.2. x"])
    }

    @Test func `starts a second list over where it says so`() async throws {
        let numbering = """
            <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>\
            <w:lvlText w:val="%1."/></w:lvl></w:abstractNum>\
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>\
            <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">\
            <w:startOverride w:val="1"/></w:lvlOverride></w:num>
            """
        let sample = SampleDocx(
            ["1", "1", "2", "2"].map { paragraph("x", list: $0) }.joined(), numbering: numbering)
        #expect(try await lines(sample) == ["1. x", "2. x", "1. x", "2. x"])
    }

    private func cell(_ text: String, _ properties: String = "") -> String {
        """
        <w:tc><w:tcPr>\(properties)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>
        """
    }

    @Test func `reads tables with merged cells filled and written once`() async throws {
        let sample = SampleDocx(
            """
            <w:tbl><w:tr>\(cell("I"))\(cell("Tuyên truyền", "<w:gridSpan w:val=\"2\"/>"))</w:tr>\
            <w:tr>\(cell("1", "<w:vMerge w:val=\"restart\"/>"))\(cell("Phát tờ rơi"))\
            \(cell("Công an"))</w:tr><w:tr>\(cell("", "<w:vMerge/>"))\(cell("Treo băng rôn"))\
            \(cell("Đoàn"))</w:tr></w:tbl>
            """)
        let source = try await PlanFile.read(sample.bytes, name: "b.docx")
        #expect(
            source.lines.map(\.text) == [
                "I | Tuyên truyền", "1 | Phát tờ rơi | Công an", " | Treo băng rôn | Đoàn",
            ])
        let table = try #require(source.tables.first)
        #expect(table.rows.map(\.line) == [1, 2, 3])
        #expect(
            table.rows.map(\.cells) == [
                ["I", "Tuyên truyền", "Tuyên truyền"], ["1", "Phát tờ rơi", "Công an"],
                ["1", "Treo băng rôn", "Đoàn"],
            ])
    }

    @Test func `joins the paragraphs of a cell`() async throws {
        let sample = SampleDocx(
            """
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Sở Y tế</w:t></w:r></w:p><w:p><w:r><w:t>Sở Nội vụ\
            </w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """)
        #expect(try await lines(sample) == ["Sở Y tế / Sở Nội vụ"])
    }
}
