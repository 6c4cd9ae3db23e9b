import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Scores of records` {
    private static let register = WaterSources.description

    private struct Setting {
        let database: Database
        let clock: TestClock
        let ward: TestWard
        var office: Officer { ward.officer(.office) }

        init(_ engine: TestEngine) async throws {
            let clock = TestClock()
            self.clock = clock
            database = try await engine.open(clock: clock.now)
            ward = try await TestWard.make(in: database)
        }

        func cells(_ name: String, _ group: Int?, _ more: [String: String] = [:]) throws
            -> [String: Cell]
        {
            var texts = [
                "name": name, "kind": "hydrant", "state": "working",
                "address": "Số \(name.count) phố Mẫu",
            ]
            texts["group_unit"] = group.map { ward.groups[$0] }
            return try register.read(texts.merging(more) { $1 })
        }

        func add(
            _ name: String, group: Int?, _ more: [String: String] = [:]
        ) async throws -> String {
            let (cells, office) = (try cells(name, group, more), office)
            return try await database.write { try $0.addRecord(cells, to: register, by: office) }
        }

        func counts(_ role: Role = .office, unit: String? = nil, on day: Day? = nil) async throws
            -> RecordCounts
        {
            let officer = ward.officer(role)
            let all = try await database.read {
                try $0.recordCounts(for: officer, unit: unit, on: day)
            }
            return all[register.name] ?? RecordCounts()
        }
    }

    @Test(arguments: TestEngine.available)
    func `are counted as records come, change and go`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let (database, office) = (setting.database, setting.office)
        #expect(try await setting.counts() == RecordCounts())
        let id = try await setting.add("Trụ số 1", group: 0)
        _ = try await setting.add("TRỤ NƯỚC SỐ HAI", group: nil)
        var counts = try await setting.counts()
        #expect((counts.all, counts[.complete], counts[.clean]) == (2, 2, 1))
        let before = try #require(counts.score(.complete))
        let whole = [
            "address": "Số 1 phố Mẫu", "checked_on": "2026-11-01", "pressure_bar": "2",
            "latitude": "21", "longitude": "105",
        ]
        let cells = try setting.cells("Trụ số 1", 1, whole)
        try await database.write {
            try $0.changeRecord(id, to: cells, of: Self.register, version: 1, by: office)
        }
        counts = try await setting.counts()
        #expect((counts.all, counts[.complete]) == (2, 1))
        #expect(try #require(counts.score(.complete)) > before)
        // It belongs to the other group now.
        #expect(try await setting.counts(unit: setting.ward.groups[0]).all == 0)
        #expect(try await setting.counts(unit: setting.ward.groups[1]).all == 1)
        let groups = try await database.read { try $0.recordCountsByGroup(for: office) }
        #expect(groups[setting.ward.groups[1]]?.all == 1)
        #expect(groups[""]?.all == 1)
        try await database.write {
            try $0.endRecord(id, of: Self.register, version: 2, by: office)
        }
        #expect(try await setting.counts().all == 1)
    }

    @Test(arguments: TestEngine.available)
    func `of a write that failed are not counted`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let (cells, office) = (try setting.cells("Trụ số 1", 0), setting.office)
        await #expect(throws: Problem.self) {
            try await setting.database.write { tx in
                try tx.addRecord(cells, to: Self.register, by: office)
                throw Problem(.invalid, "Thôi.")
            }
        }
        #expect(try await setting.counts() == RecordCounts())
    }

    @Test(arguments: TestEngine.available)
    func `tell both twins, until somebody tells them apart`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let (database, office) = (setting.database, setting.office)
        let more = ["address": "Số 12 phố Đội Cấn", "latitude": "21.03", "longitude": "105.82"]
        let one = try await setting.add("Trụ nước chợ Mẫu", group: 0, more)
        #expect(try await setting.counts()[.clean] == 0)
        let other = try await setting.add("Trụ nước chợ Mẫu", group: 0, more)
        #expect(try await setting.counts()[.clean] == 2)
        try await database.write {
            try $0.partRecords(one, other, of: Self.register, by: office)
        }
        #expect(try await setting.counts()[.clean] == 0)
    }

    @Test(arguments: TestEngine.available)
    func `follow the days, and are kept for each of them`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let days = try #require(WaterSources.state.freshDays)
        _ = try await setting.add("Trụ số 1", group: 0)
        let first = TestEngine.moment.day
        #expect(try await setting.counts()[.fresh] == 0)
        #expect(try await setting.counts(on: first).all == 0)
        setting.clock.set(TestEngine.moment.adding(seconds: 86_400))
        try await setting.database.write { try $0.keepCountsOfYesterday(ward: TestWard.code) }
        setting.clock.set(TestEngine.moment.adding(seconds: Int64(days + 1) * 86_400))
        let more = try await setting.database.write { try $0.rescoreDue(ward: TestWard.code) }
        #expect(!more)
        #expect(try await setting.counts()[.fresh] == 1)
        // What is due the next day is not scored again.
        try await setting.database.write { try $0.keepCountsOfYesterday(ward: TestWard.code) }
        let then = try await setting.counts(on: first)
        #expect((then.all, then[.fresh]) == (1, 0))
        let last = try await setting.counts(on: first.adding(days: days))
        #expect((last.all, last[.fresh]) == (1, 1))
    }

    @Test(arguments: TestEngine.available)
    func `show a head of a group its own records alone`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        _ = try await setting.add("Trụ số 1", group: 0)
        _ = try await setting.add("Trụ số 2", group: 1)
        _ = try await setting.add("Trụ số 3", group: nil)
        #expect(try await setting.counts().all == 3)
        #expect(try await setting.counts(.groupHead).all == 1)
        let groups = setting.ward.groups
        #expect(try await setting.counts(.groupHead, unit: groups[0]).all == 1)
        #expect(try await setting.counts(.groupHead, unit: groups[1]).all == 0)
        let head = setting.ward.officer(.groupHead)
        let seen = try await setting.database.read { try $0.recordCountsByGroup(for: head) }
        #expect(Set(seen.keys) == [groups[0]])
    }

    @Test(arguments: TestEngine.available)
    func `are made for records that other rules scored`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let id = try await setting.add("Trụ số 1", group: 0)
        // As a record that was kept before there were scores.
        try await setting.database.write { tx in
            try tx.run("DELETE FROM record_scores WHERE record = \(id)")
            try tx.run("DELETE FROM register_tallies WHERE ward = \(TestWard.code)")
        }
        let due = try await setting.database.registersDue(for: .scores)
        #expect(due.map(\.register.name) == [Self.register.name])
        let more = try await setting.database.write {
            try $0.renewScores(of: Self.register, ward: TestWard.code)
        }
        #expect(!more)
        #expect(try await setting.counts().all == 1)
        #expect(try await setting.database.registersDue(for: .scores).isEmpty)
    }
}
