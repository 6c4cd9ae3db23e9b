import Documents
import Domain
import Testing

/// The targets of a short text in a line each: "5000 sack", "2+ session/year", "3-4 class by 2027-06-30".
private func counted(_ text: String) -> [String] {
    let body = Script(text)
    let deadlines = DeadlineReader.read(body, context: .task)
    return TargetReader.read(body, deadlines: deadlines).targets.map { target in
        var line = target.min.map(digits) ?? ""
        switch target.max {
        case nil: line += "+"
        case let most? where most != target.min: line += "-" + digits(most)
        default: break
        }
        line += " " + (target.unit ?? "")
        if let per = target.per { line += "/" + per }
        if let by = target.by { line += " by " + by }
        return line
    }
}

private func digits(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
}

/// Each class of counts with what belongs to it, what does not, and the border between.
@Suite struct `Counting work` {
    @Test(
        arguments: [
            (
                "Chuẩn bị vật tư dự phòng gồm 2.000 bao cát, 150 rọ đá và 80 phao cứu sinh.",
                ["2000 sandbag", "150 gabion", "80 life buoy"]
            ),
            (
                "Xây dựng 12 bể chứa vỏ thuốc, thay thế 24 tủ lạnh, tổ chức 02 cuộc khảo sát.",
                ["12 tank", "24 refrigerator", "2 survey"]
            ),
            (
                "Mỗi chi hội đảm nhận ít nhất 02 km đường tự quản, cách trường 300 m.",
                ["2+ kilometre"]
            ),
            (
                "Dự trữ 20 tấn gạo, 500 thùng mì, 900 lít nước trước ngày 15/8/2027.",
                [
                    "20 tonne by 2027-08-15", "500 box by 2027-08-15", "900 litre by 2027-08-15",
                ]
            ),
            (
                "Mua sắm bổ sung 30 áo phao, 07 vật dụng lạ, 05 máy bơm.",
                ["30 life vest", "5 pump"]
            ),
            (
                "Dự trữ tại kho của xã 320 bàn dập lửa, 24 máy thổi gió.",
                ["320 fire beater", "24 blower"]
            ),
            ("Trang bị cho các tổ dân phố 15 bình chữa cháy.", ["15 extinguisher"]),
            ("Rà soát tại kho của xã 320 bàn dập lửa.", []),
            ("Phát huy hiệu quả 25 camera, 30 áo phao hiện có.", []),
            ("Xây dựng phương án huy động 50 dân quân, 10 xe ô tô khi có tình huống.", []),
        ])
    func `reads what is to lie in store`(text: String, targets: [String]) {
        #expect(counted(text) == targets)
    }

    @Test(
        arguments: [
            ("Tổ chức tối thiểu 02 buổi/thôn/năm.", ["2+ session/year"]),
            ("Rà soát cơ sở 01 lần/06 tháng.", ["1 time/half_year"]),
            (
                "Phát sóng tối thiểu 02 chuyên mục và đăng tải tối thiểu 10 tin, bài mỗi tháng.",
                ["2+ episode/month", "10+ news item/month"]
            ),
            (
                "Phát thanh 02 chuyên mục, 04 tin, bài mỗi tuần.",
                ["2 episode/week", "4 news item/week"]
            ),
            ("Tối thiểu mỗi năm tổ chức 01 lần diễn tập.", ["1+ drill/year"]),
            ("Định kỳ 06 tháng 01 lần họp giao ban.", []),
            ("Bảo đảm mỗi lớp ít nhất 20 m2/trường học.", []),
        ])
    func `shares one cycle among the counts of a list`(text: String, targets: [String]) {
        #expect(counted(text) == targets)
    }

    @Test(
        arguments: [
            ("Thực tập phương án chữa cháy 02 lần/năm.", ["2 drill/year"]),
            ("Tập huấn, thực tập phương án 02 lần/năm.", ["2 time/year"]),
            ("Kiểm tra nhà trọ ít nhất 03 lượt/tuần.", ["3+ inspection/week"]),
            ("Kiểm tra nhà trọ ít nhất 03 lần/tuần.", ["3+ time/week"]),
            ("Mỗi tuần tuần tra ít nhất 03 ca.", ["3+ shift/week"]),
            ("Tổ chức 02 cuộc diễn tập, 01 cuộc kiểm tra.", ["2 drill", "1 inspection"]),
            ("Tổ chức diễn tập phòng, chống bão cấp xã 01 cuộc.", ["1 event"]),
        ])
    func `names rounds by what is done`(text: String, targets: [String]) {
        #expect(counted(text) == targets)
    }

    @Test(
        arguments: [
            ("Phấn đấu mỗi thôn có ít nhất một mô hình tự quản.", ["1+ model"]),
            ("Tổ chức hai lớp bơi.", ["2 class"]),
            ("Mở 03 (ba) lớp bơi.", ["3 class"]),
            ("Tổ chức một lớp bơi.", []),
            ("Thực hiện bốn tại chỗ; xây dựng mô hình mỗi xã một sản phẩm.", []),
        ])
    func `reads numbers in words where they surely count`(text: String, targets: [String]) {
        #expect(counted(text) == targets)
    }

