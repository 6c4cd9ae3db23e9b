import App
import Documents
import Domain
import Logging
import Storage
import TestSupport
import Testing

@Suite struct `Jobs of the day` {
    /// 06:00 on the morning of the fixed day.
    private static let sixOClock = TestEngine.moment.adding(seconds: -3 * 3600)
    private static let minute: Int64 = 60

    private func jobs(_ database: Database, mail: FakeMailServer? = nil) throws -> DailyJobs {
        DailyJobs(
            database: database, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            address: "https://canhlua.test",
            courier: try mail.map {
                try MailCourier(
                    url: "smtp://127.0.0.1:\($0.port)", user: nil, passwordFile: nil,
                    from: "canhlua@phuong.vn")
            })
    }

    /// Work of the police that is due in three days, and work of each week.
    private func fill(_ database: Database) async throws -> TestWard {
        let ward = try await TestWard.make(in: database)
        let soon = Deadline(text: "đến 24/11/2026", type: .by, date: "2026-11-24")
        let weekly = Deadline(text: "hằng tuần", type: .recurring, date: nil, recurrence: .weekly)
        let plan = try await TestWork.make(
            in: database,
            [
                TestTask("1", "Rà soát", leads: [ward.police], deadlines: [soon]),
                TestTask("2", leads: [ward.police], deadlines: [weekly]),
            ])
        try await database.write { tx in
            try tx.makeAssignments(ofPlan: plan, by: ward.officer(.office))
            try tx.run("UPDATE accounts SET email = 'ca@phuong.vn' WHERE login = 'police'")
        }
        return ward
    }

    private func count(_ table: SQL, in database: Database) async throws -> Int {
        try await database.read { try $0.value("SELECT COUNT(*) AS value FROM \(table)") ?? 0 }
    }

    @Test(arguments: TestEngine.available)
    func `follow limits that pass by their dates, every record once`(
        engine: TestEngine
    ) async throws {
        let clock = TestClock()
        let database = try await engine.open(clock: clock.now)
        let ward = try await TestWard.make(in: database)
        let police = ward.officer(.police)
        let register = Recommendations.description
        let count = Transaction.rederivedAtOnce + 1
        try await database.write { tx in
            for number in 1...count {
                let texts = [
                    "subject": "Kiến nghị \(number)", "sent_to": "Sở Xây dựng",
                    "sent_on": "2026-11-20", "due_on": "2026-11-22",
                ]
                try tx.addRecord(try register.read(texts), to: register, by: police)
            }
        }
        func late() async throws -> Int {
            try await database.read {
                try $0.value(
                    "SELECT COUNT(*) AS value FROM recommendations WHERE state = 'late'") ?? 0
            }
        }
        let jobs = try jobs(database)
        await jobs.round()
        let early = try await late()
        #expect(early == 0)
        clock.set(TestEngine.moment.adding(seconds: 2 * 24 * 3600))
        await jobs.round()
        let passed = try await late()
        #expect(passed == count)
        let rows = try await self.count("journal WHERE verb = 'record.rederive'", in: database)
        #expect(rows == count)
    }

    @Test(arguments: TestEngine.available)
    func `make the digests at seven, once, and not a minute before`(
        engine: TestEngine
    ) async throws {
        let clock = TestClock()
        clock.set(Self.sixOClock)
        let database = try await engine.open(clock: clock.now)
        _ = try await fill(database)
        let jobs = try jobs(database)
        clock.set(Self.sixOClock.adding(seconds: 59 * Self.minute))
        await jobs.round()
        #expect(try await count("digests", in: database) == 0)
        clock.set(Self.sixOClock.adding(seconds: 60 * Self.minute))
        await jobs.round()
        let made = try await count("digests", in: database)
        #expect(made > 0)
        await jobs.round()
        clock.set(Self.sixOClock.adding(seconds: 600 * Self.minute))
        await jobs.round()
        #expect(try await count("digests", in: database) == made)
        // The next morning has digests of its own.
        clock.set(Self.sixOClock.adding(seconds: (24 * 60 + 60) * Self.minute))
        await jobs.round()
        #expect(try await count("digests", in: database) > made)
    }

