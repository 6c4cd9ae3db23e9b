import Domain
import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// SQLite through GRDB: many readers beside one writer (WAL).
struct SQLiteEngine: Engine {
    private let path: String
    private let pool: DatabasePool
    /// Beside the writer: a checkpoint that lets others write takes nobody's time.
    private let settler: DatabaseQueue
    private let writers = Writers()

    /// How many of this process write, or wait to.
    private final class Writers: Sendable {
        private let count = Atomic(0)

        var isEmpty: Bool { count.load(ordering: .relaxed) == 0 }

        func joined<Value: Sendable>(
            _ body: @Sendable () async throws -> Value
        ) async rethrows -> Value {
            count.add(1, ordering: .relaxed)
            defer { count.subtract(1, ordering: .relaxed) }
            return try await body()
        }
    }

    /// How long a statement waits for a lock of another process.
    private static let busySecondsMax = 10.0
    private static let readersMax = 4
    /// How long writers may be held up so that the log can begin anew.
    private static let settlingSecondsMax = 0.005
    /// A log of fewer pages goes on.
    private static let restartedPagesMin: CInt = 4_096
    /// Pages of the writer that are held in memory; a long import changes a dozen trees at random.
    private static let writerCacheKilobytes = 65_536
    /// Pages of the log after which a writer moves them itself, where nobody settles: 64 MB.
    private static let unsettledPagesMax = 16_384
    /// The log of so many pages, each of 4,096 bytes behind a head of 24.
    private static let logBytes = UInt64(unsettledPagesMax * 4_120)
    /// The log is made long beforehand only where so many times as much is free.
    private static let freeTimesMin: UInt64 = 16

    init(path: String) throws {
        self.path = path
        var configuration = Configuration()
        configuration.busyMode = .timeout(Self.busySecondsMax)
        configuration.maximumReaderCount = Self.readersMax
        pool = try DatabasePool(path: path, configuration: configuration)
        // GRDB leaves its writer at NORMAL, which may lose the last commits with the power.
        try pool.writeWithoutTransaction {
            try $0.execute(sql: "PRAGMA synchronous = FULL")
            try $0.execute(sql: "PRAGMA cache_size = -\(Self.writerCacheKilobytes)")
            try $0.execute(sql: "PRAGMA wal_autocheckpoint = \(Self.unsettledPagesMax)")
        }
        configuration.busyMode = .timeout(Self.settlingSecondsMax)
        settler = try DatabaseQueue(path: path, configuration: configuration)
    }

    func run<Value: Sendable>(
        _ access: Access, _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        do {
            switch access {
            case .read: return try await pool.read { try body(SQLiteConnection(database: $0)) }
            case .write:
                return try await writers.joined {
                    try await pool.writeWithoutTransaction { try transact($0, body) }
                }
            }
        } catch let error as DatabaseError {
            // Foreign keys are judged at the commit, after the last statement.
            throw SQLiteConnection.explained(error)
        }
    }

    func runHere<Value>(_ body: (any Connection) throws -> Value) throws -> Value? {
        guard writers.isEmpty else { return nil }
        do {
            return try pool.writeWithoutTransaction { database in
                // Of another process, too.
                sqlite3_busy_timeout(database.sqliteConnection, 0)
                defer { sqlite3_busy_timeout(database.sqliteConnection, Self.busyMilliseconds) }
                return try transact(database, body)
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            return nil
        } catch let error as DatabaseError {
            throw SQLiteConnection.explained(error)
        }
    }

    private static let busyMilliseconds = CInt(busySecondsMax * 1_000)

    /// By statements that are kept: GRDB's own transaction prepares its BEGIN and its COMMIT anew
    /// each time, which takes longer than to run them.
    private func transact<Value>(
        _ database: GRDB.Database, _ body: (any Connection) throws -> Value
    ) throws -> Value {
        let connection = SQLiteConnection(database: database)
        try database.cachedStatement(sql: "BEGIN IMMEDIATE").execute()
        let value: Value
        do {
            value = try body(connection)
            try connection.checkIsOpen()
            try database.cachedStatement(sql: "COMMIT").execute()
        } catch {
            try? database.rollback()
            throw error
        }
        // An observer of GRDB's outlives a COMMIT that failed, and is told of the next.
        connection.afterCommit.tell()
        return value
    }

    func backUp(to path: String) async throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Problem(.conflict, "Tệp \(path) đã có. Hãy chọn tên khác.")
        }
        let copy = try DatabaseQueue(path: path)
        try pool.backup(to: copy)
        try copy.close()
    }

    func forget() async throws {
        do {
            try await pool.vacuum()
            try await pool.write { database in
                // The words are found by row numbers, which a VACUUM may change.
                let indexes = try String.fetchAll(
                    database,
                    sql: "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'")
                for name in indexes {
                    try database.execute(sql: "INSERT INTO \(name) (\(name)) VALUES ('rebuild')")
                }
            }
            _ = try await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        } catch let error as DatabaseError
            where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode)
        {
            // Another process uses the store; that is no reason not to serve.
        }
    }

    func refreshStatistics() async throws {
        try await writers.joined {
            try await pool.write { try $0.execute(sql: "ANALYZE") }
        }
        // A connection reads the statistics when it opens.
        pool.invalidateReadOnlyConnections()
    }

    func settle() async throws {
        do {
            try await settler.writeWithoutTransaction { database in
                _ = try database.checkpoint(.passive)
                // Of what is written without end the rest is little now, and with it moved the log
                // begins anew; else the writer would move all of it, with everybody waiting.
                let left = try database.checkpoint(.passive)
                if left.walFrameCount > Self.restartedPagesMin {
                    _ = try database.checkpoint(.restart)
                }
            }
            try await lengthenLog()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            // Another one does it, or does not let go: later.
        }
    }

    /// Makes the log as long as it may become, beforehand: where a commit makes its file longer,
    /// the disk takes nearly twice as long for it.
    private func lengthenLog() async throws {
        let log = path + "-wal"
        guard let length = Self.length(of: log), length < Self.logBytes,
            let free = Self.free(at: path), free / Self.freeTimesMin > Self.logBytes
        else { return }
        try await settler.writeWithoutTransaction { database in
            // Who may write is the only one who makes it longer. What is no frame of this log's
            // round, as these zeros, ends it for every reader.
            try database.inTransaction(.immediate) {
                guard let length = Self.length(of: log),
                    let file = FileHandle(forUpdatingAtPath: log)
                else { return .rollback }
                defer { try? file.close() }
                try file.seekToEnd()
                let zeros = Data(count: 1 << 20)
                var left = Int(Self.logBytes) - Int(length)
                while left > 0 {
                    try file.write(contentsOf: zeros.prefix(left))
                    left -= zeros.count
                }
                try file.synchronize()
                return .rollback
            }
        }
    }

    private static func length(of path: String) -> UInt64? {
        let found = try? FileManager.default.attributesOfItem(atPath: path)
        return (found?[.size] as? NSNumber)?.uint64Value
    }

    private static func free(at path: String) -> UInt64? {
        let found = try? FileManager.default.attributesOfFileSystem(forPath: path)
        return (found?[.systemFreeSize] as? NSNumber)?.uint64Value
    }

    /// Leaves everything in the one file, so that it may be moved or copied by itself.
    func close() async {
        try? settler.close()
        try? await pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try? pool.close()
    }
}

