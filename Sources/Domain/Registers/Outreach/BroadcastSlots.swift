/// The timetable of broadcasts: which item, on which channel, at what time of which days.
///
/// - Source: the wards' plans: at least so many a week, a record of `OutreachFloors` (OUT-03).
package enum BroadcastSlots: Register {
    package enum Days: String, FieldChoice {
        case daily, workdays, monday, tuesday, wednesday, thursday, friday, saturday, sunday
        package var title: String {
            switch self {
            case .daily: "Hằng ngày"
            case .workdays: "Thứ Hai đến Thứ Sáu"
            case .monday: "Thứ Hai"
            case .tuesday: "Thứ Ba"
            case .wednesday: "Thứ Tư"
            case .thursday: "Thứ Năm"
            case .friday: "Thứ Sáu"
            case .saturday: "Thứ Bảy"
            case .sunday: "Chủ Nhật"
            }
        }

        /// Days of a week.
        var count: Int {
            switch self {
            case .daily: 7
            case .workdays: 5
            case .monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday: 1
            }
        }
    }

    package static let name = Field<String>(
        "name", "Buổi phát", hint: "Như «Khuyến cáo PCCC buổi sáng».", isRequired: true,
        also: ["Chương trình", "Tên chương trình", "Nội dung"])
    package static let channel = Field<Reference<OutreachChannels>>(
        "channel", "Kênh", isRequired: true, also: ["Phát trên", "Kênh phát"])
    package static let item = Field<Reference<MediaItems>>(
        "media_item", "Tin, bài", wanted: .always, also: ["Bài phát"])
    package static let days = Field<Days>("days", "Ngày phát", isRequired: true, also: ["Thứ"])
    package static let time = Field<TimeOfDay>(
        "at_time", "Giờ phát", hint: "Như 17:00.", isRequired: true, also: ["Giờ"])
    package static let minutes = Field<Int>(
        "minutes", "Thời lượng", unit: .minute, wanted: .always, .within(1...600))
    package static let from = Field<Day>(
        "from_on", "Từ ngày", isRequired: true, also: ["Bắt đầu"])
    package static let until = Field<Day>(
        "until_on", "Đến ngày", hint: "Để trống nếu phát mãi.", also: ["Kết thúc"])
    package static let weekly = Field<Int>("per_week", "Số lần một tuần", unit: .time)
    package static let unit = Field<UnitReference>("unit", "Đơn vị phát", wanted: .always)

    package static let description = RegisterDescription(
        name: "broadcast_slots", title: "Lịch phát thanh", singular: "buổi phát",
        source: "Kế hoạch của phường: phát tin, bài PCCC trên hệ thống truyền thanh mỗi tuần",
        area: .outreach,
        fields: [
            name, channel, item, days, time, minutes, from, until, weekly, unit,
            Field<Remark>.note,
        ],
        columns: ["name", "channel", "days", "at_time", "from_on", "until_on", "per_week"],
        filters: ["days", "unit"], identity: ["name", "days", "at_time"],
        access: RegisterAccess(readers: .ward, writers: .keepers),
        checks: [RecordCheck("order", from > until, "Ngày kết thúc trước ngày bắt đầu.")],
        derivations: [
            Derivation("per_week", from: .rules(OutreachFloors.description.name)) {
                cells, rules, today in
                let slot = Record(id: "", version: 0, cells: cells)
                guard let days = slot[days] else { return nil }
                let floor = OutreachFloors.inForce(.broadcasts, of: rules, on: today)
                let words = floor.map {
                    " Cả phường phải có từ \($0.least) lần mỗi tuần (\($0.source))."
                }
                return .init(.integer(days.count), "\(days.title).\(words ?? "")")
            }
        ])
}
