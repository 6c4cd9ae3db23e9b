/// How an alarm of each kind of facility is answered, as dated data.
///
/// - Source: the product's own, until the fire police approve one: where people sleep somebody is
///   sent before the alarm is verified (FEATURES.md 51, 52).
package enum AlarmPolicies: Register {
    package static let kind = Field<Facilities.Kind>("kind", "Loại hình cơ sở", isRequired: true)
    package static let sendsFirst = Field<Bool>(
        "sends_first", "Cử người đi trước khi xác minh",
        hint: "Nơi có người ngủ, người khó tự thoát: đi ngay, xác minh trên đường.",
        isRequired: true)
    package static let verifySeconds = Field<Int>(
        "verify_seconds", "Xác minh trong (giây)", isRequired: true, .within(10...3_600))
    package static let from = Field<Day>("valid_from", "Có hiệu lực từ", wanted: .always)
    package static let until = Field<Day>("valid_until", "Hết hiệu lực sau ngày")
    package static let source = Field<String>("source", "Căn cứ", isRequired: true)
    package static let isVerified = Field<Bool>(
        "is_verified", "Đã được duyệt", wanted: .always, freshDays: 365)

    package static let description = RegisterDescription(
        name: "alarm_policies", title: "Cách trả lời báo cháy", singular: "cách trả lời",
        source: "Quy chế trực của phường, do Công an phường duyệt", area: .rules,
        fields: [kind, sendsFirst, verifySeconds, from, until, source, isVerified],
        columns: ["kind", "sends_first", "verify_seconds", "source", "is_verified"],
        filters: ["is_verified"], identity: ["kind", "valid_from"],
        access: RegisterAccess(readers: .offices, writers: [.administrator, .police]),
        checks: [RecordCheck("order", from > until, "Hết hiệu lực trước khi có hiệu lực.")])

    /// The policy in force for a kind on a day: of several the one that came last.
    package static func inForce(
        for asked: Facilities.Kind?, of rules: [Record], on today: Day
    ) -> AlarmPolicy {
        let found = rules.filter { rule in
            rule[kind] == asked && rule[from].map { $0 <= today } ?? true
                && rule[until].map { $0 >= today } ?? true
        }.max { ($0[from]?.number ?? 0) < ($1[from]?.number ?? 0) }
        guard let found, asked != nil, let sendsFirst = found[sendsFirst],
            let seconds = found[verifySeconds]
        else { return .usual }
        return AlarmPolicy(sendsFirst: sendsFirst, verifySeconds: seconds)
    }
}
