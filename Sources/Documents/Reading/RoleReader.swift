/// Who does a piece of work, with whom, for whom.
struct TaskRoles: Sendable, Equatable {
    /// Indices into `UnitNames.units`.
    var leads: [Int] = []
    var partners: [Int] = []
    var directed: [Int] = []
    var advises: [Int] = []
    var genericPartners: [String] = []
    var cue: String?
    var phrase: String?
}

/// Reads the roles out of the words of a task.
struct RoleReader {
    let words: Words
    /// Units of the heading above; nil: none.
    var heading: HeadingUnits?
    /// The paragraph "Trên đây là …": its first sentence gives no order.
    var isClosing = false
    /// Where the sentence proper begins, behind "UBND phường:".
    var start = 0
    /// Units of the last heading, if it names groups: whom a closing paragraph means.
    var addressees: [Int] = []
    /// The unit that an earlier task made the standing body.
    var standing: Int?
    var line: Int

    /// The units who are to do the work where no heading says so.
    func subject(_ units: UnitNames) -> SubjectReader.Subject? {
        let reader = SubjectReader(words: words, units: units)
        if !isClosing {
            let found = reader.subject(at: opening(units))
            // "Đối với Công an xã: Rà soát …"
            return found ?? (words.has("đối với", at: 0) ? reader.subject(at: 0) : nil)
        }
        for sentence in words.sentences.dropFirst() {
            if let found = reader.subject(at: sentence) { return found }
        }
        if !words.has("trên đây", at: 0) { return reader.subject(at: 0) }
        // "Trên đây là Kế hoạch …; đề nghị các sở, ngành nghiêm túc thực hiện."
        let requests: [WordPhrase] = ["yêu cầu", "đề nghị", "trong quá trình", "quá trình", "nếu"]
        for index in 0..<words.count where words.length(ofFirst: requests, at: index) != nil {
            if let found = reader.subject(at: index) { return found }
        }
        return nil
    }

    func read(_ units: inout UnitNames) -> TaskRoles {
        var roles = TaskRoles()
        let subject = subject(units)
        let cue = RoleCue.read(
            words, opening: opening(units), subject: subject,
            isClosing: isClosing && words.has("trên đây", at: 0))
        roles.cue = cue?.name
        roles.phrase = cue.map { words.verbatim($0.words) }
        if let heading {
            roles.leads = heading.units
            if roles.cue == nil, heading.isRequest { roles.cue = "Đề nghị" }
        } else if let subject {
            roles.leads = register(subject.phrases, &units, as: .subject)
        } else if let named = namedInBrackets(units) {
            roles.leads = register(named, &units, as: .subject)
            if roles.cue == nil {
                (roles.cue, roles.phrase) = ("Chủ trì", "chủ trì")
            }
        }
        readPartners(&roles, cue, &units)
        readLaterSubjects(&roles, subject, &units)
        readAdvised(&roles, &units)
        readDirected(&roles, &units)
        roles.partners.removeAll { roles.leads.contains($0) && heading?.units.contains($0) != true }
        roles.directed.removeAll { roles.leads.contains($0) || roles.partners.contains($0) }
        return roles
    }

    // MARK: Parts of the text

    /// The first word after a topic: "Đối với …:", "Về …:", "Sở Y tế:".
    private func opening(_ units: UnitNames) -> Int {
        guard start == 0 else { return start }
        if words.text(0) == "(" { return 1 }
        let isTopic = words.has("đối với", at: 0) || words.text(0) == "về"
        let list = UnitGrammar(words).list(at: 0)
        if !list.phrases.isEmpty, words.text(list.end) == ":" { return list.end + 1 }
        guard let colon = words.first(":", in: 0..<min(words.count, 25)) else { return 0 }
        // "Thực hiện mở tài khoản …: Sở Tài chính …": the subject stands behind the topic.
        if isTopic || UnitGrammar(words).phrase(at: colon + 1)?.isGroup == false {
            return colon + 1
        }
        let reader = SubjectReader(words: words, units: units)
        let isTold = reader.subject(at: 0) == nil && reader.subject(at: colon + 1) != nil
        return isTold ? colon + 1 : 0
    }

