package import Domain
import Foundation

/// Where the data is: a file of SQLite, or a PostgreSQL server.
package enum DatabaseLocation: Sendable, Equatable {
    case sqlite(path: String)
    /// `schema` nil: the server's own choice (`public`).
    case postgres(url: String, schema: String?)

    /// `postgres://…`, `postgresql://…`, with `#name` for a schema of its own; or a path.
    package init(_ text: String) {
        if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
            self = .postgres(url: parts[0], schema: parts.count > 1 ? parts[1] : nil)
        } else if text.hasPrefix("sqlite:") {
            self = .sqlite(path: String(text.dropFirst("sqlite:".count)))
        } else {
            self = .sqlite(path: text)
        }
    }
}

enum Access: Sendable { case read, write }

protocol Engine: Sendable {
    func run<Value: Sendable>(
        _ access: Access, _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value
    /// Writes on the calling thread, unless it would have to wait for another writer.
    ///
    /// - Returns: nil: it would, or this engine cannot; nothing was done.
    func runHere<Value>(_ body: (any Connection) throws -> Value) throws -> Value?
    /// Copies the whole store into a new file while it is in use.
    func backUp(to path: String) async throws
    /// Writes the store anew, so that nothing is left of what was overwritten.
    func forget() async throws
    /// Looks anew how many rows the tables have and how their values are spread.
    func refreshStatistics() async throws
    /// Moves what was written to where it belongs, so that no writer has to.
    func settle() async throws
    func close() async
}

/// The store of one installation, on either engine.
package struct Database: Sendable {
    private let engine: any Engine
    private let clock: @Sendable () -> Instant
    private let vault: SecretVault

    /// Opens the store and brings its tables up to date.
    ///
    /// - Parameters:
    ///   - mustExist: whether a file that is not there is an error, and not to be made.
    ///   - secret: where the key is that seals secrets within the store.
    /// - Throws: `.unavailable` when it cannot be reached, or was written by a later version;
    ///   `.notFound` without the file that must exist.
    package static func open(
        _ location: DatabaseLocation, mustExist: Bool = false, secret: SecretSource = .besideStore,
        clock: @escaping @Sendable () -> Instant
    ) async throws -> Database {
        if mustExist, case .sqlite(let path) = location,
            !FileManager.default.fileExists(atPath: path)
        {
            throw Problem(
                .notFound,
                "Không có cơ sở dữ liệu ở «\(path)». Hãy kiểm tra lại đường dẫn sau --database.")
        }
        var key = try SecretKey.find(secret, beside: location)
        let engine = try await connect(location)
        try await engine.run(.write) { try Migrations.apply(to: $0, at: clock()) }
        let locked = Database(engine: engine, clock: clock, vault: SecretVault(key: nil))
        // Where secrets are sealed already, a new key would only hide that the old one is lost.
        if key == nil, secret == .besideStore, let path = SecretKey.path(beside: location),
            try await !locked.read({ try $0.hasSealedSecrets() })
        {
            key = try SecretKey.make(at: path)
        }
        guard let key else { return locked }
        let database = Database(engine: engine, clock: clock, vault: SecretVault(key: key))
        if try await database.write({ try $0.sealOldSecrets() }) > 0 { try await engine.forget() }
        return database
    }

    /// The file in which the key of a store of SQLite stands; nil for PostgreSQL.
    package static func keyFile(of location: DatabaseLocation) -> String? {
        SecretKey.path(beside: location)
    }

    private static func connect(_ location: DatabaseLocation) async throws -> any Engine {
        do {
            switch location {
            case .sqlite(let path): return try SQLiteEngine(path: path)
            case .postgres(let url, let schema):
                return try await PostgreSQLEngine(url: url, schema: schema)
            }
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(
                .unavailable,
                "Không mở được cơ sở dữ liệu. Hãy kiểm tra địa chỉ và quyền truy cập đã cấu hình.",
                cause: error)
        }
    }

    /// The moment by the clock that the store was opened with.
    package var now: Instant { clock() }

    /// What the body reads agrees with one moment.
    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        let (now, vault) = (clock(), vault)
        return try await engine.run(.read) {
            try body(Transaction(connection: $0, now: now, vault: vault))
        }
    }

    /// Commits when the body returns, leaves no trace when it throws.
    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        let whole = whole(body)
        do {
            return try await engine.run(.write, whole)
        } catch let violation as ConstraintViolation {
            throw violation.problem
        }
    }

    /// Like `write`, on the calling thread: to hand a small thing to another one and back takes
    /// longer than the disk does.
    ///
    /// - Returns: nil: nothing was done, as another writer would have to be waited for, or the
    ///   engine cannot.
    package func writeHere<Value>(
        _ body: @escaping @Sendable (Transaction) throws -> Value
    ) throws -> Value? {
        do {
            return try engine.runHere(whole(body))
        } catch let violation as ConstraintViolation {
            throw violation.problem
        }
    }

    /// A writing transaction from its moment to what follows from its writes.
    private func whole<Value>(
        _ body: @escaping @Sendable (Transaction) throws -> Value
    ) -> @Sendable (any Connection) throws -> Value {
        let (now, vault) = (clock(), vault)
        return { connection in
            let tx = Transaction(connection: connection, now: now, vault: vault)
            let value = try body(tx)
            try tx.settleTouched()
            return value
        }
    }

    /// Copies the whole store into a new file while it is in use.
    ///
    /// - Throws: `.conflict` when the file exists; `.unavailable` on PostgreSQL, which has its own
    ///   tool for it.
    package func backUp(to path: String) async throws { try await engine.backUp(to: path) }

    /// Looks anew how the rows are spread, from which the engine chooses the way of a query.
    ///
    /// Without it a list of one unit's work is looked for among the work of all.
    package func refreshStatistics() async throws { try await engine.refreshStatistics() }

    /// Moves what was written to where it belongs, beside whoever writes: one of them would have to
    /// do it, with all others waiting. To be called a few times a second while much is written.
    package func settle() async throws { try await engine.settle() }

    /// Writes the store anew, so that nothing is left of what was overwritten.
    package func forget() async throws { try await engine.forget() }

    package func close() async { await engine.close() }
}
