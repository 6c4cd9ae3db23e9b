/// What is known of the carrying out of one plan over a period: facts of a report, not its words.
///
/// Everything that the drafted report says comes from here; what is missing here is missing there,
/// and is said to be. The same facts serve a ward's report to the level above and, through
/// `limited(to:)`, a unit's report to the ward.
package struct YearlyReport: Sendable, Equatable {
    package var plan: ReportedPlan
    /// Further documents that this report serves (lồng ghép), as they are cited in a sentence.
    package var alsoServes: [String] = []
    /// First and last day reported on; status and figures are those of the last day.
    package var from: Day
    package var to: Day
    /// As it reads within a sentence: `UBND phường Sao Mai`.
    package var reporter: String
    package var guidance: ReportedGuidance
    /// Sơ kết, tổng kết of the plan.
    package var reviews: [ReportedReview] = []
    /// Task groups of the plan, in its order.
    package var groups: [ReportedGroup]
    /// What units told beside their single tasks.
    package var remarks: [ReportedRemark]
    package var targets: [ReportedTarget]
    /// What a person judges of the whole, whole sentences.
    package var assessment: [String]
    package var obstacles: [ReportedObstacle]
    /// Causes (nguyên nhân), whole sentences that a person wrote.
    package var causes: [String]
    package var proposals: [ReportedProposal]
    /// What a person planned for the next period, whole sentences.
    package var nextSteps: [String]
    /// Units that owed the reporter a report for the period and gave none.
    package var unitsWithoutReport: [String]

    package init(
        plan: ReportedPlan, from: Day, to: Day, reporter: String,
        guidance: ReportedGuidance = ReportedGuidance(), groups: [ReportedGroup] = [],
        remarks: [ReportedRemark] = [], targets: [ReportedTarget] = [],
        assessment: [String] = [], obstacles: [ReportedObstacle] = [], causes: [String] = [],
        proposals: [ReportedProposal] = [], nextSteps: [String] = [],
        unitsWithoutReport: [String] = []
    ) {
        self.plan = plan
        self.from = from
        self.to = to
        self.reporter = reporter
        self.guidance = guidance
        self.groups = groups
        self.remarks = remarks
        self.targets = targets
        self.assessment = assessment
        self.obstacles = obstacles
        self.causes = causes
        self.proposals = proposals
        self.nextSteps = nextSteps
        self.unitsWithoutReport = unitsWithoutReport
    }

    /// What one unit did itself, as the facts of its own report.
    ///
    /// Assessment, causes, next steps and documents of guidance are the reporter's own and are left out; the
    /// caller fills in the unit's. Targets belong to the plan as a whole and are left out, too.
    package func limited(to unit: String) -> YearlyReport {
        var own = YearlyReport(plan: plan, from: from, to: to, reporter: unit)
        own.groups = groups.compactMap { group in
            let tasks = group.tasks.compactMap { task -> ReportedTask? in
                var task = task
                task.shares.removeAll { $0.unit != unit }
                if task.shares.isEmpty { return nil }
                // The summary speaks of all units.
                task.summary = nil
                return task
            }
            return tasks.isEmpty ? nil : ReportedGroup(title: group.title, tasks: tasks)
        }
        own.guidance.disseminations = guidance.disseminations.filter { $0.unit == unit }
        own.reviews = reviews.filter { $0.unit == unit }
        own.remarks = remarks.filter { $0.unit == unit }
        own.obstacles = obstacles.filter { $0.unit == unit }
        own.proposals = proposals.filter { $0.unit == unit }
        return own
    }
}

/// The plan that is reported on.
package struct ReportedPlan: Sendable, Equatable {
    /// `Kế hoạch`, `Chương trình`.
    package let kind: String
    /// `131/KH-UBND`; nil while blank.
    package let number: String?
    package let date: Day?
    /// As it reads within a sentence: `UBND phường Sao Mai`.
    package let issuer: String
    /// Trích yếu.
    package let title: String
    package let origin: ReportSource?

    package init(
        kind: String, number: String?, date: Day?, issuer: String, title: String,
        origin: ReportSource? = nil
    ) {
        self.kind = kind
        self.number = number
        self.date = date
        self.issuer = issuer
        self.title = title
        self.origin = origin
    }
}

/// How the plan was led and made known.
package struct ReportedGuidance: Sendable, Equatable {
    /// A guiding document issued under the plan.
    package struct Issued: Sendable, Equatable {
        /// `Công văn số 45/UBND-VP`.
        package let name: String
        package let date: Day?
        package let issuer: String
        package let title: String
        package let origin: ReportSource?

        package init(
            name: String, date: Day?, issuer: String, title: String, origin: ReportSource? = nil
        ) {
            self.name = name
            self.date = date
            self.issuer = issuer
            self.title = title
            self.origin = origin
        }
    }

    /// That a unit made the plan known (quán triệt, phổ biến).
    package struct Dissemination: Sendable, Equatable {
        package let unit: String
        /// `hội nghị`, `loa truyền thanh`.
        package let form: String
        package let date: Day?
        /// People reached.
        package let headcount: Int?
        package let origin: ReportSource?

        package init(
            unit: String, form: String, date: Day?, headcount: Int?, origin: ReportSource? = nil
        ) {
            self.unit = unit
            self.form = form
            self.date = date
            self.headcount = headcount
            self.origin = origin
        }
    }

    package var documents: [Issued]
    package var disseminations: [Dissemination]
    /// Units that had to draw up a plan of their own, and did or did not.
    package var unitsWithPlan: [String]
    package var unitsWithoutPlan: [String]

    package init(
        documents: [Issued] = [], disseminations: [Dissemination] = [],
        unitsWithPlan: [String] = [], unitsWithoutPlan: [String] = []
    ) {
        self.documents = documents
        self.disseminations = disseminations
        self.unitsWithPlan = unitsWithPlan
        self.unitsWithoutPlan = unitsWithoutPlan
    }
}

/// What a unit told of its results beside its single tasks.
package struct ReportedRemark: Sendable, Equatable {
    package let unit: String
    package let text: String
    package let origin: ReportSource?

    package init(unit: String, text: String, origin: ReportSource? = nil) {
        self.unit = unit
        self.text = text
        self.origin = origin
    }
}

/// Something that stands in a unit's way (khó khăn, vướng mắc).
package struct ReportedObstacle: Sendable, Equatable {
    package let unit: String
    package let text: String
    /// What was answered; nil: nothing yet.
    package let answer: String?
    package let origin: ReportSource?

    package init(unit: String, text: String, answer: String?, origin: ReportSource? = nil) {
        self.unit = unit
        self.text = text
        self.answer = answer
        self.origin = origin
    }
}

/// Something that a unit asks of those above it (đề xuất, kiến nghị).
package struct ReportedProposal: Sendable, Equatable {
    package let unit: String
    package let text: String
    /// What was decided on it; nil: nothing yet.
    package let decision: String?
    package let origin: ReportSource?

    package init(unit: String, text: String, decision: String?, origin: ReportSource? = nil) {
        self.unit = unit
        self.text = text
        self.decision = decision
        self.origin = origin
    }
}
