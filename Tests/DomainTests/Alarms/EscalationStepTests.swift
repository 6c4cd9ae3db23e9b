import Domain
import Testing

@Suite struct `The ladder` {
    @Test
    func `reaches the telephones of the facility with the alarm, and everybody in two minutes`() {
        let steps = EscalationStep.usual
        #expect(steps.map(\.afterSeconds) == [0, 0, 30, 60, 120, 120])
        #expect(
            steps.map(\.who)
                == [.police, .facility, .viceChairman, .chairman, .groupHead, .team])
        #expect(steps.allSatisfy { $0.bySMS })
        #expect(steps.filter { $0.who.role != nil }.allSatisfy { $0.byMail })
        #expect(EscalationSteps.inForce(of: [], on: Day(number: 20_000)) == steps)
    }

    @Test
    func `is gone up again without end, ever more rarely but never rarer than each 16 minutes`() {
        let minutes = (1...6).map { EscalationStep.pause(beforeRound: $0) / 60 }
        #expect(minutes == [2, 4, 8, 16, 16, 16])
        #expect(EscalationStep.pause(beforeRound: 1_000_000) == 960)
    }

    @Test func `reminds officers always, and people without an account three times`() {
        for step in EscalationStep.usual {
            let isOfficer = step.who != .facility && step.who != .team
            #expect(step.isRepeated(inRound: 1) && step.isRepeated(inRound: 3))
            #expect(step.isRepeated(inRound: 4) == isOfficer)
            #expect(step.isRepeated(inRound: 100_000) == isOfficer)
        }
    }
}
