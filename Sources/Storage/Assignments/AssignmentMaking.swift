package import Domain

/// From the confirmed tasks of a plan to the work of units.
extension Transaction {
    /// Makes the assignments of a plan and their occurrences, or brings them up to an amendment.
    ///
    /// Work laid on a group becomes one assignment for each member, each with its own status. What
    /// exists is kept with its history: a lead or a day changes only where the plan itself now
    /// says another; the work of a task that was taken out ends. A task that is put off and has no
    /// one focal point yet is with nobody, and stays with whom it is.
    ///
    /// - Throws: `.conflict` when a task that is not put off names several leads; `.notFound` for another ward's plan.
    package func makeAssignments(ofPlan plan: String, by officer: Officer) throws {
        try officer.require(.runPlans)
        let isKnown: Int? = try value(
            "SELECT 1 AS value FROM plans WHERE ward = \(officer.ward) AND id = \(plan)")
        guard isKnown != nil else {
            throw Problem(.notFound, "Không có kế hoạch này. Hãy mở lại danh sách kế hoạch.")
        }
        let tasks = try toldTasks(ofPlan: plan, ward: officer.ward)
        try refuseSeveralLeads(in: tasks)
        var known = try knownAssignments(ofPlan: plan, ward: officer.ward)
        var made = 0
        for task in tasks {
            for told in try wanted(task, ward: officer.ward) {
                let key = AssignmentKey(task: task.id, member: told.member)
                if let assignment = known.removeValue(forKey: key) {
                    try bringUpToDate(assignment, told, by: officer)
                } else {
                    try addAssignment(told, plan: plan, ward: officer.ward)
                    made += 1
                }
            }
        }
        let over = known.values.filter { !$0.isEnded }
        for assignment in over {
            try run(
                """
                UPDATE assignments SET ended_at = \(now), version = version + 1
                WHERE ward = \(officer.ward) AND id = \(assignment.id)
                """)
        }
        try record(
            "work.make", "plans/\(plan)",
            [
                JournalChange("assignments_made", to: String(made)),
                JournalChange("assignments_ended", to: String(over.count)),
            ], by: officer)
    }

    private func refuseSeveralLeads(in tasks: [ToldTask]) throws {
        let unsettled = tasks.filter { $0.hasSeveralLeads && !$0.isDeferred }
        guard !unsettled.isEmpty else { return }
        let listed = unsettled.prefix(ToldTask.listedMax).map { task in
            "\(task.code) (\(task.leads.map(\.name).joined(separator: "; ")))"
        }
        let more = unsettled.count > listed.count ? "; …" : ""
        throw Problem(
            .conflict,
            "\(unsettled.count) việc còn nhiều đơn vị chủ trì: \(listed.joined(separator: "; "))\(more). Mỗi việc chỉ một đầu mối: hãy chọn một đơn vị chủ trì, hoặc tách việc cho từng đơn vị.",
            refusals: Dictionary(
                unsettled.map { ($0.code, $0.leads.map(\.name).joined(separator: "; ")) },
                uniquingKeysWith: { first, _ in first }))
    }

    /// The assignments that a task asks for: one, or one for each member of the groups it names.
    private func wanted(_ task: ToldTask, ward: String) throws -> [ToldAssignment] {
        var partners: [String] = []
        for unit in task.partners {
            for member in unit.isGroup ? try members(of: unit.id, ward: ward) : [unit.id]
            where !partners.contains(member) {
                partners.append(member)
            }
        }
        if task.isUnsettled {
            return [ToldAssignment(task: task, member: "", lead: nil, partners: partners)]
        }
        let groups = task.leads.filter(\.isGroup)
        guard !groups.isEmpty else {
            let lead = task.leads.first?.id
            return [
                ToldAssignment(
                    task: task, member: "", lead: lead, partners: partners.filter { $0 != lead })
            ]
        }
        var members: [String] = []
        for group in groups {
            for member in try self.members(of: group.id, ward: ward) where !members.contains(member)
            {
                members.append(member)
            }
        }
        return members.map { member in
            ToldAssignment(
                task: task, member: member, lead: member,
                partners: partners.filter { $0 != member })
        }
    }

    private func addAssignment(_ told: ToldAssignment, plan: String, ward: String) throws {
        let id = makeIdentifier()
        try run(
            """
            INSERT INTO assignments
                (ward, id, plan, task, member, told_lead, person, product, authority, created_at)
            VALUES (\(ward), \(id), \(plan), \(told.task.id), \(told.member), \(told.lead),
                \(told.task.person), \(told.task.product), \(told.task.authority), \(now))
            """)
        if let lead = told.lead { try addUnit(lead, role: "lead", to: id, ward: ward) }
        for partner in told.partners {
            try addUnit(partner, role: "coordinate", to: id, ward: ward)
        }
        try layOutOccurrences(of: id, told.task.deadlines, madeOn: today, ward: ward)
    }

    private func addUnit(_ unit: String, role: String, to assignment: String, ward: String) throws {
        try run(
            """
            INSERT INTO assignment_units (ward, assignment, unit, role)
            VALUES (\(ward), \(assignment), \(unit), \(role))
            ON CONFLICT (ward, assignment, unit) DO NOTHING
            """)
    }

