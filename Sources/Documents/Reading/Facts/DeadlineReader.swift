package import Domain

/// Where a text stands, which decides what its time expressions mean.
package struct DeadlineContext: Sendable, Equatable {
    package enum Place: Sendable {
        case task, objective
        /// The value of "Thời gian thực hiện: …" or the time column of a table.
        case timeField
    }

    package var place: Place
    /// The year to which a date without one belongs: from the head of a table's column.
    package var year: Int?
    /// Whether the field says when work must be finished ("Thời gian hoàn thành").
    package var isDue: Bool
    /// The day of the plan, `2025-09-26`: a day right behind it is one of the same year.
    package var issued: String?
    /// The one year that the plan is for: a day that does not say to come again is of that year.
    package var onlyYear: Int?

    package init(
        _ place: Place, year: Int? = nil, isDue: Bool = false, issued: String? = nil,
        onlyYear: Int? = nil
    ) {
        self.onlyYear = onlyYear
        self.place = place
        self.issued = issued
        self.year = year
        self.isDue = isDue
    }

    package static let task = DeadlineContext(.task)
    package static let objective = DeadlineContext(.objective)
    package static let timeField = DeadlineContext(.timeField)
}

/// When the work of a text is due, or how often it is done.
///
/// One walk over the words finds every time expression (`TimeExpressions`); what remains is what
/// they say together: "hằng năm" at the head of a sentence makes its date a yearly one, a cycle that
/// measures a target belongs to the target, "định kỳ" beside a cycle adds nothing.
package enum DeadlineReader {
    package static func read(_ body: Script, context: DeadlineContext) -> [Deadline] {
        let times = TimeExpressions(body, context: context).found
        if times.isEmpty { return [] }
        let quantities = Quantities.scan(body)
        var deadlines: [Deadline] = []
        for time in times {
            guard let deadline = deadline(time, among: times, quantities, in: body, context)
            else { continue }
            if !deadlines.contains(where: { $0.says(the: deadline) }) { deadlines.append(deadline) }
        }
        return deadlines
    }

    /// What one expression says beside the others; nil: nothing of its own.
    private static func deadline(
        _ time: TimeExpression, among times: [TimeExpression], _ quantities: [Quantity],
        in body: Script, _ context: DeadlineContext
    ) -> Deadline? {
        let text = body.text(time.range)
        switch time.meaning {
        case .by(let date), .within(let date), .on(let date), .from(let date):
            return dated(time, date, text, among: times, in: body, context)
        case .range(let first, let last):
            return Deadline(
                text: text, type: .within, date: last.lastDay, start: first.firstDay)
        case .event:
            return Deadline(text: text, type: .event, date: nil)
        case .yearlyDay(let date):
            return Deadline(text: text, type: .recurring, date: date.lastDay, recurrence: .yearly)
        case .cycle(let recurrence, let date):
            let bound = Cycles.isBound(time, in: body, times: times, quantities: quantities)
            if bound || (date == nil && Cycles.isDated(time, in: body, times: times)) { return nil }
            return Deadline(text: text, type: .recurring, date: date, recurrence: recurrence)
        case .periodically:
            let sentence = body.sentence(around: time.range.lowerBound)
            // "Báo cáo định kỳ; thực hiện thường xuyên": the other clause has other work.
            let clause = body.clause(around: time.range.lowerBound)
            let isSaid =
                times.contains {
                    $0 != time
                        && $0.isCycle(
                            in: $0.meaning == .cycle(.continuous, date: nil) ? clause : sentence)
                }
                || times.contains { $0.isYearless && sentence.contains($0.range.lowerBound) }
                || quantities.contains { sentence.contains($0.range.lowerBound) && $0.per != nil }
            return isSaid
                ? nil
                : Deadline(text: text, type: .recurring, date: nil, recurrence: .unspecified)
        }
    }

    /// A day, month or year: once, or every year where a cycle beside it says so.
    private static func dated(
        _ time: TimeExpression, _ date: CalendarText, _ text: String,
        among times: [TimeExpression], in body: Script, _ context: DeadlineContext
    ) -> Deadline {
        var date = date
        if date.year == nil {
            if Cycles.makesYearly(time, in: body, times: times, isOneYear: context.onlyYear != nil)
            {
                return Deadline(
                    text: text, type: .recurring, date: date.lastDay, recurrence: .yearly)
            }
            // A day of a task without a year comes again each year, a month is of the plan's year.
            var isOfPlan = context.place == .timeField
            if case .within = time.meaning { isOfPlan = true }
            date.year =
                year(beside: time, among: times, in: body) ?? (isOfPlan ? context.year : nil)
                ?? context.yearOfDaysAhead(date) ?? (date.day != nil ? context.onlyYear : nil)
            if date.year == nil {
                return Deadline(
                    text: text, type: .recurring, date: date.lastDay, recurrence: .yearly)
            }
        }
        switch time.meaning {
        case .within: return Deadline(text: text, type: .within, date: date.lastDay)
        case .on: return Deadline(text: text, type: .on, date: date.lastDay)
        case .from: return Deadline(text: text, type: .from, date: date.firstDay)
        default:
            let last = time.isStrict ? date.dayBefore ?? date.lastDay : date.lastDay
            return Deadline(text: text, type: .by, date: last)
        }
    }
}

extension DeadlineContext {
    private static let daysAhead = 0...10

    /// The year of the plan, where a day without one follows the plan's own within days: a storm's.
    fileprivate func yearOfDaysAhead(_ date: CalendarText) -> Int? {
        let parts = issued?.split(separator: "-").compactMap { Int($0) } ?? []
        guard parts.count == 3, let month = date.month, let day = date.day else { return nil }
        let distance = (month - parts[1]) * 30 + day - parts[2]
        return Self.daysAhead.contains(distance) ? parts[0] : nil
    }
}

extension DeadlineReader {
    /// "trong tháng 4 năm 2026, chậm nhất ngày 30/4": the year of the same sentence.
    private static func year(
        beside time: TimeExpression, among times: [TimeExpression], in body: Script
    ) -> Int? {
        let sentence = body.sentence(around: time.range.lowerBound)
        for other in times where sentence.contains(other.range.lowerBound) {
            switch other.meaning {
            case .by(let date), .within(let date), .on(let date), .from(let date):
                if let year = date.year { return year }
            case .range(_, let last): return last.year
            case .event, .yearlyDay, .cycle, .periodically: continue
            }
        }
        // "thu quỹ năm 2026 đạt kế hoạch trước ngày 31/7": said of the work itself.
        let before = sentence.lowerBound..<time.range.lowerBound
        guard let word = body.last(ofAny: ["năm"], in: before),
            body.clause(around: time.range.lowerBound).contains(word.lowerBound)
        else { return nil }
        return body.year(at: word.lowerBound)?.year
    }
}

extension Deadline {
    /// Whether the two would be one entry: the same time in the same words.
    fileprivate func says(the other: Deadline) -> Bool {
        type == other.type && date == other.date && recurrence == other.recurrence
            && start == other.start && text.lowercased() == other.text.lowercased()
    }
}
