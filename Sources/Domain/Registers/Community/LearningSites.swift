/// Sites for the centre of learning and experience, and for models: candidates, and the chosen.
///
/// - Source: the wards' plans: "quỹ đất, cơ sở vật chất, nhà sinh hoạt cộng đồng, trụ sở dôi dư"
///   (LRN-01, LRN-02, LRN-04).
package enum LearningSites: Register {
    package enum Kind: String, FieldChoice {
        case land, community, surplus, school, other
        package var title: String {
            switch self {
            case .land: "Quỹ đất"
            case .community: "Nhà sinh hoạt cộng đồng, nhà văn hóa"
            case .surplus: "Trụ sở dôi dư"
            case .school: "Trường học"
            case .other: "Nơi khác"
            }
        }
    }

    package enum Purpose: String, FieldChoice {
        case centre, model
        package var title: String {
            switch self {
            case .centre: "Trung tâm học tập, trải nghiệm"
            case .model: "Mô hình tuyên truyền, trải nghiệm"
            }
        }
    }

    package enum Stage: String, FieldChoice {
        case candidate, reviewed, chosen, opened
        package var title: String {
            switch self {
            case .candidate: "Đề xuất"
            case .reviewed: "Đã khảo sát"
            case .chosen: "Được chọn"
            case .opened: "Đã mở cửa"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên địa điểm", isRequired: true, also: ["Địa điểm", "Tên"])
    package static let kind = Field<Kind>("kind", "Loại", isRequired: true)
    package static let purpose = Field<Purpose>("purpose", "Để làm", isRequired: true)
    package static let address = Field<String>(
        "address", "Địa chỉ", isRequired: true, also: ["Vị trí"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let area = Field<Double>(
        "area_m2", "Diện tích", unit: .squareMetre, wanted: .always, .within(0...1_000_000))
    package static let owner = Field<String>(
        "owner", "Đơn vị quản lý", wanted: .always, also: ["Chủ quản lý"])
    package static let condition = Field<Remark>("condition", "Hiện trạng", wanted: .always)
    package static let unit = Field<UnitReference>("unit", "Đơn vị đề xuất", wanted: .always)
    package static let reviewed = Field<Day>("reviewed_on", "Ngày khảo sát")
    package static let review = Field<Remark>(
        "review", "Nhận xét khi khảo sát", wanted: reviewed != nil)
    package static let chosen = Field<Day>("chosen_on", "Ngày được chọn")
    package static let decision = Field<String>(
        "decision", "Văn bản chọn", wanted: chosen != nil)
    package static let milestones = Field<Remark>(
        "milestones", "Các mốc", hint: "Mỗi dòng một mốc: ngày, việc.", wanted: chosen != nil,
        freshDays: 90)
    package static let opened = Field<Day>("opened_on", "Ngày mở cửa")
    package static let stage = Field<Stage>("stage", "Giai đoạn")
    package static let place = Place()

    package static let description = RegisterDescription(
        name: "learning_sites", title: "Địa điểm học tập, trải nghiệm", singular: "địa điểm",
        source:
            "Kế hoạch của phường: Trung tâm học tập, trải nghiệm, giáo dục cộng đồng về PCCC và CNCH",
        area: .community,
        fields: [
            name, kind, purpose, address, group, area, owner, condition, unit, reviewed, review,
            chosen, decision, milestones, opened, stage,
        ] + place.fields + [Field<Remark>.note],
        columns: ["name", "kind", "purpose", "group_unit", "area_m2", "stage"],
        filters: ["kind", "purpose", "stage", "group_unit"], identity: ["name", "address"],
        access: RegisterAccess(readers: .ward, writers: .keepers, groupField: "group_unit"),
        checks: [
            RecordCheck("chosen_order", reviewed > chosen, "Ngày được chọn trước ngày khảo sát."),
            RecordCheck("opened_order", chosen > opened, "Ngày mở cửa trước ngày được chọn."),
            RecordCheck(
                "opened_unchosen", opened != nil && chosen == nil,
                "Đã mở cửa mà chưa ghi ngày được chọn."),
        ],
        derivations: [
            Derivation("stage") { cells, _, _ in
                let site = Record(id: "", version: 0, cells: cells)
                let steps: [(Stage, Field<Day>)] = [
                    (.opened, opened), (.chosen, chosen), (.reviewed, reviewed),
                ]
                for (stage, field) in steps {
                    if let day = site[field] {
                        return .init(stage.cell, "\(field.label): \(day.vietnamese).")
                    }
                }
                return .init(Stage.candidate.cell, "Chưa khảo sát.")
            }
        ])
}
