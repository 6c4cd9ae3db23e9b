/// A target of the plan (chỉ tiêu) and how far it was reached.
package struct ReportedTarget: Sendable, Equatable {
    package enum Verdict: Sendable, CaseIterable {
        case reached, missed
        /// Not reached, and still in time.
        case underWay
        /// No figure was reported.
        case unknown
        /// The plan gives no number to compare with.
        case notMeasured
    }

    /// What is measured: the indicator's title, or the words of the plan.
    package var metric: String
    /// The plan's own words, `100%`, `ít nhất 02 buổi/năm`.
    package var goal: String
    package var min: Double?
    package var max: Double?
    package var due: Day?
    /// In the unit of `min` and `max`; nil: not reported.
    package var reached: Double?
    /// `%`, `cơ sở`.
    package var unit: String
    /// Where the figure comes from: a register, or a unit's report.
    package var source: String?
    package var origin: ReportSource?
    /// By a register, whose past cannot be counted again; else by what units report.
    package var isMeasured: Bool

    package init(
        metric: String, goal: String, min: Double? = nil, max: Double? = nil, due: Day? = nil,
        reached: Double?, unit: String, source: String? = nil, origin: ReportSource? = nil,
        isMeasured: Bool = false
    ) {
        self.metric = metric
        self.goal = goal
        self.min = min
        self.max = max
        self.due = due
        self.reached = reached
        self.unit = unit
        self.source = source
        self.origin = origin
        self.isMeasured = isMeasured
    }

    /// Compares what was reached with the goal; its bounds belong to it.
    package func verdict(on day: Day) -> Verdict {
        guard let reached else { return .unknown }
        guard min != nil || max != nil else { return .notMeasured }
        if let max, reached > max { return .missed }
        if let min, reached < min {
            guard let due, due > day else { return .missed }
            return .underWay
        }
        return .reached
    }
}

extension ReportedTarget.Verdict {
    package var words: String {
        switch self {
        case .reached: "Đạt"
        case .missed: "Chưa đạt"
        case .underWay: "Đang thực hiện"
        case .unknown: "Chưa có số liệu"
        case .notMeasured: "Không có mức để so sánh"
        }
    }
}
