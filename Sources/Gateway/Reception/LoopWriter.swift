import Logging
import NIOCore
import Storage

/// Makes few frames durable on the event loop that read them: to hand a single one to another
/// thread and back takes as long as the disk does.
///
/// What is more, or has to wait for another writer, is the writer's.
struct LoopWriter: Sendable {
    let queue: AlarmQueue
    let store: AlarmStore
    let unsorted: UnsortedFrames
    let counter: ReceptionCounter
    let limits: ReceptionLimits
    let logger: Logger

    /// Has all that waits taken, of which nobody takes anything and this is the first.
    func begin(_ first: WaitingFrame) {
        guard first.isAnsweredUnsorted, let loop = first.line.eventLoop else {
            return queue.handOver()
        }
        // After what else the loop has read, which goes with it.
        loop.execute { commit(on: loop) }
    }

    private func commit(on loop: any EventLoop) {
        guard unsorted.count <= limits.unsortedMax,
            let frames = queue.few(atMost: limits.committedOnLoopMax)
        else { return queue.handOver() }
        do {
            guard try store.putHere(frames.map(\.frame)) else { return queue.handOver() }
            if unsorted.add(frames.count) { queue.poke() }
            WaitingFrame.settle(frames, frames.map { _ in .stored })
        } catch {
            logger.error(
                "alarms not stored",
                metadata: ["frames": "\(frames.count)", "error": "\(error)"])
            counter.add(\.unstored, frames.count)
            WaitingFrame.settle(frames, frames.map { _ in nil })
        }
        // What another loop has read meanwhile goes with what devices say next to the answers: each
        // by itself would wait for a commit of the other.
        if queue.done(frames.count) {
            loop.scheduleTask(in: TimeAmount(limits.gatherPause)) { commit(on: loop) }
        }
    }
}
