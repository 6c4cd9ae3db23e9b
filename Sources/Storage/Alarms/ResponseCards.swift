import Crypto
package import Domain
import Foundation

/// What who goes to an alarm must know, as the registers have it (thẻ ứng phó).
package struct ResponseCard: Sendable {
    /// A record with its distance from the fire.
    package struct Near: Sendable {
        package let record: Record
        /// In a straight line; nil: no place is known.
        package let metres: Double?
        /// Along alleys and roads of the registers; nil: they know no way.
        package var wayMetres: Double?
    }

    package let alarm: AlarmCase
    /// nil: it burns at no facility of the register.
    package let facility: Record?
    /// Where it burns; nil: nobody knows the place on the map.
    package let point: Coordinate?
    /// Residential group of the place.
    package let groupName: String?
    package let water: [Near]
    package let alleys: [Near]
    package let obstacles: [Near]
    package let forces: [Near]
    /// Usable things, by the force that keeps them.
    package let equipment: [String: [Record]]
    package let plans: [Record]
    package let zones: [AlarmZoneLine]
    package let readAt: Instant
}

extension Transaction {
    /// A hose of an engine reaches no farther, so farther water is named only if nothing is nearer.
    package static var waterShown: Int { 3 }
    /// Those nearest in a straight line, of which those nearest along the ways are shown.
    private static var waterCompared: Int { 12 }
    package static var alleysShown: Int { 4 }
    package static var obstaclesShown: Int { 4 }
    package static var forcesShown: Int { 4 }
    package static var cardAlleyMetres: Double { 300 }
    package static var cardObstacleMetres: Double { 500 }
    /// A box around the facility in which water and forces are looked for first, in degrees.
    private static var boxDegrees: Double { 0.02 }
    private static var boxRows: Int { 2_000 }

    package func responseCard(of id: String, for officer: Officer) throws -> ResponseCard {
        let found = try alarmCase(id, for: officer)
        guard found.kind == .alarm else {
            throw Problem(.notFound, "Mất tín hiệu nhiều thiết bị không có thẻ ứng phó.")
        }
        let facility = try found.facility.map {
            try record($0, of: Facilities.description, for: officer)
        }
        let point = facility.flatMap { Place.coordinate(of: $0.cells) } ?? found.point
        let group: Cell =
            facility?.cells[Facilities.group.key] ?? found.group.map { .text($0) } ?? .empty
        let obstacles = try near(
            point, RoadObstacles.description, RoadObstacles.removed == nil,
            within: Self.cardObstacleMetres,
            limit: Self.obstaclesShown, for: officer)
        let forces = try forces(of: facility?.id, group: group, near: point, for: officer)
        let plans = try facility.map {
            try matching(
                ResponsePlans.description,
                ResponsePlans.facility == Reference<Facilities>(id: $0.id)
                    && ResponsePlans.state != .replaced, for: officer)
        }
        let groupName: String? =
            try group.isEmpty
            ? nil
            : value(
                """
                SELECT name AS value FROM units
                WHERE ward = \(officer.ward) AND id = \(group.plain)
                """)
        return ResponseCard(
            alarm: found, facility: facility, point: point, groupName: groupName,
            water: try water(near: point, for: officer),
            alleys: try near(
                point, Alleys.description, .always, within: Self.cardAlleyMetres,
                limit: Self.alleysShown, for: officer),
            obstacles: obstacles, forces: forces,
            equipment: try equipment(of: forces.map(\.record.id), for: officer), plans: plans ?? [],
            zones: try facility.map { try alarmZones(ofFacility: $0.id, for: officer) } ?? [],
            readAt: now)
    }

    /// Working water, nearest first: along the ways that the registers know, or else in a straight
    /// line.
    private func water(
        near point: Coordinate?, for officer: Officer
    ) throws -> [ResponseCard.Near] {
        guard let point else { return [] }
        var found = try near(
            point, WaterSources.description, WaterSources.state == .working, within: nil,
            limit: Self.waterCompared, for: officer)
        let ways = try [Alleys.description, Roads.description].flatMap { register in
            try matching(
                register, .always, place: "r.line IS NOT NULL", limit: Self.boxRows, for: officer
            ).compactMap { record -> LineString? in
                if case .line(let line) = register.geometry(of: record.cells) { line } else { nil }
            }
        }
        let network = WayNetwork(ways, from: point)
        for index in found.indices {
            found[index].wayMetres = Place.coordinate(of: found[index].record.cells)
                .flatMap { network.metres(to: $0) }
        }
        let length = { (near: ResponseCard.Near) in near.wayMetres ?? near.metres ?? .infinity }
        return Array(
            found.sorted { (length($0), $0.record.id) < (length($1), $1.record.id) }
                .prefix(Self.waterShown))
    }

