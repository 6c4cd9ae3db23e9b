/// A report that a plan wants (chế độ báo cáo): who owes it, to whom, through whom, by when.
package struct ReportDuty: Sendable, Equatable {
    package typealias Recurrence = ReportDutyReading.Recurrence

    /// Names of the text.
    package var from: [String]
    package var to: String?
    package var via: String?
    package var preparedBy: [String]
    /// `YYYY-MM-DD`; for cycles `--MM-DD` or `---DD`; nil: no date is set.
    package var due: String?
    /// "Trước ngày": the last day is the one before.
    package var isBeforeDue: Bool
    package var recurrence: Recurrence
    /// The ward's own report to the level above, made of those of its units.
    package var isOfWard: Bool

    package init(
        from: [String], to: String?, via: String?, preparedBy: [String] = [], due: String?,
        isBeforeDue: Bool, recurrence: Recurrence, isOfWard: Bool
    ) {
        self.from = from
        self.to = to
        self.via = via
        self.preparedBy = preparedBy
        self.due = due
        self.isBeforeDue = isBeforeDue
        self.recurrence = recurrence
        self.isOfWard = isOfWard
    }

    /// - Parameter words: the paragraph of the plan in which the duty stands.
    package init(_ reading: ReportDutyReading, words: String) {
        self.init(
            from: reading.from, to: reading.to, via: reading.via,
            preparedBy: reading.preparedBy ?? [], due: reading.due,
            isBeforeDue: Self.isBefore(reading.due, in: words), recurrence: reading.recurrence,
            isOfWard: Self.isOfWard(reading.from))
    }

    /// Whether one body only owes it, and that is the ward's own: a People's Committee, or a Party
    /// committee. "UBND các xã" are units below the issuer.
    private static func isOfWard(_ names: [String]) -> Bool {
        guard names.count == 1, let name = names.first.map(folded) else { return false }
        return wardBodies.contains { name.hasPrefix($0) } && !name.contains(" cac ")
    }

    /// Whether units report it to the ward itself, so that the ward drafts none: "UBND phường",
    /// "Đảng ủy xã".
    package var isWithinWard: Bool {
        guard !isOfWard, let to else { return false }
        let name = folded(to) + " "
        return Self.wardBodies.contains { body in
            ["phuong", "xa", "dac khu"].contains { name.hasPrefix("\(body) \($0) ") }
        }
    }

    private static let wardBodies = [
        "ubnd", "uy ban nhan dan", "dang uy", "ban thuong vu dang uy", "ban chap hanh dang bo",
    ]

    /// Whether "trước" stands before the day, "trước ngày 05/12", "trước **ngày 10/12**".
    private static func isBefore(_ due: String?, in words: String) -> Bool {
        guard let due else { return false }
        let parts = due.split(separator: "-").compactMap { Int($0) }
        guard let day = parts.last else { return false }
        let spaced = folded(words).map { $0 == "*" || $0 == "_" ? " " : String($0) }.joined()
        let tokens = spaced.split(separator: " ").map(String.init)
        let month = parts.count > 1 ? parts[parts.count - 2] : nil
        for (index, token) in tokens.enumerated() {
            var numbers = token.split { !$0.isNumber }.compactMap { Int($0) }
            let next = tokens[(index + 1)...].prefix(2)
            if numbers.count == 1, next.first == "thang", let word = next.last {
                numbers += [word.prefix { $0.isNumber }].compactMap { Int($0) }
            }
            guard numbers.first == day, month == nil || numbers.dropFirst().first == month
            else { continue }
            let before = tokens[..<index].suffix(2)
            if before.last == "truoc" || Array(before) == ["truoc", "ngay"] { return true }
        }
        return false
    }
}

extension ReportDuty {
    /// The times at which the report is owed, each with the first day that it tells of.
    ///
    /// They follow each other without a gap from the plan's first day. What fell due before the
    /// duty was known here is left out, but the last report that comes once or once a year is not
    /// when it fell due lately: nobody can tell that it was made, and the next is far. A report
    /// without a day, or on occasion only (đột xuất), has none.
    ///
    /// - Parameters:
    ///   - first: the day of the plan.
    ///   - known: since when the duty, as it is, is followed here.
    package func periods(from first: Day, known: Day, today: Day) -> [PlannedOccurrence] {
        guard let deadline else { return [] }
        let all = WorkSchedule.occurrences(of: [deadline], from: min(first, known), today: today)
        let coming = all.filter { period in period.due.map { $0 >= known } ?? false }
        guard recurrence != .monthly, recurrence != .quarterly, recurrence != .weekly else {
            return coming
        }
        let earliest = known.adding(days: -Self.missedDaysMax)
        let missed = all.last { period in
            period.due.map { $0 < known && $0 >= earliest } ?? false
        }
        return (missed.map { [$0] } ?? []) + coming
    }

