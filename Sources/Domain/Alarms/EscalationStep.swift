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

    /// Who is on duty first.
    package static let duty: EscalationStep = officers(1, 0, .police)

    /// Where the ward has not decided otherwise.
    ///
    /// The telephones of the facility ring with the alarm, as people may sleep there.
    ///
    /// - Source: 30, 60, 120 seconds: FEATURES.md 50; the facility at once: DOMAIN.md 5.4.
    package static let usual: [EscalationStep] = [
        duty,
        EscalationStep(number: 2, afterSeconds: 0, who: .facility, byMail: false, bySMS: true),
        officers(3, 30, .viceChairman), officers(4, 60, .chairman), officers(5, 120, .groupHead),
        EscalationStep(number: 6, afterSeconds: 120, who: .team, byMail: false, bySMS: true),
    ]

    private static func officers(
        _ number: Int, _ seconds: Int, _ who: EscalationSteps.Called
    ) -> EscalationStep {
        EscalationStep(number: number, afterSeconds: seconds, who: who, byMail: true, bySMS: true)
    }

    // MARK: After the last step

    /// Until everybody is told again the first time; as long as the usual ladder takes.
    ///
    /// - Source: the product's own. FEATURES.md 50 asks for an end at a named human, not how often.
    package static let repeatSeconds = 120
    /// So often the next pause is twice as long: 2, 4, 8, then each 16 minutes without end.
    package static let repeatDoublings = 3
    /// People without an account (the facility, teams, neighbours) are told again so often. Who has
    /// not come to the telephone by then is not there, and a trial that was never said to be one
    /// must not ring there for days.
    package static let outsideRepeatsMax = 3

    /// Seconds after everybody was told until they are told again.
    ///
    /// - Parameter round: 1 for the first time that they are told again.
    package static func pause(beforeRound round: Int) -> Int {
        repeatSeconds << min(round - 1, repeatDoublings)
    }

    /// Whether the step is told again in a round.
    package func isRepeated(inRound round: Int) -> Bool {
        who.role != nil || round <= Self.outsideRepeatsMax
    }
}
