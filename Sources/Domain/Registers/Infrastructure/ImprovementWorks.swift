/// Works that mend roads and water for fighting fires, by the roadmap's year.
///
/// - Source: the wards' plans: proposals by priority, a roadmap by year (INF-08, INF-09).
package enum ImprovementWorks: Register {
    package enum Kind: String, FieldChoice {
        case hydrant, tank, point, pump, road, alley, cable, links, other
        package var title: String {
            switch self {
            case .hydrant: "Trụ nước"
            case .tank: "Bể nước"
            case .point: "Điểm, bến lấy nước"
            case .pump: "Trạm bơm"
            case .road: "Mở rộng, sửa đường"
            case .alley: "Cấp nước cho ngõ sâu"
            case .cable: "Hạ ngầm, bó gọn dây"
            case .links: "Thông tin liên lạc"
            case .other: "Việc khác"
            }
        }
    }

    package enum Priority: String, FieldChoice {
        case first, second, third
        package var title: String {
            switch self {
            case .first: "Ưu tiên 1"
            case .second: "Ưu tiên 2"
            case .third: "Ưu tiên 3"
            }
        }
    }

    package enum Stage: String, FieldChoice {
        case proposed, approved, doing, done, dropped
        package var title: String {
            switch self {
            case .proposed: "Đề xuất"
            case .approved: "Đã duyệt"
            case .doing: "Đang làm"
            case .done: "Đã xong"
            case .dropped: "Thôi không làm"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên công trình", isRequired: true, also: ["Công trình", "Tên dự án", "Hạng mục"])
    package static let kind = Field<Kind>(
        "kind", "Loại", isRequired: true, also: ["Loại công trình"])
    package static let count = Field<Int>(
        "count", "Số lượng", hint: "Số trụ, số bể, số ngõ.", also: ["SL"], .within(1...10_000))
    package static let address = Field<String>(
        "address", "Địa chỉ", wanted: .always, also: ["Địa điểm", "Vị trí"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let area = Field<Reference<DeficientAreas>>("deficient_area", "Cho khu vực")
    package static let alley = Field<Reference<Alleys>>(
        "alley", "Cho ngõ", wanted: kind == .alley)
    package static let road = Field<Reference<Roads>>("road", "Cho đường", wanted: kind == .road)
    package static let priority = Field<Priority>(
        "priority", "Ưu tiên", wanted: .always, also: ["Mức ưu tiên"])
    package static let grounds = Field<String>(
        "grounds", "Vì sao ưu tiên", hint: "Đông dân, ngõ sâu, hẹp, nguy cơ cao.",
        wanted: priority == .first)
    package static let year = Field<Int>(
        "planned_year", "Năm làm theo lộ trình", wanted: .always, also: ["Năm", "Lộ trình"],
        .within(2020...2100))
    package static let proposed = Field<Day>("proposed_on", "Ngày đề xuất", wanted: .always)
    package static let approved = Field<Day>("approved_on", "Ngày duyệt")
    package static let decision = Field<String>(
        "decision", "Văn bản duyệt", wanted: approved != nil)
    package static let budget = Field<Money>(
        "budget", "Mức vốn duyệt", unit: .dong, wanted: approved != nil,
        also: ["Kinh phí", "Tổng mức đầu tư", "Dự toán"])
    package static let funding = Field<String>(
        "funding", "Nguồn vốn", wanted: approved != nil, also: ["Nguồn kinh phí"])
    package static let started = Field<Day>("started_on", "Ngày khởi công")
    package static let done = Field<Day>("done_on", "Ngày xong", also: ["Ngày hoàn thành"])
    package static let spent = Field<Money>(
        "spent", "Đã chi", unit: .dong, wanted: done != nil, also: ["Giải ngân"])
    package static let dropped = Field<Day>("dropped_on", "Ngày thôi không làm")
    package static let unit = Field<UnitReference>("unit", "Đơn vị chủ trì", wanted: .always)
    package static let stage = Field<Stage>("stage", "Giai đoạn")
    package static let place = Place(wanted: nil)

    package static let description = RegisterDescription(
        name: "improvement_works", title: "Cải tạo, bổ sung hạ tầng", singular: "công trình",
        source:
            "Kế hoạch của phường: lộ trình bổ sung trụ nước, bể nước, trạm bơm, cải tạo đường, ngõ",
        area: .infrastructure,
        sections: [
            FieldSection(
                "Công trình",
                [
                    name, kind, count, address, group, area, alley, road, priority, grounds, unit,
                ]),
            FieldSection(
                "Lộ trình và kinh phí",
                [
                    year, proposed, approved, decision, budget, funding, started, done, spent,
                    dropped, stage,
                ]),
            FieldSection("Vị trí và ghi chú", place.fields + [Field<Remark>.note]),
        ],
        columns: ["name", "kind", "group_unit", "priority", "planned_year", "budget", "stage"],
        filters: ["kind", "priority", "stage", "group_unit"], identity: ["name", "kind"],
        access: RegisterAccess(readers: .ward, writers: .keepers, groupField: "group_unit"),
        checks: [
            RecordCheck("approved_order", proposed > approved, "Ngày duyệt trước ngày đề xuất."),
            RecordCheck("done_order", started > done, "Ngày xong trước ngày khởi công."),
            RecordCheck("overspent", spent > budget, "Đã chi nhiều hơn mức vốn duyệt."),
        ],
        derivations: [
            Derivation("stage") { cells, _, _ in
                let work = Record(id: "", version: 0, cells: cells)
                let steps: [(Stage, Field<Day>)] = [
                    (.dropped, dropped), (.done, done), (.doing, started), (.approved, approved),
                    (.proposed, proposed),
                ]
                for (stage, field) in steps {
                    if let day = work[field] {
                        return .init(stage.cell, "\(field.label): \(day.vietnamese).")
                    }
                }
                return nil
            }
        ])
}
