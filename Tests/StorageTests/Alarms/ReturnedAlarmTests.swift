import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Alarms that come back` {
    private typealias Setting = `Cases of alarms`.Setting

    @Test(arguments: TestEngine.available)
    func `in a case that somebody has are told, repetitions are not`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        try await setting.report(.fireAlarm, zone: "007")
        let id = try #require(try await setting.open().first).id
        try await setting.act { try $0.takeAlarm(id, insteadOf: nil, by: $1) }
        try await setting.report(.fireAlarm, zone: "007", after: 5)
        try await setting.report(.fireAlarm, .still, zone: "007", after: 6)
        #expect(try await setting.steps().map(\.kind) == [.opened, .taken])
        // An end of another zone is none of this one.
        try await setting.report(.fireAlarm, .ended, zone: "008", after: 7)
        try await setting.report(.fireAlarm, zone: "007", after: 8)
        #expect(try await setting.steps().map(\.kind) == [.opened, .taken, .ended])
        try await setting.report(.fireAlarm, .ended, zone: "007", after: 10)
        try await setting.report(.fireAlarm, .ended, zone: "007", after: 11)
        try await setting.report(.fireAlarm, zone: "007", after: 12)
        let steps = try await setting.steps()
        #expect(steps.map(\.kind) == [.opened, .taken, .ended, .ended, .again])
        #expect(steps.map(\.words) == ["007", nil, "008", "007", "007"])
        let open = try await setting.open()
        #expect(open.map(\.id) == [id])
        #expect(open[0].changedAt == TestEngine.moment.adding(seconds: 12))
        #expect(open[0].zones == 1)
        #expect(try await setting.zones()["007"] == .alarm)
    }

    @Test(arguments: TestEngine.available)
    func `a thousand times are told once a minute, and last as an alarm`(
        engine: TestEngine
    ) async throws {
        let setting = try await Setting(engine)
        // Begins with each even second, ends with each odd one, for five minutes.
        for second in stride(from: Int64(0), to: 300, by: 2) {
            try await setting.report(.fireAlarm, after: second, follows: false)
            try await setting.report(.fireAlarm, .ended, after: second + 1, follows: false)
        }
        try await AlarmFollower(database: setting.database).follow()
        let steps = try await setting.steps()
        #expect(steps.first?.kind == .opened)
        let again = steps.filter { $0.kind == .again }
        #expect((5...6).contains(again.count))
        for (one, next) in zip(again, again.dropFirst()) {
            #expect(
                next.at.milliseconds - one.at.milliseconds >= ReturnedAlarm.quietSeconds * 1000)
        }
        #expect(steps.count { $0.kind == .ended } <= again.count)
        // Quiet since an end that was not told: the next alarm is.
        try await setting.report(.fireAlarm, after: 1_000)
        #expect(try await setting.steps().last?.kind == .again)
        #expect(try await setting.open().count == 1)
    }

    @Test(arguments: TestEngine.available)
    func `in one frame are followed in its order`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        func signal(_ change: AlarmSignal.Change) -> AlarmSignal {
            AlarmSignal(
                kind: .fireAlarm, change: change, scheme: "sia", code: "FA", zone: "001",
                meaning: "Báo cháy")
        }
        let (ward, account) = (TestWard.code, setting.account)
        let frame = ReceivedFrame(
            ward: ward, account: account, receivedAt: TestEngine.moment, deviceAt: nil,
            sequence: 1, content: 1, raw: [1], signals: [signal(.begun), signal(.ended)])
        try await setting.database.write { _ = try $0.keepAlarms([frame]) }
        try await AlarmFollower(database: setting.database).follow()
        #expect(try await setting.steps().map(\.kind) == [.opened, .ended])
        #expect(try await setting.zones() == ["001": .restored])
    }

    @Test(arguments: TestEngine.available)
    func `while a device is tried are kept, and call nobody`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let device = setting.alarms.transmitter
        try await setting.act {
            try $0.beginAlarmTrial(of: device, minutes: 10, reason: "Bảo dưỡng", by: $1)
        }
        try await setting.report(.fireAlarm, after: 1)
        try await setting.report(.fireAlarm, .ended, after: 2)
        try await setting.report(.fireAlarm, after: 3)
        let steps = try await setting.steps()
        #expect(steps.map(\.kind) == [.opened, .ended, .again])
        #expect(steps.map(\.isTrial) == [true, true, true])
    }
}
