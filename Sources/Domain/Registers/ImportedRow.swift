/// What would become of one row of a sheet, told before anything is kept.
package struct ImportedRow: Sendable, Equatable {
    package enum Verdict: String, Sendable, CaseIterable {
        case added, changed, same, rejected
        /// It looks like a record or another row, and a person must say whether it is that one.
        case asked
    }

    /// As the person's own program numbers it.
    package let number: Int
    package let verdict: Verdict
    /// The record that it changes, or is the same as.
    package let record: Record?
    /// Of every field; empty when rejected.
    package let cells: [String: Cell]
    /// Why it was rejected: sentences that name the column.
    package let reasons: [String]

    /// The texts of the row that name it, for a list of rows.
    package let title: String
    /// The record that it looks like, where it does not name one.
    package let likely: LikelyRecord?
    /// The row of the same sheet that it looks like.
    package let neighbour: LikelyRow?
    package let answer: ImportAnswer?
    /// By which its likes are found, of a row that would be added.
    package let keys: [Int64]
}

/// Another row of a sheet that looks like one.
package struct LikelyRow: Sendable, Equatable {
    package let number: Int
    package let judgement: LikenessJudgement
}
