/// The name of a unit, or of a group of units, as it stands in a text.
struct UnitPhrase: Sendable, Equatable {
    /// Words of the whole name.
    var words: Range<Int>
    /// The name without the person who stands for the unit ("Lãnh đạo Sở Y tế").
    var name: Range<Int>
    /// Common nouns of a group, `cơ quan`, `đơn vị`; empty: a proper name.
    var nouns: [String] = []
    /// What the group is said to be: `liên quan`, `trên địa bàn`, `thuộc`.
    var tails: [String] = []
    /// Begins with `các`, `những`, ….
    var isQuantified = false
    /// The word that stands once for all of a list: `Sở` of "các Sở: Nội vụ, Y tế".
    var head: String?

    var isGroup: Bool { !nouns.isEmpty }

    /// The name as it would stand by itself.
    func spelling(in text: Words) -> String {
        let name = text.verbatim(self.name)
        return head.map { $0 + " " + name } ?? name
    }

    /// The offices of "các sở, ban, ngành, địa phương"; nil where they are as vague as the places.
    func withoutPlaces(in text: Words) -> UnitPhrase? {
        guard let places = places(in: text), let last = nouns.last else { return nil }
        let bodies = nouns.filter { $0 != last }
        if last == "địa phương" {
            if bodies.allSatisfy(UnitWords.vagueNouns.contains) { return nil }
        } else if !bodies.contains(where: UnitPhrase.offices.contains) {
            return nil
        }
        var end = places
        while end > words.lowerBound, text[end - 1].isMark || text.text(end - 1) == "và" {
            end -= 1
        }
        return UnitPhrase(
            words: words.lowerBound..<end, name: words.lowerBound..<end, nouns: bodies,
            isQuantified: isQuantified)
    }

    /// Where the places begin with which a list of nouns ends; nil: it ends with none.
    func places(in text: Words) -> Int? {
        guard let last = nouns.last, UnitPhrase.placeNouns.contains(last) else { return nil }
        let length = last.split(separator: " ").count
        return words.last { start in
            start + length <= words.upperBound && text.lowered(start..<(start + length)) == last
        }
    }

    private static let placeNouns: Set<String> = [
        "địa phương", "tổ dân phố", "khu phố", "thôn", "bản", "ấp", "buôn", "xóm", "trường học",
        "làng", "khóm", "khối phố",
    ]

    static let offices: Set<String> = [
        "sở", "phòng", "phòng ban", "ban", "ngành", "ban ngành", "đoàn thể", "hội đoàn thể",
        "cơ quan", "đơn vị", "tổ chức",
    ]
}
