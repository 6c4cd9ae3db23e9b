/// Campaigns: the people's day on 4 October, the safety month, Tết, the dry season.
///
/// - Source: the wards' plans (OUT-10): Ngày toàn dân PCCC và CNCH 04/10, Tháng an toàn PCCC.
package enum Campaigns: Register {
    package enum Kind: String, FieldChoice {
        case day, month, tet, drySeason = "dry_season", topic
        package var title: String {
            switch self {
            case .day: "Ngày toàn dân PCCC và CNCH 04/10"
            case .month: "Tháng an toàn PCCC"
            case .tet: "Tết, lễ hội"
            case .drySeason: "Mùa khô, nắng nóng"
            case .topic: "Theo chuyên đề"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên đợt", isRequired: true, also: ["Đợt", "Chiến dịch", "Tên chiến dịch"])
    package static let kind = Field<Kind>("kind", "Loại", isRequired: true)
    package static let from = Field<Day>(
        "from_on", "Từ ngày", isRequired: true, also: ["Bắt đầu"])
    package static let until = Field<Day>(
        "until_on", "Đến ngày", isRequired: true, also: ["Kết thúc"])
    package static let document = Field<String>(
        "document", "Theo văn bản", hint: "Số, ngày kế hoạch của đợt.", wanted: .always)
    package static let unit = Field<UnitReference>("unit", "Đơn vị chủ trì", wanted: .always)
    package static let work = Field<Remark>(
        "work", "Các việc", hint: "Mỗi dòng một việc: đơn vị, ngày.", wanted: .always)
    package static let budget = Field<Money>("budget", "Kinh phí", unit: .dong)
    package static let people = Field<Int>(
        "people", "Số người tham gia", unit: .person, .within(0...10_000_000))
    package static let result = Field<Remark>("result", "Kết quả", also: ["Đánh giá"])

    package static let description = RegisterDescription(
        name: "campaigns", title: "Đợt cao điểm, chiến dịch", singular: "đợt",
        source: "Kế hoạch của phường: Ngày toàn dân PCCC và CNCH 04/10, Tháng an toàn PCCC",
        area: .outreach,
        fields: [
            name, kind, from, until, document, unit, work, budget, people, result,
            Field<Remark>.note,
        ],
        columns: ["name", "kind", "from_on", "until_on", "unit", "people"],
        filters: ["kind", "unit"], identity: ["name"],
        access: RegisterAccess(readers: .ward, writers: .keepers),
        checks: [RecordCheck("order", from > until, "Ngày kết thúc trước ngày bắt đầu.")])
}
