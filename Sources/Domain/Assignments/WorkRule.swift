/// How a piece of work stands (tình trạng).
package enum WorkStatus: String, Sendable, CaseIterable {
    case notStarted = "not_started"
    case onTime = "on_time"
    case atRisk = "at_risk"
    case late
    /// Reported as done, and the assigning body has not answered.
    case waiting
    case done
    case doneLate = "done_late"
    case excused

    package var title: String {
        switch self {
        case .notStarted: "Chưa bắt đầu"
        case .onTime: "Đúng tiến độ"
        case .atRisk: "Có nguy cơ"
        case .late: "Quá hạn"
        case .waiting: "Chờ xác nhận"
        case .done: "Hoàn thành"
        case .doneLate: "Hoàn thành muộn"
        case .excused: "Được miễn"
        }
    }

    /// Whether somebody still has to do something.
    package var isOpen: Bool {
        switch self {
        case .notStarted, .onTime, .atRisk, .late, .waiting: true
        case .done, .doneLate, .excused: false
        }
    }
}

/// What the rule of status looks at.
package struct WorkFacts: Sendable, Equatable {
    package var due: Day?
    /// First day of the time that there is for the work.
    package var begins: Day
    /// Day of the last report; nil: none yet.
    package var reported: Day?
    package var percent: Int
    package var isStarted: Bool
    package var submitted: Day?
    package var isAccepted: Bool
    package var isExcused: Bool

    package init(
        due: Day?, begins: Day, reported: Day? = nil, percent: Int = 0, isStarted: Bool = false,
        submitted: Day? = nil, isAccepted: Bool = false, isExcused: Bool = false
    ) {
        self.due = due
        self.begins = begins
        self.reported = reported
        self.percent = percent
        self.isStarted = isStarted
        self.submitted = submitted
        self.isAccepted = isAccepted
        self.isExcused = isExcused
    }
}

/// The rule by which work is called late or at risk; the page `/status` shows it in words.
///
/// The numbers are the product's own, published so that nobody is judged by a rule not known.
package enum WorkRule {
    /// Work due within this many days must have the share done that the time passed asks for.
    package static let nearDays = 7
    /// Work due within `watchedDays` must be reported on at least this often.
    package static let quietDaysMax = 30
    package static let watchedDays = 60
    /// Work without a day must be reported on at least once in a quarter.
    package static let undatedQuietDaysMax = 92
    /// Stands for "no day" where days are compared as numbers.
    package static let noDueDay = 99_999_999

    package static func status(of work: WorkFacts, on today: Day) -> WorkStatus {
        if work.isExcused { return .excused }
        if work.isAccepted { return isInTime(work, work.submitted ?? today) ? .done : .doneLate }
        if work.submitted != nil { return .waiting }
        if !isInTime(work, today) { return .late }
        if isAtRisk(work, on: today) { return .atRisk }
        return work.isStarted ? .onTime : .notStarted
    }

    private static func isInTime(_ work: WorkFacts, _ day: Day) -> Bool {
        work.due.map { day <= $0 } ?? true
    }

    private static func isAtRisk(_ work: WorkFacts, on today: Day) -> Bool {
        let quietDays = today.number - max(work.reported ?? work.begins, work.begins).number
        guard let due = work.due else { return quietDays > undatedQuietDaysMax }
        let daysLeft = due.number - today.number
        if daysLeft <= watchedDays && quietDays > quietDaysMax { return true }
        // Percent done < days passed / days in all, without fractions.
        let passed = today.number - work.begins.number
        let whole = due.number - work.begins.number
        return daysLeft <= nearDays && work.percent * whole < passed * 100
    }
}
