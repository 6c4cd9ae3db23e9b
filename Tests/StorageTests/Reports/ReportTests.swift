import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Reports that plans ask for` {
    private func periods(_ tx: Transaction, _ officer: Officer) throws -> [ReportPeriodStanding] {
        try tx.reportPeriods(for: officer)
    }

    @Test(arguments: TestEngine.available)
    func `begin when a plan is confirmed, groups taken apart`(engine: TestEngine) async throws {
        let at = try await ReportSetting.open(engine)
        let office = at.ward.officer(.office)
        try await at.database.read { tx in
            let all = try periods(tx, office)
            #expect(all.map(\.period.due.iso) == ["2026-12-09", "2026-12-04"])
            #expect(all.map { $0.period.duty.content.isOfWard } == [true, false])
            // The ward's report rests on the reports of its units.
            #expect(all.map { $0.deliveries.map(\.unit) } == [at.ward.groups, at.ward.groups])
            #expect(all[1].period.title == "Báo cáo năm 2026 gửi UBND phường")
        }
    }

    @Test(arguments: TestEngine.available)
    func `put the plan and what it cites into the library once it has a number`(
        engine: TestEngine
    ) async throws {
        let at = try await ReportSetting.open(engine)
        let office = at.ward.officer(.office)
        try await at.database.write { tx in
            #expect(try tx.documents(matching: "", level: nil, for: office).isEmpty)
            let plan = try tx.plan(at.plan, for: office)
            for _ in 0..<2 {
                try tx.numberPlan(
                    at.plan, version: try tx.plan(at.plan, for: office).version,
                    try PlanNumbering(number: "9/KH-UBND", day: "2026-05-20", today: tx.today),
                    by: office)
            }
            #expect(plan.number == nil)
            let all = try tx.documents(matching: "", level: nil, for: office)
            #expect(all.count == 2)
            #expect(try tx.reportPeriods(for: office).count == 2)
        }
    }

    @Test(arguments: TestEngine.available)
    func `are written by the own unit only, and seen by others when handed in`(
        engine: TestEngine
    ) async throws {
        let at = try await ReportSetting.open(engine)
        let head = at.ward.officer(.groupHead)
        let office = at.ward.officer(.office)
        let own = at.ward.groups[0]
        let id = try await at.database.read { tx in
            // A group head sees the period that asks the group, and its own line of it.
            let all = try periods(tx, head)
            #expect(all.count == 1)
            #expect(all[0].deliveries.map(\.unit) == [own])
            return all[0].period.id
        }
        let draft = UnitReport(results: "Đã họp tổ.")
        try await at.database.write { tx in
            try tx.writeUnitReport(
                draft, ofPeriod: id, unit: own, isSubmitted: false, version: 0, by: head)
        }
        try await at.database.read { tx in
            let seen = try tx.delivery(own, ofPeriod: id, for: office).report
            #expect(seen.state == .none)
            #expect(seen.results.isEmpty)
            #expect(try tx.delivery(own, ofPeriod: id, for: head).report.results == "Đã họp tổ.")
        }
        for officer in [office, at.ward.officer(.supervisor)] {
            let problem = await #expect(throws: Problem.self) {
                try await at.database.write { tx in
                    try tx.writeUnitReport(
                        draft, ofPeriod: id, unit: own, isSubmitted: true, version: 1, by: officer)
                }
            }
            #expect(problem?.kind == .forbidden)
        }
        let other = await #expect(throws: Problem.self) {
            try await at.database.write { tx in
                try tx.writeUnitReport(
                    draft, ofPeriod: id, unit: at.ward.groups[1], isSubmitted: true, version: 0,
                    by: head)
            }
        }
        #expect(other?.kind == .notFound)
        let division = await #expect(throws: Problem.self) {
            try await at.database.read { tx in
                _ = try tx.reportPeriod(id, for: at.ward.officer(.division))
            }
        }
        #expect(division?.kind == .notFound)
    }

    @Test(arguments: TestEngine.available)
    func `come back with a reason and are accepted`(engine: TestEngine) async throws {
        let at = try await ReportSetting.open(engine)
        let head = at.ward.officer(.groupHead)
        let office = at.ward.officer(.office)
        let unit = at.ward.groups[0]
        let id = try await at.database.read { try periods($0, head)[0].period.id }
        let empty = await #expect(throws: Problem.self) {
            try await at.database.write { tx in
                try tx.writeUnitReport(
                    UnitReport(), ofPeriod: id, unit: unit, isSubmitted: true, version: 0, by: head)
            }
        }
        #expect(empty?.refusals.keys.contains("results") == true)
        try await at.database.write { tx in
            try tx.writeUnitReport(
                UnitReport(results: "Đã họp tổ."), ofPeriod: id, unit: unit, isSubmitted: true,
                version: 0, by: head)
            try tx.returnUnitReport(
                ofPeriod: id, unit: unit, reason: "Thiếu số hộ.", version: 1, by: office)
            let back = try tx.delivery(unit, ofPeriod: id, for: head).report
            #expect(back.state == .returned)
            #expect(back.returnReason == "Thiếu số hộ.")
            try tx.writeUnitReport(
                UnitReport(results: "Đã họp tổ, 42 hộ."), ofPeriod: id, unit: unit,
                isSubmitted: true, version: back.version, by: head)
            let again = try tx.delivery(unit, ofPeriod: id, for: office).report
            try tx.acceptUnitReport(
                ofPeriod: id, unit: unit, version: again.version, by: office)
            #expect(try tx.delivery(unit, ofPeriod: id, for: office).report.state == .accepted)
        }
        let twice = await #expect(throws: Problem.self) {
            try await at.database.write { tx in
                try tx.writeUnitReport(
                    UnitReport(results: "Khác"), ofPeriod: id, unit: unit, isSubmitted: true,
                    version: 4, by: head)
            }
        }
        #expect(twice?.kind == .conflict)
        try await at.database.read { tx in
            let broken = try tx.firstBrokenJournalRow(ward: TestWard.code)
            #expect(broken == nil)
        }
    }

    @Test(arguments: TestEngine.available)
    func `gather what the units did`(engine: TestEngine) async throws {
        let at = try await ReportSetting.open(engine)
        let head = at.ward.officer(.groupHead)
        let police = at.ward.officer(.police)
        let office = at.ward.officer(.office)
        try await at.database.write { tx in
            let work: String? = try tx.value(
                """
                SELECT o.id AS value FROM occurrences o
                JOIN assignment_units u ON u.ward = o.ward AND u.assignment = o.assignment
                WHERE u.unit = \(at.ward.police) AND u.role = 'lead' ORDER BY o.id LIMIT 1
                """)
            try tx.run(
                """
                INSERT INTO entries (ward, id, occurrence, at, account, unit, kind, text, percent)
                VALUES (\(TestWard.code), \(tx.makeIdentifier()), \(work ?? ""), \(tx.now),
                    \(police.id), \(police.unit), 'progress', 'Đã rà soát 120 cơ sở.', 50)
                """)
            let id = try periods(tx, head)[0].period.id
            try tx.writeUnitReport(
                UnitReport(
                    results: "Đã họp tổ.\n- Đã nhắc 42 hộ.", obstacles: "Thiếu bình chữa cháy.",
                    proposals: "Cấp thêm bình."), ofPeriod: id, unit: at.ward.groups[0],
                isSubmitted: true, version: 0, by: head)
        }
        try await at.database.read { tx in
            let period = try #require(try periods(tx, office).first?.period)
            let report = try tx.yearlyReport(period, for: office)
            #expect(report.from.iso == "2026-05-01")
            #expect(report.to == tx.today)
            #expect(report.unitsWithoutReport == ["Tổ dân phố số 2"])
            #expect(report.remarks.map(\.text) == ["Đã họp tổ.", "Đã nhắc 42 hộ."])
            #expect(report.obstacles.map(\.text) == ["Thiếu bình chữa cháy."])
            #expect(report.proposals.map(\.unit) == ["Tổ dân phố số 1"])
            let shares = report.groups.flatMap(\.tasks).flatMap(\.shares)
            let own = shares.filter { $0.unit == "Công an phường" }
            #expect(own.contains { $0.result == "Đã rà soát 120 cơ sở." })
            #expect(report.targets.map(\.metric) == ["cơ sở được kiểm tra"])
        }
        let supervisor = at.ward.officer(.supervisor)
        try await at.database.read { tx in
            let asked = try #require(try periods(tx, head).first?.period)
            let mine = try tx.delivery(at.ward.groups[0], ofPeriod: asked.id, for: supervisor)
            let report = try tx.unitReport(mine, in: asked, for: supervisor)
            #expect(report.reporter == "Tổ dân phố số 1")
            let units = Set(report.groups.flatMap(\.tasks).flatMap(\.shares).map(\.unit))
            #expect(units == ["Tổ dân phố số 1"])
        }
        let refused = await #expect(throws: Problem.self) {
            try await at.database.read { tx in
                _ = try tx.yearlyReport(try periods(tx, head)[0].period, for: head)
            }
        }
        #expect(refused?.kind == .forbidden)
    }

    @Test(arguments: TestEngine.available)
    func `begin with what people wrote before parts could be edited`(
        engine: TestEngine
    ) async throws {
        let at = try await ReportSetting.open(engine)
        let office = at.ward.officer(.office)
        try await at.database.write { tx in
            try tx.run(
                """
                UPDATE report_periods SET causes = 'Địa bàn rộng.', number = '45'
                WHERE id = \(at.wardPeriod)
                """)
            let period = try tx.reportPeriod(at.wardPeriod, for: office)
            #expect(try tx.yearlyReport(period, for: office).causes == ["Địa bàn rộng."])
            let id = try tx.startReport(
                NewReport("plan_year", period: at.wardPeriod), by: office)
            let draft = try tx.draft(of: try tx.report(id, for: office), for: office)
            #expect(draft.document.number == "45")
            #expect(draft.document.body.contains(.item("Địa bàn rộng.")))
        }
    }

    @Test(arguments: TestEngine.available)
    func `follow a duty that was corrected by hand, also after an amendment`(
        engine: TestEngine
    ) async throws {
        let at = try await ReportSetting.open(engine)
        let office = at.ward.officer(.office)
        try await at.database.write { tx in
            let duty = try #require(
                try tx.reportDuties(for: office).first { !$0.content.isOfWard })
            var content = duty.content
            content.due = "--11-30"
            content.isBeforeDue = false
            content.via = "Công an phường"
            try tx.changeReportDuty(duty.id, to: content, version: duty.version, by: office)
            #expect(try periods(tx, office).map(\.period.due.iso) == ["2026-12-09", "2026-11-30"])
            try tx.numberPlan(
                at.plan, version: try tx.plan(at.plan, for: office).version,
                try PlanNumbering(number: "9/KH-UBND", day: "2026-05-20", today: tx.today),
                by: office)
            #expect(try periods(tx, office).map(\.period.due.iso) == ["2026-12-09", "2026-11-30"])
            content.from = ["Đơn vị không ai biết"]
            let unknown = content
            #expect(throws: Problem.self) {
                try tx.changeReportDuty(
                    duty.id, to: unknown, version: duty.version + 1, by: office)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `come again next year`(engine: TestEngine) async throws {
        let clock = TestClock()
        let at = try await ReportSetting.open(engine, clock: clock.now)
        let office = at.ward.officer(.office)
        let nextJune = try #require(Day(iso: "2027-06-01"))
        clock.set(Instant(startOf: nextJune))
        let made = try await at.database.write { tx in
            let made = try tx.layOutReportPeriods(ward: TestWard.code)
            #expect(try tx.layOutReportPeriods(ward: TestWard.code) == 0)
            return made
        }
        #expect(made == 2)
        try await at.database.read { tx in
            let all = try periods(tx, office)
            #expect(all.map(\.period.due.year) == [2027, 2027, 2026, 2026])
            #expect(all[1].period.begins.iso == "2026-12-05")
            // Nobody reported in 2026: that stays visible.
            #expect(all[3].late(today: tx.today).count == 2)
        }
    }

    @Test(arguments: TestEngine.available)
    func `name who drew up a plan of its own, and who leads work without one`(
        engine: TestEngine
    ) async throws {
        let at = try await ReportSetting.open(engine)
        let office = at.ward.officer(.office)
        let police = at.ward.officer(.police)
        try await at.database.write { tx in
            try tx.numberPlan(
                at.plan, version: try tx.plan(at.plan, for: office).version,
                try PlanNumbering(number: "9/KH-UBND", day: "2026-05-20", today: tx.today),
                by: office)
            let period = try tx.reportPeriod(at.wardPeriod, for: office)
            func guidance() throws -> ReportedGuidance {
                try tx.yearlyReport(period, for: office).guidance
            }
            let leads = [
                "Công an phường", "Văn phòng HĐND và UBND phường", "Tổ dân phố số 1",
                "Tổ dân phố số 2",
            ]
            #expect(try guidance().unitsWithoutPlan == leads)
            let document = try #require(
                try tx.documents(matching: "9/KH", level: nil, for: office).first)
            // Today is the last day that the report tells of.
            try tx.addUnitPlan(
                under: document.id, unit: at.ward.police, number: "3/KH-CA", issued: tx.today,
                by: police)
            #expect(try guidance().unitsWithPlan == ["Công an phường"])
            #expect(try guidance().unitsWithoutPlan == Array(leads.dropFirst()))
        }
    }
}
