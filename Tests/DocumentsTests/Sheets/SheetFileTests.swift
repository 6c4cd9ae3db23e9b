import Documents
import Domain
import Testing

@Suite struct `A sheet of an office` {
    private func cells(_ bytes: [UInt8], _ name: String = "ds.xlsx") throws -> [[String]] {
        try SheetFile.read(bytes, name: name).rows.map(\.cells)
    }

    // MARK: CSV

    @Test(arguments: [
        "Tên,Số\nTrụ 1,\"4,5\"\n", "Tên;Số\r\nTrụ 1;4,5\r\n", "Tên\tSố\rTrụ 1\t4,5",
        "\u{FEFF}Tên|Số\nTrụ 1|4,5", "sep=;\nTên;Số\nTrụ 1;4,5\n",
    ])
    func `is read whatever separates its cells`(text: String) throws {
        #expect(try cells(Array(text.utf8), "ds.csv") == [["Tên", "Số"], ["Trụ 1", "4,5"]])
    }

    @Test func `keeps quotes and line ends within cells, and numbers rows as the person does`()
        throws
    {
        let text = "A,B\n\n\"một\ndòng\",\"\"\"x\"\"\"\nba,bốn\n"
        let sheet = try SheetFile.read(Array(text.utf8), name: "ds.csv")
        #expect(sheet.rows.map(\.number) == [1, 3, 5])
        #expect(sheet.rows[1].cells == ["một\ndòng", "\"x\""])
    }

