/// Days on which offices do not work, beside Saturdays and Sundays.
///
/// - Source: the yearly notice of the Government on public holidays; no list is shipped, as each
///   year's swaps of days are announced anew.
package enum Holidays: Register {
    package static let day = Field<Day>("day", "Ngày nghỉ", isRequired: true)
    package static let words = Field<String>("words", "Dịp", isRequired: true)
    package static let source = Field<String>("source", "Căn cứ", wanted: .always)
    package static let isVerified = Field<Bool>(
        "is_verified", "Đã đối chiếu với văn bản gốc", wanted: .always)

    package static let description = RegisterDescription(
        name: "holidays", title: "Ngày nghỉ lễ, tết", singular: "ngày nghỉ",
        source: "Thông báo nghỉ lễ, tết hằng năm", area: .rules,
        fields: [day, words, source, isVerified],
        columns: ["words", "day", "is_verified"], filters: [], identity: ["day"],
        access: RegisterAccess(
            readers: [.administrator, .chairman, .viceChairman, .office, .police, .division],
            writers: [.administrator, .office]))
}
