/// The drawn borders of a ward and of its residential groups.
package struct Boundaries: Sendable {
    package let ward: Polygon?
    /// By the identifier of the unit.
    package let groups: [String: Polygon]

    package init(ward: Polygon?, groups: [String: Polygon]) {
        self.ward = ward
        self.groups = groups
    }

    /// What lies farther outside the ward was mistyped: a ward's own hydrant may stand beyond its
    /// border, but not in the next district.
    package static let farOutsideMetres = 5_000.0

    /// Refusals by field key of a place, line or area far outside the ward.
    ///
    /// - Parameter before: what was kept already; a place that did not change is not judged again.
    package func refusals(
        of cells: [String: Cell], before: [String: Cell] = [:]
    ) -> [String: String] {
        guard let ward else { return [:] }
        var refusals: [String: String] = [:]
        for (key, points) in Self.points(of: cells, unlike: before) {
            let metres = points.map(ward.metres).max() ?? 0
            guard metres > Self.farOutsideMetres else { continue }
            let kilometres = ((metres / 100).rounded() / 10).shown
            refusals[key] =
                "Tọa độ nằm cách phường \(kilometres) km; có thể đã gõ nhầm hoặc đảo vĩ độ, kinh độ. Hãy xem lại."
        }
        return refusals
    }

    private static func points(
        of cells: [String: Cell], unlike before: [String: Cell]
    ) -> [(key: String, points: [Coordinate])] {
        var found: [(key: String, points: [Coordinate])] = []
        let isMoved = { (key: String) in cells[key] != before[key] }
        if isMoved(Place.latitudeKey) || isMoved(Place.longitudeKey),
            let point = Place.coordinate(of: cells)
        {
            found.append((Place.latitudeKey, [point]))
        }
        if isMoved(Shape.lineKey), let line = cells[Shape.lineKey].flatMap(LineString.init(cell:)) {
            found.append((Shape.lineKey, line.points))
        }
        if isMoved(Shape.areaKey), let area = cells[Shape.areaKey].flatMap(Polygon.init(cell:)) {
            found.append((Shape.areaKey, area.ring))
        }
        return found
    }
}
