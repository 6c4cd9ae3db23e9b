import Domain
import Testing

@Suite struct `The rule of status` {
    private let today = Day(iso: "2026-11-21") ?? Day(number: 0)

    private func status(_ change: (inout WorkFacts) -> Void) -> WorkStatus {
        var facts = WorkFacts(due: today.adding(days: 100), begins: today.adding(days: -10))
        change(&facts)
        return WorkRule.status(of: facts, on: today)
    }

    @Test func `calls untouched work not started, touched work on time`() {
        #expect(status { _ in } == .notStarted)
        #expect(status { $0.isStarted = true } == .onTime)
    }

    @Test func `is on time on the last day and late on the next`() {
        #expect(
            status {
                $0.due = today; $0.percent = 100; $0.isStarted = true
            } == .onTime)
        #expect(
            status {
                $0.due = today.adding(days: -1); $0.percent = 100
            } == .late)
    }

    @Test func `asks for the share of time only in the last seven days`() {
        // 13 of 20 days passed: 65 percent.
        let near = { (facts: inout WorkFacts) in
            facts.begins = today.adding(days: -13)
            facts.due = today.adding(days: 7)
            facts.isStarted = true
        }
        #expect(
            status {
                near(&$0); $0.percent = 64
            } == .atRisk)
        #expect(
            status {
                near(&$0); $0.percent = 65
            } == .onTime)
        #expect(
            status {
                near(&$0); $0.percent = 0; $0.due = today.adding(days: 8)
            } == .onTime)
    }

    @Test func `asks for a report in thirty days when the day is within sixty`() {
        let quiet = { (facts: inout WorkFacts, days: Int, left: Int) in
            facts.begins = today.adding(days: -200)
            facts.reported = today.adding(days: -days)
            facts.due = today.adding(days: left)
            facts.isStarted = true
        }
        #expect(status { quiet(&$0, 30, 60) } == .onTime)
        #expect(status { quiet(&$0, 31, 60) } == .atRisk)
        #expect(status { quiet(&$0, 31, 61) } == .onTime)
    }

    @Test func `asks for a report on work without a day once in a quarter`() {
        #expect(
            status {
                $0.due = nil; $0.begins = today.adding(days: -92)
            } == .notStarted)
        #expect(
            status {
                $0.due = nil; $0.begins = today.adding(days: -93)
            } == .atRisk)
        #expect(
            status {
                $0.due = nil
                $0.begins = today.adding(days: -93)
                $0.reported = today.adding(days: -1)
                $0.isStarted = true
            } == .onTime)
    }

    @Test func `counts the day of submission, not of acceptance`() {
        let handed = { (facts: inout WorkFacts, days: Int) in
            facts.due = today.adding(days: -5)
            facts.submitted = today.adding(days: -5 + days)
        }
        #expect(status { handed(&$0, 0) } == .waiting)
        #expect(
            status {
                handed(&$0, 0); $0.isAccepted = true
            } == .done)
        #expect(
            status {
                handed(&$0, 1); $0.isAccepted = true
            } == .doneLate)
    }

    @Test func `lets an excuse stand above everything`() {
        #expect(
            status {
                $0.due = today.adding(days: -50); $0.isExcused = true
            } == .excused)
    }
}
