/// What each school does beyond the duties of a facility: core teacher, lessons, drills, self-checks.
///
/// - Source: the wards' plans: each school has a core teacher in 2026 (SCH-01 to SCH-08).
package enum SchoolPoints: Register {
    package enum Level: String, FieldChoice {
        case nursery, primary, secondary, high, several, college
        package var title: String {
            switch self {
            case .nursery: "Mầm non"
            case .primary: "Tiểu học"
            case .secondary: "Trung học cơ sở"
            case .high: "Trung học phổ thông"
            case .several: "Liên cấp"
            case .college: "Nghề, cao đẳng, đại học"
            }
        }
    }

    package static let facility = Field<Reference<Facilities>>(
        "facility", "Trường", isRequired: true, also: ["Tên trường", "Cơ sở"])
    package static let year = Field<String>(
        "school_year", "Năm học", hint: "Như 2026-2027.", isRequired: true)
    package static let level = Field<Level>("level", "Cấp học", isRequired: true, also: ["Cấp"])
    package static let pupils = Field<Int>(
        "pupils", "Học sinh", unit: .person, wanted: .always, also: ["Số học sinh"],
        .within(0...100_000))
    package static let staff = Field<Int>(
        "staff", "Giáo viên, nhân viên", unit: .person, wanted: .always,
        also: ["Số giáo viên"], .within(0...10_000))
    package static let coreTeacher = Field<String>(
        "core_teacher", "Giáo viên nòng cốt", wanted: .always, freshDays: 365,
        also: ["Họ tên giáo viên nòng cốt"])
    package static let coreQualified = Field<Day>(
        "core_qualified_on", "Ngày giáo viên nòng cốt được tập huấn", wanted: coreTeacher != nil)
    package static let lessons = Field<Int>(
        "lessons", "Tiết học, hoạt động lồng ghép", wanted: .always,
        also: ["Số tiết lồng ghép", "Số tiết"], .within(0...10_000))
    package static let lessonWords = Field<Remark>(
        "lesson_words", "Lồng ghép thế nào", hint: "Khối lớp, môn, hoạt động ngoại khóa.")
    package static let sessions = Field<Int>(
        "sessions", "Buổi cùng Công an tuyên truyền, tập huấn", unit: .session, wanted: .always,
        .within(0...1_000))
    package static let drilled = Field<Day>(
        "drilled_on", "Ngày thực tập thoát nạn gần nhất", wanted: .always)
    package static let selfChecked = Field<Day>(
        "self_checked_on", "Ngày tự kiểm tra gần nhất", wanted: .always)
    package static let hasPlan = Field<Bool>("has_plan", "Có phương án chữa cháy", wanted: .always)
    package static let hasTeam = Field<Bool>("has_team", "Có đội PCCC cơ sở", wanted: .always)
    package static let materials = Field<Remark>(
        "materials", "Học liệu số đã dùng", also: ["Học liệu"])
    package static let parts = Field<Int>("parts", "Đạt mấy trong 6 việc")

    package static let description = RegisterDescription(
        name: "school_points", title: "Trường học", singular: "trường",
        source:
            "Kế hoạch của phường: giáo viên nòng cốt, lồng ghép PCCC và CNCH vào giảng dạy, thực tập",
        area: .organisation,
        fields: [
            facility, year, level, pupils, staff, coreTeacher, coreQualified, lessons, lessonWords,
            sessions, drilled, selfChecked, hasPlan, hasTeam, materials, parts,
            Field<Remark>.note,
        ],
        columns: ["facility", "school_year", "level", "core_teacher", "drilled_on", "parts"],
        filters: ["level", "has_plan", "has_team"], identity: ["facility", "school_year"],
        access: RegisterAccess(
            readers: Set.offices, writers: .keepers),
        checks: [
            RecordCheck(
                "core", coreTeacher == nil && coreQualified != nil,
                "Có ngày tập huấn mà chưa ghi giáo viên nòng cốt.")
        ],
        derivations: [
            Derivation("parts") { cells, _, _ in
                let school = Record(id: "", version: 0, cells: cells)
                let asked = [
                    ("giáo viên nòng cốt", school[coreTeacher] != nil),
                    ("lồng ghép trong giảng dạy", school[lessons].map { $0 > 0 } ?? false),
                    ("thực tập thoát nạn", school[drilled] != nil),
                    ("tự kiểm tra", school[selfChecked] != nil),
                    ("phương án", school[hasPlan] == true), ("đội PCCC", school[hasTeam] == true),
                ]
                let lacking = asked.filter { !$0.1 }.map(\.0)
                return .init(
                    .integer(asked.count - lacking.count),
                    lacking.isEmpty
                        ? "Đủ cả sáu việc." : "Chưa có: \(lacking.joined(separator: ", ")).")
            }
        ])
}
