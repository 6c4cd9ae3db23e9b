/// One word of an address.
struct AddressWord {
    let text: String
    let plain: String
    /// Whether it has no diacritics to lose.
    let isPlain: Bool
    /// Small letters with their diacritics.
    var lower: String { isPlain ? plain : text.lowercased() }
    /// "hẻm xuyệc" is a kind of alley, not a slash.
    var isAlley: Bool { plain == "hem" }
    var startsWithDigit: Bool { text.utf8.first.map(AddressWords.isDigit) ?? false }

    init(_ text: String) {
        self.text = text
        plain = folded(text)
        // A letter with a diacritic is longer than its plain one.
        isPlain = text.utf8.count == plain.utf8.count
    }
}

/// How the words of an address are parted.
enum AddressWords {
    /// At commas, semicolons, brackets, ends of lines and dashes between spaces, but not at that
    /// of "12 - 14".
    static func segments(_ text: String) -> [[Substring]] {
        var out: [[Substring]] = []
        for part in text.utf8.split(whereSeparator: isMark) {
            let words = words(of: Substring(part))
            var segment: [Substring] = []
            for (index, word) in words.enumerated() {
                let isRange =
                    index > 0 && index + 1 < words.count
                    && words[index - 1].utf8.last.map(isDigit) == true
                    && words[index + 1].utf8.first.map(isDigit) == true
                if isDash(word), !isRange {
                    out.append(segment)
                    segment = []
                } else {
                    segment.append(word)
                }
            }
            out.append(segment)
        }
        return out
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), 0x0A, 0x0D:
            true
        default: false
        }
    }

    /// At spaces, also those that lines are not broken at (C2 A0 in UTF-8).
    private static func words(of segment: Substring) -> [Substring] {
        let words = segment.utf8.split { $0 == 0x20 || $0 == 0x09 }.map { Substring($0) }
        guard words.contains(where: { $0.utf8.contains(0xC2) }) else { return words }
        return words.flatMap { $0.unicodeScalars.split { $0 == "\u{A0}" }.map(Substring.init) }
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isDash(_ word: Substring) -> Bool {
        word.utf8.count <= 3 && (word == "-" || word == "–")
    }

    /// What is said for the slash of "12/34": "12 xuyệt 34".
    private static let slashes: Set<String> = ["/", "xuyệt", "xuyệc", "xẹt", "xẹc", "sẹc"]

    private static func isSlash(_ piece: Substring) -> Bool {
        switch piece.utf8.first {
        case UInt8(ascii: "/"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "s"),
            UInt8(ascii: "S"):
            slashes.contains(piece.lowercased())
        default: false
        }
    }

    /// "P.5", "Q1", "TP.HCM" and "ngõ12" come apart; "12 / 34" and "12 - 14" come together.
    static func words(_ segment: [Substring], _ isShouting: Bool) -> [AddressWord] {
        let slash = UInt8(ascii: "/")
        var words: [AddressWord] = []
        words.reserveCapacity(segment.count + 1)
        var isJoining = false
        for piece in segment {
            let isRange = isDash(piece)
            if let last = words.last, isRange || isSlash(piece), !last.isAlley {
                words[words.count - 1] = AddressWord(last.text + (isRange ? "-" : "/"))
                isJoining = true
                continue
            }
            if let last = words.last,
                isJoining || piece.utf8.first == slash || last.text.utf8.last == slash
            {
                words[words.count - 1] = AddressWord(last.text + piece)
                isJoining = false
                continue
            }
            split(piece, into: &words, isShouting)
        }
        return words
    }

    private static func split(
        _ piece: Substring, into words: inout [AddressWord], _ isShouting: Bool
    ) {
        let dot = UInt8(ascii: ".")
        var rest = piece
        if let last = rest.utf8.last, last == dot || last == UInt8(ascii: ":"),
            rest.utf8.count > 1, !AddressMarker.short.contains(piece.lowercased())
        {
            rest = rest.dropLast()
        }
        if let place = rest.utf8.firstIndex(of: dot), rest.utf8.index(after: place) < rest.endIndex,
            AddressMarker.short.contains(rest[...place].lowercased())
        {
            words.append(AddressWord(String(rest[...place])))
            rest = rest[rest.utf8.index(after: place)...]
        }
        if let digit = rest.utf8.firstIndex(where: isDigit), digit != rest.startIndex,
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
