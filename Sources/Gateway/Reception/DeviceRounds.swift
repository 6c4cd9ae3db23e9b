import Logging
import NIOCore
import Wire

/// What a loop does on its thread, round after round: answer → wait → read → make durable.
final class DeviceRounds {
    /// Listening sockets; nil: none of the kind.
    struct Doors: Sendable {
        var stream: CInt?
        var datagrams: CInt?

        func open(_ poller: Poller) throws {
            try stream.map { try poller.add($0, .reading, tag: streamTag) }
            try datagrams.map { try poller.add($0, .reading, tag: datagramTag) }
        }
    }

    private let loop: DeviceLoop
    private let poller: Poller
    private let reception: Reception
    private let limits: ReceptionLimits
    private let logger: Logger
    private var doors: Doors
    private var events = Poller.Events()
    private var buffer: [UInt8]
    private var datagram: [UInt8] = []
    private var pieces: [FrameSplitter.Piece] = []
    private var sessions: [StreamSession?] = []
    private var freeSlots: [Int] = []
    private var nextSerial: UInt32 = 0
    /// With answers that were not tried to be sent.
    private var unflushed: [StreamSession] = []
    /// Frames that this round has read.
    private var gathered: [WaitingFrame] = []
    private var isReceiving = true
    /// What it does behind the answers of its last commit.
    private var next = AlarmQueue.Turn.idle
    private var now = NIODeadline.now()
    private var sweptAt = NIODeadline.now()
    /// No connection could be accepted; when it is tried again.
    private var acceptsAgainAt: NIODeadline?

    private static let streamTag = UInt64.max - 1
    private static let datagramTag = UInt64.max - 2
    /// Connections, or datagrams, that are taken before the loop looks at those it has.
    private static let takenAtOnce = 256
    private static let datagramBytesMax = 65_536
    private static let acceptPause = TimeAmount.seconds(1)
    /// How late a connection may be ended, as a part of its silence.
    private static let sweepPart: Int64 = 20

    init(
        loop: DeviceLoop, poller: Poller, doors: Doors, reception: Reception, logger: Logger
    ) {
        self.loop = loop
        self.poller = poller
        self.doors = doors
        self.reception = reception
        self.logger = logger
        limits = reception.limits
        buffer = [UInt8](repeating: 0, count: limits.readBytesMax)
        if doors.datagrams != nil {
            datagram = [UInt8](repeating: 0, count: Self.datagramBytesMax)
        }
    }

    func run() {
        while true {
            let pause = timeToSleep
            let (settled, stage) = loop.take(maySleep: pause > .zero)
            if stage != .receiving, isReceiving { stopReading() }
            answer(settled)
            // More may have been posted meanwhile.
            if !settled.isEmpty { continue }
            if stage == .ended { break }
            poller.wait(pause, into: &events)
            loop.wake()
            now = .now()
            for index in 0..<events.count { take(events[index].tag, events[index].ready) }
            keepTime()
            commit()
        }
        for case let session? in sessions { Sockets.close(session.descriptor) }
        for door in [doors.stream, doors.datagrams].compactMap(\.self) { Sockets.close(door) }
    }

    // MARK: Doors

    private func stopReading() {
        isReceiving = false
        doors.stream.map(Sockets.close)
        doors.stream = nil
        // Through it datagrams are answered.
        doors.datagrams.map { try? poller.remove($0) }
        for case let session? in sessions { settleInterest(of: session) }
        now = .distantFuture
        repeat { commit() } while !gathered.isEmpty || !next.isIdle
        loop.hasStopped()
    }

    private func accept(_ door: CInt) {
        do {
            for _ in 0..<Self.takenAtOnce {
                guard let (descriptor, source) = try Sockets.accept(door) else { return }
                try admit(descriptor, source)
            }
        } catch {
            // As when too many files are open: it would be said of the same connection again and
            // again.
            logger.error("connection not accepted", metadata: ["error": "\(error)"])
            acceptsAgainAt = now + Self.acceptPause
            try? poller.change(door, [], tag: Self.streamTag)
        }
    }

    private func admit(_ descriptor: CInt, _ source: String) throws {
        guard reception.admit(source) else { return Sockets.close(descriptor) }
        let slot = freeSlots.popLast() ?? sessions.count
        if slot == sessions.count { sessions.append(nil) }
        nextSerial &+= 1
        let session = StreamSession(
            descriptor: descriptor, source: source,
            place: StreamSession.Place(slot: slot, serial: nextSerial), at: now)
        sessions[slot] = session
        settleInterest(of: session)
    }

    // MARK: Reading

    private func take(_ tag: UInt64, _ ready: Poller.Interest) {
        switch tag {
        case Self.streamTag: doors.stream.map(accept)
        case Self.datagramTag: doors.datagrams.map(readDatagrams)
        default:
            // Closed in this round, else.
            guard let session = session(at: StreamSession.Place(tag: tag)) else { return }
            if ready.contains(.writing) { session.flush() }
            if session.awaited.contains(.reading) {
                if ready != .writing { read(session) }
            } else if !ready.isDisjoint(with: .gone) {
                session.lose()
            }
            settleInterest(of: session)
        }
    }

