/// Cuts running Vietnamese text into sentences.
enum Sentences {
    /// A sentence ends at a full stop, question or exclamation mark before a space and a letter
    /// that is not small; what goes on in small letters is the same sentence.
    static func split(_ text: String) -> [String] {
        let scalars = Array(text.unicodeScalars)
        var sentences: [String] = []
        var start = 0
        for position in scalars.indices where isEnd(position, in: scalars) {
            append(scalars[start...position], to: &sentences)
            start = position + 1
        }
        append(scalars[start...], to: &sentences)
        return sentences
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

    private static func append(
        _ slice: ArraySlice<Unicode.Scalar>, to sentences: inout [String]
    ) {
        let text = trimmed(String(String.UnicodeScalarView(slice)))
        if !text.isEmpty { sentences.append(text) }
    }

    private static func isEnd(_ position: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard [".", "?", "!"].contains(scalars[position]), position + 2 < scalars.count,
            scalars[position + 1].properties.isWhitespace
        else { return false }
        if isAbbreviation(before: position, in: scalars) { return false }
        let next = scalars[position + 2]
        return !next.properties.isLowercase
    }

    /// `TP.`, `TT.`, `P.`: capitals and a full stop, or a single letter.
    private static func isAbbreviation(before stop: Int, in scalars: [Unicode.Scalar]) -> Bool {
        var start = stop
        while start > 0, scalars[start - 1].properties.isAlphabetic { start -= 1 }
        let word = scalars[start..<stop]
        return !word.isEmpty && word.count <= 3 && word.allSatisfy { $0.properties.isUppercase }
    }
}

/// Words of a plan as they are shown beside a finding.
enum Quote {
    /// Characters; two lines of a terminal, three of the import page.
    static let lengthMax = 240

    /// The text, cut between words where it is longer than `lengthMax`, so that the words that
    /// matter stay in it.
    static func shortened(_ text: String, around words: String = "") -> String {
        guard text.count > lengthMax else { return text }
        let found = words.isEmpty ? nil : text.firstRange(of: words)
        let head = text.index(text.startIndex, offsetBy: lengthMax)
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
