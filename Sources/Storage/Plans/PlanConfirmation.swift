package import Domain

extension Transaction {
    /// Puts a draft in force: its tasks become assignments, and the units see their work.
    ///
    /// - Parameters:
    ///   - version: of the plan, as the officer saw it.
    ///   - isDeferring: tasks that nobody leads yet get their lead later.
    /// - Throws: `.invalid` with one refusal for each task that has nobody to do it; `.conflict`
    ///   when the plan is no draft, or changed in the meantime.
    package func confirmPlan(
        _ id: String, version: Int, isDeferring: Bool = false, by officer: Officer
    ) throws {
        try officer.require(.runPlans)
        let plan = try plan(id, for: officer)
        try plan.requireDraft()
        let groups = Set(try units(of: officer.ward).filter(\.isGroup).map(\.id))
        if isDeferring {
            for task in try tasks(of: plan, for: officer)
            where [.noLead, .leadNotBound].contains(task.hindrance(groups: groups)) {
                try run(
                    """
                    UPDATE tasks SET is_deferred = 1, version = version + 1
                    WHERE ward = \(officer.ward) AND id = \(task.id)
                    """)
                try record(
                    "task.defer", "tasks/\(task.id)",
                    [JournalChange("deferred", from: "false", to: "true")], by: officer)
            }
        }
        try PlanConfirmation.check(try tasks(of: plan, for: officer), groups: groups)
        let changed = try run(
            """
            UPDATE plans SET status = \(Plan.Status.running), confirmed_at = \(now),
                confirmed_by = \(officer.id), version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND version = \(version)
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
        try record(
            "plan.confirm", "plans/\(id)",
            [JournalChange("status", from: plan.status.rawValue, to: Plan.Status.running.rawValue)],
            by: officer)
        try makeAssignments(ofPlan: id, by: officer)
        try catalogueIfNumbered(id, by: officer)
        try takeReportDuties(ofPlan: id, by: officer)
    }
}
