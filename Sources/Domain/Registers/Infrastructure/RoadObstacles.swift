/// What stands in the way of fire engines, from its finding to its removal.
///
/// - Source: the wards' plans: "rào chắn, bục bệ, barie, cọc bê tông, mái che, mái vẩy" (INF-04,
///   INF-07).
package enum RoadObstacles: Register {
    package enum Kind: String, FieldChoice {
        case fence, platform, barrier, post, roof, awning, vehicles, goods, other
        package var title: String {
            switch self {
            case .fence: "Rào chắn"
            case .platform: "Bục bệ"
            case .barrier: "Barie"
            case .post: "Cọc bê tông"
            case .roof: "Mái che"
            case .awning: "Mái vẩy"
            case .vehicles: "Xe đỗ lấn đường"
            case .goods: "Hàng hóa, vật liệu"
            case .other: "Loại khác"
            }
        }
    }

    package enum State: String, FieldChoice {
        case found, asked, removed
        package var title: String {
            switch self {
            case .found: "Đã phát hiện"
            case .asked: "Đã yêu cầu tháo dỡ"
            case .removed: "Đã tháo dỡ"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Vật cản", hint: "Như «Barie đầu ngõ 42».", isRequired: true,
        also: ["Tên vật cản", "Chướng ngại vật"])
    package static let kind = Field<Kind>(
        "kind", "Loại", isRequired: true, also: ["Loại vật cản"])
    package static let address = Field<String>(
        "address", "Địa chỉ", isRequired: true, also: ["Vị trí", "Địa điểm"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let road = Field<Reference<Roads>>("road", "Trên đường")
    package static let alley = Field<Reference<Alleys>>("alley", "Trong ngõ")
    package static let owner = Field<String>(
        "owner", "Của ai", also: ["Chủ vật cản", "Chủ hộ"], seenBy: .visitors.union([.division]))
    package static let found = Field<Day>(
        "found_on", "Ngày phát hiện", isRequired: true, also: ["Ngày rà soát"])
    package static let foundBy = Field<String>("found_by", "Người phát hiện")
    package static let asked = Field<Day>("asked_on", "Ngày yêu cầu tháo dỡ")
    package static let due = Field<Day>(
        "due_on", "Hạn tháo dỡ", wanted: asked != nil, also: ["Thời hạn"])
    package static let removed = Field<Day>(
        "removed_on", "Ngày tháo dỡ", also: ["Ngày hoàn thành"])
    package static let removedBy = Field<String>(
        "removed_by", "Ai tháo dỡ", wanted: removed != nil)
    package static let state = Field<State>("state", "Tình trạng")
    package static let place = Place(wanted: nil)

    package static let description = RegisterDescription(
        name: "road_obstacles", title: "Vật cản xe chữa cháy", singular: "vật cản",
        source:
            "Kế hoạch của phường: tháo dỡ rào chắn, bục bệ, barie, cọc bê tông, mái che, mái vẩy",
        area: .infrastructure,
        fields: [
            name, kind, address, group, road, alley, owner, found, foundBy, asked, due, removed,
            removedBy, state,
        ] + place.fields + [Field<Remark>.note],
        columns: ["name", "kind", "group_unit", "found_on", "due_on", "state"],
        filters: ["kind", "state", "group_unit"], identity: ["name", "address"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck("asked_order", found > asked, "Ngày yêu cầu tháo dỡ trước ngày phát hiện."),
            RecordCheck("removed_order", found > removed, "Ngày tháo dỡ trước ngày phát hiện."),
        ],
        derivations: [
            Derivation("state") { cells, _, _ in
                let obstacle = Record(id: "", version: 0, cells: cells)
                if let day = obstacle[removed] {
                    return .init(State.removed.cell, "Tháo dỡ ngày \(day.vietnamese).")
                }
                if let day = obstacle[asked] {
                    return .init(State.asked.cell, "Yêu cầu tháo dỡ ngày \(day.vietnamese).")
                }
                return obstacle[found].map {
                    .init(State.found.cell, "Phát hiện ngày \($0.vietnamese).")
                }
            }
        ])
}
