import Domain
import Storage
import Testing
import TestSupport

@Suite struct `Amending a plan` {
    private func amended() -> PlanIntake {
        let base = TestPlan.intake(note: "Bản sửa đổi")
        var reading = base.reading
        reading.tasks[0].deadlines = [
            Deadline(text: "trước ngày 15/12/2026", type: .by, date: "2026-12-15")
        ]
        reading.tasks[3].leadUnits = ["Công an phường"]
        reading.tasks.remove(at: 2)
        reading.tasks.append(TestPlan.task("I.3.2", line: 13, leads: ["Đơn vị mới"]))
        return PlanIntake(
            content: base.content, fileName: "sua-doi.txt", mediaType: base.mediaType,
            source: base.source, reading: reading)
    }

    @Test(arguments: TestEngine.available)
    func `keeps work and corrections, ends what is gone and adds what is new`(
        engine: TestEngine
    ) async throws {
        let draft = try await Draft(engine)
        let first = try await draft.task("I.1.1")
        let plan = draft.plan
        var correction = TaskCorrection(first)
        correction.person = "Nguyễn Văn Thử"
        let wanted = correction
        let office = draft.office
        try await draft.write { tx, office in
            try tx.correctTask(first.id, of: plan, version: 1, wanted, by: office)
        }
        try await draft.confirm()
        try await draft.database.write { tx in
            try tx.run(
                """
                UPDATE occurrences SET percent = 40 WHERE assignment IN
                    (SELECT id FROM assignments WHERE task = \(first.id))
                """)
        }
        let intake = amended()
        let number = try await draft.database.write {
            try $0.addAmendment(intake, to: plan, by: office)
        }
        #expect(number == 2)
        let (difference, version) = try await draft.database.read { tx in
            let kept = try tx.plan(plan, for: office)
            let version = try tx.version(2, of: kept, ward: office.ward)
            return (try tx.difference(to: version, of: kept, for: office), kept.version)
        }
        #expect(difference.changed.map(\.task.code) == ["I.1.1", "I.2.1"])
        #expect(difference.changed.first?.changes.map(\.field) == [.deadlines])
        #expect(difference.removed.map(\.code) == ["I.1.3"])
        #expect(difference.added.map(\.id) == ["I.3.2"])
        try await draft.write { tx, office in
            try tx.adoptVersion(2, of: plan, version: version, by: office)
        }
        let tasks = try await draft.tasks()
        #expect(tasks.map(\.code) == ["I.1.1", "I.1.2", "I.2.1", "I.2.2", "I.3.1", "I.3.2"])
        #expect(tasks[0].id == first.id)
        #expect(tasks[0].person == "Nguyễn Văn Thử")
        #expect(tasks[0].deadlines.first?.date == "2026-12-15")
        #expect(tasks[5].isDeferred)
        let gone = try await draft.task("I.1.3")
        #expect(TaskEnd(gone) == .amended)
        let percent: Int? = try await draft.database.read { tx in
            try tx.value(
                """
                SELECT MAX(o.percent) AS value FROM occurrences o
                JOIN assignments a ON a.ward = o.ward AND a.id = o.assignment
                WHERE a.task = \(first.id) AND a.ended_at IS NULL
                """)
        }
        #expect(percent == 40)
        let live: Int? = try await draft.database.read { tx in
            try tx.value(
                """
                SELECT COUNT(*) AS value FROM assignments
                WHERE task = \(gone.id) AND ended_at IS NULL
                """)
        }
        #expect(live == 0)
        let old = try await draft.database.read { tx in
            try tx.version(1, of: try tx.plan(plan, for: office), ward: office.ward)
        }
        #expect(old.reading == TestPlan.reading())
    }

