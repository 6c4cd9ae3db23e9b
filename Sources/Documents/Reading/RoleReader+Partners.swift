/// Who works along: those named after "phối hợp", or before it.
extension RoleReader {
    func readPartners(_ roles: inout TaskRoles, _ cue: RoleCue?, _ units: inout UnitNames) {
        var isFirst = true
        var index = 0
        let isInverted = cue?.isInverted == true
        while index < words.count {
            guard words.has("phối hợp", at: index), !isNoun(index) else {
                index += 1
                continue
            }
            let front = partnersInFront(of: index, &units)
            let found = front ?? partners(after: index + 2, &units)
            if isInverted, isFirst {
                if let heading {
                    roles.partners = heading.units
                } else if words.text(opening(units) - 1) == ":" {
                    // "Đối với Công an xã: phối hợp …": named in front as a heading names.
                    roles.partners = register(namedInFront(units), &units, as: .subject)
                }
                roles.leads = found.units
            } else {
                for unit in found.units where !roles.partners.contains(unit) {
                    roles.partners.append(unit)
                }
            }
            roles.genericPartners += found.generic
            isFirst = false
            index += 2
        }
    }

    /// "Sở Xây dựng chủ trì, Sở Tài chính, Công an tỉnh phối hợp kiểm tra": they stand before it.
    private func partnersInFront(
        of index: Int, _ units: inout UnitNames
    ) -> (units: [Int], generic: [String])? {
        guard index > 4, words.text(index + 2) != "với",
            let chair = words.first("chủ trì ,", in: max(0, index - 60)..<(index - 3)),
            words.text(chair + 3) != "phối"
        else { return nil }
        let found = members(at: chair + 3, &units)
        guard found.end == index else { return nil }
        return (found.units, found.generic)
    }

    /// "cơ chế phối hợp", "quy chế phối hợp" are things.
    private func isNoun(_ index: Int) -> Bool {
        ["chế", "sự", "trình", "năng", "đồng", "tác"].contains(words.text(index - 1))
    }

    private static let between = PhraseTree([
        "hướng dẫn", "đôn đốc", "hỗ trợ", "tham mưu", "giúp đỡ", "chỉ đạo", "trao đổi",
        "trao đổi thông tin",
    ])

    private func partners(
        after index: Int, _ units: inout UnitNames
    ) -> (units: [Int], generic: [String]) {
        var position = index
        while words.has("chặt chẽ", at: position) || words.has("đồng bộ", at: position)
            || words.has("thường xuyên", at: position)
        {
            position += 2
        }
        if words.text(position) == ",",
            let length = RoleReader.between.longest(in: words, at: position + 1)
        {
            position += 1 + length
        } else if let length = RoleReader.between.longest(in: words, at: position),
            words.text(position + length) == "với"
        {
            position += length
        }
        if words.text(position) == "cùng" { position += 1 }
        if words.text(position) == "với" || words.text(position) == ":" { position += 1 }
        let found = members(at: position, &units)
        return (found.units, found.generic)
    }

    /// Those named from a word on, and the word behind the last.
    private func members(
        at index: Int, _ units: inout UnitNames
    ) -> (units: [Int], generic: [String], end: Int) {
        let grammar = UnitGrammar(words, known: units.learned)
        var found: [Int] = []
        var generic: [String] = []
        var position = index
        var last: UnitPhrase?
        while position < words.count {
            if words.has("cơ quan thường trực", at: position), let standing {
                found.append(standing)
                position = grammar.afterSeparator(position + 4)
                continue
            }
            // "các Sở: Nội vụ, Y tế": offices of one kind.
            let listed = grammar.branches(at: position)
            if let last = listed.last {
                for name in listed {
                    let unit = units.add(name, in: words, line: line, as: .mention)
                    if !found.contains(unit) { found.append(unit) }
                }
                position = grammar.afterSeparator(last.words.upperBound)
                continue
            }
            guard
                var phrase = grammar.phrase(at: position) ?? grammar.sharing(last, at: position)
                    ?? grammar.bare(at: position).flatMap({
                        // "Công an xã, tổ dân phố": all of them, beside a name or where known.
                        units.index(of: $0, in: words) == nil
                            && (last == nil || !UnitWords.settlements.contains($0.nouns[0]))
                            ? nil : $0
                    })
            else {
                guard let next = afterStranger(at: position, grammar) else { break }
                generic.append(words.verbatim(position..<next.end))
                position = next.further
                continue
            }
            last = phrase
            if let end = bareOffice(behind: phrase, grammar) {
                generic.append(words.verbatim(phrase.words.lowerBound..<end))
                position = grammar.afterSeparator(end)
                continue
            }
            let isGeneral = phrase.nouns.last == "địa phương"
            let places = isGeneral ? nil : units.places(of: phrase)
            if isGeneral || places != nil, let bodies = phrase.withoutPlaces(in: words) {
                // "các sở, ban, ngành, địa phương": the places stay general.
                if let places {
                    if !found.contains(places) { found.append(places) }
                } else if let rest = phrase.places(in: words) {
                    generic.append(words.verbatim(rest..<phrase.words.upperBound))
                }
                phrase = UnitPhrase(
                    words: phrase.words, name: bodies.name, nouns: bodies.nouns,
                    tails: phrase.tails, isQuantified: phrase.isQuantified)
            }
            if let told = told(phrase) { phrase = told }
            if let (named, rest) = parted(phrase) {
                // "các trạm y tế, đơn vị liên quan": only the last are meant in general.
                for name in named {
                    let unit = units.add(name, in: words, line: line, as: .mention)
                    if !found.contains(unit) { found.append(unit) }
                }
                generic.append(words.verbatim(rest))
                position = grammar.afterSeparator(grammar.afterBracket(phrase.words.upperBound))
                continue
            }
            if let unit = known(phrase, units) {
                if !found.contains(unit) { found.append(unit) }
            } else if units.partner(phrase, in: words) {
                let unit = units.add(phrase, in: words, line: line, as: .mention)
                if !found.contains(unit) { found.append(unit) }
            } else {
                generic.append(words.verbatim(phrase.words))
            }
            position = grammar.afterSeparator(grammar.afterBracket(phrase.words.upperBound))
        }
        return (found, generic, position)
    }

