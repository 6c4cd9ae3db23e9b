import Domain
import Storage
import Testing
import TestSupport

@Suite struct `Importing a plan` {
    @Test(arguments: TestEngine.available)
    func `keeps file, head, tasks, units, deadlines and targets`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let id = try await database.write { try $0.addPlan(TestPlan.intake(), by: office) }
        let (plan, tasks, version, content) = try await database.read { tx in
            let plan = try tx.plan(id, for: office)
            let version = try tx.version(of: plan, ward: office.ward)
            return (
                plan, try tx.tasks(of: plan, for: office), version,
                try tx.content(ofFile: version.file, ward: office.ward)
            )
        }
        #expect(plan.status == .draft)
        #expect(plan.name == "Kế hoạch số …/KH-UBND")
        #expect(!plan.isComplete)
        #expect(tasks.map(\.code) == ["I.1.1", "I.1.2", "I.1.3", "I.2.1", "I.2.2", "I.3.1"])
        #expect(tasks[0].title == "Rà soát các cơ sở kinh doanh")
        #expect(tasks[0].units(.lead).first?.unit == ward.police)
        #expect(
            tasks[0].units(.coordinate) == [
                TaskUnit(role: .coordinate, name: "Phòng Kinh tế", unit: nil)
            ])
        #expect(tasks[0].deadlines.first?.date == "2026-12-31")
        #expect(tasks[1].targets.first?.min == 25)
        #expect(tasks[3].units(.lead).first?.unit == ward.allGroups)
        #expect(tasks[4].deadlines.first?.recurrence == .yearly)
        #expect(version.reading == TestPlan.reading())
        #expect(content == TestPlan.intake().content)
    }

    @Test(arguments: TestEngine.available)
    func `refuses the same file again and leads to the plan`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let office = try await TestWard.make(in: database).officer(.office)
        let id = try await database.write { try $0.addPlan(TestPlan.intake(), by: office) }
        let twin = await #expect(throws: PlanIsHere.self) {
            try await database.write { _ = try $0.addPlan(TestPlan.intake(), by: office) }
        }
        #expect(twin?.plan.id == id)
        #expect(twin?.isSameFile == true)
        let plans = try await database.read { try $0.plans(for: office) }
        #expect(plans.count == 1)
    }

    @Test(arguments: TestEngine.available)
    func `refuses the same number, day and issuer in another file`(engine: TestEngine) async throws
    {
        let database = try await engine.open()
        let office = try await TestWard.make(in: database).officer(.office)
        let numbered = { (note: String, number: String) in
            let intake = TestPlan.intake(note: note)
            var reading = intake.reading
            reading.document.number = number
            return PlanIntake(
                content: intake.content, fileName: intake.fileName, mediaType: intake.mediaType,
                source: intake.source, reading: reading)
        }
        let first = numbered("a", "7/KH-UBND")
        let same = numbered("b", "7/KH-UBND")
        let other = numbered("c", "8/KH-UBND")
        try await database.write { _ = try $0.addPlan(first, by: office) }
        let twin = await #expect(throws: PlanIsHere.self) {
            try await database.write { _ = try $0.addPlan(same, by: office) }
        }
        #expect(twin?.isSameFile == false)
        try await database.write { _ = try $0.addPlan(other, by: office) }
    }

    @Test(arguments: TestEngine.available)
    func `refuses the same words in another file while a number does not part them`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let office = try await TestWard.make(in: database).officer(.office)
        @Sendable func intake(_ note: String, _ number: String?) -> PlanIntake {
            let intake = TestPlan.intake(note: note)
            var reading = intake.reading
            reading.document.number = number
            return PlanIntake(
                content: intake.content, fileName: intake.fileName, mediaType: intake.mediaType,
                source: intake.source, reading: reading)
        }
        let draft = try await database.write { try $0.addPlan(intake("a", nil), by: office) }
        for again in [intake("b", nil), intake("c", "7/KH-UBND")] {
            let twin = await #expect(throws: PlanIsHere.self) {
                try await database.write { _ = try $0.addPlan(again, by: office) }
            }
            #expect(twin?.plan.id == draft)
        }
        // Thrown away, it does not stand in the way any more, and no list shows it.
        try await database.write { try $0.discardPlan(draft, version: 1, by: office) }
        #expect(try await database.read { try $0.plans(for: office).isEmpty })
        try await database.write { _ = try $0.addPlan(intake("a", "7/KH-UBND"), by: office) }
        try await database.write { _ = try $0.addPlan(intake("d", "8/KH-UBND"), by: office) }
    }

    @Test(arguments: TestEngine.available)
    func `ends a running plan with a reason, and takes it up again`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let plan = try await TestWork.make(in: database, [TestTask("1", leads: [ward.police])])
        try await database.write { try $0.makeAssignments(ofPlan: plan, by: office) }
        func open() async throws -> Int {
            try await database.read { tx in
                var filter = WorkFilter()
                filter.isOfWard = true
                return try tx.work(filter, for: office).count
            }
        }
        func version() async throws -> Int {
            try await database.read { try $0.plan(plan, for: office).version }
        }
        #expect(try await open() == 1)
        let seen = try await version()
        let unsaid = await #expect(throws: Problem.self) {
            try await database.write {
                try $0.endPlan(plan, reason: "", version: seen, by: office)
            }
        }
        #expect(unsaid?.refusals.keys.sorted() == ["reason"])
        await #expect(throws: Problem.self) {
            try await database.write { try $0.discardPlan(plan, version: seen, by: office) }
        }
        try await database.write {
            try $0.endPlan(plan, reason: "Đã tổng kết", version: seen, by: office)
        }
        #expect(try await open() == 0)
        let ended = try await version()
        await #expect(throws: Problem.self) {
            try await database.write { try $0.resumePlan(plan, version: seen, by: office) }
        }
        try await database.write { try $0.resumePlan(plan, version: ended, by: office) }
        #expect(try await open() == 1)
    }

    @Test(arguments: TestEngine.available)
    func `is for those who run plans, who alone see drafts`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let division = ward.officer(.division)
        await #expect(throws: Problem.self) {
            try await database.write { _ = try $0.addPlan(TestPlan.intake(), by: division) }
        }
        let office = ward.officer(.office)
        let id = try await database.write { try $0.addPlan(TestPlan.intake(), by: office) }
        let problem = await #expect(throws: Problem.self) {
            try await database.read { _ = try $0.plan(id, for: division) }
        }
        #expect(problem?.kind == .notFound)
        #expect(try await database.read { try $0.plans(for: division) }.isEmpty)
    }
}

