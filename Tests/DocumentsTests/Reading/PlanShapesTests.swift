import Documents
import Domain
import Testing

@Suite struct `Reading shapes of plans` {
    @Test func `takes a pointer to an appendix for no work`() {
        let plan = reading(
            """
            III. NHIỆM VỤ

            1. Giữ bờ kè

            - Nạo vét cống.

            (Danh mục cống theo Phụ lục đính kèm)

            2. Trồng cây

            (Trồng trước) Công an xã rào cây ven sông.

            - Rào cây.
            """)
        #expect(plan.tasks.map(\.id) == ["III.1.1", "III.2.p1", "III.2.2"])
        #expect(plan.otherLines.contains { $0.kind == "appendix_note" })
    }

    @Test func `takes a whole sentence behind "Thời gian" for work`() {
        let plan = reading(
            """
            II. ĐỐI TƯỢNG, PHẠM VI VÀ THỜI GIAN

            1. Phạm vi: Bờ kè của xã.

            2. Thời gian: Công tác nạo vét được thực hiện từ ngày 01/9/2027 đến ngày 31/10/2027.

            3. Thời gian: Từ ngày 01/9/2027 đến ngày 31/10/2027.

            III. NHIỆM VỤ

            1. Nạo vét cống.
            """)
        #expect(plan.tasks.map(\.id) == ["II.2", "III.1"])
        #expect(plan.tasks.first?.deadlines.map(\.date) == ["2027-10-31"])
    }

    @Test func `takes further matters of one list for what they are`() {
        let plan = reading(
            """
            II. NỘI DUNG GIÁM SÁT

            - Việc lập danh sách hộ ven sông.

            - Trình tự nhận hồ sơ của hộ ven sông; việc trả kết quả.

            - Kiểm tra bờ kè tại bến.

            III. NHIỆM VỤ

            1. Nạo vét cống.
            """)
        #expect(plan.tasks.map(\.id) == ["II.1", "III.1"])
    }

    @Test func `goes on with a name at a dash behind a short first line`() {
        let items = (1...6).map { number in
            "- Rà soát hộ ven sông số \(number) và\nlập danh sách gửi Phòng Kinh tế xã trước khi nước lên cao\nđể kịp sơ tán."
        }
        let field = "- Cơ quan phối hợp: Sở Lao động\n- Thương binh và Xã hội; Công an xã."
        let plan = reading(
            "III. NHIỆM VỤ\n\n1. Bờ kè\n\n" + items.joined(separator: "\n\n") + "\n\n" + field)
        #expect(plan.tasks.count == 6)
        #expect(
            plan.tasks.last?.coordinatingUnits
                == ["Sở Lao động - Thương binh và Xã hội", "Công an xã"])
    }

    @Test func `keeps the symbol of a number to fill in`() {
        func suffix(_ line: String) -> String? {
            HeadReader.read(
                SourceText(
                    text:
                        "ĐẢNG ỦY XÃ CỒN LAU\n*\n\(line)\n\nKẾ HOẠCH\nGiữ bờ kè\n\nI. MỤC ĐÍCH\n\n- Giữ."
                ).lines
            ).head.numberSuffix
        }
        #expect(suffix("Số       -KH/ĐU") == "-KH/ĐU")
        #expect(suffix("Số:      -KH/ĐU") == "-KH/ĐU")
        #expect(suffix("Số 18-KH/ĐU      - Mật") == "-KH/ĐU")
    }

    @Test func `counts districts and shares of those who agree`() {
        let plan = reading(
            "III. NHIỆM VỤ\n\n1. Kiểm tra ở ít nhất 05 huyện.\n\n2. Trên 50% số người dự họp đồng ý mới đưa vào danh sách.\n\n3. Hằng năm tiêm phòng; tỷ lệ tiêm đạt 80% tổng đàn.\n\n4. Phấn đấu trên 95% hộ được cập nhật trước ngày 15/12 hằng năm."
        )
        #expect(
            plan.tasks.map { $0.targets.map(\.unit) } == [
                ["district"], [], ["percent"], ["percent"],
            ])
        #expect(plan.tasks[1].criteria.map(\.op) == [">"])
        #expect(plan.tasks[2].targets.map(\.per) == [nil])
        #expect(plan.tasks[2].deadlines.map(\.recurrence) == [.yearly])
        #expect(plan.tasks[3].targets.map(\.by) == ["--12-15"])
    }
}
