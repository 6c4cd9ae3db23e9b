/// Members of forces: who, since when, until when.
///
/// - Source: the wards' plans: top up to fit the area; members of the Youth Union and people who are
///   usually present come first (FRC-02, FRC-05, FRC-07).
package enum ForceMembers: Register {
    package enum Duty: String, FieldChoice {
        case leader, deputy, member
        package var title: String {
            switch self {
            case .leader: "Đội trưởng"
            case .deputy: "Đội phó"
            case .member: "Đội viên"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Họ và tên", isRequired: true, also: ["Họ tên", "Tên", "Tên đội viên"])
    package static let force = Field<Reference<Forces>>(
        "force", "Lực lượng", isRequired: true, also: ["Đội", "Tên đội", "Thuộc đội"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let duty = Field<Duty>(
        "duty", "Chức danh", isRequired: true, also: ["Chức vụ", "Nhiệm vụ"])
    package static let birthYear = Field<Int>(
        "birth_year", "Năm sinh", wanted: .always, also: ["Sinh năm"], seenBy: .visitors,
        .within(1930...2100))
    package static let phone = Field<Telephone>(
        "phone", "Điện thoại", wanted: left == nil, freshDays: 365,
        also: ["SĐT", "Số điện thoại", "ĐT"], seenBy: .officesAndGroups)
    package static let address = Field<String>(
        "address", "Nơi ở", also: ["Địa chỉ", "Chỗ ở"], seenBy: .visitors)
    package static let joined = Field<Day>(
        "joined_on", "Ngày vào", wanted: .always, also: ["Ngày tham gia"])
    package static let left = Field<Day>("left_on", "Ngày thôi", also: ["Ngày ra khỏi đội"])
    package static let reason = Field<String>("left_because", "Thôi vì", wanted: left != nil)
    package static let youthUnion = Field<Bool>(
        "youth_union", "Đoàn viên thanh niên", wanted: left == nil, also: ["Đoàn viên"])
    package static let isUsuallyPresent = Field<Bool>(
        "usually_present", "Thường có mặt ở địa bàn", wanted: left == nil, freshDays: 365)
    package static let trained = Field<Day>(
        "trained_on", "Ngày huấn luyện gần nhất", wanted: left == nil, also: ["Ngày huấn luyện"])
    package static let certificate = Field<String>(
        "certificate", "Giấy chứng nhận huấn luyện", hint: "Số, ngày, nơi cấp.",
        wanted: trained != nil, also: ["Chứng nhận huấn luyện"])
    package static let certificateUntil = Field<Day>(
        "certificate_until", "Chứng nhận có giá trị đến")

    package static let description = RegisterDescription(
        name: "force_members", title: "Đội viên", singular: "đội viên",
        source: "Kế hoạch của phường: bổ sung đội viên; ưu tiên đoàn viên, người thường có mặt",
        area: .forces,
        fields: [
            name, force, group, duty, birthYear, phone, address, joined, left, reason, youthUnion,
            isUsuallyPresent, trained, certificate, certificateUntil, Field<Remark>.note,
        ],
        columns: ["name", "force", "duty", "group_unit", "joined_on", "left_on"],
        filters: ["duty", "youth_union", "usually_present", "group_unit"],
        identity: ["name", "force"],
        access: RegisterAccess(
            readers: .officesAndGroups, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck("order", joined > left, "Ngày thôi trước ngày vào."),
            RecordCheck(
                "certificate_order", trained > certificateUntil,
                "Chứng nhận hết giá trị trước ngày huấn luyện."),
        ])
}
