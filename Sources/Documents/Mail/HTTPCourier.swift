package import Domain
import Foundation

/// Hands messages to another program by HTTP, through `curl`: a webhook, or a gateway of SMS.
package struct HTTPCourier: Sendable {
    let url: String
    /// The first line of this file is sent as a bearer's token: it stands in no command line.
    let tokenFile: String?

    private static let secondsMax = 20
    private static let connectSecondsMax = 5

    /// - Throws: `.invalid` for an address that is none.
    package init(url: String, tokenFile: String?) throws(Problem) {
        guard url.hasPrefix("http://") || url.hasPrefix("https://") else {
            throw Problem(
                .invalid,
                "Địa chỉ nhận tin phải bắt đầu bằng https:// (hoặc http:// trong mạng nội bộ).")
        }
        self.url = url
        self.tokenFile = tokenFile
    }

    /// Posts a body and waits for an answer of 2xx.
    ///
    /// - Throws: `.unavailable` with the other program's reason.
    package func post(
        _ body: String, type: String, headers: [(name: String, value: String)] = []
    ) async throws {
        let output = try await PrivateFolder.use { folder in
            let content = "\(folder)/body"
            try Data(body.utf8).write(to: URL(fileURLWithPath: content))
            let settings = "\(folder)/curl"
            try Data(
                try self.settings(content: content, headers: [("Content-Type", type)] + headers)
                    .utf8
            ).write(to: URL(fileURLWithPath: settings))
            return try await ExternalTool(name: "curl", debianPackage: "curl").run(
                ["--disable", "--config", settings], seconds: Self.secondsMax)
        }
        guard output.isSuccess else {
            let reason = output.complaint.trimmingCharacters(in: .whitespacesAndNewlines)
            throw Problem(.unavailable, "Nơi nhận tin chưa nhận: \(reason)")
        }
    }

    /// A field of a form, as `application/x-www-form-urlencoded` writes it.
    package static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F:
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }

    private func settings(
        content: String, headers: [(name: String, value: String)]
    ) throws -> String {
        var lines = [
            "silent", "show-error", "fail", "url = \(Self.quoted(url))",
            "data-binary = \(Self.quoted("@\(content)"))", "output = \"/dev/null\"",
            "max-time = \(Self.secondsMax)", "connect-timeout = \(Self.connectSecondsMax)",
            "proto = \"=http,https\"",
        ]
        for header in headers {
            lines.append("header = \(Self.quoted("\(header.name): \(header.value)"))")
        }
        if let tokenFile {
            let text = try String(contentsOfFile: tokenFile, encoding: .utf8)
            let token = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
            lines.append("header = \(Self.quoted("Authorization: Bearer \(token)"))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// - Source: curl(1), option `--config`.
    private static func quoted(_ text: String) -> String {
        let escaped = text.replacingOccurrences(of: "\\", with: "\\\\")
            .replacingOccurrences(of: "\"", with: "\\\"")
        return "\"\(escaped.filter { !$0.isNewline })\""
    }
}
