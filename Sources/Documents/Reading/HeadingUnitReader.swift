/// Which units a heading names.
struct HeadingUnitReader {
    /// Phrases of a heading, and whether they are asked ("Đề nghị …").
    struct Found {
        var phrases: [UnitPhrase]
        var words: Range<Int>
        var isRequest: Bool
        /// "Giao Sở Nội vụ tổ chức thực hiện:" is about units, whatever its other words are about.
        var isOrder = false
    }

    let words: Words
    let known: PhraseTree

    private static let requests: [WordPhrase] = ["đề nghị", "yêu cầu", "giao"]
    private static let fillers: [WordPhrase] = [
        "trách nhiệm của", "nhiệm vụ của", "đối với", "phân công", "về phía", "nhiệm vụ",
        "các đồng chí",
        "trách nhiệm",
    ]
    /// Words that may follow the units of a heading and say nothing more.
    private static let closers: [WordPhrase] = [
        "phối hợp thực hiện", "phối hợp", "chịu trách nhiệm", "có trách nhiệm", "thực hiện",
        "chủ trì",
        "triển khai thực hiện", "tổ chức thực hiện", "tổ chức triển khai thực hiện",
        "tổ chức triển khai", "có trách nhiệm thực hiện", "thực hiện các nhiệm vụ sau",
        "có nhiệm vụ",
    ]

    /// The names from a word on; one stray word, damage of the text, may stand behind a name.
    private func list(_ start: Int, before end: Int) -> (phrases: [UnitPhrase], end: Int) {
        let grammar = UnitGrammar(words, known: known)
        var (phrases, stop) = grammar.list(at: start)
        while !phrases.isEmpty, stop + 2 < end, !words[stop].isMark, !words.isCapital(stop) {
            let next = grammar.afterSeparator(stop + 1)
            guard next > stop + 1 else { break }
            let further = grammar.list(at: next)
            guard !further.phrases.isEmpty, further.end >= end else { break }
            // "Cổng Thông tin điện tử tính và …": a damaged level is of the name.
            if isDamagedLevel(stop), let last = phrases.popLast() {
                phrases.append(extended(last, to: stop + 1))
            }
            phrases += further.phrases
            stop = further.end
        }
        return (phrases, stop)
    }

    private func isDamagedLevel(_ index: Int) -> Bool {
        let word = Array(words.lowered(index).unicodeScalars)
        return HeadingUnitReader.levels.contains { UnitKey.isOneSlip(word, $0) }
    }

    private static let levels = ["tỉnh", "phường", "huyện", "quận"].map { Array($0.unicodeScalars) }

    private func extended(_ phrase: UnitPhrase, to end: Int) -> UnitPhrase {
        var wide = phrase
        wide.words = phrase.words.lowerBound..<end
        wide.name = phrase.name.lowerBound..<end
        return wide
    }

    /// A title that consists of names: the whole of it.
    func whole() -> Found? {
        let (start, isRequest) = opening()
        let end = bodyEnd()
        guard start < end else { return nil }
        if let places = places(start..<end) {
            return Found(phrases: places, words: start..<end, isRequest: isRequest)
        }
        var (phrases, stop) = list(start, before: end)
        if !phrases.isEmpty, areForces(phrases) { return nil }
        if stop < end, let length = words.length(ofFirst: HeadingUnitReader.closers, at: stop),
            stop + length == end
        {
            stop += length
        } else if stop < end, let widened = widened(phrases, start, end) {
            return Found(phrases: widened, words: start..<end, isRequest: isRequest)
        }
        guard !phrases.isEmpty, stop >= end else { return nil }
        if let last = phrases.last, last.words.upperBound > end { phrases.removeLast() }
        return Found(
            phrases: phrases, words: start..<(phrases.last?.words.upperBound ?? end),
            isRequest: isRequest,
            isOrder: words.length(ofFirst: HeadingUnitReader.requests, at: 0) != nil)
    }

    /// "Lực lượng tại chỗ" is a topic: a force without a name is no office.
    private func areForces(_ phrases: [UnitPhrase]) -> Bool {
        phrases.allSatisfy { $0.nouns == ["lực lượng"] && !$0.isQuantified }
    }

