import Domain
import Glibc
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

    /// Beside those of the pages: what is sent to hundreds of desks must not keep devices waiting.
    /// Never shut down, as those are not.
    private static let loops = MultiThreadedEventLoopGroup(numberOfThreads: System.coreCount)
    private static let refreshSeconds = 1
    /// Connections that the system holds for a loop, as after a power cut: those beyond it come again
    /// a second later. It holds no more than its own `net.core.somaxconn`, 4,096 by default.
    private static let unacceptedMax: Int32 = 4_096
    /// Connections that a loop takes before it looks at those it has.
    private static let acceptedAtOnce: UInt = 256
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
        let stream = try await doors.port.asyncMap { try await listenStream(host, $0) }
        let datagram = try await doors.port.asyncMap { try await listenDatagram(host, $0) }
        let http = try await doors.httpPort.asyncMap { try await listenHTTP(host, $0) }
        let ports = Ports(
            stream: stream?.port ?? 0, datagram: datagram?.localAddress?.port ?? 0,
            http: http?.port ?? 0)
        logger.notice(
            "alarms listening",
            metadata: ["host": "\(host)", "port": "\(ports.stream)", "http": "\(ports.http)"])
        let reception = reception
        let writer = AlarmWriter(
            queue: reception.queue, store: store, unsorted: reception.unsorted,
            counter: reception.counter, limits: reception.limits, logger: logger,
            onReplay: { reception.refuseReplay($0) })
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
        await stream?.close()
        try? await datagram?.close()
        http?.running.cancel()
        await link?.value
        reception.queue.finish()
        await writing.value
        await settling.value
        _ = await http?.running.result
        // A write of a cancelled task is not begun.
        await Task { await writeAside(isLast: true) }.value
        log()
    }

    /// The acceptors of a listening socket.
    private struct StreamDoor: Sendable {
        var channels: [any Channel]
        let sweeps: IdleSweeps

        var port: Int? { channels.first?.localAddress?.port }

        func close() async {
            for channel in channels { try? await channel.close() }
            sweeps.end()
        }
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

    /// Each loop accepts its own connections, which the kernel spreads over them: handed to
    /// another loop, each would cost two hand-overs between threads while a thousand more wait.
    private func listenStream(_ host: String, _ port: Int) async throws -> StreamDoor {
        let sweeps = IdleSweeps(of: Self.loops, seconds: reception.limits.idleSecondsMax)
        var door = StreamDoor(channels: [], sweeps: sweeps)
        do {
            for loop in Self.loops.makeIterator() {
                let acceptor = acceptor(on: loop, sweeps)
                guard let port = door.port else {
                    // Shared from here on only, so that a second receiver finds the port in use.
                    let first = try await acceptor.bind(host: host, port: port).get()
                    door.channels = [first]
                    try await first.setOption(.socketOption(.reusePort), value: 1).get()
                    continue
                }
                door.channels.append(
                    try await acceptor.serverChannelOption(
                        .socketOption(.reusePort), value: 1
                    ).bind(host: host, port: port).get())
            }
        } catch {
            await door.close()
            throw error
        }
        return door
    }

    private func acceptor(on loop: any EventLoop, _ sweeps: IdleSweeps) -> ServerBootstrap {
        let reception = reception
        return ServerBootstrap(group: loop)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelOption(.backlog, value: Self.unacceptedMax)
            .serverChannelOption(.maxMessagesPerRead, value: Self.acceptedAtOnce)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let source = channel.remoteAddress?.ipAddress ?? ""
                    guard reception.admit(source) else { throw ConnectionRefused() }
                    // At once: as options of the bootstrap each would be a chain of futures.
                    let options = channel.syncOptions
                    try options?.setOption(.allowRemoteHalfClosure, value: true)
                    try options?.setOption(
                        .recvAllocator,
                        value: FixedSizeRecvByteBufferAllocator(
                            capacity: reception.limits.readBytesMax))
                    try options?.setOption(.maxMessagesPerRead, value: 1)
                    try options?.setOption(.tcpOption(.tcp_nodelay), value: 1)
                    try channel.pipeline.syncOperations.addHandler(
                        StreamSession(
                            reception: reception, source: source,
                            sweep: sweeps[channel.eventLoop]))
                }
            }
    }

    private func listenDatagram(_ host: String, _ port: Int) async throws -> any Channel {
        let reception = reception
        return try await DatagramBootstrap(group: Self.loops)
            .channelOption(
                .socketOption(.so_rcvbuf),
                value: SocketOptionValue(reception.limits.datagramBufferBytes)
            )
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        DatagramSession(reception: reception))
                }
            }
            .bind(host: host, port: port).get()
    }

    /// Too many are open; NIO closes a connection whose initializer throws.
    private struct ConnectionRefused: Error {}

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

extension NIOBSDSocket.Option {
    /// Several sockets listen on one port, and the kernel spreads connections over them.
    fileprivate static let reusePort = Self(rawValue: SO_REUSEPORT)
}

extension Optional {
    fileprivate func asyncMap<Value>(
        _ transform: (Wrapped) async throws -> Value
    ) async rethrows -> Value? {
        if let self { try await transform(self) } else { nil }
    }
}
