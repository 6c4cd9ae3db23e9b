import Domain

/// What running text is under the topic of its section: an aim, work, or something told.
extension StructureReader {
    /// "Sơ kết phong trào: Quý II/2028" below a heading of time: a named piece of work and its date.
    func namesDate(_ index: Int) -> Bool {
        let text = words[index]
        guard text.first(":", in: 0..<min(12, text.count)) != nil, topic != .aims,
            PlanField(text) == nil,
            let title = items[..<index].lastIndex(where: {
                $0.kind == .heading || $0.kind == .letterHeading
            }),
            words[title].first("thời gian") != nil || words[title].first("tiến độ") != nil
        else { return false }
        return items[index].timeBehindColon(text).contains { $0.type != .recurring }
    }

    /// Text under the present topic: an aim, a task, or something told.
    mutating func settleText(_ index: Int) {
        items[index].isDated = namesDate(index)
        if announcesTargets(index) {
            items[index].kind = .objective
            let depth: Int =
                switch rank(index) {
                case ..<7: parts.count
                case 7: StructureReader.letterDepth
                default: StructureReader.letterDepth + 1
                }
            topics.removeAll { $0.depth >= depth }
            topics.append((depth, .aims))
            return
        }
        if let owner = detailOwner(index) ?? fieldTaskDetailed(by: index) {
            items[index].kind = .detail
            items[index].tasks = [owner]
            items[owner].details.append(index)
            return
        }
        switch topic {
        case .aims:
            // "Phấn đấu đến năm 2030:" over the aims themselves.
            let announces =
                items[index].layout.label?.kind != .letter && !items[index].isSection
                && ends(index, with: ":") && !following(index).isEmpty
                && words[index].first("chỉ tiêu") == nil
            items[index].kind = announces ? .other("lead_in") : .objective
        case .work: settleWork(index)
        case .mixed:
            if isToldOnly(index) {
                items[index].kind = .other("scope")
            } else {
                settleWork(index)
            }
        case .manner where startsWithVerb(words[index], 0):
            settleWork(index)
        case .situation, .scope, .criteria, .funding, .manner:
            if isWorkAnyway(index) {
                settleWork(index)
            } else {
                items[index].kind = .other(topic.otherKind ?? "other")
            }
        }
    }

    /// Names something ("Nhóm 1: 40 xã …") and neither begins with a verb nor has a subject.
    func isToldOnly(_ index: Int) -> Bool {
        let text = words[index]
        // "Thời gian: từ ngày …" names no piece of work.
        if text.has("thời gian :", at: 0) || text.has("thời hạn :", at: 0) {
            return !isSentence(text, behind: 2)
        }
        guard let colon = text.first(":", in: 0..<min(10, text.count)) else {
            // "Việc ban hành văn bản …": what is looked at.
            return
                (StructureReader.matterOpenings.longest(in: text, at: 0) != nil
                || isAmongMatters(index))
                && SubjectReader(words: text, units: units).subject(at: 0) == nil
                && DeadlineReader.read(items[index].layout.body, context: .task).isEmpty
        }
        return !startsWithVerb(text, colon + 1)
            && SubjectReader(words: text, units: units).subject(at: colon + 1) == nil
            && DeadlineReader.read(items[index].layout.body, context: .task).isEmpty
    }

    /// "Trình tự nhận hồ sơ …" behind "Việc niêm yết …": further matters of one list.
    private func isAmongMatters(_ index: Int) -> Bool {
        index > 0 && items[index - 1].kind == .other("scope")
            && items[index - 1].layout.label?.kind == items[index].layout.label?.kind
            && items[index].layout.label?.kind == .bullet
            && !startsWithVerb(words[index], 0)
    }

    private static let matterOpenings = PhraseTree([
        "việc", "công tác", "tiến độ", "tình hình", "kết quả", "thực trạng", "hiệu quả",
        "chất lượng", "trách nhiệm", "trình tự", "thủ tục", "quy trình", "số lượng", "cơ cấu",
        "những khó khăn", "tồn tại", "khó khăn", "nguyên nhân",
    ])

    /// Below "Đối tượng", "Kinh phí": a sentence that tells a unit what to do, or gives work its date.
    func isWorkAnyway(_ index: Int) -> Bool {
        guard topic != .situation else { return false }
        let text = words[index]
        if items[index].isDated { return true }
        if text.has("thời gian thực hiện :", at: 0) { return false }
        // "Thời gian: từ ngày …" names no piece of work.
        if topic == .scope, text.has("thời gian :", at: 0) { return isSentence(text, behind: 2) }
        if topic == .scope, items[index].isSection,
            let colon = text.first(":", in: 0..<min(8, text.count)),
            isSentence(text, behind: colon)
        {
            return true
        }
        if text.has("thời gian", at: 0) || text.has("thời hạn", at: 0) {
            return DeadlineReader.read(items[index].layout.body, context: .task).contains {
                $0.type != .recurring
            } || items[index].ownTime(text).contains { $0.type == .on }
        }
        let reader = SubjectReader(words: text, units: units)
        // "Giấy khen: Thủ trưởng các cơ quan xem xét …": the order stands behind the topic.
        let colon = text.first(":", in: 0..<min(25, text.count))
        if let colon, reader.subject(at: 0) == nil {
            if topic != .criteria || items[index].isSection, reader.subject(at: colon + 1) != nil {
                return true
            }
            if topic == .scope, text.has("đối với", at: 0), startsWithVerb(text, colon + 1) {
                return true
            }
        }
        guard topic != .criteria else { return false }
        if reader.subject(at: 0) != nil { return true }
        return topic == .funding
            && text.sentences.dropFirst().contains { sentence in
                reader.subject(at: sentence) != nil
            }
    }

