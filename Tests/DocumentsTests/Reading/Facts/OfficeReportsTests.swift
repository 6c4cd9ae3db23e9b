import Documents
import Domain
import Testing

/// The reports of an office's plan with one item below a heading.
private func reports(_ item: String, closing: String = "") -> [ReportDutyReading] {
    let text = """
        ỦY BAN NHÂN DÂN TỈNH TÂN HÀ SỞ NỘI VỤ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: 5/KH-SNV | Tân Hà, ngày 05 tháng 3 năm 2029

        KẾ HOẠCH

        Trồng cây năm 2029

        Căn cứ Luật Lâm nghiệp, Sở Nội vụ ban hành Kế hoạch như sau:

        I. TỔ CHỨC THỰC HIỆN

        1. Phòng Kinh tế

        - \(item)

        \(closing)
        """
    return PlanReader.read(SourceText(text: text), file: "fiction.txt").reports
}

@Suite struct `Reading reports of an office that is named by its kind` {
    @Test func `lets the office send what is drafted for it`() throws {
        let report = try #require(
            reports("Trước ngày 15/12/2029 tham mưu Sở báo cáo UBND tỉnh.").first)
        #expect(report.from == ["Sở Nội vụ tỉnh Tân Hà"])
        #expect(report.preparedBy == ["Phòng Kinh tế"])
        #expect(report.to == "UBND tỉnh")
    }

    @Test func `lets whoever leads send what is not`() throws {
        let report = try #require(reports("Trước ngày 15/12/2029 báo cáo Giám đốc Sở.").first)
        #expect(report.from == ["Phòng Kinh tế"])
        #expect(report.to == "Sở Nội vụ tỉnh Tân Hà")
    }

    @Test(
        arguments: [
            ("Yêu cầu các phòng báo cáo Sở Y tế theo quy định./.", 1),
            ("Yêu cầu các phòng nghiêm túc thực hiện./.", 0),
        ])
    func `takes a report that a closing prescribes`(order: String, count: Int) {
        let found = reports("Dọn kênh.", closing: "Trên đây là Kế hoạch trồng cây. " + order)
        #expect(found.count == count)
        #expect(found.allSatisfy { $0.recurrence == .asPrescribed && $0.from == ["Các phòng"] })
    }
}
