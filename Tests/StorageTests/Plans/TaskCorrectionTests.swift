import Domain
import Storage
import Testing
import TestSupport

@Suite struct `Correcting a task` {
    @Test(arguments: TestEngine.available)
    func `writes lead, date, target and the clear items, with the journal`(
        engine: TestEngine
    ) async throws {
        let draft = try await Draft(engine)
        let task = try await draft.task("I.1.2")
        let (plan, division) = (draft.plan, draft.ward.division)
        var correction = TaskCorrection(task)
        correction.title = "Kiểm tra cơ sở"
        correction.person = "Đội trưởng"
        correction.product = "Biên bản"
        correction.authority = "Trưởng Công an phường"
        correction.units = [TaskUnit(role: .lead, name: "Phòng Kinh tế phường", unit: division)]
        correction.deadlines = [Deadline(text: "", type: .by, date: "2026-11-30")]
        correction.targets[0].min = 30
        let wanted = correction
        try await draft.write { tx, office in
            try tx.correctTask(task.id, of: plan, version: 1, wanted, by: office)
        }
        let now = try await draft.task("I.1.2")
        #expect(TaskCorrection(now) == wanted)
        #expect(now.version == 2)
        let entries = try await draft.database.read {
            try $0.journal(of: "tasks/\(task.id)", ward: TestWard.code, limit: 10)
        }
        #expect(entries.first?.verb == "task.correct")
        #expect(entries.first?.changes.contains("Phòng Kinh tế phường") == true)
    }

    @Test(arguments: TestEngine.available)
    func `is refused to one who saw an older state`(engine: TestEngine) async throws {
        let draft = try await Draft(engine)
        let task = try await draft.task("I.1.2")
        let plan = draft.plan
        try await draft.write { tx, office in
            try tx.correctTask(task.id, of: plan, version: 1, TaskCorrection(task), by: office)
        }
        let problem = await #expect(throws: Problem.self) {
            try await draft.write { tx, office in
                try tx.correctTask(task.id, of: plan, version: 1, TaskCorrection(task), by: office)
            }
        }
        #expect(problem?.kind == .conflict)
    }

    @Test(arguments: TestEngine.available)
    func `refuses a target whose least is above its most`(engine: TestEngine) async throws {
        let draft = try await Draft(engine)
        let task = try await draft.task("I.1.2")
        let plan = draft.plan
        var correction = TaskCorrection(task)
        correction.targets[0].max = 10
        let wanted = correction
        let problem = await #expect(throws: Problem.self) {
            try await draft.write { tx, office in
                try tx.correctTask(task.id, of: plan, version: 1, wanted, by: office)
            }
        }
        #expect(problem?.refusals["target-max-0"] != nil)
    }

    @Test(arguments: TestEngine.available)
    func `is not for divisions`(engine: TestEngine) async throws {
        let draft = try await Draft(engine)
        let task = try await draft.task("I.1.2")
        let (plan, division) = (draft.plan, draft.ward.officer(.division))
        let problem = await #expect(throws: Problem.self) {
            try await draft.database.write { tx in
                try tx.correctTask(
                    task.id, of: plan, version: 1, TaskCorrection(task), by: division)
            }
        }
        #expect(problem?.kind == .forbidden)
    }

    @Test(arguments: TestEngine.available)
    func `lets a plan be confirmed whose task gets its lead later`(
        engine: TestEngine
    ) async throws {
        let draft = try await Draft(engine, lacksLead: true)
        let task = try await draft.task("I.1.3")
        let plan = draft.plan
        var correction = TaskCorrection(task)
        correction.isDeferred = true
        let wanted = correction
        try await draft.write { tx, office in
            try tx.correctTask(task.id, of: plan, version: 1, wanted, by: office)
        }
        try await draft.confirm()
        let lead: String? = try await draft.database.read { tx in
            try tx.value(
                """
                SELECT u.unit AS value FROM assignments a
                JOIN assignment_units u ON u.ward = a.ward AND u.assignment = a.id
                WHERE a.task = \(task.id) AND u.role = 'lead'
                """)
        }
        #expect(lead == nil)
    }
}

