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

    /// Takes away a text that was handed in by mistake and was never in force.
    ///
    /// - Throws: `.conflict` for a version that is or was in force.
    package func discardVersion(_ number: Int, of plan: String, by officer: Officer) throws {
        try officer.require(.runPlans)
        let plan = try self.plan(plan, for: officer)
        let changed = try run(
            """
            UPDATE plan_versions SET discarded_at = \(now)
            WHERE ward = \(officer.ward) AND plan = \(plan.id) AND number = \(number)
                AND number <> \(plan.currentVersion) AND adopted_at IS NULL
                AND discarded_at IS NULL
            """)
        guard changed == 1 else {
            throw Problem(
                .conflict, "Bản này đã từng có hiệu lực, hoặc đã được bỏ. Hãy tải lại trang.")
        }
        try record(
            "plan.amend.discard", "plans/\(plan.id)",
            [JournalChange("version", from: "\(number)", to: nil)],
            by: officer)
    }

    /// How another version differs from the plan as it stands.
    package func difference(
        to version: PlanVersion, of plan: Plan, for officer: Officer
    ) throws -> PlanDifference {
        let current = try self.version(of: plan, ward: officer.ward)
        let tasks = try tasks(of: plan, for: officer)
        guard let left = version.left else {
            return PlanDifference(tasks: tasks, before: current.reading, after: version.reading)
        }
        return PlanDifference(
            tasks: tasks, putBack: left.tasks, before: current.reading, after: version.reading)
    }

    /// Puts another version in force: tasks that go on keep their work and its progress, those
    /// that are gone end with the reason, new ones are given out. A version that was in force
    /// before comes back as it was left, with the work that ended since.
    ///
    /// A new task that nobody leads yet is given out later, rather than holding up the rest.
    ///
    /// - Parameters:
    ///   - version: of the plan, as the officer saw it.
    ///   - isSure: the officer says that the text is this plan's although it looks like another's.
    /// - Throws: `.conflict`; `.invalid` for a text of another plan while nobody is sure.
    package func adoptVersion(
        _ number: Int, of plan: String, version: Int, isSure: Bool = false, by officer: Officer
    ) throws {
        try officer.require(.runPlans)
        let plan = try self.plan(plan, for: officer)
        let next = try self.version(number, of: plan, ward: officer.ward)
        guard number != plan.currentVersion else {
            throw Problem(.conflict, "Bản này đang có hiệu lực. Hãy tải lại trang.")
        }
        let difference = try difference(to: next, of: plan, for: officer)
        guard isSure || !next.looksForeign(to: plan, difference) else {
            throw Problem(
                .invalid,
                "Bản mới có vẻ là của kế hoạch khác. Hãy đối chiếu, rồi đánh dấu nếu chắc chắn đúng.",
                refusals: ["sure": "Hãy đánh dấu nếu bản mới đúng là của kế hoạch này."])
        }
        try leave(plan, for: next, seen: version, by: officer)
        if let left = next.left {
            try putBack(left, ending: difference.removed, ward: officer.ward, by: officer)
        } else {
            try apply(difference, next, to: plan, by: officer)
        }
        try record(
            "plan.adopt", "plans/\(plan.id)",
            [
                JournalChange("version", from: "\(plan.currentVersion)", to: "\(number)"),
                JournalChange("changed", to: "\(difference.changed.count)"),
                JournalChange("removed", to: "\(difference.removed.count)"),
                JournalChange("added", to: "\(difference.added.count + difference.returned.count)"),
            ], by: officer)
        if plan.status == .running {
            try makeAssignments(ofPlan: plan.id, by: officer)
            try catalogueIfNumbered(plan.id, by: officer)
            try takeReportDuties(ofPlan: plan.id, by: officer)
        }
    }

    /// Keeps the plan as it stands, and gives it the head of the version that takes its place.
    private func leave(
        _ plan: Plan, for next: PlanVersion, seen version: Int, by officer: Officer
    ) throws {
        let state = LeftPlan(plan: plan, tasks: try tasks(of: plan, for: officer))
        let head = next.left.map { PlanHead($0.plan) } ?? next.head(over: plan)
        let title = head.title ?? plan.title
        let changed = try run(
            """
            UPDATE plans SET current_version = \(next.number), version = version + 1,
                number = \(head.number), issued = \(head.issued), issuer = \(head.issuer),
                title = \(title),
                search = \(Self.search(number: head.number, title: title, issuer: head.issuer))
            WHERE ward = \(officer.ward) AND id = \(plan.id) AND version = \(version)
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
        try run(
            """
            UPDATE plan_versions SET left_state = \(try StoredJSON.text(state))
            WHERE ward = \(officer.ward) AND plan = \(plan.id) AND number = \(plan.currentVersion)
            """)
        try run(
            """
            UPDATE plan_versions SET adopted_at = \(now), left_state = NULL
            WHERE ward = \(officer.ward) AND plan = \(plan.id) AND number = \(next.number)
            """)
    }

    /// Makes the tasks again what they were; their work and its reports never went away.
    private func putBack(
        _ left: LeftPlan, ending removed: [PlanTask], ward: String, by officer: Officer
    ) throws {
        for task in left.tasks { try takeBackPieces(of: task.id, ward: ward) }
        for task in removed { try end(task, because: .amended, by: officer) }
        for (position, task) in left.tasks.enumerated() {
            try run(
                """
                UPDATE tasks SET position = \(position), code = \(task.code),
                    section_path = \(task.sectionPath), unit_heading = \(task.unitHeading),
                    title = \(task.title), text = \(task.text), search = \(folded(task.text)),
                    line_start = \(task.lineStart), line_end = \(task.lineEnd),
                    person = \(task.person), product = \(task.product),
                    authority = \(task.authority), work_item = \(task.workItem),
                    is_deferred = \(task.isDeferred), ended_at = NULL, ended_because = NULL,
                    version = version + 1
                WHERE ward = \(ward) AND id = \(task.id)
                """)
            try writeUnits(task.units, ofTask: task.id, ward: ward)
            try writeDeadlines(task.deadlines, ofTask: task.id, ward: ward)
            try run(
                """
                UPDATE targets SET ended_at = \(now)
                WHERE ward = \(ward) AND task = \(task.id) AND ended_at IS NULL
                """)
            for target in task.targets {
                try run(
                    """
                    UPDATE targets SET task = \(task.id), ended_at = NULL
                    WHERE ward = \(ward) AND id = \(target.id)
                    """)
            }
            try writeTargets(task.targets.map(TargetCorrection.init), of: task, ward: ward)
        }
    }

    private func apply(
        _ difference: PlanDifference, _ amended: PlanVersion, to plan: Plan, by officer: Officer
    ) throws {
        let aliases = try unitAliases(of: officer.ward)
        let groups = Set(try units(of: officer.ward).filter(\.isGroup).map(\.id))
        let places = Dictionary(
            amended.reading.tasks.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        for pair in difference.pairs {
            try rewrite(
                pair, position: pair.reading.flatMap { places[$0.id] }, in: amended.source,
                aliases: aliases, groups: groups, ward: officer.ward)
        }
        for task in difference.removed { try end(task, because: .amended, by: officer) }
        for reading in difference.added {
            let id = try addTask(
                reading, of: plan.id, version: amended.number,
                position: places[reading.id] ?? 0, in: amended.source, aliases: aliases,
                ward: officer.ward)
            let leads = reading.leadUnits.map { aliases[folded($0)] }
            try deferUnlessLed(id, by: leads, groups: groups, ward: officer.ward)
        }
    }

    /// A text that names no one focal point holds up nothing else; somebody chooses later.
    private func deferUnlessLed(
        _ task: String, by leads: [String?], groups: Set<String>, ward: String
    ) throws {
        let bound = Set(leads.compactMap { $0 })
        let isOne = bound.count == 1 || !bound.isEmpty && bound.isSubset(of: groups)
        if isOne, !leads.contains(nil) { return }
        try run("UPDATE tasks SET is_deferred = 1 WHERE ward = \(ward) AND id = \(task)")
    }

    private func rewrite(
        _ pair: PlanDifference.Pair, position: Int?, in source: SourceText,
        aliases: [String: String], groups: Set<String>, ward: String
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
            if pair.changes(.lead) {
                try deferUnlessLed(task.id, by: leads.map(\.unit), groups: groups, ward: ward)
            }
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
}

extension PlanVersion {
    /// What the text says of its head, over what is known of the plan.
    fileprivate func head(over plan: Plan) -> PlanHead {
        let changes = PlanHead(plan).changes(to: PlanHead(reading.document))
        return PlanHead(plan).with(changes)
    }

    /// Whether number, issuer or title are another plan's, or most of the plan's tasks are gone; a
    /// version that was in force before is known.
    package func looksForeign(to plan: Plan, _ difference: PlanDifference) -> Bool {
        left == nil
            && (!PlanHead(plan).doubts(about: PlanHead(reading.document)).isEmpty
                || difference.isMostlyGone)
    }
}
