/// What a count counts, named in English as in the annotations of plans.
struct CountUnit: Sendable, Equatable {
    var name: String
    /// Behind the noun.
    var end: Int
    /// A measure (metre, year of age) chooses objects and is rarely an aim.
    var isMeasure = false

    /// The unit that begins at a position; nil: the word there is none of the table.
    static func read(_ body: Script, at position: Int) -> CountUnit? {
        guard body.isWordStart(position) || position > 0 && body.scalars[position - 1].isDigit
        else {
            return nil
        }
        // The longest counts: "cuộc thi" is no "cuộc".
        var found: (name: String, end: Int)?
        for (phrase, name) in words {
            if let end = body.end(of: phrase, at: position), end > found?.end ?? 0 {
                found = (name, end)
            }
        }
        if let found {
            return CountUnit(name: broadcast(found.name, body, found.end), end: found.end)
        }
        for (phrase, name) in measures {
            // "200m": no space before it.
            if let end = phrase.end(in: body.lower, at: position), body.isBoundary(end) {
                return CountUnit(name: name, end: end, isMeasure: true)
            }
        }
        return nil
    }

    /// "lượt" counts broadcasts where the sentence speaks of them, else times.
    private static func broadcast(_ name: String, _ body: Script, _ end: Int) -> String {
        guard name == "time" || name == "session" || name == "topic" else { return name }
        let sentence = body.sentence(around: end - 1)
        if name == "topic" {
            return body.first(ofAny: media, in: sentence) == nil ? name : "episode"
        }
        let isOnAir =
            body.first(
                ofAny: [
                    "phát sóng", "phát thanh", "truyền thanh", "tiếp sóng", "phát tin", "loa",
                    "phát bản tin", "phát bài", "thời lượng phát",
                ],
                in: sentence.lowerBound..<end) != nil
        return isOnAir ? "broadcast" : name
    }

    /// Where "chuyên đề" are made for readers and listeners; elsewhere they are what a body
    /// supervises or talks about.
    private static let media: [Phrase] = [
        "phát thanh", "truyền thanh", "truyền hình", "báo chí", "báo và", "đài", "chuyên mục",
        "chuyên trang", "phóng sự", "tin, bài", "tin bài", "đăng", "phát sóng",
    ]

