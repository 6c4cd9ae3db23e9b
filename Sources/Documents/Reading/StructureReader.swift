import Domain

/// Makes the tree of a plan out of its items: what is heading, aim, task, field, detail.
struct StructureReader {
    var items: [PlanItem]
    var units: UnitNames
    let words: [Words]

    /// The capital letter above the numerals, where the plan has such parts: `A`, `B`.
    var part = ""
    /// The item of that letter.
    var partStart = 0
    var roman = ""
    /// The numeral as ids show it: `V(2)` where a plan prints it twice.
    var romanOfIds = ""
    var ids: Set<String> = []
    /// First lines of tables, which are no items.
    let tables: [Int]
    /// The heading that stood above the letter that names units of its own.
    var outerHeading: HeadingUnits?
    var parts: [Int] = []
    var letter: String?
    var topics: [(depth: Int, topic: SectionTopic?)] = []
    var heading: HeadingUnits?
    var bulletHeading: HeadingUnits?
    var counters: [String: Int] = [:]
    var pending: [Int] = []
    var hasSection = false
    /// The numbered task whose fields and requirements stand below it.
    var fieldTask: Int?

    init(_ layout: [LayoutItem], home: UnitHome, tables: [Int] = []) {
        self.tables = tables
        items = layout.map { PlanItem($0, .other("unread")) }
        words = layout.map { Words($0.body) }
        units = UnitNames(home: home)
        var index = 0
        while index < items.count {
            read(index)
            index += 1
        }
    }

    /// Topics of letters lie below those of any number.
    static let letterDepth = 9

    // MARK: Ranks

    /// How deep an item stands; smaller is higher.
    func rank(_ index: Int) -> Int {
        guard let label = items[index].layout.label else { return 10 }
        switch label.kind {
        case .roman: return 0
        case .arabic(let parts): return min(parts.count, 6)
        case .letter: return isPartLetter(index) ? 0 : 7
        case .bullet: return isStarHeading(index) ? 10 : 11
        case .counted: return 12
        case .plus: return 13
        }
    }

    /// Items below one, up to the next of its own or a higher rank.
    func children(of index: Int) -> Range<Int> {
        let own = rank(index)
        var end = index + 1
        while end < items.count, rank(end) > own, !(end > index + 1 && isClosing(end)),
            !isFinal(end), !isPart(end)
        {
            end += 1
        }
        return (index + 1)..<end
    }

    func isClosing(_ index: Int) -> Bool {
        guard items[index].layout.label == nil else { return false }
        return StructureReader.closings.longest(in: words[index], at: 0) != nil
            || SubjectReader(words: words[index], units: units).isOrderOfIssuer
    }

    /// "Trên đây là …" closes a plan wherever it stands.
    func isFinal(_ index: Int) -> Bool {
        items[index].layout.label == nil
            && words[index].length(ofFirst: StructureReader.finals, at: 0) != nil
    }

    static let finals: [WordPhrase] = [
        "trên đây là", "kế hoạch này được", "kế hoạch này có hiệu lực",
        "chương trình hành động này được", "chương trình này được", "đề án này được",
        "phương án này được",
    ]

    /// "Chương trình hành động này …": the last paragraph speaks of the document itself.
    static let selves: [WordPhrase] = [
        "kế hoạch này", "chương trình hành động này", "chương trình này", "đề án này",
        "phương án này",
    ]

    static let closings = PhraseTree([
        "các cơ quan", "các đơn vị", "thủ trưởng", "trên đây là", "trong quá trình thực hiện",
        "trong quá trình tổ chức",
        "quá trình thực hiện",
        "kế hoạch này", "chương trình hành động này", "chương trình này", "đề án này",
        "phương án này", "trong quá trình triển khai", "quá trình triển khai", "quá trình tổ chức",
        "yêu cầu các",
        "yêu cầu giám đốc", "yêu cầu thủ trưởng", "yêu cầu chủ tịch", "yêu cầu trưởng",
        "yêu cầu ubnd", "yêu cầu ủy ban nhân dân", "yêu cầu đồng chí", "đề nghị thủ trưởng",
        "đề nghị ubnd", "đề nghị ủy ban nhân dân", "đề nghị đồng chí", "giám đốc các",
        "nếu có khó khăn",
        "nếu có vướng mắc", "khi có khó khăn", "căn cứ vào kế hoạch này", "căn cứ kế hoạch của",
        "đề nghị các", "căn cứ kế hoạch này", "căn cứ nội dung kế hoạch", "nhận được kế hoạch",
    ])

    // MARK: One item

    mutating func read(_ index: Int) {
        let layout = items[index].layout
        if layout.isPageNumber {
            items[index].kind = .other("page_number")
            return
        }
        switch layout.label?.kind {
        case .roman(let number): readRoman(index, number)
        case .arabic(let parts): readArabic(index, parts)
        case .letter: readLetter(index, layout.label?.sign ?? "")
        case .bullet, .plus, .counted: readBullet(index)
        case nil: readParagraph(index)
        }
    }