    @Test(arguments: TestEngine.available)
    func `leaves what people cut, took out and added as they made it`(
        engine: TestEngine
    ) async throws {
        let draft = try await Draft(engine)
        let (plan, office) = (draft.plan, draft.office)
        let (cut, out) = (try await draft.task("I.1.2"), try await draft.task("I.3.1"))
        try await draft.write { tx, office in
            try tx.splitTask(
                cut.id, of: plan, version: 1,
                into: TaskSplit.pieces(of: cut.text, cutBefore: [1]), by: office)
            try tx.removeTask(out.id, of: plan, version: 1, by: office)
            try tx.addMissedTask(lines: 10...10, lead: nil, to: plan, by: office)
        }
        let intake = amended()
        let difference = try await draft.database.write { tx in
            let number = try tx.addAmendment(intake, to: plan, by: office)
            let kept = try tx.plan(plan, for: office)
            let version = try tx.version(number, of: kept, ward: office.ward)
            let difference = try tx.difference(to: version, of: kept, for: office)
            try tx.adoptVersion(number, of: plan, version: kept.version, by: office)
            return difference
        }
        #expect(difference.removed.map(\.code) == ["I.1.3"])
        #expect(difference.added.map(\.id) == ["I.3.2"])
        let codes = try await draft.tasks().map(\.code).sorted()
        #expect(codes == ["I.1.1", "I.1.2-1", "I.1.2-2", "I.2.+1", "I.2.1", "I.2.2", "I.3.2"])
    }

    /// The text of quite another plan.
    private func foreign() -> PlanIntake {
        let base = TestPlan.intake(note: "Bầu cử")
        var reading = base.reading
        reading.document.number = "9/KH-BCĐ"
        reading.document.issuer = "Ban Chỉ đạo bầu cử"
        reading.document.title = "Tổ chức bầu cử đại biểu Quốc hội"
        let task = TaskReading(
            id: "I.1.1", sectionPath: "I.1", unitHeading: nil, text: "Niêm yết danh sách cử tri",
            lineStart: 7, lineEnd: 7)
        reading.tasks = [task]
        return PlanIntake(
            content: base.content, fileName: "bau-cu.txt", mediaType: base.mediaType,
            source: base.source, reading: reading)
    }

