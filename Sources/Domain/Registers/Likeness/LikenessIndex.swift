/// Records in memory by their keys: the whole of a register, or the rows of a sheet.
package struct LikenessIndex: Sendable {
    /// A key that more records share tells nothing: a street of shops, a company's own number.
    package static let blockMax = 100

    package let likeness: Likeness
    package private(set) var profiles: [LikenessProfile] = []
    private var places: [Int64: [Int32]] = [:]

    package init(_ likeness: Likeness) { self.likeness = likeness }

    /// - Returns: its place, from 0.
    @discardableResult
    package mutating func add(_ profile: LikenessProfile) -> Int {
        let place = profiles.count
        profiles.append(profile)
        for key in profile.keys { places[key, default: []].append(Int32(place)) }
        return place
    }

    /// Those that are likely the same as a record, the most certain first.
    package func likely(
        _ profile: LikenessProfile
    ) -> [(place: Int, judgement: LikenessJudgement)] {
        var candidates: Set<Int32> = []
        for key in profile.keys {
            let own = places[key] ?? []
            if own.count <= Self.blockMax { candidates.formUnion(own) }
        }
        return candidates.map { (Int($0), likeness.judge(profile, profiles[Int($0)])) }
            .filter(\.1.isLikely)
            .sorted { ($1.1.bits, $0.0) < ($0.1.bits, $1.0) }
    }

    /// All pairs that are likely one, the most certain first.
    package func pairs() -> [(one: Int, other: Int, judgement: LikenessJudgement)] {
        var found: [(one: Int, other: Int, judgement: LikenessJudgement)] = []
        var compared: [Int32] = Array(repeating: -1, count: profiles.count)
        for (place, profile) in profiles.enumerated() {
            for key in profile.keys {
                let own = places[key] ?? []
                guard own.count <= Self.blockMax else { continue }
                for other in own where other > place && compared[Int(other)] != place {
                    compared[Int(other)] = Int32(place)
                    let bits = likeness.bits(
                        profile, profiles[Int(other)], atLeast: Likeness.askedBits)
                    guard bits != nil else { continue }
                    found.append(
                        (place, Int(other), likeness.judge(profile, profiles[Int(other)])))
                }
            }
        }
        return found.sorted { ($1.judgement.bits, $0.one) < ($0.judgement.bits, $1.one) }
    }
}
