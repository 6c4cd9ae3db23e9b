import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Devices whose settings change` {
    private typealias Setting = `Frames of alarms`.Setting

    private static let keys = [
        "000102030405060708090A0B0C0D0E0F", "0F0E0D0C0B0A09080706050403020100",
    ]

    private func account(_ setting: Setting, _ number: String = "F17A") async throws -> AlarmAccount
    {
        let all = try await setting.database.read {
            try $0.alarmAccounts(changedSince: Instant(milliseconds: 0))
        }
        return try #require(all.first { $0.number == number })
    }

    @Test(arguments: TestEngine.available)
    func `get a token of which only the digest is kept`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        var tokens: [String] = []
        for days in [0, 3, 0] {
            tokens.append(
                try await setting.database.write {
                    try $0.renewAlarmToken(
                        number: "f17a", keepOldDays: days, ward: TestWard.code, origin: "test")
                })
            let account = try await account(setting)
            #expect(account.token == tokens.last.map(AlarmToken.digest))
            let old = days == 0 ? nil : tokens.dropLast().last.map(AlarmToken.digest)
            #expect(account.oldToken?.value == old)
            #expect(
                account.oldToken?.until
                    == old.map { _ in TestEngine.moment.adding(seconds: Int64(days) * 86_400) })
        }
        #expect(Set(tokens).count == 3)
        #expect(tokens.allSatisfy { $0.utf8.count == 68 })
        for (number, days) in [
            ("F17B", 0), ("F17A", -1), ("F17A", Transaction.keyOverlapDaysMax + 1),
        ] {
            await #expect(throws: Problem.self) {
                try await setting.database.write {
                    try $0.renewAlarmToken(
                        number: number, keepOldDays: days, ward: TestWard.code, origin: "test")
                }
            }
        }
    }

    @Test(arguments: TestEngine.available)
    func `keep their old key until a date`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await setting.alarms.add("A1", key: Self.keys[0], in: setting.database)
        try await setting.database.write {
            try $0.changeAlarmKey(
                number: "A1", to: Self.keys[1], keepOldDays: Transaction.keyOverlapDaysMax,
                ward: TestWard.code, origin: "test")
        }
        let both = try await account(setting, "A1")
        #expect(both.key == Self.keys[1])
        #expect(both.oldKey?.value == Self.keys[0])
        try await setting.database.write {
            try $0.changeAlarmKey(
                number: "A1", to: nil, keepOldDays: 0, ward: TestWard.code, origin: "test")
        }
        let none = try await account(setting, "A1")
        #expect(none.key == nil)
        #expect(none.oldKey == nil)
    }

    @Test(arguments: TestEngine.available)
    func `have habits once they were heard long enough`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        func hear(_ learnt: Int64, _ deviated: Int64 = 0) async throws {
            let heard = HeardDevice(
                ward: TestWard.code, account: setting.account, at: setting.clock.now(),
                learnt: learnt, deviated: deviated)
            try await setting.database.write { try $0.keepHeard([heard]) }
        }
        func pinDue() async throws -> Int {
            try await setting.database.write { try $0.pinHabitsDue(ward: TestWard.code) }
        }
        await #expect(throws: Problem.self) {
            try await setting.database.write {
                try $0.pinHabits(number: "F17A", ward: TestWard.code, origin: "test")
            }
        }
        try await hear(2)
        let days = Transaction.habitDays * 86_400
        setting.clock.set(TestEngine.moment.adding(seconds: days - 1))
        try await hear(4)
        #expect(try await pinDue() == 0)
        setting.clock.set(TestEngine.moment.adding(seconds: days))
        #expect(try await pinDue() == 1)
        #expect(try await account(setting).pinned == 6)
        #expect(try await pinDue() == 0)
        try await hear(8, 8)
        let line = try await setting.database.read {
            try $0.alarmAccountLines(ward: TestWard.code, limit: 10)
        }[0]
        #expect((line.learnt, line.deviated, line.isPinned) == (14, 8, true))
        // A person who pins anew has seen it.
        try await setting.database.write {
            try $0.pinHabits(number: "F17A", ward: TestWard.code, origin: "test")
        }
        #expect(try await account(setting).pinned == 14)
    }

    @Test(arguments: TestEngine.available)
    func `are known again by the names of their events for a day`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        @Sendable func frame(after seconds: Int64) -> ReceivedFrame {
            ReceivedFrame(
                ward: TestWard.code, account: setting.account,
                receivedAt: TestEngine.moment.adding(seconds: seconds), deviceAt: nil,
                sequence: 0, content: 5, raw: [1],
                signals: [
                    AlarmSignal(
                        kind: .fireAlarm, change: .begun, scheme: "none", code: "",
                        meaning: "Báo cháy")
                ], repeatSeconds: ReceivedFrame.repeatSecondsNamed)
        }
        let edge = ReceivedFrame.repeatSecondsNamed
        for (seconds, wanted) in [
            (Int64(0), ReceivedFrame.Outcome.stored), (edge, .repeated), (edge + 1, .stored),
        ] {
            let outcomes = try await setting.database.write {
                try $0.keepAlarms([frame(after: seconds)])
            }
            #expect(outcomes == [wanted])
        }
    }

    @Test(arguments: TestEngine.available)
    func `are not replayed by others`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        func frame(_ marks: AlarmMarks, raw: [UInt8] = [7], after: Int64 = 0) -> ReceivedFrame {
            ReceivedFrame(
                ward: TestWard.code, account: setting.account,
                receivedAt: TestEngine.moment.adding(seconds: after), deviceAt: nil, sequence: 1,
                content: 5, raw: raw,
                signals: [
                    AlarmSignal(
                        kind: .fireAlarm, change: .begun, scheme: "none", code: "",
                        meaning: "Báo cháy")
                ], marks: marks)
        }
        let cases: [(ReceivedFrame, ReceivedFrame.Outcome)] = [
            (frame([]), .stored),
            // The same bytes, long after, with a time that was right long ago.
            (frame([.clock, .mayBeReplay], after: 5_000), .replayed),
            // Other bytes: a device whose clock is wrong.
            (frame([.clock, .mayBeReplay], raw: [8], after: 5_000), .stored),
            // Where that is the device's way.
            (frame(.clock, after: 10_000), .stored),
        ]
        for (frame, wanted) in cases {
            let outcomes = try await setting.database.write { try $0.keepAlarms([frame]) }
            #expect(outcomes == [wanted])
        }
        #expect(try await setting.lines().map(\.marks.titles.count) == [1, 1, 0])
    }
}

@Suite struct `Old refusals` {
    private typealias Setting = `Frames of alarms`.Setting

    @Test(arguments: TestEngine.available)
    func `are forgotten, the newer ones are kept`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let limit = Transaction.refusalKeptDays * 86_400
        let frames = [0, 3_600 * 2, 3_600 * 3].map { seconds in
            RefusedFrame(
                ward: nil, receivedAt: TestEngine.moment.adding(seconds: seconds), source: "",
                number: nil, reason: "crc", message: "Sai.", raw: [1])
        }
        try await setting.database.write { try $0.keepRefusals(frames) }
        setting.clock.set(TestEngine.moment.adding(seconds: limit + 3_600 * 2))
        let more = try await setting.database.write {
            try $0.forgetOldRefusals(ward: nil, limit: 1)
        }
        #expect(more)
        #expect(
            try await setting.database.write { try $0.forgetOldRefusals(ward: nil, limit: 1) }
                == false)
        let left: [Int?] = try await setting.database.read { tx in
            [
                try tx.value("SELECT COUNT(*) AS value FROM alarm_refusals"),
                try tx.value("SELECT COUNT(*) AS value FROM alarm_refusal_counts"),
            ]
        }
        #expect(left == [2, 2])
    }
}

@Suite struct `Frames for another store` {
    private typealias Setting = `Frames of alarms`.Setting

    @Test(arguments: TestEngine.available)
    func `come page by page, oldest first`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let frames = (1...5).map { setting.frame($0, after: Int64($0 / 2), 2) }
        try await setting.database.write { _ = try $0.keepAlarms(frames) }
        var found: [KeptFrame] = []
        repeat {
            let after = found.last
            let page = try await setting.database.read {
                try $0.alarmFrames(
                    since: TestEngine.moment.adding(seconds: 1), after: after, limit: 2,
                    ward: TestWard.code)
            }
            guard !page.isEmpty else { break }
            found += page
        } while true
        #expect(found.count == 4)
        #expect(Set(found.map(\.id)).count == 4)
        #expect(found.allSatisfy { $0.number == "F17A" && $0.raw == [10, 0, 255, 13] })
        let refused = RefusedFrame(
            ward: nil, receivedAt: TestEngine.moment, source: "", number: "B1", reason: "crc",
            message: "Sai.", raw: [9])
        try await setting.database.write { try $0.keepRefusals([refused]) }
        let kept = try await setting.database.read {
            try $0.alarmFrames(since: TestEngine.moment, refused: true, ward: TestWard.code)
        }
        #expect(kept.map(\.raw) == [[9]])
    }
}
