import Documents
import Domain
import Testing

/// A plan of which only the body matters; the lines before it are those of every plan.
func reading(_ body: String) -> PlanReading {
    PlanReader.read(SourceText(text: planHead + body + planFoot), file: "plan.txt")
}

private let planHead = """
    ỦY BAN NHÂN DÂN
    PHƯỜNG AN HẢI

    Số: 12/KH-UBND

    An Hải, ngày 03 tháng 02 năm 2026

    KẾ HOẠCH

    Bảo vệ bờ kè trên địa bàn phường An Hải

    Thực hiện chỉ đạo của Thành phố, UBND phường An Hải ban hành Kế hoạch như sau:


    """

private let planFoot = """


    Nơi nhận:

    - UBND thành phố;
    - Lưu: VT.

    TM. ỦY BAN NHÂN DÂN
    CHỦ TỊCH

    Trần Văn Mẫu
    """

@Suite struct `Reading the structure of a plan` {
    @Test func `gives Roman and Arabic labels their paths`() {
        let plan = reading(
            """
            I. MỤC ĐÍCH, YÊU CẦU

            1. Mục đích

            Giữ bờ kè an toàn trong mùa mưa.

            2. Yêu cầu

            - Mọi hộ dân ven kè được thông báo.

            II. NHIỆM VỤ

            1. Phân công nhiệm vụ

            1.1. Công an phường

            - Tuần tra bờ kè vào ban đêm.
            """)
        #expect(plan.sections.map(\.path) == ["I", "I.1", "I.2", "II", "II.1", "II.1.1"])
        #expect(plan.sections.allSatisfy { $0.kind == .heading })
        #expect(plan.objectives.map(\.sectionPath) == ["I.1", "I.2"])
        #expect(plan.tasks.map(\.id) == ["II.1.1.1"])
    }

    @Test func `counts bullets and paragraphs together below a letter`() {
        let plan = reading(
            """
            II. NHIỆM VỤ

            1. Gia cố bờ kè

            a) Công an phường

            - Tuần tra bờ kè vào ban đêm.

            Kiểm tra biển báo dọc bờ kè.

            đ) Trạm Y tế phường

            - Cử cán bộ trực khi có bão.
            """)
        #expect(plan.tasks.map(\.id) == ["II.1.a.1", "II.1.a.p2", "II.1.đ.1"])
        #expect(plan.tasks.map(\.sectionPath) == ["II.1", "II.1", "II.1"])
        #expect(plan.unitHeadings.map(\.label) == ["a", "đ"])
    }

    @Test func `takes a numbered line without anything below as the work itself`() {
        let plan = reading(
            """
            II. NHIỆM VỤ

            1. Tăng cường tuần tra bờ kè trong mùa mưa bão.

            2. Rà soát các hộ dân ven kè.
            """)
        #expect(plan.tasks.map(\.id) == ["II.1", "II.2"])
        #expect(plan.sections.dropFirst().allSatisfy { $0.kind == .numberedParagraph })
        #expect(plan.sections.dropFirst().allSatisfy { $0.title == nil })
    }

    @Test func `takes a numbered line with bullets as a heading even when it is long`() {
        let plan = reading(
            """
            II. NHIỆM VỤ

            1. Tăng cường tuần tra bờ kè; nâng cao trách nhiệm của người đứng đầu, huy động Nhân dân cùng tham gia

            - Tổ chức tuần tra vào ban đêm.
            """)
        #expect(plan.sections.map(\.kind) == [.heading, .heading])
        #expect(plan.tasks.map(\.id) == ["II.1.1"])
    }

