import Domain

/// Times from one day to another, and times that stand alone in a field or at the head of a sentence.
extension TimeExpressions {
    /// "từ ngày A đến ngày B", "Từ 01/7/2025".
    func range(_ position: Int) -> TimeExpression? {
        guard let word = body.end(of: "từ", at: position) else { return nil }
        guard var first = body.calendar(at: body.skipSpaces(word)) else {
            return days(position, behind: word)
        }
        let next = body.skipSpaces(first.end)
        if let to = body.end(ofAny: ["đến hết", "đến", "tới"], at: next),
            let last = body.calendar(at: body.skipSpaces(to)) ?? dayAlone(to)
        {
            var last = last
            // "Từ 04/5 đến 15/5" in a column of one year.
            if last.year == nil, context.place == .timeField { last.year = context.year }
            if first.year == nil { first.year = last.year }
            if first.year == nil { return nil }
            return make(position, last.end, .range(first, last))
        }
        if first.day != nil, body.at(next)?.isDash == true,
            let last = body.calendar(at: body.skipSpaces(next + 1)), last.day != nil,
            last.year != nil
        {
            first.year = first.year ?? last.year
            return make(position, last.end, .range(first, last))
        }
        if first.year == nil { return nil }
        // "- Từ ngày 04/02/2026: họp …": a row of a programme.
        if position == 0, body.at(next) == ":" { return make(position, first.end, .from(first)) }
        let starts = body.start(
            ofAny: ["bắt đầu", "thực hiện", "triển khai", "hoạt động"], before: position)
        guard context.place == .timeField || (starts != nil && first.day != nil) else {
            return nil
        }
        return make(position, first.end, .from(first))
    }

    /// "từ ngày 01 đến ngày 15/11/2028": the first day has the month of the last.
    func days(_ position: Int, behind word: Int) -> TimeExpression? {
        guard let ngay = body.end(of: "ngày", at: body.skipSpaces(word)),
            let first = body.number(at: body.skipSpaces(ngay)), (1...31).contains(first.value),
            let to = body.end(
                ofAny: ["đến hết", "đến", "tới"], at: body.skipSpaces(first.end))
                ?? (body.at(body.skipSpaces(first.end))?.isDash == true
                    ? body.skipSpaces(first.end) + 1 : nil),
            let last = body.calendar(at: body.skipSpaces(to)), last.day != nil, last.year != nil
        else { return nil }
        var start = last
        start.day = first.value
        return make(position, last.end, .range(start, last))
    }

    /// `đến 20/11/2025` behind a first date: the word "ngày" may be left out.
    private func dayAlone(_ position: Int) -> CalendarText? {
        body.calendar(at: body.skipSpaces(position))
    }

    /// "Giai đoạn 2026 - 2030" where a period is stated, not named.
    func phase(_ position: Int) -> TimeExpression? {
        if position == 0, let hours = phaseOfHours(position) { return hours }
        guard context.place == .timeField || opensStatement(position), !isInName(position) else {
            return nil
        }
        return span(at: position, from: position)
    }

    /// "Giai đoạn khẩn cấp (0-48 giờ): …", "Giai đoạn sau 72 giờ: …": counted from what has happened.
    private func phaseOfHours(_ position: Int) -> TimeExpression? {
        let limit = min(body.count, position + 60)
        guard let colon = (position..<limit).first(where: { body.scalars[$0] == ":" }),
            let number = (position..<colon).first(where: { body.scalars[$0].isDigit })
        else { return nil }
        var next = number
        while next < colon, !body.scalars[next].isWordPart || body.scalars[next].isDigit {
            next += 1
        }
        guard let unit = body.end(ofAny: ["giờ", "ngày", "h"], at: next) else { return nil }
        var end = body.skipSpaces(unit)
        if let word = body.end(ofAny: ["đầu tiên", "đầu", "sau"], at: end) {
            end = body.skipSpaces(word)
        }
        if body.at(end) == ")" { end = body.skipSpaces(end + 1) }
        return end == colon ? make(position, body.trimSpaces(before: colon), .event) : nil
    }