    /// "Nạo vét cống (Phòng Kinh tế chủ trì, …)": who leads stands behind the work.
    private func namedInBrackets(_ units: UnitNames) -> [UnitPhrase]? {
        guard let chair = words.first("chủ trì"), !isClosing else { return nil }
        // "(Chủ trì: Phòng Kinh tế; …)"
        let labels: [WordPhrase] = ["chủ trì :", "cơ quan chủ trì :", "đơn vị chủ trì :"]
        for open in 0..<chair where words.text(open) == "(" {
            guard let length = words.length(ofFirst: labels, at: open + 1) else { continue }
            let named = UnitGrammar(words, known: units.learned).list(at: open + 1 + length).phrases
            return named.isEmpty ? nil : named
        }
        for open in (0..<chair).reversed() where words.text(open) == "(" {
            let list = UnitGrammar(words, known: units.learned).list(at: open + 1)
            return list.end == chair && !list.phrases.isEmpty ? list.phrases : nil
        }
        return nil
    }

    /// The names of "Đối với Công an xã: …", "Công an xã: …".
    private func namedInFront(_ units: UnitNames) -> [UnitPhrase] {
        let list = UnitGrammar(words, known: units.learned)
            .list(at: words.has("đối với", at: 0) ? 2 : 0)
        return list.end == opening(units) - 1 ? list.phrases : []
    }

    private func register(
        _ phrases: [UnitPhrase], _ units: inout UnitNames, as standing: UnitNames.Standing
    ) -> [Int] {
        var found: [Int] = []
        for phrase in phrases {
            for unit in resolve(phrase, &units, as: standing) where !found.contains(unit) {
                found.append(unit)
            }
        }
        return found
    }

    /// "các cơ quan, đơn vị" of a closing paragraph are the groups named before.
    private func resolve(
        _ phrase: UnitPhrase, _ units: inout UnitNames, as standing: UnitNames.Standing
    ) -> [Int] {
        let isKnown = units.index(of: phrase, in: words).map { units.units[$0].isAddressed } == true
        if isClosing, phrase.isGroup, phrase.tails.isEmpty, !isKnown {
            let bodies = phrase.nouns.filter { $0 != "địa phương" }
            let group = bodies.isEmpty ? nil : units.group(having: bodies)
            let communes = phrase.nouns.contains("địa phương") ? units.communes() : nil
            let isComplete =
                (bodies.isEmpty || group != nil)
                && (communes != nil || !phrase.nouns.contains("địa phương"))
            if isComplete { return [group, communes].compactMap { $0 } }
            // "các sở, ngành, địa phương": the communes by their name, the others by this one.
            if let communes, let part = phrase.withoutPlaces(in: words) {
                return [units.add(part, in: words, line: line, as: standing), communes]
            }
            let isVague = phrase.nouns.allSatisfy(UnitWords.vagueNouns.contains)
            if isVague, !addressees.isEmpty { return addressees }
        }
        return [units.add(phrase, in: words, line: line, as: standing)]
    }

    // MARK: Partners

