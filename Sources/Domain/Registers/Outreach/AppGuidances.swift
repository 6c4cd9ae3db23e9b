/// People who were guided to install and use the app "Báo cháy 114", and told the number 114.
///
/// - Source: the wards' plans (OUT-09).
package enum AppGuidances: Register {
    package static let held = Field<Day>(
        "held_on", "Ngày", isRequired: true, also: ["Thời gian", "Ngày hướng dẫn"])
    package static let place = Field<String>(
        "place", "Ở đâu", isRequired: true, also: ["Địa điểm", "Nơi hướng dẫn"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let unit = Field<UnitReference>("unit", "Đơn vị hướng dẫn", wanted: .always)
    package static let guided = Field<Int>(
        "guided", "Số người được hướng dẫn", unit: .person, isRequired: true,
        also: ["Số người", "Số người tham gia"], .within(0...1_000_000))
    package static let installed = Field<Int>(
        "installed", "Số người đã cài", unit: .person, wanted: .always,
        also: ["Số người cài đặt", "Đã cài đặt"], .within(0...1_000_000))
    package static let share = Field<Percent>("share", "Tỷ lệ cài")

    package static let description = RegisterDescription(
        name: "app_guidances", title: "Hướng dẫn cài Báo cháy 114", singular: "buổi hướng dẫn",
        source: "Kế hoạch của phường: hướng dẫn người dân cài đặt, sử dụng ứng dụng Báo cháy 114",
        area: .outreach,
        fields: [held, place, group, unit, guided, installed, share, Field<Remark>.note],
        columns: ["held_on", "place", "group_unit", "guided", "installed", "share"],
        filters: ["unit", "group_unit"], identity: ["place", "held_on", "group_unit"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck(
                "installed", installed > guided,
                "Số người đã cài nhiều hơn số người được hướng dẫn.")
        ],
        derivations: [
            Derivation("share") { cells, _, _ in
                let event = Record(id: "", version: 0, cells: cells)
                guard let guided = event[guided], let installed = event[installed],
                    let share = installed.hundredths(of: guided)
                else { return nil }
                return .init(.real(Double(share)), "\(installed) trên \(guided) người.")
            }
        ])
}
