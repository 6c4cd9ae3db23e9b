/// Devices that warn early of fire (thiết bị cảnh báo cháy sớm) in offices, houses and shops.
///
/// - Source: the wards' plans: in every office before 01/7/2027, in houses of areas without roads or
///   water, in households by persuasion (EWD-01 to EWD-03); Law 55/2024/QH15, Article 20.
package enum EarlyWarningDevices: Register {
    package enum Site: String, FieldChoice {
        case office, house, facility, `public`
        package var title: String {
            switch self {
            case .office: "Trụ sở cơ quan"
            case .house: "Nhà ở"
            case .facility: "Cơ sở"
            case .public: "Nơi công cộng"
            }
        }
    }

    package enum Kind: String, FieldChoice {
        case smoke, heat, gas, electrical, linked, other
        package var title: String {
            switch self {
            case .smoke: "Đầu báo khói độc lập"
            case .heat: "Đầu báo nhiệt độc lập"
            case .gas: "Cảnh báo rò khí đốt"
            case .electrical: "Cảnh báo cháy do điện"
            case .linked: "Chuông báo cháy liên gia"
            case .other: "Loại khác"
            }
        }
    }

    package enum Funding: String, FieldChoice {
        case own, ward, supported, donated
        package var title: String {
            switch self {
            case .own: "Tự mua"
            case .ward: "Ngân sách của phường"
            case .supported: "Được hỗ trợ một phần"
            case .donated: "Xã hội hóa"
            }
        }
    }

    package enum State: String, FieldChoice {
        case planned, working, broken, removed
        package var title: String {
            switch self {
            case .planned: "Chưa lắp"
            case .working: "Hoạt động"
            case .broken: "Hỏng"
            case .removed: "Đã tháo"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên, vị trí lắp", isRequired: true,
        also: ["Vị trí lắp đặt", "Vị trí", "Địa điểm lắp đặt", "Tên thiết bị"])
    package static let site = Field<Site>("site", "Lắp ở", isRequired: true, also: ["Đối tượng"])
    package static let kind = Field<Kind>(
        "kind", "Loại thiết bị", isRequired: true, also: ["Loại"])
    package static let count = Field<Int>(
        "count", "Số lượng", unit: .piece, wanted: .always, also: ["SL"], .within(1...10_000))
    package static let unit = Field<UnitReference>(
        "unit", "Cơ quan, đơn vị", wanted: site == .office)
    package static let house = Field<Reference<Houses>>("house", "Nhà", wanted: site == .house)
    package static let facility = Field<Reference<Facilities>>(
        "facility", "Cơ sở", wanted: site == .facility)
    package static let group = Field<GroupReference>.residentialGroup
    package static let deficientArea = Field<Reference<DeficientAreas>>(
        "deficient_area", "Thuộc khu vực không bảo đảm giao thông, nguồn nước")
    package static let funding = Field<Funding>(
        "funding", "Nguồn kinh phí", wanted: .always, also: ["Kinh phí"])
    package static let persuaded = Field<Day>("persuaded_on", "Ngày vận động")
    package static let fitted = Field<Day>(
        "fitted_on", "Ngày lắp", wanted: state == .working || state == .broken,
        also: ["Ngày lắp đặt"])
    package static let connected = Field<Day>(
        "connected_on", "Ngày kết nối", hint: "Để trống nếu là thiết bị độc lập, không kết nối.")
    package static let tested = Field<Day>(
        "tested_on", "Ngày thử gần nhất", wanted: state == .working, freshDays: 365)
    package static let state = Field<State>(
        "state", "Tình trạng", isRequired: true, freshDays: 365, also: ["Hiện trạng", "Trạng thái"])
    package static let place = Place(wanted: nil)

    package static let description = RegisterDescription(
        name: "early_warning_devices", title: "Thiết bị cảnh báo cháy sớm", singular: "thiết bị",
        source: "Kế hoạch của phường: trang bị thiết bị cảnh báo cháy sớm tại trụ sở, nhà ở",
        area: .alarms,
        fields: [
            name, site, kind, count, unit, house, facility, group, deficientArea, funding,
            persuaded, fitted, connected, tested, state,
        ] + place.fields + [Field<Remark>.note],
        columns: ["name", "site", "kind", "count", "group_unit", "fitted_on", "state"],
        filters: ["site", "kind", "funding", "state", "group_unit"],
        identity: ["name", "kind", "group_unit"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck("fitted_order", fitted > connected, "Ngày lắp sau ngày kết nối."),
            RecordCheck("persuaded_order", persuaded > fitted, "Ngày vận động sau ngày lắp."),
            RecordCheck(
                "planned_fitted", state == .planned && fitted != nil,
                "Ghi là chưa lắp mà lại có ngày lắp."),
        ])
}
