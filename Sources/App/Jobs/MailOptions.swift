import ArgumentParser
import Documents
import Domain

/// The mail server for morning digests; without it they are shown in the page only.
struct MailOptions: ParsableArguments {
    @Option(help: "Máy chủ thư, ví dụ smtps://mail.phuong.vn:465; bỏ trống: không gửi thư.")
    var smtpURL: String?
    @Option(help: "Địa chỉ người gửi.") var smtpFrom: String?
    @Option(help: "Tên đăng nhập máy chủ thư.") var smtpUser: String?
    @Option(help: "Tệp có mật khẩu máy chủ thư ở dòng đầu.") var smtpPasswordFile: String?

    /// - Throws: `.invalid` for settings that cannot work.
    func courier() throws(Problem) -> MailCourier? {
        guard let smtpURL else { return nil }
        guard let smtpFrom else {
            throw Problem(.invalid, "Có máy chủ thư thì cần địa chỉ người gửi (--smtp-from).")
        }
        return try MailCourier(
            url: smtpURL, user: smtpUser, passwordFile: smtpPasswordFile, from: smtpFrom)
    }
}
