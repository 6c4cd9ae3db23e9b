import Domain
import Logging
import NIOCore
import Storage
import Synchronization
import Wire

/// What all connections of a receiver share: judge, queue, counts.
final class Reception: Sendable {
    enum Step: Sendable {
        /// Leaves at once.
        case answer([UInt8])
        /// Is to be offered, and is answered when it is committed.
        case waiting(WaitingFrame)
        case nothing
    }

    let limits: ReceptionLimits
    let directory: AlarmDirectory
    let queue: AlarmQueue
    let unsorted: UnsortedFrames
    let refusals: RefusalKeeper
    let counter = ReceptionCounter()
    let clockWatch: ClockWatch
    private let judge: FrameJudge
    let loopWriter: LoopWriter
    private let clock: @Sendable () -> Instant
    private let open = Mutex<(total: Int, byAddress: [String: Int])>((0, [:]))

    init(
        directory: AlarmDirectory, limits: ReceptionLimits, store: AlarmStore, logger: Logger,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.limits = limits
        self.directory = directory
        self.clock = clock
        queue = AlarmQueue(limits)
        unsorted = UnsortedFrames(limits)
        refusals = RefusalKeeper(heldMax: limits.refusalsHeldMax)
        clockWatch = ClockWatch(stepSecondsMax: limits.clockStepSecondsMax)
        judge = FrameJudge(directory: directory, limits: limits, clock: clockWatch)
        loopWriter = LoopWriter(
            queue: queue, store: store, unsorted: unsorted, counter: counter, limits: limits,
            logger: logger)
    }

    /// - Parameters:
    ///   - between: what stood between the frames of its connection.
    ///   - others: so many frames are to be offered before it.
    /// - Returns: what is to be done, and in which interval, in seconds, its device reports.
    func take(
        _ piece: FrameSplitter.Piece, between: DC09Tolerance, from source: String,
        _ line: ReplyLine, behind others: Int
    ) -> (step: Step, interval: Int?) {
        switch piece {
        case .stray(let bytes):
            counter.add(\.refused)
            refusals.add(judge.stray(bytes, from: source, at: clock()))
            return (.nothing, nil)
        case .frame(let bytes):
            counter.add(\.frames)
            switch judge.judge(bytes, between: between, from: source, at: clock()) {
            case .heartbeat(let reply, let interval):
                guard queue.depth + others <= limits.heartbeatDepthMax else {
                    counter.add(\.heartbeatsDropped)
                    return (.nothing, interval)
                }
                counter.add(\.heartbeats)
                return (.answer(reply), interval)
            case .event(let frame, let reply, let interval):
                return (.waiting(WaitingFrame(frame: frame, reply: reply, line: line)), interval)
            case .refused(let frame, let reply):
                counter.add(\.refused)
                refusals.add(frame)
                return (reply.map { .answer($0) } ?? .nothing, nil)
            case .answer: return (.nothing, nil)
            }
        }
    }

    /// Takes frames of a loop into the queue as far as there is room; the others are told so.
    ///
    /// - Returns: what the loop does next.
    func offer(_ frames: [WaitingFrame], at now: NIODeadline) -> AlarmQueue.Turn {
        let (taken, turn) = queue.offer(frames, at: now)
        if taken < frames.count {
            let refused = Array(frames.dropFirst(taken))
            counter.add(\.overflowed, refused.count)
            WaitingFrame.settle(refused, refused.map { _ in nil })
        }
        return turn
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
            guard !queue.offer(WaitingFrame(frame: frame, reply: [], line: line)) else { return }
            counter.add(\.overflowed)
            tell(.unkept)
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
    func refuseReplay(_ frame: ReceivedFrame) {
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
