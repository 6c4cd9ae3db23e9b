import Documents
import Domain
import Testing

@Suite struct `Reading items of other plans` {
    @Test func `gives a number printed twice an id of its own`() {
        let plan = reading(
            """
            III. NHIỆM VỤ

            1. Tuần tra bờ kè vào ban đêm.

            1. Kiểm tra biển báo dọc bờ kè.
            """)
        #expect(plan.tasks.map(\.id) == ["III.1", "III.1-2"])
    }

    @Test func `knows a heading that lost its label`() throws {
        let plan = reading(
            """
            I. MỤC ĐÍCH, YÊU CẦU

            Mục đích

            - Giữ bờ kè an toàn trong mùa mưa.

            2. Yêu cầu

            - Mọi hộ dân ven kè được thông báo.
            """)
        let heading = try #require(plan.otherLines.first { $0.kind == "unlabelled_heading" })
        #expect(heading.title == "Mục đích")
        #expect(plan.objectives.map(\.sectionPath) == ["I", "I.2"])
    }

    @Test func `takes what a sentence announces as targets for aims`() throws {
        let plan = reading(
            """
            III. NỘI DUNG THI ĐUA

            1. Các tổ dân phố tập trung thực hiện và hoàn thành các chỉ tiêu sau:

            - Phấn đấu 80% hộ ven kè ký cam kết trước ngày 30/6/2026.

            - Giảm ít nhất 10% số vụ vi phạm.

            2. Phát động thi đua trong toàn phường.
            """)
        #expect(plan.objectives.map(\.sectionPath) == ["III.1", "III.1", "III.1"])
        #expect(plan.tasks.map(\.id) == ["III.2"])
        #expect(plan.objectives[1].deadlines?.map(\.date) == ["2026-06-30"])
        #expect(plan.objectives[1].targets?.map(\.by) == ["2026-06-30"])
        #expect(plan.objectives[2].targets?.map(\.min) == [10])
    }

    @Test func `dates aims by the letter above them`() {
        let plan = reading(
            """
            II. MỤC TIÊU

            a) Đến hết năm 2026:

            - 80% hộ ven kè ký cam kết.

            b) Giai đoạn 2026 - 2030:

            - 100% hộ ven kè ký cam kết.
            """)
        let dates = plan.objectives.map { $0.targets?.first?.by }
        #expect(dates == ["2026-12-31", "2030-12-31"])
    }

    @Test func `takes a whole list for details where one item begins with a duty`() {
        let plan = reading(
            """
            II. NỘI DUNG

            1. Kiểm tra công tác chuẩn bị tại các điểm sơ tán, cụ thể các nội dung:

            - Việc bố trí chỗ ở cho hộ dân;

            - Đảm bảo điện, nước sinh hoạt;

            - Công tác vệ sinh.
            """)
        #expect(plan.tasks.map(\.id) == ["II.1"])
        #expect(plan.otherLines.filter { $0.kind == "detail" }.count == 3)
    }

    @Test func `takes a dated piece of work for a task without a verb`() throws {
        let plan = reading(
            """
            II. THỜI GIAN, ĐỊA ĐIỂM

            1. Thời gian tổ chức Hội nghị tổng kết: Ngày 15/12/2026.

            2. Địa điểm: Hội trường UBND phường.
            """)
        let task = try #require(plan.tasks.first)
        #expect(plan.tasks.count == 1)
        #expect(task.deadlines.map(\.type) == [.on])
        #expect(task.deadlines.map(\.date) == ["2026-12-15"])
    }

    @Test func `reads who acts behind a topic below scope and criteria`() throws {
        let plan = reading(
            """
            III. ĐỐI TƯỢNG, NGUYÊN TẮC, TIÊU CHUẨN KHEN THƯỞNG

            1. Nguyên tắc khen thưởng

            - Chú trọng khen thưởng tập thể nhỏ.

            2. Giấy khen của Chủ tịch UBND phường: Công an phường tổng hợp, đề xuất khen thưởng.
            """)
        #expect(plan.objectives.isEmpty)
        #expect(plan.tasks.map(\.id) == ["III.2"])
        #expect(plan.tasks.first?.leadUnits == ["Công an phường"])
    }

    @Test func `leaves place and guests out of the work`() {
        let plan = reading(
            """
            II. NỘI DUNG

            1. Tổ chức lễ phát động

            - Địa điểm tổ chức: Nhà văn hóa phường.

            - Công an phường bảo đảm trật tự tại buổi lễ.
            """)
        #expect(plan.tasks.map(\.id) == ["II.1.1"])
        #expect(plan.tasks.first?.leadUnits == ["Công an phường"])
    }

    @Test func `takes a letter above a table for a heading`() {
        let plan = reading(
            """
            III. NHIỆM VỤ

            1. Công tác thông tin

            a) Các nhiệm vụ cụ thể

            TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian
            1 | Kẻ vẽ biển báo dọc bờ kè | Công an phường | Trạm Y tế phường | Tháng 3/2026

            b) Theo dõi mực nước hằng ngày.
            """)
        #expect(plan.tasks.map(\.id) == ["III.1.a.t1", "III.1.b"])
        #expect(plan.otherLines.contains { $0.kind == "letter_heading" && $0.label == "a" })
    }