    var path: String {
        ([part, roman].filter { !$0.isEmpty } + parts.map(String.init)).joined(separator: ".")
    }

    var idBase: String {
        ([part, romanOfIds].filter { !$0.isEmpty } + parts.map(String.init)
            + [letter].compactMap { $0 })
            .joined(separator: ".")
    }

    var topic: SectionTopic {
        topics.last { $0.topic != nil }?.topic ?? .work
    }

    mutating func enter(depth: Int, _ index: Int) {
        topics.removeAll { $0.depth >= depth }
        letter = nil
        fieldTask = nil
        bulletHeading = nil
        hasSection = true
        items[index].isSection = true
        if depth == 0 { heading = nil }
    }

    mutating func readRoman(_ index: Int, _ number: Int) {
        roman = items[index].layout.label?.sign ?? ""
        parts = []
        enter(depth: 0, index)
        topics.append((0, SectionTopic(title: words[index])))
        let times = items[partStart..<index].filter { item in
            item.layout.label?.kind == .roman(number) && item.isSection
        }.count
        let path = path
        let isTaken = ids.contains { $0 == path || $0.hasPrefix(path + ".") }
        romanOfIds = times > 0 && isTaken ? "\(roman)(\(times + 1))" : roman
        counters = counters.filter { $0.key != idBase && !$0.key.hasPrefix(idBase + ".") }
        let isText = children(of: index).isEmpty && endsSentence(index) && words[index].count > 25
        place(index)
        if isText { settleText(index) } else { headingKind(index) }
    }

    mutating func headingKind(_ index: Int) {
        items[index].kind = .heading
        pending = []
        let found = HeadingUnitReader(words: words[index], known: units.learned).whole()
        // "Các sở, ngành được phân công …" are those who act, whatever the other words are about.
        let areGroup =
            found?.phrases.first.map { $0.isQuantified && $0.words.lowerBound == 0 } == true
            && topics.dropLast().last { $0.topic != nil }?.topic != .aims
        if let found,
            found.isOrder || areGroup || topics.last?.topic == nil
                || topics.last?.depth != parts.count
        {
            setHeading(found, index, label: nil)
        }
    }

    mutating func readArabic(_ index: Int, _ newParts: [Int]) {
        parts = newParts
        enter(depth: parts.count, index)
        let children = children(of: index)
        if let heading, !isBelow(path, heading.path) { self.heading = nil }
        place(index)
        let isText = isNumberedText(index, children)
        if !isText {
            // "Nội dung" below "Nội dung, đối tượng giám sát" is no heading of work.
            let isContent =
                topic == .mixed && words[index].count <= 3
                && words[index].has("nội dung", at: 0)
            topics.append((parts.count, isContent ? .mixed : SectionTopic(title: words[index])))
        } else if let named = topicBeforeColon(index) {
            topics.append((parts.count, named))
        }
        if isText {
            settleText(index)
            if items[index].kind == .task, !children.isEmpty, hasFields(children) {
                fieldTask = index
            }
        } else {
            headingKind(index)
        }
    }

    func isBelow(_ path: String, _ other: String) -> Bool { path.hasPrefix(other + ".") }

    /// "Phạm vi: Toàn bộ các xã …", "Mục tiêu chung: …".
    func topicBeforeColon(_ index: Int) -> SectionTopic? {
        let text = words[index]
        guard let colon = text.first(":", in: 0..<min(8, text.count)), colon > 0 else { return nil }
        return SectionTopic(title: Words(text.verbatim(0..<colon)))
    }

    /// Whether a numbered line states the work itself and is not (only) a heading.
    func isNumberedText(_ index: Int, _ children: Range<Int>) -> Bool {
        let text = words[index]
        if isOverTable(index) { return false }
        if announcesTargets(index) { return true }
        if children.isEmpty {
            if let whole = HeadingUnitReader(words: text, known: units.learned).whole(),
                whole.words.count >= text.count - 2
            {
                return false
            }
            if text.count <= 6, !endsSentence(index), SectionTopic(title: text) != nil {
                return false
            }
            return true
        }
        if children.allSatisfy({ PlanField(words[$0]) != nil }) {
            return SectionTopic(title: text) != .scope
        }
        if statesFieldWork(index, children) { return true }
        if let found = HeadingUnitReader(words: text, known: units.learned).beforeColon(),
            text.count - found.words.upperBound >= 4
        {
            return true
        }
        if announcesDetails(index), isListOfObjects(children), startsWithVerb(text, 0) {
            return true
        }
        // "… Trường hợp bỏ phiếu kín thì …" below a step qualifies it.
        if words[children.lowerBound].has("trường hợp", at: 0) { return true }
        if ends(index, with: ":"), statesWorkFirst(text) { return true }
        guard endsSentence(index) else { return false }
        if SubjectReader(words: text, units: units).subject(at: 0) != nil { return true }
        if text.first("có trách nhiệm") != nil, text.count > 20 { return true }
        return items[children.lowerBound].layout.label == nil && text.count > 15
    }

