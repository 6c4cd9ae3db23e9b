import Domain

/// The place to which a plan belongs: `phường`, `Ngọc Hà`.
struct UnitHome: Sendable, Equatable {
    /// `phường`; nil: unknown.
    var level: String?
    /// `ngọc hà`, words in lower case.
    var name: [String] = []

    init(level: String? = nil, name: [String] = []) {
        self.level = level
        self.name = name
    }

    /// Out of the issuer's name, `UBND phường Ngọc Hà`.
    init(issuer: String) {
        let words = Words(issuer)
        for index in (0..<words.count).reversed() {
            let two = words.lowered(index..<min(index + 2, words.count))
            if UnitWords.levels.contains(two) {
                self.init(
                    level: two,
                    name: (index + 2..<max(words.count, index + 2)).map { words.lowered($0) })
                return
            }
            if UnitWords.levelWords.contains(words.text(index)) {
                self.init(
                    level: words.lowered(index),
                    name: (index + 1..<words.count).map { words.lowered($0) })
                return
            }
        }
        self.init()
    }

    func isNamed(in spelling: String) -> Bool {
        guard !name.isEmpty else { return false }
        var tree = PhraseTree([])
        tree.insert(name.map { WordCode($0) })
        let words = Words(spelling)
        return (0..<words.count).contains { tree.longest(in: words, at: $0) != nil }
    }
}

extension UnitHome {
    /// Out of the issuer; else the level of which the text speaks most.
    static func of(_ head: DocumentHead, body: [LayoutItem]) -> UnitHome {
        if let issuer = head.issuer {
            let home = UnitHome(issuer: issuer)
            if home.level != nil { return home }
        }
        var counts: [String: Int] = [:]
        for item in body {
            let words = Words(item.body)
            for index in 0..<words.count where UnitWords.levelWords.contains(words.text(index)) {
                if words.text(index + 1) != "hội" { counts[words.lowered(index), default: 0] += 1 }
            }
        }
        return UnitHome(level: counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key)
    }
}
