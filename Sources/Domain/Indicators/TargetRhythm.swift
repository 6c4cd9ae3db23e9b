/// A target that must be reached anew in every week, month or year, and what past ones still owe.
package struct TargetRhythm: Sendable, Equatable {
    /// One week, month, quarter, half-year or year.
    package struct Round: Sendable, Equatable {
        /// As occurrences of work have it: `w2026-11-23`, `m2026-11`.
        package let slot: String
        /// `Tháng 11/2026`.
        package let label: String
        package let first: Day
        package let last: Day
        /// nil: nothing was counted or reported.
        package let value: Double?
        /// Why it is let go; nil: it is not.
        package let excuse: String?

        package init(
            slot: String, label: String, first: Day, last: Day, value: Double?, excuse: String?
        ) {
            self.slot = slot
            self.label = label
            self.first = first
            self.last = last
            self.value = value
            self.excuse = excuse
        }
    }

    /// In each round at least this.
    package let need: Double
    /// The round that runs, then those that are over, the latest first.
    package let rounds: [Round]
    private let today: Day

    /// Rounds over which debts are told: a year of weeks, and the one that runs.
    package static let roundsMax = 53

    package init(need: Double, rounds: [Round], today: Day) {
        self.need = need
        self.rounds = rounds
        self.today = today
    }

    package var current: Round? { rounds.first { isRunning($0) } }

    package func isRunning(_ round: Round) -> Bool { round.last >= today }

    /// What a round that is over lacks; nil while it runs, where it is excused, and where nothing
    /// was reported: what nobody has told is no zero.
    package func debt(of round: Round) -> Double? {
        guard !isRunning(round), round.excuse == nil, let value = round.value else { return nil }
        return max(0, need - value)
    }

    /// Whether a round is over, and nobody has said what was reached in it.
    package func isUntold(_ round: Round) -> Bool {
        !isRunning(round) && round.excuse == nil && round.value == nil
    }

    /// Whether there is something to excuse.
    package func isOwed(_ round: Round) -> Bool { isUntold(round) || (debt(of: round) ?? 0) > 0 }

    /// What all rounds that are over still lack.
    package var debt: Double { rounds.compactMap(debt).reduce(0, +) }
    package var owedRounds: Int { rounds.count { (debt(of: $0) ?? 0) > 0 } }
    package var untoldRounds: Int { rounds.count(where: isUntold) }

    /// The rounds from a day on, the one that holds today first.
    ///
    /// - Parameters:
    ///   - per: as targets have it; nil and `day` have no rounds to follow.
    ///   - since: rounds that had begun before it are not asked for.
    package static func periods(
        per: String?, since: Day, today: Day
    ) -> [(slot: String, label: String, first: Day, last: Day)] {
        let cycle: WorkPeriod.Cycle? =
            switch per {
            case "week": .weekly
            case "month": .monthly
            case "quarter": .quarterly
            case "half_year": .halfYearly
            case "year": .yearly
            default: nil
            }
        guard let cycle else { return [] }
        var period = WorkPeriod(cycle, holding: today)
        var found = [period]
        while found.count < roundsMax {
            period = period.previous
            if period.first < since { break }
            found.append(period)
        }
        return found.map { ($0.slot, $0.label, $0.first, $0.last) }
    }
}
