/// Training of forces and staff (tập huấn, huấn luyện, bồi dưỡng nghiệp vụ).
///
/// - Source: the wards' plans (FRC-06, FRC-07, OUT-12); Decree 105/2025/NĐ-CP, Articles 28 and 29 on
///   first training and refreshers.
package enum TrainingCourses: Register {
    package enum Kind: String, FieldChoice {
        case first, refresher, law, skills, command
        package var title: String {
            switch self {
            case .first: "Huấn luyện lần đầu"
            case .refresher: "Bồi dưỡng hằng năm"
            case .law: "Phổ biến pháp luật"
            case .skills: "Kỹ năng chữa cháy, thoát nạn, cứu người"
            case .command: "Kỹ năng chỉ huy, kiểm tra, hướng dẫn"
            }
        }
    }

    package enum Audience: String, FieldChoice {
        case civilDefence = "civil_defence"
        case facility, militia, security, police, officials, teachers
        package var title: String {
            switch self {
            case .civilDefence: "Đội dân phòng"
            case .facility: "Đội PCCC cơ sở, người đứng đầu cơ sở"
            case .militia: "Dân quân"
            case .security: "Lực lượng bảo vệ ANTT ở cơ sở"
            case .police: "Công an phường"
            case .officials: "Cán bộ, công chức, người lao động"
            case .teachers: "Giáo viên"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên lớp", isRequired: true, also: ["Lớp", "Nội dung", "Tên lớp tập huấn"])
    package static let kind = Field<Kind>("kind", "Loại", isRequired: true, also: ["Hình thức"])
    package static let audience = Field<Audience>(
        "audience", "Cho ai", isRequired: true, also: ["Đối tượng", "Thành phần"])
    package static let force = Field<Reference<Forces>>("force", "Của lực lượng")
    package static let facility = Field<Reference<Facilities>>("facility", "Tại cơ sở")
    package static let unit = Field<UnitReference>(
        "unit", "Đơn vị tổ chức", wanted: .always, also: ["Đơn vị"])
    package static let began = Field<Day>(
        "began_on", "Ngày bắt đầu", isRequired: true, also: ["Ngày", "Thời gian", "Từ ngày"])
    package static let ended = Field<Day>("ended_on", "Ngày kết thúc", also: ["Đến ngày"])
    package static let hours = Field<Double>(
        "hours", "Số giờ", unit: .hour, wanted: kind == .first || kind == .refresher,
        source: "Nghị định 105/2025/NĐ-CP, Điều 28, 29", also: ["Thời lượng"], .within(0...1_000))
    package static let address = Field<String>(
        "address", "Địa điểm", wanted: .always, also: ["Nơi học"])
    package static let trainer = Field<String>(
        "trainer", "Người dạy", wanted: .always, also: ["Giảng viên", "Báo cáo viên"])
    package static let invited = Field<Int>(
        "invited", "Số người phải học", unit: .person, wanted: .always, also: ["Triệu tập"],
        .within(0...100_000))
    package static let attended = Field<Int>(
        "attended", "Số người học", unit: .person, wanted: .always,
        also: ["Số người tham gia", "Số người dự", "Tham gia"], .within(0...100_000))
    package static let certified = Field<Int>(
        "certified", "Được cấp chứng nhận", unit: .person,
        wanted: kind == .first || kind == .refresher, .within(0...100_000))
    package static let share = Field<Percent>("share", "Tỷ lệ học")
    package static let result = Field<Remark>("result", "Kết quả", also: ["Đánh giá"])

    package static let description = RegisterDescription(
        name: "training_courses", title: "Huấn luyện, bồi dưỡng", singular: "lớp",
        source:
            "Nghị định 105/2025/NĐ-CP, Điều 28, 29; kế hoạch của phường: tập huấn, bồi dưỡng nghiệp vụ",
        area: .forces,
        fields: [
            name, kind, audience, force, facility, unit, began, ended, hours, address, trainer,
            invited, attended, share, certified, result, Field<Remark>.note,
        ],
        columns: ["name", "kind", "audience", "began_on", "attended", "share"],
        filters: ["kind", "audience", "unit"], identity: ["name", "began_on"],
        access: RegisterAccess(readers: .ward, writers: .keepers),
        checks: [
            RecordCheck("order", began > ended, "Ngày kết thúc trước ngày bắt đầu."),
            RecordCheck("attended", attended > invited, "Số người học nhiều hơn số phải học."),
            RecordCheck(
                "certified", certified > attended,
                "Số được cấp chứng nhận nhiều hơn số người học."),
        ],
        derivations: [
            Derivation("share") { cells, _, _ in
                let course = Record(id: "", version: 0, cells: cells)
                guard let attended = course[attended], let invited = course[invited],
                    let share = attended.hundredths(of: invited)
                else { return nil }
                return .init(.real(Double(share)), "\(attended) trên \(invited) người.")
            }
        ])
}