@Suite struct `Giving out later` {
    @Test(arguments: TestEngine.available)
    func `gives work to nobody before it has one focal point, and binds all the same`(
        engine: TestEngine
    ) async throws {
        let draft = try await Draft(engine)
        let (plan, ward, office) = (draft.plan, draft.ward, draft.office)
        let task = try await draft.task("I.1.1")
        var correction = TaskCorrection(task)
        correction.units = [
            TaskUnit(role: .lead, name: "Công an phường", unit: ward.police),
            TaskUnit(role: .lead, name: "Trung tâm dịch vụ", unit: nil),
        ]
        let two = correction
        try await draft.write { tx, office in
            try tx.correctTask(task.id, of: plan, version: 1, two, by: office)
            let version = try tx.plan(plan, for: office).version
            try tx.confirmPlan(plan, version: version, isDeferring: true, by: office)
        }
        #expect(try await draft.task("I.1.1").isDeferred)
        #expect(try await draft.lead(of: task.id) == nil)
        #expect(
            try await draft.database.read { try $0.plans(for: office).first?.withoutLeadCount } == 1
        )
        try await draft.write { tx, office in
            try tx.bindUnits(["Trung tâm dịch vụ": ward.division], in: plan, by: office)
        }
        #expect(try await draft.lead(of: task.id) == nil)
        correction.units.removeFirst()
        correction.units[0].unit = ward.division
        let one = correction
        let version = try await draft.task("I.1.1").version
        try await draft.write { tx, office in
            try tx.correctTask(task.id, of: plan, version: version, one, by: office)
        }
        #expect(try await draft.lead(of: task.id) == ward.division)
    }
}

@Suite struct `Splitting and joining tasks` {
    @Test(arguments: TestEngine.available)
    func `cuts at a sentence and gives each piece its own target`(
        engine: TestEngine
    ) async throws {
        let draft = try await Draft(engine)
        let task = try await draft.task("I.1.2")
        let plan = draft.plan
        let pieces = TaskSplit.pieces(of: task.text, cutBefore: [1])
        try await draft.write { tx, office in
            try tx.splitTask(task.id, of: plan, version: 1, into: pieces, by: office)
        }
        let tasks = try await draft.tasks()
        #expect(tasks.map(\.code).prefix(4) == ["I.1.1", "I.1.2-1", "I.1.2-2", "I.1.3"])
        #expect(tasks[1].targets.count == 1)
        #expect(tasks[2].targets.isEmpty)
        #expect(tasks[2].title == "Xử lý nghiêm các vi phạm")
        #expect(tasks[2].units(.lead).first?.unit == draft.ward.police)
        let whole = try await draft.task("I.1.2")
        try await draft.write { tx, office in
            try tx.restoreTask(whole.id, of: plan, version: whole.version, by: office)
        }
        #expect(try await draft.tasks().map(\.code).prefix(3) == ["I.1.1", "I.1.2", "I.1.3"])
    }

