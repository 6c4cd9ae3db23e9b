/// Areas at high risk of fire, explosion, flooding and natural disaster, after a basic survey.
///
/// - Source: the wards' plans: "điều tra cơ bản", forecast, warn of places and times of high risk
///   (RSK-01, RSK-02, RSK-05, RSK-06, DRL-03).
package enum RiskAreas: Register {
    package enum Level: String, FieldChoice {
        case high, medium, low
        package var title: String {
            switch self {
            case .high: "Cao"
            case .medium: "Trung bình"
            case .low: "Thấp"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên khu vực", isRequired: true, also: ["Khu vực", "Địa bàn"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let boundary = Field<Remark>(
        "boundary", "Ranh giới", hint: "Từ đâu đến đâu, những ngõ nào.", wanted: .always)
    package static let fire = Field<Bool>("is_fire", "Dễ cháy", wanted: .always, also: ["Cháy"])
    package static let explosion = Field<Bool>(
        "is_explosion", "Dễ nổ", wanted: .always, also: ["Nổ"])
    package static let flood = Field<Bool>(
        "is_flood", "Ngập úng", wanted: .always, also: ["Hay ngập"])
    package static let disaster = Field<Bool>(
        "is_disaster", "Sạt lở, thiên tai khác", wanted: .always, also: ["Thiên tai"])
    package static let level = Field<Level>(
        "level", "Mức nguy cơ", isRequired: true, freshDays: 365, also: ["Mức độ", "Nguy cơ"])
    package static let grounds = Field<Remark>(
        "grounds", "Vì sao", hint: "Đông dân, ngõ sâu, hẹp, kho hàng, nhà tạm…", wanted: .always,
        also: ["Lý do", "Nguyên nhân"])
    package static let times = Field<String>(
        "times", "Lúc nào nguy cơ cao", hint: "Mùa khô, ban đêm, chợ phiên, Tết…",
        wanted: level == .high)
    package static let houses = Field<Int>(
        "houses", "Số hộ", unit: .household, wanted: .always, .within(0...100_000))
    package static let people = Field<Int>(
        "people", "Số người", unit: .person, also: ["Nhân khẩu"], .within(0...1_000_000))
    package static let deficientArea = Field<Reference<DeficientAreas>>(
        "deficient_area", "Khu vực không bảo đảm giao thông, nguồn nước")
    package static let surveyed = Field<Day>(
        "surveyed_on", "Ngày điều tra cơ bản", wanted: .always, freshDays: 365,
        also: ["Ngày khảo sát"])
    package static let surveyors = Field<String>(
        "surveyors", "Người điều tra", wanted: surveyed != nil)
    package static let measure = Field<Remark>(
        "measure", "Giải pháp", wanted: level == .high, freshDays: 180, also: ["Biện pháp"])
    package static let plan = Field<Reference<ResponsePlans>>(
        "response_plan", "Phương án", wanted: level == .high)
    package static let warned = Field<Day>(
        "warned_on", "Ngày cảnh báo người dân gần nhất", wanted: level == .high, freshDays: 180)
    package static let place = Place(of: "giữa khu vực", wanted: .always)
    package static let area = Shape.area()

    package static let description = RegisterDescription(
        name: "risk_areas", title: "Khu vực có nguy cơ cao", singular: "khu vực",
        source:
            "Kế hoạch của phường: điều tra cơ bản khu vực có nguy cơ cháy, nổ, ngập úng, thiên tai",
        area: .risk,
        sections: [
            FieldSection(
                "Khu vực",
                [
                    name, group, boundary, fire, explosion, flood, disaster, level, grounds, times,
                    houses, people, deficientArea,
                ]),
            FieldSection(
                "Điều tra và giải pháp",
                [surveyed, surveyors, measure, plan, warned]),
            FieldSection("Vị trí và ghi chú", place.fields + [area, Field<Remark>.note]),
        ],
        columns: ["name", "group_unit", "level", "is_fire", "is_flood", "surveyed_on"],
        filters: ["level", "is_fire", "is_explosion", "is_flood", "is_disaster", "group_unit"],
        identity: ["name"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck(
                "none",
                fire == false && explosion == false && flood == false && disaster == false,
                "Không có nguy cơ nào thì không thuộc danh sách này.")
        ])
}
