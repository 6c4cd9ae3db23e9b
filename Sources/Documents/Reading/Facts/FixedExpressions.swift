/// Fixed expressions of administrative Vietnamese, found by their letters without marks.
///
/// Written for this program. A line is an expression in its right form; behind `|` stand other right
/// word sequences with the same bare letters, which are left alone; `|x: …` names a form that is
/// right only before the words that follow; `x > y` names one wrong form by itself. Commas are not written: the words are compared alone.
enum FixedExpressions {
    struct Forms: Sendable {
        var right: String
        /// `right` for comparing in place.
        var letters: [Unicode.Scalar]
        var accepted: Set<String>
        /// A form that is right only before one of some words.
        var conditional: [String: Set<String>]
        /// Where only one form is known to be wrong: that one.
        var wrong: String?

        func accepts(_ written: String, before next: String) -> Bool {
            if let wrong { return written != wrong }
            return accepted.contains(written) || conditional[written]?.contains(next) == true
        }
    }

    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    static func mix(_ hash: UInt64, _ scalar: Unicode.Scalar) -> UInt64 {
        (hash ^ UInt64(scalar.value)) &* 0x100_0000_01B3
    }

    /// The key of two neighbours.
    static func join(_ left: UInt64, _ right: UInt64) -> UInt64 {
        (left &* 31 &+ right) ^ (left >> 29)
    }

    /// `uỷ` and `ủy`, `hoà` and `hòa` are one spelling.
    static func plainSpelling(_ text: String) -> String {
        var out = Array(text.unicodeScalars)
        let mayBeOlder = out.indices.dropFirst().contains { index in
            (out[index - 1] == "o" || out[index - 1] == "u") && out[index].value > 0xC0
        }
        guard mayBeOlder else { return text }
        for index in out.indices.dropFirst() {
            guard let (plain, tone) = markedSecond[out[index]] else { continue }
            let isLast = index + 1 == out.count || !out[index + 1].isWordPart
            let key = String(Character(out[index - 1])) + tone
            let afterQ = index > 1 && out[index - 2] == "q"
            if isLast, !afterQ, let marked = markedFirst[key],
                "oau".contains(Character(out[index - 1]))
            {
                out[index - 1] = marked
                out[index] = plain
            }
        }
        return String(String.UnicodeScalarView(out))
    }

    private static let markedSecond: [Unicode.Scalar: (Unicode.Scalar, String)] = [
        "à": ("a", "`"), "á": ("a", "'"), "ả": ("a", "?"), "ã": ("a", "~"), "ạ": ("a", "."),
        "ỳ": ("y", "`"), "ý": ("y", "'"), "ỷ": ("y", "?"), "ỹ": ("y", "~"), "ỵ": ("y", "."),
        "è": ("e", "`"), "é": ("e", "'"), "ẻ": ("e", "?"), "ẽ": ("e", "~"), "ẹ": ("e", "."),
    ]

    private static let markedFirst: [String: Unicode.Scalar] = [
        "o`": "ò", "o'": "ó", "o?": "ỏ", "o~": "õ", "o.": "ọ", "u`": "ù", "u'": "ú", "u?": "ủ",
        "u~": "ũ", "u.": "ụ",
    ]

    private static func key(of expression: some StringProtocol) -> (
        key: UInt64, first: UInt64, words: Int
    ) {
        let words = expression.split(separator: " ").map { word in
            word.unicodeScalars.reduce(seed) { mix($0, VietnameseLetter.base(of: $1)) }
        }
        let first = words.first ?? seed
        return (words.dropFirst().reduce(first, join), first, words.count)
    }

    /// The expressions by the key of their words.
    static let forms: [UInt64: Forms] = {
        var forms: [UInt64: Forms] = [:]
        for line in ExpressionList.text.split(separator: "\n") {
            let parts = line.split(separator: "|").map { $0.trimming() }
            guard let right = parts.first else { continue }
            if let slip = slip(right) {
                forms[slip.key] = slip.forms
                continue
            }
            let key = key(of: right).key
            var entry =
                forms[key]
                ?? Forms(
                    right: right, letters: Array(right.unicodeScalars), accepted: [],
                    conditional: [:])
            entry.accepted.insert(plainSpelling(right))
            for part in parts.dropFirst() {
                if let colon = part.firstIndex(of: ":") {
                    let words = part[part.index(after: colon)...].split(separator: " ")
                    entry.conditional[plainSpelling(String(part[..<colon]))] = Set(
                        words.map(String.init))
                } else {
                    entry.accepted.insert(plainSpelling(part))
                }
            }
            forms[key] = entry
        }
        return forms
    }()

    /// `x > y`.
    private static func slip(_ line: String) -> (key: UInt64, forms: Forms)? {
        let sides = line.split(separator: ">").map { $0.trimming() }
        guard sides.count == 2 else { return nil }
        let forms = Forms(
            right: sides[1], letters: Array(sides[1].unicodeScalars), accepted: [],
            conditional: [:],
            wrong: plainSpelling(sides[0]))
        return (key(of: sides[0]).key, forms)
    }

    /// Most keys that are asked for are none: this says so without a look into the dictionaries.
    static let knows: KeySieve = {
        var sieve = KeySieve()
        for key in forms.keys { sieve.insert(key) }
        for key in longest.keys { sieve.insert(key) }
        return sieve
    }()

    /// How many words the longest expression has that begins with a word.
    static let longest: [UInt64: Int] = {
        var longest: [UInt64: Int] = [:]
        for line in ExpressionList.text.split(separator: "\n") {
            guard let written = line.split(separator: "|").first?.split(separator: ">").first
            else { continue }
            let (_, first, words) = key(of: written)
            longest[first] = max(longest[first] ?? 0, words)
        }
        return longest
    }()
}

/// A set of keys by their low bits: what it has not is surely not there.
struct KeySieve: Sendable {
    private static let size: UInt64 = 1 << 17
    private var bits = [Bool](repeating: false, count: Int(size))

    mutating func insert(_ key: UInt64) { bits[Int(key % Self.size)] = true }

    func mayHave(_ key: UInt64) -> Bool { bits[Int(key % Self.size)] }
}

extension Substring {
    fileprivate func trimming() -> String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
