import Domain
import Storage
import Testing
import TestSupport

@Suite struct `Records that look like one` {
    private static let register = Facilities.description

    private static func cells(_ name: String, _ more: [String: String] = [:]) throws
        -> [String: Cell]
    {
        try register.read(
            ["name": name, "kind": "shop", "state": "working", "address": "12 phố Đội Cấn"]
                .merging(more) { $1 })
    }

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

        func add(_ name: String, _ more: [String: String] = [:]) async throws -> String {
            let (cells, office) = (try cells(name, more), office)
            return try await database.write { try $0.addRecord(cells, to: register, by: office) }
        }

        func pairs(_ role: Role = .office) async throws -> [[String]] {
            let officer = ward.officer(role)
            return try await database.read {
                try $0.recordPairs(of: register, for: officer).map { [$0.one.id, $0.other.id] }
            }
        }

        func merge(_ merged: String, into kept: String) async throws -> String {
            let office = office
            return try await database.write {
                try $0.mergeRecord(
                    merged, into: kept, of: register, chosen: ["phone": .merged],
                    versions: (1, 1), by: office)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `are told before one is kept, with the reason`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let id = try await setting.add("Cửa hàng gas Hoa Mai", ["phone": "0912345678"])
        _ = try await setting.add("Nhà nghỉ Bình Minh", ["address": "88 phố Liễu Giai"])
        let cells = try Self.cells("CH gas Hoa Mai", ["phone": "0912345678"])
        let found = try await setting.database.read { [office = setting.office] in
            try $0.likelyRecords(of: cells, in: Self.register, for: office)
        }
        #expect(found.map(\.record.id) == [id])
        #expect(
            found.first.map { Self.register.reason($0.judgement) }
                == "cùng địa chỉ, cùng điện thoại, tên cơ sở gần giống")
        // The head of another group sees nothing of it.
        let head = setting.ward.officer(.groupHead)
        let unseen = try await setting.database.read {
            try $0.likelyRecords(of: cells, in: Self.register, for: head)
        }
        #expect(unseen.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `are paired as they are kept, changed and taken out`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let office = setting.office
        let one = try await setting.add("Cửa hàng gas Hoa Mai")
        let other = try await setting.add("Hoa Mai")
        #expect(try await setting.pairs() == [[one, other].sorted()])
        #expect(try await setting.pairs(.groupHead) == [])
        let away = try Self.cells("Hoa Mai", ["address": "90 phố Liễu Giai"])
        try await setting.database.write {
            try $0.changeRecord(other, to: away, of: Self.register, version: 1, by: office)
        }
        #expect(try await setting.pairs() == [])
        let back = try Self.cells("Hoa Mai")
        try await setting.database.write {
            try $0.changeRecord(other, to: back, of: Self.register, version: 2, by: office)
        }
        #expect(try await setting.pairs().count == 1)
        try await setting.database.write {
            try $0.endRecord(one, of: Self.register, version: 1, by: office)
        }
        #expect(try await setting.pairs() == [])
        let left = try await setting.database.read {
            try $0.rows("SELECT record FROM record_keys").map { $0["record"] as String }
        }
        #expect(Set(left) == [other])
    }

