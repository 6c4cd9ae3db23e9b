/// What is held at the centre and other places of learning, and who came.
///
/// - Source: the wards' plans (LRN-03, SCH-04).
package enum LearningSessions: Register {
    package enum Activity: String, FieldChoice {
        case talk, experience, practice, contest, visit
        package var title: String {
            switch self {
            case .talk: "Tuyên truyền, nói chuyện"
            case .experience: "Trải nghiệm"
            case .practice: "Thực hành kỹ năng"
            case .contest: "Hội thi"
            case .visit: "Tham quan"
            }
        }
    }

    package static let title = Field<String>(
        "title", "Tên buổi", isRequired: true, also: ["Nội dung", "Chủ đề"])
    package static let site = Field<Reference<LearningSites>>(
        "site", "Địa điểm", isRequired: true, also: ["Nơi tổ chức"])
    package static let held = Field<Day>(
        "held_on", "Ngày", isRequired: true, also: ["Thời gian", "Ngày tổ chức"])
    package static let activity = Field<Activity>(
        "activity", "Hoạt động", isRequired: true, also: ["Hình thức"])
    package static let audience = Field<Audience>(
        "audience", "Cho ai", isRequired: true, also: ["Đối tượng"])
    package static let people = Field<Int>(
        "people", "Số người", unit: .person, wanted: .always, also: ["Số người tham gia"],
        .within(0...100_000))
    package static let teacher = Field<String>(
        "teacher", "Người hướng dẫn", wanted: .always, also: ["Báo cáo viên"])
    package static let unit = Field<UnitReference>("unit", "Đơn vị tổ chức", wanted: .always)

    package static let description = RegisterDescription(
        name: "learning_sessions", title: "Buổi học tập, trải nghiệm", singular: "buổi",
        source: "Kế hoạch của phường: tổ chức tuyên truyền, trải nghiệm, thực hành tại trung tâm",
        area: .community,
        fields: [
            title, site, held, activity, audience, people, teacher, unit, Field<Remark>.note,
        ],
        columns: ["title", "site", "held_on", "activity", "audience", "people"],
        filters: ["activity", "audience", "unit"], identity: ["title", "held_on"],
        access: RegisterAccess(readers: .ward, writers: .keepers))
}
