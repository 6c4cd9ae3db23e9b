import Logging
import NIOCore
import Wire

/// One connection to a broker; used on its event loop alone.
///
/// A message is acknowledged when its event is committed, in the order in which messages came. When
/// the store does not take one it is left out, and the connection is closed soon, as only then the
/// broker sends it again.
///
/// - Source: MQTT 3.1.1, 4.4 and 4.6.
final class BrokerSession: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private struct Pending {
        let id: UInt16
        /// nil: it waits.
        var isKept: Bool?
    }

    private let address: BrokerAddress
    private let reception: Reception
    private let logger: Logger
    /// Told once that the broker sends us what it has.
    private let onSubscribed: @Sendable () -> Void
    private var reader = MQTTReader()
    /// Messages that are not yet acknowledged, the oldest first; `passed` of them have been sent.
    private var pending: [Pending] = []
    private var passed = 0
    /// Of all messages of this connection, how many are no more in `pending`.
    private var dropped = 0
    private var isFlushing = false
    private var isEnding = false
    private var isPaused = false
    private var context: ChannelHandlerContext?
    private var pings: RepeatedTask?

    static let keepAliveSeconds: Int64 = 30
    /// Acknowledged messages that are still held.
    private static let passedMax = 256

    init(
        address: BrokerAddress, reception: Reception, logger: Logger,
        onSubscribed: @escaping @Sendable () -> Void
    ) {
        self.address = address
        self.reception = reception
        self.logger = logger
        self.onSubscribed = onSubscribed
    }

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        send(
            .connect(
                MQTTConnect(
                    clientID: address.clientID, isClean: false,
                    keepAliveSeconds: UInt16(Self.keepAliveSeconds), user: address.user,
                    password: address.password)))
        let session = NIOLoopBound(self, eventLoop: context.eventLoop)
        let pause = TimeAmount.seconds(Self.keepAliveSeconds / 2)
        pings = context.eventLoop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in
            session.value.send(.pingRequest)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        pings?.cancel()
        self.context = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var packets: [MQTTPacket] = []
        let bytes = Array(unwrapInboundIn(data).readableBytesView)
        let reading = Result { () throws(MQTTReader.Fault) in
            try reader.read(bytes, into: &packets)
        }
        do {
            for packet in packets { try take(packet, context) }
            try reading.get()
        } catch {
            logger.error("broker misunderstood", metadata: ["error": "\(error)"])
            context.close(promise: nil)
        }
        flush(context)
        if !isPaused, pending.count - passed >= reception.limits.brokerUnansweredMax {
            isPaused = true
            context.channel.setOption(.autoRead, value: false).whenFailure { _ in }
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        // Not even an answer to our pings.
        if event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func take(_ packet: MQTTPacket, _ context: ChannelHandlerContext) throws {
        switch packet {
        case .connectionAcknowledged(0, _):
            send(.subscribe(id: 1, topic: MQTTTopic.subscription))
        case .connectionAcknowledged(let code, _): throw Refused.connection(code: code)
        case .subscriptionAcknowledged(_, 1): onSubscribed()
        case .subscriptionAcknowledged(_, let code): throw Refused.subscription(code: code)
        case .publish(let message): take(message, context)
        case .pingResponse: break
        case .connect, .publishAcknowledged, .subscribe, .pingRequest, .disconnect:
            throw Refused.packet
        }
    }

    private enum Refused: Error {
        /// 4: wrong name or password; 5: not allowed.
        case connection(code: UInt8)
        case subscription(code: UInt8)
        case packet
    }

    private func take(_ message: MQTTMessage, _ context: ChannelHandlerContext) {
        // Of quality 0 nothing is said, whatever becomes of it.
        guard let id = message.id else { return BrokerEvents.take(message, reception) { _ in } }
        pending.append(Pending(id: id))
        let serial = dropped + pending.count - 1
        let session = NIOLoopBound(self, eventLoop: context.eventLoop)
        let loop = context.eventLoop
        BrokerEvents.take(message, reception) { outcome in
            // What is settled at once is acknowledged with the others of the same read.
            if loop.inEventLoop {
                session.value.settle(serial, outcome)
            } else {
                loop.execute {
                    session.value.settle(serial, outcome)
                    session.value.flushSoon()
                }
            }
        }
    }

    private func settle(_ serial: Int, _ outcome: EventOutcome) {
        pending[serial - dropped].isKept = outcome != .unkept
        if outcome == .unkept { end() }
    }

    /// Once for all that the store has just taken.
    private func flushSoon() {
        guard !isFlushing, let context else { return }
        isFlushing = true
        let session = NIOLoopBound(self, eventLoop: context.eventLoop)
        context.eventLoop.execute {
            session.value.isFlushing = false
            if let context = session.value.context { session.value.flush(context) }
        }
    }

    /// Closes when its neighbours in the store's hands have had their time.
    private func end() {
        guard !isEnding, let context else { return }
        isEnding = true
        let session = NIOLoopBound(self, eventLoop: context.eventLoop)
        context.channel.setOption(.autoRead, value: false).whenFailure { _ in }
        context.eventLoop.scheduleTask(in: Self.endPause) {
            session.value.context?.close(promise: nil)
        }
    }

    private static let endPause = TimeAmount.milliseconds(500)

    /// Acknowledges what is kept, as far as nothing before it waits.
    private func flush(_ context: ChannelHandlerContext) {
        while passed < pending.count, let isKept = pending[passed].isKept {
            if isKept { write(.publishAcknowledged(id: pending[passed].id), context) }
            passed += 1
        }
        context.flush()
        if passed >= Self.passedMax {
            pending.removeFirst(passed)
            dropped += passed
            passed = 0
        }
        if isPaused, !isEnding, pending.count - passed < reception.limits.brokerUnansweredMax {
            isPaused = false
            context.channel.setOption(.autoRead, value: true).whenFailure { _ in }
        }
    }

    private func send(_ packet: MQTTPacket) {
        guard let context else { return }
        write(packet, context)
        context.flush()
    }

    private func write(_ packet: MQTTPacket, _ context: ChannelHandlerContext) {
        context.write(
            wrapOutboundOut(context.channel.allocator.buffer(bytes: packet.bytes)), promise: nil)
    }
}
