/// Lead and partners out of the fields "Đơn vị chủ trì: …", "Đơn vị phối hợp: …".
struct FieldReader {
    /// The value of one field as units and general partners.
    static func members(
        _ words: Words, from start: Int, line: Int, _ units: inout UnitNames
    ) -> (units: [Int], partners: [Int], generic: [String]) {
        let grammar = UnitGrammar(words, known: units.learned)
        var found: [Int] = []
        var partners: [Int] = []
        var generic: [String] = []
        var position = start
        var isBehindLead = false
        while position < words.count {
            guard let phrase = grammar.phrase(at: position) else {
                if words.has("chủ trì", at: position) { isBehindLead = true }
                position += 1
                continue
            }
            if phrase.isGroup, !UnitNames.related.isDisjoint(with: phrase.tails),
                phrase.nouns.allSatisfy(UnitWords.vagueNouns.contains)
            {
                generic.append(words.verbatim(phrase.words))
            } else {
                let unit = units.add(phrase, in: words, line: line, as: .subject)
                if isBehindLead {
                    if !partners.contains(unit) { partners.append(unit) }
                } else if !found.contains(unit) {
                    found.append(unit)
                }
            }
            position = phrase.words.upperBound
        }
        return (found, partners, generic)
    }
}
