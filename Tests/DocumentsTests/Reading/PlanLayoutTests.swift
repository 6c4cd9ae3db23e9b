import Documents
import Domain
import Foundation
import Testing

@Suite struct `Reading broken lines` {
    /// One plan in three layouts says the same thing.
    private let items = [
        "I. NHIỆM VỤ",
        "1. Công an phường",
        "- Chủ trì, phối hợp với Ban Chỉ huy Quân sự phường, các tổ dân phố xây dựng phương án sơ tán"
            + " dân tại các khu vực ven sông, hoàn thành trước ngày 30/5/2026.",
        "- Tuần tra bờ kè.",
        "2. Trạm Y tế phường",
        "- Chuẩn bị cơ số thuốc, phương tiện cấp cứu tại các điểm sơ tán; cử cán bộ trực hai mươi tư"
            + " trên hai mươi tư giờ khi có bão đổ bộ vào địa bàn phường và các phường lân cận.",
    ]

    private func wrapped(_ text: String) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ") {
            if lines[lines.count - 1].count + word.count >= 60 { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        return lines
    }

    private func tasks(_ text: String) -> [String] {
        reading(text).tasks.map { "\($0.id) \($0.leadUnits) \($0.text ?? "")" }
    }

    @Test func `makes no difference to what is read`() {
        let plain = tasks(items.joined(separator: "\n\n"))
        #expect(plain.count == 3)
        let hard = items.map { wrapped($0).joined(separator: "\n") }
        #expect(tasks(hard.joined(separator: "\n\n")) == plain)
        #expect(tasks(hard.joined(separator: "\n")) == plain)
        #expect(tasks(items.flatMap(wrapped).joined(separator: "\n\n")) == plain)
    }

    @Test func `joins a sentence that a page cut`() throws {
        let plan = reading(
            """
            II. NHIỆM VỤ

            - Đẩy mạnh việc tuần tra bờ kè và các

            Nghị định, Thông tư liên quan; phối hợp bảo vệ

            7

            hiện trường khi có sạt lở.

            - Tổ chức trực ban.
            """)
        #expect(plan.tasks.count == 2)
        let task = try #require(plan.tasks.first)
        #expect(task.lineEnd - task.lineStart == 6)
        #expect(task.text?.contains("bảo vệ hiện trường") == true)
        #expect(plan.otherLines.contains { $0.kind == "page_number" })
    }

    @Test func `takes a dash inside a sentence for what it is`() throws {
        let plan = reading(
            """
            II. NHIỆM VỤ

            - Phấn đấu hoàn thành việc gia cố bờ kè trong giai đoạn 2026
            - 2030 trên toàn bộ tuyến phía Đông; gắn với phát triển kinh tế
            - xã hội của phường.

            - Tổ chức trực ban tại các điểm trọng yếu trong mùa mưa bão và
            báo cáo tình hình mực nước về cơ quan phòng thủ dân sự.

            - Kiểm tra định kỳ các cống thoát nước dọc bờ kè phía Đông và
            phía Tây, kịp thời khắc phục những đoạn bị hư hỏng do mưa lũ.
            """)
        #expect(plan.tasks.count == 3)
        #expect(plan.tasks[0].text?.hasSuffix("kinh tế - xã hội của phường.") == true)
    }

    @Test func `is the same for composed and decomposed letters`() {
        let text = items.joined(separator: "\n\n")
        #expect(reading(text.decomposedStringWithCanonicalMapping).tasks == reading(text).tasks)
    }

    @Test func `is the same for carriage returns and form feeds`() {
        let text = items.joined(separator: "\n\n")
        let other = items.joined(separator: "\r\n\r\n\u{C}")
        #expect(reading(other).tasks == reading(text).tasks)
    }

    @Test func `takes no part of emphasis for text`() {
        let plan = reading("II. NHIỆM VỤ\n\n- Hoàn thành trước ngày **01/7/2027** (*qua Công an*).")
        #expect(plan.tasks[0].text == "Hoàn thành trước ngày 01/7/2027 (qua Công an).")
    }
}

@Suite struct `Reading any text` {
    private let text = """
        KẾ HOẠCH
        I. MỤC TIÊU
        - Giữ bờ kè an toàn.
        II. NHIỆM VỤ
        1. Công an phường
        a) Phối hợp với Trạm Y tế phường:
        + Trực ban;
        Đơn vị chủ trì: Công an phường
        Thời gian thực hiện: Tháng 5/2026
        (1) Kiểm tra cống.
        Trên đây là Kế hoạch. Nếu có khó khăn, các đơn vị báo cáo UBND phường.
        Nơi nhận:
        - Lưu: VT.
        """

    @Test func `never fails on a text that breaks off`() {
        let scalars = Array(text.unicodeScalars)
        for length in 0...scalars.count {
            let part = String(String.UnicodeScalarView(scalars.prefix(length)))
            _ = PlanReader.read(SourceText(text: part), file: "part.txt")
        }
    }

