import Domain
import Storage
import Testing
import TestSupport

@Suite struct `The journal` {
    @Test(arguments: TestEngine.available)
    func `proves a chain that nobody touched`(engine: TestEngine) async throws {
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        let proof = try await database.read { try $0.journalProof(ward: TestWard.code) }
        let rows: Int64? = try await database.read {
            try $0.value("SELECT COUNT(*) AS value FROM journal")
        }
        #expect(proof.broken == nil)
        #expect(proof.length == rows)
        #expect(proof.length > 10)
    }

    @Test(arguments: TestEngine.available)
    func `names the first row that was altered`(engine: TestEngine) async throws {
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        try await database.write { tx in
            try engine.disarmJournal(tx)
            try tx.run("UPDATE journal SET changes = '{}' WHERE sequence = 3")
        }
        let broken = try await database.read { try $0.journalProof(ward: TestWard.code).broken }
        #expect(broken?.sequence == 3)
        #expect(broken?.verb == "unit.add")
        #expect(broken?.at == TestEngine.moment)
    }

    @Test(arguments: TestEngine.available)
    func `misses a row that was cut off the end`(engine: TestEngine) async throws {
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        let last: Int64 = try await database.write { tx in
            try engine.disarmJournal(tx)
            let last: Int64 = try tx.value("SELECT MAX(sequence) AS value FROM journal") ?? 0
            try tx.run("DELETE FROM journal WHERE sequence = \(last)")
            return last
        }
        let broken = try await database.read { try $0.journalProof(ward: TestWard.code).broken }
        #expect(broken?.sequence == last)
        #expect(broken?.verb == nil)
    }

    @Test(arguments: TestEngine.available)
    func `misses a journal that was emptied with its head`(engine: TestEngine) async throws {
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        try await database.write { tx in
            try engine.disarmJournal(tx)
            try tx.run("DELETE FROM journal")
            try tx.run("DELETE FROM journal_heads")
        }
        let proof = try await database.read { try $0.journalProof(ward: TestWard.code) }
        #expect(proof.broken?.sequence == 1)
        // A place that was never made has no journal to miss.
        let none = try await database.read { try $0.journalProof(ward: "99999") }
        #expect(none.broken == nil)
    }

    @Test(arguments: TestEngine.available)
    func `misses a row from the middle`(engine: TestEngine) async throws {
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        try await database.write { tx in
            try engine.disarmJournal(tx)
            try tx.run("DELETE FROM journal WHERE sequence = 4")
        }
        let broken = try await database.read { try $0.firstBrokenJournalRow(ward: TestWard.code) }
        #expect(broken == 4)
    }

    @Test(arguments: TestEngine.available)
    func `is only ever added to`(engine: TestEngine) async throws {
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        for statement in [
            "UPDATE journal SET verb = 'x' WHERE sequence = 2",
            "DELETE FROM journal WHERE sequence = 2",
        ] as [SQL] {
            let problem = await #expect(throws: Problem.self) {
                try await database.write { tx in try tx.run(statement) }
            }
            #expect(problem?.message.hasPrefix("Nhật ký chỉ được ghi thêm") == true)
        }
        let proof = try await database.read { try $0.journalProof(ward: TestWard.code) }
        #expect(proof.broken == nil)
    }

    @Test(arguments: TestEngine.available)
    func `keeps the chains of two wards apart`(engine: TestEngine) async throws {
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        try await database.write { tx in
            try tx.addWard(code: "00002", name: "Hai", kind: "xã", province: "tỉnh Thử")
            try engine.disarmJournal(tx)
            try tx.run("UPDATE journal SET origin = 'web' WHERE ward = '00002'")
        }
        let (first, second) = try await database.read { tx in
            (try tx.journalProof(ward: TestWard.code), try tx.journalProof(ward: "00002"))
        }
        #expect(first.broken == nil)
        #expect(second.broken?.sequence == 1)
    }

    @Test(arguments: TestEngine.available)
    func `is filtered by person, record, verb and day`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let administrator = ward.officer(.administrator)
        try await database.write { tx in
            try tx.endUnit(ward.division, by: administrator)
        }
        let rows = { (filter: JournalFilter) in
            try await database.read { try $0.journal(filter, limit: 100, by: administrator) }
        }
        #expect(try await rows(JournalFilter(account: administrator.id)).count == 2)
        #expect(try await rows(JournalFilter(subject: "units/\(ward.division)")).count == 2)
        #expect(try await rows(JournalFilter(subject: "units")).count == 8)
        #expect(try await rows(JournalFilter(verb: "unit.end")).map(\.who) == [administrator.name])
        let today = TestEngine.moment.day
        #expect(try await !rows(JournalFilter(from: today, through: today)).isEmpty)
        let tomorrow = Day(number: today.number + 1)
        #expect(try await rows(JournalFilter(from: tomorrow)).isEmpty)
        #expect(try await rows(JournalFilter(through: Day(number: today.number - 1))).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `goes on page by page without losing a row`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let administrator = ward.officer(.administrator)
        var seen: [Int64] = []
        var before: Int64?
        while true {
            let last = before
            let page = try await database.read {
                try $0.journal(JournalFilter(), before: last, limit: 3, by: administrator)
            }
            seen += page.map(\.entry.sequence)
            guard let next = page.last?.entry.sequence else { break }
            before = next
        }
        #expect(seen == Array((1...(seen.first ?? 0)).reversed()))
    }

    @Test(arguments: TestEngine.available)
    func `is not shown to others than administrators`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        for role in Role.allCases where role != .administrator {
            let problem = await #expect(throws: Problem.self) {
                try await database.read {
                    try $0.journal(JournalFilter(), limit: 1, by: ward.officer(role))
                }
            }
            #expect(problem?.kind == .forbidden)
        }
    }
}
