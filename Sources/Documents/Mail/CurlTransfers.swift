import Domain
import Foundation

/// Bodies handed to other programs by `curl` (Debian package of that name), all at once in one
/// process, as beginning a process takes longer than handing a body over.
///
/// - Source: curl(1): `%{exitcode}` and `%{errormsg}` of 7.75; Debian 12 has 7.88.
struct CurlTransfers: Sendable {
    struct Transfer: Sendable {
        /// Lines of curl's settings, but for what is handed over.
        var settings: [String]
        var body: String
    }

    /// The setting that names the file of a body, `data-binary` with an @ before it.
    let handing: (setting: String, prefix: String)
    /// What one transfer takes at most.
    let secondsMax: Int
    let connectSecondsMax: Int

    /// Waits for all of them.
    ///
    /// - Returns: why each was not taken, in their order; nil: it was.
    func run(_ transfers: [Transfer]) async throws -> [String?] {
        do {
            return Self.reasons(of: try await output(of: transfers), count: transfers.count)
        } catch let problem as Problem where problem.kind == .tooLarge {
            // The process itself was ended.
            return transfers.map { _ in "không trả lời trong \(secondsMax) giây" }
        }
    }

    private func output(of transfers: [Transfer]) async throws -> ExternalTool.Output {
        try await PrivateFolder.use { folder in
            // Else they wait for what the first one's answer says of its connection.
            var lines = [
                "parallel", "parallel-immediate", "parallel-max = \(transfers.count)",
                "no-progress-meter",
            ]
            for (number, transfer) in transfers.enumerated() {
                let file = "\(folder)/\(number)"
                try Data(transfer.body.utf8).write(to: URL(fileURLWithPath: file))
                if number > 0 { lines.append("next") }
                lines += transfer.settings
                lines += [
                    "\(handing.setting) = \(Self.quoted(handing.prefix + file))",
                    "output = \"/dev/null\"", "max-time = \(secondsMax)",
                    "connect-timeout = \(connectSecondsMax)",
                    "write-out = \"\(number) %{exitcode} %{errormsg}\\n\"",
                ]
            }
            let settings = "\(folder)/curl"
            try Data((lines.joined(separator: "\n") + "\n").utf8)
                .write(to: URL(fileURLWithPath: settings))
            return try await ExternalTool(name: "curl", debianPackage: "curl").run(
                ["--disable", "--config", settings], seconds: secondsMax)
        }
    }

    /// Lines `3 22 The requested URL returned error: 503`, in any order; what has none was not
    /// taken.
    static func reasons(of output: ExternalTool.Output, count: Int) -> [String?] {
        let complaint = output.complaint.trimmingCharacters(in: .whitespacesAndNewlines)
        var reasons: [String?] = Array(repeating: complaint, count: count)
        let said = String(decoding: output.bytes, as: UTF8.self)
        for line in said.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: " ", maxSplits: 2)
            guard parts.count >= 2, let number = Int(parts[0]), reasons.indices.contains(number)
            else { continue }
            let words = parts.count > 2 ? String(parts[2]) : "curl: (\(parts[1]))"
            reasons[number] = parts[1] == "0" ? nil : words
        }
        return reasons
    }

    /// - Source: curl(1), option `--config`.
    static func quoted(_ text: String) -> String {
        let escaped = text.replacingOccurrences(of: "\\", with: "\\\\")
            .replacingOccurrences(of: "\"", with: "\\\"")
        return "\"\(escaped.filter { !$0.isNewline })\""
    }
}
