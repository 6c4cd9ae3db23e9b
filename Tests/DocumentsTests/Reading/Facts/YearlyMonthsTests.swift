import Documents
import Domain
import Testing

/// The deadlines of a task, "yearly --02", "on 2029-05-15".
private func dates(_ text: String) -> [String] {
    DeadlineReader.read(Script(text), context: .task).map { deadline in
        let kind = deadline.recurrence?.rawValue ?? deadline.type.rawValue
        return kind + (deadline.date.map { " \($0)" } ?? "")
    }
}

@Suite struct `Reading months and days that come in pairs` {
    @Test(
        arguments: [
            ("Tháng 2 và tháng 8 hằng năm tổ chức tiêm phòng.", ["yearly --02", "yearly --08"]),
            ("Tháng 8 hằng năm tổ chức tiêm phòng.", ["yearly --08"]),
            ("Tháng 2 và tháng 8/2029 tổ chức tiêm phòng.", ["within 2029-08-31"]),
            (
                "Dọn vệ sinh vào ngày 14 và ngày 28 hằng tháng.",
                ["monthly ---14", "monthly ---28"]
            ),
            ("Ngày 15/5/2029 tổ chức hội thi.", ["on 2029-05-15"]),
            ("Ngày 15/5/2029 có mưa to.", []),
            (
                "Thông báo trước ngày 30/6/2029 và ngày 20/12/2029.",
                ["by 2029-06-30", "by 2029-12-20"]
            ),
            (
                "Thông báo trước ngày 30/6/2029 và tài liệu ngày 20/12/2029.",
                ["by 2029-06-30"]
            ),
            (
                "Sau mỗi đợt kiểm tra, trong 03 ngày Công an xã thông báo kết quả.",
                ["event"]
            ),
            ("Trong 03 ngày Công an xã thông báo kết quả.", []),
            ("Thông báo kết quả sau 05 ngày kể từ khi kiểm tra.", ["event"]),
        ])
    func `keeps each of them`(text: String, found: [String]) {
        #expect(dates(text) == found)
    }
}
