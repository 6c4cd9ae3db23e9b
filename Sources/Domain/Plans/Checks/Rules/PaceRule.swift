/// A pace that does not reach its goal by the day set.
enum PaceRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-06", "Nhịp độ không tới được đích", .warning,
        meaning: """
            Một nhiệm vụ vừa đặt mức phải đạt mỗi tháng (tuần, quý, năm), vừa đặt đích và ngày phải \
            tới đích. Nhân mức tối thiểu với số kỳ trọn vẹn từ tháng sau tháng ban hành đến ngày ấy \
            mà vẫn dưới đích thì báo; nếu cả mức tối đa cũng không tới thì là lỗi.
            """,
        reason: "Đơn vị làm đúng mức tối thiểu hằng kỳ vẫn không hoàn thành chỉ tiêu cuối cùng.",
        source: "Phép tính từ chính số liệu của kế hoạch: mức mỗi kỳ × số kỳ so với đích.",
        wrong: """
            (Kế hoạch tháng 01/2026) Mỗi tháng vận động từ 6% đến 10% số hộ kinh doanh, đến ngày \
            01/02/2027 đạt 100%. — 6% × 12 tháng = 72%.
            """,
        right: """
            Mỗi tháng vận động tối thiểu 8,4% số hộ kinh doanh, đến ngày 01/02/2027 đạt 100%.
            """,
        remedy: "Nâng mức mỗi kỳ lên mức cần thiết nêu ở trên, hoặc lùi ngày, hoặc hạ đích.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        guard let issued = plan.issued else { return [] }
        return plan.tasks.flatMap { task in
            let targets = task.reading.targets
            return targets.flatMap { pace in
                targets.compactMap { goal in
                    report(task, pace: pace, goal: goal, from: issued, in: plan)
                }
            }
        }
    }

    private static func report(
        _ task: CheckedTask, pace: TargetReading, goal: TargetReading, from issued: Day,
        in plan: CheckedPlan
    ) -> PlanDiagnostic? {
        guard let period = Period(pace.per), goal.per == nil, pace.unit == goal.unit,
            let least = pace.min ?? pace.max, let aim = goal.min ?? goal.max,
            let end = goal.by.flatMap({ Day(iso: $0) })
        else { return nil }
        // Work begins with the month after the plan's, or with the plan's when it begins that day.
        let start =
            issued.day == 1 && plan.reading.document.date?.utf8.count == 10
            ? issued : issued.firstOfMonth.adding(months: 1)
        let count = period.count(from: start, to: end)
        guard count > 0, least * Double(count) < aim else { return nil }
        let isHopeless = pace.max.map { $0 * Double(count) < aim } ?? false
        let unit = goal.unit == "percent" ? "%" : ""
        // Rounded up: the pace that is said must reach the goal.
        let needed = (aim / Double(count) * 10).rounded(.up) / 10
        let shown = decimal(least * Double(count))
        let message = """
            \(decimal(least))\(unit) mỗi \(period.name) từ \(start.vietnamese) đến \
            \(end.vietnamese) (\(count) \(period.name)) chỉ đạt \(shown)\(unit), không tới \
            \(decimal(aim))\(unit); cần \(decimal(nearest(aim / Double(count))))\(unit) mỗi \
            \(period.name).
            """
        return plan.report(
            kind, at: task, quoting: pace.text, message, severity: isHopeless ? .error : .warning,
            remedy: """
                Nâng mức tối thiểu lên \(decimal(needed))\(unit) mỗi \(period.name), hoặc lùi ngày \
                hoàn thành, hoặc hạ đích.
                """)
    }

    /// One digit after the comma.
    private static func nearest(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    /// As Vietnamese writes it: `7,7`; whole numbers without a comma.
    static func decimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10),\(abs(tenths % 10))"
    }

    private enum Period: String {
        case day, week, month, quarter, year

        init?(_ per: String?) {
            guard let per, let period = Period(rawValue: per) else { return nil }
            self = period
        }

        var name: String {
            switch self {
            case .day: return "ngày"
            case .week: return "tuần"
            case .month: return "tháng"
            case .quarter: return "quý"
            case .year: return "năm"
            }
        }

        /// Whole periods between two days.
        func count(from start: Day, to end: Day) -> Int {
            let days = end.number - start.number
            let months =
                (end.year - start.year) * 12 + end.month - start.month
                - (end.day < start.day && end != end.lastOfMonth ? 1 : 0)
                + (end == end.lastOfMonth && start.day == 1 ? 1 : 0)
            switch self {
            case .day: return days
            case .week: return days / 7
            case .month: return months
            case .quarter: return months / 3
            case .year: return months / 12
            }
        }
    }
}
