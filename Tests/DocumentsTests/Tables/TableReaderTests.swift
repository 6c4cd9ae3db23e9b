import Documents
import Domain
import Testing

@Suite struct `Reading tables of assignments` {
    private func docx(_ tables: [[String]]..., above: [String] = []) -> SourceText {
        var lines = above.enumerated().map {
            SourceLine(number: $0.offset + 1, page: nil, text: $0.element)
        }
        let sources = tables.map { rows in
            SourceTable(
                rows: rows.map { row in
                    let number = lines.count + 1
                    lines.append(
                        SourceLine(number: number, page: nil, text: row.joined(separator: " | ")))
                    return SourceTable.Row(line: number, cells: row)
                })
        }
        return SourceText(origin: .docx, lines: lines, tables: sources)
    }

    private let heads = [
        "TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm",
    ]

    @Test func `reads the cells of a row`() throws {
        let source = docx(
            [
                heads,
                [
                    "1", "Tập huấn chữa cháy cho tổ liên gia", "Công an phường",
                    "Văn phòng HĐND và UBND phường; các đơn vị liên quan", "Quý II/2026", "Báo cáo",
                ],
            ], above: ["PHỤ LỤC"])
        let reader = TableReader(source)
        let task = try #require(reader.read(year: 2026).tasks.first)
        #expect(task.id == "PL.1")
        #expect(task.row == 1)
        #expect(task.table == 1)
        #expect(task.text == "Tập huấn chữa cháy cho tổ liên gia")
        #expect(task.leadUnits == ["Công an phường"])
        #expect(task.coordinatingUnits == ["Văn phòng HĐND và UBND phường"])
        #expect(task.genericPartners == ["các đơn vị liên quan"])
        #expect(task.deadlines.map(\.text) == ["Quý II/2026"])
        #expect(task.product == "Báo cáo")
        #expect(task.lineStart == 3)
        #expect(reader.lines == [2, 3])
    }

    @Test(
        arguments: [
            ("Ban Chỉ huy Quân sự xã, trưởng các bản", 2), ("Phòng Kinh tế, công an xã", 2),
            ("Trạm Y tế xã và trưởng thôn, bí thư chi bộ", 3),
            ("Trạm Y tế xã, lực lượng dân phòng, chủ các cơ sở kinh doanh", 2),
            ("Bí thư, phó bí thư chi bộ", 1), ("Phòng Kinh tế, hạ tầng và đô thị xã", 1),
            ("Ban Chỉ huy phòng thủ dân sự, tìm kiếm cứu nạn xã", 1),
        ])
    func `parts names that begin small behind a mark`(cell: String, count: Int) throws {
        let source = docx(
            [heads, ["1", "Tuần tra bờ kè", "Hạt Kiểm lâm Bến Sen", cell, "Quý II/2026", ""]],
            above: ["PHỤ LỤC"])
        let task = try #require(TableReader(source).read(year: 2026).tasks.first)
        #expect(task.coordinatingUnits.count == count)
    }

