import Domain
import Storage
import TestSupport
import Testing

@Suite struct `A long sheet` {
    private static let water = WaterSources.description
    private static let heads = ["Tên", "Loại", "Tình trạng", "Địa chỉ", "TDP"]
    private static let columns = SheetColumns.find(in: [heads], of: water)

    /// More rows than are taken in at once; no two look alike.
    private static func rows(_ count: Int) -> [Sheet.Row] {
        [Sheet.Row(number: 1, cells: heads)]
            + (0..<count).map { number in
                Sheet.Row(
                    number: number + 2,
                    cells: [
                        "Trụ \(number)", "Trụ nước", "Hỏng", "\(number) phố Mẫu", "1",
                    ])
            }
    }

    private func waiting(
        in database: Database, _ officer: Officer
    ) async throws -> String {
        try await database.write {
            try $0.addImport(
                [1], fileName: "ds.csv", mediaType: "x", to: Self.water, by: officer)
        }
    }

    @Test(arguments: TestEngine.available)
    func `is kept as if each row had been typed, and can be undone`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let count = Transaction.importedAtOnce + 1
        let id = try await waiting(in: database, office)
        try await database.write { tx in
            try tx.applyImport(
                id, Self.rows(count), Self.columns, of: Self.water, seen: (count, 0), by: office)
        }
        let last = try Self.water.read([
            "name": "Trụ \(count - 1)", "kind": "hydrant", "state": "broken",
            "address": "\(count - 1) phố Mẫu",
        ])
        try await database.read { tx in
            var filter = RecordFilter()
            #expect(
                try tx.records(of: Self.water, filter, for: office).total == BoundedCount(count))
            filter.words = "tru \(count - 1)"
            let found = try #require(
                try tx.records(of: Self.water, filter, for: office).records.first)
            #expect(
                try tx.likelyRecords(of: last, in: Self.water, for: office).map(\.record.id)
                    == [found.id])
            #expect(
                try tx.clocks(of: found.id, in: Self.water, ward: office.ward)["state"] == tx.now)
            let journal = try tx.journal(
                of: "water_sources/\(found.id)", ward: office.ward, limit: 9)
            #expect(journal.map(\.verb) == ["record.add"])
            #expect(
                journal.first?.changeList.contains(JournalChange("state", to: "broken")) == true)
            #expect(try tx.recordCounts(of: Self.water, for: office).all == count)
            #expect(
                try tx.quality(of: found, in: Self.water, ward: office.ward).scores[.fresh] == 100)
            #expect(try tx.journalProof(ward: office.ward).broken == nil)
        }
        // The same sheet again finds every row by what tells it apart.
        let again = try await database.read {
            try $0.judged(Self.rows(count), Self.columns, of: Self.water, for: office)
        }
        #expect(again.map(\.verdict) == Array(repeating: .same, count: count))
        let result = try await database.write {
            try $0.undoImport(id, of: Self.water, by: office)
        }
        #expect(result == ImportUndoing(undone: count, kept: 0))
        let left = try await database.read {
            try $0.records(of: Self.water, RecordFilter(), for: office)
        }
        #expect(left.total == 0)
    }

    @Test(arguments: TestEngine.available)
    func `leaves out what looks like another row until somebody says`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let id = try await waiting(in: database, office)
        var rows = Self.rows(1)
        rows[0] = Sheet.Row(number: 1, cells: Self.heads)
        for (number, name) in ["Trụ Hoa Mai", "Trụ nước Hoa Mai"].enumerated() {
            rows.append(
                Sheet.Row(
                    number: 10 + number, cells: [name, "Trụ nước", "Hỏng", "12 phố Láng", "1"]))
        }
        let judged = { [rows] in
            try await database.read { tx in
                try tx.judged(rows, Self.columns, of: Self.water, for: office, answering: id)
            }
        }
        #expect(try await judged().map(\.verdict) == [.added, .added, .asked])
        for (answer, verdict) in [
            (ImportAnswer.sameRow(10), ImportedRow.Verdict.rejected), (.other, .added),
        ] {
            try await database.write {
                try $0.answerImport(id, [11: answer], of: Self.water, by: office)
            }
            #expect(try await judged().last?.verdict == verdict)
        }
        try await database.write { [rows] tx in
            try tx.applyImport(id, rows, Self.columns, of: Self.water, seen: (3, 0), by: office)
        }
        let pairs = try await database.read {
            try $0.recordPairs(of: Self.water, for: office).count
        }
        #expect(pairs == 1)
    }
}
