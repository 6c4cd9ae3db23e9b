/// A record that looks like another, and why.
package struct LikelyRecord: Sendable, Equatable {
    package let record: Record
    package let judgement: LikenessJudgement

    package init(record: Record, judgement: LikenessJudgement) {
        self.record = record
        self.judgement = judgement
    }
}

/// What a person said of a row of a sheet that looks like a record.
package enum ImportAnswer: Sendable, Equatable {
    /// It is this record, and changes it.
    case same(record: String)
    case other
}

/// The records of a register, to find the one that a row of a sheet looks like.
struct SheetTwins {
    private let records: [Record]
    private let index: LikenessIndex

    init(_ records: [Record], _ likeness: Likeness) {
        self.records = records
        var index = LikenessIndex(likeness)
        for record in records { index.add(LikenessProfile(record.cells, likeness)) }
        self.index = index
    }

    func likely(_ cells: [String: Cell]) -> LikelyRecord? {
        index.likely(LikenessProfile(cells, index.likeness)).first.map {
            LikelyRecord(record: records[$0.place], judgement: $0.judgement)
        }
    }
}
