import Domain

/// One time expression of a text.
struct TimeExpression: Sendable, Equatable {
    enum Meaning: Sendable, Equatable {
        case by(CalendarText)
        case within(CalendarText)
        case on(CalendarText)
        case from(CalendarText)
        case range(CalendarText, CalendarText)
        /// Bounded by something that happens.
        case event
        /// A day or month that comes every year: "Ngày Pháp luật (09/11)".
        case yearlyDay(CalendarText)
        /// "hằng tháng"; with a day of it, "trước ngày 20 hằng tháng".
        case cycle(Deadline.Recurrence, date: String?)
        /// "định kỳ" and no more.
        case periodically
    }

    var range: Range<Int>
    var meaning: Meaning
    /// "trước", before the time named; else up to it.
    var isStrict = false

    func isCycle(in sentence: Range<Int>) -> Bool {
        guard sentence.contains(range.lowerBound) else { return false }
        switch meaning {
        case .cycle, .yearlyDay: return true
        default: return false
        }
    }

    var isNamedDay: Bool {
        if case .yearlyDay = meaning { return true }
        return false
    }

    /// A date without a year.
    var isYearless: Bool {
        switch meaning {
        case .by(let date), .within(let date), .on(let date): date.year == nil
        default: false
        }
    }

    /// "trước ngày 15/12 hằng năm"
    var isYearlyDay: Bool { if case .cycle(.yearly, date: .some) = meaning { true } else { false } }

    /// "từ ngày … đến ngày …"
    var isSpan: Bool { if case .range = meaning { true } else { false } }

    /// A time that comes once.
    var isOnce: Bool {
        switch meaning {
        case .by, .within, .on, .from, .range: !isYearless
        default: false
        }
    }
}

extension CalendarText {
    /// The last day before the month, quarter or year named; nil for a day, which stays as written.
    var dayBefore: String? {
        guard let year, span != .day else { return nil }
        let month = month ?? quarter.map { $0 * 3 - 2 } ?? 1
        let before = CalendarText(
            month: month == 1 ? 12 : month - 1, year: month == 1 ? year - 1 : year, end: end)
        return before.lastDay
    }
}

/// How cycles ("hằng năm") bear on the dates and targets around them.
enum Cycles {
    /// Whether a cycle of the same sentence makes a date without year a yearly one.
    ///
    /// In a plan for one year "báo cáo năm" and "định kỳ" say no more than that it is due that year.
    static func makesYearly(
        _ time: TimeExpression, in body: Script, times: [TimeExpression], isOneYear: Bool = false
    ) -> Bool {
        let sentence = body.sentence(around: time.range.lowerBound)
        let yearly: [Phrase] = ["báo cáo năm", "báo cáo tổng kết năm", "báo cáo kết quả năm"]
        if !isOneYear, body.first(ofAny: yearly, in: sentence) != nil { return true }
        return times.contains { other in
            guard sentence.contains(other.range.lowerBound) else { return false }
            switch other.meaning {
            case .cycle(.yearly, _): return true
            case .cycle(.halfYearly, _), .periodically: return !isOneYear
            default: return false
            }
        }
    }

    /// Whether a cycle only says how often a date of its sentence comes.
    static func isDated(_ cycle: TimeExpression, in body: Script, times: [TimeExpression]) -> Bool {
        guard case .cycle(let recurrence, date: nil) = cycle.meaning else { return false }
        let sentence = body.sentence(around: cycle.range.lowerBound)
        // "kiểm kê vào cuối năm, bổ sung trước ngày 15/4": a time of its own.
        if isEndOfYear(cycle, in: body) { return false }
        let isSaidAgain = times.contains { time in
            guard case .cycle(let other, date: .some) = time.meaning else { return false }
            return other == recurrence && sentence.contains(time.range.lowerBound)
        }
        if isSaidAgain { return true }
        // "6 tháng (trước ngày 15/6)": the day says it.
        guard recurrence == .yearly || recurrence == .halfYearly else { return false }
        return times.contains { $0.isYearless && sentence.contains($0.range.lowerBound) }
    }

    /// "cuối năm" with further work behind it, and not a day that says when: "cuối năm (trước ngày 05/12)".
    private static func isEndOfYear(_ cycle: TimeExpression, in body: Script) -> Bool {
        guard
            body.first("cuối năm", from: cycle.range.lowerBound, before: cycle.range.upperBound)
                != nil
        else { return false }
        let next = body.skipSpaces(cycle.range.upperBound)
        return body.at(next) == "," || body.hasWord("và", at: next)
    }

    /// Whether a cycle measures a target ("hằng tháng vận động từ 5% …") and is no deadline.
    static func isBound(
        _ cycle: TimeExpression, in body: Script, times: [TimeExpression], quantities: [Quantity]
    ) -> Bool {
        quantities.contains { quantity in
            quantity.isTarget
                && (quantity.range.overlaps(cycle.range)
                    || governor(of: quantity, in: body, times: times) == cycle
                    || measures(cycle, quantity, in: body))
        }
    }

