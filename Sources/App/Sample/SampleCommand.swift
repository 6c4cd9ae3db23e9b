import ArgumentParser
import Domain
import Foundation
import Storage
import Web

/// `canhlua sample`: a fictional ward to try everything on.
struct SampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Nạp một phường mẫu (hư cấu) để dùng thử.")

    @OptionGroup var store: StoreOptions
    @Option(help: "Mật khẩu chung của các tài khoản mẫu.") var password = "canh-lua-2026"

    func run() async throws {
        let database = try await store.open()
        defer { Task { await database.close() } }
        let isLoaded = try await database.read { tx in
            try tx.wardCodes().contains(SampleWard.code)
        }
        guard !isLoaded else { return Console.say("Phường mẫu đã có sẵn.") }
        let hash = try await Password.hash(password, cost: .trifling)
        try await database.write { tx in try SampleWard.load(into: tx, passwordHash: hash) }
        Console.say("Đã nạp \(SampleWard.fullName). Tài khoản (mật khẩu \(password)):")
        for account in SampleWard.accounts {
            Console.say("  \(account.login)  \(account.name), \(account.role.title)")
        }
    }
}
