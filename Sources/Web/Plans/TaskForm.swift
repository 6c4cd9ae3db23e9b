import Domain
import Storage

/// Reads the form of a task into a correction, and a correction back into its values.
struct TaskForm: Sendable {
    /// One deadline as it is typed.
    struct DeadlineRow: Sendable {
        var day: String
        var recurrence: String
        let before: Deadline?
    }

    /// One target as it is typed.
    struct TargetRow: Sendable {
        let id: String?
        let text: String
        var name: String
        var min: String
        var max: String
        var unit: String
        var per: String
        var due: String
    }

    var title: String
    var person: String
    var product: String
    var authority: String
    var isDeferred: Bool
    /// Identifier of a unit, or `name:` and the words of the text.
    var leads: [String]
    var partners: [String]
    var deadlines: [DeadlineRow]
    var targets: [TargetRow]

    init(_ task: PlanTask) {
        title = task.title
        person = task.person ?? ""
        product = task.product ?? ""
        authority = task.authority ?? ""
        isDeferred = task.isDeferred
        leads = task.units(.lead).map(Self.value)
        partners = task.units(.coordinate).map(Self.value)
        deadlines = task.deadlines.map {
            DeadlineRow(
                day: DeadlineEntry.day(of: $0), recurrence: $0.recurrence?.rawValue ?? "",
                before: $0)
        }
        targets = task.targets.map {
            TargetRow(
                id: $0.id, text: $0.text, name: $0.name, min: Self.number($0.min),
                max: Self.number($0.max), unit: $0.unit.map(PlanWords.measure) ?? "",
                per: $0.per ?? "",
                due: $0.due.map { Day(iso: $0)?.vietnamese ?? $0 } ?? "")
        }
    }

    /// - Parameter task: as it stands, whose words and identities the form does not carry.
    init(_ form: Form, of task: PlanTask) {
        title = form["title"]
        person = form["person"]
        product = form["product"]
        authority = form["authority"]
        isDeferred = form["deferred"] == "1"
        leads = form.all("lead").filter { !$0.isEmpty }
        partners = form.all("coordinate").filter { !$0.isEmpty }
        let cycles = form.all("deadline-recurrence")
        deadlines = zip(form.all("deadline-day"), cycles).enumerated().map { index, row in
            DeadlineRow(
                day: row.0, recurrence: row.1,
                before: index < task.deadlines.count ? task.deadlines[index] : nil)
        }
        let columns = ["name", "min", "max", "unit", "per", "due"].map { form.all("target-\($0)") }
        targets = (columns[0].indices).map { index in
            let cell = { (column: Int) in
                index < columns[column].count ? columns[column][index] : ""
            }
            let before = index < task.targets.count ? task.targets[index] : nil
            return TargetRow(
                id: before?.id, text: before?.text ?? "", name: cell(0), min: cell(1),
                max: cell(2), unit: cell(3), per: cell(4), due: cell(5))
        }
    }

    /// - Throws: `.invalid` with a refusal for each field that cannot be read.
    func correction(of task: PlanTask, units: UnitNames) throws(Problem) -> TaskCorrection {
        var refusals: [String: String] = [:]
        var dates: [Deadline] = []
        for (index, row) in deadlines.enumerated() {
            do throws(Problem) {
                let found = try DeadlineEntry.deadline(
                    day: row.day, recurrence: Deadline.Recurrence(rawValue: row.recurrence),
                    replacing: row.before)
                if let found { dates.append(found) }
            } catch {
                refusals["deadline-day-\(index)"] = error.message
            }
        }
        var aims: [TargetCorrection] = []
        for (index, row) in targets.enumerated() where !row.isBlank {
            let (min, max) = (Double(vietnamese: row.min), Double(vietnamese: row.max))
            if !row.min.isEmpty && min == nil || !row.max.isEmpty && max == nil {
                refusals["target-min-\(index)"] = "Hãy ghi con số, ví dụ 25 hoặc 7,5."
            }
            let due = Day(vietnamese: row.due)?.iso ?? Day(iso: row.due)?.iso
            if !row.due.isEmpty && due == nil {
                refusals["target-due-\(index)"] = "Hãy ghi ngày như 31/12/2026."
            }
            aims.append(
                TargetCorrection(
                    id: row.id, text: row.text, name: row.name, min: min, max: max,
                    unit: row.unit.isEmpty ? nil : PlanWords.measureKey(row.unit),
                    per: row.per.isEmpty ? nil : row.per, due: due))
        }
        guard refusals.isEmpty else {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
        let others = task.units.filter { $0.role != .lead && $0.role != .coordinate }
        let correction = TaskCorrection(
            title: title, person: person.isEmpty ? nil : person,
            product: product.isEmpty ? nil : product,
            authority: authority.isEmpty ? nil : authority, isDeferred: isDeferred,
            units: named(leads, .lead, task, units) + named(partners, .coordinate, task, units)
                + others,
            deadlines: dates, targets: aims)
        try correction.check()
        return correction
    }

    static func value(_ unit: TaskUnit) -> String { unit.unit ?? namePrefix + unit.name }

    static let namePrefix = "name:"

    private func named(
        _ values: [String], _ role: TaskUnit.Role, _ task: PlanTask, _ units: UnitNames
    ) -> [TaskUnit] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }.compactMap { value in
            // A unit that the text already named keeps the words of the text.
            let known = task.units.first { Self.value($0) == value }
            if let known { return TaskUnit(role: role, name: known.name, unit: known.unit) }
            return units[value].map { TaskUnit(role: role, name: $0.name, unit: value) }
        }
    }

    private static func number(_ value: Double?) -> String {
        value.map { PlanWords.number($0) } ?? ""
    }
}

extension TaskForm.TargetRow {
    var isBlank: Bool { name.isEmpty && min.isEmpty && max.isEmpty }
}
