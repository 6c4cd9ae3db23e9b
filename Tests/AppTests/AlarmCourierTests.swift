import App
import Documents
import Domain
import Foundation
import Gateway
import Logging
import Storage
import TestSupport
import Testing

@Suite struct `Messages of alarms` {
    @Test(arguments: TestEngine.available)
    func `leave by mail, SMS and webhook, and are tried again`(engine: TestEngine) async throws {
        let clock = TestClock()
        let database = try await engine.open(clock: clock.now)
        let ward = try await TestWard.make(in: database)
        let alarms = try await TestAlarms.make(in: database, ward)
        let account = try await alarms.add("F17A", in: database)
        try await database.write { tx in
            try tx.run("UPDATE accounts SET email = 'ca@phuong.vn' WHERE login = 'police'")
            try tx.run("UPDATE facilities SET phone = '0912000001'")
        }
        try await alarms.report(.fireAlarm, from: account, in: database)
        let mail = try FakeMailServer()
        // The head of the facility, with its step and with the teams'.
        let sms = try FakeHTTPServer(statuses: [503, 503, 200])
        let hook = try FakeHTTPServer()
        let couriers = AlarmCouriers(
            database: database, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            mail: try MailCourier(
                url: "smtp://127.0.0.1:\(mail.port)", user: nil, passwordFile: nil,
                from: "canhlua@phuong.vn"),
            sms: .http(
                try HTTPCourier(url: "http://127.0.0.1:\(sms.port)/sms", tokenFile: nil)),
            webhook: try HTTPCourier(url: "http://127.0.0.1:\(hook.port)/", tokenFile: nil),
            webhookSecret: "bí mật")
        #expect(couriers.ways == [.mail, .sms, .webhook])
        clock.set(TestEngine.moment.adding(seconds: 120))
        try await database.write { [ways = couriers.ways] tx in
            _ = try tx.escalate(ward: TestWard.code, address: "https://canhlua.test", ways: ways)
        }
        await couriers.run(pause: nil)
        let police = ward.officer(.police)
        func calls() async throws -> [AlarmCall] {
            try await database.read { tx in
                let open = try tx.openAlarmCases(for: police)
                return try tx.alarmCalls(of: open.first?.id ?? "", for: police)
            }
        }
        let first = try await calls()
        #expect(first.filter { $0.channel == .mail }.map(\.state) == [.sent])
        #expect(first.filter { $0.channel == .sms }.map(\.state) == [.waiting, .waiting])
        #expect(first.first { $0.channel == .sms }?.error?.contains("503") == true)
        #expect(mail.lines.contains { $0.contains("ca@phuong.vn") })
        let signed = try #require(hook.requests.first)
        #expect(signed.contains("X-Canhlua-Signature: sha256="))
        #expect(signed.contains("\"place\":\"Chợ Thử, Số 1 phố Thử\""))
        clock.set(TestEngine.moment.adding(seconds: 131))
        await couriers.run(pause: nil)
        #expect(try await calls().filter { $0.channel == .sms }.map(\.state) == [.sent, .sent])
        #expect(sms.requests.last?.contains("to=0912000001&text=BAO%20CHAY%20cho%20thu") == true)
        sms.end()
        hook.end()
    }