    /// "giai đoạn 2026 - 2030", "giai đoạn từ năm 2026 đến năm 2030".
    func span(at position: Int, from start: Int) -> TimeExpression? {
        guard let word = body.end(of: "giai đoạn", at: position) else { return nil }
        return years(at: body.skipSpaces(word), from: start)
    }

    private func years(at position: Int, from start: Int) -> TimeExpression? {
        var next = position
        if let word = body.end(ofAny: ["từ năm", "năm"], at: next) { next = body.skipSpaces(word) }
        guard let first = body.number(at: next), Script.years.contains(first.value) else {
            return nil
        }
        var mark = body.skipSpaces(first.end)
        if let word = body.end(ofAny: ["đến hết năm", "đến năm", "đến"], at: mark) {
            mark = word
        } else if body.at(mark)?.isDash == true {
            mark += 1
        } else {
            return nil
        }
        guard let last = body.number(at: body.skipSpaces(mark)), Script.years.contains(last.value)
        else { return nil }
        return make(
            start, last.end,
            .range(
                CalendarText(year: first.value, end: first.end),
                CalendarText(year: last.value, end: last.end)))
    }

    /// "ngày 06-07/3/2026", "các ngày 06, 07/3/2026": the days of an event.
    func fewDays(_ position: Int) -> TimeExpression? {
        guard context.place == .timeField || opensPartOfItem(position) || isHeld(position),
            let word = body.end(of: "ngày", at: position),
            let first = body.number(at: body.skipSpaces(word)), (1...31).contains(first.value)
        else { return nil }
        let mark = body.skipSpaces(first.end)
        guard
            let next = body.at(mark)?.isDash == true || body.at(mark) == ","
                ? body.skipSpaces(mark + 1)
                : body.end(of: "và", at: mark).map(body.skipSpaces),
            let last = body.calendar(at: next), let day = last.day, last.year != nil,
            day > first.value
        else { return nil }
        var begin = last
        begin.day = first.value
        return make(position, last.end, .range(begin, last))
    }

    private func opensPartOfItem(_ position: Int) -> Bool {
        let start =
            body.start(ofAny: ["các", "trong các", "vào các"], before: position) ?? position
        return context.place == .task && opensStatement(start)
    }

    /// A time that stands alone: anywhere in a time field, in a task where a sentence opens with it
    /// or where it follows "hoàn thành", "xong", or a bracket.
    func bare(_ position: Int) -> TimeExpression? {
        let isField = context.place == .timeField
        // "Theo Kế hoạch diễn tập năm 2027 của tỉnh": the year is of the name.
        if isField, body.hasWord("theo", at: body.skipSpaces(0)), isInName(position) { return nil }
        if isField || opensStatement(position), let week = week(at: position) {
            return make(position, week.end, .within(week))
        }
        if isField, body.scalars[position].isDigit, let years = years(at: position, from: position)
        {
            return years
        }
        guard let date = body.calendar(at: position) ?? (isField ? yearAlone(position) : nil),
            // "12/2027/NĐ-CP"
            body.at(date.end) != "/" || !body.isUpper(date.end + 1)
        else { return nil }
        if date.day == nil || isField, isField || opensStatement(position),
            let range = span(date, position)
        {
            return range
        }
        if isField {
            if let cycle = cycleBehind(date.end), date.year == nil {
                return make(position, cycle.end, .cycle(cycle.recurrence, date: date.lastDay))
            }
            if let last = listed(date) {
                // "Quý II, Quý III/2026" are two times, "Quý II, III/2026" is one.
                var first = date
                first.year = last.year
                return namesUnit(behind: date.end)
                    ? make(position, date.end, .within(first))
                    : make(position, last.end, .within(last))
            }
            if date.day == nil { return make(position, date.end, .within(date)) }
            return make(position, date.end, context.isDue ? .by(date) : .on(date))
        }
        if date.year == nil, date.month != nil, opensStatement(position),
            let cycle = cycleBehind(date.end), cycle.recurrence == .yearly
        {
            return make(position, cycle.end, .cycle(.yearly, date: date.lastDay))
        }
        // "Tháng 2 và tháng 8 hằng năm": each of them.
        if date.year == nil, date.month != nil, date.day == nil, opensStatement(position),
            isFirstOfYearly(behind: date.end)
        {
            return make(position, date.end, .cycle(.yearly, date: date.lastDay))
        }
        if date.year == nil, date.day == nil, opensStatement(position), let last = listed(date) {
            return make(position, last.end, .within(last))
        }
        if date.year != nil, date.day != nil,
            isHeld(position) || position == 0 && (isRow(date.end) || opensEvent(date.end))
        {
            return make(position, date.end, .on(date))
        }
        if date.year == nil, isStep(position, date) {
            return make(position, date.end, .within(date))
        }
        guard date.year != nil, date.day == nil, !body.scalars[position].isDigit,
            opensStatement(position), !isOfBudget(position)
        else { return nil }
        return make(position, date.end, .within(date))
    }

