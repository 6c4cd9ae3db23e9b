/// Forces of the ward: civil defence, teams of facilities, militia, security force, specialised.
///
/// - Source: Law 55/2024/QH15, Articles 37 to 39; the wards' plans: strengthen, keep every team of
///   civil defence working (FRC-01, FRC-03, FRC-04, FRC-11 to FRC-14, MIL-01).
package enum Forces: Register {
    package enum Kind: String, FieldChoice {
        case civilDefence = "civil_defence"
        case facility, militia, security, specialised, volunteers
        package var title: String {
            switch self {
            case .civilDefence: "Đội dân phòng"
            case .facility: "Đội PCCC cơ sở"
            case .militia: "Dân quân thường trực"
            case .security: "Lực lượng tham gia bảo vệ ANTT ở cơ sở"
            case .specialised: "Lực lượng chuyên ngành"
            case .volunteers: "Tình nguyện viên"
            }
        }
    }

    package enum State: String, FieldChoice {
        case founding, active, weak, dissolved
        package var title: String {
            switch self {
            case .founding: "Đang thành lập"
            case .active: "Hoạt động"
            case .weak: "Hoạt động yếu, cần củng cố"
            case .dissolved: "Đã giải thể"
            }
        }
    }

    /// How well it works, as who leads it judges.
    package enum Rating: String, FieldChoice {
        case good, fair, average, formal
        package var title: String {
            switch self {
            case .good: "Tốt, thực chất"
            case .fair: "Khá"
            case .average: "Trung bình"
            case .formal: "Hình thức"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên lực lượng", hint: "Như «Đội dân phòng tổ 3».", isRequired: true,
        also: ["Tên đội", "Đội", "Lực lượng"])
    package static let kind = Field<Kind>(
        "kind", "Loại lực lượng", isRequired: true, also: ["Loại", "Loại hình"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let facility = Field<Reference<Facilities>>(
        "facility", "Cơ sở", wanted: kind == .facility || kind == .specialised)
    package static let unit = Field<UnitReference>(
        "unit", "Đơn vị quản lý", wanted: kind == .militia || kind == .security)
    package static let founded = Field<Day>(
        "founded_on", "Ngày thành lập", wanted: .always)
    package static let decision = Field<String>(
        "decision", "Quyết định thành lập, kiện toàn", hint: "Số, ngày của quyết định.",
        wanted: .always, also: ["Quyết định thành lập", "Quyết định"])
    package static let strengthened = Field<Day>(
        "strengthened_on", "Ngày kiện toàn gần nhất", freshDays: 365)
    package static let leader = Field<String>(
        "leader", "Đội trưởng", wanted: .always, freshDays: 365,
        also: ["Chỉ huy", "Họ tên đội trưởng", "Người phụ trách"])
    package static let phone = Field<Telephone>(
        "phone", "Điện thoại", wanted: .always, freshDays: 365,
        also: ["SĐT", "Số điện thoại", "ĐT", "Điện thoại đội trưởng"], seenBy: .officesAndGroups)
    package static let members = Field<Int>(
        "members", "Quân số", unit: .person, wanted: .always, freshDays: 180,
        also: ["Số đội viên", "Số thành viên", "Số người"], .within(0...10_000))
    package static let norm = Field<Int>(
        "members_norm", "Số người phải có", unit: .person,
        hint: "Theo nghị quyết của Hội đồng nhân dân tỉnh.", .within(0...10_000))
    package static let trained = Field<Int>(
        "trained", "Đã được huấn luyện", unit: .person, wanted: .always, freshDays: 365,
        also: ["Số người được huấn luyện", "Đã huấn luyện"], .within(0...10_000))
    package static let trainedOn = Field<Day>("trained_on", "Ngày huấn luyện gần nhất")
    package static let state = Field<State>(
        "state", "Tình trạng", isRequired: true, freshDays: 90,
        also: ["Tình trạng hoạt động", "Trạng thái"])
    package static let activity = Field<Remark>(
        "activity", "Đã làm gì gần đây", hint: "Tuần tra, vận động, trực, chữa cháy; ghi ngày.",
        wanted: state == .active, freshDays: 90, also: ["Hoạt động"])
    package static let rating = Field<Rating>("rating", "Đánh giá", freshDays: 365)
    package static let ratingGrounds = Field<Remark>(
        "rating_grounds", "Vì sao đánh giá vậy", wanted: rating != nil)
    package static let allowance = Field<Money>(
        "allowance", "Hỗ trợ, bồi dưỡng một năm", unit: .dong, also: ["Kinh phí hỗ trợ"])
    package static let conditions = Field<Remark>(
        "conditions", "Điều kiện hoạt động", hint: "Nơi họp, trang phục, phương tiện, kinh phí.",
        freshDays: 365)
    package static let strength = Field<Strength>("strength", "Quân số so với mức")
    package static let place = Place(of: "nơi tập trung", wanted: nil)

    package enum Strength: String, FieldChoice {
        case enough, short
        package var title: String {
            switch self {
            case .enough: "Đủ"
            case .short: "Thiếu người"
            }
        }
    }

    package static let description = RegisterDescription(
        name: "forces", title: "Lực lượng", singular: "lực lượng",
        source: "Luật 55/2024/QH15, Điều 37; kế hoạch của phường: củng cố, kiện toàn lực lượng",
        area: .forces,
        sections: [
            FieldSection(
                "Lực lượng",
                [
                    name, kind, group, facility, unit, founded, decision, strengthened, leader,
                    phone,
                ]),
            FieldSection(
                "Quân số và hoạt động",
                [
                    members, norm, strength, trained, trainedOn, state, activity, rating,
                    ratingGrounds, allowance, conditions,
                ]),
            FieldSection("Vị trí và ghi chú", place.fields + [Field<Remark>.note]),
        ],
        columns: ["name", "kind", "group_unit", "leader", "members", "strength", "state"],
        filters: ["kind", "state", "strength", "rating", "group_unit"], identity: ["name", "kind"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [
            RecordCheck(
                "trained", trained > members, "Số người được huấn luyện nhiều hơn quân số."),
            RecordCheck("order", founded > strengthened, "Ngày kiện toàn trước ngày thành lập."),
        ],
        derivations: [
            Derivation("strength") { cells, _, _ in
                let force = Record(id: "", version: 0, cells: cells)
                guard let members = force[members], let norm = force[norm] else { return nil }
                return members >= norm
                    ? .init(Strength.enough.cell, "Có \(members) người, phải có \(norm).")
                    : .init(Strength.short.cell, "Có \(members) người, thiếu \(norm - members).")
            }
        ])
}
