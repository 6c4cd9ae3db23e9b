import Documents
import Domain
import Testing

/// The reports of a plan with one item below the heading of a unit, in a line each:
/// "Công an xã > UBND xã (Phòng Kinh tế): monthly ---15".
private func lines(_ item: String) -> [String] {
    let text = """
        UỶ BAN NHÂN DÂN XÃ CỒN PHỤNG

        KẾ HOẠCH
        Trồng cây
        UBND xã Cồn Phụng ban hành Kế hoạch như sau:

        I. TỔ CHỨC THỰC HIỆN

        1. Công an xã

        - \(item)
        """
    return PlanReader.read(SourceText(text: text), file: "fiction.txt").reports.map { report in
        report.from.joined(separator: ", ") + " > " + (report.to ?? "")
            + (report.via.map { " (\($0))" } ?? "") + ": " + report.recurrence.rawValue
            + (report.due.map { " \($0)" } ?? "")
    }
}

@Suite struct `Reading ways of reports` {
    @Test func `gives the way only to the recipient that it follows`() {
        #expect(
            lines(
                "Báo cáo Sở Y tế (qua Chi cục Dân số), UBND tỉnh và Công an tỉnh trước ngày 20 hằng tháng."
            ) == [
                "Công an xã > Sở Y tế (Chi cục Dân số): monthly ---20",
                "Công an xã > UBND tỉnh: monthly ---20", "Công an xã > Công an tỉnh: monthly ---20",
            ])
        #expect(
            lines("Báo cáo UBND tỉnh, Sở Y tế (qua Chi cục Dân số) trước ngày 20 hằng tháng.") == [
                "Công an xã > UBND tỉnh: monthly ---20",
                "Công an xã > Sở Y tế (Chi cục Dân số): monthly ---20",
            ])
    }

    @Test func `drafts the next report for the same body`() {
        #expect(
            lines(
                "Tham mưu UBND xã báo cáo UBND tỉnh trước ngày 18/6 hằng năm; báo cáo Sở Y tế trước ngày 20 hằng tháng."
            ) == [
                "UBND xã > UBND tỉnh: yearly --06-18", "UBND xã > Sở Y tế: monthly ---20",
            ])
        #expect(
            lines(
                "Tham mưu UBND xã báo cáo UBND tỉnh trước ngày 18/6 hằng năm; báo cáo UBND xã trước ngày 20 hằng tháng."
            ) == [
                "UBND xã > UBND tỉnh: yearly --06-18", "Công an xã > UBND xã: monthly ---20",
            ])
    }

    @Test func `sends an occasional report the way of the regular one`() {
        #expect(
            lines(
                "Hằng tháng (trước ngày 25) báo cáo UBND xã (qua Phòng Kinh tế) số thuyền; khi xảy ra đắm thuyền thì báo cáo đột xuất."
            ) == [
                "Công an xã > UBND xã (Phòng Kinh tế): monthly ---25",
                "Công an xã > UBND xã (Phòng Kinh tế): ad_hoc",
            ])
    }

    @Test func `reads the period out of the report's name`() {
        #expect(
            lines("Báo cáo tuần gửi trước thứ Năm; báo cáo tháng trước ngày 20 về UBND xã.") == [
                "Công an xã > UBND xã: weekly", "Công an xã > UBND xã: monthly ---20",
            ])
        #expect(
            lines("Gửi báo cáo về UBND xã trước ngày 05 của tháng đầu quý sau.")
                == ["Công an xã > UBND xã: quarterly ---05"])
    }

    @Test func `leaves the cycle of other work in front alone`() {
        #expect(
            lines("Đếm thuyền hằng tuần, báo cáo UBND xã trước ngày 05/4/2027.")
                == ["Công an xã > UBND xã: once 2027-04-05"])
        #expect(
            lines("Hằng tuần, báo cáo UBND xã số thuyền.") == ["Công an xã > UBND xã: weekly"])
    }

    @Test func `calls a report after an event occasional`() {
        #expect(
            lines("Kết thúc đợt kiểm tra, chậm nhất sau 05 ngày báo cáo UBND xã số thuyền.")
                == ["Công an xã > UBND xã: ad_hoc"])
    }

    @Test func `finds at the end of the sentence where all reports go`() {
        #expect(
            lines(
                "Báo cáo tuần trước thứ Ba; báo cáo tháng trước ngày 18; gửi về Sở Y tế để tổng hợp."
            )
                == ["Công an xã > Sở Y tế: weekly", "Công an xã > Sở Y tế: monthly ---18"])
    }

    @Test func `takes the owner of a drafted report for its sender`() {
        #expect(
            lines("Dự thảo báo cáo của UBND xã gửi Sở Y tế trước ngày 20/12 hằng năm.")
                == ["UBND xã > Sở Y tế: yearly --12-20"])
        #expect(lines("Dự thảo báo cáo của UBND xã.").isEmpty)
    }

    @Test func `lets those send a draft on to whom it is handed`() {
        #expect(
            lines("Tổng hợp số thuyền, trình UBND xã báo cáo UBND tỉnh trước ngày 05/12/2027.")
                == ["UBND xã > UBND tỉnh: once 2027-12-05"])
        #expect(
            lines("Tổng hợp số thuyền, trình UBND xã trước ngày 05/12/2027, báo cáo UBND tỉnh.")
                .allSatisfy { !$0.hasPrefix("UBND xã >") })
    }

    @Test func `takes all of a name in brackets for the way`() {
        #expect(
            lines(
                "Báo cáo UBND tỉnh (qua Ban Tuyên huấn, tiếp dân và bến bãi) trước ngày 05/12/2027."
            )
                == ["Công an xã > UBND tỉnh (Ban Tuyên huấn, tiếp dân và bến bãi): once 2027-12-05"]
        )
        #expect(
            lines("Báo cáo UBND tỉnh (qua Sở Y tế, Sở Xây dựng) trước ngày 05/12/2027.")
                == ["Công an xã > UBND tỉnh (Sở Y tế): once 2027-12-05"])
    }

    @Test func `takes a call within hours for a report`() {
        #expect(
            lines("Khi đò chìm phải báo ngay cho UBND xã trong vòng 02 giờ.")
                == ["Công an xã > UBND xã: ad_hoc"])
        #expect(lines("Báo tin vui cho bà con.").isEmpty)
    }
}