    @Test(
        arguments: [
            ("Khen thưởng 10 tập thể, 20 cá nhân.", ["10 collective", "20 person"]),
            ("Tuyển chọn 15 công dân nhập ngũ.", ["15 citizen"]),
            ("Xây dựng 02 thôn đạt chuẩn kiểu mẫu.", ["2 village"]),
            ("Phấn đấu 8/10 thôn đạt danh hiệu văn hóa.", ["8 village"]),
            ("Xóa 12 nhà tạm, giải tỏa 04 điểm chợ.", ["12 house", "4 market"]),
            ("Cấp 1.200 thẻ căn cước.", ["1200 card"]),
            ("Xử lý dứt điểm 04 điểm rác.", ["4 point"]),
            ("Bổ sung 1.000 chiếc bao tải, 30 bộ đèn.", ["1000 sack", "30 lamp"]),
            ("Thực hiện 19 tiêu chí nông thôn mới.", []),
            ("Tuyên truyền cho học sinh cấp 2 trường học.", []),
            ("Hiện có 8/10 thôn đạt danh hiệu văn hóa.", []),
            ("Ít nhất 2/3 số xã có trạm đo mưa.", []),
            ("Đã tổ chức 15 buổi tuyên truyền.", []),
            ("Tổ chức tuyên truyền tại 02 thôn ven sông.", []),
            ("Vận động người từ 18 tuổi trở lên hiến máu.", []),
        ])
    func `tells what is brought about from what is there`(text: String, targets: [String]) {
        #expect(counted(text) == targets)
    }

    @Test(
        arguments: [
            ("Vận động Quỹ đạt 150 triệu đồng.", ["150 million VND"]),
            ("Vận động nhân dân hiến 1.500 m2 đất.", ["1500 square metre"]),
            (
                "Phấn đấu thu nhập bình quân đạt 65 triệu đồng/năm.",
                ["65 million VND/year"]
            ),
            ("Gieo cấy 350 ha lúa; sản lượng đạt 2.100 tấn.", ["350 hectare", "2100 tonne"]),
            ("Hộ kinh doanh có doanh thu trên 100 triệu đồng/năm phải kê khai.", []),
            ("Mỗi hộ nghèo được hỗ trợ 50 triệu đồng.", []),
            ("Tiếp nhận kinh phí 200 triệu đồng.", []),
        ])
    func `reads measures that are raised or laid out`(text: String, targets: [String]) {
        #expect(counted(text) == targets)
    }

    @Test(
        arguments: [
            (
                "Từ ngày 01/6/2027 đến ngày 30/9/2027 kiểm tra đê; cắt tỉa 70% cây trước ngày 15/7/2027.",
                ["70 percent by 2027-07-15"]
            ),
            (
                "Phúc tra 10% số hộ; khắc phục sai sót, hoàn thành trước ngày 25/02/2027.",
                ["10 percent by 2027-02-25"]
            ),
            (
                "Củng cố đội, có từ 10 đến 15 người; lập danh sách gửi trước ngày 25/12/2027.",
                ["10-15 person"]
            ),
            ("Mở 03 lớp bơi, đợt 1 xong trước ngày 31/3/2027.", ["3 class"]),
            (
                "Hằng năm tái canh từ 3% đến 4%; riêng năm 2026 kết nạp ít nhất 45 đảng viên.",
                ["3-4 percent/year", "45+ party member by 2026-12-31"]
            ),
            (
                "Phát thanh 02 lượt/ngày từ ngày 15/2/2027 đến ngày 15/3/2027.",
                ["2 broadcast/day by 2027-03-15"]
            ),
            (
                "Mở 02 lớp bơi, 01 hội nghị trước ngày 15/3/2027.",
                ["2 class by 2027-03-15", "1 conference by 2027-03-15"]
            ),
        ])
    func `gives each count the day of its own`(text: String, targets: [String]) {
        #expect(counted(text) == targets)
    }

    @Test(
        arguments: [
            (
                "Trên 95% hộ có ít nhất 01 bình chữa cháy.",
                ["95+ percent", "1+ extinguisher"]
            ),
            ("Đạt 100% hộ có bể nước trên 02 m3.", ["100 percent"]),
            ("Cử ít nhất 02 công chức, 03 đoàn viên trực.", ["2+ official", "3+ union member"]),
            ("Phân công 02 công chức, 03 đoàn viên trực.", []),
        ])
    func `reads a floor inside a share`(text: String, targets: [String]) {
        #expect(counted(text) == targets)
    }

    @Test(
        arguments: [
            ("Duy trì 01 trung đội dân quân gồm 28 chiến sĩ.", ["1 platoon", "28 soldier"]),
            ("Củng cố 09 tổ quần chúng với tổng số 135 người.", ["9 team", "135 person"]),
            ("Tổ chức 02 lớp tập huấn gồm 60 người.", ["2 class"]),
            ("Toàn xã có 09 tổ quần chúng với tổng số 135 người.", []),
        ])
    func `counts how strong a force is to be`(text: String, targets: [String]) {
        #expect(counted(text) == targets)
    }
}
