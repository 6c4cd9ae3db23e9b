import Domain
import Storage

/// Tells open desks that something changed: one look at the store for all of them.
///
/// The store is asked, not the follower, so that a desk hears what another node has kept.
package actor DeskPulse {
    private let database: Database
    private var listeners: [Int: Listener] = [:]
    private var count = 0
    private var watch: Task<Void, Never>?
    private var isOver = false

    private struct Listener {
        let ward: String
        let beats: AsyncStream<Int64>.Continuation
    }

    private static let pauseMilliseconds = 100
    /// A desk that hears nothing so long has lost its connection, and says so.
    static let aliveEvery = 40

    init(database: Database) { self.database = database }

    /// The number of the ward's last step: whenever it changes, and every few seconds.
    func listen(to ward: String) -> AsyncStream<Int64> {
        let (beats, own) = AsyncStream<Int64>.makeStream(bufferingPolicy: .bufferingNewest(1))
        guard !isOver else {
            own.finish()
            return beats
        }
        count += 1
        let number = count
        listeners[number] = Listener(ward: ward, beats: own)
        own.onTermination = { _ in Task { await self.leave(number) } }
        if watch == nil { watch = Task { await self.look() } }
        return beats
    }

    var listenerCount: Int { listeners.count }

    /// Ends all streams, so that the server can end.
    package func end() {
        isOver = true
        watch?.cancel()
        for listener in listeners.values { listener.beats.finish() }
        listeners = [:]
    }

    private func leave(_ number: Int) {
        listeners[number] = nil
        if listeners.isEmpty {
            watch?.cancel()
            watch = nil
        }
    }

    private func look() async {
        var known: [String: Int64] = [:]
        var round = 0
        while !Task.isCancelled {
            // A store that does not answer leaves desks without a beat, which they notice.
            if let now = try? await database.read({ try $0.deskSequences() }) {
                let isAlive = round % Self.aliveEvery == 0
                for listener in listeners.values {
                    let last = now[listener.ward] ?? 0
                    if isAlive || known[listener.ward] != last { listener.beats.yield(last) }
                }
                known = now
                round += 1
            }
            try? await Task.sleep(for: .milliseconds(Self.pauseMilliseconds))
        }
    }
}
