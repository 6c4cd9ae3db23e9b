package import Domain

/// That a person is told of an alarm which nobody took.
package struct AlarmCall: Sendable {
    package enum Channel: String, Sendable, SQLConvertible {
        /// The desk shows it, whoever it is open before.
        case page
        case mail
        case sms
        /// Another program, which may call people or ring a bell.
        case webhook
        /// A telephone that another program rings.
        case call
    }

    package enum State: String, Sendable, SQLConvertible { case waiting, sent, failed, needless }

    package let ward: String
    package let caseID: String
    /// Of the ladder, and of which round (`Transaction.roundPlaces`).
    package let step: Int
    /// How often the same was told until this one.
    package let times: Int
    /// nil: there was nobody to call.
    package let account: String?
    /// Who, as the desk says it.
    package let name: String
    package let channel: Channel
    package let at: Instant
    /// An address, or a telephone number; empty where none is needed.
    package let recipient: String
    package let subject: String
    package let body: String
    package let state: State
    package let attempts: Int
    package let error: String?
    package let sentAt: Instant?
    package let answeredAt: Instant?

    /// On the ladder, from 1, whichever round it is of.
    package var place: Int { step % Transaction.roundPlaces }

    /// Whether it is the same message, whatever became of it.
    package func isSame(as other: AlarmCall) -> Bool {
        (ward, caseID, step, account) == (other.ward, other.caseID, other.step, other.account)
            && (channel, recipient) == (other.channel, other.recipient)
    }

    init(_ row: Row) {
        ward = row["ward"]
        caseID = row["case_id"]
        step = row["step"]
        times = row["times"]
        let account: String = row["account"]
        self.account = account.isEmpty ? nil : account
        name = row["name"]
        channel = row["channel"]
        at = row["at"]
        recipient = row["recipient"]
        subject = row["subject"]
        body = row["body"]
        state = row["state"]
        attempts = row["attempts"]
        error = row["error"]
        sentAt = row["sent_at"]
        answeredAt = row["answered_at"]
    }
}