    /// "Kinh phí từ ngân sách xã. Giao Phòng Kinh tế …": where the order begins.
    func orderBehindFunds(_ index: Int) -> Int? {
        let text = words[index]
        guard text.length(ofFirst: StructureReader.funds, at: 0) != nil else { return nil }
        let reader = SubjectReader(words: text, units: units)
        guard reader.subject(at: 0) == nil else { return nil }
        return text.sentences.dropFirst().first { reader.subject(at: $0) != nil }
    }

    static let funds: [WordPhrase] = [
        "kinh phí", "nguồn kinh phí", "từ nguồn", "ngân sách", "nguồn ngân sách",
    ]

    /// Announces items, and itself gives a named piece of work its days.
    func datesWork(_ index: Int) -> Bool {
        let text = words[index]
        let last = max(0, text.count - 10)..<text.count
        if text.first("nhiệm vụ", in: last) != nil || text.first("nội dung", in: last) != nil {
            return false
        }
        return DeadlineReader.read(items[index].layout.body, context: .task).contains {
            $0.start != nil && $0.type == .within
        }
    }

    /// "Địa điểm: …", "Khách mời: …": where and with whom, no work.
    func saysWhere(_ index: Int) -> Bool {
        let text = words[index]
        guard !ends(index, with: ":"), items[index].layout.label != nil,
            text.length(ofFirst: StructureReader.places, at: 0) != nil,
            let colon = text.first(":", in: 0..<min(8, text.count))
        else { return false }
        if startsWithVerb(text, colon + 1) || isSentence(text, behind: colon) { return false }
        // "Nội dung: …" over "Thời gian: …" is the work itself.
        return StructureReader.matters.longest(in: text, at: 0) == nil
            || (index + 1 == items.count || field(index + 1) == nil)
                && SubjectReader(words: text, units: units).subject(at: colon + 1) == nil
    }

    /// "Địa điểm: Hội nghị được tổ chức tại từng thôn.": says what is to happen, in a whole sentence.
    func isSentence(_ text: Words, behind colon: Int) -> Bool {
        guard text.isCapital(colon + 1), text.count - colon > 7 else { return false }
        return (colon + 2..<text.count).contains {
            text.length(ofFirst: StructureReader.passives, at: $0) != nil
        }
    }

    private static let passives: [WordPhrase] = [
        "được tổ chức", "được bố trí", "được mời", "được đặt", "được tiến hành", "được thực hiện",
        "được triển khai", "diễn ra",
    ]

    static let places: [WordPhrase] = [
        "địa điểm", "khách mời", "thành phần", "đối tượng", "nội dung :", "hình thức :",
        "nội dung tuyên truyền", "hình thức tuyên truyền", "chủ đề :", "khẩu hiệu :",
        "thông điệp :", "thời kỳ", "niên độ", "phạm vi :",
    ]
    private static let matters = PhraseTree(["nội dung", "hình thức"])

    mutating func settleWork(_ index: Int) {
        let label = items[index].layout.label?.kind
        if saysWhere(index) {
            items[index].kind = .other("scope")
            return
        }
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
            items[index].id = unused(idBase)
            // Fields below "5." say nothing of "4. … a) … b) …".
            let own = rank(index)
            pending = pending.filter { rank($0) <= own }
            if !namesOwnLead(index) { pending.append(index) }
            items[index].heading = items[index].opening ?? heading
        case .bullet, .plus, .counted: makeTask(index, isParagraph: false)
        case nil: makeTask(index, isParagraph: true)
        }
    }

    /// A number printed twice gets `-2` in the second id.
    mutating func unused(_ id: String) -> String {
        var free = id
        var times = 2
        while !ids.insert(free).inserted {
            free = "\(id)-\(times)"
            times += 1
        }
        return free
    }

    mutating func makeTask(_ index: Int, isParagraph: Bool) {
        items[index].kind = .task
        let number = (counters[idBase] ?? 0) + 1
        counters[idBase] = number
        items[index].id = unused(
            (idBase.isEmpty ? "" : idBase + ".") + (isParagraph ? "p" : "") + String(number))
        items[index].heading = bulletHeading ?? heading
        if let found = HeadingUnitReader(words: words[index], known: units.learned).beforeColon(),
            found.phrases.allSatisfy({ !$0.isGroup || $0.isQuantified })
        {
            // "- Sở Nội vụ: Chủ trì …" below several units.
            items[index].opening = headingUnits(found, index, label: nil)
        }
        if !namesOwnLead(index) { pending.append(index) }
    }

    /// "- Công an xã họp với các thôn để thống nhất:" leads what the items below it say, too.
    func inheriting(
        _ roles: TaskRoles, at index: Int, from found: [(index: Int, roles: TaskRoles)]
    ) -> TaskRoles {
        guard roles.leads.isEmpty, roles.cue != "Phối hợp", items[index].heading == nil,
            let above = items[..<index].indices.last(where: { rank($0) < rank(index) }),
            items[above].kind == .task, items[above].heading == nil, ends(above, with: ":"),
            let announcing = found.last(where: { $0.index == above })
        else { return roles }
        var roles = roles
        roles.leads = announcing.roles.leads
        return roles
    }

    /// A bullet that only announces the items below it.
    func isLeadIn(_ index: Int) -> Bool {
        guard ends(index, with: ":"), items[index].layout.label != nil else { return false }
        let below = children(of: index)
        guard !below.isEmpty, !takesDetails(index), !statesWorkFirst(words[index]) else {
            return false
        }
        return SubjectReader(words: words[index], units: units).subject(at: 0) == nil
    }
}
