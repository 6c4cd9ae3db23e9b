import Domain
import NIOCore
import Wire

/// One connection to a centre of short messages; used on its event loop alone.
///
/// Requests are told from each other by their sequence numbers; what the centre asks is answered.
final class SMPPSession: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private struct Asked {
        let answer: EventLoopPromise<SMPPPacket>
        let patience: Scheduled<Void>
    }

    private var reader = SMPPReader()
    private var asked: [UInt32: Asked] = [:]
    private var sequence: UInt32 = 0
    private var context: ChannelHandlerContext?

    private static let silent = Problem(.unavailable, "Cổng SMS không trả lời.")

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    /// Nobody is left without an answer.
    private func end() {
        context = nil
        let open = asked
        asked = [:]
        for request in open.values {
            request.patience.cancel()
            request.answer.fail(Self.silent)
        }
    }

    func ask(
        _ body: SMPPPacket.Body, _ answer: EventLoopPromise<SMPPPacket>, milliseconds: Int64
    ) {
        guard let context else { return answer.fail(Self.silent) }
        sequence += 1
        let channel = context.channel
        // A centre that says nothing is left.
        let patience = context.eventLoop.scheduleTask(in: .milliseconds(milliseconds)) {
            channel.close(promise: nil)
        }
        asked[sequence] = Asked(answer: answer, patience: patience)
        send(SMPPPacket(body, sequence: sequence), context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var packets: [SMPPPacket] = []
        do {
            try reader.read(Array(unwrapInboundIn(data).readableBytesView), into: &packets)
        } catch {
            context.close(promise: nil)
        }
        for packet in packets { take(packet, context) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func take(_ packet: SMPPPacket, _ context: ChannelHandlerContext) {
        if packet.body.isAnswer {
            guard let request = asked.removeValue(forKey: packet.sequence) else { return }
            request.patience.cancel()
            return request.answer.succeed(packet)
        }
        switch packet.body {
        case .enquireLink:
            send(SMPPPacket(.enquireLinkAnswer, sequence: packet.sequence), context)
        case .unbind:
            send(SMPPPacket(.unbindAnswer, sequence: packet.sequence), context)
            context.close(promise: nil)
        default:
            send(
                SMPPPacket(.genericNack, sequence: packet.sequence, status: .invalidCommand),
                context)
        }
    }

    private func send(_ packet: SMPPPacket, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: packet.bytes)), promise: nil)
    }
}

/// The same, for who is not on its event loop.
struct SMPPLine: Sendable {
    let channel: any Channel
    let session: NIOLoopBound<SMPPSession>
    let answerMilliseconds: Int64

    /// - Throws: `.unavailable` without an answer.
    func ask(_ body: SMPPPacket.Body) async throws -> SMPPPacket {
        let answer = channel.eventLoop.makePromise(of: SMPPPacket.self)
        channel.eventLoop.execute {
            session.value.ask(body, answer, milliseconds: answerMilliseconds)
        }
        return try await answer.futureResult.get()
    }
}
