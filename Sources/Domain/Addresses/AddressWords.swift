/// One word of an address.
struct AddressWord {
    let text: String
    /// Small letters with their diacritics.
    let lower: String
    let plain: String
    var isPlain: Bool { lower == plain }
    /// "hẻm xuyệc" is a kind of alley, not a slash.
    var isAlley: Bool { plain == "hem" }
    var startsWithDigit: Bool { text.first.map { ("0"..."9").contains($0) } ?? false }

    init(_ text: String) {
        self.text = text
        lower = text.lowercased()
        plain = folded(text)
    }
}

/// How the words of an address are parted.
enum AddressWords {
    /// At commas, semicolons, brackets, ends of lines and dashes between spaces, but not at that
    /// of "12 - 14".
    static func segments(_ text: String) -> [Substring] {
        let marks: Set<Character> = [",", ";", "(", ")", "\n", "\r\n"]
        var out: [Substring] = []
        for part in text.split(whereSeparator: marks.contains) {
            let words = part.split(whereSeparator: \.isWhitespace)
            var start = part.startIndex
            for (index, word) in words.enumerated() where ["-", "–"].contains(word) {
                let isRange =
                    index > 0 && index + 1 < words.count && words[index - 1].last?.isNumber == true
                    && words[index + 1].first?.isNumber == true
                if isRange { continue }
                out.append(part[start..<word.startIndex])
                start = word.endIndex
            }
            out.append(part[start...])
        }
        return out
    }

    /// What is said for the slash of "12/34": "12 xuyệt 34".
    private static let slashes: Set<String> = ["/", "xuyệt", "xuyệc", "xẹt", "xẹc", "sẹc"]

    /// "P.5", "Q1", "TP.HCM" and "ngõ12" come apart; "12 / 34" and "12 - 14" come together.
    static func words(_ segment: Substring, _ isShouting: Bool) -> [AddressWord] {
        var words: [AddressWord] = []
        var isJoining = false
        for piece in segment.split(whereSeparator: \.isWhitespace) {
            let lower = piece.lowercased()
            let isRange = piece == "-" || piece == "–"
            if let last = words.last, isRange || slashes.contains(lower), !last.isAlley {
                words[words.count - 1] = AddressWord(last.text + (isRange ? "-" : "/"))
                isJoining = true
                continue
            }
            if let last = words.last, isJoining || piece.first == "/" || last.text.last == "/" {
                words[words.count - 1] = AddressWord(last.text + piece)
                isJoining = false
                continue
            }
            split(piece, lower, into: &words, isShouting)
        }
        return words
    }

    private static func split(
        _ piece: Substring, _ lower: String, into words: inout [AddressWord], _ isShouting: Bool
    ) {
        var rest = piece
        if let last = rest.last, last == "." || last == ":", rest.count > 1,
            !AddressMarker.short.contains(lower)
        {
            rest = rest.dropLast()
        }
        if let dot = rest.firstIndex(of: "."), dot != rest.indices.last,
            AddressMarker.short.contains(rest[...dot].lowercased())
        {
            words.append(AddressWord(String(rest[...dot])))
            rest = rest[rest.index(after: dot)...]
        }
        if let digit = rest.firstIndex(where: \.isNumber), digit != rest.startIndex,
            AddressMarker.glued.contains(rest[..<digit].lowercased())
        {
            words.append(AddressWord(String(rest[..<digit])))
            rest = rest[digit...]
        }
        guard !rest.isEmpty else { return }
        let isName = isShouting && rest.count > 1 && !rest.contains(where: \.isNumber)
        words.append(
            AddressWord(isName ? rest.prefix(1) + rest.dropFirst().lowercased() : String(rest)))
    }
}

extension AddressMarker {
    static let short = Set(all.filter(\.isAbbreviation).flatMap(\.words))
    /// Abbreviations that a number may be glued to: "P5", "Q1", "TDP12"; letters of houses are not.
    static let glued: Set<String> = [
        "p", "q", "f", "tdp", "kp", "sn", "ql", "tl", "ngõ", "ngách", "hẻm", "kiệt", "tổ", "số",
        "thôn", "ấp", "khu",
    ]
}
