import Domain
import Storage
import Testing
import TestSupport

@Suite struct `A unit` {
    @Test(arguments: TestEngine.available)
    func `rules over all below it and over nobody else`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let administrator = ward.officer(.administrator)
        let facility = try await database.write { tx in
            try tx.addUnit(
                "Chợ Thử", kind: .facility, parent: ward.groups[0], ward: TestWard.code,
                by: administrator)
        }
        let area = try await database.read { tx in
            try tx.area(of: ward.officer(.groupHead))
        }
        #expect(Set(area) == [ward.groups[0], facility])
        #expect(try await database.read { try $0.area(of: administrator) } == [])
    }

    @Test(arguments: TestEngine.available)
    func `cannot stand below itself`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let administrator = ward.officer(.administrator)
        let child = try await database.write { tx in
            try tx.addUnit(
                "Đội", kind: .division, parent: ward.police, ward: TestWard.code,
                by: administrator)
        }
        let edit = UnitEdit(
            name: "Công an phường", shortName: "CA", kind: .police, parent: child)
        let problem = await #expect(throws: Problem.self) {
            try await database.write {
                try $0.changeUnit(ward.police, edit, version: 1, by: administrator)
            }
        }
        #expect(problem?.refusals["parent"] != nil)
    }

    @Test(arguments: TestEngine.available)
    func `keeps its old name as a spelling when it is renamed`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let edit = UnitEdit(
            name: "Phòng Kinh tế, Hạ tầng phường", shortName: "KT-HT", kind: .division,
            parent: nil)
        try await database.write {
            try $0.changeUnit(ward.division, edit, version: 1, by: ward.officer(.administrator))
        }
        let aliases = try await database.read { try $0.unitAliases(of: TestWard.code) }
        #expect(aliases["phong kinh te phuong"] == ward.division)
        #expect(aliases["phong kinh te, ha tang phuong"] == ward.division)
    }

    @Test(arguments: TestEngine.available)
    func `ends only with somebody to take its open work, and may come back`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let (administrator, office) = (ward.officer(.administrator), ward.officer(.office))
        let plan = try await database.write { tx in
            let plan = try tx.addPlan(TestPlan.intake(), by: office)
            try tx.confirmPlan(plan, version: 1, by: office)
            return plan
        }
        let alone = await #expect(throws: Problem.self) {
            try await database.write { try $0.endUnit(ward.police, by: administrator) }
        }
        #expect(alone?.refusals["successor"] != nil)
        try await database.write { tx in
            try tx.endUnit(ward.police, successor: ward.division, by: administrator)
            var filter = WorkFilter()
            filter.isOfWard = true
            filter.plan = plan
            let leads = try tx.work(filter, for: office).map(\.lead)
            #expect(!leads.contains(ward.police))
            #expect(leads.filter { $0 == ward.division }.count >= 3)
            #expect(try tx.openAssignmentCount(ofUnit: ward.police, ward: TestWard.code) == 0)
            try tx.reopenUnit(ward.police, by: administrator)
            #expect(try tx.units(of: TestWard.code).contains { $0.id == ward.police })
        }
        #expect(try await database.read { try $0.journalProof(ward: TestWard.code).broken } == nil)
    }

    @Test(arguments: TestEngine.available)
    func `keeps the report that it has delivered when it ends`(engine: TestEngine) async throws {
        let at = try await ReportSetting.open(engine)
        let (administrator, office) = (at.ward.officer(.administrator), at.ward.officer(.office))
        let groups = at.ward.groups
        try await at.database.write { tx in
            try tx.writeUnitReport(
                UnitReport(results: "Đã họp tổ."), ofPeriod: at.period, unit: groups[0],
                isSubmitted: true, version: 0, by: at.ward.officer(.groupHead))
            for group in groups {
                try tx.endUnit(group, successor: at.ward.division, by: administrator)
            }
            let period = try tx.reportPeriod(at.period, for: office)
            #expect(try tx.deliveries(of: period, for: office).map(\.unit) == [groups[0]])
        }
    }

    @Test(arguments: TestEngine.available)
    func `is left out of lists and groups once it has ended, but not forgotten`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let administrator = ward.officer(.administrator)
        try await database.write { try $0.endUnit(ward.groups[0], by: administrator) }
        let (units, members, ended, detail) = try await database.read { tx in
            (
                try tx.units(of: TestWard.code),
                try tx.members(of: ward.allGroups, ward: TestWard.code),
                try tx.endedUnits(of: TestWard.code),
                try tx.unitDetail(ward.groups[0], by: administrator)
            )
        }
        #expect(!units.contains { $0.id == ward.groups[0] })
        #expect(members == [ward.groups[1]])
        #expect(ended.map(\.id) == [ward.groups[0]])
        #expect(detail.endedAt != nil)
        #expect(detail.people.count == 1)
    }

    @Test(arguments: TestEngine.available)
    func `shares no spelling with another`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let administrator = ward.officer(.administrator)
        try await database.write { try $0.addAlias("CAP", to: ward.police, by: administrator) }
        let problem = await #expect(throws: Problem.self) {
            try await database.write { try $0.addAlias("cap", to: ward.office, by: administrator) }
        }
        #expect(problem?.kind == .conflict)
        try await database.write {
            try $0.removeAlias("CAP", from: ward.police, by: administrator)
            try $0.addAlias("cap", to: ward.office, by: administrator)
        }
    }

    @Test(arguments: TestEngine.available)
    func `of a group changes its members, and only a group has them`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let administrator = ward.officer(.administrator)
        try await database.write {
            try $0.setMembers(of: ward.allGroups, to: [ward.groups[1]], by: administrator)
        }
        #expect(
            try await database.read { try $0.members(of: ward.allGroups, ward: TestWard.code) }
                == [ward.groups[1]])
        await #expect(throws: Problem.self) {
            try await database.write {
                try $0.setMembers(of: ward.police, to: [ward.groups[1]], by: administrator)
            }
        }
    }
}
