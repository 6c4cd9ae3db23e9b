/// Proper names: a head, its field of work, its place.
extension UnitGrammar {
    func proper(at index: Int) -> UnitPhrase? {
        var head = index
        // "lực lượng Công an xã"
        if words.text(head) == "lực", words.text(head + 1) == "lượng" {
            head += 2
            guard words.isCapital(head) else { return nil }
        }
        guard head < words.count else { return nil }
        var end: Int
        var isPlain = false
        if let length = UnitWords.fullHeads.longest(in: words, at: head) {
            end = head + length
            guard isNameAnyway(head, length) else { return nil }
            // "Văn phòng đăng ký đất đai": its field is part of the name.
            isPlain = words.length(ofFirst: UnitGrammar.bureaus, at: head) == length
        } else if words.isCapital(head),
            let length = UnitWords.capitalHeads.longest(in: words, at: head)
        {
            end = head + length
            guard
                canGoOn(end) || length > 1 && (bridge(end) ?? everywhere(end)) != nil
                    || isTitled(head, end),
                !isOtherWord(head, length),
                !isBeat(head, end)
            else { return nil }
            isPlain = true
        } else if let beyond = post(at: head) ?? youth(at: head) ?? branchOfState(at: head) {
            end = beyond
        } else if words[head].isShortForm, isOfficeCode(words.lowered(head)) {
            end = head + 1
        } else {
            return nil
        }
        if words.has("báo và đài", at: head), words.isCapital(head + 2) {
            // One house since they were merged.
            end = head + 3
        }
        let headEnd = end
        end = officeOfTwo(end) ?? end
        end = everywhere(end) ?? nameEnd(from: end, isPlain: isPlain)
        end = frontAndUnions(head, end) ?? titleEnd(of: head, from: everywhere(end) ?? end)
        // "Tổ bảo vệ an ninh trật tự": an ordinary word alone is no name.
        if isPlain, end == headEnd, group(at: index) != nil { return nil }
        var found = UnitPhrase(words: index..<end, name: index..<end)
        if ["-", "–"].contains(words.text(end)), words.isCapital(end + 1),
            words.length(ofFirst: UnitGrammar.kin, at: end + 1) != nil,
            let other = proper(at: end + 1)
        {
            // "Phòng Cảnh sát giao thông - Công an tỉnh", "Ngân hàng … - Phòng giao dịch Bến Sen": to
            // whom it belongs, or which part of it is meant.
            found.words = index..<other.words.upperBound
        }
        if words.text(end) == "trực" || words.text(end) == "thuộc",
            words.index(of: "các", in: found.name) != nil, let beyond = belonging(end)
        {
            // "Đảng ủy các xã, phường trực thuộc Tỉnh ủy"
            found.words = index..<beyond
            found.name = index..<beyond
            end = beyond
        }
        if let length = words.length(ofFirst: UnitGrammar.concerned, at: end) {
            found.words = index..<(end + length)
            found.tails = ["liên quan"]
        }
        return found
    }

    private static let bureaus: [WordPhrase] = ["văn phòng", "chi cục"]

    /// "Cảnh sát khu vực" without a number or a name are the officers of a beat, no office.
    private func isBeat(_ head: Int, _ end: Int) -> Bool {
        words.has("cảnh sát", at: head) && words.has("khu vực", at: end)
            && !words.isCapital(end + 2) && !isNumber(end + 2) && words.text(end + 2) != "số"
    }

    /// "ngành thú y": all offices of one field of work.
    private func branchOfState(at head: Int) -> Int? {
        guard words.text(head) == "ngành", !["các", "những"].contains(words.text(head - 1)),
            let length = UnitWords.fields.longest(in: words, at: head + 1)
        else { return nil }
        return head + 1 + length
    }

    /// "công chức Văn hóa - Xã hội", "bộ phận Văn phòng - Kế toán": a post by its field of work.
    private func post(at head: Int) -> Int? {
        guard let length = words.length(ofFirst: UnitGrammar.posts, at: head) else { return nil }
        let next = head + length
        guard words.isCapital(next), words.text(head) == "bộ" || !startsUnit(next),
            UnitWords.fields.longest(in: words, at: next) != nil || startsUnit(next)
        else { return nil }
        return next
    }

    private static let posts: [WordPhrase] = ["công chức", "bộ phận"]

