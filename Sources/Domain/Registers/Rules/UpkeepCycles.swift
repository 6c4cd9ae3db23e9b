/// How often plans are tried and equipment is looked after, as dated data.
///
/// - Source: QCVN 10:2025/BCA, 1.5.13; for drills Circular 149/2020/TT-BCA, Article 10, as the interval
///   of the decree in force could not be read yet.
package enum UpkeepCycles: Register {
    package enum What: String, FieldChoice {
        case drill, extinguisher, alarm, hydrants, lights, automatic
        package var title: String {
            switch self {
            case .drill: "Thực tập phương án"
            case .extinguisher: "Bảo dưỡng bình chữa cháy"
            case .alarm: "Bảo dưỡng hệ thống báo cháy, đầu báo độc lập"
            case .hydrants: "Bảo dưỡng cấp nước chữa cháy trong và ngoài nhà"
            case .lights: "Bảo dưỡng đèn sự cố, chỉ dẫn, loa"
            case .automatic: "Bảo dưỡng chữa cháy tự động"
            }
        }
    }

    package static let what = Field<What>("what", "Việc", isRequired: true)
    package static let months = Field<Int>(
        "months", "Ít nhất một lần trong", unit: .month, isRequired: true, .within(1...120))
    package static let from = Field<Day>(
        "valid_from", "Có hiệu lực từ",
        hint: "Để trống khi chưa tra được; khi đó tính là đang có hiệu lực.", wanted: .always)
    package static let until = Field<Day>("valid_until", "Hết hiệu lực sau ngày")
    package static let source = Field<String>("source", "Căn cứ", isRequired: true)
    package static let isVerified = Field<Bool>(
        "is_verified", "Đã đối chiếu với văn bản gốc", wanted: .always, freshDays: 365)

    package static let description = RegisterDescription(
        name: "upkeep_cycles", title: "Chu kỳ thực tập, bảo dưỡng", singular: "chu kỳ",
        source: "QCVN 10:2025/BCA, 1.5.13; quy định về thực tập phương án", area: .rules,
        fields: [what, months, from, until, source, isVerified],
        columns: ["what", "months", "source", "is_verified"], filters: ["is_verified"],
        identity: ["what", "valid_from"],
        access: RegisterAccess(readers: .officesAndGroups, writers: [.administrator, .police]),
        checks: [RecordCheck("order", from > until, "Hết hiệu lực trước khi có hiệu lực.")])

    /// When something that was last done on a day is due again, with why.
    static func due(
        _ asked: What, since last: Day?, of rules: [Record], on today: Day
    ) -> Derivation.Value? {
        let found = rules.filter { rule in
            rule[what] == asked && rule[from].map { $0 <= today } ?? true
                && rule[until].map { $0 >= today } ?? true
        }.max { ($0[from]?.number ?? 0) < ($1[from]?.number ?? 0) }
        guard let last else { return nil }
        guard let found, let months = found[months] else {
            return .init(.empty, "Chưa có chu kỳ này trong sổ Chu kỳ thực tập, bảo dưỡng.")
        }
        return .init(
            last.adding(months: months).cell,
            "Ít nhất \(months) tháng một lần (\(found[source] ?? "")).")
    }
}