    /// Names before a colon at the front of a text: "UBND phường: Xây dựng …".
    func beforeColon() -> Found? {
        let (start, isRequest) = opening()
        let grammar = UnitGrammar(words, known: known)
        let (phrases, stop) = grammar.list(at: start)
        // "Đối với lực lượng dân phòng: …" is about those, and tells them nothing.
        if words.has("đối với", at: 0), phrases.first?.nouns.first.map(UnitWords.isForce) == true {
            return nil
        }
        if phrases.isEmpty || words.text(stop) != ":" {
            guard let colon = words.first(":", in: start..<min(words.count, start + 40)),
                colon > start
            else { return nil }
            let all = list(start, before: colon)
            if !all.phrases.isEmpty, all.end == colon {
                return Found(phrases: all.phrases, words: start..<colon, isRequest: isRequest)
            }
            guard let widened = widened(phrases, start, colon) else { return nil }
            return Found(phrases: widened, words: start..<colon, isRequest: isRequest)
        }
        return Found(phrases: phrases, words: start..<stop, isRequest: isRequest)
    }

    private func opening() -> (start: Int, isRequest: Bool) {
        var start = 0
        var isRequest = false
        if let length = words.length(ofFirst: HeadingUnitReader.requests, at: start) {
            start += length
            isRequest = words.text(0) == "đề"
        }
        if words.text(start) == ":" { start += 1 }
        if let length = words.length(ofFirst: HeadingUnitReader.fillers, at: start) {
            start += length
            if words.text(start) == "của" { start += 1 }
        }
        return (start, isRequest)
    }

    /// "Thôn Đông, Đoài và Nam", "Các tổ dân phố số 1, 2, 3".
    private func places(_ range: Range<Int>) -> [UnitPhrase]? {
        var start = range.lowerBound
        if words.text(start) == "các" { start += 1 }
        guard let length = HeadingUnitReader.settlements.longest(in: words, at: start) else {
            return nil
        }
        let level = UnitNames.capitalised(words.lowered(start..<(start + length)))
        var names: [UnitPhrase] = []
        var position = start + length
        while position < range.upperBound {
            // "Thôn Đông, thôn Đoài": the level stands before each of them.
            if !names.isEmpty, words.isCapital(position + length),
                HeadingUnitReader.settlements.longest(in: words, at: position) == length
            {
                position += length
            }
            var end = position
            if words.text(end) == "số" { end += 1 }
            while end < range.upperBound, words.isCapital(end) || words[end].isNumber { end += 1 }
            guard end > position, end == range.upperBound || end - position <= 4 else { return nil }
            names.append(UnitPhrase(words: position..<end, name: position..<end, head: level))
            guard end < range.upperBound else { break }
            guard [",", ";", "và"].contains(words.text(end)) else { return nil }
            position = end + 1
        }
        return names.count > 1 ? names : nil
    }

    private static let settlements = PhraseTree([
        "thôn", "bản", "ấp", "buôn", "xóm", "khu phố", "tổ dân phố", "xã", "phường", "khóm",
    ])

    private func bodyEnd() -> Int {
        var end = words.count
        while end > 0, [":", ".", ";", ","].contains(words.text(end - 1)) { end -= 1 }
        return end
    }

    /// A heading longer than the grammar can follow, "Các doanh nghiệp hoạt động trong lĩnh vực …":
    /// the last name of the list takes the rest, if the rest is no sentence.
    private func widened(_ phrases: [UnitPhrase], _ start: Int, _ end: Int) -> [UnitPhrase]? {
        guard end - start <= HeadingUnitReader.longestName else { return nil }
        var widened = phrases
        guard var last = widened.popLast() else {
            return namedByCommas(start, end)
        }
        guard last.words.upperBound < end,
            isField(last.words.upperBound..<end) || !isSentence(last.words.upperBound..<end)
                || isChair(last, end)
        else { return nil }
        let further = furtherName(last.words.upperBound..<end)
        let stop = beforeCode(further?.mark ?? end, behind: last.words.upperBound)
        last.words = last.words.lowerBound..<stop
        last.name = last.name.lowerBound..<stop
        guard let further else { return widened + [last] }
        let (others, limit) = list(further.start, before: end)
        guard limit < end else { return widened + [last] + others }
        return self.widened(others, further.start, end).map { widened + [last] + $0 }
    }

