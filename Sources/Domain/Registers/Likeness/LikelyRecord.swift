/// A record that looks like another, and why.
package struct LikelyRecord: Sendable, Equatable {
    package let record: Record
    package let judgement: LikenessJudgement

    package init(record: Record, judgement: LikenessJudgement) {
        self.record = record
        self.judgement = judgement
    }
}

/// What a person said of a row of a sheet that looks like a record, or like another row.
package enum ImportAnswer: Sendable, Equatable {
    /// It is this record, and changes it.
    case same(record: String)
    /// It is what another row is, and is left out.
    case sameRow(Int)
    case other

    /// As it is kept; nil for another thing.
    package var kept: String? {
        switch self {
        case .same(let record): record
        case .sameRow(let number): "#\(number)"
        case .other: nil
        }
    }

    package init(kept: String?) {
        switch kept {
        case nil: self = .other
        case .some(let text) where text.first == "#": self = .sameRow(Int(text.dropFirst()) ?? 0)
        case .some(let id): self = .same(record: id)
        }
    }
}
