package import Domain

/// Where the chain of a journal breaks.
package struct JournalBreak: Sendable, Equatable {
    /// Number of the first row that is not as it was written, or is missing.
    package let sequence: Int64
    /// nil when the row is missing.
    package let at: Instant?
    package let verb: String?
}

/// How long a journal is, and where it breaks if it does.
package struct JournalProof: Sendable, Equatable {
    package let length: Int64
    package let broken: JournalBreak?
}

extension Transaction {
    /// Rows that are read at once while walking a chain; bounds the memory.
    private static var journalPageRows: Int { 1000 }

    /// Walks the whole chain of a ward, and compares its end with the head kept apart.
    package func journalProof(ward: String) throws -> JournalProof {
        var previous = ""
        var expected: Int64 = 1
        while true {
            let page = try rows(
                """
                SELECT \(JournalEntry.columns) FROM journal
                WHERE ward = \(ward) AND sequence >= \(expected)
                ORDER BY sequence LIMIT \(Self.journalPageRows)
                """
            ).map(JournalEntry.init)
            for entry in page {
                guard entry.sequence == expected else { return missing(expected) }
                let hash = Self.hash(
                    previous: previous, ward: ward, sequence: entry.sequence, at: entry.at,
                    account: entry.account, origin: entry.origin, verb: entry.verb,
                    subject: entry.subject, changes: entry.changes)
                guard hash == entry.hash else {
                    return JournalProof(
                        length: expected,
                        broken: JournalBreak(
                            sequence: expected, at: entry.at, verb: entry.verb))
                }
                previous = hash
                expected += 1
            }
            if page.count < Self.journalPageRows { break }
        }
        let head = try row("SELECT sequence, hash FROM journal_heads WHERE ward = \(ward)")
        let length: Int64 = head?["sequence"] ?? 0
        guard length == expected - 1, (head?["hash"] ?? "") == previous else {
            return missing(expected)
        }
        // The making of a ward is the first row of its journal.
        if length == 0, try wardCodes().contains(ward) { return missing(1) }
        return JournalProof(length: length, broken: nil)
    }

    /// - Returns: the number of the first row that is not as it was written, or is missing; nil
    ///   when all is well.
    package func firstBrokenJournalRow(ward: String) throws -> Int64? {
        try journalProof(ward: ward).broken?.sequence
    }

    private func missing(_ sequence: Int64) -> JournalProof {
        JournalProof(
            length: sequence - 1,
            broken: JournalBreak(sequence: sequence, at: nil, verb: nil))
    }
}
