/// From how many false alarms on the head of a facility owes a plan of remedy, as dated data.
///
/// - Source: the product's own, until the ward decides: the third within 30 days (issue 4).
package enum FalseAlarmRules: Register {
    package static let count = Field<Int>(
        "alarm_count", "Số lần báo nhầm", hint: "Từ lần này phải có kế hoạch khắc phục.",
        isRequired: true, .within(1...100))
    package static let days = Field<Int>(
        "within_days", "Trong số ngày", isRequired: true, .within(1...366))
    package static let planDays = Field<Int>(
        "plan_days", "Hạn nộp kế hoạch (ngày)", hint: "Kể từ lần báo nhầm đó.", isRequired: true,
        .within(1...366))
    package static let from = Field<Day>("valid_from", "Có hiệu lực từ", wanted: .always)
    package static let until = Field<Day>("valid_until", "Hết hiệu lực sau ngày")
    package static let source = Field<String>("source", "Căn cứ", isRequired: true)
    package static let isVerified = Field<Bool>(
        "is_verified", "Đã được duyệt", wanted: .always, freshDays: 365)

    package static let description = RegisterDescription(
        name: "false_alarm_rules", title: "Khi nào báo nhầm phải có kế hoạch khắc phục",
        singular: "quy tắc báo nhầm",
        source: "Quy chế trực của phường, do Công an phường duyệt", area: .rules,
        fields: [count, days, planDays, from, until, source, isVerified],
        columns: ["alarm_count", "within_days", "plan_days", "source", "is_verified"],
        filters: ["is_verified"], identity: ["valid_from"],
        access: RegisterAccess(readers: .offices, writers: [.administrator, .police]),
        checks: [RecordCheck("order", from > until, "Hết hiệu lực trước khi có hiệu lực.")])

    /// The rule in force on a day: of several the one that came last.
    package static func inForce(of rules: [Record], on today: Day) -> FalseAlarmRule {
        let found = rules.filter { rule in
            rule[from].map { $0 <= today } ?? true && rule[until].map { $0 >= today } ?? true
        }.max { ($0[from]?.number ?? 0) < ($1[from]?.number ?? 0) }
        guard let found, let count = found[count], let days = found[days],
            let planDays = found[planDays]
        else { return .usual }
        return FalseAlarmRule(
            count: count, days: days, planDays: planDays, isVerified: found[isVerified] ?? false)
    }
}
