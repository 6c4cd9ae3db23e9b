import Documents
import Domain
import Testing

/// Targets and criteria of a short text, its own deadlines read with it.
private func measures(_ text: String) -> (targets: [TargetReading], criteria: [Criterion]) {
    let body = Script(text)
    return TargetReader.read(body, deadlines: DeadlineReader.read(body, context: .task))
}

@Suite struct `Reading targets` {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var quoted: String
        var min: Double?
        var max: Double?
        var unit: String
        var per: String?
        var by: String?
        var testDescription: String { text }
    }

    @Test(arguments: [
        Case(
            text: "Phấn đấu 100% hộ có bình chữa cháy.", quoted: "100%", min: 100, max: 100,
            unit: "percent"),
        Case(
            text: "Tối thiểu 25% cột điện được thay trong năm 2028.", quoted: "Tối thiểu 25%",
            min: 25, unit: "percent", by: "2028-12-31"),
        Case(
            text: "Vận động từ 5% đến 8% số hộ mỗi quý.", quoted: "từ 5% đến 8%", min: 5, max: 8,
            unit: "percent", per: "quarter"),
        Case(
            text: "Hàng năm, bảo đảm 100% đảng viên được học.", quoted: "100%", min: 100, max: 100,
            unit: "percent", per: "year"),
        Case(text: "Đạt từ 98,5% trở lên.", quoted: "từ 98,5% trở lên", min: 98.5, unit: "percent"),
        Case(text: "Trên 80% cơ sở đạt chuẩn.", quoted: "Trên 80%", min: 80, unit: "percent"),
        Case(text: "Có ≥ 30% hộ kinh doanh tham gia.", quoted: "≥ 30%", min: 30, unit: "percent"),
        Case(
            text: "Phát thanh tối thiểu 03 lượt/tuần.", quoted: "tối thiểu 03 lượt/tuần", min: 3,
            unit: "broadcast", per: "week"),
        Case(
            text: "Mỗi tháng 02 chuyên mục về an toàn.", quoted: "02 chuyên mục", min: 2, max: 2,
            unit: "episode", per: "month"),
        Case(
            text: "Mỗi trường tối thiểu có 01 giáo viên phụ trách.",
            quoted: "tối thiểu có 01 giáo viên", min: 1, unit: "teacher"),
        Case(
            text: "Phấn đấu trong năm 2028 có 01 Trung tâm học tập.", quoted: "01 Trung tâm",
            min: 1, max: 1, unit: "centre", by: "2028-12-31"),
        Case(
            text: "Trực 24/24 giờ.", quoted: "24/24 giờ", min: 24, max: 24, unit: "hour", per: "day"
        ),
    ])
    func `reads one number`(_ item: Case) throws {
        let found = measures(item.text).targets
        #expect(found.count == 1)
        let target = try #require(found.first)
        #expect(target.text == item.quoted)
        #expect(target.min == item.min)
        #expect(target.max == item.max)
        #expect(target.unit == item.unit)
        #expect(target.per == item.per)
        #expect(target.by == item.by)
    }

    @Test(arguments: [
        ("Không quá 10% kinh phí cho in ấn.", "<=", 10.0),
        ("Khử khuẩn bằng Chlorine 70%.", "=", 70),
        ("Cần được trên 50% tổng số cử tri tán thành.", ">", 50),
        ("Lập danh sách ngõ sâu trên 200m.", ">", 200),
        ("Rà soát nhà từ 7 tầng trở lên.", ">=", 7),
    ])
    func `tells limits from aims`(_ text: String, _ op: String, _ value: Double) throws {
        let found = measures(text)
        #expect(found.targets.isEmpty)
        let criterion = try #require(found.criteria.first)
        #expect(criterion.op == op)
        #expect(criterion.value == value)
    }

    @Test(arguments: [
        "Theo phương châm “4 tại chỗ” và “06 rõ”.",
        "Đội chữa cháy khu vực 8 tham gia.",
        "Gửi trước 10 ngày làm việc kể từ ngày họp.",
        "Thực hiện Kế hoạch số 15/KH-UBND ngày 02/3/2028.",
        "Báo cháy theo số 114.",
    ])
    func `leaves other numbers alone`(_ text: String) {
        #expect(measures(text).targets.isEmpty)
    }

    @Test func `binds only the target that the date is for`() {
        let targets = measures(
            "Hằng tháng vận động từ 5% đến 8% số hộ, đến ngày 01/7/2028 đạt 100% số hộ."
        ).targets
        #expect(targets.map(\.per) == ["month", nil])
        #expect(targets.map(\.by) == [nil, "2028-07-01"])
    }

    @Test func `takes a law's effect as a limit`() {
        let found = measures("Xử lý cơ sở có trước khi Luật Xây dựng có hiệu lực.").criteria
        #expect(found.first?.unit == "effective date of Luật Xây dựng")
        #expect(found.first?.op == "<")
    }

    @Test(arguments: [
        Case(
            text: "Duy trì ít nhất 20 buổi tuần tra/tháng.",
            quoted: "ít nhất 20 buổi tuần tra/tháng",
            min: 20, unit: "session", per: "month"),
        Case(
            text: "Trồng mới tối thiểu 50 ha rừng.", quoted: "tối thiểu 50 ha", min: 50,
            unit: "hectare"),
        Case(text: "Tổ chức 03 lớp bơi.", quoted: "03 lớp", min: 3, max: 3, unit: "class"),
        Case(
            text: "Tập huấn, mỗi trường 02 giáo viên.", quoted: "02 giáo viên", min: 2, max: 2,
            unit: "teacher"),
        Case(
            text: "Phấn đấu mỗi năm vận động từ 20 triệu đồng trở lên.",
            quoted: "từ 20 triệu đồng trở lên", min: 20, unit: "million VND", per: "year"),
        Case(
            text: "Củng cố đội dân phòng ở 9/9 thôn.", quoted: "9/9 thôn", min: 9, max: 9,
            unit: "village"),
        Case(
            text: "Phát quang bờ kè định kỳ mỗi tháng 01 lần.", quoted: "01 lần", min: 1, max: 1,
            unit: "time", per: "month"),
        Case(
            text: "Mỗi xã 02 hội nghị. Thời gian xong trước ngày 14/3/2027.",
            quoted: "02 hội nghị", min: 2, max: 2, unit: "conference", by: "2027-03-14"),
        Case(
            text: "Diễn tập trong quý II/2027; dự trữ gạo tối thiểu 07 ngày.",
            quoted: "tối thiểu 07 ngày", min: 7, unit: "day"),
    ])
    func `reads numbers that the work is to make`(_ one: Case) throws {
        let found = measures(one.text).targets
        #expect(found.count == 1)
        let target = try #require(found.first)
        #expect(target.text == one.quoted)
        #expect(target.min == one.min)
        #expect(target.max == one.max)
        #expect(target.unit == one.unit)
        #expect(target.per == one.per)
        #expect(target.by == one.by)
    }

    @Test(arguments: [
        Case(
            text: "Treo 20 băng rôn tại chợ.", quoted: "20 băng rôn", min: 20, max: 20,
            unit: "banner"),
        Case(
            text: "Phát thanh trên loa 03 buổi/tuần.", quoted: "03 buổi/tuần", min: 3, max: 3,
            unit: "broadcast", per: "week"),
        Case(
            text: "Phát thanh trên loa ngày 01 buổi.", quoted: "01 buổi", min: 1, max: 1,
            unit: "broadcast", per: "day"),
        Case(
            text: "Vận động tối thiểu 12/15 chi hội tham gia.", quoted: "tối thiểu 12/15 chi hội",
            min: 12, unit: "branch"),
        Case(
            text: "Nạo vét 3,5 km kênh.", quoted: "3,5 km", min: 3.5, max: 3.5,
            unit: "kilometre"),
        Case(
            text: "Dự trữ hàng hóa: 200 tấn gạo.", quoted: "200 tấn", min: 200, max: 200,
            unit: "tonne"),
        Case(
            text: "Sơ tán 1.500 hộ khỏi bờ kè.", quoted: "1.500 hộ", min: 1500, max: 1500,
            unit: "household"),
        Case(
            text: "Mỗi trạm y tế khu vực 02 đội lưu động.", quoted: "02 đội", min: 2, max: 2,
            unit: "team"),
        Case(
            text: "Mở ít nhất 02 buổi dạy bơi tại mỗi thôn trong năm.", quoted: "ít nhất 02 buổi",
            min: 2, unit: "session", per: "year"),
        Case(
            text: "Mỗi trường tổ chức tối thiểu 01 buổi dạy bơi trong năm học.",
            quoted: "tối thiểu 01 buổi", min: 1, unit: "session", per: "year"),
        Case(
            text: "Mở ít nhất 02 buổi dạy bơi trong năm 2029.", quoted: "ít nhất 02 buổi",
            min: 2, unit: "session", by: "2029-12-31"),
        Case(
            text: "Mỗi năm giám sát ít nhất 02 chuyên đề.", quoted: "ít nhất 02 chuyên đề", min: 2,
            unit: "topic", per: "year"),
        Case(
            text: "Đài xã phát ít nhất 02 chuyên đề mỗi tháng.",
            quoted: "ít nhất 02 chuyên đề mỗi tháng", min: 2, unit: "episode", per: "month"),
        Case(
            text: "Lắp loa cho 12/12 tổ dân phố.", quoted: "12/12 tổ dân phố", min: 12, max: 12,
            unit: "quarter"),
        Case(
            text: "Hỗ trợ hợp tác xã bán chè, phấn đấu năm 2029 có thêm ít nhất 04 sản phẩm.",
            quoted: "ít nhất 04 sản phẩm", min: 4, unit: "product", by: "2029-12-31"),
        Case(
            text: "Nhân rộng vườn mẫu, đến năm 2029 mỗi thôn có ít nhất 03 mô hình.",
            quoted: "ít nhất 03 mô hình", min: 3, unit: "model", by: "2029-12-31"),
        Case(
            text: "Lập đội 10 thành viên; gửi danh sách trước ngày 05/4/2029. Phấn đấu 100% hộ.",
            quoted: "100%", min: 100, max: 100, unit: "percent"),
    ])
    func `reads counts that the work is to make`(item: Case) throws {
        let found = measures(item.text).targets
        #expect(found.count == 1)
        let target = try #require(found.first)
        #expect(target.text == item.quoted)
        #expect(target.min == item.min)
        #expect(target.max == item.max)
        #expect(target.unit == item.unit)
        #expect(target.per == item.per)
        #expect(target.by == item.by)
    }

    @Test func `reads each count of a list`() {
        let moved = measures("Sơ tán 1.500 hộ/6.000 người khỏi bờ kè.").targets
        #expect(moved.map(\.min) == [1500, 6000])
        let each = measures("Vận động mỗi hộ trang bị 01 bình chữa cháy, 02 dụng cụ phá dỡ.")
        #expect(each.targets.map(\.unit) == ["extinguisher", "tool"])
    }

    @Test(
        arguments: [
            ("Treo ít nhất 05 băng rôn, 20 pa nô tại chợ.", ["banner", "billboard"]),
            (
                "Tổ chức 12 buổi tuyên truyền, 04 hội nghị, phát 2.000 tờ rơi.",
                ["session", "conference", "leaflet"]
            ),
            ("Trồng mới 5.000 cây xanh, 10 ha rừng.", ["tree", "hectare"]),
            ("Hỗ trợ 50 hộ nghèo, 20 hộ cận nghèo.", ["household", "household"]),
            ("Tổ chức 02 cuộc thi vẽ tranh.", ["contest"]),
            ("Xây mới 12 nhà, sửa chữa 05 nhà.", ["house", "house"]),
            ("Xây dựng thêm 10 cơ sở an toàn.", ["facility"]),
            ("Cấp thuốc miễn phí cho 150 người cao tuổi.", ["person"]),
            ("Lấy 500 mẫu giám sát cúm gia cầm, 200 mẫu nước.", ["sample", "sample"]),
            ("Tổ chức 02 lớp cho 60 người.", ["class"]),
            (
                "Thành lập 05 Tổ liên gia an toàn ven sông mới và 07 Điểm chữa cháy công cộng.",
                ["team", "point"]
            ),
            ("Mở 02 lớp bơi dành riêng cho các em và 10 cơ sở.", ["class"]),
            ("Hỗ trợ 30 con bò sinh sản cho hộ nghèo.", ["animal"]),
            ("Duy trì mức sinh bình quân 2,1 con.", []),
            ("Phân công 02 đồng chí, 05 cán bộ trực.", []),
        ])
    func `reads what work brings forth, and the list that goes on with it`(
        text: String, units: [String]
    ) {
        #expect(measures(text).targets.map(\.unit) == units)
    }

    @Test func `reads a floor whose words stand apart`() {
        let found = measures("Giúp đỡ từ 02 hội viên thoát nghèo trở lên.").targets
        #expect(found.map(\.min) == [2])
        #expect(found.map(\.max) == [nil])
    }

    @Test func `binds each count by the time behind it`() {
        let found = measures("Nâng tỷ lệ lên 95% vào năm 2027 và 97% vào năm 2030.").targets
        #expect(found.map(\.by) == ["2027-12-31", "2030-12-31"])
        #expect(measures("Kẻ vạch trên 09 tuyến đường.").targets.isEmpty)
    }

    @Test func `takes what brackets describe for a limit`() {
        let found = measures("Giám sát bữa ăn đông người (đám giỗ từ 50 người trở lên).")
        #expect(found.targets.isEmpty)
        #expect(found.criteria.map(\.op) == [">="])
    }
}

