/// People of the ward's offices who do this work: duty, telephone, training, skills.
///
/// Accounts say who may sign in; this register says whom to call and who has learnt what.
///
/// - Source: the wards' plans (FRC-07, OUT-12, INC-13): inspect, propagate, guide, command.
package enum Staff: Register {
    package enum Duty: String, FieldChoice {
        case lead, adviser, inspector, speaker, reporter, member
        package var title: String {
            switch self {
            case .lead: "Lãnh đạo phụ trách"
            case .adviser: "Cán bộ tham mưu"
            case .inspector: "Cán bộ kiểm tra"
            case .speaker: "Báo cáo viên, tuyên truyền viên"
            case .reporter: "Đầu mối báo cáo, số liệu"
            case .member: "Tham gia khi được phân công"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Họ và tên", isRequired: true, also: ["Họ tên", "Tên", "Cán bộ"])
    package static let unit = Field<UnitReference>(
        "unit", "Đơn vị", isRequired: true, also: ["Phòng, ban", "Cơ quan", "Đơn vị công tác"])
    package static let position = Field<String>(
        "position", "Chức vụ", wanted: .always, freshDays: 365, also: ["Chức danh"])
    package static let duty = Field<Duty>(
        "duty", "Việc về PCCC và CNCH", isRequired: true, also: ["Nhiệm vụ"])
    package static let phone = Field<Telephone>(
        "phone", "Điện thoại", wanted: until == nil, freshDays: 365,
        also: ["SĐT", "Số điện thoại", "ĐT", "Di động"], seenBy: .officesAndGroups)
    package static let since = Field<Day>("since_on", "Từ ngày")
    package static let until = Field<Day>("until_on", "Thôi từ ngày")
    package static let taught = Field<Day>(
        "law_taught_on", "Ngày học pháp luật PCCC gần nhất", wanted: until == nil,
        freshDays: 365)
    package static let trained = Field<Day>(
        "trained_on", "Ngày huấn luyện nghiệp vụ gần nhất",
        wanted: until == nil && duty == .inspector)
    package static let certificate = Field<String>(
        "certificate", "Giấy chứng nhận", hint: "Số, ngày, nơi cấp.", wanted: trained != nil)
    package static let canInspect = Field<Bool>("can_inspect", "Kiểm tra được")
    package static let canSpeak = Field<Bool>("can_speak", "Tuyên truyền được")
    package static let canGuide = Field<Bool>("can_guide", "Hướng dẫn kỹ năng được")
    package static let canCommand = Field<Bool>("can_command", "Chỉ huy giai đoạn đầu được")

    package static let description = RegisterDescription(
        name: "staff", title: "Cán bộ làm công tác PCCC và CNCH", singular: "cán bộ",
        source: "Kế hoạch của phường, xã: phân công cán bộ, bồi dưỡng nghiệp vụ",
        area: .organisation,
        fields: [
            name, unit, position, duty, phone, since, until, taught, trained, certificate,
            canInspect, canSpeak, canGuide, canCommand, Field<Remark>.note,
        ],
        columns: ["name", "unit", "position", "duty", "law_taught_on"],
        filters: ["unit", "duty", "can_inspect", "can_command"], identity: ["name", "unit"],
        access: RegisterAccess(readers: .officesAndGroups, writers: .keepers),
        checks: [RecordCheck("order", since > until, "Ngày thôi trước ngày bắt đầu.")])
}
