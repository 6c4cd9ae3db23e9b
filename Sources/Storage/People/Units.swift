package import Domain

/// A unit of the ward, or a group of units on which plans lay work together.
package struct Unit: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        case committee, council, party, office, police, division, centre, military, front, union
        case school, health, group, facility, external
        /// A group of units, whose members each get the work.
        case set
    }

    package let id: String
    package let name: String
    package let shortName: String
    package let kind: Kind
    package let isGroup: Bool

    init(_ row: Row) {
        id = row["id"]
        name = row["name"]
        shortName = row["short_name"]
        kind = row["kind"]
        isGroup = row["is_group"]
    }
}

extension Transaction {
    /// The units of a ward in the order of its own list.
    package func units(of ward: String) throws -> [Unit] {
        try rows(
            """
            SELECT id, name, short_name, kind, is_group FROM units
            WHERE ward = \(ward) AND ended_at IS NULL
            ORDER BY position, name
            """
        ).map(Unit.init)
    }

    /// The residential groups of a ward (tổ dân phố, thôn, bản).
    package func residentialGroups(of ward: String) throws -> [Unit] {
        try units(of: ward).filter { $0.kind == .group }
    }

    /// Makes a unit, and lets plans name it by its own name and the other spellings given.
    ///
    /// - Returns: its identifier.
    @discardableResult
    package func addUnit(
        _ name: String, shortName: String? = nil, kind: Unit.Kind, members: [String] = [],
        aliases: [String] = [], parent: String? = nil, ward: String, by author: Officer?
    ) throws -> String {
        // Who runs plans may make the group, or the body outside the ward, that a plan names: neither
        // has accounts. Other units are for administrators.
        let isForPlans = kind == .set || kind == .external
        if !isForPlans || author?.may(.runPlans) == false { try author?.require(.administer) }
        try UnitRules.check(name: name, shortName: shortName ?? name)
        let id = makeIdentifier()
        let position: Int =
            try value("SELECT COUNT(*) AS value FROM units WHERE ward = \(ward)") ?? 0
        try requireUnit(parent, ward: ward)
        try run(
            """
            INSERT INTO units (ward, id, name, short_name, search, kind, parent, is_group, position)
            VALUES (\(ward), \(id), \(name), \(shortName ?? name), \(folded(name)), \(kind),
                \(parent), \(kind == .set), \(position))
            """)
        for member in members {
            try run(
                """
                INSERT INTO unit_members (ward, unit_group, member)
                VALUES (\(ward), \(id), \(member))
                """)
        }
        for alias in [name] + aliases { try learnUnit(alias, is: id, ward: ward) }
        try record(
            "unit.add", "units/\(id)", [JournalChange("name", to: name)], ward: ward,
            account: author?.id, origin: author?.origin ?? "cli")
        return id
    }

    /// From now on this spelling in a plan means this unit.
    package func learnUnit(_ alias: String, is unit: String, ward: String) throws {
        try run(
            """
            INSERT INTO unit_aliases (ward, alias, unit, learned_at)
            VALUES (\(ward), \(folded(alias)), \(unit), \(now))
            ON CONFLICT (ward, alias) DO UPDATE SET unit = excluded.unit,
                learned_at = excluded.learned_at
            """)
    }

    /// Units by folded spelling.
    package func unitAliases(of ward: String) throws -> [String: String] {
        let pairs = try rows("SELECT alias, unit FROM unit_aliases WHERE ward = \(ward)")
        return Dictionary(
            uniqueKeysWithValues: pairs.map { ($0["alias"] as String, $0["unit"] as String) })
    }

    /// The members of a group; a unit that is no group is its own only member.
    package func members(of unit: String, ward: String) throws -> [String] {
        let members = try rows(
            """
            SELECT m.member FROM unit_members m
            JOIN units u ON u.ward = m.ward AND u.id = m.member
            WHERE m.ward = \(ward) AND m.unit_group = \(unit) AND u.ended_at IS NULL
            ORDER BY u.position
            """
        ).map { $0["member"] as String }
        let isGroup: Bool =
            try value("SELECT is_group AS value FROM units WHERE ward = \(ward) AND id = \(unit)")
            ?? false
        return isGroup ? members : [unit]
    }
}