    @Test(arguments: TestEngine.available)
    func `refuses a cut that leaves one piece`(engine: TestEngine) async throws {
        let draft = try await Draft(engine)
        let task = try await draft.task("I.1.2")
        let plan = draft.plan
        let problem = await #expect(throws: Problem.self) {
            try await draft.write { tx, office in
                try tx.splitTask(task.id, of: plan, version: 1, into: [task.text], by: office)
            }
        }
        #expect(problem?.kind == .invalid)
    }

    @Test(arguments: TestEngine.available)
    func `gives each of several leads a task of its own`(engine: TestEngine) async throws {
        let draft = try await Draft(engine)
        let task = try await draft.task("I.1.1")
        let (plan, division, police) = (draft.plan, draft.ward.division, draft.ward.police)
        var correction = TaskCorrection(task)
        correction.units = [
            TaskUnit(role: .lead, name: "Công an phường", unit: police),
            TaskUnit(role: .lead, name: "Phòng Kinh tế phường", unit: division),
        ]
        let wanted = correction
        try await draft.write { tx, office in
            try tx.correctTask(task.id, of: plan, version: 1, wanted, by: office)
        }
        let refused = await #expect(throws: Problem.self) { try await draft.confirm() }
        #expect(refused?.refusals[task.id]?.contains("nhiều đơn vị chủ trì") == true)
        try await draft.write { tx, office in
            try tx.splitTaskByLead(task.id, of: plan, version: 2, by: office)
        }
        try await draft.confirm()
        let tasks = try await draft.tasks()
        #expect(tasks[0].units(.lead).map(\.unit) == [police])
        #expect(tasks[1].units(.lead).map(\.unit) == [division])
        #expect(tasks[1].deadlines.first?.date == "2026-12-31")
    }

    @Test(arguments: TestEngine.available)
    func `keeps the work and the values of a running task, there and back`(
        engine: TestEngine
    ) async throws {
        let draft = try await Draft(engine)
        try await draft.confirm()
        let (plan, police) = (draft.plan, draft.ward.officer(.police))
        let first = try await draft.task("I.1.1")
        let task = try await draft.task("I.1.2")
        try await draft.write { tx, _ in
            for id in [first.id, task.id] {
                try tx.run(
                    """
                    UPDATE occurrences SET percent = 35 WHERE assignment IN
                        (SELECT id FROM assignments WHERE task = \(id))
                    """)
            }
            try tx.reportTarget(
                task.targets[0].id, of: plan, day: tx.today, value: 20, note: "", evidence: nil,
                by: police)
        }
        func percents() async throws -> [String] {
            try await draft.database.read { tx in
                try tx.rows(
                    """
                    SELECT t.code, o.percent, COALESCE(o.due, '-') AS due FROM occurrences o
                    JOIN assignments a ON a.ward = o.ward AND a.id = o.assignment
                    JOIN tasks t ON t.ward = a.ward AND t.id = a.task
                    WHERE a.ended_at IS NULL AND t.code LIKE 'I.1.%' ORDER BY t.code
                    """
                ).map { row in
                    let (code, due): (String, String) = (row["code"], row["due"])
                    let percent: Int = row["percent"]
                    return "\(code) \(percent) \(due)"
                }
            }
        }
        func values() async throws -> [String: Double?] {
            let officer = draft.office
            let found = try await draft.database.read { tx in
                try tx.targets(of: try tx.plan(plan, for: officer), for: officer)
            }
            return Dictionary(uniqueKeysWithValues: found.map { ($0.taskCode, $0.latest?.value) })
        }
        try await draft.write { tx, office in
            // The deadline stands in the last words of the one, the target in the first of the other.
            try tx.splitTask(
                first.id, of: plan, version: 1,
                into: ["Rà soát các cơ sở", "lập danh sách trước ngày 31/12/2026"], by: office)
            try tx.splitTask(
                task.id, of: plan, version: 1,
                into: TaskSplit.pieces(of: task.text, cutBefore: [1]), by: office)
        }
        #expect(
            try await percents() == [
                "I.1.1-1 0 -", "I.1.1-2 35 2026-12-30", "I.1.2-1 35 -", "I.1.2-2 0 -", "I.1.3 0 -",
            ])
        #expect(try await values() == ["I.1.2-1": 20])
        // A piece of a piece, and all of it put together again.
        let piece = try await draft.task("I.1.2-1")
        try await draft.write { tx, office in
            try tx.splitTask(
                piece.id, of: plan, version: piece.version, into: ["Kiểm tra", "ít nhất 25%"],
                by: office)
            for id in [first.id, task.id] {
                let whole = try tx.task(id, of: try tx.plan(plan, for: office), for: office)
                try tx.restoreTask(id, of: plan, version: whole.version, by: office)
            }
        }
        #expect(
            try await percents() == ["I.1.1 35 2026-12-30", "I.1.2 35 -", "I.1.3 0 -"])
        #expect(try await values() == ["I.1.2": 20])
    }

    @Test(arguments: TestEngine.available)
    func `gives each group's piece the work of its members`(engine: TestEngine) async throws {
        let draft = try await Draft(engine)
        let task = try await draft.task("I.2.1")
        let (plan, ward) = (draft.plan, draft.ward)
        let pieces = try await draft.database.write { tx in
            let office = ward.officer(.office)
            let set = try tx.addUnit(
                "Các đơn vị khác", kind: .set, members: [ward.division], ward: office.ward,
                by: office)
            var correction = TaskCorrection(task)
            correction.units = [
                TaskUnit(role: .lead, name: "Các đơn vị khác", unit: set),
                TaskUnit(role: .lead, name: "Các tổ dân phố", unit: ward.allGroups),
            ]
            try tx.correctTask(task.id, of: plan, version: 1, correction, by: office)
            try tx.confirmPlan(plan, version: try tx.plan(plan, for: office).version, by: office)
            try tx.run("UPDATE occurrences SET percent = 10")
            return try tx.splitTaskByLead(task.id, of: plan, version: 2, by: office)
        }
        let counts = try await draft.database.read { tx in
            try pieces.map { piece in
                try tx.value(
                    """
                    SELECT COUNT(DISTINCT a.member) AS value FROM assignments a
                    JOIN occurrences o ON o.ward = a.ward AND o.assignment = a.id
                    WHERE a.task = \(piece) AND a.ended_at IS NULL AND o.percent = 10
                    """) as Int?
            }
        }
        #expect(counts == [1, ward.groups.count])
    }

    @Test(arguments: TestEngine.available)
    func `merges words, units, deadlines and targets into the other task`(
        engine: TestEngine
    ) async throws {
        let draft = try await Draft(engine)
        let (first, second) = (try await draft.task("I.1.1"), try await draft.task("I.1.2"))
        let plan = draft.plan
        try await draft.write { tx, office in
            try tx.mergeTask(second.id, of: plan, version: 1, into: first.id, by: office)
        }
        let merged = try await draft.task("I.1.1")
        #expect(merged.text == first.text + " " + second.text)
        #expect(merged.targets.map(\.id) == second.targets.map(\.id))
        #expect(try await draft.tasks().count == 5)
    }

    @Test(arguments: TestEngine.available)
    func `counts joint work once, and apart again`(engine: TestEngine) async throws {
        let draft = try await Draft(engine)
        let alone = try await draft.task("I.2.2")
        let running = draft.plan
        try await draft.write { tx, office in
            try tx.partTask(alone.id, of: running, version: 1, by: office)
        }
        let (first, second) = (try await draft.task("I.1.1"), try await draft.task("I.3.1"))
        let (plan, office) = (draft.plan, draft.office)
        try await draft.write { tx, office in
            try tx.joinTasks(second.id, of: plan, version: 1, with: first.id, by: office)
        }
        let joint = try await draft.database.read { try $0.plans(for: office) }
        #expect(joint.first?.workCount == 5)
        try await draft.write { tx, office in
            try tx.partTask(first.id, of: plan, version: 1, by: office)
        }
        let apart = try await draft.database.read { try $0.plans(for: office) }
        #expect(apart.first?.workCount == 6)
    }

    @Test(arguments: TestEngine.available)
    func `takes a task out and back in`(engine: TestEngine) async throws {
        let draft = try await Draft(engine)
        let task = try await draft.task("I.1.3")
        let plan = draft.plan
        try await draft.write { tx, office in
            try tx.removeTask(task.id, of: plan, version: 1, by: office)
        }
        #expect(try await draft.tasks().count == 5)
        try await draft.write { tx, office in
            try tx.restoreTask(task.id, of: plan, version: 2, by: office)
        }
        #expect(try await draft.tasks().map(\.code)[2] == "I.1.3")
    }

    @Test(arguments: TestEngine.available)
    func `adds a missed task at its place, but none from empty lines`(
        engine: TestEngine
    ) async throws {
        let draft = try await Draft(engine)
        let (plan, division) = (draft.plan, draft.ward.division)
        try await draft.write { tx, office in
            try tx.addMissedTask(lines: 10...10, lead: division, to: plan, by: office)
        }
        let tasks = try await draft.tasks()
        #expect(tasks[3].code == "I.2.+1")
        #expect(tasks[3].units(.lead).first?.unit == division)
        await #expect(throws: Problem.self) {
            try await draft.write { tx, office in
                try tx.addMissedTask(lines: 90...91, lead: nil, to: plan, by: office)
            }
        }
    }
}

