/// A date that no calendar has.
enum CalendarRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-19", "Ngày không có trong lịch", .error,
        meaning: "Thời hạn ghi một ngày không tồn tại, như 31/6 hoặc 30/02.",
        reason: "Không nhắc hạn và không xác định được lúc nào là chậm.",
        source: "Lịch.",
        wrong: "Hoàn thành trước ngày 31/9/2026.",
        right: "Hoàn thành trước ngày 30/9/2026.",
        remedy: "Sửa thành ngày có thật, thường là ngày cuối tháng.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        plan.tasks.flatMap { task in
            task.reading.deadlines.compactMap { deadline in
                impossibleDate(in: deadline.text).map { date in
                    plan.report(
                        kind, at: task, quoting: deadline.text, "Không có ngày \(date).")
                }
            }
        }
    }

    /// The first `d/m` or `d/m/yyyy` of a text that is no day; the leap day passes without a year.
    private static func impossibleDate(in text: String) -> String? {
        for word in text.split(whereSeparator: { !$0.isNumber && $0 != "/" }) {
            let parts = word.split(separator: "/").map(String.init)
            guard parts.count == 2 || parts.count == 3, let day = Int(parts[0]),
                let month = Int(parts[1]), parts[0].count <= 2, parts[1].count <= 2
            else { continue }
            // A leap year, so that 29/02 stands where the year is not said.
            let year = parts.count == 3 ? Int(parts[2]) ?? 2024 : 2024
            if parts.count == 3, parts[2].count != 4 { continue }
            if Day(year: year, month: month, day: day) == nil { return String(word) }
        }
        return nil
    }
}
