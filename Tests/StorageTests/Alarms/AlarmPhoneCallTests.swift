import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Telephones that alarms ring` {
    private typealias Setting = `Cases of alarms`.Setting

    private func opened(_ engine: TestEngine) async throws -> (Setting, String) {
        let setting = try await Setting(engine)
        let police = setting.ward.officer(.police)
        let (facility, group) = (setting.alarms.facility, setting.ward.groups[0])
        try await setting.database.write { tx in
            try tx.run(
                """
                UPDATE facilities SET head = 'Bà Thử', phone = '0912000001',
                    owners = 'Ông Nam, quầy 3: 0912 000 004', group_unit = \(group)
                """)
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
        try await setting.report(.fireAlarm)
        return (setting, try #require(try await setting.open().first).id)
    }

    private func escalate(_ setting: Setting, after seconds: Int64) async throws {
        setting.clock.set(TestEngine.moment.adding(seconds: seconds))
        try await setting.database.write {
            _ = try $0.escalate(
                ward: TestWard.code, address: "https://canhlua.test", ways: [.call])
        }
    }

    /// Whose turn it is.
    private func due(_ setting: Setting, at seconds: Int64) async throws -> [String] {
        setting.clock.set(TestEngine.moment.adding(seconds: seconds))
        return try await setting.database.write { tx in
            let calls = try tx.takeAlarmCalls(by: .call, limit: 9, for: 30)
            for call in calls { try tx.endAlarmCall(call, error: nil) }
            return calls.map(\.recipient)
        }
    }

    private func answer(
        _ setting: Setting, _ id: String, _ phone: String, _ answer: CallAnswer, event: String,
        step: Int = 2
    ) async throws {
        let call = try #require(PhoneCallName("\(TestWard.code).\(id).\(step).\(phone)"))
        try await setting.database.write { try $0.takeCallAnswer(event, of: call, answer) }
    }

    @Test(arguments: TestEngine.available)
    func `ring with the alarm, in their order, one after the other`(
        engine: TestEngine
    ) async throws {
        let (setting, id) = try await opened(engine)
        try await escalate(setting, after: 0)
        #expect(try await due(setting, at: 0) == ["0912000001"])
        #expect(try await due(setting, at: 39).isEmpty)
        #expect(try await due(setting, at: 40) == ["0912000004"])
        // Nobody there: the next one at once.
        try await answer(setting, id, "0912000004", CallAnswer(.noAnswer), event: "e1")
        #expect(try await due(setting, at: 41) == ["0912000002"])
        // The teams around it with their step of the ladder.
        try await escalate(setting, after: 119)
        #expect(try await due(setting, at: 119).isEmpty)
        try await escalate(setting, after: 120)
        #expect(try await due(setting, at: 120) == ["0912000003"])
        let police = setting.ward.officer(.police)
        let calls = try await setting.database.read { try $0.alarmCalls(of: id, for: police) }
        let rung = calls.filter { $0.channel == .call }
        #expect(rung.map(\.name).sorted() == ["Bà Thử", "Ông Nam, quầy 3", "Đội chợ", "Đội tổ 1"])
        let first = try #require(rung.first { $0.recipient == "0912000001" })
        #expect(first.body.contains("\"call\":\"\(TestWard.code).\(id).2.0912000001\""))
        #expect(
            first.body.contains(
                "\"answers\":\"https://canhlua.test/api/v1/alarm-calls/answers\""))
    }

    @Test(arguments: TestEngine.available)
    func `make a case pressing when a person there says that it burns`(
        engine: TestEngine
    ) async throws {
        let (setting, id) = try await opened(engine)
        try await escalate(setting, after: 0)
        #expect(try await due(setting, at: 0) == ["0912000001"])
        try await answer(setting, id, "0912000001", CallAnswer(.answered), event: "e1")
        #expect(try await setting.open()[0].said == nil)
        // They still speak.
        #expect(try await due(setting, at: 1).isEmpty)
        for _ in 0..<2 {
            try await answer(
                setting, id, "0912000001", CallAnswer(.answered, key: .real), event: "e2")
        }
        let found = try #require(try await setting.open().first)
        #expect(found.priority == .high)
        #expect(found.said?.name == "Bà Thử")
        #expect(found.said?.key == .real)
        // Only an officer takes it, and the ladder goes on until then.
        #expect(found.waits)
        let kinds = try await setting.steps().map(\.kind)
        #expect(kinds.suffix(3) == [.answered, .answered, .raised])
        #expect(try await setting.steps().suffix(2).first?.words == "answered.1 Bà Thử")
        // The others who may sleep there are woken, the next one at once.
        #expect(try await due(setting, at: 2) == ["0912000004"])
        #expect(try await due(setting, at: 79).isEmpty)
        #expect(try await due(setting, at: 80) == ["0912000002"])
    }

    @Test(arguments: TestEngine.available)
    func `leave it to an officer when they say that it does not, and wake the others`(
        engine: TestEngine
    ) async throws {
        let (setting, id) = try await opened(engine)
        try await escalate(setting, after: 0)
        #expect(try await due(setting, at: 0) == ["0912000001"])
        // The owner, who is not there.
        try await answer(
            setting, id, "0912000001", CallAnswer(.answered, key: .unwanted), event: "e1")
        let found = try #require(try await setting.open().first)
        #expect(found.said?.key == .unwanted)
        #expect(found.outcome == nil)
        #expect(found.waits)
        #expect(found.priority == .usual)
        #expect(try await due(setting, at: 1) == ["0912000004"])
        #expect(try await due(setting, at: 80) == ["0912000002"])
        try await escalate(setting, after: 120)
        #expect(try await due(setting, at: 120) == ["0912000003"])
        try await setting.act {
            try $0.judgeAlarm(id, .unwanted, cause: .cooking, words: "", by: $1)
        }
        // What comes later is kept, and opens nothing.
        try await answer(
            setting, id, "0912000004", CallAnswer(.answered, key: .real), event: "e2")
        #expect(try await setting.open().isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `ring on when an officer has the alarm, until it is over`(
        engine: TestEngine
    ) async throws {
        for isFire in [false, true] {
            let (setting, id) = try await opened(engine)
            try await escalate(setting, after: 0)
            #expect(try await due(setting, at: 0) == ["0912000001"])
            try await setting.act { try $0.takeAlarm(id, insteadOf: nil, by: $1) }
            #expect(try await due(setting, at: 40) == ["0912000004"])
            try await setting.act {
                try $0.judgeAlarm(
                    id, isFire ? .genuine : .unwanted, cause: isFire ? nil : .dust, words: "",
                    by: $1)
            }
            #expect(try await due(setting, at: 80) == (isFire ? ["0912000002"] : []))
            // The ladder has ended at a named person: no further number is begun.
            try await escalate(setting, after: 120)
            #expect(try await due(setting, at: 500).isEmpty)
        }
    }

    @Test(arguments: TestEngine.available)
    func `ring no more once a fire is over`(engine: TestEngine) async throws {
        let (setting, id) = try await opened(engine)
        try await escalate(setting, after: 0)
        #expect(try await due(setting, at: 0) == ["0912000001"])
        try await setting.act { try $0.judgeAlarm(id, .genuine, cause: nil, words: "", by: $1) }
        try await setting.act { try $0.closeAlarm(id, by: $1) }
        #expect(try await due(setting, at: 500).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `ring again three times, but for who said what they see`(
        engine: TestEngine
    ) async throws {
        let (setting, id) = try await opened(engine)
        var rung: [[String]] = []
        for (seconds, pause) in [
            (Int64(0), Int64(110)), (120, 100), (240, 200), (480, 400), (960, 900), (1_920, 900),
        ] {
            try await escalate(setting, after: seconds)
            rung.append(
                try await due(setting, at: seconds + pause).map { String($0.suffix(1)) }.sorted())
            if seconds == 240 {
                try await answer(
                    setting, id, "0912000001", CallAnswer(.answered, key: .unwanted),
                    event: "e1", step: 1_002)
            }
        }
        #expect(
            rung == [
                ["1", "2", "4"], ["3"], ["1", "2", "3", "4"], ["2", "3", "4"],
                ["2", "3", "4"], [],
            ])
    }

    @Test(arguments: TestEngine.available)
    func `that still wait their turn are not put behind when all are told again`(
        engine: TestEngine
    ) async throws {
        let (setting, _) = try await opened(engine)
        try await escalate(setting, after: 0)
        #expect(try await due(setting, at: 0) == ["0912000001"])
        try await escalate(setting, after: 120)
        try await escalate(setting, after: 240)
        // Two of the first round and the team are late; each rings once, and who rang again.
        let late = try await due(setting, at: 240)
        #expect(late.sorted() == ["0912000001", "0912000002", "0912000003", "0912000004"])
        #expect(try await due(setting, at: 470).isEmpty)
    }

    @Test(arguments: TestEngine.available)
    func `are none that was not rung`(engine: TestEngine) async throws {
        let (setting, id) = try await opened(engine)
        try await escalate(setting, after: 120)
        for (phone, step) in [("0912999999", 2), ("0912000001", 3), ("0912000001", 1_002)] {
            let problem = await #expect(throws: Problem.self) {
                try await self.answer(
                    setting, id, phone, CallAnswer(.busy), event: "e1", step: step)
            }
            #expect(problem?.kind == .notFound)
        }
        #expect(PhoneCallName("a.b.c.d") == nil)
        #expect(PhoneCallName("a.b.1") == nil)
    }

    @Test(arguments: TestEngine.available)
    func `are rung when the ward's ladder says, and counted`(engine: TestEngine) async throws {
        let (setting, _) = try await opened(engine)
        let administrator = setting.ward.officer(.administrator)
        try await setting.database.write { tx in
            try tx.run("UPDATE facilities SET owners = NULL")
            let register = EscalationSteps.description
            for (number, after, who) in [("1", "10", "facility"), ("2", "20", "team")] {
                try tx.addRecord(
                    try register.read([
                        "number": number, "after_seconds": after, "who": who, "by_mail": "0",
                        "by_sms": "0", "source": "Quy chế",
                    ]), to: register, by: administrator)
            }
        }
        try await escalate(setting, after: 10)
        let words = try await setting.steps().last?.words
        #expect(
            words
                == "Cơ sở (gọi điện lần lượt): Bà Thử, Đội chợ (cơ sở chỉ có 2 số điện thoại)")
        try await escalate(setting, after: 20)
        // No number twice.
        #expect(
            try await due(setting, at: 600).sorted() == ["0912000001", "0912000002", "0912000003"])
    }
}
