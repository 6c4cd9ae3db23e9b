/// What a person decided about a task: everything that the form of a task holds.
package struct TaskCorrection: Sendable, Equatable {
    package var title: String
    package var person: String?
    package var product: String?
    package var authority: String?
    package var isDeferred: Bool
    package var units: [TaskUnit]
    package var deadlines: [Deadline]
    package var targets: [TargetCorrection]

    package init(
        title: String, person: String?, product: String?, authority: String?, isDeferred: Bool,
        units: [TaskUnit], deadlines: [Deadline], targets: [TargetCorrection]
    ) {
        self.title = title
        self.person = person
        self.product = product
        self.authority = authority
        self.isDeferred = isDeferred
        self.units = units
        self.deadlines = deadlines
        self.targets = targets
    }

    /// The task as it stands.
    package init(_ task: PlanTask) {
        self.init(
            title: task.title, person: task.person, product: task.product,
            authority: task.authority, isDeferred: task.isDeferred, units: task.units,
            deadlines: task.deadlines, targets: task.targets.map(TargetCorrection.init))
    }

    /// - Throws: `.invalid` with one refusal for each field that cannot stand so.
    package func check() throws(Problem) {
        var refusals: [String: String] = [:]
        if title.isEmpty { refusals["title"] = "Hãy ghi tên ngắn của nhiệm vụ." }
        for (index, target) in targets.enumerated() {
            if target.name.isEmpty {
                refusals["target-name-\(index)"] = "Hãy ghi chỉ tiêu đo cái gì."
            }
            if target.min == nil && target.max == nil {
                refusals["target-min-\(index)"] = "Hãy ghi con số phải đạt."
            }
            if let min = target.min, let max = target.max, min > max {
                refusals["target-max-\(index)"] =
                    "Mức cao nhất phải lớn hơn hoặc bằng mức thấp nhất."
            }
        }
        guard refusals.isEmpty else {
            throw Problem(.invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
    }
}

/// A target as a person wants it.
package struct TargetCorrection: Sendable, Equatable {
    /// nil: a new one.
    package var id: String?
    /// Verbatim; empty for one that somebody added.
    package var text: String
    package var name: String
    package var min: Double?
    package var max: Double?
    package var unit: String?
    package var per: String?
    package var due: String?

    package init(
        id: String?, text: String, name: String, min: Double?, max: Double?, unit: String?,
        per: String?, due: String?
    ) {
        self.id = id
        self.text = text
        self.name = name
        self.min = min
        self.max = max
        self.unit = unit
        self.per = per
        self.due = due
    }

    package init(_ target: TaskTarget) {
        self.init(
            id: target.id, text: target.text, name: target.name, min: target.min,
            max: target.max, unit: target.unit, per: target.per, due: target.due)
    }
}
