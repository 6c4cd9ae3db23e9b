package import Domain

/// A program that is sent each public warning.
package struct WarningSubscriber: Sendable {
    package let id: String
    package let url: String
    package let createdAt: Instant
    /// Messages that wait, and those that could not be sent.
    package let waiting: Int
    package let failed: Int
    /// Why the last one failed.
    package let error: String?
}

/// A message on its way to a program.
package struct WarningDelivery: Sendable {
    package let ward: String
    package let warning: String
    package let subscriber: String
    package let url: String
    package let secret: String
    /// XML, as it was issued.
    package let message: String
    package let attempts: Int
}

extension Transaction {
    /// At once, after 10, 20, 40 … seconds, for three quarters of an hour.
    package static var deliveryAttemptsMax: Int { 9 }
    package static var deliveryRetrySeconds: Int64 { 10 }
    private static var subscribersMax: Int { 100 }

    /// - Parameter secret: what messages are signed with; sealed in the store.
    @discardableResult
    package func addWarningSubscriber(
        url: String, secret: String, ward: String, origin: String
    ) throws -> String {
        guard url.hasPrefix("https://") || url.hasPrefix("http://") else {
            throw Problem(
                .invalid,
                "Địa chỉ nhận cảnh báo phải bắt đầu bằng https:// (hoặc http:// trong mạng nội bộ)."
            )
        }
        guard secret.utf8.count >= 16 else {
            throw Problem(.invalid, "Bí mật để ký phải có ít nhất 16 ký tự.")
        }
        let known: String? = try value(
            """
            SELECT id AS value FROM warning_subscribers
            WHERE ward = \(ward) AND url = \(url) AND ended_at IS NULL
            """)
        guard known == nil else {
            throw Problem(.conflict, "Địa chỉ này đã nhận cảnh báo. Hãy bỏ nó trước.")
        }
        let id = makeIdentifier()
        let sealed = try vault.seal(secret, .webhook, of: id, ward: ward)
        try record(
            "warning.subscriber.add", "warning_subscribers/\(id)", [JournalChange("url", to: url)],
            ward: ward, account: nil, origin: origin)
        try run(
            """
            INSERT INTO warning_subscribers (ward, id, url, secret, created_at)
            VALUES (\(ward), \(id), \(url), \(sealed), \(now))
            """)
        return id
    }

    /// - Throws: `.notFound` for an address that is sent nothing.
    package func endWarningSubscriber(url: String, ward: String, origin: String) throws {
        let found: String? = try value(
            """
            SELECT id AS value FROM warning_subscribers
            WHERE ward = \(ward) AND url = \(url) AND ended_at IS NULL
            """)
        guard let id = found else {
            throw Problem(.notFound, "Không có nơi nhận cảnh báo ở địa chỉ này.")
        }
        try record(
            "warning.subscriber.end", "warning_subscribers/\(id)", [], ward: ward, account: nil,
            origin: origin)
        try run(
            """
            UPDATE warning_subscribers SET ended_at = \(now)
            WHERE ward = \(ward) AND id = \(id)
            """)
        try run(
            """
            UPDATE warning_deliveries SET state = 'needless'
            WHERE ward = \(ward) AND subscriber = \(id) AND state = 'waiting'
            """)
    }

    package func warningSubscribers(ward: String) throws -> [WarningSubscriber] {
        try rows(
            """
            SELECT s.id, s.url, s.created_at,
                (SELECT COUNT(*) FROM warning_deliveries d WHERE d.ward = s.ward
                    AND d.subscriber = s.id AND d.state = 'waiting') AS waiting,
                (SELECT COUNT(*) FROM warning_deliveries d WHERE d.ward = s.ward
                    AND d.subscriber = s.id AND d.state = 'failed') AS failed,
                (SELECT d.error FROM warning_deliveries d WHERE d.ward = s.ward
                    AND d.subscriber = s.id AND d.error IS NOT NULL
                    ORDER BY d.next_at DESC LIMIT 1) AS error
            FROM warning_subscribers s WHERE s.ward = \(ward) AND s.ended_at IS NULL
            ORDER BY s.created_at, s.id LIMIT \(Self.subscribersMax)
            """
        ).map { row in
            WarningSubscriber(
                id: row["id"], url: row["url"], createdAt: row["created_at"],
                waiting: row["waiting"], failed: row["failed"], error: row["error"])
        }
    }

