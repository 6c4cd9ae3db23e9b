import Documents
import Domain
import Testing

/// Deadlines of a text, as "within 2030-12-31", "recurring --05 yearly".
private func times(_ text: String, _ context: DeadlineContext = .task) -> [String] {
    DeadlineReader.read(Script(text), context: context).map { time in
        [time.type.rawValue, time.date, time.recurrence?.rawValue].compactMap { $0 }
            .joined(separator: " ")
    }
}

@Suite struct `Reading phases and cycles` {
    @Test(arguments: [
        "Giai đoạn cấp bách (0-24 giờ): Đưa thuyền vào bờ.",
        "Giai đoạn 24-48 giờ: Đưa thuyền vào bờ.",
        "Giai đoạn sau 48 giờ: Đưa thuyền vào bờ.",
    ])
    func `counts a phase in hours from what has happened`(text: String) {
        #expect(times(text) == ["event"])
    }

    @Test func `takes a phase without hours for no time`() {
        #expect(times("Giai đoạn phòng ngừa: Đưa thuyền vào bờ.") == [])
    }

    @Test func `reads a span of days in a column of one year`() {
        #expect(
            times("Từ 04/5 đến 15/5", DeadlineContext(.timeField, year: 2027))
                == ["within 2027-05-15"])
        #expect(times("Từ 04/5 đến 15/5", DeadlineContext(.timeField)).isEmpty == false)
    }

    @Test func `keeps the end of the year beside a yearly day`() {
        #expect(
            times("Kiểm kê thuyền vào cuối năm, sửa chữa xong trước ngày 15/4 hằng năm.")
                == ["recurring yearly", "recurring --04-15 yearly"])
        #expect(
            times("Cuối năm (trước ngày 05/12) kiểm kê thuyền.") == ["recurring --12-05 yearly"])
    }

    @Test func `leaves the regular check of health its name`() {
        #expect(times("Tổ chức khám sức khỏe định kỳ cho thủy thủ.") == [])
        #expect(times("Định kỳ kiểm tra phao.") == ["recurring unspecified"])
    }

    @Test func `reads cycles in words and months in pairs`() {
        #expect(times("Sáu tháng một lần sơn lại phao.") == ["recurring half_yearly"])
        #expect(times("Ba tháng một lần sơn lại phao.") == ["recurring quarterly"])
        #expect(
            times("Sơn lại phao trong tháng 5 và tháng 9 hằng năm.")
                == ["recurring --05 yearly", "recurring --09 yearly"])
    }

    @Test(
        arguments: [
            ("Giải bơi: Thời gian: ngày 06-07/3/2027.", ["within 2027-03-07"]),
            ("Tổ chức hội thi trong các ngày 06, 07/3/2027.", ["within 2027-03-07"]),
            ("Tổ chức hội thi ngày 06 và 07/3/2027.", ["within 2027-03-07"]),
            ("Kiểm tra phao các ngày 10, 20 hằng tháng.", ["recurring monthly"]),
        ])
    func `reads a few days of one month as a span`(text: String, found: [String]) {
        #expect(times(text) == found)
    }

    @Test func `counts the weeks of a month`() {
        #expect(times("Tuần 2 tháng 8/2027", .timeField) == ["within 2027-08-14"])
        #expect(
            times("Tuần thứ 3 của tháng 8", DeadlineContext(.timeField, year: 2027))
                == ["within 2027-08-21"])
    }

    @Test func `takes working days for a term, and days of an event for none`() {
        #expect(times("Trả lời đơn trong 05 ngày làm việc.") == ["event"])
        #expect(times("Hoàn thành trong vòng 10 ngày.") == ["event"])
        #expect(times("Họp chợ nổi trong 05 ngày.") == [])
    }
}
