import Domain
import NIOCore
import Storage
import Synchronization

/// Where the answer to a frame goes.
enum ReplyLine: Sendable {
    case stream(NIOLoopBound<StreamSession>)
    case datagram(any Channel, SocketAddress)
    /// Who is told what became of it; nil: it was not kept.
    case told(@Sendable (ReceivedFrame.Outcome?) -> Void)

    /// Whether the answer depends on what became of the frame.
    var tellsOutcome: Bool {
        if case .told = self { true } else { false }
    }

    /// Who reports on it does so once in so many seconds.
    func expect(_ interval: Int) {
        if case .stream(let session) = self { session.value.expect(interval) }
    }

    /// Where it must be said; nil: anywhere.
    var eventLoop: (any EventLoop)? {
        switch self {
        case .stream(let session): session.eventLoop
        case .datagram(let channel, _): channel.eventLoop
        case .told: nil
        }
    }
}

/// A frame on its way to the store; a reference, as it is handed on several times.
final class WaitingFrame: Sendable {
    let frame: ReceivedFrame
    let reply: [UInt8]
    let line: ReplyLine

    init(frame: ReceivedFrame, reply: [UInt8], line: ReplyLine) {
        self.frame = frame
        self.reply = reply
        self.line = line
    }

    /// Whether it is enough for its answer that it is durable.
    var isAnsweredUnsorted: Bool {
        !line.tellsOutcome && !frame.marks.contains(.mayBeReplay)
    }
}

extension WaitingFrame {
    /// Sends the answers, with one hop to each loop, whatever the number of its frames.
    ///
    /// - Parameter outcomes: of each frame; nil: it was not kept, and is not answered.
    static func settle(_ batch: [WaitingFrame], _ outcomes: [ReceivedFrame.Outcome?]) {
        // Few loops, so that a look at each is quicker than a dictionary.
        var shares: [(loop: any EventLoop, frames: [(WaitingFrame, isAnswered: Bool)])] = []
        for (frame, outcome) in zip(batch, outcomes) {
            if case .told(let tell) = frame.line {
                tell(outcome)
            } else if let loop = frame.line.eventLoop {
                let isAnswered = outcome == .stored || outcome == .repeated
                let share = shares.firstIndex { $0.loop === loop } ?? shares.count
                if share == shares.count { shares.append((loop, [])) }
                shares[share].frames.append((frame, isAnswered))
            }
        }
        for (loop, frames) in shares {
            loop.execute {
                for (frame, isAnswered) in frames { frame.settle(isAnswered: isAnswered) }
            }
        }
    }

    /// On its loop.
    private func settle(isAnswered: Bool) {
        switch line {
        case .stream(let session): session.value.settle(isAnswered ? reply : nil)
        case .datagram(let channel, let address):
            guard isAnswered else { return }
            channel.writeAndFlush(
                AddressedEnvelope(
                    remoteAddress: address, data: channel.allocator.buffer(bytes: reply)),
                promise: nil)
        case .told: break
        }
    }
}

/// Frames that wait to be durable; bounded. One takes them at a time: an event loop while they are
/// few, or the writer.
final class AlarmQueue: Sendable {
    private enum Taker { case nobody, loop, writer }

    private struct State {
        var waiting: [WaitingFrame] = []
        var taker = Taker.nobody
        var isFinished = false
    }

    private let state = Mutex(State())
    private let depthMax: Int
    /// The writer has something to do.
    let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    enum Offer: Sendable {
        /// Who takes others takes it, too.
        case taken
        /// Nobody takes anything: a loop or the writer must be told to.
        case untaken
        /// There is no room.
        case refused
    }

    init(depthMax: Int) {
        self.depthMax = depthMax
        (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    var depth: Int { state.withLock { $0.waiting.count } }

    func offer(_ frame: WaitingFrame) -> Offer {
        state.withLock { state in
            guard state.waiting.count < depthMax, !state.isFinished else { return .refused }
            state.waiting.append(frame)
            guard state.taker == .nobody else { return .taken }
            state.taker = .loop
            return .untaken
        }
    }

    /// Has the writer take what waits.
    func handOver() {
        let isLast = state.withLock { state in
            state.taker = .writer
            return state.isFinished
        }
        wake.yield()
        if isLast { wake.finish() }
    }

    // MARK: A loop

    /// All that waits, for a loop that says when they are done; nil: too many, or one of them needs
    /// the writer.
    func few(atMost count: Int) -> [WaitingFrame]? {
        let all = state.withLock { $0.waiting.count <= count ? $0.waiting : nil }
        return all?.allSatisfy(\.isAnsweredUnsorted) == true ? all : nil
    }

    /// Frames of a loop are done with.
    ///
    /// - Returns: whether others came meanwhile, which the loop must take.
    func done(_ count: Int) -> Bool {
        let (isMore, isLast) = state.withLock { state in
            state.waiting.removeFirst(count)
            let isMore = !state.isFinished && !state.waiting.isEmpty
            if !isMore { state.taker = .nobody }
            return (isMore, state.isFinished)
        }
        if isLast { wake.finish() }
        return isMore
    }

    // MARK: The writer

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

    /// Nothing more is taken in; the writer takes the rest once no loop does.
    func finish() {
        let isFree = state.withLock { state in
            state.isFinished = true
            return state.taker != .loop
        }
        if isFree { wake.finish() }
    }
}

/// Frames that are durable and not sorted.
final class UnsortedFrames: Sendable {
    private struct State {
        /// More than none while that is not known.
        var count = 0
        var since = ContinuousClock.now
    }

    private let state = Mutex(State())

    var count: Int { state.withLock { $0.count } }

    /// Whether the first of them waits so long.
    func isDue(_ pause: Duration) -> Bool {
        state.withLock { $0.count > 0 && .now - $0.since >= pause }
    }

    /// - Returns: whether there were none.
    @discardableResult
    func add(_ count: Int) -> Bool {
        state.withLock { state in
            let isFirst = state.count == 0
            if isFirst { state.since = .now }
            state.count += count
            return isFirst
        }
    }

    /// Some were sorted, or tried.
    ///
    /// - Parameter isMoreLeft: what an earlier process left is not counted, so the store says it.
    func remove(_ count: Int, isMoreLeft: Bool) {
        state.withLock { state in
            state.since = .now
            state.count = max(isMoreLeft ? 1 : 0, state.count - count)
        }
    }
}