    @Test func `begins another table below another letter`() {
        let plan = reading(
            """
            III. NHIỆM VỤ

            1. Công tác thông tin
            a) Trên hệ thống loa
            TT | Nội dung | Thời gian (năm 2026) | Trách nhiệm | Cơ quan phối hợp
            1 | Phát tin bão | Tháng 5 - 10 | Công an phường | Các đơn vị liên quan
            b) Trực tiếp
            TT | Nội dung | Thời gian (năm 2026) | Trách nhiệm | Cơ quan phối hợp
            1 | Tổ chức hội thi | Quý III | Trạm Y tế phường | Công an phường
            """)
        #expect(plan.tasks.map(\.id) == ["III.1.a.t1", "III.1.b.t1"])
        #expect(plan.tasks.map(\.table) == [1, 2])
        #expect(plan.tasks[0].deadlines.map(\.start) == ["2026-05-01"])
        #expect(plan.tasks[0].deadlines.map(\.date) == ["2026-10-31"])
        #expect(plan.otherLines.filter { $0.kind == "letter_heading" }.count == 2)
    }

    @Test func `keeps a unit before a colon to its own letter`() {
        let plan = reading(
            """
            III. NHIỆM VỤ

            1. Nhiệm vụ chung

            a) Công an phường: Chủ trì, phối hợp với Trạm Y tế phường tổ chức trực.

            b) Đối với hệ thống truyền thanh: Phối hợp chặt chẽ với Văn phòng HĐND và UBND phường sửa chữa.

            c) Trên cơ sở kết quả kiểm tra, giao Trạm Y tế phường bổ sung thuốc.
            """)
        #expect(
            plan.tasks.map(\.leadUnits) == [
                ["Công an phường"], ["Văn phòng HĐND và UBND phường"], ["Trạm Y tế phường"],
            ])
        #expect(plan.tasks.map(\.roleCue) == ["Chủ trì", "Phối hợp", "Giao"])
    }

    @Test func `hands units down below an order that ends in a colon`() {
        let plan = reading(
            """
            III. NỘI DUNG

            1. Giao Công an phường tổ chức thực hiện:

            - Kiểm tra các điểm sơ tán.
            """)
        #expect(plan.tasks.map(\.leadUnits) == [["Công an phường"]])
        #expect(plan.unitHeadings.count == 1)
    }

    @Test func `begins another table below a Roman numeral`() {
        let plan = reading(
            """
            III. NHIỆM VỤ

            STT | Nội dung | Đơn vị chủ trì | Thời gian
            1 | Tuần tra bờ kè | Công an phường | Tháng 5/2026

            IV. LỊCH TẬP HUẤN

            Các lớp được mở như sau:

            STT | Nội dung | Đơn vị chủ trì | Ngày tổ chức
            1 | Tập huấn sơ cứu | Trạm Y tế phường | 20/5/2026
            """)
        #expect(plan.sections.map(\.path).contains("IV"))
        #expect(plan.tasks.map(\.id) == ["III.t1", "IV.t1"])
        #expect(plan.tasks.last?.deadlines.map(\.date) == ["2026-05-20"])
    }

    @Test func `keeps Roman numerals between the rows of one table`() {
        let plan = reading(
            """
            III. NHIỆM VỤ

            STT | Nội dung | Đơn vị chủ trì | Thời gian
            I. Trước mùa mưa
            1 | Tuần tra bờ kè | Công an phường | Tháng 5/2026
            II. Trong mùa mưa
            STT | Nội dung | Đơn vị chủ trì | Thời gian
            1 | Trực bơm | Trạm Y tế phường | Tháng 8/2026
            """)
        #expect(plan.tasks.map(\.table) == [1, 1])
    }

    @Test func `takes what a heading of time dates for work`() {
        let plan = reading(
            """
            II. ĐỐI TƯỢNG, THỜI GIAN

            1. Đối tượng

            - Tập thể: các tổ dân phố trên địa bàn.

            2. Thời gian thi đua

            - Phát động đợt thi đua: Tháng 4/2026.

            - Tổng kết đợt thi đua: Trước ngày 30/11/2026.
            """)
        #expect(plan.tasks.map(\.id) == ["II.2.1", "II.2.2"])
        #expect(plan.tasks.map { $0.deadlines.map(\.date) } == [["2026-04-30"], ["2026-11-30"]])
    }

    @Test func `takes an estimate among objects for a thing`() {
        let plan = reading(
            """
            II. NHIỆM VỤ

            - Công an phường hướng dẫn lập hồ sơ. Cụ thể các nội dung:

            + Biên bản họp tổ dân phố;

            + Dự toán chi phí vật liệu.
            """)
        #expect(plan.tasks.map(\.id) == ["II.1"])
        #expect(plan.otherLines.filter { $0.kind == "detail" }.count == 2)
    }

    @Test func `takes what is done below a form of work for work`() {
        let plan = reading(
            """
            II. CÔNG TÁC TUYÊN TRUYỀN

            1. Hình thức tuyên truyền

            - Trên loa truyền thanh của phường.

            - Treo băng rôn tại bờ kè.

            - Công an phường chủ trì, phối hợp với Trạm Y tế phường phát tờ rơi.

            2. Hình thức khen thưởng

            - Tặng Giấy khen cho 05 tập thể.
            """)
        #expect(plan.tasks.map(\.id) == ["II.1.1", "II.1.2"])
        #expect(plan.tasks.map(\.leadUnits) == [[], ["Công an phường"]])
    }

    @Test(arguments: [
        "Chương trình hành động này được phổ biến đến chi bộ để triển khai thực hiện./.",
        "Kế hoạch này được phổ biến đến chi bộ./.",
    ])
    func `takes what a document says of itself at its end for the closing`(text: String) {
        let plan = reading("III. TỔ CHỨC THỰC HIỆN\n\n1. Công an phường tuần tra.\n\n\(text)")
        #expect(plan.tasks.map(\.id) == ["III.1"])
        #expect(plan.otherLines.contains { $0.kind == "closing" })
    }
}
