import Domain

/// Finds the time expressions of a text from left to right, none overlapping.
struct TimeExpressions {
    let body: Script
    let context: DeadlineContext
    private(set) var found: [TimeExpression] = []

    init(_ body: Script, context: DeadlineContext) {
        self.body = body
        self.context = context
        var position = 0
        while position < body.count {
            guard body.isWordStart(position) else {
                position += 1
                continue
            }
            if let end = citedDate(at: position) {
                position = end
            } else if let time = expression(at: position) {
                found.append(time)
                if case .cycle = time.meaning { listCycles(after: time.range.upperBound) }
                if case .within(let date) = time.meaning, date.year != nil {
                    listWithin(after: time)
                }
                if case .by(let date) = time.meaning, date.year == nil, date.day != nil {
                    listDay(after: time)
                }
                listBehindBracket()
                position = found.last?.range.upperBound ?? time.range.upperBound
            } else {
                position = body.wordEnd(position)
            }
        }
        if found.isEmpty, context.place == .timeField { happening() }
    }

    private func expression(at position: Int) -> TimeExpression? {
        switch body.lower[position] {
        case "t":
            return before(position) ?? range(position) ?? duration(position)
                ?? within(position) ?? atMeeting(position) ?? always(position)
                ?? namedDay(position) ?? weekday(position) ?? bare(position)
        case "c":
            return before(position) ?? following(position) ?? endOfYear(position)
                ?? everyDay(position) ?? weekday(position)
        case "m": return before(position) ?? cycle(position)
        case "đ": return upTo(position) ?? periodically(position)
        case "d": return following(position)
        case "h": return cycle(position) ?? wholeYear(position)
        case "n":
            return namedDay(position) ?? following(position) ?? bare(position)
                ?? dayOfCycle(position, at: position, isBare: true)
        case "g": return phase(position)
        case "v": return within(position)
        case "k", "í": return duration(position)
        case "q": return bare(position)
        case "l": return always(position) ?? atHours(position)
        default:
            return body.scalars[position].digit == nil
                ? nil : times(position) ?? everySo(position) ?? bare(position)
        }
    }

    /// "Quyết định số 1441/QĐ-UBND ngày 25/9/2025": the day belongs to the document.
    private func citedDate(at position: Int) -> Int? {
        guard context.place == .timeField, let word = body.end(of: "ngày", at: position),
            let date = body.day(at: body.skipSpaces(word))
        else { return nil }
        let end = body.trimSpaces(before: position)
        var start = end
        while start > 0, !body.scalars[start - 1].isBlank { start -= 1 }
        let isNumber =
            (start..<end).contains { body.scalars[$0] == "/" }
            && (start..<end).contains { body.isUpper($0) }
        return isNumber ? date.end : nil
    }

    private func make(
        _ start: Int, _ end: Int, _ meaning: TimeExpression.Meaning, strict: Bool = false
    ) -> TimeExpression {
        TimeExpression(range: start..<end, meaning: meaning, isStrict: strict)
    }

    // MARK: Until a time

    private static let latest: [Phrase] = [
        "chậm nhất là", "chậm nhất", "muộn nhất là", "muộn nhất",
    ]

    /// "trước ngày …", "chậm nhất là ngày …".
    private func before(_ position: Int) -> TimeExpression? {
        if let word = body.end(of: "trước", at: position) {
            if isOfThePast(position) { return nil }
            return until(position, from: word, strict: true) ?? daysAhead(position, from: word)
        }
        guard let word = body.end(ofAny: Self.latest, at: position) else { return nil }
        if let meeting = meeting(at: body.skipSpaces(word)), meeting.year != nil {
            return make(position, meeting.end, .by(meeting))
        }
        var start = body.skipSpaces(word)
        var strict = false
        if let next = body.end(ofAny: ["vào", "đến", "trong", "trước"], at: start) {
            strict = body.has("trước", at: start)
            start = next
        }
        return until(position, from: start, strict: strict) ?? duration(position, from: start)
    }

