/// Supplies made ready for the first hours (vật tư, hậu cần) by offices and residential groups.
///
/// - Source: the wards' plans: "vật tư, hậu cần tại chỗ" (ONS-03).
package enum Supplies: Register {
    package enum Kind: String, FieldChoice {
        case water, food, medicine, fuel, foam, sand, shelter, tools, other
        package var title: String {
            switch self {
            case .water: "Nước uống"
            case .food: "Lương thực, thực phẩm"
            case .medicine: "Thuốc, vật tư y tế"
            case .fuel: "Xăng, dầu"
            case .foam: "Chất chữa cháy"
            case .sand: "Cát, bao cát"
            case .shelter: "Lều, chăn, chiếu"
            case .tools: "Dụng cụ"
            case .other: "Loại khác"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Vật tư", isRequired: true, also: ["Tên vật tư", "Tên"])
    package static let kind = Field<Kind>("kind", "Loại", isRequired: true, also: ["Loại vật tư"])
    package static let amount = Field<Double>(
        "amount", "Số lượng", isRequired: true, also: ["SL"], .within(0...1_000_000))
    package static let measure = Field<String>(
        "measure", "Đơn vị tính", hint: "Lít, kg, thùng, bộ…", isRequired: true, also: ["ĐVT"])
    package static let unit = Field<UnitReference>(
        "unit", "Đơn vị chuẩn bị", wanted: .always, also: ["Đơn vị"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let storedAt = Field<String>(
        "stored_at", "Để ở đâu", wanted: .always, also: ["Nơi để", "Địa điểm"])
    package static let keeper = Field<String>(
        "keeper", "Người giữ", wanted: .always, freshDays: 365, also: ["Người quản lý"])
    package static let phone = Field<Telephone>(
        "phone", "Điện thoại người giữ", wanted: .always, freshDays: 365,
        also: ["Điện thoại", "SĐT"], seenBy: .officesAndGroups)
    package static let checked = Field<Day>(
        "checked_on", "Ngày kiểm tra gần nhất", wanted: .always, freshDays: 180,
        also: ["Ngày kiểm tra"])
    package static let expires = Field<Day>(
        "expires_on", "Hạn dùng",
        wanted: kind == .food || kind == .medicine || kind == .water || kind == .foam)
    package static let place = Place(wanted: nil)

    package static let description = RegisterDescription(
        name: "supplies", title: "Vật tư, hậu cần", singular: "vật tư",
        source: "Kế hoạch của phường: chuẩn bị vật tư, hậu cần tại chỗ", area: .forces,
        fields: [
            name, kind, amount, measure, unit, group, storedAt, keeper, phone, checked, expires,
        ] + place.fields + [Field<Remark>.note],
        columns: ["name", "kind", "amount", "measure", "group_unit", "stored_at", "expires_on"],
        filters: ["kind", "unit", "group_unit"], identity: ["name", "kind", "group_unit"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"))
}