    /// A whole sentence of work before the one that announces what stands below.
    func statesWorkFirst(_ text: Words) -> Bool {
        guard let stop = text.first("."), stop >= 6, text.isCapital(stop + 1) else { return false }
        return startsWithVerb(text, 0)
            || SubjectReader(words: text, units: units).subject(at: 0) != nil
    }

    mutating func readLetter(_ index: Int, _ sign: String) {
        if isPartLetter(index) {
            if opensPart(index) {
                readLetterPart(index)
            } else {
                readPart(index, kind: .letterHeading)
            }
            return
        }
        if let field = field(index), children(of: index).isEmpty, hasOwners(index) {
            place(index)
            settleField(index, field)
            return
        }
        letter = sign
        topics.removeAll { $0.depth >= StructureReader.letterDepth }
        bulletHeading = nil
        if let heading, items[heading.item].layout.label?.kind == .letter {
            self.heading = outerHeading
        } else {
            outerHeading = heading
        }
        if hasSection == false { hasSection = true }
        place(index)
        let text = words[index]
        let children = children(of: index)
        let whole = HeadingUnitReader(words: text, known: units.learned).whole()
        let namesUnits = topic == .work || topic == .mixed
        if let whole, namesUnits, !children.isEmpty || whole.words.count >= text.count - 2 {
            items[index].kind = .unitHeading
            pending = []
            setHeading(whole, index, label: sign)
        } else if announcesTargets(index) || namesUnits && hasOnlyFields(children) {
            settleText(index)
        } else if isOverTable(index) || !children.isEmpty && isTopic(index, children) {
            items[index].kind = .letterHeading
            pending = []
            topics.append((StructureReader.letterDepth, SectionTopic(title: text)))
        } else {
            settleText(index)
        }
    }

    func isTopic(_ index: Int, _ children: Range<Int>) -> Bool {
        if announcesDetails(index), startsWithVerb(words[index], 0), isListOfObjects(children) {
            return false
        }
        if ends(index, with: ":") { return words[index].count <= 40 }
        return !endsSentence(index) && words[index].count <= 40
    }

    mutating func readBullet(_ index: Int) {
        place(index)
        let text = words[index]
        if let field = field(index) {
            settleField(index, field)
            return
        }
        if let topic = topicLine(index) {
            items[index].kind = .other("letter_heading")
            topics.removeAll { $0.depth >= StructureReader.letterDepth }
            topics.append((StructureReader.letterDepth, topic))
            return
        }
        let children = children(of: index)
        if !children.isEmpty, topic == .work, text.count <= 30,
            let whole = HeadingUnitReader(words: text, known: units.learned).whole(),
            whole.words.count >= text.count - 2
        {
            items[index].kind = .other("unit_heading")
            bulletHeading = headingUnits(whole, index, label: "-")
            return
        }
        if let above = bulletHeading, rank(index) <= rank(above.item) { bulletHeading = nil }
        settleText(index)
    }

    // MARK: Headings of units

    mutating func setHeading(
        _ found: HeadingUnitReader.Found, _ index: Int, label: String?
    ) {
        heading = headingUnits(found, index, label: label)
        items[index].heading = heading
    }

    mutating func headingUnits(
        _ found: HeadingUnitReader.Found, _ index: Int, label: String?
    ) -> HeadingUnits {
        let text = words[index]
        let line = items[index].layout.lines.lowerBound
        var listed: [Int] = []
        for phrase in found.phrases {
            let unit = units.add(phrase, in: text, line: line, as: .heading)
            if let code = shortForm(behind: phrase, in: text) { units.abbreviate(unit, as: code) }
            if !listed.contains(unit) { listed.append(unit) }
        }
        return HeadingUnits(
            title: text.verbatim(found.words), units: listed, isRequest: found.isRequest,
            item: index,
            path: path, label: label)
    }

    /// `PA05` of "Phòng An ninh mạng (PA05)".
    private func shortForm(behind phrase: UnitPhrase, in text: Words) -> String? {
        let open = phrase.words.upperBound
        guard text.text(open) == "(", open + 2 < text.count, text[open + 1].isShortForm,
            text.text(open + 2) == ")"
        else { return nil }
        return text.verbatim((open + 1)..<(open + 2))
    }

    // MARK: Small questions

    mutating func place(_ index: Int) {
        items[index].path = path
        items[index].idBase = idBase
    }

    func ends(_ index: Int, with mark: Unicode.Scalar) -> Bool {
        items[index].layout.body.scalars.last == mark
    }

    func endsSentence(_ index: Int) -> Bool {
        guard let last = items[index].layout.body.scalars.last else { return false }
        return last == "." || last == ";" || last == "!"
    }
}
