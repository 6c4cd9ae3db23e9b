import Foundation
import Logging
import NIOCore
import Synchronization

/// A thread that listens for devices, reads what they say and answers them; one for each processor.
///
/// Beside those of the pages: what is sent to hundreds of desks must not keep devices waiting.
final class DeviceLoop: Sendable {
    /// A frame, and whether it is to be answered.
    typealias Settled = (frame: WaitingFrame, isAnswered: Bool)

    enum Stage: Sendable { case receiving, answering, ended }

    private struct Mail {
        var settled: [Settled] = []
        var stage = Stage.receiving
        /// The thread waits for devices, and must be woken.
        var isAsleep = false
    }

    private let mail = Mutex(Mail())
    private let poller: Poller
    private let doors: DeviceRounds.Doors
    private let stopped = Moment()
    private let ended = Moment()

    /// - Parameter doors: listening sockets, which are the loop's once it is started.
    init(_ doors: DeviceRounds.Doors) throws {
        self.doors = doors
        poller = try Poller()
        try doors.open(poller)
    }

    func start(_ reception: Reception, logger: Logger) {
        let thread = Thread { [self] in
            DeviceRounds(
                loop: self, poller: poller, doors: doors, reception: reception, logger: logger
            ).run()
            ended.come()
        }
        thread.name = "devices"
        thread.start()
    }

    /// Has answers sent; on any thread.
    func settle(_ settled: [Settled]) { post { $0.settled += settled } }

    /// Takes nothing more from devices; what was taken is still answered.
    func stopReading() async {
        post { $0.stage = .answering }
        await stopped.wait()
    }

    /// Closes all connections.
    func end() async {
        post { $0.stage = .ended }
        await ended.wait()
    }

    private func post(_ change: (inout Mail) -> Void) {
        let isAsleep = mail.withLock { mail in
            guard mail.stage != .ended else { return false }
            change(&mail)
            defer { mail.isAsleep = false }
            return mail.isAsleep
        }
        if isAsleep { poller.ring() }
    }

    /// Its thread reads nothing more.
    func hasStopped() { stopped.come() }

    /// Its thread waits no more, so that nobody need ring for it.
    func wake() { mail.withLock { $0.isAsleep = false } }

    /// What was posted, for its thread, which sleeps next if that is nothing.
    func take(maySleep: Bool) -> (settled: [Settled], stage: Stage) {
        mail.withLock { mail in
            mail.isAsleep = mail.settled.isEmpty && maySleep
            defer { mail.settled = [] }
            return (mail.settled, mail.stage)
        }
    }
}

/// Something that comes once.
private struct Moment: Sendable {
    private let coming: AsyncStream<Never>
    private let end: AsyncStream<Never>.Continuation

    init() { (coming, end) = AsyncStream.makeStream() }

    func come() { end.finish() }

    /// Also in a task that was cancelled.
    func wait() async { await Task { for await _ in coming {} }.value }
}
