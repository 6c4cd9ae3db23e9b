/// Counts that the work is to make, without a word such as "tối thiểu".
extension QuantityText {
    /// "20 ca tuần tra/tháng": what is counted has a word more.
    func frequencyBehindNoun(_ position: Int) -> (name: String, end: Int)? {
        var end = position
        while end < body.count, end - position < 25,
            body.scalars[end].isBlank || body.scalars[end].isWordPart && !body.scalars[end].isDigit
        {
            end += 1
        }
        guard end > position, body.at(end) == "/" else { return nil }
        return frequency(behind: end)
    }

    /// "phấn đấu vận động từ 200 triệu đồng", "trồng mới tối thiểu 50 ha": a measure as an aim.
    var isRaised: Bool {
        let part = body.part(around: start)
        let verbs: [Phrase] = [
            "vận động", "huy động", "quyên góp", "phấn đấu thu", "đóng góp", "trồng", "trồng mới",
            "cứng hóa", "nạo vét", "phát dọn", "giải ngân", "kiên cố hóa", "làm mới", "tu sửa",
            "dự trữ",
        ]
        return body.first(ofAny: verbs, in: part.lowerBound..<start) != nil
    }

    private static let measured: [Phrase] = [
        "tu sửa", "phát dọn", "nạo vét", "cứng hóa", "trồng", "trồng mới", "làm mới", "sửa chữa",
        "nâng cấp", "kiên cố hóa", "phát quang", "đào", "đắp", "mở rộng", "gia cố",
    ]

    /// "Nạo vét 12,5 km kênh", "Dự trữ …: 500 tấn gạo, 40.000 lít xăng": so much is to be done.
    func isMeasured(_ unit: CountUnit) -> Bool {
        let amounts = ["kilometre", "hectare", "metre", "square metre", "tonne", "litre", "box"]
        guard amounts.contains(unit.name) else { return false }
        if body.start(ofAny: Self.measured, before: start) != nil { return true }
        let clause = body.clause(around: start)
        guard let store = body.last(ofAny: ["dự trữ"], in: clause.lowerBound..<start) else {
            return false
        }
        return body.scalars[store.upperBound..<start].contains(":")
    }

    /// "Sơ tán 14.200 hộ", and the persons behind a stroke.
    func isMoved(_ unit: CountUnit) -> Bool {
        guard unit.name == "household" || unit.name == "person" else { return false }
        let part = body.part(around: start)
        guard let verb = body.last(ofAny: ["sơ tán", "di dời"], in: part.lowerBound..<start) else {
            return false
        }
        let between = body.skipSpaces(verb.upperBound)..<start
        return between.isEmpty || body.scalars[between].contains("/")
    }

    static let makers: [Phrase] = [
        "tổ chức", "mở", "xây dựng", "thành lập", "thành lập mới", "thực tập", "ra mắt", "trồng",
        "trồng mới", "lắp đặt", "lắp đặt mới", "nhân rộng", "phát động", "tổ chức được",
        "xây dựng mới", "phát hành", "biên soạn", "sản xuất", "triển khai xây dựng", "mở được",
        "tổ chức ít nhất", "sửa chữa", "xây mới", "khánh thành", "treo", "đăng", "đăng tải",
        "phát", "in", "cấp phát", "hình thành", "củng cố", "duy trì", "biểu diễn", "hỗ trợ",
        "phục vụ", "làm mới", "hoàn thành", "triển khai", "diễn tập", "công nhận", "giám sát",
        "khảo sát", "lấy", "thu thập", "thu được", "tiếp nhận",
    ]

    /// Countable outcomes of work; "02 đồng chí", "05 phường" are those it is done with.
    private static let outcomes: Set<String> = [
        "class", "session", "event", "conference", "model", "scenario", "round", "club", "work",
        "point", "house", "tree", "episode", "news item", "contest", "centre", "team", "leaflet",
        "product", "video", "trip", "hydrant", "facility", "initiative", "banner", "billboard",
        "poster", "topic", "sample", "blood unit", "road", "camera", "prize", "dossier",
        "classroom", "sign",
    ]

    /// What is done for somebody, or brings somebody in.
    private static let helpers: [Phrase] = [
        "hỗ trợ", "giúp đỡ", "giúp", "tặng", "trao", "trao tặng", "kết nạp", "kết nạp mới",
        "phát triển", "phát triển mới", "tạo việc làm cho", "tạo việc làm mới cho", "đào tạo",
        "đào tạo nghề cho", "khám", "khám bệnh cho", "thăm", "tuyển", "giới thiệu", "trang bị",
        "thu hút", "đỡ đầu", "tăng thêm", "thêm", "bồi dưỡng", "tập huấn cho", "hướng dẫn",
        "tư vấn",
    ]

    /// Those for whom it is done, and what they get.
    private static let helped: Set<String> = [
        "person", "household", "package", "device", "extinguisher", "branch", "party cell",
        "cooperative", "enterprise", "visitor", "animal",
    ]

    /// Whether a unit counts what work brings forth, so that a list of counts may go on with it.
    func isOutcome(_ unit: CountUnit) -> Bool {
        Self.outcomes.contains(unit.name) || Self.lands.contains(unit.name)
            || unit.name == "household" || unit.name == "package"
    }

