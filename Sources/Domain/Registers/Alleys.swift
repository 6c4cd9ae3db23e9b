/// Alleys of the ward (ngõ, ngách, hẻm), and how water reaches the deep ones.
///
/// - Source: the wards' plans: alleys deeper than 200 m that an engine cannot enter, and the water
///   solution of each (INF-01, INF-02).
package enum Alleys: Register {
    /// Deeper alleys need a water solution: "ngõ sâu trên 200m".
    package static let deepMetres = 200.0

    package enum Access: String, FieldChoice {
        case engine, partly, none
        package var title: String {
            switch self {
            case .engine: "Xe chữa cháy vào được"
            case .partly: "Vào được một đoạn"
            case .none: "Không vào được"
            }
        }
    }

    package enum Solution: String, FieldChoice {
        case missing, proposed, approved, done
        package var title: String {
            switch self {
            case .missing: "Chưa có"
            case .proposed: "Đã đề xuất"
            case .approved: "Đã duyệt"
            case .done: "Đã xong"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên ngõ", hint: "Như «Ngõ 42 phố Mẫu».", isRequired: true,
        also: ["Tên ngõ, ngách, hẻm", "Ngõ", "Hẻm", "Tên hẻm", "Ngõ, ngách"])
    package static let group = Field<GroupReference>.residentialGroup
    package static let depth = Field<Double>(
        "depth_m", "Chiều sâu", unit: .metre, wanted: .always,
        also: ["Chiều dài", "Độ sâu", "Dài"], .within(0...5_000))
    package static let width = Field<Double>(
        "width_m", "Rộng thông thủy chỗ hẹp nhất", unit: .metre, wanted: .always,
        also: ["Chiều rộng", "Rộng", "Bề rộng"], .within(0...50))
    package static let height = Field<Double>(
        "height_m", "Cao thông thủy chỗ thấp nhất", unit: .metre,
        also: ["Chiều cao", "Cao"], .within(0...50))
    package static let access = Field<Access>(
        "access", "Xe chữa cháy", wanted: .always, freshDays: 365,
        also: ["Xe chữa cháy tiếp cận", "Khả năng tiếp cận của xe chữa cháy"])
    package static let solution = Field<Solution>(
        "solution", "Giải pháp cấp nước", wanted: depth >= deepMetres, freshDays: 180)
    package static let solutionWords = Field<String>(
        "solution_words", "Giải pháp là", hint: "Trụ nước, bể nước, họng chờ, máy bơm…",
        wanted: solution == .proposed || solution == .approved || solution == .done)
    package static let solved = Field<Day>("solved_on", "Ngày xong", wanted: solution == .done)
    package static let place = Place(of: "đầu ngõ", wanted: nil)
    package static let line = Shape.line()

    package static let description = RegisterDescription(
        name: "alleys", title: "Ngõ, ngách, hẻm", singular: "ngõ",
        source: "Kế hoạch của phường: ngõ sâu trên 200 m xe chữa cháy không vào được",
        area: .infrastructure,
        fields: [
            name, group, depth, width, height, access, solution, solutionWords, solved,
        ] + place.fields + [line, Field<Remark>.note],
        columns: ["name", "group_unit", "depth_m", "width_m", "access", "solution"],
        filters: ["access", "solution", "group_unit"], identity: ["name"],
        access: RegisterAccess(
            readers: Set(Role.allCases).subtracting([.facilityHead]),
            writers: [.administrator, .office, .police, .division, .groupHead],
            groupField: "group_unit"))
}
