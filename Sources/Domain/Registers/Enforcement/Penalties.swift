/// The catalogue of violations and their fines (danh mục hành vi), as dated data.
///
/// - Source: Decree 106/2025/NĐ-CP as amended: ranges are for individuals, organisations pay double
///   (Article 4); the limit is one year (Article 5).
package enum Penalties: Register {
    package static let article = Field<String>(
        "article", "Điều, khoản, điểm", hint: "Như «Điều 28, khoản 4».", isRequired: true)
    package static let act = Field<String>("act", "Hành vi", isRequired: true)
    package static let least = Field<Int>(
        "fine_min", "Phạt tiền từ", unit: .thousandDong, hint: "Mức với cá nhân.",
        wanted: .always, .within(0...1_000_000))
    package static let most = Field<Int>(
        "fine_max", "đến", unit: .thousandDong, wanted: .always, also: ["Phạt tiền đến"],
        .within(0...1_000_000))
    package static let factor = Field<Int>(
        "organisation_factor", "Tổ chức phạt gấp", wanted: .always, .within(1...10))
    package static let measures = Field<String>(
        "measures", "Hình thức bổ sung, khắc phục hậu quả")
    package static let limitMonths = Field<Int>(
        "limit_months", "Thời hiệu", unit: .month, wanted: .always, .within(1...120))
    package static let from = Field<Day>("valid_from", "Có hiệu lực từ", isRequired: true)
    package static let until = Field<Day>("valid_until", "Hết hiệu lực sau ngày")
    package static let source = Field<String>("source", "Căn cứ", isRequired: true)
    package static let isVerified = Field<Bool>(
        "is_verified", "Đã đối chiếu với văn bản gốc", wanted: .always, freshDays: 365)

    package static let description = RegisterDescription(
        name: "penalties", title: "Danh mục hành vi và mức phạt", singular: "hành vi",
        source: "Nghị định 106/2025/NĐ-CP", area: .rules,
        fields: [
            article, act, least, most, factor, measures, limitMonths, from, until, source,
            isVerified,
        ],
        columns: ["act", "article", "fine_min", "fine_max", "is_verified"],
        filters: ["is_verified"], identity: ["article", "act"],
        access: RegisterAccess(
            readers: [.administrator, .chairman, .viceChairman, .office, .police, .division],
            writers: [.administrator, .police]),
        checks: [
            RecordCheck("range", least > most, "Mức thấp nhất cao hơn mức cao nhất.")
        ])
}

/// Who may sign a fine, and up to how much, as dated data.
///
/// - Source: Decree 106/2025/NĐ-CP, Articles 30 and 31, as changed by Decree 189/2025/NĐ-CP.
package enum SigningPowers: Register {
    package enum Post: String, FieldChoice {
        case communeChairman = "commune_chairman"
        case communePolice = "commune_police"
        case provincialFirePolice = "provincial_fire_police"
        case provincialChairman = "provincial_chairman"
        package var title: String {
            switch self {
            case .communeChairman: "Chủ tịch UBND cấp xã"
            case .communePolice: "Trưởng Công an cấp xã"
            case .provincialFirePolice: "Trưởng phòng Cảnh sát PCCC và CNCH"
            case .provincialChairman: "Chủ tịch UBND cấp tỉnh"
            }
        }
    }

    package static let post = Field<Post>("post", "Chức danh", isRequired: true)
    package static let most = Field<Int>(
        "fine_max", "Phạt đến", unit: .thousandDong, hint: "Mức với cá nhân.", isRequired: true,
        .within(0...1_000_000))
    package static let factor = Field<Int>(
        "organisation_factor", "Với tổ chức gấp", isRequired: true, .within(1...10))
    package static let from = Field<Day>("valid_from", "Có hiệu lực từ", isRequired: true)
    package static let until = Field<Day>("valid_until", "Hết hiệu lực sau ngày")
    package static let source = Field<String>("source", "Căn cứ", isRequired: true)
    package static let isVerified = Field<Bool>(
        "is_verified", "Đã đối chiếu với văn bản gốc", wanted: .always, freshDays: 365)

    package static let description = RegisterDescription(
        name: "signing_powers", title: "Thẩm quyền xử phạt", singular: "thẩm quyền",
        source: "Nghị định 106/2025/NĐ-CP, Điều 30, 31; Nghị định 189/2025/NĐ-CP", area: .rules,
        fields: [post, most, factor, from, until, source, isVerified],
        columns: ["post", "fine_max", "valid_from", "is_verified"], filters: ["post"],
        identity: ["post", "valid_from"],
        access: RegisterAccess(
            readers: [.administrator, .chairman, .viceChairman, .office, .police, .division],
            writers: [.administrator, .police]))
}
