import Domain
import Gateway
import Storage
import Synchronization
import TestSupport
import Testing
import Wire

@Suite struct `A receiver in trouble` {
    private struct Down: Error {}

    private func fire(_ sequence: Int) -> DC09Draft {
        .contactID(110, zone: 7, sequence: sequence, account: ReceiverSetting.plain)
    }

    /// Few frames are put on the loop that read them, others by the writer.
    @Test(arguments: TestEngine.available, [1, 0])
    func `acknowledges nothing that the store did not take`(
        engine: TestEngine, committedOnLoop: Int
    ) async throws {
        var limits = ReceptionLimits()
        limits.committedOnLoopMax = committedOnLoop
        let isDown = Mutex(true)
        let (failures, failed) = AsyncStream.makeStream(of: Void.self)
        let setting = try await ReceiverSetting.run(
            engine, limits: limits,
            store: { database in
                var store = AlarmStore(database)
                store.putHere = { [putHere = store.putHere] frames in
                    if isDown.withLock({ $0 }) {
                        failed.yield()
                        throw Down()
                    }
                    return try putHere(frames)
                }
                store.put = { [put = store.put] frames, onDurable in
                    if isDown.withLock({ $0 }) {
                        failed.yield()
                        throw Down()
                    }
                    try await put(frames, onDurable)
                }
                return store
            }
        ) { setting in
            let line = try setting.connect()
            line.send(fire(1))
            _ = await failures.first { _ in true }
            isDown.withLock { $0 = false }
            line.send(fire(2))
            // The first answer is of the second message; the device repeats the first.
            #expect(await line.outcomes(of: [fire(2)]) == [.acknowledged])
            line.send(fire(1))
            #expect(await line.outcomes(of: [fire(1)]) == [.acknowledged])
        }
        #expect(setting.receiver.counts.unstored == 1)
        #expect(try await setting.lines().count == 2)
    }

