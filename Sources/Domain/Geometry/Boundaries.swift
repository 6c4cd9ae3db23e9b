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

    /// So far outside a border a place is not called wrong: borders are drawn by hand, and a
    /// telephone is as far off among houses.
    package static let marginMetres = 30.0

    /// What of a record's place cannot be right beside the drawn borders.
    ///
    /// - Parameter group: the residential group that the record names.
    /// - Returns: whole sentences, nil for what holds; empty where nothing can be judged.
    package func faults(of cells: [String: Cell], group: String?) -> [String?] {
        guard let point = Place.coordinate(of: cells) else { return [] }
        var faults: [String?] = []
        var isOutside = false
        if let metres = ward?.metres(to: point) {
            isOutside = metres > Self.marginMetres
            let words =
                "Vị trí nằm ngoài địa giới phường, cách \(Int(metres.rounded()).vietnamese) m."
            faults.append(isOutside ? words : nil)
        }
        if !isOutside, let area = group.flatMap({ groups[$0] }) {
            let metres = area.metres(to: point)
            let words =
                "Vị trí nằm ngoài ranh giới của tổ dân phố đã ghi, cách \(Int(metres.rounded()).vietnamese) m."
            faults.append(metres > Self.marginMetres ? words : nil)
        }
        return faults
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
