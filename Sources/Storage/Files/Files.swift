import Crypto
package import Domain
import Foundation

/// A file that somebody gave: a plan, or evidence of work.
package struct StoredFile: Sendable, Equatable {
    package let id: String
    package let name: String
    package let mediaType: String
    /// Bytes.
    package let size: Int
    package let sha256: String
    package let createdAt: Instant

    static let columns: SQL = "id, name, media_type, size, sha256, created_at"

    init(_ row: Row) {
        id = row["id"]
        name = row["name"]
        mediaType = row["media_type"]
        size = row["size"]
        sha256 = row["sha256"]
        createdAt = row["created_at"]
    }
}

extension Transaction {
    /// Keeps a file; the verb that it serves leaves the journal row.
    ///
    /// - Returns: its identifier.
    package func addFile(
        _ content: [UInt8], name: String, mediaType: String, by officer: Officer
    ) throws -> String {
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO files
                (ward, id, name, media_type, size, sha256, content, created_at, created_by)
            VALUES (\(officer.ward), \(id), \(name), \(mediaType), \(content.count),
                \(Self.sha256(content)), \(content), \(now), \(officer.id))
            """)
        return id
    }

    package func storedFile(_ id: String, ward: String) throws -> StoredFile? {
        try row(
            "SELECT \(StoredFile.columns) FROM files WHERE ward = \(ward) AND id = \(id)"
        ).map(StoredFile.init)
    }

    package func content(ofFile id: String, ward: String) throws -> [UInt8]? {
        try value("SELECT content AS value FROM files WHERE ward = \(ward) AND id = \(id)")
    }

    static func sha256(_ content: [UInt8]) -> String {
        hexadecimal(SHA256.hash(data: Data(content)))
    }
}
