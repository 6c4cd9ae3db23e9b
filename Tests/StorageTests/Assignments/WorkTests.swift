import Domain
import Storage
import Testing
import TestSupport

/// A ward with one plan: police leads 1 with the division, the groups each have 2, nobody has 3.
struct WorkSetting {
    let database: Database
    let ward: TestWard
    let plan: String

    static func make(_ engine: TestEngine, clock: TestClock = TestClock()) async throws -> Self {
        let database = try await engine.open(clock: clock.now)
        let ward = try await TestWard.make(in: database)
        let plan = try await TestWork.make(
            in: database,
            [
                TestTask(
                    "1", "Rà soát cơ sở", leads: [ward.police], partners: [ward.division],
                    deadlines: [Deadline(text: "đến 30/11/2026", type: .by, date: "2026-11-30")]),
                TestTask("2", "Tuyên truyền", leads: [ward.allGroups]),
                TestTask("3", "Xây bể nước"),
            ])
        try await database.write { try $0.makeAssignments(ofPlan: plan, by: ward.officer(.office)) }
        return WorkSetting(database: database, ward: ward, plan: plan)
    }

    func officer(_ role: Role) -> Officer { ward.officer(role) }

    func work(_ code: String, lead: String? = nil) async throws -> String {
        let lead = lead ?? ""
        let id: String? = try await database.read { tx in
            try tx.value(
                """
                SELECT o.id AS value FROM occurrences o
                JOIN assignments a ON a.ward = o.ward AND a.id = o.assignment
                JOIN tasks t ON t.ward = a.ward AND t.id = a.task
                WHERE t.code = \(code) AND (\(lead) = '' OR a.member = \(lead))
                """)
        }
        return try #require(id)
    }

    func detail(_ id: String, _ role: Role = .office) async throws -> WorkDetail {
        try await database.read { try $0.workDetail(id, for: officer(role)) }
    }
}

func jpeg(_ mark: UInt8 = 1, name: String = "anh.jpg") throws -> Evidence {
    try Evidence(name: name, bytes: [0xFF, 0xD8, 0xFF, mark])
}

@Suite struct `Reporting work` {
    @Test(arguments: TestEngine.available)
    func `keeps percent, words and evidence once`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let id = try await setting.work("1")
        let police = setting.officer(.police)
        try await setting.database.write { tx in
            try tx.reportWork(
                id, text: "Đã rà soát 12 cơ sở", percent: 40, evidence: [try jpeg()], by: police)
            try tx.reportWork(
                id, text: "", percent: nil, evidence: [try jpeg(name: "b.jpg")], by: police)
        }
        let detail = try await setting.detail(id)
        #expect(detail.row.facts.percent == 40)
        #expect(detail.row.facts.reported?.iso == "2026-11-21")
        let entries = try await setting.database.read {
            try $0.entries(of: id, ward: TestWard.code)
        }
        #expect(entries.map(\.kind) == [.progress, .progress])
        #expect(entries.map { $0.files.map(\.name) } == [["b.jpg"], ["anh.jpg"]])
        let kept: Int? = try await setting.database.read {
            try $0.value("SELECT COUNT(*) AS value FROM files WHERE media_type = 'image/jpeg'")
        }
        #expect(kept == 1)
    }

    @Test(arguments: TestEngine.available)
    func `takes a partner's word without percent`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let id = try await setting.work("1")
        try await setting.database.write {
            try $0.reportWork(id, text: "Cử 2 người", percent: 90, by: setting.officer(.division))
        }
        let detail = try await setting.detail(id)
        #expect(detail.row.facts.percent == 0)
        #expect(detail.row.status == .notStarted)
    }

    @Test(arguments: TestEngine.available)
    func `refuses strangers, wrong percents and empty reports`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let id = try await setting.work("1")
        for (role, percent, text, kind) in [
            (Role.office, 10, "x", Problem.Kind.forbidden), (.groupHead, 10, "x", .notFound),
            (.police, 101, "x", .invalid), (.police, -1, "x", .invalid),
            (.police, 10, "", .invalid),
        ] {
            let problem = await #expect(throws: Problem.self) {
                try await setting.database.write {
                    try $0.reportWork(id, text: text, percent: percent, by: setting.officer(role))
                }
            }
            #expect(problem?.kind == kind)
        }
    }

    @Test func `takes pictures and papers, nothing else`() throws {
        let problem = #expect(throws: Problem.self) {
            try Evidence(name: "a.jpg", bytes: Array("MZ a program".utf8))
        }
        #expect(problem?.kind == .invalid)
        let large = [0xFF, 0xD8, 0xFF] + [UInt8](repeating: 0, count: EvidenceKind.bytesMax - 3)
        #expect(try Evidence(name: "a.jpg", bytes: large).mediaType == "image/jpeg")
        #expect(throws: Problem.self) { try Evidence(name: "a.jpg", bytes: large + [0]) }
    }

    @Test(arguments: TestEngine.available)
    func `demands evidence or a reason when handing in`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let id = try await setting.work("1")
        let police = setting.officer(.police)
        let problem = await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.submitWork(
                    id, text: "Xong", evidence: [], reason: nil, version: 1, by: police)
            }
        }
        #expect(problem?.refusals.keys.contains("reason") == true)
        try await setting.database.write {
            try $0.submitWork(
                id, text: "Xong", evidence: [], reason: "Chỉ nói miệng", version: 1, by: police)
        }
        #expect(try await setting.detail(id).row.status == .waiting)
        let again = await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.submitWork(
                    id, text: "Xong", evidence: [try jpeg()], reason: nil, version: 2, by: police)
            }
        }
        #expect(again?.kind == .conflict)
    }

    @Test(arguments: TestEngine.available)
    func `shows evidence only to those who see the work`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let id = try await setting.work("1")
        try await setting.database.write { tx in
            try tx.reportWork(
                id, text: "a", percent: 1, evidence: [try jpeg()], by: setting.officer(.police))
        }
        let file = try #require(
            try await setting.database.read {
                try $0.entries(of: id, ward: TestWard.code).first?.files.first?.id
            })
        for role in Role.allCases {
            let seen = try await setting.database.read { tx in
                do {
                    return try tx.evidence(file, for: setting.officer(role)).content.count
                } catch let problem as Problem {
                    #expect(problem.kind == .notFound)
                    return 0
                }
            }
            let expected = role.may(.readAll) || role == .division || role == .facilityHead
            #expect((seen == 4) == expected, "\(role)")
        }
    }
}

