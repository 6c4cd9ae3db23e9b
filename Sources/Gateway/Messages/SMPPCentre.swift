package import Domain
import Wire

/// A centre of short messages that is spoken to by SMPP.
package struct SMPPCentre: Sendable, Equatable {
    package var host: String
    package var port: Int
    package var user: String
    package var password: String
    /// What telephones show as the sender, as the operator registered it; empty: the operator's own.
    package var sender: String

    package static let portUsual = 2775
    /// A name of a sender (GSM 03.40) has no more letters.
    private static let senderMax = 11

    /// `smpp://user@host:2775?from=NAME`
    ///
    /// - Throws: `.invalid` for what is no such address.
    package init(_ text: String, password: String) throws(Problem) {
        let problem = Problem(
            .invalid,
            "Địa chỉ cổng SMS viết dạng smpp://tên@máy:2775?from=TÊNGỬI, không viết «\(text)». Kết nối TLS thì dùng một proxy như stunnel."
        )
        let scheme = "smpp://"
        guard text.hasPrefix(scheme) else { throw problem }
        var rest = text.dropFirst(scheme.count)
        sender = ""
        if let question = rest.firstIndex(of: "?") {
            let query = rest[rest.index(after: question)...]
            guard query.hasPrefix("from="), query.utf8.count <= Self.senderMax + 5,
                query.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else { throw problem }
            sender = String(query.dropFirst(5))
            rest = rest[..<question]
        }
        guard let at = rest.lastIndex(of: "@") else { throw problem }
        user = String(rest[..<at])
        rest = rest[rest.index(after: at)...]
        port = Self.portUsual
        if let colon = rest.lastIndex(of: ":") {
            guard let number = Int(rest[rest.index(after: colon)...]), (1...65_535).contains(number)
            else { throw problem }
            port = number
            rest = rest[..<colon]
        }
        guard !rest.isEmpty, !rest.contains("/"), !user.isEmpty else { throw problem }
        host = String(rest)
        guard user.utf8.count <= SMPPBind.systemMax,
            password.utf8.count <= SMPPBind.passwordMax
        else {
            throw Problem(
                .invalid,
                "Tên của SMPP nhiều nhất \(SMPPBind.systemMax) ký tự, mật khẩu nhiều nhất \(SMPPBind.passwordMax)."
            )
        }
        self.password = password
    }

    var source: SMPPAddress {
        guard !sender.isEmpty else { return SMPPAddress(ton: 0, npi: 0, text: "") }
        return sender.utf8.allSatisfy { (0x30...0x39).contains($0) }
            ? Self.telephone(sender) : SMPPAddress(ton: 5, npi: 0, text: sender)
    }

    /// `0912…` and `+84912…` are the same number; a short one is the network's own.
    ///
    /// - Source: SMPP 3.4, 5.2.5 and 5.2.6; the country code 84 of ITU-T E.164.
    static func telephone(_ number: String) -> SMPPAddress {
        let digits = number.filter { ("0"..."9").contains($0) }
        if number.hasPrefix("+") { return SMPPAddress(ton: 1, npi: 1, text: digits) }
        guard digits.hasPrefix("0"), digits.count >= 9 else {
            return SMPPAddress(ton: 0, npi: 1, text: digits)
        }
        return SMPPAddress(ton: 1, npi: 1, text: "84" + digits.dropFirst())
    }
}