    /// "đến ngày …", "đến hết năm …", "đến năm …".
    private func upTo(_ position: Int) -> TimeExpression? {
        guard let word = body.end(of: "đến", at: position), !isOfThePast(position) else {
            return nil
        }
        let start = body.skipSpaces(word)
        if let year = body.year(at: start) {
            guard context.place == .timeField || isAim(position) else { return nil }
            return make(position, year.end, .by(year))
        }
        guard let time = until(position, from: word, strict: false) else { return nil }
        if case .by(let date) = time.meaning, date.span == .year, isInName(position) { return nil }
        return time
    }

    /// "hết năm 2026", "hết quý II/2026", without "đến".
    private func wholeYear(_ position: Int) -> TimeExpression? {
        guard let word = body.end(of: "hết", at: position),
            let date = body.calendar(at: body.skipSpaces(word)), date.year != nil
        else { return nil }
        return make(position, date.end, .by(date))
    }

    private static let parts: [Phrase] = ["hết", "cuối", "ngay", "khoảng"]

    /// A time behind "trước", "đến" or "chậm nhất": a clock time may stand before the date.
    private func until(_ position: Int, from start: Int, strict: Bool) -> TimeExpression? {
        var next = body.skipSpaces(start)
        while let part = body.end(ofAny: Self.parts, at: next) { next = body.skipSpaces(part) }
        if let clock = clock(at: next) {
            next = body.skipSpaces(clock)
            if body.at(next) == "," { next = body.skipSpaces(next + 1) }
            if let cycle = cycleWord(next) {
                return make(position, cycle.end, .cycle(cycle.recurrence, date: nil))
            }
        }
        guard let date = body.calendar(at: next) else { return dayOfCycle(position, at: next) }
        let isShort = body.scalars[next].digit != nil
        if let cycle = cycleBehind(date.end), date.year == nil {
            return make(position, cycle.end, .cycle(cycle.recurrence, date: date.lastDay))
        }
        // "trước 30/11" is a day, "đến 2/3" a share.
        let isShare =
            !strict || body.end(ofAny: ["số", "tổng"], at: body.skipSpaces(date.end)) != nil
        if isShort && date.year == nil && context.place != .timeField && isShare { return nil }
        return make(position, date.end, .by(date), strict: strict)
    }

    /// "ngày 20 hằng tháng", "ngày 15 của tháng cuối quý".
    private func dayOfCycle(
        _ position: Int, at start: Int, isBare: Bool = false
    ) -> TimeExpression? {
        guard let word = body.end(of: "ngày", at: start),
            let day = body.number(at: body.skipSpaces(word)), (1...31).contains(day.value)
        else { return nil }
        let date = day.value < 10 ? "---0\(day.value)" : "---\(day.value)"
        if let cycle = cycleBehind(day.end) {
            return make(position, cycle.end, .cycle(cycle.recurrence, date: date))
        }
        var next = body.skipSpaces(day.end)
        if let of = body.end(of: "của", at: next) { next = body.skipSpaces(of) }
        if let end = body.end(
            ofAny: ["tháng cuối quý", "tháng cuối mỗi quý", "tháng cuối của quý"], at: next)
        {
            return make(position, end, .cycle(.quarterly, date: date))
        }
        if let end = body.end(
            ofAny: ["tháng sau", "tháng tiếp theo", "tháng kế tiếp", "tháng liền kề"], at: next)
        {
            return make(position, end, .cycle(.monthly, date: date))
        }
        if !isBare, body.at(next) == ")", let cycle = cycleBeforeBracket(position) {
            return make(position, day.end, .cycle(cycle, date: date))
        }
        // "hằng tháng (trước ngày 20)": the cycle stands before.
        guard !isBare, let cycle = found.last, body.at(next) != "/",
            body.end(of: "tháng", at: next) == nil,
            body.clause(around: position).contains(cycle.range.lowerBound)
        else { return nil }
        switch cycle.meaning {
        case .cycle(.monthly, date: nil):
            return make(position, day.end, .cycle(.monthly, date: date))
        case .cycle(.quarterly, date: nil):
            return make(position, day.end, .cycle(.quarterly, date: date))
        default: return nil
        }
    }

