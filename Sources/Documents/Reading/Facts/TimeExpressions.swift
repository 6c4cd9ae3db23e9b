import Domain

/// Finds the time expressions of a text from left to right, none overlapping.
struct TimeExpressions {
    let body: Script
    let context: DeadlineContext
    var found: [TimeExpression] = []

    init(_ body: Script, context: DeadlineContext) {
        self.body = body
        self.context = context
        var position = 0
        var quoteEnd = 0
        while position < body.count {
            guard body.isWordStart(position) else {
                if body.scalars[position] == "“" { quoteEnd = self.quoteEnd(position) }
                position += 1
                continue
            }
            if let end = citedDate(at: position) {
                position = end
            } else if let time = expression(at: position) {
                // “Mỗi tuần 15 phút diệt lăng quăng”: a name.
                if time.range.upperBound <= quoteEnd, !time.isNamedDay {
                    position = time.range.upperBound
                    continue
                }
                found.append(time)
                if case .cycle = time.meaning { listCycles(after: time.range.upperBound) }
                if case .within(let date) = time.meaning, date.year != nil {
                    listWithin(after: time)
                }
                if case .by(let date) = time.meaning, date.year == nil, date.day != nil {
                    listDay(after: time)
                }
                if case .by(let date) = time.meaning, date.year != nil, date.day != nil {
                    listDated(after: time)
                }
                if case .cycle(.yearly, date: .some) = time.meaning { listMonth(after: time) }
                listBehindBracket()
                position = found.last?.range.upperBound ?? time.range.upperBound
            } else {
                position = body.wordEnd(position)
            }
        }
        if found.isEmpty, context.place == .timeField { happening() }
    }

    private static let longestQuote = 120

    /// Where the quotation ends that begins here; a long one is no name.
    private func quoteEnd(_ start: Int) -> Int {
        let limit = min(body.count, start + Self.longestQuote)
        return (start..<limit).first { body.scalars[$0] == "”" } ?? 0
    }

    /// Whether one of the words with which an expression begins may stand here: most words of a text
    /// differ from all of them in their second or third letter.
    private func mayOpen(_ position: Int) -> Bool {
        let first = body.lower[position]
        if first.isDigit { return true }
        guard let second = body.at(position + 1) else { return false }
        switch first {
        case "t":
            guard let third = body.at(position + 2) else { return second == "ừ" }
            switch second {
            // "trước", "trong"
            case "r": return third == "ư" || third == "o"
            // "tháng", "thứ", "thường", "thực hiện"
            case "h": return third == "á" || third == "ứ" || third == "ư" || third == "ự"
            default: return second == "ừ" || second == "ạ" || second == "u" || second == "ố"
            }
        case "c": return second == "h" || second == "á" || second == "u"
        case "m": return second == "u" || second == "ỗ" || second == "ộ"
        case "đ": return second == "ế" || second == "ị"
        case "d": return second == "u"
        case "h": return second == "ằ" || second == "à" || second == "ế"
        case "n": return second == "g" || second == "h" || second == "ă"
        case "g": return second == "i"
        case "v": return second == "à"
        case "k": return second == "h"
        case "í": return second == "t"
        case "q": return second == "u" || second == "ú"
        case "s": return second == "a" || second == "á"
        case "b": return second == "a"
        case "l": return second == "i" || second == "ú"
        default: return false
        }
    }

