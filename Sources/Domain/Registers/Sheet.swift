/// A sheet as an office keeps it: rows of cells as a person reads them.
///
/// Nothing is known yet of what its columns mean. Days stand as `21/11/2026`, numbers with a
/// decimal comma, true and false as "Có" and "Không".
package struct Sheet: Sendable, Equatable {
    package struct Row: Sendable, Equatable {
        /// As the person's own program numbers it, the first being 1.
        package let number: Int
        package var cells: [String]

        package init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    /// Rows that have anything in them.
    package let rows: [Row]
    /// What was left out or changed in reading, in sentences for whoever handed the file in.
    package let notes: [String]

    package init(rows: [Row], notes: [String] = []) {
        self.rows = rows
        self.notes = notes
    }
}
