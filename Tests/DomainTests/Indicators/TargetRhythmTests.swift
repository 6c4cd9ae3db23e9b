import Domain
import Testing

@Suite struct `A target of each week` {
    /// A Saturday; its week runs.
    private static let today = Day(number: 20_778)

    private static func rhythm(
        _ values: [Double?], need: Double = 5, excused: Set<Int> = []
    ) -> TargetRhythm {
        let periods = TargetRhythm.periods(
            per: "week", since: today.adding(days: -7 * (values.count - 1) - 6), today: today)
        let rounds = zip(periods, values).enumerated().map { place, round in
            TargetRhythm.Round(
                slot: round.0.slot, label: round.0.label, first: round.0.first,
                last: round.0.last, value: round.1, excuse: excused.contains(place) ? "Tết" : nil)
        }
        return TargetRhythm(need: need, rounds: rounds, today: today)
    }

    @Test func `leaves what a week lacked`() {
        let rhythm = Self.rhythm([1, 3, 5, 6])
        #expect(rhythm.rounds.count == 4)
        #expect(rhythm.current?.value == 1)
        #expect(rhythm.rounds.map(rhythm.debt) == [nil, 2, 0, 0])
        #expect((rhythm.debt, rhythm.owedRounds) == (2, 1))
    }

    @Test func `owes nothing where it is excused`() {
        let rhythm = Self.rhythm([0, 3, nil], excused: [1, 2])
        #expect((rhythm.debt, rhythm.untoldRounds) == (0, 0))
        #expect(!rhythm.isOwed(rhythm.rounds[1]))
    }

    @Test func `counts no week as zero of which nobody told`() {
        let rhythm = Self.rhythm([nil, nil, 5])
        #expect((rhythm.debt, rhythm.untoldRounds) == (0, 1))
        #expect(rhythm.isOwed(rhythm.rounds[1]))
        // The one that runs is not late yet.
        #expect(!rhythm.isOwed(rhythm.rounds[0]))
    }

    @Test func `begins with the first whole week`() {
        let monday = Self.today.firstOfWeek
        let labels = TargetRhythm.periods(per: "week", since: monday, today: Self.today)
        #expect(labels.map(\.first) == [monday])
        let earlier = TargetRhythm.periods(
            per: "week", since: monday.adding(days: -8), today: Self.today)
        #expect(earlier.map(\.first) == [monday, monday.adding(days: -7)])
    }

    @Test func `is told for a year at most`() {
        let all = TargetRhythm.periods(
            per: "week", since: Self.today.adding(days: -2_000), today: Self.today)
        #expect(all.count == TargetRhythm.roundsMax)
    }

    @Test(arguments: [
        ("month", "m2026-11"), ("quarter", "q2026-4"), ("half_year", "h2026-2"), ("year", "y2026"),
    ])
    func `has its kin`(per: String, slot: String) {
        let found = TargetRhythm.periods(per: per, since: Self.today, today: Self.today)
        #expect(found.map(\.slot) == [slot])
    }

    @Test(arguments: [nil, "day", "ngày"] as [String?])
    func `has no rounds where nothing comes again`(per: String?) {
        #expect(
            TargetRhythm.periods(per: per, since: Self.today, today: Self.today).isEmpty)
    }
}
