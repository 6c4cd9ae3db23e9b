import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Targets in a correction of a report` {
    private func target(_ tx: Transaction, _ at: ReportSetting) throws -> TargetStanding {
        let office = at.ward.officer(.office)
        return try #require(
            try tx.targets(of: try tx.plan(at.plan, for: office), for: office).first)
    }

    @Test(arguments: TestEngine.available)
    func `that a unit took back are named with old and new`(engine: TestEngine) async throws {
        let clock = TestClock()
        let at = try await ReportSetting.open(engine, clock: clock.now)
        let (office, police) = (at.ward.officer(.office), at.ward.officer(.police))
        for value in [20.0, 30.0] {
            try await at.database.write { tx in
                try tx.reportTarget(
                    try target(tx, at).target.id, of: at.plan, day: tx.today, value: value,
                    note: "", evidence: nil, by: police)
            }
            clock.set(clock.now().adding(seconds: 60))
        }
        let report = try await at.database.write { try at.issue($0) }
        try await at.database.write { tx in
            let standing = try target(tx, at)
            let last = try #require(standing.latest)
            #expect(last.value == 30)
            try tx.withdrawValue(
                last.id, ofTarget: standing.target.id, of: at.plan, by: police)
        }
        try await at.database.read { tx in
            let named = try tx.reportsToCorrect(for: office)
            #expect(named.map(\.report.id) == [report])
            let difference = try #require(named.first?.differences.first)
            #expect(difference.label == "cơ sở được kiểm tra")
            #expect(difference.old == 30)
            #expect(difference.new == 20)
            let id = try target(tx, at).target.id
            #expect(difference.target == .target(plan: at.plan, id: id))
            let correction = try #require(try tx.correction(of: report, for: office))
            let told = try tx.draft(of: correction, for: office).sections.flatMap {
                SectionText.told($0.section.blocks)
            }
            #expect(told.contains { $0.hasPrefix("| 1 | cơ sở được kiểm tra | % | 30 | 20 | -10") })
        }
    }

    @Test(arguments: TestEngine.available)
    func `that a register measures stay as they were told`(engine: TestEngine) async throws {
        let at = try await ReportSetting.open(engine)
        let (office, police) = (at.ward.officer(.office), at.ward.officer(.police))
        let found = [
            "party": "Ông Mẫu", "party_kind": "individual", "kind": "fire",
            "act": "Khóa lối thoát nạn", "found_on": "2026-06-01",
        ]
        let (violation, report) = try await at.database.write { tx in
            try tx.measureTarget(
                try target(tx, at).target.id, of: at.plan, by: "violations_handled", by: office)
            let id = try tx.addRecord(
                try tx.read(found, of: Violations.description, for: police),
                to: Violations.description, by: police)
            return (id, try at.issue(tx))
        }
        try await at.database.write { tx in
            let handled = found.merging(["outcome": "warning", "decided_on": "2026-07-01"]) { $1 }
            let record = try tx.record(violation, of: Violations.description, for: police)
            try tx.changeRecord(
                violation, to: try tx.read(handled, of: Violations.description, for: police),
                of: Violations.description, version: record.version, by: police)
        }
        try await at.database.read { tx in
            let correction = try #require(try tx.correction(of: report, for: office))
            let draft = try tx.draft(of: correction, for: office)
            // The penalty of July is new; what the register said of all on that day is not.
            #expect(
                draft.differences.map(\.figure).sorted() == ["sanctioned", "sanctioned_warning"])
            let told = draft.sections.flatMap { SectionText.told($0.section.blocks) }
            #expect(told.contains { $0.contains("Vi phạm đã xử lý") && $0.contains("| 0% |") })
            let live = try target(tx, at).measure?.figure.value
            #expect(live == 100)
        }
    }
}
