package import Domain

/// One line of a list of work.
package struct WorkRow: Sendable {
    package let id: String
    package let assignment: String
    package let label: String
    package let title: String
    package let code: String
    package let plan: String
    /// `131/KH-UBND`, or what a blank number leaves of it.
    package let planNumber: String
    package let planTitle: String
    package let lead: String?
    package let leadName: String?
    /// Of the asking person's unit: `lead`, `coordinate`; nil: neither.
    package let role: String?
    package let person: String?
    package let facts: WorkFacts
    package let status: WorkStatus
    package let version: Int

    init(_ row: Row, on today: Day) {
        id = row["id"]
        assignment = row["assignment"]
        label = row["label"]
        title = row["title"]
        code = row["code"]
        plan = row["plan"]
        let number: String? = row["plan_number"]
        let suffix: String? = row["plan_suffix"]
        planNumber = number ?? suffix.map { "…\($0)" } ?? ""
        planTitle = row["plan_title"]
        lead = row["lead"]
        leadName = row["lead_name"]
        role = row["role"]
        person = row["person"]
        facts = WorkFacts(row)
        status = WorkRule.status(of: facts, on: today)
        version = row["version"]
    }

    static let columns: SQL = """
        o.id, o.assignment, o.label, o.version, \(WorkFacts.columns), a.person, a.plan, t.title,
        t.code, p.number AS plan_number, p.number_suffix AS plan_suffix, p.title AS plan_title,
        l.unit AS lead, lu.short_name AS lead_name, m.role
        """

    /// Where the next page begins.
    package var cursor: String { "\(facts.due?.number ?? WorkRule.noDueDay).\(id)" }
}

extension WorkFacts {
    static let columns: SQL = """
        o.due, o.begins_day, o.reported_day, o.percent, o.started_at, o.submitted_at,
        o.accepted_at, o.excused_at
        """

    init(_ row: Row) {
        let reported: Int? = row["reported_day"]
        self.init(
            due: row["due"], begins: Day(number: row["begins_day"]),
            reported: reported.map { Day(number: $0) }, percent: row["percent"],
            isStarted: (row["started_at"] as Instant?) != nil,
            submitted: (row["submitted_at"] as Instant?)?.day,
            isAccepted: (row["accepted_at"] as Instant?) != nil,
            isExcused: (row["excused_at"] as Instant?) != nil)
    }
}

/// What a list of work is asked for.
package struct WorkFilter: Sendable, Equatable {
    package enum State: Sendable, Equatable {
        case open
        /// Late, at risk, or due within a week.
        case urgent
        /// Open and not urgent.
        case calm
        /// Open, and due in the week that holds today.
        case thisWeek
        case only(WorkStatus)
        case all
    }

    /// Of the whole ward, for who may read it; else of the own unit.
    package var isOfWard = false
    /// `lead` or `coordinate`.
    package var role: String?
    package var plan: String?
    package var task: String?
    /// The lead unit; `none`: work without a lead.
    package var lead: String?
    package var state = State.open
    package var words = ""
    /// `WorkRow.cursor` of the last row before.
    package var after: String?

    package init() {}
}

/// How much work there is; joint work of several bullets counts once.
package struct WorkCounts: Sendable, Equatable {
    package var byStatus: [WorkStatus: Int] = [:]
    /// Not late, and due within a week.
    package var dueSoon = 0

    package init() {}

    package subscript(status: WorkStatus) -> Int { byStatus[status] ?? 0 }
    package var open: Int { byStatus.filter { $0.key.isOpen }.values.reduce(0, +) }
}

extension Transaction {
    /// Rows of one page of a list.
    package static var workPageRows: Int { 50 }

    /// Work that the officer may see, by due day.
    package func work(
        _ filter: WorkFilter, for officer: Officer, limit: Int = workPageRows
    ) throws -> [WorkRow] {
        try rows(
            """
            SELECT \(WorkRow.columns)
            FROM occurrences o
            \(WorkSQL.joins)
            LEFT JOIN units lu ON lu.ward = l.ward AND lu.id = l.unit
            \(ownUnit(filter, officer))
            WHERE \(SQL.all(try conditions(filter, officer)))
            ORDER BY \(Self.order(filter))
            LIMIT \(limit)
            """
        ).map { WorkRow($0, on: today) }
    }

