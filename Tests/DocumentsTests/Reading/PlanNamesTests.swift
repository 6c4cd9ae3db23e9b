import Documents
import Domain
import Testing

/// Who leads the one bullet below a heading of units.
private func leads(under heading: String) throws -> [String] {
    let plan = reading("III. PHÂN CÔNG NHIỆM VỤ\n\n1. \(heading)\n\n- Rà soát bờ kè.")
    return try #require(plan.tasks.first).leadUnits
}

/// The first task of a numbered paragraph without a heading of units.
private func open(_ text: String) throws -> TaskReading {
    let plan = reading("III. TỔ CHỨC THỰC HIỆN\n\n1. \(text)\n\n2. Công an xã tuần tra bờ kè.")
    return try #require(plan.tasks.first)
}

@Suite struct `Reading names of further offices` {
    @Test(arguments: [
        "Trưởng các bản", "Trưởng các xóm", "Khối trưởng các khối", "Tổ trưởng các tổ dân phố",
        "Đội Quản lý thị trường số 4", "Văn phòng Đăng ký đất đai chi nhánh Bến Sen",
        "Phòng KT,HT&ĐT", "Văn phòng thường trực Ban Chỉ huy phòng thủ dân sự tỉnh",
        "Báo và Phát thanh, truyền hình Bến Sen", "Tổ đại biểu HĐND các khu vực",
        "Đoàn giám sát", "Đảng ủy viên phụ trách chi bộ", "Ban công tác Mặt trận 09 xóm",
        "Ban Quản lý dự án đầu tư xây dựng xã", "Hạt Kiểm lâm khu vực số 2",
        "Trung tâm Văn hóa, Thể thao và Truyền thông xã", "UBKT Đảng ủy", "Cấp ủy các chi bộ",
        "Thành viên Ban Chỉ đạo", "Các cơ sở sản xuất, kinh doanh trên địa bàn",
        "Lực lượng tham gia bảo vệ ANTT ở cơ sở", "Ban bảo vệ dân phố", "Các thôn trưởng",
        "Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh", "Các đơn vị chịu sự giám sát",
        "Đội Cảnh sát PCCC và CNCH khu vực số 3", "Văn phòng đăng ký đất đai",
    ])
    func `takes them whole`(heading: String) throws {
        #expect(try leads(under: heading) == [heading])
    }

    @Test(arguments: [
        ("Trạm trưởng Trạm Y tế xã", "Trạm Y tế xã"),
        ("Phòng Cảnh sát giao thông - Công an tỉnh", "Phòng Cảnh sát giao thông"),
    ])
    func `takes heads and parents for no further unit`(heading: String, unit: String) throws {
        #expect(try leads(under: heading) == [unit])
    }

