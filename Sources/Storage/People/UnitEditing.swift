package import Domain

/// A unit with all that its page shows.
package struct UnitDetail: Sendable {
    package let unit: Unit
    package let parent: String?
    package let endedAt: Instant?
    package let version: Int
    package let boundary: Polygon?
    /// Folded spellings that plans use for it.
    package let aliases: [String]
    package let members: [Unit]
    /// Names of the people who belong to it, with the identifiers of their accounts.
    package let people: [(id: String, name: String)]
}

/// What may be changed of a unit.
package struct UnitEdit: Sendable, Equatable {
    package let name: String
    package let shortName: String
    package let kind: Unit.Kind
    package let parent: String?

    package init(name: String, shortName: String, kind: Unit.Kind, parent: String?) {
        self.name = name
        self.shortName = shortName
        self.kind = kind
        self.parent = parent
    }
}

extension Transaction {
    /// - Throws: `.notFound` when the ward has no such unit.
    package func unitDetail(_ id: String, by officer: Officer) throws -> UnitDetail {
        try officer.require(.administer)
        let ward = officer.ward
        let found = try row(
            """
            SELECT id, name, short_name, kind, is_group, parent, ended_at, version, boundary
            FROM units
            WHERE ward = \(ward) AND id = \(id)
            """)
        guard let found else { throw Self.noUnit }
        let members = try rows(
            """
            SELECT u.id, u.name, u.short_name, u.kind, u.is_group FROM unit_members m
            JOIN units u ON u.ward = m.ward AND u.id = m.member
            WHERE m.ward = \(ward) AND m.unit_group = \(id)
            ORDER BY u.position
            """
        ).map(Unit.init)
        let aliases = try rows(
            "SELECT alias FROM unit_aliases WHERE ward = \(ward) AND unit = \(id) ORDER BY alias"
        ).map { $0["alias"] as String }
        let people = try rows(
            """
            SELECT id, name FROM accounts WHERE ward = \(ward) AND unit = \(id)
            ORDER BY search
            """
        ).map { (id: $0["id"] as String, name: $0["name"] as String) }
        return UnitDetail(
            unit: Unit(found), parent: found["parent"], endedAt: found["ended_at"],
            version: found["version"],
            boundary: (found["boundary"] as String?).flatMap(Polygon.init(text:)), aliases: aliases,
            members: members, people: people)
    }

    /// Units that ended, the latest first.
    package func endedUnits(of ward: String) throws -> [Unit] {
        try rows(
            """
            SELECT id, name, short_name, kind, is_group FROM units
            WHERE ward = \(ward) AND ended_at IS NOT NULL ORDER BY ended_at DESC
            """
        ).map(Unit.init)
    }

    /// - Throws: `.conflict` when it was changed since it was read, when a set would become a unit
    ///   or a unit a set, or when units would stand in a ring.
    package func changeUnit(
        _ id: String, _ edit: UnitEdit, version: Int, by officer: Officer
    ) throws {
        let detail = try unitDetail(id, by: officer)
        try UnitRules.check(name: edit.name, shortName: edit.shortName)
        try requireUnit(edit.parent, ward: officer.ward)
        guard detail.unit.isGroup == (edit.kind == .set) else {
            throw Problem(
                .conflict,
                "Nhóm đơn vị không đổi thành đơn vị, và ngược lại. Hãy lập cái mới rồi kết thúc cái cũ."
            )
        }
        if let parent = edit.parent, try unitsWithin(id, ward: officer.ward).contains(parent) {
            throw Problem(
                .conflict, "Đơn vị không thể thuộc chính nó hoặc đơn vị dưới nó. Hãy chọn lại.",
                refusals: ["parent": "Đơn vị không thể thuộc chính nó hoặc đơn vị dưới nó."])
        }
        let changed = try run(
            """
            UPDATE units
            SET name = \(edit.name), short_name = \(edit.shortName),
                search = \(folded(edit.name)), kind = \(edit.kind), parent = \(edit.parent),
                version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND version = \(version)
            """)
        guard changed > 0 else { throw Self.changedMeanwhile }
        // The old name stays an alias: earlier plans still spell it so.
        try learnUnit(edit.name, is: id, ward: officer.ward)
        let changes = [
            JournalChange("name", from: detail.unit.name, to: edit.name),
            JournalChange("short_name", from: detail.unit.shortName, to: edit.shortName),
            JournalChange("kind", from: detail.unit.kind.rawValue, to: edit.kind.rawValue),
            JournalChange("parent", from: detail.parent, to: edit.parent),
        ]
        try record(
            "unit.change", "units/\(id)", changes.filter { $0.before != $0.after }, by: officer)
    }

    /// Says who belongs to a group of units; work laid on the group from now on goes to these.
    ///
    /// - Throws: `.conflict` for a unit that is no group; `.notFound` for members of another ward.
    package func setMembers(of id: String, to members: [String], by officer: Officer) throws {
        let detail = try unitDetail(id, by: officer)
        guard detail.unit.isGroup else {
            throw Problem(.conflict, "Đơn vị này không phải là nhóm nên không có thành viên.")
        }
        try run(
            "DELETE FROM unit_members WHERE ward = \(officer.ward) AND unit_group = \(id)")
        for member in Set(members).subtracting([id]) {
            try requireUnit(member, ward: officer.ward)
            try run(
                """
                INSERT INTO unit_members (ward, unit_group, member)
                VALUES (\(officer.ward), \(id), \(member))
                """)
        }
        try record(
            "unit.members", "units/\(id)",
            [
                JournalChange(
                    "members", from: detail.members.map(\.id).sorted().joined(separator: " "),
                    to: Set(members).sorted().joined(separator: " "))
            ], by: officer)
    }

