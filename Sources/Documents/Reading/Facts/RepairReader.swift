package import Domain

/// Damage of scanning and typing, as suggestions; the text itself stays as it is.
///
/// A suggestion is made only where the found form is surely none: a fixed expression of
/// administrative language with other marks on its letters (`FixedExpressions`), a rhyme that
/// Vietnamese does not have, a document's number with a space in it, words written twice.
package enum RepairReader {
    package static func read(_ lines: [SourceLine]) -> [SuggestedRepair] {
        read(JoinedText(lines))
    }

    static func read(_ text: JoinedText) -> [SuggestedRepair] {
        var found: [(range: Range<Int>, suggestion: String)] = []
        found += ExpressionRepairs(text.script).found
        found += RhymeRepairs.find(in: text.script)
        found += NumberRepairs.find(in: text.script)
        found += RepeatedWords.find(in: text.script)
        found += ShortFormRepairs.find(in: text.script)
        found.sort { ($0.range.lowerBound, $1.range.count) < ($1.range.lowerBound, $0.range.count) }
        var end = 0
        var repairs: [SuggestedRepair] = []
        for repair in found where repair.range.lowerBound >= end {
            end = repair.range.upperBound
            repairs.append(
                SuggestedRepair(
                    line: text.line(at: repair.range.lowerBound), found: text.text(repair.range),
                    suggestion: repair.suggestion))
        }
        return repairs
    }
}

/// One repair of a text, before it is given a line.
typealias Repair = (range: Range<Int>, suggestion: String)

/// Finds fixed expressions whose letters lost or changed their marks.
private struct ExpressionRepairs {
    private(set) var found: [Repair] = []

    init(_ script: Script) {
        var words: [Range<Int>] = []
        var bases: [UInt64] = []
        var position = 0
        while position < script.count {
            guard script.scalars[position].isWordPart else {
                position += 1
                continue
            }
            var hash = FixedExpressions.seed
            let start = position
            while position < script.count, script.scalars[position].isWordPart {
                hash = FixedExpressions.mix(hash, VietnameseLetter.base(of: script.lower[position]))
                position += 1
            }
            words.append(start..<position)
            bases.append(hash)
        }
        var index = 0
        while index < words.count {
            guard let repair = Self.repair(script, words, bases, at: index) else {
                index += 1
                continue
            }
            if !repair.suggestion.isEmpty { found.append(repair) }
            while index < words.count, words[index].lowerBound < repair.range.upperBound {
                index += 1
            }
        }
    }

    /// The longest expression at a word; an empty suggestion where it is written right.
    private static func repair(
        _ script: Script, _ words: [Range<Int>], _ bases: [UInt64], at index: Int
    ) -> Repair? {
        let known = FixedExpressions.knows
        guard known.mayHave(bases[index]), let longest = FixedExpressions.longest[bases[index]]
        else { return nil }
        var length = min(longest, words.count - index)
        while length >= 2 {
            let last = index + length - 1
            defer { length -= 1 }
            var key = bases[index]
            for next in index + 1...last { key = FixedExpressions.join(key, bases[next]) }
            guard known.mayHave(key), let forms = FixedExpressions.forms[key],
                isRunning(script, words[index...last])
            else { continue }
            let range = words[index].lowerBound..<words[last].upperBound
            if isWritten(forms.letters, script, words[index...last]) { return (range, "") }
            let written = letters(script, words[index...last])
            let next = last + 1 < words.count ? script.text(words[last + 1]).lowercased() : ""
            if forms.accepts(written, before: next) { return (range, "") }
            return (range, cased(forms.right, like: script, words[index...last]))
        }
        return nil
    }

    /// Nothing but spaces and the commas of the expression stands between, and no word after the
    /// first has a capital letter unless all have.
    private static func isRunning(_ script: Script, _ words: ArraySlice<Range<Int>>) -> Bool {
        let allCapitals = words.allSatisfy { script.isCapitals($0) }
        var previous: Range<Int>?
        for word in words {
            if let previous {
                for gap in previous.upperBound..<word.lowerBound where !script.scalars[gap].isBlank
                {
                    return false
                }
                if script.isUpper(word.lowerBound), !allCapitals { return false }
            }
            previous = word
        }
        return true
    }

