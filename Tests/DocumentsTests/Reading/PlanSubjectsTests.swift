import Documents
import Domain
import Testing

/// The first of two bullets below a heading without units.
private func bullet(_ text: String) throws -> TaskReading {
    let plan = reading("III. NHIỆM VỤ\n\n1. Trên sông\n\n- \(text)\n\n- Tuần tra bờ kè.")
    return try #require(plan.tasks.first)
}

private func below(_ heading: String, _ text: String) throws -> TaskReading {
    let plan = reading("III. TỔ CHỨC THỰC HIỆN\n\n1. \(heading)\n\n- \(text)\n\n- Tuần tra bờ kè.")
    return try #require(plan.tasks.first)
}

@Suite struct `Reading subjects in other words` {
    @Test(
        arguments: [
            (
                "Cấp ủy, chính quyền, trước hết là người đứng đầu cấp ủy phải đi đầu giữ bờ kè.",
                ["Cấp ủy, chính quyền"]
            ),
            ("Các chi bộ trong năm 2027 kiểm tra bờ kè.", ["Các chi bộ"]),
            ("Các chi bộ trong tháng 3/2027 kiểm tra bờ kè.", ["Các chi bộ"]),
            ("Điều tra viên thu thập số liệu bờ kè.", ["Điều tra viên"]),
            (
                "Nhân viên y tế xã, trưởng thôn bản nắm tình hình bờ kè.",
                ["Nhân viên y tế xã", "Trưởng thôn bản"]
            ),
            (
                "Đối với các cơ quan Trung ương đóng trên địa bàn xã, thủ trưởng cơ quan, đơn vị chỉ đạo giữ bờ kè.",
                ["Các cơ quan Trung ương đóng trên địa bàn xã"]
            ),
            (
                "Cơ quan, đơn vị được giao nhiệm vụ theo dõi, đôn đốc tại Kế hoạch này thường xuyên kiểm tra bờ kè.",
                ["Cơ quan, đơn vị được giao nhiệm vụ theo dõi, đôn đốc"]
            ),
            (
                "Sau khi kết thúc mỗi cuộc kiểm tra, chậm nhất 05 ngày kể từ ngày cuối cùng, Đoàn kiểm tra, giám sát thông báo kết quả.",
                ["Đoàn kiểm tra, giám sát"]
            ),
            (
                "Phòng khám Đa khoa Bến Sen, các cơ sở y tế tư nhân tham gia cấp cứu.",
                ["Phòng khám Đa khoa Bến Sen", "Các cơ sở y tế tư nhân"]
            ),
            (
                "Trưởng các phòng, Công an xã chịu trách nhiệm giữ bờ kè.",
                ["Các phòng", "Công an xã"]
            ),
            (
                "Các đồng chí Đảng ủy viên phụ trách chi bộ giám sát bờ kè.",
                ["Các đồng chí Đảng ủy viên phụ trách chi bộ"]
            ),
            ("Các chi bộ trong khu vực đê.", []),
            ("Các phòng, chống tham nhũng.", []),
            ("Đối với các hộ ven sông, Phòng Kinh tế hướng dẫn gia cố bờ.", ["Phòng Kinh tế"]),
        ])
    func `finds who leads`(text: String, leads: [String]) throws {
        #expect(try bullet(text).leadUnits == leads)
    }

    @Test func `leaves those who head a unit to the unit of the heading`() throws {
        #expect(
            try below("Các bản", "Trưởng bản chịu trách nhiệm giữ bờ kè.").leadUnits == ["Các bản"])
        #expect(
            try below("Các bản", "Công an xã chịu trách nhiệm giữ bờ kè.").leadUnits
                == ["Công an xã"])
        #expect(
            try below("Các sở, ngành chủ trì các tiểu dự án", "Giữ bờ kè.").leadUnits
                == ["Các sở, ngành chủ trì các tiểu dự án"])
        #expect(
            try below("Các sở, ngành kiểm tra bờ kè.", "Giữ bờ kè.").leadUnits == ["Các sở, ngành"])
    }

    @Test(
        arguments: [
            ("Tập trung chỉ đạo rà soát bờ kè.", "Chỉ đạo"), ("Tập trung rà soát bờ kè.", nil),
            ("Phòng khám Đa khoa Bến Sen tham gia cấp cứu.", "Tham gia"),
        ] as [(String, String?)])
    func `reads the cue of the opening`(text: String, cue: String?) throws {
        #expect(try bullet(text).roleCue == cue)
    }

    @Test(arguments: [
        ("ngành thú y kiểm dịch tại bến", ["Ngành thú y"]),
        ("Bộ Nông nghiệp và PTNT kiểm dịch tại bến", ["Bộ Nông nghiệp và PTNT"]),
        ("Sở Tài nguyên và MT, Công an tỉnh", ["Sở Tài nguyên và MT", "Công an tỉnh"]),
        ("Sở Y tế và VNPT tỉnh kiểm dịch tại bến", ["Sở Y tế", "VNPT tỉnh"]),
        ("các ngành nghề ven sông", []),
    ])
    func `finds who works along`(names: String, units: [String]) throws {
        let task = try bullet("Công an xã chủ trì, phối hợp với \(names).")
        #expect(task.coordinatingUnits == units)
    }

    @Test func `asks no one along by what becomes of a difficulty`() {
        let closing =
            "Quá trình thực hiện nếu có vướng mắc đề nghị các đơn vị phản ánh về Sở Y tế để giải quyết"
        let plan = reading(
            "III. NHIỆM VỤ\n\n1. Giữ bờ kè.\n\n2. Nạo vét cống.\n\n\(closing); trường hợp vượt thẩm quyền, Sở Y tế báo cáo UBND tỉnh."
        )
        #expect(plan.tasks.last?.coordinatingUnits == [])
    }
}
