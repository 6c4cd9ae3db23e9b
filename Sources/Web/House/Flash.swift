/// A short word after something was done, shown once on the next page.
///
/// It travels in the address as a key, never as free text: nobody can make our page say something.
enum Flash: String, CaseIterable {
    case saved, signedOut, uploaded, confirmed, reported, accepted, returned, ended

    var words: String {
        switch self {
        case .saved: "Đã lưu."
        case .signedOut: "Đã đăng xuất."
        case .uploaded: "Đã đọc xong. Hãy xem lại và xác nhận."
        case .confirmed: "Đã xác nhận. Các đơn vị đã nhận việc."
        case .reported: "Đã ghi báo cáo."
        case .accepted: "Đã chấp nhận kết quả."
        case .returned: "Đã trả lại, kèm lý do."
        case .ended: "Đã kết thúc."
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
