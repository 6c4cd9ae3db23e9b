/// Work "định kỳ" (now and again) without saying how often.
enum VaguePeriodRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-20", "\"Định kỳ\" không nói chu kỳ", .warning,
        meaning: "Nhiệm vụ ghi \"định kỳ\" mà không nói hằng tháng, hằng quý hay hằng năm.",
        reason: "Không tạo được từng kỳ để theo dõi; không ai biết lúc nào là đã bỏ sót một kỳ.",
        source: "\"06 rõ\" (rõ thời gian).",
        wrong: "Định kỳ tổ chức thực tập phương án chữa cháy tại chợ.",
        right: "Hằng năm, trong quý IV, tổ chức thực tập phương án chữa cháy tại chợ.",
        remedy: "Chọn chu kỳ (tháng, quý, sáu tháng, năm) và ngày của kỳ khi xác nhận nhiệm vụ.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        plan.tasks.compactMap { task in
            let vague = task.reading.deadlines.first {
                $0.type == .recurring && $0.recurrence == .unspecified
            }
            return vague.map {
                plan.report(
                    kind, at: task, quoting: $0.text, "«\($0.text)» không nói bao lâu một lần.")
            }
        }
    }
}