    @Test(arguments: TestEngine.available)
    func `beside them public warnings go to programs that subscribed, signed`(
        engine: TestEngine
    ) async throws {
        let clock = TestClock()
        let database = try await engine.open(clock: clock.now)
        let ward = try await TestWard.make(in: database)
        let police = ward.officer(.police)
        let hook = try FakeHTTPServer(statuses: [503, 200])
        let secret = "bí mật để ký tin"
        try await database.write { tx in
            try tx.addWarningSubscriber(
                url: "http://127.0.0.1:\(hook.port)/cap", secret: secret, ward: TestWard.code,
                origin: "cli")
            let id = try tx.draftWarning(.test(), by: police)
            try tx.issueWarning(id, version: 1, address: "https://canhlua.test", by: police)
        }
        let couriers = AlarmCouriers(
            database: database, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        func subscriber() async throws -> WarningSubscriber? {
            try await database.read { try $0.warningSubscribers(ward: TestWard.code).first }
        }
        await couriers.run(pause: nil)
        #expect(try await subscriber()?.waiting == 1)
        #expect(try await subscriber()?.error?.contains("503") == true)
        clock.set(TestEngine.moment.adding(seconds: 10))
        await couriers.run(pause: nil)
        #expect(try await subscriber()?.waiting == 0)
        #expect(try await subscriber()?.failed == 0)
        let request = try #require(hook.requests.last)
        let body = try #require(request.components(separatedBy: "\r\n\r\n").last)
        #expect(body.contains("<msgType>Alert</msgType>"))
        let signature = WebhookSignature.of(body, secret: secret)
        #expect(request.contains("X-Canhlua-Signature: \(signature)"))
        #expect(request.contains("Content-Type: application/cap+xml"))
        hook.end()
    }

    @Test(arguments: TestEngine.available)
    func `give a dead subscriber up in the end, and serve the others at once`(
        engine: TestEngine
    ) async throws {
        let clock = TestClock()
        let database = try await engine.open(clock: clock.now)
        let police = try await TestWard.make(in: database).officer(.police)
        let (dead, alive) = (try FakeHTTPServer(statuses: [500]), try FakeHTTPServer())
        try await database.write { tx in
            for hook in [dead, alive] {
                try tx.addWarningSubscriber(
                    url: "http://127.0.0.1:\(hook.port)/cap", secret: "bí mật để ký tin",
                    ward: TestWard.code, origin: "cli")
            }
            let id = try tx.draftWarning(.test(), by: police)
            try tx.issueWarning(id, version: 1, address: "https://canhlua.test", by: police)
        }
        let couriers = AlarmCouriers(
            database: database, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        func subscribers() async throws -> [WarningSubscriber] {
            try await database.read { try $0.warningSubscribers(ward: TestWard.code) }
        }
        var at = TestEngine.moment
        for attempt in 1...Transaction.deliveryAttemptsMax {
            await couriers.run(pause: nil)
            let found = try await subscribers()
            #expect(alive.requests.count == 1)
            #expect(dead.requests.count == attempt)
            let isLast = attempt == Transaction.deliveryAttemptsMax
            #expect(found.map(\.waiting) == [isLast ? 0 : 1, 0])
            #expect(found.map(\.failed) == [isLast ? 1 : 0, 0])
            #expect(found[0].error?.contains("500") == true)
            // Not before its time.
            await couriers.run(pause: nil)
            #expect(dead.requests.count == attempt)
            at = at.adding(seconds: Transaction.deliveryRetrySeconds << Int64(attempt - 1))
            clock.set(at)
        }
        await couriers.run(pause: nil)
        #expect(dead.requests.count == Transaction.deliveryAttemptsMax)
        #expect(try await database.read { try !$0.hasWarningDeliveries() })
        dead.end()
        alive.end()
    }

    @Test func `leave by SMPP too`() async throws {
        let clock = TestClock()
        let database = try await TestEngine.sqlite.open(clock: clock.now)
        let ward = try await TestWard.make(in: database)
        let alarms = try await TestAlarms.make(in: database, ward)
        let account = try await alarms.add("F17A", in: database)
        try await database.write {
            _ = try $0.run("UPDATE facilities SET phone = '0912000001'")
        }
        try await alarms.report(.fireAlarm, from: account, in: database)
        let centre = try FakeMessageCentre()
        defer { centre.end() }
        let couriers = AlarmCouriers(
            database: database, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            sms: .smpp(
                SMPPCourier(
                    try SMPPCentre("smpp://phuong@127.0.0.1:\(centre.port)", password: ""))))
        clock.set(TestEngine.moment.adding(seconds: 120))
        try await database.write { [ways = couriers.ways] tx in
            _ = try tx.escalate(ward: TestWard.code, address: "https://canhlua.test", ways: ways)
        }
        await couriers.run(pause: nil)
        let message = try #require(centre.heard.messages.first)
        #expect(message.to == "84912000001")
        #expect(message.text.hasPrefix("BAO CHAY cho thu"))
    }
}