    /// A quarter: what fell due longer ago is history, not a debt.
    private static let missedDaysMax = 92

    private var deadline: Deadline? {
        // The words decide whether the day itself is still in time.
        let words = isBeforeDue ? "trước ngày" : ""
        if let due, Day(iso: due) != nil {
            return Deadline(text: words, type: .by, date: due)
        }
        guard let cycle else { return nil }
        return Deadline(text: words, type: .recurring, date: due, recurrence: cycle)
    }

    /// nil: nothing that comes again by itself; a yearly report needs its day, the others end
    /// with their month or quarter.
    private var cycle: Deadline.Recurrence? {
        switch recurrence {
        case .yearly: due == nil ? nil : .yearly
        case .halfYearly: .halfYearly
        case .quarterly: .quarterly
        case .monthly: .monthly
        case .weekly: .weekly
        case .daily, .once, .unspecified, .adHoc, .asPrescribed: nil
        }
    }

    /// Whether a person must set a day before it is followed.
    package var lacksDate: Bool {
        deadline == nil && recurrence != .adHoc && recurrence != .daily
    }

    /// `Báo cáo năm`, `Báo cáo quý`.
    package var title: String {
        switch recurrence {
        case .yearly: "Báo cáo năm"
        case .halfYearly: "Báo cáo 6 tháng"
        case .quarterly: "Báo cáo quý"
        case .monthly: "Báo cáo tháng"
        case .weekly: "Báo cáo tuần"
        case .daily: "Báo cáo ngày"
        case .once: "Báo cáo"
        case .unspecified: "Báo cáo định kỳ"
        case .adHoc: "Báo cáo đột xuất"
        case .asPrescribed: "Báo cáo theo quy định"
        }
    }

    /// `trước ngày 10/12/2026`, `chậm nhất ngày 30/11/2026`.
    package func dueWords(_ last: Day) -> String {
        isBeforeDue
            ? "trước ngày \(last.adding(days: 1).official)" : "chậm nhất ngày \(last.official)"
    }

    package static func title(_ recurrence: Recurrence) -> String {
        ReportDuty(
            from: [], to: nil, via: nil, due: nil, isBeforeDue: false, recurrence: recurrence,
            isOfWard: false
        ).title
    }

    /// Says what is wrong with it, by field.
    package func check() throws(Problem) {
        var refusals: [String: String] = [:]
        if from.isEmpty { refusals["from"] = "Chưa ghi ai phải báo cáo." }
        if let due, !isReadable(due) {
            refusals["due"] =
                "Hạn không đọc được. Hãy ghi như 05/12 (hằng năm), 25 (hằng tháng, hằng quý) hoặc 15/11/2026 (một lần)."
        } else if due == nil, recurrence == .once || recurrence == .yearly {
            refusals["due"] = "Hãy ghi hạn báo cáo."
        }
        if !refusals.isEmpty {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
    }

    private func isReadable(_ due: String) -> Bool {
        let leapYear = 2024
        switch recurrence {
        case .yearly: return due.hasPrefix("--") && Day(iso: "\(leapYear)\(due.dropFirst())") != nil
        case .monthly, .quarterly, .halfYearly:
            return due.hasPrefix("---")
                && Int(due.dropFirst(3)).map { (1...31).contains($0) } == true
        case .once: return Day(iso: due) != nil
        case .weekly, .daily, .unspecified, .adHoc, .asPrescribed: return Day(iso: due) != nil
        }
    }

    /// `05/12` → `--12-05`, `25` → `---25`, `15/11/2026` → `2026-11-15`; anything else as it is.
    package static func dueText(_ typed: String) -> String {
        if let day = Day(vietnamese: typed) { return day.iso }
        let parts = typed.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        if parts.count == 2, let day = parts[0], let month = parts[1] {
            return "--\(twoDigits(month))-\(twoDigits(day))"
        }
        if parts.count == 1, let day = parts[0] { return "---\(twoDigits(day))" }
        return typed
    }

    /// As a person types it: the other way round.
    package var typedDue: String {
        guard let due else { return "" }
        if let day = Day(iso: due) { return day.vietnamese }
        let parts = due.split(separator: "-").map(String.init)
        return parts.reversed().joined(separator: "/")
    }
}

/// The lines that a person wrote, without the bullets typed before them and without empty ones.
package func writtenLines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
        var kept = line.drop { $0.isWhitespace || "-+*•–".contains($0) }
        while kept.last?.isWhitespace == true { kept.removeLast() }
        return kept.isEmpty ? nil : String(kept)
    }
}
