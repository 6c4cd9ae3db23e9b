/// A folded text laid out for looking at: bytes without case and diacritics.
///
/// The rules ask thousands of small questions of a plan; bytes answer them some fifty times faster
/// than `String.contains`.
struct PlainText: ExpressibleByStringLiteral, Sendable, Equatable {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(folded(text).utf8) }

    /// A phrase that is folded already.
    init(stringLiteral phrase: String) { bytes = Array(phrase.utf8) }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// With a space at both ends, so that a phrase between spaces is a whole word.
    var padded: PlainText { PlainText(bytes: [0x20] + bytes + [0x20]) }

    func contains(_ phrase: PlainText, from start: Int = 0) -> Bool {
        range(of: phrase, from: start) != nil
    }

    func hasPrefix(_ phrase: PlainText) -> Bool { bytes.starts(with: phrase.bytes) }

    func range(of phrase: PlainText, from start: Int = 0) -> Range<Int>? {
        let needle = phrase.bytes
        guard let head = needle.first, start + needle.count <= bytes.count else { return nil }
        for position in start...(bytes.count - needle.count)
        where bytes[position] == head && has(needle, at: position) {
            return position..<(position + needle.count)
        }
        return nil
    }

    func replacing(_ phrase: PlainText, with other: PlainText) -> PlainText {
        var out: [UInt8] = []
        var position = 0
        while let found = range(of: phrase, from: position) {
            out += bytes[position..<found.lowerBound] + other.bytes
            position = found.upperBound
        }
        return PlainText(bytes: out + bytes[position...])
    }

    fileprivate func has(_ needle: [UInt8], at position: Int) -> Bool {
        guard position + needle.count <= bytes.count else { return false }
        for offset in needle.indices where bytes[position + offset] != needle[offset] {
            return false
        }
        return true
    }
}

/// Many folded phrases that are looked for in one pass.
struct PhraseList: Sendable {
    private let phrases: [[UInt8]]
    /// Positions in `phrases` by first byte.
    private let byFirst: [[Int]]

    init(_ phrases: [String]) {
        self.phrases = phrases.map { Array($0.utf8) }
        var table = [[Int]](repeating: [], count: 256)
        for (index, phrase) in self.phrases.enumerated() {
            if let first = phrase.first { table[Int(first)].append(index) }
        }
        byFirst = table
    }

    /// Which of the phrases stands first within a part of the text; nil: none.
    func first(in text: PlainText, within part: Range<Int>? = nil) -> Int? {
        let part = (part ?? text.bytes.indices).clamped(to: text.bytes.indices)
        for position in part {
            for index in byFirst[Int(text.bytes[position])]
            where position + phrases[index].count <= part.upperBound
                && text.has(phrases[index], at: position)
            {
                return index
            }
        }
        return nil
    }

    func isFound(in text: PlainText, within part: Range<Int>? = nil) -> Bool {
        first(in: text, within: part) != nil
    }
}
