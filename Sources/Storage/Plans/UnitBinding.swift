package import Domain

/// A name in the text of a plan, and the unit of the ward that it was bound to.
package struct PlanUnitName: Sendable, Equatable {
    package let name: String
    package let unit: String?
    /// In how many tasks it leads.
    package let leadCount: Int
    /// In how many tasks it appears at all.
    package let count: Int
}

extension Transaction {
    /// The names of units that the tasks of a plan hold, those without a unit first, then by how
    /// often they lead; what the text leaves general ("các đơn vị liên quan") is no name.
    package func unitNames(of plan: Plan, for officer: Officer) throws -> [PlanUnitName] {
        try officer.require(.runPlans)
        return try rows(
            """
            SELECT n.name, n.unit, COUNT(*) AS count,
                SUM(CASE WHEN n.role = 'lead' THEN 1 ELSE 0 END) AS lead_count
            FROM task_units n
            JOIN tasks t ON t.ward = n.ward AND t.id = n.task
            WHERE t.ward = \(officer.ward) AND t.plan = \(plan.id) AND t.ended_at IS NULL
                AND n.role <> 'partner'
            GROUP BY n.name, n.unit
            ORDER BY CASE WHEN n.unit IS NULL THEN 0 ELSE 1 END, lead_count DESC, count DESC, n.name
            """
        ).map {
            PlanUnitName(
                name: $0["name"], unit: $0["unit"], leadCount: $0["lead_count"],
                count: $0["count"])
        }
    }

    /// Says which units the names of a plan mean, here and in the plans to come.
    ///
    /// - Parameter units: identifiers of units by name, as the plan writes it.
    /// - Throws: `.invalid` for a unit that is not one of the ward's.
    package func bindUnits(
        _ units: [String: String], in plan: String, by officer: Officer
    ) throws {
        try officer.require(.runPlans)
        let plan = try self.plan(plan, for: officer)
        let known = Set(try self.units(of: officer.ward).map(\.id))
        for (name, unit) in units.sorted(by: { $0.key < $1.key }) {
            guard known.contains(unit) else {
                throw Problem(
                    .invalid, "«\(name)»: đơn vị đã chọn không còn. Hãy tải lại trang rồi chọn lại."
                )
            }
            try run(
                """
                UPDATE task_units SET unit = \(unit)
                WHERE ward = \(officer.ward) AND name = \(name) AND task IN (
                    SELECT id FROM tasks
                    WHERE ward = \(officer.ward) AND plan = \(plan.id) AND ended_at IS NULL)
                """)
            try run(
                """
                UPDATE tasks SET version = version + 1
                WHERE ward = \(officer.ward) AND plan = \(plan.id) AND id IN (
                    SELECT task FROM task_units
                    WHERE ward = \(officer.ward) AND name = \(name))
                """)
            try learnUnit(name, is: unit, ward: officer.ward)
        }
        try record(
            "plan.bindUnits", "plans/\(plan.id)",
            units.sorted { $0.key < $1.key }.map { JournalChange($0.key, to: $0.value) },
            by: officer)
        try settle(plan, by: officer)
    }

    /// Makes the unit, or the group of units, that a name of a plan means, and binds the name.
    ///
    /// - Parameter members: units of a group; a group has at least one.
    package func addUnit(
        named name: String, kind: Unit.Kind, members: [String], boundIn plan: String,
        by officer: Officer
    ) throws {
        try officer.require(.runPlans)
        guard kind != .set || !members.isEmpty else {
            throw Problem(
                .invalid, "Nhóm «\(name)» chưa có đơn vị nào. Hãy chọn các đơn vị thuộc nhóm.",
                refusals: ["member": "Hãy chọn ít nhất một đơn vị."])
        }
        let known = Set(try units(of: officer.ward).filter { !$0.isGroup }.map(\.id))
        guard known.isSuperset(of: members) else {
            throw Problem(.invalid, "Một đơn vị đã chọn không còn. Hãy tải lại trang rồi chọn lại.")
        }
        let unit = try addUnit(
            name, kind: kind, members: members, ward: officer.ward, by: officer)
        try bindUnits([name: unit], in: plan, by: officer)
    }
}
