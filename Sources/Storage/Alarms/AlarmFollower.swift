/// Follows what devices reported and makes of it what people see, beside its reception.
///
/// Any number of nodes may do so over one store. What is stored waits in a table of its own until
/// it is followed, so neither the order of commits nor the clock of a receiver can hide a signal.
package actor AlarmFollower {
    private let database: Database
    /// What could not be followed, by ward. It is tried again, event by event, behind what is new.
    private var failing: [String: Set<String>] = [:]

    /// Events of one round; the rest is for the next, which follows at once.
    private static let eventsMax = 2_000
    /// Events of one transaction, which holds the desk of its ward meanwhile; and of those that
    /// failed, how many a ward tries again in one round.
    package static let atOnce = 200

    package init(database: Database) { self.database = database }

    /// - Returns: whether more waits already.
    /// - Throws: what went wrong in a ward, after everything else was followed.
    @discardableResult
    package func follow() async throws -> Bool {
        try await sortWhatIsLeft()
        let again = failing
        let (found, failed) = try await database.read { tx in
            (
                try tx.unfollowedAlarms(but: Set(again.keys), limit: Self.eventsMax),
                try again.flatMap {
                    try tx.unfollowedAlarms(of: $0, limit: Self.atOnce + $1.count)
                }
            )
        }
        failing = [:]
        var failure: (any Error)?
        let wards = Dictionary(grouping: found + failed, by: \.ward)
        for (ward, waiting) in wards.sorted(by: { $0.key < $1.key }) {
            for some in parts(of: waiting.map(\.event), failedBefore: again[ward], ward: ward) {
                do {
                    try await database.write { try $0.followAlarms(some, ward: ward) }
                } catch {
                    // What fails hides no alarm of another ward, nor of its own.
                    failure = failure ?? error
                    failing[ward, default: []].formUnion(some)
                }
            }
        }
        if let failure { throw failure }
        return found.count == Self.eventsMax
    }

    /// Events that are followed together; each by itself where something failed before.
    private func parts(
        of events: [String], failedBefore: Set<String>?, ward: String
    ) -> [[String]] {
        guard let failedBefore else {
            return stride(from: 0, to: events.count, by: Self.atOnce).map {
                Array(events[$0..<min($0 + Self.atOnce, events.count)])
            }
        }
        let old = events.filter(failedBefore.contains)
        // The rest of them has its turn later.
        if old.count > Self.atOnce { failing[ward] = Set(old.dropFirst(Self.atOnce)) }
        return (events.filter { !failedBefore.contains($0) } + old.prefix(Self.atOnce)).map { [$0] }
    }

    /// A receiver that was killed has answered frames that it did not sort.
    private func sortWhatIsLeft() async throws {
        while try await database.read({ try $0.hasAlarmsLeft() }) {
            guard try await database.sortAlarms() != nil else { return }
        }
    }
}
