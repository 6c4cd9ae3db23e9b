import Documents
import Domain
import Testing

/// The deadlines of the one task of a plan with a title.
private func deadlines(_ task: String, title: String) -> [Deadline] {
    plan("- \(task)", title: title).tasks.flatMap(\.deadlines)
}

private func plan(_ items: String, title: String) -> PlanReading {
    PlanReader.read(
        SourceText(
            text: """
                ỦY BAN NHÂN DÂN XÃ CỒN PHỤNG

                Số: 3/KH-UBND

                Cồn Phụng, ngày 05 tháng 01 năm 2028

                KẾ HOẠCH
                \(title)

                UBND xã Cồn Phụng ban hành Kế hoạch như sau:

                I. TỔ CHỨC THỰC HIỆN

                1. Công an xã

                \(items)
                """), file: "fiction.txt")
}

private let once = "Trồng cây ven sông năm 2028"
private let always = "Trồng cây ven sông"

@Suite struct `Reading days without a year` {
    @Test func `are of the one year that the title names`() {
        let task = "Đếm cây xong trước ngày 15/10."
        #expect(deadlines(task, title: once).map(\.date) == ["2028-10-15"])
        #expect(deadlines(task, title: once).map(\.type) == [.by])
        #expect(deadlines(task, title: always).map(\.date) == ["--10-15"])
        #expect(
            deadlines(task, title: "Trồng cây giai đoạn 2028 - 2030").map(\.date) == ["--10-15"])
        #expect(
            deadlines(task, title: "Sơ kết phong trào trồng cây năm 2021").map(\.date)
                == ["--10-15"])
    }

    @Test func `come again where the sentence says so`() {
        let task = "Đếm cây trước ngày 15/10 hằng năm; báo cáo năm trước ngày 20/11/2028."
        #expect(deadlines(task, title: once).map(\.date) == ["--10-15", "2028-11-20"])
        #expect(
            deadlines("Công bố danh mục trước ngày 31/01 năm liền kề.", title: once)
                .map(\.recurrence) == [.yearly])
        #expect(
            deadlines("Công bố danh mục trước ngày 31/01 của năm kế tiếp.", title: once)
                .map(\.date) == ["--01-31"])
    }

    @Test func `are the same for reports`() {
        let half =
            "Báo cáo UBND xã kết quả 6 tháng trước ngày 15/6, kết quả năm trước ngày 10/12/2028."
        #expect(
            plan("- \(half)", title: once).reports.map(\.due) == ["2028-06-15", "2028-12-10"])
        let yearly =
            "Báo cáo UBND xã: báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/12 hằng năm."
        #expect(plan("- \(yearly)", title: once).reports.map(\.due) == ["--06-10", "--12-10"])
    }

    @Test(
        arguments: [
            ("Sơ kết chậm nhất trong tháng 6/2028.", .within, "2028-06-30"),
            ("Sơ kết chậm nhất trong quý II/2028.", .within, "2028-06-30"),
            ("Sơ kết chậm nhất trong ngày 05/6/2028.", .by, "2028-06-05"),
            ("Quán triệt trong sinh hoạt định kỳ tháng 6/2028.", .within, "2028-06-30"),
            ("Khóa sổ trước thời điểm khai mạc 24 giờ.", .event, nil),
            ("Mở cống trước khi thủy triều lên 02 giờ.", .event, nil),
        ] as [(String, Deadline.Kind, String?)])
    func `say within what they lie`(text: String, type: Deadline.Kind, date: String?) {
        let found = deadlines(text, title: always)
        #expect(found.map(\.type) == [type])
        #expect(found.map(\.date) == [date])
    }

    @Test func `say several cycles together`() {
        #expect(
            deadlines("Định kỳ 6 tháng, một năm tổng hợp kết quả.", title: always)
                .map(\.recurrence) == [.halfYearly, .yearly])
        let field = DeadlineReader.read(
            Script("Báo cáo định kỳ; trực thường xuyên"), context: .timeField)
        #expect(field.map(\.recurrence) == [.unspecified, .continuous])
        let one = DeadlineReader.read(Script("Thường xuyên, định kỳ"), context: .timeField)
        #expect(one.map(\.recurrence) == [.continuous])
    }

    @Test func `are of the name of a document that a field refers to`() {
        let found = DeadlineReader.read(
            Script("Theo Kế hoạch diễn tập phòng thủ năm 2028 của tỉnh"), context: .timeField)
        #expect(found.compactMap(\.date).isEmpty)
        let number = DeadlineReader.read(
            Script("Theo Nghị định số 12/2027/NĐ-CP"), context: .timeField)
        #expect(number.isEmpty)
        #expect(
            DeadlineReader.read(Script("Năm 2028"), context: .timeField).map(\.date)
                == ["2028-12-31"])
    }
}
