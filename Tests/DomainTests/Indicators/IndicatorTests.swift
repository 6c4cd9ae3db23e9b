import Domain
import Testing

@Suite struct `Indicators of the registers` {
    private static func target(
        _ text: String, unit: String? = "percent", per: String? = nil
    ) -> TaskTarget {
        TaskTarget(
            id: "1", task: "1", text: text, name: "", min: 30, max: nil, unit: unit, per: per,
            due: nil)
    }

    @Test func `have keys of their own, and say what they count`() {
        #expect(Set(Indicators.all.map(\.key)).count == Indicators.all.count)
        for indicator in Indicators.all {
            #expect(Indicators.named(indicator.key)?.title == indicator.title)
            #expect(indicator.explanation.hasSuffix("."), "\(indicator.key)")
            #expect((indicator.part != nil) == (indicator.unit == "percent"), "\(indicator.key)")
        }
        #expect(Indicators.named("nothing") == nil)
    }

    @Test(arguments: [
        (
            "100% cơ sở hoàn thành kết nối thiết bị truyền tin báo cháy trước ngày 01/7/2027",
            "transmitters_connected"
        ),
        ("Xử lý nghiêm 100% vi phạm phát hiện qua kiểm tra", "violations_handled"),
        ("Duy trì hoạt động của 100% đội dân phòng", "civil_defence_active"),
        ("Hạ ngầm ít nhất 25% lưới điện, cáp viễn thông", "cables_done"),
        ("Ít nhất 30% ngõ sâu trên 200 m có giải pháp cấp nước", "deep_alleys_solved"),
        ("100% trường học có giáo viên nòng cốt", "core_teachers"),
    ])
    func `are proposed for what a target says`(text: String, key: String) {
        #expect(Indicator.proposed(for: Self.target("30%"), in: text).first?.key == key)
    }

    /// A plan's sentence with two numbers: each has words, or a rhythm, of its own.
    @Test func `are told apart by the words and the rhythm of the target`() {
        let text =
            "Vận động các cơ sở lắp đặt thiết bị truyền tin báo cháy; phấn đấu tối thiểu hằng tháng có từ 6% đến 9% số cơ sở đăng ký, bảo đảm đến ngày 01/7/2027 có 100% cơ sở hoàn thành việc lắp đặt."
        let monthly = Self.target("từ 6% đến 9%", per: "month")
        #expect(
            Indicator.proposed(for: monthly, in: text).first?.key
                == "transmitters_registered_month")
        let all = Self.target("100% cơ sở hoàn thành việc lắp đặt")
        #expect(Indicator.proposed(for: all, in: text).first?.key == "transmitters_connected")
    }

    /// A shortened title may lack the word; the sentence has it.
    @Test func `are proposed by the sentence, not the title alone`() {
        let target = Self.target("100% vi phạm được phát hiện")
        let text = "Kiểm tra chợ và các hộ kinh doanh; xử lý 100% vi phạm được phát hiện."
        #expect(Indicator.proposed(for: target, in: text).first?.key == "violations_handled")
        #expect(Indicator.proposed(for: target, in: "Kiểm tra Chợ Mẫu").isEmpty)
    }

    @Test func `are proposed for nothing that they do not count`() {
        let other = "Giải ngân ít nhất 95% vốn đầu tư công"
        #expect(Indicator.proposed(for: Self.target("95%"), in: other).isEmpty)
        // A count is no share.
        let count = Self.target("05 lượt", unit: "broadcast", per: "week")
        let found = Indicator.proposed(for: count, in: "Phát thanh ít nhất 05 lượt mỗi tuần")
        #expect(found.map(\.key) == ["broadcasts_held", "weekly_broadcasts"])
        #expect(Indicators.named("violations_handled")?.fits(count) == false)
    }

    @Test func `are a share of nothing where there is nothing`() throws {
        let day = try #require(Day(iso: "2026-11-21"))
        #expect(IndicatorFigure(day: day, counted: 0, whole: 0).value == nil)
        #expect(IndicatorFigure(day: day, counted: 1, whole: 4).value == 25)
        #expect(IndicatorFigure(day: day, counted: 3, whole: nil).value == 3)
    }
}

