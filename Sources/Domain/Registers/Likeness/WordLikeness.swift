/// A name as its words, for comparing.
struct NameForm: Sendable {
    private struct Token: Sendable {
        /// Its letters within those of the name.
        let range: Range<Int>
        let weight: Double
        let letters: LetterSet
    }

    private let letters: [UInt8]
    private let tokens: [Token]
    private let total: Double
    /// Letters of the telling words without spaces, for names that were parted or joined otherwise.
    private let joined: [UInt8]
    private let joinedLetters: LetterSet
    /// What has digits in it, sorted: "Trụ 7" is not "Trụ 8".
    let numbers: [String]

    init?(_ text: String) {
        // Folded letters are plain; of other scripts nothing is a mark between words.
        let words = folded(text).utf8.split { byte in
            byte < 0x80 && !(0x30...0x39).contains(byte) && !(0x61...0x7A).contains(byte)
        }.map { String(Substring($0)) }
        guard !words.isEmpty else { return nil }
        var letters: [UInt8] = []
        var parts: [(end: Int, weight: Double)] = []
        for (word, weight) in zip(words, CommonWords.weights(of: words)) {
            letters += word.utf8
            parts.append((letters.count, weight))
        }
        self.init(letters, parts)
    }

    /// - Parameter words: where each ends within the letters, and what it tells.
    private init(_ letters: [UInt8], _ words: [(end: Int, weight: Double)]) {
        var tokens: [Token] = []
        tokens.reserveCapacity(words.count)
        var numbers: [String] = []
        var joined: [UInt8] = []
        var (start, total) = (0, 0.0)
        let hasRare = words.contains { $0.weight == CommonWords.rareWeight }
        for (end, weight) in words {
            let word = letters[start..<end]
            tokens.append(Token(range: start..<end, weight: weight, letters: LetterSet(word)))
            if word.contains(where: { (0x30...0x39).contains($0) }) {
                numbers.append(Address.trimmed(String(decoding: word, as: UTF8.self)))
            }
            if !hasRare || weight == CommonWords.rareWeight { joined += word }
            total += weight
            start = end
        }
        self.letters = letters
        self.tokens = tokens
        self.total = total
        self.numbers = numbers.sorted()
        self.joined = joined
        joinedLetters = LetterSet(joined[...])
    }

    /// Sorted words that tell it from others; all words where none does.
    var telling: [String] {
        let hasRare = tokens.contains { $0.weight == CommonWords.rareWeight }
        let words = tokens.compactMap { token in
            hasRare && token.weight != CommonWords.rareWeight
                ? nil : String(decoding: letters[token.range], as: UTF8.self)
        }.sorted()
        return words.indices.filter { $0 == 0 || words[$0] != words[$0 - 1] }.map { words[$0] }
    }

    // MARK: Packed

    func pack(into packed: inout PackedBytes) {
        packed.append(letters)
        packed.append(count: tokens.count)
        for token in tokens {
            packed.append(count: token.range.upperBound)
            packed.append(count: CommonWords.classes.firstIndex(of: token.weight) ?? 0)
        }
    }

    init(unpacking packed: inout PackedReader) {
        let letters = packed.bytes()
        let words = (0..<packed.count()).map { _ in
            (end: packed.count(), weight: CommonWords.classes[packed.count()])
        }
        self.init(letters, words)
    }

    /// The same but for spaces, marks and diacritics.
    func isSame(as other: NameForm) -> Bool { letters == other.letters }

    func level(to other: NameForm) -> Likeness.Level {
        if !numbers.isEmpty, !other.numbers.isEmpty, numbers != other.numbers { return .other }
        if letters == other.letters { return .same }
        let level = max(wordLevel(to: other), joinedLevel(to: other))
        // A number that only one of them has is left out by some, and parts two by others.
        return numbers == other.numbers ? level : min(level, .part)
    }

    /// Of the weight of all words, so much is shared by names that are nearly the same.
    private static let nearShare = 0.76
    private static let partShare = 0.6

