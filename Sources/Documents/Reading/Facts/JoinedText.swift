import Domain

/// All lines of a document as one text, with the way back to the lines.
struct JoinedText: Sendable {
    let script: Script
    /// Offset of each line in `script`, and its number; blank lines are left out.
    private let starts: [(offset: Int, number: Int)]

    init(_ lines: [SourceLine]) {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(lines.reduce(0) { $0 + $1.text.utf8.count + 1 })
        var starts: [(offset: Int, number: Int)] = []
        for line in lines {
            let before = scalars.count
            if before > 0 { scalars.append("\n") }
            let start = scalars.count
            var last: Unicode.Scalar = " "
            for scalar in line.text.unicodeScalars where scalar != "*" {
                if scalar.isBlank {
                    if !last.isBlank { scalars.append(" ") }
                    last = " "
                } else {
                    scalars.append(scalar)
                    last = scalar
                }
            }
            if scalars.last == " " { scalars.removeLast() }
            if scalars.count == start {
                scalars.removeSubrange(before...)
            } else {
                starts.append((start, line.number))
            }
        }
        script = Script(scalars)
        self.starts = starts
    }

    /// The number of the line in which a position stands.
    func line(at position: Int) -> Int {
        var low = 0
        var high = starts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle].offset <= position { low = middle } else { high = middle }
        }
        return starts.isEmpty ? 0 : starts[low].number
    }

    /// A piece of the text in one line.
    func text(_ range: Range<Int>) -> String {
        String(scalars: script.scalars[range].map { $0 == "\n" ? " " : $0 }[...])
    }
}
