import Domain
import Storage

/// How one piece of work of the sample ward went: decided by its place in the list, so that every
/// load of the sample tells the same story.
struct SampleCourse: Sendable {
    struct Report: Sendable {
        let daysAgo: Int
        let percent: Int
        let words: String
    }

    private(set) var reports: [Report] = []
    private(set) var submittedDaysAgo: Int?
    private(set) var acceptedDaysAgo: Int?

    /// The work that is late and that everybody asks about.
    static let behind = "Tháo dỡ"

    init(number: Int, row: WorkRow, today: Day) {
        if row.title.hasPrefix(Self.behind) {
            report(daysAgo: 14, percent: 60)
            return
        }
        guard let due = row.facts.due else {
            if number % 3 != 0 { report(daysAgo: 20 + number % 9, percent: 30 + number % 4 * 10) }
            return
        }
        let left = due.number - today.number
        if left < 0 {
            past(number, daysLate: -left)
        } else if left <= 60 {
            near(number, left: left)
        } else if number % 2 == 0 {
            report(daysAgo: 12, percent: 35)
        }
    }

    /// The day is over: most was done in time, some late, a little is still open.
    private mutating func past(_ number: Int, daysLate: Int) {
        switch number % 8 {
        case 0:
            report(daysAgo: daysLate + 6, percent: 60)
        case 1:
            report(daysAgo: daysLate + 9, percent: 40)
            let submitted = max(daysLate - 5, 1)
            submit(daysAgo: submitted, acceptedAfter: submitted > 3 ? 2 : nil)
        default:
            report(daysAgo: daysLate + 15, percent: 50)
            report(daysAgo: daysLate + 7, percent: 80)
            submit(daysAgo: daysLate + 2, acceptedAfter: 1)
        }
    }

    private mutating func near(_ number: Int, left: Int) {
        switch number % 4 {
        case 0: break
        case 1: submit(daysAgo: 1, acceptedAfter: nil)
        case 2: report(daysAgo: 8, percent: 70)
        default: report(daysAgo: 6, percent: left < 20 ? 25 : 55)
        }
    }

    private mutating func report(daysAgo: Int, percent: Int) {
        guard daysAgo < SampleProgramme.daysRunning else { return }
        let words = Self.words[(daysAgo + percent) % Self.words.count]
        reports.append(Report(daysAgo: daysAgo, percent: percent, words: words))
    }

    private mutating func submit(daysAgo: Int, acceptedAfter days: Int?) {
        submittedDaysAgo = daysAgo
        acceptedDaysAgo = days.map { max(daysAgo - $0, 0) }
    }

    private static let words = [
        "Đã họp đơn vị, phân công người làm và mốc từng tuần.",
        "Đã khảo sát xong một nửa địa bàn, đang lập danh sách.",
        "Đã làm việc với các hộ liên quan; còn một số hộ đi vắng.",
        "Đã dự thảo văn bản, đang lấy ý kiến đơn vị phối hợp.",
        "Đã chuẩn bị phương tiện, chốt thời gian tổ chức.",
    ]
}
