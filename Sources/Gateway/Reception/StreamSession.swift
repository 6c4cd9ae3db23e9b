import NIOCore
import Wire

/// One TCP connection of a device; used on the thread of its loop alone.
///
/// It is never closed after an answer: devices that keep it open expect it to stay (PROTOCOLS.md
/// 1.4).
final class StreamSession {
    /// Where a loop has it; the same is never used for another one.
    struct Place: Sendable, Hashable {
        let slot: UInt32
        let serial: UInt32

        init(slot: Int, serial: UInt32) {
            self.slot = UInt32(slot)
            self.serial = serial
        }

        init(tag: UInt64) {
            slot = UInt32(truncatingIfNeeded: tag)
            serial = UInt32(truncatingIfNeeded: tag >> 32)
        }

        var tag: UInt64 { UInt64(serial) << 32 | UInt64(slot) }
    }

    let descriptor: CInt
    let source: String
    let place: Place
    /// What its loop waits for.
    var awaited: Poller.Interest = []
    /// Frames that wait for the store.
    var unanswered = 0
    private(set) var splitter = FrameSplitter()
    /// What the device has not taken yet.
    private var unsent: [UInt8] = []
    private var heardAt: NIODeadline
    /// So long nothing need be read of who reports on it.
    private var silenceExpected = TimeAmount.zero
    /// The device has said all; it may still wait for its answers.
    private var isEnded = false
    /// Nothing more can be read.
    private var isBroken = false

    init(descriptor: CInt, source: String, place: Place, at now: NIODeadline) {
        self.descriptor = descriptor
        self.source = source
        self.place = place
        heardAt = now
    }

    // MARK: Reading

    /// Reads once, and gives what has come.
    func read(
        into buffer: inout [UInt8], at now: NIODeadline, each: (FrameSplitter.Piece) -> Void
    ) {
        switch Sockets.read(descriptor, into: &buffer) {
        case .bytes(let count):
            heardAt = now
            splitter.split(buffer.span.extracting(0..<count), each: each)
        case .ended: finish(each: each)
        case .nothing: break
        // A device that tears its connection is no fault of ours.
        case .broken: isBroken = true
        }
    }

    /// Gives what is left, as nothing more comes.
    func finish(each: (FrameSplitter.Piece) -> Void) {
        guard !isEnded else { return }
        isEnded = true
        splitter.finish(each: each)
    }

    /// A device that reports on it does so in an interval of seconds, of which it may miss one.
    func expect(_ interval: Int) {
        silenceExpected = max(silenceExpected, .seconds(Int64(interval) * 2))
    }

    /// Whether nothing was heard for too long.
    func isSilent(_ silence: TimeAmount, at now: NIODeadline) -> Bool {
        heardAt + max(silence, silenceExpected) <= now
    }

    // MARK: Writing

    /// - Returns: whether nothing else waited to be sent.
    func add(_ reply: [UInt8]) -> Bool {
        defer { unsent += reply }
        return unsent.isEmpty
    }

    /// Sends what the device takes.
    func flush() {
        guard !unsent.isEmpty else { return }
        guard let count = Sockets.write(descriptor, unsent) else { return lose() }
        // Its memory is given back, as a million devices say nothing most of the time.
        if count == unsent.count { unsent = [] } else { unsent.removeFirst(count) }
    }

    /// The device is gone, and takes no answer; what it said before is still read.
    func lose() { unsent = [] }

    // MARK: Its state

    func interest(_ limits: ReceptionLimits) -> Poller.Interest {
        var interest = Poller.Interest()
        if !isEnded, unanswered < limits.unansweredMax, unsent.count < limits.unsentBytesMax {
            interest.insert(.reading)
        }
        if !unsent.isEmpty { interest.insert(.writing) }
        return interest
    }

    func isDone(_ limits: ReceptionLimits) -> Bool {
        isBroken || splitter.strayBytesTotal > limits.strayBytesMax
            || isEnded && unanswered == 0 && unsent.isEmpty
    }
}
