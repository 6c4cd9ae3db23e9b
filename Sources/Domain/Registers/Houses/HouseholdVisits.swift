/// Visits to households to persuade and guide them (vận động): who came, what for, what came of it.
///
/// - Source: the wards' plans: heads of groups and civil defence go to every house (HOU-08, HOU-03).
package enum HouseholdVisits: Register {
    package enum Matter: String, FieldChoice {
        case exit, cage, extinguisher, detector, electricity, business, app, general
        package var title: String {
            switch self {
            case .exit: "Mở lối thoát nạn thứ hai"
            case .cage: "Tháo dỡ chuồng cọp"
            case .extinguisher: "Trang bị bình chữa cháy, dụng cụ phá dỡ"
            case .detector: "Lắp thiết bị cảnh báo cháy"
            case .electricity: "An toàn điện"
            case .business: "Ngăn cách nơi ở với nơi kinh doanh"
            case .app: "Cài ứng dụng Báo cháy 114"
            case .general: "Tuyên truyền chung"
            }
        }
    }

    package enum Outcome: String, FieldChoice {
        case absent, listened, promised, refused, done
        package var title: String {
            switch self {
            case .absent: "Không gặp"
            case .listened: "Đã nghe, chưa hứa"
            case .promised: "Đã hứa làm"
            case .refused: "Không đồng ý"
            case .done: "Đã làm"
            }
        }
    }

    package static let house = Field<Reference<Houses>>(
        "house", "Nhà", isRequired: true, also: ["Địa chỉ", "Số nhà", "Địa chỉ nhà"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let visited = Field<Day>(
        "visited_on", "Ngày đến", isRequired: true, also: ["Ngày", "Ngày vận động"])
    package static let visitors = Field<String>(
        "visitors", "Người đến", wanted: .always, also: ["Người vận động", "Thành phần"])
    package static let matter = Field<Matter>(
        "matter", "Vận động việc gì", isRequired: true, also: ["Nội dung", "Nội dung vận động"])
    package static let outcome = Field<Outcome>(
        "outcome", "Kết quả", isRequired: true, also: ["Kết quả vận động"])
    package static let due = Field<Day>(
        "promised_by", "Hẹn làm xong trước ngày", wanted: outcome == .promised)
    package static let done = Field<Day>("done_on", "Ngày làm xong", wanted: outcome == .done)
    package static let words = Field<Remark>("words", "Ý kiến của hộ", seenBy: .visitors)

    package static let description = RegisterDescription(
        name: "household_visits", title: "Đến từng hộ vận động", singular: "lần đến",
        source:
            "Kế hoạch của phường: đến từng nhà vận động mở lối thoát nạn, trang bị bình chữa cháy",
        area: .houses,
        fields: [
            house, group, visited, visitors, matter, outcome, due, done, words,
            Field<Remark>.note,
        ],
        columns: ["house", "visited_on", "matter", "outcome", "promised_by", "group_unit"],
        filters: ["matter", "outcome", "group_unit"],
        identity: ["house", "visited_on", "matter"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck("due_order", visited > due, "Hẹn làm xong trước cả ngày đến."),
            RecordCheck("done_order", visited > done, "Ngày làm xong trước ngày đến."),
        ])
}