    /// "cơ quan Công an", without a place: whoever is in charge, and no office in particular.
    private func bareOffice(behind phrase: UnitPhrase, _ grammar: UnitGrammar) -> Int? {
        guard phrase.nouns == ["cơ quan"], phrase.words.count == 2, !phrase.isQuantified,
            let office = grammar.proper(at: phrase.words.upperBound), office.words.count <= 3,
            !office.words.contains(where: { UnitWords.levelWords.contains(words.text($0)) })
        else { return nil }
        return office.words.upperBound
    }

    /// Bodies that are known by their noun, and vague ones with "liên quan" behind them.
    private func parted(_ phrase: UnitPhrase) -> (named: [UnitPhrase], rest: Range<Int>)? {
        guard phrase.isQuantified, phrase.nouns.count > 1,
            !UnitNames.related.isDisjoint(with: phrase.tails)
        else { return nil }
        let known = phrase.nouns.prefix(while: RoleReader.known.contains)
        guard !known.isEmpty, known.count < phrase.nouns.count,
            phrase.nouns.dropFirst(known.count).allSatisfy({
                UnitWords.vagueNouns.contains($0) || UnitPhrase.offices.contains($0)
            })
        else { return nil }
        var named: [UnitPhrase] = []
        var start = phrase.words.lowerBound
        for noun in known {
            guard
                let mark = (start..<phrase.words.upperBound).first(where: {
                    words[$0].isMark || words.text($0) == "và"
                })
            else { return nil }
            named.append(
                UnitPhrase(
                    words: start..<mark, name: start..<mark, nouns: [noun], isQuantified: true,
                    head: named.isEmpty ? nil : "các"))
            start = UnitGrammar(words).afterSeparator(mark)
        }
        return (named, start..<phrase.words.upperBound)
    }

    private static let known: Set<String> = [
        "trạm y tế", "trường học", "trường", "nhà trường", "thôn", "bản", "ấp", "buôn", "xóm",
        "tổ dân phố", "khu phố", "hợp tác xã", "chi bộ", "tổ hòa giải", "bệnh viện",
    ]

    /// "các Tham tán thương mại, Sở Du lịch": a name of a kind not known, and more names behind.
    private func afterStranger(
        at index: Int, _ grammar: UnitGrammar
    ) -> (end: Int, further: Int)? {
        guard
            words.text(index) == "các" || words.isCapital(index)
                || RoleReader.forces.longest(in: words, at: index) != nil
        else { return nil }
        var end = index + 1
        while end < min(words.count, index + 7), ![",", ";", "và"].contains(words.text(end)) {
            if words[end].isMark || TaskVerbs.predicates.longest(in: words, at: end) ?? 0 > 1 {
                return nil
            }
            end += 1
        }
        let further = grammar.afterSeparator(end)
        guard further > end, grammar.phrase(at: further)?.isGroup == false else { return nil }
        return (end, further)
    }

    /// Who may work along that is no office.
    private static let forces = PhraseTree([
        "kiểm lâm", "cảnh sát", "dân quân", "lực lượng", "nhân dân", "người dân", "chủ",
        "phụ huynh", "cha mẹ học sinh", "gia đình", "doanh nghiệp", "nhà thầu", "già làng",
        "người có uy tín", "cán bộ", "bộ đội",
    ])

    /// "cơ quan, đơn vị trực tiếp quản lý người đó": a group told by a clause is one body.
    private func told(_ phrase: UnitPhrase) -> UnitPhrase? {
        let clauses: [WordPhrase] = ["trực tiếp quản lý người", "quản lý người", "có người được"]
        guard phrase.isGroup, phrase.tails.isEmpty,
            let length = words.length(ofFirst: clauses, at: phrase.words.upperBound)
        else { return nil }
        var end = phrase.words.upperBound + length
        let limit = min(words.count, end + 6)
        while end < limit, !words[end].isMark, !["hoặc", "và"].contains(words.text(end)),
            words.text(end - 1) == "ứng" || words.text(end - 1) == "được"
                || TaskVerbs.predicates.longest(in: words, at: end) == nil
        {
            end += 1
        }
        return UnitPhrase(
            words: phrase.words.lowerBound..<end, name: phrase.name.lowerBound..<end)
    }

    /// "… quản lý người đó": the unit whose name says who that is.
    private func known(_ phrase: UnitPhrase, _ units: UnitNames) -> Int? {
        guard !phrase.isGroup, words.text(phrase.words.upperBound - 1) == "đó" else { return nil }
        let same = words.lowered(phrase.name.lowerBound..<(phrase.name.upperBound - 1))
        return units.units.firstIndex { unit in
            let name = Words(unit.canonical)
            return name.lowered(0..<name.count).hasPrefix(same)
        }
    }
}
