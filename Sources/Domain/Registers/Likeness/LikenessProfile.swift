/// A record made ready for comparing: its traits read once, however often they are compared.
package struct LikenessProfile: Sendable {
    enum Value: Sendable {
        case name(NameForm)
        case address(AddressForm)
        case digits([UInt8])
        case point(latitude: Double, longitude: Double)
    }

    /// One for each trait; nil where the record has none.
    let values: [Value?]
    /// Of the blocks that it stands in.
    package let keys: [Int64]

    package init(_ cells: [String: Cell], _ likeness: Likeness) {
        values = likeness.traits.map { Self.value(of: $0, cells) }
        keys = LikenessKeys.all(values, likeness)
    }

    private static func value(of trait: Likeness.Trait, _ cells: [String: Cell]) -> Value? {
        switch trait.comparison {
        case .point:
            guard trait.keys.count == 2,
                let latitude = cells[trait.keys[0]].flatMap(Double.init(cell:)),
                let longitude = cells[trait.keys[1]].flatMap(Double.init(cell:))
            else { return nil }
            return .point(latitude: latitude, longitude: longitude)
        case .name: return NameForm(text(trait, cells)).map(Value.name)
        case .address: return AddressForm(text(trait, cells)).map(Value.address)
        case .phone, .day, .code:
            let letters = folded(text(trait, cells)).utf8.filter { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
            }
            return letters.isEmpty ? nil : .digits(letters)
        }
    }

    private static func text(_ trait: Likeness.Trait, _ cells: [String: Cell]) -> String {
        trait.keys.compactMap { cells[$0] }.filter { !$0.isEmpty }.map(\.plain)
            .joined(separator: " ")
    }
}

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
        return EditDistance.between(one, other, atMost: 1) == 1 ? .near : .other
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
