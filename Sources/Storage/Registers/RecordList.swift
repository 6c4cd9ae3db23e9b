package import Domain

/// What a list of a register is asked for.
package struct RecordFilter: Sendable {
    package var words = ""
    /// How the texts of a record begin, its name first; for finding one by its name.
    package var beginning = ""
    package var condition = Condition.always
    /// Only records that have such a gap.
    package var gap: RecordGap.Kind?
    /// `RecordPage.next` of the page before.
    package var after: String?

    package init() {}
}

/// One page of a register's list.
package struct RecordPage: Sendable {
    /// How the records of a list follow each other.
    package enum Order: Sendable {
        case byName, latestFirst
        /// As they were entered: so many were found by words that sorting them would take long.
        case entered
    }

    package let records: [Record]
    package let total: BoundedCount
    package let order: Order
    /// Where the next page begins; nil on the last.
    package let next: String?
}
