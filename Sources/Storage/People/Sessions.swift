package import Domain

/// A signed-in browser (phiên đăng nhập).
package struct Session: Sendable {
    package let id: String
    package let formToken: String
    package let officer: Officer
    package let wardName: String
    package let unitName: String?
    package let mustChangePassword: Bool
    package let lastSeenAt: Instant

    init(_ row: Row, address: String) {
        let kind: String = row["ward_kind"]
        let name: String = row["ward_name"]
        id = row["id"]
        formToken = row["form_token"]
        wardName = "\(kind) \(name)"
        unitName = row["unit_name"]
        mustChangePassword = row["must_change_password"]
        lastSeenAt = row["last_seen_at"]
        officer = Officer(
            id: row["account"], ward: row["ward"], login: row["login"], name: row["name"],
            role: row["role"], unit: row["unit"], origin: "web \(address)")
    }
}

/// A session as its owner sees it in the list.
package struct SessionSummary: Sendable {
    package let id: String
    package let beganAt: Instant
    package let lastSeenAt: Instant
    package let address: String
    /// What the browser said of itself.
    package let agent: String

    init(_ row: Row) {
        id = row["id"]
        beganAt = row["created_at"]
        lastSeenAt = row["last_seen_at"]
        address = row["address"]
        agent = row["agent"]
    }
}

extension Transaction {
    /// Begins a session and forgets earlier failures; the token itself is kept nowhere but in the
    /// browser.
    package func addSession(
        token: String, formToken: String, for account: Account, address: String, agent: String
    ) throws {
        try run(
            """
            DELETE FROM sessions
            WHERE expires_at <= \(now) OR last_seen_at <= \(idleSince)
            """)
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO sessions
                (token_hash, id, ward, account, form_token, created_at, last_seen_at, expires_at,
                 address, agent)
            VALUES (\(Self.digest(token)), \(id), \(account.ward), \(account.id), \(formToken),
                \(now), \(now), \(now.adding(seconds: SignInRules.sessionSecondsMax)),
                \(address), \(agent))
            """)
        try run(
            """
            UPDATE accounts
            SET failed_attempts = 0, blocked_until = NULL, last_signed_in_at = \(now)
            WHERE ward = \(account.ward) AND id = \(account.id)
            """)
        try record(
            "session.begin", "sessions/\(id)", [], by: account.officer(from: "web \(address)"))
    }

    /// Who stands behind a token; nil when it is unknown, over, unused for too long, or its
    /// account locked.
    package func sessionIfAny(token: String, address: String) throws -> Session? {
        try row(
            """
            SELECT s.id, s.form_token, s.last_seen_at, a.ward, a.id AS account, a.login, a.name,
                a.role, a.unit, a.must_change_password, w.name AS ward_name,
                w.kind AS ward_kind, u.name AS unit_name
            FROM sessions s
            JOIN accounts a ON a.ward = s.ward AND a.id = s.account
            JOIN wards w ON w.code = a.ward
            LEFT JOIN units u ON u.ward = a.ward AND u.id = a.unit
            WHERE s.token_hash = \(Self.digest(token)) AND s.expires_at > \(now)
                AND s.last_seen_at > \(idleSince) AND a.locked_at IS NULL
            """
        ).map { Session($0, address: address) }
    }

    /// Keeps a session alive; it is no event, so no journal row.
    package func touchSession(token: String, address: String) throws {
        try run(
            """
            UPDATE sessions SET last_seen_at = \(now), address = \(address)
            WHERE token_hash = \(Self.digest(token))
            """)
    }

    /// The sessions of a person, the latest used first.
    package func sessions(of account: String, ward: String) throws -> [SessionSummary] {
        try rows(
            """
            SELECT id, created_at, last_seen_at, address, agent FROM sessions
            WHERE ward = \(ward) AND account = \(account) AND expires_at > \(now)
                AND last_seen_at > \(idleSince)
            ORDER BY last_seen_at DESC, id
            """
        ).map(SessionSummary.init)
    }

    /// Ends one session of the officer's own.
    ///
    /// - Throws: `.notFound` when it is over, or another's.
    package func endSession(_ id: String, by officer: Officer) throws {
        let ended = try run(
            """
            DELETE FROM sessions
            WHERE ward = \(officer.ward) AND account = \(officer.id) AND id = \(id)
            """)
        guard ended > 0 else {
            throw Problem(.notFound, "Phiên đăng nhập này đã kết thúc.")
        }
        try record("session.end", "sessions/\(id)", [], by: officer)
    }

    /// Ends all sessions of the officer's own but the one in use.
    package func endOtherSessions(than id: String, by officer: Officer) throws {
        let ended = try run(
            """
            DELETE FROM sessions
            WHERE ward = \(officer.ward) AND account = \(officer.id) AND id <> \(id)
            """)
        try record(
            "session.end.others", "accounts/\(officer.id)",
            [JournalChange("sessions", to: String(ended))], by: officer)
    }

    /// Gives a session another token, after what the person may do has changed.
    ///
    /// - Source: OWASP Session Management Cheat Sheet, renewal after any privilege change.
    package func rotateSession(
        _ id: String, token: String, formToken: String, by officer: Officer
    ) throws {
        try run(
            """
            UPDATE sessions SET token_hash = \(Self.digest(token)), form_token = \(formToken)
            WHERE ward = \(officer.ward) AND account = \(officer.id) AND id = \(id)
            """)
    }

    /// A session last used before this moment is over.
    private var idleSince: Instant { now.adding(seconds: -SignInRules.idleSecondsMax) }
}
