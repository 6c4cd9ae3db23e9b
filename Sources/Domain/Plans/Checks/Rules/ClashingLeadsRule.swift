/// One work with different leads in two places of the plan.
enum ClashingLeadsRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-05", "Một việc có hai đơn vị chủ trì ở hai chỗ", .error,
        meaning: """
            Hai chỗ trong kế hoạch giao cùng một việc, mỗi chỗ cho một đơn vị khác chủ trì; hoặc một \
            đơn vị chỗ này chủ trì, chỗ kia chỉ phối hợp việc ấy. Cùng một việc là khi lời văn giống \
            nhau từ một nửa trở lên (không tính tên đơn vị và từ ngữ chung), hoặc khi cả hai đều là \
            theo dõi, đôn đốc việc thực hiện chính Kế hoạch.
            """,
        reason: """
            Kế hoạch tự mâu thuẫn: mỗi đơn vị có thể viện một câu để làm, hoặc để không làm.
            """,
        source: "Nguyên tắc \"mỗi việc một đầu mối xuyên suốt\".",
        wrong: """
            Văn phòng chủ trì theo dõi, đôn đốc thực hiện Kế hoạch. … Giao Công an xã chủ trì theo \
            dõi, đôn đốc việc thực hiện Kế hoạch này.
            """,
        right: """
            Văn phòng chủ trì, phối hợp với Công an xã theo dõi, đôn đốc việc thực hiện Kế hoạch này.
            """,
        remedy: "Hỏi lại cơ quan ban hành; chọn một đơn vị chủ trì và gộp hai nhiệm vụ làm một.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        plan.sameWork.compactMap { clash(plan.tasks[$0], plan.tasks[$1], in: plan) }
            + followUps(in: plan)
    }

    private static func clash(
        _ left: CheckedTask, _ right: CheckedTask, in plan: CheckedPlan
    ) -> PlanDiagnostic? {
        if leads(left), leads(right), let first = left.singleLead, let second = right.singleLead,
            first != second
        {
            return plan.report(
                kind, at: left,
                "\(first) chủ trì việc này ở đây, \(second) ở dòng \(right.reading.lineStart).",
                severity: isSaid(left) && isSaid(right) ? .error : .warning,
                related: [plan.place(of: right)])
        }
        let (deferring, leading) = left.isInverted ? (left, right) : (right, left)
        guard deferring.isInverted, leads(leading), let lead = leading.singleLead,
            deferring.reading.coordinatingUnits.contains(lead),
            let other = deferring.singleLead, other != lead
        else { return nil }
        return plan.report(
            kind, at: deferring,
            """
            \(lead) ở đây chỉ phối hợp với \(other), nhưng ở dòng \(leading.reading.lineStart) lại \
            chủ trì việc này.
            """,
            severity: .warning, related: [plan.place(of: leading)])
    }

    /// The words themselves say that the unit leads; else it does by standing in the heading.
    private static func isSaid(_ task: CheckedTask) -> Bool {
        ["Chủ trì", "Giao", "Thường trực"].contains(task.reading.roleCue)
    }

    private static func leads(_ task: CheckedTask) -> Bool {
        !task.isInverted && task.reading.roleCue != "Tham gia"
    }

    /// Units that are each told to lead the follow-up of the plan itself.
    private static func followUps(in plan: CheckedPlan) -> [PlanDiagnostic] {
        let all = plan.tasks.filter { leads($0) && $0.singleLead != nil && isFollowUp($0) }
        guard let first = all.first,
            let second = all.first(where: { $0.singleLead != first.singleLead })
        else { return [] }
        let units = [first, second].compactMap(\.singleLead)
        return [
            plan.report(
                kind, at: first,
                """
                \(units[0]) và \(units[1]) (dòng \(second.reading.lineStart)) cùng được giao chủ trì \
                theo dõi, đôn đốc việc thực hiện Kế hoạch.
                """,
                related: [plan.place(of: second)])
        ]
    }

    /// "theo dõi, đôn đốc … thực hiện Kế hoạch (này)" as the first thing that the task asks for.
    private static func isFollowUp(_ task: CheckedTask) -> Bool {
        guard task.plain.contains("don doc"),
            let text = Sentences.clauses(task.text).first.map({ PlainText($0) }),
            text.contains("theo doi"), let work = text.range(of: "don doc")
        else { return false }
        return text.contains("ke hoach", from: work.upperBound)
    }
}