    @Test func `begins a paragraph where the line had room for its first word`() {
        let lines = [
            "I. NHIỆM VỤ", "1. Các tổ dân phố",
            "- Xây dựng phương án sơ tán của từng tổ, từng hộ ven sông; báo trước cho",
            "người già, trẻ em về nơi ở tạm và đường đi đến đó khi có lệnh.",
            "- Cắm biển cảnh báo, cử người canh gác tại các điểm ngập, điểm sạt lở khi có",
            "lệnh của phường; chuẩn bị thuyền, phao, dây và đèn pin đủ dùng.",
            "Yêu cầu Công an phường nghiêm túc thực hiện; nếu có khó khăn thì báo cáo kịp",
            "thời để được hướng dẫn, giải quyết ngay trong ngày, không để kéo dài.",
        ]
        let plan = reading(lines.joined(separator: "\n\n"))
        #expect(plan.tasks.last?.text?.hasPrefix("Yêu cầu Công an phường") == true)
    }

    @Test(arguments: ["", "\n\n\n", "-", "I.", "1.1.1.", "((((", "**", "- \n- \n", "\u{FEFF}"])
    func `takes the smallest texts`(text: String) {
        let plan = PlanReader.read(SourceText(text: text), file: "tiny.txt")
        #expect(plan.tasks.count <= 1)
    }

    @Test func `gives every line that is not blank to exactly one thing`() {
        let plan = PlanReader.read(SourceText(text: text), file: "plan.txt")
        #expect(plan.unclaimedLines(of: text).isEmpty)
        #expect(plan.twiceClaimedLines.isEmpty)
    }
}

extension PlanReading {
    /// First and last lines of everything that a line can belong to.
    private var spans: [ClosedRange<Int>] {
        var spans: [ClosedRange<Int>] = sections.filter { $0.kind == .heading }.map {
            $0.line...$0.lineEnd
        }
        spans += unitHeadings.filter { heading in
            heading.label != nil && !otherLines.contains { $0.line == heading.line }
        }.map { $0.line...$0.line }
        spans += objectives.map { $0.lineStart...$0.lineEnd }
        spans += tasks.map { $0.lineStart...$0.lineEnd }
        spans += otherLines.map { $0.line...$0.lineEnd }
        return spans
    }

    func unclaimedLines(of text: String) -> [Int] {
        let claimed = Set(spans.flatMap { Array($0) })
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap
        {
            $1.contains { !$0.isWhitespace } && !claimed.contains($0 + 1) ? $0 + 1 : nil
        }
    }

    var twiceClaimedLines: [ClosedRange<Int>] {
        let sorted = spans.sorted { $0.lowerBound < $1.lowerBound }
        return zip(sorted, sorted.dropFirst()).filter { $0.overlaps($1) }.map(\.1)
    }
}

@Suite struct `Reading numbers that a page break or a dash cuts off` {
    @Test func `goes on with the day over a page break`() {
        let plan = reading(
            """
            III. BIỆN PHÁP

            1. Công an xã

            - Đến từng bến thuyền phát phao, ký cam kết với chủ thuyền, bảo đảm đến ngày

            2

            30/6/2027 có 100% chủ thuyền, 95% thủy thủ biết bơi và biết sơ cứu người bị nạn.

            - Kiểm đếm thuyền.
            """)
        #expect(plan.tasks.count == 2)
        #expect(plan.tasks.first?.targets.map(\.by) == ["2027-06-30", "2027-06-30"])
    }

    @Test func `begins an item with a share below a short heading`() {
        let wrapped = """
            II. MỤC TIÊU

            a) Về bến thuyền

            - 100% bến thuyền có phao, áo phao và người trực; tỷ lệ thuyền có đèn hiệu đạt
            tối thiểu 85% đến hết năm 2027.

            - Mức độ hài lòng của chủ thuyền đạt trên 90%; số thuyền neo đậu sai chỗ không quá
            1% trong năm.

            b) Về chợ nổi

            - 90% quầy hàng có bình chữa cháy, có lối thoát và có người biết dùng bình chữa
            cháy khi cần.
            """
        let plan = reading(wrapped)
        #expect(plan.objectives.map(\.lineStart).count == 3)
    }

    @Test func `keeps the two fields of an office together`() {
        let plan = reading(
            """
            III. BIỆN PHÁP
            1. Công an xã
            - Chủ trì kiểm đếm thuyền tại các bến; phối hợp với Phòng Kế hoạch
            - Tài chính, Trạm Y tế xã cấp phát phao cho các chủ thuyền và cho mọi
            thủy thủ trên địa bàn trước khi mùa mưa lũ đến.
            - Kiểm tra phao của các chủ thuyền, nhắc nhở chủ thuyền chưa có phao
            và lập biên bản những chủ thuyền không chấp hành.
            """)
        #expect(plan.tasks.count == 2)
        #expect(
            plan.tasks.first?.coordinatingUnits == ["Phòng Kế hoạch - Tài chính", "Trạm Y tế xã"])
    }
}
