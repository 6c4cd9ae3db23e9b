import Domain
import Foundation

/// The plan of the sample ward. Its dates lie around the day on which it is loaded, so that some
/// of its work is always late, some at risk and some far off.
enum SamplePlan {
    static let fileName = "ke-hoach-pccc-an-mau.txt"

    /// The words of the plan as if it had been issued some months before `today`.
    ///
    /// - Parameter copy: from 2 on, the same plan under another number.
    static func text(on today: Day, copy: Int = 1) -> String {
        guard
            let url = Bundle.module.url(
                forResource: "ke-hoach-pccc", withExtension: "txt", subdirectory: "SampleFiles"),
            let template = try? String(contentsOf: url, encoding: .utf8)
        else { preconditionFailure("the sample plan is not in the bundle") }
        let text = filled(template, on: today)
        return copy == 1
            ? text : text.replacingOccurrences(of: "Số: 45/", with: "Số: \(44 + copy)/")
    }

    /// Replaces `{ngày:+n}`, `{ngày dài:n}`, `{tháng:n}` and `{năm:n}`, n days from today.
    private static func filled(_ template: String, on today: Day) -> String {
        var parts = template.components(separatedBy: "{")
        let head = parts.removeFirst()
        return parts.reduce(into: head) { text, part in
            let cut = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            let mark = cut[0].split(separator: ":").map(String.init)
            guard cut.count == 2, mark.count == 2, let days = Int(mark[1]) else {
                preconditionFailure("no mark of a day: \(part.prefix(20))")
            }
            let day = today.adding(days: days)
            switch mark[0] {
            case "ngày": text += day.vietnamese
            case "ngày dài":
                text += "ngày \(twoDigits(day.day)) tháng \(day.month) năm \(day.year)"
            case "tháng": text += "\(day.month)/\(day.year)"
            case "năm": text += "\(day.year)"
            default: preconditionFailure("no such mark: \(mark[0])")
            }
            text += cut[1]
        }
    }
}
