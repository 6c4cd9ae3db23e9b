/// Channels by which the ward speaks to its people: loudspeakers, portal, Zalo, meetings, SMS.
///
/// - Source: the wards' plans (OUT-02, OUT-05).
package enum OutreachChannels: Register {
    package enum Kind: String, FieldChoice {
        case loudspeakers, portal, zalo, facebook, platform, press, spoken, meeting, visual, mobile
        case sms
        package var title: String {
            switch self {
            case .loudspeakers: "Truyền thanh, loa tổ dân phố"
            case .portal: "Cổng thông tin điện tử"
            case .zalo: "Zalo"
            case .facebook: "Facebook, mạng xã hội"
            case .platform: "Nền tảng số, ứng dụng"
            case .press: "Báo chí, phát thanh, truyền hình"
            case .spoken: "Tuyên truyền miệng"
            case .meeting: "Họp tổ, họp bản"
            case .visual: "Cổ động trực quan"
            case .mobile: "Xe, loa lưu động"
            case .sms: "Tin nhắn SMS"
            }
        }
    }

    package enum State: String, FieldChoice {
        case working, broken, stopped
        package var title: String {
            switch self {
            case .working: "Đang dùng"
            case .broken: "Hỏng"
            case .stopped: "Thôi dùng"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên kênh", isRequired: true, also: ["Kênh", "Kênh tuyên truyền", "Tên"])
    package static let kind = Field<Kind>("kind", "Loại", isRequired: true, also: ["Loại kênh"])
    package static let unit = Field<UnitReference>(
        "unit", "Đơn vị phụ trách", wanted: .always, also: ["Đơn vị quản lý", "Đơn vị"])
    package static let group = Field<GroupReference>(
        "group_unit", "Tổ dân phố", hint: "Để trống nếu kênh của cả phường.",
        also: ["TDP", "Tổ", "Khu phố", "Thôn"])
    package static let keeper = Field<String>("keeper", "Người phụ trách", wanted: .always)
    package static let phone = Field<Telephone>(
        "phone", "Điện thoại người phụ trách", wanted: .always, freshDays: 365,
        also: ["Điện thoại", "SĐT"], seenBy: .officesAndGroups)
    package static let address = Field<String>(
        "address", "Địa chỉ, đường dẫn", also: ["Địa chỉ", "Đường dẫn", "Link"])
    package static let reach = Field<Int>(
        "reach", "Đến được mấy người, mấy hộ", wanted: .always, freshDays: 365,
        also: ["Số người theo dõi", "Số thành viên"], .within(0...10_000_000))
    package static let column = Field<String>(
        "column_name", "Chuyên mục, chuyên trang", hint: "Tên chuyên mục PCCC trên kênh này.",
        also: ["Chuyên mục"])
    package static let state = Field<State>(
        "state", "Tình trạng", isRequired: true, freshDays: 180, also: ["Trạng thái"])

    package static let description = RegisterDescription(
        name: "outreach_channels", title: "Kênh tuyên truyền", singular: "kênh",
        source: "Kế hoạch của phường: đa dạng hình thức, kênh tuyên truyền", area: .outreach,
        fields: [
            name, kind, unit, group, keeper, phone, address, reach, column, state,
            Field<Remark>.note,
        ],
        columns: ["name", "kind", "unit", "reach", "state"],
        filters: ["kind", "state", "unit"], identity: ["name", "kind"],
        access: RegisterAccess(readers: .ward, writers: .keepers))
}
