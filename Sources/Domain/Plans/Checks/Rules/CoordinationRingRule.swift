/// Units that each only work with the other.
enum CoordinationRingRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-04", "Vòng phối hợp: không đơn vị nào chủ trì", .error,
        meaning: """
            Cùng một việc: đơn vị A được giao "phối hợp với B", còn đơn vị B lại được giao "phối hợp \
            với A" hoặc "phối hợp với các đơn vị liên quan", và không chỗ nào khác trong kế hoạch \
            nói ai chủ trì việc ấy.
            """,
        reason: "Đọc riêng từng câu thì có vẻ đã giao việc; đọc cả hai thì không ai phải làm.",
        source: "Nguyên tắc \"mỗi việc một đầu mối xuyên suốt\"; \"06 rõ\" (rõ trách nhiệm).",
        wrong: """
            Phòng Văn hóa: Phối hợp với Phòng Kinh tế lập danh sách chợ chưa có lối thoát nạn. \
            Phòng Kinh tế: Phối hợp với Phòng Văn hóa lập danh sách chợ chưa có lối thoát nạn.
            """,
        right: """
            Phòng Kinh tế: Chủ trì, phối hợp với Phòng Văn hóa lập danh sách chợ chưa có lối thoát \
            nạn.
            """,
        remedy: "Chỉ định một trong các đơn vị chủ trì; gộp hai gạch đầu dòng thành một nhiệm vụ.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        plan.sameWork.compactMap { left, right in
            let pair = (plan.tasks[left], plan.tasks[right])
            guard pair.0.isInverted, pair.1.isInverted, isRing(pair.0, pair.1),
                !isLedElsewhere(left, right, in: plan)
            else { return nil }
            return plan.report(
                kind, at: pair.0, message(pair.0, pair.1), related: [plan.place(of: pair.1)])
        }
    }

    /// Each of the two hands the work to the other, or one to the other and that one to nobody.
    private static func isRing(_ left: CheckedTask, _ right: CheckedTask) -> Bool {
        hands(left, to: right) && (right.reading.leadUnits.isEmpty || hands(right, to: left))
            || hands(right, to: left) && left.reading.leadUnits.isEmpty
    }

    private static func hands(_ task: CheckedTask, to other: CheckedTask) -> Bool {
        !Set(task.reading.leadUnits).isDisjoint(with: other.reading.coordinatingUnits)
    }

    /// Whether a third place, or a place that leads, settles the same work.
    private static func isLedElsewhere(
        _ left: Int, _ right: Int, in plan: CheckedPlan
    ) -> Bool {
        plan.sameWork.contains { pair in
            let third: Int
            switch (pair.0, pair.1) {
            case (left, let other) where other != right: third = other
            case (right, let other) where other != left: third = other
            case (let other, left) where other != right: third = other
            case (let other, right) where other != left: third = other
            default: return false
            }
            return !plan.tasks[third].isInverted && !plan.tasks[third].reading.leadUnits.isEmpty
        }
    }

    private static func message(_ left: CheckedTask, _ right: CheckedTask) -> String {
        func side(_ task: CheckedTask) -> String {
            let who = task.reading.coordinatingUnits.joined(separator: ", ")
            let partners = task.reading.leadUnits + task.reading.genericPartners
            let whom = partners.isEmpty ? "không nói với ai" : partners.joined(separator: ", ")
            return "\(who) phối hợp với \(whom)"
        }
        return "\(side(left)); \(side(right)) về cùng một việc; không đơn vị nào chủ trì."
    }
}
