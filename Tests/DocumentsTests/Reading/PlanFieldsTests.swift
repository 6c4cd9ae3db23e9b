import Documents
import Domain
import Testing

@Suite struct `Reading fields below tasks` {
    private let fields = """
        Đơn vị chủ trì: Phòng Kinh tế phường.

        Đơn vị phối hợp: Công an phường; các cơ quan, đơn vị liên quan.

        Thời gian thực hiện: Tháng 5/2026.
        """

    @Test func `take lead, partners and time from the block`() throws {
        let plan = reading("II. NHIỆM VỤ\n\n1. Gia cố\n\n- Gia cố chân kè.\n\n" + fields)
        let task = try #require(plan.tasks.first)
        #expect(task.leadUnits == ["Phòng Kinh tế phường"])
        #expect(task.coordinatingUnits == ["Công an phường"])
        #expect(task.genericPartners == ["các cơ quan, đơn vị liên quan"])
        #expect(task.roleCue == "Chủ trì")
        #expect(task.deadlines.map(\.date) == ["2026-05-31"])
        #expect(task.fieldLines != nil)
        #expect(plan.otherLines.filter { $0.kind == "field" }.count == 3)
    }

    @Test func `stand for all tasks since the block before`() {
        let plan = reading(
            "II. NHIỆM VỤ\n\n1. Gia cố\n\n- Gia cố chân kè.\n\n- Nạo vét cống.\n\n" + fields
                + "\n\n- Trồng cây chắn sóng.\n\nĐơn vị thực hiện: Trạm Y tế phường.")
        #expect(
            plan.tasks.map(\.leadUnits) == [
                ["Phòng Kinh tế phường"], ["Phòng Kinh tế phường"], ["Trạm Y tế phường"],
            ])
        #expect(plan.tasks.last?.roleCue == nil)
    }

    @Test func `make a numbered line with nothing else below the task`() {
        let plan = reading("II. NHIỆM VỤ\n\n1. Gia cố chân kè\n\n" + fields)
        #expect(plan.tasks.map(\.id) == ["II.1"])
        #expect(plan.tasks[0].leadUnits == ["Phòng Kinh tế phường"])
    }

    @Test func `say nothing of letters below the number before`() {
        let plan = reading(
            "II. NHIỆM VỤ\n\n1. Gia cố\n\na) Công an phường tuần tra bờ kè.\n\n"
                + "b) Trạm Y tế phường phun thuốc.\n\n2. Xây dựng kho vật tư dùng chung.\n\n"
                + fields)
        #expect(
            plan.tasks.map(\.leadUnits) == [
                ["Công an phường"], ["Trạm Y tế phường"], ["Phòng Kinh tế phường"],
            ])
    }

    @Test func `make a letter with nothing else below the task`() {
        let plan = reading(
            "II. NHIỆM VỤ\n\n1. Gia cố\n\na) Gia cố chân kè phía đông\n\n- Thời gian: Tháng 5/2026.\n\n"
                + "- Đơn vị chủ trì: Phòng Kinh tế phường.\n\nb) Nạo vét cống\n\n"
                + "- Đơn vị thực hiện: Các Phòng: Kinh tế, Nội vụ phối hợp Công an phường.")
        #expect(plan.tasks.map(\.id) == ["II.1.a", "II.1.b"])
        #expect(
            plan.tasks.map(\.leadUnits) == [
                ["Phòng Kinh tế phường"], ["Phòng Kinh tế phường", "Phòng Nội vụ"],
            ])
        #expect(plan.tasks.last?.coordinatingUnits == ["Công an phường"])
        #expect(plan.tasks.first?.deadlines.map(\.date) == ["2026-05-31"])
    }

    @Test func `stand for numbered paragraphs before them, too`() {
        let plan = reading(
            "II. NHIỆM VỤ\n\n1. Gia cố\n\n1.1. Gia cố chân kè.\n\n1.2. Nạo vét cống.\n\n" + fields)
        #expect(plan.tasks.map(\.id) == ["II.1.1", "II.1.2"])
        #expect(plan.tasks.allSatisfy { $0.leadUnits == ["Phòng Kinh tế phường"] })
    }

    @Test func `leave a numbered sentence the task that bullets only describe`() throws {
        let plan = reading(
            """
            II. NHIỆM VỤ

            1. Các văn bản

            1.1. Xây dựng và ban hành hướng dẫn bảo vệ bờ kè trên địa bàn phường.

            - Bảo đảm thống nhất với hướng dẫn của cấp trên; đúng tiến độ.

            - Các văn bản phải thể hiện rõ trách nhiệm của từng tổ dân phố.

            - Công an phường phối hợp với Trạm Y tế phường góp ý dự thảo.

            - Thời gian hoàn thành: Tháng 5/2026

            - Đơn vị chủ trì: Phòng Kinh tế phường

            - Kết quả: Dự thảo trình UBND phường.
            """)
        #expect(plan.tasks.map(\.id) == ["II.1.1", "II.1.1.1"])
        let task = try #require(plan.tasks.first)
        #expect(task.detailLines.map { $0[1] - $0[0] } == 2)
        #expect(task.leadUnits == ["Phòng Kinh tế phường"])
        #expect(task.product == "Dự thảo trình UBND phường.")
        // Whom the text names works along with whom the field names.
        #expect(plan.tasks[1].leadUnits == ["Phòng Kinh tế phường"])
        #expect(plan.tasks[1].coordinatingUnits == ["Trạm Y tế phường"])
    }

    @Test func `keep the label of the content with the task`() {
        let plan = reading(
            """
            II. NHIỆM VỤ

            1. Công tác tuyên truyền

            Nội dung thực hiện: Tuyên truyền trên hệ thống loa.

            Cơ quan thực hiện: Công an phường chủ trì; Trạm Y tế phường và các đơn vị có liên quan.

            Thời gian thực hiện: Năm 2026 và các năm tiếp theo.
            """)
        #expect(plan.tasks.map(\.id) == ["II.1.p1"])
        #expect(plan.tasks[0].text?.hasPrefix("Nội dung thực hiện:") == true)
        #expect(plan.tasks[0].leadUnits == ["Công an phường"])
        #expect(plan.tasks[0].coordinatingUnits == ["Trạm Y tế phường"])
        #expect(plan.tasks[0].genericPartners == ["các đơn vị có liên quan"])
        #expect(plan.tasks[0].deadlines.map(\.date) == ["2026-12-31", nil])
    }

    @Test func `name persons with all that is said of them`() {
        let plan = reading(
            """
            II. NHIỆM VỤ

            1. Tuần tra bờ kè vào ban đêm.

            - Đơn vị chủ trì: Đồng chí Phó Chủ tịch Thường trực, phụ trách lĩnh vực Kinh tế

            - Đơn vị phối hợp: Các đ/c Phó Chủ tịch, Trưởng đoàn thể phường, các chuyên viên phụ trách.

            - Thời hạn hoàn thành: 30/9/2026
            """)
        #expect(plan.tasks[0].leadUnits.count == 1)
        #expect(plan.tasks[0].coordinatingUnits.count == 3)
        #expect(plan.tasks[0].deadlines.map(\.type) == [.by])
    }

    @Test func `bind a number to the day that they name`() {
        let plan = reading(
            """
            II. NHIỆM VỤ

            1. Giám sát việc bơm nước; mỗi trạm cử tối thiểu 01 người giám sát.

            - Đơn vị chủ trì: Công an phường.

            - Thời gian thực hiện: Ngày 15/3/2026.

            2. Tổ chức lễ phát động ngày 05/9/2026; tập huấn cho giáo viên, mỗi trường 02 giáo viên.

            - Đơn vị chủ trì: Công an phường.
            """)
        #expect(plan.tasks.map { $0.targets.map(\.by) } == [["2026-03-15"], [nil]])
    }
}
