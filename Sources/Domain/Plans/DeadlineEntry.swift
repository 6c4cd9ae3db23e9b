/// A deadline as people type it: how often, and a day in the form that fits.
package enum DeadlineEntry {
    /// Reads what was typed.
    ///
    /// - Parameters:
    ///   - day: `31/12/2026` when once, `05/12` for a day of each year, `25` for a day of each
    ///     month; empty where the cycle says enough.
    ///   - before: what stood there; its words and kind are kept as far as they fit the new day.
    /// - Returns: nil when nothing was typed.
    /// - Throws: `.invalid` for a day that does not exist or does not fit the cycle.
    package static func deadline(
        day: String, recurrence: Deadline.Recurrence?, replacing before: Deadline?
    ) throws(Problem) -> Deadline? {
        let date = try date(day, recurrence)
        if date == nil && recurrence == nil {
            return before?.type == .event ? before : nil
        }
        if let before, before.date == date, before.recurrence == recurrence { return before }
        let kind: Deadline.Kind =
            recurrence != nil
            ? .recurring
            : before.map { $0.type == .recurring || $0.type == .event ? .by : $0.type } ?? .by
        // Words that say "before" another day would move the day that was typed.
        let words = before?.text ?? ""
        return Deadline(
            text: WorkSchedule.isStrictlyBefore(words) ? "" : words, type: kind, date: date,
            recurrence: recurrence,
            start: before?.start)
    }

    /// What `deadline(day:recurrence:replacing:)` would read back.
    package static func day(of deadline: Deadline) -> String {
        guard let date = deadline.date else { return "" }
        if let day = Day(iso: date) { return day.vietnamese }
        let parts = date.split(separator: "-")
        if date.hasPrefix("---") { return parts.first.map(String.init) ?? "" }
        return parts.reversed().joined(separator: "/")
    }

    private static func date(
        _ text: String, _ recurrence: Deadline.Recurrence?
    ) throws(Problem) -> String? {
        if text.isEmpty { return nil }
        if let day = Day(vietnamese: text) { return day.iso }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        switch recurrence {
        case .yearly:
            // A leap year, so that 29/02 may be written.
            if parts.count == 2, let day = parts[0], let month = parts[1],
                Day(year: 2024, month: month, day: day) != nil
            {
                return "--\(twoDigits(month))-\(twoDigits(day))"
            }
            if parts.count == 1, let month = parts[0], (1...12).contains(month) {
                return "--\(twoDigits(month))"
            }
        case .monthly, .quarterly, .halfYearly:
            if parts.count == 1, let day = parts[0], (1...31).contains(day) {
                return "---\(twoDigits(day))"
            }
        case nil, .daily, .weekly, .continuous, .unspecified: break
        }
        throw Problem(
            .invalid,
            "«\(text)» không phải là ngày hợp lệ. Hãy ghi như 31/12/2026, hoặc 05/12 nếu hằng năm, hoặc 25 nếu hằng tháng."
        )
    }
}
