/// The library of what is shown and said: news, clips, pictures, leaflets; each approved, until a day.
///
/// - Source: the wards' plans (OUT-04, OUT-14, SCH-06).
package enum MediaItems: Register {
    package enum Kind: String, FieldChoice {
        case news, article, report, clip, picture, infographic, leaflet, lecture, script, praise
        package var title: String {
            switch self {
            case .news: "Tin"
            case .article: "Bài viết"
            case .report: "Phóng sự"
            case .clip: "Clip, video"
            case .picture: "Hình ảnh"
            case .infographic: "Infographic"
            case .leaflet: "Tờ rơi, khuyến cáo"
            case .lecture: "Bài giảng, học liệu"
            case .script: "Bài đọc loa"
            case .praise: "Gương người tốt, việc tốt"
            }
        }
    }

    package enum Topic: String, FieldChoice {
        case law, skills, exits, electricity, gas, business, forest, app, devices, season, risk
        package var title: String {
            switch self {
            case .law: "Pháp luật PCCC và CNCH"
            case .skills: "Kỹ năng chữa cháy, thoát nạn"
            case .exits: "Lối thoát nạn thứ hai, chuồng cọp"
            case .electricity: "An toàn điện, sạc xe điện"
            case .gas: "Gas, xăng dầu, hàn cắt"
            case .business: "Nhà ở kết hợp kinh doanh, nhà trọ"
            case .forest: "Cháy rừng, đốt nương"
            case .app: "Số 114, ứng dụng Báo cháy 114"
            case .devices: "Thiết bị truyền tin, cảnh báo sớm"
            case .season: "Mùa khô, Tết, lễ hội"
            case .risk: "Cảnh báo nguy cơ, vụ cháy"
            }
        }
    }

    package enum Stage: String, FieldChoice {
        case draft, approved, published
        package var title: String {
            switch self {
            case .draft: "Chưa duyệt"
            case .approved: "Đã duyệt"
            case .published: "Đã đăng, đã phát"
            }
        }
    }

    package static let name = Field<String>(
        "name", "Tên tin, bài", isRequired: true, also: ["Tên", "Tiêu đề", "Tiêu đề tin, bài"])
    package static let kind = Field<Kind>("kind", "Loại", isRequired: true, also: ["Thể loại"])
    package static let topic = Field<Topic>(
        "topic", "Chủ đề", isRequired: true, also: ["Nội dung"])
    package static let audience = Field<Audience>(
        "audience", "Cho ai", isRequired: true, also: ["Đối tượng"])
    package static let unit = Field<UnitReference>(
        "unit", "Đơn vị làm", wanted: .always, also: ["Đơn vị"])
    package static let author = Field<String>("author", "Tác giả", also: ["Người viết"])
    package static let made = Field<Day>("made_on", "Ngày làm xong")
    package static let text = Field<Remark>(
        "words", "Nội dung chính", hint: "Bài đọc loa thì ghi cả bài.", wanted: kind == .script)
    package static let link = Field<String>(
        "link", "Tệp, đường dẫn", wanted: kind != .script, also: ["Đường dẫn", "Link"])
    package static let approvedBy = Field<String>(
        "approved_by", "Người duyệt", wanted: .always)
    package static let approved = Field<Day>(
        "approved_on", "Ngày duyệt", wanted: published != nil, also: ["Ngày phê duyệt"])
    package static let channel = Field<Reference<OutreachChannels>>(
        "channel", "Đăng ở kênh", wanted: published != nil, also: ["Kênh"])
    package static let published = Field<Day>(
        "published_on", "Ngày đăng", also: ["Ngày phát", "Ngày đăng tải"])
    package static let expires = Field<Day>(
        "expires_on", "Dùng đến ngày", hint: "Sau ngày này không phát lại nữa.", wanted: .always)
    package static let views = Field<Int>(
        "views", "Lượt xem, lượt nghe", also: ["Lượt xem"], .within(0...1_000_000_000))
    package static let stage = Field<Stage>("stage", "Giai đoạn")

    package static let description = RegisterDescription(
        name: "media_items", title: "Tin, bài, học liệu", singular: "tin, bài",
        source: "Kế hoạch của phường: xây dựng tin, bài, phóng sự, clip, infographic",
        area: .outreach,
        fields: [
            name, kind, topic, audience, unit, author, made, text, link, approvedBy, approved,
            channel, published, expires, views, stage, Field<Remark>.note,
        ],
        columns: ["name", "kind", "topic", "audience", "published_on", "expires_on", "stage"],
        filters: ["kind", "topic", "audience", "stage", "unit"], identity: ["name", "kind"],
        access: RegisterAccess(readers: .ward, writers: .keepers),
        checks: [
            RecordCheck(
                "unapproved", published != nil && approved == nil,
                "Đã đăng mà chưa ghi ngày duyệt."),
            RecordCheck("approved_order", approved > published, "Ngày đăng trước ngày duyệt."),
            RecordCheck("made_order", made > approved, "Ngày duyệt trước ngày làm xong."),
            RecordCheck("expires_order", published > expires, "Đăng sau ngày hết hạn dùng."),
        ],
        derivations: [
            Derivation("stage") { cells, _, _ in
                let item = Record(id: "", version: 0, cells: cells)
                if let day = item[published] {
                    return .init(Stage.published.cell, "Đăng ngày \(day.vietnamese).")
                }
                if let day = item[approved] {
                    return .init(Stage.approved.cell, "Duyệt ngày \(day.vietnamese).")
                }
                return .init(Stage.draft.cell, "Chưa có ngày duyệt.")
            }
        ])
}
