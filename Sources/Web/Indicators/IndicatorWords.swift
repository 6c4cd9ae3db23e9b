import Domain
import Storage

/// How figures, paces and debts are said.
enum IndicatorWords {
    static let counted = "counted"
    static let others = "others"

    /// - Parameters:
    ///   - list: the frozen list of which the records are.
    ///   - group: the residential group to which they belong.
    static func path(
        _ indicator: Indicator, _ part: String, _ list: TargetBaseline? = nil,
        group: String? = nil
    ) -> String {
        Address.with(
            "/indicators/\(indicator.key)/records",
            [("part", part), ("list", list?.id), ("group", group)])
    }

    /// `62,5%`, `3`, or that there is nothing to be a share of.
    static func value(_ figure: IndicatorFigure) -> String {
        guard let value = figure.value else { return "chưa có gì để tính" }
        return figure.whole == nil ? PlanWords.number(value) : "\(PlanWords.number(value))%"
    }

    /// "412 trên 659", each leading to its records.
    static func behind(
        _ indicator: Indicator, _ figure: IndicatorFigure, _ list: TargetBaseline? = nil,
        group: String? = nil
    ) -> HTML {
        let counted: HTML =
            "<a href=\"\(path(indicator, counted, list, group: group))\">\(PlanWords.number(figure.counted))</a>"
        guard let whole = figure.whole else { return "gồm \(counted)" }
        let left = whole - figure.counted
        return """
            \(counted) trên \(PlanWords.number(whole)), \
            <a href="\(path(indicator, others, list, group: group))">còn \(PlanWords.number(left))</a>
            """
    }

    /// The course of a share over the last months, as it is drawn.
    static func course(_ months: [IndicatorFigure], _ figure: IndicatorFigure) -> HTML {
        guard figure.whole != nil else { return "" }
        let values = months.prefix(monthsShown).reversed().map { $0.value.map { Int($0) } }
        return Sparkline.line(
            values + [figure.value.map { Int($0) }],
            label: "\(values.count) tháng qua, bây giờ \(value(figure))")
    }

    static let monthsShown = 12

    /// Whether a target arrives in time, and what it needs: a sentence with its reasoning.
    static func pace(_ pace: IndicatorPace, isShare: Bool) -> String {
        let unit = isShare ? "%" : ""
        let day = pace.due.vietnamese
        let aim = "\(PlanWords.number(pace.aim))\(unit)"
        if pace.isCeiling { return ceiling(pace, aim, unit) }
        switch pace.standing {
        case .reached: return "Đã đạt mức \(aim) của ngày \(day)."
        case .missed: return "Quá ngày \(day) mà chưa đạt \(aim)."
        case .onPace, .behind, .unknown: break
        }
        let lacks = "\(PlanWords.number(pace.aim - pace.value))\(unit)"
        if pace.daysLeft == 0 {
            return "Hôm nay là ngày cuối, còn thiếu \(lacks) mới đạt \(aim)."
        }
        let needed = pace.needed.map {
            pace.daysLeft < 31
                ? "Còn \(pace.daysLeft) ngày để thêm \(lacks) mới đạt \(aim)."
                : "Từ nay đến \(day) mỗi tháng cần thêm \(PlanWords.number($0))\(unit) mới đạt \(aim)."
        }
        guard let rate = pace.rate, let projected = pace.projected else {
            return [needed, "Chưa đủ số liệu để ước ngày đến đích."].compactMap(\.self)
                .joined(separator: " ")
        }
        let verdict = pace.standing == .onPace ? "đạt" : "không đạt"
        return [
            needed,
            "Đến nay mỗi tháng tăng \(PlanWords.number(rate))\(unit); cứ như vậy, ngày \(day) được \(PlanWords.number(projected))\(unit), \(verdict).",
        ].compactMap(\.self).joined(separator: " ")
    }

