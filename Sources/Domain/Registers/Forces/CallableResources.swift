/// Vehicles and means of organisations and persons that can be called up, with their consent.
///
/// - Source: the wards' plans: mobilise people, vehicles and means on the spot (ONS-04, INC-04,
///   INC-13); Law 55/2024/QH15 on mobilising for fire-fighting.
package enum CallableResources: Register {
    package enum Kind: String, FieldChoice {
        case truck, tanker, crane, excavator, pump, generator, boat, ladder, medical, people, other
        package var title: String {
            switch self {
            case .truck: "Xe tải"
            case .tanker: "Xe chở nước"
            case .crane: "Xe cẩu, xe nâng"
            case .excavator: "Máy xúc, máy ủi"
            case .pump: "Máy bơm"
            case .generator: "Máy phát điện"
            case .boat: "Thuyền, xuồng"
            case .ladder: "Thang, giàn giáo"
            case .medical: "Xe cứu thương, y tế"
            case .people: "Người có nghề"
            case .other: "Loại khác"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Phương tiện, người", hint: "Như «Xe téc 9 m³, biển số …».", isRequired: true,
        also: ["Tên phương tiện", "Phương tiện"])
    package static let kind = Field<Kind>(
        "kind", "Loại", isRequired: true, also: ["Loại phương tiện"])
    package static let count = Field<Int>(
        "count", "Số lượng", wanted: .always, also: ["SL"], .within(1...10_000))
    package static let capacity = Field<String>(
        "capacity", "Sức chở, công suất", also: ["Tải trọng", "Công suất", "Dung tích"])
    package static let owner = Field<String>(
        "owner", "Chủ phương tiện", isRequired: true, also: ["Chủ sở hữu", "Đơn vị"])
    package static let phone = Field<Telephone>(
        "phone", "Điện thoại", wanted: .always, freshDays: 180,
        also: ["SĐT", "Số điện thoại", "ĐT", "Điện thoại liên hệ"], seenBy: .officesAndGroups)
    package static let address = Field<String>(
        "address", "Thường để ở đâu", wanted: .always, also: ["Địa chỉ", "Nơi để"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let consents = Field<Bool>(
        "consents", "Chủ đồng ý khi được huy động", wanted: .always, freshDays: 365,
        also: ["Đồng ý huy động", "Đồng ý"])
    package static let consented = Field<Day>(
        "consented_on", "Ngày đồng ý", wanted: consents == true)
    package static let agreement = Field<String>(
        "agreement", "Văn bản, thỏa thuận", hint: "Quy chế phối hợp, hợp đồng, biên bản.")
    package static let hours = Field<String>(
        "hours", "Gọi được lúc nào", hint: "Cả ngày, giờ hành chính, ban đêm…", wanted: .always)
    package static let place = Place()

    package static let description = RegisterDescription(
        name: "callable_resources", title: "Phương tiện, người huy động được",
        singular: "phương tiện",
        source:
            "Kế hoạch của phường: huy động người, phương tiện của tổ chức, cá nhân trên địa bàn",
        area: .forces,
        fields: [
            name, kind, count, capacity, owner, phone, address, group, consents, consented,
            agreement, hours,
        ] + place.fields + [Field<Remark>.note],
        columns: ["name", "kind", "owner", "group_unit", "consents", "hours"],
        filters: ["kind", "consents", "group_unit"], identity: ["name", "owner"],
        access: RegisterAccess(
            readers: .officesAndGroups, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck(
                "consent", consents == false && consented != nil,
                "Ghi là chủ không đồng ý mà lại có ngày đồng ý.")
        ])
}
