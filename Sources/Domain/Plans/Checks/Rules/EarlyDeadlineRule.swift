/// A deadline before the plan itself.
enum EarlyDeadlineRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-18", "Thời hạn trước ngày ban hành kế hoạch", .error,
        meaning: "Ngày phải hoàn thành sớm hơn ngày (hoặc tháng) ban hành chính kế hoạch.",
        reason:
            "Nhiệm vụ đã quá hạn ngay khi được giao; thường là chép nguyên từ kế hoạch năm trước.",
        source: "\"06 rõ\" (rõ thời gian).",
        wrong: "(Kế hoạch ngày 10/4/2026) Hoàn thành rà soát trước ngày 31/12/2025.",
        right: "(Kế hoạch ngày 10/4/2026) Hoàn thành rà soát trước ngày 31/12/2026.",
        remedy: "Hỏi lại cơ quan ban hành và sửa ngày khi xác nhận nhiệm vụ.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        guard let issued = plan.issued else { return [] }
        return plan.tasks.flatMap { task in
            task.reading.deadlines.compactMap { deadline in
                guard [.by, .within, .on].contains(deadline.type),
                    let day = deadline.date.flatMap({ Day(iso: $0) }), day < issued,
                    isOwnDate(deadline.text, day)
                else { return nil }
                return plan.report(
                    kind, at: task, quoting: deadline.text,
                    """
                    Hạn \(day.vietnamese) («\(deadline.text)») sớm hơn ngày ban hành kế hoạch \
                    (\(issuedWords(plan, issued))).
                    """)
            }
        }
    }

    /// The words themselves bear the year, and it is not that of a document ("theo Quyết định số
    /// 14/QĐ-UBND ngày …").
    private static func isOwnDate(_ text: String, _ day: Day) -> Bool {
        text.contains("\(day.year)") && !PlainText(text).padded.contains(" so ")
    }

    private static func issuedWords(_ plan: CheckedPlan, _ issued: Day) -> String {
        plan.reading.document.date?.utf8.count == 7
            ? "tháng \(issued.month)/\(issued.year)" : issued.vietnamese
    }
}
