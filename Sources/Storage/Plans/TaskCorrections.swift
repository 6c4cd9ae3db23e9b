package import Domain

/// What people change in the tasks of a plan; each verb names the version that the person saw.
extension Transaction {
    /// Writes what the form of a task holds.
    ///
    /// - Throws: `.conflict` when somebody else wrote in the meantime; `.invalid`; `.notFound`.
    package func correctTask(
        _ id: String, of plan: String, version: Int, _ correction: TaskCorrection,
        by officer: Officer
    ) throws {
        let (plan, task) = try taskToChange(id, of: plan, by: officer)
        try correction.check()
        try touch(task, version: version, by: officer)
        try run(
            """
            UPDATE tasks SET title = \(correction.title), person = \(correction.person),
                product = \(correction.product), authority = \(correction.authority),
                is_deferred = \(correction.isDeferred)
            WHERE ward = \(officer.ward) AND id = \(id)
            """)
        try writeUnits(correction.units, ofTask: id, ward: officer.ward)
        try writeDeadlines(correction.deadlines, ofTask: id, ward: officer.ward)
        try writeTargets(correction.targets, of: task, ward: officer.ward)
        try record(
            "task.correct", "tasks/\(id)", Self.changes(from: TaskCorrection(task), to: correction),
            by: officer)
        try settle(plan, by: officer)
    }

    /// Cuts a task in pieces, each with the deadlines and targets that its words hold.
    ///
    /// Nothing that was reported is lost: values go with their target, and work that is under way
    /// goes on with the piece that keeps the deadline, the first one where none does.
    ///
    /// - Returns: identifiers of the pieces; the task itself is taken out and can come back.
    @discardableResult
    package func splitTask(
        _ id: String, of plan: String, version: Int, into pieces: [String], by officer: Officer
    ) throws -> [String] {
        let (plan, task) = try taskToChange(id, of: plan, by: officer)
        try TaskSplit.check(pieces)
        let copies = pieces.map { TaskCopy(text: $0, leads: nil) }
        return try replace(
            task, version: version, with: copies, verb: "task.split", plan, by: officer)
    }

    /// One task for each unit that the text lets lead, so that each has its own focal point.
    @discardableResult
    package func splitTaskByLead(
        _ id: String, of plan: String, version: Int, by officer: Officer
    ) throws -> [String] {
        let (plan, task) = try taskToChange(id, of: plan, by: officer)
        let leads = task.units(.lead)
        guard leads.count > 1 else {
            throw Problem(.invalid, "Nhiệm vụ chỉ có một đơn vị chủ trì nên không cần giao riêng.")
        }
        let copies = leads.map { TaskCopy(text: task.text, leads: [$0]) }
        return try replace(
            task, version: version, with: copies, verb: "task.splitByLead", plan, by: officer)
    }

    /// Puts a task into another one: the other takes its words, deadlines and targets.
    package func mergeTask(
        _ id: String, of plan: String, version: Int, into other: String, by officer: Officer
    ) throws {
        let (plan, task) = try taskToChange(id, of: plan, by: officer)
        let (_, target) = try taskToChange(other, of: plan.id, by: officer)
        guard id != other else { throw Problem(.invalid, "Hãy chọn một nhiệm vụ khác để gộp vào.") }
        try touch(task, version: version, by: officer)
        let text = "\(target.text) \(task.text)"
        try run(
            """
            UPDATE tasks SET text = \(text), search = \(folded(text)), version = version + 1,
                line_end = \(max(task.lineEnd, target.lineEnd))
            WHERE ward = \(officer.ward) AND id = \(other)
            """)
        let known = Set(target.units.map(\.name))
        let partners = task.units.filter { !known.contains($0.name) }.map { unit in
            TaskUnit(
                role: unit.role == .lead ? .coordinate : unit.role, name: unit.name,
                unit: unit.unit)
        }
        try writeUnits(target.units + partners, ofTask: other, ward: officer.ward)
        try writeDeadlines(target.deadlines + task.deadlines, ofTask: other, ward: officer.ward)
        try run(
            "UPDATE targets SET task = \(other) WHERE ward = \(officer.ward) AND task = \(id)")
        try end(task, because: .merged, by: officer)
        try record(
            "task.merge", "tasks/\(id)", [JournalChange("into", to: "tasks/\(other)")], by: officer)
        try settle(plan, by: officer)
    }

    /// Bullets of several units that are one piece of work: they stay, and count once.
    package func joinTasks(
        _ id: String, of plan: String, version: Int, with other: String, by officer: Officer
    ) throws {
        let (plan, task) = try taskToChange(id, of: plan, by: officer)
        let (_, partner) = try taskToChange(other, of: plan.id, by: officer)
        guard id != other else { throw Problem(.invalid, "Hãy chọn một nhiệm vụ khác.") }
        try touch(task, version: version, by: officer)
        try run(
            """
            UPDATE tasks SET work_item = \(partner.workItem)
            WHERE ward = \(officer.ward) AND plan = \(plan.id) AND work_item = \(task.workItem)
            """)
        try record(
            "task.join", "tasks/\(id)",
            [JournalChange("work_item", from: task.workItem, to: partner.workItem)], by: officer)
        try settle(plan, by: officer)
    }

