import Documents
import Domain
import Testing

/// The tasks of bullets below the heading of one unit.
private func bullets(_ texts: String...) -> [TaskReading] {
    let items = texts.map { "- " + $0 }.joined(separator: "\n\n")
    return reading("II. NHIỆM VỤ\n\n1. Công an phường\n\n" + items).tasks
}

/// What the plan cites in one paragraph.
private func cited(_ text: String) -> [DocumentReference] {
    reading("II. NHIỆM VỤ\n\n1. " + text).references
}

@Suite struct `Reading when work is due` {
    @Test(
        arguments: [
            ("Hoàn thành chậm nhất là ngày 15/6/2026.", .by, "2026-06-15"),
            ("Tuần tra đến hết năm 2026.", .by, "2026-12-31"),
            ("Kiểm tra trong Quý 3/2026.", .within, "2026-09-30"),
            ("Tháng 5/2026: ban hành quy chế.", .within, "2026-05-31"),
            ("Từ ngày 04/02/2026: họp với các tổ dân phố.", .from, "2026-02-04"),
            ("Từ ngày 05/02/2026 - 08/02/2026: kiểm tra bờ kè.", .within, "2026-02-08"),
            ("Phát động vào ngày 26/3/2026.", .on, "2026-03-26"),
            ("Khử khuẩn trong 24-48 giờ sau khi nước rút.", .event, nil),
            ("Trong vòng 24 giờ sau bão, thống kê thiệt hại.", .event, nil),
        ] as [(String, Deadline.Kind, String?)])
    func `tells the kinds apart`(text: String, kind: Deadline.Kind, date: String?) {
        let deadlines = bullets(text)[0].deadlines
        #expect(deadlines.map(\.type) == [kind])
        #expect(deadlines.map(\.date) == [date])
    }

    @Test func `takes so many reports a day for a cycle and for no target`() {
        let task = bullets("Theo dõi mực nước; báo cáo 02 lần/ngày gửi UBND phường.")[0]
        #expect(task.deadlines.map(\.recurrence) == [.daily])
        #expect(task.targets.isEmpty)
    }

    @Test func `takes the missing year from the same sentence`() {
        let task = bullets("Hoàn thành trong tháng 4 năm 2026, chậm nhất ngày 28/4.")[0]
        #expect(task.deadlines.map(\.date) == ["2026-04-30", "2026-04-28"])
    }

    @Test func `gives the bound of one number to the next of its list`() {
        let task = bullets("Mỗi tháng phát sóng ít nhất 02 phóng sự, 10 tin, bài.")[0]
        #expect(task.targets.map(\.min) == [2, 10])
        #expect(task.targets.map(\.per) == ["month", "month"])
    }

    @Test func `takes a half-yearly day for the day that it is`() {
        let task = bullets(
            "Định kỳ 6 tháng (trước ngày 15/6), hằng năm (trước ngày 10/12) tổng hợp.")[0]
        #expect(task.deadlines.map(\.date) == ["--06-15", "--12-10"])
    }

    @Test func `goes on with a list of cycles`() {
        let task = bullets("Định kỳ hằng quý, năm tổng hợp kết quả.")[0]
        #expect(task.deadlines.map(\.recurrence) == [.quarterly, .yearly])
    }
}

@Suite struct `Reading cited laws and documents` {
    @Test func `counts the law inside the amending law`() {
        let laws = cited(
            "Thực hiện Luật sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều"
                + " năm 2020.")
        #expect(
            laws.map(\.name) == [
                "Luật sửa đổi, bổ sung một số điều của Luật Phòng, chống thiên tai và Luật Đê điều năm 2020",
                "Luật Phòng, chống thiên tai", "Luật Đê điều",
            ])
    }

    @Test func `ends the name of a scheme before the next document`() {
        let found = cited(
            "Thực hiện Quyết định số 12/QĐ-TTg ngày 30/3/2026 phê duyệt Đề án Nghiên cứu, xây dựng mô hình"
                + " bảo vệ bờ kè các cấp và Thông tư số 34/2026/TT-BXD ngày 31/5/2026.")
        #expect(found.map(\.number) == ["12/QĐ-TTg", "34/2026/TT-BXD"])
    }

    @Test func `joins the provisions of one phrase`() {
        let found = cited("Thực hiện Điều 45, Điều 54 Luật Bầu cử đại biểu Quốc hội năm 2015.")
        #expect(found.map(\.name) == ["Luật Bầu cử đại biểu Quốc hội năm 2015"])
        #expect(found.first?.provisions?.map(\.text) == ["Điều 45, Điều 54"])
    }
}

@Suite struct `Reading lines of reporting` {
    private func reports(_ text: String) -> [ReportDutyReading] {
        reading("IV. TỔ CHỨC THỰC HIỆN\n\n1. Công an phường\n\n- " + text).reports
    }

    @Test(arguments: [
        "Tổng hợp, báo cáo kịp thời các khó khăn, vướng mắc trong quá trình triển khai.",
        "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, kịp thời phản ánh.",
    ])
    func `take difficulties without a recipient`(text: String) {
        #expect(reports(text).map(\.recurrence) == [.adHoc])
    }

    @Test func `take a frequency without a recipient`() {
        let text = "Định kỳ tổng hợp báo cáo kết quả, đề xuất giải pháp điều chỉnh."
        #expect(reports(text).map(\.recurrence) == [.unspecified])
    }

    @Test(arguments: [
        "Phản ánh dư luận xã hội về Ban Tuyên giáo và Dân vận Thành ủy.",
        "Tổng hợp, báo cáo cấp có thẩm quyền phê duyệt.", "Kịp thời báo cáo, đề xuất giải pháp.",
    ])
    func `leave other words alone`(text: String) {
        #expect(reports(text).isEmpty)
    }
}
