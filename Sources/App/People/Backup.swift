import ArgumentParser
import Domain
import Storage

/// `canhlua backup`: a copy of the whole store while it is in use.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sao lưu cơ sở dữ liệu SQLite trong khi đang chạy.")

    @OptionGroup var store: StoreOptions
    @Argument(help: "Tệp sẽ ghi; chưa được có.") var file: String

    func run() async throws {
        try await Console.explaining {
            let database = try await store.open(mustExist: true)
            try await database.backUp(to: file)
            await database.close()
            Console.say("Đã sao lưu vào \(file).")
            Console.say(
                "Bản sao không có khóa bí mật (\(store.keyPlace)). Hãy cất khóa ở nơi khác với bản sao: thiếu khóa thì mã điện thoại của mọi người phải cấp lại."
            )
        }
    }
}
