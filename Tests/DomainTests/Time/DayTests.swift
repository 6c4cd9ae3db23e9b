import Domain
import Testing

@Suite struct `A day` {
    @Test func `counts from 1970 and back`() {
        #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
        #expect(Day(iso: "2026-11-21")?.weekdayName == "Thứ Bảy")
        for number in stride(from: -800_000, to: 800_000, by: 997) {
            let day = Day(number: number)
            #expect(Day(year: day.year, month: day.month, day: day.day) == day)
        }
    }

    @Test func `knows the length of February`() {
        #expect(Day(iso: "2028-02-29") != nil)
        #expect(Day(iso: "2026-02-29") == nil)
        #expect(Day(year: 2100, month: 2, day: 29) == nil)
    }

    @Test func `adds months up to the last day`() {
        #expect(Day(iso: "2026-01-31")?.adding(months: 1).iso == "2026-02-28")
        #expect(Day(iso: "2026-11-30")?.adding(months: 3).iso == "2027-02-28")
        #expect(Day(iso: "2026-01-15")?.adding(months: -1).iso == "2025-12-15")
    }

    @Test func `begins at midnight in Vietnam`() {
        let lastMoment = Instant(milliseconds: 1_795_226_400_000 - 9 * 3_600_000 - 1)
        #expect(lastMoment.day.iso == "2026-11-20")
        #expect(lastMoment.adding(seconds: 1).day.iso == "2026-11-21")
    }
}

@Suite struct `Folding a text` {
    @Test func `takes off every mark, also from đ`() {
        #expect(folded("Đường  Nguyễn Huệ\tỞ") == "duong nguyen hue o")
    }

    @Test func `reads composed and decomposed letters alike`() {
        #expect(folded("o\u{31B}\u{300}") == folded("\u{1EDD}"))
    }
}
