import Domain
import Storage
import Wire

/// What is to be done with the bytes of one frame.
enum FrameVerdict: Sendable {
    /// The device, which reports in an interval of seconds, is alive; nothing is stored for it.
    case heartbeat(reply: [UInt8], interval: Int)
    /// The reply leaves when the frame is committed.
    case event(ReceivedFrame, reply: [UInt8], interval: Int)
    case refused(RefusedFrame, reply: [UInt8]?)
    /// An answer of the device, to nothing that we asked.
    case answer
}

/// Reads frames, and says what to answer. No socket and no store.
struct FrameJudge: Sendable {
    let directory: AlarmDirectory
    let limits: ReceptionLimits
    var clock = ClockWatch()

    /// - Parameter between: what stood between the frames of its connection.
    func judge(
        _ bytes: [UInt8], between: DC09Tolerance = DC09Tolerance(), from source: String,
        at now: Instant
    ) -> FrameVerdict {
        let moment = DC09Timestamp(seconds: now.milliseconds / 1000)
        var whose: (number: String?, known: AlarmDirectory.Known?) = (nil, nil)
        let verdict = Result { () throws(DC09Refusal) in
            try read(bytes, between, at: now, moment, &whose)
        }
        switch verdict {
        case .success(let verdict): return verdict ?? .answer
        case .failure(let refusal):
            return .refused(
                RefusedFrame(
                    ward: whose.known?.account.ward, receivedAt: now, source: source,
                    number: whose.number, reason: refusal.reason.name,
                    message: refusal.message, raw: bytes),
                reply: DC09Reply.bytes(for: refusal, now: moment))
        }
    }

    /// Bytes that are no frame.
    func stray(_ bytes: StrayBytes, from source: String, at now: Instant) -> RefusedFrame {
        RefusedFrame(
            ward: nil, receivedAt: now, source: source, number: nil,
            reason: bytes.likeness?.rawValue ?? bytes.reason.name, message: bytes.message,
            raw: bytes.bytes)
    }

    private func read(
        _ bytes: [UInt8], _ between: DC09Tolerance, at now: Instant, _ moment: DC09Timestamp,
        _ whose: inout (number: String?, known: AlarmDirectory.Known?)
    ) throws(DC09Refusal) -> FrameVerdict? {
        // Of some accounts more is taken than of others, and whose it is stands in the frame.
        let frame = try DC09Frame(bytes, allowing: .all)
        switch frame.token {
        case .ack, .nak, .duh, .response: return nil
        case .sia, .contactID, .null, .extendedNull, .other: break
        }
        whose.number = frame.account
        if frame.account == nil, !frame.isEncrypted {
            whose.number = try DC09Message(frame, allowing: .all).identity
        }
        whose.known = whose.number.flatMap {
            directory.known(number: $0, receiver: frame.receiver, line: frame.line)
        }
        let allowed = whose.known?.tolerance ?? .fielded
        if frame.used.contains(.wrongLength), !allowed.contains(.wrongLength) {
            throw DC09Refusal(.needs(.wrongLength), .nothing)
        }
        guard let known = whose.known else {
            throw DC09Refusal(.unknownAccount, .duh(frame.echo))
        }
        guard between.isSubset(of: allowed) else {
            throw DC09Refusal(.needs(between), .duh(frame.echo))
        }
        let (message, key, keyMarks) = try open(frame, known, at: now)
        var marks = keyMarks
        try checkClock(of: message, known, at: now, moment, &marks)
        let signals = try DC09Signals(message, allowing: known.tolerance)
        let used = message.used.union(signals.used).union(between)
        let deviation = known.deviation(used)
        if !deviation.isEmpty { marks.insert(.unusual) }
        let isHeartbeat = signals.values.allSatisfy { $0.kind == .heartbeat }
        // An event that may be a recording is no sign of life.
        if isHeartbeat || !marks.contains(.mayBeReplay) {
            known.sign.hear(at: now, used: used, deviation: deviation)
        }
        let reply = DC09Reply.ack(frame, key: key, now: moment)
        if isHeartbeat {
            return .heartbeat(reply: reply, interval: known.account.heartbeatSeconds)
        }
        let words = message.words
        let received = ReceivedFrame(
            ward: known.account.ward, account: known.account.id, receivedAt: now,
            deviceAt: message.timestamp.map { Instant(milliseconds: $0.seconds * 1000) },
            sequence: frame.sequence, content: Int64(bitPattern: message.contentHash),
            raw: bytes, signals: signals.values.map { AlarmSignal($0, words: words) }, marks: marks)
        return .event(received, reply: reply, interval: known.account.heartbeatSeconds)
    }