    /// Records of a register by their distance from a point, nearest first.
    ///
    /// - Parameter limit: the farthest are left out; records without a place are not found.
    private func near(
        _ point: Coordinate?, _ register: RegisterDescription, _ condition: Condition,
        within metres: Double?, limit: Int, for officer: Officer
    ) throws -> [ResponseCard.Near] {
        guard let point, register.access.readers.contains(officer.role) else { return [] }
        let (south, north) = (point.latitude - Self.boxDegrees, point.latitude + Self.boxDegrees)
        let (west, east) = (point.longitude - Self.boxDegrees, point.longitude + Self.boxDegrees)
        let line: SQL = register.shape == .line ? "r.line IS NOT NULL OR " : ""
        let box: SQL = """
            (\(line)r.latitude BETWEEN \(south) AND \(north)
                AND r.longitude BETWEEN \(west) AND \(east))
            """
        // Within the box, or anywhere if nothing is.
        for place in [box, "r.latitude IS NOT NULL" as SQL] {
            let found = try matching(
                register, condition, place: place, limit: Self.boxRows, for: officer
            ).compactMap { record -> ResponseCard.Near? in
                let distance: Double? =
                    switch register.geometry(of: record.cells) {
                    case .point(let other): point.metres(to: other)
                    case .line(let line): line.metres(to: point)
                    case .area(let area): area.metres(to: point)
                    case nil: nil
                    }
                guard let distance, metres.map({ distance <= $0 }) ?? true else { return nil }
                return ResponseCard.Near(record: record, metres: distance)
            }.sorted { ($0.metres ?? 0, $0.record.id) < ($1.metres ?? 0, $1.record.id) }
            if !found.isEmpty || metres != nil { return Array(found.prefix(limit)) }
        }
        return []
    }

    private func matching(
        _ register: RegisterDescription, _ condition: Condition, place: SQL = "1 = 1",
        limit: Int = 50, for officer: Officer
    ) throws -> [Record] {
        guard register.access.readers.contains(officer.role) else { return [] }
        return try rows(
            """
            SELECT \(RegisterSQL.columns(of: register, for: officer.role))
            FROM \(RegisterSQL.name(register.name)) r
            WHERE \(try RegisterSQL.visible(register, to: officer))
                AND \(RegisterSQL.condition(condition)) AND \(place)
            ORDER BY r.search, r.id LIMIT \(limit)
            """
        ).map { RegisterSQL.record($0, of: register) }
    }

    /// The team of the facility, those of its residential group, then the nearest.
    private func forces(
        of facility: String?, group: Cell, near point: Coordinate?, for officer: Officer
    ) throws -> [ResponseCard.Near] {
        let register = Forces.description
        let works = Forces.state != .dissolved
        var found: [Record] = []
        if let facility {
            found = try matching(
                register, works && Forces.facility == Reference<Facilities>(id: facility),
                for: officer)
        }
        if !group.isEmpty {
            found += try matching(
                register, works && .equals(Forces.group.key, group), for: officer)
        }
        let own = found.map { record in
            ResponseCard.Near(
                record: record,
                metres: Place.coordinate(of: record.cells).flatMap { place in
                    point.map { place.metres(to: $0) }
                })
        }
        let others = try near(
            point, register, works, within: nil, limit: Self.forcesShown, for: officer)
        var seen: Set<String> = []
        return Array(
            (own + others).filter { seen.insert($0.record.id).inserted }
                .prefix(Self.forcesShown))
    }

    private func equipment(
        of forces: [String], for officer: Officer
    ) throws -> [String: [Record]] {
        guard !forces.isEmpty else { return [:] }
        let key = EquipmentItems.force.key
        let items = try matching(
            EquipmentItems.description,
            .any(forces.map { .equals(key, .text($0)) })
                && .any([EquipmentItems.state == .good, EquipmentItems.state == .worn]),
            for: officer)
        return Dictionary(grouping: items) { $0.cells[key]?.plain ?? "" }
    }

    // MARK: Shared by an address

    package static var cardLinkSeconds: Int64 { 7_200 }

    /// Lets who knows the token read the card for two hours, as the officer sees it.
    package func shareCard(of id: String, token: String, by officer: Officer) throws {
        let found = try openCase(id, by: officer)
        let until = now.adding(seconds: Self.cardLinkSeconds)
        try record(
            "alarm.card.share", "alarm_cases/\(found.id)",
            [JournalChange("until", to: until.vietnamese)], by: officer)
        try run(
            """
            INSERT INTO alarm_card_links (ward, token_hash, case_id, account, until_at)
            VALUES (\(officer.ward), \(Self.cardDigest(token)), \(id), \(officer.id), \(until))
            """)
    }

    /// The card that an address is of, and until when; nil: of none, or no longer.
    package func sharedCardIfAny(
        token: String
    ) throws -> (card: ResponseCard, until: Instant)? {
        let found = try row(
            """
            SELECT l.case_id, l.until_at, a.id, a.ward, a.login, a.name, a.role, a.unit
            FROM alarm_card_links l
            JOIN accounts a ON a.ward = l.ward AND a.id = l.account
            WHERE l.token_hash = \(Self.cardDigest(token)) AND l.until_at > \(now)
                AND a.locked_at IS NULL
            """)
        guard let found else { return nil }
        let officer = Officer(
            id: found["id"], ward: found["ward"], login: found["login"], name: found["name"],
            role: found["role"], unit: found["unit"], origin: "card")
        return (try responseCard(of: found["case_id"], for: officer), found["until_at"])
    }

    private static func cardDigest(_ token: String) -> String {
        hexadecimal(SHA256.hash(data: Data(token.utf8)))
    }
}
