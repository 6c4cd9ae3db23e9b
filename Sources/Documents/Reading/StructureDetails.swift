/// Lists of objects below a task, and the fields that say more of it.
extension StructureReader {
    /// Ends with words that announce a list of objects: "cụ thể:", "bao gồm:", "thông qua:".
    func announcesDetails(_ index: Int) -> Bool {
        guard ends(index, with: ":") else { return false }
        let text = words[index]
        let end = text.count - 1
        return StructureReader.announcements.contains { phrase in
            let start = end - phrase.count
            return start >= 0 && text.has(phrase, at: start)
        }
    }

    static let announcements: [WordPhrase] = [
        "cụ thể", "cụ thể như sau", "cụ thể các nội dung", "bao gồm", "gồm", "thông qua", "như",
        "gồm có", "các nội dung", "đợt", "giai đoạn", "bước", "nội dung", "sau đây",
        "gồm các nội dung", "sau",
    ]

    /// The item announces objects and what follows names objects.
    func takesDetails(_ index: Int) -> Bool {
        guard announcesDetails(index), isListOfObjects(following(index)) else { return false }
        return startsWithVerb(words[index], 0)
            || SubjectReader(words: words[index], units: units).subject(at: 0) != nil
    }

    /// Items that name objects; single ones may begin with "Đảm bảo".
    func isListOfObjects(_ list: Range<Int>) -> Bool {
        guard list.contains(where: { isNominal($0) }) else { return false }
        return list.allSatisfy { index in
            isNominal(index) || StructureReader.qualities.longest(in: words[index], at: 0) != nil
                || words[index].has("dự toán", at: 0)
        }
    }

    /// Bullets below a paragraph, or smaller marks below a bullet.
    func following(_ index: Int) -> Range<Int> {
        let own = rank(index)
        var end = index + 1
        guard end < items.count, rank(end) > own else { return end..<end }
        let first = rank(end)
        while end < items.count, rank(end) == first, field(end) == nil { end += 1 }
        return (index + 1)..<end
    }

    func isNominal(_ index: Int) -> Bool {
        let text = words[index]
        if PlanField(text) != nil { return true }
        return !startsWithVerb(text, 0)
            && SubjectReader(words: text, units: units).subject(at: 0) == nil
    }

    func startsWithVerb(_ text: Words, _ index: Int) -> Bool {
        TaskVerbs.predicates.longest(in: text, at: index) != nil
            || TaskVerbs.openings.longest(in: text, at: index) != nil
    }

