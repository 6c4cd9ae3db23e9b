/// The name of a unit, or of a group of units, as it stands in a text.
struct UnitPhrase: Sendable, Equatable {
    /// Words of the whole name.
    var words: Range<Int>
    /// The name without the person who stands for the unit ("Lãnh đạo Sở Y tế").
    var name: Range<Int>
    /// Common nouns of a group, `cơ quan`, `đơn vị`; empty: a proper name.
    var nouns: [String] = []
    /// What the group is said to be: `liên quan`, `trên địa bàn`, `thuộc`.
    var tails: [String] = []
    /// Begins with `các`, `những`, ….
    var isQuantified = false
    /// The word that stands once for all of a list: `Sở` of "các Sở: Nội vụ, Y tế".
    var head: String?

    var isGroup: Bool { !nouns.isEmpty }

    /// The name as it would stand by itself.
    func spelling(in text: Words) -> String {
        let name = text.verbatim(self.name)
        return head.map { $0 + " " + name } ?? name
    }

    /// The offices of "các sở, ban, ngành, địa phương"; nil where they are as vague as the places.
    func withoutPlaces(in text: Words) -> UnitPhrase? {
        guard let places = places(in: text), let last = nouns.last else { return nil }
        let bodies = nouns.filter { $0 != last }
        if last == "địa phương" {
            if bodies.allSatisfy(UnitWords.vagueNouns.contains) { return nil }
        } else if !bodies.contains(where: UnitPhrase.offices.contains) {
            return nil
        }
        var end = places
        while end > words.lowerBound, text[end - 1].isMark || text.text(end - 1) == "và" {
            end -= 1
        }
        return UnitPhrase(
            words: words.lowerBound..<end, name: words.lowerBound..<end, nouns: bodies,
            isQuantified: isQuantified)
    }

    /// Where the places begin with which a list of nouns ends; nil: it ends with none.
    func places(in text: Words) -> Int? {
        guard let last = nouns.last, UnitPhrase.placeNouns.contains(last) else { return nil }
        let length = last.split(separator: " ").count
        return words.last { start in
            start + length <= words.upperBound && text.lowered(start..<(start + length)) == last
        }
    }

    private static let placeNouns: Set<String> = [
        "địa phương", "tổ dân phố", "khu phố", "thôn", "bản", "ấp", "buôn", "xóm",
    ]

    private static let offices: Set<String> = [
        "sở", "phòng", "phòng ban", "ban", "ngành", "ban ngành", "đoàn thể", "hội đoàn thể",
    ]
}

/// Reads names of units word by word, by how they are built.
struct UnitGrammar {
    let words: Words
    /// Names that the document's headings give, written in ways the grammar cannot know.
    var known = PhraseTree([])

    init(_ words: Words, known: PhraseTree = PhraseTree([])) {
        self.words = words
        self.known = known
    }

    /// The name that begins at a word; nil: none does.
    func phrase(at index: Int) -> UnitPhrase? {
        guard index < words.count, !words[index].isMark else { return nil }
        let learned = known.longest(in: words, at: index).map { index + $0 }
        var found = person(at: index) ?? proper(at: index) ?? group(at: index)
        if let learned, learned > (found?.words.upperBound ?? 0) {
            found = UnitPhrase(words: index..<learned, name: index..<learned)
        }
        return found
    }

    /// Names one after the other, with commas, semicolons and "và" between them.
    func list(at index: Int) -> (phrases: [UnitPhrase], end: Int) {
        var phrases: [UnitPhrase] = branches(at: index)
        var position = index
        var end = index
        if let last = phrases.last {
            end = last.words.upperBound
            position = afterSeparator(end)
            if position == end { return (phrases, end) }
        }
        while let found = phrase(at: position) ?? sharing(phrases.last, at: position)
            ?? sharingHead(phrases.last, at: position)
        {
            // "Đảng ủy UBND xã lãnh đạo UBND xã": no mark between, and a small letter.
            if position == end, !phrases.isEmpty, !words.isCapital(position) { break }
            if let last = phrases.last, let both = joined(last, found) {
                phrases[phrases.count - 1] = both
            } else {
                phrases.append(found)
            }
            end = afterBracket(found.words.upperBound)
            position = afterSeparator(end)
        }
        return (phrases, end)
    }

