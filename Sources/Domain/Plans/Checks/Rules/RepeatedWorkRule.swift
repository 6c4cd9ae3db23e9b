/// One work of one lead in several places.
enum RepeatedWorkRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-27", "Một việc được nói ở nhiều chỗ", .hint,
        meaning: """
            Hai gạch đầu dòng nói về cùng một việc và không mâu thuẫn về đơn vị chủ trì: giao lại \
            lần nữa, hoặc một bên chủ trì và một bên phối hợp.
            """,
        reason: "Nếu nhập thành hai nhiệm vụ thì một việc bị đếm và bị báo cáo hai lần.",
        source: "So sánh lời văn các nhiệm vụ trong cùng kế hoạch (giống nhau từ một nửa trở lên).",
        wrong: """
            - Công an xã: Chủ trì, phối hợp với Trạm Y tế diễn tập cứu nạn. - Trạm Y tế: Phối hợp \
            với Công an xã diễn tập cứu nạn.
            """,
        right: "Một nhiệm vụ: Công an xã chủ trì, Trạm Y tế phối hợp diễn tập cứu nạn.",
        remedy: "Gộp hai gạch đầu dòng thành một nhiệm vụ khi xác nhận; cả hai câu vẫn được giữ.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        let agreeing = plan.sameWork.filter {
            agree(plan.tasks[$0.0].reading, plan.tasks[$0.1].reading)
        }
        return Dictionary(grouping: agreeing, by: \.1).map { later, pairs in
            let earlier = pairs.map { plan.tasks[$0.0] }
            let lines = earlier.map { "\($0.reading.lineStart)" }.joined(separator: ", ")
            let leads = plan.tasks[later].reading.leadUnits.joined(separator: ", ")
            return plan.report(
                kind, at: plan.tasks[later], "Cùng việc với dòng \(lines); đầu mối: \(leads).",
                related: earlier.map { plan.place(of: $0) })
        }
    }

    /// The same lead; groups repeat their general duties in every section, which is no repetition.
    private static func agree(_ left: TaskReading, _ right: TaskReading) -> Bool {
        !Set(left.leadUnits).isDisjoint(with: right.leadUnits)
            && !left.leadUnits.allSatisfy(UnitGroup.isGroup)
    }
}
