/// Who stands by, from when to when (thường trực sẵn sàng chữa cháy, cứu nạn, cứu hộ).
///
/// - Source: the wards' plans: round the clock (INC-06, MIL-01).
package enum DutyShifts: Register {
    package enum Duty: String, FieldChoice {
        case command, standby, operator_ = "operator"
        package var title: String {
            switch self {
            case .command: "Trực chỉ huy"
            case .standby: "Trực sẵn sàng"
            case .operator_: "Trực nghe máy, tiếp nhận tin"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Người trực", isRequired: true, also: ["Họ tên", "Họ và tên", "Cán bộ trực"])
    package static let duty = Field<Duty>(
        "duty", "Trực làm gì", isRequired: true, also: ["Nhiệm vụ"])
    package static let force = Field<Reference<Forces>>(
        "force", "Lực lượng", wanted: duty == .standby, also: ["Đội", "Tên đội"])
    package static let unit = Field<UnitReference>("unit", "Đơn vị", wanted: duty != .standby)
    package static let phone = Field<Telephone>(
        "phone", "Điện thoại", wanted: .always, also: ["SĐT", "Số điện thoại"],
        seenBy: .officesAndGroups)
    package static let from = Field<Moment>(
        "from_at", "Từ", isRequired: true, also: ["Bắt đầu", "Từ giờ"])
    package static let until = Field<Moment>(
        "until_at", "Đến", isRequired: true, also: ["Kết thúc", "Đến giờ"])
    package static let address = Field<String>(
        "address", "Trực ở đâu", wanted: .always, also: ["Địa điểm"])
    package static let events = Field<Remark>("events", "Việc xảy ra trong ca", also: ["Diễn biến"])

    package static let description = RegisterDescription(
        name: "duty_shifts", title: "Lịch trực", singular: "ca trực",
        source: "Kế hoạch của phường: thường trực 24/24 giờ", area: .forces,
        fields: [
            name, duty, force, unit, phone, from, until, address, events, Field<Remark>.note,
        ],
        columns: ["name", "duty", "force", "from_at", "until_at"],
        filters: ["duty", "unit"], identity: ["name", "from_at"],
        access: RegisterAccess(readers: .officesAndGroups, writers: .keepers),
        checks: [RecordCheck("order", from > until, "Ca trực kết thúc trước khi bắt đầu.")])
}
