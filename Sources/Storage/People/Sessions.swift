import Crypto
package import Domain
import Foundation

/// A signed-in browser (phiên đăng nhập).
package struct Session: Sendable {
    package let id: String
    package let formToken: String
    package let officer: Officer
    package let wardName: String
    package let unitName: String?
}

extension Transaction {
    /// How long a session lives without being used, and at most.
    package static var sessionSecondsMax: Int64 { 12 * 3600 }

    /// Begins a session; the token itself is kept nowhere but in the browser.
    package func addSession(
        token: String, formToken: String, for account: Account, address: String, agent: String
    ) throws {
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO sessions
                (token_hash, id, ward, account, form_token, created_at, last_seen_at, expires_at,
                 address, agent)
            VALUES (\(Self.digest(token)), \(id), \(account.ward), \(account.id), \(formToken),
                \(now), \(now), \(now.adding(seconds: Self.sessionSecondsMax)), \(address),
                \(agent))
            """)
        try record(
            "session.begin", "sessions/\(id)", [], by: account.officer(from: "web \(address)"))
    }

    /// Who stands behind a token; nil when it is unknown, over, or its account locked.
    package func sessionIfAny(token: String, address: String) throws -> Session? {
        try row(
            """
            SELECT s.id, s.form_token, a.ward, a.id AS account, a.login, a.name, a.role, a.unit,
                w.name AS ward_name, w.kind AS ward_kind, u.name AS unit_name
            FROM sessions s
            JOIN accounts a ON a.ward = s.ward AND a.id = s.account
            JOIN wards w ON w.code = a.ward
            LEFT JOIN units u ON u.ward = a.ward AND u.id = a.unit
            WHERE s.token_hash = \(Self.digest(token)) AND s.expires_at > \(now)
                AND a.locked_at IS NULL
            """
        ).map { row in
            let kind: String = row["ward_kind"]
            let name: String = row["ward_name"]
            return Session(
                id: row["id"], formToken: row["form_token"],
                officer: Officer(
                    id: row["account"], ward: row["ward"], login: row["login"],
                    name: row["name"], role: row["role"], unit: row["unit"],
                    origin: "web \(address)"),
                wardName: "\(kind) \(name)", unitName: row["unit_name"])
        }
    }

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

    private static func digest(_ token: String) -> String {
        hexadecimal(SHA256.hash(data: Data(token.utf8)))
    }
}
