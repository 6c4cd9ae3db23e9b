import Domain
import Storage
import Testing
import TestSupport

@Suite struct `Words in a register` {
    private let water = WaterSources.description

    /// Puts so many sources into the register at once; their names end in their numbers.
    private func fill(
        _ count: Int, after first: Int = 0, called name: String, in database: Database,
        by officer: Officer
    ) async throws {
        let search = folded(name)
        try await database.write { tx in
            try tx.run(
                """
                WITH RECURSIVE numbers (number) AS (
                    SELECT CAST(\(first + 1) AS bigint) UNION ALL
                    SELECT number + 1 FROM numbers WHERE number < CAST(\(first + count) AS bigint)
                )
                INSERT INTO water_sources
                    (ward, id, name, kind, state, address, search, created_at, created_by)
                SELECT \(officer.ward), 'n' || (100000 + number),
                    \(name) || ' ' || (100000 + number), 'hydrant', 'working', 'Ngõ 12/34',
                    \(search) || ' ' || (100000 - number) || ' ngo 12/34', 0, \(officer.id)
                FROM numbers
                """)
        }
    }

    private func found(
        _ words: String, in database: Database, by officer: Officer
    ) async throws -> RecordPage {
        var filter = RecordFilter()
        filter.words = words
        return try await database.read { [filter, water] in
            try $0.records(of: water, filter, for: officer)
        }
    }

    @Test(arguments: TestEngine.available)
    func `find what has them all at the beginning of its own`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let officer = ward.officer(.office)
        try await fill(1, called: "Trụ đầu ngõ", in: database, by: officer)
        try await fill(1, after: 1, called: "Bể nhà văn hóa", in: database, by: officer)
        for (words, count) in [
            ("tru", 1), ("TRỤ ngo", 1), ("ngo tru", 1), ("tr n", 1), ("12/34", 2), ("34", 2),
            ("4", 0), ("ru", 0), ("be tru", 0), ("van-hoa", 1), ("'\"*) OR", 0), ("/", 2),
        ] {
            let page = try await found(words, in: database, by: officer)
            #expect(page.total.count == count, "\(words)")
            #expect(page.records.count == count, "\(words)")
        }
    }

    @Test(arguments: TestEngine.available)
    func `follow a record as it changes and goes`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let officer = ward.officer(.office)
        let texts = [
            "name": "Trụ cũ", "kind": "hydrant", "state": "working", "address": "Phố Láng",
        ]
        let (before, after) = (
            try water.read(texts), try water.read(texts.merging(["name": "Trụ mới"]) { $1 })
        )
        let id = try await database.write { [water] in
            try $0.addRecord(before, to: water, by: officer)
        }
        try await database.write { [water] in
            try $0.changeRecord(id, to: after, of: water, version: 1, by: officer)
        }
        #expect(try await found("cu", in: database, by: officer).total == 0)
        #expect(try await found("moi lang", in: database, by: officer).total == 1)
        try await database.write { [water] in
            try $0.endRecord(id, of: water, version: 2, by: officer)
        }
        #expect(try await found("moi", in: database, by: officer).total == 0)
    }

    @Test(arguments: TestEngine.available)
    func `are counted and sorted so far, and followed in the order of entry beyond`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let officer = ward.officer(.office)
        let most = Transaction.recordCountMax
        try await fill(most, called: "Trụ", in: database, by: officer)
        let sorted = try await found("tru", in: database, by: officer)
        #expect(sorted.total == BoundedCount(most))
        #expect(sorted.order == .byName)
        // Their names in the list run against their entry.
        #expect(sorted.records.first?.id == "n\(100_000 + most)")

        try await fill(1, after: most, called: "Trụ sau", in: database, by: officer)
        var filter = RecordFilter()
        filter.words = "tru"
        var ids: [String] = []
        repeat {
            let page = try await database.read { [filter, water] in
                try $0.records(of: water, filter, for: officer, limit: 400)
            }
            #expect(page.total.vietnamese == "hơn 1.000")
            #expect(page.order == .entered)
            ids += page.records.map(\.id)
            filter.after = page.next
        } while filter.after != nil
        #expect(ids.count == most + 1)
        #expect(Set(ids).count == ids.count)
        #expect(ids == ids.sorted())
    }

    @Test func `are found after SQLite wrote its file anew`() async throws {
        let database = try await TestEngine.sqlite.open()
        let ward = try await TestWard.make(in: database)
        let officer = ward.officer(.office)
        try await fill(20, called: "Trụ", in: database, by: officer)
        try await database.forget()
        #expect(try await found("tru 99990", in: database, by: officer).total == 1)
    }
}
