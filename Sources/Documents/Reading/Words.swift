/// A text cut into words and marks, for rules that speak of words.
///
/// Vietnamese writes each syllable apart; a word here is one syllable, a number or a short form.
struct Words: Sendable {
    /// One word, or one mark of punctuation.
    struct Word: Sendable, Equatable {
        /// Where it stands in the script.
        var range: Range<Int>
        /// Lower case, the tone on the vowel where older spelling has it (`ủy`, `hóa`).
        var text: String
        /// Begins with a capital letter.
        var isCapital: Bool
        /// A letter and nothing but capitals and digits, at least two: `UBND`, `PC07`.
        var isShortForm: Bool
        var isMark: Bool
    }

    let script: Script
    private let all: [Word]

    init(_ script: Script) {
        self.script = script
        var found: [Word] = []
        found.reserveCapacity(script.count / 4)
        var position = 0
        let scalars = script.scalars
        while position < scalars.count {
            let scalar = scalars[position]
            if scalar.isWordPart {
                var end = position + 1
                while end < scalars.count, scalars[end].isWordPart { end += 1 }
                found.append(Words.word(in: script, position..<end))
                position = end
            } else {
                if !scalar.isSpace {
                    found.append(
                        Word(
                            range: position..<(position + 1), text: String(scalar),
                            isCapital: false, isShortForm: false, isMark: true))
                }
                position += 1
            }
        }
        all = found
    }

    init(_ text: String) { self.init(Script(text)) }

    var count: Int { all.count }
    subscript(index: Int) -> Word { all[index] }

    /// The lower-case word at an index, empty beyond the ends.
    func text(_ index: Int) -> String {
        index >= 0 && index < all.count ? all[index].text : ""
    }

    func isCapital(_ index: Int) -> Bool { index < all.count && all[index].isCapital }

    func has(_ phrase: WordPhrase, at index: Int) -> Bool {
        guard index >= 0, index + phrase.words.count <= all.count else { return false }
        for offset in 0..<phrase.words.count where all[index + offset].text != phrase.words[offset]
        {
            return false
        }
        return true
    }

    /// The first of several phrases that stands at an index, as its number of words.
    func length(ofFirst phrases: [WordPhrase], at index: Int) -> Int? {
        for phrase in phrases where has(phrase, at: index) { return phrase.words.count }
        return nil
    }

    func first(_ phrase: WordPhrase, in range: Range<Int>? = nil) -> Int? {
        for index in range ?? 0..<count where has(phrase, at: index) { return index }
        return nil
    }

    /// The text from the first word of a range to its last, verbatim.
    func verbatim(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        return script.text(
            all[range.lowerBound].range.lowerBound..<all[range.upperBound - 1].range.upperBound)
    }

    /// The index of the first word that begins at or after a position of the script.
    func index(atOrAfter position: Int) -> Int {
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].range.lowerBound < position { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func word(in script: Script, _ range: Range<Int>) -> Word {
        var hasLower = false
        var hasLetter = false
        for position in range {
            let scalar = script.scalars[position]
            if scalar != script.lower[position] {
                hasLetter = true
            } else if !(0x30...0x39).contains(scalar.value) {
                hasLower = true
            }
        }
        let first = range.lowerBound
        return Word(
            range: range, text: spelling(script.lower[range]),
            isCapital: script.scalars[first] != script.lower[first],
            isShortForm: hasLetter && !hasLower && range.count >= 2, isMark: false)
    }

    /// One spelling for both customs of placing the tone: `uỷ` as `ủy`, `hoá` as `hóa`.
    private static func spelling(_ letters: ArraySlice<Unicode.Scalar>) -> String {
        guard letters.count >= 2, let last = letters.last, last.value >= 0xC0 else {
            return String(scalars: letters)
        }
        let before = letters[letters.endIndex - 2]
        guard before == "o" || before == "u",
            let pair = tonePairs[Pair(before: before, last: last)]
        else { return String(scalars: letters) }
        if before == "u", letters.count >= 3, letters[letters.endIndex - 3] == "q" {
            return String(scalars: letters)
        }
        return String(scalars: letters.dropLast(2)) + pair
    }

    private struct Pair: Hashable {
        var before: Unicode.Scalar
        var last: Unicode.Scalar
    }

    private static let tonePairs: [Pair: String] = {
        let plain: [(Unicode.Scalar, String, String)] = [
            ("o", "óòỏõọ", "áàảãạ"), ("o", "óòỏõọ", "éèẻẽẹ"), ("u", "úùủũụ", "ýỳỷỹỵ"),
        ]
        let bases = ["a", "e", "y"]
        var pairs: [Pair: String] = [:]
        for (index, (before, marked, last)) in plain.enumerated() {
            for (mark, tone) in zip(marked.unicodeScalars, last.unicodeScalars) {
                pairs[Pair(before: before, last: tone)] = String(mark) + bases[index]
            }
        }
        return pairs
    }()
}

/// A phrase as its words, in lower case.
struct WordPhrase: ExpressibleByStringLiteral, Sendable {
    let words: [String]

    init(stringLiteral text: String) { self.init(text) }

    init(_ text: String) {
        let cut = Words(text)
        words = (0..<cut.count).map { cut[$0].text }
    }
}

/// Many phrases at once; finds the longest that stands at a place.
struct PhraseTree: Sendable {
    private var branches: [[String: Int]] = [[:]]
    private var ends: [Bool] = [false]

    init(_ phrases: [String]) {
        for phrase in phrases { insert(WordPhrase(phrase)) }
    }

    mutating func insert(_ phrase: WordPhrase) {
        var node = 0
        for word in phrase.words {
            if let next = branches[node][word] {
                node = next
            } else {
                branches.append([:])
                ends.append(false)
                branches[node][word] = branches.count - 1
                node = branches.count - 1
            }
        }
        ends[node] = true
    }

    /// The number of words of the longest phrase at an index; nil: none stands there.
    func longest(in words: Words, at index: Int) -> Int? {
        var node = 0
        var position = index
        var best: Int?
        while position < words.count, let next = branches[node][words[position].text] {
            node = next
            position += 1
            if ends[node] { best = position - index }
        }
        return best
    }
}

extension Unicode.Scalar {
    /// White space of any kind, no-break spaces and byte-order marks included.
    var isSpace: Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x3000, 0xFEFF:
            true
        default: false
        }
    }
}
