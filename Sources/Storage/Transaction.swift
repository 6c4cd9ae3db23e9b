package import Domain

/// The engines, where their words differ.
enum Dialect: String, Sendable {
    case sqlite, postgres

    /// Statements with more values are not kept: lists differ in length each time, and would fill the memory.
    static let keptValuesMax = 40
}

/// What an engine must be able to do within a transaction.
protocol Connection {
    var dialect: Dialect { get }
    func rows(_ statement: SQL) throws -> [Row]
    /// - Returns: how many rows were changed.
    func run(_ statement: SQL) throws -> Int
    /// Puts rows into a table, with their values in the order of the columns.
    func insert(_ rows: [[SQLValue]], into table: SQL, _ columns: [SQL]) throws
    /// Runs several statements that have no values.
    func script(_ text: String) throws
    /// Does something once the transaction is durable.
    func afterCommit(_ body: @escaping @Sendable () -> Void)
}

/// What is to be done once a transaction is durable; of one connection, which one thread uses.
final class AfterCommit {
    private var bodies: [@Sendable () -> Void] = []

    func add(_ body: @escaping @Sendable () -> Void) { bodies.append(body) }

    func forget() { bodies = [] }

    func tell() {
        let all = bodies
        bodies = []
        for body in all { body() }
    }
}

/// The time in which reads agree with each other and writes become true together.
///
/// Verbs of the product are extensions of it, in `Storage/<Feature>/`. A write may be run again
/// after the engine found it in conflict with another, so it has no effect but through here.
package struct Transaction {
    let connection: any Connection
    /// The same moment for the whole transaction.
    package let now: Instant
    /// Seals what must not stand in the store in plain text.
    let vault: SecretVault
    /// What was read of the registers of rules.
    let rules = RuleCache()
    let touched = TouchedRecords()
    let drawn = BoundaryCache()

    package var today: Day { now.day }

    package func rows(_ statement: SQL) throws -> [Row] { try connection.rows(statement) }

    package func row(_ statement: SQL) throws -> Row? { try connection.rows(statement).first }

    /// The first column of the first row, which is named `value`; nil without a row, or for NULL.
    package func value<Value: SQLConvertible>(_ statement: SQL) throws -> Value? {
        try row(statement).flatMap { $0["value"] as Value? }
    }

    @discardableResult
    package func run(_ statement: SQL) throws -> Int { try connection.run(statement) }

    /// Puts rows into a table, with their values in the order of the columns.
    func insert(_ rows: [[SQLValue]], into table: SQL, _ columns: [SQL]) throws {
        guard !rows.isEmpty else { return }
        try connection.insert(rows, into: table, columns)
    }

    /// Does something at once when this is durable, on the thread that made it so; nothing when it
    /// fails.
    package func afterCommit(_ body: @escaping @Sendable () -> Void) {
        connection.afterCommit(body)
    }

    package func makeIdentifier() -> String { Identifier.make(at: now) }
}
