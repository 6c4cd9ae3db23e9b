import Domain
import Storage
import Wire

/// What became of an event that came as JSON.
package enum EventOutcome: Sendable, Equatable {
    /// Durable; a repeat was so already.
    case stored, repeated
    /// The device is alive; nothing is stored for it.
    case heartbeat
    /// It is no event; said again it is none either.
    case refused(reason: String, message: String)
    /// The store did not take it: the device must say it again.
    case unkept

    init(_ outcome: ReceivedFrame.Outcome?) {
        self =
            switch outcome {
            case .stored: .stored
            case .repeated: .repeated
            case .replayed, nil: .unkept
            }
    }
}

struct RefusedEvent: Error {
    let frame: RefusedFrame
}

extension FrameJudge {
    /// Reads an event of a device that has proved who it is; nil: a heartbeat.
    func judge(
        event bytes: [UInt8], of known: AlarmDirectory.Known, from source: String, at now: Instant
    ) -> Result<ReceivedFrame?, RefusedEvent> {
        let account = known.account
        let event: JSONEvent
        do {
            event = try JSONEvent(bytes)
        } catch {
            return .failure(
                RefusedEvent(
                    frame: RefusedFrame(
                        ward: account.ward, receivedAt: now, source: source,
                        number: account.number, reason: error.name, message: error.message,
                        raw: bytes)))
        }
        known.sign.hear(at: now)
        guard event.kind != .heartbeat else { return .success(nil) }
        return .success(
            ReceivedFrame(
                ward: account.ward, account: account.id, receivedAt: now,
                deviceAt: event.at.map { Instant(milliseconds: $0) }, sequence: 0,
                content: Int64(bitPattern: event.contentHash), raw: bytes,
                signals: [AlarmSignal(event)],
                repeatSeconds: event.id == nil
                    ? ReceivedFrame.repeatSecondsUsual : ReceivedFrame.repeatSecondsNamed))
    }
}

extension AlarmSignal {
    /// What the device says, in the product's words.
    init(_ event: JSONEvent) {
        let kind = Kind(event.kind)
        let code = event.code.storable
        self.init(
            kind: kind, change: Change(event.change), scheme: event.scheme.rawValue,
            code: code, zone: event.zone?.storable,
            area: event.area?.storable, person: event.person?.storable,
            text: event.text?.storable,
            meaning: event.title ?? (kind == .unknown ? "Mã chưa biết: \(code)" : kind.title))
    }
}
