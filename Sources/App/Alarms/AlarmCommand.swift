import ArgumentParser
import Domain
import Gateway
import Logging
import ServiceLifecycle
import Storage
import UnixSignals

/// `canhlua alarm`: what receives alarms, who may report them, and a fleet to try it with.
struct AlarmCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alarm",
        abstract: "Báo cháy: nhận tín hiệu, cấp số tài khoản, chạy thử với thiết bị mô phỏng.",
        subcommands: [
            AlarmListen.self, AlarmAccountCommand.self, AlarmSimulate.self, AlarmReplay.self,
        ])
}

/// Where alarms are received; off by default beside the pages.
struct AlarmOptions: ParsableArguments {
    @Option(help: "Cổng nhận tín hiệu báo cháy SIA DC-09, TCP và UDP; bỏ trống: không nhận.")
    var alarmPort: Int?
    @Option(help: "Địa chỉ nhận tín hiệu báo cháy.") var alarmHost = "127.0.0.1"

    func service(_ database: Database, _ logger: Logger) -> AlarmService? {
        alarmPort.map { port in
            AlarmService(
                receiver: AlarmReceiver(database: database, logger: logger), host: alarmHost,
                port: port)
        }
    }
}

/// The receiver as a part of a running program.
struct AlarmService: Service {
    let receiver: AlarmReceiver
    let host: String
    let port: Int

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await receiver.run(host: host, port: port) }
    }
}

struct AlarmListen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "listen", abstract: "Chỉ nhận tín hiệu báo cháy, không chạy trang web.")

    @OptionGroup var store: StoreOptions
    @Option(help: "Địa chỉ nghe.") var host = "127.0.0.1"
    @Option(help: "Cổng nghe, TCP và UDP.") var port = 12_000
    @Option(help: "Số kết nối nhiều nhất từ một địa chỉ.")
    var connectionsPerAddress = ReceptionLimits().connectionsPerAddressMax

    func run() async throws {
        try await Console.explaining {
            guard connectionsPerAddress > 0 else {
                throw Problem(.invalid, "Số kết nối từ một địa chỉ phải lớn hơn 0.")
            }
            let logger = Logger(label: "canhlua")
            let database = try await store.open(mustExist: true)
            try await database.read { try $0.checkSecretKey() }
            var limits = ReceptionLimits()
            limits.connectionsPerAddressMax = connectionsPerAddress
            let service = AlarmService(
                receiver: AlarmReceiver(database: database, limits: limits, logger: logger),
                host: host, port: port)
            try await ServiceGroup(
                configuration: ServiceGroupConfiguration(
                    services: [service], gracefulShutdownSignals: [.sigterm, .sigint],
                    logger: logger)
            ).run()
            await database.close()
        }
    }
}
