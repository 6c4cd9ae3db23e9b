import Domain
import Testing

@Suite struct `A pace and its goal` {
    private func found(
        _ low: Double, _ high: Double? = nil, per: String = "month", by day: String = "2027-04-01",
        issued: String = "2026-03"
    ) -> [PlanDiagnostic] {
        let task = SamplePlan.task(
            "Mỗi kỳ một phần, đến hạn đạt 100%.",
            targets: [
                SamplePlan.percent("một phần", low, high, per: per),
                SamplePlan.percent("100%", 100, 100, by: day),
            ])
        return SamplePlan.found("KH-06", [SamplePlan.reading(task, date: issued)])
    }

    /// April 2026 to March 2027 are twelve months: 100 ÷ 12 = 8,33.
    @Test func `meet exactly at the bound`() {
        #expect(found(100.0 / 12).isEmpty)
        #expect(!found(8.3).isEmpty)
    }

    @Test func `say what the floor gives and what is needed`() throws {
        let first = try #require(found(6, 10).first)
        #expect(first.message.contains("6% mỗi tháng"))
        #expect(first.message.contains("12 tháng"))
        #expect(first.message.contains("72%"))
        #expect(first.message.contains("8,3%"))
        #expect(first.remedy.contains("8,4%"), "the pace that is proposed must reach the goal")
        #expect(first.severity == .warning)
    }

    @Test func `are an error when the ceiling fails, too`() {
        #expect(found(6, 8).first?.severity == .error)
    }

    @Test func `count weeks, quarters and years`() {
        #expect(found(2, per: "week").isEmpty)
        #expect(found(1.9, per: "week").count == 1)
        #expect(found(25, per: "quarter").isEmpty)
        #expect(found(24, per: "quarter").count == 1)
        #expect(found(100, per: "year").isEmpty)
    }

    @Test func `count the last month of a goal on its last day`() {
        #expect(found(10, by: "2027-01-31").isEmpty)
        #expect(found(10, by: "2026-12-31").count == 1)
    }

    @Test func `begin with the plan's own month when it is of the first day`() {
        #expect(found(8.3, issued: "2026-03-01").isEmpty)
        #expect(found(8.3, issued: "2026-03-02").count == 1)
    }

    @Test func `are not compared without the plan's date`() {
        let task = SamplePlan.task(
            "x",
            targets: [
                SamplePlan.percent("a", 1, per: "month"),
                SamplePlan.percent("b", 100, by: "2027-01-01"),
            ])
        #expect(SamplePlan.found("KH-06", [SamplePlan.reading(task, date: nil)]).isEmpty)
    }
}
