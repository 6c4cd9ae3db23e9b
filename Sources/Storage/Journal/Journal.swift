import Crypto
package import Domain
import Foundation

/// What a write changed: field → before and after, as text.
package struct JournalChange: Sendable, Equatable {
    package let field: String
    package let before: String?
    package let after: String?

    package init(_ field: String, from before: String? = nil, to after: String?) {
        self.field = field
        self.before = before
        self.after = after
    }
}

/// Who, when, from where, which record, what: every write leaves a row in its own transaction.
///
/// Each row's hash covers the row and the hash before it, so that nothing can be altered, taken
/// out or put in between without being seen.
extension Transaction {
    /// Leaves the journal row of a write.
    ///
    /// - Parameters:
    ///   - verb: `work.accept`; never renamed.
    ///   - subject: table and identifier, `occurrences/0199…`.
    package func record(
        _ verb: String, _ subject: String, _ changes: [JournalChange] = [], by officer: Officer
    ) throws {
        try record(
            verb, subject, changes, ward: officer.ward,
            account: officer.id.isEmpty ? nil : officer.id, origin: officer.origin)
    }

    /// The same for what the program does by itself.
    package func record(
        _ verb: String, _ subject: String, _ changes: [JournalChange], ward: String,
        account: String?, origin: String
    ) throws {
        try run(
            """
            INSERT INTO journal_heads (ward, sequence, hash) VALUES (\(ward), 0, '')
            ON CONFLICT (ward) DO NOTHING
            """)
        // The lock on the head comes first: writers of one ward queue here.
        guard
            let head = try row(
                """
                UPDATE journal_heads SET sequence = sequence + 1 WHERE ward = \(ward)
                RETURNING sequence, hash
                """)
        else { preconditionFailure("the head of the journal was just made") }
        let sequence: Int64 = head["sequence"]
        let text = Self.json(changes)
        let hash = Self.hash(
            previous: head["hash"], ward: ward, sequence: sequence, at: now, account: account,
            origin: origin, verb: verb, subject: subject, changes: text)
        try run(
            """
            INSERT INTO journal
                (ward, sequence, at, account, origin, verb, subject, changes, hash)
            VALUES (\(ward), \(sequence), \(now), \(account), \(origin), \(verb), \(subject),
                \(text), \(hash))
            """)
        try run("UPDATE journal_heads SET hash = \(hash) WHERE ward = \(ward)")
    }

    private static func json(_ changes: [JournalChange]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let pairs = changes.map { ($0.field, [$0.before, $0.after]) }
        let object = Dictionary(pairs, uniquingKeysWith: { _, last in last })
        guard let data = try? encoder.encode(object) else {
            preconditionFailure("texts can always be written as JSON")
        }
        return String(decoding: data, as: UTF8.self)
    }

    static func hash(
        previous: String, ward: String, sequence: Int64, at: Instant, account: String?,
        origin: String, verb: String, subject: String, changes: String
    ) -> String {
        let fields = [
            previous, ward, String(sequence), String(at.milliseconds), account ?? "", origin,
            verb, subject, changes,
        ]
        // Lengths keep fields apart, whatever stands in them.
        let text = fields.map { "\($0.utf8.count):\($0)" }.joined()
        return hexadecimal(SHA256.hash(data: Data(text.utf8)))
    }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
        let digits = String(byte, radix: 16)
        return byte < 16 ? "0" + digits : digits
    }.joined()
}
