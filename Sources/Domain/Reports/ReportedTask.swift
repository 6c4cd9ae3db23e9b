/// A task group of the plan (nhóm nhiệm vụ).
package struct ReportedGroup: Sendable, Equatable {
    package let title: String
    package var tasks: [ReportedTask]

    package init(title: String, tasks: [ReportedTask]) {
        self.title = title
        self.tasks = tasks
    }
}

/// One task of the plan with what became of it in each unit that had to do it.
package struct ReportedTask: Sendable, Equatable {
    /// The work, without the unit: `Kiểm tra an toàn điện tại các chợ`.
    package var text: String
    /// Units that helped the lead.
    package var partners: [String]
    /// One per assignment, in order; joint work has one, counted once.
    package var shares: [ReportedShare]
    /// What a person wrote over the results of several units; nil: nothing.
    package var summary: String?

    package init(
        text: String, partners: [String] = [], shares: [ReportedShare], summary: String? = nil
    ) {
        self.text = text
        self.partners = partners
        self.shares = shares
        self.summary = summary
    }
}

/// One assignment: what one unit had to do of a task, and did.
package struct ReportedShare: Sendable, Equatable {
    package enum Status: Sendable, CaseIterable {
        case done, doneLate
        /// Handed in, in time or late, and not accepted yet.
        case waiting, waitingLate
        case onTime, atRisk, late, notStarted

        package var isDone: Bool { self == .done || self == .doneLate }

        package var isWaiting: Bool { self == .waiting || self == .waitingLate }

        /// Whether its unit still has to do something.
        package var isOpen: Bool { !isDone && !isWaiting }
    }

    /// One time of work that comes again.
    package struct Round: Sendable, Equatable {
        /// `Tháng 11/2026`.
        package let label: String
        package let status: Status

        package init(label: String, status: Status) {
            self.label = label
            self.status = status
        }

        /// Whether it counts: it was done, handed in, or missed. The others may still be in time.
        package var isOwed: Bool { !status.isOpen || status == .late }
    }

    /// A number that the unit reported.
    package struct Figure: Sendable, Equatable {
        /// `Cơ sở đã kiểm tra`.
        package let label: String
        package let value: Double
        /// `cơ sở`, `%`, `triệu đồng`.
        package let unit: String

        package init(_ label: String, _ value: Double, _ unit: String) {
            self.label = label
            self.value = value
            self.unit = unit
        }
    }

    package var unit: String
    package var status: Status
    package var due: Day?
    /// The day on which it was handed in.
    package var finished: Day?
    /// Of work that comes again, each time in order; empty for what is done once.
    package var rounds: [Round]
    /// What the unit reported, whole sentences; nil: it has not.
    package var result: String?
    package var figures: [Figure]
    package var evidence: [ReportedEvidence]
    /// Why it is late, in the unit's words.
    package var explanation: String?
    /// Its last time, whose page tells all of it.
    package var origin: ReportSource?

    package init(
        unit: String, status: Status, due: Day? = nil, finished: Day? = nil, rounds: [Round] = [],
        result: String? = nil, figures: [Figure] = [], evidence: [ReportedEvidence] = [],
        explanation: String? = nil, origin: ReportSource? = nil
    ) {
        self.unit = unit
        self.status = status
        self.due = due
        self.finished = finished
        self.rounds = rounds
        self.result = result
        self.figures = figures
        self.evidence = evidence
        self.explanation = explanation
        self.origin = origin
    }

    /// Whether the unit has told anything of its work.
    package var hasReport: Bool { result != nil || !figures.isEmpty || !evidence.isEmpty }
}

/// A file that proves work (tài liệu minh chứng).
package struct ReportedEvidence: Sendable, Hashable {
    package let fileName: String
    package let date: Day
    /// The person who handed it in, `Nguyễn Văn An`.
    package let person: String

    package init(fileName: String, date: Day, person: String) {
        self.fileName = fileName
        self.date = date
        self.person = person
    }
}

extension ReportedShare.Status {
    /// As it reads in a report, in lower case.
    package var words: String {
        switch self {
        case .done: "đã hoàn thành"
        case .doneLate: "đã hoàn thành, chậm so với thời hạn"
        case .waiting: "đã báo cáo hoàn thành, chờ xác nhận"
        case .waitingLate: "đã báo cáo hoàn thành, chậm so với thời hạn, chờ xác nhận"
        case .onTime: "đang thực hiện, trong thời hạn"
        case .atRisk: "đang thực hiện, có nguy cơ chậm"
        case .late: "quá hạn, chưa hoàn thành"
        case .notStarted: "chưa triển khai"
        }
    }
}
