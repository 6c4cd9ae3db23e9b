import NIOCore
import Wire

/// One TCP connection of a device; used on its event loop alone.
///
/// It is never closed after an answer: devices that keep it open expect it to stay (PROTOCOLS.md
/// 1.4).
final class StreamSession: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let reception: Reception
    private let source: String
    private let sweep: IdleSweep
    /// When something was last read.
    private(set) var heardAt = NIODeadline.now()
    /// So long nothing need be read of who reports on it.
    private(set) var silenceExpected = TimeAmount.zero
    private var splitter = FrameSplitter()
    /// Frames that wait for the store.
    private var unanswered = 0
    private var isPaused = false
    private var isEnded = false
    private var context: ChannelHandlerContext?

    init(reception: Reception, source: String, sweep: IdleSweep) {
        self.reception = reception
        self.source = source
        self.sweep = sweep
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        sweep.add(self)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        sweep.remove(self)
        reception.leave(source)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        heardAt = .now()
        var pieces: [FrameSplitter.Piece] = []
        splitter.split(Array(unwrapInboundIn(data).readableBytesView)) { pieces.append($0) }
        take(pieces, context)
    }

    func channelReadComplete(context: ChannelHandlerContext) { context.flush() }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed:
            // The device has said all; it may still wait for its answers.
            finish(context)
            context.flush()
            if unanswered == 0 { context.close(promise: nil) }
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        finish(context)
        context.fireChannelInactive()
    }

    /// A device that tears its connection is no fault of ours.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// A device that reports on it does so in an interval of seconds, of which it may miss one.
    func expect(_ interval: Int) {
        silenceExpected = max(silenceExpected, .seconds(Int64(interval) * 2))
    }

    /// Nothing was heard for too long.
    func end() { context?.close(promise: nil) }

    /// What became of a frame that waited: its answer, or nil when it was not kept.
    func settle(_ reply: [UInt8]?) {
        unanswered -= 1
        guard let context else { return }
        if let reply { write(reply, context) }
        context.flush()
        if isEnded {
            if unanswered == 0 { context.close(promise: nil) }
        } else if isPaused, unanswered < reception.limits.unansweredMax {
            isPaused = false
            context.channel.setOption(.autoRead, value: true).whenFailure { _ in }
        }
    }

    private func finish(_ context: ChannelHandlerContext) {
        guard !isEnded else { return }
        isEnded = true
        var pieces: [FrameSplitter.Piece] = []
        splitter.finish { pieces.append($0) }
        take(pieces, context)
    }

    private func take(_ pieces: [FrameSplitter.Piece], _ context: ChannelHandlerContext) {
        for piece in pieces {
            let line = ReplyLine.stream(NIOLoopBound(self, eventLoop: context.eventLoop))
            switch reception.take(piece, between: splitter.used, from: source, line) {
            case .answer(let reply): write(reply, context)
            case .waiting: unanswered += 1
            case .nothing: break
            }
        }
        if splitter.strayBytesTotal > reception.limits.strayBytesMax {
            context.close(promise: nil)
        } else if !isPaused, unanswered >= reception.limits.unansweredMax {
            isPaused = true
            context.channel.setOption(.autoRead, value: false).whenFailure { _ in }
        }
    }

    private func write(_ reply: [UInt8], _ context: ChannelHandlerContext) {
        context.write(
            wrapOutboundOut(context.channel.allocator.buffer(bytes: reply)), promise: nil)
    }
}

/// Datagrams of all devices; each holds whole frames.
final class DatagramSession: ChannelInboundHandler {
    typealias InboundIn = AddressedEnvelope<ByteBuffer>
    typealias OutboundOut = AddressedEnvelope<ByteBuffer>

    private let reception: Reception

    init(reception: Reception) { self.reception = reception }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let envelope = unwrapInboundIn(data)
        let address = envelope.remoteAddress
        var pieces: [FrameSplitter.Piece] = []
        let bytes = Array(envelope.data.readableBytesView)
        let between = FrameSplitter.datagram(bytes.span) { pieces.append($0) }
        for piece in pieces {
            let line = ReplyLine.datagram(context.channel, address)
            let source = address.ipAddress ?? ""
            let step = reception.take(piece, between: between, from: source, line)
            if case .answer(let reply) = step {
                context.write(
                    wrapOutboundOut(
                        AddressedEnvelope(
                            remoteAddress: address,
                            data: context.channel.allocator.buffer(bytes: reply))), promise: nil)
            }
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) { context.flush() }

    /// What cannot be delivered is asked for again by its device.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {}
}