    /// `17 giờ`, `19h00’`, `16 giờ 30 phút`.
    private func clock(at position: Int) -> Int? {
        guard let hour = body.number(at: position), hour.value <= 24 else { return nil }
        var end = body.skipSpaces(hour.end)
        guard let word = body.end(of: "giờ", at: end) else { return leadingHour(position) }
        end = word
        if let minute = body.number(at: body.skipSpaces(word)), minute.value < 60 {
            end = minute.end
            if let word = body.end(of: "phút", at: body.skipSpaces(end)) { end = word }
        }
        return end
    }

    /// `19h00’`: digits and letter run together.
    private func leadingHour(_ position: Int) -> Int? {
        var end = position
        while let digit = body.at(end)?.digit, digit >= 0, end - position < 2 { end += 1 }
        guard end > position, body.at(end) == "h" || body.at(end) == "g" else { return nil }
        end += 1
        while body.at(end)?.digit != nil { end += 1 }
        if let mark = body.at(end), mark == "'" || mark == "’" { end += 1 }
        return end
    }

    // MARK: Within a time

    private static let inside: [Phrase] = ["ngay trong", "trong", "vào"]

    /// "trong năm …", "trong tháng …", "vào cuối năm …", "trong giai đoạn y - z".
    private func within(_ position: Int) -> TimeExpression? {
        guard let word = body.end(ofAny: Self.inside, at: position) else { return nil }
        var start = body.skipSpaces(word)
        if body.hasWord("giai đoạn", at: start), let phase = span(at: start, from: position) {
            return isInName(position) ? nil : phase
        }
        while let part = body.end(ofAny: ["cuối", "đầu", "giữa", "khoảng"], at: start) {
            start = body.skipSpaces(part)
        }
        if let half = halfYear(at: start) { return make(position, half.end, .within(half)) }
        if let week = week(at: start) { return make(position, week.end, .within(week)) }
        if let hour = clock(at: start) {
            // "vào 7 giờ 30, ngày 05/3/2027"
            start = body.skipSpaces(hour)
            if body.at(start) == "," { start = body.skipSpaces(start + 1) }
        }
        guard var date = body.calendar(at: start), !body.scalars[start].isDigit else {
            return dayOfCycle(position, at: start)
        }
        if date.year == nil, let last = listed(date) { date = last }
        if date.day != nil {
            if let cycle = cycleBehind(date.end), date.year == nil {
                return make(position, cycle.end, .cycle(cycle.recurrence, date: date.lastDay))
            }
            // "Hoàn thành trong ngày 27/9/2025": until the day is over.
            if body.hasWord("trong", at: position), date.year != nil,
                body.start(ofAny: Self.completions, before: position) != nil
            {
                return make(position, date.end, .within(date))
            }
            let isOneDay =
                body.hasWord("vào", at: position)
                || body.hasWord("trong", at: position) && body.hasWord("ngày", at: start)
            return isOneDay && date.year != nil ? make(position, date.end, .on(date)) : nil
        }
        if date.span == .year, isInName(position) { return nil }
        if let cycle = cycleBehind(date.end), date.year == nil {
            return make(position, cycle.end, .cycle(.yearly, date: date.lastDay))
        }
        if date.year == nil && context.year == nil && context.place != .timeField { return nil }
        return make(position, date.end, .within(date))
    }

    private static let weeks: [(Phrase, Int)] = [
        ("thứ nhất", 7), ("đầu tiên", 7), ("thứ hai", 14), ("thứ ba", 21), ("thứ tư", 28),
    ]

    /// "tuần thứ ba của tháng 9/2026": the seven days up to the 21st.
    private func week(at position: Int) -> CalendarText? {
        guard let word = body.end(of: "tuần", at: position) else { return nil }
        for (phrase, day) in Self.weeks {
            guard let end = body.end(of: phrase, at: body.skipSpaces(word)) else { continue }
            let next = body.skipSpaces(end)
            let start = body.end(of: "của", at: next).map(body.skipSpaces) ?? next
            guard var date = body.month(at: start), date.year != nil else { return nil }
            date.day = day
            return date
        }
        return nil
    }

