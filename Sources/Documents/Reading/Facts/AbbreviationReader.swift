package import Domain

/// The short forms that a document uses, with their meaning where it explains them.
///
/// A short form is a word with at least two capital letters and no small one between them, in a
/// line that is not in capitals altogether; what stands in the number of a document is none, nor
/// what the list of recipients shortens.
package enum AbbreviationReader {
    package static func read(_ lines: [SourceLine]) -> [Abbreviation] {
        read(JoinedText(lines))
    }

    static func read(_ text: JoinedText) -> [Abbreviation] {
        var found: [Abbreviation] = []
        var places: [String: Int] = [:]
        let end = foot(of: text.script)
        var position = 0
        while position < end {
            guard text.script.isWordStart(position) else {
                position += 1
                continue
            }
            let word = position..<text.script.wordEnd(position)
            position = word.upperBound
            guard isShortForm(word, in: text.script) else { continue }
            let short = text.text(word)
            let meaning = ShortFormMeaning(text.script, of: word).range.map(text.text)
            if let index = places[short] {
                if found[index].meaning == nil { found[index].meaning = meaning }
            } else {
                places[short] = found.count
                found.append(
                    Abbreviation(
                        short: short, meaning: meaning, line: text.line(at: word.lowerBound)))
            }
        }
        return found
    }

    private static func foot(of script: Script) -> Int {
        var position = 0
        while let heading = script.first("nơi nhận", from: position) {
            if heading.lowerBound == 0 || script.scalars[heading.lowerBound - 1] == "\n" {
                return heading.lowerBound
            }
            position = heading.upperBound
        }
        return script.count
    }

    private static func isShortForm(_ word: Range<Int>, in script: Script) -> Bool {
        guard word.count >= 2, word.count <= 10 else { return false }
        var capitals = 0
        var digits = 0
        for position in word {
            if script.isUpper(position) {
                capitals += 1
            } else if script.scalars[position].isDigit {
                digits += 1
            } else {
                return false
            }
        }
        guard capitals >= 2, !script.scalars[word.lowerBound].isDigit else { return false }
        if digits == 0, word.allSatisfy({ "IVXLC".unicodeScalars.contains(script.scalars[$0]) }) {
            return false
        }
        return !isInNumber(word, in: script) && !isAmongCapitals(word, in: script)
            && !hasVowelMark(word, in: script)
    }

    /// `QĐ` in `57/2026/QĐ-UBND`: a digit stands before in the same run without spaces.
    private static func isInNumber(_ word: Range<Int>, in script: Script) -> Bool {
        var start = word.lowerBound
        while start > 0, !script.scalars[start - 1].isBlank,
            !"(),;".unicodeScalars.contains(script.scalars[start - 1])
        {
            start -= 1
        }
        if script.scalars[start].isDigit || "/-".unicodeScalars.contains(script.scalars[start]) {
            return true
        }
        // `47 CT/TW`: the dash behind the digits was lost.
        let digits = script.trimSpaces(before: start)
        if digits > 0, digits < start, script.scalars[digits - 1].isDigit,
            script.scalars[start..<script.runEnd(start)].contains("/")
        {
            return true
        }
        // `1492/QĐ- TTg`: a space behind the dash.
        return start > 1 && script.scalars[start - 1].isBlank
            && (script.scalars[start - 2].isDash || script.scalars[start - 2] == "/")
            && start > 3 && script.isUpper(start - 3)
    }

    /// A word of a heading in capitals: the line has no small letter.
    private static func isAmongCapitals(_ word: Range<Int>, in script: Script) -> Bool {
        var start = word.lowerBound
        while start > 0, script.scalars[start - 1] != "\n" { start -= 1 }
        var end = word.upperBound
        while end < script.count, script.scalars[end] != "\n" { end += 1 }
        if start == word.lowerBound, end == word.upperBound { return true }
        if script.isCapitals(start..<end) { return true }
        // Three words in capitals beside one another are emphasis or a heading.
        var run = 1
        var next = script.skipSpaces(word.upperBound)
        while next < end, script.isWordStart(next), script.isCapitals(next..<script.wordEnd(next)) {
            run += 1
            next = script.skipSpaces(script.wordEnd(next))
        }
        var before = script.trimSpaces(before: word.lowerBound)
        while before > start {
            var first = before
            while first > start, script.scalars[first - 1].isWordPart { first -= 1 }
            guard first < before, script.isCapitals(first..<before) else { break }
            run += 1
            before = script.trimSpaces(before: first)
        }
        return run >= 3
    }

    /// Letters with tone marks make words in capitals ("HỘI"), not short forms; Đ, Ư, Ô may stand.
    private static func hasVowelMark(_ word: Range<Int>, in script: Script) -> Bool {
        word.contains { position in
            let value = script.scalars[position].value
            return (0x1EA0...0x1EF9).contains(value)
                || [
                    0xC0, 0xC1, 0xC3, 0xC8, 0xC9, 0xCC, 0xCD,
                    0xD2, 0xD3, 0xD5, 0xD9, 0xDA, 0xDD, 0x128, 0x168,
                ].contains(value)
        }
    }
}