    /// The task whose list of objects an item continues.
    func detailOwner(_ index: Int) -> Int? {
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

    /// Whether fields stand directly below, and neither numbers nor letters.
    func hasFields(_ children: Range<Int>) -> Bool {
        children.contains { PlanField(words[$0]) != nil } && children.allSatisfy { rank($0) >= 10 }
    }

    /// "a) Thu thập hồ sơ" over "Thời gian: …", "Đơn vị chủ trì: …": the work itself.
    func hasOnlyFields(_ children: Range<Int>) -> Bool {
        !children.isEmpty
            && children.allSatisfy { PlanField(words[$0]) != nil && rank($0) >= 10 }
    }

    /// A numbered line over a block of fields is the work itself where what else stands below it only
    /// says how the work must be, or where it is running text.
    func statesFieldWork(_ index: Int, _ children: Range<Int>) -> Bool {
        guard hasFields(children), !ends(index, with: ":"),
            endsSentence(index) || words[index].count > 12,
            let first = children.first(where: { PlanField(words[$0]) == nil }),
            words[first].length(ofFirst: StructureReader.contents, at: 0) == nil
        else { return false }
        return !saysAction(first) || isRunningText(index)
    }

    /// "Nội dung thực hiện: …" is the task itself.
    static let contents: [WordPhrase] = ["nội dung thực hiện", "nội dung :", "nội dung công việc"]

    /// A table begins behind the item, before the next one.
    func isOverTable(_ index: Int) -> Bool {
        guard !tables.isEmpty else { return false }
        let end = items[index].layout.lines.upperBound
        let next = index + 1 < items.count ? items[index + 1].layout.lines.lowerBound : Int.max
        return tables.contains { end < $0 && $0 < next }
    }

    /// A sentence that announces "chỉ tiêu", and the items below it.
    func announcesTargets(_ index: Int) -> Bool {
        let text = words[index]
        guard ends(index, with: ":"), text.count > 8, topic != .criteria,
            let word = text.first("chỉ tiêu", in: max(0, text.count - 14)..<text.count), word > 1
        else { return false }
        let below = children(of: index)
        return !below.isEmpty && below.allSatisfy { rank($0) >= 7 }
            || rank(index) == 10 && !following(index).isEmpty
    }

    /// Longer than any title, and of several clauses.
    func isRunningText(_ index: Int) -> Bool {
        words[index].count >= 45 && words[index].first(";") != nil
    }

    /// Says what somebody does, and not what something must be like.
    func saysAction(_ index: Int) -> Bool {
        let text = words[index]
        if StructureReader.qualities.longest(in: text, at: 0) != nil { return false }
        if startsWithVerb(text, 0) { return true }
        return SubjectReader(words: text, units: units).subject(at: 0) != nil
    }

    static let qualities = PhraseTree([
        "bảo đảm", "đảm bảo", "tập trung vào", "phải", "không",
    ])

    /// The numbered task above of which an item only says how it must be done.
    func fieldTaskDetailed(by index: Int) -> Int? {
        guard let fieldTask, !saysAction(index) else { return nil }
        return fieldTask
    }

    /// The text of an item in which numbers are looked for: "Vật tư: 5.000 bao tải" below "Chuẩn bị vật
    /// tư, cụ thể:" says what is got ready.
    func measured(_ index: Int) -> Script {
        let body = items[index].layout.body
        guard let above = items[..<index].indices.last(where: { rank($0) < rank(index) }),
            words[above].length(ofFirst: StructureReader.stores, at: 0) != nil
        else { return body }
        let text = words[index]
        let colon = text.first(":", in: 0..<min(8, text.count)).map { $0 + 1 } ?? 0
        guard colon < text.count, text[colon].isNumber else { return body }
        return Script("dự trữ gồm: " + text.verbatim(colon..<text.count))
    }

    private static let stores: [WordPhrase] = [
        "dự trữ", "dự phòng", "chuẩn bị", "mua sắm", "trang bị", "tổ chức dự trữ",
        "vật tư dự trữ", "vật tư, phương tiện dự trữ", "công tác dự trữ", "bảo đảm vật tư",
    ]

    func field(_ index: Int) -> PlanField? {
        guard topic != .aims, topic != .situation, topic != .criteria, topic != .funding else {
            return nil
        }
        return PlanField(words[index])
    }

    /// "(Chủ trì: Công an xã; …)" at the end of the task: no field below is about it.
    func namesOwnLead(_ index: Int) -> Bool {
        let text = words[index]
        // "Giao Công an xã chủ trì, phối hợp với …" in front.
        if let subject = SubjectReader(words: text, units: units).subject(at: 0),
            subject.order != nil, text.has("chủ trì", at: subject.end)
        {
            return true
        }
        return (0..<text.count).contains { position in
            text.text(position) == "("
                && text.length(ofFirst: StructureReader.leadLabels, at: position + 1) != nil
        }
    }

    private static let leadLabels: [WordPhrase] = [
        "chủ trì :", "cơ quan chủ trì :", "đơn vị chủ trì :",
    ]

    /// Whether a task stands above of which a field can say more: "a) Đơn vị chủ trì: …".
    func hasOwners(_ index: Int) -> Bool {
        index > 0 && isField(index - 1) || !pending.isEmpty
    }

    mutating func settleField(_ index: Int, _ field: PlanField) {
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

    func isField(_ index: Int) -> Bool {
        if case .field = items[index].kind { return true }
        return items[index].layout.isPageNumber && index > 0 && isField(index - 1)
    }
}
