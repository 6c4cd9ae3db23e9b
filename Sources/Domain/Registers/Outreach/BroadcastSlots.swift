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

        /// Days of a week, Monday being 1.
        var weekdays: ClosedRange<Int> {
            switch self {
            case .daily: 1...7
            case .workdays: 1...5
            case .monday: 1...1
            case .tuesday: 2...2
            case .wednesday: 3...3
            case .thursday: 4...4
            case .friday: 5...5
            case .saturday: 6...6
            case .sunday: 7...7
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
                return .init(.integer(days.weekdays.count), "\(days.title).\(words ?? "")")
            }
        ])
}

extension BroadcastSlots {
    /// What the timetable holds in one week, against what is asked of it.
    package struct Week: Sendable, Equatable {
        package let monday: Day
        package let broadcasts: Int
        /// nil: nothing is asked.
        package let floor: Int?
        /// Of the floor.
        package let source: String?

        package var missing: Int { max(0, (floor ?? 0) - broadcasts) }
    }

    /// - Parameters:
    ///   - slots: of the ward.
    ///   - rules: records of `OutreachFloors`.
    package static func week(of day: Day, _ slots: [Record], rules: [Record]) -> Week {
        let monday = day.adding(days: 1 - day.weekday)
        let week = (0..<7).map { monday.adding(days: $0) }
        let broadcasts = slots.reduce(0) { sum, slot in
            sum
                + week.count { day in
                    slot[days]?.weekdays.contains(day.weekday) == true
                        && slot[from].map { $0 <= day } == true
                        && slot[until].map { day <= $0 } ?? true
                }
        }
        let floor = OutreachFloors.inForce(.broadcasts, of: rules, on: day)
        return Week(
            monday: monday, broadcasts: broadcasts, floor: floor?.least, source: floor?.source)
    }
}
