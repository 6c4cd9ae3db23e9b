import Domain

/// Times until which something is due, or within which it is done: "trước ngày …", "trong quý …".
extension TimeExpressions {
    // MARK: Until a time

    static let latest: [Phrase] = [
        "chậm nhất là", "chậm nhất", "muộn nhất là", "muộn nhất",
    ]

    /// "trước ngày …", "chậm nhất là ngày …".
    func before(_ position: Int) -> TimeExpression? {
        if let word = body.end(of: "trước", at: position) {
            if isOfThePast(position) { return nil }
            return until(position, from: word, strict: true) ?? daysAhead(position, from: word)
                ?? aheadOfEvent(position, from: word)
        }
        guard let word = body.end(ofAny: Self.latest, at: position) else { return nil }
        if let meeting = meeting(at: body.skipSpaces(word)), meeting.year != nil {
            return make(position, meeting.end, .by(meeting))
        }
        var start = body.skipSpaces(word)
        // "chậm nhất trong tháng 6/2027": within it, as without the first word.
        if body.hasWord("trong", at: start), let time = within(start),
            case .within(let date) = time.meaning, date.day == nil
        {
            return make(position, time.range.upperBound, time.meaning)
        }
        var strict = false
        if let next = body.end(ofAny: ["vào", "đến", "trong", "trước"], at: start) {
            strict = body.has("trước", at: start)
            start = next
        }
        return until(position, from: start, strict: strict) ?? duration(position, from: start)
    }

    /// "đến ngày …", "đến hết năm …", "đến năm …".
    func upTo(_ position: Int) -> TimeExpression? {
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
    func wholeYear(_ position: Int) -> TimeExpression? {
        guard let word = body.end(of: "hết", at: position),
            let date = body.calendar(at: body.skipSpaces(word)), date.year != nil
        else { return nil }
        return make(position, date.end, .by(date))
    }

    static let parts: [Phrase] = ["hết", "cuối", "ngay", "khoảng"]

    /// A time behind "trước", "đến" or "chậm nhất": a clock time may stand before the date.
    private func until(_ position: Int, from start: Int, strict: Bool) -> TimeExpression? {
        var next = body.skipSpaces(start)
        while let part = body.end(ofAny: Self.parts, at: next) { next = body.skipSpaces(part) }
        if let clock = clock(at: next) {
            next = body.skipSpaces(clock)
            // "trước 10 giờ và 15 giờ hằng ngày"
            if let word = body.end(of: "và", at: next).map(body.skipSpaces),
                let second = self.clock(
                    at: body.end(of: "trước", at: word).map(body.skipSpaces) ?? word)
            {
                next = body.skipSpaces(second)
            }
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
        if let end = nextYear(behind: date) {
            return make(position, end, .cycle(.yearly, date: date.lastDay))
        }
        // "trước 30/11" is a day, "đến 2/3" a share.
        let isShare =
            !strict || body.end(ofAny: ["số", "tổng"], at: body.skipSpaces(date.end)) != nil
        if isShort && date.year == nil && context.place != .timeField && isShare { return nil }
        return make(position, date.end, .by(date), strict: strict)
    }

    /// "trước ngày 20/01 năm liền kề": of the year behind each, so that it comes again.
    private func nextYear(behind date: CalendarText) -> Int? {
        guard date.year == nil, date.day != nil else { return nil }
        let next = body.skipSpaces(date.end)
        let start = body.end(of: "của", at: next).map(body.skipSpaces) ?? next
        return body.end(
            ofAny: ["năm liền kề tiếp theo", "năm liền kề", "năm kế tiếp", "năm sau liền kề"],
            at: start)
    }

    /// "ngày 20 hằng tháng", "ngày 15 của tháng cuối quý".
    func dayOfCycle(
        _ position: Int, at start: Int, isBare: Bool = false
    ) -> TimeExpression? {
        guard let word = body.end(of: "ngày", at: start),
            let day = body.number(at: body.skipSpaces(word)), (1...31).contains(day.value)
        else { return nil }
        let date = day.value < 10 ? "---0\(day.value)" : "---\(day.value)"
        if let cycle = cycleBehind(day.end) {
            return make(position, cycle.end, .cycle(cycle.recurrence, date: date))
        }
        // "ngày 15 và ngày 30 hằng tháng": the cycle behind the second is of both.
        if let joint = behindJoint(day.end), let other = body.end(of: "ngày", at: joint),
            let second = body.number(at: body.skipSpaces(other)),
            let cycle = cycleBehind(second.end), (1...31).contains(second.value)
        {
            return make(position, day.end, .cycle(cycle.recurrence, date: date))
        }
        var next = body.skipSpaces(day.end)
        if let of = body.end(of: "của", at: next) { next = body.skipSpaces(of) }
        if let end = body.end(
            ofAny: [
                "tháng cuối quý", "tháng cuối mỗi quý", "tháng cuối của quý",
                "tháng cuối cùng của quý", "tháng đầu quý sau", "tháng đầu tiên của quý sau",
                "tháng đầu của quý sau", "tháng đầu quý tiếp theo", "tháng đầu quý kế tiếp",
                "tháng đầu tiên của quý tiếp theo", "tháng đầu mỗi quý",
            ], at: next)
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
    func within(_ position: Int) -> TimeExpression? {
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
        // "trong tháng 5 và tháng 9 hằng năm"
        if date.year == nil, date.day == nil, isFirstOfYearly(behind: date.end) {
            return make(position, date.end, .cycle(.yearly, date: date.lastDay))
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
    func week(at position: Int) -> CalendarText? {
        guard let word = body.end(of: "tuần", at: position) else { return nil }
        // "Tuần 2 tháng 8/2026", "tuần thứ 2 của tháng 8/2026"
        let first = body.end(of: "thứ", at: body.skipSpaces(word)).map(body.skipSpaces)
        if let number = body.number(at: first ?? body.skipSpaces(word)),
            (1...4).contains(number.value)
        {
            let next = body.skipSpaces(number.end)
            let start = body.end(of: "của", at: next).map(body.skipSpaces) ?? next
            guard body.hasWord("tháng", at: start), var date = body.month(at: start),
                date.year != nil || context.year != nil
            else { return nil }
            date.year = date.year ?? context.year
            date.day = number.value * 7
            return date
        }
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

    private static let hours: [Phrase] = ["lúc", "vào các thời điểm", "vào thời điểm"]

    /// "lúc 11 giờ, 16 giờ và 19 giờ ngày 15/3/2026".
    func atHours(_ position: Int) -> TimeExpression? {
        guard var next = body.end(ofAny: Self.hours, at: position).map(body.skipSpaces) else {
            return nil
        }
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
}
