/// A short word after something was done, shown once on the next page.
///
/// It travels in the address as a key, never as free text: nobody can make our page say something.
enum Flash: String, CaseIterable {
    case submitted, answered, raised, forwarded
    case saved, signedOut, uploaded, confirmed, reported, accepted, returned, ended
    case issued
    case submittedReport, approvedReport, issuedReport, receivedReport, knownReport
    case merged, unmerged, unmergedKeeping, parted, redirected
    case passwordChanged, locked, unlocked, telephoneOff, sessionsEnded

    var words: String {
        switch self {
        case .submitted: "Đã báo cáo hoàn thành. Việc chờ xác nhận."
        case .answered: "Đã gửi trả lời."
        case .raised: "Đã gửi. Nơi nhận thấy ngay trong việc của mình."
        case .forwarded: "Đã chuyển, kèm lý do."
        case .saved: "Đã lưu."
        case .signedOut: "Đã đăng xuất."
        case .uploaded: "Đã đọc xong. Hãy xem lại và xác nhận."
        case .confirmed: "Đã xác nhận. Các đơn vị đã nhận việc."
        case .reported: "Đã ghi báo cáo."
        case .accepted: "Đã chấp nhận kết quả."
        case .returned: "Đã trả lại, kèm lý do."
        case .ended: "Đã kết thúc."
        case .issued: "Đã phát. Trang công khai hiện ngay."
        case .submittedReport: "Đã trình. Người tiếp theo thấy ngay trong danh sách báo cáo."
        case .approvedReport: "Đã duyệt. Báo cáo được khóa, chờ cấp số và phát hành."
        case .issuedReport: "Đã phát hành. Báo cáo không thay đổi nữa."
        case .receivedReport: "Đã nhập. Chữ ký đúng, nội dung y như nơi gửi phát hành."
        case .knownReport: "Báo cáo này đã nhập trước đây, nội dung y nguyên; không đổi gì."
        case .merged: "Đã gộp hai mục thành một."
        case .unmerged: "Đã tách lại hai mục."
        case .unmergedKeeping:
            "Đã tách lại. Mục giữ lại đã có người sửa sau khi gộp nên giữ nguyên; hãy xem lại."
        case .redirected: "Mục bạn mở đã được gộp vào mục này."
        case .parted: "Đã ghi là hai mục khác nhau. Sẽ không hỏi lại."
        case .passwordChanged: "Đã đổi mật khẩu. Các thiết bị khác đã bị đăng xuất."
        case .locked: "Đã khóa tài khoản và đăng xuất ở mọi thiết bị."
        case .unlocked: "Đã mở khóa tài khoản."
        case .telephoneOff: "Đã bỏ mã điện thoại. Từ nay đăng nhập chỉ cần mật khẩu."
        case .sessionsEnded: "Đã đăng xuất ở các thiết bị khác."
        }
    }

    static func shown(in visit: Visit) -> HTML? {
        Flash(rawValue: visit.query("done")).map { block($0.words) }
    }

    static func block(_ words: String) -> HTML {
        "<p class=\"flash\" role=\"status\"><span aria-hidden=\"true\">✓</span> \(words)</p>"
    }

    static let samples: [Sample] = [
        Sample("Thường", block("Đã lưu.")), Sample("Dài", block("\(Sample.longWords): đã lưu.")),
    ]
}
