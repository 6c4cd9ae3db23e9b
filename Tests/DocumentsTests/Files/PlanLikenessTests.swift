import Documents
import Domain
import Testing

@Suite struct `Telling a plan from other documents` {
    private func likeness(_ text: String) -> PlanLikeness {
        let source = SourceText(text: text)
        return PlanLikeness(of: PlanReader.read(source, file: "a.txt"), in: source)
    }

    private let plan = """
        ỦY BAN NHÂN DÂN PHƯỜNG HOA SEN
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        Số: 12/KH-UBND
        KẾ HOẠCH
        Phòng cháy, chữa cháy năm 2026
        I. NHIỆM VỤ
        1. Công an phường
        - Chủ trì, phối hợp với các đơn vị liên quan kiểm tra chợ trước ngày 30/6/2026.
        """

    @Test func `takes a plan`() {
        #expect(likeness(plan).isPlan)
        #expect(likeness(plan).signs == [.head, .kind, .assignments, .units])
    }

    @Test func `takes a draft without number and motto`() {
        let draft = plan.split(separator: "\n").dropFirst(3).joined(separator: "\n")
        #expect(likeness(draft).isPlan)
    }

    @Test(arguments: [
        """
        Canh chua cá lóc
        Nguyên liệu
        - 1 con cá lóc khoảng 800 gam
        - 2 quả cà chua, 1 quả dứa
        Cách làm
        1. Cá làm sạch, cắt khúc, ướp muối.
        2. Phi thơm hành, cho cà chua vào xào.
        3. Thêm nước, đun sôi rồi cho cá vào.
        """,
        """
        Chương một
        Trời vừa sáng, gà trong xóm đã gáy vang. Bà cụ dậy nhóm bếp, khói bay là là trên mái tranh.
        - Hôm nay con lại ra đồng à? - bà hỏi.
        - Vâng, mẹ ạ.
        Anh vác cuốc đi, không ngoảnh lại.
        """,
        """
        STT | Họ và tên | Lớp | Điểm toán | Điểm văn
        1 | Nguyễn Văn A | 9A | 8,5 | 7
        2 | Trần Thị B | 9A | 9 | 8
        """,
    ])
    func `refuses a recipe, a story and a sheet, with reasons`(text: String) {
        let found = likeness(text)
        #expect(!found.isPlan, "\(found.signs)")
        #expect(found.sentence.contains("không giống một kế hoạch"))
        #expect(found.sentence.contains("; "))
    }

    @Test(arguments: [
        ("GIẤY MỜI", "12/GM-UBND", "giấy mời"), ("BÁO CÁO", "13/BC-UBND", "báo cáo"),
        ("NGHỊ ĐỊNH", "15/2025/NĐ-CP", "nghị định"), ("TỜ TRÌNH", "4/TTr-UBND", "tờ trình"),
    ])
    func `refuses what calls itself something else`(title: String, number: String, kind: String) {
        let text = plan.replacing("KẾ HOẠCH", with: title).replacing("12/KH-UBND", with: number)
        let found = likeness(text)
        #expect(!found.isPlan)
        #expect(found.sentence.hasPrefix("Đây là \(kind), không phải kế hoạch"))
    }

    @Test func `takes a plan on a report that names one in its title`() {
        let text = plan.replacing(
            "Phòng cháy, chữa cháy năm 2026", with: "BÁO CÁO\nviên tuyên truyền phòng cháy năm 2026"
        )
        #expect(likeness(text).isPlan)
    }

    @Test(
        .enabled(if: SharedPlans.isPresent, SharedPlans.missing),
        arguments: [
            "000_fba0a3222ae65803.txt", "001_935acc8ce261132e.txt", "002_7cc53d4af061cde0.txt",
            "003_d1c0404539c89ad1.txt", "004_c128544cc2c3a018.txt", "34.txt", "more/21.txt",
            "more/23.txt", "more/26.txt", "more/30.txt", "more/35.txt", "more/36.txt",
            "more/50.txt",
            "more/57.txt", "more/10.docx",
        ])
    func `takes every official plan`(name: String) async throws {
        let source = try await PlanFile.read(try SharedPlans.bytes(name), name: name)
        let found = PlanLikeness(of: PlanReader.read(source, file: name), in: source)
        #expect(found.isPlan, "\(found.signs)")
    }
}
