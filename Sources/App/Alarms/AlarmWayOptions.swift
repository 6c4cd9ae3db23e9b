import ArgumentParser
import Documents
import Domain
import Foundation

/// Ways by which alarms that nobody takes reach people beside the desk and the mail.
struct AlarmWayOptions: ParsableArguments {
    @Option(help: "Cổng SMS qua HTTP: nhận POST với to và text; bỏ trống: không gửi tin nhắn.")
    var smsURL: String?
    @Option(help: "Tệp có khóa của cổng SMS ở dòng đầu, gửi kèm dạng Authorization: Bearer.")
    var smsTokenFile: String?
    @Option(help: "Chương trình khác nhận báo cháy chưa ai nhận (webhook, JSON).")
    var webhookURL: String?
    @Option(help: "Tệp có bí mật ở dòng đầu, để ký nội dung gửi webhook (HMAC-SHA-256).")
    var webhookSecretFile: String?

    /// - Throws: `.invalid` for settings that cannot work.
    func sms() throws(Problem) -> HTTPCourier? {
        guard let smsURL else { return nil }
        return try HTTPCourier(url: smsURL, tokenFile: smsTokenFile)
    }

    /// - Throws: `.invalid` for settings that cannot work.
    func webhook() throws(Problem) -> HTTPCourier? {
        guard let webhookURL else { return nil }
        return try HTTPCourier(url: webhookURL, tokenFile: nil)
    }

    /// - Throws: `.notFound` without the file.
    func webhookSecret() throws(Problem) -> String? {
        guard let webhookSecretFile else { return nil }
        let text = try? String(contentsOfFile: webhookSecretFile, encoding: .utf8)
        guard let line = text?.split(whereSeparator: \.isNewline).first else {
            throw Problem(.notFound, "Không đọc được bí mật của webhook ở «\(webhookSecretFile)».")
        }
        return String(line)
    }
}
