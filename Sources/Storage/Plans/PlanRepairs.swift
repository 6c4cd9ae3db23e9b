package import Domain

/// Suggested repairs: proposals until a person takes or leaves them.
extension Transaction {
    /// Those of a version that nobody settled yet, in the order of their lines.
    package func openRepairs(
        of version: PlanVersion, plan: String, ward: String
    ) throws -> [SuggestedRepair] {
        if version.reading.repairs.isEmpty { return [] }
        let settled = try rows(
            """
            SELECT line, found FROM settled_repairs
            WHERE ward = \(ward) AND plan = \(plan) AND plan_version = \(version.number)
            """
        ).map { row in (row["line"] as Int, row["found"] as String) }
        return version.reading.repairs.filter { repair in
            !settled.contains { $0 == (repair.line, repair.found) }
        }
    }

    /// Takes a suggested repair into what was read, or leaves it; the document's words stay.
    ///
    /// - Parameter version: of the plan, as the officer saw it.
    /// - Throws: `.notFound` when no such repair is open; `.conflict` when nothing that was read
    ///   bears the damage, or somebody else wrote in the meantime.
    package func settleRepair(
        line: Int, found: String, isTaken: Bool, ofPlan id: String, version: Int,
        by officer: Officer
    ) throws {
        try officer.require(.runPlans)
        let plan = try plan(id, for: officer)
        let current = try self.version(of: plan, ward: officer.ward)
        let open = try openRepairs(of: current, plan: plan.id, ward: officer.ward)
        guard let repair = open.first(where: { $0.line == line && $0.found == found }) else {
            throw Problem(.notFound, "Gợi ý này đã được xử lý. Hãy tải lại trang.")
        }
        let changed = try run(
            """
            UPDATE plans SET version = version + 1
            WHERE ward = \(officer.ward) AND id = \(plan.id) AND version = \(version)
            """)
        guard changed == 1 else { throw Problem.changedMeanwhile }
        try run(
            """
            INSERT INTO settled_repairs
                (ward, plan, plan_version, line, found, is_taken, at, account)
            VALUES (\(officer.ward), \(plan.id), \(current.number), \(line), \(found),
                \(isTaken), \(now), \(officer.id))
            """)
        let changes = isTaken ? try take(repair, plan, by: officer) : []
        if isTaken, changes.isEmpty {
            throw Problem(
                .conflict,
                "Không mục nào đã đọc chứa «\(found)». Hãy bỏ qua gợi ý, hoặc sửa tay ở nhiệm vụ.")
        }
        try record(
            isTaken ? "plan.repair.take" : "plan.repair.leave", "plans/\(plan.id)",
            [JournalChange("found", to: found)]
                + changes.map { JournalChange($0.field, from: $0.before, to: $0.after) },
            by: officer)
    }

    private func take(
        _ repair: SuggestedRepair, _ plan: Plan, by officer: Officer
    ) throws -> [RepairChange] {
        let tasks = try tasks(of: plan, for: officer).filter(repair.lies)
        if tasks.isEmpty { return try mendHead(of: plan, repair, ward: officer.ward) }
        var changes: [RepairChange] = []
        for task in tasks {
            let found = repair.changes(in: task)
            for change in found {
                try run(
                    """
                    UPDATE tasks SET \(Self.column(change.field)) = \(change.after),
                        version = version + 1
                    WHERE ward = \(officer.ward) AND id = \(task.id)
                    """)
            }
            changes += found
            guard let units = repair.mended(task.units) else { continue }
            let aliases = try unitAliases(of: officer.ward)
            let bound = units.map { unit in
                TaskUnit(
                    role: unit.role, name: unit.name,
                    unit: unit.unit ?? aliases[folded(unit.name)])
            }
            try writeUnits(bound, ofTask: task.id, ward: officer.ward)
            changes += zip(task.units, bound).filter { $0.name != $1.name }.map {
                RepairChange(field: "unit", before: $0.name, after: $1.name)
            }
        }
        if !changes.isEmpty { try settle(plan, by: officer) }
        return changes
    }

    private func mendHead(
        of plan: Plan, _ repair: SuggestedRepair, ward: String
    ) throws -> [RepairChange] {
        let changes = repair.changes(in: plan)
        for change in changes {
            try run(
                """
                UPDATE plans SET \(Self.column(change.field)) = \(change.after)
                WHERE ward = \(ward) AND id = \(plan.id)
                """)
        }
        let after = Dictionary(uniqueKeysWithValues: changes.map { ($0.field, $0.after) })
        let search = Self.search(
            number: after["number"] ?? plan.number, title: after["title"] ?? plan.title,
            issuer: after["issuer"] ?? plan.issuer)
        try run(
            "UPDATE plans SET search = \(search) WHERE ward = \(ward) AND id = \(plan.id)")
        return changes
    }

    private static func column(_ field: String) -> SQL {
        switch field {
        case "title": "title"
        case "issuer": "issuer"
        case "place": "place"
        case "number": "number"
        case "number_suffix": "number_suffix"
        case "product": "product"
        default: preconditionFailure("no column of a repair is called \(field)")
        }
    }
}
