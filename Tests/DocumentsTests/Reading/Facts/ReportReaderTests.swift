import Documents
import Domain
import Testing

/// The reports of a plan with one item in the part that organises the work.
private func reports(_ item: String) -> [ReportDutyReading] {
    let text = """
        KẾ HOẠCH
        Trồng cây
        UBND xã ban hành Kế hoạch như sau:

        I. TỔ CHỨC THỰC HIỆN

        1. \(item)
        """
    return PlanReader.read(SourceText(text: text), file: "fiction.txt").reports
}

@Suite struct `Reading reports` {
    @Test func `reads who, to whom, through whom and by when`() throws {
        let found = reports(
            "Giao Phòng Kinh tế theo dõi. Định kỳ hằng năm báo cáo kết quả về UBND tỉnh (qua Sở Xây dựng) trước ngày 05/12 để tổng hợp báo cáo."
        )
        #expect(found.count == 1)
        let report = try #require(found.first)
        #expect(report.from == ["Phòng Kinh tế"])
        #expect(report.to == "UBND tỉnh")
        #expect(report.via == "Sở Xây dựng")
        #expect(report.due == "--12-05")
        #expect(report.recurrence == .yearly)
    }

    @Test func `tells the one who drafts from the one who reports`() throws {
        let report = try #require(
            reports("Giao Công an xã tham mưu UBND xã báo cáo UBND tỉnh trước ngày 10/12 hằng năm.")
                .first)
        #expect(report.from == ["UBND xã"])
        #expect(report.preparedBy == ["Công an xã"])
        #expect(report.to == "UBND tỉnh")
    }

    @Test(
        arguments: [
            (
                "Sở Y tế báo cáo UBND tỉnh trước ngày 15/11/2028.",
                ReportDutyReading.Recurrence.once, "2028-11-15"
            ),
            ("Sở Y tế báo cáo UBND tỉnh hằng quý.", .quarterly, nil),
            ("Sở Y tế định kỳ 03 tháng báo cáo UBND tỉnh.", .quarterly, nil),
            ("Sở Y tế định kỳ 05 tháng báo cáo UBND tỉnh.", .unspecified, nil),
            ("Sở Y tế định kỳ báo cáo UBND tỉnh theo quy định.", .asPrescribed, nil),
            (
                "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, Sở Y tế báo cáo UBND tỉnh.",
                .adHoc, nil
            ),
        ] as [(String, ReportDutyReading.Recurrence, String?)])
    func `reads how often`(
        _ item: String, _ recurrence: ReportDutyReading.Recurrence, _ due: String?
    ) {
        let found = reports(item)
        #expect(found.map(\.recurrence) == [recurrence])
        #expect(found.first?.due == due)
    }

    @Test(arguments: [
        "Sở Y tế tổ chức tập huấn báo cáo viên.",
        "Sở Y tế hoàn thiện hồ sơ, báo cáo cấp có thẩm quyền phê duyệt.",
        "Sở Y tế trồng cây theo phương án đã báo cáo UBND tỉnh.",
    ])
    func `leaves alone what sets up no report`(_ item: String) {
        #expect(reports(item).isEmpty)
    }

    @Test func `sends a second report the way of the first`() {
        let found = reports(
            "Công an xã hằng tuần báo cáo kết quả về UBND xã (qua Văn phòng); báo cáo tổng kết trước ngày 08/10/2027."
        )
        #expect(found.map(\.recurrence) == [.weekly, .once])
        #expect(found.map(\.to) == ["UBND xã", "UBND xã"])
        #expect(found.map(\.via) == [found.first?.via, found.first?.via])
    }

    @Test func `sends the first report the way that the next one names`() {
        let found = reports(
            "Công an xã báo cáo quý trước ngày 20 của tháng cuối quý; báo cáo năm trước ngày 10/12 về UBND xã."
        )
        #expect(found.map(\.to) == ["UBND xã", "UBND xã"])
        #expect(found.map(\.recurrence) == [.quarterly, .yearly])
    }

    @Test func `keeps the recipient's own report apart`() {
        let found = reports(
            "Công an xã báo cáo UBND xã trước ngày 20/3/2027 để tổng hợp, báo cáo UBND tỉnh trước ngày 25/3/2027."
        )
        #expect(found.map(\.due) == ["2027-03-20"])
    }

    @Test func `takes days in a row for the length of a daily report`() {
        let found = reports(
            "Công an xã báo cáo hằng ngày từ ngày 10/3/2027 đến ngày 16/3/2027 về UBND xã.")
        #expect(found.map(\.recurrence) == [.daily])
    }

    @Test func `lets the one to whom a draft goes send it on`() throws {
        let found = reports(
            "Công an xã xây dựng báo cáo quý, trình UBND xã gửi Sở Nội vụ đúng thời gian quy định.")
        let report = try #require(found.first)
        #expect(found.count == 1)
        #expect(report.from == ["UBND xã"])
        #expect(report.to == "Sở Nội vụ")
        #expect(report.recurrence == .asPrescribed)
    }

    @Test func `tells a count to be reported from the number of a report`() {
        let found = reports("Trạm Y tế xã báo cáo số ca ngộ độc cho Công an xã hằng ngày.")
        #expect(found.map(\.to) == ["Công an xã"])
        #expect(reports("Công an xã thực hiện Báo cáo số 12/BC-UBND của UBND xã.").isEmpty)
    }

    @Test func `lets the subject of a later clause send its own report`() {
        let found = reports(
            "Công an xã tuần tra; Trạm Y tế xã làm đầu mối theo dõi, báo cáo kết quả với UBND xã hằng tuần."
        )
        #expect(found.map(\.from) == [["Trạm Y tế xã"]])
        #expect(found.map(\.recurrence) == [.weekly])
    }

    @Test func `parts the kinds of report that stand between commas`() {
        let found = reports(
            "Trạm Y tế xã báo cáo tuần về Sở Y tế trước 10 giờ thứ Hai, báo cáo tháng trước ngày 03 tháng sau."
        )
        #expect(found.map(\.recurrence) == [.weekly, .monthly])
        #expect(found.map(\.due) == [nil, "---03"])
        #expect(found.map(\.to) == ["Sở Y tế", "Sở Y tế"])
    }

    @Test func `reads the other spelling of telling troubles and no regime for a report`() {
        let found = reports(
            "Quá trình thực hiện nếu có phát sinh, các ngành, thôn phản ảnh về Phòng Kinh tế.")
        #expect(found.map(\.to) == ["Phòng Kinh tế"])
        #expect(found.map(\.recurrence) == [.adHoc])
        #expect(reports("Sở Y tế thực hiện chế độ báo cáo định kỳ.").isEmpty)
    }

    @Test func `takes results sent by a day for a report`() {
        let found = reports("Trạm Y tế xã gửi kết quả rà soát về Sở Y tế trước ngày 15/9/2027.")
        #expect(found.map(\.to) == ["Sở Y tế"])
        #expect(found.map(\.due) == ["2027-09-15"])
    }

    @Test(arguments: [
        "Giao Công an xã khi có cháy phải báo cáo UBND xã trong vòng 02 giờ.",
        "Giao Công an xã báo cáo đột xuất UBND xã khi xảy ra sự cố.",
    ])
    func `calls reports of what happens occasional`(item: String) {
        let found = reports(item)
        #expect(found.map(\.to) == ["UBND xã"])
        #expect(found.map(\.recurrence) == [.adHoc])
    }

    @Test(arguments: [
        "Giao Phòng Kinh tế hoàn thiện dự thảo báo cáo kết quả trước ngày 29/4/2029.",
        "Giao Trạm Y tế xã đăng tải báo cáo kết quả lên trang thông tin trong tháng 5/2029.",
    ])
    func `finds no report in a draft or a publication`(item: String) {
        #expect(reports(item).isEmpty)
    }

    @Test func `sends a later report where the plan goes`() throws {
        let report = try #require(
            reports(
                "Các chi bộ gửi kế hoạch về Đảng ủy (qua Văn phòng Đảng ủy) trước ngày 20/8/2029; trước ngày 05/12 hằng năm báo cáo kết quả."
            ).first)
        #expect(report.to == "Đảng ủy")
        #expect(report.via == "Văn phòng Đảng ủy")
        #expect(report.due == "--12-05")
    }

    @Test func `takes what the chairman signs for a report of the committee`() {
        let found = reports(
            "Giao Công an xã xây dựng báo cáo tuần tra định kỳ, trình Chủ tịch UBND xã ký, gửi Sở Xây dựng trước ngày 20 của tháng cuối quý."
        )
        #expect(found.map(\.from) == [["UBND xã"]])
        #expect(found.map(\.to) == ["Sở Xây dựng"])
        #expect(found.map(\.due) == ["---20"])
    }

    @Test func `takes telling of what happens for a report`() {
        let found = reports("Giao Công an xã kịp thời phản ánh với UBND tỉnh khi có vỡ kè.")
        #expect(found.map(\.to) == ["UBND tỉnh"])
        #expect(found.map(\.recurrence) == [.adHoc])
    }

    @Test func `takes results that are sent on for a report`() {
        let found = reports(
            "Giao Công an xã trước ngày 20 hằng tháng tổng hợp kết quả gửi Văn phòng UBND xã.")
        #expect(found.map(\.to) == ["Văn phòng UBND xã"])
        #expect(found.map(\.due) == ["---20"])
        #expect(reports("Giao Công an xã lập danh sách gửi Sở Y tế trước ngày 15/5/2029.").isEmpty)
    }

    @Test func `leaves the time of other work out`() {
        let found = reports(
            "Công an xã rà soát bờ kè, hoàn thành trước ngày 30/4/2029, báo cáo kết quả về UBND tỉnh."
        )
        #expect(found.map(\.due) == [nil])
        let cycle = reports(
            "Công an xã xây dựng kế hoạch trước ngày 31/01/2029, định kỳ hằng quý báo cáo UBND tỉnh."
        )
        #expect(cycle.map(\.recurrence) == [.quarterly])
    }

    @Test func `parts the reports that one clause lists, each with its day`() {
        let found = reports(
            "Chế độ báo cáo: Công an xã gửi báo cáo tháng trước ngày 20, báo cáo quý trước ngày 15 của tháng cuối quý, báo cáo năm trước ngày 05/12/2029 về Sở Y tế."
        )
        #expect(found.map(\.recurrence) == [.monthly, .quarterly, .once])
        #expect(found.map(\.due) == ["---20", "---15", "2029-12-05"])
        #expect(Set(found.map(\.to)) == ["Sở Y tế"])
    }

    @Test func `lets the words before a colon say where the reports go`() {
        let found = reports(
            "Công an xã báo cáo kết quả về UBND tỉnh (qua Sở Y tế): báo cáo 6 tháng trước ngày 05/6/2029, báo cáo năm trước ngày 05/12/2029."
        )
        #expect(found.map(\.due) == ["2029-06-05", "2029-12-05"])
        #expect(found.map(\.via) == ["Sở Y tế", "Sở Y tế"])
    }

    @Test func `keeps a list of senders whole behind a topic`() throws {
        let report = try #require(
            reports(
                "Thông tin, báo cáo: Công an xã, Trạm Y tế xã gửi báo cáo về Sở Y tế trước ngày 20/3/2029."
            ).first)
        #expect(report.from == ["Công an xã", "Trạm Y tế xã"])
    }

    @Test func `finds no report where others are only urged to`() {
        #expect(reports("Giao Công an xã đôn đốc Trạm Y tế xã báo cáo số liệu hằng tháng.").isEmpty)
    }

    @Test func `says once what two words of telling say`() {
        let found = reports(
            "Trong quá trình thực hiện, nếu có vướng mắc, Công an xã phản ánh, gửi văn bản về Sở Y tế."
        )
        #expect(found.count == 1)
    }

    @Test(
        arguments: [
            ("Công an xã 6 tháng, năm báo cáo kết quả về UBND tỉnh.", 2),
            ("Công an xã tuần tra; 6 tháng, năm báo cáo kết quả về UBND tỉnh.", 2),
            ("Công an xã báo cáo quý, 6 tháng, năm về UBND tỉnh.", 3),
        ])
    func `reads the cycles that stand as bare words`(item: String, count: Int) {
        let recurrences = reports(item).map(\.recurrence).filter { $0 != .unspecified }
        #expect(recurrences.count == count)
    }

    @Test func `takes a regime of reports with a cycle for a report`() {
        let found = reports("Giao Trạm Y tế xã thực hiện chế độ báo cáo vào thứ Năm hằng tuần.")
        #expect(found.map(\.recurrence) == [.weekly])
    }

    @Test func `reads further periods behind semicolons and hours of each day`() {
        let found = reports(
            "Công an xã báo cáo quý I trước ngày 10/3/2029; 6 tháng trước ngày 10/6/2029; năm trước ngày 10/12/2029 về Sở Y tế."
        )
        #expect(found.map(\.due) == ["2029-03-10", "2029-06-10", "2029-12-10"])
        #expect(Set(found.map(\.to)) == ["Sở Y tế"])
        let daily = reports("Công an xã báo cáo nhanh về Sở Y tế trước 10 giờ và 15 giờ hằng ngày.")
        #expect(daily.map(\.recurrence) == [.daily])
    }

    @Test func `leaves out what the recipient makes of a report for another`() {
        let found = reports(
            "Công an xã báo cáo Sở Y tế trước ngày 15/12/2029 để tổng hợp, tham mưu UBND xã báo cáo UBND tỉnh."
        )
        #expect(found.map(\.to) == ["Sở Y tế"])
    }

    @Test func `leaves the time of a review out of a report with a term of its own`() throws {
        let prescribed = reports(
            "Văn phòng xã tham mưu UBND xã sơ kết hằng năm, tổng kết vào năm 2030 và báo cáo UBND tỉnh theo quy định."
        )
        #expect(prescribed.map(\.recurrence) == [.asPrescribed])
        #expect(prescribed.map(\.from) == [["UBND xã"]])
        #expect(prescribed.map(\.to) == ["UBND tỉnh"])
        let timed = reports(
            "Công an xã sơ kết, tổng kết và hằng năm báo cáo UBND tỉnh theo quy định.")
        #expect(timed.map(\.recurrence) == [.yearly])
    }

    @Test func `lets a report without a sender come from those of the item above`() {
        let above = "Các thôn báo cáo UBND xã (qua Công an xã) hằng tuần.\n\n2. "
        let found = reports(
            above + "Báo cáo tổng kết gửi về UBND xã (qua Công an xã) trước 10/8/2028.")
        #expect(found.map(\.from) == [["Các thôn"], ["Các thôn"]])
        let other = reports(above + "Báo cáo tổng kết gửi về UBND tỉnh trước ngày 10/8/2028.")
        #expect(other.map(\.from) == [["Các thôn"], []])
    }

    @Test(
        arguments: [
            (
                "Sau mỗi đợt bão, chậm nhất 03 ngày kể từ khi kết thúc, các thôn báo cáo UBND xã.",
                ReportDutyReading.Recurrence.adHoc
            ),
            ("Sau mỗi đợt kiểm tra, trong 03 ngày Các thôn báo cáo UBND xã.", .adHoc),
            ("Mỗi khi có vỡ kè, các thôn báo cáo UBND xã.", .adHoc),
            ("Sau ngày 15/3/2029, các thôn hằng tuần báo cáo UBND xã.", .weekly),
            ("Các thôn định kỳ báo cáo UBND xã.", .unspecified),
        ])
    func `calls what follows each event occasional`(
        item: String, recurrence: ReportDutyReading.Recurrence
    ) {
        let found = reports(item)
        #expect(found.map(\.recurrence) == [recurrence])
        #expect(found.map(\.from) == [["Các thôn"]])
        #expect(found.map(\.to) == ["UBND xã"])
    }

    @Test(
        arguments: [
            ("Ban Quản lý chợ Phú Lộc hằng quý báo cáo Sở Y tế.", ["Ban Quản lý chợ Phú Lộc"]),
            ("Đồn Biên phòng Cửa Lân định kỳ báo cáo Sở Y tế.", ["Đồn Biên phòng Cửa Lân"]),
            ("Các chợ Phú Lộc, Hằng Nga báo cáo Sở Y tế hằng quý.", []),
        ])
    func `takes a name before its cycle for the sender`(item: String, from: [String]) {
        #expect(reports(item).map(\.from) == [from])
    }

    @Test func `lets those who stand for the places report for them`() {
        let above =
            "Tổ trưởng các tổ dân phố tổ chức dọn kênh.\n\n2. Các cơ quan, đơn vị thuộc xã tổ chức trồng cây.\n\n"
        let found = reports(
            above
                + "Trên đây là Kế hoạch. Trong quá trình thực hiện, nếu có vướng mắc, các cơ quan, đơn vị, tổ dân phố báo cáo UBND xã."
        )
        #expect(
            found.map { Set($0.from) }
                == [["Các cơ quan, đơn vị thuộc xã", "Tổ trưởng các tổ dân phố"]])
    }

    @Test func `keeps half a year out of the name before it`() {
        let found = reports("Công an xã báo cáo Sở Y tế 6 tháng (trước 15/6) và năm (trước 15/12).")
        #expect(found.map(\.to) == ["Sở Y tế", "Sở Y tế"])
        #expect(found.map(\.due) == ["--06-15", "--12-15"])
    }

    @Test func `keeps senders whom a semicolon parts`() {
        let found = reports(
            "Thủ trưởng các cơ quan, đơn vị; Trưởng các thôn báo cáo kết quả về UBND xã trước ngày 10 hằng tháng."
        )
        #expect(found.map(\.from) == [["Các cơ quan, đơn vị", "Trưởng các thôn"]])
    }
}