    /// "Quý I đạt 25%, quý II đạt 50%": months and quarters of the plan's year, each with its step.
    private func isStep(_ position: Int, _ date: CalendarText) -> Bool {
        guard context.place != .timeField, date.day == nil, date.month != nil || date.quarter != nil
        else {
            return false
        }
        let before = body.trimSpaces(before: position) - 1
        guard opensStatement(position) || body.at(before) == ",",
            let word = body.end(
                ofAny: ["đạt", "hoàn thành", "phấn đấu", "phấn đấu đạt"],
                at: body.skipSpaces(date.end))
        else { return false }
        var next = body.skipSpaces(word)
        if let bound = body.end(ofAny: QuantityText.floors, at: next) {
            next = body.skipSpaces(bound)
        }
        return body.at(next)?.isDigit == true
    }

    /// "Ngày 16/4/2026: làm việc …", "Ngày 16/4/2026 (sáng): …": a row of a programme.
    private func isRow(_ end: Int) -> Bool {
        var next = body.skipSpaces(end)
        if body.at(next) == "(" {
            while next < body.count, body.scalars[next] != ")" { next += 1 }
            next = body.skipSpaces(min(next + 1, body.count))
        }
        return body.at(next) == ":"
    }

    /// "Ngày 15/5/2026 tổ chức hội thi", "Ngày 15/5/2026, khai mạc …".
    private func opensEvent(_ end: Int) -> Bool {
        var next = body.skipSpaces(end)
        if body.at(next) == "," { next = body.skipSpaces(next + 1) }
        return context.place == .task && body.end(ofAny: Self.events, at: next) != nil
    }

    private func namesUnit(behind position: Int) -> Bool {
        var next = body.skipSpaces(position)
        if body.at(next) == "," { next = body.skipSpaces(next + 1) }
        if let word = body.end(of: "và", at: next) { next = body.skipSpaces(word) }
        return body.end(ofAny: ["tháng", "quý", "quí"], at: next) != nil
    }

    private static let events: [Phrase] = [
        "tổ chức", "khai mạc", "bế mạc", "phát động", "ra quân", "diễn ra", "khai giảng",
        "công bố", "tiến hành",
    ]

    /// "tổ chức lễ phát động ngày 05/9/2026": an event on its day, and no document of that day.
    private func isHeld(_ position: Int) -> Bool {
        guard context.place == .task, body.hasWord("ngày", at: position) else { return false }
        let clause = body.clause(around: position)
        guard let event = body.last(ofAny: Self.events, in: clause.lowerBound..<position) else {
            return false
        }
        let between = event.upperBound..<position
        return !body.scalars[between].contains("/") && !body.scalars[between].contains(",")
            && body.first(ofAny: Self.titled, in: between) == nil
            && body.first(ofAny: ["số", "luật", "bầu cử"], in: between) == nil
    }