@Suite struct `Confirming a plan` {
    @Test(arguments: TestEngine.available)
    func `puts it in force for everybody`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let id = try await database.write { try $0.addPlan(TestPlan.intake(), by: office) }
        try await database.write { try $0.confirmPlan(id, version: 1, by: office) }
        let plan = try await database.read { try $0.plan(id, for: ward.officer(.division)) }
        #expect(plan.status == .running)
        #expect(plan.confirmedAt == TestEngine.moment)
    }

    @Test(arguments: TestEngine.available)
    func `names every task that nobody leads`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let office = try await TestWard.make(in: database).officer(.office)
        let id = try await database.write {
            try $0.addPlan(TestPlan.intake(lacksLead: true), by: office)
        }
        let problem = await #expect(throws: Problem.self) {
            try await database.write { try $0.confirmPlan(id, version: 1, by: office) }
        }
        #expect(problem?.kind == .invalid)
        #expect(problem?.refusals.count == 1)
        #expect(problem?.refusals.values.first?.contains("I.1.3") == true)
        let plan = try await database.read { try $0.plan(id, for: office) }
        #expect(plan.status == .draft)
    }

    @Test(arguments: TestEngine.available)
    func `is refused to one who saw an older state`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let office = try await TestWard.make(in: database).officer(.office)
        let id = try await database.write { try $0.addPlan(TestPlan.intake(), by: office) }
        let problem = await #expect(throws: Problem.self) {
            try await database.write { try $0.confirmPlan(id, version: 0, by: office) }
        }
        #expect(problem?.kind == .conflict)
    }
}
