import Documents
import Domain
import Testing

/// The targets of a short text: "5000 sack", "2+ session/year".
private func counted(_ text: String) -> [String] {
    TargetReader.read(Script(text), deadlines: []).targets.map { target in
        var line = target.min.map { $0 == $0.rounded() ? String(Int($0)) : String($0) } ?? ""
        switch target.max {
        case nil: line += "+"
        case let most? where most != target.min: line += "-" + String(Int(most))
        default: break
        }
        line += " " + (target.unit ?? "")
        if let per = target.per { line += "/" + per }
        return line
    }
}

@Suite struct `Counting people served and goods in store` {
    @Test(
        arguments: [
            (
                "Tổ chức chiến dịch tiêm bổ sung vắc xin cho 900 trẻ từ 1 đến 4 tuổi.",
                ["900 child"]
            ),
            (
                "Tiêm chủng cho 250 trẻ và tẩy giun cho 720 học sinh.",
                ["250 child", "720 pupil"]
            ),
            ("Khám sàng lọc tăng huyết áp, đái tháo đường cho 640 người.", ["640 person"]),
            ("Mở 02 lớp, phát tài liệu cho từng người.", ["2 class"]),
            ("Hiện đã tiêm cho 250 trẻ.", []),
            ("Bố trí nơi ở cho 250 người.", []),
            ("Tổ chức tập huấn kỹ năng số cho 320 lượt người dân.", ["320 person"]),
            ("Sơ tán 90 hộ với 365 nhân khẩu.", ["90 household", "365 person"]),
            ("Đón 7.500 lượt khách, doanh thu đạt 3 tỷ đồng.", ["7500 visitor", "3 billion VND"]),
            ("Bầu từ 21 đến 25 đại biểu.", ["21-25 delegate"]),
            ("Số lượng: 32 công dân.", ["32 citizen"]),
            ("Danh sách: 32 công dân.", []),
        ])
    func `counts those who are treated`(text: String, targets: [String]) {
        #expect(counted(text) == targets)
    }

    @Test(
        arguments: [
            (
                "Dự trữ vật tư gồm: 400 rọ thép; 30 tấn gạo; 2.500 thùng mì; 600 chai nước.",
                ["400 gabion", "30 tonne", "2500 box", "600 bottle"]
            ),
            (
                "Chuẩn bị 40 tấn lương thực, 8.000 gói mì, 700 lít xăng.",
                ["40 tonne", "8000 pack", "700 litre"]
            ),
            (
                "Bảo đảm sẵn sàng 09 xe tải, 03 máy xúc và 14 máy bơm.",
                ["9 truck", "3 excavator", "14 pump"]
            ),
            (
                "Huy động tối thiểu 60 dân quân, 07 xe tải và 02 xuồng máy.",
                ["60+ soldier", "7+ truck", "2+ boat"]
            ),
            ("Rà soát vật tư gồm: 400 rọ thép; 30 tấn gạo.", []),
        ])
    func `counts each thing of a store`(text: String, targets: [String]) {
        #expect(counted(text) == targets)
    }

    @Test(
        arguments: [
            (
                "Kiểm tra, giám sát chuyên đề 03 chi bộ, kiểm tra 02 đảng viên.",
                ["3 party cell", "2 party member"]
            ),
            ("Toàn đảng bộ có 03 chi bộ, 52 đảng viên.", []),
            ("Kiểm tra tài chính đảng đối với 04 chi bộ.", ["4 party cell"]),
            ("Phổ biến tài chính đảng đối với 04 chi bộ.", []),
            ("Cấp 9.000 bơm kim tiêm, phát 04 thông điệp.", ["9000 syringe", "4 message"]),
            (
                "Tổ chức 01 giải bóng chuyền, 02 đêm văn nghệ, trao 15 giải.",
                ["1 tournament", "2 performance", "15 prize"]
            ),
            (
                "Bố trí mỗi điểm bầu cử 02 hòm phiếu, 03 buồng viết phiếu.",
                ["2 ballot box", "3 polling booth"]
            ),
            (
                "Duy trì 03 chốt kiểm soát, lắp đặt 10 hộp đựng vòi và 04 họng nước.",
                ["3 checkpoint", "10 box", "4 hydrant"]
            ),
            ("Phát sóng 03 số/tháng, 12 phút/số.", ["3 episode/month"]),
            ("Năng suất đạt 58 tạ/ha.", ["58 quintal"]),
            ("Tổ chức 01 cuộc chơi lạ, 02 giải bóng đá.", ["1 event", "2 tournament"]),
            ("Tổ chức 01 trò lạ, 02 giải bóng đá.", ["2 tournament"]),
            ("Xem 01 trò lạ, 02 giải bóng đá.", []),
            ("Đóng góp, ủng hộ quỹ tối thiểu 90 triệu đồng.", ["90+ million VND"]),
        ])
    func `knows what is looked into, held and set up`(text: String, targets: [String]) {
        #expect(counted(text) == targets)
    }

    @Test func `reads how much a share moves each year`() {
        #expect(
            counted("Giảm tỷ lệ hộ nghèo còn 1,2%, bình quân giảm 0,4%/năm.")
                == ["1.2 percent", "0.4 percent/year"])
    }
}
