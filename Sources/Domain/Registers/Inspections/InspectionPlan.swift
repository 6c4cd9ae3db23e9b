/// Lays the periodic inspections of a year over its working days, the most pressing first.
///
/// - Source: Decree 105/2025/NĐ-CP, Article 14(3)a: a plan for the next year before 15 December.
package enum InspectionPlan {
    package struct Visit: Sendable, Equatable {
        package let facility: Record
        package let day: Day
        /// Why it comes at all, and so early: a whole sentence.
        package let reason: String
    }

    /// - Parameters:
    ///   - facilities: of the body that plans.
    ///   - planned: facilities that have a periodic inspection in the year already.
    /// - Returns: one visit for each facility whose inspection falls due by the end of the year,
    ///   and for some that fall due later, so that no year of the cycle has all the work.
    package static func lay(
        _ facilities: [Record], year: Int, planned: Set<String>, holidays: Set<Day>, today: Day
    ) -> [Visit] {
        guard let first = Day(year: year, month: 1, day: 1),
            let last = Day(year: year, month: 12, day: 31)
        else { return [] }
        let open = facilities.filter {
            !planned.contains($0.id) && $0[Facilities.nextInspection] != nil
        }
        let due = chosen(of: open, by: last, planned: planned.count)
        let begin = max(first, today.adding(days: 1))
        let days = (begin.number...max(begin.number, last.number)).map(Day.init(number:))
            .filter { $0.weekday <= 5 && !holidays.contains($0) && $0 <= last }
        guard !due.isEmpty, !days.isEmpty else { return [] }
        let ordered = due.sorted { urgency($0) < urgency($1) }
        return ordered.enumerated().map { index, facility in
            Visit(
                facility: facility, day: days[index * days.count / ordered.count],
                reason: reason(facility))
        }
    }

    /// What falls due by the end of the year, and of what comes later so much that the years until
    /// then have as many.
    private static func chosen(of open: [Record], by last: Day, planned: Int) -> [Record] {
        let due = open.filter { $0[Facilities.nextInspection].map { $0 <= last } == true }
        let latest = open.compactMap { $0[Facilities.nextInspection]?.year }.max() ?? last.year
        let years = max(1, latest - last.year + 1)
        let share = (open.count + planned + years - 1) / years - planned
        guard due.count < share else { return due }
        let early = open.filter { $0[Facilities.nextInspection].map { $0 > last } == true }
            .sorted { urgency($0) < urgency($1) }
        return due + early.prefix(share - due.count)
    }

    /// Facilities with something open first, then those at risk, then by the day on which they
    /// fall due.
    private static func urgency(_ facility: Record) -> (Int, Int, String) {
        let isOpen =
            (facility[Facilities.openViolations] ?? 0) + (facility[Facilities.openFindings] ?? 0)
            > 0
        let rank = isOpen ? 0 : facility[Facilities.risk] != nil ? 1 : 2
        return (rank, facility[Facilities.nextInspection]?.number ?? 0, facility.id)
    }

    private static func reason(_ facility: Record) -> String {
        var parts: [String] = []
        if let last = facility[Facilities.lastInspected] {
            parts.append("Kiểm tra gần nhất \(last.vietnamese)")
        } else {
            parts.append("Chưa kiểm tra lần nào")
        }
        if let due = facility[Facilities.nextInspection] {
            parts.append("phải kiểm tra trước \(due.vietnamese)")
        }
        if let count = facility[Facilities.openViolations], count > 0 {
            parts.append("còn \(count) vi phạm chưa xử lý xong")
        }
        if let count = facility[Facilities.openFindings], count > 0 {
            parts.append("còn \(count) tồn tại")
        }
        if let risk = facility[Facilities.risk] { parts.append("nguy cơ cao: \(risk)") }
        return parts.joined(separator: ", ") + "."
    }
}
