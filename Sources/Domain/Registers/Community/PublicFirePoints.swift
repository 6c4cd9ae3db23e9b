/// Public fire-fighting points (Điểm chữa cháy công cộng): a cabinet in an alley, its kit, its seal.
///
/// - Source: the movement's guidance as the press tells it: in alleys that engines cannot enter, with
///   extinguishers, crowbar, hammer, cutter, a sign and a named keeper; the wards' plans (MOD-02).
package enum PublicFirePoints: Register {
    package enum State: String, FieldChoice {
        case planned, ready, lacking, broken, closed
        package var title: String {
            switch self {
            case .planned: "Sẽ lập"
            case .ready: "Sẵn sàng"
            case .lacking: "Thiếu phương tiện"
            case .broken: "Tủ hỏng"
            case .closed: "Thôi dùng"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên điểm", isRequired: true,
        also: ["Điểm chữa cháy công cộng", "Tên điểm chữa cháy", "Tên mô hình"])
    package static let address = Field<String>(
        "address", "Địa chỉ", isRequired: true, also: ["Vị trí", "Địa điểm"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let alley = Field<Reference<Alleys>>("alley", "Ở ngõ")
    package static let founded = Field<Day>("founded_on", "Ngày lập", wanted: .always)
    package static let extinguishers = Field<Int>(
        "extinguishers", "Bình chữa cháy", unit: .piece, wanted: .always, freshDays: 180,
        also: ["Số bình chữa cháy"], .within(0...1_000))
    package static let crowbars = Field<Int>(
        "crowbars", "Xà beng", unit: .piece, wanted: .always, .within(0...100))
    package static let hammers = Field<Int>(
        "hammers", "Búa", unit: .piece, wanted: .always, .within(0...100))
    package static let cutters = Field<Int>(
        "cutters", "Kìm cộng lực", unit: .piece, wanted: .always, .within(0...100))
    package static let otherKit = Field<String>(
        "other_kit", "Phương tiện khác", hint: "Máy bơm, vòi, khóa trụ nước, thang, mặt nạ…")
    package static let hasSign = Field<Bool>(
        "has_sign", "Có biển và số 114", wanted: .always, freshDays: 365)
    package static let keeper = Field<String>(
        "keeper", "Người giữ", wanted: .always, freshDays: 365, also: ["Người quản lý"])
    package static let phone = Field<Telephone>(
        "phone", "Điện thoại", wanted: .always, freshDays: 365,
        also: ["SĐT", "Số điện thoại", "ĐT", "Điện thoại người giữ"], seenBy: .officesAndGroups)
    package static let keyPlace = Field<String>(
        "key_place", "Mở tủ thế nào", hint: "Chìa để đâu, đập kính…", wanted: .always)
    package static let seal = Field<String>(
        "seal", "Số niêm phong", hint: "Để trống nếu tủ không niêm phong.")
    package static let isSealWhole = Field<Bool>(
        "is_seal_whole", "Niêm phong còn nguyên", wanted: seal != nil, freshDays: 90)
    package static let checked = Field<Day>(
        "checked_on", "Ngày kiểm tra gần nhất", wanted: state != .planned, freshDays: 90,
        also: ["Ngày kiểm tra"])
    package static let used = Field<Day>("used_on", "Ngày dùng chữa cháy gần nhất")
    package static let state = Field<State>(
        "state", "Tình trạng", isRequired: true, freshDays: 90, also: ["Trạng thái", "Hiện trạng"])
    package static let place = Place()

    package static let description = RegisterDescription(
        name: "public_fire_points", title: "Điểm chữa cháy công cộng",
        singular: "điểm chữa cháy",
        source: "Kế hoạch của phường: xây dựng, nhân rộng mô hình Điểm chữa cháy công cộng",
        area: .community,
        sections: [
            FieldSection(
                "Điểm chữa cháy", [name, address, group, alley, founded, state, hasSign]),
            FieldSection("Tủ phương tiện", [extinguishers, crowbars, hammers, cutters, otherKit]),
            FieldSection(
                "Ai giữ, ai kiểm tra",
                [keeper, phone, keyPlace, seal, isSealWhole, checked, used]),
            FieldSection("Vị trí và ghi chú", place.fields + [Field<Remark>.note]),
        ],
        columns: ["name", "address", "group_unit", "keeper", "checked_on", "state"],
        filters: ["state", "is_seal_whole", "group_unit"], identity: ["name", "address"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck(
                "ready_empty", state == .ready && extinguishers == 0,
                "Ghi là sẵn sàng mà tủ không có bình chữa cháy."),
            RecordCheck(
                "seal", seal == nil && isSealWhole == true,
                "Niêm phong còn nguyên mà chưa ghi số niêm phong."),
            RecordCheck("order", founded > checked, "Ngày kiểm tra trước ngày lập."),
        ])
}