    @Test func `takes a unit with a colon and its work as both paragraph and heading`() throws {
        let plan = reading(
            """
            III. TỔ CHỨC THỰC HIỆN

            1. Trạm Y tế phường: Chuẩn bị cơ số thuốc tại các điểm sơ tán.

            - Cử cán bộ trực khi có bão.
            """)
        #expect(plan.tasks.map(\.id) == ["III.1", "III.1.1"])
        #expect(plan.tasks.map(\.leadUnits) == [["Trạm Y tế phường"], ["Trạm Y tế phường"]])
        #expect(plan.unitHeadings.map(\.title) == ["Trạm Y tế phường"])
    }

    @Test func `never takes aims as work even when they read like orders`() {
        let plan = reading(
            """
            I. YÊU CẦU

            1. Phân công rõ người, rõ việc, rõ thời gian.

            2. Tổ chức thực hiện nghiêm túc, tiết kiệm.
            """)
        #expect(plan.tasks.isEmpty)
        #expect(plan.objectives.map(\.sectionPath) == ["I.1", "I.2"])
    }

    @Test func `lets a letter say that aims follow and another that work follows`() {
        let plan = reading(
            """
            I. MỤC TIÊU, NHIỆM VỤ

            1. Bờ kè

            a) Mục tiêu:

            - 100% bờ kè được kiểm tra.

            b) Nhiệm vụ:

            - Tổ chức kiểm tra bờ kè.
            """)
        #expect(plan.objectives.count == 1)
        #expect(plan.tasks.map(\.id) == ["I.1.b.1"])
        #expect(plan.otherLines.filter { $0.kind == "letter_heading" }.map(\.label) == ["a", "b"])
    }

    @Test func `keeps situation, scope and money out of the work`() {
        let plan = reading(
            """
            I. TÌNH HÌNH

            - Trong năm qua bờ kè sạt lở ba lần.

            II. PHẠM VI

            - Toàn bộ bờ kè phía Đông.

            III. KINH PHÍ THỰC HIỆN

            - Ngân sách phường và nguồn xã hội hóa.
            """)
        #expect(plan.tasks.isEmpty)
        let kinds = plan.otherLines.map(\.kind)
        #expect(kinds.contains("situation") && kinds.contains("scope") && kinds.contains("funding"))
    }

    @Test func `takes a sentence that tells a unit to find money as work`() {
        let plan = reading(
            """
            III. KINH PHÍ THỰC HIỆN

            Phòng Tài chính phường tham mưu bố trí kinh phí gia cố bờ kè.
            """)
        #expect(plan.tasks.map(\.leadUnits) == [["Phòng Tài chính phường"]])
    }

    @Test func `numbers items anew where a numeral is printed twice`() {
        let plan = reading(
            """
            IV. NHIỆM VỤ

            1. Công an phường

            - Tuần tra bờ kè.

            IV. TỔ CHỨC THỰC HIỆN

            1. Trạm Y tế phường

            - Cử cán bộ trực.
            """)
        #expect(plan.tasks.map(\.id) == ["IV.1.1", "IV(2).1.1"])
        #expect(Set(plan.tasks.map(\.sectionPath)) == ["IV.1"])
        #expect(plan.tasks.map(\.leadUnits) == [["Công an phường"], ["Trạm Y tế phường"]])
    }

    @Test func `joins a label that stands alone with the next line`() {
        let plan = reading(
            """
            II.

            NHIỆM VỤ

            1.

            Công an phường

            - Tuần tra bờ kè.
            """)
        #expect(plan.sections.map(\.path) == ["II", "II.1"])
        #expect(plan.sections.map(\.title) == ["NHIỆM VỤ", "Công an phường"])
        #expect(plan.tasks.map(\.id) == ["II.1.1"])
    }

    @Test func `takes names behind a list word as details of one task`() {
        let plan = reading(
            """
            II. NHIỆM VỤ

            1. Công tác kiểm tra

            - Kiểm tra bờ kè, cụ thể:

            + Hệ thống thoát nước;

            + Biển báo nguy hiểm.

            - Tổ chức trực ban.
            """)
        #expect(plan.tasks.map(\.id) == ["II.1.1", "II.1.2"])
        #expect(plan.otherLines.filter { $0.kind == "detail" }.map(\.task) == ["II.1.1", "II.1.1"])
        #expect(plan.tasks[0].detailLines != nil)
    }

