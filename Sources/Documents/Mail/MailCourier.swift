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

    private static let secondsMax = 60
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
        let output = try await PrivateFolder.use { folder in
            let letter = "\(folder)/letter"
            try Data(message.text(at: now).utf8).write(to: URL(fileURLWithPath: letter))
            let settings = "\(folder)/curl"
            try Data(try self.settings(to: message.to, letter: letter).utf8)
                .write(to: URL(fileURLWithPath: settings))
            return try await ExternalTool(name: "curl", debianPackage: "curl").run(
                ["--disable", "--config", settings], seconds: Self.secondsMax)
        }
        guard output.isSuccess else {
            let reason = output.complaint.trimmingCharacters(in: .whitespacesAndNewlines)
            throw Problem(.unavailable, "Máy chủ thư chưa nhận thư: \(reason)")
        }
    }

    private func settings(to recipient: String, letter: String) throws -> String {
        var lines = [
            "silent", "show-error", "url = \(Self.quoted(url))",
            "mail-from = \(Self.quoted(MailMessage.address(from)))",
            "mail-rcpt = \(Self.quoted(MailMessage.address(recipient)))",
            "upload-file = \(Self.quoted(letter))",
            "max-time = \(Self.secondsMax)", "connect-timeout = \(Self.connectSecondsMax)",
        ]
        // Words of a letter travel in the clear only within the machine.
        if !isLoopback { lines.append("ssl-reqd") }
        if let user {
            var password = ""
            if let passwordFile {
                let text = try String(contentsOfFile: passwordFile, encoding: .utf8)
                password = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
            }
            lines.append("user = \(Self.quoted("\(user):\(password)"))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var isLoopback: Bool {
        let host = URL(string: url)?.host ?? ""
        return host == "localhost" || host == "::1" || host.hasPrefix("127.")
    }

    /// - Source: curl(1), option `--config`.
    private static func quoted(_ text: String) -> String {
        let escaped = text.replacingOccurrences(of: "\\", with: "\\\\")
            .replacingOccurrences(of: "\"", with: "\\\"")
        return "\"\(escaped.filter { !$0.isNewline })\""
    }
}
