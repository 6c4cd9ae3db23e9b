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

    private static func keeping(_ database: Database) -> AlarmStore {
        { frames in try await database.write { try $0.keepAlarms(frames) } }
    }

    @Test(arguments: TestEngine.available)
    func `acknowledges nothing that the store did not take`(engine: TestEngine) async throws {
        let isDown = Mutex(true)
        let (failures, failed) = AsyncStream.makeStream(of: Void.self)
        let setting = try await ReceiverSetting.run(
            engine,
            store: { database in
                { frames in
                    if isDown.withLock({ $0 }) {
                        failed.yield()
                        throw Down()
                    }
                    return try await Self.keeping(database)(frames)
                }
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

    @Test func `keeps the others of a batch when one cannot be stored`() async throws {
        let drafts = (1...9).map { fire($0) }
        let setting = try await ReceiverSetting.run(
            store: { database in
                { frames in
                    if frames.contains(where: { $0.sequence == 4 }) { throw Down() }
                    return try await Self.keeping(database)(frames)
                }
            }
        ) { setting in
            let line = try setting.connect()
            line.send(drafts.flatMap { $0.bytes() })
            let kept = drafts.filter { $0.sequence != 4 }
            var answered: Set<Int> = []
            var splitter = FrameSplitter()
            while answered.count < kept.count {
                let text = await line.receive(until: "\r")
                try #require(!text.isEmpty)
                splitter.split(Array(text.utf8)) { piece in
                    guard case .frame(let bytes) = piece else { return }
                    for draft in kept where draft.outcome(bytes) == .acknowledged {
                        answered.insert(draft.sequence)
                    }
                }
            }
        }
        #expect(try await setting.lines().count == 8)
        #expect(setting.receiver.counts.unstored == 1)
    }

    @Test func `leaves heartbeats before alarms when too much waits`() async throws {
        let (gate, opening) = AsyncStream.makeStream(of: Void.self)
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        var limits = ReceptionLimits()
        limits.heartbeatDepthMax = 1
        limits.queueDepthMax = 3
        limits.batchMax = 1
        let isHeld = Mutex(true)
        let setting = try await ReceiverSetting.run(
            limits: limits,
            store: { database in
                { frames in
                    if isHeld.withLock({ $0 }) {
                        arrived.yield()
                        _ = await gate.first { _ in true }
                    }
                    return try await Self.keeping(database)(frames)
                }
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
