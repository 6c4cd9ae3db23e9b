import Domain
import Storage
import TestSupport
import Testing

@Suite struct `Frames that are durable and not yet sorted` {
    private typealias Setting = `Frames of alarms`.Setting

    private func rows(_ setting: Setting) async throws -> Int {
        try await setting.database.read {
            try $0.value("SELECT COUNT(*) AS value FROM alarm_inbox") ?? 0
        }
    }

    @Test(arguments: TestEngine.available)
    func `become events with everything that they say`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let signals = [
            AlarmSignal(
                kind: .fireAlarm, change: .begun, scheme: "sia", code: "FA", zone: "", area: "2",
                person: "Ông Tư", text: "Tầng 3 – «bếp»", meaning: "Báo cháy"),
            AlarmSignal(
                kind: .unknown, change: .noted, scheme: "none", code: "ZZ", meaning: "Mã lạ"),
        ]
        let frame = ReceivedFrame(
            ward: TestWard.code, account: setting.account,
            receivedAt: TestEngine.moment.adding(seconds: -3),
            deviceAt: TestEngine.moment.adding(seconds: -86_400), sequence: 9_999,
            content: .min, raw: (0...255).map(UInt8.init), signals: signals,
            marks: [.plain, .clock],
            repeatSeconds: 5)
        try await setting.database.write {
            try $0.putAlarms([frame, setting.frame(1)].map(FrameRecord.init))
        }
        #expect(try await setting.lines().isEmpty)
        #expect(try await setting.database.sortAlarms() == AlarmSorting(stored: 2))
        #expect(try await setting.database.sortAlarms() == nil)
        let lines = try await setting.lines().reversed().prefix(2)
        #expect(lines.map(\.signal) == signals)
        #expect(lines.map(\.marks) == [frame.marks, frame.marks])
        #expect(lines.map(\.deviceAt) == [frame.deviceAt, frame.deviceAt])
        #expect(lines.map(\.receivedAt) == [frame.receivedAt, frame.receivedAt])
        let kept: [(Int, Int64, [UInt8])] = try await setting.database.read { tx in
            try tx.rows(
                "SELECT sequence, content, raw FROM alarm_events WHERE part = 0 ORDER BY received_at"
            ).map { ($0["sequence"], $0["content"], $0["raw"]) }
        }
        #expect(kept[0].0 == 9_999 && kept[0].1 == .min && kept[0].2 == frame.raw)
    }

    /// Counts of four bytes and numbers of eight, the lowest first.
    @Test(arguments: TestEngine.available)
    func `become events also when the version before has put them`(engine: TestEngine) async throws
    {
        let setting = try await Setting(engine)
        func bytes(_ number: Int64, _ count: Int = 8) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        func counted(_ some: [UInt8]) -> [UInt8] { bytes(Int64(some.count), 4) + some }
        func text(_ words: String?) -> [UInt8] {
            words.map { counted(Array($0.utf8)) } ?? bytes(-1, 4)
        }
        let raw: [UInt8] = [10, 65, 13]
        let deviceAt = TestEngine.moment.adding(seconds: -5)
        var row: [UInt8] = [1]
        for at in [.min, deviceAt.milliseconds] {
            row += text(TestWard.code) + text(setting.account)
            let numbers = [TestEngine.moment.milliseconds, at, at == .min ? 1 : 2, 7, 0, 90, 1]
            row += numbers.flatMap { bytes($0) } + counted(raw)
            let words = [
                "fireAlarm", "begun", "contactID", "110", "007", nil, nil, nil, "Báo cháy",
            ]
            row += words.flatMap(text)
        }
        try await setting.database.write { [row] tx in
            _ = try tx.run(
                """
                INSERT INTO alarm_inbox (put_at, frame_count, frames)
                VALUES (\(tx.now), 2, \(row))
                """)
        }
        #expect(try await setting.database.sortAlarms() == AlarmSorting(stored: 2))
        let lines = try await setting.lines()
        let signal = AlarmSignal(
            kind: .fireAlarm, change: .begun, scheme: "contactID", code: "110", zone: "007",
            meaning: "Báo cháy")
        #expect(lines.map(\.signal) == [signal, signal])
        #expect(Set(lines.map(\.deviceAt)) == [nil, deviceAt])
    }

    @Test(arguments: TestEngine.available)
    func `are stored once, however often they were put`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let frames = [setting.frame(1), setting.frame(2), setting.frame(1, after: 90)]
        try await setting.database.write { try $0.putAlarms(frames.map(FrameRecord.init)) }
        // Later than repeats come: a new event.
        try await setting.database.write {
            try $0.putAlarms([FrameRecord(setting.frame(2, after: 91))])
        }
        #expect(try await setting.database.sortAlarms() == AlarmSorting(stored: 3, repeated: 1))
        #expect(try await setting.database.sortAlarms() == nil)
    }

    @Test(arguments: TestEngine.available)
    func `are sorted so many at a time, the oldest first`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        let most = Transaction.framesOfRowMax
        for (count, expected) in [(most, 1), (most + 1, 3)] {
            let frames = (0..<count).map { setting.frame($0, content: Int64(count)) }
            try await setting.database.write { try $0.putAlarms(frames.map(FrameRecord.init)) }
            #expect(try await rows(setting) == expected)
        }
        for stored in [most, most, 1] {
            #expect(
                try await setting.database.sortAlarms(atMost: most) == AlarmSorting(stored: stored))
        }
        #expect(try await rows(setting) == 0)
        // The oldest row is sorted whole, however few are asked for.
        let frames = (0..<most).map { setting.frame($0, content: 7) }
        try await setting.database.write { try $0.putAlarms(frames.map(FrameRecord.init)) }
        #expect(try await setting.database.sortAlarms(atMost: 1) == AlarmSorting(stored: most))
    }

    @Test(arguments: TestEngine.available)
    func `stay when they cannot be read`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await setting.database.write { try $0.putAlarms([FrameRecord(setting.frame(1))]) }
        let whole: [UInt8]? = try await setting.database.read {
            try $0.value("SELECT frames AS value FROM alarm_inbox")
        }
        let bytes = try #require(whole)
        // Of another version, and cut at each place.
        for damaged in [[3] + bytes.dropFirst()] + (2..<bytes.count).map({ Array(bytes[..<$0]) }) {
            try await setting.database.write {
                _ = try $0.run("UPDATE alarm_inbox SET frames = \(damaged)")
            }
            await #expect(throws: (any Error).self) { try await setting.database.sortAlarms() }
        }
        #expect(try await rows(setting) == 1)
        #expect(try await setting.lines().isEmpty)
        // They hold up none behind them, also where they are all that is looked at.
        for (sequence, most) in [(2, Transaction.sortedFramesMax), (3, 1)] {
            try await setting.database.write {
                try $0.putAlarms([FrameRecord(setting.frame(sequence))])
            }
            var stored = 0
            for _ in 0..<2 where stored == 0 {
                stored = try await setting.database.sortAlarms(atMost: most)?.stored ?? 0
            }
            #expect(stored == 1)
        }
        #expect(try await setting.lines().count == 2)
        #expect(try await rows(setting) == 1)
    }

    @Test(arguments: TestEngine.available)
    func `are left behind after a while`(engine: TestEngine) async throws {
        let setting = try await Setting(engine)
        try await setting.database.write { try $0.putAlarms([FrameRecord(setting.frame(1))]) }
        let most = Transaction.inboxLeftMilliseconds
        for (milliseconds, isLeft) in [(0, false), (most, false), (most + 1, true)] {
            setting.clock.set(
                Instant(milliseconds: TestEngine.moment.milliseconds + milliseconds))
            #expect(try await setting.database.read { try $0.hasAlarmsLeft() } == isLeft)
        }
    }
}
