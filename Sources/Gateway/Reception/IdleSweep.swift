import NIOCore

/// Ends connections on which nothing was read for longer than their device may be silent: one timer
/// for all of an event loop, as each of a million devices would need its own otherwise.
///
/// Used on its event loop alone.
final class IdleSweep {
    private let silence: TimeAmount
    private var sessions: [ObjectIdentifier: StreamSession] = [:]

    init(silence: TimeAmount) { self.silence = silence }

    func add(_ session: StreamSession) { sessions[ObjectIdentifier(session)] = session }

    func remove(_ session: StreamSession) { sessions[ObjectIdentifier(session)] = nil }

    func run() {
        let now = NIODeadline.now()
        for session in sessions.values
        where session.heardAt + max(silence, session.silenceExpected) <= now {
            session.end()
        }
    }
}

/// The sweep of each event loop.
struct IdleSweeps: Sendable {
    private let byLoop: [ObjectIdentifier: NIOLoopBoundBox<IdleSweep>]
    private let timers: [RepeatedTask]

    /// How late a connection may be ended, as a part of the silence.
    private static let part: Int64 = 20

    init(of group: some EventLoopGroup, seconds: Int64) {
        let silence = TimeAmount.seconds(seconds)
        let pause = TimeAmount.nanoseconds(silence.nanoseconds / Self.part)
        var byLoop: [ObjectIdentifier: NIOLoopBoundBox<IdleSweep>] = [:]
        var timers: [RepeatedTask] = []
        for loop in group.makeIterator() {
            let sweep = NIOLoopBoundBox.makeBoxSendingValue(
                IdleSweep(silence: silence), eventLoop: loop)
            byLoop[ObjectIdentifier(loop)] = sweep
            timers.append(
                loop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in
                    sweep.value.run()
                })
        }
        self.byLoop = byLoop
        self.timers = timers
    }

    func end() { for timer in timers { timer.cancel() } }

    subscript(loop: any EventLoop) -> IdleSweep {
        guard let sweep = byLoop[ObjectIdentifier(loop)] else {
            preconditionFailure("a connection is on a loop of the group")
        }
        return sweep.value
    }
}