    /// "tháng 11/2025 đến tháng 4/2026" without "từ".
    func span(_ first: CalendarText, _ position: Int) -> TimeExpression? {
        let next = body.skipSpaces(first.end)
        let start: Int
        if let word = body.end(ofAny: ["đến hết", "đến"], at: next) {
            start = word
        } else if body.at(next)?.isDash == true {
            start = next + 1
        } else {
            return nil
        }
        guard let last = body.calendar(at: body.skipSpaces(start)),
            last.span == first.span || first.year != nil,
            last.year != nil
        else { return months(first, to: start, position) }
        var first = first
        if first.year == nil { first.year = last.year }
        return make(position, last.end, .range(first, last))
    }

    /// "Tháng 01 - 12" in a column of one year, "Tháng 3 - 5/2026".
    private func months(
        _ first: CalendarText, to start: Int, _ position: Int
    ) -> TimeExpression? {
        guard first.span == .month, first.year == nil,
            let number = body.number(at: body.skipSpaces(start)), (1...12).contains(number.value)
        else { return nil }
        var last = CalendarText(month: number.value, end: number.end)
        let mark = body.at(number.end)
        if mark == "/", let year = body.number(at: number.end + 1),
            Script.years.contains(year.value)
        {
            last.year = year.value
            last.end = year.end
        } else if let year = body.year(at: body.skipSpaces(number.end)) {
            last.year = year.year
            last.end = year.end
        }
        guard let year = last.year ?? context.year else { return nil }
        last.year = year
        var begin = first
        begin.year = year
        return make(position, last.end, .range(begin, last))
    }

    func isFirstOfYearly(behind position: Int) -> Bool {
        guard let next = behindJoint(position), let second = body.calendar(at: next),
            second.year == nil, second.month != nil
        else { return false }
        return cycleBehind(second.end)?.recurrence == .yearly
    }

    /// "Tháng 2 và tháng 8 hằng năm": the second of them.
    mutating func listMonth(after first: TimeExpression) {
        guard isFirstOfYearly(behind: first.range.upperBound),
            let next = behindJoint(first.range.upperBound), let second = body.calendar(at: next),
            let cycle = cycleBehind(second.end)
        else { return }
        found.append(make(next, cycle.end, .cycle(.yearly, date: second.lastDay)))
    }

    /// Behind "và" or a comma.
    func behindJoint(_ position: Int) -> Int? {
        let next = body.skipSpaces(position)
        if body.at(next) == "," { return body.skipSpaces(next + 1) }
        return body.end(of: "và", at: next).map(body.skipSpaces)
    }

    private func yearAlone(_ position: Int) -> CalendarText? {
        // "Nghị định số 12/2027/NĐ-CP": a part of its number.
        guard let year = body.number(at: position), Script.years.contains(year.value),
            body.at(position - 1) != "/", body.at(year.end) != "/"
        else { return nil }
        return CalendarText(year: year.value, end: year.end)
    }

    /// "Tháng 11, 12/2025", "Quý III, IV/2026": the last one, with the year of all.
    func listed(_ first: CalendarText) -> CalendarText? {
        guard first.year == nil, first.day == nil else { return nil }
        var next = body.skipSpaces(first.end)
        if let mark = body.at(next), mark == "," || mark.isDash {
            next = body.skipSpaces(next + 1)
        } else if let word = body.end(of: "và", at: next) {
            next = body.skipSpaces(word)
        } else {
            return nil
        }
        if let word = body.end(ofAny: ["tháng", "quý", "quí"], at: next) {
            next = body.skipSpaces(word)
        }
        let word = first.quarter == nil ? "tháng " : "quý "
        let rest = Script(word + body.text(next..<min(next + 12, body.count)))
        guard var last = rest.calendar(at: 0) else { return nil }
        last.end += next - word.unicodeScalars.count
        // "Quý II, III, IV/2026"
        return last.year == nil ? listed(last) : last
    }
}
