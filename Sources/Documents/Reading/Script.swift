/// A text laid out for looking at: its scalars, and beside them the same in lower case.
///
/// Positions in both agree, so that a rule matches without regard to case and quotes verbatim.
/// Reading a plan asks thousands of small questions of the text; arrays answer them in constant
/// time where `String` walks. The text is NFC, so that a Vietnamese letter is one scalar.
package struct Script: Sendable, Equatable {
    package let scalars: [Unicode.Scalar]
    package let lower: [Unicode.Scalar]

    package init(_ text: some StringProtocol) {
        self.init([Unicode.Scalar](of: text))
    }

    package init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        let table = Script.lowerCase
        lower = scalars.map { scalar in
            let index = Int(scalar.value)
            return index < table.count ? table[index] : Script.mapped(scalar)
        }
    }

    package var count: Int { scalars.count }

    /// The words between two positions, verbatim.
    package func text(_ range: Range<Int>) -> String {
        String(scalars: scalars[range])
    }

    /// Whether the phrase, given in lower case, stands at a position.
    func has(_ phrase: Phrase, at position: Int) -> Bool {
        phrase.end(in: lower, at: position) != nil
    }

    /// The same, and the phrase neither begins nor ends inside a word.
    func hasWord(_ phrase: Phrase, at position: Int) -> Bool {
        end(of: phrase, at: position) != nil
    }

    /// Where the phrase ends, if it stands here as whole words.
    func end(of phrase: Phrase, at position: Int) -> Int? {
        guard let end = phrase.end(in: lower, at: position), isBoundary(position), isBoundary(end)
        else { return nil }
        return end
    }

    /// The first place of the phrase as whole words, from a position on.
    func first(_ phrase: Phrase, from start: Int = 0, before end: Int? = nil) -> Range<Int>? {
        let limit = (end ?? count) - phrase.count
        guard start <= limit, let head = phrase.first else { return nil }
        for position in start...limit where lower[position] == head {
            if let end = self.end(of: phrase, at: position) { return position..<end }
        }
        return nil
    }

    /// Whether a word may begin or end here.
    func isBoundary(_ position: Int) -> Bool {
        guard position > 0, position < count else { return true }
        return !(scalars[position - 1].isWordPart && scalars[position].isWordPart)
    }

    /// Lower case of one scalar, where that is one scalar.
    static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let index = Int(scalar.value)
        return index < lowerCase.count ? lowerCase[index] : mapped(scalar)
    }

    /// Lower case of the letters up to the last of Vietnamese and the marks behind it: reading a
    /// plan asks for each of its letters many times, and the tables of Unicode cost too much.
    private static let lowerCase: [Unicode.Scalar] = (UInt32(0)..<0x20D0).compactMap { value in
        Unicode.Scalar(value).map(mapped)
    }

    private static func mapped(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let mapped = scalar.properties.lowercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped[mapped.startIndex] : scalar
    }
}

/// A phrase to look for, in lower case.
///
/// One that the program spells out is compared where it lies in the program, byte by byte, so that
/// asking for it costs nothing but the comparison.
struct Phrase: ExpressibleByStringLiteral, Sendable {
    private enum Storage: Sendable {
        case literal(StaticString)
        case made([Unicode.Scalar])
    }

    private let storage: Storage

    /// - Parameter text: in lower case.
    init(stringLiteral text: StaticString) { storage = .literal(text) }

    init(_ text: String) { storage = .made(text.unicodeScalars.map(Script.lowered)) }

    init(_ scalars: some Sequence<Unicode.Scalar>) {
        storage = .made(scalars.map(Script.lowered))
    }

    var scalars: [Unicode.Scalar] {
        switch storage {
        case .literal(let text): Array("\(text)".unicodeScalars)
        case .made(let scalars): scalars
        }
    }

    var count: Int {
        switch storage {
        case .made(let scalars): scalars.count
        case .literal(let text):
            text.withUTF8Buffer { bytes in bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 } }
        }
    }

    var first: Unicode.Scalar? {
        switch storage {
        case .made(let scalars): return scalars.first
        case .literal(let text):
            return text.withUTF8Buffer { bytes in
                var index = 0
                return bytes.isEmpty ? nil : Unicode.Scalar(Self.next(bytes, &index))
            }
        }
    }

    /// Where the phrase ends, if it stands at a position of a text in lower case.
    func end(in lower: [Unicode.Scalar], at position: Int) -> Int? {
        guard position >= 0 else { return nil }
        switch storage {
        case .made(let needle):
            guard position + needle.count <= lower.count else { return nil }
            for offset in needle.indices where lower[position + offset] != needle[offset] {
                return nil
            }
            return position + needle.count
        case .literal(let text):
            return text.withUTF8Buffer { bytes in
                // Most places already differ in the first letter.
                let lead = UInt32(bytes[0])
                guard position < lower.count, lead >= 0x80 || lower[position].value == lead else {
                    return nil
                }
                var index = 0
                var end = position
                while index < bytes.count {
                    guard end < lower.count, lower[end].value == Self.next(bytes, &index) else {
                        return nil
                    }
                    end += 1
                }
                return end
            }
        }
    }

    /// The next scalar value of well-formed UTF-8.
    private static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
        let lead = UInt32(bytes[index])
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = length == 1 ? lead : lead & (0xFF >> UInt32(length + 1))
        for offset in 1..<4 where offset < length {
            value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
        }
        index += length
        return value
    }
}

extension Phrase: Equatable {
    static func == (one: Phrase, other: Phrase) -> Bool { one.scalars == other.scalars }
}

extension [Unicode.Scalar] {
    /// The scalars of a text in one walk, where the view would walk once more to count them.
    init(of text: some StringProtocol) {
        self.init(unsafeUninitializedCapacity: text.utf8.count) { buffer, count in
            for scalar in text.unicodeScalars {
                buffer[count] = scalar
                count += 1
            }
        }
    }
}

extension String {
    /// The text of some scalars, written as UTF-8 in one go: the view of scalars appends one by one.
    init(scalars: ArraySlice<Unicode.Scalar>) {
        self.init(unsafeUninitializedCapacity: scalars.count * 4) { bytes in
            var end = 0
            for scalar in scalars {
                if scalar.value < 0x80 {
                    bytes[end] = UInt8(scalar.value)
                    end += 1
                    continue
                }
                for byte in scalar.utf8 {
                    bytes[end] = byte
                    end += 1
                }
            }
            return end
        }
    }
}

extension Unicode.Scalar {
    /// Letter or digit.
    var isWordPart: Bool {
        if value < 0x80 {
            return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value)
                || (0x41...0x5A).contains(value)
        }
        switch value {
        case 0xC0...0x24F: return value != 0xD7 && value != 0xF7
        case 0x1E00...0x1EFF: return true
        case 0x2000...0x20CF: return false
        default: return properties.isAlphabetic
        }
    }
}
