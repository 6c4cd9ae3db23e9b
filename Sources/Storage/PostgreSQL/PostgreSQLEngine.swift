import CLibPQ
import Dispatch
import Domain

/// PostgreSQL through libpq: a few connections, each on a thread of its own, because libpq blocks.
actor PostgreSQLEngine: Engine {
    private static let connectionsMax = 8
    /// A write that met another is run again; after so many times it is a fault.
    private static let attemptsMax = 5

    private let url: String
    private let schema: String?
    private var idle: [PostgreSQLWorker] = []
    private var opened = 0
    private var waiting: [CheckedContinuation<PostgreSQLWorker, any Error>] = []

    init(url: String, schema: String?) async throws {
        self.url = url
        self.schema = schema
        idle = [try await PostgreSQLWorker.connect(url, schema: schema)]
        opened = 1
    }

    func run<Value: Sendable>(
        _ access: Access, _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        let worker = try await take()
        do {
            let value = try await worker.transact(access, attemptsMax: Self.attemptsMax, body)
            giveBack(worker)
            return value
        } catch {
            if worker.isUsable { giveBack(worker) } else { discard() }
            throw error
        }
    }

    /// The server is waited for by threads of their own.
    nonisolated func runHere<Value>(_ body: (any Connection) throws -> Value) -> Value? { nil }

    func backUp(to path: String) async throws {
        throw Problem(
            .unavailable, "PostgreSQL sao lưu bằng công cụ riêng: pg_dump -Fc -f \(path) ĐỊA_CHỈ.")
    }

    /// The server's own cleaning does it in its time.
    func forget() async throws {}

    func refreshStatistics() async throws {
        // A plain ANALYZE looks through the schemas of others in the same database, too.
        try await run(.write) {
            try $0.script(
                """
                DO $$ DECLARE name text; BEGIN
                    FOR name IN SELECT tablename FROM pg_tables
                        WHERE schemaname = current_schema() ORDER BY 1
                    LOOP EXECUTE format('ANALYZE %I', name); END LOOP;
                END $$
                """)
        }
    }

    /// The server does so by itself.
    func settle() {}

    func close() async {
        for worker in idle { worker.close() }
        opened -= idle.count
        idle = []
    }

    private func take() async throws -> PostgreSQLWorker {
        if let worker = idle.popLast() { return worker }
        if opened < Self.connectionsMax {
            opened += 1
            do {
                return try await PostgreSQLWorker.connect(url, schema: schema)
            } catch {
                opened -= 1
                failStranded(error)
                throw error
            }
        }
        return try await withCheckedThrowingContinuation { waiting.append($0) }
    }

    /// Without a connection nobody would ever tell those who wait.
    private func failStranded(_ error: any Error) {
        guard opened == 0 else { return }
        let stranded = waiting
        waiting = []
        for continuation in stranded { continuation.resume(throwing: error) }
    }

    private func giveBack(_ worker: PostgreSQLWorker) {
        if waiting.isEmpty {
            idle.append(worker)
        } else {
            waiting.removeFirst().resume(returning: worker)
        }
    }

    /// A broken connection leaves its place to a new one.
    private func discard() {
        opened -= 1
        guard !waiting.isEmpty else { return }
        let next = waiting.removeFirst()
        Task {
            do { next.resume(returning: try await take()) } catch { next.resume(throwing: error) }
        }
    }
}

/// One connection with the queue on which alone it is used.
final class PostgreSQLWorker: @unchecked Sendable {
    private let queue = DispatchQueue(label: "canhlua.postgresql")
    private let connection: PostgreSQLConnection

    private init(connection: PostgreSQLConnection) { self.connection = connection }

    static func connect(_ url: String, schema: String?) async throws -> PostgreSQLWorker {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { @Sendable in
                continuation.resume(
                    with: Result {
                        PostgreSQLWorker(
                            connection: try PostgreSQLConnection(url: url, schema: schema))
                    })
            }
        }
    }

    var isUsable: Bool { connection.isUsable }

    func close() { queue.async { @Sendable in self.connection.close() } }

    func transact<Value: Sendable>(
        _ access: Access, attemptsMax: Int,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { @Sendable in
                continuation.resume(
                    with: Result { try self.attempt(access, attemptsMax: attemptsMax, body) })
            }
        }
    }

    private func attempt<Value>(
        _ access: Access, attemptsMax: Int, _ body: (any Connection) throws -> Value
    ) throws -> Value {
        var attempt = 1
        while true {
            do {
                try connection.script(
                    access == .read
                        ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN")
                let value = try body(connection)
                try connection.script("COMMIT")
                connection.afterCommit.tell()
                return value
            } catch let error as PostgreSQLError where error.isRetryable && attempt < attemptsMax {
                connection.afterCommit.forget()
                try? connection.script("ROLLBACK")  // the next attempt says what is wrong
                attempt += 1
            } catch {
                connection.afterCommit.forget()
                try? connection.script("ROLLBACK")  // the first error is the one to tell
                throw error
            }
        }
    }
}
