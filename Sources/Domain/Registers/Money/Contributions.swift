/// What givers give: money, things, work (nguồn lực xã hội hóa hợp pháp), and what it was used for.
///
/// - Source: the wards' plans (BUD-05).
package enum Contributions: Register {
    package enum Kind: String, FieldChoice {
        case money, goods, work, land
        package var title: String {
            switch self {
            case .money: "Tiền"
            case .goods: "Hiện vật"
            case .work: "Ngày công"
            case .land: "Đất, mặt bằng"
            }
        }
    }

    package enum Giver: String, FieldChoice {
        case person, household, company, organisation
        package var title: String {
            switch self {
            case .person: "Cá nhân"
            case .household: "Hộ gia đình, nhóm hộ"
            case .company: "Doanh nghiệp"
            case .organisation: "Tổ chức, đoàn thể"
            }
        }
    }

    package static let giver = Field<String>(
        "giver", "Người, đơn vị góp", isRequired: true,
        also: ["Tên tổ chức, cá nhân", "Đơn vị ủng hộ", "Người ủng hộ", "Họ tên"])
    package static let giverKind = Field<Giver>("giver_kind", "Là", isRequired: true)
    package static let phone = Field<Telephone>(
        "phone", "Điện thoại", also: ["SĐT", "Số điện thoại"], seenBy: .officesAndGroups)
    package static let kind = Field<Kind>("kind", "Góp gì", isRequired: true, also: ["Hình thức"])
    package static let what = Field<String>(
        "what", "Hiện vật, công việc", hint: "Như «10 bình bột 4 kg», «5 ngày công».",
        wanted: kind == .goods || kind == .work || kind == .land, also: ["Hiện vật"])
    package static let amount = Field<Money>(
        "amount", "Số tiền, giá trị", unit: .dong, wanted: .always, also: ["Số tiền", "Giá trị"])
    package static let given = Field<Day>(
        "given_on", "Ngày góp", isRequired: true, also: ["Ngày", "Ngày nhận"])
    package static let group = Field<GroupReference>(
        "group_unit", "Tổ dân phố", hint: "Để trống nếu góp cho cả phường.",
        also: ["TDP", "Tổ", "Khu phố", "Thôn"])
    package static let unit = Field<UnitReference>(
        "unit", "Đơn vị nhận", wanted: .always, also: ["Đơn vị"])
    package static let receipt = Field<String>(
        "receipt", "Chứng từ", hint: "Số phiếu thu, biên bản giao nhận.", wanted: .always)
    package static let purpose = Field<BudgetLines.Purpose>(
        "purpose", "Dùng cho", wanted: .always, also: ["Mục đích"])
    package static let work = Field<Reference<ImprovementWorks>>("improvement_work", "Công trình")
    package static let used = Field<Day>("used_on", "Ngày dùng xong")
    package static let usedWords = Field<Remark>(
        "used_words", "Đã dùng thế nào", wanted: used != nil)
    package static let isThanked = Field<Bool>("is_thanked", "Đã cảm ơn, công khai")

    package static let description = RegisterDescription(
        name: "contributions", title: "Đóng góp, xã hội hóa", singular: "khoản góp",
        source: "Kế hoạch của phường: huy động nguồn lực xã hội hóa hợp pháp", area: .money,
        fields: [
            giver, giverKind, phone, kind, what, amount, given, group, unit, receipt, purpose, work,
            used, usedWords, isThanked, Field<Remark>.note,
        ],
        columns: ["giver", "kind", "amount", "given_on", "group_unit", "purpose"],
        filters: ["kind", "giver_kind", "purpose", "unit", "group_unit"],
        identity: ["giver", "kind", "given_on"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"),
        checks: [RecordCheck("order", given > used, "Ngày dùng xong trước ngày góp.")])
}
