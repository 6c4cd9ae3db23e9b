/// Commitments that people and bodies sign (bản cam kết), and whether they are kept.
///
/// - Source: the wards' plans: households, heads of facilities and groups sign commitments and are
///   followed up; keeping the way of engines clear (EVL, INF-11, FAC-17).
package enum Commitments: Register {
    package enum Kind: String, FieldChoice {
        case householder, facility, rental, group, corridor, forest, vehicle
        package var title: String {
            switch self {
            case .householder: "Hộ gia đình"
            case .facility: "Người đứng đầu cơ sở"
            case .rental: "Chủ nhà cho thuê"
            case .group: "Khu dân cư, tổ dân phố"
            case .corridor: "Giữ gìn hành lang giao thông"
            case .forest: "Chủ rừng"
            case .vehicle: "Chủ phương tiện giao thông"
            }
        }
    }

    package enum State: String, FieldChoice {
        case kept, partly, broken
        package var title: String {
            switch self {
            case .kept: "Thực hiện đúng"
            case .partly: "Thực hiện một phần"
            case .broken: "Không thực hiện"
            }
        }
    }

    package static let signer = Field<String>(
        "signer", "Người ký", isRequired: true, also: ["Họ tên", "Họ và tên", "Tên người ký"])
    package static let kind = Field<Kind>(
        "kind", "Cam kết của", isRequired: true, also: ["Loại cam kết", "Đối tượng"])
    package static let house = Field<Reference<Houses>>(
        "house", "Nhà", wanted: kind == .householder || kind == .rental)
    package static let facility = Field<Reference<Facilities>>(
        "facility", "Cơ sở", wanted: kind == .facility)
    package static let group = Field<GroupReference>.residentialGroup
    package static let signed = Field<Day>(
        "signed_on", "Ngày ký", isRequired: true, also: ["Ngày cam kết"])
    package static let content = Field<Remark>(
        "content", "Cam kết làm gì", wanted: .always, also: ["Nội dung cam kết", "Nội dung"])
    package static let households = Field<Int>(
        "households", "Số hộ cùng ký", unit: .household,
        wanted: kind == .group || kind == .corridor, .within(1...10_000))
    package static let followed = Field<Day>(
        "followed_on", "Ngày xem lại gần nhất", wanted: .always, freshDays: 365,
        also: ["Ngày kiểm tra"])
    package static let state = Field<State>(
        "state", "Thực hiện thế nào", wanted: followed != nil, also: ["Kết quả thực hiện"])
    package static let action = Field<Remark>(
        "action", "Đã nhắc, xử lý thế nào", wanted: state == .broken)

    package static let description = RegisterDescription(
        name: "commitments", title: "Bản cam kết", singular: "bản cam kết",
        source: "Kế hoạch của phường: vận động ký cam kết và theo dõi việc thực hiện",
        area: .houses,
        fields: [
            signer, kind, house, facility, group, signed, content, households, followed, state,
            action, Field<Remark>.note,
        ],
        columns: ["signer", "kind", "group_unit", "signed_on", "followed_on", "state"],
        filters: ["kind", "state", "group_unit"], identity: ["signer", "kind", "signed_on"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck("order", signed > followed, "Ngày xem lại trước ngày ký.")
        ])
}
