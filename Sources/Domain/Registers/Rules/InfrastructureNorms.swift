/// What roads and water must have for engines, as the standards say.
///
/// - Source: QCVN 06:2022/BXD, 6.2 and 6.4; QCVN 10:2025/BCA, 2.3.2 and Appendices C and H.
package enum InfrastructureNorms: Register {
    package enum Measure: String, FieldChoice {
        case roadWidth = "road_width"
        case roadHeight = "road_height"
        case deadEnd = "dead_end"
        case buildingReach = "building_reach"
        case waterReach = "water_reach"
        case hydrantSpacing = "hydrant_spacing"
        case hydrantRoadEdge = "hydrant_road_edge"
        case suctionLift = "suction_lift"
        package var title: String {
            switch self {
            case .roadWidth: "Rộng thông thủy của đường, ít nhất"
            case .roadHeight: "Cao thông thủy của đường, ít nhất"
            case .deadEnd: "Đường cụt dài hơn thì phải có chỗ quay đầu xe"
            case .buildingReach: "Từ đường đến điểm xa nhất của nhà, nhiều nhất"
            case .waterReach: "Từ nhà đến trụ, điểm lấy nước, nhiều nhất"
            case .hydrantSpacing: "Giữa hai trụ nước, nhiều nhất"
            case .hydrantRoadEdge: "Từ trụ nước đến mép đường, nhiều nhất"
            case .suctionLift: "Chiều cao hút nước, nhiều nhất"
            }
        }
    }

    package static let measure = Field<Measure>("measure", "Đo gì", isRequired: true)
    package static let value = Field<Double>(
        "value_m", "Mức", unit: .metre, isRequired: true, .within(0...100_000))
    package static let from = Field<Day>(
        "valid_from", "Có hiệu lực từ",
        hint: "Để trống khi chưa tra được; khi đó tính là đang có hiệu lực.", wanted: .always)
    package static let until = Field<Day>("valid_until", "Hết hiệu lực sau ngày")
    package static let source = Field<String>("source", "Căn cứ", isRequired: true)
    package static let isVerified = Field<Bool>(
        "is_verified", "Đã đối chiếu với văn bản gốc", wanted: .always, freshDays: 365)

    package static let description = RegisterDescription(
        name: "infrastructure_norms", title: "Ngưỡng hạ tầng", singular: "ngưỡng",
        source: "QCVN 06:2022/BXD; QCVN 10:2025/BCA", area: .rules,
        fields: [measure, value, from, until, source, isVerified],
        columns: ["measure", "value_m", "source", "is_verified"], filters: ["is_verified"],
        identity: ["measure", "valid_from"],
        access: RegisterAccess(readers: .offices, writers: [.administrator, .police, .division]))

    /// The value in force on a day, with its source: of several the one that came last.
    static func inForce(
        _ asked: Measure, of rules: [Record], on today: Day
    ) -> (value: Double, source: String)? {
        let found = rules.filter { rule in
            rule[measure] == asked && rule[from].map { $0 <= today } ?? true
                && rule[until].map { $0 >= today } ?? true
        }.max { ($0[from]?.number ?? 0) < ($1[from]?.number ?? 0) }
        guard let found, let value = found[value] else { return nil }
        return (value, found[source] ?? "")
    }
}
