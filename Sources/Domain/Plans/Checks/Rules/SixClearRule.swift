/// Assignments of which not all six things are clear.
enum SixClearRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-17", "Nhiệm vụ chưa đủ \"06 rõ\"", .hint,
        meaning: """
            Đếm trong lời văn của từng nhiệm vụ: rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ \
            sản phẩm, rõ thẩm quyền. Mỗi nhiệm vụ chỉ một thông báo, nêu những điều chưa rõ.
            """,
        reason: "Điều chưa rõ trong kế hoạch sẽ phải hỏi lại, hoặc mỗi nơi làm một cách.",
        source: "Phương châm \"06 rõ\" trong chỉ đạo, điều hành.",
        wrong: "Tăng cường công tác phòng cháy trên địa bàn.",
        right: """
            Trước ngày 30/6/2026, Trưởng Công an xã chủ trì lập danh sách nhà trọ có từ 10 phòng, \
            trình Chủ tịch UBND xã phê duyệt.
            """,
        remedy:
            "Điền các mục còn thiếu (người, thời hạn, sản phẩm, thẩm quyền) khi xác nhận nhiệm vụ.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        plan.tasks.compactMap { task in
            let clear = SixClear(task)
            guard clear.count < SixClear.Item.allCases.count else { return nil }
            let missing = clear.unclear.map { "\($0.item.label) (\($0.reason))" }
            return plan.report(
                kind, at: task, "\(clear.count)/6; chưa: \(missing.joined(separator: ", ")).")
        }
    }
}
