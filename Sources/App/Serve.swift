import ArgumentParser
import Documents
import Domain
import Foundation
import Hummingbird
import Logging
import ServiceLifecycle
import Storage
import UnixSignals
import Web

/// `canhlua serve`: the pages.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Chạy máy chủ trang web.")

    @OptionGroup var store: StoreOptions
    @OptionGroup var mail: MailOptions
    @OptionGroup var alarms: AlarmOptions
    @OptionGroup var ways: AlarmWayOptions
    @Option(help: "Địa chỉ nghe.") var host = "127.0.0.1"
    @Option(help: "Cổng nghe.") var port = 8080
    @Option(help: "Địa chỉ mà người dùng gõ, ví dụ https://canhlua.phuong.vn.") var address: String?
    @Flag(help: "Mở sổ thành phần (/storybook) cho mọi người xem; chỉ khi phát triển.")
    var storybook = false
    @Option(help: "Địa chỉ của proxy đứng trước, mà X-Forwarded-For được tin; dùng được nhiều lần.")
    var trustedProxy: [String] = []
    @Option(help: "Số yêu cầu mỗi giây của một người; 0: không giới hạn, chỉ khi đo.")
    var rateLimit = RateLimits.perSecondUsual
    @Flag(
        help:
            "Không làm việc hằng ngày ở tiến trình này; một tiến trình khác trên cùng cơ sở dữ liệu phải làm."
    )
    var noJobs = false

    /// How long running requests may take to end after a signal.
    private static let shutdownSecondsMax = 10

    func run() async throws { try await Console.explaining { try await serve() } }

    private func serve() async throws {
        let logger = Logger(label: "canhlua")
        let courier = try mailCourier()
        let database = try await store.open()
        try await database.read { try $0.checkSecretKey() }
        let site = try Site(
            database: database, logger: logger, address: address ?? "http://\(host):\(port)",
            isDevelopment: storybook, trustedProxies: Set(trustedProxy),
            limits: RateLimits(perSecond: rateLimit), callSecret: try ways.callSecret())
        let server = WebApplication.server(site, host: host, port: port)
        let jobs = JobLoop(
            jobs: DailyJobs(
                database: database, logger: logger, address: site.address, courier: courier))
        let couriers = AlarmCouriers(
            database: database, logger: logger, mail: courier, sms: try ways.sms(),
            webhook: try ways.webhook(), webhookSecret: try ways.webhookSecret(),
            call: try ways.call())
        let receiver = try alarms.service(database, logger)
        let watch = AlarmWatch(
            database: database, logger: logger, pulse: site.pulse, address: site.address,
            couriers: couriers, receiver: receiver?.receiver)
        var services: [any Service] = noJobs ? [server, watch] : [server, jobs, watch]
        if let receiver { services.append(receiver) }
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(Self.shutdownSecondsMax)
        try await ServiceGroup(configuration: configuration).run()
        await database.close()
    }

    private func mailCourier() throws -> MailCourier? {
        do {
            return try mail.courier()
        } catch {
            Console.complain(error.message)
            throw ExitCode(error.exitStatus)
        }
    }
}

/// Where the data is; the same for every command that needs it.
struct StoreOptions: ParsableArguments {
    @Option(help: "Tệp SQLite, hoặc postgres://…") var database = "canhlua.sqlite"
    @Option(
        help: "Tệp khóa bí mật; bỏ trống: biến CANHLUA_SECRET, hoặc tệp .key cạnh tệp SQLite.")
    var secretFile: String?

    var location: DatabaseLocation { DatabaseLocation(database) }

    func open(
        mustExist: Bool = false, clock: @escaping @Sendable () -> Instant = Clocks.now
    ) async throws -> Database {
        try await Database.open(location, mustExist: mustExist, secret: secret, clock: clock)
    }

    var secret: SecretSource {
        if let secretFile { return .file(path: secretFile) }
        let value = ProcessInfo.processInfo.environment["CANHLUA_SECRET"] ?? ""
        return value.isEmpty ? .besideStore : .text(value)
    }

    /// Where the key stands that a copy of the store does not hold.
    var keyPlace: String {
        switch secret {
        case .file(let path): "tệp \(path)"
        case .text: "biến môi trường CANHLUA_SECRET"
        case .besideStore: Database.keyFile(of: location).map { "tệp \($0)" } ?? "máy chủ"
        }
    }
}

enum Clocks {
    /// The machine's clock.
    static let now: @Sendable () -> Instant = {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
