import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Records that name others` {
    private let facilities = Facilities.description
    private let devices = Transmitters.description

    private func facility(_ name: String, _ more: [String: String] = [:]) -> [String: String] {
        ["name": name, "kind": "apartments", "address": "12 phố Mẫu", "state": "working"]
            .merging(more) { $1 }
    }

    @Test(arguments: TestEngine.available)
    func `are kept by the other's name, and listed with it`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let (owner, found) = try await database.write { [facilities, devices] tx in
            let cells = try tx.read(facility("Nhà Đá"), of: facilities, for: office)
            let id = try tx.addRecord(cells, to: facilities, by: office)
            let device = try tx.read(
                ["facility": "NHA DA", "registered_on": "2026-10-01"], of: devices, for: office)
            try tx.addRecord(device, to: devices, by: office)
            return (id, try tx.relations(of: id, in: facilities, for: office))
        }
        let relation = try #require(found.first { $0.total != 0 })
        #expect(found.filter { $0.total != 0 }.map(\.register.name) == ["transmitters"])
        #expect(relation.total == 1)
        #expect(relation.records[0][Transmitters.facility]?.id == owner)
        #expect(relation.records[0][Transmitters.stage] == .registered)
        #expect(relation.names[owner]?.full == "Nhà Đá – 12 phố Mẫu")
        #expect(relation.names[owner]?.short == "Nhà Đá")
    }

    @Test(arguments: TestEngine.available)
    func `refuse a name that means none, or several`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        try await database.write { [facilities] tx in
            for address in ["1 phố Mẫu", "2 phố Mẫu"] {
                let texts = facility("Nhà Đá", ["address": address])
                try tx.addRecord(
                    try tx.read(texts, of: facilities, for: office), to: facilities, by: office)
            }
        }
        let devices = devices
        for (name, words) in [
            ("Nhà Gạch", "sổ Cơ sở thuộc diện quản lý không có «Nhà Gạch»"),
            ("Nhà Đá", "có 2 cơ sở tên này"), ("Nhà", "Có phải: «Nhà Đá – 1 phố Mẫu»"),
            ("00000009-0000-7000-8000-000000000000", "không có mục này"),
        ] {
            let problem = await #expect(throws: Problem.self) {
                try await database.write { tx in
                    let cells = try tx.read(["facility": name], of: devices, for: office)
                    try tx.addRecord(cells, to: devices, by: office)
                }
            }
            #expect(problem?.refusals["facility"]?.contains(words) == true, "\(name)")
        }
        let second = try await database.read { [devices] tx in
            try tx.read(["facility": "nha da – 2 pho mau"], of: devices, for: office)
        }
        #expect(second["facility"]?.isEmpty == false)
    }

    @Test(arguments: TestEngine.available)
    func `are called by kind and day where they have no name of their own`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let police = ward.officer(.police)
        let short = try await database.write { [facilities] tx in
            let owner = try tx.addRecord(
                try tx.read(facility("Nhà Đá"), of: facilities, for: police), to: facilities,
                by: police)
            let visit = try tx.addRecord(
                try tx.read(
                    ["facility": owner, "kind": "periodic", "planned_on": "2026-11-20"],
                    of: Inspections.description, for: police), to: Inspections.description,
                by: police)
            let finding = Record(id: "", version: 0, cells: ["inspection": .text(visit)])
            return try tx.cellNames(of: [finding], in: Findings.description, for: police)[visit]?
                .short
        }
        #expect(short == "Định kỳ – 20/11/2026")
    }

    @Test(arguments: TestEngine.available)
    func `follow the rules as they change`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let police = ward.officer(.police)
        let rules = FacilityThresholds.description
        @Sendable func rule(_ group: String, _ least: String) -> [String: String] {
            [
                "item": "Mục thử", "kind": "apartments", "hazard_group": group,
                "measure": "storeys", "least": least, "valid_from": "2025-07-01", "source": "thử",
            ]
        }
        let id = try await database.write { [facilities] tx in
            try tx.addRecord(
                try facilities.read(facility("Nhà Đá", ["storeys": "6"])), to: facilities,
                by: police)
        }
        func managed() async throws -> Facilities.Manager? {
            try await database.read { [facilities] tx in
                try tx.record(id, of: facilities, for: police)[Facilities.managedBy]
            }
        }
        let unknown = try await managed()
        #expect(unknown == nil)
        let high = try await database.write { tx in
            try tx.addRecord(try rules.read(rule("listed", "2")), to: rules, by: police)
            return try tx.addRecord(
                try rules.read(rule("group_one", "7")), to: rules, by: police)
        }
        let small = try await managed()
        #expect(small == .committee)
        try await database.write { tx in
            let cells = try rules.read(rule("group_one", "6"))
            try tx.changeRecord(high, to: cells, of: rules, version: 1, by: police)
        }
        let large = try await managed()
        #expect(large == .police)
        let history = try await database.read { tx in
            try tx.history(of: "facilities/\(id)", ward: TestWard.code, limit: 10).map(\.entry.verb)
        }
        #expect(history.filter { $0 == "record.rederive" }.count == 2)
    }

    private enum Diaries: Register {
        static let name = Field<String>("name", "Tên", isRequired: true)
        static let secret = Field<String>("secret", "Bí mật", seenBy: [.police])
        static let first = Field<Day>("first_on", "Ngày đầu")
        static let last = Field<Day>("last_on", "Ngày cuối")
        static let description = RegisterDescription(
            name: "diaries", title: "Sổ tay", singular: "trang", source: "", area: .money,
            fields: [name, secret, first, last], columns: ["name"], filters: [],
            identity: ["name"],
            access: RegisterAccess(readers: [.police, .office], writers: [.police, .office]),
            checks: [RecordCheck("order", first > last, "Ngày đầu sau ngày cuối.")])
    }

    @Test(arguments: TestEngine.available)
    func `hide fields from who may not see them, and keep them when that person writes`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let (police, office) = (ward.officer(.police), ward.officer(.office))
        let diaries = Diaries.description
        try await database.write { tx in
            let draft = try #require(try tx.draftedMigration(of: diaries))
            for statement in draft.split(separator: ";\n") {
                try tx.run(SQL(stringLiteral: String(statement)))
            }
        }
        let id = try await database.write { tx in
            try tx.addRecord(
                try diaries.read(["name": "Trang 1", "secret": "mật khẩu"]), to: diaries,
                by: police)
        }
        let seen = try await database.write { tx in
            let seen = try tx.record(id, of: diaries, for: office)
            var search = RecordFilter()
            search.words = "mat khau"
            #expect(try tx.records(of: diaries, search, for: office).total == 0)
            let cells = try diaries.read([
                "name": "Trang một", "secret": "đè lên", "first_on": "2026-02-02",
                "last_on": "2026-02-01",
            ])
            try tx.changeRecord(id, to: cells, of: diaries, version: 1, by: office)
            return seen
        }
        #expect(seen[Diaries.secret] == nil)
        let (kept, counts, gaps) = try await database.read { tx in
            let record = try tx.record(id, of: diaries, for: police)
            return (
                record, try tx.recordCounts(of: diaries, for: police),
                try tx.quality(of: record, in: diaries, ward: police.ward).gaps
            )
        }
        #expect(kept[Diaries.secret] == "mật khẩu")
        #expect(kept[Diaries.name] == "Trang một")
        #expect(counts[.correct] == 1)
        #expect(gaps.map(\.sentence) == ["Ngày đầu sau ngày cuối."])
    }
}
