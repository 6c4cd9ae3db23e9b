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
            let repeated = outcomes.count { $0 == .repeated }
            counter.add(\.stored, outcomes.count - repeated)
            counter.add(\.repeated, repeated)
            settle(batch, areKept: true)
            return nil
        } catch {
            return error
        }
    }

    private func giveUp(_ batch: [WaitingFrame]) {
        counter.add(\.unstored, batch.count)
        settle(batch, areKept: false)
    }

    /// One hop to each loop, whatever the number of its frames.
    private func settle(_ batch: [WaitingFrame], areKept: Bool) {
        for frames in Dictionary(grouping: batch, by: { ObjectIdentifier($0.line.eventLoop) })
            .values
        {
            frames[0].line.eventLoop.execute {
                for frame in frames {
                    let reply = areKept ? frame.reply : nil
                    switch frame.line {
                    case .stream(let session): session.value.settle(reply)
                    case .datagram(let channel, let address):
                        guard let reply else { continue }
                        channel.writeAndFlush(
                            AddressedEnvelope(
                                remoteAddress: address,
                                data: channel.allocator.buffer(bytes: reply)), promise: nil)
                    }
                }
            }
        }
    }
}
