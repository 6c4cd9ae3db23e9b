import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Suggested repairs of a plan` {
    /// The title's line and that of a task, damaged; a damage that nothing read bears.
    private static func intake() -> PlanIntake {
        var reading = TestPlan.reading()
        reading.document.title = "Thực hiện cong tác PCCC năm 2026"
        reading.tasks[3].text = "Tuyên truyên tới từng hộ gia đình hằng tháng."
        reading.repairs = [
            SuggestedRepair(line: 4, found: "cong tác", suggestion: "công tác"),
            SuggestedRepair(line: 5, found: "NHIÊM VỤ", suggestion: "NHIỆM VỤ"),
            SuggestedRepair(line: 11, found: "Tuyên truyên", suggestion: "Tuyên truyền"),
        ]
        let plain = TestPlan.intake()
        return PlanIntake(
            content: plain.content, fileName: plain.fileName, mediaType: plain.mediaType,
            source: plain.source, reading: reading)
    }

    private func settle(
        _ index: Int, _ isTaken: Bool, of plan: String, _ tx: Transaction, by officer: Officer
    ) throws {
        let repair = Self.intake().reading.repairs[index]
        try tx.settleRepair(
            line: repair.line, found: repair.found, isTaken: isTaken, ofPlan: plan,
            version: try tx.plan(plan, for: officer).version, by: officer)
    }

    private func open(_ plan: String, _ tx: Transaction, _ officer: Officer) throws -> [Int] {
        let version = try tx.version(of: try tx.plan(plan, for: officer), ward: officer.ward)
        return try tx.openRepairs(of: version, plan: plan, ward: officer.ward).map(\.line)
    }

    @Test(arguments: TestEngine.available)
    func `are taken in the title and in a task, and are then settled`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let office = try await TestWard.make(in: database).officer(.office)
        let plan = try await database.write { try $0.addPlan(Self.intake(), by: office) }
        try await database.write { tx in
            #expect(try open(plan, tx, office) == [4, 5, 11])
            try settle(0, true, of: plan, tx, by: office)
            try settle(2, true, of: plan, tx, by: office)
            #expect(try tx.plan(plan, for: office).title == "Thực hiện công tác PCCC năm 2026")
            #expect(try tx.plans(matching: "công tác", for: office).count == 1)
            let task = try tx.tasks(of: try tx.plan(plan, for: office), for: office)[3]
            #expect(task.title.hasPrefix("Tuyên truyền"))
            // The document's words stay as they are.
            #expect(task.text.hasPrefix("Tuyên truyên"))
            #expect(try open(plan, tx, office) == [5])
            let rows = try tx.journal(of: "plans/\(plan)", ward: TestWard.code, limit: 50)
            #expect(rows.count { $0.verb == "plan.repair.take" } == 2)
        }
    }

    @Test(arguments: TestEngine.available)
    func `are left, and are refused where nothing bears them or the plan has changed`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let plan = try await database.write { try $0.addPlan(Self.intake(), by: office) }
        func refusal(
            _ work: @escaping @Sendable (Transaction) throws -> Void
        ) async -> Problem.Kind? {
            await #expect(throws: Problem.self) { try await database.write(work) }?.kind
        }
        // A heading is nothing that was read into a field.
        #expect(await refusal { try settle(1, true, of: plan, $0, by: office) } == .conflict)
        try await database.write { tx in
            #expect(try open(plan, tx, office) == [4, 5, 11])
            try settle(1, false, of: plan, tx, by: office)
            #expect(try open(plan, tx, office) == [4, 11])
        }
        #expect(await refusal { try settle(1, false, of: plan, $0, by: office) } == .notFound)
        let stale = await refusal { tx in
            try tx.settleRepair(
                line: 4, found: "cong tác", isTaken: true, ofPlan: plan, version: 0, by: office)
        }
        #expect(stale == .conflict)
        let supervisor = ward.officer(.supervisor)
        let reader = await refusal { tx in
            try tx.settleRepair(
                line: 4, found: "cong tác", isTaken: true, ofPlan: plan, version: 2, by: supervisor)
        }
        #expect(reader == .forbidden)
    }
}