    private func expression(at position: Int) -> TimeExpression? {
        guard mayOpen(position) else { return nil }
        switch body.lower[position] {
        case "t":
            return before(position) ?? range(position) ?? duration(position)
                ?? within(position) ?? atMeeting(position) ?? always(position)
                ?? namedDay(position) ?? weekday(position) ?? bare(position)
        case "c":
            return before(position) ?? following(position) ?? endOfYear(position)
                ?? everyDay(position) ?? weekday(position)
        case "m": return before(position) ?? cycle(position) ?? everySo(position)
        case "đ": return upTo(position) ?? periodically(position)
        case "d": return following(position)
        case "h": return cycle(position) ?? wholeYear(position)
        case "n":
            return namedDay(position) ?? following(position) ?? fewDays(position)
                ?? bare(position)
                ?? dayOfCycle(position, at: position, isBare: true)
        case "g": return phase(position)
        case "v": return atHours(position) ?? within(position)
        case "k", "í": return duration(position)
        case "q": return bare(position)
        case "s": return daysAfter(position) ?? everySo(position)
        case "b": return everySo(position)
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

    func make(
        _ start: Int, _ end: Int, _ meaning: TimeExpression.Meaning, strict: Bool = false
    ) -> TimeExpression {
        TimeExpression(range: start..<end, meaning: meaning, isStrict: strict)
    }

    // MARK: What stands around

    private static let past: [Phrase] = [
        "đưa vào sử dụng", "đưa vào hoạt động", "đi vào hoạt động", "được xây dựng", "sinh",
        "có hiệu lực", "được cấp", "được ban hành", "phát sinh", "sử dụng", "hoạt động", "tồn tại",
    ]

    /// Whether the time only tells which things are meant ("đưa vào sử dụng trước ngày …").
    func isOfThePast(_ position: Int) -> Bool {
        context.place != .timeField && body.start(ofAny: Self.past, before: position) != nil
    }

    private static let aims: [Phrase] = [
        "phấn đấu", "phân đầu", "bảo đảm", "đảm bảo", "hoàn thành", "mục tiêu", "cụ thể", "và",
        "chỉ tiêu",
    ]

    /// Whether a year is aimed at, and is no part of a name: it opens its part or follows an aim.
    func isAim(_ position: Int) -> Bool {
        opensPart(position)
            && body.start(ofAny: ["tầm nhìn", "định hướng"], before: position) == nil
            && !isInName(position)
            || body.start(ofAny: Self.aims, before: position) != nil && !isInName(position)
            || isStated(position) && !isInName(position)
            || isLast(position) && !isInName(position)
    }

    /// "…, 100% bệnh viện có khoa dược đến năm 2030;": the end of a clause that has a number to reach.
    private func isLast(_ position: Int) -> Bool {
        guard let word = body.end(of: "đến", at: position),
            let year = body.year(at: body.skipSpaces(word))
        else { return false }
        let clause = body.clause(around: position)
        let end = body.skipSpaces(year.end)
        guard end >= clause.upperBound || body.scalars[end] == "," || body.isSentenceEnd(end) else {
            return false
        }
        return body.scalars[clause.lowerBound..<position].contains("%")
            || body.last(ofAny: ["tối thiểu", "ít nhất"], in: clause.lowerBound..<position) != nil
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
        // "…; riêng năm 2026 kết nạp …"
        let opening = body.start(ofAny: ["riêng", "riêng trong"], before: position) ?? position
        let start = body.trimSpaces(before: opening)
        return start == 0 || [";", ".", ":", "(", "-"].contains(body.scalars[start - 1])
    }

    static let completions: [Phrase] = ["hoàn thành", "xong", "dự kiến", "kết thúc"]

    func opensStatement(_ position: Int) -> Bool {
        opensPart(position) || body.start(ofAny: Self.completions, before: position) != nil
            || body.start(ofAny: ["phấn đấu"], before: position) != nil
    }

    /// "dự toán năm 2026" and the like name a thing of that year.
    func isOfBudget(_ position: Int) -> Bool {
        body.start(ofAny: ["dự toán", "kế hoạch", "ngân sách"], before: position) != nil
    }

    static let titled: [Phrase] = [
        "kế hoạch", "đề án", "chương trình", "chiến lược", "quyết định", "nghị quyết", "chỉ thị",
        "quy hoạch", "dự án", "phương án", "dự toán", "báo cáo", "nghị định", "đại hội",
    ]

    /// Whether a document is named in the same part of the sentence: its period is of its name.
    func isInName(_ position: Int) -> Bool {
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
