import Documents
import Domain
import Testing

/// The first task of a plan without headings of units.
private func task(_ text: String) throws -> TaskReading {
    let plan = reading("III. BIỆN PHÁP\n\n1. Trọng tâm\n\n- \(text)\n\n2. Khác")
    return try #require(plan.tasks.first)
}

@Suite struct `Reading names of departments` {
    @Test(arguments: [
        "Phòng Xây dựng phong trào bảo vệ an ninh Tổ quốc",
        "Phòng An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao",
        "Phòng Cảnh sát điều tra tội phạm về ma túy", "Phòng Kỹ thuật hình sự",
        "Văn phòng Cơ quan Cảnh sát điều tra", "Phòng Quản lý xuất nhập cảnh",
        "Phòng Công tác đảng và công tác chính trị",
        "Phòng Cảnh sát thi hành án hình sự và hỗ trợ tư pháp",
        "Cục Cảnh sát quản lý hành chính về trật tự xã hội",
        "Ban Chỉ huy phòng thủ khu vực 2", "Thống kê tỉnh", "Khu Quản lý đường bộ III",
        "Cảng hàng không Cát Vàng", "Báo và Đài Phát thanh - Truyền hình tỉnh",
        "Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh",
        "Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh",
    ])
    func `takes the whole name, in front, behind an order and behind "phối hợp với"`(
        name: String
    ) throws {
        #expect(try task("\(name) thống kê, rà soát bến thuyền.").leadUnits == [name])
        #expect(try task("Giao \(name) thống nhất danh mục bến thuyền.").leadUnits == [name])
        let shared = try task("Sở Xây dựng chủ trì, phối hợp với \(name) kẻ vạch bến thuyền.")
        #expect(shared.coordinatingUnits == [name])
    }

    @Test(arguments: ["cắt", "bơm", "chở", "quét", "khoanh"])
    func `ends a name with the second word of its place`(verb: String) throws {
        let task = try task("Điện lực Cồn Phụng \(verb) nhánh cây trên cao.")
        #expect(task.leadUnits == ["Điện lực Cồn Phụng"])
    }

    @Test func `goes on behind one capital word, and behind a head inside the name`() throws {
        #expect(
            try task("Giao Văn phòng Bộ Công an thống nhất danh mục.").leadUnits
                == ["Văn phòng Bộ Công an"])
        #expect(
            try task("Giao Phòng Văn hóa và Thông tin thống nhất danh mục.").leadUnits
                == ["Phòng Văn hóa và Thông tin"])
    }

    @Test func `knows a department by the short form in its heading`() throws {
        let plan = reading(
            """
            IV. PHÂN CÔNG

            1. Phòng Quản trị dữ liệu và hỗ trợ người dùng mới (PX15)

            - Rà soát máy chủ.

            2. Phòng Hậu cần

            - Chủ trì, phối hợp với PX15 kiểm kê máy chủ.
            """)
        #expect(
            plan.tasks.map(\.leadUnits) == [
                ["Phòng Quản trị dữ liệu và hỗ trợ người dùng mới"], ["Phòng Hậu cần"],
            ])
        #expect(
            plan.tasks.last?.coordinatingUnits
                == ["Phòng Quản trị dữ liệu và hỗ trợ người dùng mới"])
    }

    @Test func `parts a long name from the next one in a heading`() throws {
        let plan = reading(
            """
            IV. PHÂN CÔNG

            1. Phòng Vận hành lò sấy lúa, Văn phòng Sở Xây dựng

            - Rà soát bến thuyền.
            """)
        #expect(
            plan.tasks.first?.leadUnits == ["Phòng Vận hành lò sấy lúa", "Văn phòng Sở Xây dựng"])
    }

    @Test func `keeps a level that scanning has damaged`() throws {
        let plan = reading(
            """
            IV. PHÂN CÔNG

            1. Sở Xây dựng, Cổng thông tin điện tử tính và Đài Truyền thanh xã

            - Đăng tin về bến thuyền.
            """)
        #expect(
            plan.tasks.first?.leadUnits.prefix(2)
                == ["Sở Xây dựng", "Cổng thông tin điện tử tính"])
    }

    @Test func `takes departments without a name for a group`() throws {
        let task = try task("Các phòng nghiệp vụ, Công an các xã rà soát bến thuyền.")
        #expect(task.leadUnits == ["Các phòng nghiệp vụ", "Công an các xã"])
    }
}

