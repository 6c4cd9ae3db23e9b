package import Domain

/// Later texts of a plan: kept when handed in, in force when somebody says so.
extension Transaction {
    /// Keeps an amended text as the next version; nothing of the plan changes yet.
    ///
    /// - Returns: its number.
    /// - Throws: `PlanIsHere` for a file that is here already.
    package func addAmendment(
        _ intake: PlanIntake, to plan: String, by officer: Officer
    ) throws -> Int {
        try officer.require(.runPlans)
        let plan = try self.plan(plan, for: officer)
        if let twin = try sameFile(as: intake, ward: officer.ward) { throw twin }
        let last: Int? = try value(
            """
            SELECT MAX(number) AS value FROM plan_versions
            WHERE ward = \(officer.ward) AND plan = \(plan.id)
            """)
        let number = (last ?? 0) + 1
        try addVersion(number, of: plan.id, intake, adoptedAt: nil, by: officer)
        try record(
            "plan.amend", "plans/\(plan.id)",
            [
                JournalChange("version", to: "\(number)"),
                JournalChange("file", to: intake.fileName),
            ], by: officer)
        return number
    }

    /// How a waiting version differs from the plan as it stands.
    package func difference(
        to version: PlanVersion, of plan: Plan, for officer: Officer
    ) throws -> PlanDifference {
        let current = try self.version(of: plan, ward: officer.ward)
        return PlanDifference(
            tasks: try tasks(of: plan, for: officer), before: current.reading,
            after: version.reading)
    }

