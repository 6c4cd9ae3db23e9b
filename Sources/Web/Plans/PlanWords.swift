import Domain
import Storage

/// How plans, dates and targets are said on pages.
enum PlanWords {
    static func tag(_ status: Plan.Status) -> HTML {
        switch status {
        case .draft: "<span class=\"tag tag--warn\">◆ \(status.title)</span>"
        case .running: "<span class=\"tag tag--info\">● \(status.title)</span>"
        case .ended: "<span class=\"tag\">✓ \(status.title)</span>"
        }
    }

    /// `31/12/2026`, `hằng năm, trước ngày 05/12`, `hằng tháng`; the words of the text where
    /// nothing else is known. "Trước" stays: such work is due the day before.
    static func deadline(_ deadline: Deadline) -> String {
        let cycle = deadline.recurrence.map(recurrence)
        guard let date = deadline.date else { return cycle ?? deadline.text }
        let isBefore = deadline.type != .from && WorkSchedule.isStrictlyBefore(deadline.text)
        let day = (isBefore ? "trước " : "") + Self.date(date)
        if let cycle { return "\(cycle), \(day)" }
        if let start = deadline.start { return "từ \(Self.date(start)) đến \(day)" }
        switch deadline.type {
        case .from: return "từ \(day)"
        case .by, .within, .recurring, .on, .event: return day
        }
    }

    static func recurrence(_ recurrence: Deadline.Recurrence) -> String {
        switch recurrence {
        case .daily: "hằng ngày"
        case .weekly: "hằng tuần"
        case .monthly: "hằng tháng"
        case .quarterly: "hằng quý"
        case .halfYearly: "sáu tháng một lần"
        case .yearly: "hằng năm"
        case .continuous: "thường xuyên"
        case .unspecified: "định kỳ"
        }
    }

    /// `2026-12-31` → `31/12/2026`, `--12-05` → `ngày 05/12`, `--09` → `tháng 9`, `---25` →
    /// `ngày 25`.
    static func date(_ text: String) -> String {
        if let day = Day(iso: text) { return day.vietnamese }
        let parts = text.split(separator: "-").map(String.init)
        if text.hasPrefix("---"), let day = parts.first { return "ngày \(day)" }
        if text.hasPrefix("--") {
            if parts.count == 2 { return "ngày \(parts[1])/\(parts[0])" }
            if let month = parts.first.flatMap(Int.init) { return "tháng \(month)" }
        }
        if parts.count == 2, let month = Int(parts[1]) { return "tháng \(month)/\(parts[0])" }
        return text
    }

    /// `5–8% mỗi tháng`, `≥ 25%`, `100%`.
    static func amount(min: Double?, max: Double?, unit: String?, per: String?) -> String {
        let rate = per.map { " mỗi " + period($0) } ?? ""
        let bounds: String
        switch (min, max) {
        case (let min?, let max?) where min == max: bounds = number(min)
        case (let min?, let max?): bounds = "\(number(min))–\(number(max))"
        case (let min?, nil): bounds = "≥ \(number(min))"
        case (nil, let max?): bounds = "≤ \(number(max))"
        case (nil, nil): return "chưa rõ con số"
        }
        return MeasureName.joined(bounds, unit.map(measure) ?? "") + rate
    }

    /// Vietnamese figures: comma for decimals, no zeros behind it.
    static func number(_ value: Double) -> String {
        let rounded = (value * 100).rounded() / 100
        if rounded == rounded.rounded(), abs(rounded) < 1e15 { return grouped(Int(rounded)) }
        return "\(rounded)".replacing(".", with: ",")
    }

    private static func grouped(_ value: Int) -> String {
        var digits = Array(String(abs(value)))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(".", at: place)
            place -= 3
        }
        return (value < 0 ? "-" : "") + String(digits)
    }

    static func measure(_ unit: String) -> String { MeasureName.words(unit) }

    /// The word of the reading for what a person typed; any other word stands for itself.
    static func measureKey(_ words: String) -> String { MeasureName.key(words) }

    static func period(_ per: String) -> String {
        periods.first { $0.key == per }?.title ?? per
    }

    static let periods: [(key: String, title: String)] = [
        ("day", "ngày"), ("week", "tuần"), ("month", "tháng"), ("quarter", "quý"),
        ("half_year", "nửa năm"), ("year", "năm"),
    ]
}

extension PlanWords {
    static func amount(_ target: TaskTarget) -> String {
        let figure = amount(min: target.min, max: target.max, unit: target.unit, per: target.per)
        return target.due.map { "\(figure), đến \(date($0))" } ?? figure
    }

    /// A finding in plain words, its code leading to the page that explains it.
    static func note(_ diagnostic: PlanDiagnostic) -> HTML {
        let tone: Tone =
            switch diagnostic.severity {
            case .error: .danger
            case .warning: .warn
            case .hint: .info
            }
        return Note.block(
            nil,
            """
            <strong><a href="/checks/\(diagnostic.code)">\(diagnostic.code)</a></strong> \
            \(diagnostic.message) \(diagnostic.remedy)
            """, tone: tone)
    }

    static func report(_ duty: ReportDutyReading) -> String {
        let cycle =
            switch duty.recurrence {
            case .yearly: "hằng năm"
            case .quarterly: "hằng quý"
            case .monthly: "hằng tháng"
            case .weekly: "hằng tuần"
            case .daily: "hằng ngày"
            case .once: "một lần"
            case .unspecified: "định kỳ, chưa rõ chu kỳ"
            case .adHoc: "đột xuất"
            case .asPrescribed: "theo quy định"
            case .halfYearly: "sáu tháng một lần"
            }
        return duty.due.map { "\(cycle), trước \(date($0))" } ?? cycle
    }

    /// Why a task is no longer in the plan.
    static func end(_ task: PlanTask) -> String {
        switch TaskEnd(task) {
        case .removed: "đã bỏ"
        case .split: "đã tách"
        case .unsplit: "đã gộp lại"
        case .merged: "đã gộp vào nhiệm vụ khác"
        case .amended: "bản sửa đổi không còn"
        case nil: "đã kết thúc"
        }
    }
}
