import Domain
import Foundation
import Gateway
import Logging
import Storage
import TestSupport
import Wire

/// A receiver over an empty store with a ward, a transmitter and two numbers, on loopback.
struct ReceiverSetting: Sendable {
    let database: Database
    let ward: TestWard
    let ports: AlarmReceiver.Ports
    let receiver: AlarmReceiver

    static let key = "000102030405060708090A0B0C0D0E0F"
    static let plain = "F17A"
    static let encrypted = "E17A"
    /// Of the plain account, for HTTP.
    static let token = "cld_thu"
    static var now: DC09Timestamp {
        DC09Timestamp(seconds: TestEngine.moment.milliseconds / 1000)
    }

    /// Runs the body beside the receiver, then ends the receiver.
    static func run(
        _ engine: TestEngine = .sqlite, limits: ReceptionLimits = ReceptionLimits(),
        store: (@Sendable (Database) -> AlarmStore)? = nil, broker: BrokerAddress? = nil,
        clock: @escaping @Sendable () -> Instant = { TestEngine.moment },
        onSubscribed: (@Sendable () -> Void)? = nil, _ body: (ReceiverSetting) async throws -> Void
    ) async throws -> ReceiverSetting {
        let database = try await engine.open(clock: clock)
        let doors = AlarmReceiver.Doors(
            host: "127.0.0.1", port: 0, httpPort: 0, broker: broker)
        let ward = try await TestWard.make(in: database)
        let alarms = try await TestAlarms.make(in: database, ward)
        try await alarms.add(plain, in: database)
        try await alarms.add(encrypted, key: key, in: database)
        try await alarms.setToken(token, number: plain, in: database)
        let receiver = AlarmReceiver(
            database: database, limits: limits, logger: quiet, store: store?(database))
        let (told, telling) = AsyncStream.makeStream(of: AlarmReceiver.Ports.self)
        let running = Task {
            defer { telling.finish() }
            try await receiver.run(doors, onListening: { telling.yield($0) }) {
                onSubscribed?()
            }
        }
        guard let ports = await told.first(where: { _ in true }) else {
            try await running.value
            throw Problem(.unavailable, "nothing listens")
        }
        let setting = ReceiverSetting(
            database: database, ward: ward, ports: ports, receiver: receiver)
        let outcome: Result<Void, any Error>
        do { outcome = .success(try await body(setting)) } catch { outcome = .failure(error) }
        running.cancel()
        try await running.value
        try outcome.get()
        return setting
    }

    /// Another receiver over the same store.
    struct Beside: Sendable {
        let receiver: AlarmReceiver
        let port: Int
        let running: Task<Void, any Error>

        func end() async throws {
            running.cancel()
            try await running.value
        }
    }

    static func beside(
        _ database: Database, limits: ReceptionLimits = ReceptionLimits(),
        broker: BrokerAddress? = nil, store: AlarmStore? = nil
    ) async throws -> Beside {
        let receiver = AlarmReceiver(
            database: database, limits: limits, logger: quiet, store: store)
        let (told, telling) = AsyncStream.makeStream(of: Int.self)
        let doors = AlarmReceiver.Doors(host: "127.0.0.1", port: 0, broker: broker)
        let running = Task {
            defer { telling.finish() }
            try await receiver.run(doors, onListening: { telling.yield($0.stream) })
        }
        guard let port = await told.first(where: { _ in true }) else {
            try await running.value
            throw Problem(.unavailable, "nothing listens")
        }
        return Beside(receiver: receiver, port: port, running: running)
    }

    static var quiet: Logger {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }

    func connect() throws -> RawConnection { try RawConnection(port: ports.stream) }

    /// All that was received, also what waits to be sorted.
    func lines() async throws -> [AlarmLine] {
        while try await database.sortAlarms() != nil {}
        let officer = ward.officer(.police)
        return try await database.read { try $0.alarmLines(for: officer) }
    }

    func refusals() async throws -> [AlarmRefusalCount] {
        let officer = ward.officer(.police)
        return try await database.read { try $0.alarmRefusals(for: officer) }
    }
}

extension RawConnection {
    func send(_ draft: DC09Draft) { send(draft.bytes()) }

    /// The next answers, each judged by the message that it must answer.
    func outcomes(
        of drafts: [DC09Draft], key: AESKey? = nil
    ) async -> [DC09Draft.Outcome] {
        var splitter = FrameSplitter()
        var frames: [[UInt8]] = []
        while frames.count < drafts.count {
            let text = await receive(until: "\r")
            guard !text.isEmpty else { break }
            splitter.split(Array(text.utf8)) { piece in
                if case .frame(let bytes) = piece { frames.append(bytes) }
            }
        }
        return zip(drafts, frames).map { $0.outcome($1, key: key) }
    }
}