    /// Reads a frame by the key of its account, or by the one before while that is taken.
    private func open(
        _ frame: DC09Frame, _ known: AlarmDirectory.Known, at now: Instant
    ) throws(DC09Refusal) -> (DC09Message, AESKey?, AlarmMarks) {
        guard frame.isEncrypted else {
            if known.key != nil, known.account.refusesPlain {
                throw DC09Refusal(.plain, .duh(frame.echo))
            }
            let message = try DC09Message(frame, allowing: known.tolerance)
            return (message, known.key, known.key == nil ? AlarmMarks() : .plain)
        }
        let present = Result { () throws(DC09Refusal) in
            try DC09Message(frame, key: known.key, allowing: known.tolerance)
        }
        if case .failure = present, let oldKey = known.oldKey,
            let old = known.account.oldKey, now < old.until,
            let message = try? DC09Message(frame, key: oldKey, allowing: known.tolerance)
        {
            return (message, oldKey, .oldKey)
        }
        return (try present.get(), known.key, AlarmMarks())
    }

    /// Of encrypted messages alone: there the time keeps old ones from being sent again.
    private func checkClock(
        of message: DC09Message, _ known: AlarmDirectory.Known, at now: Instant,
        _ moment: DC09Timestamp, _ marks: inout AlarmMarks
    ) throws(DC09Refusal) {
        guard message.frame.isEncrypted, let device = known.clock, let time = message.timestamp,
            let window = message.window(now: moment)
        else { return }
        guard window != .within else { return device.noteRight(time) }
        let count = device.countWrong()
        // Where our own clock has just jumped, the device's may be the right one.
        let isTrusted = clock.isTrusted(at: now)
        if isTrusted, count <= limits.clockRefusalsMax { throw message.clockRefusal(window) }
        marks.insert(.clock)
        if known.tolerance.contains(.repeatedCipher) { return }
        marks.insert(.mayBeReplay)
        // The store knows an event that came before; of signs of life it keeps none.
        if !message.frame.token.isEvent, isTrusted, !device.isNews(time) {
            throw message.clockRefusal(window)
        }
    }
}

extension AlarmSignal {
    /// What the wire says, in the product's words.
    ///
    /// - Parameter words: beside the codes, of all signals of its frame.
    init(_ signal: DeviceSignal, words: String? = nil) {
        let text = signal.text?.storable
        self.init(
            kind: Kind(signal.kind), change: Change(signal.change), scheme: signal.scheme.rawValue,
            code: signal.code.storable,
            zone: signal.zone?.storable, area: signal.partition?.storable,
            person: signal.user?.storable,
            text: words.map { words in text.map { "\($0); \(words)" } ?? words } ?? text,
            meaning: signal.title.storable)
    }
}

extension AlarmSignal.Kind {
    init(_ kind: DeviceSignal.Kind) {
        self =
            switch kind {
            case .fireAlarm: .fireAlarm
            case .manualCallPoint: .manualCallPoint
            case .otherAlarm: .otherAlarm
            case .supervision: .supervision
            case .fault: .fault
            case .power: .power
            case .battery: .battery
            case .line: .line
            case .tamper: .tamper
            case .disabled: .disabled
            case .test: .test
            case .heartbeat: .heartbeat
            case .openClose: .openClose
            case .notice: .notice
            case .unknown: .unknown
            }
    }
}

extension AlarmSignal.Change {
    init(_ change: DeviceSignal.Change) {
        self =
            switch change {
            case .begun: .begun
            case .ended: .ended
            case .still: .still
            case .noted: .noted
            }
    }
}

extension String {
    /// Without signs that a database refuses; the bytes themselves are kept with the frame.
    var storable: String {
        utf8.contains { $0 < 0x20 }
            ? String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
            : self
    }
}

extension DC09Refusal.Reason {
    /// By which refusals are counted; never renamed.
    var name: String {
        switch self {
        case .noFrame: "noFrame"
        case .tooLong: "tooLong"
        case .crc: "crc"
        case .length: "length"
        case .needs: "needs"
        case .header: "header"
        case .unknownAccount: "unknownAccount"
        case .cipherText: "cipherText"
        case .noKey: "noKey"
        case .undecryptable: "undecryptable"
        case .noData: "noData"
        case .unclosedData: "unclosedData"
        case .clock: "clock"
        case .plain: "plain"
        }
    }
}

extension StrayBytes.Reason {
    var name: String {
        switch self {
        case .outsideFrame: "outsideFrame"
        case .tooLong: "tooLong"
        case .unfinished: "unfinished"
        }
    }
}