@Suite struct `Judging work` {
    private func submitted(_ engine: TestEngine) async throws -> (WorkSetting, String) {
        let setting = try await WorkSetting.make(engine)
        let id = try await setting.work("1")
        try await setting.database.write {
            try $0.submitWork(
                id, text: "Xong", evidence: [try jpeg()], reason: nil, version: 1,
                by: setting.officer(.police))
        }
        return (setting, id)
    }

    @Test(arguments: TestEngine.available)
    func `accepts, but not one's own`(engine: TestEngine) async throws {
        let (setting, id) = try await submitted(engine)
        for role in [Role.police, .division, .supervisor] {
            let problem = await #expect(throws: Problem.self) {
                try await setting.database.write {
                    try $0.acceptWork(id, note: "", version: 2, by: setting.officer(role))
                }
            }
            #expect(problem?.kind == .forbidden, "\(role)")
        }
        try await setting.database.write {
            try $0.acceptWork(id, note: "Tốt", version: 2, by: setting.officer(.office))
        }
        #expect(try await setting.detail(id).row.status == .done)
    }

    @Test(arguments: TestEngine.available)
    func `returns with a reason, and only what was seen`(engine: TestEngine) async throws {
        let (setting, id) = try await submitted(engine)
        let office = setting.officer(.office)
        for (reason, version, kind) in [
            ("", 2, Problem.Kind.invalid), ("Thiếu biên bản", 1, .conflict),
        ] {
            let problem = await #expect(throws: Problem.self) {
                try await setting.database.write {
                    try $0.returnWork(id, reason: reason, version: version, by: office)
                }
            }
            #expect(problem?.kind == kind)
        }
        try await setting.database.write {
            try $0.returnWork(id, reason: "Thiếu biên bản", version: 2, by: office)
        }
        #expect(try await setting.detail(id).row.status.isOpen)
        #expect(try await setting.detail(id).row.facts.submitted == nil)
        #expect(try await setting.detail(id).row.facts.percent == 0)
    }

    @Test(arguments: TestEngine.available)
    func `gives returned work back at what the unit itself had said, and tells it`(
        engine: TestEngine
    ) async throws {
        let setting = try await WorkSetting.make(engine)
        let id = try await setting.work("1")
        let (police, office) = (setting.officer(.police), setting.officer(.office))
        try await setting.database.write { tx in
            try tx.reportWork(id, text: "Một nửa", percent: 50, by: police)
            try tx.submitWork(
                id, text: "Xong", evidence: [try jpeg()], reason: nil, version: 2, by: police)
            #expect(try tx.waiting(for: police).returned == 0)
            try tx.returnWork(id, reason: "Thiếu biên bản", version: 3, by: office)
            #expect(try tx.returnedWork(for: police).map(\.id) == [id])
            #expect(try tx.waiting(for: police).returned == 1)
            #expect(try tx.waiting(for: office).returned == 0)
        }
        #expect(try await setting.detail(id).row.facts.percent == 50)
        try await setting.database.write { tx in
            try tx.submitWork(
                id, text: "Đủ", evidence: [], reason: nil, version: 4, by: police)
            #expect(try tx.returnedWork(for: police).isEmpty)
        }
    }

    @Test(arguments: TestEngine.available)
    func `keeps a missed time as a debt until it is excused`(engine: TestEngine) async throws {
        let clock = TestClock()
        let setting = try await WorkSetting.make(engine, clock: clock)
        let id = try await setting.work("1")
        clock.set(TestEngine.moment.adding(seconds: 30 * 86_400))
        #expect(try await setting.detail(id).row.status == .late)
        try await setting.database.write {
            try $0.excuseWork(id, reason: "Bão", version: 1, by: setting.officer(.chairman))
        }
        #expect(try await setting.detail(id).row.status == .excused)
    }

    @Test(arguments: TestEngine.available)
    func `asks the lead for an explanation and settles the answer`(
        engine: TestEngine
    ) async throws {
        let setting = try await WorkSetting.make(engine)
        let id = try await setting.work("1")
        let today = TestEngine.moment.day
        let supervisor = setting.officer(.supervisor)
        let early = await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.questionWork(
                    id, question: "Vì sao?", due: today.adding(days: -1), by: supervisor)
            }
        }
        #expect(early?.kind == .invalid)
        let asked = try await setting.database.write {
            try $0.questionWork(id, question: "Vì sao chậm?", due: today, by: supervisor)
        }
        let stranger = await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.answerExplanation(asked, text: "x", by: setting.officer(.office))
            }
        }
        #expect(stranger?.kind == .forbidden)
        try await setting.database.write { tx in
            #expect(try tx.explanationsToAnswer(for: setting.officer(.police)).count == 1)
            try tx.answerExplanation(asked, text: "Thiếu người", by: setting.officer(.police))
            #expect(try tx.explanationsToAnswer(for: setting.officer(.police)).isEmpty)
            try tx.settleExplanation(asked, isAccepted: true, by: supervisor)
        }
        let found = try await setting.database.read {
            try $0.explanations(ofWork: id, ward: TestWard.code)
        }
        #expect(found.first?.answer == "Thiếu người")
        #expect(found.first?.isAccepted == true)
    }

    @Test(arguments: TestEngine.available)
    func `lets a supervisor read and question only`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let detail = try await setting.detail(try await setting.work("1"), .supervisor)
        #expect(
            detail.rights == WorkRights(of: setting.officer(.supervisor), lead: "x", partners: []))
        #expect(detail.rights.mayQuestion)
        for right in [
            detail.rights.mayReport, detail.rights.mayAccept, detail.rights.mayRun,
            detail.rights.mayUrge, detail.rights.mayContribute,
        ] { #expect(!right) }
    }
}