    /// "đoàn các xã, phường", "đoàn xã": written small in a sentence.
    private func youth(at head: Int) -> Int? {
        guard words.text(head) == "đoàn" else { return nil }
        let level = words.text(head + 1) == "các" ? head + 2 : head + 1
        guard ["xã", "phường", "đặc"].contains(words.text(level)) else { return nil }
        return place(at: head + 1)
    }

    /// "Công an các đơn vị, địa phương": an office wherever there is one.
    private func everywhere(_ index: Int) -> Int? {
        guard words.text(index) == "các", place(at: index) == nil, let found = group(at: index),
            found.nouns.allSatisfy(UnitGrammar.seated.contains),
            found.tails.allSatisfy({ $0 == "đảng" })
        else { return nil }
        return found.words.upperBound
    }

    private static let kin: [WordPhrase] = [
        "công an", "phòng giao dịch", "chi nhánh", "tổng công ty", "tập đoàn", "phòng pc07", "sở",
    ]

    /// What has offices of one kind inside: "Công an các đơn vị", "Ban Giám hiệu các trường học".
    private static let seated: Set<String> = [
        "đơn vị", "địa phương", "cơ quan", "trường học", "trường", "nhà trường", "cơ sở giáo dục",
        "chợ", "doanh nghiệp", "nhà chung cư", "chung cư", "khu chung cư", "tòa nhà chung cư",
    ]

    private static let concerned: [WordPhrase] = ["có liên quan", "liên quan"]

    /// "Tổ chức", "Ban hành": the head is part of another word.
    private func isOtherWord(_ head: Int, _ length: Int) -> Bool {
        UnitWords.notAfter[words.lowered(head..<(head + length))]?.contains(
            words.text(head + length))
            ?? false
    }

    /// `PC07`, `C07`: police departments.
    private func isOfficeCode(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard (3...4).contains(scalars.count), let last = scalars.last, last.isDigit else {
            return false
        }
        return scalars.first == "p" || scalars.first == "c"
            ? scalars[scalars.count - 2].isDigit : false
    }

    /// Small-lettered heads such as "công an", "văn phòng" need a name or a place after them.
    private func isNameAnyway(_ head: Int, _ length: Int) -> Bool {
        if words.has("thường trực", at: head), length == 2, isReadiness(head + length) {
            return false
        }
        if words.isCapital(head) { return true }
        if words[head].isShortForm { return true }
        let next = head + length
        return place(at: next) != nil || words.isCapital(next)
            || words.text(head) == "ngành" || words.text(head) == "ủy"
    }

    /// "Thường trực sẵn sàng chữa cháy", "Thường trực 24/24 giờ": to stand by, and no body.
    private func isReadiness(_ index: Int) -> Bool {
        isNumber(index) || words.length(ofFirst: UnitGrammar.standby, at: index) != nil
    }

    private static let standby: [WordPhrase] = [
        "sẵn sàng", "chiến đấu", "ứng phó", "ứng cứu", "chữa cháy", "cấp cứu", "cứu hộ",
        "cứu nạn", "tại chỗ", "tại", "đủ", "bảo đảm", "đảm bảo", "suốt", "thường xuyên",
    ]

    /// Where a name that has come so far ends.
    ///
    /// - Parameter isPlain: its head alone is an ordinary word, so that more must follow.
    func nameEnd(from start: Int, isPlain: Bool = false) -> Int {
        var end = start
        while end < words.count {
            if let beyond = place(at: end) {
                // "Thuế cơ sở 3 tỉnh Bắc Ninh": where that place is.
                let isPlaced = UnitWords.levelWords.contains(words.text(beyond))
                return isPlaced && words.isCapital(beyond + 1) && !startsUnit(beyond + 1)
                    ? place(at: beyond) ?? beyond : beyond
            }
            let word = words[end]
            if let beyond = quoted(end) {
                end = beyond
            } else if word.text == "và", let length = UnitWords.fields.longest(in: words, at: end) {
                // "Cảnh sát Phòng cháy chữa cháy và cứu nạn cứu hộ"
                end += length
            } else if word.isMark || word.text == "và" {
                guard isJoint(end) else { return end }
                end += 1
            } else if words.length(ofFirst: UnitGrammar.rolesWords, at: end) != nil {
                return end
            } else if let beyond = branch(at: end) {
                end = beyond
            } else if word.isCapital || isNumber(end) {
                end = syllables(from: end, in: start)
            } else if let length = UnitWords.fields.longest(in: words, at: end),
                isPartOfName(end, length, isFirst: isPlain && end == start)
            {
                end += length
            } else if !isWholePlace(end - 1, in: start),
                let beyond = bridge(end) ?? (isPlain ? seat(end) : nil)
            {
                end = beyond
            } else {
                return end
            }
        }
        return end
    }

