/// A packet of MQTT 3.1.1, as far as a subscriber of QoS 1 meets it; a publisher's, for trying.
///
/// - Source: OASIS MQTT 3.1.1, chapters 2 and 3.
package enum MQTTPacket: Sendable, Hashable {
    case connect(MQTTConnect)
    /// `code` 0: accepted.
    case connectionAcknowledged(code: UInt8, isResumed: Bool)
    case publish(MQTTMessage)
    case publishAcknowledged(id: UInt16)
    case subscribe(id: UInt16, topic: String)
    /// `code` 0 to 2: the quality that was granted; 0x80: refused.
    case subscriptionAcknowledged(id: UInt16, code: UInt8)
    case pingRequest, pingResponse
    case disconnect
}

package struct MQTTConnect: Sendable, Hashable {
    package var clientID: String
    /// Whether what was subscribed and not yet acknowledged is forgotten.
    package var isClean: Bool
    package var keepAliveSeconds: UInt16
    package var user: String?
    package var password: String?

    package init(
        clientID: String, isClean: Bool, keepAliveSeconds: UInt16, user: String? = nil,
        password: String? = nil
    ) {
        self.clientID = clientID
        self.isClean = isClean
        self.keepAliveSeconds = keepAliveSeconds
        self.user = user
        self.password = password
    }
}

package struct MQTTMessage: Sendable, Hashable {
    package var topic: String
    package var payload: [UInt8]
    /// nil: quality 0, which is never acknowledged.
    package var id: UInt16?
    package var isRetained: Bool
    package var isAgain: Bool

    package init(
        topic: String, payload: [UInt8], id: UInt16?, isRetained: Bool = false,
        isAgain: Bool = false
    ) {
        self.topic = topic
        self.payload = payload
        self.id = id
        self.isRetained = isRetained
        self.isAgain = isAgain
    }
}

extension MQTTPacket {
    /// The packet as it is sent.
    package var bytes: [UInt8] {
        var body: [UInt8] = []
        let first: UInt8
        switch self {
        case .connect(let connect):
            first = 0x10
            body.append(text: "MQTT")
            let flags: UInt8 =
                (connect.isClean ? 0x02 : 0) | (connect.user == nil ? 0 : 0x80)
                | (connect.password == nil ? 0 : 0x40)
            body += [4, flags]
            body.append(number: connect.keepAliveSeconds)
            body.append(text: connect.clientID)
            if let user = connect.user { body.append(text: user) }
            if let password = connect.password { body.append(text: password) }
        case .connectionAcknowledged(let code, let isResumed):
            first = 0x20
            body = [isResumed ? 1 : 0, code]
        case .publish(let message):
            first =
                0x30 | (message.isAgain ? 0x08 : 0) | (message.id == nil ? 0 : 0x02)
                | (message.isRetained ? 0x01 : 0)
            body.append(text: message.topic)
            if let id = message.id { body.append(number: id) }
            body += message.payload
        case .publishAcknowledged(let id):
            first = 0x40
            body.append(number: id)
        case .subscribe(let id, let topic):
            first = 0x82
            body.append(number: id)
            body.append(text: topic)
            body.append(1)
        case .subscriptionAcknowledged(let id, let code):
            first = 0x90
            body.append(number: id)
            body.append(code)
        case .pingRequest: first = 0xC0
        case .pingResponse: first = 0xD0
        case .disconnect: first = 0xE0
        }
        return [first] + MQTTPacket.length(body.count) + body
    }

    /// - Source: MQTT 3.1.1, 2.2.3: seven bits a byte, the lowest first.
    private static func length(_ count: Int) -> [UInt8] {
        var rest = count
        var bytes: [UInt8] = []
        repeat {
            let low = UInt8(rest & 0x7F)
            rest >>= 7
            bytes.append(rest > 0 ? low | 0x80 : low)
        } while rest > 0
        return bytes
    }
}

extension [UInt8] {
    fileprivate mutating func append(number: UInt16) {
        append(UInt8(number >> 8))
        append(UInt8(number & 0xFF))
    }

    /// With its length; what is longer than the standard allows is cut.
    fileprivate mutating func append(text: String) {
        let bytes = text.utf8.prefix(Int(UInt16.max))
        append(number: UInt16(bytes.count))
        self += bytes
    }
}
