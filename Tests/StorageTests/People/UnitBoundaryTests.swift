import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Borders of a ward and its groups` {
    private static let far = [
        "name": "Trụ xa", "kind": "hydrant", "state": "working",
        "address": "12 phố Thử", "latitude": "10,77", "longitude": "106,7",
    ]

    @Test(arguments: TestEngine.available)
    func `are set by who keeps them, and seen by others as they were drawn`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let (office, police) = (ward.officer(.office), ward.officer(.police))
        try await database.write { tx in
            try tx.setBoundary(of: .ward, to: .sample, version: 1, by: office)
            try tx.setBoundary(of: .group(ward.groups[0]), to: .sample, version: 1, by: office)
        }
        let found = try await database.read { try $0.boundaries(TestWard.code) }
        #expect(found.ward == .sample)
        #expect(found.groups == [ward.groups[0]: .sample])
        let list = try await database.read { try $0.drawnBoundaries(for: office) }
        #expect(list.map(\.name) == ["phường Thử", "Tổ dân phố số 1", "Tổ dân phố số 2"])
        #expect(list.map(\.version) == [2, 2, 1])
        let refused = await problem(database) { tx in
            try tx.setBoundary(of: .ward, to: nil, version: 2, by: police)
        }
        #expect(refused?.kind == .forbidden)
        let late = await problem(database) { tx in
            try tx.setBoundary(of: .group(ward.groups[0]), to: nil, version: 1, by: office)
        }
        #expect(late?.kind == .conflict)
        let none = await problem(database) { tx in
            try tx.setBoundary(of: .group(ward.police), to: .sample, version: 1, by: office)
        }
        #expect(none?.kind == .notFound)
    }

    @Test(arguments: TestEngine.available)
    func `keep out what lies far outside, but not what lay there before`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let register = WaterSources.description
        let id = try await database.write { tx in
            let id = try tx.addRecord(
                try tx.read(Self.far, of: register, for: office), to: register, by: office)
            try tx.setBoundary(of: .ward, to: .sample, version: 1, by: office)
            return id
        }
        let refused = await problem(database) { tx in
            let cells = try tx.read(
                Self.far.merging(["name": "Trụ khác"]) { $1 }, of: register, for: office)
            try tx.addRecord(cells, to: register, by: office)
        }
        #expect(refused?.refusals["latitude"]?.contains("Tọa độ nằm cách phường") == true)
        try await database.write { tx in
            let cells = try tx.read(
                Self.far.merging(["state": "broken"]) { $1 }, of: register, for: office)
            try tx.changeRecord(id, to: cells, of: register, version: 1, by: office)
        }
        let moved = await problem(database) { tx in
            let cells = try tx.read(
                Self.far.merging(["latitude": "10,78"]) { $1 }, of: register, for: office)
            try tx.changeRecord(id, to: cells, of: register, version: 2, by: office)
        }
        #expect(moved?.refusals.keys.sorted() == ["latitude"])
    }

    @Test(arguments: TestEngine.available)
    func `find their owners by what files call them`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let owners = try await database.read { tx in
            try tx.boundaryOwners(
                named: [
                    ["TO DAN PHO SO 1"], ["TDP 2"], ["Phường Thử"], ["Thử"], ["Tổ 9"], [],
                    ["Tổ 1", "Tổ 2"],
                ], for: ward.officer(.office))
        }
        #expect(
            owners == [
                .group(ward.groups[0]), .group(ward.groups[1]), .ward, .ward, nil, nil, nil,
            ])
    }

    private func problem(
        _ database: Database, _ body: @escaping @Sendable (Transaction) throws -> Void
    ) async -> Problem? {
        do {
            try await database.write(body)
            return nil
        } catch {
            return error as? Problem
        }
    }
}
