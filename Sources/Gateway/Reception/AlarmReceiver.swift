import Domain
package import Logging
import NIOCore
import NIOPosix
package import Storage

/// Receives SIA DC-09 by TCP and UDP: read → frame → judge → commit → answer.
package final class AlarmReceiver: Sendable {
    package struct Ports: Sendable {
        package let stream: Int
        package let datagram: Int
    }

    private let database: Database
    private let reception: Reception
    private let store: AlarmStore
    private let logger: Logger

    private static let refreshSeconds = 1
    private static let heardEveryRounds = 30
    private static let logEveryRounds = 60

    package init(
        database: Database, limits: ReceptionLimits = ReceptionLimits(), logger: Logger,
        store: AlarmStore? = nil
    ) {
        self.database = database
        self.logger = logger
        self.store = store ?? { frames in try await database.write { try $0.keepAlarms(frames) } }
        reception = Reception(
            directory: AlarmDirectory(), limits: limits, clock: { database.now })
    }

    package var counts: ReceptionCounts { reception.counter.now }

    /// Which of these accounts were heard, and not yet written to be.
    package func heardUnwritten(_ accounts: [String]) -> Set<String> {
        reception.directory.heardUnwritten(accounts)
    }

    /// Listens until the task is cancelled, then answers what it has taken.
    ///
    /// - Parameter onListening: told the ports, once the accounts are known.
    package func run(
        host: String, port: Int, onListening: @escaping @Sendable (Ports) -> Void = { _ in }
    ) async throws {
        try await reception.directory.refresh(from: database)
        let stream = try await listenStream(host, port)
        let datagram = try await listenDatagram(host, port)
        let ports = Ports(
            stream: stream.localAddress?.port ?? port,
            datagram: datagram.localAddress?.port ?? port)
        logger.notice(
            "alarms listening", metadata: ["host": "\(host)", "port": "\(ports.stream)"])
        let writer = AlarmWriter(
            queue: reception.queue, store: store, counter: reception.counter,
            limits: reception.limits, logger: logger)
        // The writer goes on while connections end, so that what was taken is answered.
        let writing = Task { await writer.run() }
        onListening(ports)
        await keepHouse()
        try? await stream.close()
        try? await datagram.close()
        reception.queue.finish()
        await writing.value
        // A write of a cancelled task is not begun.
        await Task { await writeAside(isLast: true) }.value
        log()
    }

    private func listenStream(_ host: String, _ port: Int) async throws -> any Channel {
        let reception = reception
        return try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelOption(.backlog, value: 1024)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(
                .recvAllocator,
                value: FixedSizeRecvByteBufferAllocator(capacity: reception.limits.readBytesMax)
            )
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let source = channel.remoteAddress?.ipAddress ?? ""
                    guard reception.admit(source) else { throw ConnectionRefused() }
                    channel.closeFuture.whenComplete { _ in reception.leave(source) }
                    try channel.pipeline.syncOperations.addHandlers(
                        IdleStateHandler(
                            readTimeout: .seconds(reception.limits.idleSecondsMax)),
                        StreamSession(reception: reception, source: source))
                }
            }
            .bind(host: host, port: port).get()
    }

    private func listenDatagram(_ host: String, _ port: Int) async throws -> any Channel {
        let reception = reception
        return try await DatagramBootstrap(group: MultiThreadedEventLoopGroup.singleton)
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
            do {
                try await reception.directory.refresh(from: database)
            } catch {
                if Task.isCancelled { return }
                logger.error("accounts not read", metadata: ["error": "\(error)"])
            }
            await writeAside(isLast: false, withHeard: round % Self.heardEveryRounds == 0)
            if round % Self.logEveryRounds == 0 { log() }
        }
    }

    /// Keeps what was refused and who was heard; a failure is tried again in the next round.
    private func writeAside(isLast: Bool, withHeard: Bool = true) async {
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
        guard withHeard || isLast else { return }
        let heard = reception.directory.takeHeard(atMost: reception.limits.heardRowsMax)
        guard !heard.isEmpty else { return }
        do {
            try await database.write { try $0.keepHeard(heard) }
        } catch {
            logger.error("heard devices not stored", metadata: ["error": "\(error)"])
            reception.directory.putBack(heard)
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
