import Domain
import Storage
import Testing
import TestSupport

/// A draft of the test plan in a store of its own.
struct Draft {
    let database: Database
    let ward: TestWard
    let plan: String
    var office: Officer { ward.officer(.office) }

    init(_ engine: TestEngine, lacksLead: Bool = false) async throws {
        database = try await engine.open()
        ward = try await TestWard.make(in: database)
        let office = ward.officer(.office)
        plan = try await database.write {
            try $0.addPlan(TestPlan.intake(lacksLead: lacksLead), by: office)
        }
    }

    func tasks(withEnded: Bool = false) async throws -> [PlanTask] {
        let (plan, office) = (plan, office)
        return try await database.read { tx in
            try tx.tasks(of: try tx.plan(plan, for: office), withEnded: withEnded, for: office)
        }
    }

    func task(_ code: String) async throws -> PlanTask {
        try #require(try await tasks(withEnded: true).first { $0.code == code })
    }

    func write(_ body: @escaping @Sendable (Transaction, Officer) throws -> Void) async throws {
        let office = office
        try await database.write { try body($0, office) }
    }

    /// Who leads the work of a task; nil: nobody.
    func lead(of task: String) async throws -> String? {
        try await database.read { tx in
            try tx.value(
                """
                SELECT u.unit AS value FROM assignments a
                JOIN assignment_units u
                    ON u.ward = a.ward AND u.assignment = a.id AND u.role = 'lead'
                WHERE a.task = \(task) AND a.ended_at IS NULL
                """)
        }
    }

    func confirm() async throws {
        let (plan, office) = (plan, office)
        try await database.write { tx in
            let version = try tx.plan(plan, for: office).version
            try tx.confirmPlan(plan, version: version, by: office)
        }
    }
}
