import Synchronization
import Wire

/// What is known of the clock of a device that encrypts, whose time alone keeps old messages from
/// being sent again.
final class DeviceClock: Sendable {
    private struct State {
        /// How often in a row its time was wrong.
        var wrongInARow = 0
        /// The first and the last of its times that were right, in seconds.
        var right: ClosedRange<Int64>?
        /// The last of those that were wrong, and of which it was heard.
        var wrong = Int64.min
    }

    private let state = Mutex(State())

    /// Its time was right.
    func noteRight(_ time: DC09Timestamp) {
        state.withLock { state in
            state.wrongInARow = 0
            let known = state.right ?? time.seconds...time.seconds
            state.right =
                min(known.lowerBound, time.seconds)...max(known.upperBound, time.seconds)
        }
    }

    /// Returns how often in a row its time was wrong, this time included.
    func countWrong() -> Int {
        state.withLock { state in
            state.wrongInARow += 1
            return state.wrongInARow
        }
    }

    /// Whether a sign of life with a wrong time is of now: no recording of what this receiver heard
    /// has such a time. A clock that was set back is believed again once it has passed what was
    /// heard of it.
    func isNews(_ time: DC09Timestamp) -> Bool {
        state.withLock { state in
            guard time.seconds > state.wrong, state.right?.contains(time.seconds) != true
            else { return false }
            state.wrong = time.seconds
            return true
        }
    }
}
