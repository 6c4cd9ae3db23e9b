import Domain
import Testing

@Suite struct `Laying out the times of work` {
    private let today = Day(iso: "2026-11-21") ?? Day(number: 0)

    private func dues(_ deadlines: [Deadline], from first: Day? = nil) -> [String] {
        WorkSchedule.occurrences(of: deadlines, from: first ?? today, today: today).map {
            "\($0.slot) \($0.due?.iso ?? "-")"
        }
    }

    @Test(arguments: [
        ("trước ngày 31/12/2026", Deadline.Kind.by, "2026-12-31", "2026-12-30"),
        ("trước 15/11/2026", .by, "2026-11-15", "2026-11-14"),
        ("đến ngày 01/7/2027", .by, "2027-07-01", "2027-07-01"),
        ("trong tháng 12/2026", .within, "2026-12-31", "2026-12-31"),
        ("ngày 04/12/2026", .on, "2026-12-04", "2026-12-04"),
        ("trong tháng 12/2026", .within, "2026-12", "2026-12-31"),
    ])
    func `takes a day before the word "trước"`(
        text: String, type: Deadline.Kind, date: String, due: String
    ) {
        #expect(dues([Deadline(text: text, type: type, date: date)]) == ["once \(due)"])
    }

    @Test func `does not take "trước mắt" for a day`() {
        #expect(!WorkSchedule.isStrictlyBefore("trước mắt trong năm 2026"))
        #expect(WorkSchedule.isStrictlyBefore("chậm nhất trước ngày 5/12"))
    }

    @Test func `lays out the next year however far`() {
        let yearly = Deadline(
            text: "trước ngày 05/12", type: .recurring, date: "--12-05", recurrence: .yearly)
        #expect(dues([yearly]) == ["y2026 2026-12-04"])
        let passed = Deadline(
            text: "đến ngày 20/11 hằng năm", type: .recurring, date: "--11-20", recurrence: .yearly)
        #expect(dues([passed]) == ["y2027 2027-11-20"])
    }

    @Test func `takes the last day of a month and of a year`() {
        let month = Deadline(
            text: "Tháng an toàn (tháng 2)", type: .recurring, date: "--02", recurrence: .yearly)
        #expect(dues([month]) == ["y2027 2027-02-28"])
        let year = Deadline(text: "hằng năm", type: .recurring, date: nil, recurrence: .yearly)
        #expect(dues([year]) == ["y2026 2026-12-31"])
    }

    @Test func `keeps each month until a quarter ahead`() {
        let monthly = Deadline(
            text: "ngày 31 hằng tháng", type: .recurring, date: "---31", recurrence: .monthly)
        #expect(
            dues([monthly]) == [
                "m2026-11 2026-11-30", "m2026-12 2026-12-31", "m2027-01 2027-01-31",
            ])
    }

    @Test func `keeps the months that were missed`() {
        let monthly = Deadline(
            text: "hằng tháng", type: .recurring, date: nil, recurrence: .monthly)
        let found = dues([monthly], from: today.adding(months: -2))
        #expect(
            found.prefix(3) == [
                "m2026-09 2026-09-30", "m2026-10 2026-10-31", "m2026-11 2026-11-30",
            ])
    }

    @Test func `sets a quarter's day in its last month`() {
        let quarterly = Deadline(
            text: "trước ngày 15 tháng cuối quý", type: .recurring, date: "---15",
            recurrence: .quarterly)
        #expect(dues([quarterly]) == ["q2026-4 2026-12-14"])
    }

    @Test func `ends half a year in June and December`() {
        let half = Deadline(text: "6 tháng", type: .recurring, date: nil, recurrence: .halfYearly)
        #expect(dues([half]) == ["h2026-2 2026-12-31"])
        #expect(
            WorkSchedule.occurrences(of: [half], from: today, today: today).first?.label
                == "6 tháng cuối năm 2026")
    }

    @Test func `ends a week on Sunday`() {
        let weekly = Deadline(text: "hằng tuần", type: .recurring, date: nil, recurrence: .weekly)
        let found = dues([weekly])
        #expect(found.first == "w2026-11-16 2026-11-22")
        #expect(found.count == 14)
    }

    @Test func `puts a day before New Year into the year before`() {
        let yearly = Deadline(
            text: "trước ngày 01/01", type: .recurring, date: "--01-01", recurrence: .yearly)
        #expect(dues([yearly]) == ["y2027 2026-12-31"])
    }

    @Test(arguments: [Deadline.Recurrence.continuous, .daily, .unspecified])
    func `gives work without rounds one time without a day`(recurrence: Deadline.Recurrence) {
        let deadline = Deadline(
            text: "thường xuyên", type: .recurring, date: nil, recurrence: recurrence)
        #expect(dues([deadline]) == ["once -"])
        #expect(dues([]) == ["once -"])
    }

    @Test func `keeps two days of one task apart`() {
        let found = WorkSchedule.occurrences(
            of: [
                Deadline(text: "trong năm 2026", type: .within, date: "2026-12-31"),
                Deadline(text: "đến 30/6/2027", type: .by, date: "2027-06-30"),
                Deadline(
                    text: "các năm tiếp theo", type: .recurring, date: nil, recurrence: .yearly),
            ], from: today, today: today)
        #expect(found.map(\.slot) == ["once", "once.2", "y2026"])
        #expect(found.map(\.label) == ["Đến 31/12/2026", "Đến 30/06/2027", "Năm 2026"])
    }

    @Test func `begins a range on its first day`() {
        let found = WorkSchedule.occurrences(
            of: [
                Deadline(
                    text: "từ 01/12 đến 15/12/2026", type: .within, date: "2026-12-15",
                    start: "2026-12-01")
            ], from: today, today: today)
        #expect(found.first?.begins.iso == "2026-12-01")
    }
}
