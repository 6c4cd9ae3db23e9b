import ArgumentParser
import Domain
import Foundation
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
            AlarmListen.self, AlarmAccountCommand.self, AlarmSimulate.self, AlarmFrames.self,
            AlarmReplay.self,
        ])
}

/// Where alarms are received; off by default beside the pages.
struct AlarmOptions: ParsableArguments {
    @Option(help: "Cổng nhận tín hiệu báo cháy SIA DC-09, TCP và UDP; bỏ trống: không nhận.")
    var alarmPort: Int?
    @Option(help: "Cổng nhận sự kiện báo cháy dạng JSON qua HTTP; bỏ trống: không nhận.")
    var alarmHttpPort: Int?
    @Option(help: "Địa chỉ nhận tín hiệu báo cháy.") var alarmHost = "127.0.0.1"
    @OptionGroup var connections: ConnectionOptions
    @OptionGroup var broker: BrokerOptions

    func service(_ database: Database, _ logger: Logger) throws(Problem) -> AlarmService? {
        let doors = AlarmReceiver.Doors(
            host: alarmHost, port: alarmPort, httpPort: alarmHttpPort,
            broker: try broker.address())
        guard doors.port != nil || doors.httpPort != nil || doors.broker != nil else { return nil }
        return AlarmService(
            receiver: AlarmReceiver(
                database: database, limits: try connections.limits(), logger: logger),
            doors: doors)
    }
}

/// How many devices may be connected at once.
struct ConnectionOptions: ParsableArguments {
    @Option(help: "Số kết nối của thiết bị nhiều nhất.")
    var connections = ReceptionLimits().connectionsMax
    @Option(help: "Số kết nối nhiều nhất từ một địa chỉ.")
    var connectionsPerAddress = ReceptionLimits().connectionsPerAddressMax

    func limits() throws(Problem) -> ReceptionLimits {
        guard connections > 0, connectionsPerAddress > 0 else {
            throw Problem(.invalid, "Số kết nối, và số kết nối từ một địa chỉ, phải lớn hơn 0.")
        }
        var limits = ReceptionLimits()
        limits.connectionsMax = connections
        limits.connectionsPerAddressMax = connectionsPerAddress
        return limits
    }
}

/// The broker of MQTT through which devices report.
struct BrokerOptions: ParsableArguments {
    @Option(help: "Máy chủ MQTT mà thiết bị gửi đến, ví dụ mqtt://canhlua@127.0.0.1:1883.")
    var mqtt: String?
    @Option(help: "Tệp có mật khẩu máy chủ MQTT ở dòng đầu.") var mqttPasswordFile: String?
    @Option(help: "Tên phiên trên máy chủ MQTT; mỗi cơ sở dữ liệu một tên.")
    var mqttClient = BrokerAddress.clientIDUsual

    func address() throws(Problem) -> BrokerAddress? {
        guard let mqtt else { return nil }
        var address = try BrokerAddress(mqtt, password: try password())
        address.clientID = mqttClient
        return address
    }

    private func password() throws(Problem) -> String? {
        guard let mqttPasswordFile else { return nil }
        guard
            let text = try? String(contentsOfFile: mqttPasswordFile, encoding: .utf8),
            let line = text.split(whereSeparator: \.isNewline).first
        else { throw Problem(.notFound, "Không đọc được mật khẩu ở «\(mqttPasswordFile)».") }
        return String(line)
    }
}

/// The receiver as a part of a running program.
struct AlarmService: Service {
    let receiver: AlarmReceiver
    let doors: AlarmReceiver.Doors

    func run() async throws {
        try await cancelWhenGracefulShutdown { try await receiver.run(doors) }
    }
}

struct AlarmListen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "listen", abstract: "Chỉ nhận tín hiệu báo cháy, không chạy trang web.")

    @OptionGroup var store: StoreOptions
    @Option(help: "Địa chỉ nghe.") var host = "127.0.0.1"
    @Option(help: "Cổng nghe SIA DC-09, TCP và UDP.") var port = 12_000
    @Option(help: "Cổng nhận sự kiện dạng JSON qua HTTP; bỏ trống: không nhận.")
    var httpPort: Int?
    @OptionGroup var broker: BrokerOptions
    @OptionGroup var connections: ConnectionOptions

    func run() async throws {
        try await Console.explaining {
            let limits = try connections.limits()
            let logger = Logger(label: "canhlua")
            let database = try await store.open(mustExist: true)
            try await database.read { try $0.checkSecretKey() }
            let service = AlarmService(
                receiver: AlarmReceiver(database: database, limits: limits, logger: logger),
                doors: AlarmReceiver.Doors(
                    host: host, port: port, httpPort: httpPort, broker: try broker.address()))
            try await ServiceGroup(
                configuration: ServiceGroupConfiguration(
                    services: [service], gracefulShutdownSignals: [.sigterm, .sigint],
                    logger: logger)
            ).run()
            await database.close()
        }
    }
}
