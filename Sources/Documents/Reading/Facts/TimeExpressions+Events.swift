import Domain

/// Yearly days by their names, and times bounded by what happens.
extension TimeExpressions {
    /// "(thực hiện thường xuyên)", and "Thường xuyên" in a time field.
    func always(_ position: Int) -> TimeExpression? {
        if context.place == .timeField {
            guard let end = body.end(ofAny: ["thường xuyên", "liên tục"], at: position),
                !found.contains(where: { $0.meaning == .cycle(.continuous, date: nil) })
            else { return nil }
            return make(position, end, .cycle(.continuous, date: nil))
        }
        guard
            let end = body.end(
                ofAny: ["thực hiện thường xuyên", "thường xuyên thực hiện", "thường xuyên"],
                at: position),
            position > 0, body.scalars[position - 1] == "(",
            let close = body.at(body.skipSpaces(end)), close == ")" || close == ","
        else { return nil }
        return make(position, end, .cycle(.continuous, date: nil))
    }

    /// "Ngày Pháp luật Việt Nam (09/11)", "Tháng an toàn (tháng 10) hằng năm".
    ///
    /// The name is short and no full stop or semicolon parts it from its date.
    func namedDay(_ position: Int) -> TimeExpression? {
        guard body.isUpper(position),
            let word = body.end(ofAny: ["ngày", "tháng", "tuần lễ"], at: position),
            body.number(at: body.skipSpaces(word)) == nil
        else { return nil }
        let longest = min(body.count, position + 90)
        var next = word
        while next < longest, body.scalars[next] != ";", !body.isSentenceEnd(next) {
            if body.scalars[next] == "”" || body.scalars[next] == "\"" {
                // "“Ngày Pháp luật” (09/11)": the date right behind the quoted name.
                let start = body.skipSpaces(next + 1)
                guard
                    body.at(start) == "(" || body.at(start)?.isDigit == true
                        || body.hasWord("ngày", at: start)
                else { return nil }
            }
            let isOpen = body.scalars[next] == "("
            let start = isOpen ? body.skipSpaces(next + 1) : next
            if isOpen || (body.scalars[next].isDigit && body.isWordStart(next)) {
                guard let date = body.calendar(at: start), date.year == nil,
                    date.day != nil || (isOpen && date.month != nil)
                else { return nil }
                return yearlyDay(position, date, isOpen: isOpen)
            }
            next += 1
        }
        return nil
    }

    private func yearlyDay(_ position: Int, _ date: CalendarText, isOpen: Bool) -> TimeExpression? {
        var end = date.end
        if let cycle = cycleBehind(end) { end = cycle.end }
        if isOpen {
            guard body.at(body.skipSpaces(end)) == ")" else { return nil }
            end = body.skipSpaces(end) + 1
        }
        if let cycle = cycleBehind(end), cycle.recurrence == .yearly { end = cycle.end }
        return make(position, end, .yearlyDay(date))
    }

    // MARK: Bounded by an event

    private static let durations: [Phrase] = [
        "trong vòng", "trong thời hạn", "trong thời gian", "trong", "không quá", "ít nhất",
        "tối đa", "tối thiểu",
    ]

    /// "sau 03 ngày kể từ khi kết thúc đợt mưa": without the second half it is no bound.
    func daysAfter(_ position: Int) -> TimeExpression? {
        guard let word = body.end(of: "sau", at: position),
            let number = body.number(at: body.skipSpaces(word)),
            let unit = body.end(
                ofAny: ["ngày làm việc", "ngày", "giờ", "tuần"], at: body.skipSpaces(number.end)),
            body.end(ofAny: ["kể từ", "tính từ", "từ khi", "từ ngày"], at: body.skipSpaces(unit))
                != nil
        else { return nil }
        return duration(position, from: word)
    }

    /// "trong 24-48 giờ sau khi nước rút", "trong thời hạn 10 ngày kể từ ngày nhận".
    func duration(_ position: Int) -> TimeExpression? {
        guard let word = body.end(ofAny: Self.durations, at: position) else { return nil }
        return duration(position, from: word)
    }