    private func session(at place: StreamSession.Place) -> StreamSession? {
        let slot = Int(place.slot)
        guard slot < sessions.count, let session = sessions[slot], session.place == place else {
            return nil
        }
        return session
    }

    private func read(_ session: StreamSession) {
        session.read(into: &buffer, at: now) { pieces.append($0) }
        takePieces(of: session)
        session.flush()
    }

    private func takePieces(of session: StreamSession) {
        for piece in pieces {
            let (step, interval) = reception.take(
                piece, between: session.splitter.used, from: session.source,
                .stream(loop, session.place), behind: gathered.count)
            if let interval { session.expect(interval) }
            switch step {
            case .answer(let reply): _ = session.add(reply)
            case .waiting(let frame):
                session.unanswered += 1
                gathered.append(frame)
            case .nothing: break
            }
        }
        pieces.removeAll(keepingCapacity: true)
    }

    /// Datagrams of all devices; each holds whole frames.
    private func readDatagrams(_ door: CInt) {
        for _ in 0..<Self.takenAtOnce {
            guard let (source, count) = Sockets.readDatagram(door, into: &datagram) else { return }
            let between = FrameSplitter.datagram(datagram.span.extracting(0..<count)) {
                pieces.append($0)
            }
            for piece in pieces {
                let (step, _) = reception.take(
                    piece, between: between, from: source.ipAddress ?? "",
                    .datagram(loop, source), behind: gathered.count)
                switch step {
                case .answer(let reply): Sockets.writeDatagram(door, reply, to: source)
                case .waiting(let frame): gathered.append(frame)
                case .nothing: break
                }
            }
            pieces.removeAll(keepingCapacity: true)
        }
    }

    // MARK: Answering

    /// Makes durable what this round has read, with what the other loops have, if it is its turn.
    private func commit() {
        if !gathered.isEmpty {
            let frames = gathered
            gathered = []
            let turn = reception.offer(frames, at: now)
            // Nothing new for a loop whose turn it is already.
            if !turn.isIdle { next = turn }
        }
        if case .gather(let until) = next, until <= now { next = reception.queue.gatherNoMore() }
        if case .commit = next { next = reception.loopWriter.commit() }
    }

    private func answer(_ settled: [DeviceLoop.Settled]) {
        for (frame, isAnswered) in settled {
            switch frame.line {
            case .stream(_, let place):
                guard let session = session(at: place) else { continue }
                session.unanswered -= 1
                if !isAnswered || session.add(frame.reply) { unflushed.append(session) }
            case .datagram(_, let address):
                guard isAnswered, let door = doors.datagrams else { continue }
                Sockets.writeDatagram(door, frame.reply, to: address)
            case .told: break
            }
        }
        for session in unflushed {
            session.flush()
            settleInterest(of: session)
        }
        unflushed.removeAll(keepingCapacity: true)
    }

    // MARK: Connections

    /// Waits for what the state of a connection asks for, or ends it.
    private func settleInterest(of session: StreamSession) {
        if session.isDone(limits) { return close(session) }
        var interest = session.interest(limits)
        // At the end what was taken is answered, and no more is.
        if !isReceiving { interest.remove(.reading) }
        guard interest != session.awaited else { return }
        do {
            let (descriptor, tag) = (session.descriptor, session.place.tag)
            if session.awaited.isEmpty {
                try poller.add(descriptor, interest, tag: tag)
            } else if interest.isEmpty {
                // That its device is gone would be said without end.
                try poller.remove(descriptor)
            } else {
                try poller.change(descriptor, interest, tag: tag)
            }
            session.awaited = interest
        } catch {
            logger.error("connection not kept", metadata: ["error": "\(error)"])
            close(session)
        }
    }

    private func close(_ session: StreamSession) {
        let slot = Int(session.place.slot)
        guard sessions[slot] === session else { return }
        sessions[slot] = nil
        freeSlots.append(slot)
        session.finish { pieces.append($0) }
        takePieces(of: session)
        session.lose()
        Sockets.close(session.descriptor)
        reception.leave(session.source)
    }

    // MARK: Time

    private var sweepPause: TimeAmount {
        .nanoseconds(TimeAmount.seconds(limits.idleSecondsMax).nanoseconds / Self.sweepPart)
    }

    private var timeToSleep: TimeAmount {
        var due = sweptAt + sweepPause
        if let acceptsAgainAt { due = min(due, acceptsAgainAt) }
        switch next {
        case .idle: break
        case .gather(let until): due = min(due, until)
        case .commit: return .zero
        }
        return gathered.isEmpty ? max(.zero, due - .now()) : .zero
    }

    private func keepTime() {
        if let again = acceptsAgainAt, again <= now {
            acceptsAgainAt = nil
            doors.stream.map { try? poller.change($0, .reading, tag: Self.streamTag) }
        }
        guard sweptAt + sweepPause <= now else { return }
        sweptAt = now
        for case let session? in sessions
        where session.isSilent(.seconds(limits.idleSecondsMax), at: now) {
            close(session)
        }
    }
}
