package import Domain

/// Bytes that were not taken, whole, with the reason.
package struct RefusedFrame: Sendable {
    /// nil: nobody knows whose it is.
    package let ward: String?
    package let receivedAt: Instant
    /// The address that it came from.
    package let source: String
    package let number: String?
    /// `crc`, `unknownAccount`, …: counted by it.
    package let reason: String
    package let message: String
    package let raw: [UInt8]

    package init(
        ward: String?, receivedAt: Instant, source: String, number: String?, reason: String,
        message: String, raw: [UInt8]
    ) {
        self.ward = ward
        self.receivedAt = receivedAt
        self.source = source
        self.number = number
        self.reason = reason
        self.message = message
        self.raw = raw
    }

    /// Of one ward, hour and reason; the rest is counted only.
    package static let keptPerHourMax = 200

    /// What stands for the ward of nobody.
    static let nobody = ""
}

/// That a device was heard, and what its frames needed beside the standard.
package struct HeardDevice: Sendable {
    package let ward: String
    package let account: String
    package let at: Instant
    package let learnt: Int64
    /// Of it, what is not its habit.
    package let deviated: Int64

    package init(
        ward: String, account: String, at: Instant, learnt: Int64, deviated: Int64 = 0
    ) {
        self.ward = ward
        self.account = account
        self.at = at
        self.learnt = learnt
        self.deviated = deviated
    }
}

extension Transaction {
    /// Keeps what was refused, as far as there is room in its hour, and counts the rest.
    ///
    /// - Parameter uncounted: further ones, of which only the reason is known.
    package func keepRefusals(
        _ frames: [RefusedFrame], uncounted: [String: Int] = [:]
    ) throws {
        struct Key: Hashable {
            let ward: String
            let hour: Int64
            let reason: String
        }
        let hourLength: Int64 = 3_600_000
        let grouped = Dictionary(grouping: frames) {
            Key(
                ward: $0.ward ?? RefusedFrame.nobody,
                hour: $0.receivedAt.milliseconds / hourLength, reason: $0.reason)
        }
        var seen = grouped.mapValues(\.count)
        for (reason, count) in uncounted {
            let key = Key(
                ward: RefusedFrame.nobody, hour: now.milliseconds / hourLength, reason: reason)
            seen[key, default: 0] += count
        }
        // In one order, so that two nodes do not wait for each other.
        for (key, count) in seen.sorted(by: { $0.key.reason < $1.key.reason }) {
            let kept: Int =
                try value(
                    """
                    INSERT INTO alarm_refusal_counts (ward, hour, reason, seen, kept)
                    VALUES (\(key.ward), \(key.hour * hourLength), \(key.reason), \(count), 0)
                    ON CONFLICT (ward, hour, reason)
                    DO UPDATE SET seen = alarm_refusal_counts.seen + excluded.seen
                    RETURNING kept AS value
                    """) ?? 0
            let some = grouped[key]?.prefix(max(0, RefusedFrame.keptPerHourMax - kept)) ?? []
            for frame in some {
                try run(
                    """
                    INSERT INTO alarm_refusals
                        (ward, id, received_at, source, number, reason, message, raw)
                    VALUES (\(key.ward), \(Identifier.make(at: frame.receivedAt)),
                        \(frame.receivedAt), \(frame.source), \(frame.number), \(frame.reason),
                        \(frame.message), \(frame.raw))
                    """)
            }
            guard !some.isEmpty else { continue }
            try run(
                """
                UPDATE alarm_refusal_counts SET kept = kept + \(some.count)
                WHERE ward = \(key.ward) AND hour = \(key.hour * hourLength)
                    AND reason = \(key.reason)
                """)
        }
    }

    /// Keeps when devices were last heard; never goes back in time.
    package func keepHeard(_ devices: [HeardDevice]) throws {
        let sorted = devices.sorted { ($0.ward, $0.account) < ($1.ward, $1.account) }
        for start in stride(from: 0, to: sorted.count, by: Self.heardRowsMax) {
            let rows = sorted[start..<min(start + Self.heardRowsMax, sorted.count)].map { device in
                [
                    .text(device.ward), .text(device.account), device.at.sqlValue,
                    .integer(device.learnt), device.at.sqlValue, .integer(device.deviated),
                ] as [SQLValue]
            }
            try run(
                """
                INSERT INTO alarm_heard (ward, account, heard_at, learnt, first_at, deviated)
                VALUES \(SQL.rows(rows))
                ON CONFLICT (ward, account) DO UPDATE SET
                    heard_at = CASE WHEN excluded.heard_at > alarm_heard.heard_at
                        THEN excluded.heard_at ELSE alarm_heard.heard_at END,
                    learnt = alarm_heard.learnt | excluded.learnt,
                    first_at = COALESCE(alarm_heard.first_at, excluded.first_at),
                    deviated = alarm_heard.deviated | excluded.deviated
                """)
        }
    }

    /// Rows of one statement.
    private static var heardRowsMax: Int { 100 }

    /// Refused frames are evidence of a fault for so many days.
    package static var refusalKeptDays: Int64 { 90 }

    /// Forgets refused frames, and their counts, that are old.
    ///
    /// - Returns: whether there may be more.
    package func forgetOldRefusals(ward: String?, limit: Int = 1_000) throws -> Bool {
        let before = now.adding(seconds: -Self.refusalKeptDays * 86_400)
        let ward = ward ?? RefusedFrame.nobody
        let gone = try run(
            """
            DELETE FROM alarm_refusals WHERE ward = \(ward) AND id IN (
                SELECT id FROM alarm_refusals
                WHERE ward = \(ward) AND received_at < \(before)
                ORDER BY received_at LIMIT \(limit))
            """)
        try run("DELETE FROM alarm_refusal_counts WHERE ward = \(ward) AND hour < \(before)")
        return gone == limit
    }
}