    /// "Các sở, ngành chủ trì các tiểu dự án" over what they do: which of the group.
    private func isChair(_ group: UnitPhrase, _ end: Int) -> Bool {
        let start = group.words.upperBound
        guard group.isQuantified, group.isGroup, group.tails.isEmpty, end == words.count,
            let length = words.length(ofFirst: HeadingUnitReader.chairing, at: start)
        else { return false }
        return HeadingUnitReader.chaired.contains(words.text(start + length))
    }

    private static let chairing: [WordPhrase] = [
        "chủ trì thực hiện", "chủ trì", "tham gia thực hiện", "phối hợp thực hiện",
    ]
    private static let chaired: Set<WordCode> = [
        "các", "dự", "tiểu", "nội", "chương", "nhiệm", "tiêu", "chỉ",
    ]

    /// "Tiểu ban An ninh, y tế": nothing but further fields of work behind the name.
    private func isField(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            guard [",", "-", "–", "và"].contains(words.text(index)), index + 1 < range.upperBound,
                !words.isCapital(index + 1),
                let length = UnitWords.fields.longest(in: words, at: index + 1)
            else { return false }
            index += 1 + length
        }
        return index == range.upperBound
    }

    /// "Phòng Quản trị mạng, Văn phòng Sở": where a name begins behind a mark with a capital letter.
    private func furtherName(_ range: Range<Int>) -> (mark: Int, start: Int)? {
        let grammar = UnitGrammar(words, known: known)
        for mark in range {
            let start = grammar.afterSeparator(mark)
            guard start > mark, start < range.upperBound, words.isCapital(start),
                let name = grammar.phrase(at: start), !name.isGroup
            else { continue }
            return (mark, start)
        }
        return nil
    }

    /// "Phòng Quản trị mạng (PA05)": the short form in brackets is no part of the name.
    private func beforeCode(_ end: Int, behind start: Int) -> Int {
        guard words.text(end - 1) == ")", end - 3 >= start, words.text(end - 3) == "(" else {
            return end
        }
        return end - 3
    }

    private static let longestName = 30

    private func namedByCommas(_ start: Int, _ end: Int) -> [UnitPhrase]? {
        guard words.isCapital(start), HeadingUnitReader.staff.longest(in: words, at: start) != nil,
            !(start..<end).contains(where: {
                words.length(ofFirst: HeadingUnitReader.duties, at: $0) != nil
            }),
            // "Công chức phụ trách văn hóa tham mưu …." is a sentence.
            end < words.count - 1 || words.text(words.count - 1) != "."
                || !(start..<end).contains(where: {
                    TaskVerbs.predicates.longest(in: words, at: $0) ?? 0 > 1
                })
        else {
            return nil
        }
        return [UnitPhrase(words: start..<end, name: start..<end)]
    }

    /// What somebody is told to do is no part of a name.
    private static let duties: [WordPhrase] = [
        "chịu trách nhiệm", "có trách nhiệm", "chủ trì", "phối hợp", "chỉ đạo", "trực tiếp",
    ]

    private static let staff = PhraseTree([
        "cán bộ", "chuyên viên", "công chức", "đồng chí", "phó chủ tịch", "chủ tịch", "thành viên",
        "các thành viên", "các phó chủ tịch", "người đứng đầu", "các đồng chí", "các chuyên viên",
        "tổ trưởng", "chủ các cơ sở", "kế toán", "nhân viên", "cộng tác viên", "thú y viên",
        "người có uy tín", "già làng", "các già làng",
    ])

    /// What a group does for a living, which is part of its name and no order.
    private static let trades = PhraseTree([
        "cung cấp", "quản lý", "sản xuất", "kinh doanh", "hoạt động", "phụ trách", "được giao",
    ])

    /// The rest of a heading is a sentence if a predicate follows the names.
    private func isSentence(_ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        let isWhole = range.upperBound >= words.count - 1
        if isWhole && words.text(words.count - 1) == "." || words[first].isMark { return true }
        if HeadingUnitReader.trades.longest(in: words, at: first) != nil { return false }
        return TaskVerbs.predicates.longest(in: words, at: first) != nil
    }
}
