import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Reports that are owed` {
    @Test(arguments: TestEngine.available)
    func `are owed by each unit and by the ward until they are sent`(
        engine: TestEngine
    ) async throws {
        let at = try await ReportSetting.open(engine)
        let head = at.ward.officer(.groupHead)
        let office = at.ward.officer(.office)
        try await at.database.write { tx in
            let last = tx.today.adding(days: 30)
            func own(_ officer: Officer) throws -> [String] {
                try tx.reportsToMake(to: last, by: officer).map(\.period.id)
            }
            #expect(try own(head) == [at.period])
            #expect(try own(office) == [at.wardPeriod])
            #expect(try own(at.ward.officer(.division)).isEmpty)
            let all = try tx.reportsOwed(to: last, for: at.ward.officer(.chairman))
            #expect(all.map(\.unit) == [at.ward.groups[0], at.ward.groups[1], nil])
            // Not yet, and not longer ago.
            #expect(try tx.reportsToMake(to: tx.today, by: head).isEmpty)
            #expect(try tx.reportsToMake(from: last, to: last, by: head).isEmpty)
            #expect(throws: Problem.self) { try tx.reportsOwed(to: last, for: head) }
            try tx.writeUnitReport(
                UnitReport(results: "Đã họp tổ."), ofPeriod: at.period, unit: at.ward.groups[0],
                isSubmitted: true, version: 0, by: head)
            #expect(try own(head).isEmpty)
            try at.issue(tx)
            #expect(try own(office).isEmpty)
        }
    }

    @Test(arguments: TestEngine.available)
    func `stand in the morning digest of who must make them`(engine: TestEngine) async throws {
        let clock = TestClock()
        let at = try await ReportSetting.open(engine, clock: clock.now)
        // Three days before the groups' report is due.
        clock.set(Instant(startOf: try #require(Day(iso: "2026-12-01"))))
        try await at.database.write { tx in
            try tx.makeDigests(ward: TestWard.code, address: "", sendsMail: false)
            let body = try tx.digestOfToday(for: at.ward.officer(.groupHead))?.body ?? ""
            #expect(body.contains("Báo cáo năm 2026 gửi UBND phường"))
            #expect(body.contains("/reports/\(at.period)"))
        }
    }

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
