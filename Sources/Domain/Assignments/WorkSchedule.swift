/// One time at which work is due, as the plan's deadlines have it.
package struct PlannedOccurrence: Sendable, Equatable {
    /// Names the time within its assignment, so that it is made once: `once`, `y2026`, `m2026-11`.
    package let slot: String
    /// `Năm 2026`, `Tháng 11/2026`; empty for work that is done once.
    package let label: String
    /// The last day on which it is on time; nil: the plan names no day.
    package let due: Day?
    /// The first day of the time that there is for it.
    package let begins: Day

    /// `m` of `m2026-11`, `y.2` of `y2026.2`: what the times of one cycle have in common.
    package var rhythm: String { Self.rhythm(ofSlot: slot) }

    package static func rhythm(ofSlot slot: String) -> String {
        let number = slot.split(separator: ".").dropFirst().map { ".\($0)" }.joined()
        return slot.prefix { $0.isLetter } + number
    }

    package init(slot: String, label: String, due: Day?, begins: Day) {
        self.slot = slot
        self.label = label
        self.due = due
        self.begins = begins
    }
}

/// The times at which a task is due (hạn và chu kỳ), from what the plan says of it.
package enum WorkSchedule {
    /// How far ahead periods are laid out; the next one is always there, however far.
    /// A quarter, the longest time over which a ward plans its weeks.
    package static let horizonDays = 92

    /// The times that the deadlines ask for.
    ///
    /// Work that comes again has each of its periods from `first` on; work without a day, or done
    /// all the time (thường xuyên), has one time without a day.
    package static func occurrences(
        of deadlines: [Deadline], from first: Day, today: Day
    ) -> [PlannedOccurrence] {
        let once = single(deadlines, from: first)
        let periods = recurring(deadlines, from: first, today: today)
        let dated = once + periods
        guard dated.isEmpty else { return dated }
        let isContinuous = deadlines.contains {
            $0.recurrence == .continuous || $0.recurrence == .daily
        }
        return [
            PlannedOccurrence(
                slot: "once", label: isContinuous ? "Thường xuyên" : "", due: nil,
                begins: begin(of: deadlines.first, from: first))
        ]
    }

    /// Whether the words mean "strictly before the day": "trước ngày 05/12", "trước 15/11".
    package static func isStrictlyBefore(_ words: String) -> Bool {
        let words = folded(words)
        guard let mark = words.range(ofWords: "truoc ") else { return false }
        let rest = words[mark...]
        return rest.hasPrefix("ngay") || rest.first?.isNumber == true
    }

    private static func single(_ deadlines: [Deadline], from first: Day) -> [PlannedOccurrence] {
        let dated: [(Deadline, Day)] = deadlines.compactMap { deadline in
            guard [.by, .within, .on].contains(deadline.type), let date = deadline.date,
                let day = lastDay(of: date)
            else { return nil }
            return (deadline, isStrictlyBefore(deadline.text) ? day.adding(days: -1) : day)
        }
        return dated.enumerated().map { index, pair in
            PlannedOccurrence(
                slot: index == 0 ? "once" : "once.\(index + 1)",
                label: dated.count == 1 ? "" : "Đến \(pair.1.vietnamese)", due: pair.1,
                begins: min(begin(of: pair.0, from: first), pair.1))
        }
    }

    private static func recurring(
        _ deadlines: [Deadline], from first: Day, today: Day
    ) -> [PlannedOccurrence] {
        var counts: [WorkPeriod.Cycle: Int] = [:]
        return deadlines.flatMap { deadline -> [PlannedOccurrence] in
            guard let recurrence = deadline.recurrence, let cycle = WorkPeriod.Cycle(recurrence)
            else { return [] }
            let number = counts[cycle, default: 0]
            counts[cycle] = number + 1
            return periods(
                of: cycle, deadline, number: number, from: begin(of: deadline, from: first),
                today: today)
        }
    }

    private static func periods(
        of cycle: WorkPeriod.Cycle, _ deadline: Deadline, number: Int, from first: Day, today: Day
    ) -> [PlannedOccurrence] {
        let earlier = isStrictlyBefore(deadline.text) ? -1 : 0
        let limit = today.adding(days: horizonDays)
        var found: [PlannedOccurrence] = []
        var begins = first
        // The period before may end, by its written day, after the first day.
        var period = WorkPeriod(cycle, holding: first).previous
        while true {
            let due = period.due(on: deadline.date).adding(days: earlier)
            if due > limit, found.last.flatMap(\.due).map({ $0 >= today }) == true { break }
            if due >= first {
                found.append(
                    PlannedOccurrence(
                        slot: number == 0 ? period.slot : "\(period.slot).\(number + 1)",
                        label: number == 0
                            ? period.label
                            : "\(period.label) (\(deadline.text.isEmpty ? due.vietnamese : deadline.text))",
                        due: due, begins: min(begins, due)))
                begins = due.adding(days: 1)
            }
            if due > limit { break }
            period = period.next
        }
        return found
    }

    private static func begin(of deadline: Deadline?, from first: Day) -> Day {
        guard let deadline else { return first }
        let start = deadline.start ?? (deadline.type == .from ? deadline.date : nil)
        return start.flatMap { Day(iso: $0) } ?? first
    }

    /// The last day of `2026-12-05`, `2026-12` or `2026`.
    package static func lastDay(of date: String) -> Day? {
        Day(iso: date) ?? Day(iso: "\(date)-01")?.lastOfMonth ?? Day(iso: "\(date)-12-31")
    }
}

extension String {
    /// Where the text after whole words begins.
    fileprivate func range(ofWords words: String) -> Index? {
        var start = startIndex
        while start < endIndex {
            let isWordStart = start == startIndex || !self[index(before: start)].isLetter
            if isWordStart, self[start...].hasPrefix(words) {
                return index(start, offsetBy: words.count)
            }
            start = index(after: start)
        }
        return nil
    }
}
