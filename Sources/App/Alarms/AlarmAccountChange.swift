import ArgumentParser
import Domain
import Storage
import Wire

/// What all changes of an account in use need.
struct AlarmAccountOptions: ParsableArguments {
    @OptionGroup var store: StoreOptions
    @Argument(help: "Số tài khoản.") var number: String
    @Option(help: "Mã địa phương; không cần khi chỉ có một.") var ward: String?

    func change<Value: Sendable>(
        _ change: @escaping @Sendable (Transaction, String, String) throws -> Value
    ) async throws -> Value {
        let database = try await store.open(mustExist: true)
        let (number, asked) = (number, ward)
        let value = try await database.write { tx in
            try change(tx, number, try AlarmWard.chosen(asked, tx))
        }
        await database.close()
        return value
    }
}

struct AlarmAccountToken: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Cấp khóa gửi qua HTTP; khóa chỉ hiện lần này.")

    @OptionGroup var account: AlarmAccountOptions
    @Option(help: "Khóa cũ còn dùng được bao nhiêu ngày.") var keepOldDays = 0

    func run() async throws {
        try await Console.explaining {
            let days = keepOldDays
            let token = try await account.change { tx, number, ward in
                try tx.renewAlarmToken(
                    number: number, keepOldDays: days, ward: ward, origin: "cli")
            }
            Console.say(token)
        }
    }
}

struct AlarmAccountKey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Đổi khóa mã hóa của một tài khoản.",
        discussion: "Trong thời gian đổi, bản tin mã hóa bằng khóa cũ vẫn được nhận.")

    @OptionGroup var account: AlarmAccountOptions
    @Option(help: "Đọc khóa mới từ dòng đầu của đầu vào chuẩn, viết dạng hex hoặc text.")
    var keyStdin: String?
    @Flag(help: "Bỏ mã hóa.") var none = false
    @Option(help: "Khóa cũ còn dùng được bao nhiêu ngày.") var keepOldDays = 7

    func run() async throws {
        try await Console.explaining {
            guard none != (keyStdin != nil) else {
                throw Problem(.invalid, "Hãy chọn một trong hai: --key-stdin hoặc --none.")
            }
            let key = try keyStdin.map { try TypedKey.read($0) }
            let days = keepOldDays
            try await account.change { tx, number, ward in
                try tx.changeAlarmKey(
                    number: number, to: key, keepOldDays: days, ward: ward, origin: "cli")
            }
            Console.say(
                days == 0
                    ? "Đã đổi khóa." : "Đã đổi khóa; khóa cũ còn dùng được \(days.vietnamese) ngày."
            )
        }
    }
}

struct AlarmAccountPlain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plain",
        abstract: "Nhận hay không nhận bản tin không mã hóa của tài khoản có khóa.",
        discussion:
            "Mặc định vẫn nhận và đánh dấu, vì không được bỏ sót tin báo cháy.")

    @OptionGroup var account: AlarmAccountOptions
    @Flag(help: "Không nhận.") var refuse = false

    func run() async throws {
        try await Console.explaining {
            let isRefused = refuse
            try await account.change { tx, number, ward in
                try tx.setPlainRefused(isRefused, number: number, ward: ward, origin: "cli")
            }
            Console.say(
                isRefused
                    ? "Từ nay chỉ nhận bản tin mã hóa."
                    : "Từ nay nhận cả bản tin không mã hóa, có đánh dấu.")
        }
    }
}

struct AlarmAccountPin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pin", abstract: "Chốt cách viết đã nghe của thiết bị làm thói quen.",
        discussion:
            "Sau đó bản tin viết khác đi vẫn được nhận, nhưng được đánh dấu. Máy chủ tự chốt sau \(Transaction.habitDays) ngày."
    )

    @OptionGroup var account: AlarmAccountOptions

    func run() async throws {
        try await Console.explaining {
            try await account.change { tx, number, ward in
                try tx.pinHabits(number: number, ward: ward, origin: "cli")
            }
            Console.say("Đã chốt cách viết của thiết bị.")
        }
    }
}

/// A key as people type it, from standard input: never an argument, which others of the machine see.
enum TypedKey {
    /// Returns hexadecimal digits.
    static func read(_ name: String) throws(Problem) -> String {
        guard let notation = AESKey.Notation(rawValue: name) else {
            throw Problem(.invalid, "--key-stdin nhận hex hoặc text, không nhận «\(name)».")
        }
        guard let typed = readLine(strippingNewline: true), !typed.isEmpty else {
            throw Problem(.invalid, "Đầu vào không có khóa.")
        }
        do {
            _ = try AESKey(typed: typed, as: notation)
        } catch {
            throw Problem(.invalid, error.message)
        }
        switch notation {
        case .hex: return typed.filter { $0 != " " && $0 != "-" }.uppercased()
        case .text: return typed.utf8.map { hexadecimal($0) }.joined()
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "0" + digits : digits
    }
}

extension DC09Tolerance {
    /// - Throws: `.invalid` for a name that no tolerance has.
    init(named name: String) throws(Problem) {
        guard let found = DC09Tolerance.cases.first(where: { $0.name == name }) else {
            throw Problem(
                .invalid,
                "Không có cách viết «\(name)». Có: \(DC09Tolerance.cases.map(\.name).joined(separator: ", "))."
            )
        }
        self = found.tolerance
    }
}
