/// Checks of roads and alleys for engines to run: when, by whom, what was found.
///
/// - Source: the wards' plans (INF-13, INF-10).
package enum RoadChecks: Register {
    package enum Result: String, FieldChoice {
        case clear, partly, blocked
        package var title: String {
            switch self {
            case .clear: "Thông suốt"
            case .partly: "Có chỗ vướng"
            case .blocked: "Xe không qua được"
            }
        }
    }

    package static let checked = Field<Day>(
        "checked_on", "Ngày kiểm tra", isRequired: true, also: ["Ngày", "Thời gian kiểm tra"])
    package static let road = Field<Reference<Roads>>(
        "road", "Đường", wanted: alley == nil, also: ["Tuyến đường"])
    package static let alley = Field<Reference<Alleys>>("alley", "Ngõ")
    package static let group = Field<GroupReference>.residentialGroup
    package static let checkers = Field<String>(
        "checkers", "Người kiểm tra", wanted: .always, also: ["Thành phần", "Đoàn kiểm tra"])
    package static let withEngine = Field<Bool>(
        "with_engine", "Có xe chữa cháy đi thử", wanted: .always)
    package static let result = Field<Result>(
        "result", "Kết quả", isRequired: true, also: ["Kết luận"])
    package static let findings = Field<Remark>(
        "findings", "Thấy gì", wanted: result == .partly || result == .blocked,
        also: ["Tồn tại", "Nội dung"])
    package static let measure = Field<Remark>(
        "measure", "Kiến nghị, việc cần làm", wanted: result == .blocked, also: ["Kiến nghị"])
    package static let unit = Field<UnitReference>(
        "unit", "Đơn vị làm", wanted: result == .blocked)

    package static let description = RegisterDescription(
        name: "road_checks", title: "Kiểm tra đường, ngõ", singular: "lần kiểm tra",
        source: "Kế hoạch của phường: kiểm tra đường trong khu dân cư cho xe chữa cháy hoạt động",
        area: .infrastructure,
        fields: [
            checked, road, alley, group, checkers, withEngine, result, findings, measure, unit,
            Field<Remark>.note,
        ],
        columns: ["checked_on", "road", "alley", "result", "checkers", "group_unit"],
        filters: ["result", "group_unit"], identity: ["checked_on", "road", "alley"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"))
}
