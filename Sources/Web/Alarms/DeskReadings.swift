import Domain
import Storage

/// What open desks are shown, read once for all that see the same.
///
/// Hundreds of desks hear of a step at once; each reading of the whole desk would make the last of
/// them wait for all others.
actor DeskReadings {
    /// Whatever an officer attends follows from these.
    private struct Audience: Hashable {
        let ward: String
        let role: Role
        /// Of a group's head, who sees the own group alone.
        let unit: String?
    }

    private struct Key: Hashable {
        let audience: Audience
        /// The desk knows everything up to here.
        let last: Int64
    }

    typealias Reading = (content: DeskContent, steps: [AlarmStep])

    private let database: Database
    private var readings: [Key: (beat: Int64, task: Task<Reading, any Error>)] = [:]

    init(database: Database) { self.database = database }

    /// The desk and its steps after a number, read at the given beat of the ward or later.
    func reading(after last: Int64, at beat: Int64, for officer: Officer) async throws -> Reading {
        let audience = Audience(
            ward: officer.ward, role: officer.role,
            unit: officer.role == .groupHead ? officer.unit : nil)
        let key = Key(audience: audience, last: last)
        if let known = readings[key], known.beat >= beat { return try await known.task.value }
        // What was read for an earlier beat is of no use to anybody any more.
        readings = readings.filter { $0.key.audience != audience || $0.value.beat >= beat }
        let task = Task { [database] in try await Self.read(after: last, database, officer) }
        readings[key] = (beat, task)
        do {
            return try await task.value
        } catch {
            readings[key] = nil
            throw error
        }
    }

    static func read(
        after last: Int64, _ database: Database, _ officer: Officer
    ) async throws -> Reading {
        try await database.read { tx in
            (
                content: try DeskContent.read(tx, officer),
                steps: try tx.alarmSteps(after: last, for: officer)
            )
        }
    }
}
