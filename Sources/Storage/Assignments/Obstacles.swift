package import Domain

/// A difficulty or obstacle (khó khăn, vướng mắc) that a unit met.
package struct Obstacle: Sendable {
    package let id: String
    package let occurrence: String?
    /// Of the work that it is about.
    package let title: String?
    package let plan: String?
    package let planTitle: String?
    package let raisedAt: Instant
    package let raisedByName: String
    package let raisedUnit: String?
    package let raisedUnitName: String?
    package let text: String
    package let toUnit: String
    package let toUnitName: String
    package let answeredAt: Instant?
    package let answeredByName: String?
    package let answer: String?
    package let resolvedAt: Instant?
    package let version: Int

    init(_ row: Row) {
        id = row["id"]
        occurrence = row["occurrence"]
        title = row["title"]
        plan = row["plan"]
        planTitle = row["plan_title"]
        raisedAt = row["raised_at"]
        raisedByName = row["raised_by_name"]
        raisedUnit = row["raised_unit"]
        raisedUnitName = row["raised_unit_name"]
        text = row["text"]
        toUnit = row["to_unit"]
        toUnitName = row["to_unit_name"]
        answeredAt = row["answered_at"]
        answeredByName = row["answered_by_name"]
        answer = row["answer"]
        resolvedAt = row["resolved_at"]
        version = row["version"]
    }

    /// Whether this person answers it.
    package func mayAnswer(_ officer: Officer) -> Bool {
        resolvedAt == nil && (officer.unit == toUnit || officer.may(.decideProposals))
            && officer.may(.reportWork)
    }

    /// Whether this person may send it on to another unit.
    package func mayForward(_ officer: Officer) -> Bool {
        mayAnswer(officer) && answeredAt == nil
    }

    /// Whether this person says that it is out of the way.
    package func mayResolve(_ officer: Officer) -> Bool {
        resolvedAt == nil && answeredAt != nil
            && (officer.unit == raisedUnit || officer.unit == toUnit)
    }
}

extension Transaction {
    /// Raises an obstacle about a piece of work, or about a plan as a whole.
    ///
    /// It goes to the unit that the plan names for it, else to the office of the ward; never to the
    /// officer's own.
    /// - Returns: its identifier.
    @discardableResult
    package func raiseObstacle(
        onWork occurrence: String?, orPlan plan: String?, text: String, evidence: [Evidence] = [],
        by officer: Officer
    ) throws -> String {
        try officer.require(.reportWork)
        try Self.demand(text, "text", "Hãy viết khó khăn, vướng mắc và điều cần tháo gỡ.")
        let plan = try planOfMatter(onWork: occurrence, orPlan: plan, by: officer)
        guard let unit = try obstacleRecipientIfAny(ofPlan: plan, for: officer)?.unit else {
            throw Problem(
                .conflict,
                "Phường chưa khai đơn vị nào khác để nhận (Văn phòng HĐND và UBND, UBND phường). Hãy nhờ quản trị hệ thống khai đơn vị."
            )
        }
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO obstacles
                (ward, id, occurrence, plan, raised_at, raised_by, raised_unit, text, to_unit)
            VALUES (\(officer.ward), \(id), \(occurrence), \(plan), \(now), \(officer.id),
                \(officer.unit), \(text), \(unit))
            """)
        try keepFiles(evidence, of: .obstacle, id, by: officer)
        try record(
            "obstacle.raise", "obstacles/\(id)",
            [JournalChange("text", to: text), JournalChange("to_unit", to: unit)], by: officer)
        return id
    }

    /// Answers an obstacle: what was done or will be done about it.
    package func answerObstacle(
        _ id: String, answer: String, version: Int, by officer: Officer
    ) throws {
        let obstacle = try obstacle(id, for: officer)
        guard obstacle.mayAnswer(officer) else { throw Problem.notForYou }
        try Self.demand(answer, "answer", "Hãy viết cách tháo gỡ hoặc lý do chưa tháo gỡ được.")
        try changeObstacle(
            id, "answer = \(answer), answered_at = \(now), answered_by = \(officer.id)",
            version: version, by: officer)
        try record(
            "obstacle.answer", "obstacles/\(id)", [JournalChange("answer", to: answer)],
            by: officer)
    }

    /// Says that an obstacle is out of the way.
    package func resolveObstacle(_ id: String, version: Int, by officer: Officer) throws {
        let obstacle = try obstacle(id, for: officer)
        guard obstacle.mayResolve(officer) else { throw Problem.notForYou }
        try changeObstacle(
            id, "resolved_at = \(now), resolved_by = \(officer.id)", version: version, by: officer)
        try record(
            "obstacle.resolve", "obstacles/\(id)",
            [JournalChange("resolved_at", to: "\(now.milliseconds)")], by: officer)
    }

    func changeObstacle(
        _ id: String, _ assignments: SQL, version: Int, by officer: Officer
    ) throws {
        let changed = try run(
            """
            UPDATE obstacles SET \(assignments), version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND version = \(version)
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
    }

