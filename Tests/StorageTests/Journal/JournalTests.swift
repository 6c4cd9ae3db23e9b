import Domain
import Storage
import Testing
import TestSupport

@Suite struct `The journal` {
    @Test(arguments: TestEngine.available)
    func `proves a chain that nobody touched`(engine: TestEngine) async throws {
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        let broken = try await database.read { try $0.firstBrokenJournalRow(ward: TestWard.code) }
        #expect(broken == nil)
    }

    @Test(arguments: TestEngine.available)
    func `names the first row that was altered`(engine: TestEngine) async throws {
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        try await database.write { tx in
            try tx.run("UPDATE journal SET changes = '{}' WHERE sequence = 3")
        }
        let broken = try await database.read { try $0.firstBrokenJournalRow(ward: TestWard.code) }
        #expect(broken == 3)
    }

    @Test(arguments: TestEngine.available)
    func `misses a row that was cut off the end`(engine: TestEngine) async throws {
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        let last: Int64 = try await database.write { tx in
            let last: Int64 = try tx.value("SELECT MAX(sequence) AS value FROM journal") ?? 0
            try tx.run("DELETE FROM journal WHERE sequence = \(last)")
            return last
        }
        let broken = try await database.read { try $0.firstBrokenJournalRow(ward: TestWard.code) }
        #expect(broken == last)
    }
}
