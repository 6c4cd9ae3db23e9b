/// How far a report is on its way from its drafter to whom it goes.
package enum ReportStage: String, Sendable, CaseIterable, Codable {
    /// Words and figures still move.
    case drafting
    /// The drafter handed it up; words and figures stand.
    case handedIn = "handed_in"
    /// The head looked through it.
    case reviewed
    /// The chairman approved it: it is locked, and waits for number and date.
    case approved
    /// It went out, and never changes.
    case issued

    package var title: String {
        switch self {
        case .drafting: "Đang soạn"
        case .handedIn: "Chờ soát"
        case .reviewed: "Chờ duyệt"
        case .approved: "Đã duyệt, chờ phát hành"
        case .issued: "Đã phát hành"
        }
    }

    /// What the next person does with it.
    package var next: ReportStage? {
        switch self {
        case .drafting: .handedIn
        case .handedIn: .reviewed
        case .reviewed: .approved
        case .approved: .issued
        case .issued: nil
        }
    }
}

/// Who did what with a report, so that no step is taken by the person who took the one before.
package struct ReportStanding: Sendable, Equatable {
    package let stage: ReportStage
    /// Account that brought it to this stage; nil while it was never handed up.
    package let by: String?

    package init(stage: ReportStage, by: String?) {
        self.stage = stage
        self.by = by
    }

    /// Whether the officer may bring it one stage further.
    ///
    /// - Throws: `.conflict` for another step than the next; `.forbidden` for who may not, or who
    ///   took the step before.
    package func check(_ step: ReportStage, by officer: Officer) throws(Problem) {
        guard step == stage.next else {
            throw Problem(
                .conflict,
                "Báo cáo đang ở bước «\(stage.title)» nên không làm được việc này. Hãy tải lại trang."
            )
        }
        try officer.require(step == .approved ? .approveReports : .draftReports)
        let needsOther = step == .reviewed || step == .approved
        if needsOther, by == officer.id {
            throw Problem(
                .forbidden,
                "Người vừa trình hoặc vừa soát không tự làm bước tiếp theo. Hãy để người khác xem.")
        }
    }

    /// Whether it may go back to its drafter, with a reason.
    package func checkReturn(by officer: Officer) throws(Problem) {
        guard [.handedIn, .reviewed, .approved].contains(stage) else {
            throw Problem(.conflict, "Báo cáo này không chờ soát hay duyệt. Hãy tải lại trang.")
        }
        try officer.require(stage == .handedIn ? .draftReports : .approveReports)
    }
}

/// What a person sets at head and foot of a report.
package struct ReportHead: Sendable, Equatable, Codable {
    /// `131`, without the symbol; nil while blank.
    package var number: String?
    package var issued: Day?
    /// One per line; empty: who the plan names.
    package var addressees = ""
    package var recipients = ""
    package var signer: String?
    package var isSignedByDeputy = false

    package init() {}
}