    /// The same where the aim is the most that may be.
    private static func ceiling(_ pace: IndicatorPace, _ aim: String, _ unit: String) -> String {
        let day = pace.due.vietnamese
        let now = "\(PlanWords.number(pace.value))\(unit)"
        switch pace.standing {
        case .reached: return "Hết ngày \(day) là \(now), không quá \(aim)."
        case .missed: return "Đã \(now), quá mức \(aim) của ngày \(day)."
        case .onPace, .behind, .unknown: break
        }
        guard let projected = pace.projected else {
            return "Nay \(now), không được quá \(aim) đến ngày \(day). Chưa đủ số liệu để ước."
        }
        let verdict = pace.standing == .onPace ? "trong mức" : "quá mức"
        return
            "Nay \(now), không được quá \(aim); cứ như đến nay, ngày \(day) là \(PlanWords.number(projected))\(unit), \(verdict)."
    }

    /// How a target stands, in a word: reached, in time, behind, owing, past its day.
    static func tag(_ standing: TargetStanding, on today: Day) -> HTML {
        let progress = TargetProgress(standing.target, value: standing.value, on: today)
        if let rhythm = standing.rhythm, rhythm.debt > 0 || rhythm.untoldRounds > 0 {
            return Tag.state(debt(rhythm, standing.target), .warn)
        }
        switch progress {
        case .reached, .overdue, .missed, .unreported:
            return Tag.state(progress.title, PlanWords.tone(progress))
        case .behind: break
        }
        switch standing.pace?.standing {
        case .behind: return Tag.state("Chậm so với hạn", .warn)
        case .onPace: return Tag.state("Kịp hạn nếu giữ nhịp", .info)
        case .missed: return Tag.state("Quá mức", .danger)
        case .reached, .unknown, nil: return Tag.state(progress.title, PlanWords.tone(progress))
        }
    }

    /// `Nợ 3 lượt phát của 2 kỳ`, `2 kỳ chưa có số liệu`.
    static func debt(_ rhythm: TargetRhythm, _ target: TaskTarget) -> String {
        let untold: String? =
            rhythm.untoldRounds > 0 ? "\(rhythm.untoldRounds) kỳ chưa có số liệu" : nil
        let owed: String? =
            rhythm.debt > 0
            ? "nợ \(amount(rhythm.debt, target.unit)) của \(rhythm.owedRounds) kỳ" : nil
        let words = [owed, untold].compactMap(\.self).joined(separator: ", ")
        return words.isEmpty ? "không nợ kỳ nào" : words.prefix(1).uppercased() + words.dropFirst()
    }

    /// `62,5%`, `3 lượt phát`.
    static func amount(_ value: Double, _ unit: String?) -> String {
        MeasureName.joined(PlanWords.number(value), unit.map(PlanWords.measure) ?? "")
    }

    /// The round that runs: what is there and what is still to come, with the days that are left.
    static func current(_ rhythm: TargetRhythm, _ target: TaskTarget, on today: Day) -> String? {
        guard let round = rhythm.current else { return nil }
        let days = round.last.number - today.number
        let left = days == 0 ? "hôm nay là ngày cuối" : "còn \(days) ngày"
        guard let value = round.value else { return "\(round.label): chưa có số liệu, \(left)." }
        let lacks = rhythm.need - value
        let now = amount(value, target.unit)
        return lacks > 0
            ? "\(round.label): đã \(now), cần thêm \(amount(lacks, target.unit)), \(left)."
            : "\(round.label): đã \(now), đủ mức \(amount(rhythm.need, target.unit))."
    }

    /// Whether a plan's monthly share leads to the whole that it asks for.
    static func reach(_ reach: MonthlyReach) -> String {
        let least = "\(PlanWords.number(reach.least))%"
        let reached = "\(PlanWords.number(reach.reached))%"
        let to = "từ khi kế hoạch chạy đến \(reach.due.vietnamese) là \(reach.months) tháng"
        return reach.isEnough
            ? "Mỗi tháng \(least), \(to), được \(reached): đủ."
            : "Mỗi tháng \(least) như kế hoạch ghi, \(to), chỉ được \(reached), không đủ \(PlanWords.number(reach.aim))%; phải mỗi tháng \(PlanWords.number(reach.needed))%."
    }
}
