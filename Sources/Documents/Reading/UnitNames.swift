import Domain

/// The units that a document names, and how to find them in a text.
///
/// A name stands in the spelling that the document itself gives it in a heading, else in its
/// fullest form; the other spellings lead to it.
struct UnitNames: Sendable {
    /// A unit named in a text.
    struct Match: Sendable, Equatable {
        var canonical: String
        var range: Range<Int>
    }

    /// A unit, with all the ways in which the document writes it.
    struct Unit: Sendable, Equatable {
        var canonical: String {
            didSet {
                areCommunes = Unit.areCommunes(canonical)
                lowered = canonical.lowercased()
            }
        }
        /// The name in small letters.
        private(set) var lowered: String
        var aliases: [String]
        var firstLine: Int
        /// Its name comes from a heading.
        var isHeading: Bool
        /// It leads somewhere, or a heading names it.
        var isAddressed: Bool
        /// Common nouns of a group.
        var nouns: [String]
        /// The People's Committees one level below.
        private(set) var areCommunes: Bool

        init(
            canonical: String, aliases: [String], firstLine: Int, isHeading: Bool,
            isAddressed: Bool, nouns: [String]
        ) {
            self.canonical = canonical
            self.aliases = aliases
            self.firstLine = firstLine
            self.isHeading = isHeading
            self.isAddressed = isAddressed
            self.nouns = nouns
            areCommunes = Unit.areCommunes(canonical)
            lowered = canonical.lowercased()
        }

        private static func areCommunes(_ name: String) -> Bool {
            let key = UnitKey.of(name)
            guard key.hasPrefix("ubnd ") else { return false }
            return key.contains(" các ") || key.contains(" cấp ") || key.contains("xã phường")
                || key.contains("xã thị trấn") || key.contains("phường xã")
        }
    }

    /// How a name comes into the list.
    enum Standing: Sendable {
        case heading, subject, mention
    }

    private(set) var units: [Unit] = []
    private(set) var home: UnitHome
    private var keys: [String: Int] = [:]
    /// Long keys letter by letter, to find damaged ones.
    private var letters: [(key: [Unicode.Scalar], unit: Int)] = []
    /// Names of headings that the grammar alone would not read whole.
    private(set) var learned = PhraseTree([])

    init(home: UnitHome = UnitHome()) { self.home = home }

    // MARK: Finding

    /// The units named in a text from left to right, the longest name first, none overlapping.
    func matches(in body: Script, within range: Range<Int>? = nil) -> [Match] {
        let words = Words(body)
        let grammar = UnitGrammar(words, known: learned)
        var found: [Match] = []
        var index = words.index(atOrAfter: range?.lowerBound ?? 0)
        let limit = range?.upperBound ?? body.count
        while index < words.count, words[index].range.lowerBound < limit {
            guard let phrase = grammar.phrase(at: index) else {
                index += 1
                continue
            }
            guard isUnit(phrase, in: words) else {
                // "các đơn vị, địa phương": no part of what is meant in general is meant alone.
                index = max(index + 1, phrase.isGroup ? phrase.words.upperBound : 0)
                continue
            }
            let place =
                words[phrase.words.lowerBound].range
                .lowerBound..<words[phrase.words.upperBound - 1].range.upperBound
            if place.upperBound <= limit {
                found += matches(of: phrase, in: words, at: place)
            }
            index = phrase.words.upperBound
        }
        return found
    }

    /// One unit; the offices and the communes where "các sở, ngành, địa phương" means both.
    private func matches(
        of phrase: UnitPhrase, in words: Words, at place: Range<Int>
    ) -> [Match] {
        guard index(of: phrase, in: words) == nil, let places = places(of: phrase),
            let bodies = phrase.withoutPlaces(in: words)
        else { return [Match(canonical: name(of: phrase, in: words), range: place)] }
        let end = words[bodies.words.upperBound - 1].range.upperBound
        let rest = phrase.places(in: words) ?? phrase.words.upperBound - 1
        return [
            Match(canonical: name(of: bodies, in: words), range: place.lowerBound..<end),
            Match(
                canonical: units[places].canonical,
                range: words[rest].range.lowerBound..<place.upperBound),
        ]
    }

    /// The unit whose name begins at a position, if any.
    func match(in body: Script, at position: Int) -> Match? {
        let words = Words(body)
        let index = words.index(atOrAfter: position)
        guard index < words.count, words[index].range.lowerBound == position,
            let phrase = UnitGrammar(words, known: learned).phrase(at: index),
            isUnit(phrase, in: words)
        else { return nil }
        let end = words[phrase.words.upperBound - 1].range.upperBound
        return Match(canonical: name(of: phrase, in: words), range: position..<end)
    }

