import Domain
import Storage
import Synchronization
import Testing
import TestSupport

/// A clock that a test turns.
private final class Clock: Sendable {
    private let time = Mutex(TestEngine.moment)
    var now: Instant { time.withLock { $0 } }
    func pass(seconds: Int64) { time.withLock { $0 = $0.adding(seconds: seconds) } }
}

@Suite struct `A session` {
    private static func begin(
        _ engine: TestEngine, _ clock: Clock, tokens: [String]
    ) async throws -> (Database, TestWard) {
        let database = try await engine.open { clock.now }
        let ward = try await TestWard.make(in: database)
        for token in tokens {
            try await database.write { tx in
                let account = try tx.account(login: "police")
                try tx.addSession(
                    token: token, formToken: "f-\(token)", for: account, address: "10.0.0.7",
                    agent: "Firefox")
            }
        }
        return (database, ward)
    }

    @Test(arguments: TestEngine.available)
    func `is known by its token alone`(engine: TestEngine) async throws {
        let (database, ward) = try await Self.begin(engine, Clock(), tokens: ["a"])
        let found = try await database.read { try $0.sessionIfAny(token: "a", address: "x") }
        #expect(found?.officer.id == ward.officer(.police).id)
        #expect(found?.formToken == "f-a")
        let other = try await database.read { try $0.sessionIfAny(token: "b", address: "x") }
        #expect(other == nil)
        let kept: String? = try await database.read {
            try $0.value("SELECT token_hash AS value FROM sessions")
        }
        #expect(kept != "a")
    }

    @Test(arguments: TestEngine.available)
    func `ends when it was not used for an hour`(engine: TestEngine) async throws {
        let clock = Clock()
        let (database, _) = try await Self.begin(engine, clock, tokens: ["a"])
        let isAlive = {
            try await database.read { try $0.sessionIfAny(token: "a", address: "x") } != nil
        }
        clock.pass(seconds: SignInRules.idleSecondsMax - 1)
        #expect(try await isAlive())
        try await database.write { try $0.touchSession(token: "a", address: "x") }
        clock.pass(seconds: SignInRules.idleSecondsMax - 1)
        #expect(try await isAlive())
        clock.pass(seconds: 1)
        #expect(try await !isAlive())
    }

    @Test(arguments: TestEngine.available)
    func `ends after a working day, however busy`(engine: TestEngine) async throws {
        let clock = Clock()
        let (database, _) = try await Self.begin(engine, clock, tokens: ["a"])
        let step = SignInRules.idleSecondsMax / 2
        for _ in 0..<(SignInRules.sessionSecondsMax / step - 1) {
            clock.pass(seconds: step)
            try await database.write { try $0.touchSession(token: "a", address: "x") }
        }
        clock.pass(seconds: step - 1)
        #expect(
            try await database.read { try $0.sessionIfAny(token: "a", address: "x") } != nil)
        clock.pass(seconds: 1)
        #expect(
            try await database.read { try $0.sessionIfAny(token: "a", address: "x") } == nil)
    }

    @Test(arguments: TestEngine.available)
    func `is listed, and ended singly or with all others`(engine: TestEngine) async throws {
        let (database, ward) = try await Self.begin(engine, Clock(), tokens: ["a", "b", "c"])
        let officer = ward.officer(.police)
        let list = {
            try await database.read { try $0.sessions(of: officer.id, ward: officer.ward) }
        }
        let sessions = try await list()
        #expect(sessions.map(\.agent) == ["Firefox", "Firefox", "Firefox"])
        let stranger = ward.officer(.office)
        let problem = await #expect(throws: Problem.self) {
            try await database.write { try $0.endSession(sessions[0].id, by: stranger) }
        }
        #expect(problem?.kind == .notFound)
        try await database.write { try $0.endSession(sessions[0].id, by: officer) }
        #expect(try await list().count == 2)
        try await database.write { try $0.endOtherSessions(than: sessions[1].id, by: officer) }
        #expect(try await list().map(\.id) == [sessions[1].id])
    }

    @Test(arguments: TestEngine.available)
    func `ends everywhere when the account is locked or reset`(engine: TestEngine) async throws {
        let (database, ward) = try await Self.begin(engine, Clock(), tokens: ["a"])
        let administrator = ward.officer(.administrator)
        let id = ward.officer(.police).id
        try await database.write { tx in
            try tx.lockAccount(id, ward: TestWard.code, by: administrator, origin: "test")
            try tx.unlockAccount(id, ward: TestWard.code, by: administrator, origin: "test")
        }
        #expect(
            try await database.read { try $0.sessionIfAny(token: "a", address: "x") } == nil)
    }

    @Test(arguments: TestEngine.available)
    func `takes another token when rotated`(engine: TestEngine) async throws {
        let (database, ward) = try await Self.begin(engine, Clock(), tokens: ["a"])
        let officer = ward.officer(.police)
        try await database.write { tx in
            let session = try tx.sessions(of: officer.id, ward: officer.ward)[0].id
            try tx.rotateSession(session, token: "n", formToken: "fn", by: officer)
        }
        let (old, new) = try await database.read { tx in
            (
                try tx.sessionIfAny(token: "a", address: "x"),
                try tx.sessionIfAny(token: "n", address: "x")
            )
        }
        #expect(old == nil)
        #expect(new?.formToken == "fn")
    }
}