    func duration(_ position: Int, from start: Int) -> TimeExpression? {
        var next = body.skipSpaces(start)
        if let word = body.end(ofAny: ["vòng", "sau", "không quá"], at: next) {
            next = body.skipSpaces(word)
        }
        guard let first = body.number(at: next) else { return nil }
        next = body.skipSpaces(first.end)
        if body.at(next)?.isDash == true, let last = body.number(at: body.skipSpaces(next + 1)) {
            next = body.skipSpaces(last.end)
        }
        guard let unit = body.end(ofAny: ["giờ", "ngày", "tháng", "phút", "tuần"], at: next) else {
            return nil
        }
        let isHours = body.end(ofAny: ["giờ", "phút"], at: next) != nil
        next = body.skipSpaces(unit)
        while let word = body.end(ofAny: ["làm việc", "đầu tiên", "đầu", ","], at: next) {
            next = body.skipSpaces(word)
        }
        if body.at(next) == "," { next = body.skipSpaces(next + 1) }
        if isBehindEvent(position) { return make(position, unit, .event) }
        guard isBoundedByEvent(next, position) else {
            // "khôi phục điện trong 12 giờ": hours run from what has happened.
            let isInside = body.end(ofAny: ["trong vòng", "trong"], at: position) != nil
            // "trong 05 ngày làm việc", "trong thời hạn 10 ngày": so do days that are a term.
            let isTerm =
                body.end(ofAny: ["trong vòng", "trong thời hạn"], at: position) != nil
                || isInside && body.end(of: "làm việc", at: body.skipSpaces(unit)) != nil
            guard isInside && isHours || isTerm, body.at(unit) != "/" else { return nil }
            let worked = body.end(of: "làm việc", at: body.skipSpaces(unit))
            return make(position, worked ?? unit, .event)
        }
        var end = next
        while end < body.count, !",;)".unicodeScalars.contains(body.scalars[end]),
            !body.isSentenceEnd(end)
        { end += 1 }
        return make(position, end, .event)
    }

    /// "… kể từ khi xảy ra", "… trước buổi làm việc": what the span is counted from.
    private func isBoundedByEvent(_ next: Int, _ position: Int) -> Bool {
        if body.end(
            ofAny: [
                "kể từ", "từ khi", "từ ngày", "từ lúc", "sau khi", "sau ngày", "tính từ",
                "trước khi", "trước ngày", "sau",
            ], at: next) != nil
        {
            return true
        }
        return body.hasWord("trước", at: next)
            && body.end(ofAny: Self.latest, at: position) != nil
    }

    /// "Khi kết thúc đợt mưa lũ, chậm nhất 03 ngày …": the event stands before; so also "khi có cháy
    /// báo cáo UBND xã trong vòng 02 giờ", "trước khi đốt ít nhất 01 ngày".
    private func isBehindEvent(_ position: Int) -> Bool {
        let clause = body.clause(around: position)
        if body.end(ofAny: ["trong vòng", "trong thời hạn"], at: position) != nil,
            body.first(ofAny: ["khi", "ngay khi", "sau khi"], in: clause.lowerBound..<position)
                != nil
        {
            return true
        }
        if body.end(ofAny: ["ít nhất", "tối thiểu"], at: position) != nil,
            let event = body.last(ofAny: ["trước khi"], in: clause.lowerBound..<position),
            position - event.upperBound < 25
        {
            return true
        }
        let end = body.trimSpaces(before: position)
        guard end > 0, body.scalars[end - 1] == "," else { return false }
        let behind: [Phrase] = ["sau khi", "ngay sau khi", "kể từ khi"]
        let first = body.skipSpaces(body.clause(around: position).lowerBound)
        let start = body.end(of: "định kỳ", at: first).map(body.skipSpaces) ?? first
        let opening: [Phrase] = [
            "khi", "sau mỗi", "sau từng", "kết thúc mỗi", "kết thúc từng", "mỗi khi", "kết thúc",
            "ngay sau", "sau đợt",
        ]
        return body.end(ofAny: behind + opening, at: start) != nil
            || body.first(ofAny: behind, in: start..<position) != nil
    }

    /// A time field that names no date but something that happens.
    mutating func happening() {
        guard
            body.first(
                ofAny: ["khi", "sau", "ngay", "kết thúc", "trước"], in: 0..<body.count) != nil,
            body.first(ofAny: ["quy định"], in: 0..<body.count) == nil
        else { return }
        var end = body.count
        while end > 0, body.scalars[end - 1].isBlank || body.scalars[end - 1] == "." { end -= 1 }
        if end > 0 { found.append(make(0, end, .event)) }
    }
}
