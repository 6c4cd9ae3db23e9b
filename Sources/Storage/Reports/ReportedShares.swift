import Domain

/// One assignment with what its unit did in the time of a report.
struct AssignedShare {
    let workItem: String
    let title: String
    let sectionPath: String
    let share: ReportedShare
}

extension Transaction {
    /// Assignments that were under way in the time, in the order of the plan: begun by its end,
    /// and due in it or still open.
    func shares(in span: ReportSpan) throws -> [AssignedShare] {
        let found = try rows(
            """
            SELECT o.id, o.assignment, o.label, \(WorkFacts.columns), t.id AS task, t.work_item,
                t.title, t.text, t.section_path, u.id AS unit, u.name AS unit_name
            FROM occurrences o
            JOIN assignments a ON a.ward = o.ward AND a.id = o.assignment
            JOIN tasks t ON t.ward = a.ward AND t.id = a.task
            JOIN assignment_units l ON l.ward = a.ward AND l.assignment = a.id AND l.role = 'lead'
            JOIN units u ON u.ward = l.ward AND u.id = l.unit
            WHERE \(span.assignments) AND o.begins_day <= \(span.to.number)
                AND (o.accepted_at IS NULL OR o.accepted_at >= \(span.start)
                    OR (o.due_day >= \(span.from.number) AND o.due_day <= \(span.to.number)))
            ORDER BY t.position, t.id, u.position, u.name, a.id, o.due_day, o.id
            """)
        let texts = try texts(in: span)
        let evidence = try evidence(in: span)
        let figures = try figures(in: span)
        let explanations = try explanations(in: span)
        var order: [String] = []
        var times: [String: [Row]] = [:]
        for row in found {
            let assignment: String = row["assignment"]
            if times[assignment] == nil { order.append(assignment) }
            times[assignment, default: []].append(row)
        }
        return order.compactMap { assignment in
            guard let rows = times[assignment], let first = rows.first else { return nil }
            let key = TaskUnitKey(task: first["task"], unit: first["unit"])
            let share = ReportedShare(
                unit: first["unit_name"],
                times: rows.map {
                    ReportedWork(
                        label: $0["label"],
                        facts: WorkFacts($0).known(in: span, accepted: $0["accepted_at"]),
                        texts: texts[$0["id"]] ?? [])
                },
                figures: figures[key] ?? [], evidence: evidence[assignment] ?? [],
                explanation: explanations[assignment], on: span.to)
            guard var share else { return nil }
            share.origin = rows.last.map { .work($0["id"]) }
            return AssignedShare(
                workItem: first["work_item"],
                title: TaskTitle.uncut(first["title"], of: first["text"]),
                sectionPath: first["section_path"], share: share)
        }
    }

    private struct TaskUnitKey: Hashable {
        let task: String
        let unit: String
    }

    private static let entryJoins: SQL = """
        entries e
        JOIN occurrences o ON o.ward = e.ward AND o.id = e.occurrence
        JOIN assignments a ON a.ward = o.ward AND a.id = o.assignment
        LEFT JOIN accounts c ON c.ward = e.ward AND c.id = e.account
        LEFT JOIN units u ON u.ward = e.ward AND u.id = e.unit
        """

    private func told(in span: ReportSpan) -> SQL {
        """
        \(span.assignments) AND e.kind IN ('progress', 'contribution', 'submission')
            AND e.at >= \(span.start) AND e.at < \(span.end)
        """
    }

    /// What was said of each occurrence; what was handed in stands for the progress before it.
    private func texts(in span: ReportSpan) throws -> [String: [String]] {
        var texts: [String: [String]] = [:]
        for row in try rows(
            """
            SELECT e.occurrence, e.kind, e.text, u.name AS unit_name
            FROM \(Self.entryJoins)
            WHERE \(told(in: span)) AND e.text <> ''
            ORDER BY e.at, e.id
            """)
        {
            let occurrence: String = row["occurrence"]
            let text: String = row["text"]
            switch row["kind"] as String {
            case "submission": texts[occurrence] = [text]
            case "contribution":
                let unit: String? = row["unit_name"]
                texts[occurrence, default: []].append(unit.map { "\($0): \(text)" } ?? text)
            default: texts[occurrence, default: []].append(text)
            }
        }
        return texts
    }

    private func evidence(in span: ReportSpan) throws -> [String: [ReportedEvidence]] {
        let found = try rows(
            """
            SELECT o.assignment, f.name, e.at, c.name AS person
            FROM \(Self.entryJoins)
            JOIN entry_files f ON f.ward = e.ward AND f.entry = e.id
            WHERE \(told(in: span))
            ORDER BY e.at, e.id, f.name
            """)
        return Dictionary(grouping: found) { $0["assignment"] as String }.mapValues { rows in
            rows.map {
                let at: Instant = $0["at"]
                let person: String? = $0["person"]
                return ReportedEvidence(
                    fileName: $0["name"], date: at.day, person: person ?? "Canh Lửa")
            }
        }
    }

