import Domain
import Foundation
import Storage
import TestSupport
import Testing

@Suite struct `Secrets of telephones` {
    private static let plain = "JBSWY3DPEHPK3PXP"

    private func key(_ byte: UInt8) -> SecretSource {
        .text(Data(repeating: byte, count: 32).base64EncodedString())
    }

    private func path() -> String {
        TestFolder.url
            .appending(path: "canhlua-key-\(UUID().uuidString).sqlite").path
    }

    private func open(
        _ path: String, _ secret: SecretSource = .besideStore
    ) async throws -> Database {
        try await Database.open(.sqlite(path: path), secret: secret) { TestEngine.moment }
    }

    private func stored(_ database: Database) async throws -> String? {
        try await database.read { tx in
            try tx.value("SELECT totp_pending AS value FROM accounts WHERE login = 'police'")
        }
    }

    private func read(_ database: Database) async throws -> String? {
        try await database.read { tx in
            let account = try tx.account(login: "police")
            return try account.oneTimeSecretPending.map { try tx.plain($0, of: account) }
        }
    }

    @Test(arguments: TestEngine.available)
    func `lie sealed, each for its own account`(engine: TestEngine) async throws {
        let database = try await engine.open()
        let ward = try await TestWard.make(in: database)
        try await database.write { tx in
            for role in [Role.police, .office] {
                try tx.proposeOneTimeSecret(Self.plain, by: ward.officer(role))
            }
        }
        let sealed = try #require(try await stored(database))
        #expect(sealed.hasPrefix("v1:"))
        #expect(!sealed.contains(Self.plain))
        #expect(try await read(database) == Self.plain)
        // The same secret of another account is sealed otherwise, and does not open in its place.
        let copied = await #expect(throws: Problem.self) {
            try await database.write { tx in
                let other = try tx.account(login: "office")
                let own = try tx.account(login: "police")
                #expect(other.oneTimeSecretPending != own.oneTimeSecretPending)
                _ = try tx.plain(try #require(other.oneTimeSecretPending), of: own)
            }
        }
        #expect(copied?.kind == .unavailable)
    }

    @Test(arguments: TestEngine.available)
    func `of a store from before sealing are sealed when it is opened`(
        engine: TestEngine
    ) async throws {
        let database = try await engine.open()
        _ = try await TestWard.make(in: database)
        try await database.write { tx in
            try tx.run("UPDATE accounts SET totp_pending = \(Self.plain) WHERE login = 'police'")
            try tx.run(
                "UPDATE accounts SET totp_secret = \(Self.plain), totp_pending = NULL WHERE login = 'office'"
            )
            try tx.sealOldSecrets()
        }
        #expect(try await stored(database)?.hasPrefix("v1:") == true)
        #expect(try await read(database) == Self.plain)
        try await database.write { tx in
            let sealed = try tx.journalVerbs(ward: TestWard.code)
            #expect(sealed.contains("account.telephone.seal"))
            #expect(try tx.firstBrokenJournalRow(ward: TestWard.code) == nil)
            let before = try tx.account(login: "office").oneTimeSecret
            try tx.sealOldSecrets()
            #expect(try tx.account(login: "office").oneTimeSecret == before)
        }
    }

    @Test func `of a file from before sealing leave nothing in it`() async throws {
        let path = path()
        let first = try await open(path)
        _ = try await TestWard.make(in: first)
        try await first.write { tx in
            try tx.run("UPDATE accounts SET totp_secret = \(Self.plain)")
        }
        await first.close()
        func holds() throws -> Bool {
            try ["", "-wal"].contains { end in
                let url = URL(filePath: path + end)
                guard FileManager.default.fileExists(atPath: url.path) else { return false }
                return try Data(contentsOf: url).range(of: Data(Self.plain.utf8)) != nil
            }
        }
        #expect(try holds())
        let again = try await open(path)
        #expect(try !holds())
        await again.close()
        #expect(try !holds())
    }

    @Test func `have their key beside the store, for its owner only`() async throws {
        let path = path()
        let first = try await open(path)
        let ward = try await TestWard.make(in: first)
        try await first.write {
            try $0.proposeOneTimeSecret(Self.plain, by: ward.officer(.police))
        }
        await first.close()
        let attributes = try FileManager.default.attributesOfItem(atPath: path + ".key")
        #expect((attributes[.posixPermissions] as? Int) == 0o600)
        let again = try await open(path)
        #expect(try await read(again) == Self.plain)
        await again.close()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o640], ofItemAtPath: path + ".key")
        let refused = await #expect(throws: Problem.self) { _ = try await open(path) }
        #expect(refused?.message.contains("chmod 600") == true)
    }

    @Test func `are not given a new key when theirs is lost, nor opened by another`() async throws {
        let path = path()
        let first = try await open(path)
        let ward = try await TestWard.make(in: first)
        try await first.write { tx in
            try tx.proposeOneTimeSecret(Self.plain, by: ward.officer(.police))
            try tx.confirmOneTimeSecret(step: 1, recoveryCodes: [], by: ward.officer(.police))
            try tx.checkSecretKey()
        }
        await first.close()
        try FileManager.default.removeItem(atPath: path + ".key")
        for secret in [SecretSource.besideStore, key(9)] {
            let database = try await open(path, secret)
            #expect(!FileManager.default.fileExists(atPath: path + ".key"))
            let refused = await #expect(throws: Problem.self) {
                try await database.read { try $0.checkSecretKey() }
            }
            #expect(refused?.kind == .unavailable)
            await database.close()
        }
    }

    @Test(arguments: TestEngine.available.filter { $0 == .postgres })
    func `are not begun without a key`(engine: TestEngine) async throws {
        let database = try await engine.openWithoutKey()
        let ward = try await TestWard.make(in: database)
        let refused = await #expect(throws: Problem.self) {
            try await database.write {
                try $0.proposeOneTimeSecret(Self.plain, by: ward.officer(.police))
            }
        }
        #expect(refused?.kind == .unavailable)
        #expect(refused?.message.contains("--secret-file") == true)
        // Where nothing is sealed, nothing hinders the start.
        try await database.read { try $0.checkSecretKey() }
    }

    @Test(arguments: ["", "ngắn", "AAAA", Data(repeating: 1, count: 31).base64EncodedString()])
    func `need a key of 32 bytes`(text: String) async throws {
        let refused = await #expect(throws: Problem.self) {
            _ = try await open(path(), .text(text))
        }
        #expect(refused?.message.contains("openssl rand -base64 32") == true)
    }

    @Test func `may have their key in a file of its own`() async throws {
        let path = path()
        let file = path + ".secret"
        let missing = await #expect(throws: Problem.self) {
            _ = try await open(path, .file(path: file))
        }
        #expect(missing?.kind == .unavailable)
        let text = Data(repeating: 3, count: 32).base64EncodedString() + "\n"
        #expect(
            FileManager.default.createFile(
                atPath: file, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]))
        let database = try await open(path, .file(path: file))
        let ward = try await TestWard.make(in: database)
        try await database.write {
            try $0.proposeOneTimeSecret(Self.plain, by: ward.officer(.police))
        }
        #expect(try await read(database) == Self.plain)
        #expect(!FileManager.default.fileExists(atPath: path + ".key"))
    }
}
