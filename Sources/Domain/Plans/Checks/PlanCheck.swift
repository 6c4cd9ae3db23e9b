/// Checks plans as a compiler checks source.
package enum PlanCheck {
    /// Every finding in the plans, which are also compared with each other.
    ///
    /// - Parameters:
    ///   - others: plans with which these are compared, and which are not judged themselves.
    ///   - today: the day on which a document must still be in force.
    /// - Returns: ordered by plan as given, line, code and task.
    package static func run(
        _ readings: [PlanReading], beside others: [PlanReading] = [], library: DocumentLibrary,
        today: Day
    ) -> [PlanDiagnostic] {
        let plans = (readings + others).enumerated().map {
            CheckedPlan($0.element, number: $0.offset)
        }
        let context = CheckContext(plans: plans, library: library, today: today)
        return plans.prefix(readings.count).flatMap { plan in
            PlanRules.all.flatMap { $0.check(plan, in: context) }.sorted(by: isBefore)
        }
    }

    private static func isBefore(_ left: PlanDiagnostic, _ right: PlanDiagnostic) -> Bool {
        if left.line != right.line { return left.line < right.line }
        if left.code != right.code { return left.code < right.code }
        return (left.task ?? "", left.message) < (right.task ?? "", right.message)
    }
}
