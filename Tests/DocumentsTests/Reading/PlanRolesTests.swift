import Documents
import Domain
import Testing

/// The first task below the heading of the police of a ward.
private func police(_ bullet: String) throws -> TaskReading {
    let plan = reading(
        """
        II. NHIỆM VỤ

        1. Công an phường

        - \(bullet)

        2. Văn phòng HĐND và UBND phường

        - Theo dõi chung.

        3. Phòng Kinh tế, Hạ tầng và Đô thị phường

        - Rà soát hạ tầng.
        """)
    return try #require(plan.tasks.first)
}

/// The first task of a numbered paragraph without a heading of units.
private func open(_ text: String) throws -> TaskReading {
    let plan = reading("III. TỔ CHỨC THỰC HIỆN\n\n1. \(text)\n\n2. Công an phường tuần tra bờ kè.")
    return try #require(plan.tasks.first)
}

@Suite struct `Reading who leads` {
    @Test func `is the heading's unit by itself`() throws {
        let task = try police("Tuần tra bờ kè vào ban đêm.")
        #expect(task.leadUnits == ["Công an phường"])
        #expect(task.coordinatingUnits.isEmpty)
        #expect(task.roleCue == nil)
    }

    @Test(arguments: [
        "Phối hợp với Trạm Y tế phường tổ chức trực.", "Phối hợp Trạm Y tế phường tổ chức trực.",
        "Phối hợp chặt chẽ với Trạm Y tế phường tổ chức trực.",
        "Định kỳ, phối hợp với Trạm Y tế phường tổ chức trực.",
        "Tích cực phối hợp với Trạm Y tế phường tổ chức trực.",
    ])
    func `turns round when the task opens with cooperation`(text: String) throws {
        let task = try police(text)
        #expect(task.leadUnits == ["Trạm Y tế phường"])
        #expect(task.coordinatingUnits == ["Công an phường"])
        #expect(task.roleCue == "Phối hợp")
    }

    @Test(
        arguments: [
            ("Chủ trì, phối hợp với Trạm Y tế phường tổ chức trực.", "Chủ trì"),
            ("Chủ trì phối hợp với Trạm Y tế phường tổ chức trực.", "Chủ trì"),
            ("Chủ động phối hợp với Trạm Y tế phường tổ chức trực.", "Chủ động phối hợp"),
            ("Chịu trách nhiệm phối hợp với Trạm Y tế phường tổ chức trực.", "Chịu trách nhiệm"),
            ("Là đơn vị chủ trì, phối hợp với Trạm Y tế phường tổ chức trực.", "Chủ trì"),
            ("Trên cơ sở kế hoạch, phối hợp với Trạm Y tế phường tổ chức trực.", nil),
            ("Hướng dẫn, phối hợp với Trạm Y tế phường tổ chức trực.", nil),
        ] as [(String, String?)])
    func `stays with the heading when another word comes first`(text: String, cue: String?) throws {
        let task = try police(text)
        #expect(task.leadUnits == ["Công an phường"])
        #expect(task.coordinatingUnits == ["Trạm Y tế phường"])
        #expect(task.roleCue == cue)
    }

    @Test func `is nobody when the cooperation names no one`() throws {
        let task = try police("Phối hợp tổ chức tuần tra bờ kè.")
        #expect(task.leadUnits.isEmpty)
        #expect(task.coordinatingUnits == ["Công an phường"])
    }

    @Test func `leaves general partners out of the units`() throws {
        let task = try police("Phối hợp với các đơn vị liên quan tổ chức tuần tra.")
        #expect(task.leadUnits.isEmpty)
        #expect(task.genericPartners == ["các đơn vị liên quan"])
    }

