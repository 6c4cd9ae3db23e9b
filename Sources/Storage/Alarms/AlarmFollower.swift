/// Follows what devices reported and makes of it what people see, beside its reception.
///
/// Any number of nodes may do so over one store. What is stored waits in a table of its own until
/// it is followed, so neither the order of commits nor the clock of a receiver can hide a signal.
package actor AlarmFollower {
    private let database: Database
    /// Wards of which something could not be followed. It is tried again, event by event.
    private var failing: Set<String> = []

    /// Events of one round; the rest is for the next, which follows at once.
    private static let eventsMax = 2_000
    /// Events of one transaction, which holds the desk of its ward meanwhile.
    private static let atOnce = 200

    package init(database: Database) { self.database = database }

    /// - Returns: whether more waits already.
    /// - Throws: what went wrong in a ward, after everything else was followed.
    @discardableResult
    package func follow() async throws -> Bool {
        try await sortWhatIsLeft()
        let again = failing
        let (found, failed) = try await database.read { tx in
            (
                try tx.unfollowedAlarms(but: again, limit: Self.eventsMax),
                try again.flatMap { try tx.unfollowedAlarms(of: $0, limit: Self.atOnce) }
            )
        }
        failing = []
        var failure: (any Error)?
        let wards = Dictionary(grouping: found + failed, by: \.ward)
        for (ward, waiting) in wards.sorted(by: { $0.key < $1.key }) {
            let events = waiting.map(\.event)
            let count = again.contains(ward) ? 1 : Self.atOnce
            for start in stride(from: 0, to: events.count, by: count) {
                let some = Array(events[start..<min(start + count, events.count)])
                do {
                    try await database.write { try $0.followAlarms(some, ward: ward) }
                } catch {
                    // What fails in one ward hides no alarm of another.
                    failure = failure ?? error
                    failing.insert(ward)
                }
            }
        }
        if let failure { throw failure }
        return found.count == Self.eventsMax
    }

    /// A receiver that was killed has answered frames that it did not sort.
    private func sortWhatIsLeft() async throws {
        while try await database.read({ try $0.hasAlarmsLeft() }) {
            guard try await database.sortAlarms() != nil else { return }
        }
    }
}
