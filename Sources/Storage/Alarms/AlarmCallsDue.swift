package import Domain

extension Transaction {
    /// How often a message is tried: at once, after 10, 20, 40, 80 seconds.
    package static var callAttemptsMax: Int { 5 }
    private static var callRetrySeconds: Int64 { 10 }

    /// Whether a message of an alarm waits that may be sent now by this way; asked each second,
    /// before anybody writes.
    package func hasAlarmCallsDue(by channel: AlarmCall.Channel) throws -> Bool {
        let found: Int? = try value(
            """
            SELECT 1 AS value FROM alarm_calls
            WHERE state = 'waiting' AND channel = \(channel) AND next_at <= \(now) LIMIT 1
            """)
        return found != nil
    }

    /// Takes messages of a way that are due, so that no other node sends them too.
    ///
    /// - Parameter seconds: for which they are nobody else's. What is not ended by then was not
    ///   sent, as far as anybody knows, and is taken again.
    package func takeAlarmCalls(
        by channel: AlarmCall.Channel, limit: Int, for seconds: Int64
    ) throws -> [AlarmCall] {
        let due = try calls(
            "a.state = 'waiting' AND a.channel = \(channel) AND a.next_at <= \(now)",
            order: "a.next_at, a.ward, a.case_id, a.step", limit: limit)
        return try due.filter { call in
            try run(
                """
                UPDATE alarm_calls SET attempts = attempts + 1,
                    next_at = \(now.adding(seconds: seconds))
                WHERE \(Self.isCall(call)) AND state = 'waiting' AND next_at <= \(now)
                """) == 1
        }
    }

    /// Keeps how the sending of a message ended.
    ///
    /// - Parameter error: why it failed; nil: it is on its way.
    package func endAlarmCall(_ call: AlarmCall, error: String?) throws {
        let state: AlarmCall.State =
            error == nil ? .sent : call.attempts + 1 >= Self.callAttemptsMax ? .failed : .waiting
        let next = now.adding(seconds: Self.callRetrySeconds << Int64(call.attempts))
        try run(
            """
            UPDATE alarm_calls SET state = \(state), error = \(error), next_at = \(next),
                sent_at = \(error == nil ? now : nil)
            WHERE \(Self.isCall(call)) AND (state = 'waiting' OR \(state) = 'sent')
            """)
    }

    /// Who takes an alarm has answered; messages that did not leave are no longer needed.
    ///
    /// Calls to telephones that were begun go on: an officer at a desk wakes nobody who sleeps
    /// where it burns, and cannot ring three numbers at once. They end with the alarm.
    func answerCalls(of id: String, by officer: Officer) throws {
        try run(
            """
            UPDATE alarm_calls SET answered_at = \(now)
            WHERE ward = \(officer.ward) AND case_id = \(id) AND account = \(officer.id)
                AND answered_at IS NULL
            """)
        try stopCalls(of: id, but: .call, ward: officer.ward)
    }

    /// Messages that did not leave leave no more.
    ///
    /// - Parameter channel: which still do; nil: none.
    func stopCalls(of id: String, but channel: AlarmCall.Channel? = nil, ward: String) throws {
        try run(
            """
            UPDATE alarm_calls SET state = 'needless'
            WHERE ward = \(ward) AND case_id = \(id) AND state = 'waiting'
                AND channel <> \(channel?.rawValue ?? "")
            """)
    }

    /// Who was told of a case, in order: each for a step by one way once, as it stood last.
    package func alarmCalls(of id: String, for officer: Officer) throws -> [AlarmCall] {
        let found = try alarmCase(id, for: officer)
        return try calls(
            "a.ward = \(officer.ward) AND a.case_id = \(found.id)",
            // The same message of any round.
            among: """
                JOIN (SELECT account, channel, recipient, step % \(Self.roundPlaces) AS place,
                        MAX(step) AS last_step, COUNT(*) AS times
                    FROM alarm_calls WHERE ward = \(officer.ward) AND case_id = \(found.id)
                    GROUP BY account, channel, recipient, place) g
                ON g.account = a.account AND g.channel = a.channel AND g.recipient = a.recipient
                    AND g.last_step = a.step
                """,
            times: "g.times", order: "g.place, a.name, a.channel, a.recipient",
            limit: Self.deskRowsMax)
    }

    private static func isCall(_ call: AlarmCall) -> SQL {
        """
        ward = \(call.ward) AND case_id = \(call.caseID) AND step = \(call.step)
            AND account = \(call.account ?? "") AND channel = \(call.channel)
            AND recipient = \(call.recipient)
        """
    }

    private func calls(
        _ condition: SQL, among join: SQL = "", times: SQL = "1", order: SQL, limit: Int
    ) throws -> [AlarmCall] {
        try rows(
            """
            SELECT a.ward, a.case_id, a.step, a.account, a.name, a.channel, a.at, a.recipient,
                a.subject, a.body, a.state, a.attempts, a.error, a.sent_at, a.answered_at,
                \(times) AS times
            FROM alarm_calls a \(join)
            WHERE \(condition) ORDER BY \(order) LIMIT \(limit)
            """
        ).map(AlarmCall.init)
    }
}