    @Test(arguments: TestEngine.available)
    func `are not asked about again when somebody said that they are two`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        let office = setting.office
        let one = try await setting.add("Cửa hàng gas Hoa Mai")
        let other = try await setting.add("Hoa Mai")
        let viewer = setting.ward.officer(.chairman)
        await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.partRecords(one, other, of: Self.register, by: viewer)
            }
        }
        try await setting.database.write {
            try $0.partRecords(other, one, of: Self.register, by: office)
        }
        #expect(try await setting.pairs() == [])
        let cells = try Self.cells("Hoa Mai gas")
        try await setting.database.write {
            try $0.changeRecord(other, to: cells, of: Self.register, version: 1, by: office)
        }
        #expect(try await setting.pairs() == [])
    }

    @Test(arguments: TestEngine.available)
    func `become one, and two again`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let office = setting.office
        let kept = try await setting.add("Cửa hàng gas Hoa Mai", ["phone": "0912345678"])
        let merged = try await setting.add("Hoa Mai", ["phone": "0988888888"])
        let id = try await setting.merge(merged, into: kept)
        try await setting.database.read { tx in
            let record = try tx.record(kept, of: Self.register, for: office)
            #expect(record[Facilities.name] == "Cửa hàng gas Hoa Mai")
            #expect(record[Facilities.phone]?.digits == "0988888888")
            let found = try tx.keptRecord(insteadOf: merged, of: Self.register, for: office)
            #expect(found?.id == kept)
            #expect(throws: Problem.self) {
                try tx.record(merged, of: Self.register, for: office)
            }
            let history = try tx.recordHistory(
                of: kept, in: Self.register, ward: office.ward, limit: 9)
            #expect(
                history.map(\.entry.verb) == [
                    "record.merge", "record.merge", "record.add", "record.add",
                ])
            #expect(
                try tx.joinings(into: kept, of: Self.register, ward: office.ward).map(\.title)
                    == ["Hoa Mai"])
        }
        #expect(try await setting.pairs() == [])
        let isWhole = try await setting.database.write {
            try $0.undoMerge(id, of: Self.register, by: office)
        }
        #expect(isWhole)
        try await setting.database.read { tx in
            let record = try tx.record(kept, of: Self.register, for: office)
            #expect(record[Facilities.phone]?.digits == "0912345678")
            let back = try tx.record(merged, of: Self.register, for: office)
            #expect(back[Facilities.name] == "Hoa Mai")
            #expect(
                try tx.keptRecord(insteadOf: merged, of: Self.register, for: office) == nil)
        }
        #expect(try await setting.pairs().count == 1)
        await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.undoMerge(id, of: Self.register, by: office)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `parted again leave what somebody changed since`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let office = setting.office
        let kept = try await setting.add("Cửa hàng gas Hoa Mai", ["phone": "0912345678"])
        let merged = try await setting.add("Hoa Mai", ["phone": "0988888888"])
        let id = try await setting.merge(merged, into: kept)
        let cells = try Self.cells("Hoa Mai mới")
        try await setting.database.write {
            try $0.changeRecord(kept, to: cells, of: Self.register, version: 2, by: office)
        }
        let isWhole = try await setting.database.write {
            try $0.undoMerge(id, of: Self.register, by: office)
        }
        #expect(!isWhole)
        let record = try await setting.database.read {
            try $0.record(kept, of: Self.register, for: office)
        }
        #expect(record[Facilities.name] == "Hoa Mai mới")
    }

    @Test(arguments: TestEngine.available)
    func `are joined by who may keep both, as they were seen, and for thirty days`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        let office = setting.office
        let kept = try await setting.add("Cửa hàng gas Hoa Mai")
        let merged = try await setting.add("Hoa Mai")
        for role in [Role.groupHead, .chairman, .supervisor] {
            let officer = setting.ward.officer(role)
            await #expect(throws: Problem.self) {
                try await setting.database.write {
                    try $0.mergeRecord(
                        merged, into: kept, of: Self.register, chosen: [:], versions: (1, 1),
                        by: officer)
                }
            }
        }
        let stale = await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.mergeRecord(
                    merged, into: kept, of: Self.register, chosen: [:], versions: (1, 2),
                    by: office)
            }
        }
        #expect(stale?.kind == .conflict)
        await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.mergeRecord(
                    kept, into: kept, of: Self.register, chosen: [:], versions: (1, 1), by: office)
            }
        }
        let id = try await setting.merge(merged, into: kept)
        setting.clock.set(
            TestEngine.moment.adding(seconds: Int64(RecordJoining.undoDays + 1) * 86_400))
        await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.undoMerge(id, of: Self.register, by: office)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `are found through a record that was joined on`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let office = setting.office
        let first = try await setting.add("Hoa Mai")
        let second = try await setting.add("Cửa hàng Hoa Mai")
        let third = try await setting.add("Cửa hàng gas Hoa Mai")
        _ = try await setting.merge(first, into: second)
        try await setting.database.write { tx in
            try tx.mergeRecord(
                second, into: third, of: Self.register, chosen: [:], versions: (1, 2), by: office)
        }
        try await setting.database.read { tx in
            let found = try tx.keptRecord(insteadOf: first, of: Self.register, for: office)
            #expect(found?.id == third)
            let history = try tx.recordHistory(
                of: third, in: Self.register, ward: office.ward, limit: 20)
            #expect(history.count { $0.entry.verb == "record.add" } == 3)
        }
    }

    @Test(arguments: TestEngine.available)
    func `are found after the rules of keys changed`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        _ = try await setting.add("Cửa hàng gas Hoa Mai")
        _ = try await setting.add("Hoa Mai")
        try await setting.database.write { tx in
            try tx.run("DELETE FROM record_keys")
            try tx.run("DELETE FROM record_pairs")
            #expect(try tx.hasOldLikeness(of: Self.register, ward: TestWard.code))
            #expect(try !tx.renewLikeness(of: Self.register, ward: TestWard.code))
            #expect(try !tx.hasOldLikeness(of: Self.register, ward: TestWard.code))
        }
        #expect(try await setting.pairs().count == 1)
    }

    @Test(arguments: TestEngine.available)
    func `take along what names them, there and back`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let office = setting.office
        let kept = try await setting.add("Cửa hàng gas Hoa Mai", ["phone": "0912345678"])
        let merged = try await setting.add("Hoa Mai", ["phone": "0988888888"])
        let transmitters = Transmitters.description
        let device = try await setting.database.write { tx in
            try tx.addRecord(
                try transmitters.read(["facility": merged, "serial": "A1"]), to: transmitters,
                by: office)
        }
        let facility = {
            try await setting.database.read {
                try $0.record(device, of: transmitters, for: office)[Transmitters.facility]?.id
            }
        }
        let id = try await setting.merge(merged, into: kept)
        #expect(try await facility() == kept)
        try await setting.database.write { _ = try $0.undoMerge(id, of: Self.register, by: office) }
        #expect(try await facility() == merged)
    }
}