extension Script {
    /// The end of a run without spaces.
    fileprivate func runEnd(_ position: Int) -> Int {
        var end = position
        while end < count, !scalars[end].isBlank { end += 1 }
        return end
    }
}

/// Finds the words that a short form stands for, in the brackets beside it.
private struct ShortFormMeaning {
    private let script: Script
    /// The words; nil: not explained here.
    private(set) var range: Range<Int>?

    init(_ script: Script, of word: Range<Int>) {
        self.script = script
        range = beforeBracket(word) ?? behindInBracket(word)
    }

    private static let introductions: [Phrase] = [
        "sau đây viết tắt là", "sau đây gọi tắt là", "sau đây gọi là", "viết tắt là", "viết tắt",
        "gọi tắt là", "gọi tắt", "sau đây viết tắt", "sau đây gọi tắt", "tắt là",
    ]

    /// "phòng cháy, chữa cháy và cứu nạn, cứu hộ (PCCC và CNCH)": all short forms of the bracket
    /// together stand for the words before it.
    private func beforeBracket(_ word: Range<Int>) -> Range<Int>? {
        guard let (open, forms) = bracket(around: word),
            let index = forms.firstIndex(of: word)
        else { return nil }
        var end = script.trimSpaces(before: open)
        if end > 0, script.scalars[end - 1] == "”" || script.scalars[end - 1] == "\"" { end -= 1 }
        // From the last form back to the one asked for.
        var range: Range<Int>?
        for form in forms[index...].reversed() {
            guard let words = words(of: form, endingAt: end) else { return nil }
            range = words
            end = script.trimSpaces(before: words.lowerBound)
            if let and = script.start(ofAny: ["và"], before: end) {
                end = script.trimSpaces(before: and)
            }
            while end > 0, script.scalars[end - 1] == "," {
                end = script.trimSpaces(before: end - 1)
            }
        }
        return range
    }

    /// The opening bracket before a form, if nothing but forms and an introduction stands in it.
    private func bracket(around word: Range<Int>) -> (open: Int, forms: [Range<Int>])? {
        var open = word.lowerBound
        while open > 0, script.scalars[open - 1] != "(" {
            if word.lowerBound - open > 60 || script.scalars[open - 1] == ")" { return nil }
            open -= 1
        }
        guard open > 0 else { return nil }
        var forms: [Range<Int>] = []
        var position = script.skipSpaces(open)
        if let words = script.end(ofAny: Self.introductions, at: position) {
            position = script.skipSpaces(words)
        }
        while position < script.count, script.scalars[position] != ")" {
            let scalar = script.scalars[position]
            if scalar == "," || scalar == "&" || scalar == "-" || scalar == "“" || scalar == "”"
                || scalar == "\"" || scalar == ":"
            {
                position = script.skipSpaces(position + 1)
            } else if let and = script.end(of: "và", at: position) {
                position = script.skipSpaces(and)
            } else if script.isWordStart(position) {
                let end = script.wordEnd(position)
                guard script.isCapitals(position..<end) else { return nil }
                forms.append(position..<end)
                position = script.skipSpaces(end)
            } else {
                return nil
            }
        }
        return (open - 1, forms)
    }

    /// The words whose first letters spell the form, ending at a position; "và" and commas between
    /// count where the form has a letter for them and are passed over where not.
    private func words(of form: Range<Int>, endingAt end: Int) -> Range<Int>? {
        let letters = form.filter { !script.scalars[$0].isDigit }.map { script.lower[$0] }
        var index = letters.count - 1
        var position = end
        var start = end
        while index >= 0 {
            position = script.trimSpaces(before: position)
            guard position > 0 else { return nil }
            if ",-–&“”\"".unicodeScalars.contains(script.scalars[position - 1]) {
                position -= 1
                continue
            }
            var first = position
            while first > 0, script.scalars[first - 1].isWordPart { first -= 1 }
            guard first < position else { return nil }
            let initial = Self.plain(script.lower[first])
            if initial == Self.plain(letters[index]) || initial == "đ" && letters[index] == "d" {
                index -= 1
                start = first
            } else if !script.hasWord("và", at: first) && !script.hasWord("của", at: first) {
                return nil
            }
            position = first
        }
        return start..<end
    }

    /// `HKD (hộ kinh doanh)`.
    private func behindInBracket(_ word: Range<Int>) -> Range<Int>? {
        let open = script.skipSpaces(word.upperBound)
        guard script.at(open) == "(" else { return nil }
        var close = open + 1
        while close < script.count, script.scalars[close] != ")", close - open < 120 { close += 1 }
        guard close < script.count, script.scalars[close] == ")",
            let words = words(of: word, endingAt: close)
        else { return nil }
        return words.lowerBound == script.skipSpaces(open + 1) ? words : nil
    }

    /// `ủ` begins with the letter U of `UBND`; Đ is a letter of its own.
    private static func plain(_ letter: Unicode.Scalar) -> Unicode.Scalar {
        letter == "đ" ? letter : VietnameseLetter.base(of: letter)
    }
}
