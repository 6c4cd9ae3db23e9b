/// Violations found, until each is dealt with (vi phạm và xử lý): none drops out of sight.
///
/// - Source: INS-03, INS-06 to INS-08: 100 % of violations found are handled; Decree 106/2025/NĐ-CP;
///   minutes and decisions on the forms of Decree 118/2021/NĐ-CP.
package enum Violations: Register {
    package enum Field_: Sendable {}

    package enum Kind: String, FieldChoice {
        case fire, unpermitted, offPermit = "off_permit", landUse = "land_use", electrical
        case escape
        package var title: String {
            switch self {
            case .fire: "Quy định về PCCC và CNCH"
            case .unpermitted: "Xây dựng không phép"
            case .offPermit: "Xây dựng sai phép"
            case .landUse: "Sử dụng đất sai mục đích"
            case .electrical: "An toàn điện"
            case .escape: "Lấn chiếm lối thoát nạn"
            }
        }
    }

    package enum Party: String, FieldChoice {
        case individual, organisation
        package var title: String {
            switch self {
            case .individual: "Cá nhân, hộ gia đình, hộ kinh doanh"
            case .organisation: "Tổ chức"
            }
        }
    }

    package enum Outcome: String, FieldChoice {
        case fine, warning, transferred, unpunished
        package var title: String {
            switch self {
            case .fine: "Phạt tiền"
            case .warning: "Cảnh cáo"
            case .transferred: "Chuyển cấp có thẩm quyền"
            case .unpunished: "Không xử phạt (có quyết định)"
            }
        }
    }

    package enum Stage: String, FieldChoice {
        case found, recorded, decided, closed, lapsed
        package var title: String {
            switch self {
            case .found: "Mới phát hiện"
            case .recorded: "Đã lập biên bản"
            case .decided: "Đã có quyết định"
            case .closed: "Đã xử lý xong"
            case .lapsed: "Quá thời hiệu, chưa quyết định"
            }
        }
    }

    package static let facility = Field<Reference<Facilities>>(
        "facility", "Cơ sở", hint: "Để trống nếu là nhà ở, cá nhân.", also: ["Tên cơ sở"])
    package static let party = Field<String>(
        "party", "Người, tổ chức vi phạm", isRequired: true, also: ["Đối tượng vi phạm"])
    package static let partyKind = Field<Party>("party_kind", "Là", isRequired: true)
    package static let kind = Field<Kind>("kind", "Lĩnh vực", isRequired: true)
    package static let act = Field<String>(
        "act", "Hành vi", isRequired: true, also: ["Hành vi vi phạm", "Nội dung vi phạm"])
    package static let penalty = Field<Reference<Penalties>>(
        "penalty", "Điều khoản", wanted: kind == .fire)
    package static let inspection = Field<Reference<Inspections>>("inspection", "Qua kiểm tra")
    package static let found = Field<Day>(
        "found_on", "Ngày phát hiện", isRequired: true, also: ["Ngày vi phạm"])
    package static let limit = Field<Day>("limit_on", "Hết thời hiệu")
    package static let minutesNumber = Field<String>(
        "minutes_number", "Biên bản số", wanted: recorded != nil)
    package static let recorded = Field<Day>(
        "recorded_on", "Ngày lập biên bản", wanted: outcome == .fine)
    package static let outcome = Field<Outcome>("outcome", "Hình thức xử lý")
    package static let decisionNumber = Field<String>(
        "decision_number", "Quyết định số", wanted: outcome != nil)
    package static let decided = Field<Day>("decided_on", "Ngày quyết định", wanted: outcome != nil)
    package static let signer = Field<SigningPowers.Post>(
        "signed_by", "Người ký", wanted: outcome == .fine)
    package static let fine = Field<Int>(
        "fine", "Tiền phạt", unit: .thousandDong, wanted: outcome == .fine,
        .within(0...10_000_000))
    package static let fineLeast = Field<Int>(
        "fine_least", "Khung phạt từ", unit: .thousandDong)
    package static let fineMost = Field<Int>("fine_most", "Khung phạt đến", unit: .thousandDong)
    package static let powerMost = Field<Int>(
        "power_most", "Người ký được phạt đến", unit: .thousandDong)
    package static let measures = Field<String>("measures", "Bổ sung, khắc phục hậu quả")
    package static let executed = Field<Day>(
        "executed_on", "Chấp hành xong ngày", also: ["Ngày nộp phạt"])
    package static let answered = Field<Day>(
        "answered_on", "Cấp có thẩm quyền trả lời ngày")
    package static let stage = Field<Stage>("stage", "Giai đoạn")

    package static let description = RegisterDescription(
        name: "violations", title: "Vi phạm và xử lý", singular: "vi phạm",
        source: "Kế hoạch của phường: 100% vi phạm được phát hiện phải được xử lý",
        area: .inspections,
        sections: [
            FieldSection(
                "Vi phạm",
                [facility, party, partyKind, kind, act, penalty, inspection, found, limit]),
            FieldSection(
                "Xử lý",
                [
                    minutesNumber, recorded, outcome, decisionNumber, decided, signer, fine,
                    fineLeast, fineMost, powerMost, measures,
                ]),
            FieldSection("Chấp hành", [executed, answered, stage]),
        ],
        columns: ["party", "act", "kind", "found_on", "stage", "limit_on"],
        filters: ["stage", "kind", "outcome"], identity: ["party", "act", "found_on"],
        access: RegisterAccess(
            readers: [
                .administrator, .chairman, .viceChairman, .office, .police, .division, .supervisor,
            ],
            writers: [.administrator, .chairman, .viceChairman, .office, .police, .division]),
        checks: [
            RecordCheck("fine_high", fine > fineMost, "Tiền phạt cao hơn khung phạt."),
            RecordCheck("fine_low", fineLeast > fine, "Tiền phạt thấp hơn khung phạt."),
            RecordCheck(
                "power", fine > powerMost,
                "Tiền phạt vượt thẩm quyền của người ký. Hãy chuyển cấp có thẩm quyền."),
            RecordCheck(
                "decided_late", decided > limit, "Quyết định sau khi hết thời hiệu."),
            RecordCheck(
                "decided_early", recorded > decided,
                "Quyết định trước khi lập biên bản. Hãy xem lại hai ngày."),
            RecordCheck(
                "executed_early", decided > executed,
                "Chấp hành trước khi có quyết định. Hãy xem lại hai ngày."),
        ],
        derivations: [
            Derivation("limit_on", from: .owner(by: "penalty")) { cells, penalty, _ in
                let violation = Record(id: "", version: 0, cells: cells)
                guard let day = violation[found], let rule = penalty.first,
                    let months = rule[Penalties.limitMonths]
                else { return nil }
                return .init(
                    day.adding(months: months).cell,
                    "\(months) tháng từ ngày phát hiện, theo \(rule[Penalties.source] ?? "").")
            },
            Derivation("fine_least", from: .owner(by: "penalty")) { cells, penalty, _ in
                bound(Penalties.least, of: penalty.first, cells)
            },
            Derivation("fine_most", from: .owner(by: "penalty")) { cells, penalty, _ in
                bound(Penalties.most, of: penalty.first, cells)
            },
            Derivation("power_most", from: .rules("signing_powers"), power),
            Derivation("stage") { cells, _, today in .init(stage(of: cells, on: today).cell) },
        ],
        locks: [
            RecordLock(
                .end, when: stage != .closed,
                "Vi phạm chưa xử lý xong thì không bỏ khỏi sổ được. Hãy ghi hình thức xử lý và kết quả."
            )
        ], latestBy: "found_on")

    /// Of the catalogue, for the kind of party.
    private static func bound(
        _ field: Field<Int>, of penalty: Record?, _ cells: [String: Cell]
    ) -> Derivation.Value? {
        guard let penalty, let amount = penalty[field] else { return nil }
        let isDoubled = Record(id: "", version: 0, cells: cells)[partyKind] == .organisation
        let factor = isDoubled ? penalty[Penalties.factor] ?? 1 : 1
        let article = penalty[Penalties.article] ?? ""
        return .init(
            (amount * factor).cell, "\(article)\(factor > 1 ? ", tổ chức gấp \(factor)" : "").")
    }

    @Sendable private static func power(
        _ cells: [String: Cell], _ powers: [Record], _ today: Day
    ) -> Derivation.Value? {
        let violation = Record(id: "", version: 0, cells: cells)
        guard let post = violation[signer] else { return nil }
        let day = violation[decided] ?? today
        let valid = powers.filter {
            $0[SigningPowers.post] == post && $0[SigningPowers.from].map { $0 <= day } == true
                && $0[SigningPowers.until].map { $0 < day } != true
        }
        guard
            let power = valid.max(by: { left, right in
                (left[SigningPowers.from]?.number ?? 0) < (right[SigningPowers.from]?.number ?? 0)
            }), let most = power[SigningPowers.most]
        else { return nil }
        let factor =
            violation[partyKind] == .organisation ? power[SigningPowers.factor] ?? 1 : 1
        return .init((most * factor).cell, "Theo \(power[SigningPowers.source] ?? "").")
    }

    private static func stage(of cells: [String: Cell], on today: Day) -> Stage {
        let violation = Record(id: "", version: 0, cells: cells)
        switch violation[outcome] {
        case .unpunished where violation[decided] != nil: return .closed
        case .transferred where violation[answered] != nil: return .closed
        case .fine where violation[executed] != nil: return .closed
        case .warning where violation[decided] != nil: return .closed
        default: break
        }
        if violation[decided] != nil { return .decided }
        if let limit = violation[limit], limit < today { return .lapsed }
        return violation[recorded] != nil ? .recorded : .found
    }
}
