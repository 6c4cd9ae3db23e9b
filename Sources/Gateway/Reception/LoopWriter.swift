import Logging
import NIOCore
import Storage

/// Makes frames durable on the loop that read them: to hand a single one to another thread and back
/// takes as long as the disk does.
///
/// What would have to wait for another writer is the writer's.
struct LoopWriter: Sendable {
    let queue: AlarmQueue
    let store: AlarmStore
    let unsorted: UnsortedFrames
    let counter: ReceptionCounter
    let limits: ReceptionLimits
    let logger: Logger

    /// Makes durable what waits, or has the writer do it.
    ///
    /// - Returns: what the loop does next, when it has sent the answers.
    func commit() -> AlarmQueue.Turn {
        guard let frames = queue.few(), let isDurable = put(frames) else {
            queue.handOver()
            return .idle
        }
        WaitingFrame.settle(frames, frames.map { _ in isDurable ? .stored : nil })
        return queue.done(frames.count, at: .now())
    }

    /// - Returns: whether they are durable; nil: the writer must see to it.
    private func put(_ frames: [WaitingFrame]) -> Bool? {
        let records = frames.compactMap(\.record)
        guard unsorted.count <= limits.unsortedMax, records.count == frames.count else {
            return nil
        }
        do {
            guard try store.putHere(records) else { return nil }
        } catch {
            logger.error(
                "alarms not stored",
                metadata: ["frames": "\(frames.count)", "error": "\(error)"])
            counter.add(\.unstored, frames.count)
            return false
        }
        if unsorted.add(frames.count) { queue.poke() }
        return true
    }
}