    private static let words: [(Phrase, String)] = [
        ("trung tâm", "centre"), ("giáo viên", "teacher"), ("lượt phát sóng", "broadcast"),
        ("lượt phát thanh", "broadcast"), ("lượt khách", "visitor"), ("lượt lao động", "person"),
        ("lượt thanh niên", "person"), ("lượt học sinh", "person"), ("lượt cán bộ", "person"),
        ("lượt hội viên", "person"), ("lượt tin", "broadcast"), ("lượt người", "person"),
        ("lượt", "time"), ("lần", "time"), ("giờ", "hour"), ("ngày", "day"), ("buổi", "session"),
        ("chuyên mục", "episode"), ("chuyên đề", "topic"), ("chuyên trang", "episode"),
        ("phóng sự", "episode"), ("số", "episode"), ("kỳ", "episode"), ("tin, bài", "news item"),
        ("tin bài", "news item"), ("tin", "news item"), ("bài viết", "news item"),
        ("bài", "news item"), ("lớp", "class"), ("cuộc", "event"), ("hội nghị", "conference"),
        ("mô hình", "model"), ("cán bộ", "person"), ("công chức", "person"),
        ("người", "person"), ("thành viên", "person"), ("nhân khẩu", "person"), ("cử tri", "voter"),
        ("đồng chí", "person"),
        ("trường hợp", "case"), ("học sinh", "person"), ("đảng viên", "person"),
        ("hội viên", "person"),
        ("hộ gia đình", "household"), ("hộ", "household"), ("đội", "team"),
        ("tổ chức đảng", "party organisation"), ("tổ chức", "organisation"),
        ("tổ dân phố", "quarter"), ("tổ", "team"),
        ("điểm phần trăm", "percentage point"), ("đơn vị máu", "blood unit"),
        ("bản tin", "news item"), ("tin nhắn", "message"), ("giải pháp", "solution"),
        ("điểm", "point"), ("cơ sở", "facility"), ("trường", "school"), ("xã", "commune"),
        ("phường", "ward"), ("thôn", "village"), ("bản", "village"),
        ("khu phố", "neighbourhood"), ("ấp", "village"), ("buôn", "village"), ("câu", "sentence"),
        ("công trình", "work"), ("dự án", "project"), ("sản phẩm", "product"),
        ("doanh nghiệp", "enterprise"), ("hợp tác xã", "cooperative"), ("văn bản", "document"),
        ("đợt", "round"), ("phương án", "scenario"), ("câu lạc bộ", "club"),
        ("nhà văn hóa", "cultural house"),
        ("nhà đầu tư", "investor"), ("nhà trọ", "boarding house"),
        ("nhà vệ sinh", "toilet"), ("nhà", "house"),
        ("căn nhà", "house"), ("cây xanh", "tree"), ("cây", "tree"), ("thủ tục", "procedure"),
        ("tiêu chí", "criterion"), ("đơn vị", "unit"), ("tập thể", "collective"),
        ("cá nhân", "person"), ("thiết bị", "device"), ("bình chữa cháy", "extinguisher"),
        ("bình", "extinguisher"), ("trụ", "hydrant"), ("trụ nước", "hydrant"),
        ("sáng kiến", "initiative"), ("đề tài", "study"), ("phong trào", "movement"),
        ("đội", "team"), ("cuộc thi", "contest"), ("hội thi", "contest"), ("báo cáo", "report"),
        ("hộ dân", "household"), ("cơ quan", "agency"), ("tờ rơi", "leaflet"), ("ca", "case"),
        ("áp phích", "poster"), ("pa nô", "billboard"), ("băng rôn", "banner"),
        ("gương", "example"),
        ("video", "video"), ("clip", "video"), ("video clip", "video"), ("chi bộ", "party cell"),
        ("đoàn viên", "person"), ("đoàn kiểm tra", "team"), ("đoàn giám sát", "team"),
        ("đoàn công tác", "team"), ("đoàn", "delegation"), ("chi hội", "branch"),
        ("chi đoàn", "branch"), ("mẫu", "sample"), ("xóm", "village"), ("dụng cụ", "tool"),
        ("thùng", "box"), ("bể nước", "water tank"), ("máy bơm", "pump"), ("loa", "loudspeaker"),
        ("chuyến", "trip"), ("lao động", "person"),
        ("suất", "package"), ("thanh niên", "person"), ("học viên", "person"), ("con bò", "animal"),
        ("con trâu", "animal"),
        ("con lợn", "animal"), ("con gà", "animal"), ("con dê", "animal"), ("con giống", "animal"),
        ("nông dân", "person"),
        ("phụ nữ", "person"), ("trẻ em", "person"), ("tuyến đường", "road"), ("đoạn đường", "road"),
        ("camera", "camera"),
        ("giải", "prize"),
        ("hồ sơ", "dossier"), ("phòng học", "classroom"), ("biển báo", "sign"),
    ]

    private static let measures: [(Phrase, String)] = [
        ("mét", "metre"), ("m2", "square metre"), ("m²", "square metre"), ("m3", "cubic metre"),
        ("m³", "cubic metre"), ("m", "metre"), ("km", "kilometre"), ("ha", "hectare"),
        ("tuổi", "year of age"), ("tầng", "floor"), ("tháng tuổi", "month of age"),
        ("triệu đồng", "million VND"), ("tỷ đồng", "billion VND"), ("đồng", "VND"),
        ("tấn", "tonne"), ("kg", "kilogram"), ("lít", "litre"), ("phút", "minute"),
        ("tháng", "month"), ("năm", "year"),
    ]
}
