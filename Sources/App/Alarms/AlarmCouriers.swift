package import Documents
import Domain
package import Logging
package import Storage

/// Sends the messages of the ladder by the ways that are configured, and public warnings to the
/// programs that subscribed; each as often as its row allows.
package struct AlarmCouriers: Sendable {
    private let database: Database
    private let logger: Logger
    private let mail: MailCourier?
    private let sms: SMSGateway?
    private let webhook: HTTPCourier?
    /// What a webhook's body is signed with; nil: it is not.
    private let webhookSecret: String?
    private let call: SignedCourier?

    /// A program whose answers are known by the secret with which its orders are signed.
    package struct SignedCourier: Sendable {
        let courier: HTTPCourier
        let secret: String

        package init(_ courier: HTTPCourier, secret: String) {
            self.courier = courier
            self.secret = secret
        }
    }

    private static let messagesAtOnce = 10

    package init(
        database: Database, logger: Logger, mail: MailCourier? = nil, sms: SMSGateway? = nil,
        webhook: HTTPCourier? = nil, webhookSecret: String? = nil,
        call: SignedCourier? = nil
    ) {
        self.database = database
        self.logger = logger
        self.mail = mail
        self.sms = sms
        self.webhook = webhook
        self.webhookSecret = webhookSecret
        self.call = call
    }

    /// By which ways people can be reached, beside the desk.
    package var ways: Set<AlarmCall.Channel> {
        var ways: Set<AlarmCall.Channel> = []
        if mail != nil { ways.insert(.mail) }
        if sms != nil { ways.insert(.sms) }
        if webhook != nil { ways.insert(.webhook) }
        if call != nil { ways.insert(.call) }
        return ways
    }

    /// One round; what fails is logged and tried again in a later one.
    package func round() async {
        if !ways.isEmpty { await sendCalls() }
        await sendWarnings()
    }

    private func sendWarnings() async {
        do {
            // A read first: most rounds find nothing, and a write would wait for others.
            guard try await database.read({ try $0.hasWarningDeliveries() }) else { return }
            let due = try await database.write {
                try $0.takeWarningDeliveries(limit: Self.messagesAtOnce)
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for delivery in due { group.addTask { try await send(delivery) } }
                try await group.waitForAll()
            }
        } catch {
            if Task.isCancelled { return }
            logger.error("warnings not sent", metadata: ["error": "\(error)"])
        }
    }

    private func send(_ delivery: WarningDelivery) async throws {
        var refusal: String?
        do {
            try await HTTPCourier(url: delivery.url, tokenFile: nil).post(
                delivery.message, type: "\(CAPMessage.mediaType); charset=utf-8",
                headers: [
                    ("X-Canhlua-Delivery", "\(delivery.warning).\(delivery.subscriber)"),
                    (
                        "X-Canhlua-Signature",
                        WebhookSignature.of(delivery.message, secret: delivery.secret)
                    ),
                ])
        } catch {
            refusal = (error as? Problem)?.message ?? "\(error)"
            logger.warning(
                "warning not delivered",
                metadata: ["warning": "\(delivery.warning)", "reason": "\(refusal ?? "")"])
        }
        try await database.write { [refusal] in
            try $0.endWarningDelivery(delivery, error: refusal)
        }
    }

    private func sendCalls() async {
        do {
            guard try await database.read({ try $0.hasAlarmCallsDue() }) else { return }
            let calls = try await database.write {
                try $0.takeAlarmCalls(limit: Self.messagesAtOnce)
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for call in calls { group.addTask { try await send(call) } }
                try await group.waitForAll()
            }
        } catch {
            if Task.isCancelled { return }
            logger.error("messages of alarms not sent", metadata: ["error": "\(error)"])
        }
    }

    private func send(_ call: AlarmCall) async throws {
        var refusal: String?
        do {
            try await hand(over: call)
        } catch {
            refusal = (error as? Problem)?.message ?? "\(error)"
            logger.warning(
                "message of an alarm failed",
                metadata: [
                    "case": "\(call.caseID)", "way": "\(call.channel)",
                    "reason": "\(refusal ?? "")",
                ])
        }
        try await database.write { [refusal] in try $0.endAlarmCall(call, error: refusal) }
    }

    private func hand(over call: AlarmCall) async throws {
        let unconfigured = Problem(.unavailable, "Cách gửi này không còn được cấu hình.")
        switch call.channel {
        case .page: return
        case .mail:
            guard let mail else { throw unconfigured }
            try await mail.send(
                MailMessage(
                    from: mail.from, to: call.recipient, subject: call.subject, body: call.body,
                    id: "\(call.caseID).\(call.step).\(call.account ?? "")"), at: database.now)
        case .sms:
            guard let sms else { throw unconfigured }
            try await sms.send(call.body, to: call.recipient)
        case .call:
            guard let way = self.call else { throw unconfigured }
            try await way.courier.post(
                call.body, type: "application/json",
                headers: [
                    ("X-Canhlua-Signature", WebhookSignature.of(call.body, secret: way.secret))
                ])
        case .webhook:
            guard let webhook else { throw unconfigured }
            let signature = webhookSecret.map { WebhookSignature.of(call.body, secret: $0) }
            try await webhook.post(
                call.body, type: "application/json",
                headers: [("X-Canhlua-Delivery", "\(call.caseID).\(call.step)")]
                    + (signature.map { [("X-Canhlua-Signature", $0)] } ?? []))
        }
    }
}