    @Test(arguments: TestEngine.available)
    func `takes another plan's text only from who is sure, and finds the way back`(
        engine: TestEngine
    ) async throws {
        let draft = try await Draft(engine)
        let (plan, office, police) = (draft.plan, draft.office, draft.ward.officer(.police))
        try await draft.confirm()
        let (first, measured) = (try await draft.task("I.1.1"), try await draft.task("I.1.2"))
        var correction = TaskCorrection(first)
        correction.person = "Nguyễn Văn Thử"
        let wanted = correction
        let numbering = try PlanNumbering(
            number: "7/KH-UBND", day: "15/5/2026", today: TestEngine.moment.day)
        try await draft.write { tx, office in
            try tx.correctTask(first.id, of: plan, version: 1, wanted, by: office)
            let version = try tx.plan(plan, for: office).version
            try tx.numberPlan(plan, version: version, numbering, by: office)
            try tx.run("UPDATE occurrences SET percent = 40")
            try tx.reportTarget(
                measured.targets[0].id, of: plan, day: tx.today, value: 20, note: "",
                evidence: nil, by: police)
        }
        let before = try await draft.tasks()
        let intake = foreign()
        @Sendable func adopt(
            _ number: Int, isSure: Bool, _ tx: Transaction, _ office: Officer
        ) throws {
            try tx.adoptVersion(
                number, of: plan, version: try tx.plan(plan, for: office).version, isSure: isSure,
                by: office)
        }
        let doubt = await #expect(throws: Problem.self) {
            try await draft.write { tx, office in
                _ = try tx.addAmendment(intake, to: plan, by: office)
                try adopt(2, isSure: false, tx, office)
            }
        }
        #expect(doubt?.refusals.keys.sorted() == ["sure"])
        try await draft.write { tx, office in
            _ = try tx.addAmendment(intake, to: plan, by: office)
            try adopt(2, isSure: true, tx, office)
        }
        #expect(try await draft.tasks().map(\.text) == ["Niêm yết danh sách cử tri"])
        try await draft.write { tx, office in
            // What was replaced may come again, and go again; what was in force stays.
            #expect(try tx.addAmendment(TestPlan.intake(), to: plan, by: office) == 3)
            try tx.discardVersion(3, of: plan, by: office)
            #expect(throws: Problem.self) { try tx.discardVersion(1, of: plan, by: office) }
            let kept = try tx.plan(plan, for: office)
            #expect(try tx.versions(of: kept, ward: office.ward).map(\.number) == [2, 1])
            let back = try tx.version(1, of: kept, ward: office.ward)
            let difference = try tx.difference(to: back, of: kept, for: office)
            #expect(difference.returned.count == 6 && difference.removed.count == 1)
            try adopt(1, isSure: false, tx, office)
        }
        let after = try await draft.tasks()
        #expect(after.map(\.id) == before.map(\.id))
        #expect(after.map(TaskCorrection.init) == before.map(TaskCorrection.init))
        let (now, percent, value) = try await draft.database.read { tx in
            let now = try tx.plan(plan, for: office)
            let least: Int? = try tx.value(
                """
                SELECT MIN(o.percent) AS value FROM occurrences o
                JOIN assignments a ON a.ward = o.ward AND a.id = o.assignment
                WHERE a.ended_at IS NULL
                """)
            return (now, least, try tx.targets(of: now, for: office).first?.latest?.value)
        }
        #expect(percent == 40 && value == 20)
        #expect(now.number == "7/KH-UBND" && now.issued == "2026-05-15")
        #expect(now.title == "Thực hiện công tác PCCC năm 2026" && now.currentVersion == 1)
        // The text that was taken for an amendment can now become the plan that it is.
        try await draft.write { tx, office in _ = try tx.addPlan(intake, by: office) }
    }

    @Test(arguments: TestEngine.available)
    func `gives out later what the new text lets several lead`(engine: TestEngine) async throws {
        let draft = try await Draft(engine)
        try await draft.confirm()
        let plan = draft.plan
        let base = amended()
        var reading = base.reading
        reading.tasks[0].leadUnits = ["Công an phường", "Đơn vị mới"]
        reading.tasks.append(
            TestPlan.task(
                "I.3.3", line: 5, leads: ["Công an phường", "Văn phòng HĐND và UBND phường"]))
        let intake = PlanIntake(
            content: base.content, fileName: "hai.txt", mediaType: base.mediaType,
            source: base.source, reading: reading)
        try await draft.write { tx, office in
            let number = try tx.addAmendment(intake, to: plan, by: office)
            let version = try tx.plan(plan, for: office).version
            try tx.adoptVersion(number, of: plan, version: version, by: office)
        }
        let (kept, new) = (try await draft.task("I.1.1"), try await draft.task("I.3.3"))
        #expect(kept.isDeferred && new.isDeferred)
        #expect(try await draft.lead(of: kept.id) == draft.ward.police)
        #expect(try await draft.lead(of: new.id) == nil)
    }

    @Test(arguments: TestEngine.available)
    func `is put in force once, and not by the same file`(engine: TestEngine) async throws {
        let draft = try await Draft(engine)
        let (plan, office) = (draft.plan, draft.office)
        await #expect(throws: PlanIsHere.self) {
            try await draft.write { tx, office in
                _ = try tx.addAmendment(TestPlan.intake(), to: plan, by: office)
            }
        }
        let intake = amended()
        try await draft.write { tx, office in
            _ = try tx.addAmendment(intake, to: plan, by: office)
        }
        try await draft.write { tx, office in
            try tx.adoptVersion(2, of: plan, version: 1, by: office)
        }
        let problem = await #expect(throws: Problem.self) {
            try await draft.write { tx, office in
                try tx.adoptVersion(2, of: plan, version: 2, by: office)
            }
        }
        #expect(problem?.kind == .conflict)
        #expect(
            try await draft.database.read { try $0.plan(plan, for: office).currentVersion } == 2)
    }
}