@Suite struct `Binding the names of units` {
    @Test(arguments: TestEngine.available)
    func `binds every task of the plan and learns for the next one`(
        engine: TestEngine
    ) async throws {
        let draft = try await Draft(engine)
        let (plan, office, division) = (draft.plan, draft.office, draft.ward.division)
        let names = try await draft.database.read { tx in
            try tx.unitNames(of: try tx.plan(plan, for: office), for: office)
        }
        let unbound = try #require(names.first)
        #expect(unbound.name == "Phòng Kinh tế" && unbound.unit == nil)
        #expect(unbound.leadCount == 0 && unbound.count == 1)
        try await draft.write { tx, office in
            try tx.bindUnits(["Phòng Kinh tế": division], in: plan, by: office)
        }
        #expect(try await draft.task("I.1.1").units(.coordinate).first?.unit == division)
        let next = try await draft.database.write { tx in
            try tx.addPlan(
                TestPlan.intake(note: "bản khác", issuer: "UBND phường Khác"), by: office)
        }
        let learned = try await draft.database.read { tx in
            try tx.tasks(of: try tx.plan(next, for: office), for: office)
        }
        #expect(learned[0].units(.coordinate).first?.unit == division)
    }

    @Test(arguments: TestEngine.available)
    func `makes the group that a name means, but no empty one`(engine: TestEngine) async throws {
        let draft = try await Draft(engine)
        let (plan, members) = (draft.plan, [draft.ward.division, draft.ward.police])
        let empty = await #expect(throws: Problem.self) {
            try await draft.write { tx, office in
                try tx.addUnit(
                    named: "Phòng Kinh tế", kind: .set, members: [], boundIn: plan, by: office)
            }
        }
        #expect(empty?.refusals["member"] != nil)
        try await draft.write { tx, office in
            try tx.addUnit(
                named: "Phòng Kinh tế", kind: .set, members: members, boundIn: plan, by: office)
        }
        #expect(try await draft.task("I.1.1").units(.coordinate).first?.unit != nil)
    }
}