struct SQLiteConnection: Connection {
    let database: GRDB.Database
    let afterCommit = AfterCommit()
    var dialect: Dialect { .sqlite }

    func rows(_ statement: SQL) throws -> [Row] {
        let (text, values) = statement.rendered { _ in "?" }
        do {
            let prepared = try prepared(text, for: values)
            let columns = prepared.columnNames
            let cursor = try GRDB.Row.fetchCursor(prepared, arguments: Self.arguments(values))
            var rows: [Row] = []
            while let row = try cursor.next() {
                rows.append(Row(columns: columns, values: row.databaseValues.map(Self.value)))
            }
            return rows
        } catch let error as DatabaseError {
            throw Self.explained(error)
        }
    }

    func run(_ statement: SQL) throws -> Int {
        let (text, values) = statement.rendered { _ in "?" }
        do {
            try prepared(text, for: values).execute(arguments: Self.arguments(values))
            return database.changesCount
        } catch let error as DatabaseError {
            throw Self.explained(error)
        }
    }

    /// Rows of one statement: an index of words is written to its file after each.
    private static let insertedAtOnce = 100
    /// - Source: `SQLITE_MAX_VARIABLE_NUMBER` of SQLite 3.32 and later.
    private static let valuesMax = 32_766

    func insert(_ rows: [[SQLValue]], into table: SQL, _ columns: [SQL]) throws {
        let heads = SQL.joined(columns, by: ", ")
        let most = max(1, min(Self.insertedAtOnce, Self.valuesMax / columns.count))
        var left = rows[...]
        while !left.isEmpty {
            // Few lengths of statements, so that each is prepared once.
            let count = [most, 10, 1].first { $0 <= left.count } ?? 1
            let statement: SQL =
                "INSERT INTO \(table) (\(heads)) VALUES \(SQL.rows(left.prefix(count)))"
            let (text, values) = statement.rendered { _ in "?" }
            do {
                try checkIsOpen()
                try database.cachedStatement(sql: text).execute(arguments: Self.arguments(values))
            } catch let error as DatabaseError {
                throw Self.explained(error)
            }
            left = left.dropFirst(count)
        }
    }

    /// A full or broken disk may end a transaction by itself: what followed would be stored without
    /// what went before.
    func checkIsOpen() throws {
        guard database.isInsideTransaction else {
            throw DatabaseError(resultCode: .SQLITE_ABORT, message: "transaction has ended")
        }
    }

    private func prepared(_ text: String, for values: [SQLValue]) throws -> Statement {
        try checkIsOpen()
        return values.count > Dialect.keptValuesMax
            ? try database.makeStatement(sql: text) : try database.cachedStatement(sql: text)
    }

    func script(_ text: String) throws {
        try checkIsOpen()
        try database.execute(sql: text)
    }

    func afterCommit(_ body: @escaping @Sendable () -> Void) { afterCommit.add(body) }

    private static func arguments(_ values: [SQLValue]) -> StatementArguments {
        StatementArguments(
            values.map { value -> (any DatabaseValueConvertible)? in
                switch value {
                case .null: nil
                case .integer(let number): number
                case .real(let number): number
                case .text(let text): text
                case .blob(let bytes): Data(bytes)
                }
            })
    }

    private static func value(_ value: DatabaseValue) -> SQLValue {
        switch value.storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .double(let number): .real(number)
        case .string(let text): .text(text)
        case .blob(let data): .blob(Array(data))
        }
    }

    static func explained(_ error: DatabaseError) -> any Error {
        let detail = error.message?.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY:
            return ConstraintViolation(kind: .unique, name: detail)
        case .SQLITE_CONSTRAINT_FOREIGNKEY:
            return ConstraintViolation(kind: .foreignKey, name: "")
        case .SQLITE_CONSTRAINT_CHECK, .SQLITE_CONSTRAINT_TRIGGER:
            return ConstraintViolation(kind: .check, name: detail)
        case .SQLITE_CONSTRAINT_NOTNULL:
            return ConstraintViolation(kind: .missing, name: detail)
        default: return error
        }
    }
}
