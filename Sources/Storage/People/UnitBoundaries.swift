package import Domain

/// Whose border it is.
package enum BoundaryOwner: Sendable, Equatable {
    case ward
    /// The identifier of a residential group.
    case group(String)
}

/// A border as a person sees and changes it.
package struct DrawnBoundary: Sendable {
    package let owner: BoundaryOwner
    package let name: String
    package let area: Polygon?
    package let version: Int
}

/// Borders, read once in a transaction.
final class BoundaryCache {
    /// By ward.
    var areas: [String: Polygon?] = [:]
    /// The same with those of the groups.
    var wholes: [String: Boundaries] = [:]

    func forget(_ ward: String) {
        areas[ward] = nil
        wholes[ward] = nil
    }
}

extension Transaction {
    /// The borders that have been drawn.
    package func boundaries(_ ward: String) throws -> Boundaries {
        if let known = drawn.wholes[ward] { return known }
        let groups = try rows(
            """
            SELECT id, boundary FROM units
            WHERE ward = \(ward) AND boundary IS NOT NULL AND ended_at IS NULL
            """)
        var areas: [String: Polygon] = [:]
        for group in groups { areas[group["id"]] = Polygon(text: group["boundary"]) }
        let whole = Boundaries(ward: try wardBoundary(ward), groups: areas)
        drawn.wholes[ward] = whole
        return whole
    }

    func wardBoundary(_ ward: String) throws -> Polygon? {
        if let known = drawn.areas[ward] { return known }
        let text: String? = try value("SELECT boundary AS value FROM wards WHERE code = \(ward)")
        let area = text.flatMap(Polygon.init(text:))
        drawn.areas[ward] = .some(area)
        return area
    }

    /// Refuses a place far outside the ward, where it is new.
    func requireNearby(
        _ cells: [String: Cell], before: [String: Cell] = [:], ward: String
    ) throws {
        let boundaries = Boundaries(ward: try wardBoundary(ward), groups: [:])
        let refusals = boundaries.refusals(of: cells, before: before)
        guard refusals.isEmpty else {
            throw Problem(
                .invalid, "Có \(refusals.count) mục chưa đúng.", refusals: refusals)
        }
    }

    /// The border of the ward, then those of its groups in their order, drawn or not.
    package func drawnBoundaries(for officer: Officer) throws -> [DrawnBoundary] {
        try officer.require(.keepBoundaries)
        let groups = try rows(
            """
            SELECT id, name, boundary, version FROM units
            WHERE ward = \(officer.ward) AND kind = 'group' AND ended_at IS NULL
            ORDER BY position, name
            """)
        return [try drawnBoundary(of: .ward, for: officer)]
            + groups.map { Self.boundary(.group($0["id"]), $0) }
    }

    /// - Throws: `.notFound` for what is no residential group of the ward.
    package func drawnBoundary(
        of owner: BoundaryOwner, for officer: Officer
    ) throws -> DrawnBoundary {
        try officer.require(.keepBoundaries)
        let found =
            switch owner {
            case .ward:
                try row(
                    """
                    SELECT kind || ' ' || name AS name, boundary, version FROM wards
                    WHERE code = \(officer.ward)
                    """)
            case .group(let id):
                try row(
                    """
                    SELECT name, boundary, version FROM units
                    WHERE ward = \(officer.ward) AND id = \(id) AND kind = 'group'
                        AND ended_at IS NULL
                    """)
            }
        guard let found else {
            throw Problem(
                .notFound, "Không có tổ dân phố này. Hãy quay lại danh sách ranh giới.")
        }
        return Self.boundary(owner, found)
    }

    private static func boundary(_ owner: BoundaryOwner, _ row: Row) -> DrawnBoundary {
        let text: String? = row["boundary"]
        return DrawnBoundary(
            owner: owner, name: row["name"], area: text.flatMap(Polygon.init(text:)),
            version: row["version"])
    }

    /// - Parameters:
    ///   - area: as `Field.read` took it; nil takes the border away.
    ///   - version: of the unit or the ward as the person saw it.
    /// - Throws: `.conflict` when it was changed since.
    package func setBoundary(
        of owner: BoundaryOwner, to area: Polygon?, version: Int, by officer: Officer
    ) throws {
        let before = try drawnBoundary(of: owner, for: officer)
        guard before.version == version else { throw Problem.changedMeanwhile }
        guard before.area != area else { return }
        drawn.forget(officer.ward)
        // Which records lie where they cannot follows from the borders.
        try forgetScoreRules(ward: officer.ward)
        let text = area?.cell.plain
        let change = JournalChange("boundary", from: before.area?.cell.plain, to: text)
        switch owner {
        case .ward:
            let count = try run(
                """
                UPDATE wards SET boundary = \(text), version = version + 1
                WHERE code = \(officer.ward) AND version = \(version)
                """)
            guard count > 0 else { throw Problem.changedMeanwhile }
            try record("ward.boundary", "wards/\(officer.ward)", [change], by: officer)
        case .group(let id):
            let count = try run(
                """
                UPDATE units SET boundary = \(text), version = version + 1
                WHERE ward = \(officer.ward) AND id = \(id) AND version = \(version)
                """)
            guard count > 0 else { throw Problem.changedMeanwhile }
            try record("unit.boundary", "units/\(id)", [change], by: officer)
        }
    }

    /// Whose border a feature of a file is, by the names that it carries; nil: nobody's, or of
    /// more than one.
    package func boundaryOwners(
        named names: [[String]], for officer: Officer
    ) throws -> [BoundaryOwner?] {
        let ward = try row("SELECT kind, name FROM wards WHERE code = \(officer.ward)")
        let wardName = folded(ward?["name"] ?? "")
        let wardNames = Set([wardName, folded("\(ward?["kind"] ?? "") \(ward?["name"] ?? "")")])
        let aliases = try unitAliases(of: officer.ward)
        let groups = GroupNames(
            try residentialGroups(of: officer.ward).map { unit in
                let others = aliases.filter { $0.value == unit.id }.map(\.key)
                return (unit.id, [unit.name, unit.shortName] + others)
            })
        return names.map { texts in
            if texts.contains(where: { wardNames.contains(folded($0)) }) { return .ward }
            let found = Set(texts.compactMap(groups.group))
            return found.count == 1 ? found.first.map(BoundaryOwner.group) : nil
        }
    }
}
