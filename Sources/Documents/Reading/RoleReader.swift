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
        // "Mở tài khoản cho người bệnh: Sở Tài chính chủ trì …" gives no cue behind its topic.
        if subject == nil || !isBehindTopic(units) {
            roles.cue = cue?.name
            roles.phrase = cue.map { words.verbatim($0.words) }
        }
        if let heading, let own = ownSubject(subject, below: heading, units) {
            roles.leads = register(own, &units, as: .subject)
        } else if let heading {
            roles.leads = heading.units
            if roles.cue == nil, heading.isRequest { roles.cue = "Đề nghị" }
        } else if let subject {
            roles.leads = register(subject.phrases, &units, as: .subject)
        } else if let named = namedInBrackets(units) {
            roles.leads = register(named, &units, as: .subject)
            if roles.cue == nil {
                (roles.cue, roles.phrase) = ("Chủ trì", "chủ trì")
            }
        } else if let named = namedLater(units) {
            roles.leads = register(named, &units, as: .subject)
        }
        readPartners(&roles, cue, &units)
        readLaterSubjects(&roles, subject, &units)
        readAdvised(&roles, &units)
        readDirected(&roles, &units)
        roles.partners.removeAll { roles.leads.contains($0) && heading?.units.contains($0) != true }
        roles.directed.removeAll { roles.leads.contains($0) || roles.partners.contains($0) }
        return roles
    }

    /// "Công an xã chủ trì …" below the heading of another unit: the subject of the sentence leads.
    private func ownSubject(
        _ subject: SubjectReader.Subject?, below heading: HeadingUnits, _ units: UnitNames
    ) -> [UnitPhrase]? {
        guard let subject, subject.order == nil, !isClosing,
            let first = subject.phrases.first, first.words.lowerBound == start,
            words.isCapital(start), subject.phrases.allSatisfy({ !$0.isGroup }),
            !subject.phrases.contains(where: { phrase in
                units.index(of: phrase, in: words).map(heading.units.contains) == true
                    || isHead(phrase, of: heading.units.map { units.units[$0].lowered })
            })
        else { return nil }
        // "Đồng chí Ủy viên Ban Thường vụ, Chủ tịch UBND xã": one person with two offices.
        let isOne = words.has("đồng chí", at: start) || words.has("đ/c", at: start)
        return isOne ? subject.phrases.suffix(1) : subject.phrases
    }

    /// "Trưởng bản" below "Các bản": one who stands for each of them.
    private func isHead(_ phrase: UnitPhrase, of names: [String]) -> Bool {
        let person = words.lowered(phrase.name)
        return names.contains { name in
            guard name.hasPrefix("các ") else { return false }
            let noun = name.dropFirst(4)
            return ["trưởng", "tổ trưởng", "bí thư", "trưởng các", "tổ trưởng các", "bí thư các"]
                .contains { person == "\($0) \(noun)" }
        }
    }

    // MARK: Parts of the text

    /// The first word after a topic: "Đối với …:", "Về …:", "Sở Y tế:".
    func opening(_ units: UnitNames) -> Int {
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

    /// Whether the sentence begins behind a topic that is neither a unit nor "Đối với …", "Về …".
    private func isBehindTopic(_ units: UnitNames) -> Bool {
        guard start == 0, words.text(0) != "về", words.text(0) != "đối" else { return false }
        let opening = opening(units)
        return opening > 1 && words.text(opening - 1) == ":"
            && UnitGrammar(words, known: units.learned).list(at: 0).end != opening - 1
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

    /// "Ra mắt mô hình … (Công an xã tham mưu, các thôn thực hiện)", "Tổ chức tập huấn …. Giao Công
    /// an xã chủ trì": who leads is said at the end.
    private func namedLater(_ units: UnitNames) -> [UnitPhrase]? {
        guard !isClosing, start == 0, words.text(0) != "phối" else { return nil }
        let reader = SubjectReader(words: words, units: units)
        for sentence in words.sentences.dropFirst() {
            guard let later = reader.subject(at: sentence) else { continue }
            if later.order == "Giao" || words.has("chủ trì", at: later.end) { return later.phrases }
            // "Khai mạc hội nghị. Công an xã có trách nhiệm sau đây:" over what it does.
            if words.has("có trách nhiệm", at: later.end), words.text(words.count - 1) == ":" {
                return later.phrases
            }
        }
        let grammar = UnitGrammar(words, known: units.learned)
        // "Thành lập 03 tổ kiểm tra do Công an xã chủ trì": said of the work.
        for word in 0..<words.count where words.text(word) == "do" {
            let list = grammar.list(at: word + 1)
            if !list.phrases.isEmpty, words.has("chủ trì", at: list.end) { return list.phrases }
        }
        let doing: [WordPhrase] = ["thực hiện", "tham mưu", "phụ trách", "triển khai"]
        for open in (0..<words.count).reversed() where words.text(open) == "(" {
            var named: [UnitPhrase] = []
            var position = open + 1
            while true {
                let list = grammar.list(at: position)
                guard !list.phrases.isEmpty,
                    let length = words.length(ofFirst: doing, at: list.end)
                else { return nil }
                named += list.phrases
                position = list.end + length
                if words.text(position) == ")" { return named }
                guard [",", ";"].contains(words.text(position)) else { return nil }
                position += 1
            }
        }
        return nil
    }

    /// The names of "Đối với Công an xã: …", "Công an xã: …".
    func namedInFront(_ units: UnitNames) -> [UnitPhrase] {
        let list = UnitGrammar(words, known: units.learned)
            .list(at: words.has("đối với", at: 0) ? 2 : 0)
        return list.end == opening(units) - 1 ? list.phrases : []
    }

    func register(
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
            let areCommunes = addressees.allSatisfy { units.units[$0].areCommunes }
            if isVague, !addressees.isEmpty, bodies.isEmpty || !areCommunes { return addressees }
        }
        // "Các sở, ngành, địa phương": the offices, and the communes by their name.
        if !isKnown, standing == .subject, let places = units.places(of: phrase),
            let bodies = phrase.withoutPlaces(in: words)
        {
            // "các phòng, đơn vị, tổ dân phố" at the end: the offices named in full before.
            if isClosing, phrase.tails.isEmpty, let group = units.group(having: bodies.nouns) {
                return [group, places]
            }
            return [units.add(bodies, in: words, line: line, as: standing), places]
        }
        return [units.add(phrase, in: words, line: line, as: standing)]
    }

    // MARK: Others in the text

    /// Small words with which a name, or a condition before one, begins behind a semicolon.
    private static let clauseOpenings: Set<WordCode> = [
        "trường", "nếu", "các", "mỗi", "từng", "mọi",
    ]

    /// A later sentence with a subject of its own: that one works along.
    private func readLaterSubjects(
        _ roles: inout TaskRoles, _ subject: SubjectReader.Subject?, _ units: inout UnitNames
    ) {
        let reader = SubjectReader(words: words, units: units)
        let first = isClosing ? subject?.end ?? words.count : start
        for sentence in words.statements.dropFirst() where sentence > first {
            // Only a name of its own counts behind a semicolon, and names begin with a capital.
            let isClause = words.text(sentence - 1) == ";"
            if isClause, !words.isCapital(sentence),
                !Self.clauseOpenings.contains(words.text(sentence))
            {
                continue
            }
            guard let later = reader.subject(at: sentence), !isVague(later),
                !isTrouble(sentence, later)
            else { continue }
            // "… phản ánh về Sở Y tế; nếu vượt thẩm quyền, Sở Y tế báo cáo": what becomes of it.
            if isClause, words.first("thẩm quyền", in: sentence..<later.end) != nil { continue }
            // "…; mỗi tổ dân phố diễn tập ít nhất 01 lần": how much of the work each has.
            if isClause, ["mỗi", "từng"].contains(words.text(sentence)) { continue }
            let isNamed =
                later.order == nil
                && later.phrases.allSatisfy { !$0.isGroup || heading == nil && $0.isQuantified }
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

    /// "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo …" asks no one to work along.
    private func isTrouble(_ sentence: Int, _ subject: SubjectReader.Subject) -> Bool {
        let openings: [WordPhrase] = ["trong quá trình", "quá trình", "nếu có"]
        return words.length(ofFirst: openings, at: sentence) != nil
            && subject.phrases.allSatisfy { phrase in
                phrase.isGroup && phrase.nouns.allSatisfy(UnitWords.vagueNouns.contains)
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
