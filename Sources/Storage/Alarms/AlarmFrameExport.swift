package import Domain

/// A frame as it came, to be sent again by `canhlua alarm replay`.
package struct KeptFrame: Sendable, Equatable {
    package let id: String
    package let receivedAt: Instant
    /// Of the account, where it is known.
    package let number: String?
    package let raw: [UInt8]

    package init(id: String, receivedAt: Instant, number: String?, raw: [UInt8]) {
        self.id = id
        self.receivedAt = receivedAt
        self.number = number
        self.raw = raw
    }
}

extension Transaction {
    /// Frames that were kept, oldest first.
    ///
    /// - Parameters:
    ///   - refused: those that were not taken, instead of those that were.
    ///   - after: the last of the page before.
    package func alarmFrames(
        since: Instant, refused: Bool = false, after: KeptFrame? = nil, limit: Int = 500,
        ward: String
    ) throws -> [KeptFrame] {
        let from = after?.receivedAt ?? since
        let next: SQL =
            after.map { "AND (received_at > \($0.receivedAt) OR id > \($0.id))" } ?? ""
        let source: SQL =
            refused
            ? """
            SELECT id, received_at, number, raw FROM alarm_refusals
            WHERE ward IN (\(ward), \(RefusedFrame.nobody)) AND received_at >= \(from) \(next)
            """
            : """
            SELECT id, received_at, raw,
                (SELECT a.number FROM alarm_accounts a
                    WHERE a.ward = alarm_events.ward AND a.id = alarm_events.account) AS number
            FROM alarm_events
            WHERE ward = \(ward) AND part = 0 AND received_at >= \(from) \(next)
            """
        return try rows("\(source) ORDER BY received_at, id LIMIT \(limit)").map { row in
            KeptFrame(
                id: row["id"], receivedAt: row["received_at"], number: row["number"],
                raw: row["raw"])
        }
    }
}
