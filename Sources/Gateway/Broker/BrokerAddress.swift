package import Domain

/// A broker of MQTT from which devices' events are taken.
package struct BrokerAddress: Sendable, Equatable {
    package var host: String
    package var port: Int
    package var user: String?
    package var password: String?
    /// By which the broker keeps what came while nobody was there; one for each store.
    package var clientID: String

    package static let portUsual = 1883
    package static let clientIDUsual = "canhlua"

    package init(
        host: String, port: Int = portUsual, user: String? = nil, password: String? = nil,
        clientID: String = clientIDUsual
    ) {
        self.host = host
        self.port = port
        self.user = user
        self.password = password
        self.clientID = clientID
    }

    /// `mqtt://user@host:1883`
    ///
    /// - Throws: `.invalid` for what is no such address.
    package init(_ text: String, password: String? = nil) throws(Problem) {
        let problem = Problem(
            .invalid,
            "Địa chỉ máy chủ MQTT viết dạng mqtt://tên@máy:1883, không viết «\(text)». Kết nối TLS thì dùng một proxy như stunnel."
        )
        let scheme = "mqtt://"
        guard text.hasPrefix(scheme) else { throw problem }
        var rest = text.dropFirst(scheme.count)
        user = nil
        if let at = rest.lastIndex(of: "@") {
            user = String(rest[..<at])
            rest = rest[rest.index(after: at)...]
        }
        port = Self.portUsual
        if let colon = rest.lastIndex(of: ":") {
            guard let number = Int(rest[rest.index(after: colon)...]), (1...65_535).contains(number)
            else { throw problem }
            port = number
            rest = rest[..<colon]
        }
        guard !rest.isEmpty, !rest.contains("/") else { throw problem }
        host = String(rest)
        self.password = password
        clientID = Self.clientIDUsual
    }
}
