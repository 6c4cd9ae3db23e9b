import Domain
import NIOCore
import Storage
import Synchronization

/// Where the answer to a frame goes.
enum ReplyLine: Sendable {
    case stream(DeviceLoop, StreamSession.Place)
    case datagram(DeviceLoop, SocketAddress)
    /// Who is told what became of it; nil: it was not kept.
    case told(@Sendable (ReceivedFrame.Outcome?) -> Void)

    /// Whether the answer depends on what became of the frame.
    var tellsOutcome: Bool {
        if case .told = self { true } else { false }
    }

    /// Who says it; nil: anybody.
    var loop: DeviceLoop? {
        switch self {
        case .stream(let loop, _), .datagram(let loop, _): loop
        case .told: nil
        }
    }
}

/// A frame on its way to the store; a reference, as it is handed on several times.
final class WaitingFrame: Sendable {
    /// What the store is given.
    enum Content: Sendable {
        /// For its answer it is enough that it is durable.
        case record(FrameRecord)
        /// The answer depends on what became of it.
        case frame(ReceivedFrame)
    }

    let content: Content
    let reply: [UInt8]
    let line: ReplyLine

    init(frame: ReceivedFrame, reply: [UInt8], line: ReplyLine) {
        let needsOutcome = line.tellsOutcome || frame.marks.contains(.mayBeReplay)
        content = needsOutcome ? .frame(frame) : .record(FrameRecord(frame))
        self.reply = reply
        self.line = line
    }

    var record: FrameRecord? { if case .record(let record) = content { record } else { nil } }
    var frame: ReceivedFrame? { if case .frame(let frame) = content { frame } else { nil } }
}

extension WaitingFrame {
    /// Has the answers sent, with one hop to each loop, whatever the number of its frames.
    ///
    /// - Parameter outcomes: of each frame; nil: it was not kept, and is not answered.
    static func settle(_ batch: [WaitingFrame], _ outcomes: [ReceivedFrame.Outcome?]) {
        // Few loops, so that a look at each is quicker than a dictionary.
        var shares: [(loop: DeviceLoop, settled: [DeviceLoop.Settled])] = []
        for (frame, outcome) in zip(batch, outcomes) {
            if case .told(let tell) = frame.line {
                tell(outcome)
            } else if let loop = frame.line.loop {
                let isAnswered = outcome == .stored || outcome == .repeated
                let share = shares.firstIndex { $0.loop === loop } ?? shares.count
                if share == shares.count { shares.append((loop, [])) }
                shares[share].settled.append((frame, isAnswered))
            }
        }
        for (loop, settled) in shares { loop.settle(settled) }
    }
}

/// Frames that wait to be durable; bounded. One takes them at a time: a loop, or the writer.
///
/// Devices whose frames became durable together say what they say next nearly together, too. So for
/// a moment after a commit as many frames are gathered as were answered by it: each commit costs the
/// same, however many share it.
final class AlarmQueue: Sendable {
    private enum Taker {
        case nobody
        /// A loop waits for more.
        case gathering
        case loop, writer
    }

    private struct State {
        var waiting: [WaitingFrame] = []
        var taker = Taker.nobody
        /// So many frames are worth a commit before this moment.
        var wanted = 0
        var gathersUntil = NIODeadline.distantPast
        var isFinished = false

        /// Whether what waits is to be taken at once.
        func isRipe(at now: NIODeadline) -> Bool {
            waiting.count >= wanted || gathersUntil <= now
        }
    }

    /// What a loop does next.
    enum Turn: Sendable {
        /// Others take what waits, or nothing does.
        case idle
        case commit
        case gather(until: NIODeadline)

        var isIdle: Bool { if case .idle = self { true } else { false } }
    }

    private let state = Mutex(State())
    private let limits: ReceptionLimits
    /// The writer has something to do.
    let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    init(_ limits: ReceptionLimits) {
        self.limits = limits
        (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    var depth: Int { state.withLock { $0.waiting.count } }

    /// Takes frames in, the first ones as far as there is room.
    ///
    /// - Returns: how many.
    private func takeIn(_ frames: [WaitingFrame], _ state: inout State) -> Int {
        let room = state.isFinished ? 0 : limits.queueDepthMax - state.waiting.count
        let taken = frames.prefix(max(0, room))
        state.waiting += taken
        return taken.count
    }

    // MARK: A loop

    /// Takes frames of a loop in, as far as there is room.
    ///
    /// - Returns: how many, the first ones, and what the loop does next.
    func offer(_ frames: [WaitingFrame], at now: NIODeadline) -> (taken: Int, Turn) {
        state.withLock { state in
            let taken = takeIn(frames, &state)
            switch state.taker {
            case .loop, .writer: return (taken, .idle)
            case .gathering:
                guard state.isRipe(at: now) else { return (taken, .idle) }
                state.taker = .loop
                return (taken, .commit)
            case .nobody:
                if taken == 0 { return (0, .idle) }
                return (taken, turn(at: now, &state))
            }
        }
    }

    /// The moment is over until which a loop gathers.
    func gatherNoMore() -> Turn {
        state.withLock { state in
            guard state.taker == .gathering else { return .idle }
            state.taker = .loop
            return .commit
        }
    }

    private func turn(at now: NIODeadline, _ state: inout State) -> Turn {
        let isRipe = state.isRipe(at: now)
        state.taker = isRipe ? .loop : .gathering
        return isRipe ? .commit : .gather(until: state.gathersUntil)
    }

    /// All that waits, for a loop that makes it durable and says that it is done; nil: too many.
    func few() -> [WaitingFrame]? {
        state.withLock { $0.waiting.count <= limits.committedOnLoopMax ? $0.waiting : nil }
    }

    /// A loop has done so with the first of what waits.
    ///
    /// - Returns: what it does next, when it has sent the answers.
    func done(_ count: Int, at now: NIODeadline) -> Turn {
        state.withLock { state in
            state.wanted = min(state.waiting.count, limits.gatheredMax)
            state.gathersUntil = now + TimeAmount(limits.gatherPause)
            state.waiting.removeFirst(count)
            if state.waiting.isEmpty {
                state.taker = .nobody
                return .idle
            }
            return turn(at: now, &state)
        }
    }

    // MARK: The writer

    /// Takes a frame in of which no loop knows.
    ///
    /// - Returns: whether there was room.
    func offer(_ frame: WaitingFrame) -> Bool {
        let isTaken = state.withLock { state in
            guard takeIn([frame], &state) > 0 else { return false }
            if state.taker != .loop { state.taker = .writer }
            return true
        }
        if isTaken { wake.yield() }
        return isTaken
    }

    /// Has the writer take what waits.
    func handOver() {
        state.withLock { $0.taker = .writer }
        wake.yield()
    }

    var isHandedOver: Bool { state.withLock { $0.taker == .writer } }

    /// All that waits, the oldest first, at most so many.
    func take(atMost count: Int) -> [WaitingFrame] {
        state.withLock { state in
            if state.waiting.isEmpty { state.taker = .nobody }
            if state.waiting.count <= count {
                let all = state.waiting
                state.waiting = []
                return all
            }
            let some = Array(state.waiting.prefix(count))
            state.waiting.removeFirst(count)
            return some
        }
    }

    /// Wakes the writer.
    func poke() { wake.yield() }

    /// Nothing more is taken in, and no loop takes anything; the writer takes the rest.
    func finish() {
        state.withLock { $0.isFinished = true }
        wake.finish()
    }
}
