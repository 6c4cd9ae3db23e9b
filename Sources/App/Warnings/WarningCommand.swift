import ArgumentParser
import Domain
import Foundation
import Storage

/// `canhlua warning`: programs that are sent the public warnings.
struct WarningCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "warning", abstract: "Cảnh báo cho người dân: các phần mềm nhận cảnh báo.",
        subcommands: [SubscriberAdd.self, SubscriberList.self, SubscriberEnd.self])
}

struct SubscriberAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subscribe", abstract: "Gửi mọi cảnh báo mới (CAP 1.2) đến một địa chỉ.",
        discussion: "Mỗi tin được ký bằng HMAC-SHA-256; gửi lại khi nơi nhận chưa trả lời 2xx.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "Địa chỉ nhận, https://…") var url: String
    @Option(help: "Tệp có bí mật để ký ở dòng đầu, ít nhất 16 ký tự.") var webhookSecretFile: String
    @Option(help: "Mã địa phương; không cần khi chỉ có một.") var ward: String?

    func run() async throws {
        try await Console.explaining {
            let text = try? String(contentsOfFile: webhookSecretFile, encoding: .utf8)
            guard let line = text?.split(whereSeparator: \.isNewline).first else {
                throw Problem(.notFound, "Không đọc được bí mật ở «\(webhookSecretFile)».")
            }
            let (url, secret, asked) = (url, String(line), ward)
            let database = try await store.open(mustExist: true)
            try await database.write { tx in
                _ = try tx.addWarningSubscriber(
                    url: url, secret: secret, ward: try AlarmWard.chosen(asked, tx),
                    origin: "cli")
            }
            await database.close()
            Console.say("Cảnh báo mới sẽ được gửi đến \(url).")
        }
    }
}

struct SubscriberList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subscribers", abstract: "Liệt kê nơi nhận cảnh báo và tin chưa gửi được.")

    @OptionGroup var store: StoreOptions
    @Option(help: "Mã địa phương; không cần khi chỉ có một.") var ward: String?

    func run() async throws {
        try await Console.explaining {
            let asked = ward
            let database = try await store.open(mustExist: true)
            let found = try await database.read { tx in
                try tx.warningSubscribers(ward: try AlarmWard.chosen(asked, tx))
            }
            await database.close()
            if found.isEmpty { Console.say("Chưa có nơi nhận nào.") }
            for subscriber in found {
                Console.say(
                    [
                        subscriber.url, "từ \(subscriber.createdAt.vietnamese)",
                        "đang chờ \(subscriber.waiting.vietnamese)",
                        "không gửi được \(subscriber.failed.vietnamese)", subscriber.error ?? "",
                    ].joined(separator: "\t"))
            }
        }
    }
}

struct SubscriberEnd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unsubscribe", abstract: "Thôi gửi cảnh báo đến một địa chỉ.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "Địa chỉ nhận.") var url: String
    @Option(help: "Mã địa phương; không cần khi chỉ có một.") var ward: String?

    func run() async throws {
        try await Console.explaining {
            let (url, asked) = (url, ward)
            let database = try await store.open(mustExist: true)
            try await database.write { tx in
                try tx.endWarningSubscriber(
                    url: url, ward: try AlarmWard.chosen(asked, tx), origin: "cli")
            }
            await database.close()
            Console.say("Đã thôi gửi cảnh báo đến \(url).")
        }
    }
}
