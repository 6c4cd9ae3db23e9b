import Documents
import Domain
import Testing

@Suite struct `Reading other forms of plans` {
    /// A plan as it stands, head and foot included.
    private func whole(_ text: String) -> PlanReading {
        PlanReader.read(SourceText(text: text), file: "plan.txt")
    }

    @Test func `takes parts and capital letters for headings above the numerals`() {
        let plan = reading(
            """
            Phần thứ nhất

            TÌNH HÌNH NĂM 2025

            I. Kết quả

            - Bờ kè sạt lở ba lần.

            Phần thứ hai

            NHIỆM VỤ NĂM 2026

            I. NHIỆM VỤ

            A. TRƯỚC MÙA MƯA

            1. Nạo vét các cống dọc bờ kè.

            B. TRONG MÙA MƯA

            1. Công an phường tuần tra bờ kè vào ban đêm.
            """)
        #expect(plan.tasks.map(\.id) == ["I.1", "I.1-2"])
        #expect(plan.otherLines.contains { $0.kind == "situation" })
        #expect(plan.otherLines.filter { $0.kind == "part_heading" }.count == 4)
        #expect(plan.otherLines.filter { $0.kind == "letter_heading" }.count == 2)
    }

    @Test func `reads a label that says the section's numeral again`() {
        let plan = reading(
            """
            II. NHIỆM VỤ

            II.1. Nạo vét các cống dọc bờ kè.

            II.2. Kiểm tra biển báo dọc bờ kè.
            """)
        #expect(plan.tasks.map(\.id) == ["II.1", "II.2"])
    }

    @Test func `takes a starred line over a paragraph for what it is about`() {
        let plan = reading(
            """
            II. MỤC TIÊU

            * Mục tiêu chung

            Giữ bờ kè an toàn.

            * Mục tiêu cụ thể

            - 100% hộ ven kè ký cam kết.
            """)
        #expect(plan.objectives.map(\.lineStart).count == 2)
    }

    @Test func `lets the unit before a colon lead its own bullet`() {
        let plan = reading(
            """
            III. NHIỆM VỤ

            1. Trạm Y tế phường và các tổ chức chính trị - xã hội phường

            - Trạm Y tế phường: Chủ trì, phối hợp với Công an phường tổ chức trực.

            - Tuyên truyền tới hộ dân.
            """)
        #expect(plan.tasks.map(\.leadUnits.count) == [1, 2])
        #expect(plan.tasks[0].leadUnits == ["Trạm Y tế phường"])
        #expect(plan.tasks[0].unitHeading == plan.tasks[1].unitHeading)
    }

    @Test func `closes a plan of the Party without work`() {
        let plan = reading(
            """
            III. TỔ CHỨC THỰC HIỆN

            1. Công an phường tuần tra bờ kè.

            Kế hoạch này được phổ biến đến chi bộ./.
            """)
        #expect(plan.tasks.map(\.id) == ["III.1"])
        #expect(plan.otherLines.contains { $0.kind == "closing" })
    }

