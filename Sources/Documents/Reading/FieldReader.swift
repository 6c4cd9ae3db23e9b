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
            // "Chủ trì: Sở A; phối hợp: Sở B."
            if let length = words.length(ofFirst: partnerLabels, at: position) {
                isBehindLead = true
                position += length
                continue
            }
            // "Các Sở: Nội vụ, Y tế": offices of one kind.
            let listed = grammar.branches(at: position)
            if let last = listed.last {
                for name in listed {
                    let unit = units.add(name, in: words, line: line, as: .subject)
                    if isBehindLead, !partners.contains(unit) { partners.append(unit) }
                    if !isBehindLead, !found.contains(unit) { found.append(unit) }
                }
                position = last.words.upperBound
                continue
            }
            guard let phrase = member(at: position, words, grammar) else {
                // "Phòng Nội vụ phối hợp Phòng Tư pháp"
                let isJoined =
                    words.has("phối hợp", at: position) && !found.isEmpty
                    && (grammar.phrase(at: position + 2) != nil
                        || words.text(position + 2) == "cùng")
                if isJoined || words.has("chủ trì", at: position) { isBehindLead = true }
                position += 1
                continue
            }
            if !UnitNames.related.isDisjoint(with: phrase.tails), !units.partner(phrase, in: words)
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

    private static let partnerLabels: [WordPhrase] = [
        "cơ quan phối hợp :", "đơn vị phối hợp :", "phối hợp thực hiện :", "phối hợp :",
        "cơ quan, đơn vị phối hợp :", "phối hợp với",
    ]

    /// One member of the list; a person ("Đồng chí Phó Chủ tịch …, phụ trách …") with all that is
    /// said of that person.
    private static func member(
        at index: Int, _ words: Words, _ grammar: UnitGrammar
    ) -> UnitPhrase? {
        let isListed = index == 0 || words[index - 1].isMark
        let isPerson = isListed && persons.longest(in: words, at: index) != nil
        guard isPerson else { return grammar.phrase(at: index) }
        var end = index + 1
        while end < words.count, words.text(end) != ";", words.text(end) != "." {
            if words.text(end) == ",",
                grammar.phrase(at: end + 1) != nil || words.isCapital(end + 1)
                    || words.text(end + 1) == "các"
            {
                break
            }
            end += 1
        }
        return UnitPhrase(words: index..<end, name: index..<end)
    }

    private static let persons = PhraseTree([
        "đồng chí", "các đồng chí", "đ/c", "các đ/c", "ông", "bà", "phó chủ tịch", "chuyên viên",
        "cán bộ", "công chức", "trưởng", "các chuyên viên", "các phó chủ tịch", "các cán bộ",
        "các công chức",
    ])
}