@Suite struct `Numbering a plan` {
    @Test(arguments: TestEngine.available)
    func `completes a running plan without touching its tasks`(engine: TestEngine) async throws {
        let draft = try await Draft(engine)
        try await draft.confirm()
        let (plan, office) = (draft.plan, draft.office)
        let before = try await draft.tasks()
        let numbering = try PlanNumbering(
            number: "7/KH-UBND", day: "15/5/2026", today: TestEngine.moment.day)
        let version = try await draft.database.read { try $0.plan(plan, for: office).version }
        try await draft.write { tx, office in
            try tx.numberPlan(plan, version: version, numbering, by: office)
        }
        let now = try await draft.database.read { try $0.plan(plan, for: office) }
        #expect(now.name == "Kế hoạch số 7/KH-UBND")
        #expect(now.issuedWords == "ngày 15/05/2026")
        #expect(now.isComplete)
        #expect(try await draft.tasks() == before)
        #expect(
            try await draft.database.read { try $0.plans(matching: "7/kh", for: office) }.count == 1
        )
    }

    @Test func `refuses a number without a symbol and a day to come`() {
        let problem = #expect(throws: Problem.self) {
            try PlanNumbering(number: "131", day: "2026-11-22", today: TestEngine.moment.day)
        }
        #expect(problem?.refusals.keys.sorted() == ["day", "number"])
    }

    @Test func `puts the known symbol behind a bare number`() throws {
        let numbering = try PlanNumbering(
            number: "152", day: "", suffix: "/KH-UBND", today: TestEngine.moment.day)
        #expect(numbering.number == "152/KH-UBND")
        let problem = #expect(throws: Problem.self) {
            try PlanNumbering(
                number: "", day: "", names: .init(issuer: nil, place: nil, title: ""),
                today: TestEngine.moment.day)
        }
        #expect(problem?.refusals.keys.sorted() == ["title"])
    }

    @Test(arguments: TestEngine.available)
    func `gives a poor scan its issuer, place and title`(engine: TestEngine) async throws {
        let draft = try await Draft(engine)
        let plan = draft.plan
        let numbering = try PlanNumbering(
            number: "152", day: "",
            names: .init(issuer: "UBND phường Mới", place: "Thử", title: "Tên"),
            suffix: "/KH-UBND", today: TestEngine.moment.day)
        try await draft.write { tx, office in
            try tx.numberPlan(plan, version: 1, numbering, by: office)
        }
        let office = draft.office
        let (now, found, entry) = try await draft.database.read { tx in
            (
                try tx.plan(plan, for: office), try tx.plans(matching: "phuong moi", for: office),
                try tx.journal(of: "plans/\(plan)", ward: TestWard.code, limit: 1).first
            )
        }
        #expect(now.number == "152/KH-UBND")
        #expect([now.issuer, now.place, now.title] == ["UBND phường Mới", "Thử", "Tên"])
        #expect(found.count == 1)
        #expect(entry?.changes.contains("UBND phường Mới") == true)
    }
}

