package import Domain

/// One occurrence with everything that its page shows.
package struct WorkDetail: Sendable {
    package struct Partner: Sendable, Equatable {
        package let unit: String
        package let name: String
    }

    package let row: WorkRow
    package let task: String
    /// The words of the plan.
    package let text: String
    package let lineStart: Int
    package let product: String?
    package let authority: String?
    package let assignmentVersion: Int
    package let isLive: Bool
    package let submittedAt: Instant?
    package let leadFullName: String?
    package let partners: [Partner]
    package let rights: WorkRights

    init(_ row: Row, partners: [Partner], for officer: Officer, on today: Day) {
        self.row = WorkRow(row, on: today)
        task = row["task"]
        text = row["text"]
        lineStart = row["line_start"]
        product = row["product"]
        authority = row["authority"]
        assignmentVersion = row["assignment_version"]
        let planStatus: String = row["plan_status"]
        isLive = (row["ended_at"] as Instant?) == nil && planStatus == "running"
        submittedAt = row["submitted_at"]
        leadFullName = row["lead_full_name"]
        self.partners = partners
        rights = WorkRights(of: officer, lead: self.row.lead, partners: partners.map(\.unit))
    }
}

/// Something that was said or done about an occurrence.
package struct WorkEntry: Sendable {
    package enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        case progress, contribution, submission, acceptance, `return`, excuse, question, answer
        case urging, change
    }

    package struct File: Sendable {
        package let id: String
        package let name: String
        package let mediaType: String
        package let size: Int
    }

    package let id: String
    package let at: Instant
    package let who: String
    package let unit: String?
    package let kind: Kind
    package let text: String
    package let percent: Int?
    package let files: [File]
}

extension Transaction {
    /// - Throws: `.notFound` for work that is not there, or not for this officer.
    package func workDetail(_ id: String, for officer: Officer) throws -> WorkDetail {
        let found = try row(
            """
            SELECT \(WorkRow.columns), a.task, t.text, t.line_start, a.product, a.authority,
                a.version AS assignment_version, a.ended_at, p.status AS plan_status,
                lu.name AS lead_full_name
            FROM occurrences o
            \(WorkSQL.joins)
            LEFT JOIN units lu ON lu.ward = l.ward AND lu.id = l.unit
            LEFT JOIN assignment_units m
                ON m.ward = a.ward AND m.assignment = a.id AND m.unit = \(officer.unit ?? "")
            WHERE o.ward = \(officer.ward) AND o.id = \(id) AND \(WorkSQL.isVisible(to: officer))
            """)
        guard let found else {
            throw Problem(.notFound, "Không có việc này, hoặc việc không thuộc đơn vị của bạn.")
        }
        let assignment: String = found["assignment"]
        let partners = try rows(
            """
            SELECT c.unit, u.name FROM assignment_units c
            JOIN units u ON u.ward = c.ward AND u.id = c.unit
            WHERE c.ward = \(officer.ward) AND c.assignment = \(assignment)
                AND c.role = 'coordinate'
            ORDER BY u.position, u.name
            """
        ).map { WorkDetail.Partner(unit: $0["unit"], name: $0["name"]) }
        return WorkDetail(found, partners: partners, for: officer, on: today)
    }

    /// The other times of the same assignment, the next first.
    package func siblings(of detail: WorkDetail, ward: String) throws -> [WorkSibling] {
        try rows(
            """
            SELECT o.id, o.label, \(WorkFacts.columns) FROM occurrences o
            WHERE o.ward = \(ward) AND o.assignment = \(detail.row.assignment)
                AND o.id <> \(detail.row.id)
            ORDER BY o.due_day, o.id
            """
        ).map { row in
            let facts = WorkFacts(row)
            return WorkSibling(
                id: row["id"], label: row["label"], due: facts.due,
                status: WorkRule.status(of: facts, on: today))
        }
    }

    /// The timeline, the latest first.
    package func entries(of occurrence: String, ward: String) throws -> [WorkEntry] {
        let files = Dictionary(
            grouping: try rows(
                """
                SELECT x.entry, x.name, f.id, f.media_type, f.size FROM entry_files x
                JOIN entries e ON e.ward = x.ward AND e.id = x.entry
                JOIN files f ON f.ward = x.ward AND f.id = x.file
                WHERE e.ward = \(ward) AND e.occurrence = \(occurrence)
                ORDER BY f.id
                """)
        ) { $0["entry"] as String }
        return try rows(
            """
            SELECT e.id, e.at, e.kind, e.text, e.percent, c.name AS who, u.short_name AS unit_name
            FROM entries e
            LEFT JOIN accounts c ON c.ward = e.ward AND c.id = e.account
            LEFT JOIN units u ON u.ward = e.ward AND u.id = e.unit
            WHERE e.ward = \(ward) AND e.occurrence = \(occurrence)
            ORDER BY e.at DESC, e.id DESC
            """
        ).map { row in
            WorkEntry(
                id: row["id"], at: row["at"], who: (row["who"] as String?) ?? "Canh Lửa",
                unit: row["unit_name"], kind: row["kind"], text: row["text"],
                percent: row["percent"],
                files: (files[row["id"]] ?? []).map {
                    WorkEntry.File(
                        id: $0["id"], name: $0["name"], mediaType: $0["media_type"],
                        size: $0["size"])
                })
        }
    }
}

package struct WorkSibling: Sendable {
    package let id: String
    package let label: String
    package let due: Day?
    package let status: WorkStatus
}
