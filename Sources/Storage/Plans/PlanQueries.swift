package import Domain

/// A plan in a list, with how its work stands.
package struct PlanSummary: Sendable {
    package let plan: Plan
    /// Pieces of work: joint work of several bullets counts once.
    package let workCount: Int
    /// Without a lead, by omission or by decision.
    package let withoutLeadCount: Int
    /// Nothing for a plan that is not running.
    package let work: WorkCounts
}

/// One version of a plan with all that was read.
package struct PlanVersion: Sendable {
    package let number: Int
    package let file: String
    package let source: SourceText
    package let reading: PlanReading
    /// nil: an amendment that waits.
    package let adoptedAt: Instant?
    package let createdAt: Instant
    package let note: String
    /// nil: no other version took its place since it was put in force.
    package let left: LeftPlan?
}

extension Transaction {
    /// Plans that the officer may see, those of the latest first.
    ///
    /// - Parameter words: what to search in number, title and issuer, whatever the diacritics.
    package func plans(
        matching words: String = "", status: Plan.Status? = nil, for officer: Officer
    ) throws -> [PlanSummary] {
        var conditions: [SQL] = [
            "p.ward = \(officer.ward)", Self.isKept, visiblePlans(for: officer),
        ]
        for word in folded(words).split(separator: " ") {
            conditions.append("p.search LIKE \("%" + escaped(String(word)) + "%") ESCAPE '\\'")
        }
        if let status { conditions.append("p.status = \(status)") }
        let counts = try workCountsByPlan(for: officer)
        let visible = visibleTasks(for: officer)
        return try rows(
            """
            SELECT \(Plan.columns),
                (SELECT COUNT(DISTINCT t.work_item) FROM tasks t
                 WHERE t.ward = p.ward AND t.plan = p.id AND t.ended_at IS NULL
                     AND \(visible)) AS work_count,
                (SELECT COUNT(*) FROM tasks t
                 WHERE t.ward = p.ward AND t.plan = p.id AND t.ended_at IS NULL
                     AND \(visible)
                     AND (NOT EXISTS (
                         SELECT 1 FROM task_units u
                         WHERE u.ward = t.ward AND u.task = t.id AND u.role = 'lead'
                             AND u.unit IS NOT NULL)
                     OR t.is_deferred = 1 AND EXISTS (
                         SELECT 1 FROM task_units u
                         WHERE u.ward = t.ward AND u.task = t.id AND u.role = 'lead'
                             AND u.unit IS NULL))) AS without_lead_count
            FROM plans p
            WHERE \(SQL.all(conditions))
            ORDER BY p.created_at DESC, p.id DESC
            """
        ).map { row in
            let plan = Plan(row)
            return PlanSummary(
                plan: plan, workCount: row["work_count"],
                withoutLeadCount: row["without_lead_count"],
                work: counts[plan.id] ?? WorkCounts())
        }
    }

    /// Running plans that the officer may see, to choose from; those of the latest first.
    package func runningPlans(for officer: Officer) throws -> [Plan] {
        try rows(
            """
            SELECT \(Plan.columns) FROM plans p
            WHERE p.ward = \(officer.ward) AND p.status = 'running'
                AND \(visiblePlans(for: officer))
            ORDER BY p.created_at DESC, p.id DESC
            """
        ).map(Plan.init)
    }

    /// Plans that a plan is compared with: so many of the latest that run.
    package static var comparedPlansMax: Int { 8 }

    /// What the running plans say that a plan is compared with; each bears the plan's name as file.
    package func comparedReadings(
        with plan: Plan, for officer: Officer
    ) throws -> [PlanReading] {
        try runningPlans(for: officer).filter { $0.id != plan.id }.prefix(Self.comparedPlansMax)
            .map { other in
                var reading = try version(of: other, ward: officer.ward).reading
                reading.file = other.name
                return reading
            }
    }

    /// - Throws: `.notFound` for a plan that is not there, or is not for this officer.
    package func plan(_ id: String, for officer: Officer) throws -> Plan {
        let found = try row(
            """
            SELECT \(Plan.columns) FROM plans p
            WHERE p.ward = \(officer.ward) AND p.id = \(id) AND \(visiblePlans(for: officer))
            """)
        guard let found else {
            throw Problem(.notFound, "Không có kế hoạch này, hoặc bạn không được xem.")
        }
        return Plan(found)
    }

    /// Tasks of a plan in the order of its text, those that were taken out only when asked for.
    package func tasks(
        of plan: Plan, withEnded: Bool = false, for officer: Officer
    ) throws -> [PlanTask] {
        var conditions: [SQL] = [
            "t.ward = \(officer.ward)", "t.plan = \(plan.id)", visibleTasks(for: officer),
        ]
        if !withEnded { conditions.append("t.ended_at IS NULL") }
        return try tasks(where: SQL.all(conditions), ward: officer.ward)
    }