    /// Whether the words are these letters, one space between words.
    private static func isWritten(
        _ letters: [Unicode.Scalar], _ script: Script, _ words: ArraySlice<Range<Int>>
    ) -> Bool {
        var index = 0
        for word in words {
            if index > 0 { index += 1 }
            guard index + word.count <= letters.count else { return false }
            for position in word {
                if script.lower[position] != letters[index] { return false }
                index += 1
            }
        }
        return index == letters.count
    }

    private static func letters(_ script: Script, _ words: ArraySlice<Range<Int>>) -> String {
        var out: [Unicode.Scalar] = []
        for word in words {
            if !out.isEmpty { out.append(" ") }
            out += script.lower[word]
        }
        return FixedExpressions.plainSpelling(String(scalars: out[...]))
    }

    private static func cased(
        _ right: String, like script: Script, _ words: ArraySlice<Range<Int>>
    ) -> String {
        guard let first = words.first else { return right }
        if words.allSatisfy({ script.isCapitals($0) }) { return right.uppercased() }
        return script.isUpper(first.lowerBound)
            ? right.prefix(1).uppercased() + right.dropFirst() : right
    }
}

/// Vietnamese has `ươ` before a final letter, never `uơ` or `ưo`: "vuớng" is "vướng".
enum RhymeRepairs {
    static func find(in script: Script) -> [Repair] {
        var found: [Repair] = []
        guard script.count > 2 else { return [] }
        for position in 1..<script.count - 1 {
            let before = script.lower[position - 1]
            guard before == "u" || before == "ư", script.scalars[position + 1].isWordPart else {
                continue
            }
            let mended: Unicode.Scalar?
            if before == "u", isHorned(script.lower[position]) {
                let ahead = position > 1 ? script.lower[position - 2] : " "
                mended = ahead == "q" || ahead == "h" || !ahead.isWordPart ? nil : "ư"
                if let mended { found.append(repair(script, position - 1, mended)) }
            } else if before == "ư", let horned = horned(script.lower[position]) {
                found.append(repair(script, position, horned))
            }
        }
        return found
    }

    private static func repair(
        _ script: Script, _ position: Int, _ letter: Unicode.Scalar
    ) -> Repair {
        var start = position
        while start > 0, script.scalars[start - 1].isWordPart { start -= 1 }
        let end = script.wordEnd(position)
        var scalars = Array(script.scalars[start..<end])
        let isUpper = script.isUpper(position)
        scalars[position - start] =
            isUpper
            ? Unicode.Scalar(letter.value - 1) ?? letter : letter
        return (start..<end, String(String.UnicodeScalarView(scalars)))
    }

    private static func isHorned(_ letter: Unicode.Scalar) -> Bool {
        letter == "ơ" || (0x1EDB...0x1EE3).contains(letter.value)
    }

    private static func horned(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
        switch letter {
        case "o", "ô": "ơ"
        case "ó", "ố": "ớ"
        case "ò", "ồ": "ờ"
        case "ỏ", "ổ": "ở"
        case "õ", "ỗ": "ỡ"
        case "ọ", "ộ": "ợ"
        default: nil
        }
    }
}

/// `1492/QĐ- TTg`, `47 CT/TW`, `27/CTTg`: numbers of documents that came apart or grew together.
enum NumberRepairs {
    static func find(in script: Script) -> [Repair] {
        var found: [Repair] = []
        var position = 0
        while let word = script.first("số", from: position) {
            position = word.upperBound
            let start = script.skipSpaces(word.upperBound)
            guard start < script.count, script.scalars[start].isDigit,
                let number = NumberText(script, at: start, isAnnounced: true)
            else { continue }
            position = number.range.upperBound
            if let suggestion = mended(script.slice(number.range)) {
                found.append((number.range, suggestion))
            }
        }
        return found
    }