    /// Puts a waiting version in force: tasks that go on keep their work and its progress, those
    /// that are gone end with the reason, new ones are given out.
    ///
    /// A new task that nobody leads yet is given out later, rather than holding up the rest.
    ///
    /// - Parameter version: of the plan, as the officer saw it.
    package func adoptVersion(
        _ number: Int, of plan: String, version: Int, by officer: Officer
    ) throws {
        try officer.require(.runPlans)
        let plan = try self.plan(plan, for: officer)
        let amended = try self.version(number, of: plan, ward: officer.ward)
        guard amended.adoptedAt == nil, number > plan.currentVersion else {
            throw Problem(.conflict, "Bản này đã có hiệu lực hoặc đã bị thay. Hãy tải lại trang.")
        }
        let difference = try difference(to: amended, of: plan, for: officer)
        let head = amended.reading.document
        let title = head.title ?? plan.title
        let changed = try run(
            """
            UPDATE plans SET current_version = \(number), version = version + 1,
                number = \(head.number ?? plan.number), issued = \(head.date ?? plan.issued),
                title = \(title),
                search = \(Self.search(number: head.number ?? plan.number, title: title, issuer: plan.issuer))
            WHERE ward = \(officer.ward) AND id = \(plan.id) AND version = \(version)
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
        try run(
            """
            UPDATE plan_versions SET adopted_at = \(now)
            WHERE ward = \(officer.ward) AND plan = \(plan.id) AND number = \(number)
            """)
        try apply(difference, amended, to: plan, by: officer)
        try record(
            "plan.adopt", "plans/\(plan.id)",
            [
                JournalChange("version", from: "\(plan.currentVersion)", to: "\(number)"),
                JournalChange("changed", to: "\(difference.changed.count)"),
                JournalChange("removed", to: "\(difference.removed.count)"),
                JournalChange("added", to: "\(difference.added.count)"),
            ], by: officer)
        if plan.status == .running {
            try makeAssignments(ofPlan: plan.id, by: officer)
            try catalogueIfNumbered(plan.id, by: officer)
            try takeReportDuties(ofPlan: plan.id, by: officer)
        }
    }

    private func apply(
        _ difference: PlanDifference, _ amended: PlanVersion, to plan: Plan, by officer: Officer
    ) throws {
        let aliases = try unitAliases(of: officer.ward)
        let places = Dictionary(
            amended.reading.tasks.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        for pair in difference.pairs {
            try rewrite(
                pair, position: pair.reading.flatMap { places[$0.id] }, in: amended.source,
                aliases: aliases, ward: officer.ward)
        }
        for task in difference.removed { try end(task, because: .amended, by: officer) }
        for reading in difference.added {
            let id = try addTask(
                reading, of: plan.id, version: amended.number,
                position: places[reading.id] ?? 0, in: amended.source, aliases: aliases,
                ward: officer.ward)
            let isLed = reading.leadUnits.contains { aliases[folded($0)] != nil }
            if !isLed {
                try run(
                    "UPDATE tasks SET is_deferred = 1 WHERE ward = \(officer.ward) AND id = \(id)")
            }
        }
    }

    private func rewrite(
        _ pair: PlanDifference.Pair, position: Int?, in source: SourceText,
        aliases: [String: String], ward: String
    ) throws {
        guard let reading = pair.reading, let position else { return }
        let task = pair.task
        let text =
            pair.changes(.words) && !pair.isPiece
            ? reading.text ?? source.text(from: reading.lineStart, to: reading.lineEnd)
            : task.text
        try run(
            """
            UPDATE tasks SET code = \(Self.code(of: pair, reading)), section_path = \(reading.sectionPath),
                unit_heading = \(reading.unitHeading), text = \(text), search = \(folded(text)),
                line_start = \(reading.lineStart), line_end = \(reading.lineEnd),
                position = \(position), version = version + 1
            WHERE ward = \(ward) AND id = \(task.id)
            """)
        if pair.isPiece { return }
        if pair.changes(.lead) || pair.changes(.coordinate) {
            let told = reading.taskUnits.map {
                TaskUnit(role: $0.role, name: $0.name, unit: aliases[folded($0.name)])
            }
            // What the new text does not say otherwise stays as people corrected it.
            let units = told.filter { $0.role != .lead && $0.role != .coordinate }
            let leads = pair.changes(.lead) ? told.filter { $0.role == .lead } : task.units(.lead)
            let partners =
                pair.changes(.coordinate)
                ? told.filter { $0.role == .coordinate } : task.units(.coordinate)
            try writeUnits(leads + partners + units, ofTask: task.id, ward: ward)
        }
        if pair.changes(.deadlines) {
            try writeDeadlines(reading.deadlines, ofTask: task.id, ward: ward)
        }
        if pair.changes(.targets) {
            try writeTargets(Self.targets(of: reading, keeping: task), of: task, ward: ward)
        }
    }

    /// Pieces keep their number behind the code of the text.
    private static func code(of pair: PlanDifference.Pair, _ reading: TaskReading) -> String {
        pair.isPiece ? reading.id + pair.task.code.drop { $0 != "-" } : reading.id
    }

    /// A target that says the same thing keeps its identity, and so its reported values.
    private static func targets(
        of reading: TaskReading, keeping task: PlanTask
    ) -> [TargetCorrection] {
        var free = task.targets
        return reading.targets.enumerated().map { index, target in
            let name = target.metric ?? target.text
            let place =
                free.firstIndex { folded($0.name) == folded(name) || $0.text == target.text }
                ?? (task.targets.count == reading.targets.count
                    ? free.firstIndex { $0.id == task.targets[index].id } : nil)
            return TargetCorrection(
                id: place.map { free.remove(at: $0).id }, text: target.text, name: name,
                min: target.min, max: target.max, unit: target.unit, per: target.per,
                due: target.by)
        }
    }

    /// Every version with its file, the latest first; texts and readings stay where they are.
    package func versions(of plan: Plan, ward: String) throws -> [PlanVersionLine] {
        try rows(
            """
            SELECT v.number, v.adopted_at, v.created_at, f.name AS file_name, a.name AS author
            FROM plan_versions v
            JOIN files f ON f.ward = v.ward AND f.id = v.file
            LEFT JOIN accounts a ON a.ward = v.ward AND a.id = v.created_by
            WHERE v.ward = \(ward) AND v.plan = \(plan.id)
            ORDER BY v.number DESC
            """
        ).map {
            PlanVersionLine(
                number: $0["number"], fileName: $0["file_name"], author: $0["author"],
                createdAt: $0["created_at"], adoptedAt: $0["adopted_at"])
        }
    }
}

/// A version in the list of versions.
package struct PlanVersionLine: Sendable {
    package let number: Int
    package let fileName: String
    package let author: String?
    package let createdAt: Instant
    /// nil: waits, or was passed over.
    package let adoptedAt: Instant?
}