    /// Whether a message is due.
    package func hasWarningDeliveries() throws -> Bool {
        try row(
            """
            SELECT 1 AS value FROM warning_deliveries
            WHERE state = 'waiting' AND next_at <= \(now) LIMIT 1
            """) != nil
    }

    /// Takes messages that are due, one of each subscriber, so that no other node sends them too.
    ///
    /// - Parameters:
    ///   - subscribers: who is being sent one already, and gets the next one after it.
    ///   - seconds: for which they are nobody else's. What is not ended by then was not sent, as
    ///     far as anybody knows, and is taken again.
    package func takeWarningDeliveries(
        limit: Int, but subscribers: [String] = [], for seconds: Int64
    ) throws -> [WarningDelivery] {
        let others: SQL =
            subscribers.isEmpty ? "1 = 1" : "d.subscriber NOT IN \(SQL.list(subscribers))"
        let due = try rows(
            """
            SELECT d.ward, d.warning, d.subscriber, d.attempts, s.url, s.secret, w.message
            FROM warning_deliveries d
            JOIN warning_subscribers s ON s.ward = d.ward AND s.id = d.subscriber
            JOIN warnings w ON w.ward = d.ward AND w.id = d.warning
            WHERE d.state = 'waiting' AND d.next_at <= \(now) AND \(others)
                AND NOT EXISTS (SELECT 1 FROM warning_deliveries e
                    WHERE e.ward = d.ward AND e.subscriber = d.subscriber AND e.state = 'waiting'
                        AND (e.next_at < d.next_at
                            OR e.next_at = d.next_at AND e.warning < d.warning))
            ORDER BY d.next_at, d.warning, d.subscriber LIMIT \(limit)
            """)
        return try due.compactMap { row in
            let (ward, subscriber): (String, String) = (row["ward"], row["subscriber"])
            let (warning, attempts): (String, Int) = (row["warning"], row["attempts"])
            let count = try run(
                """
                UPDATE warning_deliveries SET attempts = attempts + 1,
                    next_at = \(now.adding(seconds: seconds))
                WHERE ward = \(ward) AND warning = \(warning) AND subscriber = \(subscriber)
                    AND state = 'waiting' AND next_at <= \(now)
                """)
            guard count == 1 else { return nil }
            let sealed: SealedSecret = row["secret"]
            return WarningDelivery(
                ward: ward, warning: warning, subscriber: subscriber, url: row["url"],
                secret: try vault.open(sealed, .webhook, of: subscriber, ward: ward),
                message: row["message"], attempts: attempts)
        }
    }

    /// Keeps how the sending of a message ended.
    ///
    /// - Parameter error: why it failed; nil: it has arrived.
    package func endWarningDelivery(_ delivery: WarningDelivery, error: String?) throws {
        let isLast = delivery.attempts + 1 >= Self.deliveryAttemptsMax
        let state = error == nil ? "sent" : isLast ? "failed" : "waiting"
        let next = now.adding(seconds: Self.deliveryRetrySeconds << Int64(delivery.attempts))
        try run(
            """
            UPDATE warning_deliveries SET state = \(state), error = \(error), next_at = \(next),
                sent_at = \(error == nil ? now : nil)
            WHERE ward = \(delivery.ward) AND warning = \(delivery.warning)
                AND subscriber = \(delivery.subscriber) AND state = 'waiting'
            """)
    }
}
