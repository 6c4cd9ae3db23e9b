import Crypto
package import Domain
import Foundation

/// A key by which another program acts in a person's name, as the person's own page lists it.
package struct AccessKey: Sendable {
    package let id: String
    package let name: String
    package let mayWrite: Bool
    package let createdAt: Instant
}

extension Transaction {
    /// A person has a few programs at most.
    package static var accessKeysMax: Int { 20 }

    /// Gives the officer a key; only its digest is kept.
    ///
    /// - Parameter key: the secret itself, from `SessionCookie`'s source of randomness.
    package func addAccessKey(
        _ key: String, name: String, mayWrite: Bool, by officer: Officer
    ) throws {
        guard !name.isEmpty, name.count <= String.fieldLengthMax else {
            throw Problem(
                .invalid, "Có 1 mục chưa đúng.",
                refusals: ["name": "Hãy ghi tên phần mềm, dài nhất \(String.fieldLengthMax) ký tự."]
            )
        }
        guard try accessKeys(of: officer).count < Self.accessKeysMax else {
            throw Problem(
                .conflict,
                "Mỗi người có nhiều nhất \(Self.accessKeysMax) khóa. Hãy hủy khóa không dùng.")
        }
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO access_keys (ward, id, account, name, key_hash, may_write, created_at)
            VALUES (\(officer.ward), \(id), \(officer.id), \(name), \(Self.keyDigest(key)),
                \(mayWrite ? 1 : 0), \(now))
            """)
        try record(
            "accessKey.add", "accounts/\(officer.id)",
            [JournalChange("name", to: name), JournalChange("may_write", to: "\(mayWrite)")],
            by: officer)
    }

    package func endAccessKey(_ id: String, by officer: Officer) throws {
        let ended = try run(
            """
            UPDATE access_keys SET ended_at = \(now)
            WHERE ward = \(officer.ward) AND account = \(officer.id) AND id = \(id)
                AND ended_at IS NULL
            """)
        guard ended > 0 else { throw Problem(.notFound, "Không có khóa này, hoặc khóa đã hủy.") }
        try record("accessKey.end", "accounts/\(officer.id)", by: officer)
    }

    package func accessKeys(of officer: Officer) throws -> [AccessKey] {
        try rows(
            """
            SELECT id, name, may_write, created_at FROM access_keys
            WHERE ward = \(officer.ward) AND account = \(officer.id) AND ended_at IS NULL
            ORDER BY created_at, id
            """
        ).map { row in
            AccessKey(
                id: row["id"], name: row["name"], mayWrite: (row["may_write"] as Int) != 0,
                createdAt: row["created_at"])
        }
    }

    /// In whose name a key speaks, and whether it may write; nil: nobody's.
    ///
    /// - Parameter origin: from where, as the journal keeps it.
    package func keyHolderIfAny(
        _ key: String, origin: String
    ) throws -> (officer: Officer, mayWrite: Bool)? {
        try row(
            """
            SELECT a.id, a.ward, a.login, a.name, a.role, a.unit, k.may_write FROM access_keys k
            JOIN accounts a ON a.ward = k.ward AND a.id = k.account
            WHERE k.key_hash = \(Self.keyDigest(key)) AND k.ended_at IS NULL
                AND a.locked_at IS NULL
            """
        ).map { row in
            (
                Officer(
                    id: row["id"], ward: row["ward"], login: row["login"], name: row["name"],
                    role: row["role"], unit: row["unit"], origin: origin),
                (row["may_write"] as Int) != 0
            )
        }
    }

    private static func keyDigest(_ key: String) -> String {
        hexadecimal(SHA256.hash(data: Data(key.utf8)))
    }
}
