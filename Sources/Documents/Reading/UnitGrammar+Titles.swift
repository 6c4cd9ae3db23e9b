/// Names with a title: what a board or a team is for, words in quotation marks, heads of groups.
extension UnitGrammar {
    // MARK: Heads of groups

    /// "Trưởng các thôn, bản", "Chủ các phương tiện": each one of them. The heads of offices only stand
    /// for those.
    func chief(_ index: Int, from start: Int) -> UnitPhrase? {
        guard let length = UnitWords.chiefs.longest(in: words, at: start),
            words.text(start + length) == "các", let led = group(at: start + length)
        else { return nil }
        let areVillages = UnitWords.settlements.contains(led.nouns.first ?? "")
        if areVillages, !led.nouns.allSatisfy(UnitWords.settlements.contains),
            let mark = led.words.first(where: { words[$0].isMark || words.text($0) == "và" })
        {
            // "Trưởng các thôn, ban công tác mặt trận": the board is no village.
            return UnitPhrase(words: index..<mark, name: index..<mark)
        }
        // "Chủ nhiệm các hợp tác xã, chủ hồ đập": owners beside them.
        if !areVillages, led.nouns.dropFirst().contains(where: { $0.hasPrefix("chủ ") }),
            let mark = led.words.first(where: { words[$0].isMark || words.text($0) == "và" })
        {
            return UnitPhrase(words: index..<mark, name: index..<mark)
        }
        let whole = index..<led.words.upperBound
        if led.nouns.contains(where: UnitWords.officeNouns.contains),
            UnitGrammar.standIns.longest(in: words, at: start) == length
        {
            return UnitPhrase(
                words: whole, name: led.name, nouns: led.nouns, tails: led.tails,
                isQuantified: true)
        }
        return UnitPhrase(words: whole, name: whole)
    }

    /// "Trưởng các phòng, ban" are the offices, "Chủ tịch các hội" persons of their own.
    private static let standIns = PhraseTree(["trưởng", "phó trưởng"])

    /// "Trưởng thôn, bản", "Trưởng khu phố và ấp": the head of a village of either kind.
    func furtherSettlements(_ index: Int) -> Int? {
        let ends = (1...3).contains { index >= $0 && isSettlement((index - $0)..<index) }
        guard ends else { return nil }
        var end = index
        while true {
            // "trưởng thôn bản": no mark between the two.
            let next = [",", "/", "và", "-"].contains(words.text(end)) ? end + 1 : end
            guard let length = UnitWords.nouns.longest(in: words, at: next),
                isSettlement(next..<(next + length)), !words.isCapital(next),
                !words.isCapital(next + length), words.text(next + length) != "trưởng",
                UnitWords.notAfter[words.lowered(next)]?.contains(words.text(next + length))
                    != true
            else { break }
            end = next + length
        }
        return end > index ? end : nil
    }

    private func isSettlement(_ range: Range<Int>) -> Bool {
        UnitWords.settlements.contains(words.lowered(range))
    }

    // MARK: Quotation marks

    /// Beyond words in quotation marks that belong to a name: "Quỹ “Vì người nghèo”".
    func quoted(_ index: Int) -> Int? {
        let close: WordCode
        switch words.text(index) {
        case "“": close = "”"
        case "\"": close = "\""
        case "«": close = "»"
        case "‘": close = "’"
        default: return nil
        }
        guard index + 1 < words.count, !words[index + 1].isMark else { return nil }
        for end in (index + 2)..<max(index + 2, min(words.count, index + UnitGrammar.longestTitle))
        {
            if words.text(end) == close { return end + 1 }
            if [";", ":", "("].contains(words.text(end)) { return nil }
        }
        return nil
    }

    private static let longestTitle = 26

    // MARK: Titles

    /// Bodies whose names say what they are for.
    private static let boards = PhraseTree([
        "ban chỉ đạo", "ban chỉ huy", "ban vận động", "ban tổ chức", "ban quản lý", "ban điều hành",
        "ban liên lạc", "ban giám sát", "ban đại diện", "hội đồng", "tổ công tác", "tổ giúp việc",
        "đoàn kiểm tra", "văn phòng điều phối", "câu lạc bộ", "tiểu ban", "tổ", "đội", "quỹ",
        "nhóm", "bch", "đoàn công tác", "mạng lưới",
    ])

    /// Those that a title in quotation marks may follow at once.
    private static let clubs: [WordPhrase] = ["câu lạc bộ", "tổ", "đội", "nhóm", "ban", "hội"]

    /// "Đội xung kích", "Câu lạc bộ “Gia đình trẻ”": the title alone makes a name of the head.
    func isTitled(_ head: Int, _ end: Int) -> Bool {
        if quoted(end) != nil { return words.length(ofFirst: UnitGrammar.clubs, at: head) != nil }
        return isBoard(head) && UnitWords.aims.longest(in: words, at: end) != nil
    }

    private func isBoard(_ head: Int) -> Bool {
        words.isCapital(head) && UnitGrammar.boards.longest(in: words, at: head) != nil
    }

    /// "Ban Chỉ đạo phòng, chống dịch bệnh xã": where a name that has come so far ends with its title.
    func titleEnd(of head: Int, from start: Int) -> Int {
        guard isBoard(head), start < words.count, !isPlaced(start) else { return start }
        var end = start
        while let length = UnitWords.aims.longest(in: words, at: end) {
            end = nameEnd(from: end + length)
            if isPlaced(end) { return end }
        }
        if let beyond = level(from: end, isOpen: end > start) { return beyond }
        // A verb alone is no title: "Hội đồng thẩm định hồ sơ".
        return isVerbAlone(start, end) ? start : end
    }

    private func isPlaced(_ end: Int) -> Bool { UnitWords.levelWords.contains(words.text(end - 1)) }

    private func isVerbAlone(_ start: Int, _ end: Int) -> Bool {
        end > start
            && (TaskVerbs.predicates.longest(in: words, at: start) ?? 0) >= end - start
    }

    /// The level with which a title ends: only its own words stand before it.
    private func level(from start: Int, isOpen: Bool) -> Int? {
        var index = start
        if !isOpen, index < words.count, words[index].isMark || isDeed(index) { return nil }
        while index < min(words.count, start + UnitGrammar.longestTitle) {
            let code = words.text(index)
            if UnitWords.levelWords.contains(code), let beyond = place(at: index) {
                return index > start ? beyond : nil
            }
            if let length = UnitWords.fields.longest(in: words, at: index), length > 1 {
                index += length
                continue
            }
            if let beyond = quoted(index) {
                index = beyond
                continue
            }
            if words[index].isMark {
                guard [",", "-", "–"].contains(code), !startsUnit(index + 1),
                    words.text(index + 1) != "các"
                else { return nil }
            } else if code != "và", UnitWords.functionWords.contains(code) {
                return nil
            } else if words[index].isCapital ? startsUnit(index) : isDeed(index) {
                return nil
            }
            index += 1
        }
        return nil
    }

    /// A verb of work that stands in no title.
    private func isDeed(_ index: Int) -> Bool {
        let length = max(
            TaskVerbs.predicates.longest(in: words, at: index) ?? 0,
            TaskVerbs.openings.longest(in: words, at: index) ?? 0)
        return length > 0 && !UnitWords.innerVerbs.contains(words.lowered(index..<(index + length)))
    }
}
