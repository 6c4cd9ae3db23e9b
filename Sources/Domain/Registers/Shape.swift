package enum ShapeKind: String, Sendable, Equatable { case line, area }

/// How something lies that is more than a point: a register says it by one line, `Shape.line()`,
/// beside its `Place`.
package enum Shape {
    package static let lineKey = "line"
    package static let areaKey = "area"

    /// Where an alley, a road or a cable runs.
    package static func line(_ label: String = "Đường trên bản đồ") -> Field<LineString> {
        Field(
            lineKey, label,
            hint: "Chạm từng điểm trên bản đồ, hoặc dán chữ WKT: LINESTRING (kinh độ vĩ độ, …).",
            also: ["WKT", "LINESTRING", "Hình học"])
    }

    /// What an area covers.
    package static func area(_ label: String = "Vùng trên bản đồ") -> Field<Polygon> {
        Field(
            areaKey, label,
            hint: "Chạm từng góc trên bản đồ, hoặc dán chữ WKT: POLYGON ((kinh độ vĩ độ, …)).",
            also: ["WKT", "POLYGON", "Hình học"])
    }

    /// Fields that say how long the line of a record is; its drawn length is offered for the first.
    static let lengthKeys = ["depth_m", "length_m"]
}

/// What stands for a record on a map.
package enum Geometry: Sendable, Equatable {
    case point(Coordinate)
    case line(LineString)
    case area(Polygon)
}

extension RegisterDescription {
    /// Whether its records can lie on a map.
    package var isMapped: Bool { hasPlace || shape != nil }

    package var hasPlace: Bool {
        field(Place.latitudeKey) != nil && field(Place.longitudeKey) != nil
    }

    package var shape: ShapeKind? {
        fields.compactMap { field -> ShapeKind? in
            guard case .shape(let kind) = field.control else { return nil }
            return kind
        }.first
    }

    /// The field to which the length of a drawn line may go.
    package var lengthField: (any FieldDescription)? {
        entered.first { Shape.lengthKeys.contains($0.key) }
    }

    /// The line or area of a record; its point where it has neither.
    package func geometry(of cells: [String: Cell]) -> Geometry? {
        if let line = cells[Shape.lineKey].flatMap(LineString.init(cell:)) { return .line(line) }
        if let area = cells[Shape.areaKey].flatMap(Polygon.init(cell:)) { return .area(area) }
        return Place.coordinate(of: cells).map(Geometry.point)
    }
}
