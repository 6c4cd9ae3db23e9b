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
    var hasUnboundLead = false
    var leads: [ToldUnit] = []
    var partners: [ToldUnit] = []
    var deadlines: [Deadline] = []

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
        let live: SQL = "t.ward = \(ward) AND t.plan = \(plan) AND t.ended_at IS NULL"
        var tasks = try rows(
            """
            SELECT t.id, t.code, t.person, t.product, t.authority, t.is_deferred FROM tasks t
            WHERE \(live)
            ORDER BY t.position
            """
        ).map { row in
            ToldTask(
                id: row["id"], code: row["code"], person: row["person"], product: row["product"],
                authority: row["authority"], isDeferred: row["is_deferred"])
        }
        let places = Dictionary(
            uniqueKeysWithValues: tasks.enumerated().map { ($0.element.id, $0.offset) })
        let units = try rows(
            """
            SELECT n.task, n.role, u.id, u.name, u.is_group FROM task_units n
            JOIN tasks t ON t.ward = n.ward AND t.id = n.task
            LEFT JOIN units u ON u.ward = n.ward AND u.id = n.unit
            WHERE \(live) AND n.role IN ('lead', 'coordinate')
            ORDER BY n.task, n.position
            """)
        for row in units {
            guard let place = places[row["task"]] else { continue }
            guard let id: String = row["id"] else {
                if row["role"] == "lead" { tasks[place].hasUnboundLead = true }
                continue
            }
            let unit = ToldUnit(id: id, name: row["name"], isGroup: row["is_group"])
            if row["role"] == "lead" {
                if !tasks[place].leads.contains(unit) { tasks[place].leads.append(unit) }
            } else {
                tasks[place].partners.append(unit)
            }
        }
        for row in try rows(
            """
            SELECT d.task, d.text, d.type, d.date, d.start, d.recurrence FROM task_deadlines d
            JOIN tasks t ON t.ward = d.ward AND t.id = d.task
            WHERE \(live)
            ORDER BY d.task, d.position
            """)
        {
            guard let place = places[row["task"]], let deadline = Deadline(row) else { continue }
            tasks[place].deadlines.append(deadline)
        }
        return tasks
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
