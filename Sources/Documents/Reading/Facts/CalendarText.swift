/// A date, month, quarter or year as a text writes it.
struct CalendarText: Sendable, Equatable {
    /// Nil: not said, or left blank.
    var day: Int?
    var month: Int?
    var year: Int?
    /// 1…4, instead of a month.
    var quarter: Int?
    /// Behind the last scalar.
    var end: Int

    /// What the text names most narrowly.
    enum Span: Sendable { case day, month, quarter, year }

    var span: Span {
        if day != nil { return .day }
        if month != nil { return .month }
        return quarter == nil ? .year : .quarter
    }

    /// `2027-07-01`, `--07-01`, `2028-02-29` for February 2028; the last day of what is named.
    var lastDay: String? {
        guard let month = month ?? quarter.map({ $0 * 3 }) ?? (year == nil ? nil : 12) else {
            return nil
        }
        guard let year else {
            return day.map { "--\(two(month))-\(two($0))" } ?? "--\(two(month))"
        }
        return iso(year, month, day ?? Self.days(in: month, of: year))
    }

    var firstDay: String? {
        guard let year else { return nil }
        return iso(year, month ?? quarter.map { $0 * 3 - 2 } ?? 1, day ?? 1)
    }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
        "\(year)-\(two(month))-\(two(day))"
    }
}

extension Script {
    /// Years that plans speak of; a number outside is none.
    static let years = 1900...2199

    /// `01/7/2027`, `29 tháng 4 năm 2026`, `05/12`, `15.11.2026`; the word "ngày" stands before.
    ///
    /// `10/9/ hằng năm` is the tenth of September with a stroke too many.
    func day(at position: Int) -> CalendarText? {
        guard let day = number(at: position), (1...31).contains(day.value) else { return nil }
        if let mark = at(day.end), mark == "/" || mark == "." || mark == "-" {
            let next = mark == "/" ? skipSpaces(day.end + 1) : day.end + 1
            guard let month = number(at: next), (1...12).contains(month.value),
                month.end - next <= 2
            else { return nil }
            guard at(month.end) == mark else {
                return mark == "/"
                    ? CalendarText(day: day.value, month: month.value, end: month.end) : nil
            }
            let third = mark == "/" ? skipSpaces(month.end + 1) : month.end + 1
            if let year = number(at: third), Self.years.contains(year.value) {
                return CalendarText(
                    day: day.value, month: month.value, year: year.value, end: year.end)
            }
            guard mark == "/" else { return nil }
            return CalendarText(day: day.value, month: month.value, end: month.end + 1)
        }
        guard var month = month(at: skipSpaces(day.end)) else { return nil }
        month.day = day.value
        return month
    }

    /// `tháng 4/2024`, `tháng 4 năm 2026`, `tháng 10`; begins at the word.
    func month(at position: Int) -> CalendarText? {
        guard let word = end(of: "tháng", at: position),
            let month = number(at: skipSpaces(word)), (1...12).contains(month.value)
        else { return nil }
        if let year = year(behind: month.end) {
            return CalendarText(month: month.value, year: year.value, end: year.end)
        }
        return CalendarText(month: month.value, end: month.end)
    }

    /// `quý I/2026`, `Quí IV-2025`, `quý 2 năm 2026`.
    func quarter(at position: Int) -> CalendarText? {
        guard let word = end(ofAny: ["quý", "quí", "qúy"], at: position) else { return nil }
        let start = skipSpaces(word)
        let end: Int
        let value: Int
        if let digit = number(at: start), (1...4).contains(digit.value) {
            (value, end) = (digit.value, digit.end)
        } else {
            end = wordEnd(start)
            switch text(start..<end) {
            case "I": value = 1
            case "II": value = 2
            case "III": value = 3
            case "IV": value = 4
            default: return nil
            }
        }
        if let year = year(behind: end) {
            return CalendarText(year: year.value, quarter: value, end: year.end)
        }
        return CalendarText(quarter: value, end: end)
    }

    /// `năm 2026`; begins at the word.
    func year(at position: Int) -> CalendarText? {
        guard let word = end(of: "năm", at: position),
            let year = number(at: skipSpaces(word)), Self.years.contains(year.value)
        else { return nil }
        return CalendarText(year: year.value, end: year.end)
    }

    /// Any of the four, `ngày` before a day being passed over.
    func calendar(at position: Int) -> CalendarText? {
        guard let head = at(position) else { return nil }
        if head.digit != nil { return day(at: position) ?? monthOfYear(at: position) }
        switch head {
        case "n":
            if let word = end(of: "ngày", at: position) { return day(at: skipSpaces(word)) }
            return year(at: position)
        case "t": return month(at: position)
        case "q": return quarter(at: position)
        default: return nil
        }
    }

    /// `4/2026` without the word "tháng".
    private func monthOfYear(at position: Int) -> CalendarText? {
        guard let month = number(at: position), (1...12).contains(month.value),
            at(month.end) == "/", let year = number(at: month.end + 1),
            Self.years.contains(year.value)
        else { return nil }
        return CalendarText(month: month.value, year: year.value, end: year.end)
    }

    /// `/2026`, `-2026`, ` năm 2026`, behind a month or quarter.
    private func year(behind position: Int) -> (value: Int, end: Int)? {
        let mark = skipSpaces(position)
        guard let head = at(mark) else { return nil }
        let start: Int
        if head == "/" || head.isDash {
            start = skipSpaces(mark + 1)
        } else if let word = end(of: "năm", at: mark) {
            start = skipSpaces(word)
        } else {
            return nil
        }
        guard let year = number(at: start), Self.years.contains(year.value) else { return nil }
        return year
    }
}
