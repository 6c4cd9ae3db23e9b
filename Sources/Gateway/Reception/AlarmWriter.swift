import Domain
import Logging
import NIOCore
package import Storage

/// Takes frames into the store; when it returns they are durable.
package typealias AlarmStore = @Sendable ([ReceivedFrame]) async throws -> [ReceivedFrame.Outcome]

/// The one writer: what has gathered is committed together, then its answers leave.
struct AlarmWriter: Sendable {
    let queue: AlarmQueue
    let store: AlarmStore
    let counter: ReceptionCounter
    let limits: ReceptionLimits
    let logger: Logger
    /// Told of old frames that were sent again.
    let onReplay: @Sendable (WaitingFrame) -> Void

    /// Writes until the queue is finished and empty.
    func run() async {
        for await _ in queue.wakes { await drain() }
        await drain()
    }

    private func drain() async {
        while case let batch = queue.take(atMost: limits.batchMax), !batch.isEmpty {
            if let error = await keep(batch) {
                logger.error(
                    "alarms not stored",
                    metadata: ["frames": "\(batch.count)", "error": "\(error)"])
            }
        }
    }

    /// Commits a batch and answers it; without a commit nothing of it is answered.
    ///
    /// A frame that the store cannot take must not take others with it: a batch is halved as long
    /// as one half of it can be kept.
    ///
    /// - Returns: the error of the first part that could not be kept.
    private func keep(_ batch: [WaitingFrame]) async -> (any Error)? {
        guard let error = await attempt(batch) else { return nil }
        var failed = batch
        while failed.count > 1 {
            let middle = failed.count / 2
            let halves = [Array(failed[..<middle]), Array(failed[middle...])]
            var bad: [[WaitingFrame]] = []
            for half in halves where await attempt(half) != nil { bad.append(half) }
            if bad.count == halves.count { break }
            failed = bad.first ?? []
        }
        giveUp(failed)
        return error
    }

    /// - Returns: why it was not kept; nil: it is durable, and answered.
    private func attempt(_ batch: [WaitingFrame]) async -> (any Error)? {
        do {
            let outcomes = try await store(batch.map(\.frame))
            counter.add(\.stored, outcomes.count { $0 == .stored })
            counter.add(\.repeated, outcomes.count { $0 == .repeated })
            for (frame, outcome) in zip(batch, outcomes) where outcome == .replayed {
                onReplay(frame)
            }
            settle(zip(batch, outcomes).map { Settled(frame: $0, outcome: $1) })
            return nil
        } catch {
            return error
        }
    }

    private func giveUp(_ batch: [WaitingFrame]) {
        counter.add(\.unstored, batch.count)
        settle(batch.map { Settled(frame: $0, outcome: nil) })
    }

    private struct Settled: Sendable {
        let frame: WaitingFrame
        /// nil: it was not kept.
        let outcome: ReceivedFrame.Outcome?

        /// What is not in the store is not acknowledged.
        var reply: [UInt8]? {
            switch outcome {
            case .stored, .repeated: frame.reply
            case .replayed, nil: nil
            }
        }
    }

    /// One hop to each loop, whatever the number of its frames.
    private func settle(_ batch: [Settled]) {
        var byLoop: [ObjectIdentifier: [Settled]] = [:]
        for settled in batch {
            if case .told(let tell) = settled.frame.line {
                tell(settled.outcome)
            } else if let loop = settled.frame.line.eventLoop {
                byLoop[ObjectIdentifier(loop), default: []].append(settled)
            }
        }
        for frames in byLoop.values {
            frames[0].frame.line.eventLoop?.execute {
                for settled in frames {
                    switch settled.frame.line {
                    case .stream(let session): session.value.settle(settled.reply)
                    case .datagram(let channel, let address):
                        guard let reply = settled.reply else { continue }
                        channel.writeAndFlush(
                            AddressedEnvelope(
                                remoteAddress: address,
                                data: channel.allocator.buffer(bytes: reply)), promise: nil)
                    case .told: break
                    }
                }
            }
        }
    }
}
