/// What speaks for two records being one, and against it.
package struct LikenessJudgement: Sendable, Equatable {
    package struct Finding: Sendable, Equatable {
        /// Place of the trait.
        package let trait: Int
        package let level: Likeness.Level
        /// Between two points.
        package let metres: Double?
    }

    /// Evidence in all.
    package let bits: Double
    package let findings: [Finding]

    package var isLikely: Bool { bits >= Likeness.askedBits }
    package var isCertain: Bool { bits >= Likeness.certainBits }
}

extension Likeness {
    /// The evidence that two records are one; nil as soon as it cannot be so much any more.
    ///
    /// Most records that share a key are two, and digits that are cheap to compare show it.
    func bits(_ one: LikenessProfile, _ other: LikenessProfile, atLeast least: Double) -> Double? {
        bits(one, atLeast: least) { other.values[$0] }
    }

    /// The same with a record of which nothing is read yet; what need not be compared is not.
    package func bits(
        _ one: LikenessProfile, _ cells: [String: Cell], atLeast least: Double
    ) -> Double? {
        bits(one, atLeast: least) { LikenessProfile.value(of: traits[$0], cells) }
    }

    func bits(
        _ one: LikenessProfile, _ other: UnsafeRawBufferPointer, atLeast least: Double
    ) -> Double? {
        bits(one, atLeast: least) { PackedProfile.value(of: $0, of: traits.count, in: other) }
    }

    private func bits(
        _ one: LikenessProfile, atLeast least: Double,
        _ other: (Int) -> LikenessProfile.Value?
    ) -> Double? {
        var bits = 0.0
        for step in cheapFirst {
            guard bits + step.most >= least else { return nil }
            guard let a = one.values[step.trait], let b = other(step.trait) else { continue }
            let trait = traits[step.trait]
            bits += trait.weights.of(Self.level(trait.comparison, a, b).0)
        }
        return bits >= least ? bits : nil
    }

    /// Traits in the order of what it costs to compare them, with the most that they and those
    /// after them can say for two records.
    static func cheapFirst(_ traits: [Trait]) -> [(trait: Int, most: Double)] {
        let order = traits.indices.sorted {
            (traits[$0].comparison.cost, $0) < (traits[$1].comparison.cost, $1)
        }
        var most = 0.0
        return order.reversed().map { place in
            most += max(0, traits[place].weights.same)
            return (place, most)
        }.reversed()
    }

    package func judge(_ one: LikenessProfile, _ other: LikenessProfile) -> LikenessJudgement {
        var bits = 0.0
        var findings: [LikenessJudgement.Finding] = []
        for (place, trait) in traits.enumerated() {
            guard let a = one.values[place], let b = other.values[place] else { continue }
            let (level, metres) = Self.level(trait.comparison, a, b)
            bits += trait.weights.of(level)
            findings.append(.init(trait: place, level: level, metres: metres))
        }
        return LikenessJudgement(bits: bits, findings: findings)
    }

    private static func level(
        _ comparison: Comparison, _ one: LikenessProfile.Value, _ other: LikenessProfile.Value
    ) -> (Level, metres: Double?) {
        switch (one, other) {
        case (.name(let a), .name(let b)): return (a.level(to: b), nil)
        case (.address(let a), .address(let b)): return (a.level(to: b), nil)
        case (.digits(let a), .digits(let b)): return (level(comparison, a, b), nil)
        case (.point(let a, let b), .point(let c, let d)):
            let metres = distance(a, b, c, d)
            return (
                metres <= 30 ? .same : metres <= 120 ? .near : metres <= 400 ? .part : .other,
                metres
            )
        default: return (.part, nil)
        }
    }

    private static func level(_ comparison: Comparison, _ one: [UInt8], _ other: [UInt8]) -> Level {
        if one == other { return .same }
        // +84 and 0 in front are one; the last nine digits are the subscriber's.
        if comparison == .phone, one.count >= 9, one.suffix(9) == other.suffix(9) { return .same }
        let long = max(one.count, other.count)
        guard long >= 4 else { return .other }
        // 03/09 for 09/03.
        if comparison == .day, one.count == 8, other.count == 8, one.prefix(4) == other.prefix(4),
            one[4..<6] == other[6..<8], one[6..<8] == other[4..<6]
        {
            return .near
        }
        guard abs(one.count - other.count) <= 1 else { return .other }
        return EditDistance.between(one.span, other.span) == 1 ? .near : .other
    }

    /// Metres between two points that are not far apart, on a globe of 6,371 km.
    static func distance(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
        let metresPerDegree = 6_371_000 * Double.pi / 180
        let middle = (a + c) / 2 * Double.pi / 180
        // cos x to the sixth power of x: within a millionth at Vietnam's latitudes.
        let square = middle * middle
        let cosine = 1 - square / 2 + square * square / 24 - square * square * square / 720
        let (north, east) = ((a - c) * metresPerDegree, (b - d) * metresPerDegree * cosine)
        return (north * north + east * east).squareRoot()
    }
}

extension Likeness.Comparison {
    /// In the order of what it costs.
    fileprivate var cost: Int {
        switch self {
        case .phone, .day, .code, .point: 0
        case .name: 1
        case .address: 2
        }
    }
}
