import Domain
import Gateway
import Storage
import TestSupport
import Testing
import Wire

@Suite struct `What a receiver takes of a device` {
    private static let otherKey = "0F0E0D0C0B0A09080706050403020100"

    private func fire(_ sequence: Int, after seconds: Int64 = 0) -> DC09Draft {
        var draft = DC09Draft.contactID(
            110, zone: 7, sequence: sequence, account: ReceiverSetting.encrypted)
        draft.timestamp = DC09Timestamp(seconds: ReceiverSetting.now.seconds + seconds)
        return draft
    }

    private func cipher(_ draft: DC09Draft, _ key: String) throws -> [UInt8] {
        var random = SystemRandomNumberGenerator()
        return draft.bytes(key: try AESKey(typed: key, as: .hex), random: &random)
    }

    /// What another receiver, which starts now, answers to these bytes.
    private func outcome(
        _ bytes: [UInt8], _ draft: DC09Draft, key: String?, _ setting: ReceiverSetting
    ) async throws -> DC09Draft.Outcome? {
        let beside = try await ReceiverSetting.beside(setting.database)
        let line = try RawConnection(port: beside.port)
        line.send(bytes)
        // What is left without an answer is followed by something that has one.
        let last = DC09Draft.null(account: ReceiverSetting.plain)
        line.send(last)
        var splitter = FrameSplitter()
        var answers: [[UInt8]] = []
        while !answers.contains(where: { last.outcome($0) == .acknowledged }) {
            let text = await line.receive(until: "\r")
            try #require(!text.isEmpty)
            splitter.split(Array(text.utf8)) { piece in
                if case .frame(let bytes) = piece { answers.append(bytes) }
            }
        }
        // An answer that waits for the store comes when the receiver ends, at the latest.
        line.endSending()
        while case let text = await line.receive(until: "\r"), !text.isEmpty {
            splitter.split(Array(text.utf8)) { piece in
                if case .frame(let bytes) = piece { answers.append(bytes) }
            }
        }
        try await beside.end()
        let typed = try key.map { try AESKey(typed: $0, as: .hex) }
        return answers.map { draft.outcome($0, key: typed) }.first { $0 != .wrong }
    }

