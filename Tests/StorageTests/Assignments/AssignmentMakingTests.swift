import Domain
import Storage
import Testing
import TestSupport

@Suite struct `Making the assignments of a plan` {
    private func summary(_ database: Database) async throws -> [String] {
        try await database.read { tx in
            try tx.rows(
                """
                SELECT t.code, a.member, a.ended_at, COALESCE(u.name, '-') AS lead,
                    COALESCE(o.due, '-') AS due,
                    (SELECT COUNT(*) FROM assignment_units c
                     WHERE c.ward = a.ward AND c.assignment = a.id AND c.role = 'coordinate')
                    AS partners
                FROM assignments a
                JOIN tasks t ON t.ward = a.ward AND t.id = a.task
                JOIN occurrences o ON o.ward = a.ward AND o.assignment = a.id
                LEFT JOIN assignment_units l
                    ON l.ward = a.ward AND l.assignment = a.id AND l.role = 'lead'
                LEFT JOIN units u ON u.ward = l.ward AND u.id = l.unit
                ORDER BY t.position, u.name, o.due_day
                """
            ).map { row in
                let ended: Instant? = row["ended_at"]
                let lead: String = row["lead"]
                let due: String = row["due"]
                let partners: Int = row["partners"]
                let code: String = row["code"]
                return "\(code) \(lead) +\(partners) \(due)\(ended == nil ? "" : " ended")"
            }
        }
    }

    private let byYearEnd = Deadline(
        text: "trước ngày 31/12/2026", type: .by, date: "2026-12-31")