@Suite struct `Reading times of day` {
    @Test(arguments: [
        "trước 16 giờ hằng ngày", "lúc 7 giờ hằng ngày", "từ 7 giờ đến 21 giờ hằng ngày",
    ])
    func `finds no target in what the clock shows`(time: String) {
        #expect(measures("Báo cáo nhanh tình hình \(time).").targets.isEmpty)
    }

    @Test(
        arguments: [
            ("Kiểm tra tại 20% số sở, ban, ngành và 15% số xã, phường mỗi năm.", ["year", "year"]),
            ("Mỗi đảng viên dự ít nhất 02 buổi sinh hoạt ở thôn trong một quý.", ["quarter"]),
            ("Đạt 30% kế hoạch, vận động 40% số hộ hằng năm.", [nil, "year"]),
            ("Hằng tháng công khai kết quả; phấn đấu tỷ lệ đúng hạn đạt tối thiểu 98%.", [nil]),
            ("Hằng tuần dọn vệ sinh bến đò; phấn đấu đạt 90% chi hội tham gia.", [nil]),
            ("Hằng năm kiểm tra 100% bến đò; phấn đấu tỷ lệ hộ khá đạt 60%.", ["year", "year"]),
            ("Hằng năm rà soát hộ nghèo; phấn đấu giảm tỷ lệ hộ nghèo 2%.", ["year"]),
        ])
    func `tells which counts a cycle is of`(text: String, per: [String?]) {
        #expect(measures(text).targets.map(\.per) == per)
        let isOfTargets = !per.contains(nil)
        let deadlines = DeadlineReader.read(Script(text), context: .task)
        #expect(deadlines.isEmpty == (isOfTargets || text.hasPrefix("Đạt")))
    }
}