    @Test func `is marked when it should have been encrypted, or refused`() async throws {
        let setting = try await ReceiverSetting.run { setting in
            let plain = fire(1)
            #expect(
                try await outcome(plain.bytes(), plain, key: nil, setting) == .acknowledged)
            try await setting.database.write {
                try $0.setPlainRefused(
                    true, number: ReceiverSetting.encrypted, ward: TestWard.code, origin: "test")
            }
            let other = fire(2)
            #expect(
                try await outcome(other.bytes(), other, key: nil, setting) == .notUnderstood)
        }
        #expect(try await setting.lines().map(\.marks) == [.plain])
        #expect(try await setting.refusals().map(\.reason) == ["plain"])
    }

    @Test func `may be encrypted with the old key until its date`() async throws {
        let clock = TestClock()
        let setting = try await ReceiverSetting.run(clock: clock.now) { setting in
            try await setting.database.write {
                try $0.changeAlarmKey(
                    number: ReceiverSetting.encrypted, to: Self.otherKey, keepOldDays: 1,
                    ward: TestWard.code, origin: "test")
            }
            let cases: [(Int64, String, DC09Draft.Outcome)] = [
                (0, ReceiverSetting.key, .acknowledged), (1, Self.otherKey, .acknowledged),
                (86_399, ReceiverSetting.key, .acknowledged),
                (86_400, ReceiverSetting.key, .notUnderstood),
                (86_400, Self.otherKey, .acknowledged),
            ]
            for (place, (seconds, key, wanted)) in cases.enumerated() {
                clock.set(TestEngine.moment.adding(seconds: seconds))
                let draft = fire(place + 1, after: seconds)
                #expect(
                    try await outcome(try cipher(draft, key), draft, key: key, setting) == wanted)
            }
        }
        #expect(
            try await setting.lines().map(\.marks).reversed() == [.oldKey, [], .oldKey, []])
        #expect(try await setting.refusals().map(\.reason) == ["undecryptable"])
    }

    @Test func `is not what somebody else recorded`() async throws {
        let clock = TestClock()
        let draft = fire(1)
        let bytes = try cipher(draft, ReceiverSetting.key)
        var limits = ReceptionLimits()
        // The clock of the test stands still, which on a busy machine looks like one that was set.
        limits.clockStepSecondsMax = 1_000_000
        let setting = try await ReceiverSetting.run(clock: clock.now) { setting in
            let (line, most) = (try setting.connect(), limits.clockRefusalsMax)
            let key = try AESKey(typed: ReceiverSetting.key, as: .hex)
            line.send(bytes)
            #expect(await line.outcomes(of: [draft], key: key) == [.acknowledged])
            clock.set(TestEngine.moment.adding(seconds: 3_000))
            // So that our own clock is believed again: a receiver that starts now.
            let beside = try await ReceiverSetting.beside(setting.database, limits: limits)
            let other = try RawConnection(port: beside.port)
            for _ in 0..<most {
                other.send(bytes)
                let outcomes = await other.outcomes(of: [draft], key: key)
                #expect(
                    outcomes == [
                        .clockWrong(DC09Timestamp(seconds: ReceiverSetting.now.seconds + 3_000))
                    ])
            }
            // Then it would be taken for a wrong clock, were it not known.
            other.send(bytes)
            let fresh = fire(2, after: 0)
            other.send(try cipher(fresh, ReceiverSetting.key))
            #expect(await other.outcomes(of: [fresh], key: key) == [.acknowledged])
            try await beside.end()
        }
        let lines = try await setting.lines()
        #expect(lines.count == 2)
        #expect(lines[0].marks.contains(.clock))
        #expect(Set(try await setting.refusals().map(\.reason)) == ["clock", "replay"])
    }

    @Test func `is no sign of life when somebody else recorded it`() async throws {
        let clock = TestClock()
        var limits = ReceptionLimits()
        // The clock of the test stands still, which on a busy machine looks like one that was set.
        limits.clockStepSecondsMax = 1_000_000
        func beat(_ seconds: Int64) throws -> (DC09Draft, [UInt8]) {
            var draft = DC09Draft.null(account: ReceiverSetting.encrypted)
            draft.timestamp = DC09Timestamp(seconds: ReceiverSetting.now.seconds + seconds)
            return (draft, try cipher(draft, ReceiverSetting.key))
        }
        let key = try AESKey(typed: ReceiverSetting.key, as: .hex)
        _ = try await ReceiverSetting.run(limits: limits, clock: clock.now) { setting in
            let line = try setting.connect()
            func answer(_ beat: (draft: DC09Draft, bytes: [UInt8])) async -> DC09Draft.Outcome? {
                line.send(beat.bytes)
                return await line.outcomes(of: [beat.draft], key: key).first
            }
            let wrong = DC09Draft.Outcome.clockWrong(
                DC09Timestamp(seconds: ReceiverSetting.now.seconds + 3_000))
            // Two right ones, a moment apart: what lies between them was heard, or could have been.
            #expect(await answer(try beat(-20)) == .acknowledged)
            #expect(await answer(try beat(0)) == .acknowledged)
            clock.set(TestEngine.moment.adding(seconds: 3_000))
            let recorded = [try beat(-20), try beat(0)]
            for _ in 0...limits.clockRefusalsMax {
                for beat in recorded { #expect(await answer(beat) == wrong) }
            }
            #expect(setting.receiver.memory.overdue().count == 1)
            // A clock that is late by half an hour, and goes.
            #expect(await answer(try beat(1_200)) == .acknowledged)
            #expect(setting.receiver.memory.overdue().isEmpty)
            #expect(await answer(try beat(1_200)) == wrong)
            #expect(await answer(try beat(1_290)) == .acknowledged)
        }
    }

    @Test func `is no sign of life as an alarm that may be a recording`() async throws {
        let clock = TestClock()
        var limits = ReceptionLimits()
        limits.clockStepSecondsMax = 1_000_000
        limits.clockRefusalsMax = 0
        let key = try AESKey(typed: ReceiverSetting.key, as: .hex)
        let setting = try await ReceiverSetting.run(limits: limits, clock: clock.now) { setting in
            let line = try setting.connect()
            let first = fire(1)
            line.send(try cipher(first, ReceiverSetting.key))
            #expect(await line.outcomes(of: [first], key: key) == [.acknowledged])
            clock.set(TestEngine.moment.adding(seconds: 3_000))
            let second = fire(2, after: 100)
            line.send(try cipher(second, ReceiverSetting.key))
            #expect(await line.outcomes(of: [second], key: key) == [.acknowledged])
            #expect(setting.receiver.memory.overdue().count == 1)
        }
        // It is kept all the same: no clock may cost an alarm.
        #expect(try await setting.lines().count == 2)
    }

    @Test func `is taken at once when our own clock has jumped`() async throws {
        let clock = TestClock()
        let setting = try await ReceiverSetting.run(clock: clock.now) { setting in
            let line = try setting.connect()
            let key = try AESKey(typed: ReceiverSetting.key, as: .hex)
            var sequence = 0
            // Back and forth by an hour; the device's clock goes on evenly.
            for offset in [Int64(0), 3_600, -3_600, 0] {
                clock.set(TestEngine.moment.adding(seconds: offset))
                for _ in 0..<3 {
                    sequence += 1
                    let draft = fire(sequence)
                    line.send(try cipher(draft, ReceiverSetting.key))
                    #expect(await line.outcomes(of: [draft], key: key) == [.acknowledged])
                    // The answer was lost: said again, it is stored once.
                    line.send(try cipher(draft, ReceiverSetting.key))
                    #expect(await line.outcomes(of: [draft], key: key) == [.acknowledged])
                }
            }
        }
        let lines = try await setting.lines()
        #expect(lines.count == 12)
        #expect(lines.count { $0.marks.contains(.clock) } == 6)
        #expect(try await setting.refusals().isEmpty)
    }

    @Test func `is marked when it is written in a new way`() async throws {
        let setting = try await ReceiverSetting.run { setting in
            let number = ReceiverSetting.plain
            let first = DC09Draft.contactID(110, zone: 7, sequence: 1, account: number)
            let line = try setting.connect()
            line.send(first)
            #expect(await line.outcomes(of: [first]) == [.acknowledged])
            let account = try await setting.database.read {
                try $0.alarmAccounts(changedSince: Instant(milliseconds: 0))
                    .first { $0.number == number }
            }
            let heard = HeardDevice(
                ward: TestWard.code, account: try #require(account?.id), at: TestEngine.moment,
                learnt: 0)
            try await setting.database.write { tx in
                try tx.keepHeard([heard])
                try tx.pinHabits(number: number, ward: TestWard.code, origin: "test")
            }
            // The first whose checksum has a letter.
            let odd = try #require(
                (2...99).map { sequence in
                    var draft = DC09Draft.contactID(
                        110, zone: 7, sequence: sequence, account: number)
                    draft.isLowerCase = true
                    return draft
                }.first { $0.bytes()[1..<5].contains { $0 >= UInt8(ascii: "a") } })
            #expect(try await outcome(odd.bytes(), odd, key: nil, setting) == .acknowledged)
        }
        #expect(try await setting.lines().map(\.marks) == [.unusual, []])
        let lines = try await setting.database.read {
            try $0.alarmAccountLines(ward: TestWard.code, limit: 10)
        }
        let line = try #require(lines.first { $0.number == ReceiverSetting.plain })
        #expect(line.deviated == Int64(DC09Tolerance.lowerCaseHex.rawValue))
    }
}
