/// Whether a figure arrives at its aim by the day set, and what that needs.
package struct IndicatorPace: Sendable, Equatable {
    package enum Standing: Sendable, Equatable {
        case reached, onPace, behind, missed
        /// Too short a time has been measured to say.
        case unknown
    }

    package let standing: Standing
    package let value: Double
    package let aim: Double
    package let due: Day
    /// Until the day, which is the last on which it is in time; less than none: it is past.
    package let daysLeft: Int
    /// To be reached each month from today; nil when it is there, the day has come, or it may not grow.
    package let needed: Double?
    /// Reached each month since the first measure; nil while that is shorter than `daysMin`.
    package let rate: Double?
    /// On the day, if it goes on so.
    package let projected: Double?
    /// Whether the aim is the most that may be, as of fires.
    package let isCeiling: Bool

    /// From so many days of measures a pace is told: less is chance.
    package static let daysMin = 14
    /// Mean length of a month of the Gregorian calendar, in days.
    static let monthDays = 30.436_875

    /// - Parameters:
    ///   - first: the earliest measure there is.
    ///   - most: beyond which no value can be, as 100 of a share.
    ///   - isCeiling: whether the aim is the most that may be.
    package init(
        value: Double, aim: Double, due: Day, today: Day, first: (day: Day, value: Double)?,
        most: Double? = nil, isCeiling: Bool = false
    ) {
        self.value = value
        self.aim = aim
        self.due = due
        self.isCeiling = isCeiling
        daysLeft = due.number - today.number
        let months = Double(daysLeft) / Self.monthDays
        let isThere = !isCeiling && value >= aim
        needed = isCeiling || isThere || months <= 0 ? nil : (aim - value) / months
        rate = first.flatMap { first in
            let days = today.number - first.day.number
            return days < Self.daysMin
                ? nil : (value - first.value) / (Double(days) / Self.monthDays)
        }
        projected = rate.map { rate in
            let value = max(0, value + rate * max(0, months))
            return most.map { Swift.min($0, value) } ?? value
        }
        if isCeiling {
            standing =
                value > aim
                ? .missed
                : daysLeft <= 0
                    ? .reached : projected.map { $0 <= aim ? .onPace : .behind } ?? .unknown
        } else {
            standing =
                isThere
                ? .reached
                : daysLeft < 0
                    ? .missed
                    : daysLeft == 0
                        ? .behind : projected.map { $0 >= aim ? .onPace : .behind } ?? .unknown
        }
    }
}
