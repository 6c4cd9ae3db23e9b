/// Water for fighting fires (nguồn nước chữa cháy): hydrants, tanks, taking points, pump stations.
///
/// - Source: the wards' plans: "rà soát, thống kê trụ nước, bể nước, điểm lấy nước, trạm bơm"
///   (INF-03). Periods of freshness are the product's own.
package enum WaterSources: Register {
    package enum Kind: String, FieldChoice {
        case hydrant, tank, point, pump, natural
        package var title: String {
            switch self {
            case .hydrant: "Trụ nước"
            case .tank: "Bể nước"
            case .point: "Điểm, bến lấy nước"
            case .pump: "Trạm bơm"
            case .natural: "Ao, hồ, sông"
            }
        }
    }

    package enum State: String, FieldChoice {
        case working, broken, closed, proposed, building
        package var title: String {
            switch self {
            case .working: "Dùng được"
            case .broken: "Hỏng"
            case .closed: "Ngừng dùng"
            case .proposed: "Đề xuất bổ sung"
            case .building: "Đang làm"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên, số hiệu", hint: "Như trên biển của trụ, hoặc tên mà người dân gọi.",
        isRequired: true,
        also: ["Tên nguồn nước", "Tên", "Số hiệu", "Tên trụ nước", "Mã trụ", "Ký hiệu"])
    package static let kind = Field<Kind>(
        "kind", "Loại", isRequired: true, also: ["Loại nguồn nước", "Loại hình"])
    package static let state = Field<State>(
        "state", "Tình trạng", isRequired: true, freshDays: 180,
        also: ["Hiện trạng", "Trạng thái", "Tình trạng hoạt động"])
    package static let address = Field<String>(
        "address", "Địa chỉ", isRequired: true, also: ["Vị trí", "Địa điểm", "Vị trí lắp đặt"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let checked = Field<Day>(
        "checked_on", "Ngày kiểm tra gần nhất", wanted: state == .working)
    package static let pressure = Field<Double>(
        "pressure_bar", "Áp lực", unit: .bar, wanted: kind == .hydrant && state == .working,
        .within(0...20))
    package static let volume = Field<Double>(
        "volume_m3", "Khối tích", unit: .cubicMetre, wanted: kind == .tank, .within(0...100_000))
    package static let owner = Field<String>("owner", "Đơn vị quản lý")
    package static let place = Place()

    package static let description = RegisterDescription(
        name: "water_sources", title: "Nguồn nước chữa cháy", singular: "nguồn nước",
        source: "Kế hoạch của phường: rà soát trụ nước, bể nước, điểm lấy nước, trạm bơm",
        area: .infrastructure,
        fields: [
            name, kind, state, address, group, checked, pressure, volume, owner,
        ] + place.fields + [Field<Remark>.note],
        columns: ["name", "kind", "state", "group_unit", "checked_on"],
        filters: ["kind", "state", "group_unit"], identity: ["name", "address"],
        access: RegisterAccess(
            readers: Set(Role.allCases).subtracting([.facilityHead]),
            writers: [.administrator, .office, .police, .division, .groupHead],
            groupField: "group_unit"))
}
