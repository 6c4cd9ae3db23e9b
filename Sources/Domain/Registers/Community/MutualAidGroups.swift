/// Groups of neighbouring houses that warn and help each other (Tổ liên gia an toàn PCCC).
///
/// - Source: the movement's guidance as the press tells it: five to fifteen houses side by side, each
///   with an extinguisher, a tool and a bell that rings in all of them; the wards' plans (MOD-01).
package enum MutualAidGroups: Register {
    /// "5 đến 15 hộ liền kề": what the guidance of the movement asks, as the press tells it.
    package static let houseLimits = 5...15

    package enum State: String, FieldChoice {
        case founding, working, weak, stopped
        package var title: String {
            switch self {
            case .founding: "Đang thành lập"
            case .working: "Hoạt động"
            case .weak: "Hoạt động yếu"
            case .stopped: "Ngừng hoạt động"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên tổ liên gia", isRequired: true, also: ["Tổ liên gia", "Tên tổ", "Tên mô hình"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let alley = Field<Reference<Alleys>>("alley", "Ở ngõ")
    package static let houses = Field<Int>(
        "houses", "Số hộ", unit: .household, hint: "Từ 5 đến 15 hộ liền kề.",
        isRequired: true, also: ["Số hộ tham gia", "Số hộ gia đình"],
        .within(1...1_000))
    package static let founded = Field<Day>(
        "founded_on", "Ngày thành lập", wanted: .always, also: ["Ngày ra mắt"])
    package static let decision = Field<String>("decision", "Quyết định, biên bản thành lập")
    package static let leader = Field<String>(
        "leader", "Tổ trưởng liên gia", wanted: .always, freshDays: 365, also: ["Tổ trưởng"])
    package static let phone = Field<Telephone>(
        "phone", "Điện thoại", wanted: .always, freshDays: 365,
        also: ["SĐT", "Số điện thoại", "ĐT", "Điện thoại tổ trưởng"], seenBy: .officesAndGroups)
    package static let deputy = Field<String>("deputy", "Tổ phó liên gia", also: ["Tổ phó"])
    package static let withExtinguisher = Field<Int>(
        "with_extinguisher", "Số hộ có bình chữa cháy", unit: .household, wanted: .always,
        freshDays: 180, also: ["Bình chữa cháy"], .within(0...1_000))
    package static let withTools = Field<Int>(
        "with_tools", "Số hộ có dụng cụ phá dỡ", unit: .household, wanted: .always, freshDays: 180,
        also: ["Dụng cụ phá dỡ"], .within(0...1_000))
    package static let withBell = Field<Int>(
        "with_bell", "Số hộ có chuông, nút ấn", unit: .household, wanted: .always, freshDays: 180,
        also: ["Chuông báo cháy"], .within(0...1_000))
    package static let isLinked = Field<Bool>(
        "is_linked", "Các chuông kêu cùng nhau", wanted: .always, freshDays: 180,
        also: ["Chuông liên kết"])
    package static let tested = Field<Day>(
        "bell_tested_on", "Ngày thử chuông gần nhất", wanted: isLinked == true, freshDays: 90,
        also: ["Ngày thử chuông"])
    package static let rang = Field<Int>(
        "bells_rang", "Số hộ chuông kêu khi thử", unit: .household, wanted: tested != nil,
        .within(0...1_000))
    package static let bellShare = Field<Percent>("bell_share", "Tỷ lệ chuông kêu")
    package static let met = Field<Day>(
        "met_on", "Ngày họp, tập gần nhất", wanted: .always, freshDays: 180)
    package static let withApp = Field<Int>(
        "with_app", "Số hộ cài ứng dụng Báo cháy 114", unit: .household, .within(0...1_000))
    package static let state = Field<State>(
        "state", "Tình trạng", isRequired: true, freshDays: 180, also: ["Trạng thái"])
    package static let place = Place()

    package static let description = RegisterDescription(
        name: "mutual_aid_groups", title: "Tổ liên gia an toàn PCCC", singular: "tổ liên gia",
        source: "Kế hoạch của phường: xây dựng, nhân rộng mô hình Tổ liên gia an toàn PCCC",
        area: .community,
        sections: [
            FieldSection(
                "Tổ liên gia",
                [
                    name, group, alley, houses, founded, decision, leader, phone, deputy, state,
                ]),
            FieldSection(
                "Trang bị và chuông",
                [
                    withExtinguisher, withTools, withBell, isLinked, tested, rang, bellShare, met,
                    withApp,
                ]),
            FieldSection("Vị trí và ghi chú", place.fields + [Field<Remark>.note]),
        ],
        columns: [
            "name", "group_unit", "houses", "leader", "bell_tested_on", "bell_share", "state",
        ],
        filters: ["state", "is_linked", "group_unit"], identity: ["name", "group_unit"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck(
                "houses",
                houses < houseLimits.lowerBound || houses >= houseLimits.upperBound + 1,
                "Tổ liên gia thường có từ 5 đến 15 hộ liền kề. Hãy xem lại số hộ, hoặc tách, gộp tổ."
            ),
            RecordCheck(
                "extinguishers", withExtinguisher > houses,
                "Số hộ có bình chữa cháy nhiều hơn số hộ của tổ."),
            RecordCheck(
                "tools", withTools > houses, "Số hộ có dụng cụ phá dỡ nhiều hơn số hộ của tổ."),
            RecordCheck("bells", withBell > houses, "Số hộ có chuông nhiều hơn số hộ của tổ."),
            RecordCheck(
                "rang", rang > withBell, "Số hộ chuông kêu khi thử nhiều hơn số hộ có chuông."),
            RecordCheck("order", founded > tested, "Ngày thử chuông trước ngày thành lập."),
        ],
        derivations: [
            Derivation("bell_share") { cells, _, _ in
                let group = Record(id: "", version: 0, cells: cells)
                guard let rang = group[rang], let houses = group[houses],
                    let share = rang.hundredths(of: houses)
                else { return nil }
                return .init(
                    .real(Double(share)), "Khi thử, chuông kêu ở \(rang) trên \(houses) hộ.")
            }
        ])
}
