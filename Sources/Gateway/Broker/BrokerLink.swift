import Logging
import NIOCore
import NIOPosix

/// Stays connected to a broker: when the connection ends it is opened again, at first soon.
///
/// The broker keeps what is published meanwhile, as the session is not a clean one.
struct BrokerLink: Sendable {
    let address: BrokerAddress
    let reception: Reception
    let logger: Logger

    private static let connectSecondsMax: Int64 = 10
    private static let pauseFirst = Duration.milliseconds(500)
    /// The broker is near, and may hold an alarm.
    private static let pauseMax = Duration.seconds(5)

    /// Until the task is cancelled.
    func run(onSubscribed: @escaping @Sendable () -> Void = {}) async {
        var pause = Self.pauseFirst
        while !Task.isCancelled {
            let begin = ContinuousClock.now
            do {
                let channel = try await connect {
                    logger.notice("broker connected", metadata: ["host": "\(address.host)"])
                    onSubscribed()
                }
                await withTaskCancellationHandler {
                    try? await channel.closeFuture.get()
                } onCancel: {
                    channel.close(promise: nil)
                }
            } catch {
                logger.warning(
                    "broker not reached",
                    metadata: ["host": "\(address.host)", "error": "\(error)"])
            }
            if Task.isCancelled { return }
            if ContinuousClock.now - begin > Self.pauseMax { pause = Self.pauseFirst }
            logger.warning("broker lost", metadata: ["host": "\(address.host)"])
            // Many receivers of one broker do not come back together.
            try? await Task.sleep(for: pause * Double.random(in: 0.5...1))
            pause = min(pause * 2, Self.pauseMax)
        }
    }

    private func connect(_ onSubscribed: @escaping @Sendable () -> Void) async throws -> any Channel
    {
        let (address, reception, logger) = (address, reception, logger)
        return try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(Self.connectSecondsMax))
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers(
                        IdleStateHandler(
                            readTimeout: .seconds(BrokerSession.keepAliveSeconds * 3 / 2)),
                        BrokerSession(
                            address: address, reception: reception, logger: logger,
                            onSubscribed: onSubscribed))
                }
            }
            .connect(host: address.host, port: address.port).get()
    }
}
