import ArgumentParser
import Documents
import Domain
import Foundation
import Gateway

/// Ways by which alarms that nobody takes reach people beside the desk and the mail.
struct AlarmWayOptions: ParsableArguments {
    @Option(
        help:
            "Cổng SMS qua HTTP (nhận POST với to và text) hoặc SMPP 3.4, ví dụ smpp://tên@máy:2775?from=TÊNGỬI; bỏ trống: không gửi tin nhắn."
    )
    var smsURL: String?
    @Option(help: "Tệp có khóa của cổng SMS ở dòng đầu: Authorization: Bearer, hoặc mật khẩu SMPP.")
    var smsTokenFile: String?
    @Option(help: "Chương trình khác nhận báo cháy chưa ai nhận (webhook, JSON).")
    var webhookURL: String?
    @Option(help: "Tệp có bí mật ở dòng đầu, để ký nội dung gửi webhook (HMAC-SHA-256).")
    var webhookSecretFile: String?

    /// - Throws: `.invalid` for settings that cannot work.
    func sms() throws(Problem) -> SMSGateway? {
        guard let smsURL else { return nil }
        guard smsURL.hasPrefix("smpp:") else {
            return .http(try HTTPCourier(url: smsURL, tokenFile: smsTokenFile))
        }
        let password = try smsTokenFile.map { file throws(Problem) in
            try firstLine(of: file, "mật khẩu SMPP")
        }
        return .smpp(SMPPCourier(try SMPPCentre(smsURL, password: password ?? "")))
    }

    /// - Throws: `.invalid` for settings that cannot work.
    func webhook() throws(Problem) -> HTTPCourier? {
        guard let webhookURL else { return nil }
        return try HTTPCourier(url: webhookURL, tokenFile: nil)
    }

    /// - Throws: `.notFound` without the file.
    func webhookSecret() throws(Problem) -> String? {
        guard let webhookSecretFile else { return nil }
        return try firstLine(of: webhookSecretFile, "bí mật của webhook")
    }

    private func firstLine(of file: String, _ what: String) throws(Problem) -> String {
        let text = try? String(contentsOfFile: file, encoding: .utf8)
        guard let line = text?.split(whereSeparator: \.isNewline).first else {
            throw Problem(.notFound, "Không đọc được \(what) ở «\(file)».")
        }
        return String(line)
    }
}
