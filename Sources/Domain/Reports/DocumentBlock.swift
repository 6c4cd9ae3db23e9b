/// A piece of a document's text.
package enum DocumentBlock: Sendable, Equatable, Codable {
    /// Levels 1, 2 and 3 are numbered `I.`, `1.` and `a)` in order; a level-1 heading is shown in
    /// capitals.
    case heading(level: Int, String)
    case paragraph(RichText)
    /// A line of a list: depth 1 begins with `-`, depth 2 with `+`.
    case item(depth: Int, RichText)
    case table(DocumentTable)

    package static func item(_ text: RichText) -> DocumentBlock { .item(depth: 1, text) }
}

/// A table whose heading row comes again on each page.
package struct DocumentTable: Sendable, Equatable, Codable {
    package enum Alignment: String, Sendable, Codable { case left, centre, right }

    package struct Column: Sendable, Equatable, Codable {
        package let title: String
        /// Part of the table's width; the parts are taken in proportion.
        package let share: Double
        package let alignment: Alignment

        package init(_ title: String, share: Double, _ alignment: Alignment = .left) {
            self.title = title
            self.share = share
            self.alignment = alignment
        }
    }

    package enum Row: Sendable, Equatable, Codable {
        /// One per column; missing ones stay empty.
        case cells([RichText])
        /// A bold line over all columns that heads the rows below it.
        case group(String)
    }

    /// Read aloud by screen readers; not shown.
    package let summary: String
    package let columns: [Column]
    package var rows: [Row]

    package init(summary: String, columns: [Column], rows: [Row]) {
        self.summary = summary
        self.columns = columns
        self.rows = rows
    }
}

/// Something attached, with pages of its own (phụ lục).
package struct DocumentAppendix: Sendable, Equatable, Codable {
    package let title: String
    package var body: [DocumentBlock]

    package init(title: String, body: [DocumentBlock]) {
        self.title = title
        self.body = body
    }
}