    /// The last value that each unit gave of a target of its task.
    private func figures(in span: ReportSpan) throws -> [TaskUnitKey: [ReportedShare.Figure]] {
        let found = try rows(
            """
            SELECT g.id, g.task, g.name, g.unit AS measure, v.value, c.unit
            FROM target_values v
            JOIN targets g ON g.ward = v.ward AND g.id = v.target
            JOIN accounts c ON c.ward = v.ward AND c.id = v.account
            WHERE g.ward = \(span.ward) AND g.plan = \(span.plan) AND g.ended_at IS NULL
                AND v.withdrawn_at IS NULL AND c.unit IS NOT NULL AND v.day >= \(span.from) AND v.day <= \(span.to)
            ORDER BY g.task, g.position, v.day DESC, v.at DESC, v.id DESC
            """)
        var seen: Set<TaskUnitKey> = []
        var figures: [TaskUnitKey: [ReportedShare.Figure]] = [:]
        for row in found {
            let unit: String = row["unit"]
            guard seen.insert(TaskUnitKey(task: row["id"], unit: unit)).inserted else { continue }
            let measure: String? = row["measure"]
            figures[TaskUnitKey(task: row["task"], unit: unit), default: []].append(
                .init(row["name"], row["value"], measure.map(MeasureName.words) ?? ""))
        }
        return figures
    }

    /// The last answer of each assignment's unit to a request for explanation; what the office
    /// did not accept is no cause.
    private func explanations(in span: ReportSpan) throws -> [String: String] {
        let found = try rows(
            """
            SELECT o.assignment, x.answer FROM explanations x
            JOIN occurrences o ON o.ward = x.ward AND o.id = x.occurrence
            JOIN assignments a ON a.ward = o.ward AND a.id = o.assignment
            WHERE \(span.assignments) AND x.answer IS NOT NULL
                AND (x.verdict IS NULL OR x.verdict <> 'refused')
                AND x.answered_at >= \(span.start) AND x.answered_at < \(span.end)
            ORDER BY x.answered_at, x.id
            """)
        return Dictionary(
            found.map { ($0["assignment"] as String, $0["answer"] as String) },
            uniquingKeysWith: { _, last in last })
    }
}

extension WorkFacts {
    /// The same as it was known when the report went out: what was handed in by its last day,
    /// and accepted by the day it was sent. An acceptance may come after the last day, because it
    /// says of what was handed in that it was so.
    fileprivate func known(in span: ReportSpan, accepted: Instant?) -> WorkFacts {
        var facts = self
        if let submitted, submitted > span.to {
            facts.submitted = nil
            facts.isAccepted = false
        }
        if let accepted, accepted.day > span.known { facts.isAccepted = false }
        return facts
    }
}

/// Shares put together by piece of work, and these by the sections of the plan.
struct ReportedGroups {
    let groups: [ReportedGroup]

    init(sections: [PlanSection], shares: [AssignedShare], partners: [String: [String]]) {
        let titles = Dictionary(
            sections.map { ($0.path, $0.title ?? "") }, uniquingKeysWith: { one, _ in one })
        var groups: [ReportedGroup] = []
        var places: [String: (group: Int, task: Int)] = [:]
        for item in shares {
            if let place = places[item.workItem] {
                // Joint work of several bullets counts each unit once.
                var task = groups[place.group].tasks[place.task]
                if !task.shares.contains(where: { $0.unit == item.share.unit }) {
                    task.shares.append(item.share)
                    groups[place.group].tasks[place.task] = task
                }
                continue
            }
            let title = Self.title(of: item.sectionPath, titles)
            let index =
                groups.firstIndex { $0.title == title }
                ?? {
                    groups.append(ReportedGroup(title: title, tasks: []))
                    return groups.count - 1
                }()
            places[item.workItem] = (index, groups[index].tasks.count)
            groups[index].tasks.append(
                ReportedTask(
                    text: item.title, partners: partners[item.workItem] ?? [],
                    shares: [item.share]))
        }
        self.groups = groups
    }

    /// The nearest section that has a title; plans often leave single points without.
    private static func title(of path: String, _ titles: [String: String]) -> String {
        var parts = path.split(separator: ".")
        while !parts.isEmpty {
            if let title = titles[parts.joined(separator: ".")], !title.isEmpty { return title }
            parts.removeLast()
        }
        return "Nhiệm vụ khác"
    }
}