    private static let lands: Set<String> = ["kilometre", "hectare"]

    /// "Tổ chức 03 lớp", "Hỗ trợ 50 hộ nghèo", "Tổ chức diễn tập cấp xã 01 cuộc": how many the work is
    /// to make.
    func isMade(_ unit: CountUnit) -> Bool {
        // "Xây dựng thêm 10 cơ sở": an adverb behind the verb.
        let verb = body.start(ofAny: ["thêm", "mới", "được"], before: start) ?? start
        if Self.helped.contains(unit.name) {
            return body.start(ofAny: Self.helpers, before: start) != nil
                || body.start(ofAny: Self.helpers, before: verb) != nil || isServed
        }
        guard Self.outcomes.contains(unit.name) else { return false }
        if body.start(ofAny: Self.makers, before: start) != nil
            || body.start(ofAny: Self.makers, before: verb) != nil
        {
            return true
        }
        let part = body.part(around: start)
        let opening = body.skipSpaces(part.lowerBound)
        guard body.end(ofAny: Self.happenings, at: opening) != nil,
            unit.name == "event" || unit.name == "session" || unit.name == "round"
        else { return false }
        let next = body.skipSpaces(unit.end)
        return next == part.upperBound || body.end(ofAny: ["trong", "vào"], at: next) != nil
    }

    /// "cấp thuốc miễn phí cho 150 người": for whom the work of this part is, where it counts nothing
    /// else.
    private var isServed: Bool {
        guard let word = body.start(ofAny: ["cho"], before: start) else { return false }
        let part = body.part(around: start)
        return !isPartOfTarget
            && body.end(ofAny: Self.services, at: body.skipSpaces(part.lowerBound)) != nil
            && !body.scalars[part.lowerBound..<word].contains { $0.isDigit }
    }

    private static let services: [Phrase] = [
        "khám", "cấp", "tặng", "trao", "tổ chức khám", "hỗ trợ", "tạo việc làm", "đào tạo",
        "tập huấn", "bồi dưỡng", "tư vấn", "giới thiệu việc làm", "dạy nghề", "xóa mù chữ",
    ]

    private static let happenings: [Phrase] = [
        "tổ chức", "mở", "diễn tập", "thực tập", "kiểm tra", "tập huấn", "tuyên truyền",
        "ra quân",
    ]

    /// "mỗi trường 02 giáo viên": a share that each must have.
    func isOfEach(_ unit: CountUnit) -> Bool {
        let part = body.part(around: start)
        guard !["day", "hour", "month", "time", "year"].contains(unit.name),
            let each = body.last(ofAny: ["mỗi"], in: part.lowerBound..<start),
            start - each.upperBound < 40
        else { return false }
        let words = body.text(each.upperBound..<start).split(separator: " ")
        return (1...6).contains(words.count)
    }

    /// "18/18 khu phố": every one of them.
    func allOfThem(_ first: Double, _ unit: CountUnit, _ end: Int) -> Quantity? {
        guard !unit.isMeasure, let mark = body.number(at: start)?.end, body.at(mark) == "/",
            let all = body.number(at: mark + 1), Double(all.value) == first
        else { return nil }
        return Quantity(range: start..<end, min: first, max: first, unit: unit.name)
    }

    // MARK: What is no count of work

    /// A span of time ("ít nhất 10 ngày") before something is a deadline, not an aim.
    func isDuration(_ unit: CountUnit) -> Bool {
        guard unit.name == "day" || unit.name == "hour" || unit.name == "month" else {
            return false
        }
        let next = body.skipSpaces(unit.end)
        if body.end(
            ofAny: ["làm việc", "kể từ", "từ", "sau", "trước", "đầu"], at: next) != nil
        {
            return true
        }
        // "trước khi đốt ít nhất 01 ngày"
        let clause = body.clause(around: start)
        return body.last(ofAny: ["trước khi"], in: clause.lowerBound..<start)
            .map { start - $0.upperBound < 35 } ?? false
    }

    /// "trước 16 giờ hằng ngày", "lúc 7 giờ": what the clock shows.
    func isTimeOfDay(_ unit: CountUnit, _ hour: Double) -> Bool {
        guard unit.name == "hour", hour <= 24 else { return false }
        // "trước 10 giờ và 15 giờ": the second of two.
        if body.start(ofAny: ["giờ và", "giờ, và", "giờ,"], before: start) != nil { return true }
        return body.start(
            ofAny: ["trước", "sau", "lúc", "vào", "đến", "hồi", "chậm nhất", "chậm nhất là"],
            before: start) != nil
    }

    /// The number belongs to a name or a date: "Quận 8", "khóa 15", "ngày 12".
    var isOfName: Bool {
        guard let name = nameBefore else { return false }
        return body.start(ofAny: ["mỗi", "hằng", "hàng", "một"], before: name) == nil
    }

    private var nameBefore: Int? {
        body.start(
            ofAny: [
                "ngày", "tháng", "năm", "quý", "khóa", "khoá", "khu vực", "số", "điều", "khoản",
                "phụ lục", "biểu", "mẫu", "mục", "nhóm", "cấp", "loại", "hạng", "điểm",
            ], before: start)
    }
}
