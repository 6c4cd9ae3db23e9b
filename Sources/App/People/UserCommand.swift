import ArgumentParser
import Domain
import Foundation
import Storage
import Web

/// `canhlua user`: accounts from the terminal, when nobody can sign in to do it.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Tài khoản: thêm, cấp lại mật khẩu, khóa, mở khóa, liệt kê.",
        subcommands: [UserAdd.self, UserReset.self, UserLock.self, UserUnlock.self, UserList.self])
}

struct UserAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Thêm tài khoản; mật khẩu đọc từ đầu vào hoặc tự tạo.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "Tên đăng nhập.") var login: String
    @Option(help: "Họ và tên.") var name: String
    @Option(help: "Vai trò: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
    var role: String
    @Option(help: "Tên đơn vị, như trong chương trình.") var unit: String?
    @Option(help: "Chức vụ.") var post: String?
    @Option(help: "Thư điện tử.") var email: String?
    @Option(help: "Số điện thoại, để nhận tin nhắn khi có báo cháy chưa ai nhận.")
    var phone: String?
    @Option(help: "Mã địa phương; không cần khi chỉ có một.") var ward: String?
    @OptionGroup var password: PasswordOptions

    func run() async throws {
        try await Console.explaining {
            guard let role = Role(rawValue: role) else {
                throw Problem(
                    .invalid, "Không có vai trò «\(role)». Hãy xem canhlua user add --help.")
            }
            let phone = try AccountRules.telephone(self.phone)
            let database = try await store.open(mustExist: true)
            let chosen = try password.chosen(login: login, name: name)
            let hash = try await Password.hash(chosen.text)
            let account = self
            try await database.write { tx in
                let ward = try account.wardCode(tx)
                let unit = try account.unit.map { try account.unitID($0, ward: ward, tx) }
                try tx.addAccount(
                    NewAccount(
                        login: account.login, name: account.name, role: role, unit: unit,
                        post: account.post, email: account.email, phone: phone,
                        passwordHash: hash, mustChangePassword: true), ward: ward, by: nil)
            }
            await database.close()
            chosen.announce(login: login)
        }
    }

    private func wardCode(_ tx: Transaction) throws -> String {
        let codes = try tx.wardCodes()
        if let ward {
            guard codes.contains(ward) else {
                throw Problem(
                    .notFound, "Không có địa phương \(ward). Hãy lập bằng canhlua ward add.")
            }
            return ward
        }
        guard let only = codes.first, codes.count == 1 else {
            throw Problem(
                .invalid,
                codes.isEmpty
                    ? "Chưa có địa phương nào. Hãy lập bằng canhlua ward add."
                    : "Có nhiều địa phương (\(codes.joined(separator: ", "))). Hãy thêm --ward.")
        }
        return only
    }

    private func unitID(_ name: String, ward: String, _ tx: Transaction) throws -> String {
        guard let id = try tx.unitAliases(of: ward)[folded(name)] else {
            throw Problem(.notFound, "Không có đơn vị «\(name)». Hãy kiểm tra lại tên.")
        }
        return id
    }
}

struct UserReset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: "Cấp lại mật khẩu; mã điện thoại bị xóa, mọi thiết bị bị đăng xuất.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "Tên đăng nhập.") var login: String
    @OptionGroup var password: PasswordOptions

    func run() async throws {
        try await Console.explaining {
            let database = try await store.open(mustExist: true)
            let account = try await database.read { try $0.account(login: login) }
            let chosen = try password.chosen(login: account.login, name: account.name)
            let hash = try await Password.hash(chosen.text)
            try await database.write { tx in
                try tx.resetPassword(
                    of: account.id, hash: hash, ward: account.ward, by: nil, origin: "cli")
            }
            await database.close()
            chosen.announce(login: account.login)
        }
    }
}

struct UserLock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock", abstract: "Khóa tài khoản, đăng xuất ở mọi thiết bị.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "Tên đăng nhập.") var login: String

    func run() async throws {
        try await store.change(login) { tx, account in
            try tx.lockAccount(account.id, ward: account.ward, by: nil, origin: "cli")
        }
        Console.say("Đã khóa \(login).")
    }
}

struct UserUnlock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlock", abstract: "Mở khóa tài khoản, quên các lần nhập sai.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "Tên đăng nhập.") var login: String

    func run() async throws {
        try await store.change(login) { tx, account in
            try tx.unlockAccount(account.id, ward: account.ward, by: nil, origin: "cli")
        }
        Console.say("Đã mở khóa \(login).")
    }
}

extension StoreOptions {
    /// Does something about the account of a name.
    fileprivate func change(
        _ login: String, _ work: @escaping @Sendable (Transaction, Account) throws -> Void
    ) async throws {
        try await Console.explaining {
            let database = try await open(mustExist: true)
            try await database.write { tx in try work(tx, try tx.account(login: login)) }
            await database.close()
        }
    }
}

struct UserList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Liệt kê tài khoản, mỗi dòng một người, cột cách nhau bằng tab.")

    @OptionGroup var store: StoreOptions

    func run() async throws {
        try await Console.explaining {
            let database = try await store.open(mustExist: true)
            let accounts = try await database.read { try $0.everyAccount() }
            await database.close()
            for account in accounts {
                let state = account.lockedAt == nil ? "" : "đã khóa"
                Console.say(
                    [
                        account.ward, account.login, account.name, account.role.rawValue,
                        account.unitName ?? "", state,
                    ].joined(separator: "\t"))
            }
        }
    }
}

/// Where a password comes from: never from the arguments, which everybody on the machine can list.
struct PasswordOptions: ParsableArguments {
    @Flag(help: "Đọc mật khẩu từ dòng đầu của đầu vào chuẩn; không có thì tự tạo.")
    var passwordStdin = false

    struct Chosen {
        let text: String
        let isOurs: Bool

        func announce(login: String) {
            Console.complain(
                "Tài khoản \(login): lần đăng nhập đầu tiên phải đổi mật khẩu.")
            if isOurs { Console.say(text) }
        }
    }

    func chosen(login: String, name: String) throws(Problem) -> Chosen {
        guard passwordStdin else { return Chosen(text: Password.makeOneTime(), isOurs: true) }
        guard let line = readLine(strippingNewline: true), !line.isEmpty else {
            throw Problem(.invalid, "Đầu vào không có mật khẩu.")
        }
        try PasswordRules.check(line, login: login, name: name)
        return Chosen(text: line, isOurs: false)
    }
}
