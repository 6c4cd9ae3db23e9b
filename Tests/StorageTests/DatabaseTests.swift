import Domain
import Foundation
import Storage
import Synchronization
import Testing
import TestSupport

@Suite struct `A store that must be there` {
    @Test func `is not made by a misspelt path`() async throws {
        let path = TestFolder.url
            .appending(path: "canhlua-\(UUID().uuidString).sqlite").path
        let problem = await #expect(throws: Problem.self) {
            _ = try await Database.open(.sqlite(path: path), mustExist: true) {
                TestEngine.moment
            }
        }
        #expect(problem?.kind == .notFound)
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}

@Suite struct `A store that is written to` {
    @Test func `has all in its one file once it was settled`() async throws {
        let path = TestFolder.url
            .appending(path: "canhlua-settled-\(UUID().uuidString).sqlite").path
        let database = try await Database.open(.sqlite(path: path)) { TestEngine.moment }
        _ = try await TestWard.make(in: database)
        func wardsInFile(_ name: String) async throws -> [String] {
            try FileManager.default.copyItem(atPath: path, toPath: path + name)
            let copy = try await Database.open(.sqlite(path: path + name)) { TestEngine.moment }
            return try await copy.read { try $0.wardCodes() }
        }
        #expect(try await wardsInFile(".before").isEmpty)
        try await database.settle()
        #expect(try await wardsInFile(".after") == [TestWard.code])
        await database.close()
    }

    /// What a power cut leaves: the files as they are, without what is shared in memory.
    @Test func `has a log of full length once it was settled, and loses nothing by it`()
        async throws
    {
        let path = TestFolder.url
            .appending(path: "canhlua-log-\(UUID().uuidString).sqlite").path
        let database = try await Database.open(.sqlite(path: path)) { TestEngine.moment }
        func logLength() throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
        }
        _ = try await TestWard.make(in: database)
        let length = try #require(try logLength())
        try await database.settle()
        let settled = try #require(try logLength())
        #expect(settled > max(length, 64 << 20))
        try await database.write {
            try $0.addWard(code: "2", name: "B", kind: "xã", province: "B")
        }
        #expect(try logLength() == settled)
        for end in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: path + end, toPath: path + ".cut" + end)
        }
        let cut = try await Database.open(.sqlite(path: path + ".cut")) { TestEngine.moment }
        #expect(Set(try await cut.read { try $0.wardCodes() }) == [TestWard.code, "2"])
        await cut.close()
        await database.close()
        let left = try? logLength()
        #expect((left ?? 0) == 0)
    }

    @Test(arguments: TestEngine.available)
    func `is written to here only where nobody else writes`(engine: TestEngine) async throws {
        let (database, other) = try await engine.openTwice()
        let ward = { @Sendable (code: String) in
            { @Sendable (tx: Transaction) in
                try tx.addWard(code: code, name: code, kind: "xã", province: "B")
            }
        }
        guard engine == .sqlite else {
            #expect(try database.writeHere(ward("1")) == nil)
            #expect(try await database.read { try $0.wardCodes() }.isEmpty)
            return
        }
        #expect(try database.writeHere(ward("1")) != nil)
        #expect(throws: Problem.self) {
            try database.writeHere { tx in
                try ward("2")(tx)
                throw Problem(.conflict, "Thử.")
            }
        }
        for writer in [database, other] {
            let (begun, begin) = AsyncStream.makeStream(of: Void.self)
            let end = DispatchSemaphore(value: 0)
            async let writing: Void = writer.write { _ in
                begin.yield()
                end.wait()
            }
            _ = await begun.first { true }
            #expect(try database.writeHere(ward("3")) == nil)
            end.signal()
            try await writing
        }
        #expect(try database.writeHere(ward("4")) != nil)
        #expect(Set(try await other.read { try $0.wardCodes() }) == ["1", "4"])
    }

    /// As a full disk may end a transaction of SQLite by itself.
    @Test func `stores nothing behind the end of a transaction`() async throws {
        let database = try await TestEngine.sqlite.open()
        @Sendable func add(_ code: String, _ tx: Transaction) throws {
            try tx.addWard(code: code, name: code, kind: "xã", province: "B")
        }
        await #expect(throws: (any Error).self) {
            try await database.write { tx in
                try add("1", tx)
                try tx.run("ROLLBACK")
                try add("2", tx)
            }
        }
        await #expect(throws: (any Error).self) {
            try await database.write { tx in
                try add("3", tx)
                try tx.run("ROLLBACK")
            }
        }
        #expect(try await database.read { try $0.wardCodes() }.isEmpty)
        try await database.write { try add("4", $0) }
        #expect(try await database.read { try $0.wardCodes() } == ["4"])
    }

    @Test(arguments: TestEngine.available)
    func `goes on while it is settled, as often as wanted`(engine: TestEngine) async throws {
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        for _ in 0..<2 { try await database.settle() }
        #expect(try await database.read { try $0.wardCodes() } == [TestWard.code])
    }
}

