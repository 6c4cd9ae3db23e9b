package import Domain
import Foundation

/// Hands letters to a mail server through `curl` (Debian package of that name).
package struct MailCourier: Sendable {
    /// `smtp://mail.phuong.vn:587` or `smtps://…`.
    let url: String
    let user: String?
    /// The first line of this file is the password: it stands in no command line.
    let passwordFile: String?
    package let from: String

    /// What a letter takes at most.
    package static let secondsMax = 60
    private static let connectSecondsMax = 10

    /// - Throws: `.invalid` for an address that is no mail server's.
    package init(
        url: String, user: String?, passwordFile: String?, from: String
    ) throws(Problem) {
        guard url.hasPrefix("smtp://") || url.hasPrefix("smtps://") else {
            throw Problem(
                .invalid, "Địa chỉ máy chủ thư phải bắt đầu bằng smtp:// hoặc smtps://.")
        }
        guard from.contains("@") else {
            throw Problem(.invalid, "Địa chỉ người gửi thư phải có dạng ten@phuong.vn.")
        }
        self.url = url
        self.user = user
        self.passwordFile = passwordFile
        self.from = from
    }

    /// Sends one letter and waits until the server has taken it.
    ///
    /// - Throws: `.unavailable` with the server's reason.
    package func send(_ message: MailMessage, at now: Instant) async throws {
        let reasons = try await CurlTransfers(
            handing: ("upload-file", ""), secondsMax: Self.secondsMax,
            connectSecondsMax: Self.connectSecondsMax
        ).run([
            CurlTransfers.Transfer(
                settings: try settings(to: message.to), body: message.text(at: now))
        ])
        if let reason = reasons.first ?? nil {
            throw Problem(.unavailable, "Máy chủ thư chưa nhận thư: \(reason)")
        }
    }

    private func settings(to recipient: String) throws -> [String] {
        let quoted = CurlTransfers.quoted
        var lines = [
            "url = \(quoted(url))", "mail-from = \(quoted(MailMessage.address(from)))",
            "mail-rcpt = \(quoted(MailMessage.address(recipient)))",
        ]
        // Words of a letter travel in the clear only within the machine.
        if !isLoopback { lines.append("ssl-reqd") }
        if let user {
            var password = ""
            if let passwordFile {
                let text = try String(contentsOfFile: passwordFile, encoding: .utf8)
                password = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
            }
            lines.append("user = \(quoted("\(user):\(password)"))")
        }
        return lines
    }

    private var isLoopback: Bool {
        let host = URL(string: url)?.host ?? ""
        return host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }
}
