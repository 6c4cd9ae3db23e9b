import Domain
import Gateway
import Storage
import TestSupport
import Testing
import Wire

@Suite struct `Who was heard` {
    private func stored(_ setting: ReceiverSetting) async throws -> Instant? {
        try await setting.database.read {
            try $0.alarmAccounts(changedSince: Instant(milliseconds: 0))
                .first { $0.number == ReceiverSetting.plain }?.heardAt
        }
    }

    @Test(arguments: TestEngine.available)
    func `is silent an interval and 5 per cent later, once`(engine: TestEngine) async throws {
        let clock = TestClock()
        let setting = try await ReceiverSetting.run(engine, clock: clock.now) { setting in
            let memory = setting.receiver.memory
            func overdue(after milliseconds: Int64) -> [OverdueDevice] {
                clock.set(
                    Instant(milliseconds: TestEngine.moment.milliseconds + milliseconds))
                return memory.overdue()
            }
            // Never heard: another list.
            #expect(overdue(after: 1_000_000).isEmpty)
            clock.set(TestEngine.moment)
            let (line, beat) = (
                try setting.connect(), DC09Draft.null(account: ReceiverSetting.plain)
            )
            line.send(beat)
            #expect(await line.outcomes(of: [beat]) == [.acknowledged])
            #expect(overdue(after: 94_499).isEmpty)
            let found = overdue(after: 94_500)
            #expect(found.map(\.heardAt) == [TestEngine.moment])
            memory.declared(found)
            #expect(overdue(after: 94_500).isEmpty)
            // Heard again, and lost again.
            line.send(beat)
            #expect(await line.outcomes(of: [beat]) == [.acknowledged])
            #expect(overdue(after: 2 * 94_500).count == 1)
        }
        // At the end everything is written.
        #expect(
            try await stored(setting)
                == Instant(milliseconds: TestEngine.moment.milliseconds + 94_500))
    }

    @Test(arguments: TestEngine.available)
    func `is written at once after it was silent`(engine: TestEngine) async throws {
        let clock = TestClock()
        var limits = ReceptionLimits()
        limits.heardPauseSeconds = 3_600
        _ = try await ReceiverSetting.run(engine, limits: limits, clock: clock.now) { setting in
            let (line, beat) = (
                try setting.connect(), DC09Draft.null(account: ReceiverSetting.plain)
            )
            /// The receiver writes once a second.
            func beats(untilStored time: Instant) async throws {
                clock.set(time)
                var count = 0
                while try await stored(setting) != time {
                    count += 1
                    try #require(count < 100_000)
                    line.send(beat)
                    #expect(await line.outcomes(of: [beat]) == [.acknowledged])
                }
            }
            try await beats(untilStored: TestEngine.moment)
            clock.set(TestEngine.moment.adding(seconds: 95))
            let found = setting.receiver.memory.overdue()
            #expect(found.count == 1)
            setting.receiver.memory.declared(found)
            try await beats(untilStored: TestEngine.moment.adding(seconds: 96))
        }
    }

    /// A receiver that was away knows nothing of the time before.
    @Test(arguments: TestEngine.available)
    func `is given its interval after a new start`(engine: TestEngine) async throws {
        let clock = TestClock()
        let setting = try await ReceiverSetting.run(engine, clock: clock.now) { setting in
            let (line, beat) = (
                try setting.connect(), DC09Draft.null(account: ReceiverSetting.plain)
            )
            line.send(beat)
            #expect(await line.outcomes(of: [beat]) == [.acknowledged])
        }
        let heard = try #require(try await stored(setting))
        clock.set(heard.adding(seconds: 5_000))
        let again = try await ReceiverSetting.beside(setting.database)
        #expect(again.receiver.memory.overdue().isEmpty)
        clock.set(heard.adding(seconds: 5_098))
        #expect(again.receiver.memory.overdue().map(\.heardAt) == [heard])
        try await again.end()
    }
}
