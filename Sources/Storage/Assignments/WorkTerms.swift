package import Domain

/// Changes of what was assigned: who leads, who helps, by when, and the rest of the "06 rõ".
extension Transaction {
    /// Gives the work to another unit; the one before becomes a coordinating one if told so.
    ///
    /// - Parameter version: of the assignment, as the officer saw it.
    package func changeLead(
        ofWork id: String, to unit: String, reason: String, version: Int, by officer: Officer
    ) throws {
        let work = try runnableWork(id, for: officer)
        try Self.demand(reason, "reason", "Hãy ghi lý do đổi đơn vị chủ trì.")
        let name = try unitName(unit, ward: officer.ward)
        try bumpAssignment(work, version: version, by: officer)
        try run(
            """
            DELETE FROM assignment_units
            WHERE ward = \(officer.ward) AND assignment = \(work.row.assignment)
                AND (role = 'lead' OR unit = \(unit))
            """)
        try run(
            """
            INSERT INTO assignment_units (ward, assignment, unit, role)
            VALUES (\(officer.ward), \(work.row.assignment), \(unit), 'lead')
            """)
        try addEntry(
            .change, to: id,
            text: "Chủ trì: \(work.leadFullName ?? "chưa có") → \(name). Lý do: \(reason)",
            by: officer)
        try record(
            "work.lead", "assignments/\(work.row.assignment)",
            [
                JournalChange("lead", from: work.row.lead, to: unit),
                JournalChange("reason", to: reason),
            ], by: officer)
    }

    /// Sets the coordinating units.
    package func changePartners(
        ofWork id: String, to units: [String], version: Int, by officer: Officer
    ) throws {
        let work = try runnableWork(id, for: officer)
        let units = units.filter { $0 != work.row.lead }
        let names = try units.map { try unitName($0, ward: officer.ward) }
        try bumpAssignment(work, version: version, by: officer)
        try run(
            """
            DELETE FROM assignment_units
            WHERE ward = \(officer.ward) AND assignment = \(work.row.assignment)
                AND role = 'coordinate'
            """)
        for unit in units {
            try run(
                """
                INSERT INTO assignment_units (ward, assignment, unit, role)
                VALUES (\(officer.ward), \(work.row.assignment), \(unit), 'coordinate')
                ON CONFLICT (ward, assignment, unit) DO NOTHING
                """)
        }
        let before = work.partners.map(\.name).joined(separator: "; ")
        let after = names.joined(separator: "; ")
        try addEntry(
            .change, to: id,
            text:
                "Phối hợp: \(before.isEmpty ? "không" : before) → \(after.isEmpty ? "không" : after)",
            by: officer)
        try record(
            "work.partners", "assignments/\(work.row.assignment)",
            [JournalChange("partners", from: before, to: after)], by: officer)
    }

    /// Sets person, product and authority; empty: not said.
    package func changeTerms(
        ofWork id: String, person: String?, product: String?, authority: String?, version: Int,
        by officer: Officer
    ) throws {
        let work = try runnableWork(id, for: officer)
        try bumpAssignment(work, version: version, by: officer)
        try run(
            """
            UPDATE assignments
            SET person = \(person), product = \(product), authority = \(authority)
            WHERE ward = \(officer.ward) AND id = \(work.row.assignment)
            """)
        let changes = [
            ("Người phụ trách", "person", work.row.person, person),
            ("Sản phẩm", "product", work.product, product),
            ("Thẩm quyền", "authority", work.authority, authority),
        ].filter { $0.2 != $0.3 }
        guard !changes.isEmpty else { return }
        let words = changes.map { "\($0.0): \($0.2 ?? "chưa có") → \($0.3 ?? "chưa có")" }
        try addEntry(.change, to: id, text: words.joined(separator: ". "), by: officer)
        try record(
            "work.terms", "assignments/\(work.row.assignment)",
            changes.map { JournalChange($0.1, from: $0.2, to: $0.3) }, by: officer)
    }

    /// Sets the last day, or takes it away.
    ///
    /// - Parameter version: of the occurrence, as the officer saw it.
    package func changeDue(
        ofWork id: String, to due: Day?, reason: String, version: Int, by officer: Officer
    ) throws {
        let work = try runnableWork(id, for: officer)
        try Self.demand(reason, "reason", "Hãy ghi lý do đổi hạn.")
        let dueDay = due?.number ?? WorkRule.noDueDay
        let begins = min(work.row.facts.begins.number, dueDay)
        try changeOccurrence(
            id, "due = \(due), due_day = \(dueDay), begins_day = \(begins)", version: version,
            by: officer)
        let before = work.row.facts.due?.vietnamese ?? "chưa có"
        try addEntry(
            .change, to: id,
            text: "Hạn: \(before) → \(due?.vietnamese ?? "chưa có"). Lý do: \(reason)", by: officer)
        try record(
            "work.due", "occurrences/\(id)",
            [
                JournalChange("due", from: work.row.facts.due?.iso, to: due?.iso),
                JournalChange("reason", to: reason),
            ], by: officer)
    }

    private func runnableWork(_ id: String, for officer: Officer) throws -> WorkDetail {
        let work = try openWork(id, for: officer)
        try officer.require(.runPlans)
        return work
    }

    private func bumpAssignment(
        _ work: WorkDetail, version: Int, by officer: Officer
    ) throws {
        let changed = try run(
            """
            UPDATE assignments SET version = version + 1
            WHERE ward = \(officer.ward) AND id = \(work.row.assignment) AND version = \(version)
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
    }

    private func unitName(_ id: String, ward: String) throws -> String {
        let name: String? = try value(
            """
            SELECT name AS value FROM units
            WHERE ward = \(ward) AND id = \(id) AND ended_at IS NULL AND is_group = 0
            """)
        guard let name else {
            throw Problem(
                .invalid,
                "Đơn vị đã chọn không có trong phường, hoặc là nhóm đơn vị. Hãy chọn một đơn vị.",
                refusals: ["unit": "Hãy chọn một đơn vị trong danh sách."])
        }
        return name
    }
}
