/// Checks that facilities, offices and schools make of themselves (tự kiểm tra).
///
/// - Source: Decree 105/2025/NĐ-CP, Article 13: at least every month by the head, and minutes on
///   form PC02 every six months for Appendix II, every year for Appendix I; INS-05, SCH-07.
package enum SelfInspections: Register {
    package enum Kind: String, FieldChoice {
        case regular, periodic
        package var title: String {
            switch self {
            case .regular: "Thường xuyên"
            case .periodic: "Định kỳ (biên bản PC02)"
            }
        }
    }

    package static let facility = Field<Reference<Facilities>>(
        "facility", "Cơ sở", isRequired: true, also: ["Tên cơ sở"])
    package static let day = Field<Day>(
        "checked_on", "Ngày tự kiểm tra", isRequired: true, also: ["Ngày kiểm tra"])
    package static let kind = Field<Kind>("kind", "Hình thức", isRequired: true)
    package static let findings = Field<Remark>("findings", "Tồn tại phát hiện")
    package static let mended = Field<Day>(
        "mended_on", "Khắc phục xong ngày", wanted: findings != nil)
    package static let checker = Field<String>("checker", "Người kiểm tra", wanted: .always)

    package static let description = RegisterDescription(
        name: "self_inspections", title: "Tự kiểm tra của cơ sở", singular: "lần tự kiểm tra",
        source: "Nghị định 105/2025/NĐ-CP, Điều 13; kế hoạch của phường: tự kiểm tra, khắc phục",
        area: .inspections,
        fields: [facility, day, kind, checker, findings, mended],
        columns: ["facility", "checked_on", "kind", "mended_on"], filters: ["kind"],
        identity: ["facility", "checked_on", "kind"],
        access: RegisterAccess(
            readers: [
                .administrator, .chairman, .viceChairman, .office, .police, .division, .supervisor,
            ],
            writers: [.administrator, .office, .police, .division]),
        checks: [
            RecordCheck(
                "mended_before", day > mended,
                "Khắc phục xong trước ngày kiểm tra. Hãy xem lại hai ngày.")
        ])
}

/// Checks of how units and residential groups carry out the plan (kiểm tra việc triển khai).
///
/// - Source: INS-17, INS-14.
package enum UnitChecks: Register {
    package static let unit = Field<UnitReference>(
        "unit", "Đơn vị được kiểm tra", isRequired: true, also: ["Đơn vị"])
    package static let day = Field<Day>("checked_on", "Ngày kiểm tra", isRequired: true)
    package static let by = Field<String>("checked_by", "Đoàn kiểm tra", wanted: .always)
    package static let result = Field<Remark>("result", "Kết quả", wanted: .always)
    package static let shortcomings = Field<Remark>(
        "shortcomings", "Tồn tại, trách nhiệm",
        hint: "Buông lỏng quản lý, thiếu trách nhiệm: của ai.")
    package static let due = Field<Day>("due_on", "Hạn khắc phục", wanted: shortcomings != nil)
    package static let closed = Field<Day>("closed_on", "Khắc phục xong ngày")

    package static let description = RegisterDescription(
        name: "unit_checks", title: "Kiểm tra đơn vị, tổ dân phố", singular: "cuộc kiểm tra đơn vị",
        source: "Kế hoạch của phường: kiểm tra việc triển khai thực hiện", area: .inspections,
        fields: [unit, day, by, result, shortcomings, due, closed],
        columns: ["unit", "checked_on", "due_on", "closed_on"], filters: ["unit"],
        identity: ["unit", "checked_on"],
        access: RegisterAccess(
            readers: [
                .administrator, .chairman, .viceChairman, .office, .police, .supervisor,
            ],
            writers: [.administrator, .office, .police]))
}
