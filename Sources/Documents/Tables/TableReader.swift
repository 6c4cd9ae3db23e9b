import Domain

/// The tables of a document that assign work: content, lead, partners, time, product.
///
/// The reader of plans asks in two steps. Before it reads anything it makes a `TableReader` and
/// leaves all of `lines` alone, as these belong to tables. When it knows the headings, it calls
/// `read(heading:)` and adds the tasks and other lines to its own, in order of lines.
struct TableReader: Sendable {
    /// Where a table in the body stands; its rows get the id `idPrefix` + `.t` + printed number.
    struct Place: Sendable, Equatable {
        /// Of the nearest Roman or Arabic section above, `III.1`.
        var sectionPath: String
        /// Section path with the letter of the nearest letter heading, `III.1.a`.
        var idPrefix: String

        init(sectionPath: String, idPrefix: String) {
            self.sectionPath = sectionPath
            self.idPrefix = idPrefix
        }
    }

    /// What the tables say, as the reading of a plan keeps it.
    struct Reading: Sendable, Equatable {
        var tasks: [TaskReading] = []
        /// `table_header`, `table_section` and, for rows that assign nothing, `table_row`.
        var otherLines: [OtherLine] = []
    }

    /// Numbers of the lines that belong to tables of assignments, blank ones between them included.
    let lines: Set<Int>

    /// Finds the tables; a document without any gives an empty `lines`.
    init(_ source: SourceText) {
        lines = []
    }

    /// Units as the lead and partner columns write them, for the reader's own list of units.
    var unitNames: [(name: String, line: Int)] { [] }

    /// Reads the rows as tasks.
    ///
    /// - Parameters:
    ///   - year: of the document, for a time without a year.
    ///   - units: the names that the document uses; leads and partners come out canonical.
    ///   - heading: where the body has the table that begins at the given line. It is not asked
    ///     about tables of an appendix, whose rows are `PL.<row>`.
    func read(
        year: Int?, units: UnitNames, heading: (_ line: Int) -> Place
    ) -> Reading {
        Reading()
    }
}