    /// "định kỳ mỗi tháng 01 lần": the number behind a cycle says how often in each.
    private static func measures(
        _ cycle: TimeExpression, _ quantity: Quantity, in body: Script
    ) -> Bool {
        quantity.per != nil && body.has("mỗi", at: cycle.range.lowerBound)
            && cycle.range.upperBound <= quantity.range.lowerBound
            && body.part(around: quantity.range.lowerBound).contains(cycle.range.lowerBound)
    }

    /// The cycle that a target's number is meant for each time of.
    ///
    /// It opens the sentence, or the part of it between commas, and no date that comes once stands
    /// between; or it follows within that part.
    static func governor(
        of quantity: Quantity, in body: Script, times: [TimeExpression]
    ) -> TimeExpression? {
        let sentence = body.sentence(around: quantity.range.lowerBound)
        let clause = body.clause(around: quantity.range.lowerBound)
        var governor: TimeExpression?
        for time in times where sentence.contains(time.range.lowerBound) {
            if time.range.lowerBound > quantity.range.lowerBound { break }
            if time.isOnce { governor = nil }
            guard case .cycle(_, date: nil) = time.meaning else { continue }
            let opens = opensPart(time.range.lowerBound, of: body)
            let isInReach =
                clause.contains(time.range.lowerBound)
                || isOpening(time, of: sentence, in: body)
                    && !isLevel(clause, apartFrom: time, in: body)
            if opens && isInReach { governor = time }
        }
        if governor != nil { return governor }
        let part = body.part(around: quantity.range.lowerBound)
        return times.first { time in
            guard case .cycle(_, date: nil) = time.meaning,
                time.range.lowerBound >= quantity.range.upperBound
            else { return false }
            return part.contains(time.range.lowerBound)
                || clause.contains(time.range.lowerBound)
                    && onlyLists(quantity.range.upperBound..<time.range.lowerBound, in: body)
        }
    }

    /// "Hằng tháng công khai kết quả; phấn đấu tỷ lệ … đạt 98%": a level that is to be held in a clause
    /// of its own, when the cycle's clause has its own work and no number.
    private static func isLevel(
        _ clause: Range<Int>, apartFrom cycle: TimeExpression, in body: Script
    ) -> Bool {
        let work = body.clause(around: cycle.range.lowerBound)
        return !clause.contains(cycle.range.lowerBound)
            && !body.scalars[work].contains { $0.isDigit }
            && body.first(ofAny: ["tỷ lệ", "tỉ lệ", "đạt"], in: clause) != nil
            && body.first(ofAny: ["tăng", "giảm"], in: clause) == nil
    }

    /// "30% số sở, ban, ngành và 25% số xã, phường mỗi năm": the commas part no more than nouns of one
    /// list.
    private static func onlyLists(_ gap: Range<Int>, in body: Script) -> Bool {
        let pieces = body.text(gap).split(separator: ",").dropFirst()
        return !pieces.isEmpty && !body.scalars[gap].contains(":")
            && pieces.allSatisfy { piece in
                let noun = piece.split(separator: " ").prefix { $0 != "và" }
                return (1...2).contains(noun.count)
                    && noun.allSatisfy { $0.allSatisfy { $0.isLetter && $0.isLowercase } }
            }
    }

    private static let openers: [Phrase] = [
        "tối thiểu", "ít nhất", "phấn đấu", "định kỳ", "bảo đảm", "đảm bảo", "đạt", "trung bình",
        "bình quân", "và", "phân đầu",
    ]

    private static func opensPart(_ position: Int, of body: Script) -> Bool {
        var start = body.trimSpaces(before: position)
        while let opener = body.start(ofAny: openers, before: start) {
            start = body.trimSpaces(before: opener)
        }
        guard start > 0 else { return true }
        return [",", ";", ".", "(", ":", "”", "\""].contains(body.scalars[start - 1])
    }

    private static func isOpening(
        _ time: TimeExpression, of sentence: Range<Int>, in body: Script
    ) -> Bool {
        let start = body.start(ofAny: ["định kỳ"], before: time.range.lowerBound)
        return (start ?? time.range.lowerBound) == sentence.lowerBound
    }
}

extension Script {
    /// What stands between two commas, or stronger marks.
    func part(around position: Int) -> Range<Int> {
        func isMark(_ at: Int) -> Bool {
            [",", ";", ":", "(", ")"].contains(scalars[at]) || isSentenceEnd(at)
        }
        var start = position
        while start > 0, !isMark(start - 1) { start -= 1 }
        var end = position
        while end < count, !isMark(end) { end += 1 }
        return start..<end
    }
}
