package import Domain

/// A proposal to the People's Committee (tham mưu, đề xuất) and the decision on it.
package struct Proposal: Sendable {
    package enum Verdict: String, Sendable, CaseIterable, SQLConvertible {
        case agreed, refused
        /// More is wanted before it can be decided.
        case returned

        package var title: String {
            switch self {
            case .agreed: "Đồng ý"
            case .refused: "Không đồng ý"
            case .returned: "Yêu cầu bổ sung"
            }
        }
    }

    package let id: String
    package let occurrence: String?
    package let title: String?
    package let plan: String?
    package let planTitle: String?
    package let madeAt: Instant
    package let madeByName: String
    package let madeUnit: String?
    package let madeUnitName: String?
    package let text: String
    package let decidedAt: Instant?
    package let decidedByName: String?
    package let verdict: Verdict?
    package let decision: String?
    package let version: Int

    init(_ row: Row) {
        id = row["id"]
        occurrence = row["occurrence"]
        title = row["title"]
        plan = row["plan"]
        planTitle = row["plan_title"]
        madeAt = row["made_at"]
        madeByName = row["made_by_name"]
        madeUnit = row["made_unit"]
        madeUnitName = row["made_unit_name"]
        text = row["text"]
        decidedAt = row["decided_at"]
        decidedByName = row["decided_by_name"]
        verdict = row["verdict"]
        decision = row["decision"]
        version = row["version"]
    }
}

extension Transaction {
    /// Makes a proposal about a piece of work, or about a plan as a whole.
    ///
    /// - Returns: its identifier.
    @discardableResult
    package func makeProposal(
        onWork occurrence: String?, orPlan plan: String?, text: String, evidence: [Evidence] = [],
        by officer: Officer
    ) throws -> String {
        try officer.require(.reportWork)
        try Self.demand(text, "text", "Hãy viết nội dung đề xuất và điều xin ý kiến.")
        let plan = try planOfMatter(onWork: occurrence, orPlan: plan, by: officer)
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO proposals (ward, id, occurrence, plan, made_at, made_by, made_unit, text)
            VALUES (\(officer.ward), \(id), \(occurrence), \(plan), \(now), \(officer.id),
                \(officer.unit), \(text))
            """)
        try keepFiles(evidence, of: .proposal, id, by: officer)
        try record(
            "proposal.make", "proposals/\(id)", [JournalChange("text", to: text)], by: officer)
        return id
    }

    /// Decides a proposal; once.
    package func decideProposal(
        _ id: String, _ verdict: Proposal.Verdict, decision: String, version: Int,
        by officer: Officer
    ) throws {
        try officer.require(.decideProposals)
        let proposal = try proposal(id, for: officer)
        guard proposal.decidedAt == nil else { throw Problem.changedMeanwhile }
        if verdict != .agreed {
            try Self.demand(decision, "decision", "Hãy ghi lý do hoặc điều cần bổ sung.")
        }
        let changed = try run(
            """
            UPDATE proposals
            SET verdict = \(verdict), decision = \(decision), decided_at = \(now),
                decided_by = \(officer.id), version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND version = \(version)
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
        try record(
            "proposal.decide", "proposals/\(id)",
            [
                JournalChange("verdict", to: verdict.rawValue),
                JournalChange("decision", to: decision),
            ], by: officer)
    }

    /// - Throws: `.notFound`.
    package func proposal(_ id: String, for officer: Officer) throws -> Proposal {
        let found = try proposals(
            where: SQL.all(["b.id = \(id)", visibleProposals(for: officer)]), officer.ward)
        guard let proposal = found.first else {
            throw Problem(.notFound, "Không có đề xuất này, hoặc bạn không được xem.")
        }
        return proposal
    }

    package func proposals(isOpen: Bool? = nil, for officer: Officer) throws -> [Proposal] {
        var conditions = [visibleProposals(for: officer)]
        if let isOpen {
            conditions.append(isOpen ? "b.decided_at IS NULL" : "b.decided_at IS NOT NULL")
        }
        return try proposals(where: SQL.all(conditions), officer.ward)
    }

    package func proposals(ofWork occurrence: String, ward: String) throws -> [Proposal] {
        try proposals(where: "b.occurrence = \(occurrence)", ward)
    }

    private func visibleProposals(for officer: Officer) -> SQL {
        officer.may(.readAll) ? "1 = 1" : "b.made_unit = \(officer.unit ?? "")"
    }

    private func proposals(where condition: SQL, _ ward: String) throws -> [Proposal] {
        try rows(
            """
            SELECT b.id, b.occurrence, t.title, b.plan, p.title AS plan_title, b.made_at,
                m.name AS made_by_name, b.made_unit, mu.short_name AS made_unit_name, b.text,
                b.decided_at, d.name AS decided_by_name, b.verdict, b.decision, b.version
            FROM proposals b
            JOIN accounts m ON m.ward = b.ward AND m.id = b.made_by
            LEFT JOIN units mu ON mu.ward = b.ward AND mu.id = b.made_unit
            LEFT JOIN accounts d ON d.ward = b.ward AND d.id = b.decided_by
            \(Matter.about)
            WHERE b.ward = \(ward) AND (\(condition))
            ORDER BY b.made_at DESC, b.id DESC
            LIMIT \(Matter.listedMax)
            """
        ).map(Proposal.init)
    }
}
