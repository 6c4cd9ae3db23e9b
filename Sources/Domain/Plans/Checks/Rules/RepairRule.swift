/// Words that a scanner or a hand has damaged.
enum RepairRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-28", "Dấu vết lỗi quét hoặc lỗi gõ", .hint,
        meaning: """
            Một từ có vẻ bị máy quét hoặc người gõ làm sai. Hệ thống chỉ gợi ý, không tự sửa lời văn \
            của kế hoạch.
            """,
        reason: "Tên đơn vị hoặc mô hình viết sai thì không gắn được với đơn vị, sổ theo dõi.",
        source: "Bộ đọc kế hoạch so từ trong bài với từ vựng của văn bản hành chính.",
        wrong: "Củng cố các Tô liên gia.",
        right: "Củng cố các Tổ liên gia.",
        remedy: "Nhận hoặc bỏ gợi ý khi xác nhận; bản gốc vẫn được giữ nguyên.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        plan.reading.repairs.map { repair in
            let task = plan.task(at: repair.line)
            return plan.report(
                kind, line: repair.line, section: task?.reading.sectionPath,
                task: task?.reading.id, quoting: repair.found,
                "«\(repair.found)» có lẽ là «\(repair.suggestion)».")
        }
    }
}