@Suite struct `Reading subjects behind times and below headings` {
    @Test(arguments: [
        "Hằng ngày (trước 15 giờ), ", "Ngày 15 hằng tháng, ", "Mỗi tuần, ", "Quý II/2027, ",
        "Tháng 5/2027, ", "Cuối năm học, ", "Sáng thứ Bảy hằng tuần, ",
    ])
    func `finds who acts behind the time`(time: String) throws {
        #expect(try task("\(time)Công an xã kiểm đếm thuyền.").leadUnits == ["Công an xã"])
    }

    @Test func `lets those lead who go from house to house`() throws {
        #expect(
            try task("Công an các xã, phường đến từng hộ phát sổ tay.").leadUnits
                == ["Công an các xã, phường"])
        #expect(
            try task("Các sở, ban, ngành tỉnh cung cấp số liệu kịp thời.").leadUnits
                == ["Các sở, ban, ngành tỉnh"])
    }

    @Test func `lets those lead who must be there in time`() throws {
        #expect(
            try task("Trong vòng 30 phút kể từ khi nhận tin, Công an xã có mặt tại bến.").leadUnits
                == ["Công an xã"])
    }

    @Test func `finds who is in the chair of what is formed`() throws {
        #expect(
            try task("Lập 03 tổ kiểm tra do Công an xã chủ trì, mỗi tổ 04 người.").leadUnits
                == ["Công an xã"])
        #expect(try task("Ngăn sạt lở do mưa lớn kéo dài.").leadUnits == [])
    }

    @Test func `takes a team that checks for a name`() throws {
        let plan = reading("IV. VIỆC\n\n1. Các thôn\n\n- Phối hợp với Tổ kiểm tra dán tem thuyền.")
        #expect(plan.tasks.first?.leadUnits == ["Tổ kiểm tra"])
    }

    @Test func `lays no work on forces`() throws {
        #expect(try task("Đối với các tổ bảo vệ an ninh, trật tự: học sơ cứu.").leadUnits == [])
        #expect(try task("Tất cả lực lượng, phương tiện phải xuất phát đúng giờ.").leadUnits == [])
        #expect(
            try task("Đối với Trạm Y tế xã: học sơ cứu.").leadUnits == ["Trạm Y tế xã"])
    }

    @Test func `prefers the subject of the sentence to the heading`() throws {
        let plan = reading(
            """
            IV. PHÂN CÔNG

            1. UBND các xã

            - Chủ tịch UBND các xã chịu trách nhiệm trước tỉnh.

            - Trạm Y tế xã lập danh sách người già.

            - Rà soát bến thuyền.
            """)
        #expect(
            plan.tasks.map(\.leadUnits) == [
                ["Chủ tịch UBND các xã"], ["Trạm Y tế xã"], ["UBND các xã"],
            ])
    }
}

@Suite struct `Reading lists of offices of one kind` {
    @Test(
        arguments: [
            (
                "các Sở: Nội vụ, Y tế, Công an tỉnh",
                ["Sở Nội vụ", "Sở Y tế", "Công an tỉnh"]
            ),
            (
                "các sở Nội vụ, Y tế và các đơn vị liên quan", ["Sở Nội vụ", "Sở Y tế"]
            ),
            ("các Sở: NN&MT, Y tế, UBND các xã", ["Sở NN&MT", "Sở Y tế", "UBND các xã"]),
            (
                "Công an tỉnh, các hội: Nông dân, Cựu chiến binh",
                [
                    "Công an tỉnh", "Hội Nông dân", "Hội Cựu chiến binh",
                ]
            ),
            (
                "các Bộ, ngành Trung ương, ngành Giáo dục",
                [
                    "Các Bộ, ngành Trung ương", "Ngành Giáo dục",
                ]
            ),
            (
                "các trường Mầm non, Tiểu học, THCS trên địa bàn xã",
                [
                    "Các trường Mầm non, Tiểu học, THCS trên địa bàn xã"
                ]
            ),
            ("các Trạm Y tế, trường học, đơn vị liên quan", ["Các Trạm Y tế", "Các trường học"]),
        ])
    func `names each of them`(partners: String, units: [String]) throws {
        let shared = try task("Sở Xây dựng chủ trì, phối hợp với \(partners) kẻ vạch bến thuyền.")
        #expect(shared.coordinatingUnits == units)
    }

