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
    /// are done. What waits for the answer of the assigning body is neither done nor late: its
    /// unit has handed it in. What was excused is not reported on.
    ///
    /// - Returns: nil when nothing is left to report on.
    package init?(
        unit: String, times: [ReportedWork], figures: [Figure], evidence: [ReportedEvidence],
        explanation: String?, on day: Day
    ) {
        let told = times.compactMap { time in
            Self.status(time.facts, on: day).map { (time: time, status: $0) }
        }
        if told.isEmpty { return nil }
        let status = Self.drawn(told.map(\.status))
        let lines = told.flatMap { one in
            one.time.texts.flatMap(writtenLines).map { line in
                told.count > 1 && !one.time.label.isEmpty ? "\(one.time.label): \(line)" : line
            }
        }
        let days = told.compactMap(\.time.facts.due)
        let missed = told.filter { $0.status == .late }.compactMap(\.time.facts.due).min()
        self.init(
            unit: unit, status: status, due: missed ?? days.max(),
            finished: status.isOpen ? nil : told.compactMap(\.time.facts.submitted).max(),
            rounds: told.count < 2
                ? [] : told.map { Round(label: $0.time.label, status: $0.status) },
            result: lines.isEmpty ? nil : lines.joined(separator: "\n"), figures: figures,
            evidence: evidence, explanation: explanation)
    }

    /// - Precondition: there is at least one.
    private static func drawn(_ states: [Status]) -> Status {
        if states.contains(.late) { return .late }
        if states.contains(.atRisk) { return .atRisk }
        if !states.contains(where: \.isOpen) {
            if states.contains(.waitingLate) { return .waitingLate }
            let isLate = states.contains(.doneLate)
            if states.contains(.waiting) { return isLate ? .waitingLate : .waiting }
            return isLate ? .doneLate : .done
        }
        return states.allSatisfy { $0 == .notStarted } ? .notStarted : .onTime
    }

    /// nil: excused.
    private static func status(_ facts: WorkFacts, on day: Day) -> Status? {
        switch WorkRule.status(of: facts, on: day) {
        case .notStarted: return .notStarted
        case .onTime: return .onTime
        case .atRisk: return .atRisk
        case .late: return .late
        case .waiting:
            guard let due = facts.due, let submitted = facts.submitted else { return .waiting }
            return submitted > due ? .waitingLate : .waiting
        case .done: return .done
        case .doneLate: return .doneLate
        case .excused: return nil
        }
    }
}
