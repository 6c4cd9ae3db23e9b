import Documents
import Domain
import Testing

/// A plan with one section of work and an appendix of rows, the cells of each divided by bars.
private func rows(_ rows: String...) -> PlanReading {
    let table =
        "PHỤ LỤC\n\nTT | Nội dung | Sản phẩm | Thời gian hoàn thành | Chủ trì | Phối hợp | Theo dõi\n"
    return reading(
        """
        II. TỔ CHỨC THỰC HIỆN

        1. Các sở, ban, ngành; UBND các xã, phường báo cáo UBND tỉnh theo quy định.

        2. Văn phòng tỉnh theo dõi.

        Nơi nhận:
        - Lưu: VT.

        \(table)\(rows.joined(separator: "\n"))
        """)
}

private func row(_ cells: String) throws -> TaskReading {
    try #require(rows(cells).tasks.last { $0.table != nil })
}

@Suite struct `Reading what cells say beside each other` {
    @Test func `finds targets in the product, once`() throws {
        let task = try row(
            "1 | Số hóa sổ bến | 100% sổ bến được số hóa; ít nhất 02 sáng kiến | Trong năm 2027 | Sở Y tế | | Sở Y tế"
        )
        #expect(task.targets.map(\.min) == [100, 2])
        #expect(task.targets.map(\.by) == ["2027-12-31", "2027-12-31"])
        let same = try row(
            "1 | Thu gom 100% rác trên bến | 100% rác trên bến | Quý I/2027 | Sở Y tế | | Sở Y tế")
        #expect(same.targets.map(\.min) == [100])
    }

    @Test func `adds the cycle of the content to a time without one`() throws {
        let task = try row(
            "1 | Họp dân hằng tháng | Biên bản | Thường xuyên | Sở Y tế | | Sở Y tế")
        #expect(task.deadlines.map(\.recurrence) == [.continuous, .monthly])
        let dated = try row(
            "1 | Đếm thuyền hằng tháng | Số liệu | Trước ngày 05 của tháng liền kề | Sở Y tế | | Sở Y tế"
        )
        #expect(dated.deadlines.map(\.recurrence) == [.monthly])
        let plain = try row(
            "1 | Định kỳ họp dân | Biên bản | Trong năm 2027 | Sở Y tế | | Sở Y tế")
        #expect(plain.deadlines.map(\.type) == [.within])
    }

    @Test(arguments: ["Các sở, ban, ngành, địa phương", "Các sở, ban, ngành và địa phương"])
    func `parts the offices from the places`(cell: String) throws {
        let task = try row("1 | Trồng cây | Cây | Trong năm 2027 | \(cell) | | Sở Y tế")
        #expect(task.leadUnits == ["Các sở, ban, ngành", "UBND các xã, phường"])
        let vague = try row(
            "1 | Trồng cây | Cây | Trong năm 2027 | Các cơ quan, đơn vị, địa phương | | Sở Y tế")
        #expect(vague.leadUnits == ["Các cơ quan, đơn vị, địa phương"])
    }

    @Test func `repeats an assignment by another document over both columns`() throws {
        let task = try row(
            "1 | Trồng cây | Cây | Quý I/2027 | Theo phân công tại Quyết định số 8/QĐ-UBND | Sở Y tế"
        )
        #expect(task.leadUnits.isEmpty)
        #expect(task.coordinatingUnits.isEmpty)
        #expect(task.monitors == ["Sở Y tế"])
        let short = try row("1 | Trồng cây | Cây | Quý I/2027 | Sở Xây dựng | Sở Y tế")
        #expect(short.coordinatingUnits == ["Sở Y tế"])
    }

    @Test func `parts two bodies that are each told by their own words`() throws {
        let task = try row(
            "1 | Trồng cây | Cây | Quý I/2027 | Sở Y tế | Cơ quan cấp trên của đơn vị sự nghiệp, đơn vị sự nghiệp thuộc UBND tỉnh | Sở Y tế"
        )
        #expect(task.coordinatingUnits.count == 2)
        let one = try row(
            "1 | Trồng cây | Cây | Quý I/2027 | Sở Y tế | Các phòng chuyên môn, đơn vị trực thuộc | Sở Y tế"
        )
        #expect(one.coordinatingUnits == ["Các phòng chuyên môn, đơn vị trực thuộc"])
    }

    @Test func `finds citations in every cell`() {
        let plan = rows(
            "1 | Trồng cây | Cây | Theo Điều 4 Nghị định số 91/2027/NĐ-CP ngày 02/3/2027 của Chính phủ | Sở Y tế | | Sở Y tế"
        )
        #expect(plan.references.map(\.number) == ["91/2027/NĐ-CP"])
        #expect(plan.references.map(\.date) == ["2027-03-02"])
        #expect(plan.tasks.last?.deadlines.compactMap(\.date) == [])
    }

    @Test func `finds the report that the time cell sets up`() {
        let plan = rows(
            "1 | Tự kiểm tra bến | Kế hoạch | Tổ chức kiểm tra chậm nhất trong tháng 6/2027 và báo cáo kết quả chậm nhất trong tháng 8/2027 | Sở Y tế | | Sở Y tế",
            "2 | Trồng cây | Báo cáo kết quả | Trong tháng 5/2027 | Sở Xây dựng | | Sở Y tế")
        let found = plan.reports.filter { $0.from == ["Sở Y tế"] }
        #expect(found.map(\.due) == ["2027-08-31"])
        #expect(found.map(\.recurrence) == [.once])
        #expect(plan.tasks.dropLast().last?.deadlines.map(\.date) == ["2027-06-30", "2027-08-31"])
    }
}
