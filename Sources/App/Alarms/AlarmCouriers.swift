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

    /// How many letters, texts by SMPP and programs of subscribers are on their way at once.
    private static let alone = CourierBounds(places: 16)
    /// How many messages by HTTP: one process hands eight over about as fast as one, which is what
    /// the ladders of 50 alarms a second need. A program is spoken to by 64 connections at most.
    package static let placesOfHTTP = 8
    package static let messagesOfPlace = 8
    /// What a message may take beside its sending until another node may take it.
    private static let graceSeconds = 10

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

    /// Sends what is due, each way on its own.
    ///
    /// - Parameter pause: between two looks at what is due; nil: it ends once nothing is.
    package func run(pause: Duration?) async {
        await withTaskGroup(of: Void.self) { group in
            // What was kept for a way that is no longer configured is told so.
            let shared = CourierBounds(
                places: Self.placesOfHTTP, sharing: Self.messagesOfPlace)
            for way in [
                lane(.mail, Self.alone, within: MailCourier.secondsMax),
                lane(
                    .sms, sms?.isShared == true ? shared : Self.alone,
                    within: sms?.secondsMax ?? 0),
                lane(.webhook, shared, within: HTTPCourier.secondsMax),
                lane(.call, shared, within: HTTPCourier.secondsMax),
            ] {
                group.addTask { await way.run(pause: pause) }
            }
            group.addTask { await warnings.run(pause: pause) }
        }
    }

    /// - Parameter seconds: that the sending of a message takes at most.
    private func lane(
        _ channel: AlarmCall.Channel, _ bounds: CourierBounds, within seconds: Int
    ) -> CourierLane<AlarmCall> {
        CourierLane(
            database: database, logger: logger, bounds: bounds,
            hasDue: { try $0.hasAlarmCallsDue(by: channel) },
            take: { tx, limit, flying in
                // A clock that jumps makes the time of a message run out while it is on its way.
                try tx.takeAlarmCalls(
                    by: channel, limit: limit, for: Int64(seconds + Self.graceSeconds)
                ).filter { call in !flying.contains { $0.isSame(as: call) } }
            }, send: { try await hand(over: $0, by: channel) },
            end: { try $0.endAlarmCall($1, error: $2) },
            label: { ["case": "\($0.caseID)", "way": "\($0.channel)"] })
    }

    private var warnings: CourierLane<WarningDelivery> {
        CourierLane(
            database: database, logger: logger, bounds: Self.alone,
            hasDue: { try $0.hasWarningDeliveries() },
            take: { tx, limit, flying in
                try tx.takeWarningDeliveries(
                    limit: limit, but: flying.map(\.subscriber),
                    for: Int64(HTTPCourier.secondsMax + Self.graceSeconds))
            },
            send: { deliveries in
                for delivery in deliveries { try await post(delivery) }
                return deliveries.map { _ in nil }
            },
            end: { try $0.endWarningDelivery($1, error: $2) },
            label: { ["warning": "\($0.warning)"] })
    }

    private func post(_ delivery: WarningDelivery) async throws {
        try await HTTPCourier(url: delivery.url, tokenFile: nil).post(
            HTTPCourier.Post(
                delivery.message, type: "\(CAPMessage.mediaType); charset=utf-8",
                headers: [
                    ("X-Canhlua-Delivery", "\(delivery.warning).\(delivery.subscriber)"),
                    (
                        "X-Canhlua-Signature",
                        WebhookSignature.of(delivery.message, secret: delivery.secret)
                    ),
                ]))
    }

    private func hand(
        over calls: [AlarmCall], by channel: AlarmCall.Channel
    ) async throws -> [(any Error)?] {
        let unconfigured = Problem(.unavailable, "Cách gửi này không còn được cấu hình.")
        switch channel {
        case .page: return calls.map { _ in nil }
        case .mail:
            guard let mail else { throw unconfigured }
            for call in calls { try await mail.send(letter(call, from: mail), at: database.now) }
            return calls.map { _ in nil }
        case .sms:
            guard let sms else { throw unconfigured }
            return try await sms.send(calls.map { (text: $0.body, to: $0.recipient) })
        case .call:
            guard let way = self.call else { throw unconfigured }
            return try await way.courier.post(
                calls.map { call in
                    HTTPCourier.Post(
                        call.body, type: "application/json",
                        headers: [
                            (
                                "X-Canhlua-Signature",
                                WebhookSignature.of(call.body, secret: way.secret)
                            )
                        ])
                })
        case .webhook:
            guard let webhook else { throw unconfigured }
            return try await webhook.post(calls.map(told))
        }
    }

    private func letter(_ call: AlarmCall, from mail: MailCourier) -> MailMessage {
        MailMessage(
            from: mail.from, to: call.recipient, subject: call.subject, body: call.body,
            id: "\(call.caseID).\(call.step).\(call.account ?? "")")
    }

    /// What a webhook is told.
    private func told(_ call: AlarmCall) -> HTTPCourier.Post {
        let signature = webhookSecret.map { WebhookSignature.of(call.body, secret: $0) }
        return HTTPCourier.Post(
            call.body, type: "application/json",
            headers: [("X-Canhlua-Delivery", "\(call.caseID).\(call.step)")]
                + (signature.map { [("X-Canhlua-Signature", $0)] } ?? []))
    }
}
