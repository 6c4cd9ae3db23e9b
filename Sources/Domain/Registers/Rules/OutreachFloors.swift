/// The least of outreach that a plan asks in a period: so many broadcasts a week, all staff a year.
///
/// - Source: the ward's own plan and those of its superiors; each record names its own.
package enum OutreachFloors: Register {
    package enum What: String, FieldChoice {
        case broadcasts
        case staffTaught = "staff_taught"
        case coreTeachers = "core_teachers"
        case sessions, posts
        package var title: String {
            switch self {
            case .broadcasts: "Lần phát thanh"
            case .staffTaught: "Tỷ lệ cán bộ được phổ biến pháp luật (%)"
            case .coreTeachers: "Giáo viên nòng cốt của mỗi trường"
            case .sessions: "Buổi tuyên truyền trực tiếp"
            case .posts: "Tin, bài đăng"
            }
        }
    }

    package enum Period: String, FieldChoice {
        case week, month, quarter, year
        package var title: String {
            switch self {
            case .week: "Mỗi tuần"
            case .month: "Mỗi tháng"
            case .quarter: "Mỗi quý"
            case .year: "Mỗi năm"
            }
        }
    }

    package static let what = Field<What>("what", "Việc", isRequired: true)
    package static let least = Field<Int>(
        "least", "Ít nhất", isRequired: true, .within(1...1_000_000))
    package static let period = Field<Period>("period", "Trong", isRequired: true)
    package static let from = Field<Day>("valid_from", "Có hiệu lực từ", isRequired: true)
    package static let until = Field<Day>("valid_until", "Hết hiệu lực sau ngày")
    package static let source = Field<String>("source", "Căn cứ", isRequired: true)
    package static let isVerified = Field<Bool>(
        "is_verified", "Đã đối chiếu với văn bản gốc", wanted: .always, freshDays: 365)

    package static let description = RegisterDescription(
        name: "outreach_floors", title: "Mức sàn tuyên truyền", singular: "mức sàn",
        source: "Kế hoạch của phường: mỗi tuần phát ít nhất 05 lần", area: .rules,
        fields: [what, least, period, from, until, source, isVerified],
        columns: ["what", "least", "period", "source", "is_verified"], filters: ["is_verified"],
        identity: ["what", "period", "valid_from"],
        access: RegisterAccess(readers: .offices, writers: .keepers),
        checks: [RecordCheck("order", from > until, "Hết hiệu lực trước khi có hiệu lực.")])

    /// The floor of a week in force on a day: of several the one that came last.
    static func inForce(
        _ asked: What, of rules: [Record], on today: Day
    ) -> (least: Int, source: String)? {
        let found = rules.filter { rule in
            rule[what] == asked && rule[period] == .week
                && rule[from].map { $0 <= today } ?? false
                && rule[until].map { $0 >= today } ?? true
        }.max { ($0[from]?.number ?? 0) < ($1[from]?.number ?? 0) }
        guard let found, let least = found[least] else { return nil }
        return (least, found[source] ?? "")
    }
}
