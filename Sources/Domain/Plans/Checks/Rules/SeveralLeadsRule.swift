/// Work that more than one unit leads.
enum SeveralLeadsRule: PlanRule {
    static let kind = DiagnosticKind(
        "KH-03", "Nhiệm vụ có nhiều đơn vị chủ trì", .error,
        meaning: """
            Một việc được giao cho từ hai đơn vị đích danh cùng chủ trì, hoặc câu mở đầu bằng "Phối \
            hợp với" nhiều đơn vị mà không nói đơn vị nào chủ trì. Việc giao cho cả một nhóm ("các \
            cơ quan, đơn vị thuộc phường", "các tổ dân phố") không bị báo: hệ thống chia cho từng \
            đơn vị, mỗi đơn vị một phần việc của mình.
            """,
        reason: "Hai đầu mối thì mỗi bên chờ bên kia; khi chậm không biết đôn đốc ai.",
        source: "Nguyên tắc \"mỗi việc một đầu mối xuyên suốt\".",
        wrong: "3. Phòng Văn hóa, Trạm Y tế: Tổ chức tập huấn sơ cứu cho đội dân phòng.",
        right: """
            3. Trạm Y tế: Chủ trì, phối hợp với Phòng Văn hóa tổ chức tập huấn sơ cứu cho đội dân \
            phòng.
            """,
        remedy: "Giữ một đơn vị chủ trì, chuyển các đơn vị còn lại sang phối hợp, hoặc tách việc.")

    static func check(_ plan: CheckedPlan, in context: CheckContext) -> [PlanDiagnostic] {
        var found: [PlanDiagnostic] = []
        var underHeading: [String: [CheckedTask]] = [:]
        for task in plan.tasks {
            let leads = task.singleLeads
            guard leads.count > 1 else { continue }
            if let title = task.reading.unitHeading, !task.isInverted {
                underHeading["\(task.reading.sectionPath) \(title)", default: []].append(task)
            } else {
                found.append(report(task, leads: leads, in: plan))
            }
        }
        for tasks in underHeading.values { found += report(tasks, in: plan) }
        return found
    }

    private static func report(
        _ task: CheckedTask, leads: [String], in plan: CheckedPlan
    ) -> PlanDiagnostic {
        let names = leads.joined(separator: "; ")
        if task.isInverted {
            return plan.report(
                kind, at: task,
                "«Phối hợp với» \(leads.count) đơn vị, chưa nói đơn vị nào chủ trì: \(names).",
                severity: .warning)
        }
        return plan.report(kind, at: task, "\(leads.count) đơn vị cùng chủ trì: \(names).")
    }

    /// Several leads that the heading names are one finding at the heading.
    private static func report(_ tasks: [CheckedTask], in plan: CheckedPlan) -> [PlanDiagnostic] {
        let first = tasks[0].reading
        let heading = plan.reading.unitHeadings.first {
            $0.sectionPath == first.sectionPath && $0.title == first.unitHeading
        }
        guard let heading, tasks.count > 1 else {
            return tasks.map { report($0, leads: $0.singleLeads, in: plan) }
        }
        let leads = tasks[0].singleLeads
        return [
            plan.report(
                kind, line: heading.line, section: heading.sectionPath, task: first.id,
                quoting: heading.title,
                """
                Đề mục đặt \(leads.count) đơn vị cùng chủ trì \(tasks.count) việc bên dưới: \
                \(leads.joined(separator: "; ")).
                """,
                related: tasks.map { plan.place(of: $0) })
        ]
    }
}
