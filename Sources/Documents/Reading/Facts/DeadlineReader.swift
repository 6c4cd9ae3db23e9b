package import Domain

/// Where a text stands, which decides what its time expressions mean.
package struct DeadlineContext: Sendable, Equatable {
    package enum Place: Sendable {
        case task, objective
        /// The value of "Thời gian thực hiện: …" or the time column of a table.
        case timeField
    }

    package var place: Place
    /// The year to which a date without one belongs: from the head of a table's column.
    package var year: Int?

    package init(_ place: Place, year: Int? = nil) {
        self.place = place
        self.year = year
    }

    package static let task = DeadlineContext(.task)
    package static let objective = DeadlineContext(.objective)
    package static let timeField = DeadlineContext(.timeField)
}

/// When the work of a text is due, or how often it is done.
package enum DeadlineReader {
    package static func read(_ body: Script, context: DeadlineContext) -> [Deadline] { [] }
}
