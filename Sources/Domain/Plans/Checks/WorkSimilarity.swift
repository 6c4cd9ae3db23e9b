import Glibc

/// How far two texts speak of the same work.
///
/// Content words and pairs of neighbouring content words are compared, without case and
/// diacritics, so that a slip of the scanner does not part them. A word weighs the more the fewer
/// texts use it: `ln(1 + N ÷ n)` for a word in n of N texts; "PCCC" in a fire plan counts for
/// little without anybody having to list it. The measure is Dice's: twice the common weight over
/// the sum of both, from 0 to 1.
package struct WorkSimilarity: Sendable {
    /// From here on two texts are taken as the same work.
    ///
    /// Measured on four annotated plans (8,900 pairs): of the 30 pairs at or above 0.5 all treat one
    /// matter, four of them one kind of budget for kindred purposes; just below, pairs that share
    /// only a theme begin.
    package static let same = 0.5

    /// Sorted feature numbers of each text.
    private let features: [[Int32]]
    private let weights: [Double]
    private let totals: [Double]

    /// - Parameter names: phrases that say who works, not what: names of units.
    package init(_ texts: [String], leavingOut names: [String] = []) {
        self.init(plain: texts.map { PlainText($0) }, leavingOut: names)
    }

    init(plain texts: [PlainText], leavingOut names: [String]) {
        let names = PhraseSet(names)
        var numbers: [UInt64: Int32] = [:]
        var words: [UInt64: UInt32] = [:]
        var counts: [Int] = []
        features = texts.map { text in
            let ids = names.removed(from: ContentWords.of(text)).map { word in
                if let id = words[word] { return id }
                let id = UInt32(words.count + 1)
                words[word] = id
                return id
            }
            var keys = ids.map(UInt64.init)
            for (left, right) in zip(ids, ids.dropFirst()) {
                keys.append(UInt64(left) << 32 | UInt64(right))
            }
            keys.sort()
            var last: UInt64 = 0
            var own: [Int32] = []
            for key in keys where key != last {
                last = key
                let number = numbers[key] ?? Int32(counts.count)
                if Int(number) == counts.count {
                    numbers[key] = number
                    counts.append(0)
                }
                counts[Int(number)] += 1
                own.append(number)
            }
            return own.sorted()
        }
        let total = Double(texts.count)
        let weights = counts.map { log(1 + total / Double($0)) }
        self.weights = weights
        totals = features.map { $0.reduce(0) { $0 + weights[Int($1)] } }
    }

    /// From 0 (nothing in common) to 1 (the same words).
    package func between(_ left: Int, _ right: Int) -> Double {
        let sum = totals[left] + totals[right]
        return sum == 0 ? 0 : 2 * common(left, right) / sum
    }

    /// How much of the first is contained in the second, from 0 to 1.
    package func share(of part: Int, in whole: Int) -> Double {
        totals[part] == 0 ? 0 : common(part, whole) / totals[part]
    }

    /// Number of different content words and pairs of a text.
    package func size(_ text: Int) -> Int { features[text].count }

    /// The pairs at or above a bound, the earlier text first.
    package func pairs(over bound: Double) -> [(Int, Int)] {
        var found: [(Int, Int)] = []
        // The texts that have a feature, read so far: most features have few, and most pairs of texts
        // nothing in common. The later text of each pair is the one that is being read.
        var having = [[Int32]](repeating: [], count: weights.count)
        var common = [Double](repeating: 0, count: features.count)
        for right in features.indices {
            for feature in features[right] {
                let weight = weights[Int(feature)]
                for left in having[Int(feature)] { common[Int(left)] += weight }
                having[Int(feature)].append(Int32(right))
            }
            for left in 0..<right where common[left] > 0 {
                let sum = totals[left] + totals[right]
                if 2 * common[left] / sum >= bound { found.append((left, right)) }
                common[left] = 0
            }
        }
        return found.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    }

    private func common(_ left: Int, _ right: Int) -> Double {
        let (first, second) = (features[left], features[right])
        var (i, j, sum) = (0, 0, 0.0)
        while i < first.count, j < second.count {
            if first[i] == second[j] {
                sum += weights[Int(first[i])]
                i += 1
                j += 1
            } else if first[i] < second[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return sum
    }
}

/// Phrases as word sequences, the longest match taken first.
private struct PhraseSet {
    private var byFirst: [UInt64: [[UInt64]]] = [:]

    init(_ phrases: [String]) {
        for words in Set(phrases.map { ContentWords.of(PlainText($0)) }) {
            if let first = words.first { byFirst[first, default: []].append(words) }
        }
        byFirst = byFirst.mapValues { $0.sorted { $0.count > $1.count } }
    }

    func removed(from words: [UInt64]) -> [UInt64] {
        var kept: [UInt64] = []
        var position = 0
        while position < words.count {
            let rest = words[position...]
            if let match = byFirst[words[position]]?.first(where: { rest.starts(with: $0) }) {
                position += match.count
            } else {
                kept.append(words[position])
                position += 1
            }
        }
        return kept
    }
}
