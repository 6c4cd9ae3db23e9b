import Domain

/// The names in the cells of tables, each led to the name that the document uses elsewhere.
///
/// Tables are narrow, so that they shorten: "Sở KH&CN" is the "Sở Khoa học và Công nghệ" of the
/// text.
struct ScheduleUnits {
    private let units: UnitNames
    private let known: [String]

    init(_ units: UnitNames, also names: [String]) {
        self.units = units
        known = units.units.map(\.canonical) + names
    }

    func canonical(_ name: String) -> String {
        let found = units.canonical(name)
        guard found == name, let full = known.first(where: { Self.shortens(name, $0) }) else {
            return found
        }
        return units.canonical(full)
    }

    /// The names of a cell in the document's words; two that a comma parted are one where the text
    /// names them so ("Phòng Nội vụ, Thanh tra").
    func canonical(_ names: [String]) -> [String] {
        var found: [String] = []
        var index = names.startIndex
        while index < names.endIndex {
            if index + 1 < names.endIndex {
                let both = names[index] + ", " + names[index + 1]
                if isWritten(both) {
                    found.append(units.canonical(both))
                    index += 2
                    continue
                }
            }
            found += offices(names[index])
            index += 1
        }
        return found
    }

    /// "Các sở, ban, ngành, địa phương": the offices, and the places by the name of those who lead
    /// them, where the document addresses them.
    private func offices(_ name: String) -> [String] {
        let words = Words(name)
        guard !isWritten(name), let phrase = UnitGrammar(words).phrase(at: 0),
            phrase.words.upperBound == words.count, let places = units.places(of: phrase),
            let bodies = phrase.withoutPlaces(in: words)
        else { return [canonical(name)] }
        return [units.name(of: bodies, in: words), units.units[places].canonical]
    }

    /// Whether the text outside the tables has the name, by these words or with other capitals.
    private func isWritten(_ name: String) -> Bool {
        let lower = name.lowercased()
        return units.units.contains { unit in
            unit.canonical.lowercased() == lower
                || unit.aliases.contains { $0.lowercased() == lower }
        }
    }

    /// Whether a name is another one with initials for some of its words.
    static func shortens(_ short: String, _ full: String) -> Bool {
        var left = words(short)
        var right = words(full)
        while let one = left.first, let other = right.first, one.lowercased() == other.lowercased()
        {
            left.removeFirst()
            right.removeFirst()
        }
        while let one = left.last, let other = right.last, one.lowercased() == other.lowercased() {
            left.removeLast()
            right.removeLast()
        }
        let initials = left.joined().filter { $0.isLetter }
        guard initials.count >= 2, initials.allSatisfy(\.isUppercase) else { return false }
        return right.compactMap(\.first).map { $0.uppercased() }.joined() == initials
    }

    /// Words without those between names.
    private static func words(_ name: String) -> [Substring] {
        name.split { $0.isWhitespace || ",&-–".contains($0) }.filter { $0.lowercased() != "và" }
    }
}

extension TableReader {
    /// The units of a document with those that only its tables name, and their spellings there.
    func mentions(beside found: [UnitMention], units: UnitNames) -> [UnitMention] {
        var mentions = found
        let names = unitNames
        let shared = ScheduleUnits(units, also: names.map(\.name))
        for (name, line) in names where !UnitCell.isGeneric(name) {
            let canonical = shared.canonical(name)
            if let index = mentions.firstIndex(where: { $0.canonical == canonical }) {
                if !mentions[index].aliases.contains(name) { mentions[index].aliases.append(name) }
                mentions[index].firstLine = min(mentions[index].firstLine, line)
            } else {
                mentions.append(
                    UnitMention(canonical: canonical, aliases: [name], firstLine: line))
            }
        }
        return mentions
    }
}
