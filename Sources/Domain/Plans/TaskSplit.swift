/// Cuts one task of the text into several pieces of work, and puts several together.
package enum TaskSplit {
    /// Pieces of a task that nobody would cut further; a longer list is a table.
    package static let piecesMax = 20

    /// The sentences and clauses at which a task may be cut, in order.
    package static func clauses(of text: String) -> [String] {
        var clauses: [String] = []
        var start = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if isEnd(text, at: index, next: next) {
                clauses.append(text[start..<next].trimmed)
                start = next
            }
            index = next
        }
        clauses.append(text[start...].trimmed)
        return clauses.filter { !$0.isEmpty }
    }

    /// The text cut before the chosen clauses.
    ///
    /// - Parameter starts: positions of clauses that begin a new piece; the first always does.
    package static func pieces(of text: String, cutBefore starts: Set<Int>) -> [String] {
        var pieces: [String] = []
        for (index, clause) in clauses(of: text).enumerated() {
            if pieces.isEmpty || starts.contains(index) {
                pieces.append(clause)
            } else {
                pieces[pieces.count - 1] += " " + clause
            }
        }
        return pieces
    }

    /// The pieces that a person typed, one in each paragraph.
    package static func paragraphs(of text: String) -> [String] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.split { $0.allSatisfy(\.isWhitespace) }.map { paragraph in
            paragraph.map(\.trimmed).joined(separator: " ")
        }
    }

    /// - Throws: `.invalid` when nothing is cut, or too much.
    package static func check(_ pieces: [String]) throws(Problem) {
        guard pieces.count > 1 else {
            throw Problem(.invalid, "Hãy chọn ít nhất một chỗ để tách nhiệm vụ.")
        }
        guard pieces.count <= piecesMax else {
            throw Problem(.invalid, "Chỉ tách một nhiệm vụ thành nhiều nhất \(piecesMax) phần.")
        }
    }

    /// Which piece holds these words; the first when none does.
    package static func place(of words: String, in pieces: [String]) -> Int {
        let wanted = folded(words)
        return pieces.firstIndex { folded($0).contains(wanted) } ?? 0
    }

    /// Code of a piece: `II.6.c.2-1`.
    package static func code(_ code: String, piece: Int) -> String { "\(code)-\(piece + 1)" }

    /// Code of the task of the text of which a piece, or a piece of a piece, comes.
    static func baseCode(_ code: String) -> String {
        String(code.prefix { $0 != "-" })
    }

    private static func isEnd(
        _ text: String, at index: String.Index, next: String.Index
    ) -> Bool {
        guard next < text.endIndex, text[next].isWhitespace else { return false }
        if text[index] == ";" { return true }
        guard text[index] == ".", let letter = text[next...].first(where: { !$0.isWhitespace })
        else { return false }
        return letter.isUppercase || letter == "-"
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var rest = self
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