    private func readPartners(_ roles: inout TaskRoles, _ cue: RoleCue?, _ units: inout UnitNames) {
        var isFirst = true
        var index = 0
        let isInverted = cue?.isInverted == true
        while index < words.count {
            guard words.has("phối hợp", at: index), !isNoun(index) else {
                index += 1
                continue
            }
            let found = partners(after: index + 2, &units)
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
        return members(at: position, &units)
    }

    private func members(
        at index: Int, _ units: inout UnitNames
    ) -> (units: [Int], generic: [String]) {
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
            guard
                var phrase = grammar.phrase(at: position) ?? grammar.sharing(last, at: position)
                    ?? grammar.bare(at: position).flatMap({
                        units.index(of: $0, in: words) == nil ? nil : $0
                    })
            else {
                guard let next = afterStranger(at: position, grammar) else { break }
                generic.append(words.verbatim(position..<next.end))
                position = next.further
                continue
            }
            last = phrase
            if let bodies = phrase.withoutPlaces(in: words) {
                // "các sở, ban, ngành, địa phương": the places stay general.
                let rest = words.index(of: "địa", in: phrase.words) ?? phrase.words.upperBound
                generic.append(words.verbatim(rest..<phrase.words.upperBound))
                phrase = UnitPhrase(
                    words: phrase.words, name: bodies.name, nouns: bodies.nouns,
                    tails: phrase.tails, isQuantified: phrase.isQuantified)
            }
            if let told = told(phrase) { phrase = told }
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
        return (found, generic)
    }

    /// "các Tham tán thương mại, Sở Du lịch": a name of a kind not known, and more names behind.
    private func afterStranger(
        at index: Int, _ grammar: UnitGrammar
    ) -> (end: Int, further: Int)? {
        guard words.text(index) == "các" || words.isCapital(index) else { return nil }
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

    // MARK: Others in the text

    /// A later sentence with a subject of its own: that one works along.
    private func readLaterSubjects(
        _ roles: inout TaskRoles, _ subject: SubjectReader.Subject?, _ units: inout UnitNames
    ) {
        let reader = SubjectReader(words: words, units: units)
        let first = isClosing ? subject?.end ?? words.count : start
        for sentence in words.statements.dropFirst() where sentence > first {
            guard let later = reader.subject(at: sentence), !isVague(later) else { continue }
            let isClause = words.text(sentence - 1) == ";"
            let isNamed = later.order == nil && !later.phrases.contains(where: \.isGroup)
            if isClause, !isNamed || words.text(later.end - 1) == ":" { continue }
            if let subject, later.end == subject.end { continue }
            for unit in register(later.phrases, &units, as: .mention)
            where !roles.leads.contains(unit) && !roles.partners.contains(unit) {
                roles.partners.append(unit)
            }
        }
    }

    /// "cơ quan giới thiệu" names no one.
    private func isVague(_ subject: SubjectReader.Subject) -> Bool {
        subject.phrases.allSatisfy { phrase in
            phrase.isGroup && !phrase.isQuantified
                && phrase.nouns.allSatisfy(UnitWords.vagueNouns.contains)
        }
    }

    private func readAdvised(_ roles: inout TaskRoles, _ units: inout UnitNames) {
        let grammar = UnitGrammar(words, known: units.learned)
        for index in 0..<words.count {
            guard let length = words.length(ofFirst: RoleReader.advising, at: index),
                let phrase = grammar.phrase(at: index + length), !phrase.isGroup
            else { continue }
            let unit = units.add(phrase, in: words, line: line, as: .mention)
            if !roles.advises.contains(unit) { roles.advises.append(unit) }
        }
    }

    private static let advising: [WordPhrase] = [
        "tham mưu, giúp", "tham mưu giúp", "tham mưu cho", "tham mưu với", "tham mưu",
        "giúp việc cho",
        "giúp",
    ]

    private func readDirected(_ roles: inout TaskRoles, _ units: inout UnitNames) {
        let grammar = UnitGrammar(words, known: units.learned)
        for index in 0..<words.count {
            guard let length = words.length(ofFirst: RoleReader.directing, at: index) else {
                continue
            }
            for phrase in grammar.list(at: index + length).phrases
            where units.partner(phrase, in: words) {
                let unit = units.add(phrase, in: words, line: line, as: .mention)
                if !roles.directed.contains(unit) { roles.directed.append(unit) }
            }
        }
    }

    private static let directing: [WordPhrase] = [
        "chỉ đạo, định hướng", "chỉ đạo, đôn đốc", "chỉ đạo, hướng dẫn", "chỉ đạo",
    ]
}
