/// A text cut into words and marks, for rules that speak of words.
///
/// Vietnamese writes each syllable apart; a word here is one syllable, a number or a short form.
struct Words: Sendable {
    /// One word, or one mark of punctuation.
    struct Word: Sendable, Equatable {
        /// Where it stands in the script.
        var range: Range<Int>
        /// Lower case, the tone on the vowel where older spelling has it (`ủy`, `hóa`).
        var text: WordCode
        /// Begins with a capital letter.
        var isCapital = false
        /// A letter and nothing but capitals and digits, at least two: `UBND`, `PC07`.
        var isShortForm = false
        var isMark = false
        /// Begins with a digit.
        var isNumber = false
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
                    let place = position..<(position + 1)
                    found.append(Word(range: place, text: WordCode(scalars[place]), isMark: true))
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
    func text(_ index: Int) -> WordCode {
        index >= 0 && index < all.count ? all[index].text : .empty
    }

    func isCapital(_ index: Int) -> Bool { index < all.count && all[index].isCapital }

    func has(_ phrase: WordPhrase, at index: Int) -> Bool {
        phrase.length(in: self, at: index) != nil
    }

    /// The first of several phrases that stands at an index, as its number of words.
    func length(ofFirst phrases: [WordPhrase], at index: Int) -> Int? {
        for phrase in phrases {
            if let length = phrase.length(in: self, at: index) { return length }
        }
        return nil
    }

    func index(of word: WordCode, in range: Range<Int>) -> Int? {
        range.first { text($0) == word }
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

    /// One word as text, in lower case.
    func lowered(_ index: Int) -> String {
        if let text = all[index].text.text { return text }
        return String(String.UnicodeScalarView(script.lower[all[index].range]))
    }

    /// The words of a range in lower case, one space between.
    func lowered(_ range: Range<Int>) -> String {
        range.map { lowered($0) }.joined(separator: " ")
    }

    /// The first words of the sentences.
    var sentences: [Int] {
        var found = [0]
        guard count > 2 else { return found }
        for index in 1..<(count - 1)
        where all[index].isMark && isCapital(index + 1) && text(index) == "."
            && all[index + 1].range.lowerBound > all[index].range.upperBound
        {
            found.append(index + 1)
        }
        return found
    }

    /// The first words of the sentences and of what stands behind semicolons.
    var statements: [Int] {
        let clauses = (0..<max(0, count - 1)).filter { text($0) == ";" }.map { $0 + 1 }
        return clauses.isEmpty ? sentences : (sentences + clauses).sorted()
    }

    /// All words, for a `PhraseTree`.
    var allCodes: [WordCode] { all.map(\.text) }

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
            if script.scalars[position] != script.lower[position] {
                hasLetter = true
            } else if !(0x30...0x39).contains(script.scalars[position].value) {
                hasLower = true
            }
        }
        let first = range.lowerBound
        return Word(
            range: range, text: spelling(script.lower[range]),
            isCapital: script.scalars[first] != script.lower[first],
            isShortForm: hasLetter && !hasLower && range.count >= 2,
            isNumber: (0x30...0x39).contains(script.scalars[first].value))
    }

    /// One spelling for both customs of placing the tone: `uỷ` as `ủy`, `hoá` as `hóa`.
    private static func spelling(_ letters: ArraySlice<Unicode.Scalar>) -> WordCode {
        guard letters.count >= 2, let last = letters.last, last.value >= 0xC0 else {
            return WordCode(letters)
        }
        let before = letters[letters.endIndex - 2]
        guard before == "o" || before == "u", let tones = tonePairs[last],
            let pair = before == "o" ? tones.afterO : tones.afterU
        else { return WordCode(letters) }
        if before == "u", letters.count >= 3, letters[letters.endIndex - 3] == "q" {
            return WordCode(letters)
        }
        return WordCode(letters.dropLast(2) + pair)
    }

    private struct Tones {
        var afterO: [Unicode.Scalar]?
        var afterU: [Unicode.Scalar]?
    }

    private static let tonePairs: [Unicode.Scalar: Tones] = {
        var pairs: [Unicode.Scalar: Tones] = [:]
        for (marked, base, last) in [("óòỏõọ", "a", "áàảãạ"), ("óòỏõọ", "e", "éèẻẽẹ")] {
            for (mark, tone) in zip(marked.unicodeScalars, last.unicodeScalars) {
                pairs[tone] = Tones(afterO: [mark] + base.unicodeScalars)
            }
        }
        for (mark, tone) in zip("úùủũụ".unicodeScalars, "ýỳỷỹỵ".unicodeScalars) {
            pairs[tone] = Tones(afterU: [mark, "y"])
        }
        return pairs
    }()
}

/// A phrase of a rule, its words in lower case with spaces between; marks count as words.
///
/// It is looked at where it stands in the program: no copy is made to compare it.
struct WordPhrase: ExpressibleByStringLiteral, Sendable {
    private let text: StaticString

    init(stringLiteral text: StaticString) { self.text = text }

    /// How many words the phrase takes at an index; nil: it does not stand there.
    func length(in words: Words, at index: Int) -> Int? {
        // Most phrases already differ in their first byte.
        guard text.utf8Start.pointee == words.text(index).firstByte else { return nil }
        return text.withUTF8Buffer { bytes in
            var position = index
            var byte = 0
            while let code = WordPhrase.next(bytes, &byte) {
                guard words.text(position) == code else { return nil }
                position += 1
            }
            return position - index
        }
    }

    /// The words of the phrase.
    var codes: [WordCode] {
        text.withUTF8Buffer { bytes in
            var codes: [WordCode] = []
            var byte = 0
            while let code = WordPhrase.next(bytes, &byte) { codes.append(code) }
            return codes
        }
    }

    var count: Int { codes.count }

    /// The word that begins at a byte or behind the spaces there.
    private static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ byte: inout Int) -> WordCode? {
        while byte < bytes.count, bytes[byte] == 0x20 { byte += 1 }
        guard byte < bytes.count else { return nil }
        var packing = WordCode.Packing()
        repeat {
            packing.append(bytes[byte])
            byte += 1
        } while byte < bytes.count && !isBreak(bytes[byte - 1]) && !isBreak(bytes[byte])
        return packing.code
    }

    /// A space or an ASCII mark; letters with marks lie beyond.
    private static func isBreak(_ byte: UInt8) -> Bool {
        byte < 0x80 && !(0x30...0x39).contains(byte) && !(0x61...0x7A).contains(byte)
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