    private func wordLevel(to other: NameForm) -> Likeness.Level {
        var shared = 0.0
        var (mine, theirs) = (0.0, 0.0)
        var taken: UInt64 = 0
        for token in tokens {
            var best = (place: -1, likeness: 0.0)
            for (place, candidate) in other.tokens.enumerated()
            where place < 64 && taken & (1 << UInt64(place)) == 0 {
                let likeness = likeness(token, candidate, in: other)
                if likeness > best.likeness { best = (place, likeness) }
                if likeness == 1 { break }
            }
            guard best.place >= 0 else { continue }
            let weight = other.tokens[best.place].weight
            shared += best.likeness * (token.weight + weight)
            if best.likeness >= Self.slipLikeness {
                mine += token.weight
                theirs += weight
            }
            taken |= 1 << UInt64(best.place)
        }
        let share = shared / (total + other.total)
        if share > 0.999 { return .same }
        if share >= Self.nearShare { return .near }
        // "Sơn Trung" within "Sơn Trung Việt Nam": two telling words and nothing against them.
        let isWithin = mine >= telledTotal || theirs >= other.telledTotal
        if isWithin, min(mine, theirs) >= 2 * CommonWords.rareWeight { return .near }
        return share >= Self.partShare ? .part : .other
    }

    /// Weight without the kind of thing, which many leave out.
    private var telledTotal: Double {
        tokens.reduce(0) { $0 + ($1.weight > CommonWords.kindWeight ? $1.weight : 0) }
    }

    /// A word with one slip is at least so like the other.
    private static let slipLikeness = 0.7

    /// Of two words: 1 alike, less by slips of the keyboard, 0.5 for an initial.
    private func likeness(_ own: Token, _ their: Token, in other: NameForm) -> Double {
        let (one, two) = (own.range.count, their.range.count)
        let (short, long) = (min(one, two), max(one, two))
        if short == 1, long > 1 {
            return letters[own.range.lowerBound] == other.letters[their.range.lowerBound] ? 0.5 : 0
        }
        let slips = short <= 2 ? 0 : long <= 5 ? 1 : long <= 8 ? 2 : 3
        guard long - short <= slips, own.letters.mayBe(slips, from: their.letters) else { return 0 }
        let distance = EditDistance.between(
            letters.span.extracting(own.range), other.letters.span.extracting(their.range))
        return distance > slips ? 0 : 1 - 0.8 * Double(distance) / Double(long)
    }

    /// One slip in five letters is still the same name, however its words were parted.
    private func joinedLevel(to other: NameForm) -> Likeness.Level {
        let long = max(joined.count, other.joined.count)
        let slips = long / 5
        guard abs(joined.count - other.joined.count) <= slips,
            joinedLetters.mayBe(slips, from: other.joinedLetters)
        else { return .other }
        let distance = EditDistance.between(joined.span, other.joined.span)
        return distance <= slips ? .near : .other
    }
}

/// Which letters and digits a word has, to see at once that two words are far apart.
struct LetterSet: Sendable {
    private let bits: UInt64

    init(_ letters: ArraySlice<UInt8>) {
        bits = letters.reduce(0) { $0 | 1 << UInt64($1 & 0x3F) }
    }

    /// A slip takes away one letter at most, and adds one.
    func mayBe(_ slips: Int, from other: LetterSet) -> Bool {
        (bits ^ other.bits).nonzeroBitCount <= 2 * slips
    }
}

enum EditDistance {
    /// Letters after these are not looked at: a word of the machine has as many bits.
    static let lettersMax = 64

    /// Letters to add, leave out, change or swap with the next.
    ///
    /// - Source: F. Damerau, «A technique for computer detection and correction of spelling
    ///   errors», Communications of the ACM 7 (1964), in its restricted form; by bits as in
    ///   H. Hyyrö, «A bit-vector algorithm for computing Levenshtein and Damerau edit distances»,
    ///   Nordic Journal of Computing 10 (2003).
    static func between(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Int {
        let count = min(one.count, lettersMax)
        guard count > 0 else { return other.count }
        var distance = count
        // Columns of the table of distances: where the value rises and falls by one.
        var (rises, falls): (UInt64, UInt64) = (~0, 0)
        var (diagonal, before): (UInt64, UInt64) = (0, 0)
        let last: UInt64 = 1 << UInt64(count - 1)
        for place in 0..<min(other.count, lettersMax) {
            let letter = other[place]
            var matches: UInt64 = 0
            for own in 0..<count where one[own] == letter { matches |= 1 << UInt64(own) }
            let swapped = ((~diagonal & matches) << 1) & before
            diagonal = (((matches & rises) &+ rises) ^ rises) | matches | falls | swapped
            var right = falls | ~(diagonal | rises)
            var left = diagonal & rises
            if right & last != 0 { distance += 1 }
            if left & last != 0 { distance -= 1 }
            right = right << 1 | 1
            left <<= 1
            rises = left | ~(diagonal | right)
            falls = right & diagonal
            before = matches
        }
        return distance
    }
}
