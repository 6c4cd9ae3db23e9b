import Domain
import Storage
import TestSupport
import Testing

@Suite struct `A sheet taken into a register` {
    private static let water = WaterSources.description
    private static let rows = [
        ["Tên", "Loại", "Tình trạng", "Địa chỉ", "TDP"],
        ["Trụ 1", "Trụ nước", "Hỏng", "Phố Mẫu", "1"],
        ["Trụ 2", "Trụ nước", "Hỏng", "Phố Mẫu", "2"],
        ["Trụ 3", "Sai", "Hỏng", "Phố Mẫu", "2"],
    ].enumerated().map { Sheet.Row(number: $0 + 1, cells: $1) }
    private static let columns = SheetColumns.find(in: rows.map(\.cells), of: water)

    private func setting(_ engine: TestEngine) async throws -> (
        database: Database, clock: TestClock, ward: TestWard, existing: String, taken: String
    ) {
        let clock = TestClock()
        let database = try await engine.open(clock: clock.now)
        let ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        let cells = try Self.water.read([
            "name": "Trụ 1", "kind": "hydrant", "state": "working", "address": "Phố Mẫu",
        ])
        let existing = try await database.write {
            try $0.addRecord(cells, to: Self.water, by: office)
        }
        let taken = try await database.write {
            try $0.addImport(
                [1, 2], fileName: "ds.xlsx", mediaType: "x", to: Self.water, by: office)
        }
        return (database, clock, ward, existing, taken)
    }

    private func apply(
        _ id: String, _ database: Database, _ officer: Officer,
        seen: (added: Int, changed: Int) = (1, 1)
    ) async throws {
        try await database.write {
            try $0.applyImport(
                id, Self.rows, Self.columns, of: Self.water, seen: seen, by: officer)
        }
    }

    @Test(arguments: TestEngine.available)
    func `adds, changes and refuses, and can be undone`(engine: TestEngine) async throws {
        let (database, _, ward, existing, id) = try await setting(engine)
        let office = ward.officer(.office)
        try await apply(id, database, office)
        let (page, taken, rejected) = try await database.read { tx in
            (
                try tx.records(of: Self.water, RecordFilter(), for: office),
                try tx.recordImport(id, of: Self.water, for: office),
                try tx.rejectedRows(of: id, ward: office.ward)
            )
        }
        #expect(page.records.map { $0[WaterSources.state] } == [.broken, .broken])
        #expect(page.records.map { $0[WaterSources.group]?.id } == ward.groups)
        #expect([taken.added, taken.changed, taken.same, taken.rejected] == [1, 1, 0, 1])
        #expect(rejected.map(\.line) == [4])
        #expect(rejected[0].reasons[0].hasPrefix("Loại: «Sai» không đúng."))

        let result = try await database.write {
            try $0.undoImport(id, of: Self.water, by: office)
        }
        #expect(result == ImportUndoing(undone: 2, kept: 0))
        let after = try await database.read {
            try $0.records(of: Self.water, RecordFilter(), for: office)
        }
        #expect(after.records.map(\.id) == [existing])
        #expect(after.records[0][WaterSources.state] == .working)
        #expect(after.records[0][WaterSources.group] == nil)
        await #expect(throws: Problem.self) {
            try await database.write { _ = try $0.undoImport(id, of: Self.water, by: office) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `keeps on undoing what somebody changed since`(engine: TestEngine) async throws {
        let (database, _, ward, existing, id) = try await setting(engine)
        let office = ward.officer(.office)
        try await apply(id, database, office)
        let cells = try Self.water.read([
            "name": "Trụ 1", "kind": "hydrant", "state": "closed", "address": "Phố Mẫu",
        ])
        try await database.write {
            try $0.changeRecord(existing, to: cells, of: Self.water, version: 2, by: office)
        }
        let result = try await database.write {
            try $0.undoImport(id, of: Self.water, by: office)
        }
        #expect(result == ImportUndoing(undone: 1, kept: 1))
        let after = try await database.read {
            try $0.records(of: Self.water, RecordFilter(), for: office)
        }
        #expect(after.records.map { $0[WaterSources.state] } == [.closed])
    }

    @Test(arguments: TestEngine.available)
    func `can be undone for thirty days and no longer`(engine: TestEngine) async throws {
        let (database, clock, ward, _, id) = try await setting(engine)
        let office = ward.officer(.office)
        try await apply(id, database, office)
        func wait(days: Int) {
            clock.set(TestEngine.moment.adding(seconds: Int64(days) * 86_400))
        }
        wait(days: RecordImport.undoDays)
        func isUndoable() async throws -> Bool {
            try await database.read { tx in
                try tx.recordImport(id, of: Self.water, for: office).isUndoable(on: tx.today)
            }
        }
        #expect(try await isUndoable())
        wait(days: RecordImport.undoDays + 1)
        #expect(try await !isUndoable())
        await #expect(throws: Problem.self) {
            try await database.write { _ = try $0.undoImport(id, of: Self.water, by: office) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `does nothing when the register is not as it was seen`(engine: TestEngine) async throws {
        let (database, _, ward, existing, id) = try await setting(engine)
        let office = ward.officer(.office)
        await #expect(throws: Problem.self) {
            try await apply(id, database, office, seen: (added: 2, changed: 0))
        }
        let page = try await database.read {
            try $0.records(of: Self.water, RecordFilter(), for: office)
        }
        #expect(page.records.map(\.id) == [existing])
        #expect(page.records[0].version == 1)
    }

    @Test(arguments: TestEngine.available)
    func `is not for those who may not keep the register`(engine: TestEngine) async throws {
        let (database, _, ward, _, id) = try await setting(engine)
        for role in [Role.supervisor, .facilityHead] {
            await #expect(throws: Problem.self) {
                try await apply(id, database, ward.officer(role))
            }
        }
        // The head of a group does not see what the office handed in.
        await #expect(throws: Problem.self) {
            try await database.read {
                _ = try $0.recordImport(id, of: Self.water, for: ward.officer(.groupHead))
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `of a group's head touches that group alone`(engine: TestEngine) async throws {
        let (database, _, ward, _, _) = try await setting(engine)
        let head = ward.officer(.groupHead)
        let rows = try await database.read {
            try $0.judged(Self.rows, Self.columns, of: Self.water, for: head)
        }
        #expect(rows.map(\.verdict) == [.added, .rejected, .rejected])
    }

    @Test(arguments: TestEngine.available)
    func `leaves what its columns mean for the next one`(engine: TestEngine) async throws {
        let (database, _, ward, _, id) = try await setting(engine)
        let office = ward.officer(.office)
        var columns = Self.columns
        columns.keys[4] = nil
        try await database.write { [columns] in
            try $0.matchColumns(of: id, columns, in: Self.water, by: office)
        }
        let (taken, heads) = try await database.read { tx in
            (
                try tx.recordImport(id, of: Self.water, for: office),
                try tx.sheetHeads(of: Self.water, ward: office.ward)
            )
        }
        #expect(taken.columns == columns.keys)
        #expect(heads["tdp"] == "")
        #expect(heads["loai"] == "kind")
        try await database.write { try $0.discardImport(id, of: Self.water, by: office) }
        await #expect(throws: Problem.self) { try await apply(id, database, office) }
    }
}
