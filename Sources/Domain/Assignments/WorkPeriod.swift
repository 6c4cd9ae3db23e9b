/// One round of work that comes again: a week, a month, a quarter, half a year, a year.
struct WorkPeriod: Sendable, Equatable {
    enum Cycle: Sendable {
        case weekly, monthly, quarterly, halfYearly, yearly

        /// nil: daily and continuous work, and "định kỳ" without more, have no rounds to follow.
        init?(_ recurrence: Deadline.Recurrence) {
            switch recurrence {
            case .weekly: self = .weekly
            case .monthly: self = .monthly
            case .quarterly: self = .quarterly
            case .halfYearly: self = .halfYearly
            case .yearly: self = .yearly
            case .daily, .continuous, .unspecified: return nil
            }
        }
    }

    let cycle: Cycle
    let first: Day
    let last: Day

    init(_ cycle: Cycle, holding day: Day) {
        self.cycle = cycle
        switch cycle {
        case .weekly:
            first = day.adding(days: 1 - day.weekday)
            last = first.adding(days: 6)
        case .monthly:
            first = day.firstOfMonth
            last = day.lastOfMonth
        case .quarterly:
            first = day.firstOfMonth.adding(months: -((day.month - 1) % 3))
            last = first.adding(months: 2).lastOfMonth
        case .halfYearly:
            first = day.firstOfMonth.adding(months: -((day.month - 1) % 6))
            last = first.adding(months: 5).lastOfMonth
        case .yearly:
            first = day.firstOfMonth.adding(months: 1 - day.month)
            last = first.adding(months: 11).lastOfMonth
        }
    }

    var next: WorkPeriod { WorkPeriod(cycle, holding: last.adding(days: 1)) }
    var previous: WorkPeriod { WorkPeriod(cycle, holding: first.adding(days: -1)) }

    /// The day written for every round, within this one.
    ///
    /// - Parameter date: `--12-05` or `--12` (of a year), `---15` (of a month, or of the last
    ///   month of a quarter or half-year); nil, or another form: the last day of the round. A day that a month does not
    ///   have is its last day.
    func due(on date: String?) -> Day {
        guard let date else { return last }
        let parts = date.split(separator: "-").compactMap { Int($0) }
        switch cycle {
        case .yearly where date.hasPrefix("--") && !date.hasPrefix("---"):
            guard let month = parts.first, (1...12).contains(month) else { return last }
            let begin = first.adding(months: month - 1)
            return parts.count > 1 ? begin.within(day: parts[1]) : begin.lastOfMonth
        case .monthly where date.hasPrefix("---"), .quarterly where date.hasPrefix("---"),
            .halfYearly where date.hasPrefix("---"):
            return parts.first.map { last.firstOfMonth.within(day: $0) } ?? last
        case .weekly, .monthly, .quarterly, .halfYearly, .yearly: return last
        }
    }

    var slot: String {
        switch cycle {
        case .weekly: "w\(first.iso)"
        case .monthly: "m\(first.year)-\(twoDigits(first.month))"
        case .quarterly: "q\(first.year)-\(quarter)"
        case .halfYearly: "h\(first.year)-\(half)"
        case .yearly: "y\(first.year)"
        }
    }

    var label: String {
        switch cycle {
        case .weekly: "Tuần \(first.vietnamese) – \(last.vietnamese)"
        case .monthly: "Tháng \(first.month)/\(first.year)"
        case .quarterly: "Quý \(["I", "II", "III", "IV"][quarter - 1])/\(first.year)"
        case .halfYearly: "6 tháng \(half == 1 ? "đầu" : "cuối") năm \(first.year)"
        case .yearly: "Năm \(first.year)"
        }
    }

    private var quarter: Int { (first.month - 1) / 3 + 1 }
    private var half: Int { (first.month - 1) / 6 + 1 }
}

extension Day {
    /// A day of this month by number, its last day at most.
    fileprivate func within(day number: Int) -> Day {
        firstOfMonth.adding(days: min(max(number, 1), lastOfMonth.day) - 1)
    }
}
