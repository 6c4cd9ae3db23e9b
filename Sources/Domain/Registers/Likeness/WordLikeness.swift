/// A name as its words, for comparing.
struct NameForm: Sendable {
    struct Token: Sendable {
        let letters: [UInt8]
        let weight: Double
    }

    let tokens: [Token]
    let total: Double
    /// All letters and digits without spaces, for names that were parted or joined otherwise.
    let joined: [UInt8]
    /// What has digits in it, sorted: "Trụ 7" is not "Trụ 8".
    let numbers: [String]
    /// Sorted words that tell it from others; all words where none does.
    let telling: [String]

    init?(_ text: String) {
        let words = folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard !words.isEmpty else { return nil }
        let weights = CommonWords.weights(of: words)
        tokens = zip(words, weights).map { Token(letters: Array($0.utf8), weight: $1) }
        total = tokens.reduce(0) { $0 + $1.weight }
        joined = Array(words.joined().utf8)
        numbers = words.filter { $0.contains(where: \.isNumber) }.map(Address.trimmed).sorted()
        let rare = zip(words, weights).filter { $1 == 1 }.map(\.0)
        telling = Set(rare.isEmpty ? words : rare).sorted()
    }

    func level(to other: NameForm) -> Likeness.Level {
        if !numbers.isEmpty, !other.numbers.isEmpty, numbers != other.numbers { return .other }
        let similarity = max(wordSimilarity(to: other), joinedSimilarity(to: other))
        let level: Likeness.Level =
            similarity >= 0.999
            ? .same : similarity >= 0.76 ? .near : similarity >= 0.6 ? .part : .other
        // A number that only one of them has is left out by some, and parts two by others.
        return numbers == other.numbers ? level : min(level, .part)
    }

    /// The weight of words that both have, over the weight of all.
    private func wordSimilarity(to other: NameForm) -> Double {
        var open = other.tokens
        var shared = 0.0
        for token in tokens {
            var best = (place: -1, likeness: 0.0)
            for (place, candidate) in open.enumerated() {
                let likeness = Self.likeness(token.letters, candidate.letters)
                if likeness > best.likeness { best = (place, likeness) }
            }
            guard best.place >= 0 else { continue }
            shared += best.likeness * (token.weight + open[best.place].weight)
            open.remove(at: best.place)
        }
        return shared / (total + other.total)
    }

    /// Of two words: 1 alike, less by slips of the keyboard, 0.5 for an initial.
    private static func likeness(_ one: [UInt8], _ other: [UInt8]) -> Double {
        if one == other { return 1 }
        let (short, long) = (min(one.count, other.count), max(one.count, other.count))
        if short == 1 { return one[0] == other[0] && long > 1 ? 0.5 : 0 }
        let slips = short <= 2 ? 0 : long <= 5 ? 1 : long <= 8 ? 2 : 3
        guard slips > 0, long - short <= slips else { return 0 }
        let distance = EditDistance.between(one, other, atMost: slips)
        return distance > slips ? 0 : 1 - 0.8 * Double(distance) / Double(long)
    }

    /// Only where the words do not fit, since it knows nothing of which of them tell.
    private func joinedSimilarity(to other: NameForm) -> Double {
        let long = max(joined.count, other.joined.count)
        let slips = long / 5
        guard abs(joined.count - other.joined.count) <= slips else { return 0 }
        if joined == other.joined { return 1 }
        guard slips > 0 else { return 0 }
        let distance = EditDistance.between(joined, other.joined, atMost: slips)
        return distance > slips ? 0 : 0.98 - Double(distance) / Double(long)
    }
}

enum EditDistance {
    /// Letters to add, leave out, change or swap with the next; more than `limit` is `limit + 1`.
    ///
    /// - Source: F. Damerau, «A technique for computer detection and correction of spelling
    ///   errors», Communications of the ACM 7 (1964), in its restricted form.
    static func between(_ one: [UInt8], _ other: [UInt8], atMost limit: Int) -> Int {
        if abs(one.count - other.count) > limit { return limit + 1 }
        var before: [Int] = []
        var last = Array(0...other.count)
        for i in one.indices {
            var row = [i + 1]
            row.reserveCapacity(other.count + 1)
            for j in other.indices {
                var cost = min(last[j + 1], row[j]) + 1
                cost = min(cost, last[j] + (one[i] == other[j] ? 0 : 1))
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    cost = min(cost, before[j - 1] + 1)
                }
                row.append(cost)
            }
            if row.min() ?? 0 > limit { return limit + 1 }
            (before, last) = (last, row)
        }
        return min(last[other.count], limit + 1)
    }
}
