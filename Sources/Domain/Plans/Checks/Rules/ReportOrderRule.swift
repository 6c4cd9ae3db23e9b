/// A report due before the reports that it is made of.
enum ReportOrderRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-24", "Hạn báo cáo lên trên sớm hơn hạn nhận báo cáo", .error,
        meaning: """
            Cơ quan phải gửi báo cáo tổng hợp lên cấp trên trước hoặc đúng ngày các đơn vị gửi báo \
            cáo cho mình.
            """,
        reason: "Người tổng hợp không kịp có số liệu của đơn vị.",
        source: "So sánh các hạn báo cáo trong cùng kế hoạch.",
        wrong: """
            Các đơn vị báo cáo UBND xã trước ngày 10/12 hằng năm; UBND xã báo cáo UBND tỉnh trước \
            ngày 05/12 hằng năm.
            """,
        right: """
            Các đơn vị báo cáo UBND xã trước ngày 01/12 hằng năm; UBND xã báo cáo UBND tỉnh trước \
            ngày 10/12 hằng năm.
            """,
        remedy: "Đưa hạn của đơn vị về trước hạn của báo cáo tổng hợp ít nhất vài ngày.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        let duties = plan.reading.reports
        return duties.flatMap { upper in
            duties.compactMap { lower in
                guard let receiver = lower.to, upper.from.contains(receiver),
                    upper.recurrence == lower.recurrence, let above = upper.due,
                    let below = lower.due, above.utf8.count == below.utf8.count, above <= below
                else { return nil }
                let task = plan.task(at: upper.line)
                return plan.report(
                    kind, line: upper.line, section: task?.reading.sectionPath,
                    task: task?.reading.id, quoting: task?.text ?? "",
                    """
                    \(receiver) phải báo cáo trước \(day(above)), nhưng đến \(day(below)) mới nhận \
                    báo cáo của các đơn vị (dòng \(lower.line)).
                    """)
            }
        }
    }

    /// `05/12` for `--12-05`.
    private static func day(_ due: String) -> String {
        if let full = Day(iso: due) { return full.vietnamese }
        let parts = due.split(separator: "-")
        return parts.count == 2 ? "\(parts[1])/\(parts[0])" : due
    }
}
