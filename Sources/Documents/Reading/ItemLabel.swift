/// What stands at the front of an item and says its place: `I.`, `1.2.`, `a)`, `-`, `+`.
struct ItemLabel: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case roman(Int)
        /// The parts of `1.2.`.
        case arabic([Int])
        case letter
        /// `(1)`.
        case counted
        /// `-`, `•`, `*`.
        case bullet
        /// `+`.
        case plus

        var isArabic: Bool {
            if case .arabic = self { true } else { false }
        }
    }

    var kind: Kind
    /// The bare sign: `III`, `1.2`, `đ`, `-`.
    var sign: String
    /// How many scalars the label takes, the space after it included.
    var length: Int

    /// Plans do not reach this many parts under one heading.
    private static let highestNumber = 60

    /// Reads the label at the front of a line that has no leading space.
    init?(_ line: [Unicode.Scalar]) {
        guard let first = line.first else { return nil }
        if let found = ItemLabel.mark(first, line) ?? ItemLabel.counted(line)
            ?? ItemLabel.roman(line) ?? ItemLabel.arabic(line) ?? ItemLabel.letter(line)
        {
            self = found
        } else {
            return nil
        }
    }

    private init(_ kind: Kind, _ sign: String, end: Int, in line: [Unicode.Scalar]) {
        self.kind = kind
        self.sign = sign
        var length = end
        while length < line.count, line[length].isSpace { length += 1 }
        self.length = length
    }

    private static func mark(_ first: Unicode.Scalar, _ line: [Unicode.Scalar]) -> ItemLabel? {
        switch first {
        case "-", "–", "—", "−", "•", "●", "▪", "◦", "■", "□", "►", "➢", "➤", "❖", "✓", "✔", "◆",
            "\u{F0B7}", "\u{F02D}", "\u{F0D8}", "\u{F0FC}", "\u{F0A7}", "\u{F076}":
            guard line.count < 2 || line[1] != first else { return nil }
            return ItemLabel(.bullet, "-", end: 1, in: line)
        case "*":
            guard line.count > 1, line[1].isSpace else { return nil }
            return ItemLabel(.bullet, "*", end: 1, in: line)
        case "+":
            return ItemLabel(.plus, "+", end: 1, in: line)
        case "o", "v", "q", "ü", "Ø", "§":
            // Bullets of a font that the text no longer has.
            guard line.count > 2, line[1].isSpace, isUpper(line[2]) else { return nil }
            return ItemLabel(.bullet, "-", end: 1, in: line)
        default: return nil
        }
    }

    /// `(1)`, `(a)` are marks of a list.
    private static func counted(_ line: [Unicode.Scalar]) -> ItemLabel? {
        guard line[0] == "(" else { return nil }
        var end = 1
        while end < line.count, line[end].isDigit, end <= 2 { end += 1 }
        guard end > 1, end < line.count, line[end] == ")" else { return nil }
        return ItemLabel(.counted, text(line[1..<end]), end: end + 1, in: line)
    }

    private static func roman(_ line: [Unicode.Scalar]) -> ItemLabel? {
        var end = 0
        while end < line.count, romanDigits[line[end]] != nil, end < 6 { end += 1 }
        guard end > 0, let number = romanValue(line[..<end]) else { return nil }
        if end == line.count { return nil }
        switch line[end] {
        case ".", "-", "–", ")":
            break
        case "/":
            guard end + 1 == line.count || line[end + 1].isSpace else { return nil }
        default: return nil
        }
        var after = end + 1
        if line[end] == ".", after < line.count, line[after] == "-" { after += 1 }
        after = behindStroke(after, in: line)
        // `II.1.`: the numeral of the section is said again.
        if line[end] == ".", after < line.count, line[after].isDigit,
            let below = arabic(Array(line[after...]))
        {
            return ItemLabel(below.kind, below.sign, end: after + below.length, in: line)
        }
        return ItemLabel(.roman(number), text(line[..<end]), end: after, in: line)
    }

    private static func arabic(_ line: [Unicode.Scalar]) -> ItemLabel? {
        var parts: [Int] = []
        var end = 0
        while true {
            let start = end
            while end < line.count, line[end].isDigit, end - start < 3 { end += 1 }
            guard end > start, line[start] != "0",
                let number = Int(text(line[start..<end])), number <= highestNumber
            else { break }
            parts.append(number)
            guard end < line.count, line[end] == "." else { break }
            if end + 1 < line.count, line[end + 1].isDigit {
                end += 1
                continue
            }
            break
        }
        guard !parts.isEmpty else { return nil }
        return closed(parts, end: end, in: line)
    }

    /// What must follow the digits to make them a label.
    private static func closed(_ parts: [Int], end: Int, in line: [Unicode.Scalar]) -> ItemLabel? {
        let sign = parts.map(String.init).joined(separator: ".")
        guard end < line.count else { return nil }
        let next = end + 1
        switch line[end] {
        case ".":
            let behind = behindStroke(next, in: line)
            guard behind > next || next == line.count || line[next].isSpace || isLetter(line[next])
            else { return nil }
            return ItemLabel(.arabic(parts), sign, end: behind, in: line)
        case ")", "/":
            guard next == line.count || line[next].isSpace else { return nil }
            return ItemLabel(.arabic(parts), sign, end: next, in: line)
        case "-", "–":
            // `1- Mục đích`, `1-Mục đích`, `2.1- Bước 1`.
            guard let letter = line[next...].first(where: { !$0.isSpace }), isUpper(letter)
            else { return nil }
            // `18-KH/ĐU` is the number of a document.
            if line[next...].prefix(while: { !$0.isSpace }).contains("/") { return nil }
            return ItemLabel(.arabic(parts), sign, end: next, in: line)
        case let scalar where scalar.isSpace:
            // `3.5 Triển khai`: several parts, then a capital.
            guard parts.count > 1, let letter = line[end...].first(where: { !$0.isSpace }),
                isUpper(letter)
            else { return nil }
            return ItemLabel(.arabic(parts), sign, end: end, in: line)
        default: return nil
        }
    }

    private static func letter(_ line: [Unicode.Scalar]) -> ItemLabel? {
        guard line.count > 1, isLetter(line[0]) else { return nil }
        var end = 1
        // `a1)` continues a lettered list.
        if line[1].isDigit { end = 2 }
        guard end < line.count else { return nil }
        switch line[end] {
        case ")":
            return ItemLabel(
                .letter, text(line[..<end].map(Script.lowered)[...]), end: end + 1, in: line)
        case ".", "/":
            let after = line[end] == "." ? behindStroke(end + 1, in: line) : end + 1
            guard after < line.count, line[after].isSpace else { return nil }
            return ItemLabel(
                .letter, text(line[..<end].map(Script.lowered)[...]), end: after, in: line)
        case "-", "–":
            // `a- Việc …`, `a-Việc …`
            guard end == 1, !isUpper(line[0]),
                let next = line[(end + 1)...].first(where: { !$0.isSpace }), isUpper(next)
            else { return nil }
            return ItemLabel(.letter, text(line[..<end]), end: end + 1, in: line)
        case ",":
            // `a, Việc …`
            guard end == 1, !isUpper(line[0]), end + 2 < line.count, line[end + 1].isSpace,
                isUpper(line[end + 2])
            else { return nil }
            return ItemLabel(.letter, text(line[..<end]), end: end + 1, in: line)
        default: return nil
        }
    }

    /// `1./`, `I./`: a stroke behind the full stop belongs to the label.
    private static func behindStroke(_ position: Int, in line: [Unicode.Scalar]) -> Int {
        guard position < line.count, line[position] == "/",
            position + 1 == line.count || line[position + 1].isSpace
        else { return position }
        return position + 1
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isWordPart && !scalar.isDigit
    }

    private static func isUpper(_ scalar: Unicode.Scalar) -> Bool {
        Script.lowered(scalar) != scalar
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private static let romanDigits: [Unicode.Scalar: Int] = ["I": 1, "V": 5, "X": 10]

    /// The value of a well-formed numeral, below forty.
    private static func romanValue(_ digits: ArraySlice<Unicode.Scalar>) -> Int? {
        var total = 0
        var previous = 0
        for digit in digits.reversed() {
            guard let value = romanDigits[digit] else { return nil }
            total += value < previous ? -value : value
            previous = max(previous, value)
        }
        return romanNumeral(total) == text(digits) ? total : nil
    }

    private static func romanNumeral(_ number: Int) -> String {
        let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
        return String(repeating: "X", count: number / 10) + ones[number % 10]
    }
}
