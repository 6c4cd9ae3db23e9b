package import Domain
import Synchronization

/// A clock that stands until a test moves it.
package final class TestClock: Sendable {
    private let moment = Mutex(TestEngine.moment)

    package init() {}

    package func set(_ now: Instant) { moment.withLock { $0 = now } }

    package var now: @Sendable () -> Instant {
        { self.moment.withLock { $0 } }
    }
}