    /// The name under which the document knows a unit; an unknown name stays as it is.
    func canonical(_ name: String) -> String {
        let words = Words(name)
        return lookUp(UnitKey.of(words, 0..<words.count, home: home)).map { units[$0].canonical }
            ?? name
    }

    /// Whether two names mean one unit, whatever else the document names.
    func areSame(_ one: String, _ other: String) -> Bool {
        let keys = [one, other].map { name in
            let words = Words(name)
            return UnitKey.of(words, 0..<words.count, home: home)
        }
        return keys[0] == keys[1]
    }

    /// The name of a phrase: as the document knows it, else as it stands.
    func name(of phrase: UnitPhrase, in words: Words) -> String {
        if let index = index(of: phrase, in: words) { return units[index].canonical }
        return UnitNames.capitalised(phrase.spelling(in: words))
    }

    func index(of phrase: UnitPhrase, in words: Words) -> Int? {
        lookUp(key(of: phrase, in: words))
    }

    private func key(of phrase: UnitPhrase, in words: Words) -> String {
        guard phrase.head != nil else { return UnitKey.of(words, phrase.name, home: home) }
        let whole = Words(phrase.spelling(in: words))
        return UnitKey.of(whole, 0..<whole.count, home: home)
    }

    /// A group of vague nouns is a unit only where the document addresses it elsewhere.
    func isUnit(_ phrase: UnitPhrase, in words: Words) -> Bool {
        guard phrase.isGroup else { return true }
        guard isVague(phrase) || !UnitNames.related.isDisjoint(with: phrase.tails) else {
            return true
        }
        if let index = index(of: phrase, in: words) { return units[index].isAddressed }
        return false
    }

    static let related: Set<String> = ["liên quan", "có liên quan", "khác", "chức năng"]

    /// What stands after "phối hợp (với)": a unit, or partners in general terms (nil).
    func partner(_ phrase: UnitPhrase, in words: Words) -> Bool {
        guard phrase.isGroup else {
            // "UBND cấp xã liên quan" is one only where it is named elsewhere, too.
            if !phrase.tails.isEmpty {
                return index(of: phrase, in: words).map { units[$0].isAddressed } ?? false
            }
            return !isNamelessForce(phrase, in: words) && !isAnywhere(phrase, in: words)
        }
        if phrase.nouns == ["ngành"] || phrase.nouns == ["cấp"] || phrase.nouns == ["ngành", "cấp"]
        {
            return !phrase.isQuantified
        }
        if phrase.nouns.contains(where: { $0.hasPrefix("lực lượng") })
            || phrase.nouns.contains("chính quyền")
        {
            return false
        }
        let isVague = isVague(phrase)
        if !UnitNames.related.isDisjoint(with: phrase.tails) {
            guard !isVague, let index = index(of: phrase, in: words) else { return false }
            return units[index].isAddressed
        }
        // "các đoàn thể" alone: of no place, and nobody's.
        guard
            isVague
                || phrase.nouns == ["đoàn thể"] && phrase.tails.isEmpty
                    && phrase.words.count == 3
        else { return true }
        if phrase.tails.isEmpty, let index = index(of: phrase, in: words) {
            return units[index].isAddressed
        }
        return false
    }

    private func isVague(_ phrase: UnitPhrase) -> Bool {
        phrase.nouns.allSatisfy(UnitWords.vagueNouns.contains)
            && UnitWords.definite.isDisjoint(with: phrase.tails)
    }

    /// "lực lượng Công an" without a place is a force, "lực lượng Công an xã" an office.
    private func isNamelessForce(_ phrase: UnitPhrase, in words: Words) -> Bool {
        let start = phrase.words.lowerBound
        guard words.text(start) == "lực", words.text(start + 1) == "lượng" else { return false }
        let last = words.text(phrase.words.upperBound - 1)
        return !UnitWords.levelWords.contains(last) && last != "phố"
    }

    /// "Mặt trận cơ sở": of some place below, and no one in particular.
    private func isAnywhere(_ phrase: UnitPhrase, in words: Words) -> Bool {
        phrase.words.count <= 4 && words.has("cơ sở", at: phrase.words.upperBound - 2)
            && index(of: phrase, in: words).map { units[$0].isAddressed } != true
    }

