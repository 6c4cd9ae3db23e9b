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
        package let reading: TaskReading
        package let changes: [Change]

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

    /// - Parameters:
    ///   - tasks: the plan's tasks as corrected.
    ///   - before: what was read of the version in force; what the new text says like this one is
    ///     no change, so that people's corrections stay.
    package init(tasks: [PlanTask], before: PlanReading, after: PlanReading) {
        let old = tasks.map { Self.words($0.text) }
        let new = after.tasks.map { Self.words($0.text ?? $0.textStart) }
        var partner: [Int: Int] = [:]
        var taken: Set<Int> = []
        let codes = Dictionary(
            after.tasks.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        for (index, task) in tasks.enumerated() {
            guard let other = codes[task.code],
                UnitNameMatch.likeness(old[index], new[other]) >= Self.sameCodeMin
            else { continue }
            partner[index] = other
            taken.insert(other)
        }
        for candidate in Self.moved(old, new, partner: partner, taken: taken) {
            guard partner[candidate.old] == nil, !taken.contains(candidate.new) else { continue }
            partner[candidate.old] = candidate.new
            taken.insert(candidate.new)
        }
        let earlier = Dictionary(
            before.tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        pairs = tasks.enumerated().compactMap { index, task in
            guard let other = partner[index] else { return nil }
            let reading = after.tasks[other]
            return Pair(
                task: task, reading: reading,
                changes: Self.changes(from: earlier[task.code], or: task, to: reading))
        }
        removed = tasks.enumerated().filter { partner[$0.offset] == nil }.map(\.element)
        added = after.tasks.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    }

    private static func moved(
        _ old: [Set<String>], _ new: [Set<String>], partner: [Int: Int], taken: Set<Int>
    ) -> [(old: Int, new: Int, likeness: Double)] {
        var found: [(old: Int, new: Int, likeness: Double)] = []
        for left in old.indices where partner[left] == nil {
            for right in new.indices where !taken.contains(right) {
                let likeness = UnitNameMatch.likeness(old[left], new[right])
                if likeness >= movedMin { found.append((left, right, likeness)) }
            }
        }
        return found.sorted { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
    }

    private static func words(_ text: String) -> Set<String> {
        Set(folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }

    private static func changes(
        from before: TaskReading?, or task: PlanTask, to after: TaskReading
    ) -> [Change] {
        let old = before.map(Sayings.init) ?? Sayings(task)
        let new = Sayings(after)
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
            self.init(
                words: task.text ?? task.textStart, leads: task.leadUnits,
                partners: task.coordinatingUnits, deadlines: task.deadlines,
                targets: task.targets.map { ($0.text, $0.min, $0.max, $0.by) })
        }

        init(_ task: PlanTask) {
            self.init(
                words: task.text, leads: task.units(.lead).map(\.name),
                partners: task.units(.coordinate).map(\.name), deadlines: task.deadlines,
                targets: task.targets.map { ($0.text, $0.min, $0.max, $0.due) })
        }

        private init(
            words: String, leads: [String], partners: [String], deadlines: [Deadline],
            targets: [(text: String, min: Double?, max: Double?, due: String?)]
        ) {
            byField[.words] = words
            byField[.lead] = leads.joined(separator: "; ")
            byField[.coordinate] = partners.joined(separator: "; ")
            byField[.deadlines] = deadlines.map {
                [$0.text, $0.date, $0.recurrence?.rawValue].compactMap { $0 }
                    .joined(separator: " · ")
            }.joined(separator: "; ")
            byField[.targets] = targets.map {
                [$0.text, $0.due].compactMap { $0 }.joined(separator: " · ")
            }.joined(separator: "; ")
        }
    }
}
