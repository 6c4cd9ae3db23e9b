import Domain
import Testing

@Suite struct `The title of a task` {
    @Test func `leaves out the bullet and the role phrase`() {
        let title = TaskTitle.make(
            from:
                "- Chủ trì, phối hợp với Công an phường rà soát các hộ kinh doanh; lập danh sách.",
            rolePhrase: "Chủ trì, phối hợp với Công an phường")
        #expect(title == "Rà soát các hộ kinh doanh")
    }

    @Test(
        arguments: [
            // Units that the text spells otherwise than their names, or with a longer name.
            (
                "Phối hợp với Phòng Văn hóa- Xã hội, Trung tâm cung ứng dịch vụ công tiếp tục đăng tải thông tin",
                "Phối hợp với", "Tiếp tục đăng tải thông tin"
            ),
            (
                "Phối hợp với Đội Cảnh sát PCCC và Cứu nạn cứu hộ tổ chức tập huấn kỹ năng",
                "Phối hợp với", "Tổ chức tập huấn kỹ năng"
            ),
            (
                "Phối hợp chặt chẽ với UBND xã trong việc tổ chức hội nghị cử tri", "Phối hợp",
                "Tổ chức hội nghị cử tri"
            ),
            (
                "Phối hợp với các sở, ban, ngành liên quan đẩy mạnh thông tin tuyên truyền",
                "Phối hợp với", "Đẩy mạnh thông tin tuyên truyền"
            ),
            // A verb within a name is written large; a noun may look like a verb.
            (
                "Ủy ban Kiểm tra Đảng ủy thường xuyên kiểm tra, giám sát", nil,
                "Thường xuyên kiểm tra, giám sát"
            ),
            (
                "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội đẩy mạnh tuyên truyền", nil,
                "Đẩy mạnh tuyên truyền"
            ),
            // Called on, told, named before a colon.
            (
                "Giao Sở Khoa học và Công nghệ chủ trì, tham mưu UBND tỉnh triển khai ứng dụng",
                nil,
                "Tham mưu UBND tỉnh triển khai ứng dụng"
            ),
            (
                "Đề nghị Công ty Điện lực: Khẩn trương kiểm tra lưới điện", nil,
                "Khẩn trương kiểm tra lưới điện"
            ),
            (
                "Sở Tài chính chủ trì, phối hợp với các sở, UBND cấp xã bố trí kinh phí",
                "chủ trì, phối hợp với",
                "Bố trí kinh phí"
            ),
            ("Sở Nội vụ có trách nhiệm giúp UBND tỉnh theo dõi", nil, "Giúp UBND tỉnh theo dõi"),
        ] as [(String, String?, String)])
    func `begins with the action, not with who does it`(
        example: (text: String, role: String?, title: String)
    ) {
        let title = TaskTitle.make(
            from: example.text, rolePhrase: example.role, units: ["Đội Cảnh sát PCCC", "UBND xã"])
        #expect(title == example.title)
    }

    @Test(
        arguments: [
            ("Tham gia các phiên họp của Ủy ban bầu cử xã và thực hiện các nhiệm vụ", "Tham gia"),
            ("Chỉ đạo các cơ quan báo chí tăng thời lượng", "Chỉ đạo"),
            ("Tham mưu các nội dung liên quan đến hội nghị", "Tham mưu"),
            ("Mỗi cán bộ phải gương mẫu chấp hành", nil),
            ("Cơ quan, đơn vị được giao nhiệm vụ theo dõi, báo cáo tại Phụ lục", nil),
            ("Ban hành quy chế quản lý, chia sẻ dữ liệu", nil),
            ("Hội nghị cử Tổ kiểm phiếu từ 05 đến 15 thành viên", nil),
        ] as [(String, String?)])
    func `stays whole where no action can be told apart`(example: (text: String, role: String?)) {
        #expect(TaskTitle.make(from: example.text, rolePhrase: example.role) == example.text)
    }

    @Test func `keeps the role phrase when nothing else is left`() {
        #expect(
            TaskTitle.make(from: "Phối hợp với A", rolePhrase: "Phối hợp với A") == "Phối hợp với A"
        )
    }

    @Test func `passes over what the closing paragraph opens with`() {
        #expect(
            TaskTitle.make(
                from:
                    "Trên đây là Kế hoạch năm 2026. Các đơn vị báo cáo khó khăn về UBND phường./.",
                rolePhrase: nil) == "Báo cáo khó khăn về UBND phường")
        #expect(
            TaskTitle.make(from: "Trên đây là Kế hoạch năm 2026.", rolePhrase: nil)
                == "Trên đây là Kế hoạch năm 2026")
    }

    @Test func `does not end within a number`() {
        let title = TaskTitle.make(
            from: "Thực hiện Kế hoạch 12.000 bình chữa cháy. Rà soát.", rolePhrase: nil)
        #expect(title == "Thực hiện Kế hoạch 12.000 bình chữa cháy")
    }

    @Test func `is cut between words at its greatest length`() {
        let exact = String(repeating: "a", count: TaskTitle.lengthMax)
        #expect(TaskTitle.shortened(exact) == exact)
        let long = TaskTitle.shortened(String(repeating: "dài ", count: 40))
        #expect(long.count <= TaskTitle.lengthMax)
        #expect(long.hasSuffix("dài…"))
    }

    @Test func `is found whole again in its text`() {
        let tail = String(repeating: " và tổ dân phố", count: 8)
        let text = "Tổ chức quán triệt đến cán bộ\(tail); báo cáo kết quả."
        let title = TaskTitle.make(from: text, rolePhrase: nil)
        #expect(title.hasSuffix("…"))
        #expect(TaskTitle.uncut(title, of: text) == "Tổ chức quán triệt đến cán bộ\(tail)")
        #expect(TaskTitle.uncut("Tên do người đặt", of: text) == "Tên do người đặt")
        #expect(TaskTitle.uncut("Tên do người đặt…", of: text) == "Tên do người đặt…")
    }
}
