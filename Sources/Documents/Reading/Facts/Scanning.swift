/// Small questions that every reader of facts asks of a text, each answered in place.
extension Script {
    /// The lower-case scalar at a position; nil beyond either end.
    func at(_ position: Int) -> Unicode.Scalar? {
        position >= 0 && position < count ? lower[position] : nil
    }

    /// The first position from here on that is no space.
    func skipSpaces(_ position: Int) -> Int {
        var end = position
        while end < count, scalars[end].isBlank { end += 1 }
        return end
    }

    /// The position behind the last scalar before here that is no space.
    func trimSpaces(before position: Int) -> Int {
        var end = position
        while end > 0, scalars[end - 1].isBlank { end -= 1 }
        return end
    }

    /// A run of at most six digits.
    func number(at position: Int) -> (value: Int, end: Int)? {
        var end = position
        var value = 0
        while end < count, end - position < 6, let digit = scalars[end].digit {
            value = value * 10 + digit
            end += 1
        }
        guard end > position, end == count || scalars[end].digit == nil else { return nil }
        return (value, end)
    }

    /// Where the first of the phrases that stands here ends; put longer ones first.
    func end(ofAny phrases: [Phrase], at position: Int) -> Int? {
        for phrase in phrases {
            if let end = end(of: phrase, at: position) { return end }
        }
        return nil
    }

    /// Where the phrase begins that ends here, spaces between allowed.
    func start(ofAny phrases: [Phrase], before position: Int) -> Int? {
        let end = trimSpaces(before: position)
        for phrase in phrases {
            let start = end - phrase.count
            if start >= 0, hasWord(phrase, at: start) { return start }
        }
        return nil
    }

    /// The first of the phrases to stand in a range.
    func first(ofAny phrases: [Phrase], in range: Range<Int>) -> Range<Int>? {
        for position in range where isWordStart(position) {
            if let end = end(ofAny: phrases, at: position), end <= range.upperBound {
                return position..<end
            }
        }
        return nil
    }

    /// The last of the phrases to stand in a range.
    func last(ofAny phrases: [Phrase], in range: Range<Int>) -> Range<Int>? {
        for position in range.reversed() where isWordStart(position) {
            if let end = end(ofAny: phrases, at: position), end <= range.upperBound {
                return position..<end
            }
        }
        return nil
    }

    func isWordStart(_ position: Int) -> Bool {
        position < count && scalars[position].isWordPart
            && (position == 0 || !scalars[position - 1].isWordPart)
    }

    /// The end of the word in which a position stands.
    func wordEnd(_ position: Int) -> Int {
        var end = position
        while end < count, scalars[end].isWordPart { end += 1 }
        return end
    }

    func isUpper(_ position: Int) -> Bool {
        position >= 0 && position < count && scalars[position] != lower[position]
    }

    /// The sentence in which a position stands: from behind one full stop to the next.
    func sentence(around position: Int) -> Range<Int> {
        var start = position
        while start > 0, !isSentenceEnd(start - 1) { start -= 1 }
        var end = position
        while end < count, !isSentenceEnd(end) { end += 1 }
        return skipSpaces(start)..<end
    }

    /// The clause in which a position stands: a sentence cut at semicolons, too.
    func clause(around position: Int) -> Range<Int> {
        var start = position
        while start > 0, scalars[start - 1] != ";", !isSentenceEnd(start - 1) { start -= 1 }
        var end = position
        while end < count, scalars[end] != ";", !isSentenceEnd(end) { end += 1 }
        return skipSpaces(start)..<end
    }

    /// A full stop (or ? !) that ends a sentence, and none in a number or after a short form.
    func isSentenceEnd(_ position: Int) -> Bool {
        guard position >= 0, position < count else { return true }
        switch scalars[position] {
        case ".":
            if position + 1 == count { return true }
            guard scalars[position + 1].isBlank || scalars[position + 1] == "/" else {
                return false
            }
            let next = skipSpaces(position + 1)
            return next == count || isUpper(next) || !scalars[next].isWordPart
        case "?", "!": return true
        default: return false
        }
    }
}

extension Unicode.Scalar {
    /// Space, tab, no-break space: anything that only keeps words apart.
    var isBlank: Bool {
        switch value {
        case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x200B, 0xFEFF: true
        case 0x2000...0x200A, 0x202F, 0x3000: true
        default: false
        }
    }

    /// The value of an ASCII digit.
    var digit: Int? {
        (0x30...0x39).contains(value) ? Int(value) - 0x30 : nil
    }

    /// Hyphen, dash or minus in any of their shapes.
    var isDash: Bool {
        switch value {
        case 0x2D, 0x2010...0x2015, 0x2212: true
        default: false
        }
    }
}