    /// "các Sở: Nội vụ, Y tế", "các Sở Nội vụ, Y tế".
    private func branches(at index: Int) -> [UnitPhrase] {
        guard words.text(index) == "các" else { return [] }
        let kind = words.text(index + 1)
        guard ["sở", "phòng", "hội", "bộ"].contains(kind) else { return [] }
        var position = index + 2
        let hasColon = words.text(position) == ":"
        if hasColon { position += 1 }
        var found: [UnitPhrase] = []
        let head = UnitNames.capitalised(words.lowered(index + 1))
        while words.isCapital(position),
            let length = UnitWords.branches.longest(in: words, at: position)
        {
            let name = position..<(position + length)
            found.append(
                UnitPhrase(
                    words: (found.isEmpty ? index : position)..<name.upperBound, name: name,
                    head: head))
            position = afterSeparator(name.upperBound)
            if position == name.upperBound { break }
        }
        return found.count > 1 || hasColon ? found : []
    }

    /// "các tổ chức chính trị - xã hội và tổ chức thành viên": the second group shares the "các".
    func sharing(_ last: UnitPhrase?, at index: Int) -> UnitPhrase? {
        guard let last, last.isGroup, last.isQuantified, !last.tails.isEmpty,
            !words.isCapital(index), words.text(index - 1) == "và" || words.text(index - 1) == ",",
            let found = group(at: index, isShared: true), !found.tails.isEmpty,
            UnitNames.related.isDisjoint(with: found.tails)
        else { return nil }
        return found
    }

    /// "Ban quản lý chợ Bình Tây, chợ Hòa Bình": the second market has a board of its own.
    private func sharingHead(_ last: UnitPhrase?, at index: Int) -> UnitPhrase? {
        guard let last, !last.isGroup, words.text(index - 1) != ";", !words.isCapital(index),
            let length = UnitGrammar.managed.longest(in: words, at: index),
            words.isCapital(index + length),
            let object = words.index(of: words.text(index), in: last.name),
            object > last.name.lowerBound, words.isCapital(object + length)
        else { return nil }
        var end = index + length
        while words.isCapital(end), !startsUnit(end) { end += 1 }
        return UnitPhrase(
            words: index..<end, name: index..<end,
            head: last.head ?? words.verbatim(last.name.lowerBound..<object))
    }

    private static let managed = PhraseTree([
        "chợ", "rừng phòng hộ", "rừng đặc dụng", "bến xe", "di tích", "khu công nghiệp",
        "cụm công nghiệp", "trường", "xã", "phường", "khu phố", "thôn",
    ])

    /// "Giám đốc các Sở, Thủ trưởng các ngành" is "các sở, ngành" by their heads.
    private func joined(_ one: UnitPhrase, _ other: UnitPhrase) -> UnitPhrase? {
        for phrase in [one, other] {
            guard phrase.isGroup, phrase.tails.isEmpty,
                phrase.name.lowerBound > phrase.words.lowerBound
            else { return nil }
        }
        guard one.nouns == ["sở"], words.text(one.words.upperBound) == "," else { return nil }
        let whole = one.words.lowerBound..<other.words.upperBound
        return UnitPhrase(
            words: whole, name: whole, nouns: one.nouns + other.nouns, isQuantified: true)
    }

    /// Beyond a short remark in brackets.
    func afterBracket(_ index: Int) -> Int {
        guard words.text(index) == "(" else { return index }
        var end = index + 1
        while end < words.count, end - index < 20 {
            if words.text(end) == ")" { return end + 1 }
            end += 1
        }
        return index
    }

    func afterSeparator(_ index: Int) -> Int {
        var position = index
        if [",", ";"].contains(words.text(position)) { position += 1 }
        if ["và", "&", "cùng", "hoặc"].contains(words.text(position)) {
            position += 1
            if words.text(position - 1) == "cùng", words.text(position) == "với" { position += 1 }
        } else if words.text(position) == "/" {
            position += 1
        }
        if words.text(position) == "giữa" { position += 1 }
        return position
    }

