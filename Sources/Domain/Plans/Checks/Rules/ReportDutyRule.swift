/// A report that is to be sent nobody knows where, or when.
enum ReportDutyRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-22", "Chế độ báo cáo thiếu nơi nhận hoặc thời hạn", .warning,
        meaning: """
            Kế hoạch yêu cầu báo cáo nhưng không nói gửi cho ai, hoặc không nói ngày nào ("theo quy \
            định"). Báo cáo đột xuất khi có khó khăn, vướng mắc không cần ngày.
            """,
        reason: "Không đặt được kỳ báo cáo, không nhắc được đơn vị và không biết ai chậm.",
        source: "\"06 rõ\" (rõ thời gian, rõ trách nhiệm).",
        wrong: "Các thôn tổng hợp kết quả, báo cáo theo quy định.",
        right: "Các thôn báo cáo kết quả về UBND xã (qua Văn phòng) trước ngày 25/11 hằng năm.",
        remedy: "Nhập nơi nhận và ngày cho kỳ báo cáo khi xác nhận kế hoạch.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        var seen: Set<String> = []
        return plan.reading.reports.compactMap { duty in
            var missing: [String] = []
            if duty.to == nil { missing.append("gửi cho ai") }
            if duty.due == nil, duty.recurrence != .adHoc, duty.recurrence != .daily {
                missing.append("gửi ngày nào")
            }
            // One sentence that names two recipients is two duties and one gap.
            guard !missing.isEmpty, seen.insert("\(duty.line) \(missing)").inserted else {
                return nil
            }
            let task = plan.task(at: duty.line)
            let sentence = task?.sentences.first { folded($0).contains("bao cao") } ?? ""
            let sender = duty.from.isEmpty ? "" : " của " + duty.from.joined(separator: ", ")
            return plan.report(
                kind, line: duty.line, section: task?.reading.sectionPath, task: task?.reading.id,
                quoting: sentence,
                "Báo cáo\(sender) không nói \(missing.joined(separator: " và ")).")
        }
    }
}
