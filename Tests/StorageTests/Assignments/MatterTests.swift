import Domain
import Storage
import Testing
import TestSupport

@Suite struct `Obstacles and proposals` {
    @Test(arguments: TestEngine.available)
    func `go where the plan says, else to the office`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let group = setting.officer(.groupHead)
        let work = try await setting.work("2", lead: setting.ward.groups[0])
        let first = try await setting.database.write {
            try $0.raiseObstacle(onWork: work, orPlan: nil, text: "Ngõ bị chắn", by: group)
        }
        let plan = try await TestWork.make(
            in: setting.database, [TestTask("1", leads: [setting.ward.police])],
            routing: ReportDutyReading(
                from: ["Các đơn vị"], to: "UBND phường", via: "Công an phường", due: nil,
                recurrence: .adHoc, line: 1),
            routingWords:
                "Có vướng mắc thì báo cáo UBND phường qua Công an phường (đồng chí Lê Văn Mẫu)")
        let second = try await setting.database.write {
            try $0.raiseObstacle(onWork: nil, orPlan: plan, text: "Thiếu xe", by: group)
        }
        try await setting.database.read { tx throws in
            #expect(try tx.obstacle(first, for: group).toUnit == setting.ward.office)
            #expect(try tx.obstacle(second, for: group).toUnit == setting.ward.police)
            let named = try tx.obstacleRecipientIfAny(ofPlan: plan, for: group)
            #expect(named?.contact == "đồng chí Lê Văn Mẫu")
            #expect(try tx.obstaclesToAnswer(for: setting.officer(.police)).map(\.id) == [second])
        }
    }

    @Test(arguments: TestEngine.available)
    func `go to the next when they are the recipient's own`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let (ward, plan) = (setting.ward, setting.plan)
        let told = try await TestWork.make(
            in: setting.database,
            [
                TestTask(
                    "1",
                    "Quá trình thực hiện có vuớng mắc, đơn vị trao đổi với Phòng Kinh tế phường")
            ])
        try await setting.database.read { tx throws in
            let to = { (plan: String?, role: Role) in
                try tx.obstacleRecipientIfAny(ofPlan: plan, for: setting.officer(role))
            }
            let committee = setting.officer(.chairman).unit
            #expect(try to(nil, .groupHead)?.unit == ward.office)
            #expect(try to(plan, .office)?.unit == committee)
            #expect(try to(plan, .chairman)?.unit == ward.office)
            #expect(try to(told, .groupHead)?.name == "Phòng Kinh tế phường")
            #expect(try to(told, .division)?.unit == ward.office)
        }
        let own = try await setting.database.write {
            try $0.raiseObstacle(
                onWork: nil, orPlan: plan, text: "Thiếu người", by: setting.officer(.office))
        }
        try await setting.database.read { tx throws in
            #expect(try tx.waiting(for: setting.officer(.chairman)).obstacles == 1)
            #expect(try tx.waiting(for: setting.officer(.office)).obstacles == 0)
            #expect(
                try !tx.obstacle(own, for: setting.officer(.office)).mayAnswer(
                    setting.officer(.office)))
        }
    }

    @Test(arguments: TestEngine.available)
    func `are sent on with a reason, which the raiser is told`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        let (head, office, division) = (
            setting.officer(.groupHead), setting.officer(.office), setting.officer(.division)
        )
        let id = try await setting.database.write {
            try $0.raiseObstacle(
                onWork: nil, orPlan: nil, text: "Ngõ bị chắn", evidence: [try jpeg()], by: head)
        }
        let ward = setting.ward
        for (unit, reason, officer, kind) in [
            (ward.division, "", office, Problem.Kind.invalid),
            (ward.office, "x", office, .invalid), (ward.groups[0], "x", office, .invalid),
            (ward.allGroups, "x", office, .invalid), (ward.division, "x", head, .forbidden),
        ] {
            let problem = await #expect(throws: Problem.self) {
                try await setting.database.write {
                    try $0.forwardObstacle(id, to: unit, reason: reason, version: 1, by: officer)
                }
            }
            #expect(problem?.kind == kind)
        }
        try await setting.database.write { tx in
            try tx.forwardObstacle(
                id, to: ward.division, reason: "Thuộc hạ tầng", version: 1, by: office)
            try tx.forwardObstacle(
                id, to: ward.police, reason: "Cần cưỡng chế", version: 2, by: division)
            #expect(try tx.waiting(for: setting.officer(.police)).obstacles == 1)
            #expect(try tx.waiting(for: office).obstacles == 0)
            #expect(try tx.waiting(for: head).obstaclesForwarded == 1)
            let moves = try tx.moves(ofObstacle: id, ward: TestWard.code)
            #expect(moves.map(\.reason) == ["Thuộc hạ tầng", "Cần cưỡng chế"])
            // Who sent it on still follows it, its files too.
            #expect(try tx.obstacle(id, for: division).mayAnswer(division) == false)
            let file = try #require(try tx.files(ofObstacle: id, ward: TestWard.code).first)
            #expect(try tx.evidence(file.id, for: division).mediaType == "image/jpeg")
            try tx.answerObstacle(
                id, answer: "Đã dỡ", version: 3, by: setting.officer(.police))
            #expect(try tx.waiting(for: head).obstaclesForwarded == 0)
        }
        let late = await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.forwardObstacle(
                    id, to: ward.office, reason: "x", version: 4, by: setting.officer(.police))
            }
        }
        #expect(late?.kind == .forbidden)
    }

    @Test(arguments: TestEngine.available)
    func `are answered by the unit they went to, resolved by who raised them`(
        engine: TestEngine
    ) async throws {
        let setting = try await WorkSetting.make(engine)
        let group = setting.officer(.groupHead)
        let work = try await setting.work("2", lead: setting.ward.groups[0])
        let id = try await setting.database.write {
            try $0.raiseObstacle(
                onWork: work, orPlan: nil, text: "Ngõ bị chắn", evidence: [try jpeg()], by: group)
        }
        for (role, kind) in [(Role.division, Problem.Kind.notFound), (.police, .forbidden)] {
            let problem = await #expect(throws: Problem.self) {
                try await setting.database.write {
                    try $0.answerObstacle(id, answer: "x", version: 1, by: setting.officer(role))
                }
            }
            #expect(problem?.kind == kind)
        }
        try await setting.database.write { tx in
            try tx.answerObstacle(id, answer: "Đã dỡ", version: 1, by: setting.officer(.office))
            #expect(try tx.waiting(for: group).obstaclesAnswered == 1)
            #expect(try tx.waiting(for: setting.officer(.office)).obstaclesAnswered == 0)
            try tx.resolveObstacle(id, version: 2, by: group)
            #expect(try tx.waiting(for: group).obstaclesAnswered == 0)
            #expect(try tx.obstacles(isOpen: true, for: group).isEmpty)
            #expect(try tx.obstacles(isOpen: false, for: group).first?.answer == "Đã dỡ")
            #expect(try tx.files(ofObstacle: id, ward: TestWard.code).count == 1)
        }
    }

    @Test(arguments: TestEngine.available)
    func `are decided once, by who leads the ward, with words when not agreed`(
        engine: TestEngine
    ) async throws {
        let setting = try await WorkSetting.make(engine)
        let id = try await setting.database.write {
            try $0.makeProposal(
                onWork: nil, orPlan: setting.plan, text: "Mua vòi",
                by: setting.officer(.division))
        }
        for (role, verdict, kind) in [
            (Role.office, Proposal.Verdict.agreed, Problem.Kind.forbidden),
            (.chairman, .refused, .invalid),
        ] {
            let problem = await #expect(throws: Problem.self) {
                try await setting.database.write {
                    try $0.decideProposal(
                        id, verdict, decision: "", version: 1, by: setting.officer(role))
                }
            }
            #expect(problem?.kind == kind)
        }
        try await setting.database.write {
            try $0.decideProposal(
                id, .agreed, decision: "", version: 1, by: setting.officer(.chairman))
        }
        let news = try await setting.database.read {
            try $0.waiting(for: setting.officer(.division)).proposalsDecided
        }
        #expect(news == 1)
        let again = await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.decideProposal(
                    id, .refused, decision: "x", version: 2, by: setting.officer(.viceChairman))
            }
        }
        #expect(again?.kind == .conflict)
        let other = await #expect(throws: Problem.self) {
            try await setting.database.read {
                try $0.proposal(id, for: setting.officer(.groupHead))
            }
        }
        #expect(other?.kind == .notFound)
    }
}

