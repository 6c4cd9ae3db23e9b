import Domain
import Logging
import Storage
import Synchronization
import Wire

/// What all connections of a receiver share: judge, queue, counts.
final class Reception: Sendable {
    enum Step: Sendable {
        /// Leaves at once.
        case answer([UInt8])
        /// Is answered when it is committed.
        case waiting
        case nothing
    }

    let limits: ReceptionLimits
    let directory: AlarmDirectory
    let queue: AlarmQueue
    let unsorted = UnsortedFrames()
    let refusals: RefusalKeeper
    let counter = ReceptionCounter()
    let clockWatch: ClockWatch
    private let judge: FrameJudge
    private let loopWriter: LoopWriter
    private let clock: @Sendable () -> Instant
    private let open = Mutex<(total: Int, byAddress: [String: Int])>((0, [:]))

    init(
        directory: AlarmDirectory, limits: ReceptionLimits, store: AlarmStore, logger: Logger,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.limits = limits
        self.directory = directory
        self.clock = clock
        queue = AlarmQueue(depthMax: limits.queueDepthMax)
        refusals = RefusalKeeper(heldMax: limits.refusalsHeldMax)
        clockWatch = ClockWatch(stepSecondsMax: limits.clockStepSecondsMax)
        judge = FrameJudge(directory: directory, limits: limits, clock: clockWatch)
        loopWriter = LoopWriter(
            queue: queue, store: store, unsorted: unsorted, counter: counter, limits: limits,
            logger: logger)
    }

    /// - Parameter between: what stood between the frames of its connection.
    func take(
        _ piece: FrameSplitter.Piece, between: DC09Tolerance, from source: String,
        _ line: ReplyLine
    ) -> Step {
        switch piece {
        case .stray(let bytes):
            counter.add(\.refused)
            refusals.add(judge.stray(bytes, from: source, at: clock()))
            return .nothing
        case .frame(let bytes):
            counter.add(\.frames)
            return take(
                judge.judge(bytes, between: between, from: source, at: clock()), line)
        }
    }

    private func take(_ verdict: FrameVerdict, _ line: ReplyLine) -> Step {
        switch verdict {
        case .heartbeat(let reply, let interval):
            line.expect(interval)
            guard queue.depth <= limits.heartbeatDepthMax else {
                counter.add(\.heartbeatsDropped)
                return .nothing
            }
            counter.add(\.heartbeats)
            return .answer(reply)
        case .event(let frame, let reply, let interval):
            line.expect(interval)
            return wait(WaitingFrame(frame: frame, reply: reply, line: line)) ? .waiting : .nothing
        case .refused(let frame, let reply):
            counter.add(\.refused)
            refusals.add(frame)
            return reply.map { .answer($0) } ?? .nothing
        case .answer: return .nothing
        }
    }

    /// Returns whether there was room.
    private func wait(_ frame: WaitingFrame) -> Bool {
        switch queue.offer(frame) {
        case .taken: return true
        case .untaken:
            loopWriter.begin(frame)
            return true
        case .refused:
            counter.add(\.overflowed)
            return false
        }
    }

    /// Takes an event that a device says as JSON; what becomes of it is told once, perhaps later.
    func take(
        event bytes: [UInt8], of known: AlarmDirectory.Known, from source: String,
        tell: @escaping @Sendable (EventOutcome) -> Void
    ) {
        counter.add(\.frames)
        switch judge.judge(event: bytes, of: known, from: source, at: clock()) {
        case .success(nil):
            counter.add(\.heartbeats)
            tell(.heartbeat)
        case .success(let frame?):
            let line = ReplyLine.told { tell(EventOutcome($0)) }
            if !wait(WaitingFrame(frame: frame, reply: [], line: line)) { tell(.unkept) }
        case .failure(let refused):
            counter.add(\.refused)
            refusals.add(refused.frame)
            tell(.refused(reason: refused.frame.reason, message: refused.frame.message))
        }
    }

    /// Keeps what nobody is known for.
    func refuse(_ frame: RefusedFrame) {
        counter.add(\.refused)
        refusals.add(frame)
    }

    /// An old frame that was sent again.
    func refuseReplay(_ waiting: WaitingFrame) {
        let frame = waiting.frame
        refuse(
            RefusedFrame(
                ward: frame.ward, receivedAt: frame.receivedAt, source: "",
                number: directory.number(of: frame.account), reason: "replay",
                message:
                    "Bản tin mã hóa cũ được gửi lại nguyên văn nên không nhận. Nếu đồng hồ của thiết bị đứng yên, hãy sửa đồng hồ.",
                raw: frame.raw))
    }

    /// Whose token it is.
    func known(token: String) -> AlarmDirectory.Known? {
        directory.known(tokenDigest: AlarmToken.digest(token), at: clock())
    }

    var now: Instant { clock() }

    /// Whether another connection of this address may stay.
    func admit(_ address: String) -> Bool {
        let isIn = open.withLock { open in
            let ofAddress = open.byAddress[address] ?? 0
            guard open.total < limits.connectionsMax, ofAddress < limits.connectionsPerAddressMax
            else { return false }
            open.total += 1
            open.byAddress[address] = ofAddress + 1
            return true
        }
        counter.add(isIn ? \.connections : \.connectionsRefused)
        return isIn
    }

    func leave(_ address: String) {
        open.withLock { open in
            open.total -= 1
            let left = (open.byAddress[address] ?? 1) - 1
            open.byAddress[address] = left > 0 ? left : nil
        }
    }
}
