/// Drills and exercises (thực tập, diễn tập), each with its scorecard and what it found.
///
/// - Source: Decree 105/2025/NĐ-CP, Article 16; the wards' plans (DRL-04 to DRL-10, MIL-03). The
///   scorecard is the product's own: five parts of twenty points.
package enum Drills: Register {
    package enum Kind: String, FieldChoice {
        case drill, exercise, practice
        package var title: String {
            switch self {
            case .drill: "Thực tập phương án"
            case .exercise: "Diễn tập nhiều lực lượng"
            case .practice: "Trải nghiệm, thực hành tình huống"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên cuộc", isRequired: true,
        also: ["Tên cuộc diễn tập", "Tên cuộc thực tập", "Nội dung"])
    package static let kind = Field<Kind>("kind", "Hình thức", isRequired: true, also: ["Loại"])
    package static let held = Field<Day>(
        "held_on", "Ngày", isRequired: true, also: ["Ngày tổ chức", "Thời gian"])
    package static let plan = Field<Reference<ResponsePlans>>(
        "response_plan", "Theo phương án", wanted: kind == .drill)
    package static let facility = Field<Reference<Facilities>>("facility", "Tại cơ sở")
    package static let address = Field<String>(
        "address", "Địa điểm", wanted: .always, also: ["Nơi tổ chức"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let scenario = Field<Remark>(
        "scenario", "Tình huống", wanted: .always, also: ["Tình huống giả định", "Kịch bản"])
    package static let isInHours = Field<Bool>(
        "in_working_hours", "Trong giờ làm việc",
        source: "Nghị định 105/2025/NĐ-CP, Điều 15: tình huống trong và ngoài giờ")
    package static let forces = Field<Remark>(
        "forces_words", "Lực lượng tham gia", hint: "Mỗi dòng một lực lượng, số người.",
        wanted: .always, also: ["Lực lượng", "Thành phần"])
    package static let people = Field<Int>(
        "people", "Số người", unit: .person, wanted: .always,
        also: ["Số người tham gia", "Quân số"], .within(0...100_000))
    package static let vehicles = Field<Int>(
        "vehicles", "Số phương tiện", unit: .vehicle, wanted: .always, also: ["Số xe"],
        .within(0...1_000))
    package static let militia = Field<Int>(
        "militia", "Trong đó dân quân", unit: .person, .within(0...100_000))
    package static let commander = Field<String>("commander", "Chỉ huy", wanted: .always)

    private static let pointsMax = 20
    package static let alarm = Field<Int>(
        "points_alarm", "Báo cháy, báo tin", hint: "0 đến 20 điểm.", .within(0...pointsMax))
    package static let escape = Field<Int>(
        "points_escape", "Thoát nạn, cứu người", hint: "0 đến 20 điểm.", .within(0...pointsMax))
    package static let fighting = Field<Int>(
        "points_fighting", "Chữa cháy ban đầu", hint: "0 đến 20 điểm.", .within(0...pointsMax))
    package static let command = Field<Int>(
        "points_command", "Chỉ huy, phối hợp", hint: "0 đến 20 điểm.", .within(0...pointsMax))
    package static let means = Field<Int>(
        "points_means", "Phương tiện, nguồn nước", hint: "0 đến 20 điểm.", .within(0...pointsMax))
    package static let total = Field<Int>("points_total", "Tổng điểm")
    package static let findings = Field<Remark>(
        "findings", "Tồn tại", wanted: kind != .practice, also: ["Hạn chế", "Rút kinh nghiệm"])
    package static let measure = Field<Remark>(
        "measure", "Việc phải làm", wanted: findings != nil, also: ["Kiến nghị"])
    package static let unit = Field<UnitReference>("unit", "Đơn vị làm", wanted: measure != nil)
    package static let due = Field<Day>("due_on", "Hạn", wanted: measure != nil)
    package static let done = Field<Day>("done_on", "Ngày xong")
    package static let minutes = Field<String>(
        "minutes", "Biên bản, báo cáo", hint: "Số, ngày.", also: ["Biên bản"])

    package static let description = RegisterDescription(
        name: "drills", title: "Thực tập, diễn tập", singular: "cuộc",
        source:
            "Nghị định 105/2025/NĐ-CP, Điều 16; kế hoạch của phường: định kỳ thực tập, diễn tập",
        area: .forces,
        sections: [
            FieldSection(
                "Cuộc thực tập, diễn tập",
                [
                    name, kind, held, plan, facility, address, group, scenario, isInHours, forces,
                    people, vehicles, militia, commander, minutes,
                ]),
            FieldSection("Bảng điểm", [alarm, escape, fighting, command, means, total]),
            FieldSection(
                "Rút kinh nghiệm", [findings, measure, unit, due, done, Field<Remark>.note]),
        ],
        columns: ["name", "kind", "held_on", "group_unit", "people", "points_total"],
        filters: ["kind", "group_unit"], identity: ["name", "held_on"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck("militia", militia > people, "Số dân quân nhiều hơn số người tham gia."),
            RecordCheck("due_order", held > due, "Hạn khắc phục trước ngày tổ chức."),
            RecordCheck("done_order", held > done, "Ngày khắc phục xong trước ngày tổ chức."),
        ],
        derivations: [
            Derivation("points_total") { cells, _, _ in
                let drill = Record(id: "", version: 0, cells: cells)
                let parts = [alarm, escape, fighting, command, means]
                let missing = parts.filter { drill[$0] == nil }.map(\.label)
                let points = parts.compactMap { drill[$0] }
                if points.isEmpty { return nil }
                guard missing.isEmpty else {
                    return .init(.empty, "Chưa chấm: \(missing.joined(separator: "; ")).")
                }
                let whole = pointsMax * parts.count
                return .init(
                    .integer(points.reduce(0, +)), "Cộng năm phần, nhiều nhất \(whole) điểm.")
            }
        ])
}
