import Crypto
import Domain
import Foundation

/// The tables as they came to be: append-only, each file in order, recorded with its checksum.
///
/// A file that has landed is never changed; the next change is the next file. There is no way
/// back but a backup.
enum Migrations {
    static let names = [
        "0001-people",  // wards, units, accounts, sessions, journal
        "0002-plans",  // files, plans, versions, tasks, assignments, occurrences, entries
        "0004-assignments",  // explanations, obstacles, proposals, calendar feeds, digests
        "0006-library",  // documents, how they hang together, what units did about them
    ]

    static func apply(to connection: any Connection, at now: Instant) throws {
        try connection.script(
            """
            CREATE TABLE IF NOT EXISTS migrations (
                name TEXT PRIMARY KEY,
                checksum TEXT NOT NULL,
                applied_at BIGINT NOT NULL
            )
            """)
        let rows = try connection.rows("SELECT name, checksum FROM migrations ORDER BY name")
        let applied = Dictionary(
            uniqueKeysWithValues: rows.map { ($0["name"] as String, $0["checksum"] as String) })
        if let later = applied.keys.sorted().first(where: { !names.contains($0) }) {
            throw Problem(
                .unavailable,
                "Cơ sở dữ liệu thuộc phiên bản mới hơn chương trình này (\(later)). Hãy dùng phiên bản mới của Canh Lửa."
            )
        }
        for name in names {
            let text = try text(of: name)
            let checksum = hexadecimal(SHA256.hash(data: Data(text.utf8)))
            if let known = applied[name] {
                precondition(known == checksum, "migration \(name) was changed after it ran")
                continue
            }
            try connection.script(text)
            _ = try connection.run(
                """
                INSERT INTO migrations (name, checksum, applied_at)
                VALUES (\(name), \(checksum), \(now))
                """)
        }
    }

    private static func text(of name: String) throws -> String {
        guard
            let url = Bundle.module.url(
                forResource: name, withExtension: "sql", subdirectory: "Scripts")
        else { preconditionFailure("migration \(name) is not in the bundle") }
        return try String(contentsOf: url, encoding: .utf8)
    }
}
