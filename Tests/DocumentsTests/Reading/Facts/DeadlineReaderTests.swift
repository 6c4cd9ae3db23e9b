import Documents
import Domain
import Testing

/// Deadlines of a short text.
private func deadlines(_ text: String, _ context: DeadlineContext = .task) -> [Deadline] {
    DeadlineReader.read(Script(text), context: context)
}

@Suite struct `Reading deadlines` {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var quoted: String
        var type: Deadline.Kind
        var date: String?
        var recurrence: Deadline.Recurrence?
        var testDescription: String { text }

        init(
            _ text: String, _ quoted: String, _ type: Deadline.Kind, _ date: String?,
            _ recurrence: Deadline.Recurrence? = nil
        ) {
            self.text = text
            self.quoted = quoted
            self.type = type
            self.date = date
            self.recurrence = recurrence
        }
    }

    @Test(arguments: [
        Case("Lắp camera xong trước ngày 01/7/2029.", "trước ngày 01/7/2029", .by, "2029-07-01"),
        Case("Hoàn thành đến hết năm 2028.", "đến hết năm 2028", .by, "2028-12-31"),
        Case(
            "Gửi danh sách chậm nhất là ngày 5 tháng 3 năm 2029.",
            "chậm nhất là ngày 5 tháng 3 năm 2029", .by, "2029-03-05"),
        Case("Ban hành quy chế trước tháng 6/2028.", "trước tháng 6/2028", .by, "2028-05-31"),
        Case("Trồng cây xong trong tháng 2/2028.", "trong tháng 2/2028", .within, "2028-02-29"),
        Case("Trồng cây xong trong tháng 2/2027.", "trong tháng 2/2027", .within, "2027-02-28"),
        Case("Phấn đấu trong năm 2028 có chợ mới.", "trong năm 2028", .within, "2028-12-31"),
        Case("Mở lớp trong quý III/2028.", "trong quý III/2028", .within, "2028-09-30"),
        Case(
            "Mở lớp trong 6 tháng đầu năm 2028.", "trong 6 tháng đầu năm 2028", .within,
            "2028-06-30"),
        Case(
            "Nộp báo cáo trước ngày 05/12 hằng năm.", "trước ngày 05/12 hằng năm", .recurring,
            "--12-05", .yearly),
        Case(
            "Nộp báo cáo trước ngày 10/9/ hàng năm.", "trước ngày 10/9/ hàng năm", .recurring,
            "--09-10", .yearly),
        Case(
            "Định kỳ hằng năm gửi số liệu trước ngày 15 tháng 11.", "trước ngày 15 tháng 11",
            .recurring, "--11-15", .yearly),
        Case(
            "Gửi số liệu trước ngày 20 hằng tháng.", "trước ngày 20 hằng tháng", .recurring,
            "---20",
            .monthly),
        Case(
            "Gửi số liệu trước ngày 05 của tháng cuối quý.", "trước ngày 05 của tháng cuối quý",
            .recurring, "---05", .quarterly),
        Case("Đưa vào kế hoạch hằng năm.", "hằng năm", .recurring, nil, .yearly),
        Case("Xếp loại viên chức cuối năm.", "cuối năm", .recurring, nil, .yearly),
        Case("Định kỳ tổ chức họp thôn.", "Định kỳ", .recurring, nil, .unspecified),
        Case(
            "Quét dọn đường làng (thực hiện thường xuyên).", "thực hiện thường xuyên", .recurring,
            nil, .continuous),
        Case(
            "Hưởng ứng Ngày Pháp luật Việt Nam (09/11).", "Ngày Pháp luật Việt Nam (09/11)",
            .recurring, "--11-09", .yearly),
        Case(
            "Trực ban, báo cáo trước 17h00 hằng ngày.", "trước 17h00 hằng ngày", .recurring, nil,
            .daily),
        Case(
            "Phun khử khuẩn trong 24-48 giờ sau khi nước rút.",
            "trong 24-48 giờ sau khi nước rút", .event, nil),
        Case(
            "Gửi kế hoạch trong thời hạn 10 ngày kể từ ngày nhận được văn bản.",
            "trong thời hạn 10 ngày kể từ ngày nhận được văn bản", .event, nil),
    ])
    func `reads one time`(_ item: Case) throws {
        let found = deadlines(item.text)
        #expect(found.count == 1)
        let deadline = try #require(found.first)
        #expect(deadline.text == item.quoted)
        #expect(deadline.type == item.type)
        #expect(deadline.date == item.date)
        #expect(deadline.recurrence == item.recurrence)
    }

    @Test(arguments: [
        "Thường xuyên kiểm tra, kịp thời xử lý, tiếp tục nhắc nhở.",
        "Thực hiện Chỉ thị số 09-CT/TW ngày 02/3/2027 của Ban Bí thư.",
        "Xử lý cơ sở đưa vào sử dụng trước ngày 04/10/2001.",
        "Thực hiện Đề án Phát triển chợ giai đoạn đến năm 2030, định hướng đến năm 2045.",
        "Lập dự toán năm 2028 theo quy định.",
        "Trong năm, mỗi tổ chọn một việc làm tốt.",
        "Bán hàng năm 2026 tăng.",
        "Chi trợ cấp hàng tháng cho người có công.",
        "Họp ngay sau khi có thông báo.",
        "Ngày 32/13 không có.",
    ])
    func `leaves alone what is no deadline`(_ text: String) {
        #expect(deadlines(text).isEmpty)
    }

    @Test func `gives a range its first day`() throws {
        let found = try #require(deadlines("Từ ngày 01/3 đến ngày 15/4/2028: treo cờ.").first)
        #expect(found.type == .within)
        #expect(found.start == "2028-03-01")
        #expect(found.date == "2028-04-15")
    }

    @Test func `leaves the cycle of a target to the target`() {
        #expect(deadlines("Hằng tháng vận động từ 5% đến 8% số hộ tham gia.").isEmpty)
    }

    @Test func `counts the same words once`() {
        #expect(deadlines("Trong năm 2028 đạt 20%; trong năm 2028 có 30% hộ.").count == 1)
    }

    @Test func `takes two days of one cycle as two`() {
        let found = deadlines("Báo cáo trước ngày 01/6 và 15/11 hằng năm.")
        #expect(found.map(\.date) == ["--06-01", "--11-15"])
        #expect(found.allSatisfy { $0.recurrence == .yearly })
    }

    @Test func `takes listed cycles one by one`() {
        let found = deadlines("Thống kê hằng tháng, quý, năm.")
        #expect(found.map(\.recurrence) == [.monthly, .quarterly, .yearly])
    }

    @Test(arguments: [
        Case("Trực gác trong ngày 05/9/2027.", "trong ngày 05/9/2027", .on, "2027-09-05"),
        Case("Tổ chức lễ ra quân ngày 05/9/2027.", "ngày 05/9/2027", .on, "2027-09-05"),
        Case(
            "Đếm phiếu vào lúc 7 giờ và 19 giờ ngày 05/9/2027.",
            "lúc 7 giờ và 19 giờ ngày 05/9/2027",
            .on, "2027-09-05"),
        Case(
            "Sơ kết vào tuần thứ hai của tháng 9/2027.", "vào tuần thứ hai của tháng 9/2027",
            .within, "2027-09-14"),
        Case(
            "Giao quân vào 7 giờ 30, ngày 05/3/2027.", "vào 7 giờ 30, ngày 05/3/2027", .on,
            "2027-03-05"),
        Case("Ngày 10/6/2027: Khai mạc.", "Ngày 10/6/2027", .on, "2027-06-10"),
        Case(
            "Định kỳ ngày 15 hàng tháng họp giao ban.", "ngày 15 hàng tháng", .recurring, "---15",
            .monthly),
        Case(
            "Luyện tập từ ngày 10 - 11/6/2027.", "từ ngày 10 - 11/6/2027", .within, "2027-06-11"),
        Case(
            "Tham gia hội chợ (tháng 4 hằng năm).", "tháng 4 hằng năm", .recurring, "--04", .yearly),
        Case("Kiểm tra cống 03 tháng/lần.", "03 tháng/lần", .recurring, nil, .quarterly),
        Case("Kiện toàn trong Qúy I/2027.", "trong Qúy I/2027", .within, "2027-03-31"),
        Case(
            "Sau khi bão tan, chậm nhất 03 ngày phải dọn xong đường.", "chậm nhất 03 ngày", .event,
            nil),
        Case("Nộp quỹ trước ngày 31/7.", "trước ngày 31/7", .recurring, "--07-31", .yearly),
        Case("Thu quỹ năm 2027 xong trước ngày 31/7.", "trước ngày 31/7", .by, "2027-07-31"),
    ])
    func `reads days that stand in other words`(_ one: Case) throws {
        let found = deadlines(one.text)
        #expect(found.count == 1)
        let deadline = try #require(found.first)
        #expect(deadline.text == one.quoted)
        #expect(deadline.type == one.type)
        #expect(deadline.date == one.date)
        #expect(deadline.recurrence == one.recurrence)
    }

    @Test func `takes months and quarters without a year for those of the plan's`() {
        let plan = DeadlineContext(.task, year: 2027)
        #expect(deadlines("Kiểm tra trong quý III.", plan).map(\.date) == ["2027-09-30"])
        #expect(
            deadlines("Xóa điểm đen trong 6 tháng đầu năm.", plan).map(\.date) == ["2027-06-30"])
        #expect(deadlines("Nộp quỹ trước ngày 31/7.", plan).map(\.date) == ["--07-31"])
    }

    @Test func `reads two times that each have their year`() {
        let found = deadlines("Tập huấn trong quý III năm 2027 và quý I năm 2028.")
        #expect(found.map(\.date) == ["2027-09-30", "2028-03-31"])
    }

    @Test func `leaves alone the day of a document that is carried out`() {
        #expect(deadlines("Tổ chức thực hiện Kế hoạch số 5/KH-UBND ngày 05/9/2027.").isEmpty)
    }

    @Test func `takes half-yearly reports for days that come again`() {
        let found = deadlines("Định kỳ 6 tháng trước ngày 10/6, năm trước ngày 10/12.")
        #expect(found.map(\.date) == ["--06-10", "--12-10"])
    }

    @Test(arguments: [
        Case("Đăng ký trước khi đào ít nhất 02 ngày.", "ít nhất 02 ngày", .event, nil),
        Case("Khi có sự cố phải báo cáo xã trong vòng 02 giờ.", "trong vòng 02 giờ", .event, nil),
        Case("Thông báo lịch cho người dân trước 03 ngày.", "trước 03 ngày", .event, nil),
        Case(
            "Gửi tài liệu chậm nhất 02 ngày trước phiên họp.",
            "chậm nhất 02 ngày trước phiên họp", .event, nil),
        Case("Ngày 05/4/2029 (chiều): họp đoàn.", "Ngày 05/4/2029", .on, "2029-04-05"),
        Case(
            "Báo cáo Đảng ủy tại phiên họp tháng 5/2029.", "tại phiên họp tháng 5/2029", .within,
            "2029-05-31"),
        Case(
            "Phổ biến chậm nhất trong kỳ sinh hoạt tháng 8/2029.",
            "chậm nhất trong kỳ sinh hoạt tháng 8/2029", .by, "2029-08-31"),
        Case("Hoàn thành trong ngày 27/9/2029.", "trong ngày 27/9/2029", .within, "2029-09-27"),
        Case("Dọn chợ các ngày trong tuần.", "các ngày trong tuần", .recurring, nil, .daily),
        Case("Dọn chợ vào chủ nhật cuối tháng.", "chủ nhật cuối tháng", .recurring, nil, .monthly),
        Case("Báo cáo mực nước 02 lần/ngày.", "02 lần/ngày", .recurring, nil, .daily),
    ])
    func `reads spans, meetings and days of the week`(item: Case) throws {
        let found = deadlines(item.text)
        #expect(found.count == 1)
        let deadline = try #require(found.first)
        #expect(deadline.text == item.quoted)
        #expect(deadline.type == item.type)
        #expect(deadline.date == item.date)
        #expect(deadline.recurrence == item.recurrence)
    }

    @Test func `reads the days of half a year and a year as yearly ones`() {
        let found = deadlines(
            "Gửi kế hoạch trước ngày 20/8/2029; định kỳ 6 tháng (trước ngày 10/6), 01 năm (trước ngày 05/12) báo cáo."
        )
        #expect(found.map(\.date) == ["2029-08-20", "--06-10", "--12-05"])
        #expect(found.map(\.recurrence) == [nil, .yearly, .yearly])
    }

    @Test func `goes on with cycles behind a day in brackets`() {
        let found = deadlines("Báo cáo hằng tháng (trước ngày 25), quý, năm về Công an tỉnh.")
        #expect(found.map(\.recurrence) == [.monthly, .quarterly, .yearly])
    }

    @Test func `reads the cycle that a day in brackets is of`() {
        let found = deadlines("Báo cáo tháng (trước ngày 18), 6 tháng (trước ngày 10/6) về xã.")
        #expect(found.map(\.recurrence) == [.monthly, .yearly])
        #expect(found.map(\.date) == ["---18", "--06-10"])
    }

    @Test func `reads a day without its word behind before`() {
        #expect(deadlines("Kiểm tra xong trước 30/11.").map(\.date) == ["--11-30"])
        #expect(deadlines("Họp khi có đến 2/3 số đại biểu.").isEmpty)
    }

    @Test func `leaves the cycle of a number to the number`() {
        #expect(deadlines("Đăng ít nhất 03 tin bài mỗi quý.").isEmpty)
    }

    @Test(arguments: [
        ("Hưởng ứng “Ngày Nước thế giới” 22/3.", "--03-22"),
        ("Treo cờ nhân “Ngày hội Biển” (08/6).", "--06-08"),
        ("Ra quân hưởng ứng \"Ngày Đọc sách\" ngày 21/4.", "--04-21"),
    ])
    func `reads the day behind a quoted name`(text: String, date: String) {
        let found = deadlines(text)
        #expect(found.map(\.type) == [.recurring])
        #expect(found.first?.date == date)
    }

    @Test func `reads a month behind the meeting of a body`() {
        let found = deadlines("Học Nghị quyết trong kỳ sinh hoạt chi bộ tháng 4/2029.")
        #expect(found.map(\.date) == ["2029-04-30"])
    }

    @Test(arguments: [
        "Thực hiện Chiến lược trồng rừng, đến năm 2029 mỗi thôn có vườn ươm.",
        "Phổ biến nội dung cơ bản, đến năm 2029, của quy hoạch.",
    ])
    func `leaves the years of names and attributes alone`(text: String) {
        #expect(deadlines(text).isEmpty)
    }

    @Test func `gives days right behind the plan its year`() {
        let plan = DeadlineContext(.task, year: 2029, issued: "2029-09-26")
        #expect(deadlines("Gặt lúa xong trước ngày 28/9.", plan).map(\.date) == ["2029-09-28"])
        #expect(deadlines("Gặt lúa xong trước ngày 15/12.", plan).map(\.date) == ["--12-15"])
    }
}

