/// How an amended text differs from the tasks that a plan has: what to keep, change, end and add.
package struct PlanDifference: Sendable, Equatable {
    /// A part of a task that the new text says otherwise.
    package enum Field: String, Sendable, CaseIterable {
        case words, lead, coordinate, deadlines, targets

        package var title: String {
            switch self {
            case .words: "Nội dung"
            case .lead: "Chủ trì"
            case .coordinate: "Phối hợp"
            case .deadlines: "Thời hạn"
            case .targets: "Chỉ tiêu"
            }
        }
    }

    package struct Change: Sendable, Equatable {
        package let field: Field
        package let before: String
        package let after: String
    }

    /// A task that goes on, with what changes in it; nothing when it stands as it stood.
    package struct Pair: Sendable, Equatable {
        package let task: PlanTask
        /// nil: a task that people added, of which the texts know nothing.
        package let reading: TaskReading?
        package let changes: [Change]
        /// A piece into which people cut a task of the text: its words are theirs, so that a
        /// change is shown and theirs to make.
        package let isPiece: Bool

        package func changes(_ field: Field) -> Bool { changes.contains { $0.field == field } }
    }

    package let pairs: [Pair]
    package let removed: [PlanTask]
    package let added: [TaskReading]
    /// Tasks that ended, and come back with their work; only where an earlier version does.
    package let returned: [PlanTask]
    /// Duties to report that only the one text has.
    package let reportsRemoved: [ReportDutyReading]
    package let reportsAdded: [ReportDutyReading]

    package var changed: [Pair] { pairs.filter { !$0.changes.isEmpty } }
    package var keptCount: Int { pairs.count - changed.count }

    /// Likeness from which two tasks of the same code are one.
    static let sameCodeMin = 0.35
    /// Likeness from which a task that moved is still the same.
    static let movedMin = 0.6

    /// Texts are compared with texts, and the tasks follow by their codes: what both texts say
    /// alike is no change, so that people's corrections stay, and what they took out stays out.
    ///
    /// - Parameters:
    ///   - tasks: the plan's live tasks as corrected.
    ///   - before: what was read of the version in force.
    package init(tasks: [PlanTask], before: PlanReading, after: PlanReading) {
        let partner = Self.match(before.tasks, after.tasks)
        let origins = Dictionary(
            before.tasks.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        var pairs: [Pair] = []
        var removed: [PlanTask] = []
        for task in tasks {
            let base = TaskSplit.baseCode(task.code)
            guard let origin = origins[task.code] ?? origins[base] else {
                pairs.append(Pair(task: task, reading: nil, changes: [], isPiece: false))
                continue
            }
            guard let other = partner[origin] else {
                removed.append(task)
                continue
            }
            pairs.append(
                Pair(
                    task: task, reading: after.tasks[other],
                    changes: Self.changes(from: before.tasks[origin], to: after.tasks[other]),
                    isPiece: origins[task.code] == nil))
        }
        self.pairs = pairs
        self.removed = removed
        let known = Set(partner.values)
        added = after.tasks.enumerated().filter { !known.contains($0.offset) }.map(\.element)
        returned = []
        reportsRemoved = Self.reports(of: before, without: after)
        reportsAdded = Self.reports(of: after, without: before)
    }

    /// Between two texts, whatever people made of them.
    package init(before: PlanReading, after: PlanReading) {
        self.init(tasks: before.tasks.map(PlanTask.init), before: before, after: after)
    }

    /// Between the plan as it stands and an earlier version that is put back as it was left.
    package init(
        tasks: [PlanTask], putBack left: [PlanTask], before: PlanReading, after: PlanReading
    ) {
        let wanted = Dictionary(uniqueKeysWithValues: left.map { ($0.id, $0) })
        let live = Set(tasks.map(\.id))
        pairs = tasks.compactMap { task in
            wanted[task.id].map { back in
                Pair(
                    task: task, reading: nil,
                    changes: Self.changes(from: Sayings(task), to: Sayings(back)), isPiece: false)
            }
        }
        removed = tasks.filter { wanted[$0.id] == nil }
        added = []
        returned = left.filter { !live.contains($0.id) }
        reportsRemoved = Self.reports(of: before, without: after)
        reportsAdded = Self.reports(of: after, without: before)
    }

    /// Of how many of the plan's tasks the new text still speaks.
    package var goesOnCount: Int { pairs.filter { $0.reading != nil }.count }

    /// Whether the text is hardly one of this plan: more than half of its tasks are gone.
    package var isMostlyGone: Bool { removed.count > goesOnCount }

    private static func reports(
        of reading: PlanReading, without other: PlanReading
    ) -> [ReportDutyReading] {
        let known = other.reports.map(\.duty)
        return reading.reports.filter { !known.contains($0.duty) }
    }

    /// Which task of the one text is which of the other: by code first, then by likeness.
    private static func match(_ before: [TaskReading], _ after: [TaskReading]) -> [Int: Int] {
        let old = before.map { words($0.text ?? $0.textStart) }
        let new = after.map { words($0.text ?? $0.textStart) }
        let codes = Dictionary(
            after.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        var partner: [Int: Int] = [:]
        var taken: Set<Int> = []
        for (index, task) in before.enumerated() {
            guard let other = codes[task.id],
                UnitNameMatch.likeness(old[index], new[other]) >= sameCodeMin
            else { continue }
            partner[index] = other
            taken.insert(other)
        }
        var moved: [(old: Int, new: Int, likeness: Double)] = []
        for left in old.indices where partner[left] == nil {
            for right in new.indices where !taken.contains(right) {
                let likeness = UnitNameMatch.likeness(old[left], new[right])
                if likeness >= movedMin { moved.append((left, right, likeness)) }
            }
        }
        moved.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
        for candidate in moved where partner[candidate.old] == nil && !taken.contains(candidate.new)
        {
            partner[candidate.old] = candidate.new
            taken.insert(candidate.new)
        }
        return partner
    }

    private static func words(_ text: String) -> Set<String> {
        Set(folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }

    private static func changes(from before: TaskReading, to after: TaskReading) -> [Change] {
        changes(from: Sayings(before), to: Sayings(after))
    }

    private static func changes(from old: Sayings, to new: Sayings) -> [Change] {
        Field.allCases.compactMap { field in
            let (left, right) = (old[field], new[field])
            return folded(left) == folded(right)
                ? nil : Change(field: field, before: left, after: right)
        }
    }

    /// What a task says in each field, as words that can be compared.
    private struct Sayings {
        var byField: [Field: String] = [:]

        subscript(field: Field) -> String { byField[field] ?? "" }

        init(_ task: TaskReading) {
            byField[.words] = task.text ?? task.textStart
            byField[.lead] = task.leadUnits.joined(separator: "; ")
            byField[.coordinate] = task.coordinatingUnits.joined(separator: "; ")
            byField[.deadlines] = Self.deadlines(task.deadlines)
            byField[.targets] = task.targets.map {
                [$0.text, $0.by.map(Self.day)].compactMap { $0 }.joined(separator: " · ")
            }.joined(separator: "; ")
        }

        init(_ task: PlanTask) {
            byField[.words] = task.text
            byField[.lead] = Self.names(task.units(.lead))
            byField[.coordinate] = Self.names(task.units(.coordinate))
            byField[.deadlines] = Self.deadlines(task.deadlines)
            byField[.targets] = task.targets.map {
                [$0.text, $0.due.map(Self.day)].compactMap { $0 }.joined(separator: " · ")
            }.joined(separator: "; ")
        }

        private static func names(_ units: [TaskUnit]) -> String {
            units.map(\.name).joined(separator: "; ")
        }

        private static func deadlines(_ deadlines: [Deadline]) -> String {
            deadlines.map {
                [$0.text, $0.date.map(Self.day)].compactMap { $0 }.joined(separator: " · ")
            }.joined(separator: "; ")
        }

        private static func day(_ date: String) -> String { Day(iso: date)?.vietnamese ?? date }
    }
}

extension ReportDutyReading {
    /// What the duty says, wherever it stands in the text.
    fileprivate var duty: ReportDutyReading {
        var copy = self
        copy.line = 0
        return copy
    }
}

extension PlanTask {
    /// The task as the text has it, before anybody touched it.
    fileprivate init(_ reading: TaskReading) {
        let text = reading.text ?? reading.textStart
        self.init(
            id: reading.id, plan: "", code: reading.id, sectionPath: reading.sectionPath,
            unitHeading: reading.unitHeading,
            title: TaskTitle.make(
                from: text, rolePhrase: reading.rolePhrase, units: reading.taskUnits.map(\.name)),
            text: text, lineStart: reading.lineStart, lineEnd: reading.lineEnd, person: nil,
            product: reading.product, authority: nil, workItem: reading.id, isDeferred: false,
            endedAt: nil, endedBecause: nil, version: 1, units: reading.taskUnits,
            deadlines: reading.deadlines, targets: [])
    }
}
