import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Reports that are owed` {
    @Test(arguments: TestEngine.available)
    func `set up by hand make no debts of the time before, but one made once`(
        engine: TestEngine
    ) async throws {
        let clock = TestClock()
        let at = try await ReportSetting.open(engine, clock: clock.now)
        let office = at.ward.officer(.office)
        clock.set(Instant(startOf: try #require(Day(iso: "2027-03-20"))))
        try await at.database.write { tx in
            func add(_ recurrence: ReportDuty.Recurrence, _ due: String) throws -> [String] {
                let id = try tx.addReportDuty(
                    ReportDuty(
                        from: ["Công an phường"], to: "UBND phường", via: nil, due: due,
                        isBeforeDue: false, recurrence: recurrence, isOfWard: false),
                    ofPlan: at.plan, by: office)
                return try tx.reportPeriods(for: office).filter { $0.period.duty.id == id }
                    .map(\.period.due.iso).reversed()
            }
            let months = try add(.monthly, "---15")
            #expect(months.first == "2027-04-15")
            let once = try add(.once, "2027-03-15")
            #expect(once == ["2027-03-15"])
        }
    }
}
