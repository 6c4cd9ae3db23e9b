package import Domain
import Foundation

/// What is handed in as a plan: the file, its words, and what was understood of them.
package struct PlanIntake: Sendable {
    package let content: [UInt8]
    package let fileName: String
    package let mediaType: String
    package let source: SourceText
    package let reading: PlanReading

    package init(
        content: [UInt8], fileName: String, mediaType: String, source: SourceText,
        reading: PlanReading
    ) {
        self.content = content
        self.fileName = fileName
        self.mediaType = mediaType
        self.source = source
        self.reading = reading
    }
}

/// A plan that is here already is not kept twice.
package struct PlanIsHere: Error {
    package let plan: Plan
    /// The very same file; otherwise the same number, day and issuer, or the same words.
    package let isSameFile: Bool
}

extension Transaction {
    /// Keeps a plan as a draft: file, version, tasks with their units, deadlines and targets.
    ///
    /// - Returns: identifier of the plan.
    /// - Throws: `PlanIsHere` for a plan that is here already; `.forbidden`.
    package func addPlan(_ intake: PlanIntake, by officer: Officer) throws -> String {
        try officer.require(.runPlans)
        if let twin = try twin(of: intake, ward: officer.ward) { throw twin }
        let id = makeIdentifier()
        let head = intake.reading.document
        let title = head.title ?? intake.fileName
        try run(
            """
            INSERT INTO plans
                (ward, id, kind, number, number_suffix, title, search, issuer, place, issued,
                 status, current_version, created_at, created_by)
            VALUES (\(officer.ward), \(id), \(head.kind ?? "plan"), \(head.number),
                \(head.numberSuffix), \(title),
                \(Self.search(number: head.number, title: title, issuer: head.issuer)),
                \(head.issuer), \(head.place), \(head.date), \(Plan.Status.draft), 1, \(now),
                \(officer.id))
            """)
        try addVersion(1, of: id, intake, adoptedAt: now, by: officer)
        let aliases = try unitAliases(of: officer.ward)
        for (position, task) in intake.reading.tasks.enumerated() {
            try addTask(
                task, of: id, version: 1, position: position, in: intake.source,
                aliases: aliases, ward: officer.ward)
        }
        try record(
            "plan.import", "plans/\(id)",
            [
                JournalChange("title", to: title), JournalChange("file", to: intake.fileName),
                JournalChange("tasks", to: "\(intake.reading.tasks.count)"),
            ], by: officer)
        return id
    }

    static func search(number: String?, title: String, issuer: String?) -> String {
        folded([number, title, issuer].compactMap { $0 }.joined(separator: " "))
    }

    /// A plan whose text in force, or waiting, is this file; one that was replaced may come again.
    func sameFile(as intake: PlanIntake, ward: String) throws -> PlanIsHere? {
        try row(
            """
            SELECT \(Plan.columns) FROM plans p
            WHERE p.ward = \(ward) AND \(Self.isKept) AND p.id IN (
                SELECT v.plan FROM plan_versions v
                JOIN files f ON f.ward = v.ward AND f.id = v.file
                JOIN plans p ON p.ward = v.ward AND p.id = v.plan
                WHERE f.ward = \(ward) AND f.sha256 = \(Self.sha256(intake.content))
                    AND v.discarded_at IS NULL
                    AND (v.number = p.current_version OR v.adopted_at IS NULL))
            """
        ).map { PlanIsHere(plan: Plan($0), isSameFile: true) }
    }

    private func twin(of intake: PlanIntake, ward: String) throws -> PlanIsHere? {
        if let same = try sameFile(as: intake, ward: ward) { return same }
        let head = intake.reading.document
        var sameHead: SQL = "1 = 0"
        // Two plans of the same words are one as long as a number does not part them.
        var mayBeSame: SQL = "1 = 1"
        if let number = head.number {
            sameHead = """
                p.number = \(number) AND COALESCE(p.issued, '') = \(head.date ?? "")
                    AND COALESCE(p.issuer, '') = \(head.issuer ?? "")
                """
            mayBeSame = "p.number IS NULL"
        }
        return try row(
            """
            SELECT \(Plan.columns) FROM plans p
            WHERE p.ward = \(ward) AND \(Self.isKept) AND (\(sameHead) OR \(mayBeSame) AND p.id IN (
                SELECT v.plan FROM plan_versions v
                WHERE v.ward = \(ward) AND v.words_sha256 = \(Self.wordsDigest(of: intake))))
            """
        ).map { PlanIsHere(plan: Plan($0), isSameFile: false) }
    }