@Suite struct `Reporting a target` {
    @Test(arguments: TestEngine.available)
    func `is for the unit that does the work, up to today`(engine: TestEngine) async throws {
        let draft = try await Draft(engine)
        try await draft.confirm()
        let plan = draft.plan
        let target = try #require(try await draft.task("I.1.2").targets.first)
        let (police, division) = (draft.ward.officer(.police), draft.ward.officer(.division))
        let today = TestEngine.moment.day
        try await draft.database.write { tx in
            try tx.reportTarget(
                target.id, of: plan, day: today, value: 20, note: "", evidence: nil, by: police)
        }
        let standing = try await draft.database.read { tx in
            try tx.target(target.id, of: try tx.plan(plan, for: police), for: police)
        }
        #expect(standing.latest?.value == 20)
        let late = try #require(Day(iso: "2027-03-11"))
        #expect(TargetProgress(target, value: 20, on: today) == .behind)
        #expect(TargetProgress(target, value: 25, on: today) == .reached)
        #expect(TargetProgress(target, value: nil, on: today) == .unreported)
        #expect(TargetProgress(target, value: nil, on: late) == .overdue)
        #expect(TargetProgress(target, value: 20, on: late) == .missed)
        #expect(TargetProgress(target, value: 25, on: late) == .reached)
        let forbidden = await #expect(throws: Problem.self) {
            try await draft.database.write { tx in
                try tx.reportTarget(
                    target.id, of: plan, day: today, value: 20, note: "", evidence: nil,
                    by: division)
            }
        }
        #expect(forbidden?.kind == .forbidden)
        let early = await #expect(throws: Problem.self) {
            try await draft.database.write { tx in
                try tx.reportTarget(
                    target.id, of: plan, day: today.adding(days: 1), value: 20, note: "",
                    evidence: nil, by: police)
            }
        }
        #expect(early?.refusals["day"] != nil)
    }

    @Test(arguments: TestEngine.available)
    func `refuses what cannot be, and takes back what was wrong`(engine: TestEngine) async throws {
        let draft = try await Draft(engine)
        try await draft.confirm()
        let plan = draft.plan
        let target = try #require(try await draft.task("I.1.2").targets.first)
        let (police, division) = (draft.ward.officer(.police), draft.ward.officer(.division))
        let day = TestEngine.moment.day
        for value in [-5.0, 250] {
            let problem = await #expect(throws: Problem.self) {
                try await draft.database.write { tx in
                    try tx.reportTarget(
                        target.id, of: plan, day: day, value: value, note: "", evidence: nil,
                        by: police)
                }
            }
            #expect(problem?.refusals["value"] != nil)
        }
        for value in [7.5, 75] {
            try await draft.database.write { tx in
                try tx.reportTarget(
                    target.id, of: plan, day: day, value: value, note: "", evidence: nil,
                    by: police)
            }
        }
        let wrong = try #require(
            try await draft.database.read { tx in
                try tx.values(ofTargets: [target.id], ward: police.ward).first { $0.value == 75 }
            })
        let forbidden = await #expect(throws: Problem.self) {
            try await draft.database.write { tx in
                try tx.withdrawValue(wrong.id, ofTarget: target.id, of: plan, by: division)
            }
        }
        #expect(forbidden?.kind == .forbidden)
        try await draft.database.write { tx in
            try tx.withdrawValue(wrong.id, ofTarget: target.id, of: plan, by: police)
        }
        let left = try await draft.database.read { tx in
            try tx.values(ofTargets: [target.id], ward: police.ward).map(\.value)
        }
        #expect(left == [7.5])
        let again = await #expect(throws: Problem.self) {
            try await draft.database.write { tx in
                try tx.withdrawValue(wrong.id, ofTarget: target.id, of: plan, by: police)
            }
        }
        #expect(again?.kind == .notFound)
    }
}