    @Test(arguments: TestEngine.available)
    func `gives one unit the work, and each member of a group its own`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let plan = try await TestWork.make(
            in: database,
            [
                TestTask(
                    "1", leads: [ward.police], partners: [ward.office, ward.allGroups],
                    deadlines: [byYearEnd]),
                TestTask("2", leads: [ward.allGroups], partners: [ward.groups[0], ward.police]),
                TestTask("3"),
            ])
        try await database.write { try $0.makeAssignments(ofPlan: plan, by: ward.officer(.office)) }
        #expect(
            try await summary(database) == [
                "1 Công an phường +3 2026-12-30",
                "2 Tổ dân phố số 1 +1 -", "2 Tổ dân phố số 2 +2 -", "3 - +0 -",
            ])
    }

    @Test(arguments: TestEngine.available)
    func `keeps what exists when it is called again`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let plan = try await TestWork.make(
            in: database,
            [
                TestTask("1", leads: [ward.police], deadlines: [byYearEnd]),
                TestTask("2", leads: [ward.office]), TestTask("3", leads: [ward.division]),
            ])
        let office = ward.officer(.office)
        try await database.write { try $0.makeAssignments(ofPlan: plan, by: office) }
        try await database.write { tx in
            // An officer gave task 3 to the police; the plan never said so.
            try tx.run(
                "UPDATE assignment_units SET unit = \(ward.police) WHERE unit = \(ward.division)")
            // The amendment: another day for 1, 2 is dropped, 4 is new.
            try tx.run("UPDATE task_deadlines SET date = '2027-01-31', text = 'đến 31/01/2027'")
            try tx.run("UPDATE tasks SET ended_at = 1 WHERE code = '2'")
            try TestWork.add(TestTask("4", leads: [ward.groups[1]]), to: plan, at: 4, tx)
            try tx.makeAssignments(ofPlan: plan, by: office)
            try tx.makeAssignments(ofPlan: plan, by: office)
        }
        #expect(
            try await summary(database) == [
                "1 Công an phường +0 2027-01-31",
                "2 Văn phòng HĐND và UBND phường +0 - ended",
                "3 Công an phường +0 -", "4 Tổ dân phố số 2 +0 -",
            ])
    }

    @Test(arguments: TestEngine.available)
    func `takes another rhythm from today on, there and back`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let yearly = Deadline(
            text: "05/12 hằng năm", type: .recurring, date: "--12-05", recurrence: .yearly)
        let plan = try await TestWork.make(
            in: database,
            [
                TestTask("1", leads: [ward.police], deadlines: [yearly]),
                TestTask("2", leads: [ward.office], deadlines: [yearly]),
            ])
        let office = ward.officer(.office)
        func works() async throws -> [String] {
            try await database.read { tx in
                try tx.rows(
                    """
                    SELECT t.code, o.slot, o.due, o.percent FROM occurrences o
                    JOIN assignments a ON a.ward = o.ward AND a.id = o.assignment
                    JOIN tasks t ON t.ward = a.ward AND t.id = a.task
                    ORDER BY t.code, o.due_day
                    """
                ).map { row in
                    let (code, slot, due): (String, String, String) = (
                        row["code"], row["slot"], row["due"]
                    )
                    let percent: Int = row["percent"]
                    return "\(code) \(slot) \(due) \(percent)"
                }
            }
        }
        func turn(_ recurrence: String, _ date: String) async throws {
            try await database.write { tx in
                try tx.run("UPDATE task_deadlines SET recurrence = \(recurrence), date = \(date)")
                try tx.makeAssignments(ofPlan: plan, by: office)
                try tx.makeAssignments(ofPlan: plan, by: office)
                #expect(try tx.extendHorizon(ward: TestWard.code) == 0)
            }
        }
        try await database.write { tx in
            try tx.makeAssignments(ofPlan: plan, by: office)
            // Given out in July; the second has been begun, and a year is still owed.
            try tx.run("UPDATE assignments SET created_at = \(tx.now.adding(seconds: -11_000_000))")
            try tx.run(
                """
                UPDATE occurrences SET percent = 35 WHERE assignment IN
                    (SELECT a.id FROM assignments a JOIN tasks t ON t.id = a.task WHERE t.code = '2')
                """)
        }
        let start = try await works()
        #expect(start == ["1 y2026 2026-12-05 0", "2 y2026 2026-12-05 35"])
        try await turn("monthly", "---15")
        #expect(
            try await works() == [
                "1 m2026-12 2026-12-15 0", "1 m2027-01 2027-01-15 0", "1 m2027-02 2027-02-15 0",
                "2 m2026-12 2026-12-15 35", "2 m2027-01 2027-01-15 0", "2 m2027-02 2027-02-15 0",
            ])
        try await turn("yearly", "--12-05")
        #expect(try await works() == start)
    }

    @Test(arguments: TestEngine.available)
    func `follows the plan to another lead`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let plan = try await TestWork.make(
            in: database, [TestTask("1", leads: [ward.police], partners: [ward.office])])
        let office = ward.officer(.office)
        try await database.write { tx in
            try tx.makeAssignments(ofPlan: plan, by: office)
            try tx.run("UPDATE task_units SET unit = \(ward.office) WHERE role = 'lead'")
            try tx.makeAssignments(ofPlan: plan, by: office)
        }
        #expect(try await summary(database) == ["1 Văn phòng HĐND và UBND phường +0 -"])
    }

    @Test(arguments: TestEngine.available)
    func `lists the tasks with several leads and makes nothing`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let plan = try await TestWork.make(
            in: database,
            [
                TestTask("1", leads: [ward.police]),
                TestTask("II.2", leads: [ward.police, ward.allGroups]),
            ])
        let problem = await #expect(throws: Problem.self) {
            try await database.write {
                try $0.makeAssignments(ofPlan: plan, by: ward.officer(.office))
            }
        }
        #expect(problem?.kind == .conflict)
        #expect(problem?.message.contains("II.2 (Công an phường; Các tổ dân phố)") == true)
        #expect(try await summary(database) == [])
    }

    @Test(arguments: TestEngine.available)
    func `is for those who run plans`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let plan = try await TestWork.make(in: database, [TestTask("1", leads: [ward.police])])
        for role in [Role.division, .groupHead, .supervisor, .administrator] {
            let problem = await #expect(throws: Problem.self) {
                try await database.write {
                    try $0.makeAssignments(ofPlan: plan, by: ward.officer(role))
                }
            }
            #expect(problem?.kind == .forbidden)
        }
    }

    @Test(arguments: TestEngine.available)
    func `refuses a second lead in the database`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let plan = try await TestWork.make(in: database, [TestTask("1", leads: [ward.police])])
        try await database.write { try $0.makeAssignments(ofPlan: plan, by: ward.officer(.office)) }
        let problem = await #expect(throws: Problem.self) {
            try await database.write { tx in
                let assignment: String = try tx.value("SELECT id AS value FROM assignments") ?? ""
                try tx.run(
                    """
                    INSERT INTO assignment_units (ward, assignment, unit, role)
                    VALUES (\(TestWard.code), \(assignment), \(ward.office), 'lead')
                    """)
            }
        }
        #expect(problem?.message.contains("Mỗi việc chỉ một đầu mối") == true)
    }
}
