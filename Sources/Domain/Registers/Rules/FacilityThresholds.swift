/// From what size on a facility is managed, and how dangerous it is: the rows of Appendices I and II.
///
/// Thresholds change by decree, so they are records: dated, with their source, and a mark whether
/// somebody has compared them with the text in force.
///
/// - Source: Decree 105/2025/NĐ-CP, Appendices I and II.
package enum FacilityThresholds: Register {
    package enum Measure: String, FieldChoice {
        case any, area, businessArea = "business_area", storeys, volume, capacity
        package var title: String {
            switch self {
            case .any: "Mọi quy mô"
            case .area: "Diện tích sử dụng (m²)"
            case .businessArea: "Diện tích sản xuất, kinh doanh (m²)"
            case .storeys: "Số tầng"
            case .volume: "Khối tích (m³)"
            case .capacity: "Sức chứa"
            }
        }
    }

    package enum Group: String, FieldChoice {
        case groupOne = "group_one"
        case groupTwo = "group_two"
        case listed
        package var title: String { hazard.title }
        package var hazard: Facilities.HazardGroup {
            switch self {
            case .groupOne: .groupOne
            case .groupTwo: .groupTwo
            case .listed: .listed
            }
        }
    }

    package static let item = Field<String>(
        "item", "Mục", hint: "Như «Phụ lục II, mục 1».", isRequired: true)
    package static let kind = Field<Facilities.Kind>("kind", "Loại hình", isRequired: true)
    package static let only = Field<String>(
        "only_of", "Chỉ với hạng, loại hàng",
        hint: "Như «A, B» hoặc «Dễ cháy»; để trống là mọi hạng, mọi hàng.")
    package static let group = Field<Group>("hazard_group", "Thuộc", isRequired: true)
    package static let measure = Field<Measure>("measure", "Tính theo", isRequired: true)
    package static let least = Field<Double>(
        "least", "Từ", wanted: measure != .any, .within(0...100_000_000))
    package static let from = Field<Day>("valid_from", "Có hiệu lực từ", isRequired: true)
    package static let until = Field<Day>("valid_until", "Hết hiệu lực sau ngày")
    package static let source = Field<String>("source", "Căn cứ", isRequired: true)
    package static let isVerified = Field<Bool>(
        "is_verified", "Đã đối chiếu với văn bản gốc", wanted: .always, freshDays: 365)

    package static let description = RegisterDescription(
        name: "facility_thresholds", title: "Ngưỡng phân cấp cơ sở", singular: "ngưỡng",
        source: "Nghị định 105/2025/NĐ-CP, Phụ lục I, II",
        area: .rules,
        fields: [item, kind, only, group, measure, least, from, until, source, isVerified],
        columns: ["item", "kind", "hazard_group", "measure", "least", "is_verified"],
        filters: ["kind", "hazard_group", "is_verified"],
        identity: ["item", "kind", "only_of", "hazard_group", "measure"],
        access: RegisterAccess(
            readers: [.administrator, .chairman, .viceChairman, .office, .police, .division],
            writers: [.administrator, .police]))
}
