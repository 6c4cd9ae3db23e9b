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

    private func take(_ setting: Setting) async throws -> [AlarmCall] {
        try await setting.database.write { try $0.takeAlarmCalls(by: .mail, limit: 9, for: 30) }
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
            (Int64(0), 2), (0, 0), (29, 0), (30, 1), (59, 0), (60, 1), (119, 0), (120, 2),
            (239, 0),
        ] {
            #expect(try await escalate(setting, after: seconds) == steps, "\(seconds)")
        }
        let told = try await calls(setting, id)
        #expect(told.map(\.place) == [1, 1, 2, 3, 4, 5, 6])
        #expect(told.map(\.channel) == [.mail] + Array(repeating: .page, count: 6))
        let roles: [Role] = [.police, .police, .viceChairman, .chairman, .groupHead]
        #expect(told.compactMap(\.account) == roles.map { setting.ward.officer($0).id })
        // The facility and the teams around it have no telephone number.
        #expect(told.filter { $0.state == .failed }.map(\.place) == [2, 6])
        #expect(told[0].body.contains("https://canhlua.test/desk/cases/\(id)"))
        #expect(told[0].body.contains("114"))
        #expect(
            try await setting.steps().map(\.kind)
                == [.opened] + Array(repeating: .called, count: 6))
    }

    @Test(arguments: TestEngine.available)
    func `are looked for where a step has its time`(engine: TestEngine) async throws {
        let (setting, _) = try await opened(engine)
        for (seconds, isCalling) in [
            (Int64(0), true), (29, false), (30, true), (59, false), (120, true), (121, false),
            (239, false), (240, true), (480, true), (960, true), (1_559, false), (1_560, true),
            (1_919, false), (1_920, true),
        ] {
            setting.clock.set(TestEngine.moment.adding(seconds: seconds))
            let wards = try await setting.database.read { try $0.wardsWithCallingAlarms() }
            #expect(wards == (isCalling ? [TestWard.code] : []), "\(seconds)")
            if isCalling { _ = try await escalate(setting, after: seconds) }
        }
    }

    private func add(
        _ steps: [(number: Int, after: Int, who: String)], to setting: Setting
    ) async throws {
        let administrator = setting.ward.officer(.administrator)
        try await setting.database.write { tx in
            let register = EscalationSteps.description
            for step in steps {
                try tx.addRecord(
                    try register.read([
                        "number": "\(step.number)", "after_seconds": "\(step.after)",
                        "who": step.who, "by_mail": "0", "by_sms": "0", "source": "Quy chế",
                    ]), to: register, by: administrator)
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `are told up a ladder that became longer or shorter meanwhile, and nobody is passed over`(
        engine: TestEngine
    ) async throws {
        let (setting, id) = try await opened(engine)
        for seconds in [Int64(0), 30, 60] { _ = try await escalate(setting, after: seconds) }
        // Four steps were taken; now there are six others, all of them due.
        try await add((1...6).map { ($0, $0, $0 == 1 ? "office" : "chairman") }, to: setting)
        #expect(try await escalate(setting, after: 120) == 2)
        let office = setting.ward.officer(.office).id
        #expect(try await !calls(setting, id).contains { $0.account == office })
        // Who stands where others were told already is told with all again.
        #expect(try await escalate(setting, after: 240) == 1)
        #expect(try await calls(setting, id).contains { $0.account == office })
        try await setting.database.write { tx in
            let register = EscalationSteps.description
            let police = setting.ward.officer(.police)
            let rules = try tx.records(of: register, RecordFilter(), for: police, limit: 10)
            for rule in rules.records where rule[EscalationSteps.number] != 1 {
                try tx.endRecord(rule.id, of: register, version: rule.version, by: police)
            }
        }
        #expect(try await escalate(setting, after: 480) == 1)
        #expect(try await calls(setting, id).first { $0.account == office }?.times == 2)
    }

    @Test(arguments: TestEngine.available)
    func `are told to all again, ever more rarely, until a named person has them`(
        engine: TestEngine
    ) async throws {
        let (setting, id) = try await opened(engine)
        try await setting.database.write {
            _ = try $0.run("UPDATE facilities SET phone = '0912000001'")
        }
        for (seconds, steps) in [
            (Int64(0), 2), (30, 1), (60, 1), (120, 2), (239, 0), (240, 1), (479, 0), (480, 1),
            (959, 0), (960, 1), (1_919, 0), (1_920, 1), (2_880, 1), (3_839, 0), (3_840, 1),
        ] {
            #expect(
                try await escalate(setting, after: seconds, [.mail, .sms]) == steps,
                "\(seconds)")
        }
        let letters = try await setting.database.read {
            try $0.rows("SELECT step FROM alarm_calls WHERE channel = 'mail' ORDER BY step")
                .map { $0["step"] as Int }
        }
        #expect(letters == [1, 1_001, 2_001, 3_001, 4_001, 5_001, 6_001])
        // Who has no account is told three times more, in one round once.
        let outside = try await setting.database.read {
            try $0.rows("SELECT step FROM alarm_calls WHERE channel = 'sms' ORDER BY step")
                .map { $0["step"] as Int }
        }
        #expect(outside == [2, 6, 1_002, 2_002, 3_002])
        // One row for each whom the page names, and one step of the case.
        let told = try await calls(setting, id)
        #expect(told.filter { $0.channel == .mail }.map(\.times) == [7])
        #expect(told.filter { $0.channel == .mail }.map(\.place) == [1])
        #expect(
            told.first { $0.channel == .mail }?.at == TestEngine.moment.adding(seconds: 3_840))
        let police = setting.ward.officer(.police)
        let steps = try await setting.database.read { try $0.alarmSteps(of: id, for: police) }
        let kinds = Array(repeating: AlarmStepKind.called, count: 6)
        #expect(steps.map(\.kind) == [.opened] + kinds + [.reminded])
        #expect(steps.last?.words?.hasPrefix("lần 6: \(police.name), ") == true)
        #expect(try await setting.steps().count { $0.kind == .reminded } == 6)
        try await setting.act { try $0.takeAlarm(id, insteadOf: nil, by: $1) }
        #expect(try await escalate(setting, after: 90_000) == 0)
    }

    @Test(arguments: TestEngine.available)
    func `reach who is on duty, whatever ladder the ward decided`(
        engine: TestEngine
    ) async throws {
        let (setting, id) = try await opened(engine)
        try await add([(1, 10, "facility")], to: setting)
        #expect(try await escalate(setting, after: 10) == 1)
        #expect(try await calls(setting, id).compactMap(\.account).isEmpty)
        for (seconds, round) in [(Int64(130), 1), (370, 2), (850, 3), (1_810, 4), (2_770, 5)] {
            #expect(try await escalate(setting, after: seconds) == 1)
            let told = try await calls(setting, id).filter { $0.account != nil }
            #expect(Set(told.compactMap(\.account)) == [setting.ward.officer(.police).id])
            #expect(told.map(\.times) == [round, round])
        }
    }

    @Test(arguments: TestEngine.available)
    func `are told to nobody further once a named person has them`(engine: TestEngine) async throws
    {
        let (setting, id) = try await opened(engine)
        #expect(try await escalate(setting, after: 0) == 2)
        setting.clock.set(TestEngine.moment.adding(seconds: 12))
        try await setting.act { try $0.takeAlarm(id, insteadOf: nil, by: $1) }
        #expect(try await escalate(setting, after: 300) == 0)
        let told = try await calls(setting, id).filter { $0.account != nil }
        #expect(told.map(\.state) == [.needless, .sent])
        #expect(told.allSatisfy { $0.answeredAt == TestEngine.moment.adding(seconds: 12) })
        #expect(try await take(setting).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `follow the ladder that the ward decided`(engine: TestEngine) async throws {
        let (setting, id) = try await opened(engine)
        try await add([(1, 10, "chairman"), (2, 20, "office")], to: setting)
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
        #expect(try await escalate(setting, after: 120, []) == 6)
        let told = try await calls(setting, id)
        #expect(told.filter { $0.account == nil && $0.state == .failed }.map(\.step) == [2, 5, 6])
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
            for call in try await take(setting) {
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
    func `have a letter that left with its program sent again, and by no other one meanwhile`(
        engine: TestEngine
    ) async throws {
        let (setting, id) = try await opened(engine)
        _ = try await escalate(setting, after: 0)
        #expect(try await take(setting).map(\.attempts) == [0])
        for (seconds, attempts) in [(Int64(0), [Int]()), (29, []), (30, [1]), (59, [])] {
            setting.clock.set(TestEngine.moment.adding(seconds: seconds))
            #expect(try await take(setting).map(\.attempts) == attempts, "\(seconds)")
        }
        let mail = try #require(try await calls(setting, id).first)
        try await setting.database.write { try $0.endAlarmCall(mail, error: nil) }
        setting.clock.set(TestEngine.moment.adding(seconds: 60))
        #expect(try await take(setting).isEmpty)
        for channel in [AlarmCall.Channel.mail, .sms, .webhook, .call] {
            let isDue = try await setting.database.read { try $0.hasAlarmCallsDue(by: channel) }
            #expect(!isDue)
        }
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
            try tx.run("UPDATE accounts SET phone = '0912000008' WHERE login = 'police'")
            try tx.run("UPDATE accounts SET phone = '0912000009' WHERE login = 'chairman'")
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
        let numbers = { (place: Int) in
            sms.filter { $0.place == place }.map { String($0.recipient.suffix(1)) }.sorted()
        }
        #expect((1...6).map(numbers) == [["8"], ["1", "2"], [], ["9"], [], ["1", "2", "3"]])
        #expect(sms.filter { $0.account != nil }.map(\.place) == [1, 4])
        #expect(sms.allSatisfy { $0.body.unicodeScalars.allSatisfy(\.isASCII) })
        #expect(sms[0].body.hasPrefix("BAO CHAY cho thu, so 1 pho thu"))
        let hooks = told.filter { $0.channel == .webhook }
        #expect(hooks.map(\.step) == [1, 2, 3, 4, 5, 6])
        #expect(hooks[0].body.contains("\"phones\":\"0912000008\""))
        #expect(hooks[2].body.contains("\"phones\":\"\""))
        #expect(hooks[5].body.contains("\"phones\":\"0912000001,0912000002,0912000003\""))
        #expect(hooks[0].body.contains("\"case\":\"\(id)\""))
    }

    @Test func `are signed for who receives them`() {
        // RFC 4231, test case 2.
        #expect(
            WebhookSignature.of("what do ya want for nothing?", secret: "Jefe")
                == "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }
}
