import Domain

/// A line of the head or foot: trimmed, without Markdown marks.
struct HeadLine: Sendable {
    /// Place in the list of lines.
    var index: Int
    /// Number of the source line.
    var number: Int
    var script: Script
    /// Nothing but the star under the name of a Party body.
    var isMark: Bool

    init(_ line: SourceLine, index: Int) {
        self.index = index
        number = line.number
        var scalars = line.text.unicodeScalars.filter { $0 != "*" && $0 != "#" && $0 != "_" }
        while scalars.last?.isBlank == true { scalars.removeLast() }
        let start = scalars.firstIndex { !$0.isBlank } ?? scalars.endIndex
        script = Script(HeadLine.collapse(scalars[start...]))
        isMark = script.count == 0 && line.text.unicodeScalars.contains("*")
    }

    var isBlank: Bool { script.count == 0 }

    var text: String { script.text(0..<script.count) }

    /// No small letter, and at least two capital ones.
    var isCapitals: Bool { script.isCapitals(0..<script.count) }

    private static func collapse(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var out: [Unicode.Scalar] = []
        for scalar in scalars {
            if !scalar.isBlank {
                out.append(scalar)
            } else if let last = out.last, last != " " {
                out.append(" ")
            }
        }
        return out
    }
}

extension Script {
    func isCapitals(_ range: Range<Int>) -> Bool {
        var capitals = 0
        for position in range {
            if scalars[position] != lower[position] {
                capitals += 1
            } else if scalars[position].isWordPart, !scalars[position].isDigit {
                return false
            }
        }
        return capitals >= 2
    }

    /// The ranges between " | ".
    var cells: [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = 0
        for position in 0..<count where scalars[position] == "|" {
            cells.append(
                skipSpaces(start)..<Swift.max(skipSpaces(start), trimSpaces(before: position)))
            start = position + 1
        }
        let last = skipSpaces(start)
        cells.append(last..<Swift.max(last, trimSpaces(before: count)))
        return cells
    }

    /// A piece of this text as a text of its own.
    func slice(_ range: Range<Int>) -> Script { Script(Array(scalars[range])) }
}
