/// The four on the spot ("4 tại chỗ") of each residential area: command, forces, means, logistics.
///
/// - Source: the wards' plans (ONS-01, ONS-02, ONS-05).
package enum OnSiteProfiles: Register {
    package static let name = Field<String>(
        "name", "Khu vực", hint: "Tổ dân phố, chợ, khu công nghiệp…", isRequired: true,
        also: ["Tên khu vực", "Địa bàn"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let facility = Field<Reference<Facilities>>("facility", "Cơ sở")

    package static let commander = Field<String>(
        "commander", "Người chỉ huy tại chỗ", wanted: .always, freshDays: 180,
        also: ["Chỉ huy", "Chỉ huy tại chỗ"])
    package static let commanderPhone = Field<Telephone>(
        "commander_phone", "Điện thoại người chỉ huy", wanted: .always, freshDays: 180,
        also: ["Điện thoại", "SĐT"], seenBy: .officesAndGroups)
    package static let deputy = Field<String>(
        "deputy", "Người thay khi vắng", wanted: .always, freshDays: 180)
    package static let post = Field<String>("command_post", "Nơi đặt chỉ huy")

    package static let force = Field<Reference<Forces>>(
        "force", "Lực lượng nòng cốt", also: ["Đội dân phòng"])
    package static let people = Field<Int>(
        "people", "Số người gọi được ngay", unit: .person, wanted: .always, freshDays: 180,
        also: ["Lực lượng tại chỗ", "Số người"], .within(0...10_000))
    package static let isTrained = Field<Bool>(
        "is_trained", "Đã được huấn luyện", wanted: .always, freshDays: 365)

    package static let means = Field<Remark>(
        "means", "Phương tiện tại chỗ", hint: "Bình, máy bơm, dụng cụ phá dỡ, nguồn nước gần nhất.",
        wanted: .always, freshDays: 180, also: ["Phương tiện"])
    package static let logistics = Field<Remark>(
        "logistics", "Hậu cần tại chỗ", hint: "Nước, thuốc, nơi sơ tán, đèn, nhiên liệu.",
        wanted: .always, freshDays: 180, also: ["Hậu cần", "Vật tư, hậu cần"])
    package static let checked = Field<Day>(
        "checked_on", "Ngày kiểm tra gần nhất", wanted: .always, freshDays: 180)
    package static let canHandle = Field<Bool>(
        "can_handle", "Xử lý được từ những phút đầu",
        hint: "Người kiểm tra đánh giá, xem huấn luyện, thực tập, trang bị.", wanted: .always,
        freshDays: 365)
    package static let parts = Field<Int>("parts", "Có mấy trong 4 tại chỗ")

    package static let description = RegisterDescription(
        name: "on_site_profiles", title: "4 tại chỗ", singular: "khu vực",
        source: "Kế hoạch của phường: phương châm 4 tại chỗ", area: .forces,
        sections: [
            FieldSection("Khu vực", [name, group, facility, parts, checked, canHandle]),
            FieldSection("Chỉ huy tại chỗ", [commander, commanderPhone, deputy, post]),
            FieldSection("Lực lượng tại chỗ", [force, people, isTrained]),
            FieldSection(
                "Phương tiện, hậu cần tại chỗ", [means, logistics, Field<Remark>.note]),
        ],
        columns: ["name", "group_unit", "parts", "commander", "people", "can_handle"],
        filters: ["can_handle", "group_unit"],
        identity: ["name", "group_unit"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck(
                "can_handle", canHandle == true && parts < 4,
                "Đánh giá là xử lý được từ đầu mà còn thiếu một trong 4 tại chỗ.")
        ],
        derivations: [
            Derivation("parts") { cells, _, _ in
                let area = Record(id: "", version: 0, cells: cells)
                let have = [
                    ("chỉ huy", area[commander] != nil),
                    ("lực lượng", area[people].map { $0 > 0 } ?? false),
                    ("phương tiện", area[means] != nil), ("hậu cần", area[logistics] != nil),
                ]
                let lacking = have.filter { !$0.1 }.map(\.0)
                return .init(
                    .integer(have.count - lacking.count),
                    lacking.isEmpty
                        ? "Có cả chỉ huy, lực lượng, phương tiện, hậu cần."
                        : "Thiếu: \(lacking.joined(separator: ", ")).")
            }
        ])
}
