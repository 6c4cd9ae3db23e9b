import Documents
import Domain
import Testing

/// Who works along with the police in the first task of a plan without headings of units.
private func partners(_ names: String) throws -> [String] {
    let plan = reading(
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Công an xã chủ trì, phối hợp với \(names).\n\n2. Văn phòng.")
    return try #require(plan.tasks.first).coordinatingUnits
}

@Suite struct `Reading heads of groups` {
    @Test(arguments: [
        "Trưởng các làng", "Trưởng các thôn, bản, làng, buôn", "Đội trưởng các đội dân phòng",
        "Chủ các phương tiện", "Bí thư các chi bộ", "Chủ tịch các hội",
    ])
    func `takes the heads of many for one unit`(name: String) throws {
        #expect(try partners("\(name) rà soát bờ kè") == [name])
        let plan = reading("III. NHIỆM VỤ\n\n1. \(name)\n\n- Rà soát bờ kè.")
        #expect(plan.tasks.first?.leadUnits == [name])
    }

    @Test func `lets heads of offices stand for these`() throws {
        #expect(
            try partners("Trưởng các phòng, ban thuộc xã rà soát bờ kè")
                == ["Các phòng, ban thuộc xã"])
    }

    @Test func `parts the heads from a board beside them`() throws {
        #expect(
            try partners("Trưởng các thôn, Ban công tác Mặt trận các thôn rà soát bờ kè")
                == ["Trưởng các thôn", "Ban công tác Mặt trận các thôn"])
        #expect(try partners("các làng giáp ranh tuần tra rừng") == ["Các làng giáp ranh"])
    }
}

@Suite struct `Reading titles of boards` {
    @Test(arguments: [
        "Ban Vận động Quỹ “Vì người nghèo” phường", "Ban Vận động Quỹ \"Vì người nghèo\" phường",
        "Câu lạc bộ “Gia đình phát triển bền vững”",
        "Ban Chỉ đạo phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa” xã",
        "Ban Chỉ đạo phòng, chống dịch bệnh xã", "Ban Chỉ đạo xây dựng nông thôn mới xã",
        "Tổ công tác triển khai Đề án 06 xã", "Đội xung kích phòng, chống thiên tai xã",
        "Ban Chỉ đạo hè xã", "Tổ vay vốn và tiết kiệm",
    ])
    func `reads a name to the end of its title`(name: String) throws {
        #expect(try partners("\(name) rà soát bờ kè") == [name])
        #expect(
            try partners("Trạm Y tế xã, \(name) và Hội Nông dân xã rà soát bờ kè")
                == ["Trạm Y tế xã", name, "Hội Nông dân xã"])
    }

    @Test func `takes the work of a board for no title`() throws {
        #expect(
            try partners("Ban Chỉ đạo kiểm tra các cơ sở trên địa bàn xã") == ["Ban Chỉ đạo"])
        #expect(
            try partners("Ban Chỉ đạo tuyên truyền người dân toàn xã") == ["Ban Chỉ đạo"])
    }

    @Test func `lets a quotation that nothing closes be`() throws {
        #expect(
            try partners("Ban Vận động Quỹ “Vì người nghèo phường rà soát; họp dân")
                == ["Ban Vận động Quỹ"])
    }
}
