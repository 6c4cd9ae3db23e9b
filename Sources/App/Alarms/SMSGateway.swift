package import Documents
package import Gateway

/// What hands short messages to an operator.
package enum SMSGateway: Sendable {
    /// `POST` with `to` and `text`.
    case http(HTTPCourier)
    case smpp(SMPPCourier)

    /// A centre of SMPP is spoken to by one line, on which messages wait for one another while it has
    /// no room: sixteen take so long.
    private static let secondsOfLineMax = 300

    /// What a message takes at most.
    var secondsMax: Int {
        switch self {
        case .http: HTTPCourier.secondsMax
        case .smpp: Self.secondsOfLineMax
        }
    }

    /// Whether many messages are handed over as easily as one.
    var isShared: Bool {
        switch self {
        case .http: true
        case .smpp: false
        }
    }

    /// - Returns: why the gateway did not take each, in their order; nil: it did.
    func send(_ messages: [(text: String, to: String)]) async throws -> [(any Error)?] {
        switch self {
        case .http(let courier):
            let encoded = HTTPCourier.encoded
            return try await courier.post(
                messages.map {
                    HTTPCourier.Post(
                        "to=\(encoded($0.to))&text=\(encoded($0.text))",
                        type: "application/x-www-form-urlencoded")
                })
        case .smpp(let courier):
            for message in messages { try await courier.send(message.text, to: message.to) }
            return messages.map { _ in nil }
        }
    }
}
