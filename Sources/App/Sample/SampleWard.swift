import Domain
import Storage

/// Phường An Mẫu, thành phố Hải Mẫu: a ward that does not exist, with people who do not.
enum SampleWard {
    static let code = "99001"
    static let fullName = "phường An Mẫu, thành phố Hải Mẫu"

    struct Person: Sendable {
        let login: String
        let name: String
        let role: Role
        let unit: String?
        let post: String
        /// Of no network, as all numbers of the sample.
        var phone: String? = nil
    }

    /// How many heads of residential groups are named to who tries the sample.
    static let groupsShown = 2

    /// Everybody, with the heads of so many residential groups.
    static func people(groups: Int) -> [Person] {
        offices
            + (1...groups).map { number in
                Person(
                    login: number < 10 ? "to0\(number)" : "to\(number)",
                    name: "\(groupHeads[number % groupHeads.count]) Mẫu", role: .groupHead,
                    unit: groupName(number), post: "Tổ trưởng",
                    phone: "0900001\(100 + number % 900)")
            }
    }

    private static let groupHeads = [
        "Cao Xuân", "Ngô Thị", "Tạ Hữu", "Lương Bích", "Phan Đình", "Hồ Thu",
    ]

    private static func groupName(_ number: Int) -> String { "Tổ dân phố số \(number)" }

    private static let offices: [Person] = [
        Person(
            login: "quantri", name: "Đinh Công Mẫu", role: .administrator, unit: nil,
            post: "Quản trị"),
        Person(
            login: "chutich", name: "Trần Văn Mẫu", role: .chairman, unit: "UBND phường",
            post: "Chủ tịch", phone: "0900001001"),
        Person(
            login: "phochutich", name: "Lê Thị Mẫu", role: .viceChairman, unit: "UBND phường",
            post: "Phó Chủ tịch", phone: "0900001002"),
        Person(
            login: "vanphong", name: "Phạm Minh Mẫu", role: .office,
            unit: "Văn phòng HĐND và UBND phường", post: "Chánh Văn phòng", phone: "0900001003"),
        Person(
            login: "congan", name: "Nguyễn Quốc Mẫu", role: .police, unit: "Công an phường",
            post: "Phó Trưởng Công an phường", phone: "0900001004"),
        Person(
            login: "kinhte", name: "Vũ Hải Mẫu", role: .division,
            unit: "Phòng Kinh tế, Hạ tầng và Đô thị phường", post: "Trưởng phòng"),
        Person(
            login: "vanhoa", name: "Hoàng Lan Mẫu", role: .division,
            unit: "Phòng Văn hóa - Xã hội phường", post: "Trưởng phòng"),
        Person(
            login: "quansu", name: "Bùi Đức Mẫu", role: .division,
            unit: "Ban Chỉ huy Quân sự phường", post: "Chỉ huy trưởng"),
        Person(
            login: "trungtam", name: "Mai Anh Mẫu", role: .division,
            unit: "Trung tâm Văn hóa, Thông tin và Thể thao phường", post: "Giám đốc"),
        Person(
            login: "tieuhoc", name: "Chu Minh Mẫu", role: .division,
            unit: "Trường Tiểu học An Mẫu", post: "Hiệu trưởng"),
        Person(
            login: "coso", name: "Đỗ Văn Mẫu", role: .facilityHead, unit: "Ban Quản lý Chợ Mẫu",
            post: "Trưởng ban quản lý"),
        Person(
            login: "mttq", name: "Lý Thu Mẫu", role: .supervisor,
            unit: "Ủy ban Mặt trận Tổ quốc Việt Nam phường", post: "Chủ tịch"),
    ]

    private static let units: [(name: String, short: String, kind: Unit.Kind, aliases: [String])] =
        [
            ("UBND phường", "UBND", .committee, ["Ủy ban nhân dân phường", "UBND phường An Mẫu"]),
            ("HĐND phường", "HĐND", .council, ["Hội đồng nhân dân phường"]),
            ("Văn phòng HĐND và UBND phường", "Văn phòng", .office, ["Văn phòng HĐND và UBND"]),
            ("Công an phường", "Công an", .police, []),
            (
                "Phòng Kinh tế, Hạ tầng và Đô thị phường", "Phòng KT-HT-ĐT", .division,
                ["Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Kinh tế, Hạ tầng, Đô thị"]
            ),
            ("Phòng Văn hóa - Xã hội phường", "Phòng VH-XH", .division, ["Phòng Văn hóa - Xã hội"]),
            (
                "Trung tâm Văn hóa, Thông tin và Thể thao phường", "Trung tâm VH-TT-TT", .centre,
                ["Trung tâm Văn hóa, Thông tin và Thể thao"]
            ),
            ("Ban Chỉ huy Quân sự phường", "BCH Quân sự", .military, []),
            (
                "Ủy ban Mặt trận Tổ quốc Việt Nam phường", "MTTQ", .front,
                ["Ủy ban MTTQ Việt Nam phường"]
            ),
            ("Trạm Y tế phường", "Trạm Y tế", .health, []),
            ("Trường Tiểu học An Mẫu", "TH An Mẫu", .school, []),
            ("Trường THCS An Mẫu", "THCS An Mẫu", .school, []),
            ("Ban Quản lý Chợ Mẫu", "Chợ Mẫu", .facility, ["Chợ Mẫu"]),
        ]

    /// Makes the ward, its units, groups and people.
    static func load(into tx: Transaction, groups count: Int, passwordHash: String) throws {
        try tx.addWard(
            code: code, name: "An Mẫu", kind: "phường", province: "thành phố Hải Mẫu")
        var ids: [String: String] = [:]
        for unit in units {
            ids[unit.name] = try tx.addUnit(
                unit.name, shortName: unit.short, kind: unit.kind, aliases: unit.aliases,
                ward: code, by: nil)
        }
        var groups: [String] = []
        for number in 1...count {
            let name = groupName(number)
            let id = try tx.addUnit(
                name, shortName: "TDP \(number)", kind: .group, ward: code, by: nil)
            ids[name] = id
            groups.append(id)
        }
        let offices = units.filter {
            [.office, .police, .division, .centre, .military].contains($0.kind)
        }.compactMap { ids[$0.name] }
        try tx.addUnit(
            "Các tổ dân phố", kind: .set, members: groups,
            aliases: ["Tổ trưởng các Tổ dân phố", "Tổ trưởng các tổ dân phố"], ward: code, by: nil)
        try tx.addUnit(
            "Các cơ quan, đơn vị thuộc phường", kind: .set, members: offices,
            aliases: ["Các phòng, ban, đơn vị thuộc phường"], ward: code, by: nil)
        try tx.addUnit(
            "Các cơ quan, đơn vị thuộc phường, các tổ dân phố", kind: .set,
            members: offices + groups, ward: code, by: nil)
        try tx.addUnit(
            "Các trường học trên địa bàn phường", kind: .set,
            members: units.filter { $0.kind == .school }.compactMap { ids[$0.name] },
            aliases: ["Các trường học"], ward: code, by: nil)
        for person in people(groups: count) {
            try tx.addAccount(
                NewAccount(
                    login: person.login, name: person.name, role: person.role,
                    unit: person.unit.flatMap { ids[$0] }, post: person.post,
                    phone: person.phone.flatMap(Telephone.init(text:)), passwordHash: passwordHash),
                ward: code, by: nil)
        }
    }
}
