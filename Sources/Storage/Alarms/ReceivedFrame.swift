package import Domain

/// A frame of a known account, read, and not yet acknowledged; a reference, as it is handed on
/// several times.
package final class ReceivedFrame: Sendable {
    package let ward: String
    /// Identifier of the account.
    package let account: String
    package let receivedAt: Instant
    /// By the clock of the device; nil: the frame does not say.
    package let deviceAt: Instant?
    package let sequence: Int
    /// Equal for frames that say the same.
    package let content: Int64
    package let raw: [UInt8]
    /// One at least.
    package let signals: [AlarmSignal]
    /// What was odd about it.
    package let marks: AlarmMarks
    /// Within which an equal frame is a repeat.
    package let repeatSeconds: Int64

    package init(
        ward: String, account: String, receivedAt: Instant, deviceAt: Instant?, sequence: Int,
        content: Int64, raw: [UInt8], signals: [AlarmSignal], marks: AlarmMarks = [],
        repeatSeconds: Int64 = repeatSecondsUsual
    ) {
        precondition(!signals.isEmpty, "a frame says something")
        self.ward = ward
        self.account = account
        self.receivedAt = receivedAt
        self.deviceAt = deviceAt
        self.sequence = sequence
        self.content = content
        self.raw = raw
        self.signals = signals
        self.marks = marks
        self.repeatSeconds = repeatSeconds
    }

    package enum Outcome: Sendable, Equatable {
        case stored
        /// It is there already: acknowledged again, not stored again.
        case repeated
        /// The same bytes came before, with a time that was right then: neither stored nor
        /// acknowledged.
        case replayed
    }

    /// Of frames that are told apart by sequence and content.
    ///
    /// - Source: PROTOCOLS.md 1.7: 60 seconds, or three times the pause of a device, which is 5 to
    ///   30 seconds (1.4).
    package static let repeatSecondsUsual: Int64 = 90
    /// Of events that name themselves. Not for ever, as a counter that begins anew must not cost an
    /// alarm.
    package static let repeatSecondsNamed: Int64 = 86_400
}
