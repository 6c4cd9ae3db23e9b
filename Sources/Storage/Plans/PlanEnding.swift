package import Domain

/// Plans that are over, and drafts that are thrown away; both stay in the store and its journal.
extension Transaction {
    /// Ends a running plan: its work leaves every list, what was reported stays.
    ///
    /// - Throws: `.conflict` for a plan that does not run, or was changed since; `.invalid` without
    ///   a reason.
    package func endPlan(
        _ id: String, reason: String, version: Int, by officer: Officer
    ) throws {
        guard !reason.isEmpty else {
            throw Problem(
                .invalid, "Hãy ghi lý do kết thúc kế hoạch.",
                refusals: ["reason": "Hãy ghi lý do, như «Đã tổng kết» hoặc số văn bản thay thế."])
        }
        try turn(id, from: .running, to: .ended, version: version, by: officer)
        try record("plan.end", "plans/\(id)", [JournalChange("reason", to: reason)], by: officer)
    }

    /// Takes an ended plan up again with its work as it was.
    ///
    /// - Throws: `.conflict` for a plan that did not end, or a draft that was thrown away.
    package func resumePlan(_ id: String, version: Int, by officer: Officer) throws {
        guard try plan(id, for: officer).confirmedAt != nil else { throw Self.notNow }
        try turn(id, from: .ended, to: .running, version: version, by: officer)
        try record("plan.resume", "plans/\(id)", by: officer)
    }

    /// Throws a draft away; the same file may be handed in again.
    ///
    /// - Throws: `.conflict` for what is no draft, or was changed since.
    package func discardPlan(_ id: String, version: Int, by officer: Officer) throws {
        try turn(id, from: .draft, to: .ended, version: version, by: officer)
        try record("plan.discard", "plans/\(id)", by: officer)
    }

    private func turn(
        _ id: String, from before: Plan.Status, to after: Plan.Status, version: Int,
        by officer: Officer
    ) throws {
        try officer.require(.runPlans)
        let plan = try plan(id, for: officer)
        guard plan.status == before else { throw Self.notNow }
        let changed = try run(
            """
            UPDATE plans SET status = \(after), version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND version = \(version)
            """)
        guard changed > 0 else { throw Problem.changedMeanwhile }
    }

    private static var notNow: Problem {
        Problem(
            .conflict,
            "Tình trạng của kế hoạch đã khác, nên không làm được việc này. Hãy tải lại trang.")
    }
}
