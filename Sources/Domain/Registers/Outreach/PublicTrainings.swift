/// Skills taught to people: putting out a fire, getting out, saving others.
///
/// - Source: the wards' plans: from reminding to skills (OUT-11, DRL-08).
package enum PublicTrainings: Register {
    package enum Skill: String, FieldChoice {
        case extinguish, escape, rescue, firstAid = "first_aid", call, several
        package var title: String {
            switch self {
            case .extinguish: "Dùng bình chữa cháy, dập lửa ban đầu"
            case .escape: "Thoát nạn"
            case .rescue: "Cứu người"
            case .firstAid: "Sơ cứu"
            case .call: "Báo cháy"
            case .several: "Nhiều kỹ năng"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên buổi", isRequired: true, also: ["Nội dung", "Buổi"])
    package static let skill = Field<Skill>("skill", "Kỹ năng", isRequired: true)
    package static let audience = Field<Audience>(
        "audience", "Cho ai", isRequired: true, also: ["Đối tượng"])
    package static let held = Field<Day>(
        "held_on", "Ngày", isRequired: true, also: ["Thời gian", "Ngày tổ chức"])
    package static let address = Field<String>(
        "address", "Địa điểm", wanted: .always, also: ["Nơi tổ chức"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let facility = Field<Reference<Facilities>>("facility", "Tại cơ sở")
    package static let unit = Field<UnitReference>("unit", "Đơn vị tổ chức", wanted: .always)
    package static let trainer = Field<String>(
        "trainer", "Người hướng dẫn", wanted: .always, also: ["Báo cáo viên"])
    package static let people = Field<Int>(
        "people", "Số người dự", unit: .person, isRequired: true,
        also: ["Số người", "Số người tham gia"], .within(0...1_000_000))
    package static let practised = Field<Int>(
        "practised", "Số người tự tay làm", unit: .person, wanted: .always,
        also: ["Số người thực hành"], .within(0...1_000_000))

    package static let description = RegisterDescription(
        name: "public_trainings", title: "Dạy kỹ năng cho người dân", singular: "buổi",
        source: "Kế hoạch của phường: hướng dẫn kỹ năng chữa cháy, thoát nạn, cứu người",
        area: .outreach,
        fields: [
            name, skill, audience, held, address, group, facility, unit, trainer, people, practised,
            Field<Remark>.note,
        ],
        columns: ["name", "skill", "held_on", "group_unit", "people", "practised"],
        filters: ["skill", "audience", "unit", "group_unit"], identity: ["name", "held_on"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck(
                "practised", practised > people, "Số người tự tay làm nhiều hơn số người dự.")
        ])
}
