/// What a unit hands in for a period (báo cáo của đơn vị), beside the facts of its work.
package struct UnitReport: Sendable, Equatable {
    package enum State: String, Sendable, CaseIterable {
        /// Nothing was written yet.
        case none
        case draft
        case submitted
        /// Came back with a reason, and has not been handed in again.
        case returned
        case accepted

        package var title: String {
            switch self {
            case .none: "Chưa gửi"
            case .draft: "Đang soạn"
            case .submitted: "Đã gửi"
            case .returned: "Bị trả lại"
            case .accepted: "Đã chấp nhận"
            }
        }

        package var isDelivered: Bool { self == .submitted || self == .accepted }
    }

    package var state: State
    package var results: String
    package var obstacles: String
    package var proposals: String
    package var submittedAt: Instant?
    package var returnReason: String?
    /// 0: not kept yet.
    package var version: Int

    package init(
        state: State = .none, results: String = "", obstacles: String = "", proposals: String = "",
        submittedAt: Instant? = nil, returnReason: String? = nil, version: Int = 0
    ) {
        self.state = state
        self.results = results
        self.obstacles = obstacles
        self.proposals = proposals
        self.submittedAt = submittedAt
        self.returnReason = returnReason
        self.version = version
    }

    /// Days after the last day in time: of the delivery, or up to today while there is none.
    package func daysLate(due: Day, today: Day) -> Int {
        let day = state.isDelivered ? submittedAt?.day ?? today : today
        return max(0, day.number - due.number)
    }

    /// Longest text of one field, in characters: about ten pages.
    package static let textLengthMax = 30_000
}
