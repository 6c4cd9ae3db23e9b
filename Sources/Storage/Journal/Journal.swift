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
        try record([(verb, subject, changes)], ward: ward, account: account, origin: origin)
    }

    /// The rows of many writes.
    func record(
        _ entries: [(verb: String, subject: String, changes: [JournalChange])], by officer: Officer
    ) throws {
        try record(
            entries, ward: officer.ward, account: officer.id.isEmpty ? nil : officer.id,
            origin: officer.origin)
    }

    private func record(
        _ entries: [(verb: String, subject: String, changes: [JournalChange])], ward: String,
        account: String?, origin: String
    ) throws {
        guard !entries.isEmpty else { return }
        try run(
            """
            INSERT INTO journal_heads (ward, sequence, hash) VALUES (\(ward), 0, '')
            ON CONFLICT (ward) DO NOTHING
            """)
        // The lock on the head comes first: writers of one ward queue here.
        guard
            let head = try row(
                """
                UPDATE journal_heads SET sequence = sequence + \(entries.count)
                WHERE ward = \(ward) RETURNING sequence, hash
                """)
        else { preconditionFailure("the head of the journal was just made") }
        var (sequence, hash): (Int64, String) = (head["sequence"], head["hash"])
        sequence -= Int64(entries.count)
        var rows: [[SQLValue]] = []
        for entry in entries {
            sequence += 1
            let text = Self.json(entry.changes)
            hash = Self.hash(
                previous: hash, ward: ward, sequence: sequence, at: now, account: account,
                origin: origin, verb: entry.verb, subject: entry.subject, changes: text)
            rows.append([
                .text(ward), .integer(sequence), now.sqlValue, account.sqlValue, .text(origin),
                .text(entry.verb), .text(entry.subject), .text(text), .text(hash),
            ])
        }
        try insert(
            rows, into: "journal",
            [
                "ward", "sequence", "at", "account", "origin", "verb", "subject", "changes", "hash",
            ])
        try run("UPDATE journal_heads SET hash = \(hash) WHERE ward = \(ward)")
    }

    /// An object of the fields in order, each with what was before and after.
    private static func json(_ changes: [JournalChange]) -> String {
        let pairs = changes.map { ($0.field, $0) }
        let fields = Dictionary(pairs, uniquingKeysWith: { _, last in last })
        var text: [UInt8] = []
        for (field, change) in fields.sorted(by: { $0.key < $1.key }) {
            text.append(UInt8(ascii: text.isEmpty ? "{" : ","))
            JSONText.append(field, to: &text)
            text += ":[".utf8
            JSONText.append(change.before, to: &text)
            text.append(UInt8(ascii: ","))
            JSONText.append(change.after, to: &text)
            text.append(UInt8(ascii: "]"))
        }
        if text.isEmpty { text.append(UInt8(ascii: "{")) }
        return String(decoding: text + "}".utf8, as: UTF8.self)
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

/// Texts as JSON (RFC 8259); an encoder takes ten times as long for so little.
enum JSONText {
    static func append(_ text: String?, to bytes: inout [UInt8]) {
        guard let text else {
            bytes += "null".utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0A: bytes += "\\n".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0x09: bytes += "\\t".utf8
            case ..<0x20: bytes += "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
        decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