    // MARK: Persons

    private func person(at index: Int) -> UnitPhrase? {
        var start = index
        if let length = UnitWords.quantifiers.longest(in: words, at: start) { start += length }
        if let length = words.length(ofFirst: UnitGrammar.addresses, at: start),
            let found = person(at: start + length)
        {
            return UnitPhrase(
                words: index..<found.words.upperBound, name: found.name, nouns: found.nouns,
                tails: found.tails, isQuantified: true)
        }
        if let length = UnitWords.stewards.longest(in: words, at: start) {
            let next = start + length
            // "Người đứng đầu cơ sở" is answerable by law, and no other name for the place.
            if words.has("người đứng đầu", at: start), words.has("cơ sở", at: next) {
                return UnitPhrase(words: index..<(next + 2), name: index..<(next + 2))
            }
            if let unit = person(at: next) ?? proper(at: next) ?? group(at: next),
                !isLed(unit, from: start)
            {
                return UnitPhrase(
                    words: index..<unit.words.upperBound, name: unit.name, nouns: unit.nouns,
                    tails: unit.tails, isQuantified: unit.isQuantified)
            }
        }
        if let length = UnitWords.heads.longest(in: words, at: start),
            words.isCapital(start + length), let unit = proper(at: start + length)
        {
            return UnitPhrase(words: index..<unit.words.upperBound, name: unit.name)
        }
        guard let length = UnitWords.persons.longest(in: words, at: start) else { return nil }
        var end = start + length
        // "Chủ tịch, các Phó Chủ tịch UBND"
        if words.has("phụ trách", at: end) {
            // "Đảng ủy viên phụ trách chi bộ"
            let next = end + 2
            guard
                let beyond = proper(at: next)?.words.upperBound
                    ?? group(at: next)?.words.upperBound
                    ?? UnitWords.nouns.longest(in: words, at: next).map({ next + $0 })
            else { return nil }
            end = beyond
        } else if let body = proper(at: end) ?? group(at: end) {
            end = body.words.upperBound
        } else if let place = place(at: end) {
            end = place
        } else if start == index, !words.isCapital(start) {
            return nil
        }
        return UnitPhrase(words: index..<end, name: index..<end)
    }

    /// "Lãnh đạo chính quyền rà soát …": there the word is the verb.
    private func isLed(_ unit: UnitPhrase, from start: Int) -> Bool {
        words.has("lãnh đạo", at: start) && !unit.isQuantified && unit.nouns.first == "chính quyền"
    }

    /// "Các ông (bà) Trưởng thôn".
    private static let addresses: [WordPhrase] = [
        "ông ( bà )", "ông, bà", "ông/bà", "ông bà", "ông", "bà",
    ]

    // MARK: Proper names