    @Test func `gives each market its board`() throws {
        #expect(
            try leads(under: "Ban Quản lý chợ Bến Sen, chợ Cầu Đúc")
                == ["Ban Quản lý chợ Bến Sen", "Ban Quản lý chợ Cầu Đúc"])
    }

    @Test(arguments: [
        "Mở lớp tập huấn dân phòng tại chợ. Giao Công an xã chủ trì, Ban CHQS xã phối hợp.",
        "Ra mắt mô hình chợ an toàn trong quý I/2029 (Công an xã thực hiện).",
        "Lễ ra quân tổ chức vào ngày 05/4/2029. Công an xã chủ trì chuẩn bị nội dung.",
    ])
    func `finds who leads at the end`(text: String) throws {
        let task = try open(text)
        #expect(task.leadUnits == ["Công an xã"])
        #expect(task.roleCue == nil)
    }

    @Test func `finds partners between the chair and their verb`() throws {
        let task = try open(
            "Phòng Kinh tế chủ trì, Công an xã, Trạm Y tế xã phối hợp kiểm tra chợ.")
        #expect(task.leadUnits == ["Phòng Kinh tế"])
        #expect(task.coordinatingUnits == ["Công an xã", "Trạm Y tế xã"])
    }

    @Test func `goes on behind a force to the next office`() throws {
        let plan = reading(
            """
            III. NHIỆM VỤ

            1. Trưởng các bản

            - Phối hợp với kiểm lâm địa bàn, Đồn Biên phòng Bến Sen tuần tra rừng.
            """)
        let task = try #require(plan.tasks.first)
        #expect(task.leadUnits == ["Đồn Biên phòng Bến Sen"])
        #expect(task.genericPartners == ["kiểm lâm địa bàn"])
    }

    @Test func `takes the places of a group for the communes`() throws {
        let plan = reading(
            """
            III. NHIỆM VỤ

            1. UBND các xã, phường

            - Rà soát bờ kè.

            IV. CHẾ ĐỘ BÁO CÁO

            1. Các sở, ngành, địa phương tổ chức trực ban.
            """)
        #expect(plan.tasks.last?.leadUnits == ["Các sở, ngành", "UBND các xã, phường"])
    }

    @Test func `gives no cue behind a topic`() throws {
        let task = try open("Mở tài khoản cho hộ trồng rừng: Phòng Kinh tế chủ trì hướng dẫn.")
        #expect(task.leadUnits == ["Phòng Kinh tế"])
        #expect(task.roleCue == nil)
        #expect(try open("Công an xã: Chủ trì tuần tra bờ kè.").roleCue == "Chủ trì")
    }

    @Test func `takes a force for no one who leads`() throws {
        #expect(try open("Đối với lực lượng dân phòng: tổ chức huấn luyện.").leadUnits.isEmpty)
        #expect(try open("Đối với Công an xã: tổ chức huấn luyện.").leadUnits == ["Công an xã"])
    }

    @Test func `reads the standing adviser as one who advises`() throws {
        let plan = reading(
            "III. NHIỆM VỤ\n\n1. Công an xã\n\n- Là đầu mối tham mưu cho UBND xã theo dõi kế hoạch."
        )
        #expect(plan.tasks.first?.roleCue == "Tham mưu")
    }

    @Test func `takes the places behind offices for those of their heading`() throws {
        let plan = reading(
            """
            III. NHIỆM VỤ

            1. Công an xã

            - Phối hợp với các phòng, ban, thôn tuần tra bờ kè.

            2. Các thôn

            - Rà soát bờ kè.

            IV. CHẾ ĐỘ BÁO CÁO

            1. Các phòng, ban, thôn báo cáo UBND tỉnh trước ngày 10/6/2029.

            2. Các đơn vị, thôn tổ chức trực ban.
            """)
        #expect(plan.tasks.first?.leadUnits.sorted() == ["Các phòng, ban", "Các thôn"])
        #expect(plan.tasks[2].leadUnits == ["Các phòng, ban", "Các thôn"])
        #expect(plan.tasks.last?.leadUnits == ["Các đơn vị", "Các thôn"])
        #expect(plan.reports.first?.from == ["Các phòng, ban", "Các thôn"])
    }

    @Test func `keeps a second group with its own article apart`() throws {
        let plan = reading(
            """
            III. NHIỆM VỤ

            1. Trồng rừng

            - Trồng rừng ven kè.

            Đơn vị chủ trì: Công an xã.

            Đơn vị phối hợp: Các phòng chuyên môn, các thôn.
            """)
        #expect(plan.tasks.first?.coordinatingUnits == ["Các phòng chuyên môn", "Các thôn"])
    }

    @Test(arguments: [
        "Thường trực sẵn sàng hộ đê khi lũ lên.", "Thường trực 24/24 giờ tại bờ kè.",
        "Lãnh đạo chính quyền rà soát bờ kè.", "Phối hợp với Cảnh sát khu vực tuần tra bờ kè.",
    ])
    func `finds no office in standing by, leading and officers of a beat`(text: String) throws {
        #expect(try open(text).leadUnits.isEmpty)
    }

    @Test(
        arguments: [
            (
                "Trạm Y tế xã và các phòng khám đa khoa trên địa bàn thực hiện tốt việc phân loại.",
                ["Trạm Y tế xã", "Các phòng khám đa khoa trên địa bàn"]
            ),
            (
                "Các cửa hàng kinh doanh xăng dầu trên địa bàn chấp hành nghiêm quy định.",
                ["Các cửa hàng kinh doanh xăng dầu trên địa bàn"]
            ),
            ("Các bức tranh treo trên địa bàn.", []),
        ])
    func `takes whoever is in the plan's place for a group that acts`(
        text: String, leads: [String]
    ) throws {
        #expect(try open(text).leadUnits == leads)
    }

    @Test func `reads the names of several communes and a team by what it does`() throws {
        let task = try open(
            "Công an xã chủ trì, phối hợp với UBND các xã Bến Sen, Bến Tràm và Đồn Biên phòng Cửa Đáy,"
                + " Tổ bảo vệ an ninh trật tự tuần tra.")
        #expect(
            task.coordinatingUnits == [
                "UBND các xã Bến Sen, Bến Tràm", "Đồn Biên phòng Cửa Đáy",
                "Tổ bảo vệ an ninh trật tự",
            ])
    }

    @Test func `parts the villages from bodies named in general`() throws {
        let plan = reading(
            """
            III. TỔ CHỨC THỰC HIỆN

            1. Các thôn

            - Rà soát bờ kè.

            2. Các cơ quan, đơn vị, thôn báo cáo UBND tỉnh hằng quý.
            """)
        #expect(plan.tasks.last?.leadUnits == ["Các cơ quan, đơn vị", "Các thôn"])
        #expect(plan.reports.first?.from == ["Các cơ quan, đơn vị", "Các thôn"])
    }

    @Test func `takes a force at hand for a topic`() throws {
        let plan = reading(
            "II. BỐN TẠI CHỖ\n\n1. Lực lượng tại chỗ\n\n- Công an xã chủ trì tuần tra bờ kè.")
        #expect(plan.tasks.first?.leadUnits == ["Công an xã"])
    }

    @Test(
        arguments: [
            ("Ban Quản lý di tích đền Bến Sen, Nhà máy nước Bến Tràm", 2),
            ("Thuế cơ sở 3 tỉnh Bến Sen, Agribank chi nhánh Bến Tràm", 2),
            ("Tổ công nghệ số cộng đồng các thôn, Trạm Y tế xã", 2),
            ("các cơ quan tham mưu, giúp việc của Đảng ủy", 1),
        ])
    func `reads names that go on with small words`(partners: String, count: Int) throws {
        let task = try open("Công an xã chủ trì, phối hợp với \(partners) rà soát bờ kè.")
        #expect(task.coordinatingUnits.count == count)
        #expect(
            task.coordinatingUnits.joined(separator: ", ").lowercased() == partners.lowercased())
    }

    @Test(
        arguments: [
            ("Giao Trưởng phòng Kinh tế rà soát bờ kè.", ["Phòng Kinh tế"]),
            ("Ban Giám hiệu các trường học rà soát bờ kè.", ["Ban Giám hiệu các trường học"]),
            ("Chủ hộ kinh doanh, chủ rừng tự kiểm tra.", ["Chủ hộ kinh doanh", "Chủ rừng"]),
            (
                "Căn cứ Kế hoạch này, các đơn vị, Bí thư Chi bộ, Trưởng thôn rà soát bờ kè.",
                ["Các đơn vị", "Bí thư Chi bộ", "Trưởng thôn"]
            ),
            (
                "Đồng chí Phó Chủ tịch UBND xã phụ trách văn hóa - xã hội chỉ đạo chung.",
                ["Phó Chủ tịch UBND xã phụ trách văn hóa - xã hội"]
            ),
            (
                "Đảng ủy các xã, phường trực thuộc Tỉnh ủy lãnh đạo thực hiện.",
                ["Đảng ủy các xã, phường trực thuộc Tỉnh ủy"]
            ),
            (
                "Để thực hiện tốt, UBND phường An Hải yêu cầu các ngành, các thôn rà soát bờ kè.",
                ["Các ngành", "Các thôn"]
            ),
            ("Các chi hội phụ nữ rà soát bờ kè.", ["Các chi hội phụ nữ"]),
        ])
    func `reads who acts by the form of the name`(text: String, leads: [String]) throws {
        #expect(try open(text).leadUnits == leads)
    }

    @Test(
        arguments: [
            ("Hằng tháng các thôn rà soát bờ kè.", ["Các thôn"]),
            ("Ngoài đợt chính, hàng tháng các thôn rà soát bờ kè.", ["Các thôn"]),
            ("Hộ chăn nuôi thực hiện vệ sinh.", ["Hộ chăn nuôi"]),
            ("Hội Nông dân xã tụ hội, vận động Nhân dân.", ["Hội Nông dân xã"]),
            (
                "Ban Chỉ huy Liên đội các trường học tổ chức thi.",
                ["Ban Chỉ huy Liên đội các trường học"]
            ),
        ])
    func `reads who acts behind a time and before a verb not known`(
        text: String, leads: [String]
    ) throws {
        #expect(try open(text).leadUnits == leads)
    }

    @Test func `ends a name at a numeral and takes the branch of a bank along`() throws {
        let task = try open(
            "Công an xã chủ trì, phối hợp với Chi cục Thú y vùng I chẩn đoán bệnh.")
        #expect(task.coordinatingUnits == ["Chi cục Thú y vùng I"])
        let branch = try open(
            "Công an xã chủ trì, phối hợp với Ngân hàng Chính sách xã hội - Phòng giao dịch Bến Sen,"
                + " Trạm Y tế xã rà soát.")
        #expect(branch.coordinatingUnits == ["Ngân hàng Chính sách xã hội", "Trạm Y tế xã"])
    }

    @Test(
        arguments: [
            ("Sau mỗi đợt, các đoàn giám sát thông báo kết quả.", ["Các đoàn giám sát"]),
            (
                "Ban quản trị các nhà chung cư vận hành máy bơm, kiểm tra bể nước.",
                ["Ban quản trị các nhà chung cư"]
            ),
            (
                "Hội Liên hiệp Phụ nữ xã, Đoàn Thanh niên xã đảm nhận các tuyến đường.",
                ["Hội Liên hiệp Phụ nữ xã", "Đoàn Thanh niên xã"]
            ),
            ("Kiểm tra tại các nhà chung cư trước mùa mưa.", []),
        ])
    func `reads delegations and boards as those who act`(text: String, leads: [String]) throws {
        #expect(try open(text).leadUnits == leads)
    }
}
