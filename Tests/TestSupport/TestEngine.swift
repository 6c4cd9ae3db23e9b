package import Domain
import Foundation
package import Storage

/// The engines on which every storage test runs.
package enum TestEngine: String, CaseIterable, Sendable {
    case sqlite, postgres

    /// PostgreSQL joins when `CANHLUA_TEST_POSTGRES` names a server; `make test` starts one.
    package static var available: [TestEngine] {
        if server != nil { return allCases }
        precondition(
            ProcessInfo.processInfo.environment["CI"] == nil,
            "CANHLUA_TEST_POSTGRES is not set: under CI the PostgreSQL half is never left out")
        return [.sqlite]
    }

    private static var server: String? {
        ProcessInfo.processInfo.environment["CANHLUA_TEST_POSTGRES"]
    }

    /// An empty store of its own, at a fixed moment unless a clock is given.
    package func open(
        clock: @escaping @Sendable () -> Instant = { TestEngine.moment }
    ) async throws -> Database {
        try await open(Self.newName(), clock)
    }

    /// One empty store, opened twice: as two nodes of the product have it.
    package func openTwice(
        clock: @escaping @Sendable () -> Instant = { TestEngine.moment }
    ) async throws -> (Database, Database) {
        let name = Self.newName()
        return (try await open(name, clock), try await open(name, clock))
    }

    /// An empty store whose secrets nobody gave a key for.
    package func openWithoutKey() async throws -> Database {
        try await Database.open(
            .postgres(url: Self.server ?? "", schema: Self.newName())
        ) { TestEngine.moment }
    }

    /// Where an empty store of its own is to be, as the program itself is told.
    package var newAddress: String {
        switch self {
        case .sqlite: TestFolder.url.appending(path: "\(Self.newName()).sqlite").path
        case .postgres: "\(Self.server ?? "")#\(Self.newName())"
        }
    }

    private static func newName() -> String {
        "t" + UUID().uuidString.filter { $0 != "-" }.lowercased()
    }

    private func open(
        _ name: String, _ clock: @escaping @Sendable () -> Instant
    ) async throws -> Database {
        switch self {
        case .sqlite:
            let path = TestFolder.url.appending(path: "\(name).sqlite").path
            if !FileManager.default.fileExists(atPath: path) {
                try FileManager.default.copyItem(atPath: try await Self.empty.value, toPath: path)
            }
            return try await Database.open(
                .sqlite(path: path), secret: Self.secret, clock: clock)
        case .postgres:
            return try await Database.open(
                .postgres(url: Self.server ?? "", schema: name), secret: Self.secret, clock: clock)
        }
    }

    /// An empty store with all its tables, made once: every other is a copy.
    private static let empty = Task {
        let path = TestFolder.url.appending(path: "\(newName()).sqlite").path
        let database = try await Database.open(.sqlite(path: path), secret: secret) { moment }
        await database.close()
        return path
    }

    /// Seals the secrets of test stores; no key file is made for them.
    private static let secret = SecretSource.text(
        Data(repeating: 7, count: 32).base64EncodedString())

    /// Takes the guards off the journal, as an intruder who holds the file would.
    package func disarmJournal(_ tx: Transaction) throws {
        switch self {
        case .sqlite:
            try tx.run("DROP TRIGGER journal_no_update")
            try tx.run("DROP TRIGGER journal_no_delete")
        case .postgres:
            try tx.run("DROP TRIGGER journal_no_update ON journal")
            try tx.run("DROP TRIGGER journal_no_delete ON journal")
        }
    }

    /// 09:00 on Saturday, 21 November 2026, in Vietnam.
    package static let moment = Instant(milliseconds: 1_795_226_400_000)
}
