/// What units do to reach people: form, topic, audience, and how many were reached.
///
/// - Source: the wards' plans (OUT-01, OUT-07, OUT-13, OUT-15, OUT-16); the sums of the police's daily
///   table, lines 21 to 29.
package enum OutreachActivities: Register {
    package enum Form: String, FieldChoice {
        case meeting, talk, house, loudspeaker, mobile, post, visual, contest, exhibition, warning
        package var title: String {
            switch self {
            case .meeting: "Lồng ghép trong cuộc họp"
            case .talk: "Buổi tuyên truyền, nói chuyện"
            case .house: "Đến từng nhà"
            case .loudspeaker: "Phát loa"
            case .mobile: "Xe, loa lưu động"
            case .post: "Đăng tin, bài"
            case .visual: "Băng rôn, pa nô, tờ rơi"
            case .contest: "Hội thi, sân khấu"
            case .exhibition: "Triển lãm, trưng bày"
            case .warning: "Cảnh báo nguy cơ"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Hoạt động", isRequired: true, also: ["Tên hoạt động", "Nội dung"])
    package static let form = Field<Form>("form", "Hình thức", isRequired: true)
    package static let topic = Field<MediaItems.Topic>(
        "topic", "Chủ đề", isRequired: true, also: ["Nội dung chính"])
    package static let audience = Field<Audience>(
        "audience", "Cho ai", isRequired: true, also: ["Đối tượng"])
    package static let held = Field<Day>(
        "held_on", "Ngày", isRequired: true, also: ["Thời gian", "Ngày tổ chức"])
    package static let unit = Field<UnitReference>(
        "unit", "Đơn vị làm", isRequired: true, also: ["Đơn vị", "Đơn vị thực hiện"])
    package static let group = Field<GroupReference>(
        "group_unit", "Tổ dân phố", hint: "Để trống nếu cho cả phường.",
        also: ["TDP", "Tổ", "Khu phố", "Thôn"])
    package static let channel = Field<Reference<OutreachChannels>>(
        "channel", "Kênh", wanted: form == .loudspeaker || form == .post)
    package static let campaign = Field<Reference<Campaigns>>("campaign", "Trong đợt")
    package static let sessions = Field<Int>(
        "sessions", "Số buổi, số lần", wanted: .always, also: ["Số buổi", "Số lần"],
        .within(0...100_000))
    package static let people = Field<Int>(
        "people", "Số người", unit: .person, wanted: .always,
        also: ["Số người tham gia", "Số người được tuyên truyền", "Số lượt người"],
        .within(0...10_000_000))
    package static let leaflets = Field<Int>(
        "leaflets", "Tờ rơi đã phát", also: ["Số tờ rơi"], .within(0...10_000_000))
    package static let articles = Field<Int>(
        "articles", "Tin, bài", wanted: form == .post, also: ["Số tin, bài"],
        .within(0...1_000_000))
    package static let pictures = Field<Int>(
        "pictures", "Hình ảnh", also: ["Số ảnh"], .within(0...1_000_000))
    package static let proof = Field<String>(
        "proof", "Minh chứng", hint: "Đường dẫn, số văn bản, nơi lưu ảnh.")

    package static let description = RegisterDescription(
        name: "outreach_activities", title: "Hoạt động tuyên truyền", singular: "hoạt động",
        source:
            "Kế hoạch của phường: các đơn vị tuyên truyền, phổ biến pháp luật, kiến thức PCCC và CNCH",
        area: .outreach,
        fields: [
            name, form, topic, audience, held, unit, group, channel, campaign, sessions, people,
            leaflets, articles, pictures, proof, Field<Remark>.note,
        ],
        columns: ["name", "form", "topic", "held_on", "unit", "group_unit", "people"],
        filters: ["form", "topic", "audience", "unit", "group_unit"],
        identity: ["name", "held_on", "unit"],
        access: RegisterAccess(
            readers: .ward, writers: .keepersAndGroups, groupField: "group_unit"))
}
