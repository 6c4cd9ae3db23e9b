/// A read plan with what the rules ask of it prepared once.
package struct CheckedPlan: Sendable {
    package let reading: PlanReading
    /// Position among the plans of the run; two plans may bear the same file name.
    let number: Int
    let tasks: [CheckedTask]
    /// Pairs of tasks whose work is the same, by position, the earlier first.
    let sameWork: [(Int, Int)]
    /// Every spelling of every unit, folded, the longest first.
    let unitNames: [(name: PlainText, canonical: String)]

    init(_ reading: PlanReading, number: Int = 0) {
        self.reading = reading
        self.number = number
        tasks = reading.tasks.map(CheckedTask.init)
        let names = reading.units.flatMap { [$0.canonical] + $0.aliases }
        let similarity = WorkSimilarity(plain: tasks.map(\.plain), leavingOut: names)
        sameWork = similarity.pairs(over: WorkSimilarity.same).filter {
            min(similarity.size($0.0), similarity.size($0.1)) >= CheckedPlan.matterSizeMin
        }
        unitNames = reading.units.flatMap { unit in
            ([unit.canonical] + unit.aliases).map { (PlainText($0), unit.canonical) }
        }.sorted { $0.name.bytes.count > $1.name.bytes.count }
    }

    /// Fewer content words and pairs than this are a phrase of office ("thực hiện các nhiệm vụ khác
    /// được giao") and say no matter; ten words and their nine pairs are enough.
    static let matterSizeMin = 19

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
    let plain: PlainText
    /// The leads that are single units; a group is split per member and is none.
    let singleLeads: [String]

    init(_ reading: TaskReading) {
        self.reading = reading
        let body = reading.text ?? reading.textStart
        text = CheckedTask.bare(body)
        plain = PlainText(text)
        singleLeads = reading.leadUnits.filter { !UnitGroup.isGroup($0) }
        sentences = Sentences.split(text)
    }

    /// Says only that it works with others: the unit of the heading does not lead.
    var isInverted: Bool { reading.roleCue == "Phối hợp" }

    /// The one unit that leads, where exactly one addressable unit does and it is no group.
    var singleLead: String? {
        reading.leadUnits.count == 1 ? singleLeads.first : nil
    }

    /// The sentence in which the words stand, shortened around them; else the first one.
    func quote(_ words: String?) -> String {
        guard let words else { return Quote.shortened(sentences.first ?? text) }
        return Quote.shortened(sentence(with: words), around: CheckedTask.bare(words))
    }

    /// The sentence in which the words stand; else the first one.
    func sentence(with words: String) -> String {
        let bare = CheckedTask.bare(words)
        return sentences.first { $0.firstBytes(of: bare) != nil } ?? sentences.first ?? text
    }

    /// Without Markdown asterisks.
    static func bare(_ words: String) -> String {
        words.utf8.contains(UInt8(ascii: "*")) ? words.filter { $0 != "*" } : words
    }
}

extension CheckedPlan {
    /// A finding that stands beside a task.
    func report(
        _ kind: DiagnosticKind, at task: CheckedTask, quoting words: String? = nil,
        _ message: String, severity: PlanDiagnostic.Severity? = nil, remedy: String? = nil,
        related: [PlanDiagnostic.RelatedPlace] = []
    ) -> PlanDiagnostic {
        report(
            kind, line: task.reading.lineStart, section: task.reading.sectionPath,
            task: task.reading.id, quoting: task.quote(words), message, severity: severity,
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
        PlanDiagnostic.RelatedPlace(
            file: reading.file, line: task.reading.lineStart, task: task.reading.id,
            sentence: task.quote(words))
    }
}
