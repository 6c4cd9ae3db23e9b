import Domain
import Synchronization

/// A clock that is set to the moment of each event, and runs with the machine's in the end.
final class SampleClock: Sendable {
    private let fixed = Mutex<Instant?>(nil)

    func set(_ moment: Instant) { fixed.withLock { $0 = moment } }

    func follow() { fixed.withLock { $0 = nil } }

    var now: @Sendable () -> Instant {
        { self.fixed.withLock { $0 } ?? Clocks.now() }
    }
}