    /// - Throws: `.notFound`.
    package func task(_ id: String, of plan: Plan, for officer: Officer) throws -> PlanTask {
        let conditions: [SQL] = [
            "t.ward = \(officer.ward)", "t.plan = \(plan.id)", "t.id = \(id)",
            visibleTasks(for: officer),
        ]
        guard let task = try tasks(where: SQL.all(conditions), ward: officer.ward).first else {
            throw Problem(.notFound, "Không có nhiệm vụ này, hoặc bạn không được xem.")
        }
        return task
    }

    /// A version with its source and reading; the one in force when no number is given.
    ///
    /// - Throws: `.notFound`.
    package func version(_ number: Int? = nil, of plan: Plan, ward: String) throws -> PlanVersion {
        let number = number ?? plan.currentVersion
        let found = try row(
            """
            SELECT number, file, source, reading, adopted_at, created_at, note, left_state
            FROM plan_versions
            WHERE ward = \(ward) AND plan = \(plan.id) AND number = \(number)
                AND discarded_at IS NULL
            """)
        guard let found else {
            throw Problem(.notFound, "Kế hoạch không có bản thứ \(number).")
        }
        return PlanVersion(
            number: found["number"], file: found["file"],
            source: try StoredJSON.value(found["source"]),
            reading: try StoredJSON.value(found["reading"]), adoptedAt: found["adopted_at"],
            createdAt: found["created_at"], note: found["note"],
            left: try (found["left_state"] as String?).map { try StoredJSON.value($0) })
    }

    /// Drafts are for those who run plans; the head of a facility sees what concerns the facility.
    func visiblePlans(for officer: Officer) -> SQL {
        if officer.may(.runPlans) { return "1 = 1" }
        guard officer.role == .facilityHead else { return "p.status <> 'draft'" }
        return """
            p.status <> 'draft' AND EXISTS (
                SELECT 1 FROM assignments a
                JOIN assignment_units u ON u.ward = a.ward AND u.assignment = a.id
                WHERE a.ward = p.ward AND a.plan = p.id AND u.unit = \(officer.unit ?? ""))
            """
    }

    func visibleTasks(for officer: Officer) -> SQL {
        guard officer.role == .facilityHead else { return "1 = 1" }
        return """
            EXISTS (
                SELECT 1 FROM assignments a
                JOIN assignment_units u ON u.ward = a.ward AND u.assignment = a.id
                WHERE a.ward = t.ward AND a.task = t.id AND u.unit = \(officer.unit ?? ""))
            """
    }

    func tasks(where condition: SQL, ward: String) throws -> [PlanTask] {
        let found = try rows(
            "SELECT \(PlanTask.columns) FROM tasks t WHERE \(condition) ORDER BY t.position, t.id")
        let ids = found.map { $0["id"] as String }
        let some = SQL.list(ids)
        let units = try rows(
            """
            SELECT task, role, name, unit FROM task_units
            WHERE ward = \(ward) AND task IN \(some) ORDER BY task, position
            """)
        let deadlines = try rows(
            """
            SELECT task, text, type, date, start, recurrence FROM task_deadlines
            WHERE ward = \(ward) AND task IN \(some) ORDER BY task, position
            """)
        let targets = try rows(
            """
            SELECT \(TaskTarget.columns) FROM targets
            WHERE ward = \(ward) AND task IN \(some) AND ended_at IS NULL ORDER BY task, position
            """)
        let unitsByTask = Dictionary(grouping: units) { $0["task"] as String }
        let deadlinesByTask = Dictionary(grouping: deadlines) { $0["task"] as String }
        let targetsByTask = Dictionary(grouping: targets) { $0["task"] as String }
        return found.map { row in
            let id: String = row["id"]
            return PlanTask(
                row,
                units: (unitsByTask[id] ?? []).map {
                    TaskUnit(role: $0["role"], name: $0["name"], unit: $0["unit"])
                },
                deadlines: (deadlinesByTask[id] ?? []).map {
                    Deadline(
                        text: $0["text"], type: $0["type"], date: $0["date"],
                        recurrence: $0["recurrence"], start: $0["start"])
                },
                targets: (targetsByTask[id] ?? []).map(TaskTarget.init))
        }
    }
}

/// Takes the wildcards of LIKE literally.
func escaped(_ words: String) -> String {
    words.reduce(into: "") { text, letter in
        if "%_\\".contains(letter) { text.append("\\") }
        text.append(letter)
    }
}
