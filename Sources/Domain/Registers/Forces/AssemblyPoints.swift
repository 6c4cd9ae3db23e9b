/// Places where vehicles and equipment are gathered, or people who left their houses.
///
/// - Source: the wards' plans: "điểm tập kết phương tiện, thiết bị chữa cháy" (FRC-17).
package enum AssemblyPoints: Register {
    package enum Kind: String, FieldChoice {
        case equipment, people
        package var title: String {
            switch self {
            case .equipment: "Tập kết phương tiện, thiết bị"
            case .people: "Người dân tập trung khi sơ tán"
            }
        }
    }

    package enum State: String, FieldChoice {
        case proposed, approved, used, closed
        package var title: String {
            switch self {
            case .proposed: "Đề xuất"
            case .approved: "Đã duyệt"
            case .used: "Đang dùng"
            case .closed: "Thôi dùng"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên điểm", isRequired: true, also: ["Điểm tập kết", "Tên điểm tập kết"])
    package static let kind = Field<Kind>("kind", "Loại", isRequired: true)
    package static let address = Field<String>(
        "address", "Địa chỉ", isRequired: true, also: ["Vị trí", "Địa điểm"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let area = Field<Double>(
        "area_m2", "Diện tích", unit: .squareMetre, wanted: .always, .within(0...1_000_000))
    package static let capacity = Field<Int>(
        "capacity", "Chứa được", unit: .person, wanted: kind == .people, also: ["Sức chứa"],
        .within(0...1_000_000))
    package static let equipment = Field<Remark>(
        "equipment", "Phương tiện, thiết bị ở đây", wanted: kind == .equipment)
    package static let keeper = Field<String>("keeper", "Người phụ trách", wanted: state == .used)
    package static let phone = Field<Telephone>(
        "phone", "Điện thoại người phụ trách", wanted: state == .used, freshDays: 365,
        also: ["Điện thoại", "SĐT"], seenBy: .officesAndGroups)
    package static let state = Field<State>(
        "state", "Tình trạng", isRequired: true, freshDays: 365)
    package static let proposed = Field<Day>("proposed_on", "Ngày đề xuất")
    package static let approved = Field<Day>(
        "approved_on", "Ngày duyệt", wanted: state == .approved || state == .used)
    package static let decision = Field<String>("decision", "Văn bản duyệt")
    package static let place = Place()

    package static let description = RegisterDescription(
        name: "assembly_points", title: "Điểm tập kết", singular: "điểm tập kết",
        source: "Kế hoạch của phường: bố trí điểm tập kết phương tiện, thiết bị chữa cháy",
        area: .forces,
        fields: [
            name, kind, address, group, area, capacity, equipment, keeper, phone, state, proposed,
            approved, decision,
        ] + place.fields + [Field<Remark>.note],
        columns: ["name", "kind", "address", "group_unit", "state"],
        filters: ["kind", "state", "group_unit"], identity: ["name", "address"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [RecordCheck("order", proposed > approved, "Ngày duyệt trước ngày đề xuất.")])
}
