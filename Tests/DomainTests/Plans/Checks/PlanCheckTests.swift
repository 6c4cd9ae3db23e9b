import Domain
import Testing

@Suite struct `Checking a plan` {
    @Test(arguments: DiagnosticKinds.all.map(\.code))
    func `finds each kind in its example`(code: String) throws {
        let example = try #require(CheckExample.byCode[code], "no example for \(code)")
        #expect(!SamplePlan.found(code, example.fires, library: example.library).isEmpty)
    }

    @Test(arguments: DiagnosticKinds.all.map(\.code))
    func `is silent where nothing is wrong`(code: String) throws {
        let example = try #require(CheckExample.byCode[code], "no example for \(code)")
        let found = SamplePlan.found(code, example.isSilent, library: example.library)
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test func `finds nothing in a plan without faults`() {
        let found = PlanCheck.run(
            [SamplePlan.reading()], library: .known, today: SamplePlan.today)
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test func `orders by plan, line and code`() {
        let plans = CheckExample.byCode.keys.sorted().compactMap { CheckExample.byCode[$0] }
            .flatMap(\.fires).enumerated().map { index, plan in
                var plan = plan
                plan.file = "plan \(100 + index)"
                return plan
            }
        let found = PlanCheck.run(plans, library: .known, today: SamplePlan.today)
        let keys = found.map { [$0.file, "\(10_000 + $0.line)", $0.code] }
        #expect(found.count > 28)
        #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
    }

    @Test func `gives the same findings every time`() {
        let plans = CheckExample.byCode.keys.sorted().compactMap { CheckExample.byCode[$0] }
            .flatMap(\.fires)
        let first = PlanCheck.run(plans, library: .known, today: SamplePlan.today)
        for _ in 0..<5 {
            #expect(PlanCheck.run(plans, library: .known, today: SamplePlan.today) == first)
        }
    }

    @Test func `takes a plan of which nothing was understood`() {
        let found = PlanCheck.run(
            [PlanReading(file: "trống.txt")], library: .known, today: SamplePlan.today)
        #expect(found.map(\.code) == ["KH-01"])
    }
}
