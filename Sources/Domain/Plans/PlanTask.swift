/// One piece of work of a kept plan (nhiệm vụ), as read and then corrected by people.
package struct PlanTask: Sendable, Equatable, Codable {
    package let id: String
    package let plan: String
    /// `II.6.c.2`, as the plan numbers it.
    package let code: String
    package let sectionPath: String
    package let unitHeading: String?
    package let title: String
    package let text: String
    /// Lines of the source of the plan's current version.
    package let lineStart: Int
    package let lineEnd: Int
    package let person: String?
    package let product: String?
    package let authority: String?
    /// Bullets that are one joint work share it and count once.
    package let workItem: String
    /// Somebody decided that it gets its lead later: until it has one focal point, nobody gets it.
    package let isDeferred: Bool
    package let endedAt: Instant?
    package let endedBecause: String?
    package let version: Int
    package var units: [TaskUnit]
    package var deadlines: [Deadline]
    package var targets: [TaskTarget]

    package init(
        id: String, plan: String, code: String, sectionPath: String, unitHeading: String?,
        title: String, text: String, lineStart: Int, lineEnd: Int, person: String?,
        product: String?, authority: String?, workItem: String, isDeferred: Bool,
        endedAt: Instant?, endedBecause: String?, version: Int, units: [TaskUnit],
        deadlines: [Deadline], targets: [TaskTarget]
    ) {
        self.id = id
        self.plan = plan
        self.code = code
        self.sectionPath = sectionPath
        self.unitHeading = unitHeading
        self.title = title
        self.text = text
        self.lineStart = lineStart
        self.lineEnd = lineEnd
        self.person = person
        self.product = product
        self.authority = authority
        self.workItem = workItem
        self.isDeferred = isDeferred
        self.endedAt = endedAt
        self.endedBecause = endedBecause
        self.version = version
        self.units = units
        self.deadlines = deadlines
        self.targets = targets
    }

    package func units(_ role: TaskUnit.Role) -> [TaskUnit] { units.filter { $0.role == role } }

    /// What stands between this task and its assignment; nil: nothing.
    ///
    /// - Parameter groups: identifiers of the ward's groups of units, whose members each do the
    ///   work; only of them may a task name several.
    package func hindrance(groups: Set<String>) -> Hindrance? {
        if endedAt != nil { return nil }
        let leads = units(.lead)
        let bound = Set(leads.compactMap(\.unit))
        // Nobody can put this off: work that goes out has one focal point, or none yet.
        if bound.count > 1 && !bound.isSubset(of: groups) { return .severalLeads }
        if isDeferred { return nil }
        if leads.isEmpty { return .noLead }
        return leads.contains { $0.unit == nil } ? .leadNotBound : nil
    }

    package enum Hindrance: Sendable, Equatable {
        /// The text names nobody who leads.
        case noLead
        /// The name of the text is bound to no unit of the ward.
        case leadNotBound
        /// "Mỗi việc một đầu mối".
        case severalLeads

        package var words: String {
            switch self {
            case .noLead: "chưa có đơn vị chủ trì"
            case .leadNotBound: "tên đơn vị chủ trì chưa gắn với đơn vị của phường"
            case .severalLeads: "có nhiều đơn vị chủ trì, cần chọn một đầu mối hoặc giao riêng"
            }
        }
    }
}

/// A unit that a task names.
package struct TaskUnit: Sendable, Equatable, Codable {
    package enum Role: String, Sendable, CaseIterable, Codable {
        case lead, coordinate, direct, advise, partner

        package var title: String {
            switch self {
            case .lead: "Chủ trì"
            case .coordinate: "Phối hợp"
            case .direct: "Chỉ đạo"
            case .advise: "Tham mưu cho"
            case .partner: "Cùng tham gia"
            }
        }
    }

    package var role: Role
    /// As the reader understood it from the text.
    package var name: String
    /// Identifier of the ward's unit; nil: not bound yet.
    package var unit: String?

    package init(role: Role, name: String, unit: String?) {
        self.role = role
        self.name = name
        self.unit = unit
    }
}

/// A number that a task must reach (chỉ tiêu), as it is kept.
package struct TaskTarget: Sendable, Equatable, Codable {
    package let id: String
    package let task: String
    /// Verbatim.
    package let text: String
    /// What is counted.
    package let name: String
    package let min: Double?
    package let max: Double?
    package let unit: String?
    package let per: String?
    package let due: String?

    package init(
        id: String, task: String, text: String, name: String, min: Double?, max: Double?,
        unit: String?, per: String?, due: String?
    ) {
        self.id = id
        self.task = task
        self.text = text
        self.name = name
        self.min = min
        self.max = max
        self.unit = unit
        self.per = per
        self.due = due
    }
}

extension TaskReading {
    /// The units that the text names, each in its role and not bound yet.
    package var taskUnits: [TaskUnit] {
        let roles: [(TaskUnit.Role, [String])] = [
            (.lead, leadUnits), (.coordinate, coordinatingUnits), (.direct, directedUnits),
            (.advise, advises), (.partner, genericPartners),
        ]
        return roles.flatMap { role, names in
            names.map { TaskUnit(role: role, name: $0, unit: nil) }
        }
    }
}

extension TaskTarget {
    /// Why a value cannot be what was reached; nil: it can.
    ///
    /// A share of a whole is at most all of it, unless the plan itself asks for more.
    package func refusal(of value: Double) -> String? {
        if value < 0 { return "Số liệu không thể âm. Hãy ghi con số từ 0 trở lên." }
        let aim = Swift.max(min ?? 0, max ?? 0)
        if unit == "percent", aim <= 100, value > 100 {
            return "Chỉ tiêu tính bằng phần trăm. Hãy ghi con số từ 0 đến 100."
        }
        return nil
    }
}