    /// "lúc 11 giờ, 16 giờ và 19 giờ ngày 15/3/2026".
    private func atHours(_ position: Int) -> TimeExpression? {
        guard var next = body.end(of: "lúc", at: position).map(body.skipSpaces) else { return nil }
        guard clock(at: next) != nil else { return nil }
        while let end = clock(at: next) {
            next = body.skipSpaces(end)
            if body.at(next) == "," {
                next = body.skipSpaces(next + 1)
            } else if let word = body.end(ofAny: ["và", "đến", "-"], at: next) {
                next = body.skipSpaces(word)
            }
        }
        guard let date = body.calendar(at: next), date.day != nil, date.year != nil else {
            return nil
        }
        return make(position, date.end, .on(date))
    }

    /// "6 tháng đầu năm 2026", "6 tháng cuối năm 2026".
    private func halfYear(at position: Int) -> CalendarText? {
        guard let number = body.number(at: position), number.value == 6 else { return nil }
        let start = body.skipSpaces(number.end)
        for (phrase, month) in [("tháng đầu" as Phrase, 6), ("tháng cuối", 12)] {
            guard let word = body.end(of: phrase, at: start) else { continue }
            if var year = body.year(at: body.skipSpaces(word)) {
                year.month = month
                return year
            }
            // "trong 6 tháng đầu năm" of the plan's year.
            if let end = body.end(of: "năm", at: body.skipSpaces(word)), let year = context.year {
                return CalendarText(month: month, year: year, end: end)
            }
        }
        return nil
    }

