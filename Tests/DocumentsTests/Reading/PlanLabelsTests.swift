import Documents
import Domain
import Testing

@Suite struct `Reading labels of other hands` {
    @Test(arguments: [
        ["II- NHIỆM VỤ", "1- Công tác tuyên truyền", "1.1- Phát tờ rơi.", "1.2- Treo khẩu hiệu."],
        ["II-NHIỆM VỤ", "1-Công tác tuyên truyền", "1.1-Phát tờ rơi.", "1.2-Treo khẩu hiệu."],
        ["II. NHIỆM VỤ", "1. Công tác tuyên truyền", "1.1 Phát tờ rơi.", "1.2 Treo khẩu hiệu."],
    ])
    func `takes a dash behind the number for its mark`(lines: [String]) {
        let plan = reading(lines.joined(separator: "\n\n"))
        #expect(plan.sections.map(\.path) == ["II", "II.1", "II.1.1", "II.1.2"])
        #expect(plan.tasks.map(\.id) == ["II.1.1", "II.1.2"])
    }

    @Test func `takes the number of a document for no label`() {
        let plan = reading(
            """
            II- NHIỆM VỤ

            1- Công an xã chủ trì, phối hợp với các chi bộ quán triệt, triển khai Kế hoạch số
            18-KH/ĐU, ngày 05/3/2028 của Đảng ủy đến toàn thể cán bộ, chiến sĩ trong đơn vị.

            2- Trạm Y tế xã tổ chức trực cấp cứu, chuẩn bị thuốc và phương tiện trong suốt mùa mưa
            bão, thông báo ngay cho Công an xã khi có người bị nạn.
            """)
        #expect(plan.sections.map(\.path) == ["II", "II.1", "II.2"])
    }

    @Test func `takes a comma behind a small letter for its mark`() {
        let plan = reading(
            """
            II- NHIỆM VỤ

            1- Công an xã

            a, Tuần tra bờ kè.

            b, Tổ chức trực ban.
            """)
        #expect(plan.tasks.map(\.id) == ["II.1.a", "II.1.b"])
        #expect(plan.tasks.map(\.leadUnits) == [["Công an xã"], ["Công an xã"]])
    }

    @Test func `ends a title where its line ends early`() {
        let plan = reading(
            """
            II. NHIỆM VỤ

            1. Khắc phục sự cố
            Khi kè sạt lở, Phòng Kinh tế chủ trì, phối hợp với Công an xã khoanh vùng khu vực nguy
            hiểm, cắm biển cảnh báo, bố trí người canh gác suốt ngày đêm cho đến khi xử lý xong.
            2. Công an xã
            - Bảo đảm trật tự tại khu vực sạt lở, hướng dẫn các phương tiện đi đường tránh an toàn.
            - Tuần tra bờ kè vào ban đêm, nhắc nhở người dân không đi lại gần các cung sạt lở mới.
            """)
        #expect(plan.sections.map(\.path) == ["II", "II.1", "II.2"])
        #expect(plan.tasks.map(\.id) == ["II.1.p1", "II.2.1", "II.2.2"])
        #expect(plan.tasks.first?.leadUnits == ["Phòng Kinh tế"])
    }

    @Test func `tells what is looked at from what is done`() {
        let plan = reading(
            """
            II. NỘI DUNG, ĐỐI TƯỢNG GIÁM SÁT

            1. Nội dung

            - Việc quản lý các chợ dân sinh.

            - Công tác thu phí tại bến thuyền.

            2. Đối tượng giám sát

            - Phòng Kinh tế, Ban Quản lý dự án đầu tư xây dựng xã.

            3. Thời kỳ giám sát: từ ngày 01/7/2028 đến hết ngày 30/6/2029.

            III. NỘI DUNG

            - Đợt 1: Từ ngày 01/8/2029 đến ngày 15/8/2029, làm việc với Phòng Kinh tế.
            """)
        #expect(plan.tasks.map(\.id) == ["III.1"])
    }

    @Test func `finds no order in where the money comes from`() {
        let plan = reading(
            """
            IV. KINH PHÍ

            Từ nguồn ngân sách năm 2029 đã giao cho UBND phường và các nguồn khác.

            Giao Phòng Kinh tế lập dự toán.
            """)
        #expect(plan.tasks.map(\.leadUnits) == [["Phòng Kinh tế"]])
    }

    @Test(arguments: [
        "Yêu cầu các đơn vị, các thôn nghiêm túc tổ chức thực hiện Kế hoạch này./.",
        "Đề nghị các cơ quan, đơn vị quan tâm, phối hợp thực hiện đạt hiệu quả./.",
        "Yêu cầu Thủ trưởng các phòng, ban khẩn trương triển khai thực hiện tốt các nội dung trên.",
    ])
    func `takes no work from a closing that only urges`(text: String) {
        let plan = reading("V. TỔ CHỨC THỰC HIỆN\n\n1. Công an xã\n\n- Tuần tra bờ kè.\n\n\(text)")
        #expect(plan.tasks.map(\.id) == ["V.1.1"])
    }

    @Test func `keeps a block of fields from a task that names its own lead`() {
        let plan = reading(
            """
            III. NHIỆM VỤ

            1. Ra quân

            a) Giao Công an phường chủ trì, phối hợp với Trạm Y tế phường giải tỏa bờ kè.

            b) Tổ chức dọn chợ nổi.

            - Đơn vị chủ trì: Phòng Kinh tế.

            - Thời gian hoàn thành: trước ngày 20/3/2029.
            """)
        #expect(plan.tasks.map(\.leadUnits) == [["Công an phường"], ["Phòng Kinh tế"]])
        #expect(plan.tasks.map(\.deadlines.count) == [0, 1])
    }
}

@Suite struct `Reading strokes and lost bullets in labels` {
    @Test(
        arguments: [
            ("I./", "1./", "a./", "- "), ("I-", "1-", "a- ", "+ "), ("I.", "1.", "a)", "o "),
            ("I.", "1.", "a)", "Ø "), ("I.", "1.", "a)", "§ "),
        ])
    func `makes the same items of them`(roman: String, arabic: String, letter: String, mark: String)
    {
        let plan = reading(
            """
            \(roman) NHIỆM VỤ

            \(arabic) Công an xã

            \(mark)Kiểm đếm thuyền.

            \(mark)Phát phao.

            \(arabic.replacing("1", with: "2")) Trạm Y tế xã

            \(letter) Dạy sơ cứu.
            """)
        #expect(plan.tasks.map(\.id) == ["I.1.1", "I.1.2", "I.2.a"])
        #expect(
            plan.tasks.map(\.leadUnits) == [["Công an xã"], ["Công an xã"], ["Trạm Y tế xã"]])
    }

    @Test func `finds the topic of a part behind its numeral`() {
        let plan = reading(
            """
            Phần I. MỤC ĐÍCH

            1. Để bến thuyền an toàn.

            Phần II. NHIỆM VỤ

            1. Công an xã kiểm đếm thuyền.
            """)
        #expect(plan.objectives.count == 1)
        #expect(plan.tasks.map(\.leadUnits) == [["Công an xã"]])
    }

    @Test func `takes sums and bare times for no work`() {
        let plan = reading(
            """
            II. NỘI DUNG, ĐỐI TƯỢNG

            1. Thời gian: Từ ngày 01/4/2027 đến ngày 30/4/2027.

            III. VỐN VÀ NGUỒN VỐN

            1. Tổng số: 250 triệu đồng.

            2. Phòng Kinh tế tham mưu phân bổ vốn trước ngày 15/3/2027.
            """)
        #expect(plan.tasks.map(\.id) == ["III.2"])
    }
}
