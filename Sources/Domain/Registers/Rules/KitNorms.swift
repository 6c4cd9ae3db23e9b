/// What each team must have: the kits of civil defence and facility teams.
///
/// The list in force (Circular 36/2025/TT-BCA) could not be read yet; what is shipped is that of the
/// circular before it, and says so.
///
/// - Source: Circular 150/2020/TT-BCA, as remembered by secondary sources.
package enum KitNorms: Register {
    package enum Per: String, FieldChoice {
        case team, person
        package var title: String {
            switch self {
            case .team: "Mỗi đội"
            case .person: "Mỗi người"
            }
        }
    }

    package static let forceKind = Field<Forces.Kind>(
        "force_kind", "Lực lượng", isRequired: true)
    package static let kind = Field<EquipmentKind>("kind", "Phương tiện", isRequired: true)
    package static let count = Field<Int>(
        "count", "Số lượng", unit: .piece, isRequired: true, .within(1...10_000))
    package static let per = Field<Per>("per", "Tính theo", isRequired: true)
    package static let minimum = Field<String>(
        "minimum", "Yêu cầu", hint: "Như «từ 4 kg».")
    package static let lifetime = Field<Int>(
        "lifetime_months", "Niên hạn", unit: .month, .within(1...600))
    package static let from = Field<Day>(
        "valid_from", "Có hiệu lực từ",
        hint: "Để trống khi chưa tra được; khi đó tính là đang có hiệu lực.", wanted: .always)
    package static let until = Field<Day>("valid_until", "Hết hiệu lực sau ngày")
    package static let source = Field<String>("source", "Căn cứ", isRequired: true)
    package static let isVerified = Field<Bool>(
        "is_verified", "Đã đối chiếu với văn bản gốc", wanted: .always, freshDays: 365)

    package static let description = RegisterDescription(
        name: "kit_norms", title: "Định mức trang bị", singular: "định mức",
        source: "Thông tư của Bộ Công an về trang bị cho lực lượng dân phòng, PCCC cơ sở",
        area: .rules,
        fields: [
            forceKind, kind, count, per, minimum, lifetime, from, until, source, isVerified,
        ],
        columns: ["kind", "force_kind", "count", "per", "source", "is_verified"],
        filters: ["force_kind", "is_verified"], identity: ["force_kind", "kind", "valid_from"],
        access: RegisterAccess(readers: .offices, writers: [.administrator, .police]),
        checks: [RecordCheck("order", from > until, "Hết hiệu lực trước khi có hiệu lực.")])

    /// The norm in force on a day: of several the one that came last.
    static func inForce(
        _ asked: EquipmentKind, for force: Forces.Kind, of rules: [Record], on today: Day
    ) -> (count: Int, per: Per, source: String)? {
        let found = rules.filter { rule in
            rule[kind] == asked && rule[forceKind] == force
                && rule[from].map { $0 <= today } ?? true
                && rule[until].map { $0 >= today } ?? true
        }.max { ($0[from]?.number ?? 0) < ($1[from]?.number ?? 0) }
        guard let found, let count = found[count], let per = found[per] else { return nil }
        return (count, per, found[source] ?? "")
    }
}
