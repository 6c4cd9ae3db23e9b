/// A text laid out for looking at: its scalars, and beside them the same in lower case.
///
/// Positions in both agree, so that a rule matches without regard to case and quotes verbatim.
/// Reading a plan asks thousands of small questions of the text; arrays answer them in constant
/// time where `String` walks. The text is NFC, so that a Vietnamese letter is one scalar.
package struct Script: Sendable, Equatable {
    package let scalars: [Unicode.Scalar]
    package let lower: [Unicode.Scalar]

    package init(_ text: some StringProtocol) {
        self.init(Array(text.unicodeScalars))
    }

    package init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        lower = scalars.map(Script.lowered)
    }

    package var count: Int { scalars.count }

    /// The words between two positions, verbatim.
    package func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range]))
    }

    /// Whether the phrase, given in lower case, stands at a position.
    func has(_ phrase: Phrase, at position: Int) -> Bool {
        let needle = phrase.scalars
        guard position >= 0, position + needle.count <= lower.count else { return false }
        for offset in 0..<needle.count where lower[position + offset] != needle[offset] {
            return false
        }
        return true
    }

    /// The same, and the phrase neither begins nor ends inside a word.
    func hasWord(_ phrase: Phrase, at position: Int) -> Bool {
        has(phrase, at: position) && isBoundary(position)
            && isBoundary(position + phrase.scalars.count)
    }

    /// The first place of the phrase as whole words, from a position on.
    func first(_ phrase: Phrase, from start: Int = 0, before end: Int? = nil) -> Range<Int>? {
        let limit = (end ?? count) - phrase.scalars.count
        guard start <= limit, let head = phrase.scalars.first else { return nil }
        for position in start...limit
        where lower[position] == head && hasWord(phrase, at: position) {
            return position..<(position + phrase.scalars.count)
        }
        return nil
    }

    /// Whether a word may begin or end here.
    func isBoundary(_ position: Int) -> Bool {
        guard position > 0, position < count else { return true }
        return !(scalars[position - 1].isWordPart && scalars[position].isWordPart)
    }

    /// Lower case of one scalar, where that is one scalar.
    static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x41...0x5A: return Unicode.Scalar(UInt8(scalar.value + 32))
        case ..<0xC0: return scalar
        // The letters of Vietnamese, where looking into the tables of Unicode costs too much.
        case 0x1EA0...0x1EF9, 0x0102, 0x0103, 0x0110, 0x0111, 0x0128, 0x0129, 0x0168, 0x0169:
            return scalar.value & 1 == 0 ? Unicode.Scalar(scalar.value + 1) ?? scalar : scalar
        case 0x01A0, 0x01AF: return Unicode.Scalar(scalar.value + 1) ?? scalar
        case 0x01A1, 0x01B0, 0xDF...0xFF, 0x2000...0x20CF: return scalar
        case 0xC0...0xDE where scalar.value != 0xD7:
            return Unicode.Scalar(UInt8(scalar.value + 32))
        default:
            let mapped = scalar.properties.lowercaseMapping.unicodeScalars
            return mapped.count == 1 ? mapped[mapped.startIndex] : scalar
        }
    }
}

/// A phrase to look for, in lower case.
struct Phrase: ExpressibleByStringLiteral, Sendable, Equatable {
    let scalars: [Unicode.Scalar]

    init(stringLiteral text: String) { self.init(text) }

    init(_ text: String) { scalars = text.unicodeScalars.map(Script.lowered) }
}

extension Unicode.Scalar {
    /// Letter or digit.
    var isWordPart: Bool {
        if value < 0x80 {
            return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value)
                || (0x41...0x5A).contains(value)
        }
        switch value {
        case 0xC0...0x24F: return value != 0xD7 && value != 0xF7
        case 0x1E00...0x1EFF: return true
        case 0x2000...0x20CF: return false
        default: return properties.isAlphabetic
        }
    }
}
