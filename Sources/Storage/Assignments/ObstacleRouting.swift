package import Domain

/// Who receives an obstacle, and whom the plan names there.
package struct ObstacleRecipient: Sendable, Equatable {
    package let unit: String
    package let name: String
    package let kind: Unit.Kind
    /// "đồng chí Nguyễn Văn Mẫu, Phó Trưởng Công an phường"
    package let contact: String?
}

/// An obstacle that was sent on.
package struct ObstacleMove: Sendable, Equatable {
    package let at: Instant
    package let who: String
    package let from: String
    package let to: String
    package let reason: String
}

extension Transaction {
    /// Who receives what the officer raises about a plan, or about none.
    ///
    /// - Returns: nil when the ward has no unit that could.
    package func obstacleRecipientIfAny(
        ofPlan plan: String?, for officer: Officer
    ) throws -> ObstacleRecipient? {
        try obstacleRecipients(ofPlans: plan.map { [$0] } ?? [], for: officer)[plan]
    }

    /// Who receives what the officer raises about each of the plans; under nil, about no plan.
    ///
    /// First the units that the plan names, then the office, then the committee. Nobody receives
    /// the obstacles of the own unit: they go to the next behind it.
    package func obstacleRecipients(
        ofPlans plans: [String], for officer: Officer
    ) throws -> [String?: ObstacleRecipient] {
        let units = try rows(
            """
            SELECT id, name, kind FROM units
            WHERE ward = \(officer.ward) AND is_group = 0 AND kind <> 'external'
                AND ended_at IS NULL
            ORDER BY CASE kind WHEN 'office' THEN 0 ELSE 1 END, position
            """)
        let standing = units.filter { ["office", "committee"].contains($0["kind"] as String) }
            .map {
                ObstacleRecipient(unit: $0["id"], name: $0["name"], kind: $0["kind"], contact: nil)
            }
        let known = Dictionary(uniqueKeysWithValues: units.map { ($0["id"] as String, $0) })
        let told = try plans.isEmpty ? [:] : toldRecipients(plans, known, ward: officer.ward)
        var recipients: [String?: ObstacleRecipient] = [:]
        for plan in plans.map(Optional.some) + [nil] {
            var route: [ObstacleRecipient] = []
            for stop in (plan.flatMap { told[$0] } ?? []) + standing
            where !route.contains(where: { $0.unit == stop.unit }) {
                route.append(stop)
            }
            let own = route.firstIndex { $0.unit == officer.unit }
            let others = own.map { Array(route[($0 + 1)...] + route[..<$0]) } ?? route
            recipients[plan] = others.first
        }
        return recipients
    }

    /// What the plans say: the report on occasion that they order, else a sentence about
    /// difficulties.
    private func toldRecipients(
        _ plans: [String], _ units: [String: Row], ward: String
    ) throws -> [String: [ObstacleRecipient]] {
        let aliases = try unitAliases(of: ward).filter { units[$0.value] != nil }
        var told: [String: [ObstacleRecipient]] = [:]
        let add = { (plan: String, name: String, words: String) in
            guard let unit = aliases[folded(name)], let known = units[unit] else { return }
            told[plan, default: []].append(
                ObstacleRecipient(
                    unit: unit, name: known["name"], kind: known["kind"],
                    contact: ObstacleRoute.contact(behind: name, in: words)))
        }
        let duties = try rows(
            """
            SELECT plan, via, recipient, words FROM report_duties
            WHERE ward = \(ward) AND plan IN \(SQL.list(plans)) AND recurrence = 'ad_hoc'
                AND ended_at IS NULL
            ORDER BY plan, COALESCE(line, 0), id
            """)
        for duty in duties {
            for name in [duty["via"] as String?, duty["recipient"]].compactMap(\.self) {
                add(duty["plan"], name, duty["words"])
            }
        }
        let silent = plans.filter { told[$0] == nil }
        guard !silent.isEmpty else { return told }
        let sentences = try rows(
            """
            SELECT plan, text FROM tasks
            WHERE ward = \(ward) AND plan IN \(SQL.list(silent)) AND ended_at IS NULL
                AND (search LIKE '%vuong mac%' OR search LIKE '%kho khan%')
            ORDER BY plan, position
            """)
        for sentence in sentences {
            let text: String = sentence["text"]
            if let name = ObstacleRoute.unit(toldIn: text, known: Array(aliases.keys)) {
                add(sentence["plan"], name, text)
            }
        }
        return told
    }

    /// Units to which an obstacle can be sent on: with somebody who reads it, and neither where it
    /// is nor where it came from.
    package func obstacleReceivers(of obstacle: Obstacle, ward: String) throws -> [Unit] {
        try rows(
            """
            SELECT id, name, short_name, kind, is_group FROM units u
            WHERE u.ward = \(ward) AND u.is_group = 0 AND u.ended_at IS NULL
                AND u.id <> \(obstacle.toUnit) AND u.id <> \(obstacle.raisedUnit ?? "")
                AND EXISTS (SELECT 1 FROM accounts c
                    WHERE c.ward = u.ward AND c.unit = u.id AND c.locked_at IS NULL)
            ORDER BY u.position, u.name
            """
        ).map(Unit.init)
    }

    /// Sends an obstacle on to who can solve it.
    package func forwardObstacle(
        _ id: String, to unit: String, reason: String, version: Int, by officer: Officer
    ) throws {
        let obstacle = try obstacle(id, for: officer)
        guard obstacle.mayForward(officer) else { throw Problem.notForYou }
        let receivers = try obstacleReceivers(of: obstacle, ward: officer.ward)
        guard receivers.contains(where: { $0.id == unit }) else {
            throw Problem(
                .invalid, "Chưa chọn được nơi nhận.",
                refusals: ["unit": "Hãy chọn một đơn vị khác, đang có người dùng."])
        }
        try Self.demand(reason, "reason", "Hãy ghi vì sao chuyển, để nơi nhận và đơn vị nêu biết.")
        try changeObstacle(id, "to_unit = \(unit)", version: version, by: officer)
        try run(
            """
            INSERT INTO obstacle_moves
                (ward, id, obstacle, at, account, from_unit, to_unit, reason)
            VALUES (\(officer.ward), \(makeIdentifier()), \(id), \(now), \(officer.id),
                \(obstacle.toUnit), \(unit), \(reason))
            """)
        try record(
            "obstacle.forward", "obstacles/\(id)",
            [
                JournalChange("to_unit", from: obstacle.toUnit, to: unit),
                JournalChange("reason", to: reason),
            ], by: officer)
    }

    /// The way of an obstacle, the first move first.
    package func moves(ofObstacle id: String, ward: String) throws -> [ObstacleMove] {
        try rows(
            """
            SELECT m.at, c.name AS who, f.short_name AS from_name, t.short_name AS to_name, m.reason
            FROM obstacle_moves m
            JOIN accounts c ON c.ward = m.ward AND c.id = m.account
            JOIN units f ON f.ward = m.ward AND f.id = m.from_unit
            JOIN units t ON t.ward = m.ward AND t.id = m.to_unit
            WHERE m.ward = \(ward) AND m.obstacle = \(id)
            ORDER BY m.at, m.id
            """
        ).map { row in
            ObstacleMove(
                at: row["at"], who: row["who"], from: row["from_name"], to: row["to_name"],
                reason: row["reason"])
        }
    }
}