    /// By due day. The work of one unit is little among the ward's: it is found and then sorted,
    /// not looked for in the order of the ward's, which the sum keeps the engines from.
    private static func order(_ filter: WorkFilter) -> SQL {
        filter.isOfWard ? "o.due_day, o.id" : "o.due_day + 0, o.id"
    }

    /// Work that was handed in and waits for this officer's word, the longest waiting first.
    package func workToAccept(for officer: Officer, limit: Int = workPageRows) throws -> [WorkRow] {
        guard officer.may(.acceptWork) else { return [] }
        return try rows(
            """
            SELECT \(WorkRow.columns)
            FROM occurrences o
            \(WorkSQL.joins)
            LEFT JOIN units lu ON lu.ward = l.ward AND lu.id = l.unit
            LEFT JOIN assignment_units m
                ON m.ward = a.ward AND m.assignment = a.id AND m.unit = \(officer.unit ?? "")
            WHERE \(WorkSQL.toAccept(by: officer))
            ORDER BY o.submitted_at, o.id
            LIMIT \(limit)
            """
        ).map { WorkRow($0, on: today) }
    }

    /// Totals of what a list would show, whatever its page.
    package func workCounts(_ filter: WorkFilter, for officer: Officer) throws -> WorkCounts {
        let near = today.number + WorkRule.nearDays
        let found = try rows(
            """
            SELECT works.rank, works.soon, COUNT(*) AS number FROM (
                SELECT MIN(\(WorkSQL.rank(on: today))) AS rank,
                    MAX(CASE WHEN o.submitted_at IS NULL AND o.due_day >= \(today.number)
                        AND o.due_day <= \(near) THEN 1 ELSE 0 END) AS soon
                FROM occurrences o
                \(WorkSQL.joins)
                \(ownUnit(filter, officer))
                WHERE \(SQL.all(try conditions(filter, officer)))
                GROUP BY t.work_item, a.member, o.slot
            ) works
            GROUP BY works.rank, works.soon
            """)
        var counts = WorkCounts()
        for row in found {
            let status = WorkSQL.ranks[row["rank"]]
            let number: Int = row["number"]
            counts.byStatus[status, default: 0] += number
            if (row["soon"] as Int) == 1, status.isOpen, status != .late {
                counts.dueSoon += number
            }
        }
        return counts
    }

    /// The role of the asking person's unit; it narrows the list unless that is of the ward.
    private func ownUnit(_ filter: WorkFilter, _ officer: Officer) -> SQL {
        let link: SQL = filter.isOfWard ? "LEFT JOIN" : "JOIN"
        return """
            \(link) assignment_units m
                ON m.ward = a.ward AND m.assignment = a.id AND m.unit = \(officer.unit ?? "")
            """
    }

    private func conditions(_ filter: WorkFilter, _ officer: Officer) throws -> [SQL] {
        if filter.isOfWard { try officer.require(.readAll) }
        var conditions: [SQL] = ["o.ward = \(officer.ward)", WorkSQL.live]
        if let role = filter.role { conditions.append("m.role = \(role)") }
        if let plan = filter.plan { conditions.append("a.plan = \(plan)") }
        if let task = filter.task { conditions.append("a.task = \(task)") }
        if let lead = filter.lead {
            conditions.append(lead == "none" ? "l.unit IS NULL" : "l.unit = \(lead)")
        }
        switch filter.state {
        case .all: break
        case .open: conditions.append(WorkSQL.open)
        case .urgent: conditions.append(WorkSQL.isUrgent(on: today))
        case .calm:
            conditions.append("\(WorkSQL.open) AND NOT (\(WorkSQL.isUrgent(on: today)))")
        case .thisWeek:
            let monday = today.firstOfWeek.number
            conditions.append(
                """
                \(WorkSQL.open) AND o.submitted_at IS NULL AND o.due_day >= \(monday)
                    AND o.due_day <= \(monday + 6)
                """)
        case .only(let status): conditions.append(WorkSQL.has(status, on: today))
        }
        for word in folded(filter.words).split(separator: " ") {
            conditions.append("t.search LIKE \("%" + escaped(String(word)) + "%") ESCAPE '\\'")
        }
        if let parts = filter.after?.split(separator: "."), parts.count == 2,
            let day = Int(parts[0])
        {
            conditions.append("(o.due_day, o.id) > (\(day), \(String(parts[1])))")
        }
        return conditions
    }
}
