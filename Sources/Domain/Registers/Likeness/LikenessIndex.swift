/// Records in memory by their keys, to find all of them that are likely one.
package struct LikenessIndex: Sendable {
    package typealias Pair = (one: Int, other: Int, judgement: LikenessJudgement)

    /// A key that more records share tells nothing: a street of shops, a company's own number.
    package static let blockMax = 100

    /// Parts in which the work is done side by side: more than any machine's cores that this
    /// matters on, so that none waits long for the last.
    private static let partsMax = 32

    private let likeness: Likeness
    private let profiles: [LikenessProfile]
    /// Places of records that share a key, one such list behind the other.
    private let sharing: [Int32]
    /// For each record what of the lists comes after it.
    private let later: [[Range<Int>]]

    /// Reads so many records, on all cores, and puts them in order.
    ///
    /// - Parameter cells: of the record at a place, from 0.
    package init(
        of count: Int, by likeness: Likeness, cells: @escaping @Sendable (Int) -> [String: Cell]
    ) async {
        let read = await Self.inParts(of: count) { part in
            part.map { LikenessProfile(cells($0), likeness) }
        }
        self.init(read, by: likeness)
    }

    private init(_ profiles: [LikenessProfile], by likeness: Likeness) {
        var entries: [(key: Int64, place: Int32)] = []
        for (place, profile) in profiles.enumerated() {
            for key in profile.keys { entries.append((key, Int32(place))) }
        }
        entries.sort { ($0.key, $0.place) < ($1.key, $1.place) }
        var later: [[Range<Int>]] = Array(repeating: [], count: profiles.count)
        var start = 0
        while start < entries.count {
            let key = entries[start].key
            var end = start
            while end < entries.count, entries[end].key == key { end += 1 }
            if (2...Self.blockMax).contains(end - start) {
                for entry in start..<(end - 1) {
                    later[Int(entries[entry].place)].append((entry + 1)..<end)
                }
            }
            start = end
        }
        self.likeness = likeness
        self.profiles = profiles
        self.later = later
        sharing = entries.map(\.place)
    }

    /// All pairs that are likely one, the most certain first; looked for on all cores.
    package func pairs() async -> [Pair] {
        await Self.inParts(of: profiles.count) { pairs(of: $0) }
            .sorted { ($1.judgement.bits, $0.one) < ($0.judgement.bits, $1.one) }
    }

    private func pairs(of part: Range<Int>) -> [Pair] {
        var found: [Pair] = []
        var compared: [Int32] = Array(repeating: -1, count: profiles.count)
        for place in part {
            let profile = profiles[place]
            for range in later[place] {
                for other in sharing[range] where compared[Int(other)] != place {
                    compared[Int(other)] = Int32(place)
                    let theirs = profiles[Int(other)]
                    guard likeness.bits(profile, theirs, atLeast: Likeness.askedBits) != nil
                    else { continue }
                    found.append((place, Int(other), likeness.judge(profile, theirs)))
                }
            }
        }
        return found
    }

    /// What a function makes of each part of so many places, in their order.
    private static func inParts<Value: Sendable>(
        of count: Int, _ make: @escaping @Sendable (Range<Int>) -> [Value]
    ) async -> [Value] {
        let size = max(1, (count + partsMax - 1) / partsMax)
        return await withTaskGroup(of: (start: Int, values: [Value]).self) { group in
            for start in stride(from: 0, to: count, by: size) {
                group.addTask { (start, make(start..<min(start + size, count))) }
            }
            var parts: [(start: Int, values: [Value])] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.start < $1.start }.flatMap(\.values)
        }
    }
}
