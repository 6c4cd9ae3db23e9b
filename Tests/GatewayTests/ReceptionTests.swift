import Domain
import Gateway
import Storage
import TestSupport
import Testing
import Wire

@Suite struct `Reception` {
    private func fire(_ sequence: Int, _ account: String = ReceiverSetting.plain) -> DC09Draft {
        .contactID(110, zone: 7, sequence: sequence, account: account)
    }

    @Test(arguments: TestEngine.available)
    func `acknowledges what it has stored`(engine: TestEngine) async throws {
        let key = try AESKey(typed: ReceiverSetting.key, as: .hex)
        let setting = try await ReceiverSetting.run(engine) { setting in
            let line = try setting.connect()
            line.send(fire(1))
            #expect(await line.outcomes(of: [fire(1)]) == [.acknowledged])
            #expect(try await setting.lines().map(\.signal.code) == ["110"])
            var secret = fire(2, ReceiverSetting.encrypted)
            secret.timestamp = ReceiverSetting.now
            var random = SystemRandomNumberGenerator()
            line.send(secret.bytes(key: key, random: &random))
            #expect(await line.outcomes(of: [secret], key: key) == [.acknowledged])
            let beat = DC09Draft.null(account: ReceiverSetting.plain)
            line.send(beat)
            #expect(await line.outcomes(of: [beat]) == [.acknowledged])
        }
        let lines = try await setting.lines()
        #expect(Set(lines.map(\.number)) == [ReceiverSetting.plain, ReceiverSetting.encrypted])
        #expect(lines[0].signal.kind == .fireAlarm)
        #expect(lines[0].signal.zone == "007")
        let officer = setting.ward.officer(.police)
        let unheard = try await setting.database.read { try $0.unheardAlarmAccounts(for: officer) }
        #expect(unheard.isEmpty)
        #expect(setting.receiver.counts.heartbeats == 1)
    }

    @Test(arguments: TestEngine.available)
    func `stores a repeat once and acknowledges it again`(engine: TestEngine) async throws {
        let setting = try await ReceiverSetting.run(engine) { setting in
            let line = try setting.connect()
            line.send(fire(1))
            #expect(await line.outcomes(of: [fire(1)]) == [.acknowledged])
            let other = try setting.connect()
            other.send(fire(1))
            #expect(await other.outcomes(of: [fire(1)]) == [.acknowledged])
        }
        #expect(try await setting.lines().count == 1)
        #expect(setting.receiver.counts.repeated == 1)
    }

    @Test(arguments: TestEngine.available)
    func `keeps what it cannot take, and says so as the standard does`(
        engine: TestEngine
    ) async throws {
        let stranger = fire(9, "ABCDEF")
        let setting = try await ReceiverSetting.run(engine) { setting in
            let line = try setting.connect()
            line.send("GET / HTTP/1.1\r\n")
            var broken = fire(1).bytes()
            broken[broken.count - 2] ^= 1
            line.send(broken)
            line.send(stranger)
            line.send(fire(2))
            // Of garbage and of a broken frame nothing is heard.
            let outcomes = await line.outcomes(of: [stranger, fire(2)])
            #expect(outcomes == [.notUnderstood, .acknowledged])
        }
        let refusals = try await setting.refusals()
        #expect(refusals.map(\.reason).sorted() == ["crc", "http", "unknownAccount"])
        #expect(refusals.first { $0.reason == "unknownAccount" }?.number == "ABCDEF")
        #expect(try await setting.lines().count == 1)
    }

    @Test func `stores codes that nobody knows`() async throws {
        let odd = DC09Draft.sia("Nri1/QQ7", sequence: 3, account: ReceiverSetting.plain)
        let setting = try await ReceiverSetting.run { setting in
            let line = try setting.connect()
            line.send(odd)
            #expect(await line.outcomes(of: [odd]) == [.acknowledged])
        }
        let lines = try await setting.lines()
        #expect(lines.map(\.signal.kind) == [.unknown])
        #expect(lines[0].signal.kind.isAlarm)
    }

    @Test func `reads frames however the network cuts or joins them`() async throws {
        let drafts = (1...5).map { fire($0) }
        let setting = try await ReceiverSetting.run { setting in
            let cut = try setting.connect()
            for byte in fire(9).bytes() { cut.send([byte]) }
            #expect(await cut.outcomes(of: [fire(9)]) == [.acknowledged])
            let joined = try setting.connect()
            joined.send(drafts.flatMap { $0.bytes() })
            let outcomes = await joined.outcomes(of: drafts)
            #expect(outcomes == drafts.map { _ in .acknowledged })
        }
        #expect(try await setting.lines().count == 6)
    }

    @Test func `answers datagrams`() async throws {
        let setting = try await ReceiverSetting.run { setting in
            let line = try RawDatagrams(port: setting.ports.datagram)
            for draft in [fire(1), .null(account: ReceiverSetting.plain)] {
                let answer = try #require(await line.ask(draft.bytes()))
                #expect(draft.outcome(answer) == .acknowledged)
            }
        }
        #expect(try await setting.lines().count == 1)
    }

    @Test func `lets no clock of a device cost an alarm`() async throws {
        let key = try AESKey(typed: ReceiverSetting.key, as: .hex)
        var limits = ReceptionLimits()
        // The clock of the setting stands still, and a busy machine may take longer than a step.
        limits.clockStepSecondsMax = 86_400
        let setting = try await ReceiverSetting.run(limits: limits) { [limits] setting in
            let line = try setting.connect()
            var late = fire(1, ReceiverSetting.encrypted)
            late.timestamp = DC09Timestamp(seconds: ReceiverSetting.now.seconds - 41)
            var random = SystemRandomNumberGenerator()
            for _ in 0..<limits.clockRefusalsMax {
                line.send(late.bytes(key: key, random: &random))
                let outcome = await line.outcomes(of: [late], key: key)
                #expect(outcome == [.clockWrong(ReceiverSetting.now)])
            }
            line.send(late.bytes(key: key, random: &random))
            #expect(await line.outcomes(of: [late], key: key) == [.acknowledged])
        }
        let lines = try await setting.lines()
        #expect(lines.count == 1)
        #expect(lines[0].deviceAt == TestEngine.moment.adding(seconds: -41))
        #expect(try await setting.refusals().map(\.reason) == ["clock"])
    }
}
