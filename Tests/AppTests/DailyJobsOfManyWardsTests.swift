import App
import Dispatch
import Documents
import Domain
import Logging
import Storage
import TestSupport
import Testing

@Suite struct `Jobs of the day, of many wards` {
    private static let daily = [
        "horizon", "scores", "derivations", "indicators", "reports", "alarms",
    ]
    private static let others = 12

    private func jobs(_ database: Database, _ courier: MailCourier? = nil) -> DailyJobs {
        DailyJobs(
            database: database, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            address: "https://canhlua.test", courier: courier)
    }

    /// The usual ward with a record, and others that keep nothing.
    private func fill(_ database: Database) async throws -> TestWard {
        let ward = try await TestWard.make(in: database)
        let register = Recommendations.description
        let texts = [
            "subject": "Kiến nghị", "sent_to": "Sở Xây dựng", "sent_on": "2026-11-20",
            "due_on": "2026-11-22",
        ]
        try await database.write { tx in
            try tx.addRecord(try register.read(texts), to: register, by: ward.officer(.police))
            for number in 1...Self.others { try Self.addWard(number, tx) }
        }
        return ward
    }

    private static func addWard(_ number: Int, _ tx: Transaction) throws {
        try tx.addWard(
            code: "\(80_000 + number)", name: "Phường \(number)", kind: "phường", province: "tỉnh")
    }

    private func due(_ database: Database) async throws -> [[String]] {
        try await database.read { tx in try Self.daily.map { try tx.wardsDue(for: $0) } }
    }

    @Test(arguments: TestEngine.available)
    func `are asked for once in the whole store`(engine: TestEngine) async throws {
        let clock = TestClock()
        let database = try await engine.open(clock: clock.now)
        _ = try await fill(database)
        #expect(try await due(database).allSatisfy { $0.count == Self.others + 1 })
        await jobs(database).round()
        #expect(try await due(database).allSatisfy(\.isEmpty))
        for renewal in [RecordRenewal.keys, .scores] {
            #expect(try await database.registersDue(for: renewal).isEmpty)
        }
        // A ward that comes later is the only one that is due.
        try await database.write { try Self.addWard(77, $0) }
        #expect(try await due(database).allSatisfy { $0 == ["80077"] })
        await jobs(database).round()
        #expect(try await due(database).allSatisfy(\.isEmpty))
        clock.set(TestEngine.moment.adding(seconds: 86_400))
        #expect(try await due(database).allSatisfy { $0.count == Self.others + 2 })
    }

    @Test(arguments: TestEngine.available)
    func `go over the registers that hold something, and pass the empty ones at once`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        _ = try await fill(database)
        let register = Recommendations.description
        for renewal in [RecordRenewal.keys, .scores] {
            let due = try await database.registersDue(for: renewal)
            #expect(due.map(\.ward) == [TestWard.code])
            #expect(due.map(\.register.name) == [register.name])
        }
        let derived = try await database.read {
            (try $0.registersToDerive(ward: TestWard.code), try $0.registersToDerive(ward: "80001"))
        }
        #expect(derived.0.map(\.name) == [register.name])
        #expect(derived.1.isEmpty)
        await jobs(database).round()
        // By other rules than this program's: the ward's own register is gone over again.
        try await database.write { try $0.run("UPDATE record_score_rules SET rules = 'older'") }
        let again = try await database.registersDue(for: .scores)
        #expect(again.map(\.ward) == [TestWard.code])
        await jobs(database).round()
        #expect(try await database.registersDue(for: .scores).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `score again where a day made records old`(engine: TestEngine) async throws {
        let database = try await engine.open()
        _ = try await fill(database)
        await jobs(database).round()
        #expect(try await database.read { try $0.wardsToRescore() } == [])
        try await database.write {
            try $0.run("UPDATE record_scores SET changes_on = '2026-11-01'")
        }
        #expect(try await database.read { try $0.wardsToRescore() } == [TestWard.code])
        await jobs(database).round()
        #expect(try await database.read { try $0.wardsToRescore() } == [])
    }

    @Test func `need no writer in a minute with nothing to do`() async throws {
        let (writer, other) = try await TestEngine.sqlite.openTwice()
        _ = try await fill(writer)
        await jobs(other).round()
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let done = DispatchSemaphore(value: 0)
        let writing = Task {
            try await writer.write { tx in
                try tx.run("UPDATE wards SET name = name")
                begin.yield()
                return done.wait(timeout: .now() + 120)
            }
        }
        _ = await begun.first { true }
        // One that writes would wait for the store until the other gives up.
        await jobs(other).round()
        done.signal()
        #expect(try await writing.value == .success)
    }

    @Test func `go on with the others where those of one ward fail`() async throws {
        let database = try await TestEngine.sqlite.open()
        _ = try await fill(database)
        try await database.write { tx in
            try tx.run(
                """
                CREATE TRIGGER broken BEFORE INSERT ON daily_runs WHEN NEW.ward = '80003'
                BEGIN SELECT RAISE(ABORT, 'broken'); END
                """)
        }
        await jobs(database).round()
        let left = try await due(database)
        #expect(left[0] == ["80003"] && left[1] == ["80003"] && left[4] == ["80003"])
        try await database.write { _ = try $0.run("DROP TRIGGER broken") }
        await jobs(database).round()
        #expect(try await due(database).allSatisfy(\.isEmpty))
    }

    @Test func `try all letters that are due, however many`() async throws {
        let database = try await TestEngine.sqlite.open()
        let ward = try await fill(database)
        let count = 25
        try await database.write { tx in
            let account = ward.officer(.police).id
            try tx.run("UPDATE accounts SET email = 'ca@phuong.vn' WHERE id = \(account)")
            for number in 1...count {
                try tx.run(
                    """
                    INSERT INTO digests (ward, account, day, created_at, subject, body, mail_state,
                        mail_next_at)
                    VALUES (\(TestWard.code), \(account), \(tx.today.adding(days: -number)),
                        \(tx.now), 'Việc', 'Việc', 'waiting', \(tx.now))
                    """)
            }
        }
        let server = try FakeMailServer()
        let courier = try MailCourier(
            url: "smtp://127.0.0.1:\(server.port)", user: nil, passwordFile: nil,
            from: "canhlua@phuong.vn")
        await jobs(database, courier).round()
        // The server hangs up after the first; the others wait for another try.
        #expect(server.lines.count { $0.hasPrefix("RCPT TO:<ca@phuong.vn>") } == 1)
        let tried: Int? = try await database.read {
            try $0.value("SELECT COUNT(*) AS value FROM digests WHERE mail_attempts = 1")
        }
        #expect(tried == count)
    }
}
