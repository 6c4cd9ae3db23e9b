import Synchronization

/// Says who asks too often: a fixed number of buckets that fill with time and are emptied by asking.
///
/// Askers share a bucket when their names fall together, which only makes it stricter; memory
/// never grows, whoever asks. Each node counts for itself, and forgets at a restart.
package final class RateLimiter: Sendable {
    private struct Bucket {
        var spent = 0.0
        var at = Instant(milliseconds: 0)
    }

    /// 16 bytes each.
    private static let bucketCount = 8192

    /// How many in one go.
    package let burst: Double
    /// How many come back each second.
    package let perSecond: Double
    private let buckets = Mutex([Bucket](repeating: Bucket(), count: bucketCount))

    package init(burst: Double, perSecond: Double) {
        self.burst = burst
        self.perSecond = perSecond
    }

    /// Takes one from the asker's bucket.
    ///
    /// - Returns: nil when there was one; otherwise after how many seconds there is.
    package func waitSeconds(for asker: String, at now: Instant) -> Int64? {
        buckets.withLock { buckets in
            let index = Self.index(of: asker)
            let spent = remaining(buckets[index], at: now)
            guard spent + 1 <= burst else {
                buckets[index] = Bucket(spent: spent, at: now)
                return Int64(((spent + 1 - burst) / perSecond).rounded(.up))
            }
            buckets[index] = Bucket(spent: spent + 1, at: now)
            return nil
        }
    }

    /// The same without taking one.
    package func waitSecondsWithoutTaking(for asker: String, at now: Instant) -> Int64? {
        buckets.withLock { buckets in
            let spent = remaining(buckets[Self.index(of: asker)], at: now)
            return spent + 1 <= burst ? nil : Int64(((spent + 1 - burst) / perSecond).rounded(.up))
        }
    }

    private func remaining(_ bucket: Bucket, at now: Instant) -> Double {
        let seconds = Double(now.milliseconds - bucket.at.milliseconds) / 1000
        return max(0, bucket.spent - max(0, seconds) * perSecond)
    }

    /// Seeded anew in each run, so that nobody can choose whose bucket to share.
    private static func index(of asker: String) -> Int {
        var hasher = Hasher()
        hasher.combine(asker)
        return Int(UInt(bitPattern: hasher.finalize()) % UInt(bucketCount))
    }
}
