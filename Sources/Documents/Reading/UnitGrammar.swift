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
        var phrases: [UnitPhrase] = []
        var position = index
        var end = index
        while true {
            let listed = branches(at: position)
            if let last = listed.last {
                phrases += listed
                end = last.words.upperBound
                position = afterSeparator(end)
                if position == end { return (phrases, end) }
                continue
            }
            guard
                let found = phrase(at: position) ?? sharing(phrases.last, at: position)
                    ?? sharingHead(phrases.last, at: position)
            else { break }
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

    /// "các Sở: Nội vụ, Y tế", "các Sở Nội vụ, Y tế", "Sở: Nội vụ, Y tế".
    func branches(at index: Int) -> [UnitPhrase] {
        let start = words.text(index) == "các" ? index + 1 : index
        let kind = words.text(start)
        guard ["sở", "phòng", "hội", "bộ", "ban"].contains(kind) else { return [] }
        var position = start + 1
        let hasColon = words.text(position) == ":"
        guard hasColon || start > index else { return [] }
        if hasColon { position += 1 }
        var found: [UnitPhrase] = []
        let head = UnitNames.capitalised(words.lowered(start))
        // "các Sở: Y tế, Công an tỉnh": the police are no branch, but of the ministries.
        while words.isCapital(position),
            kind == "bộ" || UnitWords.fullHeads.longest(in: words, at: position) == nil,
            let length = branch(of: position)
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

    /// A field of work that stands for its office, or its short form: "Y tế", "NN&MT".
    private func branch(of index: Int) -> Int? {
        if let length = UnitWords.branches.longest(in: words, at: index) { return length }
        guard words[index].isShortForm, !startsUnit(index) else { return nil }
        var end = index + 1
        while words.text(end) == "&", end + 1 < words.count, words[end + 1].isShortForm { end += 2 }
        return end - index
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
            if words.text(index) == "các", person(at: next) == nil,
                let length = UnitWords.persons.longest(in: words, at: next)
            {
                // "các đồng chí cấp ủy viên": all of them.
                return UnitPhrase(
                    words: index..<(next + length), name: next..<(next + length), head: "Các")
            }
            if words.has("các đồng chí", at: index),
                let length = UnitWords.persons.longest(in: words, at: next),
                words.has("phụ trách", at: next + length), let officers = person(at: next)
            {
                // "Các đồng chí Đảng ủy viên phụ trách chi bộ": all of them, and no office.
                let whole = index..<officers.words.upperBound
                return UnitPhrase(words: whole, name: whole)
            }
            if let unit = person(at: next) ?? proper(at: next) ?? group(at: next),
                !isLed(unit, from: start)
            {
                return UnitPhrase(
                    words: index..<unit.words.upperBound, name: unit.name, nouns: unit.nouns,
                    tails: unit.tails, isQuantified: unit.isQuantified)
            }
        }
        if let found = chief(index, from: start) { return found }
        if let length = UnitWords.heads.longest(in: words, at: start),
            let room = office(at: start + length)
        {
            return UnitPhrase(words: index..<room.upperBound, name: room)
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
        } else if let beyond = furtherSettlements(end) {
            return UnitPhrase(words: index..<beyond, name: index..<beyond)
        } else if UnitWords.levelWords.contains(words.text(end)), place(at: end) == end + 1 {
            // "Trưởng trạm y tế xã, trưởng thôn": the level of its place, and no list.
            end += 1
        } else if let body = proper(at: end) ?? group(at: end) {
            end = body.words.upperBound
        } else if let place = place(at: end) {
            end = place
        } else if start == index, !words.isCapital(start),
            words.index(of: "các", in: start..<end) == nil
        {
            // "trưởng các bản" names them all, "trưởng bản" some one of them.
            return nil
        }
        if words.has("phụ trách", at: end), let beyond = charge(end + 2) { end = beyond }
        return UnitPhrase(words: index..<end, name: index..<end)
    }

    /// "Phó Chủ tịch UBND xã phụ trách văn hóa - xã hội chỉ đạo": of what somebody has charge.
    private func charge(_ index: Int) -> Int? {
        for end in index..<min(words.count, index + 9) {
            if UnitWords.fields.longest(in: words, at: end) == nil,
                words.text(end) == ":" || TaskVerbs.predicates.longest(in: words, at: end) ?? 0 > 1
            {
                return end > index ? end : nil
            }
            if [".", ";", "("].contains(words.text(end)) { return nil }
        }
        return nil
    }

    /// "Trưởng phòng Kinh tế": behind its head an office is written small.
    private func office(at index: Int) -> Range<Int>? {
        guard ["phòng", "ban", "trạm", "đội"].contains(words.text(index)), !words.isCapital(index),
            words.isCapital(index + 1)
        else { return nil }
        return index..<nameEnd(from: index + 1, isPlain: true)
    }

    /// "Lãnh đạo chính quyền rà soát …": there the word is the verb.
    private func isLed(_ unit: UnitPhrase, from start: Int) -> Bool {
        words.has("lãnh đạo", at: start) && !unit.isQuantified && unit.nouns.first == "chính quyền"
    }

    /// "Các ông (bà) Trưởng thôn".
    private static let addresses: [WordPhrase] = [
        "ông ( bà )", "ông, bà", "ông/bà", "ông bà", "ông", "bà",
    ]
}
