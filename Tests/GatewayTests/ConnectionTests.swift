import Domain
import Gateway
import Storage
import TestSupport
import Testing
import Wire

@Suite struct `The connection of a device` {
    private func fire(_ sequence: Int) -> DC09Draft {
        .contactID(110, zone: 7, sequence: sequence, account: ReceiverSetting.plain)
    }

    /// Its device is gone before the store has taken what it said, and partly before it was read.
    @Test(.timeLimit(.minutes(15)), arguments: [1, 64])
    func `gives all that was said before it was torn`(unanswered: Int) async throws {
        var limits = ReceptionLimits()
        limits.unansweredMax = unanswered
        // One frame and a part of the next.
        limits.readBytesMax = fire(1).bytes().count + 5
        limits.committedOnLoopMax = 0
        let drafts = (1...5).map { fire($0) }
        let (gate, opening) = AsyncStream.makeStream(of: Void.self)
        let (arrivals, arrived) = AsyncStream.makeStream(of: Int.self)
        let setting = try await ReceiverSetting.run(
            limits: limits,
            store: { database in
                var store = AlarmStore(database)
                store.putHere = { _ in false }
                store.put = { [put = store.put] frames, onDurable in
                    arrived.yield(frames.count)
                    for await _ in gate {}
                    try await put(frames, onDurable)
                }
                return store
            }
        ) { setting in
            let line = try setting.connect()
            line.send(drafts.flatMap { $0.bytes() })
            var left = drafts.count
            var counts = arrivals.makeAsyncIterator()
            left -= await counts.next() ?? 0
            line.tear()
            // Others are heard meanwhile.
            let other = try setting.connect()
            let beat = DC09Draft.null(account: ReceiverSetting.plain)
            other.send(beat)
            #expect(await other.outcomes(of: [beat]) == [.acknowledged])
            opening.finish()
            while left > 0, let count = await counts.next() { left -= count }
        }
        #expect(try await setting.lines().count == drafts.count)
    }

    @Test func `is read no further while its device takes no answer`() async throws {
        var limits = ReceptionLimits()
        limits.unsentBytesMax = 1
        let beat = DC09Draft.null(account: ReceiverSetting.plain)
        let most = 200_000
        _ = try await ReceiverSetting.run(limits: limits) { setting in
            let line = try RawConnection(port: setting.ports.stream, bufferBytes: 4_096)
            let bytes = beat.bytes()
            // A receiver that only comes late to it has not stopped.
            let sent = await line.send(bytes, atMost: most) { sent in
                setting.receiver.counts.heartbeats < sent
            }
            #expect(sent < most)
            // Others are heard meanwhile.
            let other = try setting.connect()
            other.send(fire(1))
            #expect(await other.outcomes(of: [fire(1)]) == [.acknowledged])
            // Once it takes them, it is answered all.
            let drafts = [DC09Draft](repeating: beat, count: sent)
            #expect(await line.outcomes(of: drafts).count { $0 == .acknowledged } == sent)
        }
    }
}