    private static func mended(_ number: Script) -> String? {
        var out = String.UnicodeScalarView()
        for position in 0..<number.count {
            let scalar = number.scalars[position]
            if scalar.isBlank {
                let next = number.skipSpaces(position)
                let isLost =
                    out.last?.isDigit == true && next < number.count && number.isUpper(next)
                if isLost { out.append("-") }
                continue
            }
            out.append(scalar.isDash ? "-" : scalar)
        }
        var text = String(out)
        for (fused, right) in fused where text.hasSuffix("/" + fused) {
            text = String(text.dropLast(fused.count)) + right
        }
        let written = String(String.UnicodeScalarView(number.scalars.map { $0.isDash ? "-" : $0 }))
        return text == written ? nil : text
    }

    private static let fused = [
        ("CTTTg", "CT-TTg"), ("CTTg", "CT-TTg"), ("QĐTTg", "QĐ-TTg"), ("NĐCP", "NĐ-CP"),
        ("NQCP", "NQ-CP"), ("KHUBND", "KH-UBND"), ("QĐUBND", "QĐ-UBND"), ("NQHĐND", "NQ-HĐND"),
    ]
}

/// The same word or pair of words typed twice.
enum RepeatedWords {
    /// Words that never follow themselves.
    private static let single: Set<String> = [
        "của", "và", "các", "những", "trong", "cho", "với", "về", "được", "tại", "theo", "để",
        "nộp", "trên", "bằng", "gồm", "hoặc",
    ]

    static func find(in script: Script) -> [Repair] {
        var found: [Repair] = []
        // The words that stand in a row, one space between, the last of them last.
        var words: [Range<Int>] = []
        var position = 0
        while position < script.count {
            guard script.isWordStart(position) else {
                position += 1
                continue
            }
            let word = position..<script.wordEnd(position)
            position = word.upperBound
            if let last = words.last, !isNext(script, last, word) {
                words.removeAll(keepingCapacity: true)
            }
            words.append(word)
            let count = words.count
            if count >= 2, same(script, words[count - 2], word), single.contains(script.text(word))
            {
                found.append((words[count - 2].lowerBound..<word.upperBound, script.text(word)))
                words.removeAll(keepingCapacity: true)
            } else if count >= 4, same(script, words[count - 3], word),
                same(script, words[count - 4], words[count - 2]),
                !same(script, words[count - 2], word), isLong(words[(count - 2)...])
            {
                let once = words[count - 2].lowerBound..<word.upperBound
                found.append((words[count - 4].lowerBound..<word.upperBound, script.text(once)))
                words.removeAll(keepingCapacity: true)
            }
        }
        return found
    }

    private static func isNext(_ script: Script, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
        b.lowerBound == a.upperBound + 1 && script.scalars[a.upperBound].isBlank
            && !script.isUpper(b.lowerBound)
    }

    private static func same(_ script: Script, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
        a.count == b.count && script.lower[a.lowerBound] == script.lower[b.lowerBound]
            && script.lower[a].elementsEqual(script.lower[b])
    }

    private static func isLong(_ words: ArraySlice<Range<Int>>) -> Bool {
        words.allSatisfy { $0.count >= 2 }
    }
}

/// "HDND", "HDDND" and the like: the short forms that everybody knows with a letter astray.
enum ShortFormRepairs {
    private static let slips = [
        "HDND": "HĐND", "HDDND": "HĐND", "HĐDND": "HĐND", "UBNN": "UBND", "UBNND": "UBND",
        "UNBD": "UBND", "UBDN": "UBND", "MTTT": "MTTQ", "PCCCC": "PCCC", "CNNCH": "CNCH",
        "QLDD": "QLĐĐ", "QD": "QĐ", "ND-CP": "NĐ-CP",
    ]

    static func find(in script: Script) -> [Repair] {
        var found: [Repair] = []
        for position in 0..<script.count
        where script.isUpper(position) && script.isUpper(position + 1)
            && script.isWordStart(position)
        {
            let word = position..<script.wordEnd(position)
            guard word.count >= 4, word.count <= 5, let right = slips[script.text(word)] else {
                continue
            }
            found.append((word, right))
        }
        return found
    }
}
