/// Work that nobody leads.
enum MissingLeadRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-02", "Nhiệm vụ không có đơn vị chủ trì", .error,
        meaning: """
            Câu giao việc không nói đơn vị nào chủ trì: không có chủ ngữ, không đứng dưới đề mục \
            của một đơn vị, hoặc chỉ nói "phối hợp" mà không nêu tên đơn vị mình phối hợp cùng. Khi \
            cả một mục đều như vậy, báo một lần cho cả mục.
            """,
        reason: "Việc không có đầu mối thì không ai báo cáo và không ai chịu trách nhiệm.",
        source: "Nguyên tắc \"mỗi việc một đầu mối xuyên suốt\" và \"06 rõ\" (rõ trách nhiệm).",
        wrong: "Phối hợp với các đơn vị liên quan rà soát trụ nước chữa cháy.",
        right: """
            Phòng Kinh tế chủ trì, phối hợp với Công an xã rà soát trụ nước chữa cháy.
            """,
        remedy: """
            Chọn một đơn vị chủ trì khi xác nhận nhiệm vụ; các đơn vị khác ghi ở phần phối hợp.
            """)

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        let leaderless = plan.tasks.filter { $0.reading.leadUnits.isEmpty }
        let (deferring, silent) = leaderless.partitioned { $0.isInverted }
        let bySection = Dictionary(grouping: silent) { section(of: $0, in: plan) }
        return deferring.map { report($0, in: plan) }
            + bySection.map { report($0.value, of: $0.key, in: plan) }
    }

    private static func report(_ task: CheckedTask, in plan: CheckedPlan) -> PlanDiagnostic {
        let who = task.reading.coordinatingUnits.joined(separator: ", ")
        let partners = task.reading.genericPartners.joined(separator: "», «")
        let heading = who.isEmpty ? "Câu này" : who
        let message =
            partners.isEmpty
            ? "\(heading) chỉ được giao «phối hợp», không nói phối hợp với ai và ai chủ trì."
            : "\(heading) chỉ được giao «phối hợp» với «\(partners)»; đó không phải một đầu mối."
        return plan.report(kind, at: task, message)
    }

    private static func report(
        _ tasks: [CheckedTask], of section: String, in plan: CheckedPlan
    ) -> PlanDiagnostic {
        let first = tasks[0]
        guard tasks.count > 1 else {
            return plan.report(kind, at: first, "Câu giao việc không nói đơn vị nào làm.")
        }
        let message = "Mục \(section) có \(tasks.count) việc không nói đơn vị nào làm."
        return plan.report(
            kind, at: first, message, related: tasks.dropFirst().map { plan.place(of: $0) })
    }

    /// The heading above the task: its own section, or that of a numbered paragraph's parent.
    private static func section(of task: CheckedTask, in plan: CheckedPlan) -> String {
        let path = task.reading.sectionPath
        let section = plan.reading.sections.first { $0.path == path }
        guard section?.kind == .numberedParagraph, let dot = path.lastIndex(of: ".") else {
            return path
        }
        return String(path[..<dot])
    }
}

extension Array {
    /// Those that satisfy the condition, and the others, both in order.
    func partitioned(by condition: (Element) -> Bool) -> ([Element], [Element]) {
        (filter(condition), filter { !condition($0) })
    }
}
