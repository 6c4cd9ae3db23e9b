/// Whether the monthly share that a plan asks for reaches the whole that it asks for by a day.
///
/// Plans ask for both ("5–8% each month", "100% by 01/7/2027"), and the lower number may not lead
/// there: 5% a month from June 2026 reach 65% by 30 June 2027.
package struct MonthlyReach: Sendable, Equatable {
    package let aim: Double
    package let due: Day
    /// Calendar months from the one in which the plan began to that of the day, both counted.
    package let months: Int
    package let least: Double
    package let most: Double?

    /// - Parameters:
    ///   - total: what is to be reached by a day.
    ///   - monthly: what the same task asks for in each month.
    ///   - begin: when the plan began to run.
    /// - Returns: nil where the two are not a share by a day and a share of each month.
    package init?(_ total: TaskTarget, _ monthly: TaskTarget, from begin: Day) {
        guard total.task == monthly.task, total.unit == "percent", monthly.unit == "percent",
            total.per == nil, monthly.per == "month", let aim = total.min, let least = monthly.min,
            let due = total.due.flatMap(WorkSchedule.lastDay), due >= begin
        else { return nil }
        self.aim = aim
        self.due = due
        self.least = least
        most = monthly.max
        months = (due.year - begin.year) * 12 + due.month - begin.month + 1
    }

    /// What the lower number gives by the day, per cent of the whole.
    package var reached: Double { least * Double(months) }
    /// Each month, to be there on the day.
    package var needed: Double { aim / Double(months) }
    package var isEnough: Bool { reached >= aim }
}
