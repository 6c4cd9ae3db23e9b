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
        (script, isMark) = HeadLine.plain(line.text)
    }

    private static func plain(_ text: String) -> (script: Script, isMark: Bool) {
        if isPlain(text) { return (Script(text), false) }
        var scalars: [Unicode.Scalar] = []
        var hasStar = false
        var gap = 0
        for scalar in text.unicodeScalars {
            if scalar == "*" { hasStar = true }
            if scalar == "*" || scalar == "#" || scalar == "_" { continue }
            if scalar.isBlank {
                gap += scalar == "\t" ? columnGap : 1
                continue
            }
            if gap > 0, !scalars.isEmpty {
                // A blank to fill in ("Số:      /KH-UBND", "ngày      tháng") parts no columns.
                let isBlank =
                    scalar == "/" || !isUpperOrMark(scalar)
                    || scalar.isDash && endsWithNumberWord(scalars)
                scalars +=
                    gap >= columnGap && !isBlank
                    ? " | ".unicodeScalars : " ".unicodeScalars
            }
            gap = 0
            scalars.append(scalar)
        }
        return (Script(scalars), scalars.isEmpty && hasStar)
    }

    /// "Số      -KH/ĐU": behind the word a dash begins the symbol of a number to fill in.
    private static func endsWithNumberWord(_ scalars: [Unicode.Scalar]) -> Bool {
        let words = Script(scalars.last == ":" ? scalars.dropLast() : scalars)
        return words.hasWord("số", at: words.count - 2)
    }

    /// That a line has no mark to leave out, and single spaces between words, as most have.
    private static func isPlain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8(isPlain)
    }

    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var last = UInt8(ascii: " ")
        for byte in bytes {
            switch byte {
            case UInt8(ascii: " "): if last == byte { return false }
            case UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "_"), 0..<0x20: return false
            // What begins with these may be a blank beyond ASCII.
            case 0xC2, 0xE2, 0xE3, 0xEF: return false
            default: break
            }
            last = byte
        }
        return last != UInt8(ascii: " ")
    }

    /// What a second column begins with: a capital letter, or the mark of an item.
    private static func isUpperOrMark(_ scalar: Unicode.Scalar) -> Bool {
        Script.lowered(scalar) != scalar || scalar.isDash || scalar == "("
    }

    /// So many spaces, or a tab, keep two columns apart.
    private static let columnGap = 5

    var isBlank: Bool { script.count == 0 }

    var text: String { script.text(0..<script.count) }

    /// No small letter, and at least two capital ones.
    var isCapitals: Bool { script.isCapitals(0..<script.count) }
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

    /// The ranges between " | "; with paragraphs of one cell apart, those between " / ", too.
    func cells(paragraphsApart: Bool = false) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var start = 0
        for position in 0..<count
        where scalars[position] == "|"
            || (paragraphsApart && scalars[position] == "/" && isSpaced(position))
        {
            cells.append(
                skipSpaces(start)..<Swift.max(skipSpaces(start), trimSpaces(before: position)))
            start = position + 1
        }
        let last = skipSpaces(start)
        cells.append(last..<Swift.max(last, trimSpaces(before: count)))
        return cells
    }

    /// Whether a mark has a space, or an end of the text, on both sides.
    private func isSpaced(_ position: Int) -> Bool {
        (position == 0 || scalars[position - 1].isBlank)
            && (position + 1 == count || scalars[position + 1].isBlank)
    }

    /// A piece of this text as a text of its own.
    func slice(_ range: Range<Int>) -> Script { Script(Array(scalars[range])) }
}
