/// Plans for fighting fires and rescue (phương án chữa cháy, cứu nạn, cứu hộ): of a facility, of the
/// police, of a residential area; version by version.
///
/// - Source: Decree 105/2025/NĐ-CP, Article 15, forms PC06 to PC09; the wards' plans (DRL-01 to
///   DRL-05).
package enum ResponsePlans: Register {
    package enum Kind: String, FieldChoice {
        case facility, vehicle, police, rescue, area, disaster
        package var title: String {
            switch self {
            case .facility: "Phương án của cơ sở (PC06)"
            case .vehicle: "Phương án của phương tiện giao thông (PC07)"
            case .police: "Phương án chữa cháy của Công an (PC08)"
            case .rescue: "Phương án cứu nạn, cứu hộ của Công an (PC09)"
            case .area: "Phương án của khu dân cư"
            case .disaster: "Phương án ứng phó ngập úng, thiên tai"
            }
        }
    }

    package enum State: String, FieldChoice {
        case draft, approved, outdated, replaced
        package var title: String {
            switch self {
            case .draft: "Đang soạn"
            case .approved: "Đã duyệt, đang dùng"
            case .outdated: "Không còn đúng, phải sửa"
            case .replaced: "Đã có bản mới thay"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên phương án", isRequired: true, also: ["Phương án", "Tên"])
    package static let kind = Field<Kind>(
        "kind", "Loại phương án", isRequired: true, also: ["Loại", "Mẫu"])
    package static let facility = Field<Reference<Facilities>>(
        "facility", "Cơ sở",
        wanted: kind == .facility || kind == .police || kind == .rescue)
    package static let group = Field<GroupReference>.residentialGroup
    package static let version = Field<Int>(
        "version_number", "Bản số", wanted: .always, also: ["Phiên bản", "Lần"], .within(1...1_000))
    package static let state = Field<State>(
        "state", "Tình trạng", isRequired: true, freshDays: 365, also: ["Trạng thái"])
    package static let approvedBy = Field<String>(
        "approved_by", "Người duyệt", wanted: state == .approved,
        source: "Nghị định 105/2025/NĐ-CP, Điều 15: người đứng đầu cơ sở duyệt phương án của cơ sở",
        also: ["Người phê duyệt"])
    package static let approved = Field<Day>(
        "approved_on", "Ngày duyệt", wanted: state == .approved, also: ["Ngày phê duyệt"])
    package static let reviewed = Field<Day>(
        "reviewed_on", "Ngày rà soát gần nhất", wanted: state == .approved, freshDays: 365,
        also: ["Ngày bổ sung, chỉnh lý"])
    package static let scenarios = Field<Int>(
        "scenarios", "Số tình huống", wanted: .always,
        source: "Nghị định 105/2025/NĐ-CP, Điều 15", also: ["Số tình huống giả định"],
        .within(1...1_000))
    package static let drilled = Field<Int>(
        "drilled", "Số tình huống đã thực tập", wanted: state == .approved, .within(0...1_000))
    package static let untried = Field<Int>("untried", "Số tình huống chưa thực tập")
    package static let lastDrill = Field<Day>(
        "last_drill_on", "Ngày thực tập gần nhất", wanted: state == .approved,
        also: ["Ngày thực tập", "Thực tập gần nhất"])
    package static let drillDue = Field<Day>("drill_due_on", "Phải thực tập lại trước ngày")
    package static let hazards = Field<Remark>(
        "hazards", "Tính chất nguy hiểm", hint: "Cháy, nổ, độc; nơi dễ cháy lan.",
        source: "PC06, mục II")
    package static let forces = Field<Remark>(
        "forces_words", "Lực lượng, phương tiện tại chỗ", source: "PC06, mục I")
    package static let water = Field<Remark>(
        "water", "Nguồn nước trong và ngoài", source: "PC06, mục I")
    package static let contacts = Field<Remark>(
        "contacts", "Điện thoại cần báo", hint: "114, Công an phường, điện lực, cấp nước, y tế.",
        source: "Nghị định 105/2025/NĐ-CP, Điều 15")
    package static let file = Field<String>(
        "file", "Bản đầy đủ để ở đâu", hint: "Số văn bản, nơi lưu.", wanted: .always)

    package static let description = RegisterDescription(
        name: "response_plans", title: "Phương án chữa cháy, cứu nạn, cứu hộ",
        singular: "phương án",
        source:
            "Nghị định 105/2025/NĐ-CP, Điều 15; kế hoạch của phường: xây dựng, thực tập phương án",
        area: .forces,
        sections: [
            FieldSection(
                "Phương án",
                [name, kind, facility, group, version, state, approvedBy, approved, reviewed, file]
            ),
            FieldSection("Tình huống", [scenarios, drilled, untried, lastDrill, drillDue]),
            FieldSection(
                "Nội dung", [hazards, forces, water, contacts, Field<Remark>.note]),
        ],
        columns: [
            "name", "kind", "facility", "group_unit", "state", "last_drill_on", "drill_due_on",
        ],
        filters: ["kind", "state", "group_unit"], identity: ["name", "kind"],
        access: RegisterAccess(
            readers: .officesAndGroups, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck(
                "drilled", drilled > scenarios,
                "Số tình huống đã thực tập nhiều hơn số tình huống."),
            RecordCheck("order", approved > reviewed, "Ngày rà soát trước ngày duyệt."),
            RecordCheck(
                "drilled_never", drilled == 0 && lastDrill != nil,
                "Có ngày thực tập mà chưa tình huống nào được thực tập."),
        ],
        derivations: [
            Derivation("untried") { cells, _, _ in
                let plan = Record(id: "", version: 0, cells: cells)
                guard let scenarios = plan[scenarios], let drilled = plan[drilled] else {
                    return nil
                }
                return .init(
                    .integer(max(0, scenarios - drilled)),
                    "Đã thực tập \(drilled) trên \(scenarios) tình huống.")
            },
            Derivation("drill_due_on", from: .rules(UpkeepCycles.description.name)) {
                cells, rules, today in
                let plan = Record(id: "", version: 0, cells: cells)
                return UpkeepCycles.due(.drill, since: plan[lastDrill], of: rules, on: today)
            },
        ])
}