    /// The account is gone between the answer and the sorting.
    @Test(arguments: TestEngine.available)
    func `sorts the others when one breaks a rule of the tables`(engine: TestEngine) async throws {
        let setting = try await ReceiverSetting.run(engine) { setting in
            let line = try setting.connect()
            line.send(fire(1))
            #expect(await line.outcomes(of: [fire(1)]) == [.acknowledged])
        }
        let known = try #require(try await setting.lines().first)
        let account: String? = try await setting.database.read {
            try $0.value("SELECT account AS value FROM alarm_events")
        }
        let owner = try #require(account)
        func frame(_ sequence: Int, account: String) -> ReceivedFrame {
            ReceivedFrame(
                ward: TestWard.code, account: account, receivedAt: TestEngine.moment,
                deviceAt: nil, sequence: sequence, content: 1, raw: [10, 13],
                signals: [known.signal])
        }
        let frames = (2...5).map { frame($0, account: $0 == 3 ? "nobody" : owner) }
        try await setting.database.write { try $0.putAlarms(frames.map(FrameRecord.init)) }
        #expect(
            try await setting.database.sortAlarms() == AlarmSorting(stored: 3, refused: 1))
        #expect(try await setting.database.sortAlarms() == nil)
        #expect(try await setting.lines().count == 4)
        #expect(try await setting.refusals().map(\.reason) == ["unstorable"])
    }

    /// A loop commits a frame just when the writer has found that none is left.
    @Test(.timeLimit(.minutes(15)))
    func `sorts what is committed while it looks for more`() async throws {
        let device = Mutex<RawConnection?>(nil)
        let (sortings, sorted) = AsyncStream.makeStream(of: Int.self)
        let second = fire(2)
        let setting = try await ReceiverSetting.run(
            store: { database in
                var store = AlarmStore(database)
                // Never left to the writer, which waits below.
                store.putHere = { [putHere = store.putHere] frames in
                    while try !putHere(frames) {}
                    return true
                }
                store.sort = { [sort = store.sort] most in
                    let sorting = try await sort(most)
                    if let sorting { sorted.yield(sorting.stored) }
                    if sorting == nil, let line = device.withLock({ $0.take() }) {
                        line.send(second)
                        #expect(await line.outcomes(of: [second]) == [.acknowledged])
                    }
                    return sorting
                }
                return store
            }
        ) { setting in
            let other = try setting.connect()
            device.withLock { $0 = other }
            let line = try setting.connect()
            line.send(fire(1))
            #expect(await line.outcomes(of: [fire(1)]) == [.acknowledged])
            // Nobody says anything more.
            var left = 2
            for await count in sortings {
                left -= count
                if left == 0 { break }
            }
        }
        #expect(setting.receiver.counts.stored == 2)
    }

    /// While frames come faster than they could be sorted, they wait; then nobody says anything more.
    @Test(.timeLimit(.minutes(15)))
    func `sorts what a flood has left`() async throws {
        var limits = ReceptionLimits()
        limits.sortedPerSecond = 1
        limits.sortPauseInFlood = .seconds(86_400)
        try await expectSorted(200, of: 200, limits)
    }

    /// More than are sorted together, which come without a pause and no faster than they are sorted.
    @Test(.timeLimit(.minutes(15)))
    func `sorts in turn with its answers what waits for long`() async throws {
        var limits = ReceptionLimits()
        limits.committedOnLoopMax = 0
        limits.sortedPerSecond = .max
        limits.sortPause = .seconds(86_400)
        limits.answeredFirst = .zero
        try await expectSorted(
            Transaction.sortedFramesMax, of: Transaction.sortedFramesMax + 1, limits)
    }

    /// They stay, and are tried again with what comes, or later.
    @Test func `does not try without end what cannot be sorted`() async throws {
        var limits = ReceptionLimits()
        limits.committedOnLoopMax = 0
        limits.sortedPerSecond = .max
        limits.sortPause = .seconds(86_400)
        limits.answeredFirst = .zero
        let drafts = (1...2 * Transaction.sortedFramesMax).map { fire($0) }
        let tries = Mutex(0)
        _ = try await ReceiverSetting.run(
            limits: limits,
            store: { database in
                var store = AlarmStore(database)
                store.sort = { _ in
                    tries.withLock { $0 += 1 }
                    throw Down()
                }
                return store
            }
        ) { setting in
            try await report(drafts, to: setting)
        }
        // At its start and its end, and twice with each frame.
        #expect(tries.withLock { $0 } <= 2 + 2 * drafts.count)
        #expect(tries.withLock { $0 } >= Transaction.sortedFramesMax)
    }

    /// Sends frames one by one, and sees each acknowledged.
    private func report(_ drafts: [DC09Draft], to setting: ReceiverSetting) async throws {
        let line = try setting.connect()
        for draft in drafts {
            line.send(draft)
            #expect(await line.outcomes(of: [draft]) == [.acknowledged])
        }
    }

    /// Sends frames one by one, and waits until so many are sorted.
    private func expectSorted(_ expected: Int, of count: Int, _ limits: ReceptionLimits)
        async throws
    {
        let drafts = (1...count).map { fire($0) }
        let (sortings, sorted) = AsyncStream.makeStream(of: Int.self)
        _ = try await ReceiverSetting.run(
            limits: limits,
            store: { database in
                var store = AlarmStore(database)
                store.sort = { [sort = store.sort] most in
                    let sorting = try await sort(most)
                    if let sorting { sorted.yield(sorting.stored) }
                    return sorting
                }
                return store
            }
        ) { setting in
            try await report(drafts, to: setting)
            var left = expected
            for await count in sortings {
                left -= count
                if left <= 0 { break }
            }
        }
    }

    /// A receiver that was killed has answered; whoever serves the pages sorts for it.
    @Test(arguments: TestEngine.available)
    func `leaves what it answered to the follower`(engine: TestEngine) async throws {
        let clock = TestClock()
        let setting = try await ReceiverSetting.run(
            engine,
            store: { database in
                var store = AlarmStore(database)
                store.sort = { _ in nil }
                return store
            }, clock: clock.now
        ) { setting in
            let line = try setting.connect()
            line.send(fire(1))
            #expect(await line.outcomes(of: [fire(1)]) == [.acknowledged])
        }
        let police = setting.ward.officer(.police)
        let follower = AlarmFollower(database: setting.database)
        func cases() async throws -> Int {
            try await follower.follow()
            return try await setting.database.read { try $0.openAlarmCases(for: police).count }
        }
        #expect(try await cases() == 0)
        clock.set(
            Instant(
                milliseconds: TestEngine.moment.milliseconds
                    + Transaction.inboxLeftMilliseconds + 1))
        #expect(try await cases() == 1)
    }

    @Test func `leaves heartbeats before alarms when too much waits`() async throws {
        let (gate, opening) = AsyncStream.makeStream(of: Void.self)
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        var limits = ReceptionLimits()
        limits.heartbeatDepthMax = 1
        limits.queueDepthMax = 3
        limits.batchMax = 1
        limits.committedOnLoopMax = 0
        let isHeld = Mutex(true)
        let setting = try await ReceiverSetting.run(
            limits: limits,
            store: { database in
                var store = AlarmStore(database)
                store.putHere = { _ in false }
                store.put = { [put = store.put] frames, onDurable in
                    if isHeld.withLock({ $0 }) {
                        arrived.yield()
                        _ = await gate.first { _ in true }
                    }
                    try await put(frames, onDurable)
                }
                return store
            }
        ) { setting in
            let line = try setting.connect()
            line.send(fire(1))
            // The first is in the hands of the writer, the next three fill the queue.
            _ = await arrivals.first { _ in true }
            let beat = DC09Draft.null(account: ReceiverSetting.plain)
            line.send((2...5).flatMap { fire($0).bytes() } + beat.bytes())
            let stranger = DC09Draft.null(account: "ABCDEF")
            line.send(stranger)
            #expect(await line.outcomes(of: [stranger]) == [.notUnderstood])
            isHeld.withLock { $0 = false }
            opening.finish()
            let drafts = (1...4).map { fire($0) }
            #expect(await line.outcomes(of: drafts) == drafts.map { _ in .acknowledged })
        }
        #expect(setting.receiver.counts.heartbeatsDropped == 1)
        #expect(setting.receiver.counts.overflowed == 1)
        #expect(try await setting.lines().count == 4)
    }

    @Test func `admits so many connections of an address`() async throws {
        var limits = ReceptionLimits()
        limits.connectionsPerAddressMax = 2
        let setting = try await ReceiverSetting.run(limits: limits) { setting in
            let lines = [try setting.connect(), try setting.connect()]
            for (index, line) in lines.enumerated() {
                line.send(fire(index + 1))
                #expect(await line.outcomes(of: [fire(index + 1)]) == [.acknowledged])
            }
            let third = try setting.connect()
            #expect(await third.isClosedByPeer(withinSeconds: 30))
        }
        #expect(setting.receiver.counts.connectionsRefused == 1)
    }

    @Test func `lets noise go on for so long`() async throws {
        let limits = ReceptionLimits()
        _ = try await ReceiverSetting.run(limits: limits) { setting in
            let noise = try setting.connect()
            noise.send([UInt8](repeating: UInt8(ascii: "x"), count: limits.strayBytesMax + 600))
            #expect(await noise.isClosedByPeer(withinSeconds: 30))
        }
    }
}
