/// How far a target is from what the plan asks for.
package enum TargetProgress: Sendable, Equatable {
    case unreported, behind, reached
    /// Past its day: without any figure, or not reached by the last one.
    case overdue, missed

    /// - Parameter value: the latest that was reported.
    package init(_ target: TaskTarget, value: Double?, on today: Day) {
        let isPast = target.due.flatMap(WorkSchedule.lastDay).map { $0 < today } ?? false
        guard let value else {
            self = isPast ? .overdue : .unreported
            return
        }
        let isEnough = target.min.map { value >= $0 } ?? true
        let isWithin = target.min != nil || target.max.map { value <= $0 } ?? true
        self = isEnough && isWithin ? .reached : isPast ? .missed : .behind
    }

    package var title: String {
        switch self {
        case .unreported: "Chưa có số liệu"
        case .behind: "Chưa đạt"
        case .reached: "Đạt"
        case .overdue: "Quá hạn, chưa có số liệu"
        case .missed: "Quá hạn, chưa đạt"
        }
    }
}
