import App
import Documents
import Domain
import Logging
import Storage
import TestSupport
import Testing

/// Ways that hang, beside others that work.
@Suite(.timeLimit(.minutes(15))) struct `A way by which messages leave` {
    private struct Setting {
        let clock = TestClock()
        let database: Database
        let ward: TestWard

        /// An alarm that is told to the head of the facility and an officer of the police.
        init(_ engine: TestEngine) async throws {
            database = try await engine.open(clock: clock.now)
            ward = try await TestWard.make(in: database)
            let alarms = try await TestAlarms.make(in: database, ward)
            let account = try await alarms.add("F17A", in: database)
            try await database.write { tx in
                try tx.run(
                    """
                    UPDATE accounts SET email = 'ca@phuong.vn', phone = '0912000008'
                    WHERE login = 'police'
                    """)
                try tx.run("UPDATE facilities SET phone = '0912000001'")
            }
            try await alarms.report(.fireAlarm, from: account, in: database)
        }

        func couriers(
            mail: FakeHTTPServer? = nil, sms: FakeHTTPServer? = nil, hook: FakeHTTPServer? = nil
        ) throws -> AlarmCouriers {
            AlarmCouriers(
                database: database,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
                mail: try mail.map {
                    try MailCourier(
                        url: "smtp://127.0.0.1:\($0.port)", user: nil, passwordFile: nil,
                        from: "canhlua@phuong.vn")
                },
                sms: try sms.map {
                    .http(try Self.courier(to: $0))
                },
                webhook: try hook.map {
                    try Self.courier(to: $0)
                })
        }

        /// The server is of this process, which does other things too.
        private static func courier(to server: FakeHTTPServer) throws -> HTTPCourier {
            try HTTPCourier(
                url: "http://127.0.0.1:\(server.port)/", tokenFile: nil, seconds: 600)
        }

        func escalate(after seconds: Int64, _ couriers: AlarmCouriers) async throws {
            clock.set(TestEngine.moment.adding(seconds: seconds))
            try await database.write { [ways = couriers.ways] tx in
                _ = try tx.escalate(
                    ward: TestWard.code, address: "https://canhlua.test", ways: ways)
            }
        }

        func warn(_ subscribers: [FakeHTTPServer], times: Int) async throws {
            let police = ward.officer(.police)
            try await database.write { tx in
                for hook in subscribers {
                    try tx.addWarningSubscriber(
                        url: "http://127.0.0.1:\(hook.port)/cap", secret: "bí mật để ký tin",
                        ward: TestWard.code, origin: "cli")
                }
                for _ in 0..<times {
                    let id = try tx.draftWarning(.test(), by: police)
                    try tx.issueWarning(
                        id, version: 1, address: "https://canhlua.test", by: police)
                }
            }
        }

        /// Of all messages of a way, or of those to one number.
        func states(
            _ channel: AlarmCall.Channel, to number: String? = nil
        ) async throws -> [AlarmCall.State] {
            try await database.read { tx in
                try tx.rows(
                    "SELECT state, recipient FROM alarm_calls WHERE channel = \(channel)"
                ).filter { number == nil || $0["recipient"] as String == number }
                    .map { $0["state"] }
            }
        }
    }

    private static let pause = Duration.milliseconds(20)

    @Test(arguments: TestEngine.available)
    func `delays no other one when it hangs`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        // It takes the line and says nothing, as a mail server must first.
        let mute = try FakeHTTPServer()
        let (sms, hook, subscriber) = (
            try FakeHTTPServer(), try FakeHTTPServer(), try FakeHTTPServer()
        )
        let couriers = try setting.couriers(mail: mute, sms: sms, hook: hook)
        try await setting.escalate(after: 120, couriers)
        let sending = Task { await couriers.run(pause: Self.pause) }
        await mute.heard { $0.lines >= 1 }
        await sms.heard { $0.requests.count >= 3 }
        await hook.heard { $0.requests.count >= 6 }
        // What comes while it hangs leaves too.
        try await setting.warn([subscriber], times: 1)
        try await setting.escalate(after: 240, couriers)
        await subscriber.heard { $0.requests.count >= 1 }
        await sms.heard { $0.requests.count >= 5 }
        await hook.heard { $0.requests.count >= 12 }
        // And the next letter has a place beside the one that hangs.
        await mute.heard { $0.lines >= 2 }
        #expect(try await setting.states(.mail) == [.waiting, .waiting])
        #expect([sms, hook, subscriber].map(\.requests.count) == [5, 12, 1])
        sending.cancel()
        await sending.value
        for server in [mute, sms, hook, subscriber] { server.end() }
    }

    @Test(arguments: TestEngine.available)
    func `goes on beside a message that hangs`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let sms = try FakeHTTPServer { $0.contains("to=0912000001") }
        let couriers = try setting.couriers(sms: sms)
        try await setting.escalate(after: 120, couriers)
        let sending = Task { await couriers.run(pause: Self.pause) }
        await sms.heard { $0.requests.count >= 3 }
        for (round, seconds) in [(1, Int64(240)), (2, 480)] {
            try await setting.escalate(after: seconds, couriers)
            await sms.heard { heard in
                heard.requests.count { $0.contains("to=0912000008") } > round
            }
        }
        // Twice at first, once in each round; not again because the clock ran on.
        await sms.heard { heard in
            heard.requests.count { $0.contains("to=0912000001") } >= 4
        }
        #expect(sms.requests.count { $0.contains("to=0912000001") } == 4)
        let hanging = try await setting.states(.sms, to: "0912000001")
        #expect(hanging == Array(repeating: .waiting, count: 4))
        sending.cancel()
        await sending.value
        sms.end()
    }

    @Test(arguments: TestEngine.available)
    func `sends one message at once to a program that hangs, and all to the others`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        let (hung, alive) = (try FakeHTTPServer { _ in true }, try FakeHTTPServer())
        try await setting.warn([hung, alive], times: 3)
        let couriers = try setting.couriers()
        let sending = Task { await couriers.run(pause: Self.pause) }
        await alive.heard { $0.requests.count >= 3 }
        await hung.heard { $0.requests.count >= 1 }
        #expect(hung.heard.lines == 1)
        hung.release()
        await hung.heard { $0.requests.count >= 3 }
        #expect(hung.heard.waitingMost == 1)
        sending.cancel()
        await sending.value
        for server in [hung, alive] { server.end() }
    }

    @Test(arguments: TestEngine.available)
    func `has so many on their way and no more, until all have left`(
        engine: TestEngine
    ) async throws {
        let (setting, count) = (try await Setting(engine), 150)
        let most = AlarmCouriers.placesOfHTTP * AlarmCouriers.messagesOfPlace
        let sms = try FakeHTTPServer { _ in true }
        let couriers = try setting.couriers(sms: sms)
        try await setting.escalate(after: 0, couriers)
        try await setting.database.write { tx in
            for number in 1...count {
                try tx.run(
                    """
                    INSERT INTO alarm_calls (ward, case_id, step, account, name, channel, at,
                        recipient, subject, body, state, attempts, next_at)
                    SELECT ward, case_id, step + \(number * 10), account, name, channel, at,
                        recipient, subject, body, state, attempts, next_at
                    FROM alarm_calls WHERE channel = 'sms' AND step = 1
                    """)
            }
        }
        let sending = Task { await couriers.run(pause: nil) }
        await sms.heard { $0.requests.count >= most }
        sms.release()
        await sending.value
        // Those of the step itself went to two people.
        #expect(sms.requests.count == count + 2)
        #expect(sms.heard.waitingMost == most)
        let states = try await setting.states(.sms)
        #expect(states == Array(repeating: .sent, count: count + 2))
        sms.end()
    }

    @Test func `says so of what waits for a way that is no longer there`() async throws {
        let setting = try await Setting(.sqlite)
        let sms = try FakeHTTPServer()
        defer { sms.end() }
        try await setting.escalate(after: 0, setting.couriers(sms: sms))
        try await setting.couriers().run(pause: nil)
        let errors = try await setting.database.read { tx in
            try tx.rows("SELECT error FROM alarm_calls WHERE channel = 'sms'")
                .map { $0["error"] as String? }
        }
        #expect(errors.count == 2)
        #expect(errors.allSatisfy { $0?.contains("không còn được cấu hình") == true })
        #expect(sms.requests.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `sends nothing twice when two programs look at once`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        let sms = try FakeHTTPServer()
        let couriers = try setting.couriers(sms: sms)
        try await setting.escalate(after: 120, couriers)
        async let first: Void = couriers.run(pause: nil)
        async let second: Void = couriers.run(pause: nil)
        _ = await (first, second)
        #expect(sms.requests.count == 3)
        sms.end()
    }
}