@Suite struct `Reading time fields` {
    @Test(arguments: [
        ("Thường xuyên.", Deadline.Kind.recurring, String?.none),
        ("Tháng 12/2028.", .within, "2028-12-31"),
        ("Quí IV-2028", .within, "2028-12-31"),
        ("Từ 01/7/2028.", .from, "2028-07-01"),
        ("Giai đoạn 2026 - 2030", .within, "2030-12-31"),
        ("2026-2030", .within, "2030-12-31"),
        ("Ngày 15/3/2028", .on, "2028-03-15"),
        ("Từ khi thành lập đến khi kết thúc đợt thi đua", .event, nil),
    ])
    func `reads what stands there`(_ text: String, _ type: Deadline.Kind, _ date: String?) {
        let found = deadlines(text, .timeField)
        #expect(found.map(\.type) == [type])
        #expect(found.first?.date == date)
    }

    @Test func `takes the following years as a second entry`() {
        let found = deadlines("Năm 2028 và các năm tiếp theo", .timeField)
        #expect(found.map(\.type) == [.within, .recurring])
    }

    @Test func `takes the year from the column`() {
        let column = DeadlineContext(.timeField, year: 2028, isDue: true)
        #expect(deadlines("Trước 30/11", column).first?.date == "2028-11-30")
        #expect(deadlines("20/10", column).first?.type == .by)
    }

    @Test func `takes times in a quoted name for no deadlines`() {
        #expect(deadlines("Phát động “Mỗi tuần 15 phút diệt lăng quăng”.").isEmpty)
        #expect(deadlines("Hưởng ứng “Ngày Pháp luật 09/11”.").map(\.date) == ["--11-09"])
    }

    @Test func `reads hours that run from what has happened, and each day of a list`() {
        #expect(deadlines("Khôi phục điện cho bệnh viện trong 12 giờ.").map(\.type) == [.event])
        #expect(
            deadlines("Cập nhật ngay sau khi có biến động, chậm nhất 03 ngày làm việc.").map(\.type)
                == [.event])
        #expect(
            deadlines("Rà soát trước ngày 15/3, 15/6 và 15/9/2029.").map(\.date)
                == ["2029-03-15", "2029-06-15", "2029-09-15"])
    }

    @Test func `takes hours of one day for that day`() {
        let found = deadlines("Báo cáo vào các thời điểm 9 giờ, 11 giờ ngày 15/3/2029.")
        #expect(found.map(\.type) == [.on])
        #expect(found.first?.date == "2029-03-15")
    }
}