    private func bringUpToDate(
        _ known: KnownAssignment, _ told: ToldAssignment, by officer: Officer
    ) throws {
        if known.isEnded {
            try run(
                """
                UPDATE assignments SET ended_at = NULL, version = version + 1
                WHERE ward = \(officer.ward) AND id = \(known.id)
                """)
        }
        if known.toldLead != told.lead, !told.task.isUnsettled {
            try run(
                """
                DELETE FROM assignment_units
                WHERE ward = \(officer.ward) AND assignment = \(known.id)
                    AND (role = 'lead' OR unit = \(told.lead))
                """)
            if let lead = told.lead {
                try addUnit(lead, role: "lead", to: known.id, ward: officer.ward)
            }
            try run(
                """
                UPDATE assignments SET told_lead = \(told.lead), version = version + 1
                WHERE ward = \(officer.ward) AND id = \(known.id)
                """)
        }
        for partner in told.partners {
            try addUnit(partner, role: "coordinate", to: known.id, ward: officer.ward)
        }
        try follow(told.task.deadlines, known, by: officer)
    }

    /// Lays out the times that the plan has now. Another rhythm counts from today on: it makes no
    /// debts of the past, and what was begun for the running time goes on in the first new one.
    private func follow(
        _ deadlines: [Deadline], _ known: KnownAssignment, by officer: Officer
    ) throws {
        let ward = officer.ward
        // What is late already stays a debt, and what was handed in waits for its answer.
        let open: SQL = """
            due_day >= \(today.number) AND submitted_at IS NULL AND accepted_at IS NULL
                AND excused_at IS NULL
            """
        let present = try rows(
            """
            SELECT slot, CASE WHEN \(open) AND \(Self.isUntouched) THEN 1 ELSE 0 END AS is_free
            FROM occurrences
            WHERE ward = \(ward) AND assignment = \(known.id)
            """
        ).map { (slot: $0["slot"] as String, isFree: $0["is_free"] as Bool) }
        let slots = present.map(\.slot)
        let planned = WorkSchedule.occurrences(of: deadlines, from: today, today: today)
        let wanted = Set(planned.map(\.rhythm))
        let isOver = { (slot: String) in !wanted.contains(PlannedOccurrence.rhythm(ofSlot: slot)) }
        let isNew = !wanted.isSubset(of: slots.map(PlannedOccurrence.rhythm(ofSlot:)))
        guard !present.isEmpty, isNew || present.contains(where: { $0.isFree && isOver($0.slot) })
        else {
            try layOutOccurrences(of: known.id, deadlines, madeOn: known.begins, ward: ward)
            return
        }
        let over = slots.filter(isOver)
        let some: SQL = """
            ward = \(ward) AND assignment = \(known.id) AND slot IN \(SQL.list(over)) AND \(open)
            """
        try run("DELETE FROM occurrences WHERE \(some) AND \(Self.isUntouched)")
        let begun: String? = try value(
            "SELECT id AS value FROM occurrences WHERE \(some) ORDER BY due_day, id LIMIT 1")
        if let begun, let next = planned.first(where: { !slots.contains($0.slot) }) {
            try run(
                """
                UPDATE occurrences SET slot = \(next.slot), version = version + 1
                WHERE ward = \(ward) AND id = \(begun)
                """)
        }
        try run(
            """
            UPDATE assignments SET rhythm_from = \(today), version = version + 1
            WHERE ward = \(ward) AND id = \(known.id)
            """)
        try layOutOccurrences(of: known.id, deadlines, madeOn: today, ward: ward)
        try record(
            "work.rhythm", "assignments/\(known.id)",
            [
                JournalChange(
                    "rhythm", from: over.joined(separator: " "),
                    to: planned.map(\.slot).joined(separator: " "))
            ], by: officer)
    }

    /// Nobody said or did anything about it.
    private static let isUntouched: SQL = """
        percent = 0
            AND NOT EXISTS (
                SELECT 1 FROM entries e
                WHERE e.ward = occurrences.ward AND e.occurrence = occurrences.id)
            AND NOT EXISTS (
                SELECT 1 FROM explanations x
                WHERE x.ward = occurrences.ward AND x.occurrence = occurrences.id)
            AND NOT EXISTS (
                SELECT 1 FROM obstacles b
                WHERE b.ward = occurrences.ward AND b.occurrence = occurrences.id)
            AND NOT EXISTS (
                SELECT 1 FROM proposals p
                WHERE p.ward = occurrences.ward AND p.occurrence = occurrences.id)
        """

    /// Makes the occurrences that are not there yet, and moves those whose day the plan changed.
    ///
    /// - Returns: how many were made.
    @discardableResult
    func layOutOccurrences(
        of assignment: String, _ deadlines: [Deadline], madeOn day: Day, ward: String
    ) throws -> Int {
        var made = 0
        for planned in WorkSchedule.occurrences(of: deadlines, from: day, today: today) {
            made += try run(
                """
                INSERT INTO occurrences
                    (ward, id, assignment, slot, label, due, told_due, due_day, begins_day)
                VALUES (\(ward), \(makeIdentifier()), \(assignment), \(planned.slot),
                    \(planned.label), \(planned.due), \(planned.due),
                    \(planned.due?.number ?? WorkRule.noDueDay), \(planned.begins.number))
                ON CONFLICT (ward, assignment, slot) DO NOTHING
                """)
            try run(
                """
                UPDATE occurrences
                SET due = \(planned.due), told_due = \(planned.due), label = \(planned.label),
                    due_day = \(planned.due?.number ?? WorkRule.noDueDay), version = version + 1
                WHERE ward = \(ward) AND assignment = \(assignment) AND slot = \(planned.slot)
                    AND accepted_at IS NULL AND excused_at IS NULL
                    AND COALESCE(told_due, '') <> COALESCE(\(planned.due), '')
                """)
        }
        return made
    }
}
