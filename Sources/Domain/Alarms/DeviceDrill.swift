/// That a device is tried from its panel to a person who answers (diễn tập đầu cuối).
package enum DeviceDrill {
    package enum Outcome: String, Sendable, CaseIterable {
        case passed, silent, unanswered, missed, cancelled

        package var title: String {
            switch self {
            case .passed: "Đạt"
            case .silent: "Không có tín hiệu"
            case .unanswered: "Không ai nhận"
            case .missed: "Lỡ giờ, chưa thử"
            case .cancelled: "Đã bỏ"
            }
        }

        /// Somebody has to find out why.
        package var isFailure: Bool { self == .silent || self == .unanswered || self == .missed }
    }

    package static let minutesMin = 5
    package static let minutesMax = 240
    package static let minutesUsual = 30
    package static let daysAheadMax = 366
    package static let wordsMax = 500

    /// - Parameter begins: nil: no moment that could be read.
    package static func check(begins: Instant?, minutes: Int?, now: Instant) throws(Problem) {
        var refusals: [String: String] = [:]
        if let begins {
            // Who plans it for this very minute has not come too late.
            if begins < now.adding(seconds: -60) {
                refusals["day"] = "Giờ diễn tập đã qua. Hãy chọn giờ khác."
            } else if begins > now.adding(seconds: Int64(daysAheadMax) * 86_400) {
                refusals["day"] = "Hãy chọn ngày trong vòng một năm."
            }
        } else {
            refusals["day"] = "Hãy chọn ngày và giờ."
        }
        if !(minutes.map { (minutesMin...minutesMax).contains($0) } ?? false) {
            refusals["minutes"] = "Chờ tín hiệu từ \(minutesMin) đến \(minutesMax) phút."
        }
        guard refusals.isEmpty else {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
    }

    /// The same hour a month later, or on that month's last day.
    package static func next(after begins: Instant) -> Instant {
        let day = begins.day
        let ofDay = begins.milliseconds - Instant(startOf: day).milliseconds
        return Instant(
            milliseconds: Instant(startOf: day.adding(months: 1)).milliseconds + ofDay)
    }
}