    @Test func `takes what somebody does behind a list word as tasks`() {
        let plan = reading(
            """
            II. NHIỆM VỤ

            1. Công tác kiểm tra

            - Các nhiệm vụ cụ thể:

            + Tổ chức trực ban.

            + Kiểm tra biển báo.
            """)
        #expect(plan.tasks.map(\.id) == ["II.1.1", "II.1.2"])
        #expect(plan.otherLines.contains { $0.kind == "lead_in" })
    }
}

@Suite struct `Reading the closing paragraph` {
    @Test func `is work where it tells units to report difficulties`() throws {
        let plan = reading(
            """
            III. TỔ CHỨC THỰC HIỆN

            1. Các phòng, ban thuộc phường xây dựng kế hoạch cụ thể.

            Trên đây là Kế hoạch bảo vệ bờ kè. Trong quá trình thực hiện, nếu có khó khăn, các phòng, ban báo cáo UBND phường để xem xét./.
            """)
        let task = try #require(plan.tasks.last)
        #expect(task.id == "III.p1")
        #expect(task.leadUnits == ["Các phòng, ban thuộc phường"])
        #expect(task.unitHeading == nil)
    }

    @Test func `is no work where it only urges`() {
        let plan = reading(
            """
            III. TỔ CHỨC THỰC HIỆN

            1. Công an phường tổ chức tuần tra.

            Trên đây là Kế hoạch bảo vệ bờ kè, đề nghị các đơn vị nghiêm túc thực hiện./.
            """)
        #expect(plan.tasks.map(\.id) == ["III.1"])
        #expect(plan.otherLines.contains { $0.kind == "closing" })
    }
}

extension `Reading the closing paragraph` {
    @Test func `addresses whom its first sentence urges`() throws {
        let plan = reading(
            """
            III. TỔ CHỨC THỰC HIỆN

            1. UBND các xã, phường tổ chức tuần tra.

            Trên đây là Kế hoạch, đề nghị các sở, ban, ngành, địa phương triển khai nghiêm túc. Trong quá trình thực hiện nếu có vướng mắc, kịp thời báo cáo UBND thành phố./.
            """)
        let task = try #require(plan.tasks.last)
        #expect(task.leadUnits == ["Các sở, ban, ngành", "UBND các xã, phường"])
        #expect(task.roleCue == nil)
    }

    @Test func `addresses whom its first sentence tells to report`() throws {
        let plan = reading(
            """
            III. TỔ CHỨC THỰC HIỆN

            1. Công an phường tổ chức tuần tra.

            Trên đây là Kế hoạch; trong quá trình thực hiện nếu có vướng mắc, các tổ dân phố phản ánh về Công an phường để báo cáo UBND phường./.
            """)
        let task = try #require(plan.tasks.last)
        #expect(task.leadUnits == ["Các tổ dân phố"])
        #expect(plan.reports.map(\.to) == ["Công an phường"])
    }

    @Test(arguments: [
        "Đảng ủy", "Ban Thường vụ Đảng ủy", "Ban Thường vụ Tỉnh đoàn", "UBND phường",
        "Chủ tịch UBND phường",
    ])
    func `takes an order of the plan's own body at the end for the closing`(body: String) throws {
        let plan = reading(
            """
            III. TỔ CHỨC THỰC HIỆN

            1. Công an xã

            Tổ chức tuần tra bờ kè.

            \(body) yêu cầu các chi bộ nghiêm túc thực hiện; nếu có vướng mắc, kịp thời báo cáo./.
            """)
        let task = try #require(plan.tasks.last)
        #expect(task.id == "III.p1")
        #expect(task.leadUnits == ["Các chi bộ"])
        #expect(task.roleCue == "Yêu cầu")
    }
}