@Suite struct `Changing what was assigned` {
    @Test(arguments: TestEngine.available)
    func `moves the lead, keeping exactly one`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let id = try await setting.work("1")
        try await setting.database.write {
            try $0.changeLead(
                ofWork: id, to: setting.ward.division, reason: "Đúng chức năng", version: 1,
                by: setting.officer(.office))
        }
        let detail = try await setting.detail(id)
        #expect(detail.row.lead == setting.ward.division)
        #expect(detail.partners.isEmpty)
        let stale = await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.changeLead(
                    ofWork: id, to: setting.ward.police, reason: "x", version: 1,
                    by: setting.officer(.office))
            }
        }
        #expect(stale?.kind == .conflict)
        let group = await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.changeLead(
                    ofWork: id, to: setting.ward.allGroups, reason: "x", version: 2,
                    by: setting.officer(.office))
            }
        }
        #expect(group?.kind == .invalid)
    }

    @Test(arguments: TestEngine.available)
    func `gives work without a lead one`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let id = try await setting.work("3")
        #expect(try await setting.detail(id).row.lead == nil)
        try await setting.database.write { tx in
            try tx.changeLead(
                ofWork: id, to: setting.ward.police, reason: "Họp 20/11", version: 1,
                by: setting.officer(.chairman))
            try tx.changePartners(
                ofWork: id, to: [setting.ward.office, setting.ward.police], version: 2,
                by: setting.officer(.chairman))
        }
        let detail = try await setting.detail(id)
        #expect(detail.row.lead == setting.ward.police)
        #expect(detail.partners.map(\.unit) == [setting.ward.office])
    }

    @Test(arguments: TestEngine.available)
    func `writes down person, product, authority and day`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let id = try await setting.work("1")
        let day = TestEngine.moment.day.adding(days: 60)
        let office = setting.officer(.office)
        try await setting.database.write { tx in
            try tx.changeTerms(
                ofWork: id, person: "Bà Lan", product: "Danh sách", authority: nil, version: 1,
                by: office)
            try tx.changeDue(ofWork: id, to: day, reason: "Gia hạn", version: 1, by: office)
        }
        let detail = try await setting.detail(id)
        #expect(detail.row.person == "Bà Lan")
        #expect(detail.product == "Danh sách")
        #expect(detail.row.facts.due == day)
        let refused = await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.changeDue(
                    ofWork: id, to: nil, reason: "x", version: 2, by: setting.officer(.division))
            }
        }
        #expect(refused?.kind == .forbidden)
    }
}
