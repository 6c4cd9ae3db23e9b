import Domain
import Storage
import Testing
import TestSupport

@Suite struct `Records of a register` {
    private let water = WaterSources.description

    private func texts(_ name: String, _ more: [String: String] = [:]) -> [String: String] {
        ["name": name, "kind": "hydrant", "state": "working", "address": "Phố Mẫu"]
            .merging(more) { $1 }
    }

    private func add(
        _ name: String, _ more: [String: String] = [:], database: Database, by officer: Officer
    ) async throws -> String {
        let cells = try water.read(texts(name, more))
        return try await database.write { [water] in try $0.addRecord(cells, to: water, by: officer)
        }
    }

    @Test(arguments: TestEngine.available)
    func `are kept, found without diacritics, and listed page by page`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let officer = ward.officer(.office)
        for number in 1...5 {
            _ = try await add("Trụ nước đường số \(number)", database: database, by: officer)
        }
        let found = try await database.read { [water] tx in
            var filter = RecordFilter()
            filter.words = "DUONG so 3"
            return try tx.records(of: water, filter, for: officer)
        }
        #expect(found.records.map { $0[WaterSources.name] } == ["Trụ nước đường số 3"])
        #expect(found.total == 1)
        var names: [String] = []
        var filter = RecordFilter()
        repeat {
            let page = try await database.read { [filter, water] in
                try $0.records(of: water, filter, for: officer, limit: 2)
            }
            #expect(page.total == 5)
            names += page.records.compactMap { $0[WaterSources.name] }
            filter.after = page.next
        } while filter.after != nil
        #expect(names == (1...5).map { "Trụ nước đường số \($0)" })
    }

    @Test(arguments: TestEngine.available)
    func `are judged alike in memory and by the engine`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let officer = ward.officer(.office)
        for (number, kind) in ["hydrant", "tank", "pump"].enumerated() {
            for volume in ["", "0", "12,5", "40"] {
                _ = try await add(
                    "\(number)\(volume)",
                    [
                        "kind": kind, "volume_m3": volume,
                        "state": number == 1 ? "broken" : "working",
                    ],
                    database: database, by: officer)
            }
        }
        let conditions: [Condition] = [
            .always, .any([]), WaterSources.kind == .tank, WaterSources.kind != .tank,
            WaterSources.volume == nil, WaterSources.volume != nil, WaterSources.volume >= 12.5,
            WaterSources.volume < 12.5, !(WaterSources.volume < 12.5),
            WaterSources.kind == .tank && WaterSources.volume >= 40,
            WaterSources.kind == .pump || WaterSources.state == .broken,
            !(WaterSources.kind == .pump || WaterSources.volume == nil),
        ]
        let all = try await database.read { [water] in
            try $0.records(of: water, RecordFilter(), for: officer).records
        }
        #expect(all.count == 12)
        for condition in conditions {
            var filter = RecordFilter()
            filter.condition = condition
            let found = try await database.read { [filter, water] in
                try $0.records(of: water, filter, for: officer).records
            }
            #expect(found == all.filter { condition.holds(for: $0.cells) }, "\(condition)")
        }
    }

    @Test(arguments: TestEngine.available)
    func `are not overwritten by who saw an older version`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let officer = ward.officer(.office)
        let id = try await add("Trụ 1", database: database, by: officer)
        let broken = try water.read(texts("Trụ 1", ["state": "broken"]))
        try await database.write { [water] in
            try $0.changeRecord(id, to: broken, of: water, version: 1, by: officer)
        }
        let problem = await #expect(throws: Problem.self) {
            try await database.write { [water] in
                try $0.endRecord(id, of: water, version: 1, by: officer)
            }
        }
        #expect(problem?.kind == .conflict)
        let (record, journal) = try await database.read { [water] tx in
            (
                try tx.record(id, of: water, for: officer),
                try tx.journal(of: "water_sources/\(id)", ward: officer.ward, limit: 9)
            )
        }
        #expect(record[WaterSources.state] == .broken)
        #expect(record.version == 2)
        #expect(journal.map(\.verb) == ["record.change", "record.add"])
        #expect(
            journal.first?.changeList == [JournalChange("state", from: "working", to: "broken")])
    }

    @Test(arguments: TestEngine.available)
    func `of a residential group are its head's alone`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let groups = try await database.read { try $0.residentialGroups(of: TestWard.code) }
        let (own, other) = (groups[0].id, groups[1].id)
        let head = Officer(
            id: "h", ward: TestWard.code, login: "h", name: "H", role: .groupHead, unit: own,
            origin: "test")
        let office = ward.officer(.office)
        let theirs = try await add("A", ["group_unit": other], database: database, by: office)
        let mine = try await add("B", ["group_unit": own], database: database, by: head)
        let seen = try await database.read { [water] in
            try $0.records(of: water, RecordFilter(), for: head).records.map(\.id)
        }
        #expect(seen == [mine])
        let unseen = await #expect(throws: Problem.self) {
            try await database.read { [water] in try $0.record(theirs, of: water, for: head) }
        }
        #expect(unseen?.kind == .notFound)
        // Nor may it be given away, or taken over.
        for group in [other, ""] {
            let cells = try water.read(texts("B", ["group_unit": group]))
            let problem = await #expect(throws: Problem.self) {
                try await database.write { [water] in
                    try $0.changeRecord(mine, to: cells, of: water, version: 1, by: head)
                }
            }
            #expect(problem?.kind == .forbidden)
        }
    }

    @Test(arguments: TestEngine.available)
    func `are closed to who may not read or write them`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let cells = try water.read(texts("A"))
        for role in Role.allCases {
            let officer = ward.officer(role)
            if !water.access.readers.contains(role) {
                await #expect(throws: Problem.self) {
                    try await database.read { [water] in
                        try $0.records(of: water, RecordFilter(), for: officer)
                    }
                }
            }
            if !water.access.writers.contains(role) {
                await #expect(throws: Problem.self) {
                    try await database.write { [water] in
                        try $0.addRecord(cells, to: water, by: officer)
                    }
                }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `keep a clock for each field that must stay fresh`(engine: TestEngine) async throws {
        let clock = TestClock()
        let database = try await engine.open(clock: clock.now)
        let ward = try await TestWard.make(in: database)
        let officer = ward.officer(.office)
        let id = try await add("A", database: database, by: officer)
        let first = try await database.read { [water] in
            try $0.clocks(of: id, in: water, ward: officer.ward)
        }
        #expect(first.keys.sorted() == ["state"])
        clock.set(TestEngine.moment.adding(seconds: 200 * 86_400))
        try await database.write { [water] in try $0.confirmRecord(id, of: water, by: officer) }
        let second = try await database.read { [water] in
            try $0.clocks(of: id, in: water, ward: officer.ward)
        }
        let (before, after) = (try #require(first["state"]), try #require(second["state"]))
        #expect(after.day.number - before.day.number == 200)
    }

    @Test(arguments: TestEngine.available)
    func `are counted and found by their gaps, as each tells of itself`(
        engine: TestEngine
    ) async throws {
        let clock = TestClock()
        let database = try await engine.open(clock: clock.now)
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let whole = [
            "group_unit": ward.groups[1], "checked_on": "2026-11-01", "pressure_bar": "2",
            "latitude": "21", "longitude": "105",
        ]
        _ = try await add("A", whole, database: database, by: office)
        _ = try await add("B", database: database, by: office)
        // One day beyond the period of the state, and just within it.
        let days = try #require(WaterSources.state.freshDays)
        for (name, age) in [("C", days), ("D", 0)] {
            clock.set(TestEngine.moment.adding(seconds: Int64(days + 1 - age) * 86_400))
            _ = try await add(name, whole, database: database, by: office)
        }
        clock.set(TestEngine.moment.adding(seconds: Int64(days + 1) * 86_400))
        while try await database.write({ try $0.rescoreDue(ward: TestWard.code) }) {}
        for officer in [office, ward.officer(.groupHead)] {
            try await database.read { [water] tx in
                let all = try tx.records(of: water, RecordFilter(), for: officer).records
                var told: [RecordGap.Kind: [String]] = [:]
                for record in all {
                    let quality = try tx.quality(of: record, in: water, ward: officer.ward)
                    for kind in Set(quality.gaps.map(\.kind)) {
                        told[kind, default: []].append(record.id)
                    }
                }
                let counts = try tx.recordCounts(of: water, for: officer)
                #expect(counts.all == all.count)
                for kind in RecordGap.Kind.allCases {
                    var filter = RecordFilter()
                    filter.gap = kind
                    let found = try tx.records(of: water, filter, for: officer).records.map(\.id)
                    #expect(found == told[kind] ?? [])
                    #expect(counts[kind] == found.count)
                }
                if officer.role == .office {
                    #expect(counts.all == 4)
                    #expect(RecordGap.Kind.allCases.map { counts[$0] } == [0, 1, 0, 2])
                }
            }
        }
    }

    private struct Loudspeakers: Register {
        static let name = Field<String>("name", "Tên cụm loa", isRequired: true)
        static let group = Field<GroupReference>("group_unit", "Tổ dân phố")
        static let power = Field<Int>("power_w", "Công suất")
        static let works = Field<Bool>("is_working", "Đang dùng")
        static let height = Field<Double>("height_m", "Độ cao")
        static func described(_ more: [any FieldDescription]) -> RegisterDescription {
            RegisterDescription(
                name: "loudspeakers", title: "Loa truyền thanh", singular: "cụm loa", source: "",
                area: .outreach,
                fields: [name, group] + more, columns: ["name"], filters: [], identity: ["name"],
                access: RegisterAccess(readers: [.office], writers: [.office]))
        }
        static let description = described([])
    }

    @Test(arguments: TestEngine.available)
    func `get their table, and later their columns, by a drafted migration`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        for register in Registers.all {
            #expect(try await database.read { try $0.draftedMigration(of: register) } == nil)
        }
        let first = Loudspeakers.description
        let later = Loudspeakers.described([
            Loudspeakers.power, Loudspeakers.works, Loudspeakers.height,
        ])
        for (register, begin) in [(first, "-- Loa"), (later, "ALTER TABLE loudspeakers ADD")] {
            let draft = try #require(
                try await database.read { try $0.draftedMigration(of: register) })
            #expect(draft.hasPrefix(begin))
            try await database.write { tx in
                for statement in draft.split(separator: ";\n") {
                    try tx.run(SQL(stringLiteral: String(statement)))
                }
            }
            #expect(try await database.read { try $0.draftedMigration(of: register) } == nil)
        }
        let cells = try later.read([
            "name": "Cụm 1", "group_unit": ward.groups[0], "power_w": "50", "is_working": "1",
            "height_m": "4,5",
        ])
        let kept = try await database.write { tx in
            let id = try tx.addRecord(cells, to: later, by: office)
            return try tx.record(id, of: later, for: office).cells
        }
        #expect(kept == cells)
    }

    @Test(arguments: TestEngine.available)
    func `have the columns that their description declares`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        for register in Registers.all {
            // Every declared column is there, or the statement is refused.
            let page = try await database.read {
                try $0.records(of: register, RecordFilter(), for: ward.officer(.office))
            }
            #expect(page.total == 0)
        }
    }
}
