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
        let (old, new) = (Sayings(before), Sayings(after))
        return Field.allCases.compactMap { field in
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
            byField[.deadlines] = task.deadlines.map {
                [$0.text, $0.date.map(Self.day)].compactMap { $0 }.joined(separator: " · ")
            }.joined(separator: "; ")
            byField[.targets] = task.targets.map {
                [$0.text, $0.by.map(Self.day)].compactMap { $0 }.joined(separator: " · ")
            }.joined(separator: "; ")
        }

        private static func day(_ date: String) -> String { Day(iso: date)?.vietnamese ?? date }
    }
}
