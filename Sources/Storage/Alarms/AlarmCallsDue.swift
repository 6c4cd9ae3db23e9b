extension Transaction {
    /// Whether a message of an alarm waits that may be sent now; asked each second, before anybody
    /// writes.
    package func hasAlarmCallsDue() throws -> Bool {
        let found: Int? = try value(
            """
            SELECT 1 AS value FROM alarm_calls
            WHERE state = 'waiting' AND next_at <= \(now) LIMIT 1
            """)
        return found != nil
    }
}
