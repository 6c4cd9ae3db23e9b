package import Domain

/// Weeks and months of a target that are let go, as `excuseWork` lets go times of work.
extension Transaction {
    /// Why rounds of some targets are let go: by target, then by round.
    func excuses(
        ofTargets targets: [String], ward: String
    ) throws -> [String: [String: String]] {
        let found = try rows(
            """
            SELECT target, slot, reason FROM target_excuses
            WHERE ward = \(ward) AND target IN \(SQL.list(targets))
            """)
        return Dictionary(grouping: found) { $0["target"] as String }.mapValues { rows in
            Dictionary(
                rows.map { ($0["slot"] as String, $0["reason"] as String) },
                uniquingKeysWith: { one, _ in one })
        }
    }

    /// Whether the officer may let a round go: not the unit that owes it, but who leads the ward.
    package func mayExcuse(_ standing: TargetStanding, _ officer: Officer) -> Bool {
        officer.may(.acceptWork)
            && (officer.may(.decideProposals)
                || !standing.leads.contains { $0 == officer.unit })
    }

    /// Lets a round of a target go, with the reason; until then what it lacks stays as a debt.
    ///
    /// - Throws: `.forbidden` for the unit that owes it; `.invalid` without a reason; `.conflict`
    ///   for a round that runs, is reached or was let go.
    package func excuseTarget(
        _ id: String, of plan: String, slot: String, reason: String, by officer: Officer
    ) throws {
        let standing = try target(id, of: try self.plan(plan, for: officer), for: officer)
        guard mayExcuse(standing, officer) else { throw Problem.notForYou }
        try Self.demand(reason, "reason", "Hãy ghi lý do bỏ qua, kèm số văn bản chỉ đạo nếu có.")
        guard let rhythm = standing.rhythm,
            let round = rhythm.rounds.first(where: { $0.slot == slot }), rhythm.isOwed(round)
        else {
            throw Problem(
                .conflict, "Kỳ này không còn nợ chỉ tiêu. Hãy tải lại trang để xem các kỳ còn nợ.")
        }
        try run(
            """
            INSERT INTO target_excuses (ward, target, slot, reason, at, account)
            VALUES (\(officer.ward), \(id), \(slot), \(reason), \(now), \(officer.id))
            """)
        try record(
            "target.excuse", "targets/\(id)",
            [JournalChange("slot", to: round.label), JournalChange("reason", to: reason)],
            by: officer)
    }
}