    /// A person teaches how plans spell a unit.
    ///
    /// - Throws: `.conflict` when the spelling means another unit.
    package func addAlias(_ alias: String, to id: String, by officer: Officer) throws {
        _ = try unitDetail(id, by: officer)
        let spelling = folded(alias)
        guard !spelling.isEmpty, spelling.count <= UnitRules.nameLengthMax else {
            throw Problem(
                .invalid, "Hãy nhập cách viết.", refusals: ["alias": "Hãy nhập cách viết."])
        }
        let taken: String? = try value(
            "SELECT unit AS value FROM unit_aliases WHERE ward = \(officer.ward) AND alias = \(spelling)"
        )
        guard taken == nil || taken == id else {
            throw Problem(
                .conflict,
                "Cách viết này đã thuộc về đơn vị khác. Hãy bỏ ở đơn vị kia trước.",
                refusals: ["alias": "Cách viết này đã thuộc về đơn vị khác."])
        }
        try learnUnit(alias, is: id, ward: officer.ward)
        try record(
            "unit.alias.add", "units/\(id)", [JournalChange("alias", to: alias)], by: officer)
    }

    package func removeAlias(_ alias: String, from id: String, by officer: Officer) throws {
        try officer.require(.administer)
        let removed = try run(
            """
            DELETE FROM unit_aliases
            WHERE ward = \(officer.ward) AND unit = \(id) AND alias = \(folded(alias))
            """)
        guard removed > 0 else { throw Problem(.notFound, "Cách viết này đã được bỏ.") }
        try record(
            "unit.alias.remove", "units/\(id)",
            [JournalChange("alias", from: alias, to: nil)], by: officer)
    }

    /// Assignments that a unit leads and that still have something open.
    package func openAssignmentCount(ofUnit id: String, ward: String) throws -> Int {
        try openAssignments(ofUnit: id, ward: ward).count
    }

    private func openAssignments(ofUnit id: String, ward: String) throws -> [String] {
        try rows(
            """
            SELECT DISTINCT a.id FROM occurrences o
            \(WorkSQL.joins)
            WHERE o.ward = \(ward) AND l.unit = \(id) AND \(WorkSQL.live) AND \(WorkSQL.open)
            ORDER BY a.id
            """
        ).map { $0["id"] }
    }

    /// A unit ends (sáp nhập, giải thể): nothing new is laid on it, what it did stays, and what it
    /// had still to do goes to its successor.
    ///
    /// - Throws: `.invalid` with open work and no successor.
    package func endUnit(_ id: String, successor: String? = nil, by officer: Officer) throws {
        try officer.require(.administer)
        let open = try openAssignments(ofUnit: id, ward: officer.ward)
        if !open.isEmpty {
            guard let successor, successor != id else {
                let words =
                    "Đơn vị còn chủ trì \(open.count) việc đang mở. Hãy chọn đơn vị tiếp nhận."
                throw Problem(.invalid, words, refusals: ["successor": words])
            }
            try requireUnit(successor, ward: officer.ward)
            for assignment in open {
                try handOver(assignment, from: id, to: successor, by: officer)
            }
        }
        let ended = try run(
            """
            UPDATE units SET ended_at = \(now), version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND ended_at IS NULL
            """)
        guard ended > 0 else { throw Self.noUnit }
        try record("unit.end", "units/\(id)", by: officer)
    }

    private func handOver(
        _ assignment: String, from unit: String, to successor: String, by officer: Officer
    ) throws {
        try run(
            """
            DELETE FROM assignment_units
            WHERE ward = \(officer.ward) AND assignment = \(assignment)
                AND (role = 'lead' OR unit = \(successor))
            """)
        try run(
            """
            INSERT INTO assignment_units (ward, assignment, unit, role)
            VALUES (\(officer.ward), \(assignment), \(successor), 'lead')
            """)
        try run(
            """
            UPDATE assignments SET version = version + 1
            WHERE ward = \(officer.ward) AND id = \(assignment)
            """)
        try record(
            "work.lead", "assignments/\(assignment)",
            [JournalChange("lead", from: unit, to: successor)], by: officer)
    }

    /// Takes back the end of a unit; its work stays where it went.
    package func reopenUnit(_ id: String, by officer: Officer) throws {
        try officer.require(.administer)
        let changed = try run(
            """
            UPDATE units SET ended_at = NULL, version = version + 1
            WHERE ward = \(officer.ward) AND id = \(id) AND ended_at IS NOT NULL
            """)
        guard changed > 0 else { throw Self.noUnit }
        try record("unit.reopen", "units/\(id)", by: officer)
    }

    /// A unit and all below it: the area of who heads it.
    package func unitsWithin(_ unit: String, ward: String) throws -> [String] {
        try rows(
            """
            WITH RECURSIVE within (id) AS (
                SELECT id FROM units WHERE ward = \(ward) AND id = \(unit)
                UNION
                SELECT u.id FROM units u JOIN within w ON u.parent = w.id WHERE u.ward = \(ward)
            )
            SELECT id FROM within
            """
        ).map { $0["id"] }
    }

    /// The units for which an officer may see and report: none for who belongs to none.
    ///
    /// Whoever may read all asks without it.
    package func area(of officer: Officer) throws -> [String] {
        try officer.unit.map { try unitsWithin($0, ward: officer.ward) } ?? []
    }

    private static var noUnit: Problem {
        Problem(.notFound, "Không có đơn vị này. Hãy quay lại danh sách đơn vị.")
    }
}
