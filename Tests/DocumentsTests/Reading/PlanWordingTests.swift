import Documents
import Domain
import Testing

/// The first task of a numbered paragraph without a heading of units.
private func open(_ text: String) throws -> TaskReading {
    let plan = reading("III. TỔ CHỨC THỰC HIỆN\n\n1. \(text)\n\n2. Công an phường tuần tra bờ kè.")
    return try #require(plan.tasks.first)
}

/// Who leads the one bullet below a heading of units.
private func leads(under heading: String) throws -> [String] {
    let plan = reading("III. PHÂN CÔNG NHIỆM VỤ\n\n1. \(heading)\n\n- Rà soát bờ kè.")
    return try #require(plan.tasks.first).leadUnits
}

@Suite struct `Reading plans of other offices` {
    @Test func `numbers sections anew below capital letters`() {
        let plan = reading(
            """
            A. TÌNH HÌNH

            I. Kết quả

            - Bờ kè sạt lở ba lần.

            B. MỤC TIÊU

            1. Giữ bờ kè an toàn.

            C. NHIỆM VỤ

            I. Trước mùa mưa

            1. Nạo vét các cống dọc bờ kè.

            II. Trong mùa mưa

            - Tuần tra bờ kè vào ban đêm.

            Đ. KINH PHÍ

            Kinh phí lấy từ ngân sách xã. Giao Công an xã lập dự toán.
            """)
        #expect(
            plan.sections.map(\.path)
                == ["A", "A.I", "B", "B.1", "C", "C.I", "C.I.1", "C.II", "Đ"])
        #expect(plan.tasks.map(\.id) == ["C.I.1", "C.II.1", "Đ.p1"])
        #expect(plan.objectives.map(\.sectionPath) == ["B.1"])
        #expect(plan.tasks.last?.leadUnits == ["Công an xã"])
        #expect(plan.tasks.last?.roleCue == "Giao")
    }

    @Test(arguments: [
        ("Các phòng chuyên môn, đơn vị sự nghiệp thuộc xã", 1),
        ("Các tổ chức chính trị - xã hội và tổ chức thành viên", 2),
        ("Công chức Văn hóa - Xã hội, Đài Truyền thanh xã", 2),
        ("Người đứng đầu cơ sở, chủ rừng", 2),
        ("Các Đội Quản lý trật tự đô thị thuộc Phòng Kinh tế", 1),
        ("Phòng Cảnh sát giao thông (PC08), Phòng Hậu cần (PH10)", 2),
        ("Trung tâm Dịch vụ tổng hợp xã", 1), ("Tỉnh đoàn Phú Thọ", 1),
        ("Các Sở: Nội vụ, Khoa học và Công nghệ, Y tế", 3), ("Các chi bộ trường học", 1),
        ("Các Công ty TNHH MTV khai thác công trình thủy lợi", 1),
        ("Đảng ủy các cơ quan Đảng, Đảng ủy UBND xã", 2), ("Nhà hát Tổng hợp, Bảo tàng tỉnh", 2),
    ])
    func `finds the units of a heading`(heading: String, count: Int) throws {
        #expect(try leads(under: heading).count == count)
    }

    @Test(arguments: [
        ("Công chức Tài chính - Kế toán cân đối ngân sách.", "Công chức Tài chính - Kế toán"),
        ("Đài Truyền thanh xã tiếp sóng các bản tin bão.", "Đài Truyền thanh xã"),
        (
            "Trước ngày 05/3/2027, UBND xã sau khi thống nhất với Đảng ủy xã quyết định danh sách.",
            "UBND xã"
        ),
        ("Các ông (bà) Trưởng thôn có trách nhiệm lập danh sách hộ.", "Trưởng thôn"),
        ("Các thành viên Ban Chỉ đạo bám sát bờ kè.", "Các thành viên Ban Chỉ đạo"),
        ("Đối với UBND các xã ven sông Đà: Rà soát bờ kè.", "UBND các xã ven sông Đà"),
        ("Hội Nông dân xã ra quân vệ sinh bờ kè.", "Hội Nông dân xã"),
        ("Kế toán ngân sách xã: Tham mưu kinh phí.", "Kế toán ngân sách xã"),
        ("Ban quản lý chợ Đông ký cam kết giữ bờ kè.", "Ban quản lý chợ Đông"),
        ("Nạo vét cống dọc bờ kè (Phòng Kinh tế chủ trì, xong trong tháng 5).", "Phòng Kinh tế"),
        (
            "Các cơ sở sản xuất, chế biến thực phẩm chấp hành quy định.",
            "Các cơ sở sản xuất, chế biến thực phẩm"
        ),
        (
            "Các cơ sở chăn nuôi, hộ chăn nuôi: Khai báo kịp thời.",
            "Các cơ sở chăn nuôi, hộ chăn nuôi"
        ),
        ("Yêu cầu các chủ tàu neo đậu đúng nơi quy định.", "Các chủ tàu"),
        ("Căn cứ Kế hoạch này, Thôn trưởng các thôn lập danh sách hộ.", "Các thôn"),
        (
            "Công an các đơn vị, địa phương trực ban trong các ngày lễ.",
            "Công an các đơn vị, địa phương"
        ),
    ])
    func `finds the subject of a sentence`(text: String, lead: String) throws {
        #expect(try open(text).leadUnits == [lead])
    }

    @Test func `names each place that a heading lists`() throws {
        #expect(
            try leads(under: "Thôn Đông, Đoài và Thượng")
                == ["Thôn Đông", "Thôn Đoài", "Thôn Thượng"])
        #expect(try leads(under: "Các khu phố 1, 2") == ["Khu phố 1", "Khu phố 2"])
    }

    @Test func `takes who cooperates "in front of a colon" for partners`() throws {
        let task = try open("Đối với Công an phường và Trạm Y tế phường: phối hợp rà soát bờ kè.")
        #expect(task.leadUnits.isEmpty)
        #expect(task.coordinatingUnits == ["Công an phường", "Trạm Y tế phường"])
    }

    @Test func `lets the subject of a later clause work along`() throws {
        let task = try open("Nắm chắc tình hình bờ kè; Trạm Y tế phường cử người trực.")
        #expect(task.coordinatingUnits == ["Trạm Y tế phường"])
    }

    @Test func `takes a starred line over dashes for a heading`() {
        let plan = reading(
            """
            II. MỤC TIÊU

            * Về hạ tầng:

            - 100% bờ kè được gia cố.

            * Về con người:

            - Trên 90% hộ dân biết bơi.
            """)
        #expect(plan.objectives.count == 2)
    }

    @Test func `takes a day and a place for the scope of what stands above`() {
        let plan = reading(
            """
            III. NỘI DUNG

            1. Thời gian, địa điểm

            - Thời gian: 02 ngày, từ ngày 10 - 11/6/2027.

            - Địa điểm: Nhà Văn hóa xã.

            2. Công an xã trực gác.
            """)
        #expect(plan.tasks.map(\.id) == ["III.2"])
    }

    @Test func `takes dated rounds for details of the work above`() throws {
        let plan = reading(
            """
            III. NHIỆM VỤ

            1. Kiểm tra toàn bộ bờ kè, chia làm 02 đợt:

            - Đợt 1: từ ngày 01/3/2027 đến ngày 31/3/2027;

            - Đợt 2: từ ngày 01/9/2027 đến ngày 30/9/2027.
            """)
        #expect(plan.tasks.map(\.id) == ["III.1"])
        #expect(plan.tasks.first?.deadlines.map(\.date) == ["2027-03-31", "2027-09-30"])
    }

    @Test func `takes the contents and form of a campaign for its scope`() {
        let plan = reading(
            """
            III. TUYÊN TRUYỀN

            - Nội dung: Quyền và nghĩa vụ của cử tri.

            - Hình thức: Qua loa truyền thanh, băng rôn.

            - Công an xã phát tờ rơi tại bờ kè.
            """)
        #expect(plan.tasks.map(\.id) == ["III.1"])
    }

    @Test func `reads empty cells at the end of a row`() {
        let plan = reading(
            """
            III. NHIỆM VỤ

            STT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian
            I | CÔNG TÁC CHUẨN BỊ | | |
            1 | Nạo vét cống | Công an xã | | Thường xuyên
            2 | Công khai danh sách | UBND xã | | Theo quy định
            """)
        #expect(plan.tasks.map(\.coordinatingUnits) == [[], []])
        #expect(plan.tasks.map { $0.deadlines.map(\.recurrence) } == [[.continuous], []])
    }

    @Test func `reads fields with letters, in brackets and two on a line`() {
        let plan = reading(
            """
            III. NHIỆM VỤ

            1. Tổ chức 02 đợt sinh hoạt chính trị.

            a) Đơn vị chủ trì: Phòng Văn hóa - Xã hội.

            b) Đơn vị phối hợp: Đoàn Thanh niên phường, các trường THPT trên địa bàn.

            c) Thời gian thực hiện: Quý II, III, IV/2027.

            2. Hỗ trợ khởi nghiệp (Chủ trì: Hội Nông dân phường; phối hợp: Trạm Y tế phường).

            3. Rà soát bờ kè.

            - Cơ quan chủ trì: Công an phường; cơ quan phối hợp: Trạm Y tế phường.
            """)
        #expect(plan.tasks.map(\.id) == ["III.1", "III.2", "III.3"])
        #expect(
            plan.tasks.map(\.leadUnits) == [
                ["Phòng Văn hóa - Xã hội"], ["Hội Nông dân phường"], ["Công an phường"],
            ])
        #expect(
            plan.tasks.map(\.coordinatingUnits) == [
                ["Đoàn Thanh niên phường", "Các trường THPT trên địa bàn"], ["Trạm Y tế phường"],
                ["Trạm Y tế phường"],
            ])
        #expect(plan.tasks.first?.deadlines.map(\.date) == ["2027-12-31"])
    }

    @Test func `lets the unit before a colon lead its bullet below a topic`() {
        let plan = reading(
            """
            III. NHIỆM VỤ

            1. Cấp tỉnh

            - Ban Phong trào Tỉnh đoàn: Chủ trì tổ chức lễ khởi động.

            - Ban Tuyên giáo: Tham mưu công tác tuyên truyền.

            2. Cấp xã

            - Chủ đề: “Bờ kè xanh”.

            - Nạo vét cống.
            """)
        #expect(plan.tasks.map(\.id) == ["III.1.1", "III.1.2", "III.2.1"])
        #expect(
            plan.tasks.map(\.leadUnits)
                == [["Ban Phong trào Tỉnh đoàn"], ["Ban Tuyên giáo"], []])
        #expect(plan.tasks.map(\.roleCue) == ["Chủ trì", "Tham mưu", nil])
    }

    @Test func `takes a paragraph at the end that only urges for the closing`() {
        let plan = reading(
            """
            III. TỔ CHỨC THỰC HIỆN

            1. Hội Nông dân xã: Vận động hội viên giữ bờ kè.

            Yêu cầu Thủ trưởng các ban, ngành, Trưởng các thôn nghiêm túc thực hiện.
            """)
        #expect(plan.tasks.map(\.id) == ["III.1"])
        #expect(plan.otherLines.contains { $0.kind == "closing" })
    }

    @Test func `takes a closing that asks for a dated report for work`() {
        let plan = reading(
            """
            III. TỔ CHỨC THỰC HIỆN

            1. Hội Nông dân xã: Vận động hội viên giữ bờ kè.

            Trên đây là Kế hoạch giữ bờ kè; đề nghị các thôn thực hiện, báo cáo UBND xã trước ngày 10/12/2027.
            """)
        #expect(plan.tasks.map(\.id) == ["III.1", "III.p1"])
        #expect(plan.reports.map(\.from) == [["Các thôn"]])
    }
}
