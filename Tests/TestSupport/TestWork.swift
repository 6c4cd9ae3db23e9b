package import Domain
import Foundation
package import Storage

/// A task as a confirmed plan has it, for tests.
package struct TestTask: Sendable {
    let code: String
    let text: String
    let leads: [String]
    let partners: [String]
    let deadlines: [Deadline]
    let workItem: String?

    package init(
        _ code: String, _ text: String = "Kiểm tra lối thoát nạn", leads: [String] = [],
        partners: [String] = [], deadlines: [Deadline] = [], workItem: String? = nil
    ) {
        self.code = code
        self.text = text
        self.leads = leads
        self.partners = partners
        self.deadlines = deadlines
        self.workItem = workItem
    }
}

/// A running plan with its tasks, straight into the tables.
package enum TestWork {
    /// - Parameters:
    ///   - routing: to whom the plan sends difficulties.
    ///   - routingWords: the sentence that says so.
    /// - Returns: the plan's identifier.
    package static func make(
        in database: Database, _ tasks: [TestTask], title: String = "Kế hoạch thử",
        routing: ReportDutyReading? = nil, routingWords: String = ""
    ) async throws -> String {
        let understood = PlanReading(file: "thu.txt")
        let reading = String(decoding: try JSONEncoder().encode(understood), as: UTF8.self)
        let source = String(
            decoding: try JSONEncoder().encode(SourceText(text: "Kế hoạch")), as: UTF8.self)
        let plan = try await add(
            tasks, title: title, source: source, reading: reading, to: database)
        if let routing {
            try await database.write { tx in
                try tx.run(
                    """
                    INSERT INTO report_duties
                        (ward, id, plan, from_names, recipient, via, is_before_due, recurrence,
                         is_of_ward, words, line, created_at)
                    VALUES (\(TestWard.code), \(tx.makeIdentifier()), \(plan),
                        \(routing.from.joined(separator: "\n")), \(routing.to), \(routing.via),
                        0, \(routing.recurrence.rawValue), 0, \(routingWords), \(routing.line),
                        \(tx.now))
                    """)
            }
        }
        return plan
    }

    private static func add(
        _ tasks: [TestTask], title: String, source: String, reading: String,
        to database: Database
    ) async throws -> String {
        try await database.write { tx in
            let plan = tx.makeIdentifier()
            let file = tx.makeIdentifier()
            let ward = TestWard.code
            try tx.run(
                """
                INSERT INTO files
                    (ward, id, name, media_type, size, sha256, content, created_at, created_by)
                VALUES (\(ward), \(file), 'thu.txt', 'text/plain', 1, 'x', \([UInt8]([1])),
                    \(tx.now), 'test')
                """)
            try tx.run(
                """
                INSERT INTO plans
                    (ward, id, kind, number, title, search, status, current_version, created_at,
                     created_by, confirmed_at, confirmed_by)
                VALUES (\(ward), \(plan), 'plan', '1/KH-UBND', \(title), \(folded(title)),
                    'running', 1, \(tx.now), 'test', \(tx.now), 'test')
                """)
            try tx.run(
                """
                INSERT INTO plan_versions
                    (ward, plan, number, file, source, reading, created_at, created_by)
                VALUES (\(ward), \(plan), 1, \(file), \(source), \(reading), \(tx.now), 'test')
                """)
            for (position, task) in tasks.enumerated() {
                try add(task, to: plan, at: position, tx)
            }
            return plan
        }
    }

    package static func add(
        _ task: TestTask, to plan: String, at position: Int, _ tx: Transaction
    ) throws {
        let id = tx.makeIdentifier()
        let ward = TestWard.code
        try tx.run(
            """
            INSERT INTO tasks
                (ward, id, plan, plan_version, position, code, section_path, title, text, search,
                 line_start, line_end, work_item)
            VALUES (\(ward), \(id), \(plan), 1, \(position), \(task.code), 'II', \(task.text),
                \(task.text), \(folded(task.text)), \(position + 1), \(position + 1),
                \(task.workItem ?? id))
            """)
        let units = task.leads.map { ($0, "lead") } + task.partners.map { ($0, "coordinate") }
        for (index, (unit, role)) in units.enumerated() {
            try tx.run(
                """
                INSERT INTO task_units (ward, task, position, role, name, unit)
                VALUES (\(ward), \(id), \(index), \(role), 'tên', \(unit))
                """)
        }
        for (index, deadline) in task.deadlines.enumerated() {
            try tx.run(
                """
                INSERT INTO task_deadlines
                    (ward, task, position, text, type, date, start, recurrence)
                VALUES (\(ward), \(id), \(index), \(deadline.text), \(deadline.type.rawValue),
                    \(deadline.date), \(deadline.start), \(deadline.recurrence?.rawValue))
                """)
        }
    }
}