    /// "Ban Quản lý di tích đền Hạ", "Nhà máy nước Bến Sen": one or two small words, no verb and no
    /// small word of grammar, before the capital word with which the name goes on.
    private func bridge(_ index: Int) -> Int? {
        for end in index..<min(index + 3, words.count) {
            if words[end].isMark || words[end].isNumber { return nil }
            if words.isCapital(end) {
                return end > index && !startsUnit(end) && !startsAside(end) ? end : nil
            }
            if UnitWords.functionWords.contains(words.text(end))
                || TaskVerbs.predicates.longest(in: words, at: end) != nil
                || TaskVerbs.openings.longest(in: words, at: end) != nil
            {
                return nil
            }
        }
        return nil
    }

    /// "Trung tâm Dịch vụ sự nghiệp công phường": two or three small words, no verb and no small word
    /// of grammar, before the level with which the name ends.
    private func seat(_ index: Int) -> Int? {
        for end in index..<min(index + 4, words.count) {
            if words[end].isMark || words[end].isNumber || words[end].isCapital { return nil }
            if UnitWords.levelWords.contains(words.text(end)) {
                return end > index + 1 && place(at: end) != nil ? end : nil
            }
            if UnitWords.functionWords.contains(words.text(end))
                || TaskVerbs.predicates.longest(in: words, at: end) != nil
                || TaskVerbs.openings.longest(in: words, at: end) != nil
            {
                return nil
            }
        }
        return nil
    }

    /// "Đội Quản lý thị trường số 1", "… chi nhánh Biên Hòa": which of several offices.
    private func branch(at index: Int) -> Int? {
        if words.text(index) == "số", isNumber(index + 1) {
            return ["/", "-", "–"].contains(words.text(index + 2)) ? nil : index + 2
        }
        return words.has("chi nhánh", at: index) && words.isCapital(index + 2) ? index + 2 : nil
    }

    /// Whether a field of work is no predicate: one that begins with a verb of one syllable ("giao
    /// thông") or is long is part of the name, and right behind its head one longer than the verb.
    private func isPartOfName(_ index: Int, _ length: Int, isFirst: Bool) -> Bool {
        // "Khoa Dược cung ứng vắc xin"
        if !isFirst, words.has("cung ứng", at: index), !words.isCapital(index) { return false }
        guard let verb = TaskVerbs.predicates.longest(in: words, at: index) else { return true }
        // "Khối thi đua các cơ quan Đảng", "Cụm thi đua số 2"
        if UnitGrammar.contests.contains(words.text(index - 1)), words.has("thi đua", at: index) {
            return true
        }
        return length > verb && (isFirst || verb == 1) || length >= UnitGrammar.longField
    }

    private static let longField = 5

    /// Groups of units that vie with each other.
    static let contests: Set<WordCode> = ["khối", "cụm"]

    /// No name goes on with these, whatever the case of their letters: "MTTQ Phối hợp với …".
    private static let rolesWords: [WordPhrase] = ["phối hợp", "chủ trì", "có trách nhiệm"]

