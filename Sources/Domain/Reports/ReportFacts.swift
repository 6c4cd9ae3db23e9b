/// All that a kind of report is drafted from; nothing else is known to it.
package struct ReportFacts: Sendable {
    package let from: Day
    package let to: Day
    /// As it reads within a sentence: `UBND phường Sao Mai`.
    package let reporter: String
    /// Head and foot, as far as the text speaks of them.
    package let sheet: AdministrativeDocument
    package var figures: [ReportFigure]
    /// Of a report on a plan.
    package var plan: YearlyReport?
    /// Of a facility's own report.
    package var facility: ReportedFacility?
    /// What a report on occasion is about, as a person typed it.
    package var subject: String?
    /// What units raised in the time, and asked for, whatever the plan.
    package var obstacles: [ReportedObstacle] = []
    package var proposals: [ReportedProposal] = []

    package init(
        from: Day, to: Day, reporter: String, sheet: AdministrativeDocument,
        figures: [ReportFigure] = [], plan: YearlyReport? = nil,
        facility: ReportedFacility? = nil, subject: String? = nil
    ) {
        self.from = from
        self.to = to
        self.reporter = reporter
        self.sheet = sheet
        self.figures = figures
        self.plan = plan
        self.facility = facility
        self.subject = subject
    }

    /// The same time a year before.
    package var previousFrom: Day { from.adding(months: -12) }
    package var previousTo: Day { to.adding(months: -12) }

    /// `từ ngày 01/01/2026 đến ngày 30/6/2026`.
    package var period: String { "từ ngày \(from.official) đến ngày \(to.official)" }
}

/// A facility as its own report tells of it: fields of its record that form PC04 leans on.
package struct ReportedFacility: Sendable, Equatable {
    package let id: String
    package let name: String
    /// Labels with what stands in the record, in order; nil: nobody has entered it.
    package let details: [Detail]
    /// What the registers hold of it in the time: self-inspections, drills, violations.
    package let events: [Event]

    package struct Detail: Sendable, Equatable {
        package let label: String
        package let value: String?

        package init(_ label: String, _ value: String?) {
            self.label = label
            self.value = value
        }
    }

    package struct Event: Sendable, Equatable {
        package enum Kind: String, Sendable, CaseIterable {
            case selfInspection, inspection, violation, drill, training
        }

        package let kind: Kind
        package let day: Day
        package let words: String
        package let origin: ReportSource

        package init(_ kind: Kind, day: Day, words: String, origin: ReportSource) {
            self.kind = kind
            self.day = day
            self.words = words
            self.origin = origin
        }
    }

    package init(id: String, name: String, details: [Detail], events: [Event]) {
        self.id = id
        self.name = name
        self.details = details
        self.events = events
    }
}
