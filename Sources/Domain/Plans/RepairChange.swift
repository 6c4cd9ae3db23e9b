/// What a suggested repair changes when a person takes it: fields that were read, never the words
/// of the document.
package struct RepairChange: Sendable, Equatable {
    /// Name of the column.
    package let field: String
    package let before: String
    package let after: String

    package init(field: String, before: String, after: String) {
        self.field = field
        self.before = before
        self.after = after
    }
}

extension SuggestedRepair {
    /// The text with its damaged words mended; nil where they do not stand in it as whole words.
    package func mended(_ text: String) -> String? {
        var mended = ""
        var rest = text[...]
        var isFound = false
        while let place = rest.firstRange(of: found) {
            let before = rest[..<place.lowerBound].last ?? mended.last
            let after = rest[place.upperBound...].first
            let isWhole =
                before.map { !$0.isLetter } ?? true && after.map { !$0.isLetter } ?? true
            mended += rest[..<place.lowerBound] + (isWhole ? suggestion : found)
            isFound = isFound || isWhole
            rest = rest[place.upperBound...]
        }
        return isFound ? mended + rest : nil
    }

    /// Whether its line lies within a task's own.
    package func lies(in task: PlanTask) -> Bool {
        (task.lineStart...max(task.lineStart, task.lineEnd)).contains(line)
    }

    /// Of a plan's head and title.
    package func changes(in plan: Plan) -> [RepairChange] {
        changes([
            ("title", plan.title), ("issuer", plan.issuer), ("place", plan.place),
            ("number", plan.number), ("number_suffix", plan.numberSuffix),
        ])
    }

    /// Of a task's title and product.
    package func changes(in task: PlanTask) -> [RepairChange] {
        changes([("title", task.title), ("product", task.product)])
    }

    private func changes(_ fields: [(String, String?)]) -> [RepairChange] {
        fields.compactMap { name, text in
            text.flatMap(mended).map {
                RepairChange(field: name, before: text ?? "", after: $0)
            }
        }
    }

    /// The units of a task with their names mended; nil when none bears the damage.
    package func mended(_ units: [TaskUnit]) -> [TaskUnit]? {
        let names = units.map { mended($0.name) ?? $0.name }
        if names == units.map(\.name) { return nil }
        return zip(units, names).map { TaskUnit(role: $0.role, name: $1, unit: $0.unit) }
    }
}