    /// - Throws: `.notFound`.
    package func obstacle(_ id: String, for officer: Officer) throws -> Obstacle {
        let found = try obstacles(
            where: SQL.all(["b.id = \(id)", visibleObstacles(for: officer)]), officer.ward)
        guard let obstacle = found.first else {
            throw Problem(.notFound, "Không có vướng mắc này, hoặc bạn không được xem.")
        }
        return obstacle
    }

    /// Obstacles that the officer may see: raised by the own unit, sent to it, sent on by it, or all.
    package func obstacles(isOpen: Bool? = nil, for officer: Officer) throws -> [Obstacle] {
        var conditions = [visibleObstacles(for: officer)]
        if let isOpen {
            conditions.append(isOpen ? "b.resolved_at IS NULL" : "b.resolved_at IS NOT NULL")
        }
        return try obstacles(where: SQL.all(conditions), officer.ward)
    }

    package func obstacles(ofWork occurrence: String, ward: String) throws -> [Obstacle] {
        try obstacles(where: "b.occurrence = \(occurrence)", ward)
    }

    /// Sent to the officer's unit and not answered.
    package func obstaclesToAnswer(for officer: Officer) throws -> [Obstacle] {
        try obstacles(
            where: """
                b.to_unit = \(officer.unit ?? "") AND b.answered_at IS NULL
                    AND b.resolved_at IS NULL
                """, officer.ward)
    }

    private func visibleObstacles(for officer: Officer) -> SQL {
        if officer.may(.readAll) { return "1 = 1" }
        let unit = officer.unit ?? ""
        return """
            b.raised_unit = \(unit) OR b.to_unit = \(unit) OR EXISTS (
                SELECT 1 FROM obstacle_moves m
                WHERE m.ward = b.ward AND m.obstacle = b.id AND m.from_unit = \(unit))
            """
    }

    private func obstacles(where condition: SQL, _ ward: String) throws -> [Obstacle] {
        try rows(
            """
            SELECT b.id, b.occurrence, t.title, b.plan, p.title AS plan_title, b.raised_at,
                r.name AS raised_by_name, b.raised_unit, ru.short_name AS raised_unit_name,
                b.text, b.to_unit, tu.short_name AS to_unit_name, b.answered_at,
                n.name AS answered_by_name, b.answer, b.resolved_at, b.version
            FROM obstacles b
            JOIN accounts r ON r.ward = b.ward AND r.id = b.raised_by
            JOIN units tu ON tu.ward = b.ward AND tu.id = b.to_unit
            LEFT JOIN units ru ON ru.ward = b.ward AND ru.id = b.raised_unit
            LEFT JOIN accounts n ON n.ward = b.ward AND n.id = b.answered_by
            \(Matter.about)
            WHERE b.ward = \(ward) AND (\(condition))
            ORDER BY b.raised_at DESC, b.id DESC
            LIMIT \(Matter.listedMax)
            """
        ).map(Obstacle.init)
    }
}