    @Test func `takes several units and later partners apart`() throws {
        let task = try police(
            "Phối hợp với Văn phòng HĐND và UBND phường, Trạm Y tế phường và các đơn vị liên quan"
                + " rà soát; phối hợp với Phòng Kinh tế, Hạ tầng, Đô thị xử lý vi phạm.")
        #expect(task.leadUnits == ["Văn phòng HĐND và UBND phường", "Trạm Y tế phường"])
        #expect(
            task.coordinatingUnits == ["Công an phường", "Phòng Kinh tế, Hạ tầng và Đô thị phường"])
    }

    @Test func `is the subject where no heading names units`() throws {
        let task = try open("Trạm Y tế phường chủ trì, phối hợp với Công an phường tổ chức trực.")
        #expect(task.leadUnits == ["Trạm Y tế phường"])
        #expect(task.coordinatingUnits == ["Công an phường"])
        #expect(task.roleCue == "Chủ trì")
    }

    @Test(
        arguments: [
            ("Giao Trạm Y tế phường theo dõi việc trực.", "Giao"),
            ("Giao Trạm Y tế phường chủ trì theo dõi việc trực.", "Chủ trì"),
            ("Đề nghị Trạm Y tế phường bố trí lực lượng trực.", "Đề nghị"),
            ("Trạm Y tế phường có trách nhiệm bố trí lực lượng trực.", nil),
            ("Căn cứ Kế hoạch này, Trạm Y tế phường bố trí lực lượng trực.", nil),
            ("Trạm Y tế phường phối hợp với Công an phường tổ chức trực.", nil),
        ] as [(String, String?)])
    func `follows orders and circumstances`(text: String, cue: String?) throws {
        let task = try open(text)
        #expect(task.leadUnits == ["Trạm Y tế phường"])
        #expect(task.roleCue == cue)
    }

    @Test(arguments: [
        "Tổ chức tuần tra bờ kè.", "Phát huy vai trò của Trạm Y tế phường trong mùa bão.",
        "Đối với lực lượng dân phòng trên địa bàn phường chủ động kiện toàn các đội.",
    ])
    func `is nobody without a subject`(text: String) throws {
        #expect(try open(text).leadUnits.isEmpty)
    }

    @Test func `takes the subject of a later sentence as a partner`() throws {
        let task = try open("Vận động người dân tham gia. Trạm Y tế phường hỗ trợ thuốc men.")
        #expect(task.leadUnits.isEmpty)
        #expect(task.coordinatingUnits == ["Trạm Y tế phường"])
    }

    @Test func `never is the body that is advised`() throws {
        let task = try police("Tham mưu UBND phường ban hành quy chế.")
        #expect(task.leadUnits == ["Công an phường"])
        #expect(task.advises == ["UBND phường"])
        #expect(task.roleCue == "Tham mưu")
    }

    @Test func `names those who are directed`() throws {
        let task = try police("Chỉ đạo Trạm Y tế phường và các đơn vị tổ chức trực.")
        #expect(task.directedUnits == ["Trạm Y tế phường"])
        #expect(task.roleCue == "Chỉ đạo")
    }

    @Test func `hands a request in a heading down`() throws {
        let plan = reading(
            """
            II. NHIỆM VỤ

            1. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam phường và các tổ chức chính trị - xã hội phường

            - Tuyên truyền, vận động đoàn viên.
            """)
        let task = try #require(plan.tasks.first)
        #expect(
            task.leadUnits == [
                "Ủy ban Mặt trận Tổ quốc Việt Nam phường", "Các tổ chức chính trị - xã hội phường",
            ])
        #expect(task.roleCue == "Đề nghị")
        #expect(task.rolePhrase == nil)
    }

    @Test func `finds the standing body by what an earlier task said`() throws {
        let plan = reading(
            """
            II. NHIỆM VỤ

            1. Văn phòng HĐND và UBND phường

            - Là cơ quan thường trực tham mưu UBND phường theo dõi chung.

            2. Công an phường

            - Phối hợp với cơ quan thường trực tổ chức kiểm tra.
            """)
        #expect(plan.tasks.map(\.roleCue) == ["Thường trực", "Phối hợp"])
        #expect(plan.tasks[1].leadUnits == ["Văn phòng HĐND và UBND phường"])
    }
}

@Suite struct `Reading names of units` {
    private func heading(_ title: String) -> [String] {
        reading("II. NHIỆM VỤ\n\n1. \(title)\n\n- Tổ chức thực hiện.").unitHeadings.flatMap(\.units)
    }

