package import Domain
import Foundation

/// One row of the journal, as it was written.
package struct JournalEntry: Sendable {
    package let sequence: Int64
    package let at: Instant
    /// Identifier of the account; nil for what the program or the terminal did.
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

    static let columns: SQL = "sequence, at, account, origin, verb, subject, changes, hash"

    /// What was changed, by field in alphabetical order; nothing where the text is damaged.
    package var changeList: [JournalChange] {
        // A row that somebody damaged is still shown; `verify` names it.
        let fields = try? JSONDecoder().decode([String: [String?]].self, from: Data(changes.utf8))
        return (fields ?? [:]).sorted { $0.key < $1.key }.compactMap { field, values in
            values.count == 2 ? JournalChange(field, from: values[0], to: values[1]) : nil
        }
    }
}