@Suite struct `A transaction` {
    @Test(arguments: TestEngine.available)
    func `keeps every type of value`(engine: TestEngine) async throws {
        let database = try await engine.open()
        try await database.write { tx in
            try tx.run(
                """
                CREATE TABLE samples (n BIGINT, r DOUBLE PRECISION, t TEXT, b BYTEA, absent TEXT)
                """)
            try tx.run(
                """
                INSERT INTO samples (n, r, t, b, absent)
                VALUES (\(Int64.max), \(0.5), \("Nguyễn '; --"), \([UInt8](0...255)),
                    \(String?.none))
                """)
        }
        let row = try #require(
            try await database.read { try $0.row("SELECT n, r, t, b, absent FROM samples") })
        #expect(row["n"] == Int64.max)
        #expect(row["r"] == 0.5)
        #expect(row["t"] == "Nguyễn '; --")
        #expect(row["b"] == [UInt8](0...255))
        #expect(row["absent"] == String?.none)
    }

    @Test(arguments: TestEngine.available)
    func `leaves no trace when it throws`(engine: TestEngine) async throws {
        let database = try await engine.open()
        await #expect(throws: Problem.self) {
            try await database.write { tx in
                try tx.addWard(code: "1", name: "A", kind: "xã", province: "B")
                throw Problem(.conflict, "Thử.")
            }
        }
        #expect(try await database.read { try $0.wardCodes() } == [])
    }

    @Test(arguments: TestEngine.available)
    func `runs forty writers without losing one`(engine: TestEngine) async throws {
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    try await database.write { tx in
                        _ = try tx.addUnit(
                            "Tổ \(number)", kind: .group, ward: TestWard.code, by: nil)
                    }
                }
            }
            try await group.waitForAll()
        }
        let units = try await database.read { try $0.units(of: TestWard.code) }
        #expect(units.filter { $0.name.hasPrefix("Tổ ") && $0.kind == .group }.count == 42)
        let broken = try await database.read { try $0.firstBrokenJournalRow(ward: TestWard.code) }
        #expect(broken == nil)
    }

    @Test(arguments: TestEngine.available)
    func `says whose login is taken`(engine: TestEngine) async throws {
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        let problem = await #expect(throws: Problem.self) {
            try await database.write { tx in
                try tx.addAccount(
                    NewAccount(
                        login: "police", name: "A", role: .police, unit: nil, passwordHash: "x"),
                    ward: TestWard.code, by: nil)
            }
        }
        #expect(problem?.message.hasPrefix("Tên đăng nhập đã có người dùng") == true)
    }

    /// A device is answered on it: what failed must not be told with a later commit either.
    @Test(arguments: TestEngine.available)
    func `tells of its own commit, once`(engine: TestEngine) async throws {
        struct Fault: Error {}
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        let told = Mutex<[String]>([])
        let rename: SQL = "UPDATE wards SET name = name"
        await #expect(throws: Fault.self) {
            try await database.write { tx in
                try tx.run(rename)
                tx.afterCommit { told.withLock { $0.append("failed") } }
                throw Fault()
            }
        }
        await #expect(throws: (any Error).self) {
            try await database.write { tx in
                tx.afterCommit { told.withLock { $0.append("refused") } }
                try tx.run("INSERT INTO units (ward, id) VALUES ('nowhere', 'x')")
            }
        }
        try await database.write { _ = try $0.run(rename) }
        #expect(told.withLock { $0 }.isEmpty)
        try await database.write { tx in
            try tx.run(rename)
            tx.afterCommit { told.withLock { $0.append("kept") } }
            #expect(told.withLock { $0 }.isEmpty)
        }
        try await database.write { _ = try $0.run(rename) }
        #expect(told.withLock { $0 } == ["kept"])
    }

    @Test(arguments: TestEngine.available)
    func `knows how rows are spread once it has looked`(engine: TestEngine) async throws {
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        _ = try await database.read { try $0.units(of: TestWard.code) }
        try await database.refreshStatistics()
        let known: Int? = try await database.read { tx in
            switch engine {
            case .sqlite:
                try tx.value("SELECT COUNT(*) AS value FROM sqlite_stat1 WHERE tbl = 'units'")
            case .postgres:
                try tx.value(
                    """
                    SELECT CAST(reltuples AS BIGINT) AS value FROM pg_class
                    WHERE oid = CAST('units' AS regclass)
                    """)
            }
        }
        #expect((known ?? 0) > 0)
    }
}