    @Test(arguments: TestEngine.available)
    func `lay out the weeks to come`(engine: TestEngine) async throws {
        let clock = TestClock()
        let database = try await engine.open(clock: clock.now)
        _ = try await fill(database)
        let before = try await count("occurrences", in: database)
        let jobs = try jobs(database)
        await jobs.round()
        #expect(try await count("occurrences", in: database) == before)
        clock.set(TestEngine.moment.adding(seconds: 21 * 86_400))
        await jobs.round()
        #expect(try await count("occurrences", in: database) == before + 3)
        await jobs.round()
        #expect(try await count("occurrences", in: database) == before + 3)
    }

    @Test(arguments: TestEngine.available)
    func `send the letters, and again after a refusal when its time has come`(
        engine: TestEngine
    ) async throws {
        let clock = TestClock()
        let database = try await engine.open(clock: clock.now)
        let ward = try await fill(database)
        let administrator = ward.officer(.administrator)
        func states() async throws -> [StoredDigest.MailState] {
            try await database.read { try $0.digests(for: administrator) }
                .filter { $0.email != nil }.map(\.state)
        }
        let full = try FakeMailServer(refusal: "452 full")
        try await jobs(database, mail: full).round()
        #expect(full.lines.contains { $0.hasPrefix("RCPT TO:<ca@phuong.vn>") })
        #expect(try await states() == [.waiting])
        let early = try FakeMailServer()
        try await jobs(database, mail: early).round()
        #expect(early.lines.isEmpty)
        clock.set(TestEngine.moment.adding(seconds: 15 * Self.minute))
        let server = try FakeMailServer()
        try await jobs(database, mail: server).round()
        #expect(server.lines.contains { $0.hasPrefix("Subject:") })
        #expect(try await states() == [.sent])
    }

    @Test(arguments: TestEngine.available)
    func `are done once by two nodes over one store`(engine: TestEngine) async throws {
        let clock = TestClock()
        let (first, second) = try await engine.openTwice(clock: clock.now)
        _ = try await fill(first)
        let before = try await count("occurrences", in: first)
        clock.set(TestEngine.moment.adding(seconds: 7 * 86_400))
        let server = try FakeMailServer()
        let nodes = [try jobs(first, mail: server), try jobs(second, mail: server)]
        for _ in 0..<2 {
            await withTaskGroup(of: Void.self) { group in
                for node in nodes { group.addTask { await node.round() } }
            }
        }
        #expect(try await count("occurrences", in: second) == before + 1)
        let runs = try await count("journal WHERE verb = 'digest.make'", in: second)
        #expect(runs == 1)
        let people = try await count("digests", in: second)
        let distinct: Int? = try await second.read {
            try $0.value("SELECT COUNT(DISTINCT account) AS value FROM digests")
        }
        #expect(people > 0 && people == distinct)
        #expect(server.lines.count { $0.hasPrefix("RCPT TO:") } == 1)
        let broken = try await first.read { try $0.firstBrokenJournalRow(ward: TestWard.code) }
        #expect(broken == nil)
    }

    @Test func `learn the habits of devices, and forget old refusals`() async throws {
        let clock = TestClock()
        let database = try await TestEngine.sqlite.open(clock: clock.now)
        let alarms = try await TestAlarms.make(
            in: database, try await TestWard.make(in: database))
        let account = try await alarms.add("F17A", in: database)
        let refused = RefusedFrame(
            ward: nil, receivedAt: TestEngine.moment, source: "", number: nil, reason: "crc",
            message: "Sai.", raw: [1])
        try await database.write { tx in
            try tx.keepHeard([
                HeardDevice(ward: TestWard.code, account: account, at: tx.now, learnt: 6)
            ])
            try tx.keepRefusals([refused])
        }
        for (days, pinned, refusals) in [
            (Int64(1), nil, 1), (Transaction.habitDays, Int64(6), 1),
            (Transaction.refusalKeptDays + 1, 6, 0),
        ] {
            clock.set(TestEngine.moment.adding(seconds: days * 86_400))
            await (try jobs(database)).round()
            let found = try await database.read {
                try $0.alarmAccounts(changedSince: Instant(milliseconds: 0))[0].pinned
            }
            #expect(found == pinned)
            #expect(try await count("alarm_refusals", in: database) == refusals)
        }
    }
}
