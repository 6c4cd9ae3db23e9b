package import Domain

/// One line of what happened to a plan or its tasks.
package struct PlanEvent: Sendable {
    package let at: Instant
    package let who: String?
    /// As in the journal, `task.correct`.
    package let verb: String
    /// Code of the task that it concerns.
    package let task: String?
    package let taskTitle: String?
}

extension Transaction {
    /// What happened to a plan and its tasks, the latest first.
    package func history(of plan: Plan, limit: Int, for officer: Officer) throws -> [PlanEvent] {
        try rows(
            """
            SELECT j.at, j.verb, a.name AS who, t.code, t.title
            FROM journal j
            LEFT JOIN accounts a ON a.ward = j.ward AND a.id = j.account
            LEFT JOIN tasks t ON t.ward = j.ward AND 'tasks/' || t.id = j.subject
            WHERE j.ward = \(officer.ward) AND j.subject IN (
                SELECT 'plans/' || p.id FROM plans p
                WHERE p.ward = \(officer.ward) AND p.id = \(plan.id)
                UNION ALL
                SELECT 'tasks/' || own.id FROM tasks own
                WHERE own.ward = \(officer.ward) AND own.plan = \(plan.id))
            ORDER BY j.sequence DESC
            LIMIT \(limit)
            """
        ).map {
            PlanEvent(
                at: $0["at"], who: $0["who"], verb: $0["verb"], task: $0["code"],
                taskTitle: $0["title"])
        }
    }

    /// Puts a numbered plan into the library, with the documents that it carries out above it.
    func catalogueIfNumbered(_ id: String, by officer: Officer) throws {
        let plan = try plan(id, for: officer)
        guard plan.number != nil, plan.status == .running else { return }
        let reading = try reading(of: plan, ward: officer.ward)
        // A document without a number cannot be told from others of its name.
        let citable = reading.references.filter { reference in
            switch reference.kind {
            case .law, .programme: reference.number != nil || reference.name != nil
            default: reference.number != nil
            }
        }
        try catalogue(
            plan: id,
            content: GoverningDocument(
                kind: DocumentReference.Kind(rawValue: plan.kind) ?? .plan, number: plan.number,
                title: String(plan.title.prefix(GoverningDocument.titleLengthMax)),
                issuer: plan.issuer, level: .ward, issued: plan.issued.flatMap { Day(iso: $0) },
                source: GoverningDocument.ownPlan),
            citing: citable, by: officer)
    }

    /// What was read of the version in force, without its source.
    package func reading(of plan: Plan, ward: String) throws -> PlanReading {
        let text: String? = try value(
            """
            SELECT reading AS value FROM plan_versions
            WHERE ward = \(ward) AND plan = \(plan.id) AND number = \(plan.currentVersion)
            """)
        guard let text else { throw Problem(.notFound, "Kế hoạch không có bản hiện hành.") }
        return try StoredJSON.value(text)
    }
}
