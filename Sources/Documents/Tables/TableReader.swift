package import Domain

/// The tables of a document that assign work: content, lead, partners, time, product.
///
/// The reader of plans asks in two steps. Before it reads anything it makes a `TableReader` and
/// leaves all of `lines` alone, as these belong to tables. When it knows the headings, it calls
/// `read(year:units:heading:)` and adds the tasks and other lines to its own, in order of lines.
package struct TableReader: Sendable {
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
    package struct Reading: Sendable, Equatable {
        package var tasks: [TaskReading] = []
        /// `table_header`, and `table_section` for the headings between rows.
        package var otherLines: [OtherLine] = []
    }

    /// Numbers of the lines that belong to tables of assignments, blank ones between them included.
    package let lines: Set<Int>

    /// First lines of the tables.
    var starts: [Int] { grids.map(\.headLines.lowerBound) }

    private let grids: [ScheduleGrid]
    /// Lines that begin an appendix.
    private let appendices: [Int]

    /// Finds the tables; a document without any gives an empty `lines`.
    package init(_ source: SourceText) {
        grids = ScheduleGrid.all(in: source)
        lines = Set(grids.flatMap { Array($0.lines) })
        appendices = source.lines.filter { Self.beginsAppendix($0.text) }.map(\.number)
    }

    private static func beginsAppendix(_ text: String) -> Bool {
        // Few lines begin with the first letter of one.
        guard let first = text.utf8.first(where: { !" \t*#".utf8.contains($0) }),
            "PpBbDd".utf8.contains(first)
        else { return false }
        let script = Script(text.trimmed.drop { $0 == "*" || $0 == "#" })
        // "Phụ lục kèm theo Kế hoạch này thường xuyên …" in a sentence is none.
        return appendixHeads.contains { script.hasWord($0, at: 0) }
            && (script.count <= appendixHeadingMax || script.text(0..<3) == "PHỤ")
    }

    private static let appendixHeads: [Phrase] = [
        "phụ lục", "biểu số", "biểu phụ lục", "danh mục kèm theo",
    ]

    /// Characters of a heading such as "Phụ lục II".
    private static let appendixHeadingMax = 24

    /// Units as the lead and partner columns write them, for the reader's own list of units.
    var unitNames: [(name: String, line: Int)] {
        grids.flatMap { grid in
            grid.rows.filter { !$0.isSection }.flatMap { row in
                let cells = ScheduleRow(row, in: grid)
                return (cells.leads + cells.partners).map { ($0, row.lines.lowerBound) }
            }
        }
    }

    /// Reads the rows as tasks.
    ///
    /// - Parameters:
    ///   - year: of the document, for a time without a year.
    ///   - units: the names that the document uses; leads and partners come out canonical.
    ///   - heading: where the body has the table that begins at the given line. It is not asked
    ///     about tables of an appendix, whose rows are `PL.<row>`.
    func read(year: Int?, units: UnitNames, heading: (_ line: Int) -> Place) -> Reading {
        var reading = Reading()
        let units = ScheduleUnits(units, also: unitNames.map(\.name))
        let inAppendix = grids.filter { isInAppendix($0) }.count
        var appended = 0
        for (index, grid) in grids.enumerated() {
            let start = grid.headLines.lowerBound
            let place: Place
            if isInAppendix(grid) {
                appended += 1
                let name = inAppendix > 1 ? "PL\(appended)" : "PL"
                place = Place(sectionPath: name, idPrefix: name)
            } else {
                let found = heading(start)
                place = Place(sectionPath: found.sectionPath, idPrefix: found.idPrefix + ".t")
            }
            reading.otherLines.append(
                OtherLine(kind: "table_header", line: start, lineEnd: grid.headLines.upperBound))
            let rows = ScheduleRows(grid: grid, table: index + 1, place: place, year: year)
            rows.read(units: units, into: &reading)
        }
        return reading
    }

    /// Reads the rows as if the document were its tables alone: every name as it is written.
    package func read(year: Int?) -> Reading {
        read(year: year, units: UnitNames()) { _ in Place(sectionPath: "", idPrefix: "") }
    }

    private func isInAppendix(_ grid: ScheduleGrid) -> Bool {
        appendices.contains { $0 <= grid.headLines.lowerBound }
    }
}
