import Documents
import Domain
import Foundation
import FoundationXML
import Testing

@Suite struct `Writing a document for Word` {
    private func part(_ name: String, of document: AdministrativeDocument) throws -> String {
        let parts = DocxWriter.package(of: document).parts
        return try #require(parts.first { $0.name == name }?.xml)
    }

    private func body(of document: AdministrativeDocument) throws -> String {
        try part("word/document.xml", of: document)
    }

    @Test(arguments: SampleDocuments.all.map(\.0))
    func `makes well-formed parts`(name: String) throws {
        let document = try #require(SampleDocuments.all.first { $0.0 == name }?.1)
        for part in DocxWriter.package(of: document).parts {
            let parser = XMLParser(data: Data((WordXML.declaration + part.xml).utf8))
            #expect(parser.parse(), "\(part.name): \(String(describing: parser.parserError))")
        }
    }

    @Test func `sets paper and margins in twips`() throws {
        let xml = try body(of: SampleDocuments.letter)
        #expect(xml.contains(#"<w:pgSz w:w="11906" w:h="16838"/>"#))
        #expect(
            xml.contains(
                #"<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" "#
                    + #"w:header="567" w:footer="567" w:gutter="0"/>"#))
    }

    @Test func `numbers pages in the middle of the top margin but not the first`() throws {
        let document = SampleDocuments.ward
        let xml = try body(of: document)
        #expect(xml.contains("<w:titlePg/>"))
        let numbered = try part("word/header1.xml", of: document)
        #expect(numbered.contains(" PAGE "))
        let first = try part("word/header2.xml", of: document)
        #expect(!first.contains(" PAGE "))
        let styles = try part("word/styles.xml", of: document)
        #expect(
            styles.contains(
                #"w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/>"#
                    + #"<w:qFormat/><w:pPr><w:jc w:val="center"/></w:pPr>"#
                    + #"<w:rPr><w:sz w:val="28"/>"#))
    }

    @Test func `begins the pages of each appendix at one`() throws {
        let xml = try body(of: SampleDocuments.ward)
        #expect(SampleDocuments.ward.appendices.count == 2)
        #expect(xml.matches(of: /<w:sectPr>/).count == 3)
        #expect(xml.matches(of: /<w:pgNumType w:start="1"\/>/).count == 2)
    }

    @Test func `sets font, language and sizes`() throws {
        let styles = try part("word/styles.xml", of: SampleDocuments.ward)
        #expect(styles.contains(#"w:ascii="Times New Roman""#))
        #expect(styles.contains(#"<w:lang w:val="vi-VN""#))
        #expect(styles.contains("<w:widowControl/>"))
        let sizes = [
            "QuocHieu": 26, "TieuNgu": 28, "CoQuanBanHanh": 26, "SoKyHieu": 26, "Title": 28,
            "Subtitle": 28, "NoiNhan": 24, "NoiNhanChiTiet": 22, "PhuLuc": 28,
        ]
        for (id, halves) in sizes {
            let style = try #require(
                styles.split(separator: "<w:style ").first {
                    $0.contains(#"w:styleId="\#(id)""#)
                })
            #expect(style.contains(#"<w:sz w:val="\#(halves)"/>"#), "\(id)")
        }
    }

    @Test func `justifies text with an indent of 1.27 cm and 6 points between paragraphs`() throws {
        let styles = try part("word/styles.xml", of: SampleDocuments.ward)
        #expect(
            styles.contains(
                #"<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>"#
                    + #"<w:ind w:firstLine="720"/><w:jc w:val="both"/>"#))
    }

    @Test func `marks headings for the navigation pane and keeps them with their text`() throws {
        let styles = try part("word/styles.xml", of: SampleDocuments.ward)
        for level in 1...3 {
            #expect(styles.contains(#"<w:name w:val="heading \#(level)"/>"#))
            #expect(styles.contains(#"<w:outlineLvl w:val="\#(level - 1)"/>"#))
        }
        let xml = try body(of: SampleDocuments.ward)
        let first = #"<w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">I. CÔNG"#
        #expect(xml.contains(first))
    }

    @Test func `stands issuer beside emblem, and number beside date`() throws {
        let xml = try body(of: SampleDocuments.ward)
        let head = try #require(xml.split(separator: "</w:tbl>").first)
        let rows = head.split(separator: "<w:tr>").dropFirst()
        #expect(rows.count == 2)
        let first = try #require(rows.first)
        #expect(first.contains("PHƯỜNG SAO MAI") && first.contains("Độc lập - Tự do - Hạnh phúc"))
        let second = try #require(rows.last)
        #expect(second.contains("/BC-UBND") && second.contains("tháng 12 năm 2026"))
    }

    @Test func `draws the line under Tiêu ngữ as long as the words`() throws {
        let xml = try body(of: SampleDocuments.ward)
        let rules = xml.matches(
            of: /<w:pStyle w:val="DuongKe"\/><w:ind w:left="(\d+)" w:right="(\d+)"\/>/)
        let sides = rules.compactMap { Int($0.1) }
        try #require(sides.count == 3)
        // The right column is three fifths of 165 mm; the words take 60.5 mm of it at 14 points.
        let column = 9_355 - 3_742
        #expect(abs(column - 2 * sides[1] - 3_428) < 20)
        // Under the issuer a third to a half of "PHƯỜNG SAO MAI" at 13 points bold, 2,340 twips.
        let short = 3_742 - 2 * sides[0]
        #expect((2_340 / 3...2_340 / 2).contains(short), "\(short)")
    }

    @Test func `keeps the signature with the last words`() throws {
        let xml = try body(of: SampleDocuments.letter)
        let last = try #require(xml.range(of: "Đơn vị đã gửi báo cáo"))
        let paragraph = xml[..<last.lowerBound].split(separator: "<w:p>").last
        #expect(paragraph?.contains("<w:keepNext/>") == true)
        #expect(xml.contains(#"<w:pStyle w:val="QuyenHanChucVu"/>"#))
    }

    @Test func `repeats the heading row and cuts no row of a long table`() throws {
        let xml = try body(of: SampleDocuments.longTable)
        #expect(xml.matches(of: /<w:tblHeader\/>/).count == 1)
        let rows = xml.matches(of: /<w:tr>/).count
        #expect(rows == 2 + 1 + 300 + 1)
        #expect(xml.matches(of: /<w:cantSplit\/>/).count == rows)
    }

    @Test func `escapes what people typed`() throws {
        var document = SampleDocuments.letter
        document.title = "R&D <b>\"x\"\u{0}\u{B}</b>"
        document.body = [.paragraph(RichText(document.title))]
        let xml = try body(of: document)
        #expect(xml.contains("R&amp;D &lt;b&gt;&quot;x&quot;&lt;/b&gt;"))
        #expect(!xml.unicodeScalars.contains("\u{B}"))
        let core = try part("docProps/core.xml", of: document)
        #expect(core.contains("R&amp;D &lt;b&gt;"))
    }

    @Test func `lays out for the Party without Quốc hiệu`() throws {
        let xml = try body(of: SampleDocuments.party)
        #expect(xml.contains("ĐẢNG CỘNG SẢN VIỆT NAM"))
        #expect(!xml.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))
        #expect(xml.contains("Số 90-BC/ĐU"))
        #expect(xml.contains("T/M BAN THƯỜNG VỤ"))
        #expect(xml.contains("- Lưu VPĐU."))
        #expect(xml.contains("I- CÔNG TÁC"))
        #expect(xml.contains(#"w:val="DauNganCach"/></w:pPr><w:r><w:t xml:space="preserve">*<"#))
    }

    @Test func `shows open places in colour`() throws {
        let xml = try body(of: SampleDocuments.empty)
        #expect(
            xml.matches(of: /<w:highlight w:val="yellow"\/>/).count
                == SampleDocuments.empty.gaps.count)
        #expect(SampleDocuments.empty.gaps.count == 3)
    }

    @Test func `gives the same bytes for the same document`() throws {
        let bytes = try DocxWriter.write(SampleDocuments.ward)
        #expect(try DocxWriter.write(SampleDocuments.ward) == bytes)
    }

    @Test func `is read back with all its words`() async throws {
        let bytes = try DocxWriter.write(SampleDocuments.ward)
        let source = try await PlanFile.read(bytes, name: "bao-cao.docx")
        let words = source.lines.map(\.text).joined(separator: "\n")
        for heading in ["BÁO CÁO", "II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "PHỤ LỤC II"] {
            #expect(words.contains(heading))
        }
        #expect(words.contains("số tiền xử phạt: 286,5 triệu đồng"))
        #expect(source.tables.contains { $0.rows.first?.cells.contains("Mức đề ra") == true })
    }
}