    /// A name as it is, else without "liên quan", else with one letter's damage.
    private func lookUp(_ key: String) -> Int? {
        if let index = keys[key] { return index }
        for tail in [" có liên quan", " liên quan"] where key.hasSuffix(tail) {
            if let index = keys[String(key.dropLast(tail.count))] { return index }
        }
        return slip(key)
    }

    /// A key that differs from a known one by one letter: damage of scanning.
    private func slip(_ key: String) -> Int? {
        guard key.utf8.count >= UnitNames.shortestSlip else { return nil }
        let scalars = Array(key.unicodeScalars)
        for (other, index) in letters where UnitKey.isOneSlip(scalars, other) { return index }
        return nil
    }

    /// Shorter keys differ by one letter although they mean different offices.
    private static let shortestSlip = 22

    // MARK: Learning

    /// Adds a name or another spelling of a known one; gives its place in `units`.
    @discardableResult
    mutating func add(
        _ phrase: UnitPhrase, in words: Words, line: Int, as standing: Standing
    ) -> Int {
        let key = key(of: phrase, in: words)
        let spelling = UnitNames.plural(phrase.spelling(in: words))
        if let index = lookUp(key) {
            note(spelling, at: index, line: line, as: standing)
            return index
        }
        units.append(
            Unit(
                canonical: UnitNames.capitalised(spelling), aliases: [spelling], firstLine: line,
                isHeading: standing == .heading, isAddressed: standing != .mention,
                nouns: phrase.nouns))
        keys[key] = units.count - 1
        if key.utf8.count >= UnitNames.shortestSlip {
            letters.append((Array(key.unicodeScalars), units.count - 1))
        }
        if standing == .heading, !phrase.isGroup {
            learned.insert(Words(spelling).allCodes)
        }
        return units.count - 1
    }

    private mutating func note(
        _ spelling: String, at index: Int, line: Int, as standing: Standing
    ) {
        if !units[index].aliases.contains(spelling) { units[index].aliases.append(spelling) }
        units[index].firstLine = min(units[index].firstLine, line)
        if standing != .mention { units[index].isAddressed = true }
        if standing == .heading, !units[index].isHeading {
            units[index].isHeading = true
            units[index].canonical = UnitNames.capitalised(spelling)
            learned.insert(Words(spelling).allCodes)
        } else if !units[index].isHeading, spelling.utf8.count > units[index].canonical.utf8.count,
            !home.isNamed(in: spelling)
        {
            units[index].canonical = UnitNames.capitalised(spelling)
        }
    }

    /// A short form that the document gives to one of its units: "(PA05)".
    mutating func abbreviate(_ unit: Int, as code: String) {
        let words = Words(code)
        let key = UnitKey.of(words, 0..<words.count, home: home)
        guard keys[key] == nil else { return }
        keys[key] = unit
        units[unit].aliases.append(code)
        learned.insert(words.allCodes)
    }

    /// A unit of the list that has all these nouns: "các cơ quan, đơn vị" for "… thuộc phường".
    func group(having nouns: [String]) -> Int? {
        units.indices.first { index in
            units[index].isAddressed && !units[index].nouns.isEmpty
                && nouns.allSatisfy(units[index].nouns.contains)
        }
    }

    /// "Địa phương" as an addressee: the People's Committees one level below.
    func communes() -> Int? {
        units.indices.first { units[$0].isAddressed && units[$0].areCommunes }
    }

    /// The places with which a list of offices ends, where the document addresses them: "các phòng,
    /// ban, tổ dân phố".
    func places(of phrase: UnitPhrase) -> Int? {
        guard let noun = phrase.nouns.last else { return nil }
        if noun == "địa phương" { return communes() }
        return keys[noun].flatMap { units[$0].isAddressed ? $0 : nil } ?? heads(of: noun)
    }

    /// Those who stand for the places: "Trưởng các thôn", "Tổ trưởng tổ dân phố".
    private func heads(of noun: String) -> Int? {
        let names = ["trưởng", "trưởng các", "tổ trưởng", "tổ trưởng các"].map { "\($0) \(noun)" }
        return units.indices.first {
            units[$0].isAddressed && names.contains(units[$0].lowered)
        }
    }

    /// "Mỗi khu phố" means "các khu phố".
    private static func plural(_ name: String) -> String {
        for each in ["Mỗi ", "mỗi ", "Từng ", "từng "] where name.hasPrefix(each) {
            return "các " + name.dropFirst(each.count)
        }
        return name
    }

    static func capitalised(_ name: String) -> String {
        guard let first = name.first else { return name }
        return first.uppercased() + name.dropFirst()
    }
}
