package import Domain

/// One item of the document: the joined text of some lines without the item's label.
///
/// Joined means: each line stripped, blank ones dropped, one space between, white space collapsed.
/// Markdown asterisks are out of `body`, so that pieces of it can be quoted as they are.
package struct Paragraph: Sendable, Equatable {
    /// What the item is.
    package enum Role: Sendable, Equatable {
        /// Title, basis, number and date: what stands before the body, and after it.
        case head, foot
        case heading, unitHeading, objective, task, closing
        /// Runs along with others: a lead-in, a field, a detail, a topic.
        case other
    }

    package var role: Role
    /// `I`, `1.1`, `a`, `-`; nil: none.
    package var label: String?
    package var body: Script
    /// Numbers of the first and the last line.
    package var lines: ClosedRange<Int>
    /// `III.1.2`; empty above the first heading.
    package var sectionPath: String
    /// The heading above that names the units whose work stands here.
    package var unitHeading: UnitHeading?
    /// Where in `body` each line begins, in order.
    package var lineStarts: [LineStart]

    package struct LineStart: Sendable, Equatable {
        package var offset: Int
        package var line: Int

        package init(offset: Int, line: Int) {
            self.offset = offset
            self.line = line
        }
    }

    package init(
        role: Role, label: String? = nil, body: Script, lines: ClosedRange<Int>,
        sectionPath: String = "", unitHeading: UnitHeading? = nil, lineStarts: [LineStart] = []
    ) {
        self.role = role
        self.label = label
        self.body = body
        self.lines = lines
        self.sectionPath = sectionPath
        self.unitHeading = unitHeading
        self.lineStarts = lineStarts
    }

    /// The number of the line in which a position of `body` stands.
    package func line(at position: Int) -> Int {
        lineStarts.last { $0.offset <= position }?.line ?? lines.lowerBound
    }
}
