/// Areas without proper roads or water for fighting fires (khu vực không bảo đảm về giao thông,
/// nguồn nước phục vụ chữa cháy).
///
/// - Source: Law 55/2024/QH15, Article 20(5) and Decree 105/2025/NĐ-CP, Article 27(1): the city lists
///   them; the wards' plans (INF-06, HOU-06, BUD-03).
package enum DeficientAreas: Register {
    package static let name = Field<String>(
        "name", "Tên khu vực", isRequired: true, also: ["Khu vực", "Tên khu dân cư"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let lacksRoad = Field<Bool>(
        "lacks_road", "Không bảo đảm giao thông", wanted: .always,
        also: ["Không bảo đảm đường giao thông", "Thiếu giao thông"])
    package static let lacksWater = Field<Bool>(
        "lacks_water", "Không bảo đảm nguồn nước", wanted: .always, also: ["Thiếu nguồn nước"])
    package static let grounds = Field<Remark>(
        "grounds", "Vì sao", hint: "Ngõ sâu, hẹp, cách trụ nước bao xa…", wanted: .always)
    package static let boundary = Field<Remark>(
        "boundary", "Ranh giới", hint: "Từ đâu đến đâu, những ngõ nào.", wanted: .always)
    package static let houses = Field<Int>(
        "houses", "Số nhà", wanted: .always, freshDays: 365, also: ["Số nhà ở", "Số căn nhà"],
        .within(0...100_000))
    package static let people = Field<Int>(
        "people", "Số người", unit: .person, also: ["Nhân khẩu"], .within(0...1_000_000))
    package static let list = Field<String>(
        "list_document", "Theo danh mục", hint: "Số, ngày văn bản công bố danh mục.",
        wanted: .always, also: ["Văn bản công bố"])
    package static let determined = Field<Day>(
        "determined_on", "Ngày xác định", wanted: .always, also: ["Ngày rà soát"])
    package static let unit = Field<UnitReference>("unit", "Đơn vị xác định", wanted: .always)
    package static let solution = Field<Remark>(
        "solution", "Giải pháp, lộ trình", wanted: .always, freshDays: 180, also: ["Giải pháp"])
    package static let solved = Field<Day>("solved_on", "Ngày hết thiếu")
    package static let place = Place(of: "giữa khu vực", wanted: nil)
    package static let area = Shape.area()

    package static let description = RegisterDescription(
        name: "deficient_areas", title: "Khu vực không bảo đảm giao thông, nguồn nước",
        singular: "khu vực",
        source:
            "Nghị định 105/2025/NĐ-CP, Điều 27; kế hoạch của phường: rà soát, lập danh sách khu vực",
        area: .infrastructure,
        fields: [
            name, group, lacksRoad, lacksWater, grounds, boundary, houses, people, list, determined,
            unit, solution, solved,
        ] + place.fields + [area, Field<Remark>.note],
        columns: ["name", "group_unit", "lacks_road", "lacks_water", "houses", "determined_on"],
        filters: ["lacks_road", "lacks_water", "group_unit"], identity: ["name"],
        access: RegisterAccess(
            readers: .ward, writers: .keepers, groupField: "group_unit"),
        checks: [
            RecordCheck(
                "lacks", lacksRoad == false && lacksWater == false,
                "Ghi là bảo đảm cả giao thông lẫn nguồn nước thì không thuộc danh sách này."),
            RecordCheck("order", determined > solved, "Ngày hết thiếu trước ngày xác định."),
        ])
}
