import Domain

/// Follows what devices reported and makes of it what people see, beside its reception.
///
/// Any number of nodes may do so over one store. Signals become visible with their commit, not in
/// the order of their reception; so the follower looks back a little, and remembers what it has
/// seen there.
package actor AlarmFollower {
    private let database: Database
    private var handled: [AlarmEventKey: Instant] = [:]
    /// What could not be followed, and is tried again.
    private var failed: Set<AlarmEventKey> = []
    /// Of what was seen; nil: nothing yet.
    private var newest: Instant?
    private var round = 0

    /// Signals of one round; the rest is for the next, which follows at once.
    private static let signalsMax = 2_000
    /// Signals of one transaction, which holds the desk of its ward meanwhile.
    private static let atOnce = 200
    private static let longEvery = 60

    package init(database: Database) { self.database = database }

    /// - Returns: whether more waits already.
    @discardableResult
    package func follow() async throws -> Bool {
        try await sortWhatIsLeft()
        let isLong = round % Self.longEvery == 0
        round += 1
        let limit = Self.signalsMax + handled.count
        let overlap = isLong ? Transaction.longOverlapSeconds : Transaction.overlapSeconds
        // The clock of a receiver may be ahead of ours.
        let since = newest.map { min($0, database.now).adding(seconds: -overlap) }
        let found = try await database.read { tx in
            if let since {
                try tx.alarmsToFollow(since: since, limit: limit)
            } else {
                try tx.alarmsToFollow(limit: limit)
            }
        }
        // A store that stood still for minutes shows an alarm only behind what others sent since.
        let late = isLong ? try await database.read { try $0.alarmsWithoutCase(limit: limit) } : []
        newest = [newest, found.last?.receivedAt].compactMap(\.self).max()
        let new = failed.union(found + late).filter { handled[$0] == nil }
            .sorted { ($0.receivedAt, $0.id, $0.part) < ($1.receivedAt, $1.id, $1.part) }
        failed = []
        var failure: (any Error)?
        for (ward, keys) in Dictionary(grouping: new, by: \.ward).sorted(by: { $0.key < $1.key }) {
            for start in stride(from: 0, to: keys.count, by: Self.atOnce) {
                let some = Array(keys[start..<min(start + Self.atOnce, keys.count)])
                do {
                    try await database.write { try $0.followAlarms(some, ward: ward) }
                    for key in some { handled[key] = key.receivedAt }
                } catch {
                    // What fails in one ward hides no alarm of another.
                    failure = failure ?? error
                    failed.formUnion(some)
                }
            }
        }
        if isLong { forget() }
        if let failure { throw failure }
        return found.count == limit
    }

    /// A receiver that was killed has answered frames that it did not sort.
    private func sortWhatIsLeft() async throws {
        while try await database.read({ try $0.hasAlarmsLeft() }) {
            guard try await database.sortAlarms() != nil else { return }
        }
    }

    /// What is not looked back to is not asked for again.
    private func forget() {
        guard let newest else { return }
        let before = newest.adding(seconds: -Transaction.longOverlapSeconds)
        handled = handled.filter { $0.value >= before }
    }
}
