/// Where something stands: the degrees of one point, by which it lies on the map.
///
/// The bounds are those of the country with its islands, so that degrees that changed places, or
/// lie in another country, are refused.
package struct Place: Sendable {
    package let latitude: Field<Degrees>
    package let longitude: Field<Degrees>

    package static let latitudeKey = "latitude"
    package static let longitudeKey = "longitude"

    /// - Parameters:
    ///   - point: which point of something that is larger, as "đầu ngõ".
    ///   - wanted: when a record without the point is not complete.
    package init(of point: String = "", wanted: Condition? = .always) {
        let more = point.isEmpty ? "" : " \(point)"
        latitude = Field(
            Self.latitudeKey, "Vĩ độ\(more)", wanted: wanted, also: point.isEmpty ? [] : ["Vĩ độ"],
            .within(Coordinate.countryLatitudes))
        longitude = Field(
            Self.longitudeKey, "Kinh độ\(more)", wanted: wanted,
            also: point.isEmpty ? [] : ["Kinh độ"],
            .within(Coordinate.countryLongitudes))
    }

    package var fields: [any FieldDescription] { [latitude, longitude] }

    /// Where a record stands; nil without both degrees.
    package static func coordinate(of cells: [String: Cell]) -> Coordinate? {
        guard let latitude = cells[latitudeKey].flatMap(Double.init(cell:)),
            let longitude = cells[longitudeKey].flatMap(Double.init(cell:))
        else { return nil }
        return Coordinate(latitude: latitude, longitude: longitude)
    }
}

extension Field where Value == GroupReference {
    /// The residential group in which something lies; the head of that group sees and keeps it.
    package static var residentialGroup: Field {
        Field(
            "group_unit", "Tổ dân phố", wanted: .always,
            also: ["TDP", "Tổ", "Khu phố", "Thôn", "Tổ dân phố, thôn"])
    }
}

extension Field where Value == Remark {
    package static var note: Field { Field("note", "Ghi chú") }
}
