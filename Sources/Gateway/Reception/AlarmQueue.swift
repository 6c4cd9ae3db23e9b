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

/// Frames that wait for the writer; bounded.
final class AlarmQueue: Sendable {
    private let waiting = Mutex<[WaitingFrame]>([])
    private let depthMax: Int
    /// Something was put in.
    let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    init(depthMax: Int) {
        self.depthMax = depthMax
        (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    var depth: Int { waiting.withLock { $0.count } }

    /// Returns whether there was room.
    func offer(_ frame: WaitingFrame) -> Bool {
        let isIn = waiting.withLock { waiting in
            guard waiting.count < depthMax else { return false }
            waiting.append(frame)
            return true
        }
        if isIn { wake.yield() }
        return isIn
    }

    /// All that waits, the oldest first, at most so many.
    func take(atMost count: Int) -> [WaitingFrame] {
        waiting.withLock { waiting in
            if waiting.count <= count {
                let all = waiting
                waiting = []
                return all
            }
            let some = Array(waiting.prefix(count))
            waiting.removeFirst(count)
            return some
        }
    }

    /// Wakes the writer.
    func poke() { wake.yield() }

    /// Nothing more will be put in.
    func finish() { wake.finish() }
}
