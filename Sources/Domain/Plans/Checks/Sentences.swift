/// Cuts running Vietnamese text into sentences.
enum Sentences {
    /// A sentence ends at a full stop, question or exclamation mark before a space and a letter
    /// that is not small; what goes on in small letters is the same sentence.
    static func split(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        var sentences: [String] = []
        var start = 0
        for position in bytes.indices where isEnd(position, in: bytes) {
            append(bytes[start...position], to: &sentences)
            start = position + 1
        }
        append(bytes[start...], to: &sentences)
        return sentences
    }

    /// The words between spaces, with their punctuation.
    static func words(_ text: String) -> [Substring] {
        text.utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) }
    }

    /// The last of the words.
    static func lastWord(_ text: String) -> Substring? {
        let space = UInt8(ascii: " ")
        guard let end = text.utf8.lastIndex(where: { $0 != space }) else { return nil }
        let start = text.utf8[..<end].lastIndex(of: space).map { text.utf8.index(after: $0) }
        return text[(start ?? text.startIndex)..<text.utf8.index(after: end)]
    }

    /// The pieces between semicolons, of all sentences.
    static func clauses(_ text: String) -> [String] {
        split(text).flatMap { sentence in
            sentence.split(separator: ";").map { trimmed($0) }.filter { !$0.isEmpty }
        }
    }

    static func trimmed(_ text: some StringProtocol) -> String {
        var slice = text[...]
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }

    private static func append(_ slice: ArraySlice<UInt8>, to sentences: inout [String]) {
        let text = trimmed(String(decoding: slice, as: UTF8.self))
        if !text.isEmpty { sentences.append(text) }
    }

    private static func isEnd(_ position: Int, in bytes: [UInt8]) -> Bool {
        switch bytes[position] {
        case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): break
        default: return false
        }
        guard position + 2 < bytes.count, bytes[position + 1] <= UInt8(ascii: " "),
            !isAbbreviation(before: position, in: bytes)
        else { return false }
        let next = String(decoding: bytes[(position + 2)...].prefix(4), as: UTF8.self)
        return next.unicodeScalars.first.map { !$0.properties.isLowercase } ?? false
    }

    /// `TP.`, `TT.`, `P.`: at most three capitals and a full stop.
    private static func isAbbreviation(before stop: Int, in bytes: [UInt8]) -> Bool {
        let word = bytes[..<stop].suffix(while: { $0 > UInt8(ascii: " ") })
        let letters = String(decoding: word, as: UTF8.self)
        return !letters.isEmpty && letters.count <= 3 && letters.allSatisfy(\.isUppercase)
    }
}

extension String {
    /// Where the bytes of other words stand first: both are NFC, so that bytes say enough.
    func firstBytes(of words: String) -> Range<String.Index>? {
        let place = utf8.withContiguousStorageIfAvailable { text in
            words.utf8.withContiguousStorageIfAvailable { needle -> Int? in
                guard let head = needle.first, needle.count <= text.count else { return nil }
                for start in 0...(text.count - needle.count) where text[start] == head {
                    if (1..<needle.count).allSatisfy({ text[start + $0] == needle[$0] }) {
                        return start
                    }
                }
                return nil
            }
        }
        guard let place else { return firstRange(of: words) }
        guard let place, let start = place else { return nil }
        let lower = utf8.index(startIndex, offsetBy: start)
        return lower..<utf8.index(lower, offsetBy: words.utf8.count)
    }
}

extension ArraySlice {
    /// The longest end of which every element satisfies the condition.
    fileprivate func suffix(while condition: (Element) -> Bool) -> ArraySlice {
        var start = endIndex
        while start > startIndex, condition(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}

/// Words of a plan as they are shown beside a finding.
enum Quote {
    /// Characters; two lines of a terminal, three of the import page.
    static let lengthMax = 240

    /// The text, cut between words where it is longer than `lengthMax`, so that the words that
    /// matter stay in it.
    static func shortened(_ text: String, around words: String = "") -> String {
        // No text has more characters than bytes.
        guard text.utf8.count > lengthMax,
            let head = text.index(text.startIndex, offsetBy: lengthMax, limitedBy: text.endIndex),
            head < text.endIndex
        else { return text }
        let found = words.isEmpty ? nil : text.firstBytes(of: words)
        guard let found, found.upperBound > head else { return cut(text[..<head]) + " …" }
        // A third before the words, the rest for them and what follows.
        let start = text.index(
            found.lowerBound, offsetBy: -lengthMax / 3, limitedBy: text.startIndex)
        let rest = text[(start ?? text.startIndex)...].drop { $0 != " " }.dropFirst()
        let end = rest.index(rest.startIndex, offsetBy: lengthMax, limitedBy: rest.endIndex)
        guard let end, end < rest.endIndex else { return "… " + rest }
        return "… " + cut(rest[..<end]) + " …"
    }

    private static func cut(_ text: Substring) -> String {
        String(text[..<(text.lastIndex(of: " ") ?? text.endIndex)])
    }
}