    @Test(arguments: [
        ("Phòng Văn hóa - Xã hội, Trung tâm Cung ứng dịch vụ công", 2),
        ("Phòng Kinh tế, Hạ tầng và Đô thị phường", 1),
        ("Sở Văn hóa, Thể thao và Du lịch; Báo và Phát thanh, Truyền hình tỉnh", 2),
        ("Các cơ quan, đơn vị thuộc phường, các tổ dân phố", 2),
        ("Các trường học, cơ sở giáo dục trên địa bàn phường", 1),
        ("Các cơ quan, đơn vị, UBND các xã, phường", 2),
        ("Hội Liên hiệp Phụ nữ phường, Hội Nông dân phường, Hội Cựu chiến binh phường", 3),
        ("Viện kiểm sát nhân dân thành phố, Tòa án nhân dân thành phố", 2),
        ("Ban Chỉ huy Quân sự phường", 1), ("Văn phòng HĐND và UBND phường", 1),
        ("Tổ trưởng các Tổ dân phố", 1), ("Chi cục Hải quan khu vực XIX", 1),
        ("Đề nghị: Hiệp hội Doanh nghiệp tỉnh, Hội Nông dân tỉnh, Liên minh Hợp tác xã Tỉnh", 3),
        ("Ban Tuyên giáo và Dân vận Thành ủy", 1),
        ("Các doanh nghiệp hoạt động trong lĩnh vực xây dựng, vận tải trên địa bàn phường", 1),
    ])
    func `counts the units of a heading`(title: String, count: Int) {
        #expect(heading(title).count == count)
    }

    @Test(arguments: [
        "Phòng ngừa, ngăn chặn sạt lở", "Tổ chức tuyên truyền", "Hội nghị triển khai",
        "Ban hành văn bản chỉ đạo", "Công tác tuyên truyền", "Báo cáo kết quả",
    ])
    func `finds none in headings of work`(title: String) {
        #expect(heading(title).isEmpty)
    }

    @Test(arguments: [
        "Phòng Kinh tế, Hạ tầng, Đô thị", "Phòng Kinh tế Hạ tầng và Đô thị phường",
        "Phòng Kinh tế, Hạ tầng và Đô thị phường An Hải",
        "Phòng Kinh tế, Hạ tầng và Đô thi phường",
    ])
    func `knows a unit in another spelling`(name: String) throws {
        let task = try police("Chủ trì, phối hợp với \(name) rà soát bờ kè.")
        #expect(task.coordinatingUnits == ["Phòng Kinh tế, Hạ tầng và Đô thị phường"])
    }

    @Test func `keeps units apart that only look alike`() throws {
        let task = try police("Chủ trì, phối hợp với Sở Y tế, Sở Tư pháp, Công an tỉnh rà soát.")
        #expect(task.coordinatingUnits == ["Sở Y tế", "Sở Tư pháp", "Công an tỉnh"])
    }

    @Test func `takes the longest name first`() throws {
        let task = try open("Chi bộ Công an phường chủ trì theo dõi việc tuần tra.")
        #expect(task.leadUnits == ["Chi bộ Công an phường"])
    }

    @Test func `lists spellings and the first line of every unit`() throws {
        let plan = reading(
            "II. NHIỆM VỤ\n\n1. Công an phường\n\n- Phối hợp với Công an phường An Hải tuần tra.")
        let unit = try #require(plan.units.first { $0.canonical == "Công an phường" })
        #expect(unit.aliases.contains("Công an phường An Hải"))
        #expect(unit.firstLine == plan.unitHeadings[0].line)
    }

    @Test(
        arguments: [
            ("VNPT Bến Sen, Viettel Bến Sen nhắn tin", ["VNPT Bến Sen", "Viettel Bến Sen"]),
            (
                "Trung tâm Ứng dụng tiến bộ khoa học bố trí nhân lực",
                ["Trung tâm Ứng dụng tiến bộ khoa học"]
            ),
            (
                "Công ty Khai thác công trình thủy lợi An Hải vận hành cống",
                ["Công ty Khai thác công trình thủy lợi An Hải"]
            ),
        ])
    func `knows companies and centres by their fields`(text: String, names: [String]) throws {
        let task = try police("Chủ trì, phối hợp với \(text).")
        #expect(task.coordinatingUnits == names)
    }

    @Test(arguments: [
        "Trung tâm Cung ứng dịch vụ công phường phát thanh ba bản tin.",
        "Trung tâm Cung ứng dịch vụ công phường đăng ba bài viết.",
        "Trung tâm Cung ứng dịch vụ công phường phát hành tờ rơi.",
    ])
    func `knows who broadcasts and who posts`(text: String) throws {
        #expect(try open(text).leadUnits == ["Trung tâm Cung ứng dịch vụ công phường"])
    }