    /// "vùng I", "khu vực X": no syllable belongs to a numeral.
    private static let numerals: Set<WordCode> = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv",
        "xv",
    ]

    /// A capital word and the small syllables that belong to it: `Văn hóa`, `Thương binh`.
    private func syllables(from index: Int, in start: Int) -> Int {
        if let length = UnitWords.fields.longest(in: words, at: index) { return index + length }
        let next = index + 1
        guard !words[index].isShortForm, !isNumber(index), next < words.count, !words[next].isMark,
            !UnitGrammar.numerals.contains(words.text(index)),
            !words[next].isCapital, !isNumber(next), place(at: next) == nil,
            !UnitWords.functionWords.contains(words.text(next)),
            TaskVerbs.predicates.longest(in: words, at: next) == nil,
            // "An Hải vận hành cống": a verb of two syllables begins behind the name.
            (TaskVerbs.openings.longest(in: words, at: next) ?? 0) < 2,
            words.length(ofFirst: UnitGrammar.objects, at: next) == nil,
            !isWholePlace(index, in: start)
        else { return next }
        return next + 1
    }

    /// "Điện lực Bến Thạnh cắt điện": two capital words are the name of a place, and no small syllable
    /// belongs to it.
    private func isWholePlace(_ index: Int, in start: Int) -> Bool {
        index > start && words.isCapital(index) && words.isCapital(index - 1)
            && !words[index].isShortForm && !words[index - 1].isShortForm
            && UnitWords.capitalHeads.longest(in: words, at: index - 1) != 1
            && !UnitGrammar.numerals.contains(words.text(index))
    }

    /// "báo cáo Ban Quản lý chợ Đầm kết quả": what is sent to whom the name names.
    private static let objects: [WordPhrase] = [
        "đăng", "kết quả", "tình hình", "số liệu", "danh sách", "hồ sơ", "kế hoạch",
    ]

    /// A comma, dash or "và" between two parts of one name.
    private func isJoint(_ index: Int) -> Bool {
        guard [",", "-", "–", "và", "&"].contains(words.text(index)) else { return false }
        let next = index + 1
        guard next < words.count, !words[next].isMark else { return false }
        let isDash = words.text(index) == "-" || words.text(index) == "–"
        if words.isCapital(next) {
            if words[next].isShortForm, !isDash {
                // "Phòng KT,HT&ĐT": no space between.
                if words.text(index) != "và", words[index - 1].isShortForm,
                    words[next].range.lowerBound - words[index - 1].range.upperBound == 1
                {
                    return true
                }
                return words.text(index) == "và" && !startsUnit(next)
                    && (words[index - 1].isShortForm
                        || UnitGrammar.shortFields.contains(words.text(next)))
            }
            return (isDash && words[next].isShortForm) || !startsUnit(next) && !startsAside(next)
        }
        // Written small throughout: "Phòng văn hóa - xã hội".
        guard !words.isCapital(index - 1), isDash else { return false }
        return UnitWords.fields.longest(in: words, at: next) != nil
    }

    /// "Bộ Nông nghiệp và PTNT": the second field of a name by its letters.
    private static let shortFields: Set<WordCode> = [
        "ptnt", "mt", "đt", "tt", "dl", "cn", "xh", "cnch", "đtxd", "gpmb", "tkcn",
    ]

    func startsUnit(_ index: Int) -> Bool {
        if UnitWords.fullHeads.longest(in: words, at: index) != nil {
            // "Sở Giáo dục và Đào tạo" has no head inside; "Công an" and the like always start.
            return true
        }
        if let length = UnitWords.capitalHeads.longest(in: words, at: index) {
            return canGoOn(index + length) || length > 1 && bridge(index + length) != nil
        }
        return UnitWords.persons.longest(in: words, at: index) != nil
            || UnitWords.stewards.longest(in: words, at: index) != nil
    }

    private static let asides: [WordPhrase] = [
        "nhân dân", "nhà nước", "luật", "nghị quyết", "nghị định", "kế hoạch số", "chỉ thị",
        "quyết định", "công văn", "kế hoạch này", "đảng",
    ]

    private func startsAside(_ index: Int) -> Bool {
        words.length(ofFirst: UnitGrammar.asides, at: index) != nil
    }

    /// Whether a word can go on a name whose head is an ordinary word.
    private func canGoOn(_ index: Int) -> Bool {
        guard index < words.count, !words[index].isMark else { return false }
        if words.isCapital(index) || isNumber(index) { return true }
        if words.text(index) == "và", words.isCapital(index + 1) { return true }
        if let length = UnitWords.fields.longest(in: words, at: index) {
            // "Phòng cháy và chữa cháy", "Hội nông dân": only the second is a unit.
            return words.text(index) != "cháy" || length > 1
        }
        return place(at: index) != nil
    }

    func isNumber(_ index: Int) -> Bool {
        index < words.count && words[index].isNumber && words.text(index + 1) != "tháng"
    }

    /// "thôn" alone, meaning all of them: a unit only where the plan names them elsewhere.
    func bare(at index: Int) -> UnitPhrase? {
        guard let length = UnitGrammar.settlements.longest(in: words, at: index) else { return nil }
        let range = index..<(index + length)
        return UnitPhrase(words: range, name: range, nouns: [words.lowered(range)])
    }

    private static let settlements = PhraseTree([
        "thôn", "bản", "ấp", "buôn", "xóm", "khu phố", "tổ dân phố", "nhà trường", "trường học",
    ])
}