    @Test func `leaves tables alone that assign nothing`() {
        let source = docx(
            [["UBND PHƯỜNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]],
            [["TT", "Nội dung chấm điểm", "Điểm tối đa"], ["1", "Có kế hoạch", "10"]])
        #expect(TableReader(source).lines.isEmpty)
    }

    @Test func `reads heads over two rows`() throws {
        let source = docx([
            ["STT", "Nhiệm vụ", "Đơn vị thực hiện", "Đơn vị thực hiện", "Thời hạn"],
            ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời hạn"],
            ["(1)", "(2)", "(3)", "(4)", "(5)"],
            ["1", "Kiểm tra chợ", "Công an phường", "Phòng Kinh tế", "Tháng 6/2026"],
        ])
        let task = try #require(TableReader(source).read(year: nil).tasks.first)
        #expect(task.leadUnits == ["Công an phường"])
        #expect(task.coordinatingUnits == ["Phòng Kinh tế"])
    }

    @Test func `keeps headings between rows apart, and numbers that start again distinct`() {
        let source = docx(
            [
                heads, ["I", "Tuyên truyền", "", "", "", ""],
                ["1", "Phát tờ rơi", "Đoàn Thanh niên", "", "Tháng 3", ""],
                ["II", "Kiểm tra", "Kiểm tra", "Kiểm tra", "Kiểm tra", "Kiểm tra"],
                ["1", "Kiểm tra chợ", "Công an phường", "", "Tháng 4", ""],
            ], above: ["Phụ lục I"])
        let reading = TableReader(source).read(year: 2026)
        #expect(reading.tasks.map(\.id) == ["PL.I.1", "PL.II.1"])
        #expect(reading.tasks.map(\.tableSection) == ["Tuyên truyền", "Kiểm tra"])
        #expect(
            reading.otherLines.map(\.kind) == ["table_header", "table_section", "table_section"])
    }

    @Test func `goes on with a table on the next page, with and without heads`() {
        let source = docx(
            [heads, ["1", "Phát tờ rơi", "Đoàn Thanh niên", "", "Tháng 3", ""]],
            [
                ["2", "Kiểm tra chợ", "Công an phường", "", "Tháng 4", ""], heads,
                ["3", "Diễn tập", "Ban Chỉ huy quân sự", "", "Tháng 5", ""],
            ])
        let tasks = TableReader(source).read(year: 2026).tasks
        #expect(tasks.map(\.row) == [1, 2, 3])
        #expect(tasks.map(\.table) == [1, 1, 1])
    }

    @Test func `joins a row that a page break cut`() throws {
        let source = docx([
            heads, ["1", "Rà soát các cơ sở", "Công an phường", "", "Tháng 3", "Danh sách"],
            ["", "kinh doanh có điều kiện", "", "", "", "cơ sở"],
        ])
        let tasks = TableReader(source).read(year: 2026).tasks
        #expect(tasks.map(\.text) == ["Rà soát các cơ sở kinh doanh có điều kiện"])
        #expect(tasks.first?.product == "Danh sách cơ sở")
    }

    @Test func `makes two tasks of one work with two leads and products`() {
        let source = docx(
            [
                heads, ["2", "Kế hoạch kiểm tra", "Công an phường", "", "Tháng 1", "Kế hoạch"],
                [
                    "2", "Kế hoạch kiểm tra", "Các tổ dân phố", "", "Tháng 2",
                    "Kế hoạch tự kiểm tra",
                ],
            ], above: ["PHỤ LỤC"])
        let tasks = TableReader(source).read(year: nil).tasks
        #expect(tasks.map(\.id) == ["PL.2", "PL.2.2"])
        #expect(tasks.map(\.row) == [2, nil])
        #expect(tasks.map(\.leadUnits) == [["Công an phường"], ["Các tổ dân phố"]])
    }

    @Test func `writes out what a cell repeats from above`() {
        let source = docx([
            heads, ["1", "Phát tờ rơi", "Đoàn Thanh niên", "", "Tháng 3", ""],
            ["2", "Treo băng rôn", "-nt-", "", "nt", ""],
        ])
        let tasks = TableReader(source).read(year: nil).tasks
        #expect(tasks.map(\.leadUnits) == [["Đoàn Thanh niên"], ["Đoàn Thanh niên"]])
    }

    @Test func `says what a time means that no date bounds`() throws {
        let source = docx([
            heads, ["1", "Diễn tập", "Công an phường", "", "Theo kế hoạch của tỉnh", ""],
        ])
        let task = try #require(TableReader(source).read(year: 2026).tasks.first)
        #expect(task.deadlines.map(\.text) == ["Theo kế hoạch của tỉnh"])
    }

    @Test func `takes the place of a table in the body from its heading`() {
        let source = docx(
            [heads, ["1", "Diễn tập", "Công an phường", "", "Tháng 3", ""]],
            above: ["III. NHIỆM VỤ"])
        #expect(TableReader(source).read(year: nil).tasks.map(\.id) == [".t1"])
    }

    @Test func `reads rows with bars in a text, headings between them included`() {
        let text = """
            PHỤ LỤC
            STT | Tên nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành
            I. TUYÊN TRUYỀN
            1 | Phát tờ rơi | Đoàn Thanh niên | Thường xuyên

            2 | Treo băng rôn | Phòng Văn hóa - Xã hội | Hằng năm
            Hết phụ lục.
            """
        let reader = TableReader(SourceText(text: text))
        let reading = reader.read(year: nil)
        #expect(reading.tasks.map(\.id) == ["PL.1", "PL.2"])
        #expect(reading.tasks.map(\.tableSection) == ["TUYÊN TRUYỀN", "TUYÊN TRUYỀN"])
        #expect(reader.lines == Set(2...6))
    }

    @Test func `reads cells that stand on lines of their own, empty ones left out`() {
        let text = """
            Phụ lục
            TT
            Nội dung
            Chủ trì
            Phối hợp
            Thời gian
            I
            Tuyên truyền
            1
            Phát tờ rơi
            Đoàn Thanh niên
            Hội Phụ nữ
            Thường xuyên
            2
            Treo băng rôn
            Phòng Văn hóa - Xã hội
            Tháng 3/2026
            """
        let tasks = TableReader(SourceText(text: text)).read(year: nil).tasks
        #expect(tasks.map(\.text) == ["Phát tờ rơi", "Treo băng rôn"])
        #expect(tasks.map(\.leadUnits) == [["Đoàn Thanh niên"], ["Phòng Văn hóa - Xã hội"]])
        #expect(tasks.map(\.coordinatingUnits) == [["Hội Phụ nữ"], []])
        #expect(tasks.map { $0.deadlines.first?.text } == ["Thường xuyên", "Tháng 3/2026"])
    }

    @Test(arguments: [
        (
            "Sở Tư pháp; UBND các xã, phường, đặc khu",
            ["Sở Tư pháp", "UBND các xã, phường, đặc khu"]
        ),
        ("Các Sở, Ban, ngành và UBND các xã", ["Các Sở, Ban, ngành", "UBND các xã"]),
        ("Văn phòng HĐND và UBND phường", ["Văn phòng HĐND và UBND phường"]),
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Công an phường, Ban Chỉ huy quân sự", ["Công an phường", "Ban Chỉ huy quân sự"]),
        ("Phòng Bưu chính, Viễn thông; Trạm Y tế", ["Phòng Bưu chính, Viễn thông", "Trạm Y tế"]),
        ("Công an phường, VNPT Bến Sen", ["Công an phường", "VNPT Bến Sen"]),
        ("Sở Công Thương, Viễn thông tỉnh", ["Sở Công Thương", "Viễn thông tỉnh"]),
        ("Công an phường chủ trì", ["Công an phường"]),
        ("- Công an phường; / - Trạm Y tế.", ["Công an phường", "Trạm Y tế"]),
        ("Sở Y tế (Chi cục Dân số, Trung tâm)", ["Sở Y tế (Chi cục Dân số, Trung tâm)"]),
        (
            "Ban Chỉ huy Quân sự xã, Đồn Biên phòng Cửa Lân",
            ["Ban Chỉ huy Quân sự xã", "Đồn Biên phòng Cửa Lân"]
        ),
    ])
    func `divides a cell into the bodies that it names`(cell: String, names: [String]) {
        let source = docx([heads, ["1", "Diễn tập", cell, "", "Tháng 3", ""]])
        #expect(TableReader(source).read(year: nil).tasks.map(\.leadUnits) == [names])
    }

    @Test(arguments: [
        "Công an phường chủ trì, phối hợp với Trạm Y tế",
        "Chủ trì: Công an phường; Phối hợp: Trạm Y tế",
        "Công an phường phối hợp Trạm Y tế",
    ])
    func `tells leads and partners apart in one cell`(cell: String) {
        let source = docx([
            ["TT", "Nội dung", "Đơn vị thực hiện", "Thời gian"],
            ["1", "Diễn tập", cell, "Tháng 3"],
        ])
        let tasks = TableReader(source).read(year: nil).tasks
        #expect(tasks.map(\.leadUnits) == [["Công an phường"]])
        #expect(tasks.map(\.coordinatingUnits) == [["Trạm Y tế"]])
    }

    @Test func `leads a short name to the full one, and lists what only a table names`() {
        let text = """
            KẾ HOẠCH
            I. NHIỆM VỤ
            1. Sở Khoa học và Công nghệ
            - Chủ trì tổ chức thực hiện Kế hoạch này.
            PHỤ LỤC
            TT | Nội dung | Chủ trì | Phối hợp | Thời gian
            1 | Tập huấn | Sở KH&CN | Trạm Y tế | Tháng 3/2026
            """
        let reading = PlanReader.read(SourceText(text: text), file: "a")
        let row = reading.tasks.first { $0.table == 1 }
        #expect(row?.leadUnits == ["Sở Khoa học và Công nghệ"])
        let unit = reading.units.first { $0.canonical == "Sở Khoa học và Công nghệ" }
        #expect(unit?.aliases.contains("Sở KH&CN") == true)
        #expect(reading.units.contains { $0.canonical == "Trạm Y tế" && $0.firstLine == 7 })
    }

    @Test func `keeps two names together that the text writes as one`() {
        let text = """
            KẾ HOẠCH
            I. NHIỆM VỤ
            1. Phòng Kế hoạch, Thống kê
            - Chủ trì tổ chức thực hiện Kế hoạch này.
            PHỤ LỤC
            TT | Nội dung | Chủ trì | Phối hợp | Thời gian
            1 | Điều tra | Phòng Kế hoạch, Thống kê | Trạm Y tế | Tháng 3/2026
            """
        let plan = PlanReader.read(SourceText(text: text), file: "a")
        let row = plan.tasks.first { $0.table == 1 }
        #expect(row?.leadUnits == ["Phòng Kế hoạch, Thống kê"])
    }

    @Test func `names each of the offices of one kind in a cell`() {
        let plan = reading(
            """
            II. NHIỆM VỤ

            STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian
            1 | Rà soát bờ kè | Phòng Kinh tế | Các Sở: Y tế, Xây dựng; UBND các xã | Tháng 5/2026
            2 | Trồng cây | Phòng Kinh tế | Các thôn | Tháng 6/2026
            """)
        #expect(
            plan.tasks.first?.coordinatingUnits == ["Sở Y tế", "Sở Xây dựng", "UBND các xã"])
    }
}
