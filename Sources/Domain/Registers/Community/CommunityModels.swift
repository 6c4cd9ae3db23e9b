/// Other models of the people's movement: self-managed areas, safe areas, good examples to copy.
///
/// - Source: the wards' plans (MOD-04 to MOD-06).
package enum CommunityModels: Register {
    package enum Kind: String, FieldChoice {
        case selfManaged = "self_managed"
        case safeArea = "safe_area"
        case safeFacility = "safe_facility"
        case example, movement, other
        package var title: String {
            switch self {
            case .selfManaged: "Tự phòng, tự quản"
            case .safeArea: "Khu dân cư an toàn PCCC"
            case .safeFacility: "Cơ sở an toàn PCCC"
            case .example: "Điển hình tiên tiến, cách làm hay"
            case .movement: "Phong trào lồng ghép"
            case .other: "Mô hình khác"
            }
        }
    }

    package enum State: String, FieldChoice {
        case working, weak, stopped
        package var title: String {
            switch self {
            case .working: "Hoạt động"
            case .weak: "Hoạt động yếu"
            case .stopped: "Ngừng hoạt động"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên mô hình", isRequired: true, also: ["Mô hình", "Tên"])
    package static let kind = Field<Kind>("kind", "Loại", isRequired: true, also: ["Loại mô hình"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let unit = Field<UnitReference>(
        "unit", "Đơn vị phụ trách", wanted: .always, also: ["Đơn vị"])
    package static let leader = Field<String>("leader", "Người đứng đầu", wanted: .always)
    package static let phone = Field<Telephone>(
        "phone", "Điện thoại", freshDays: 365, also: ["SĐT", "Số điện thoại"],
        seenBy: .officesAndGroups)
    package static let members = Field<Int>(
        "members", "Số người, số hộ tham gia", wanted: .always, also: ["Số thành viên"],
        .within(0...100_000))
    package static let founded = Field<Day>("founded_on", "Ngày thành lập", wanted: .always)
    package static let work = Field<Remark>(
        "work", "Làm gì", wanted: .always, also: ["Nội dung", "Nội dung hoạt động"])
    package static let effect = Field<Remark>("effect", "Hiệu quả", freshDays: 365)
    package static let spread = Field<Remark>(
        "spread_to", "Đã nhân rộng đến đâu", hint: "Mỗi dòng một nơi, ngày.",
        wanted: kind == .example)
    package static let movement = Field<String>(
        "movement", "Gắn với phong trào",
        hint: "Toàn dân bảo vệ an ninh Tổ quốc, đô thị văn minh…", wanted: kind == .movement)
    package static let state = Field<State>(
        "state", "Tình trạng", isRequired: true, freshDays: 365, also: ["Trạng thái"])

    package static let description = RegisterDescription(
        name: "community_models", title: "Mô hình, điển hình", singular: "mô hình",
        source: "Kế hoạch của phường: xây dựng, nhân rộng mô hình, điển hình tiên tiến",
        area: .community,
        fields: [
            name, kind, group, unit, leader, phone, members, founded, work, effect, spread,
            movement, state, Field<Remark>.note,
        ],
        columns: ["name", "kind", "group_unit", "unit", "members", "state"],
        filters: ["kind", "state", "unit", "group_unit"], identity: ["name", "kind"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"))
}
