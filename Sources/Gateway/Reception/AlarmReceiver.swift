import Domain
package import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
package import Storage

/// Receives SIA DC-09 by TCP and UDP, and JSON by HTTP and from a broker of MQTT: read → judge →
/// commit → answer.
package final class AlarmReceiver: Sendable {
    /// Where it listens.
    package struct Ports: Sendable {
        /// 0: SIA DC-09 is not received.
        package let stream: Int
        package let datagram: Int
        /// 0: HTTP is not received.
        package let http: Int
    }

    /// Which ways in are open.
    package struct Doors: Sendable {
        package var host: String
        /// Of SIA DC-09, TCP and UDP; nil: closed.
        package var port: Int?
        package var httpPort: Int?
        package var broker: BrokerAddress?

        package init(
            host: String, port: Int?, httpPort: Int? = nil, broker: BrokerAddress? = nil
        ) {
            self.host = host
            self.port = port
            self.httpPort = httpPort
            self.broker = broker
        }
    }

    private let database: Database
    private let reception: Reception
    private let store: AlarmStore
    private let logger: Logger

    private static let refreshSeconds = 1
    /// What a thousand connections write in that time is moved in a few milliseconds.
    private static let settleMilliseconds = 250
    private static let logEveryRounds = 60

    package init(
        database: Database, limits: ReceptionLimits = ReceptionLimits(), logger: Logger,
        store: AlarmStore? = nil
    ) {
        self.database = database
        self.logger = logger
        self.store = store ?? AlarmStore(database)
        reception = Reception(
            directory: AlarmDirectory(limits: limits), limits: limits, store: self.store,
            logger: logger, clock: { database.now })
    }

    package var counts: ReceptionCounts { reception.counter.now }

    /// Who was heard when, for supervision.
    package var memory: AlarmSupervisor.Memory {
        AlarmSupervisor.Memory(
            overdue: { [reception] in
                reception.directory.overdue(
                    at: reception.now, atMost: Transaction.overdueMax)
            }, declared: { [reception] in reception.directory.declared($0) })
    }

    /// Listens until the task is cancelled, then answers what it has taken.
    ///
    /// - Parameters:
    ///   - onListening: told the ports, once the accounts are known.
    ///   - onSubscribed: told each time that the broker sends what it has.
    package func run(
        _ doors: Doors, onListening: @escaping @Sendable (Ports) -> Void = { _ in },
        onSubscribed: @escaping @Sendable () -> Void = {}
    ) async throws {
        try await reception.directory.refresh(from: database)
        _ = reception.clockWatch.isTrusted(at: reception.now)
        let host = doors.host
        let devices = try doors.port.map { [limits = reception.limits] in
            try DeviceDoors(host, $0, limits: limits)
        }
        let http: HTTPServer?
        do {
            http = try await doors.httpPort.asyncMap { try await listenHTTP(host, $0) }
        } catch {
            devices?.close()
            throw error
        }
        let reception = reception
        let loops = devices?.start(reception, logger: logger) ?? []
        let ports = Ports(
            stream: devices?.streamPort ?? 0, datagram: devices?.datagramPort ?? 0,
            http: http?.port ?? 0)
        logger.notice(
            "alarms listening",
            metadata: ["host": "\(host)", "port": "\(ports.stream)", "http": "\(ports.http)"])
        let writerThread = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let writer = AlarmWriter(
            queue: reception.queue, store: store, unsorted: reception.unsorted,
            counter: reception.counter, limits: reception.limits, logger: logger,
            onReplay: { reception.refuseReplay($0) }, on: writerThread.next())
        // The writer goes on while connections end, so that what was taken is answered.
        let writing = Task { await writer.run() }
        let link = doors.broker.map { broker in
            Task { [logger] in
                await BrokerLink(address: broker, reception: reception, logger: logger)
                    .run(onSubscribed: onSubscribed)
            }
        }
        let settling = Task { await settle() }
        onListening(ports)
        await keepHouse()
        settling.cancel()
        link?.cancel()
        for loop in loops { await loop.stopReading() }
        http?.running.cancel()
        await link?.value
        reception.queue.finish()
        await writing.value
        try? await writerThread.shutdownGracefully()
        for loop in loops { await loop.end() }
        await settling.value
        _ = await http?.running.result
        // A write of a cancelled task is not begun.
        await Task { await writeAside(isLast: true) }.value
        log()
    }

    private struct HTTPServer: Sendable {
        let port: Int
        let running: Task<Void, any Error>
    }

    private func listenHTTP(_ host: String, _ port: Int) async throws -> HTTPServer {
        let (told, telling) = AsyncStream.makeStream(of: Int.self)
        let server = EventServer(reception: reception, limits: reception.limits.events)
            .application(host: host, port: port, logger: logger) { telling.yield($0) }
        let running = Task { [logger] in
            defer { telling.finish() }
            do {
                try await server.run()
            } catch {
                if !Task.isCancelled {
                    logger.critical("events by HTTP ended", metadata: ["error": "\(error)"])
                }
                throw error
            }
        }
        guard let port = await told.first(where: { _ in true }) else {
            try await running.value
            throw CancellationError()
        }
        return HTTPServer(port: port, running: running)
    }

    /// What is done beside, once a second, until the task is cancelled.
    private func keepHouse() async {
        var round = 0
        while !Task.isCancelled {
            do {
                try await Task.sleep(for: .seconds(Self.refreshSeconds))
            } catch {
                return
            }
            round += 1
            _ = reception.clockWatch.isTrusted(at: reception.now)
            do {
                try await reception.directory.refresh(from: database)
            } catch {
                if Task.isCancelled { return }
                logger.error("accounts not read", metadata: ["error": "\(error)"])
            }
            await writeAside(isLast: false)
            if round % Self.logEveryRounds == 0 { log() }
        }
    }

    /// Keeps the log of the store short, until the task is cancelled.
    private func settle() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(Self.settleMilliseconds))
            do {
                try await database.settle()
            } catch {
                if Task.isCancelled { return }
                logger.error("store not settled", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Keeps what was refused and who was heard; a failure is tried again in the next round.
    private func writeAside(isLast: Bool) async {
        let held = reception.refusals.take()
        if !held.isEmpty {
            do {
                try await database.write {
                    try $0.keepRefusals(held.frames, uncounted: held.uncounted)
                }
            } catch {
                logger.error("refusals not stored", metadata: ["error": "\(error)"])
                reception.refusals.putBack(held)
            }
        }
        // One round goes over a part of all; the last one over the rest.
        var left = isLast ? Int.max : reception.limits.heardRowsMax
        while left > 0 {
            let heard = reception.directory.takeHeard(
                atMost: min(left, reception.limits.heardRowsAtOnce), isLast: isLast)
            guard !heard.isEmpty else { return }
            left -= heard.count
            do {
                try await database.write { try $0.keepHeard(heard) }
            } catch {
                logger.error("heard devices not stored", metadata: ["error": "\(error)"])
                reception.directory.putBack(heard)
                return
            }
        }
    }

    private func log() {
        let counts = counts
        logger.info(
            "alarms",
            metadata: [
                "frames": "\(counts.frames)", "stored": "\(counts.stored)",
                "repeated": "\(counts.repeated)", "heartbeats": "\(counts.heartbeats)",
                "refused": "\(counts.refused)", "unstored": "\(counts.unstored)",
                "overflowed": "\(counts.overflowed)",
                "heartbeatsDropped": "\(counts.heartbeatsDropped)",
                "connections": "\(counts.connections)",
                "connectionsRefused": "\(counts.connectionsRefused)",
            ])
    }
}

extension Optional {
    fileprivate func asyncMap<Value>(
        _ transform: (Wrapped) async throws -> Value
    ) async rethrows -> Value? {
        if let self { try await transform(self) } else { nil }
    }
}
