import Domain
import Storage
import Testing
import TestSupport

@Suite struct `Morning jobs` {
    private let weekly = Deadline(
        text: "hằng tuần", type: .recurring, date: nil, recurrence: .weekly)

    private func setting(_ engine: TestEngine, _ clock: TestClock) async throws -> (
        Database, TestWard
    ) {
        let database = try await engine.open(clock: clock.now)
        let ward = try await TestWard.make(in: database)
        let plan = try await TestWork.make(
            in: database,
            [
                TestTask(
                    "1", "Rà soát", leads: [ward.police],
                    deadlines: [
                        Deadline(text: "đến 24/11/2026", type: .by, date: "2026-11-24")
                    ]),
                TestTask("2", leads: [ward.office], deadlines: [weekly]),
            ])
        try await database.write { tx in
            try tx.makeAssignments(ofPlan: plan, by: ward.officer(.office))
            try tx.run("UPDATE accounts SET email = 'ca@phuong.vn' WHERE login = 'police'")
        }
        return (database, ward)
    }

    @Test(arguments: TestEngine.available)
    func `make one digest for a person and a day, however often`(engine: TestEngine) async throws {
        let clock = TestClock()
        let (database, ward) = try await setting(engine, clock)
        let made = try await database.write { tx in
            [
                try tx.takeDailyRun("digest", ward: TestWard.code),
                try tx.takeDailyRun("digest", ward: TestWard.code),
            ]
        }
        #expect(made == [true, false])
        for expected in [2, 0] {
            let count = try await database.write {
                try $0.makeDigests(ward: TestWard.code, address: "https://a.vn", sendsMail: true)
            }
            // The police, three days before; the office, whose week ends tomorrow.
            #expect(count == expected)
        }
        let own = try await database.read { try $0.digestOfToday(for: ward.officer(.police)) }
        #expect(own?.subject == "21/11/2026: 1 việc sắp đến hạn")
        #expect(own?.state == .waiting)
        let office = try await database.read { try $0.digestOfToday(for: ward.officer(.office)) }
        #expect(office?.state == StoredDigest.MailState.none)
        clock.set(TestEngine.moment.adding(seconds: 86_400))
        #expect(try await database.read { try $0.digestOfToday(for: ward.officer(.police)) } == nil)
    }

    @Test(arguments: TestEngine.available)
    func `give a letter to one node, try again later, then give up visibly`(
        engine: TestEngine
    ) async throws {
        let clock = TestClock()
        let (database, ward) = try await setting(engine, clock)
        try await database.write {
            try $0.makeDigests(ward: TestWard.code, address: "", sendsMail: true)
        }
        for attempt in 1...Transaction.mailAttemptsMax {
            let taken = try await database.write { try $0.takeMail(limit: 10) }
            #expect(taken.count == 1, "\(attempt)")
            #expect(try await database.write { try $0.takeMail(limit: 10) }.isEmpty)
            try await database.write { tx in
                for (ward, digest) in taken { try tx.endMail(digest, ward: ward, error: "hỏng") }
            }
            clock.set(clock.now().adding(seconds: 300 << Int64(attempt)))
        }
        #expect(try await database.write { try $0.takeMail(limit: 10) }.isEmpty)
        let seen = try await database.read { try $0.digests(for: ward.officer(.administrator)) }
        let failed = seen.first { $0.email != nil }
        #expect(failed?.state == .failed)
        #expect(failed?.error == "hỏng")
        let problem = await #expect(throws: Problem.self) {
            try await database.read { try $0.digests(for: ward.officer(.office)) }
        }
        #expect(problem?.kind == .forbidden)
    }

    @Test(arguments: TestEngine.available)
    func `send a letter once`(engine: TestEngine) async throws {
        let clock = TestClock()
        let (database, _) = try await setting(engine, clock)
        try await database.write { tx in
            try tx.makeDigests(ward: TestWard.code, address: "", sendsMail: true)
            for (ward, digest) in try tx.takeMail(limit: 10) {
                try tx.endMail(digest, ward: ward, error: nil)
            }
        }
        clock.set(TestEngine.moment.adding(seconds: 86_400))
        #expect(try await database.write { try $0.takeMail(limit: 10) }.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `lay out weeks as they come, keeping those that were missed`(
        engine: TestEngine
    ) async throws {
        let clock = TestClock()
        let (database, ward) = try await setting(engine, clock)
        #expect(try await database.write { try $0.extendHorizon(ward: TestWard.code) } == 0)
        clock.set(TestEngine.moment.adding(seconds: 70 * 86_400))
        #expect(try await database.write { try $0.extendHorizon(ward: TestWard.code) } == 10)
        #expect(try await database.write { try $0.extendHorizon(ward: TestWard.code) } == 0)
        var late = WorkFilter()
        late.state = .only(.late)
        let asked = late
        let missed = try await database.read { try $0.work(asked, for: ward.officer(.office)) }
        #expect(missed.count == 10)
    }

    @Test(arguments: TestEngine.available)
    func `open a calendar by its secret address until it is renewed or ended`(
        engine: TestEngine
    ) async throws {
        let (database, ward) = try await setting(engine, TestClock())
        let police = ward.officer(.police)
        try await database.write { tx in
            try tx.renewCalendarFeed(token: "one", by: police)
            #expect(try tx.calendarOwnerIfAny(token: "one")?.id == police.id)
            try tx.renewCalendarFeed(token: "two", by: police)
            #expect(try tx.calendarOwnerIfAny(token: "one") == nil)
            #expect(try tx.calendarOwnerIfAny(token: "two")?.id == police.id)
            try tx.endCalendarFeed(by: police)
            #expect(try tx.calendarOwnerIfAny(token: "two") == nil)
        }
        let stored: Int? = try await database.read {
            try $0.value("SELECT COUNT(*) AS value FROM calendar_feeds WHERE token_hash = 'two'")
        }
        #expect(stored == 0)
        let entries = try await database.read { tx in
            try tx.calendarEntries(from: tx.today, to: tx.today.adding(days: 30), for: police)
        }
        #expect(entries.map(\.title) == ["Rà soát"])
    }
}
