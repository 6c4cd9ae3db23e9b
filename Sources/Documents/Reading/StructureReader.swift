import Domain

/// Makes the tree of a plan out of its items: what is heading, aim, task, field, detail.
struct StructureReader {
    private(set) var items: [PlanItem]
    private(set) var units: UnitNames
    private let words: [Words]

    private var roman = ""
    private var parts: [Int] = []
    private var letter: String?
    private var topics: [(depth: Int, topic: SectionTopic?)] = []
    private var heading: HeadingUnits?
    private var bulletHeading: HeadingUnits?
    private var counters: [String: Int] = [:]
    private var pending: [Int] = []
    private var hasSection = false

    init(_ layout: [LayoutItem], home: UnitHome) {
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
    private static let letterDepth = 9

    // MARK: Ranks

    /// How deep an item stands; smaller is higher.
    private func rank(_ index: Int) -> Int {
        guard let label = items[index].layout.label else { return 10 }
        switch label.kind {
        case .roman: return 0
        case .arabic(let parts): return min(parts.count, 6)
        case .letter: return 7
        case .bullet: return 11
        case .counted: return 12
        case .plus: return 13
        }
    }

    /// Items below one, up to the next of its own or a higher rank.
    private func children(of index: Int) -> Range<Int> {
        let own = rank(index)
        var end = index + 1
        while end < items.count, rank(end) > own, !(end > index + 1 && isClosing(end)),
            !isFinal(end)
        {
            end += 1
        }
        return (index + 1)..<end
    }

    private func isClosing(_ index: Int) -> Bool {
        guard items[index].layout.label == nil else { return false }
        return StructureReader.closings.longest(in: words[index], at: 0) != nil
    }

    /// "Trên đây là …" closes a plan wherever it stands.
    private func isFinal(_ index: Int) -> Bool {
        items[index].layout.label == nil && words[index].has("trên đây là", at: 0)
    }

    private static let closings = PhraseTree([
        "các cơ quan", "các đơn vị", "thủ trưởng", "trên đây là", "trong quá trình thực hiện",
        "trong quá trình tổ chức",
        "quá trình thực hiện",
        "trong quá trình triển khai", "quá trình triển khai", "quá trình tổ chức", "yêu cầu các",
        "đề nghị các", "căn cứ kế hoạch này", "căn cứ nội dung kế hoạch", "nhận được kế hoạch",
    ])

    // MARK: One item

    private mutating func read(_ index: Int) {
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

    private var path: String {
        ([roman].filter { !$0.isEmpty } + parts.map(String.init)).joined(separator: ".")
    }

    private var idBase: String { letter.map { path + "." + $0 } ?? path }

    private var topic: SectionTopic {
        topics.last { $0.topic != nil }?.topic ?? .work
    }

    private mutating func enter(depth: Int, _ index: Int) {
        topics.removeAll { $0.depth >= depth }
        letter = nil
        pending = []
        bulletHeading = nil
        hasSection = true
        items[index].isSection = true
        if depth == 0 { heading = nil }
    }

    private mutating func readRoman(_ index: Int, _ number: Int) {
        roman = items[index].layout.label?.sign ?? ""
        parts = []
        enter(depth: 0, index)
        topics.append((0, SectionTopic(title: words[index])))
        counters = counters.filter { $0.key != roman && !$0.key.hasPrefix(roman + ".") }
        let isText = children(of: index).isEmpty && endsSentence(index) && words[index].count > 25
        place(index)
        if isText { settleText(index) } else { headingKind(index) }
    }

    private mutating func headingKind(_ index: Int) {
        items[index].kind = .heading
        let found = HeadingUnitReader(words: words[index], known: units.learned).whole()
        if let found, topics.last?.topic == nil || topics.last?.depth != parts.count {
            setHeading(found, index, label: nil)
        }
    }

    private mutating func readArabic(_ index: Int, _ newParts: [Int]) {
        parts = newParts
        enter(depth: parts.count, index)
        let children = children(of: index)
        if let heading, !isBelow(path, heading.path) { self.heading = nil }
        place(index)
        let isText = isNumberedText(index, children)
        if !isText {
            topics.append((parts.count, SectionTopic(title: words[index])))
        } else if let named = topicBeforeColon(index) {
            topics.append((parts.count, named))
        }
        if isText {
            settleText(index)
        } else {
            headingKind(index)
        }
    }

    private func isBelow(_ path: String, _ other: String) -> Bool { path.hasPrefix(other + ".") }

    /// "Phạm vi: Toàn bộ các xã …", "Mục tiêu chung: …".
    private func topicBeforeColon(_ index: Int) -> SectionTopic? {
        let text = words[index]
        guard let colon = text.first(":", in: 0..<min(8, text.count)), colon > 0 else { return nil }
        return SectionTopic(title: Words(text.verbatim(0..<colon)))
    }

    /// Whether a numbered line states the work itself and is not (only) a heading.
    private func isNumberedText(_ index: Int, _ children: Range<Int>) -> Bool {
        let text = words[index]
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
        if children.allSatisfy({ PlanField(words[$0]) != nil }) { return true }
        if let found = HeadingUnitReader(words: text, known: units.learned).beforeColon(),
            text.count - found.words.upperBound >= 4
        {
            return true
        }
        if announcesDetails(index), children.allSatisfy({ isNominal($0) }), startsWithVerb(text, 0)
        {
            return true
        }
        guard endsSentence(index) else { return false }
        if SubjectReader(words: text, units: units).subject(at: 0) != nil { return true }
        if text.first("có trách nhiệm") != nil, text.count > 20 { return true }
        return items[children.lowerBound].layout.label == nil && text.count > 15
    }

    private mutating func readLetter(_ index: Int, _ sign: String) {
        letter = sign
        pending = []
        topics.removeAll { $0.depth >= StructureReader.letterDepth }
        bulletHeading = nil
        if let heading, heading.label != nil { self.heading = nil }
        if hasSection == false { hasSection = true }
        place(index)
        let text = words[index]
        let children = children(of: index)
        let whole = HeadingUnitReader(words: text, known: units.learned).whole()
        let namesUnits = topic == .work || topic == .mixed
        if let whole, namesUnits, !children.isEmpty || whole.words.count >= text.count - 2 {
            items[index].kind = .unitHeading
            setHeading(whole, index, label: sign)
        } else if !children.isEmpty, isTopic(index, children) {
            items[index].kind = .letterHeading
            topics.append((StructureReader.letterDepth, SectionTopic(title: text)))
        } else {
            settleText(index)
        }
    }

    private func isTopic(_ index: Int, _ children: Range<Int>) -> Bool {
        if announcesDetails(index), startsWithVerb(words[index], 0),
            children.allSatisfy({ isNominal($0) })
        {
            return false
        }
        if ends(index, with: ":") { return words[index].count <= 40 }
        return !endsSentence(index) && words[index].count <= 40
    }

    private mutating func readBullet(_ index: Int) {
        place(index)
        let text = words[index]
        if let field = field(index) {
            settleField(index, field)
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
        if rank(index) <= 11, bulletHeading != nil { bulletHeading = nil }
        settleText(index)
    }

    private mutating func readParagraph(_ index: Int) {
        if !hasSection {
            items[index].kind = .other("basis")
            return
        }
        if isClosing(index), isAfterLastSection(index), isFinal(index) || !isUnderHeading(index) {
            readClosing(index)
            return
        }
        place(index)
        if let field = field(index) {
            settleField(index, field)
        } else if topic != .aims, ends(index, with: ":"), !takesDetails(index) {
            items[index].kind = .other("lead_in")
        } else {
            settleText(index)
        }
    }

    /// No numbered or lettered item follows.
    private func isAfterLastSection(_ index: Int) -> Bool {
        items[(index + 1)...].allSatisfy { $0.layout.label == nil || $0.layout.isPageNumber }
    }

    /// The line above is a heading that this paragraph explains.
    private func isUnderHeading(_ index: Int) -> Bool {
        var above = index - 1
        while above >= 0, items[above].layout.isPageNumber { above -= 1 }
        guard above >= 0 else { return true }
        return [.heading, .unitHeading, .letterHeading].contains(items[above].kind)
    }

    // MARK: Closing

    /// The paragraph "Trên đây là …": work only where it tells units to do something.
    private mutating func readClosing(_ index: Int) {
        parts = []
        letter = nil
        heading = nil
        bulletHeading = nil
        pending = []
        topics.removeAll { $0.depth > 0 }
        topics.append((1, .work))
        place(index)
        let text = words[index]
        let difficulties: [WordPhrase] = [
            "khó khăn", "vướng mắc", "vuớng mắc", "phát sinh", "sửa đổi",
        ]
        let orders: [WordPhrase] = [
            "báo cáo", "phản ánh", "đề xuất", "trao đổi", "kiến nghị", "gửi", "liên hệ",
        ]
        let isWork =
            difficulties.contains { text.first($0) != nil }
            && orders.contains { text.first($0) != nil }
        let isPlainOrder = text.text(0) != "trên" || text.first("định kỳ") != nil
        if isWork || isPlainOrder {
            makeTask(index, isParagraph: true)
        } else {
            items[index].kind = .other("closing")
        }
    }

    // MARK: Text

    /// Text under the present topic: an aim, a task, or something told.
    private mutating func settleText(_ index: Int) {
        if let owner = detailOwner(index) {
            items[index].kind = .detail
            items[index].tasks = [owner]
            items[owner].details.append(index)
            return
        }
        switch topic {
        case .aims: items[index].kind = .objective
        case .work: settleWork(index)
        case .mixed:
            if isToldOnly(index) {
                items[index].kind = .other("scope")
            } else {
                settleWork(index)
            }
        case .situation, .scope, .criteria, .funding:
            if isWorkAnyway(index) {
                settleWork(index)
            } else {
                items[index].kind = .other(topic.otherKind ?? "other")
            }
        }
    }

    /// Names something ("Nhóm 1: 40 xã …") and neither begins with a verb nor has a subject.
    private func isToldOnly(_ index: Int) -> Bool {
        let text = words[index]
        guard isNominal(index) else { return false }
        guard let colon = text.first(":", in: 0..<min(10, text.count)) else { return false }
        return !startsWithVerb(text, colon + 1)
            && SubjectReader(words: text, units: units).subject(at: colon + 1) == nil
            && DeadlineReader.read(items[index].layout.body, context: .task).isEmpty
    }

    /// Below "Đối tượng", "Kinh phí": a sentence that tells a unit what to do, or gives work its date.
    private func isWorkAnyway(_ index: Int) -> Bool {
        guard topic != .situation else { return false }
        let text = words[index]
        if text.has("thời gian thực hiện", at: 0) { return false }
        if text.has("thời gian", at: 0) || text.has("thời hạn", at: 0) {
            return DeadlineReader.read(items[index].layout.body, context: .task).contains {
                $0.type != .recurring
            }
        }
        guard topic != .criteria else { return false }
        return SubjectReader(words: text, units: units).subject(at: 0) != nil
    }

    private mutating func settleWork(_ index: Int) {
        let label = items[index].layout.label?.kind
        if isLeadIn(index) {
            items[index].kind = .other("lead_in")
            return
        }
        switch label {
        case .roman, .arabic, .letter:
            if let found = HeadingUnitReader(words: words[index], known: units.learned)
                .beforeColon()
            {
                setHeading(found, index, label: nil)
                items[index].opening = heading
            }
            items[index].kind = .task
            items[index].id = idBase
            pending.append(index)
            items[index].heading = items[index].opening ?? heading
        case .bullet, .plus, .counted: makeTask(index, isParagraph: false)
        case nil: makeTask(index, isParagraph: true)
        }
    }

    private mutating func makeTask(_ index: Int, isParagraph: Bool) {
        items[index].kind = .task
        let number = (counters[idBase] ?? 0) + 1
        counters[idBase] = number
        items[index].id =
            (idBase.isEmpty ? "" : idBase + ".") + (isParagraph ? "p" : "") + String(number)
        items[index].heading = bulletHeading ?? heading
        pending.append(index)
    }

    /// A bullet that only announces the items below it.
    private func isLeadIn(_ index: Int) -> Bool {
        guard ends(index, with: ":"), items[index].layout.label != nil else { return false }
        let below = children(of: index)
        guard !below.isEmpty, !takesDetails(index) else { return false }
        return SubjectReader(words: words[index], units: units).subject(at: 0) == nil
    }

    // MARK: Details

    /// Ends with words that announce a list of objects: "cụ thể:", "bao gồm:", "thông qua:".
    private func announcesDetails(_ index: Int) -> Bool {
        guard ends(index, with: ":") else { return false }
        let text = words[index]
        let end = text.count - 1
        return StructureReader.announcements.contains { phrase in
            let start = end - phrase.count
            return start >= 0 && text.has(phrase, at: start)
        }
    }

    private static let announcements: [WordPhrase] = [
        "cụ thể", "cụ thể như sau", "cụ thể các nội dung", "bao gồm", "gồm", "thông qua", "như",
        "gồm có", "các nội dung", "nội dung", "sau đây", "gồm các nội dung", "sau",
    ]

    /// The item announces objects and what follows names objects.
    private func takesDetails(_ index: Int) -> Bool {
        guard announcesDetails(index) else { return false }
        let below = following(index)
        guard !below.isEmpty, below.allSatisfy({ isNominal($0) }) else { return false }
        return startsWithVerb(words[index], 0)
            || SubjectReader(words: words[index], units: units).subject(at: 0) != nil
    }

    /// Bullets below a paragraph, or smaller marks below a bullet.
    private func following(_ index: Int) -> Range<Int> {
        let own = rank(index)
        var end = index + 1
        guard end < items.count, rank(end) > own else { return end..<end }
        let first = rank(end)
        while end < items.count, rank(end) == first, field(end) == nil { end += 1 }
        return (index + 1)..<end
    }

    private func isNominal(_ index: Int) -> Bool {
        let text = words[index]
        if PlanField(text) != nil { return true }
        return !startsWithVerb(text, 0)
            && SubjectReader(words: text, units: units).subject(at: 0) == nil
    }

    private func startsWithVerb(_ text: Words, _ index: Int) -> Bool {
        guard let length = TaskVerbs.predicates.longest(in: text, at: index) else { return false }
        return length > 0
    }

    /// The task whose list of objects an item continues.
    private func detailOwner(_ index: Int) -> Int? {
        guard index > 0 else { return nil }
        var owner = index - 1
        while owner >= 0, items[owner].kind == .detail, rank(owner) == rank(index) { owner -= 1 }
        guard owner >= 0, items[owner].kind == .task, rank(index) > rank(owner), takesDetails(owner)
        else {
            return nil
        }
        return owner
    }

    // MARK: Fields

    private func field(_ index: Int) -> PlanField? {
        guard topic == .work || topic == .scope || topic == .mixed else { return nil }
        return PlanField(words[index])
    }

    private mutating func settleField(_ index: Int, _ field: PlanField) {
        // The first field after tasks opens a block; the next task ends it.
        let isBlockGoingOn = index > 0 && isField(index - 1)
        let owners = isBlockGoingOn ? items[index - 1].tasks : pending
        guard !owners.isEmpty else {
            settleText(index)
            return
        }
        items[index].kind = .field(field)
        items[index].tasks = owners
        for owner in owners { items[owner].fields.append(index) }
        pending = []
    }

    private func isField(_ index: Int) -> Bool {
        if case .field = items[index].kind { return true }
        return items[index].layout.isPageNumber && index > 0 && isField(index - 1)
    }

    // MARK: Headings of units

    private mutating func setHeading(
        _ found: HeadingUnitReader.Found, _ index: Int, label: String?
    ) {
        heading = headingUnits(found, index, label: label)
        items[index].heading = heading
    }

    private mutating func headingUnits(
        _ found: HeadingUnitReader.Found, _ index: Int, label: String?
    ) -> HeadingUnits {
        let text = words[index]
        let line = items[index].layout.lines.lowerBound
        var listed: [Int] = []
        for phrase in found.phrases {
            let unit = units.add(phrase, in: text, line: line, as: .heading)
            if !listed.contains(unit) { listed.append(unit) }
        }
        return HeadingUnits(
            title: text.verbatim(found.words), units: listed, isRequest: found.isRequest,
            item: index,
            path: path, label: label)
    }

    // MARK: Small questions

    private mutating func place(_ index: Int) {
        items[index].path = path
        items[index].idBase = idBase
    }

    private func ends(_ index: Int, with mark: Unicode.Scalar) -> Bool {
        items[index].layout.body.scalars.last == mark
    }

    private func endsSentence(_ index: Int) -> Bool {
        guard let last = items[index].layout.body.scalars.last else { return false }
        return last == "." || last == ";" || last == "!"
    }
}
