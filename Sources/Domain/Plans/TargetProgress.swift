/// How far a target is from what the plan asks for.
package enum TargetProgress: Sendable, Equatable {
    case unreported, behind, reached

    /// - Parameter value: the latest that was reported.
    package init(_ target: TaskTarget, value: Double?) {
        guard let value else {
            self = .unreported
            return
        }
        let isEnough = target.min.map { value >= $0 } ?? true
        let isWithin = target.min != nil || target.max.map { value <= $0 } ?? true
        self = isEnough && isWithin ? .reached : .behind
    }

    package var title: String {
        switch self {
        case .unreported: "Chưa có số liệu"
        case .behind: "Chưa đạt"
        case .reached: "Đạt"
        }
    }
}
