import Synchronization

/// What happened since the start, for the log and for tests.
package struct ReceptionCounts: Sendable, Equatable {
    package var connections = 0
    package var connectionsRefused = 0
    package var frames = 0
    package var stored = 0
    package var repeated = 0
    package var heartbeats = 0
    /// Left unanswered, as alarms were waiting.
    package var heartbeatsDropped = 0
    package var refused = 0
    /// Left unanswered, as too many waited.
    package var overflowed = 0
    /// Left unanswered, as the store could not take them.
    package var unstored = 0
}

/// The counts of one receiver.
final class ReceptionCounter: Sendable {
    private let counts = Mutex(ReceptionCounts())

    var now: ReceptionCounts { counts.withLock { $0 } }

    func add(_ path: WritableKeyPath<ReceptionCounts, Int>, _ count: Int = 1) {
        counts.withLock { $0[keyPath: path] += count }
    }
}
