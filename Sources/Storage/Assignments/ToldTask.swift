import Domain

/// A unit that a task names, bound to a unit of the ward.
struct ToldUnit: Equatable {
    let id: String
    let name: String
    let isGroup: Bool
}

/// A live task of a plan as far as its assignments come from it.
struct ToldTask {
    let id: String
    let code: String
    let person: String?
    let product: String?
    let authority: String?
    /// Somebody decided that it gets its lead later.
    let isDeferred: Bool
    /// The text lets a unit lead that is bound to none of the ward's.
    let hasUnboundLead: Bool
    let leads: [ToldUnit]
    let partners: [ToldUnit]
    let deadlines: [Deadline]

    /// How many tasks a refusal lists by name.
    static let listedMax = 10

    /// Several leads, of which not all are groups whose members each do the work.
    var hasSeveralLeads: Bool { leads.count > 1 && !leads.allSatisfy(\.isGroup) }

    /// Waits for its one focal point: nobody gets it before that is chosen.
    var isUnsettled: Bool { isDeferred && (hasUnboundLead || hasSeveralLeads) }
}

/// One assignment that a task asks for.
struct ToldAssignment {
    let task: ToldTask
    /// The member for which work laid on a group is made; empty: the work of one unit.
    let member: String
    let lead: String?
    let partners: [String]
}

struct AssignmentKey: Hashable {
    let task: String
    let member: String
}

struct KnownAssignment {
    let id: String
    let toldLead: String?
    let createdAt: Instant
    /// The day on which the plan gave it another rhythm.
    let rhythmFrom: Day?
    let isEnded: Bool

    /// The first day of the times that the plan has for it now.
    var begins: Day { rhythmFrom ?? createdAt.day }
}

extension Transaction {
    func knownAssignments(
        ofPlan plan: String, ward: String
    ) throws -> [AssignmentKey: KnownAssignment] {
        let pairs = try rows(
            """
            SELECT id, task, member, told_lead, created_at, rhythm_from, ended_at FROM assignments
            WHERE ward = \(ward) AND plan = \(plan)
            """
        ).map { row in
            (
                AssignmentKey(task: row["task"], member: row["member"]),
                KnownAssignment(
                    id: row["id"], toldLead: row["told_lead"], createdAt: row["created_at"],
                    rhythmFrom: row["rhythm_from"], isEnded: (row["ended_at"] as Instant?) != nil)
            )
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// The live tasks of a plan, in its order, with their units and deadlines.
    func toldTasks(ofPlan plan: String, ward: String) throws -> [ToldTask] {
        let units = Dictionary(
            uniqueKeysWithValues: try rows(
                "SELECT id, name, is_group FROM units WHERE ward = \(ward)"
            ).map { row in
                let unit = ToldUnit(id: row["id"], name: row["name"], isGroup: row["is_group"])
                return (unit.id, unit)
            })
        let live: SQL = "t.ward = \(ward) AND t.plan = \(plan) AND t.ended_at IS NULL"
        return try tasks(where: live, ward: ward).map { task in
            let told = { (role: TaskUnit.Role) in
                task.units(role).compactMap { $0.unit.flatMap { units[$0] } }
            }
            return ToldTask(
                id: task.id, code: task.code, person: task.person, product: task.product,
                authority: task.authority, isDeferred: task.isDeferred,
                hasUnboundLead: task.units(.lead).contains { $0.unit == nil },
                // Two names of the text may mean one unit.
                leads: told(.lead).reduce(into: []) { leads, unit in
                    if !leads.contains(unit) { leads.append(unit) }
                }, partners: told(.coordinate), deadlines: task.deadlines)
        }
    }
}

extension Deadline {
    /// nil: of a kind that this version does not know.
    init?(_ row: Row) {
        guard let kind = Kind(rawValue: row["type"]) else { return nil }
        self.init(
            text: row["text"], type: kind, date: row["date"],
            recurrence: (row["recurrence"] as String?).flatMap { Recurrence(rawValue: $0) },
            start: row["start"])
    }
}