    /// Counts a task on its own again.
    package func partTask(
        _ id: String, of plan: String, version: Int, by officer: Officer
    ) throws {
        let (plan, task) = try taskToChange(id, of: plan, by: officer)
        try touch(task, version: version, by: officer)
        // The others may bear this task's identifier as that of the joint work.
        let heir: String? = try value(
            """
            SELECT MIN(id) AS value FROM tasks
            WHERE ward = \(officer.ward) AND work_item = \(task.workItem) AND id <> \(id)
            """)
        if let heir, task.workItem == id {
            try run(
                """
                UPDATE tasks SET work_item = \(heir)
                WHERE ward = \(officer.ward) AND work_item = \(id) AND id <> \(id)
                """)
        }
        try run("UPDATE tasks SET work_item = id WHERE ward = \(officer.ward) AND id = \(id)")
        try record(
            "task.part", "tasks/\(id)", [JournalChange("work_item", from: task.workItem, to: id)],
            by: officer)
        try settle(plan, by: officer)
    }

    /// Takes a task out: what was read is no work.
    package func removeTask(
        _ id: String, of plan: String, version: Int, by officer: Officer
    ) throws {
        let (plan, task) = try taskToChange(id, of: plan, by: officer)
        try touch(task, version: version, by: officer)
        try end(task, because: .removed, by: officer)
        try record("task.remove", "tasks/\(id)", by: officer)
        try settle(plan, by: officer)
    }

    /// Takes a task back in; the pieces into which it was cut go out instead.
    package func restoreTask(
        _ id: String, of plan: String, version: Int, by officer: Officer
    ) throws {
        let (plan, task) = try taskToChange(id, of: plan, withEnded: true, by: officer)
        guard task.endedAt != nil else {
            throw Problem(.conflict, "Nhiệm vụ này đang có trong kế hoạch. Hãy tải lại trang.")
        }
        guard task.endedBecause != TaskEnd.merged.rawValue else {
            throw Problem(
                .conflict, "Nội dung đã gộp vào nhiệm vụ khác. Hãy tách nhiệm vụ ấy để lấy lại.")
        }
        try touch(task, version: version, by: officer)
        try run(
            """
            UPDATE tasks SET ended_at = NULL, ended_because = NULL
            WHERE ward = \(officer.ward) AND id = \(id)
            """)
        if task.endedBecause == TaskEnd.split.rawValue {
            try takeBackPieces(of: id, ward: officer.ward)
        }
        try record("task.restore", "tasks/\(id)", by: officer)
        try settle(plan, by: officer)
    }

    /// Adds a task that the reader missed, from lines of the source.
    ///
    /// - Returns: its identifier.
    @discardableResult
    package func addMissedTask(
        lines: ClosedRange<Int>, lead: String?, to plan: String, by officer: Officer
    ) throws -> String {
        try officer.require(.runPlans)
        let plan = try self.plan(plan, for: officer)
        let version = try version(of: plan, ward: officer.ward)
        let text = version.source.text(from: lines.lowerBound, to: lines.upperBound)
        guard !text.allSatisfy(\.isWhitespace) else {
            throw Problem(
                .invalid, "Các dòng \(lines.lowerBound)–\(lines.upperBound) không có chữ nào.",
                refusals: ["line-start": "Hãy chọn dòng có nội dung nhiệm vụ."])
        }
        let present = try tasks(of: plan, for: officer)
        let before = present.last { $0.lineStart <= lines.lowerBound }
        let path = version.reading.path(at: lines.lowerBound)
        var number = 1
        while present.contains(where: { $0.code == "\(path).+\(number)" }) { number += 1 }
        var reading = TaskReading(
            id: "\(path).+\(number)", sectionPath: path, unitHeading: before?.unitHeading,
            text: text, lineStart: lines.lowerBound, lineEnd: lines.upperBound)
        let position = try makeRoom(1, after: before, in: plan, ward: officer.ward)
        if let lead, let unit = try units(of: officer.ward).first(where: { $0.id == lead }) {
            reading.leadUnits = [unit.name]
        }
        let aliases = try unitAliases(of: officer.ward)
        let id = try addTask(
            reading, of: plan.id, version: plan.currentVersion, position: position,
            in: version.source, aliases: aliases, ward: officer.ward)
        try record(
            "task.add", "tasks/\(id)",
            [JournalChange("lines", to: "\(lines.lowerBound)-\(lines.upperBound)")], by: officer)
        try settle(plan, by: officer)
        return id
    }
}