    @Test(
        arguments: [
            ("Thực hiện vai trò cơ quan thường trực của đợt thi đua.", "Thường trực"),
            ("Thực hiện chức năng thường trực, tham mưu UBND phường.", "Thường trực"),
            ("Trên cơ sở đề xuất của các phòng, ban, chủ trì tổng hợp.", "Chủ trì"),
            (
                "Trên cơ sở đề xuất, chủ trì phối hợp với các phòng, Trạm Y tế phường bố trí kho.",
                "Chủ trì"
            ),
        ])
    func `finds the part behind other words`(text: String, cue: String) throws {
        #expect(try police(text).roleCue == cue)
    }

    @Test func `takes the chair for a person`() throws {
        #expect(try open("Chủ trì tuyên bố lý do, giới thiệu đại biểu.").roleCue == nil)
    }

    @Test func `reads a partner told by a clause`() throws {
        let task = try police(
            "Chủ trì, phối hợp với cơ quan, đơn vị trực tiếp quản lý người đó hoặc Trạm Y tế phường"
                + " xác minh.")
        #expect(
            task.coordinatingUnits == [
                "Cơ quan, đơn vị trực tiếp quản lý người đó", "Trạm Y tế phường",
            ])
    }

    @Test func `reads the bodies of a case and of an office by its kind`() throws {
        let plan = reading(
            """
            II. NHIỆM VỤ

            1. Công an phường tuần tra bờ kè.

            Trên đây là Kế hoạch. Trong quá trình thực hiện, nếu cần sửa đổi, bổ sung các phòng, \
            đơn vị thuộc Sở kịp thời báo cáo Sở Tư pháp.
            """)
        #expect(plan.tasks.last?.leadUnits == ["Các phòng, đơn vị thuộc Sở"])
    }

    @Test func `takes a last paragraph about the plan itself for its closing`() throws {
        let plan = reading(
            """
            II. NHIỆM VỤ

            1. Công an phường tuần tra bờ kè.

            Kế hoạch này được phổ biến đến tổ dân phố. Nếu có vướng mắc, các tổ dân phố kịp thời báo \
            cáo UBND phường.
            """)
        #expect(plan.tasks.last?.leadUnits == ["Các tổ dân phố"])
    }

    @Test func `takes the last paragraph behind labelled work for the closing`() throws {
        let plan = reading(
            """
            III. TỔ CHỨC THỰC HIỆN

            1. Công an phường

            - Tuần tra bờ kè.

            Căn cứ Kế hoạch, yêu cầu các tổ dân phố nghiêm túc thực hiện; hằng quý báo cáo UBND phường.
            """)
        #expect(plan.tasks.last?.id == "III.p1")
        #expect(plan.tasks.last?.leadUnits == ["Các tổ dân phố"])
    }

    @Test func `asks those who may meet troubles for no help`() throws {
        let task = try open(
            "Công an phường tuần tra bờ kè. Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị, địa"
                + " phương báo cáo Sở Y tế.")
        #expect(task.coordinatingUnits.isEmpty)
    }

    @Test func `takes the share that each has of the work for no further unit`() throws {
        let share = try open(
            "Xây dựng phương án chữa cháy; mỗi tổ dân phố tổ chức thực tập ít nhất 01 lần.")
        #expect(share.coordinatingUnits.isEmpty)
        let other = try open("Xây dựng phương án chữa cháy; Trạm Y tế phường tổ chức trực.")
        #expect(other.coordinatingUnits == ["Trạm Y tế phường"])
    }

    @Test func `means by offices and places at the end those named in full before`() throws {
        let plan = reading(
            """
            III. TỔ CHỨC THỰC HIỆN

            1. Căn cứ Kế hoạch này, các phòng, đơn vị thuộc UBND phường, các tổ dân phố thực hiện.

            Trong quá trình thực hiện, nếu có khó khăn, các phòng, đơn vị, tổ dân phố kịp thời báo cáo \
            UBND phường.
            """)
        let units = ["Các phòng, đơn vị thuộc UBND phường", "Các tổ dân phố"]
        #expect(plan.tasks.last?.leadUnits == units)
        #expect(plan.reports.map(\.from) == [units])
    }
}