    /// "từ ngày A đến ngày B", "Từ 01/7/2025".
    private func range(_ position: Int) -> TimeExpression? {
        guard let word = body.end(of: "từ", at: position) else { return nil }
        guard var first = body.calendar(at: body.skipSpaces(word)) else {
            return days(position, behind: word)
        }
        let next = body.skipSpaces(first.end)
        if let to = body.end(ofAny: ["đến hết", "đến", "tới"], at: next),
            let last = body.calendar(at: body.skipSpaces(to)) ?? dayAlone(to)
        {
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
    private func days(_ position: Int, behind word: Int) -> TimeExpression? {
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
    private func phase(_ position: Int) -> TimeExpression? {
        guard context.place == .timeField || position == 0 else { return nil }
        return span(at: position, from: position)
    }

    /// "giai đoạn 2026 - 2030", "giai đoạn từ năm 2026 đến năm 2030".
    private func span(at position: Int, from start: Int) -> TimeExpression? {
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

    /// A time that stands alone: anywhere in a time field, in a task where a sentence opens with it
    /// or where it follows "hoàn thành", "xong", or a bracket.
    private func bare(_ position: Int) -> TimeExpression? {
        let isField = context.place == .timeField
        if isField, body.scalars[position].isDigit, let years = years(at: position, from: position)
        {
            return years
        }
        guard let date = body.calendar(at: position) ?? (isField ? yearAlone(position) : nil)
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
        if date.year == nil, date.day == nil, opensStatement(position), let last = listed(date) {
            return make(position, last.end, .within(last))
        }
        if date.year != nil, date.day != nil,
            isHeld(position) || position == 0 && isRow(date.end)
        {
            return make(position, date.end, .on(date))
        }
        guard date.year != nil, date.day == nil, !body.scalars[position].isDigit,
            opensStatement(position), !isOfBudget(position)
        else { return nil }
        return make(position, date.end, .within(date))
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
    private func span(_ first: CalendarText, _ position: Int) -> TimeExpression? {
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

    private func yearAlone(_ position: Int) -> CalendarText? {
        guard let year = body.number(at: position), Script.years.contains(year.value) else {
            return nil
        }
        return CalendarText(year: year.value, end: year.end)
    }

    /// "Tháng 11, 12/2025", "Quý III, IV/2026": the last one, with the year of all.
    private func listed(_ first: CalendarText) -> CalendarText? {
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

    // MARK: Again and again

    private static let cycleWords: [(Phrase, Deadline.Recurrence)] = [
        ("năm", .yearly), ("quý", .quarterly), ("quí", .quarterly), ("tháng", .monthly),
        ("tuần", .weekly), ("ngày", .daily),
    ]

    /// "hằng năm", "hàng tháng", "mỗi quý" at a position.
    private func cycleWord(_ position: Int) -> (recurrence: Deadline.Recurrence, end: Int)? {
        guard let word = body.end(ofAny: ["hằng", "hàng", "mỗi"], at: position) else { return nil }
        let start = body.skipSpaces(word)
        for (unit, recurrence) in Self.cycleWords {
            if let end = body.end(of: unit, at: start) {
                return body.number(at: body.skipSpaces(end)) == nil
                    || !body.hasWord("năm", at: start)
                    ? (recurrence, end) : nil
            }
        }
        return nil
    }

    /// A cycle directly behind a date, a stray stroke or comma between.
    private func cycleBehind(_ position: Int) -> (recurrence: Deadline.Recurrence, end: Int)? {
        var next = body.skipSpaces(position)
        if let mark = body.at(next), mark == "/" || mark == "," || mark == "(" {
            next = body.skipSpaces(next + 1)
        }
        return cycleWord(next)
    }

    private static let payments: [Phrase] = [
        "trợ cấp", "phụ cấp", "lương", "mặt", "bán", "sinh hoạt phí",
    ]

    private func cycle(_ position: Int) -> TimeExpression? {
        guard let cycle = cycleWord(position),
            body.start(ofAny: Self.payments, before: position) == nil
        else { return nil }
        return make(position, cycle.end, .cycle(cycle.recurrence, date: nil))
    }

    /// "báo cáo 02 lần/ngày": how often it is done.
    private func times(_ position: Int) -> TimeExpression? {
        guard body.isOfReports(position),
            let number = body.number(at: position),
            let word = body.end(of: "lần", at: body.skipSpaces(number.end))
        else { return nil }
        var next = body.skipSpaces(word)
        if body.at(next) == "/" {
            next = body.skipSpaces(next + 1)
        } else if let each = body.end(ofAny: ["mỗi", "một", "trong"], at: next) {
            next = body.skipSpaces(each)
        }
        for (unit, recurrence) in Self.cycleWords {
            if let end = body.end(of: unit, at: next) {
                return make(position, end, .cycle(recurrence, date: nil))
            }
        }
        return nil
    }

    /// "01 tháng/lần", "03 tháng một lần".
    private func everySo(_ position: Int) -> TimeExpression? {
        guard let number = body.number(at: position) else { return nil }
        for (unit, recurrence) in Self.cycleWords {
            guard let word = body.end(of: unit, at: body.skipSpaces(number.end)) else { continue }
            var next = body.skipSpaces(word)
            if body.at(next) == "/" { next = body.skipSpaces(next + 1) }
            if let one = body.end(ofAny: ["một", "1", "01"], at: next) {
                next = body.skipSpaces(one)
            }
            guard let end = body.end(of: "lần", at: next) else { return nil }
            switch (number.value, recurrence) {
            case (1, _): return make(position, end, .cycle(recurrence, date: nil))
            case (3, .monthly): return make(position, end, .cycle(.quarterly, date: nil))
            case (6, .monthly): return make(position, end, .cycle(.halfYearly, date: nil))
            case (12, .monthly): return make(position, end, .cycle(.yearly, date: nil))
            default: return nil
            }
        }
        return nil
    }

    /// "trước ngày 01/6 và 15/11 hằng năm": the second day, with the cycle of both.
    private mutating func listDay(after first: TimeExpression) {
        var next = body.skipSpaces(first.range.upperBound)
        if body.at(next) == "," {
            next = body.skipSpaces(next + 1)
        } else if let word = body.end(ofAny: ["và", "hoặc"], at: next) {
            next = body.skipSpaces(word)
        } else {
            return
        }
        let start = next
        if let word = body.end(of: "trước", at: next) { next = body.skipSpaces(word) }
        guard let second = body.calendar(at: next), second.day != nil, second.year == nil else {
            return
        }
        if let cycle = cycleBehind(second.end) {
            found.append(make(start, cycle.end, .cycle(cycle.recurrence, date: second.lastDay)))
        } else {
            found.append(make(start, second.end, .by(second), strict: first.isStrict))
        }
    }

    /// "trong quý III năm 2026 và quý I năm 2027": two times, each with its year.
    private mutating func listWithin(after first: TimeExpression) {
        var next = body.skipSpaces(first.range.upperBound)
        if body.at(next) == "," {
            next = body.skipSpaces(next + 1)
        } else if let word = body.end(of: "và", at: next) {
            next = body.skipSpaces(word)
        } else {
            return
        }
        guard let second = body.calendar(at: next), second.year != nil, second.day == nil,
            !body.scalars[next].isDigit
        else { return }
        found.append(make(next, second.end, .within(second)))
    }

    /// "hằng tháng, quý, năm": what follows the first goes on with it.
    private mutating func listCycles(after position: Int) {
        var next = position
        while let item = listedCycle(after: next) {
            found.append(item)
            next = item.range.upperBound
        }
    }

    /// "hằng tháng (trước ngày 25), quý, năm": the list goes on behind the day in brackets.
    private mutating func listBehindBracket() {
        guard found.count > 1, let last = found.last, case .cycle = found[found.count - 2].meaning
        else { return }
        let close = body.skipSpaces(last.range.upperBound)
        if body.at(close) == ")" { listCycles(after: close + 1) }
    }

    private func listedCycle(after position: Int) -> TimeExpression? {
        var next = body.skipSpaces(position)
        if body.at(next) == "," {
            next = body.skipSpaces(next + 1)
        } else if let word = body.end(ofAny: ["và", "hoặc"], at: next) {
            next = body.skipSpaces(word)
        } else {
            return nil
        }
        if let half = halves(at: next) { return make(next, half, .cycle(.halfYearly, date: nil)) }
        if let one = body.number(at: next), one.value == 1 { next = body.skipSpaces(one.end) }
        for (unit, recurrence) in Self.cycleWords {
            guard let end = body.end(of: unit, at: next) else { continue }
            let follows = body.skipSpaces(end)
            let isClosed =
                follows == body.count || !body.scalars[follows].isWordPart
                || body.end(ofAny: Self.behindCycles, at: follows) != nil
            return isClosed ? make(next, end, .cycle(recurrence, date: nil)) : nil
        }
        return nil
    }

    private static let behindCycles: [Phrase] = [
        "và", "hoặc", "theo", "báo", "về", "gửi", "tổng hợp", "kịp thời", "thực hiện", "đánh giá",
        "rà soát", "sơ kết", "tổng kết", "cùng",
    ]

    /// "6 tháng", "06 tháng/lần", as a cycle.
    private func halves(at position: Int) -> Int? {
        guard let number = body.number(at: position), number.value == 6,
            let end = body.end(of: "tháng", at: body.skipSpaces(number.end))
        else { return nil }
        let next = body.skipSpaces(end)
        if body.at(next) == "/", let word = body.end(of: "lần", at: body.skipSpaces(next + 1)) {
            return word
        }
        return body.end(ofAny: ["đầu", "cuối"], at: next) == nil ? end : nil
    }

    private func periodically(_ position: Int) -> TimeExpression? {
        guard
            let word = body.end(of: "định kỳ", at: position)
                ?? body.end(of: "định kì", at: position)
        else { return nil }
        let next = body.skipSpaces(word)
        if let half = halves(at: next) {
            return make(position, half, .cycle(.halfYearly, date: nil))
        }
        if let cycle = listedCycle(at: next) {
            return make(position, cycle.range.upperBound, cycle.meaning)
        }
        return make(position, word, .periodically)
    }

    /// "định kỳ quý, năm": bare words behind "định kỳ".
    private func listedCycle(at position: Int) -> TimeExpression? {
        for (unit, recurrence) in Self.cycleWords where unit != "ngày" {
            guard let end = body.end(of: unit, at: position) else { continue }
            return body.number(at: body.skipSpaces(end)) == nil
                ? make(position, end, .cycle(recurrence, date: nil)) : nil
        }
        return nil
    }

    /// "duy trì các năm tiếp theo", "những năm tiếp theo".
    private func following(_ position: Int) -> TimeExpression? {
        var start = position
        if let word = body.end(of: "duy trì", at: position) {
            start = body.skipSpaces(word)
            if let word = body.end(ofAny: ["trong", "vào", "ở", "đến"], at: start) {
                start = body.skipSpaces(word)
            }
        }
        guard
            let end = body.end(
                ofAny: [
                    "các năm tiếp theo", "những năm tiếp theo", "các năm sau", "những năm sau",
                ], at: start)
        else { return nil }
        return make(position, end, .cycle(.yearly, date: nil))
    }

    /// "cuối năm" without a year comes every year; "cuối năm 2026" once.
    private func endOfYear(_ position: Int) -> TimeExpression? {
        guard let word = body.end(of: "cuối năm", at: position) else { return nil }
        if let year = body.year(at: word - 3) {
            return isInName(position) ? nil : make(position, year.end, .by(year))
        }
        return body.hasWord("học", at: body.skipSpaces(word))
            ? nil : make(position, word, .cycle(.yearly, date: nil))
    }

    /// "(thực hiện thường xuyên)", and "Thường xuyên" in a time field.
    private func always(_ position: Int) -> TimeExpression? {
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
    private func namedDay(_ position: Int) -> TimeExpression? {
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

    /// "trong 24-48 giờ sau khi nước rút", "trong thời hạn 10 ngày kể từ ngày nhận".
    private func duration(_ position: Int) -> TimeExpression? {
        guard let word = body.end(ofAny: Self.durations, at: position) else { return nil }
        return duration(position, from: word)
    }

    private func duration(_ position: Int, from start: Int) -> TimeExpression? {
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
        next = body.skipSpaces(unit)
        while let word = body.end(ofAny: ["làm việc", "đầu tiên", "đầu", ","], at: next) {
            next = body.skipSpaces(word)
        }
        if body.at(next) == "," { next = body.skipSpaces(next + 1) }
        if isBehindEvent(position) { return make(position, unit, .event) }
        guard isBoundedByEvent(next, position) else { return nil }
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
        let start = body.clause(around: position).lowerBound
        return body.end(ofAny: ["sau khi", "ngay sau khi", "khi", "kể từ khi"], at: start) != nil
    }

    /// A time field that names no date but something that happens.
    private mutating func happening() {
        guard
            body.first(
                ofAny: ["khi", "sau", "ngay", "kết thúc", "trước"], in: 0..<body.count) != nil,
            body.first(ofAny: ["quy định"], in: 0..<body.count) == nil
        else { return }
        var end = body.count
        while end > 0, body.scalars[end - 1].isBlank || body.scalars[end - 1] == "." { end -= 1 }
        if end > 0 { found.append(make(0, end, .event)) }
    }

    // MARK: What stands around

    private static let past: [Phrase] = [
        "đưa vào sử dụng", "đưa vào hoạt động", "đi vào hoạt động", "được xây dựng", "sinh",
        "có hiệu lực", "được cấp", "được ban hành", "phát sinh", "sử dụng", "hoạt động", "tồn tại",
    ]

    /// Whether the time only tells which things are meant ("đưa vào sử dụng trước ngày …").
    private func isOfThePast(_ position: Int) -> Bool {
        context.place != .timeField && body.start(ofAny: Self.past, before: position) != nil
    }

    private static let aims: [Phrase] = [
        "phấn đấu", "phân đầu", "bảo đảm", "đảm bảo", "hoàn thành", "mục tiêu", "cụ thể", "và",
        "chỉ tiêu",
    ]

    /// Whether a year is aimed at, and is no part of a name: it opens its part or follows an aim.
    private func isAim(_ position: Int) -> Bool {
        opensPart(position)
            && body.start(ofAny: ["tầm nhìn", "định hướng"], before: position) == nil
            && !isInName(position)
            || body.start(ofAny: Self.aims, before: position) != nil && !isInName(position)
            || isStated(position) && !isInName(position)
    }

    private static let reached: [Phrase] = [
        "mỗi", "có", "đạt", "tất cả", "toàn bộ", "ít nhất", "tối thiểu", "phấn đấu", "cơ bản",
    ]

    /// "…, đến năm 2030 mỗi thôn có …": behind a comma, with what is reached then.
    private func isStated(_ position: Int) -> Bool {
        let start = body.trimSpaces(before: position)
        guard start > 0, body.scalars[start - 1] == ",",
            let word = body.end(of: "đến", at: position),
            let year = body.year(at: body.skipSpaces(word))
        else { return false }
        var next = body.skipSpaces(year.end)
        if body.at(next) == "," { next = body.skipSpaces(next + 1) }
        return body.at(next)?.isDigit == true || body.end(ofAny: Self.reached, at: next) != nil
    }

    private func opensPart(_ position: Int) -> Bool {
        let start = body.trimSpaces(before: position)
        return start == 0 || [";", ".", ":", "(", "-"].contains(body.scalars[start - 1])
    }

    private static let completions: [Phrase] = ["hoàn thành", "xong", "dự kiến", "kết thúc"]

    private func opensStatement(_ position: Int) -> Bool {
        opensPart(position) || body.start(ofAny: Self.completions, before: position) != nil
            || body.start(ofAny: ["phấn đấu"], before: position) != nil
    }

    /// "dự toán năm 2026" and the like name a thing of that year.
    private func isOfBudget(_ position: Int) -> Bool {
        body.start(ofAny: ["dự toán", "kế hoạch", "ngân sách"], before: position) != nil
    }

    private static let titled: [Phrase] = [
        "kế hoạch", "đề án", "chương trình", "chiến lược", "quyết định", "nghị quyết", "chỉ thị",
        "quy hoạch", "dự án", "phương án", "dự toán", "báo cáo", "nghị định", "đại hội",
    ]

    /// Whether a document is named in the same part of the sentence: its period is of its name.
    private func isInName(_ position: Int) -> Bool {
        var start = position
        while start > 0, !";:(".unicodeScalars.contains(body.scalars[start - 1]),
            !body.isSentenceEnd(start - 1)
        {
            if body.scalars[start - 1] == ",", !isInsideTitle(start, position) { break }
            start -= 1
        }
        guard let title = body.last(ofAny: Self.titled, in: start..<position),
            body.isUpper(title.lowerBound), title.lowerBound > 0
        else { return false }
        let next = body.skipSpaces(title.upperBound)
        if body.end(ofAny: ["này", "trên", "đã", "nêu"], at: next) != nil { return false }
        guard body.hasWord("số", at: next) else { return true }
        let about: [Phrase] = ["về", "phê duyệt", "ban hành", "thực hiện"]
        return body.first(ofAny: about, in: next..<position) != nil
    }

    /// A comma in a title is followed by a small letter and no verb of completion.
    private func isInsideTitle(_ start: Int, _ end: Int) -> Bool {
        body.first(ofAny: Self.aims + Self.completions, in: start..<end) == nil
    }
}

extension Script {
    /// What is done so many times a day or a month, and is no aim in numbers.
    private static let repeated: [Phrase] = ["báo cáo", "báo cáo định kỳ", "họp", "giao ban"]

    /// Whether a number of times says how often a report is made: "báo cáo mực nước 02 lần/ngày".
    func isOfReports(_ position: Int) -> Bool {
        if start(ofAny: Self.repeated, before: position) != nil { return true }
        let clause = clause(around: position)
        return hasWord("báo cáo", at: skipSpaces(clause.lowerBound))
    }
}

extension Unicode.Scalar {
    var isDigit: Bool { digit != nil }
}
