/// Whom an alarm that nobody takes is told to, and after how many seconds, as dated data. After the
/// last step all are told again (`EscalationStep.pause`).
///
/// - Source: the product's own, until the ward decides: 30, 60, 120 seconds (FEATURES.md 50).
package enum EscalationSteps: Register {
    /// Whom a step calls.
    package enum Called: String, FieldChoice {
        case police, office
        case viceChairman = "vice_chairman"
        case chairman
        case groupHead = "group_head"
        /// Who has no account: the telephones of the facility; they and the teams around it.
        case facility, team
        package var title: String {
            switch self {
            case .police: "Công an phường (trực ban)"
            case .office: "Văn phòng HĐND và UBND"
            case .viceChairman: "Phó Chủ tịch"
            case .chairman: "Chủ tịch"
            case .groupHead: "Tổ trưởng tổ dân phố nơi báo cháy"
            case .facility: "Cơ sở (gọi điện lần lượt)"
            case .team: "Cơ sở, đội dân phòng quanh đó (tin nhắn)"
            }
        }

        /// nil: people who have no account.
        package var role: Role? {
            switch self {
            case .police: .police
            case .office: .office
            case .viceChairman: .viceChairman
            case .chairman: .chairman
            case .groupHead: .groupHead
            case .facility, .team: nil
            }
        }
    }

    package static let number = Field<Int>("number", "Bậc", isRequired: true, .within(1...9))
    package static let after = Field<Int>(
        "after_seconds", "Sau (giây)",
        hint: "Từ lúc báo cháy, khi chưa ai nhận; hết bậc cuối thì báo lại tất cả.",
        isRequired: true, .within(0...3_600))
    package static let who = Field<Called>("who", "Báo cho", isRequired: true)
    package static let byMail = Field<Bool>("by_mail", "Gửi thư điện tử", isRequired: true)
    package static let bySMS = Field<Bool>("by_sms", "Gửi tin nhắn SMS", isRequired: true)
    package static let from = Field<Day>("valid_from", "Có hiệu lực từ", wanted: .always)
    package static let until = Field<Day>("valid_until", "Hết hiệu lực sau ngày")
    package static let source = Field<String>("source", "Căn cứ", isRequired: true)
    package static let isVerified = Field<Bool>(
        "is_verified", "Đã được duyệt", wanted: .always, freshDays: 365)

    package static let description = RegisterDescription(
        name: "escalation_steps", title: "Thứ bậc báo khi chưa ai nhận", singular: "bậc",
        source: "Quy chế trực của phường, do Công an phường duyệt", area: .rules,
        fields: [number, after, who, byMail, bySMS, from, until, source, isVerified],
        columns: ["number", "after_seconds", "who", "by_mail", "by_sms", "is_verified"],
        filters: ["is_verified"], identity: ["number", "who", "valid_from"],
        access: RegisterAccess(readers: .offices, writers: [.administrator, .police]),
        checks: [RecordCheck("order", from > until, "Hết hiệu lực trước khi có hiệu lực.")])

    /// The steps in force on a day, in the order of their time; the usual ones where the ward has none.
    package static func inForce(of rules: [Record], on today: Day) -> [EscalationStep] {
        let found = rules.compactMap { rule -> EscalationStep? in
            guard rule[from].map({ $0 <= today }) ?? true,
                rule[until].map({ $0 >= today }) ?? true, let number = rule[number],
                let after = rule[after], let who = rule[who]
            else { return nil }
            return EscalationStep(
                number: number, afterSeconds: after, who: who, byMail: rule[byMail] ?? false,
                bySMS: rule[bySMS] ?? false)
        }
        return (found.isEmpty ? EscalationStep.usual : found).sorted {
            ($0.afterSeconds, $0.number, $0.who.rawValue)
                < ($1.afterSeconds, $1.number, $1.who.rawValue)
        }
    }
}
