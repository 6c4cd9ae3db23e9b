import Domain

/// Follows what devices reported and makes of it what people see, beside its reception.
///
/// Any number of nodes may do so over one store. Signals become visible with their commit, not in
/// the order of their reception; so the follower looks back a little, and remembers what it has
/// seen there.
package actor AlarmFollower {
    private let database: Database
    private var handled: [AlarmEventKey: Instant] = [:]
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
        let isLong = round % Self.longEvery == 0
        round += 1
        let overlap =
            isLong ? Transaction.longOverlapMilliseconds : Transaction.overlapMilliseconds
        let limit = Self.signalsMax + handled.count
        let found = try await database.read {
            try $0.alarmsToFollow(overlap: overlap, limit: limit)
        }
        let new = found.filter { handled[$0] == nil }
        for (ward, keys) in Dictionary(grouping: new, by: \.ward).sorted(by: { $0.key < $1.key }) {
            for start in stride(from: 0, to: keys.count, by: Self.atOnce) {
                let some = Array(keys[start..<min(start + Self.atOnce, keys.count)])
                try await database.write { try $0.followAlarms(some, ward: ward) }
                for key in some { handled[key] = key.receivedAt }
            }
        }
        if isLong { forget(before: found.first?.receivedAt) }
        return found.count == limit
    }

    /// What lies before the time that is looked back to is not asked for again.
    private func forget(before first: Instant?) {
        guard let first else {
            handled = [:]
            return
        }
        handled = handled.filter { $0.value >= first }
    }
}
