/// Sagging lines of power and telecommunication, and their tidying or undergrounding.
///
/// - Source: the wards' plans, with the power company: a quarter of the lines in 2026 (INF-05).
package enum CableSections: Register {
    package enum Kind: String, FieldChoice {
        case power, telecom, both
        package var title: String {
            switch self {
            case .power: "Dây điện"
            case .telecom: "Dây viễn thông"
            case .both: "Dây điện và viễn thông"
            }
        }
    }

    package enum Fault: String, FieldChoice {
        case sagging, tangled, low, overloaded, abandoned
        package var title: String {
            switch self {
            case .sagging: "Võng"
            case .tangled: "Bó rối, chằng chịt"
            case .low: "Thấp, cản xe chữa cháy"
            case .overloaded: "Quá tải, đã từng phát lửa"
            case .abandoned: "Không còn dùng, chưa gỡ"
            }
        }
    }

    package enum State: String, FieldChoice {
        case found, agreed, doing, tidied, buried
        package var title: String {
            switch self {
            case .found: "Đã lập danh sách"
            case .agreed: "Đã thống nhất với đơn vị quản lý"
            case .doing: "Đang làm"
            case .tidied: "Đã bó gọn, nâng cao"
            case .buried: "Đã hạ ngầm"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Đoạn dây", hint: "Như «Phố Mẫu, từ số 2 đến số 40».", isRequired: true,
        also: ["Tuyến dây", "Đoạn tuyến", "Tuyến", "Vị trí"])
    package static let kind = Field<Kind>(
        "kind", "Loại dây", isRequired: true, also: ["Loại", "Loại cáp"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let owner = Field<String>(
        "owner", "Đơn vị quản lý", wanted: .always, also: ["Chủ sở hữu", "Đơn vị chủ quản"])
    package static let length = Field<Double>(
        "length_m", "Chiều dài", unit: .metre, wanted: .always, also: ["Dài"],
        .within(0...100_000))
    package static let height = Field<Double>(
        "height_m", "Cao chỗ thấp nhất", unit: .metre, wanted: fault == .low || fault == .sagging,
        also: ["Chiều cao"], .within(0...50))
    package static let fault = Field<Fault>("fault", "Vì sao phải làm", wanted: .always)
    package static let state = Field<State>(
        "state", "Tình trạng", isRequired: true, freshDays: 90, also: ["Tiến độ", "Hiện trạng"])
    package static let year = Field<Int>(
        "planned_year", "Năm làm theo lộ trình", wanted: .always, also: ["Năm", "Lộ trình"],
        .within(2020...2100))
    package static let done = Field<Day>(
        "done_on", "Ngày xong", wanted: state == .tidied || state == .buried,
        also: ["Ngày hoàn thành"])
    package static let place = Place(of: "đầu đoạn dây", wanted: nil)
    package static let line = Shape.line()

    package static let description = RegisterDescription(
        name: "cable_sections", title: "Dây điện, cáp viễn thông", singular: "đoạn dây",
        source: "Kế hoạch của phường: hạ ngầm, bó gọn đường dây điện lực, viễn thông",
        area: .infrastructure,
        fields: [
            name, kind, group, owner, length, height, fault, state, year, done,
        ] + place.fields + [line, Field<Remark>.note],
        columns: ["name", "kind", "group_unit", "length_m", "planned_year", "state"],
        filters: ["kind", "fault", "state", "group_unit"], identity: ["name", "kind"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck(
                "done_state",
                done != nil && state != .tidied && state != .buried,
                "Có ngày xong mà tình trạng chưa xong.")
        ])
}
