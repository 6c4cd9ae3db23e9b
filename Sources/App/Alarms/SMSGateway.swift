package import Documents
package import Gateway

/// What hands short messages to an operator.
package enum SMSGateway: Sendable {
    /// `POST` with `to` and `text`.
    case http(HTTPCourier)
    case smpp(SMPPCourier)

    /// - Throws: `.unavailable` with the gateway's reason.
    package func send(_ text: String, to number: String) async throws {
        switch self {
        case .http(let courier):
            let (to, text) = (HTTPCourier.encoded(number), HTTPCourier.encoded(text))
            try await courier.post(
                "to=\(to)&text=\(text)", type: "application/x-www-form-urlencoded")
        case .smpp(let courier): try await courier.send(text, to: number)
        }
    }
}
