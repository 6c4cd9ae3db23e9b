/// How many rows of a sheet were judged, by what would become of them.
package struct ImportTally: Sendable, Equatable {
    private var counts: [ImportedRow.Verdict: Int] = [:]

    package init() {}

    package mutating func add(_ rows: [ImportedRow]) {
        for row in rows { counts[row.verdict, default: 0] += 1 }
    }

    package subscript(verdict: ImportedRow.Verdict) -> Int { counts[verdict] ?? 0 }

    package var total: Int { counts.values.reduce(0, +) }
}
