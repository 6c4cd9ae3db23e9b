/// How incidents are grouped, who keeps them, and what of them must agree.
extension Incidents {
    package static let description = RegisterDescription(
        name: "incidents", title: "Vụ cháy, nổ, tai nạn, cứu nạn", singular: "vụ việc",
        source:
            "Sổ, biểu thống kê của Cảnh sát PCCC và CNCH; kế hoạch của phường: số hóa dữ liệu vụ việc",
        area: .incidents,
        sections: [
            FieldSection(
                "Vụ việc",
                [
                    name, kind, subtype, newsFrom, address, group, setting, premises, facility,
                    house,
                ]),
            FieldSection(
                "Thời gian",
                [
                    ignited, discovered, reported, forwarded, localArrived, engineArrived,
                    controlled, extinguished, minutesToEngine,
                ]),
            FieldSection("Nguyên nhân", [cause, causeState, causeWords]),
            FieldSection(
                "Thiệt hại",
                [dead, deadOfForces, injured, injuredOfForces, loss, burntArea, forest]),
            FieldSection(
                "Kết quả",
                [savedDirectly, guidedOut, saved, bodies, propertySaved, extinguishedBy]),
            FieldSection(
                "Lực lượng",
                [
                    firstResponse, vehicles, people, commander, mobilised, obstacles, water,
                ]),
            FieldSection(
                "Sau vụ việc",
                [
                    isSerious, responsibility, aftermath, lessons, measure, unit, due, done,
                    documents,
                ]),
            FieldSection("Vị trí và ghi chú", place.fields + [Field<Remark>.note]),
        ],
        columns: ["name", "kind", "reported_at", "group_unit", "dead", "injured", "property_loss"],
        filters: ["kind", "premises", "cause", "is_serious", "group_unit"],
        identity: ["name", "reported_at"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: checks,
        derivations: [
            Derivation("saved") { cells, _, _ in
                let incident = Record(id: "", version: 0, cells: cells)
                guard let direct = incident[savedDirectly], let guided = incident[guidedOut] else {
                    return nil
                }
                return .init(
                    .integer(direct + guided),
                    "Cứu trực tiếp \(direct) và hướng dẫn thoát nạn \(guided).")
            },
            Derivation("minutes_to_engine") { cells, _, _ in
                let incident = Record(id: "", version: 0, cells: cells)
                guard let reported = incident[reported], let arrived = incident[engineArrived],
                    arrived >= reported
                else { return nil }
                return .init(
                    .integer(arrived.minutes(since: reported)),
                    "Nhận tin \(reported.shown), xe đến \(arrived.shown).")
            },
        ])

    /// What comes before what, whoever came first to the scene.
    private static let order: [(String, Field<Moment>, Field<Moment>)] = [
        ("ignited_discovered", ignited, discovered), ("ignited_reported", ignited, reported),
        ("discovered_reported", discovered, reported),
        ("reported_forwarded", reported, forwarded),
        ("reported_engine", reported, engineArrived),
        ("discovered_local", discovered, localArrived),
        ("discovered_controlled", discovered, controlled),
        ("discovered_extinguished", discovered, extinguished),
        ("controlled_extinguished", controlled, extinguished),
    ]

    private static var checks: [RecordCheck] {
        order.map { code, early, late in
            RecordCheck(
                code, early > late,
                "«\(early.label)» sau «\(late.label)». Hãy xem lại giờ và ngày.")
        } + [
            RecordCheck(
                "dead", deadOfForces > dead,
                "Số người chết của lực lượng nhiều hơn tổng số người chết."),
            RecordCheck(
                "injured", injuredOfForces > injured,
                "Số người bị thương của lực lượng nhiều hơn tổng số người bị thương."),
            RecordCheck(
                "concluded", causeState == .concluded && cause == .unclear,
                "Đã kết luận mà nguyên nhân vẫn ghi chưa rõ."),
        ]
    }
}