    @Test func `says where a quote stays open`() {
        let problem = #expect(throws: Problem.self) {
            try cells(Array("A,B\n\"mở,2\n".utf8), "ds.csv")
        }
        #expect(problem?.message.contains("dòng 2") == true)
    }

    @Test func `in the encoding of old fonts is read as what it shows`() throws {
        // "Tên,Địa chỉ,Điện thoại" and a row, in TCVN3.
        let row: [UInt8] = Array(
            "Tªn,§Þa chØ,§iÖn tho¹i\nNhµ v¨n hãa,12 phè HuÕ,1\n".unicodeScalars
        ).map {
            UInt8($0.value)
        }
        #expect(
            try cells(row, "ds.csv") == [
                ["Tên", "Địa chỉ", "Điện thoại"], ["Nhà văn hóa", "12 phố Huế", "1"],
            ])
    }

    // MARK: Excel

    @Test func `in Excel shows days, numbers, texts and truths as people read them`() throws {
        let rows = """
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" s="1"><v>46347</v></c>\
            <c r="D2"><v>4.5</v></c><c r="E2"><v>1E3</v></c><c r="F2" t="b"><v>1</v></c>\
            <c r="G2" t="inlineStr"><is><t>a &amp; b</t></is></c><c r="H2" s="2"><v>59.5</v></c></row>
            """
        let bytes = SampleWorkbook.bytes(
            [("DS", "visible", "<sheetData>\(rows)</sheetData>")], strings: ["Trụ"],
            styles: [0, 14, 165], formats: [165: "dd\\-mm\\-yyyy;@", 164: "[Red]0.0"])
        #expect(
            try cells(bytes) == [
                ["Trụ", "", "21/11/2026", "4,5", "1000", "Có", "a & b", "28/02/1900"]
            ])
        #expect(try SheetFile.read(bytes, name: "x").rows[0].number == 2)
    }

    @Test func `from an old Macintosh counts its days from 1904`() throws {
        let rows = #"<row r="1"><c r="A1" s="0"><v>0</v></c><c r="B1" s="0"><v>44885</v></c></row>"#
        let bytes = SampleWorkbook.bytes(
            [("DS", "visible", "<sheetData>\(rows)</sheetData>")], styles: [14], is1904: true)
        #expect(try cells(bytes) == [["01/01/1904", "21/11/2026"]])
    }

    @Test func `says merged words of each cell, downwards and over heads`() throws {
        let xml = """
            <sheetData><row r="1"><c r="A1" t="str"><v>Vị trí</v></c><c r="C1" t="str"><v>Tên</v></c></row>\
            <row r="2"><c r="A2" t="str"><v>Tổ</v></c><c r="B2" t="str"><v>Số nhà</v></c></row>\
            <row r="30"><c r="A30" t="str"><v>Tổ 3</v></c><c r="B30"><v>1</v></c></row>\
            <row r="31"><c r="B31"><v>2</v></c></row>\
            <row r="32"><c r="A32" t="str"><v>Nhóm II</v></c><c r="C32" t="str"><v>x</v></c></row></sheetData>\
            <mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:C2"/>\
            <mergeCell ref="A30:A31"/><mergeCell ref="A32:B32"/></mergeCells>
            """
        #expect(
            try cells(SampleWorkbook.bytes([("DS", "visible", xml)])) == [
                ["Vị trí", "Vị trí", "Tên"], ["Tổ", "Số nhà", "Tên"], ["Tổ 3", "1"],
                ["Tổ 3", "2"], ["Nhóm II", "", "x"],
            ])
    }

    @Test func `is the first visible one with words, and says what it left out`() throws {
        let row =
            #"<sheetData><row r="1"><c r="A1" t="str"><v>x</v></c><c r="B1" t="e"><v>#REF!</v></c>"#
            + #"<c r="C1"><f>SUM(A1)</f></c></row></sheetData>"#
        let bytes = SampleWorkbook.bytes(
            [
                ("Ẩn", "hidden", row),
                ("Trống", "visible", "<sheetData><row r=\"1\"/></sheetData>"),
                ("DS", "visible", row), ("Khác", "visible", row),
            ], more: ["xl/vbaProject.bin": "macro"])
        let sheet = try SheetFile.read(bytes, name: "ds.xlsm")
        #expect(sheet.rows.map(\.cells) == [["x"]])
        let notes = sheet.notes.joined(separator: "\n")
        for words in ["macro", "«Ẩn» đang ẩn", "«DS»; còn «Khác»", "1 ô công thức", "1 ô báo lỗi"] {
            #expect(notes.contains(words))
        }
    }

    @Test func `with very many empty rows has none of them`() throws {
        let empty = (3...30_000).map { "<row r=\"\($0)\"/>" }.joined()
        let row = #"<row r="1"><c r="A1" t="str"><v>x</v></c></row>"#
        #expect(try cells(SampleWorkbook.bytes(rows: row + empty)) == [["x"]])
    }

    @Test func `in an old font is read as what it shows`() throws {
        let words = ["Tªn c¬ së", "§Þa chØ", "§iÖn tho¹i", "Nhµ hµng"]
        let row = words.indices.map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
        let sheet = try SheetFile.read(
            SampleWorkbook.bytes(rows: "<row r=\"1\">\(row)</row>", strings: words), name: "x")
        #expect(sheet.rows[0].cells == ["Tên cơ sở", "Địa chỉ", "Điện thoại", "Nhà hàng"])
        #expect(sheet.notes.contains { $0.contains("TCVN3") })
    }

    // MARK: What is none

    @Test func `has a limit of rows`() throws {
        let rows = (1...SheetFile.rowsMax + 1).map { "a\($0),b\n" }.joined()
        let kept = rows.split(separator: "\n").prefix(SheetFile.rowsMax).joined(separator: "\n")
        #expect(try cells(Array(kept.utf8), "ds.csv").count == SheetFile.rowsMax)
        let problem = #expect(throws: Problem.self) { try cells(Array(rows.utf8), "ds.csv") }
        #expect(problem?.kind == .tooLarge)
    }

    @Test(
        arguments: [
            ([], "trống"), (Array("\n,,\n".utf8), "không có dòng nào"),
            (Array("<html><table><tr><td>1</td></tr></table></html>".utf8), "trang web"),
            (Array("%PDF-1.7".utf8), "không phải bảng tính"),
            (
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
                    + Array("W\0o\0r\0k\0b\0o\0o\0k\0".utf8), ".xls"
            ),
        ] as [([UInt8], String)])
    func `is asked for where there is none`(bytes: [UInt8], words: String) {
        let problem = #expect(throws: Problem.self) { try cells(bytes, "tệp") }
        #expect(problem?.message.contains(words) == true)
        #expect(problem?.message.contains("hãy") == true)
    }

    @Test func `that is a bomb, a Word text or broken is refused`() {
        var bomb = SampleZip()
        bomb.addBomb("xl/workbook.xml", blocks: 420_000)
        var word = SampleZip()
        word.add("word/document.xml", "<w/>")
        let broken = SampleWorkbook.bytes(rows: "<row><c></row>")
        for (bytes, words) in [
            (bomb.bytes, "quá lớn"), (word.bytes, "văn bản Word"), (broken, "bị hỏng"),
            (Array(broken.dropLast(30)), "bị hỏng"),
        ] {
            let problem = #expect(throws: Problem.self) { try cells(bytes) }
            #expect(problem?.message.contains(words) == true, "\(words): \(problem?.message ?? "")")
        }
    }

    // MARK: Writing

    private static let table = SheetTable(
        title: "Sổ: thử/nghiệm",
        columns: [.init("Tên"), .init("Ngày"), .init("Số"), .init("Loại", choices: ["A", "B"])],
        rows: [
            [
                .text("=HYPERLINK(\"x\")"), .day(Day(number: 20_778)),
                .number(4.5), .text("A"),
            ],
            [.text("một, hai\n\"ba\""), .empty, .number(1000), .text("+84 912")],
            [.text("'=đã có"), .empty, .empty, .text("-")],
        ])

    @Test func `comes back from a workbook and from CSV as it was, and no cell is a formula`()
        throws
    {
        let expected = [
            ["Tên", "Ngày", "Số", "Loại"], ["=HYPERLINK(\"x\")", "21/11/2026", "4,5", "A"],
            ["một, hai\n\"ba\"", "", "1000", "+84 912"],
        ]
        let book = try SheetWriter.workbook([Self.table])
        #expect(Array(try cells(book).prefix(3)) == expected)
        let csv = SheetWriter.csv(Self.table)
        #expect(Array(try cells(csv, "x.csv").prefix(3)) == expected)
        let text = String(decoding: csv, as: UTF8.self)
        #expect(text.contains("\"'=HYPERLINK(\"\"x\"\")\""))
        #expect(text.contains("'+84 912"))
    }

    @Test func `keeps a row over all columns whole, for a person and for a reader`() throws {
        let table = SheetTable(
            title: "Bảng", columns: [.init("TT", width: 8), .init("Đơn vị"), .init("Số")],
            rows: [
                [.text("Tổ chức phổ biến kế hoạch")],
                [.number(1), .text("Công an phường"), .number(2)],
            ])
        let title = "Tổ chức phổ biến kế hoạch"
        #expect(
            try cells(SheetWriter.workbook([table])) == [
                ["TT", "Đơn vị", "Số"], [title, title, title], ["1", "Công an phường", "2"],
            ])
    }
}