@Suite struct `The pace of a target` {
    private static func pace(
        _ value: Double, on today: String, since first: (String, Double)? = nil
    ) throws -> IndicatorPace {
        IndicatorPace(
            value: value, aim: 100, due: try #require(Day(iso: "2027-07-01")),
            today: try #require(Day(iso: today)),
            first: try first.map { (day: try #require(Day(iso: $0.0)), value: $0.1) }, most: 100)
    }

    @Test func `says what each month needs`() throws {
        // 242 days are 7.95 months.
        let pace = try Self.pace(40, on: "2026-11-01")
        #expect(pace.standing == .unknown)
        #expect(abs((pace.needed ?? 0) - 60 / (242 / 30.436_875)) < 1e-9)
        #expect(pace.projected == nil)
    }

    @Test func `goes on as it went since the first measure`() throws {
        let slow = try Self.pace(40, on: "2026-11-01", since: ("2026-06-01", 25))
        #expect(slow.standing == .behind)
        // 15 in 153 days, 242 more days.
        #expect(abs((slow.projected ?? 0) - (40 + 15.0 / 153 * 242)) < 1e-9)
        let fast = try Self.pace(80, on: "2026-11-01", since: ("2026-06-01", 25))
        #expect(fast.standing == .onPace)
        #expect(fast.projected == 100)
        let falling = try Self.pace(10, on: "2026-11-01", since: ("2026-06-01", 90))
        #expect(falling.projected == 0)
    }

    @Test(arguments: [(13, false), (14, true)])
    func `is told from so many days on`(days: Int, isTold: Bool) throws {
        let today = try #require(Day(iso: "2026-11-21"))
        let pace = IndicatorPace(
            value: 50, aim: 100, due: today.adding(days: 300), today: today,
            first: (day: today.adding(days: -days), value: 40))
        #expect((pace.rate != nil) == isTold)
    }

    /// Fires are to stay under a number.
    @Test(arguments: [
        (3.0, "2026-12-31", IndicatorPace.Standing.onPace),
        (4, "2027-06-30", .behind), (6, "2026-12-31", .missed), (5, "2026-11-21", .reached),
    ])
    func `of a number that must not be passed`(
        value: Double, due: String, standing: IndicatorPace.Standing
    ) throws {
        let today = try #require(Day(iso: "2026-11-21"))
        let pace = IndicatorPace(
            value: value, aim: 5, due: try #require(Day(iso: due)), today: today,
            first: (day: try #require(Day(iso: "2026-01-01")), value: 0), isCeiling: true)
        #expect(pace.standing == standing)
        #expect(pace.needed == nil)
    }

    @Test func `ends where the aim or the day is reached`() throws {
        #expect(try Self.pace(100, on: "2026-11-01").standing == .reached)
        #expect(try Self.pace(100, on: "2026-11-01").needed == nil)
        #expect(try Self.pace(99, on: "2027-07-02").standing == .missed)
        // On the last day there is no month left to divide by.
        let last = try Self.pace(99, on: "2027-07-01", since: ("2026-06-01", 25))
        #expect(last.standing == .behind)
        #expect(last.needed == nil)
        #expect(last.daysLeft == 0)
        #expect(try Self.pace(99, on: "2027-06-30").standing == .unknown)
    }
}

@Suite struct `A monthly share beside the whole` {
    private static func target(
        min: Double?, max: Double? = nil, per: String? = nil, due: String? = nil,
        task: String = "1"
    ) -> TaskTarget {
        TaskTarget(
            id: "1", task: task, text: "", name: "", min: min, max: max, unit: "percent", per: per,
            due: due)
    }

    /// 13 months: 5% reach 65%, 8% 104%; 7.7% are needed (the wards' plan, IND-17).
    @Test(arguments: [(5.0, 65.0, false), (8, 104, true)])
    func `reaches it or not`(least: Double, reached: Double, isEnough: Bool) throws {
        let total = Self.target(min: 100, due: "2027-06-30")
        let monthly = Self.target(min: least, max: 9, per: "month")
        let begin = try #require(Day(iso: "2026-06-10"))
        let reach = try #require(MonthlyReach(total, monthly, from: begin))
        #expect(reach.months == 13)
        #expect(reach.reached == reached)
        #expect(reach.isEnough == isEnough)
        #expect(abs(reach.needed - 7.69) < 0.01)
    }

    @Test func `is told of one task only, and of a day to come`() throws {
        let begin = try #require(Day(iso: "2026-06-10"))
        let total = Self.target(min: 100, due: "2027-06-30")
        let monthly = Self.target(min: 5, per: "month")
        #expect(
            MonthlyReach(total, Self.target(min: 5, per: "month", task: "2"), from: begin) == nil)
        #expect(MonthlyReach(total, Self.target(min: 5, per: "week"), from: begin) == nil)
        #expect(MonthlyReach(Self.target(min: 100), monthly, from: begin) == nil)
        #expect(
            MonthlyReach(Self.target(min: 100, due: "2026-05-01"), monthly, from: begin) == nil)
    }
}
