/// Whom an alarm is told to when nobody took it for so long.
package struct EscalationStep: Sendable, Equatable {
    package let number: Int
    /// Since the alarm.
    package let afterSeconds: Int
    package let who: EscalationSteps.Called
    package let byMail: Bool
    package let bySMS: Bool

    package init(
        number: Int, afterSeconds: Int, who: EscalationSteps.Called, byMail: Bool, bySMS: Bool
    ) {
        self.number = number
        self.afterSeconds = afterSeconds
        self.who = who
        self.byMail = byMail
        self.bySMS = bySMS
    }

    /// Where the ward has not decided otherwise.
    package static let usual = [
        usual(1, 0, .police), usual(2, 30, .viceChairman), usual(3, 60, .chairman),
        usual(4, 120, .groupHead),
        EscalationStep(number: 5, afterSeconds: 120, who: .team, byMail: false, bySMS: true),
    ]

    private static func usual(
        _ number: Int, _ seconds: Int, _ who: EscalationSteps.Called
    ) -> EscalationStep {
        EscalationStep(number: number, afterSeconds: seconds, who: who, byMail: true, bySMS: false)
    }
}
