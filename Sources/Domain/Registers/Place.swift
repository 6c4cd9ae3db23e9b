/// Where something stands: the degrees of one point, by which it lies on the map.
///
/// The bounds are those of the country with its islands, so that degrees that changed places, or
/// lie in another country, are refused.
package struct Place: Sendable {
    package let latitude: Field<Degrees>
    package let longitude: Field<Degrees>

    /// - Parameters:
    ///   - point: which point of something that is larger, as "đầu ngõ".
    ///   - wanted: when a record without the point is not complete.
    package init(of point: String = "", wanted: Condition? = .always) {
        let more = point.isEmpty ? "" : " \(point)"
        latitude = Field(
            "latitude", "Vĩ độ\(more)", wanted: wanted, also: point.isEmpty ? [] : ["Vĩ độ"],
            .within(8...24))
        longitude = Field(
            "longitude", "Kinh độ\(more)", wanted: wanted, also: point.isEmpty ? [] : ["Kinh độ"],
            .within(102...118))
    }

    package var fields: [any FieldDescription] { [latitude, longitude] }
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