    @Test func `takes heads for their offices and villages' heads for themselves`() {
        let plan = reading(
            """
            III. TỔ CHỨC THỰC HIỆN

            1. Thủ trưởng các cơ quan, đơn vị; Hiệu trưởng các trường học; Trưởng Công an phường; Trưởng các thôn tổ chức tuần tra.
            """)
        #expect(
            plan.tasks.first?.leadUnits == [
                "Các cơ quan, đơn vị", "Các trường học", "Công an phường", "Trưởng các thôn",
            ])
    }

    @Test func `keeps the places of a list general behind phối hợp`() throws {
        let plan = reading(
            """
            III. TỔ CHỨC THỰC HIỆN

            1. Công an phường chủ trì, phối hợp với các phòng, ban, địa phương tuần tra.
            """)
        let task = try #require(plan.tasks.first)
        #expect(task.coordinatingUnits == ["Các phòng, ban"])
        #expect(task.genericPartners == ["địa phương"])
    }

    @Test func `finds who must ask for money in a later sentence`() {
        let plan = reading(
            """
            IV. KINH PHÍ

            Kinh phí thực hiện từ ngân sách phường. Các phòng, ban lập dự toán hằng năm gửi Phòng Tài chính.
            """)
        #expect(plan.tasks.map(\.id) == ["IV.p1"])
    }

    @Test func `gives a task the time of its own subject`() {
        let plan = reading(
            """
            III. NỘI DUNG

            1. Tổ chức hội nghị để người ứng cử vận động bầu cử.

            - Đơn vị chủ trì: Công an phường

            - Thời gian thực hiện: Tuyên truyền bầu cử từ ngày 01/12/2025 đến ngày 15/3/2026; vận động bầu cử từ ngày 24/02/2026 đến ngày 14/3/2026
            """)
        #expect(plan.tasks.map { $0.deadlines.map(\.date) } == [["2026-03-14"]])
    }

    @Test func `parts two columns of the foot that only spaces keep apart`() {
        let plan = whole(
            """
            ỦY BAN NHÂN DÂN           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            PHƯỜNG AN HẢI                  Độc lập - Tự do - Hạnh phúc

            Số:      /KH-UBND         An Hải, ngày 20 tháng 5 năm 2026

            KẾ HOẠCH
            Bảo vệ bờ kè

            I. NHIỆM VỤ

            - Tuần tra bờ kè.

            Nơi nhận:                 TM. ỦY BAN NHÂN DÂN
            - UBND thành phố;              CHỦ TỊCH
            - Lưu: VT.                Trần Văn Mẫu
            """)
        #expect(plan.document.numberSuffix == "/KH-UBND")
        #expect(plan.document.date == "2026-05-20")
        #expect(plan.document.recipients == ["UBND thành phố", "Lưu: VT"])
        #expect(plan.document.signers.map(\.authority) == ["TM. ỦY BAN NHÂN DÂN"])
        #expect(plan.document.signers.map(\.name) == ["Trần Văn Mẫu"])
    }

    @Test func `takes the issuer of an enclosed plan from the decision`() {
        let plan = whole(
            """
            KẾ HOẠCH
            Cải cách hành chính năm 2026
            (Ban hành kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân phường An Khê)

            I. NHIỆM VỤ
            1. Văn phòng HĐND và UBND phường rà soát thủ tục.
            """)
        #expect(plan.document.title == "Cải cách hành chính năm 2026")
        #expect(plan.document.issuer?.hasSuffix("phường An Khê") == true)
    }

    @Test func `leaves a table of points in an appendix alone`() {
        let plan = whole(
            """
            KẾ HOẠCH
            Phát động thi đua

            I. NỘI DUNG

            - Thi đua cải cách hành chính.

            Nơi nhận:
            - Lưu: VT.

            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH

            PHỤ LỤC

            THANG ĐIỂM

            STT | Nội dung | Điểm tối đa
            1 | Cải cách hành chính | 30
            """)
        #expect(plan.tasks.count == 1)
        #expect(plan.otherLines.map(\.kind).suffix(2) == ["table_header", "table_row"])
    }

    @Test func `takes two groups by their heads for one`() {
        let plan = reading(
            """
            III. TỔ CHỨC THỰC HIỆN

            1. Giám đốc các Sở, Thủ trưởng các ngành; Chủ tịch UBND các xã, phường chịu trách nhiệm tổ chức tuần tra.

            2. Các tổ chức, cá nhân quản lý, sử dụng bờ kè có trách nhiệm bảo vệ, giữ gìn.
            """)
        #expect(
            plan.tasks.map(\.leadUnits) == [
                [
                    "Giám đốc các Sở, Thủ trưởng các ngành",
                    "Chủ tịch UBND các xã, phường",
                ], ["Các tổ chức, cá nhân quản lý, sử dụng bờ kè"],
            ])
    }

    @Test func `ends a heading about "chuyển đổi số"`() {
        let plan = reading(
            """
            II. NHIỆM VỤ

            1. Về nhận thức số

            Tổ chức tuyên truyền trên hệ thống loa.

            2. Ban điều hành 08 khu phố: vận động hộ dân ký cam kết.
            """)
        #expect(plan.tasks.map(\.id) == ["II.1.p1", "II.2"])
        #expect(plan.tasks[1].leadUnits == ["Ban điều hành 08 khu phố"])
    }

    @Test func `takes the last item before an appendix of tasks for what it is`() {
        let plan = whole(
            """
            KẾ HOẠCH
            Bảo vệ bờ kè

            II. TỔ CHỨC THỰC HIỆN

            1. Kinh phí

            a) Kinh phí từ ngân sách phường.

            b) Công an phường lập dự toán hằng năm.

            Nơi nhận:
            - Lưu: VT.

            TM. ỦY BAN NHÂN DÂN
            CHỦ TỊCH

            PHỤ LỤC

            STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành
            1 | Kẻ biển báo | Theo phân công tại Quyết định số 14/QĐ-UBND | Trạm Y tế phường | Theo Quyết định số 14/QĐ-UBND ngày 25/9/2025
            """)
        #expect(plan.tasks.map(\.id) == ["II.1.b", "PL.1"])
        #expect(plan.tasks[1].leadUnits.isEmpty)
        #expect(plan.tasks[1].deadlines.allSatisfy { $0.date == nil })
    }
}
