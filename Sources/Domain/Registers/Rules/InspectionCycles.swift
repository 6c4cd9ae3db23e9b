/// How often each group of facilities is inspected, as dated data.
///
/// - Source: Decree 105/2025/NĐ-CP, Articles 13 and 14, as amended by Decree 347/2026/NĐ-CP.
package enum InspectionCycles: Register {
    package static let group = Field<Facilities.HazardGroup>(
        "hazard_group", "Nhóm cơ sở", isRequired: true)
    package static let months = Field<Int>(
        "months", "Chu kỳ", unit: .month, isRequired: true, .within(1...120))
    package static let inspector = Field<String>("inspector", "Cơ quan kiểm tra", wanted: .always)
    package static let from = Field<Day>("valid_from", "Có hiệu lực từ", isRequired: true)
    package static let until = Field<Day>("valid_until", "Hết hiệu lực sau ngày")
    package static let source = Field<String>("source", "Căn cứ", isRequired: true)
    package static let isVerified = Field<Bool>(
        "is_verified", "Đã đối chiếu với văn bản gốc", wanted: .always, freshDays: 365)

    package static let description = RegisterDescription(
        name: "inspection_cycles", title: "Chu kỳ kiểm tra", singular: "chu kỳ kiểm tra",
        source: "Nghị định 105/2025/NĐ-CP, Điều 13, 14", area: .rules,
        fields: [group, months, inspector, from, until, source, isVerified],
        columns: ["hazard_group", "months", "inspector", "valid_from", "is_verified"],
        filters: [], identity: ["hazard_group", "valid_from"],
        access: RegisterAccess(
            readers: [.administrator, .chairman, .viceChairman, .office, .police, .division],
            writers: [.administrator, .police]))
}