@Suite struct `The overview of a ward` {
    @Test(arguments: TestEngine.available)
    func `warns when one unit leads more than half, not at half`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let plan = try await TestWork.make(
            in: database,
            [
                TestTask("1", leads: [ward.police]), TestTask("2", leads: [ward.police]),
                TestTask("3", leads: [ward.office]), TestTask("4", leads: [ward.allGroups]),
                TestTask("5"),
            ])
        try await database.write { try $0.makeAssignments(ofPlan: plan, by: office) }
        let first = try await database.read { try $0.overview(for: office) }
        #expect(first.works == 5)
        #expect(first.common == 1)
        #expect(first.withoutLead == 1)
        #expect(first.overloaded == nil)
        #expect(first.shares.map(\.led) == [2, 1])
        #expect(first.byUnit.count == 4)
        var all = WorkFilter()
        all.isOfWard = true
        all.state = .all
        let counted = try await database.read { [all] in try $0.workCounts(all, for: office) }
        #expect(first.total.byStatus == counted.byStatus)
        #expect(first.byPlan.map(\.counts.byStatus) == [counted.byStatus])
        try await database.write { tx in
            try TestWork.add(TestTask("6", leads: [ward.police]), to: plan, at: 6, tx)
            try tx.makeAssignments(ofPlan: plan, by: office)
        }
        // 3 of 6 is half, and no more.
        #expect(try await database.read { try $0.overview(for: office).overloaded == nil })
        try await database.write { tx in
            try TestWork.add(TestTask("7", leads: [ward.police]), to: plan, at: 7, tx)
            try tx.makeAssignments(ofPlan: plan, by: office)
        }
        let last = try await database.read { try $0.overview(for: office) }
        #expect(last.overloaded?.percent == 57)
        #expect(last.overloaded?.name == "Công an phường")
    }

    @Test(arguments: TestEngine.available)
    func `is for those who read everything`(engine: TestEngine) async throws {
        let setting = try await WorkSetting.make(engine)
        for role in Role.allCases where !role.may(.readAll) {
            let problem = await #expect(throws: Problem.self) {
                try await setting.database.read { try $0.overview(for: setting.officer(role)) }
            }
            #expect(problem?.kind == .forbidden)
        }
    }
}
