import Domain
import Synchronization

/// Failed sign-ins under names that nobody has, counted by the same rule as those of accounts, so
/// that waiting does not tell which names exist.
final class StrangerFailures: Sendable {
    private struct Count {
        var failures = 0
        var blockedUntil = Instant(milliseconds: 0)
        var at = Instant(milliseconds: 0)
    }

    private static let countsMax = 4096
    /// Forgotten after a day without a further failure.
    private static let memorySeconds: Int64 = 86_400
    private let counts = Mutex([Count](repeating: Count(), count: countsMax))

    /// How long the name still waits.
    func waitSeconds(for login: String, at now: Instant) -> Int64? {
        counts.withLock { counts in
            let left = counts[Self.index(of: login)].blockedUntil.milliseconds - now.milliseconds
            return left > 0 ? (left + 999) / 1000 : nil
        }
    }

    /// - Returns: how long the name waits from now on.
    func recordFailure(of login: String, at now: Instant) -> Int64? {
        counts.withLock { counts in
            let index = Self.index(of: login)
            var count = counts[index]
            if now.milliseconds - count.at.milliseconds > Self.memorySeconds * 1000 {
                count = Count()
            }
            count.failures += 1
            count.at = now
            let wait = SignInRules.waitSeconds(afterFailures: count.failures)
            if let wait { count.blockedUntil = now.adding(seconds: wait) }
            counts[index] = count
            return wait
        }
    }

    private static func index(of login: String) -> Int {
        var hasher = Hasher()
        hasher.combine(login.lowercased())
        return Int(UInt(bitPattern: hasher.finalize()) % UInt(countsMax))
    }
}
