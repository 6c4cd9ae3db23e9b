import Documents
import Domain
import Testing

/// The reports of a plan with one item in the part that organises the work, in a line each:
/// "Các thôn > UBND xã: weekly", "Công an xã > UBND tỉnh: yearly --11-15".
private func lines(_ item: String) -> [String] {
    let text = """
        KẾ HOẠCH
        Trồng cây
        UBND xã ban hành Kế hoạch như sau:

        I. TỔ CHỨC THỰC HIỆN

        1. \(item)
        """
    return PlanReader.read(SourceText(text: text), file: "fiction.txt").reports.map { report in
        let term = report.due.map { "\(report.recurrence.rawValue) \($0)" }
        return report.from.joined(separator: ", ") + " > " + (report.to ?? "")
            + ": " + (term ?? report.recurrence.rawValue)
    }
}

/// Each report of a sentence has a term of its own.
@Suite struct `Reading terms of reports` {
    @Test(
        arguments: [
            (
                "Công an xã báo cáo UBND xã trước ngày 15 hằng tháng và báo cáo Sở Y tế theo quy định.",
                ["Công an xã > UBND xã: monthly ---15", "Công an xã > Sở Y tế: as_prescribed"]
            ),
            (
                "Công an xã báo cáo UBND xã trước ngày 15 hằng tháng, Sở Y tế theo quy định.",
                ["Công an xã > UBND xã: monthly ---15", "Công an xã > Sở Y tế: as_prescribed"]
            ),
            (
                "Công an xã báo cáo UBND xã trước ngày 15 hằng tháng và Sở Y tế trước ngày 18 hằng tháng.",
                ["Công an xã > UBND xã: monthly ---15", "Công an xã > Sở Y tế: monthly ---18"]
            ),
            (
                "Công an xã báo cáo UBND xã và Sở Y tế trước ngày 15 hằng tháng.",
                ["Công an xã > UBND xã: monthly ---15", "Công an xã > Sở Y tế: monthly ---15"]
            ),
            (
                "Công an xã báo cáo UBND xã trước ngày 15 hằng tháng, phối hợp với Sở Y tế tập huấn.",
                ["Công an xã > UBND xã: monthly ---15"]
            ),
        ])
    func `gives each recipient its own term`(item: String, reports: [String]) {
        #expect(lines(item) == reports)
    }

    @Test func `keeps two days of one report together before another`() {
        #expect(
            lines(
                "Công an xã báo cáo UBND xã trước ngày 10/6 và 10/11 hằng năm, báo cáo Sở Y tế theo quy định."
            ) == [
                "Công an xã > UBND xã: yearly --06-10", "Công an xã > UBND xã: yearly --11-10",
                "Công an xã > Sở Y tế: as_prescribed",
            ])
    }

    @Test(
        arguments: [
            (
                "Công an xã báo cáo UBND xã hằng tuần; báo cáo đột xuất khi có yêu cầu.",
                ["Công an xã > UBND xã: weekly", "Công an xã > UBND xã: ad_hoc"]
            ),
            (
                "Các thôn báo cáo UBND xã sau 05 ngày kể từ khi kết thúc đợt trồng cây.",
                ["Các thôn > UBND xã: ad_hoc"]
            ),
            (
                "Kết thúc mỗi đợt tiêm, trong 02 ngày, các thôn báo cáo UBND xã.",
                ["Các thôn > UBND xã: ad_hoc"]
            ),
            (
                "Các thôn báo cáo UBND xã sau ngày 05 hằng tháng.",
                ["Các thôn > UBND xã: monthly ---05"]
            ),
        ])
    func `calls what follows an event occasional`(item: String, reports: [String]) {
        #expect(lines(item) == reports)
    }

    @Test(
        arguments: [
            (
                "Công an xã báo cáo UBND xã trước ngày 18/6 (báo cáo 6 tháng), ngày 18/11 (báo cáo năm).",
                ["Công an xã > UBND xã: yearly --06-18", "Công an xã > UBND xã: yearly --11-18"]
            ),
            (
                "Các thôn gửi kế hoạch về UBND xã trước ngày 31/01/2029, báo cáo kết quả trước ngày 10/6/2029.",
                ["Các thôn > UBND xã: once 2029-06-10"]
            ),
            (
                "Công an xã tham mưu UBND xã sơ kết 6 tháng, tổng kết năm và báo cáo Sở Y tế theo quy định.",
                ["UBND xã > Sở Y tế: as_prescribed"]
            ),
            (
                "Các thôn báo cáo UBND xã (báo cáo gửi về Công an xã trước ngày 10/6/2029).",
                ["Các thôn > UBND xã: once 2029-06-10"]
            ),
        ])
    func `takes days for those of the report alone`(item: String, reports: [String]) {
        #expect(lines(item) == reports)
    }

    @Test(
        arguments: [
            "Tổ thư ký", "Các cơ sở tiêm chủng", "Cơ sở tiêm chủng", "Các Trưởng thôn, bản",
            "Đại đội dân quân tự vệ", "Các Cụm, Khối thi đua", "Chủ đầu tư các dự án",
            "Nhà thầu thi công", "Cụm thi đua số 2",
        ])
    func `takes whoever stands in front for the sender`(name: String) {
        #expect(
            lines("\(name) báo cáo kết quả về UBND xã hằng tuần.") == ["\(name) > UBND xã: weekly"])
    }

    @Test(
        arguments: [
            (
                "Các thôn báo cáo Công an xã trước 16 giờ hằng ngày; Công an xã tổng hợp, báo cáo Sở Y tế trước 17 giờ hằng ngày.",
                ["Các thôn > Công an xã: daily", "Công an xã > Sở Y tế: daily"]
            ),
            (
                "Khi có ca nặng, cơ sở tiêm chủng báo cáo Sở Y tế trong vòng 24 giờ.",
                ["Cơ sở tiêm chủng > Sở Y tế: ad_hoc"]
            ),
            (
                "Định kỳ sau mỗi đợt trồng cây, trong 03 ngày các thôn báo cáo UBND xã.",
                ["Các thôn > UBND xã: ad_hoc"]
            ),
            (
                "Giao Công an xã theo dõi; định kỳ 6 tháng nghe các thôn báo cáo kết quả.",
                ["Các thôn > Công an xã: half_yearly"]
            ),
        ])
    func `keeps who reports apart from who hears it`(item: String, reports: [String]) {
        #expect(lines(item) == reports)
    }

    @Test func `takes no sender from what is reported on`() {
        #expect(lines("Các cơ sở dữ liệu báo cáo UBND xã hằng tuần.") == [" > UBND xã: weekly"])
    }
}
