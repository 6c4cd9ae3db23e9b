import NIOCore
import NIOPosix
import Wire

/// What a device knows when its connection is gone.
struct FleetMemory: Sendable {
    let number: String
    var sequence = 0
    var zone = 0
    /// Sent, and not yet answered.
    var sent: FleetDevice.Sent?
    var waiting: [FleetDevice.Kind] = []
    var isBack = false
}

/// One simulated device on its connection: sends a message, waits for its answer, sends the next.
final class FleetDevice: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    enum Kind {
        case heartbeat, alarm, fault

        var path: WritableKeyPath<FleetReport, FleetReport.Kind> {
            switch self {
            case .heartbeat: \.heartbeats
            case .alarm: \.alarms
            case .fault: \.faults
            }
        }
    }

    struct Sent {
        let kind: Kind
        let draft: DC09Draft
        var at: NIODeadline
        var attempts = 1
    }

    private let plan: FleetPlan
    private var memory: FleetMemory
    private let fleet: AlarmFleet
    private var splitter = FrameSplitter()
    private var sent: Sent? {
        get { memory.sent }
        set { memory.sent = newValue }
    }
    private var timeout: Scheduled<Void>?
    private var isEnding = false
    private var isDropped = false
    private var context: ChannelHandlerContext?

    init(plan: FleetPlan, memory: FleetMemory, fleet: AlarmFleet) {
        self.plan = plan
        self.memory = memory
        self.fleet = fleet
    }

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        fleet.note { $0.connections += 1 }
        let device = NIOLoopBound(self, eventLoop: context.eventLoop)
        // Devices do not beat together, unless they were started together.
        let beat = Int64(plan.heartbeatSeconds) * 1000
        context.eventLoop.scheduleRepeatedTask(
            initialDelay: .milliseconds(Int64.random(in: 0...beat)), delay: .milliseconds(beat)
        ) { task in
            if device.value.isEnding { task.cancel() } else { device.value.say(.heartbeat) }
        }
        scheduleEvent(.alarm, plan.alarmsPerSecond, context)
        scheduleEvent(.fault, plan.faultsPerSecond, context)
        guard memory.isBack else { return }
        // What was under way goes first, then the device says that it is there.
        if let last = sent {
            fleet.note { $0.repeated += 1 }
            write(last.draft)
        }
        say(.heartbeat)
    }

    func channelInactive(context: ChannelHandlerContext) {
        self.context = nil
        timeout?.cancel()
        if !isDropped, sent != nil || !memory.waiting.isEmpty { fleet.note { $0.lost += 1 } }
        if !isEnding { fleet.note { $0.connectionFailures += 1 } }
        isEnding = true
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var pieces: [FrameSplitter.Piece] = []
        splitter.split(Array(unwrapInboundIn(data).readableBytesView)) { pieces.append($0) }
        for piece in pieces {
            switch piece {
            case .frame(let bytes): judge(bytes)
            case .stray: fleet.note { $0.wrong += 1 }
            }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// Loses its connection, and says what it knows.
    func drop() -> FleetMemory {
        isDropped = true
        isEnding = true
        timeout?.cancel()
        context?.close(promise: nil)
        memory.isBack = true
        return memory
    }

    /// Says nothing more, and closes when the last answer is there.
    func end() {
        isEnding = true
        memory.waiting = []
        if sent == nil { context?.close(promise: nil) }
    }

    /// The next of events that come by chance, at a mean rate.
    private func scheduleEvent(_ kind: Kind, _ rate: Double, _ context: ChannelHandlerContext) {
        guard rate > 0, !isEnding else { return }
        let mean = Double(plan.devices) / rate * 1000
        let pause = -mean * Double.random(in: 0.000_1..<1).logarithm
        let device = NIOLoopBound(self, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: .milliseconds(Int64(pause))) {
            let device = device.value
            guard !device.isEnding, let context = device.context else { return }
            device.say(kind)
            device.scheduleEvent(kind, rate, context)
        }
    }

    private func say(_ kind: Kind) {
        memory.waiting.append(kind)
        sendNext()
    }

    private func sendNext() {
        guard sent == nil, !memory.waiting.isEmpty else { return }
        let kind = memory.waiting.removeFirst()
        memory.sequence = memory.sequence % 9_999 + 1
        memory.zone = memory.zone % 999 + 1
        let (number, zone, sequence) = (memory.number, memory.zone, memory.sequence)
        let draft: DC09Draft =
            switch kind {
            case .heartbeat: .null(account: number)
            case .alarm: .contactID(110, zone: zone, sequence: sequence, account: number)
            case .fault: .contactID(300, zone: zone, sequence: sequence, account: number)
            }
        fleet.note { $0[keyPath: kind.path].sent += 1 }
        sent = Sent(kind: kind, draft: draft, at: .now())
        write(draft)
    }

    private func write(_ draft: DC09Draft) {
        guard let context else { return }
        context.writeAndFlush(
            wrapOutboundOut(context.channel.allocator.buffer(bytes: draft.bytes())), promise: nil)
        let device = NIOLoopBound(self, eventLoop: context.eventLoop)
        timeout = context.eventLoop.scheduleTask(
            in: .seconds(Int64(plan.answerSecondsMax))
        ) { device.value.repeatLast() }
    }

    private func repeatLast() {
        guard var last = sent else { return }
        if last.attempts >= plan.attemptsMax {
            fleet.note { $0.lost += 1 }
            done()
            return
        }
        last.attempts += 1
        sent = last
        fleet.note { $0.repeated += 1 }
        write(last.draft)
    }

    private func judge(_ bytes: [UInt8]) {
        guard let last = sent else {
            // The answer to a message that was sent twice may come twice.
            return
        }
        let outcome = last.draft.outcome(bytes)
        let took = Double((NIODeadline.now() - last.at).nanoseconds) / 1_000_000
        switch outcome {
        case .acknowledged:
            fleet.note { report in
                report[keyPath: last.kind.path].acknowledged += 1
                report[keyPath: last.kind.path].latencies.append(took)
            }
        case .notUnderstood: fleet.note { $0.notUnderstood += 1 }
        case .clockWrong: fleet.note { $0.clockWrong += 1 }
        case .wrong:
            if last.attempts == 1 { fleet.note { $0.wrong += 1 } }
            return
        }
        done()
    }

    private func done() {
        timeout?.cancel()
        sent = nil
        if isEnding { context?.close(promise: nil) } else { sendNext() }
    }
}
