import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Alarms that nobody takes` {
    private typealias Setting = `Cases of alarms`.Setting

    private func escalate(
        _ setting: Setting, after seconds: Int64, _ ways: Set<AlarmCall.Channel> = [.mail]
    ) async throws -> Int {
        setting.clock.set(TestEngine.moment.adding(seconds: seconds))
        return try await setting.database.write {
            try $0.escalate(ward: TestWard.code, address: "https://canhlua.test", ways: ways)
        }
    }

    private func calls(_ setting: Setting, _ id: String) async throws -> [AlarmCall] {
        let police = setting.ward.officer(.police)
        return try await setting.database.read { try $0.alarmCalls(of: id, for: police) }
    }

    private func opened(_ engine: TestEngine) async throws -> (Setting, String) {
        let setting = try await Setting(engine)
        let group = setting.ward.groups[0]
        try await setting.database.write { tx in
            try tx.run("UPDATE facilities SET group_unit = \(group)")
            try tx.run("UPDATE accounts SET email = 'ca@phuong.vn' WHERE login = 'police'")
        }
        try await setting.report(.fireAlarm)
        return (setting, try #require(try await setting.open().first).id)
    }

    @Test(arguments: TestEngine.available)
    func `are told up the ladder, each step once`(engine: TestEngine) async throws {
        let (setting, id) = try await opened(engine)
        for (seconds, steps) in [
            (Int64(0), 1), (0, 0), (29, 0), (30, 1), (59, 0), (60, 1), (119, 0), (120, 2), (900, 0),
        ] {
            #expect(try await escalate(setting, after: seconds) == steps, "\(seconds)")
        }
        let told = try await calls(setting, id)
        #expect(told.map(\.step) == [1, 1, 2, 3, 4, 5])
        #expect(told.map(\.channel) == [.mail, .page, .page, .page, .page, .page])
        let roles: [Role] = [.police, .police, .viceChairman, .chairman, .groupHead]
        #expect(told.compactMap(\.account) == roles.map { setting.ward.officer($0).id })
        // Nobody has a telephone number, and the ladder ends there.
        #expect(told.last?.state == .failed)
        #expect(told[0].body.contains("https://canhlua.test/desk/cases/\(id)"))
        #expect(told[0].body.contains("114"))
        #expect(
            try await setting.steps().map(\.kind)
                == [.opened] + Array(repeating: .called, count: 5))
    }

    @Test(arguments: TestEngine.available)
    func `are looked for where a step has its time`(engine: TestEngine) async throws {
        let (setting, _) = try await opened(engine)
        let later = 120 + Transaction.ladderLookedAtSeconds
        for (seconds, isCalling) in [
            (Int64(0), true), (29, false), (30, true), (59, false), (120, true), (121, false),
            (later - 1, false), (later, true),
        ] {
            setting.clock.set(TestEngine.moment.adding(seconds: seconds))
            let wards = try await setting.database.read { try $0.wardsWithCallingAlarms() }
            #expect(wards == (isCalling ? [TestWard.code] : []), "\(seconds)")
            if isCalling { _ = try await escalate(setting, after: seconds) }
        }
        // A ladder that was changed meanwhile is gone up.
        let administrator = setting.ward.officer(.administrator)
        try await setting.database.write { tx in
            let register = EscalationSteps.description
            for number in 1...6 {
                try tx.addRecord(
                    try register.read([
                        "number": "\(number)", "after_seconds": "\(number)", "who": "chairman",
                        "by_mail": "0", "by_sms": "0", "source": "Quy chế",
                    ]), to: register, by: administrator)
            }
        }
        #expect(try await escalate(setting, after: later) == 0)
        #expect(
            try await escalate(setting, after: later + Transaction.ladderLookedAtSeconds) == 1)
    }

    @Test(arguments: TestEngine.available)
    func `catch up after a time in which no job ran`(engine: TestEngine) async throws {
        let (setting, id) = try await opened(engine)
        #expect(try await escalate(setting, after: 65) == 3)
        #expect(try await calls(setting, id).map(\.step) == [1, 1, 2, 3])
    }

    @Test(arguments: TestEngine.available)
    func `are told to nobody further once a named person has them`(engine: TestEngine) async throws
    {
        let (setting, id) = try await opened(engine)
        #expect(try await escalate(setting, after: 0) == 1)
        setting.clock.set(TestEngine.moment.adding(seconds: 12))
        try await setting.act { try $0.takeAlarm(id, insteadOf: nil, by: $1) }
        #expect(try await escalate(setting, after: 300) == 0)
        let told = try await calls(setting, id)
        #expect(told.map(\.state) == [.needless, .sent])
        #expect(told.allSatisfy { $0.answeredAt == TestEngine.moment.adding(seconds: 12) })
        #expect(try await setting.database.write { try $0.takeAlarmCalls(limit: 9) }.isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `follow the ladder that the ward decided`(engine: TestEngine) async throws {
        let (setting, id) = try await opened(engine)
        let administrator = setting.ward.officer(.administrator)
        try await setting.database.write { tx in
            let register = EscalationSteps.description
            for (number, after, who) in [("1", "10", "chairman"), ("2", "20", "office")] {
                try tx.addRecord(
                    try register.read([
                        "number": number, "after_seconds": after, "who": who, "by_mail": "0",
                        "by_sms": "0",
                        "source": "Quy chế",
                    ]), to: register, by: administrator)
            }
        }
        #expect(try await escalate(setting, after: 9) == 0)
        #expect(try await escalate(setting, after: 10) == 1)
        #expect(try await escalate(setting, after: 20) == 1)
        #expect(
            try await calls(setting, id).map(\.account)
                == [setting.ward.officer(.chairman).id, setting.ward.officer(.office).id])
    }

    @Test(arguments: TestEngine.available)
    func `say so where a step has nobody`(engine: TestEngine) async throws {
        let (setting, id) = try await opened(engine)
        try await setting.database.write {
            _ = try $0.run("UPDATE facilities SET group_unit = NULL")
        }
        #expect(try await escalate(setting, after: 120, []) == 5)
        let told = try await calls(setting, id)
        #expect(told.filter { $0.account == nil && $0.state == .failed }.map(\.step) == [4, 5])
        #expect(
            try await setting.steps().contains { $0.words?.contains("không có ai") == true })
    }

    @Test(arguments: TestEngine.available)
    func `have their letters tried again, so often and no more`(engine: TestEngine) async throws {
        let (setting, id) = try await opened(engine)
        _ = try await escalate(setting, after: 0)
        var (seconds, tries) = (Int64(0), 0)
        while seconds < 400 {
            setting.clock.set(TestEngine.moment.adding(seconds: seconds))
            let taken = try await setting.database.write { try $0.takeAlarmCalls(limit: 9) }
            for call in taken {
                tries += 1
                try await setting.database.write { try $0.endAlarmCall(call, error: "đầy") }
            }
            seconds += 5
        }
        #expect(tries == Transaction.callAttemptsMax)
        let mail = try #require(try await calls(setting, id).first)
        #expect(mail.state == .failed)
        #expect(mail.error == "đầy")
    }

    @Test(arguments: TestEngine.available)
    func `reach people without an account by telephone, and programs by a webhook`(
        engine: TestEngine
    ) async throws {
        let (setting, id) = try await opened(engine)
        let police = setting.ward.officer(.police)
        let (facility, group) = (setting.alarms.facility, setting.ward.groups[0])
        try await setting.database.write { tx in
            try tx.run("UPDATE facilities SET head = 'Bà Thử', phone = '0912000001'")
            let register = Forces.description
            for (name, phone, texts) in [
                ("Đội chợ", "0912000002", ["facility": facility]),
                ("Đội tổ 1", "0912000003", ["group_unit": group]),
            ] {
                try tx.addRecord(
                    try register.read(
                        [
                            "name": name, "kind": "civil_defence", "phone": phone,
                            "state": "active",
                        ].merging(texts) { $1 }), to: register, by: police)
            }
        }
        _ = try await escalate(setting, after: 120, [.sms, .webhook])
        let told = try await calls(setting, id)
        let sms = told.filter { $0.channel == .sms }
        #expect(sms.map(\.recipient).sorted() == ["0912000001", "0912000002", "0912000003"])
        #expect(sms.allSatisfy { $0.body.unicodeScalars.allSatisfy(\.isASCII) })
        #expect(sms[0].body.hasPrefix("BAO CHAY cho thu, so 1 pho thu"))
        let hooks = told.filter { $0.channel == .webhook }
        #expect(hooks.map(\.step) == [1, 2, 3, 4, 5])
        #expect(hooks[4].body.contains("\"phones\":\"0912000001,0912000002,0912000003\""))
        #expect(hooks[0].body.contains("\"case\":\"\(id)\""))
    }

    @Test func `are signed for who receives them`() {
        // RFC 4231, test case 2.
        #expect(
            WebhookSignature.of("what do ya want for nothing?", secret: "Jefe")
                == "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }
}
