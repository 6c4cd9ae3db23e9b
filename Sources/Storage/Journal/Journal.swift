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

/// One row of the journal, as it was written.
package struct JournalEntry: Sendable {
    package let sequence: Int64
    package let at: Instant
    package let account: String?
    package let origin: String
    package let verb: String
    package let subject: String
    /// JSON, `{"field":[before,after]}`.
    package let changes: String
    let hash: String

    init(_ row: Row) {
        sequence = row["sequence"]
        at = row["at"]
        account = row["account"]
        origin = row["origin"]
        verb = row["verb"]
        subject = row["subject"]
        changes = row["changes"]
        hash = row["hash"]
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

    /// Walks the whole chain of a ward.
    ///
    /// - Returns: the number of the first row that is not as it was written, or is missing; nil
    ///   when all is well.
    package func firstBrokenJournalRow(ward: String) throws -> Int64? {
        var previous = ""
        var expected: Int64 = 1
        while true {
            let page = try rows(
                """
                SELECT sequence, at, account, origin, verb, subject, changes, hash FROM journal
                WHERE ward = \(ward) AND sequence >= \(expected)
                ORDER BY sequence
                LIMIT 1000
                """)
            for entry in page.map(JournalEntry.init) {
                let hash = Self.hash(
                    previous: previous, ward: ward, sequence: entry.sequence, at: entry.at,
                    account: entry.account, origin: entry.origin, verb: entry.verb,
                    subject: entry.subject, changes: entry.changes)
                guard entry.sequence == expected, hash == entry.hash else { return expected }
                previous = hash
                expected += 1
            }
            if page.isEmpty { break }
        }
        let head = try row("SELECT sequence, hash FROM journal_heads WHERE ward = \(ward)")
        let length: Int64 = head?["sequence"] ?? 0
        return length == expected - 1 && (head?["hash"] ?? "") == previous ? nil : expected
    }

    /// What happened to one record, the latest first.
    package func journal(of subject: String, ward: String, limit: Int) throws -> [JournalEntry] {
        try rows(
            """
            SELECT sequence, at, account, origin, verb, subject, changes, hash FROM journal
            WHERE ward = \(ward) AND subject = \(subject)
            ORDER BY sequence DESC
            LIMIT \(limit)
            """
        ).map(JournalEntry.init)
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

    private static func hash(
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
