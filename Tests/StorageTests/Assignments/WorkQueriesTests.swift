import Domain
import Storage
import Testing
import TestSupport

@Suite struct `Lists of work` {
    private func codes(
        _ setting: WorkSetting, _ role: Role, _ change: (inout WorkFilter) -> Void = { _ in }
    )
        async throws -> [String]
    {
        var filter = WorkFilter()
        change(&filter)
        let asked = filter
        return try await setting.database.read { tx in
            try tx.work(asked, for: setting.officer(role)).map { "\($0.code) \($0.role ?? "-")" }
        }
    }

    @Test(arguments: TestEngine.available)
    func `show each role its own unit's work only`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        #expect(try await codes(setting, .police) == ["1 lead"])
        #expect(try await codes(setting, .division) == ["1 coordinate"])
        #expect(try await codes(setting, .groupHead) == ["2 lead"])
        #expect(try await codes(setting, .office) == [])
        #expect(try await codes(setting, .supervisor) == [])
        #expect(try await codes(setting, .administrator) == [])
    }

    @Test(arguments: TestEngine.available)
    func `show the whole ward to those who may read it`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        for role in Role.allCases where role.may(.readAll) {
            #expect(try await codes(setting, role) { $0.isOfWard = true }.count == 4, "\(role)")
        }
        for role in Role.allCases where !role.may(.readAll) {
            let problem = await #expect(throws: Problem.self) {
                _ = try await codes(setting, role) { $0.isOfWard = true }
            }
            #expect(problem?.kind == .forbidden)
        }
    }

    @Test(arguments: TestEngine.available)
    func `find words whatever their diacritics, and narrow`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let ward = { (filter: inout WorkFilter) in filter.isOfWard = true }
        #expect(
            try await codes(setting, .office) {
                ward(&$0); $0.words = "RA SOAT"
            }.count == 1)
        #expect(
            try await codes(setting, .office) {
                ward(&$0); $0.words = "%"
            } == [])
        #expect(
            try await codes(setting, .office) {
                ward(&$0); $0.lead = "none"
            } == ["3 -"])
        #expect(
            try await codes(setting, .office) {
                ward(&$0); $0.plan = "x"
            } == [])
        #expect(try await codes(setting, .division) { $0.role = "lead" } == [])
        #expect(try await codes(setting, .police) { $0.state = .only(.late) } == [])
        #expect(try await codes(setting, .police) { $0.state = .all } == ["1 lead"])
    }

    @Test(arguments: TestEngine.available)
    func `go on page by page without losing or repeating`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let pages = try await setting.database.read { tx -> [String] in
            var found: [String] = []
            var filter = WorkFilter()
            filter.isOfWard = true
            while let row = try tx.work(filter, for: setting.officer(.office), limit: 1).first {
                found.append(row.id)
                filter.after = row.cursor
            }
            return found
        }
        #expect(pages.count == 4)
        #expect(Set(pages).count == 4)
    }

    @Test(arguments: TestEngine.available)
    func `count joint work of several bullets once, by its worst state`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let late = Deadline(text: "đến 20/11/2026", type: .by, date: "2026-11-20")
        let plan = try await TestWork.make(
            in: database,
            [
                TestTask("1", leads: [ward.police], workItem: "joint"),
                TestTask("2", leads: [ward.office], deadlines: [late], workItem: "joint"),
                TestTask("3", leads: [ward.office], deadlines: [late]),
                TestTask("4", leads: [ward.allGroups]),
            ])
        let counts = try await database.write { tx -> WorkCounts in
            try tx.makeAssignments(ofPlan: plan, by: ward.officer(.office))
            var filter = WorkFilter()
            filter.isOfWard = true
            return try tx.workCounts(filter, for: ward.officer(.office))
        }
        #expect(counts[.late] == 2)
        #expect(counts[.notStarted] == 2)
        #expect(counts.open == 4)
    }

    /// The rule stands twice: as a function, and as conditions for lists.
    @Test(arguments: TestEngine.available)
    func `agree with the rule of status in every case`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let plan = try await TestWork.make(in: database, [TestTask("1", leads: [ward.police])])
        let officer = ward.officer(.office)
        try await database.write { try $0.makeAssignments(ofPlan: plan, by: officer) }
        let checked = try await database.write { tx -> Int in
            var checked = 0
            for facts in Self.cases(around: tx.today) {
                try Self.set(facts, tx)
                let expected = WorkRule.status(of: facts, on: tx.today)
                var filter = WorkFilter()
                filter.isOfWard = true
                filter.state = .all
                let counts = try tx.workCounts(filter, for: officer)
                #expect(counts.byStatus == [expected: 1], "\(facts)")
                for status in WorkStatus.allCases {
                    filter.state = .only(status)
                    let found = try tx.work(filter, for: officer)
                    #expect(found.count == (status == expected ? 1 : 0), "\(status) \(facts)")
                }
                checked += 1
            }
            return checked
        }
        #expect(checked > 150)
    }

    private static func cases(around today: Day) -> [WorkFacts] {
        var cases: [WorkFacts] = []
        for due in [nil, -1, 0, 7, 8, 60, 61] as [Int?] {
            for begins in [-100, -31, -30, -5] {
                for reported in [nil, -31, -30, -1] as [Int?] {
                    for percent in [0, 50] {
                        cases.append(
                            WorkFacts(
                                due: due.map { today.adding(days: $0) },
                                begins: today.adding(days: begins),
                                reported: reported.map { today.adding(days: $0) },
                                percent: percent, isStarted: reported != nil))
                    }
                }
            }
        }
        for (submitted, isAccepted, isExcused) in [
            (0, false, false), (-2, true, false), (-1, true, false), (0, true, false),
            (0, false, true),
        ] {
            cases.append(
                WorkFacts(
                    due: today.adding(days: -1), begins: today.adding(days: -9), percent: 100,
                    isStarted: true, submitted: today.adding(days: submitted),
                    isAccepted: isAccepted, isExcused: isExcused))
        }
        return cases
    }

    private static func set(_ facts: WorkFacts, _ tx: Transaction) throws {
        let started: Instant? = facts.isStarted ? tx.now : nil
        let submitted: Instant? = facts.submitted.map { Instant(startOf: $0) }
        let accepted: Instant? = facts.isAccepted ? tx.now : nil
        let excused: Instant? = facts.isExcused ? tx.now : nil
        try tx.run(
            """
            UPDATE occurrences
            SET due = \(facts.due), due_day = \(facts.due?.number ?? WorkRule.noDueDay),
                begins_day = \(facts.begins.number), reported_day = \(facts.reported?.number),
                percent = \(facts.percent), started_at = \(started),
                submitted_at = \(submitted), accepted_at = \(accepted), excused_at = \(excused)
            """)
    }
}

@Suite struct `The plans of a person` {
    @Test(arguments: TestEngine.available)
    func `are counted for the head of a facility as far as they concern the facility`(
        engine: TestEngine
    ) async throws {
        let setting = try await WorkSetting.make(engine)
        let seen = { (role: Role) in
            try await setting.database.read { tx in
                let officer = setting.officer(role)
                let found = try #require(try tx.plans(for: officer).first)
                let standings = try tx.standings(of: found.plan, for: officer)
                let open = standings.values.flatMap(\.byStatus.values).reduce(0, +)
                return [found.workCount, found.withoutLeadCount, found.work.open, open]
            }
        }
        #expect(try await seen(.division) == [3, 1, 4, 4])
        #expect(try await seen(.facilityHead) == [1, 0, 1, 1])
    }
}
