/// One time of one assignment, as far as a report looks at it.
package struct ReportedWork: Sendable, Equatable {
    /// `Tháng 11/2026`; empty where the work is done once.
    package let label: String
    package let facts: WorkFacts
    /// What the unit said in the period, in order; what it handed in stands for all before it.
    package let texts: [String]

    package init(label: String, facts: WorkFacts, texts: [String]) {
        self.label = label
        self.facts = facts
        self.texts = texts
    }
}

extension ReportedShare {
    /// Draws the times of one assignment within a period together to one line of a report.
    ///
    /// Late before at risk before under way: a month that is missed is not hidden by eleven that
    /// are done. What waits for the answer of the assigning body is not done yet.
    package init(
        unit: String, times: [ReportedWork], figures: [Figure], evidence: [ReportedEvidence],
        explanation: String?, on day: Day
    ) {
        let states = times.map { Self.status($0.facts, on: day) }
        let finished = times.compactMap { $0.facts.submitted }.max()
        let status = Self.drawn(states)
        let lines = times.flatMap { time in
            time.texts.flatMap(writtenLines).map { line in
                times.count > 1 && !time.label.isEmpty ? "\(time.label): \(line)" : line
            }
        }
        let days = times.compactMap(\.facts.due)
        let missed = zip(times, states).filter { $0.1 == .late }.compactMap(\.0.facts.due).min()
        self.init(
            unit: unit, status: status, due: missed ?? days.max(),
            finished: status.isDone ? finished : nil,
            result: lines.isEmpty ? nil : lines.joined(separator: "\n"), figures: figures,
            evidence: evidence, explanation: explanation)
    }

    private static func drawn(_ states: [Status]) -> Status {
        if states.contains(.late) { return .late }
        if states.contains(.atRisk) { return .atRisk }
        if states.allSatisfy(\.isDone), !states.isEmpty {
            return states.contains(.doneLate) ? .doneLate : .done
        }
        return states.allSatisfy { $0 == .notStarted } ? .notStarted : .onTime
    }

    private static func status(_ facts: WorkFacts, on day: Day) -> Status {
        switch WorkRule.status(of: facts, on: day) {
        case .notStarted: .notStarted
        case .onTime: .onTime
        case .atRisk: .atRisk
        case .late: .late
        case .waiting: facts.due.map { day > $0 } == true ? .late : .onTime
        case .done, .excused: .done
        case .doneLate: .doneLate
        }
    }
}
