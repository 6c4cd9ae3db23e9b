import Documents
import Domain
import Testing

/// Who works along with the police in the first task of a plan without headings of units.
private func partners(_ names: String) throws -> TaskReading {
    let plan = reading(
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Công an xã chủ trì, phối hợp với \(names).\n\n2. Văn phòng.")
    return try #require(plan.tasks.first)
}

@Suite struct `Reading unions of youth and boards that serve` {
    @Test(
        arguments: [
            ("Đoàn các xã, phường và các đoàn trực thuộc", 2),
            ("Đoàn các xã, phường, đặc khu và đoàn trực thuộc", 2),
            ("Các đoàn cơ sở, Hội Sinh viên tỉnh", 2), ("Các đoàn xã, phường", 1),
            ("Các đoàn thể xã", 1), ("Các đoàn kiểm tra", 1),
        ])
    func `parts one union from another, and from delegations`(heading: String, count: Int) {
        let plan = reading("III. NHIỆM VỤ\n\n1. \(heading)\n\n- Rà soát bờ kè.")
        #expect(plan.tasks.first?.leadUnits.count == count)
        #expect(
            plan.tasks.first?.leadUnits.joined(separator: ", ").lowercased().filter { $0 != "," }
                == heading.lowercased().filter { $0 != "," }
                .replacing(" và ", with: " "))
    }

    @Test func `finds a union written small in a sentence`() throws {
        let task = try partners("đoàn các xã, phường tổ chức hai đợt hiến máu")
        #expect(task.coordinatingUnits == ["Đoàn các xã, phường"])
        #expect(
            try partners("Công an xã, đoàn xã, phường tổ chức hội trại").coordinatingUnits
                .contains("Đoàn xã, phường"))
        #expect(try partners("đoàn công tác của tỉnh").coordinatingUnits.isEmpty)
    }

    @Test(arguments: [
        "Các cơ quan tham mưu, giúp việc Đảng ủy",
        "Các cơ quan chuyên trách tham mưu, giúp việc Tỉnh ủy",
        "Các ban xây dựng Đảng Tỉnh ủy", "Các ban xây dựng Đảng của Tỉnh ủy",
        "Các ban, đơn vị Tỉnh đoàn", "Các ban tham mưu, giúp việc cấp ủy",
        "Các cơ quan tham mưu, giúp việc của Đảng ủy",
    ])
    func `takes boards with the body that they serve for a unit`(name: String) throws {
        let task = try partners(name.prefix(1).lowercased() + name.dropFirst() + " rà soát bờ kè")
        #expect(task.coordinatingUnits == [name])
        #expect(task.genericPartners.isEmpty)
    }

    @Test func `takes no office beside a group for its owner`() throws {
        let task = try partners("các thôn, Đảng ủy xã, các đơn vị Công an tỉnh rà soát bờ kè")
        #expect(task.coordinatingUnits.contains("Đảng ủy xã"))
        let plan = reading("III. NHIỆM VỤ\n\n1. Các ban xây dựng Đảng bộ vững mạnh, rà soát bờ kè.")
        #expect(plan.tasks.first?.leadUnits == ["Các ban"])
    }

    @Test func `takes a service for a verb where nobody is named`() throws {
        let task = try partners("các cơ quan tham mưu cho Đảng ủy")
        #expect(task.coordinatingUnits.isEmpty)
    }

    @Test(arguments: [
        "Trung tâm Dịch vụ sự nghiệp công phường", "Trung tâm Hoạt động thanh thiếu nhi tỉnh",
        "Trung tâm Hỗ trợ thanh niên công nhân tỉnh", "Đội Xung kích chống lũ quét xã",
        "Trung tâm Dịch vụ sự nghiệp công",
    ])
    func `goes on over small words to the level of a name`(name: String) throws {
        #expect(try partners(name + " rà soát bờ kè").coordinatingUnits == [name])
    }

    @Test(
        arguments: [
            (
                "Trạm Y tế xã, trưởng các bản vận động người dân",
                ["Trạm Y tế xã", "Trưởng các bản"]
            ),
            ("tổ trưởng các tổ dân phố tuần tra", ["Tổ trưởng các tổ dân phố"]),
            ("trưởng thôn tuần tra", []),
            ("Phòng Kinh tế hướng dẫn người dân xã", ["Phòng Kinh tế"]),
            ("Phòng Kinh tế ở xã", ["Phòng Kinh tế"]),
        ])
    func `takes all heads of places for a unit, and no verb into a name`(
        names: String, units: [String]
    ) throws {
        #expect(try partners(names).coordinatingUnits == units)
    }
}