    @Test func `finds them behind an order and before "phối hợp", too`() throws {
        #expect(
            try task("Đề nghị Công an tỉnh, các Sở: Y tế, Xây dựng thống kê bến thuyền.").leadUnits
                == ["Công an tỉnh", "Sở Y tế", "Sở Xây dựng"])
        let shared = try task("Sở Xây dựng chủ trì, các sở: Y tế, Nội vụ phối hợp thống kê.")
        #expect(shared.coordinatingUnits == ["Sở Y tế", "Sở Nội vụ"])
    }

    @Test func `takes all members of a committee for a group`() throws {
        #expect(
            try task("Văn phòng Đảng ủy, các đồng chí cấp ủy viên theo dõi, kiểm tra.").leadUnits
                == ["Văn phòng Đảng ủy", "Các cấp ủy viên"])
        #expect(
            try task(
                "Các đồng chí Ủy viên UBND tỉnh, thành viên Ban Chỉ huy Quân sự xuống địa bàn."
            )
            .leadUnits == ["Ủy viên UBND tỉnh", "Thành viên Ban Chỉ huy Quân sự"])
    }

    @Test func `takes rooms of an office, those told by a clause and fields for names`() {
        let plan = reading(
            """
            IV. PHÂN CÔNG

            1. Các phòng chuyên môn Sở Y tế

            - Rà soát bến thuyền.

            2. Các sở, ngành được phân công phụ trách tiêu chí

            - Rà soát bến thuyền.

            3. Tiểu ban An ninh trật tự, y tế

            - Rà soát bến thuyền.
            """)
        #expect(
            plan.tasks.map(\.leadUnits) == [
                ["Các phòng chuyên môn Sở Y tế"],
                ["Các sở, ngành được phân công phụ trách tiêu chí"],
                ["Tiểu ban An ninh trật tự, y tế"],
            ])
    }
}

@Suite struct `Reading partners of no particular place` {
    @Test(arguments: [
        "Mặt trận cơ sở", "các đoàn thể", "cơ quan Công an", "cơ quan Thuế",
        "chính quyền địa phương, Mặt trận cơ sở và các đoàn thể",
    ])
    func `takes them for partners in general terms`(partners: String) throws {
        let shared = try task("Sở Xây dựng chủ trì, phối hợp với \(partners) vận động chủ thuyền.")
        #expect(shared.coordinatingUnits.isEmpty)
        #expect(!shared.genericPartners.isEmpty)
    }

    @Test(
        arguments: [
            ("cơ quan Công an tỉnh", "Công an tỉnh"), ("các đoàn thể xã", "Các đoàn thể xã"),
            ("Mặt trận Tổ quốc xã", "Mặt trận Tổ quốc xã"),
        ])
    func `and with their place for units`(partners: String, unit: String) throws {
        let shared = try task("Sở Xây dựng chủ trì, phối hợp với \(partners) vận động chủ thuyền.")
        #expect(shared.coordinatingUnits == [unit])
    }

    @Test func `counts all quarters where one is named beside an office`() throws {
        let shared = try task("Sở Xây dựng phối hợp với Công an xã, tổ dân phố kiểm đếm thuyền.")
        #expect(shared.coordinatingUnits == ["Công an xã", "Tổ dân phố"])
    }

    @Test func `takes a person with two offices for one`() {
        let plan = reading(
            """
            IV. PHÂN CÔNG

            1. Ban Thường trực Ủy ban MTTQ Việt Nam xã

            - Đồng chí Ủy viên Ban Thường vụ Đảng ủy, Chủ tịch Ủy ban MTTQ Việt Nam xã chỉ đạo chung.
            """)
        #expect(plan.tasks.first?.leadUnits == ["Chủ tịch Ủy ban MTTQ Việt Nam xã"])
    }
}
