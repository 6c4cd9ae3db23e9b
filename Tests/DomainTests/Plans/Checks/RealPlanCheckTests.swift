import Domain
import Testing

/// The annotated plans of the shared folder: what must be found there, and how much at most.
@Suite(.enabled(if: RealPlans.isAvailable, "the folder ../shared/plans is not there"))
struct `Checking the annotated plans` {
    private func check(_ names: String...) throws -> [PlanDiagnostic] {
        PlanCheck.run(
            try names.map { try RealPlans.annotated($0) }, library: .known,
            today: SamplePlan.today)
    }

    private func lines(_ code: String, _ found: [PlanDiagnostic]) -> [Int] {
        found.filter { $0.code == code }.map(\.line)
    }

    @Test func `finds what is wrong in plan 000`() throws {
        let found = try check("000")
        #expect(lines("KH-01", found) == [3])
        #expect(lines("KH-04", found) == [63])
        #expect(lines("KH-05", found) == [45, 111, 183])
        #expect(lines("KH-06", found) == [101, 303])
        #expect(lines("KH-07", found) == [101, 263, 265, 303])
        #expect(lines("KH-20", found) == [47, 215])
        #expect(lines("KH-25", found) == [385])
        let pace = found.first { $0.code == "KH-06" }?.message ?? ""
        #expect(pace.contains("13 tháng") && pace.contains("65%") && pace.contains("7,7%"))
    }

    @Test func `leaves work of groups and of one lead alone`() throws {
        let found = try check("000")
        #expect(lines("KH-02", found).count == 11)
        #expect(lines("KH-03", found) == [95, 105, 167, 281])
        #expect(lines("KH-10", found) == [], "27/2001/QH10 is named for its time only")
    }

    @Test func `sees the two dates of one duty in plans 000 and 002`() throws {
        let found = try check("000", "002")
        #expect(lines("KH-08", found) == [101, 303, 62])
    }

    @Test func `sees that plan 002 asks for no report and 004 has no head`() throws {
        #expect(lines("KH-23", try check("002")) == [78])
        let found = try check("004")
        #expect(lines("KH-01", found) == [1])
        #expect(lines("KH-13", found) == [55])
        #expect(lines("KH-15", found) == [92])
    }

    @Test func `says of every task which of the six is not clear, once`() throws {
        let plan = try RealPlans.annotated("000")
        let found = try check("000").filter { $0.code == "KH-17" }
        #expect(Set(found.compactMap(\.task)).count == found.count)
        #expect(found.count > plan.tasks.count / 2)
    }
}