    /// Not a draft that was thrown away.
    static var isKept: SQL { "(p.status <> 'ended' OR p.confirmed_at IS NOT NULL)" }

    /// Of the letters of what is laid on whom, whatever file, form of Unicode and breaks of lines
    /// they stand in; nil of a plan without work.
    static func wordsDigest(of intake: PlanIntake) -> String? {
        let tasks = intake.reading.tasks.map { task in
            task.text ?? intake.source.text(from: task.lineStart, to: task.lineEnd)
        }
        let issuer = intake.reading.document.issuer ?? ""
        let letters = folded(([issuer] + tasks).joined(separator: " "))
            .filter { $0.isLetter || $0.isNumber }
        return tasks.isEmpty ? nil : sha256(Array(letters.utf8))
    }

    func addVersion(
        _ number: Int, of plan: String, _ intake: PlanIntake, adoptedAt: Instant?,
        by officer: Officer
    ) throws {
        let file = try addFile(
            intake.content, name: intake.fileName, mediaType: intake.mediaType, by: officer)
        try run(
            """
            INSERT INTO plan_versions
                (ward, plan, number, file, source, reading, words_sha256, adopted_at, created_at,
                 created_by)
            VALUES (\(officer.ward), \(plan), \(number), \(file),
                \(try StoredJSON.text(intake.source)), \(try StoredJSON.text(intake.reading)),
                \(Self.wordsDigest(of: intake)), \(adoptedAt), \(now), \(officer.id))
            """)
    }

    /// - Returns: identifier of the task.
    @discardableResult
    func addTask(
        _ reading: TaskReading, of plan: String, version: Int, position: Int,
        in source: SourceText, aliases: [String: String], ward: String
    ) throws -> String {
        let id = makeIdentifier()
        let text = reading.text ?? source.text(from: reading.lineStart, to: reading.lineEnd)
        let title = TaskTitle.make(
            from: text, rolePhrase: reading.rolePhrase, units: reading.taskUnits.map(\.name))
        try run(
            """
            INSERT INTO tasks
                (ward, id, plan, plan_version, position, code, section_path, unit_heading, title,
                 text, search, line_start, line_end, role_cue, role_phrase, product, work_item)
            VALUES (\(ward), \(id), \(plan), \(version), \(position), \(reading.id),
                \(reading.sectionPath), \(reading.unitHeading), \(title), \(text),
                \(folded(text)), \(reading.lineStart), \(reading.lineEnd), \(reading.roleCue),
                \(reading.rolePhrase), \(reading.product), \(id))
            """)
        let units = reading.taskUnits.map {
            TaskUnit(role: $0.role, name: $0.name, unit: aliases[folded($0.name)])
        }
        try writeUnits(units, ofTask: id, ward: ward)
        try writeDeadlines(reading.deadlines, ofTask: id, ward: ward)
        for (position, target) in reading.targets.enumerated() {
            try addTarget(target, position: position, task: id, plan: plan, ward: ward)
        }
        return id
    }

    func writeUnits(_ units: [TaskUnit], ofTask task: String, ward: String) throws {
        try run("DELETE FROM task_units WHERE ward = \(ward) AND task = \(task)")
        for (position, unit) in units.enumerated() {
            try run(
                """
                INSERT INTO task_units (ward, task, position, role, name, unit)
                VALUES (\(ward), \(task), \(position), \(unit.role), \(unit.name), \(unit.unit))
                """)
        }
    }

    func writeDeadlines(_ deadlines: [Deadline], ofTask task: String, ward: String) throws {
        try run("DELETE FROM task_deadlines WHERE ward = \(ward) AND task = \(task)")
        for (position, deadline) in deadlines.enumerated() {
            try run(
                """
                INSERT INTO task_deadlines
                    (ward, task, position, text, type, date, start, recurrence)
                VALUES (\(ward), \(task), \(position), \(deadline.text), \(deadline.type),
                    \(deadline.date), \(deadline.start), \(deadline.recurrence))
                """)
        }
    }

    func addTarget(
        _ target: TargetReading, position: Int, task: String, plan: String, ward: String
    ) throws {
        try run(
            """
            INSERT INTO targets
                (ward, id, plan, task, position, text, name, min, max, unit, per, due)
            VALUES (\(ward), \(makeIdentifier()), \(plan), \(task), \(position), \(target.text),
                \(target.metric ?? target.text), \(target.min), \(target.max), \(target.unit),
                \(target.per), \(target.by))
            """)
    }
}

/// The JSON of a version: written once, read back whole.
enum StoredJSON {
    static func text(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