    private func proper(at index: Int) -> UnitPhrase? {
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
            guard canGoOn(end), !isOtherWord(head, length), !isBeat(head, end) else { return nil }
            isPlain = true
        } else if let beyond = post(at: head) {
            end = beyond
        } else if words[head].isShortForm, isOfficeCode(words.lowered(head)) {
            end = head + 1
        } else {
            return nil
        }
        end = officeOfTwo(end) ?? end
        end = everywhere(end) ?? nameEnd(from: end, isPlain: isPlain)
        var found = UnitPhrase(words: index..<end, name: index..<end)
        if ["-", "–"].contains(words.text(end)), words.has("công an", at: end + 1),
            let parent = place(at: end + 3)
        {
            // "Phòng Cảnh sát giao thông - Công an tỉnh": to whom it belongs.
            found.words = index..<parent
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

    /// "Công an các đơn vị, địa phương": an office wherever there is one.
    private func everywhere(_ index: Int) -> Int? {
        guard words.text(index) == "các", place(at: index) == nil, let found = group(at: index),
            found.nouns.allSatisfy({ ["đơn vị", "địa phương", "cơ quan"].contains($0) }),
            found.tails.allSatisfy({ $0 == "đảng" })
        else { return nil }
        return found.words.upperBound
    }

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

    /// "Văn phòng HĐND và UBND phường" is one office.
    private func officeOfTwo(_ index: Int) -> Int? {
        guard words.text(index - 1) == "phòng" || words.text(index - 2) == "văn" else { return nil }
        guard let first = council(at: index) else { return nil }
        let separator = index + first
        guard ["và", "-", "–", ",", "&"].contains(words.text(separator)),
            let second = council(at: separator + 1)
        else { return nil }
        return separator + 1 + second
    }

    private static let councils = PhraseTree([
        "hđnd", "ubnd", "hội đồng nhân dân", "ủy ban nhân dân", "đoàn đbqh", "đảng ủy",
    ])

    private func council(at index: Int) -> Int? {
        UnitGrammar.councils.longest(in: words, at: index)
    }

    /// Where a name that has come so far ends.
    ///
    /// - Parameter isPlain: its head alone is an ordinary word, so that more must follow.
    private func nameEnd(from start: Int, isPlain: Bool = false) -> Int {
        var end = start
        while end < words.count {
            if let beyond = place(at: end) { return beyond }
            let word = words[end]
            if word.text == "và", let length = UnitWords.fields.longest(in: words, at: end) {
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
                end = syllables(from: end)
            } else if let length = UnitWords.fields.longest(in: words, at: end),
                isPartOfName(end, length, isFirst: isPlain && end == start)
            {
                end += length
            } else {
                return end
            }
        }
        return end
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
        guard let verb = TaskVerbs.predicates.longest(in: words, at: index) else { return true }
        return length > verb && (isFirst || verb == 1) || length >= UnitGrammar.longField
    }

    private static let longField = 5

    /// No name goes on with these, whatever the case of their letters: "MTTQ Phối hợp với …".
    private static let rolesWords: [WordPhrase] = ["phối hợp", "chủ trì", "có trách nhiệm"]

    /// A capital word and the small syllables that belong to it: `Văn hóa`, `Thương binh`.
    private func syllables(from index: Int) -> Int {
        if let length = UnitWords.fields.longest(in: words, at: index) { return index + length }
        let next = index + 1
        guard !words[index].isShortForm, !isNumber(index), next < words.count, !words[next].isMark,
            !words[next].isCapital, !isNumber(next), place(at: next) == nil,
            !UnitWords.functionWords.contains(words.text(next)),
            TaskVerbs.predicates.longest(in: words, at: next) == nil,
            // "An Hải vận hành cống": a verb of two syllables begins behind the name.
            (TaskVerbs.openings.longest(in: words, at: next) ?? 0) < 2,
            words.text(next) != "đăng"
        else { return next }
        return next + 1
    }

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
                    && words[index - 1].isShortForm
            }
            return (isDash && words[next].isShortForm) || !startsUnit(next) && !startsAside(next)
        }
        // Written small throughout: "Phòng văn hóa - xã hội".
        guard !words.isCapital(index - 1), isDash else { return false }
        return UnitWords.fields.longest(in: words, at: next) != nil
    }

    private func startsUnit(_ index: Int) -> Bool {
        if UnitWords.fullHeads.longest(in: words, at: index) != nil {
            // "Sở Giáo dục và Đào tạo" has no head inside; "Công an" and the like always start.
            return true
        }
        if let length = UnitWords.capitalHeads.longest(in: words, at: index) {
            return canGoOn(index + length)
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

    private func isNumber(_ index: Int) -> Bool {
        index < words.count && words[index].isNumber
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

    // MARK: Places

    /// The end of a place that closes a name: `phường`, `tỉnh Cao Bằng`, `các xã, phường`.
    func place(at index: Int) -> Int? {
        var start = index
        if words.has("các cấp", at: index) { return index + 2 }
        // "các xã", "08 khu phố"
        let isPlural =
            ["các", "những"].contains(words.text(start))
            || isNumber(start) && words[start].range.count == 2
        if isPlural { start += 1 }
        guard let length = UnitWords.places.longest(in: words, at: start) else {
            return nil
        }
        var end = start + length
        let word = words.text(end - 1)
        if ["hội", "ủy", "đoàn"].contains(words.text(end)) { return nil }
        if isPlural
            || (UnitWords.levelWords.contains(word) && [",", "/"].contains(words.text(end)))
        {
            let list = levelList(from: end)
            if isPlural { return told(list) }
            if list > end { return list }
        }
        // "khu vực số 7": which of several.
        if words.text(end) == "số", isNumber(end + 1),
            !["/", "-", "–"].contains(words.text(end + 2)),
            UnitGrammar.numbered.longest(in: words, at: start) == length
        {
            return end + 2
        }
        end = placeName(from: end)
        // "Khu vực 8 - PC07": the unit above, by its short form.
        if ["-", "–"].contains(words.text(end)), end + 1 < words.count, words[end + 1].isShortForm {
            end += 2
        }
        return end
    }

    private static let numbered = PhraseTree([
        "khu vực", "khu phố", "tổ dân phố", "thôn", "bản", "ấp", "xóm", "khóm", "tiểu khu",
    ])

    /// Which of the places: "các xã ven biển", "các thôn còn lại".
    private func told(_ index: Int) -> Int {
        index + (words.length(ofFirst: UnitGrammar.kindsOfPlace, at: index) ?? 0)
    }

    private static let kindsOfPlace: [WordPhrase] = [
        "lân cận", "giáp ranh", "ven biển", "ven sông", "biên giới", "miền núi", "vùng cao",
        "vùng trũng", "còn lại", "nêu trên", "vùng sâu",
    ]

    /// Further levels: `xã, phường, thị trấn`, `xã/phường`.
    private func levelList(from index: Int) -> Int {
        var end = index
        while true {
            var next = end
            if [",", "/"].contains(words.text(next)) { next += 1 }
            if words.text(next) == "và" { next += 1 }
            guard next > end, !words.isCapital(next) else { return end }
            if UnitWords.levelWords.contains(words.text(next)), words.text(next + 1) != "hội" {
                end = next + 1
            } else if let length = UnitWords.places.longest(in: words, at: next), length == 2,
                UnitWords.levels.contains(words.lowered(next..<(next + 2)))
            {
                end = next + 2
            } else {
                return end
            }
        }
    }

    /// Capital words and numbers of a place's own name.
    private func placeName(from index: Int) -> Int {
        var end = index
        while end < words.count, end - index < 4 {
            let word = words[end]
            guard !word.isMark, word.isCapital || isNumber(end), !startsUnit(end) else {
                return end
            }
            // "tỉnh 02 lần/ngày": places have no zero in front.
            if word.isNumber, words.script.scalars[word.range.lowerBound] == "0" { return end }
            end += 1
        }
        return end
    }

    // MARK: Groups

    private func group(at index: Int, isShared: Bool = false) -> UnitPhrase? {
        var found = UnitPhrase(words: index..<index, name: index..<index)
        found.isQuantified = isShared
        var end = index
        if let length = UnitWords.quantifiers.longest(in: words, at: index) {
            end += length
            found.isQuantified = true
            if let named = offices(index, from: end) { return named }
        }
        var isAfterMark = true
        while let length = noun(at: end, isFirst: found.nouns.isEmpty) {
            guard isAfterMark || found.nouns.isEmpty else { break }
            found.nouns.append(words.lowered(end..<(end + length)))
            end += length
            let next = nextNoun(after: end)
            isAfterMark = next != nil
            guard let next else { break }
            end = next
        }
        guard !found.nouns.isEmpty else { return nil }
        guard found.isQuantified || found.nouns.count > 1 || isPlainNoun(found, end) else {
            return nil
        }
        end = tails(of: &found, from: end)
        end = goingOn(&found, from: end) ?? end
        found.words = index..<end
        found.name = index..<end
        return found
    }

    /// "Các Đội Chữa cháy và CNCH khu vực thuộc Phòng PC07": offices that bear one name.
    private func offices(_ index: Int, from start: Int) -> UnitPhrase? {
        guard words.isCapital(start), let one = proper(at: start),
            one.words.count > 2, let noun = UnitWords.nouns.longest(in: words, at: start),
            self.noun(at: start, isFirst: true) == nil || words[start + noun].isShortForm
        else { return nil }
        var found = one
        found.nouns = [words.lowered(start..<(start + noun))]
        found.isQuantified = true
        let end = tails(of: &found, from: one.words.upperBound)
        found.words = index..<end
        found.name = index..<end
        return found
    }

    /// "Các phòng chuyên môn, đơn vị sự nghiệp thuộc phường": what they belong to stands once.
    private func goingOn(_ found: inout UnitPhrase, from start: Int) -> Int? {
        guard let tail = found.tails.first, found.tails.count == 1,
            UnitGrammar.kindsOfWork.contains(tail), words.text(start) != ";"
        else { return nil }
        let next = afterSeparator(start)
        guard next > start, !words.isCapital(next),
            UnitWords.quantifiers.longest(in: words, at: next) == nil,
            let other = group(at: next, isShared: true),
            other.tails.contains("thuộc") || place(at: other.words.upperBound - 1) != nil,
            UnitNames.related.isDisjoint(with: other.tails)
        else { return nil }
        found.nouns += other.nouns
        found.tails += other.tails
        return other.words.upperBound
    }

    private static let kindsOfWork: Set<String> = ["chuyên môn", "tham mưu", "sự nghiệp"]

    /// A single noun without "các" is a group where it says to whom it belongs.
    private func isPlainNoun(_ found: UnitPhrase, _ end: Int) -> Bool {
        guard let noun = found.nouns.first else { return false }
        if noun == "đoàn thể" || noun == "ngành" { return place(at: end) != nil }
        // "Thành viên Ban Chỉ đạo", "Cấp ủy các chi bộ"
        if noun == "thành viên" { return unitEnd(end) != nil }
        if noun == "cấp ủy" { return words.text(end) == "các" }
        // "Tổ dân phố, Ban công tác Mặt trận": alone in a list of names.
        if UnitGrammar.single.contains(noun), words.isCapital(found.words.lowerBound) {
            return end == words.count || [",", ";", ":"].contains(words.text(end))
        }
        return noun.hasPrefix("cơ quan") || noun.hasPrefix("chủ ")
            || noun.hasPrefix("lực lượng ") || noun.hasPrefix("tổ bảo vệ")
            || ["đơn vị", "lực lượng", "địa phương", "chính quyền"].contains(noun)
    }

    private static let single: Set<String> = [
        "tổ dân phố", "khu phố", "khu dân cư", "trường học", "nhà trường", "hộ gia đình",
    ]

    private func noun(at index: Int, isFirst: Bool) -> Int? {
        guard let length = UnitWords.nouns.longest(in: words, at: index) else { return nil }
        let text = words.lowered(index..<(index + length))
        let next = words.text(index + length)
        if text == "tổ chức" {
            return UnitWords.afterOrganisation.contains(next) ? length : nil
        }
        if let refused = UnitWords.notAfter[text], refused.contains(next) {
            // "các phòng, ban": the comma speaks for the noun where another noun follows.
            guard next == ",", isFirst,
                let following = UnitWords.nouns.longest(in: words, at: index + length + 1),
                following > 0
            else { return nil }
        }
        // "Phòng Kinh tế": a proper name.
        if words.isCapital(index), words.isCapital(index + length),
            !words[index + length].isShortForm,
            UnitWords.capitalHeads.longest(in: words, at: index) != nil
        {
            return nil
        }
        return length
    }

    private func nextNoun(after index: Int) -> Int? {
        let next = afterSeparator(index)
        if next == index {
            // "phòng ban, ngành đoàn thể": nouns side by side.
            guard let length = UnitWords.nouns.longest(in: words, at: next),
                words.lowered(next..<(next + length)) == "đoàn thể"
            else { return nil }
            return next
        }
        guard words.text(index) != ";", noun(at: next, isFirst: false) != nil,
            !isOwnName(next)
        else { return nil }
        return next
    }

    /// "các cơ quan, UBND …": what follows is a name of its own.
    private func isOwnName(_ index: Int) -> Bool {
        words.isCapital(index) && proper(at: index) != nil
    }

    private func tails(of found: inout UnitPhrase, from start: Int) -> Int {
        var end = start
        while end < words.count {
            if ["thuộc", "trực"].contains(words.text(end)), let beyond = belonging(end) {
                found.tails.append("thuộc")
                end = beyond
            } else if words.text(end) == "trên", words.text(end + 1) == "địa",
                words.text(end + 2) == "bàn"
            {
                found.tails.append("trên địa bàn")
                end = place(at: end + 3) ?? (end + 3)
            } else if words.text(end) == "từ", let beyond = levels(from: end) {
                end = beyond
            } else if words.text(end) == "ở", let beyond = place(at: end + 1) {
                end = beyond
            } else if words.text(end) == "của", let beyond = place(at: end + 1) ?? unitEnd(end + 1)
            {
                end = beyond
            } else if let beyond = place(at: end), words.text(end) != "cơ" {
                end = beyond
            } else if found.nouns.last == "thành viên" || found.tails.last == "thành viên",
                let beyond = unitEnd(end)
            {
                found.tails.append("thuộc")
                end = beyond
            } else if found.nouns.last == "cấp ủy", words.text(end) == "các",
                let cells = group(at: end)
            {
                found.tails.append("thuộc")
                end = cells.words.upperBound
            } else if found.tails.isEmpty, let length = seat(of: found, at: end) {
                found.tails.append("thuộc")
                end += length
            } else if let length = UnitWords.groupTails.longest(in: words, at: end),
                !isVerb(end, length)
            {
                found.tails.append(words.lowered(end..<(end + length)))
                end += length
            } else if !found.tails.isEmpty, words.text(end) == ",",
                !words.isCapital(end + 1) || words[end + 1].isShortForm,
                let length = UnitWords.groupTails.longest(in: words, at: end + 1),
                !isVerb(end + 1, length)
            {
                // "các cơ quan thông tin, truyền thông"
                found.tails.append(words.lowered((end + 1)..<(end + 1 + length)))
                end += 1 + length
            } else {
                return end
            }
        }
        return end
    }

    /// "Các chi bộ trường học", "công đoàn cơ quan": where cells of an organisation are.
    private func seat(of found: UnitPhrase, at index: Int) -> Int? {
        guard let noun = found.nouns.last,
            ["chi bộ", "đảng bộ", "công đoàn", "chi đoàn", "chi hội", "cấp ủy"].contains(noun)
        else { return nil }
        return UnitGrammar.seats.longest(in: words, at: index)
    }

    private static let seats = PhraseTree([
        "trường học", "nhà trường", "cơ quan", "doanh nghiệp", "nông thôn", "dân cư", "khối",
        "cơ quan, đơn vị", "trường", "trạm y tế", "công an", "quân sự", "khu dân cư",
    ])

    /// "từ tỉnh đến cơ sở": through which levels a group goes.
    private func levels(from index: Int) -> Int? {
        guard let upper = place(at: index + 1), words.text(upper) == "đến" else { return nil }
        return place(at: upper + 1) ?? (words.has("địa phương", at: upper + 1) ? upper + 3 : nil)
    }

    /// "thực hiện", "tham mưu" after a group are its predicate, not its tail.
    private func isVerb(_ index: Int, _ length: Int) -> Bool {
        guard TaskVerbs.predicates.longest(in: words, at: index) != nil else { return false }
        // "các cơ quan tham mưu, giúp việc của Tỉnh ủy"
        let next = index + length
        return words.text(next) != "của" && !words.has(", giúp việc", at: next)
    }

    /// "thuộc phường", "thuộc UBND phường", "trực thuộc (…)".
    private func belonging(_ index: Int) -> Int? {
        var end = index
        if words.text(end) == "trực" {
            guard words.text(end + 1) == "thuộc" else { return nil }
            end += 1
        }
        end += 1
        if words.text(end) == ",", words.text(end + 1) == "trực" { end += 3 }
        if let beyond = place(at: end) ?? unitEnd(end) { return beyond }
        // "các phòng, đơn vị thuộc Sở": the issuer, by its kind alone.
        if words.isCapital(end), words.length(ofFirst: UnitGrammar.kinds, at: end) != nil {
            return end + 1
        }
        return words.text(index) == "trực" ? end : nil
    }

    private static let kinds: [WordPhrase] = ["sở", "bộ", "cục"]

    private func unitEnd(_ index: Int) -> Int? { proper(at: index)?.words.upperBound }
}
