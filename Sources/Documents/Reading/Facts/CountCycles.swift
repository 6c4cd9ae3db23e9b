/// How often a count is made: "05 lượt/tuần", "mỗi tháng 02 chuyên mục".
extension QuantityText {
    private static let cycles: [(Phrase, String)] = [
        ("ngày", "day"), ("tuần", "week"), ("tháng", "month"), ("quý", "quarter"), ("năm", "year"),
    ]

    /// `/tuần`, `/thôn/năm`, `mỗi tháng`, `một năm` behind the unit.
    func frequency(behind position: Int) -> (name: String, end: Int)? {
        var next = body.skipSpaces(position)
        if body.at(next) == "/" {
            next = body.skipSpaces(next + 1)
            if let cycle = cycle(at: next) { return cycle }
            // "01 buổi/trường/năm", "02 lần/cơ sở/quý": of each of them.
            let mark = wordsEnd(next)
            guard mark > next, body.at(mark) == "/" else { return nil }
            next = body.skipSpaces(mark + 1)
        } else if let word = body.end(
            ofAny: ["mỗi", "trong một", "một", "hằng", "hàng"], at: next)
        {
            next = body.skipSpaces(word)
        } else {
            return nil
        }
        return cycle(at: next)
    }

    /// "tuần", "01 tuần", "06 tháng".
    private func cycle(at position: Int) -> (name: String, end: Int)? {
        let number = body.number(at: position)
        let next = number.map { body.skipSpaces($0.end) } ?? position
        switch number?.value ?? 1 {
        case 1:
            for (phrase, name) in Self.cycles {
                if let end = body.end(of: phrase, at: next) { return (name, end) }
            }
            return nil
        case 3: return body.end(of: "tháng", at: next).map { ("quarter", $0) }
        case 6: return body.end(of: "tháng", at: next).map { ("half_year", $0) }
        default: return nil
        }
    }

    /// "20 ca tuần tra/tháng": what is counted has a word more.
    func frequencyBehindNoun(_ position: Int) -> (name: String, end: Int)? {
        let end = wordsEnd(position)
        guard end > position, body.at(end) == "/" else { return nil }
        return frequency(behind: end)
    }

    /// The end of a few words without digits.
    private func wordsEnd(_ position: Int) -> Int {
        var end = position
        while end < body.count, end - position < 25,
            body.scalars[end].isBlank || body.scalars[end].isWordPart && !body.scalars[end].isDigit
        {
            end += 1
        }
        return end
    }

    /// "02 chuyên mục và 10 tin, bài mỗi tháng": the cycle behind the last is of all.
    func sharedFrequency(behind unit: CountUnit) -> String? {
        var end = unit.end
        let limit = min(body.clause(around: start).upperBound, unit.end + 60)
        while end < limit {
            guard body.scalars[end].isDigit else {
                end += 1
                continue
            }
            guard let joint = body.start(ofAny: ["và"], before: openingOfCount(end)) ?? comma(end),
                joint >= unit.end, let number = body.decimal(at: end),
                let next = CountUnit.read(body, at: body.skipSpaces(number.end))
            else { return nil }
            if let cycle = frequency(behind: next.end) ?? frequencyBehindNoun(next.end) {
                return cycle.name
            }
            end = next.end
        }
        return nil
    }

    /// Before the bound and the verb of a further count.
    private func openingOfCount(_ number: Int) -> Int {
        let bound = body.start(ofAny: Self.least, before: number) ?? number
        return CountVerbs.making.start(in: body, before: bound) ?? bound
    }

    private func comma(_ number: Int) -> Int? {
        let mark = body.trimSpaces(before: openingOfCount(number)) - 1
        return body.at(mark) == "," ? mark : nil
    }
    /// "mỗi tháng 02 chuyên mục": the cycle stands before, few words between.
    func eachBefore() -> String? {
        let part = body.part(around: start)
        guard let each = body.last(ofAny: ["mỗi", "một"], in: part.lowerBound..<start),
            start - each.upperBound < 40
        else { return nil }
        for (phrase, name) in Self.cycles
        where body.hasWord(phrase, at: body.skipSpaces(each.upperBound)) { return name }
        return nil
    }

    private static let bare: Set<String> = [
        "time", "session", "broadcast", "episode", "news item", "inspection", "check", "patrol",
        "drill", "shift",
    ]

    /// "ngày 01 buổi": the cycle stands directly before.
    func bareCycle(_ unit: CountUnit) -> String? {
        guard Self.bare.contains(unit.name),
            let word = body.start(ofAny: ["ngày", "tuần", "tháng"], before: start),
            body.start(ofAny: ["trước", "từ", "đến", "vào", "trong"], before: word) == nil,
            body.at(body.trimSpaces(before: word) - 1)?.isDigit != true
        else { return nil }
        return Self.cycles.first { body.hasWord($0.0, at: word) }?.1
    }
}
