import Storage
import Synchronization

/// Frames that are durable and not sorted.
final class UnsortedFrames: Sendable {
    /// What is to be sorted now.
    enum Due {
        case nothing
        /// Now and then, among others that wait for an answer.
        case few
        /// While nobody waits for an answer.
        case all
        /// In turn with those that wait for an answer.
        case share
    }

    private struct State {
        /// More than none while that is not known.
        var count = 0
        var since = ContinuousClock.now
        /// Since when there are more than are sorted together.
        var behindSince = ContinuousClock.now
        /// Of those that came since a moment.
        var arrived = 0
        var arrivedSince = ContinuousClock.now
        /// They come faster than they could be sorted.
        var isFlood = false

        var isBehind: Bool { count > Transaction.sortedFramesMax }
    }

    private let state = Mutex(State())
    private let limits: ReceptionLimits

    /// So long it is counted how fast they come.
    private static let counted = Duration.milliseconds(20)

    init(_ limits: ReceptionLimits) { self.limits = limits }

    var count: Int { state.withLock { $0.count } }

    var isFlood: Bool { state.withLock { $0.isFlood } }

    /// What is to be sorted now. Each sorting keeps those that wait for an answer, so they go first;
    /// but not for long, unless they come faster than they could be sorted: people wait, too.
    func due() -> Due {
        state.withLock { state in
            guard state.count > 0 else { return .nothing }
            let now = ContinuousClock.now
            // Nothing has come since.
            if now - state.arrivedSince >= Self.counted * 2 { state.isFlood = false }
            if !state.isFlood, state.isBehind, now - state.behindSince >= limits.answeredFirst {
                return .share
            }
            let pause = state.isFlood ? limits.sortPauseInFlood : limits.sortPause
            guard now - state.since >= pause else { return .nothing }
            return state.isFlood ? .few : .all
        }
    }

    /// - Returns: whether there were none.
    @discardableResult
    func add(_ count: Int) -> Bool {
        state.withLock { state in
            let (now, isFirst) = (ContinuousClock.now, state.count == 0)
            if isFirst { state.since = now }
            if !state.isBehind { state.behindSince = now }
            state.count += count
            state.arrived += count
            let time = now - state.arrivedSince
            if time >= Self.counted {
                let fewest = Double(limits.sortedPerSecond) * (time / .seconds(1))
                state.isFlood = time < Self.counted * 2 && Double(state.arrived) >= fewest
                (state.arrived, state.arrivedSince) = (0, now)
            }
            return isFirst
        }
    }

    /// Some were sorted, or tried.
    ///
    /// - Parameter isMoreLeft: what an earlier process left is not counted, so the store says it.
    func remove(_ count: Int, isMoreLeft: Bool) {
        state.withLock { state in
            state.since = .now
            state.count = max(isMoreLeft ? 1 : 0, state.count - count)
        }
    }
}
