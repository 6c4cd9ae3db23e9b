package import Domain

/// Why a task is no longer in its plan; kept in `tasks.ended_because`.
package enum TaskEnd: String, Sendable, CaseIterable {
    case removed, split, unsplit, merged, amended

    package init?(_ task: PlanTask) {
        guard let reason = task.endedBecause else { return nil }
        self.init(rawValue: reason)
    }
}

/// A task that comes of another one.
struct TaskCopy {
    let text: String
    /// nil: those of the other one.
    let leads: [TaskUnit]?
}

/// What the verbs over tasks share.
extension Transaction {
    func taskToChange(
        _ id: String, of plan: String, withEnded: Bool = false, by officer: Officer
    ) throws -> (Plan, PlanTask) {
        try officer.require(.runPlans)
        let plan = try self.plan(plan, for: officer)
        let task = try task(id, of: plan, for: officer)
        guard withEnded || task.endedAt == nil else {
            throw Problem(
                .conflict, "Nhiệm vụ này đã được đưa ra khỏi kế hoạch. Hãy tải lại trang.")
        }
        return (plan, task)
    }

    /// - Throws: `.conflict` when the task is no longer as the officer saw it.
    func touch(_ task: PlanTask, version: Int, by officer: Officer) throws {
        let changed = try run(
            """
            UPDATE tasks SET version = version + 1
            WHERE ward = \(officer.ward) AND id = \(task.id) AND version = \(version)
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
    }

    /// After any change: the plan is another one than others saw, and its work follows.
    func settle(_ plan: Plan, by officer: Officer) throws {
        try run(
            """
            UPDATE plans SET version = version + 1
            WHERE ward = \(officer.ward) AND id = \(plan.id)
            """)
        if plan.status == .running { try makeAssignments(ofPlan: plan.id, by: officer) }
    }

    func end(_ task: PlanTask, because reason: TaskEnd, by officer: Officer) throws {
        try run(
            """
            UPDATE tasks SET ended_at = \(now), ended_because = \(reason.rawValue)
            WHERE ward = \(officer.ward) AND id = \(task.id)
            """)
    }

    /// Opens places in the order of the tasks.
    ///
    /// - Returns: the first free position.
    func makeRoom(
        _ count: Int, after task: PlanTask?, in plan: Plan, ward: String
    ) throws -> Int {
        let position: Int =
            try task.flatMap { task in
                try value(
                    "SELECT position AS value FROM tasks WHERE ward = \(ward) AND id = \(task.id)")
            } ?? -1
        try run(
            """
            UPDATE tasks SET position = position + \(count)
            WHERE ward = \(ward) AND plan = \(plan.id) AND position > \(position)
            """)
        return position + 1
    }

    func replace(
        _ task: PlanTask, version: Int, with copies: [TaskCopy], verb: String, _ plan: Plan,
        by officer: Officer
    ) throws -> [String] {
        try touch(task, version: version, by: officer)
        let first = try makeRoom(copies.count, after: task, in: plan, ward: officer.ward)
        var ids: [String] = []
        for (index, copy) in copies.enumerated() {
            ids.append(
                try addCopy(
                    copy, number: index, of: task, position: first + index, ward: officer.ward))
        }
        let texts = copies.map(\.text)
        let areSame = Set(texts).count == 1
        for (index, id) in ids.enumerated() {
            try writeDeadlines(
                task.deadlines.filter {
                    areSame || TaskSplit.place(of: $0.text, in: texts) == index
                }, ofTask: id, ward: officer.ward)
        }
        for (position, target) in task.targets.enumerated() {
            let place = areSame ? 0 : TaskSplit.place(of: target.text, in: texts)
            try handOn("targets", target.id, of: task, to: ids[place], ward: officer.ward)
            for id in ids where areSame && id != ids[place] {
                try addTarget(
                    TargetReading(
                        text: target.text, metric: target.name, min: target.min, max: target.max,
                        unit: target.unit, per: target.per, by: target.due),
                    position: position, task: id, plan: plan.id, ward: officer.ward)
            }
        }
        let heir =
            areSame ? 0 : task.deadlines.first.map { TaskSplit.place(of: $0.text, in: texts) } ?? 0
        try handOnWork(of: task, to: Array(zip(ids, copies)), heir: ids[heir], ward: officer.ward)
        try end(task, because: .split, by: officer)
        try record(
            verb, "tasks/\(task.id)",
            [JournalChange("pieces", to: ids.joined(separator: " "))], by: officer)
        try settle(plan, by: officer)
        return ids
    }

    /// Work that is under way goes on with the piece of the same lead, or with the heir: the piece
    /// that keeps the deadline.
    private func handOnWork(
        of task: PlanTask, to pieces: [(id: String, copy: TaskCopy)], heir: String, ward: String
    ) throws {
        let leads = try pieces.map { piece in
            let units = (piece.copy.leads ?? []).compactMap(\.unit)
            return (piece.id, units + (try units.flatMap { try members(of: $0, ward: ward) }))
        }
        let known = try rows(
            """
            SELECT id, member, told_lead FROM assignments
            WHERE ward = \(ward) AND task = \(task.id)
            """)
        for assignment in known {
            let member: String = assignment["member"]
            let lead = member.isEmpty ? assignment["told_lead"] as String? : member
            let piece = leads.first { piece in lead.map { piece.1.contains($0) } ?? false }
            try handOn(
                "assignments", assignment["id"], of: task, to: piece?.0 ?? heir, ward: ward)
        }
    }

    private func handOn(
        _ table: SQL, _ id: String, of task: PlanTask, to piece: String, ward: String
    ) throws {
        try run(
            """
            UPDATE \(table) SET task = \(piece), made_for = COALESCE(made_for, \(task.id))
            WHERE ward = \(ward) AND id = \(id)
            """)
    }

    /// The pieces into which a task was cut go out; what they went on with comes back to it.
    func takeBackPieces(of task: String, ward: String) throws {
        var pieces: [String] = []
        var latest = [task]
        while !latest.isEmpty {
            latest = try rows(
                """
                SELECT id FROM tasks
                WHERE ward = \(ward) AND split_of IN \(SQL.list(latest))
                """
            ).map { $0["id"] }
            pieces += latest
        }
        if pieces.isEmpty { return }
        let some = SQL.list(pieces)
        for table: SQL in ["assignments", "targets"] {
            try run(
                """
                UPDATE \(table) SET task = \(task)
                WHERE ward = \(ward) AND task IN \(some)
                    AND made_for IS NOT NULL AND made_for NOT IN \(some)
                """)
        }
        try run(
            """
            UPDATE tasks SET ended_at = \(now), ended_because = \(TaskEnd.unsplit.rawValue)
            WHERE ward = \(ward) AND id IN \(some) AND ended_at IS NULL
            """)
    }

    private func addCopy(
        _ copy: TaskCopy, number: Int, of task: PlanTask, position: Int, ward: String
    ) throws -> String {
        let id = makeIdentifier()
        // The same words told to each lead are one piece of work; other words are another one.
        let workItem = copy.leads == nil ? id : task.workItem
        let title =
            copy.leads == nil ? TaskTitle.make(from: copy.text, rolePhrase: nil) : task.title
        try run(
            """
            INSERT INTO tasks
                (ward, id, plan, plan_version, position, code, section_path, unit_heading, title,
                 text, search, line_start, line_end, role_cue, role_phrase, person, product,
                 authority, work_item, split_of)
            SELECT ward, \(id), plan, plan_version, \(position),
                \(TaskSplit.code(task.code, piece: number)), section_path, unit_heading, \(title),
                \(copy.text), \(folded(copy.text)), line_start, line_end, role_cue, role_phrase,
                person, product, authority, \(workItem), \(task.id)
            FROM tasks WHERE ward = \(ward) AND id = \(task.id)
            """)
        let units = task.units.filter { copy.leads == nil || $0.role != .lead }
        try writeUnits((copy.leads ?? []) + units, ofTask: id, ward: ward)
        return id
    }

    func writeTargets(_ targets: [TargetCorrection], of task: PlanTask, ward: String) throws {
        let kept = Set(targets.compactMap(\.id))
        for target in task.targets where !kept.contains(target.id) {
            try run(
                "UPDATE targets SET ended_at = \(now) WHERE ward = \(ward) AND id = \(target.id)")
        }
        for (position, target) in targets.enumerated() {
            if let id = target.id {
                try run(
                    """
                    UPDATE targets SET position = \(position), name = \(target.name),
                        min = \(target.min), max = \(target.max), unit = \(target.unit),
                        per = \(target.per), due = \(target.due)
                    WHERE ward = \(ward) AND task = \(task.id) AND id = \(id)
                    """)
            } else {
                try addTarget(
                    TargetReading(
                        text: target.text, metric: target.name, min: target.min, max: target.max,
                        unit: target.unit, per: target.per, by: target.due),
                    position: position, task: task.id, plan: task.plan, ward: ward)
            }
        }
    }

    static func changes(
        from before: TaskCorrection, to after: TaskCorrection
    ) -> [JournalChange] {
        let fields: [(String, String?, String?)] = [
            ("title", before.title, after.title), ("person", before.person, after.person),
            ("product", before.product, after.product),
            ("authority", before.authority, after.authority),
            ("deferred", "\(before.isDeferred)", "\(after.isDeferred)"),
            ("lead", names(before, .lead), names(after, .lead)),
            ("coordinate", names(before, .coordinate), names(after, .coordinate)),
            ("deadlines", deadlines(before), deadlines(after)),
            ("targets", targets(before), targets(after)),
        ]
        return fields.filter { $0.1 != $0.2 }.map { JournalChange($0.0, from: $0.1, to: $0.2) }
    }

    private static func names(_ correction: TaskCorrection, _ role: TaskUnit.Role) -> String {
        correction.units.filter { $0.role == role }.map(\.name).joined(separator: "; ")
    }

    private static func deadlines(_ correction: TaskCorrection) -> String {
        correction.deadlines.map {
            [$0.date, $0.recurrence?.rawValue, $0.text].compactMap { $0 }.joined(separator: " ")
        }.joined(separator: "; ")
    }

    private static func targets(_ correction: TaskCorrection) -> String {
        correction.targets.map { target in
            let numbers = [target.min, target.max].compactMap { $0.map { "\($0)" } }
            return
                ([target.name] + numbers + [target.unit, target.per, target.due].compactMap { $0 })
                .joined(separator: " ")
        }.joined(separator: "; ")
    }
}
