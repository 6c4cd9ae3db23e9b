import Domain

/// Times that are said by meetings, days of the week and spans before something happens.
extension TimeExpressions {
    private static let meetings: [Phrase] = [
        "phiên họp thường kỳ", "phiên họp", "kỳ họp thường kỳ", "kỳ họp", "kỳ sinh hoạt",
        "buổi sinh hoạt", "sinh hoạt", "cuộc họp giao ban", "cuộc họp", "hội nghị giao ban",
        "giao ban",
    ]

    private static let members: [Phrase] = [
        "của", "chi bộ", "đảng bộ", "chi hội", "chi đoàn", "tổ dân phố", "khu phố", "thôn", "ubnd",
        "hđnd", "ban chỉ đạo", "phường", "xã", "tỉnh", "định kỳ", "thường kỳ",
    ]

    /// "phiên họp tháng 5/2026", "trong kỳ sinh hoạt tháng 8/2024": the month of a meeting.
    func meeting(at position: Int) -> CalendarText? {
        var start = position
        if let word = body.end(ofAny: ["trong", "tại", "vào"], at: start) {
            start = body.skipSpaces(word)
        }
        guard let word = body.end(ofAny: Self.meetings, at: start) else { return nil }
        // "kỳ sinh hoạt chi bộ tháng 3/2026": whose meeting.
        var next = body.skipSpaces(word)
        while let whose = body.end(ofAny: Self.members, at: next) { next = body.skipSpaces(whose) }
        guard let date = body.calendar(at: next), date.day == nil,
            date.month != nil || date.quarter != nil
        else { return nil }
        return date
    }

    /// "tại phiên họp tháng 5/2026".
    func atMeeting(_ position: Int) -> TimeExpression? {
        guard body.end(ofAny: ["trong", "tại"], at: position) != nil,
            let date = meeting(at: position), date.year != nil || context.year != nil
        else { return nil }
        return TimeExpression(range: position..<date.end, meaning: .within(date))
    }

    /// "thông báo lịch trước 02 ngày": days before what the sentence speaks of.
    func daysAhead(_ position: Int, from word: Int) -> TimeExpression? {
        var next = body.skipSpaces(word)
        if let bound = body.end(ofAny: ["ít nhất", "tối thiểu", "chậm nhất"], at: next) {
            next = body.skipSpaces(bound)
        }
        guard let number = body.number(at: next),
            let unit = body.end(ofAny: ["ngày", "tuần"], at: body.skipSpaces(number.end)),
            body.calendar(at: next) == nil
        else { return nil }
        return TimeExpression(range: position..<unit, meaning: .event)
    }

    /// "trước thời điểm khai mạc 24 giờ", "trước khi đóng cống 02 ngày": the span ends its part.
    func aheadOfEvent(_ position: Int, from word: Int) -> TimeExpression? {
        let start = body.skipSpaces(word)
        guard let event = body.end(ofAny: ["thời điểm", "thời gian", "khi", "giờ"], at: start)
        else {
            return nil
        }
        let part = body.part(around: start)
        for next in event..<min(part.upperBound, event + Self.longestEvent)
        where body.scalars[next].isDigit && body.isWordStart(next) {
            // "trước khi đào ít nhất 02 ngày" is read from its bound on.
            guard body.start(ofAny: ["ít nhất", "tối thiểu"], before: next) == nil,
                let number = body.number(at: next),
                let unit = body.end(
                    ofAny: ["giờ", "ngày", "phút", "tuần"], at: body.skipSpaces(number.end)),
                body.skipSpaces(unit) >= body.trimSpaces(before: part.upperBound)
            else { return nil }
            return TimeExpression(range: position..<unit, meaning: .event)
        }
        return nil
    }

    private static let longestEvent = 60

    /// "các ngày trong tuần", "các ngày làm việc trong tuần".
    func everyDay(_ position: Int) -> TimeExpression? {
        guard
            let end = body.end(
                ofAny: ["các ngày trong tuần", "các ngày làm việc trong tuần"], at: position)
        else { return nil }
        return TimeExpression(range: position..<end, meaning: .cycle(.daily, date: nil))
    }

    private static let weekdays: [Phrase] = [
        "chủ nhật", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy",
    ]

    /// "chủ nhật cuối tháng", "thứ sáu tuần cuối tháng": once in each month.
    func weekday(_ position: Int) -> TimeExpression? {
        guard let word = body.end(ofAny: Self.weekdays, at: position) else { return nil }
        var next = body.skipSpaces(word)
        if let week = body.end(ofAny: ["của tuần", "tuần"], at: next) {
            next = body.skipSpaces(week)
        }
        guard
            let end = body.end(
                ofAny: ["cuối tháng", "đầu tháng", "cuối cùng của tháng", "đầu tiên của tháng"],
                at: next),
            body.number(at: body.skipSpaces(end)) == nil
        else { return nil }
        return TimeExpression(range: position..<end, meaning: .cycle(.monthly, date: nil))
    }

    /// "báo cáo tháng (trước ngày 18)", "quý (trước ngày 20)": what the day in brackets is of.
    func cycleBeforeBracket(_ position: Int) -> Deadline.Recurrence? {
        let open = body.trimSpaces(before: position)
        guard open > 0, body.scalars[open - 1] == "(",
            let word = body.start(ofAny: ["tháng", "quý"], before: open - 1)
        else { return nil }
        // "6 tháng (trước ngày 20)" is no month.
        let before = body.trimSpaces(before: word)
        if before > 0, body.scalars[before - 1].isDigit { return nil }
        return body.hasWord("tháng", at: word) ? .monthly : .quarterly
    }
}
