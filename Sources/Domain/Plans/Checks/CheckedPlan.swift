/// A read plan with what the rules ask of it prepared once.
package struct CheckedPlan: Sendable {
    package let reading: PlanReading
    /// Position among the plans of the run; two plans may bear the same file name.
    let number: Int
    let tasks: [CheckedTask]
    /// Pairs of tasks whose work is the same, by position, the earlier first.
    let sameWork: [(Int, Int)]
    /// Every spelling of every unit, folded, the longest first.
    let unitNames: [(folded: String, canonical: String)]

    init(_ reading: PlanReading, number: Int = 0) {
        self.reading = reading
        self.number = number
        tasks = reading.tasks.map(CheckedTask.init)
        let names = reading.units.flatMap { [$0.canonical] + $0.aliases }
        sameWork = WorkSimilarity(tasks.map(\.text), leavingOut: names)
            .pairs(over: WorkSimilarity.same)
        unitNames = reading.units.flatMap { unit in
            ([unit.canonical] + unit.aliases).map { (folded($0), unit.canonical) }
        }.sorted { $0.folded.count > $1.folded.count }
    }

    /// First day on which the plan can have been issued; nil when its date is blank.
    var issued: Day? {
        guard let date = reading.document.date else { return nil }
        return Day(iso: date) ?? Day(iso: date + "-01")
    }

    /// The first line of a kind of `OtherLine`; 1 where there is none.
    func line(of kinds: String...) -> Int {
        reading.otherLines.first { kinds.contains($0.kind) }?.line ?? 1
    }
}

/// A task with its words as one text.
package struct CheckedTask: Sendable {
    package let reading: TaskReading
    /// The body without Markdown asterisks; in annotations only its beginning.
    let text: String
    let sentences: [String]

    init(_ reading: TaskReading) {
        self.reading = reading
        text = (reading.text ?? reading.textStart).filter { $0 != "*" }
        sentences = Sentences.split(text)
    }

    /// Says only that it works with others: the unit of the heading does not lead.
    var isInverted: Bool { reading.roleCue == "Phối hợp" }

    /// The one unit that leads, where exactly one addressable unit does and it is no group.
    var singleLead: String? {
        guard reading.leadUnits.count == 1, let lead = reading.leadUnits.first,
            !UnitGroup.isGroup(lead)
        else { return nil }
        return lead
    }

    /// The sentence in which the words stand; else the first one.
    func sentence(with words: String) -> String {
        let bare = words.filter { $0 != "*" }
        return sentences.first { $0.contains(bare) } ?? sentences.first ?? text
    }
}

extension CheckedPlan {
    /// A finding that stands beside a task.
    func report(
        _ kind: DiagnosticKind, at task: CheckedTask, quoting words: String? = nil,
        _ message: String, severity: PlanDiagnostic.Severity? = nil, remedy: String? = nil,
        related: [PlanDiagnostic.RelatedPlace] = []
    ) -> PlanDiagnostic {
        let sentence = words.map(task.sentence(with:)) ?? task.sentences.first ?? task.text
        return report(
            kind, line: task.reading.lineStart, section: task.reading.sectionPath,
            task: task.reading.id, quoting: sentence, message, severity: severity,
            remedy: remedy, related: related)
    }

    /// A finding that stands at a line.
    func report(
        _ kind: DiagnosticKind, line: Int, section: String? = nil, task: String? = nil,
        quoting sentence: String, _ message: String, severity: PlanDiagnostic.Severity? = nil,
        remedy: String? = nil, related: [PlanDiagnostic.RelatedPlace] = []
    ) -> PlanDiagnostic {
        PlanDiagnostic(
            code: kind.code, severity: severity ?? kind.severity, file: reading.file, line: line,
            page: nil, sectionPath: section, task: task, sentence: Quote.shortened(sentence),
            message: message, reason: kind.reason, remedy: remedy ?? kind.remedy, related: related)
    }

    /// A task as the other place of a finding.
    func place(
        of task: CheckedTask, quoting words: String? = nil
    ) -> PlanDiagnostic.RelatedPlace {
        let sentence = words.map(task.sentence(with:)) ?? task.sentences.first ?? task.text
        return PlanDiagnostic.RelatedPlace(
            file: reading.file, line: task.reading.lineStart, task: task.reading.id,
            sentence: Quote.shortened(sentence))
    }
}
