import ArgumentParser
import Domain
import Storage

/// `canhlua indicator`: the figures of the registers.
struct IndicatorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicator", abstract: "Chỉ số từ sổ: liệt kê, tính ngay.",
        subcommands: [IndicatorList.self, IndicatorCount.self])
}

struct IndicatorList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "In mọi chỉ số: tính gì, ai trả lời.")

    func run() {
        for indicator in Indicators.all {
            Console.say("\(indicator.key)  \(indicator.title). \(indicator.explanation)")
        }
    }
}

/// What `DailyJobs` does once a day, at once.
struct IndicatorCount: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: "Tính ngay mọi chỉ số của mọi địa phương cho tháng này.",
        discussion: "Máy chủ tự tính mỗi ngày; lệnh này để tính ngay, ví dụ sau khi nhập danh sách."
    )

    @OptionGroup var store: StoreOptions
    @Option(help: "Chỉ một địa phương, bằng mã.") var ward: String?

    func run() async throws {
        try await Console.explaining {
            let database = try await store.open(mustExist: true)
            let codes = try await database.read { try $0.wardCodes() }
            let wards = try ward.map { [try WardChoice.code($0, of: codes)] } ?? codes
            let clock = ContinuousClock()
            let begin = clock.now
            try await database.countIndicators(of: wards)
            let seconds = (clock.now - begin) / .seconds(1)
            await database.close()
            Console.say(
                "\(Indicators.all.count) chỉ số của \(wards.count.vietnamese) địa phương, \(seconds.shown) giây"
            )
        }
    }
}
