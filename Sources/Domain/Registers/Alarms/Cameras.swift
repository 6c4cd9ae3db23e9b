/// Cameras whose pictures can help to see a fire, at places of high risk.
///
/// - Source: the wards' plans: surveillance cameras, early warning and digital maps for facilities
///   of high risk (EWD-04, EWD-06).
package enum Cameras: Register {
    package enum State: String, FieldChoice {
        case planned, working, broken, removed
        package var title: String {
            switch self {
            case .planned: "Đề xuất lắp"
            case .working: "Hoạt động"
            case .broken: "Hỏng"
            case .removed: "Đã tháo"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên, số hiệu", isRequired: true, also: ["Tên camera", "Mã camera", "Camera"])
    package static let address = Field<String>(
        "address", "Địa chỉ", isRequired: true, also: ["Vị trí", "Vị trí lắp đặt", "Địa điểm"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let facility = Field<Reference<Facilities>>("facility", "Của cơ sở")
    package static let covers = Field<String>(
        "covers", "Nhìn thấy gì", hint: "Cổng chợ, đầu ngõ 42, trụ nước số 7…", wanted: .always)
    package static let detectsFire = Field<Bool>(
        "detects_fire", "Tự nhận ra lửa, khói", wanted: .always)
    package static let owner = Field<String>(
        "owner", "Đơn vị quản lý", wanted: .always, also: ["Chủ sở hữu", "Đơn vị sở hữu"])
    package static let phone = Field<Telephone>(
        "phone", "Điện thoại người trực", wanted: .always, freshDays: 365,
        seenBy: .officesAndGroups)
    package static let link = Field<String>(
        "link", "Xem ở đâu", hint: "Phần mềm hoặc địa chỉ xem; không ghi mật khẩu.",
        seenBy: [.administrator, .police])
    package static let state = Field<State>(
        "state", "Tình trạng", isRequired: true, freshDays: 180, also: ["Hiện trạng", "Trạng thái"])
    package static let checked = Field<Day>(
        "checked_on", "Ngày kiểm tra gần nhất", wanted: state == .working)
    package static let decision = Field<Remark>(
        "decision", "Đề xuất và ý kiến quyết định", wanted: state == .planned)
    package static let place = Place()

    package static let description = RegisterDescription(
        name: "cameras", title: "Camera", singular: "camera",
        source: "Kế hoạch của phường: ứng dụng camera giám sát, bản đồ số với cơ sở nguy cơ cao",
        area: .alarms,
        fields: [
            name, address, group, facility, covers, detectsFire, owner, phone, link, state, checked,
            decision,
        ] + place.fields + [Field<Remark>.note],
        columns: ["name", "address", "group_unit", "covers", "state"],
        filters: ["state", "detects_fire", "group_unit"], identity: ["name", "address"],
        access: RegisterAccess(
            readers: .officesAndGroups, writers: .keepers, groupField: "group_unit"))
}
