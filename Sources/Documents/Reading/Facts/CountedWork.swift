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
            "cứng hóa", "nạo vét", "phát dọn", "giải ngân", "kiên cố hóa", "làm mới",
        ]
        return body.first(ofAny: verbs, in: part.lowerBound..<start) != nil
    }

    private static let makers: [Phrase] = [
        "tổ chức", "mở", "xây dựng", "thành lập", "thành lập mới", "thực tập", "ra mắt", "trồng",
        "trồng mới", "lắp đặt", "lắp đặt mới", "nhân rộng", "phát động", "tổ chức được",
        "xây dựng mới", "phát hành", "biên soạn", "sản xuất", "triển khai xây dựng", "mở được",
        "tổ chức ít nhất", "sửa chữa", "xây mới", "khánh thành",
    ]

    /// Countable outcomes of work; "02 đồng chí", "05 phường" are those it is done with.
    private static let outcomes: Set<String> = [
        "class", "session", "event", "conference", "model", "scenario", "round", "club", "work",
        "point", "house", "tree", "episode", "news item", "contest", "centre", "team", "leaflet",
        "product", "video", "trip", "hydrant", "facility", "initiative",
    ]

    /// "Tổ chức 03 lớp", "Tổ chức diễn tập cấp xã 01 cuộc": how many the work is to make.
    func isMade(_ unit: CountUnit) -> Bool {
        guard Self.outcomes.contains(unit.name) else { return false }
        if body.start(ofAny: Self.makers, before: start) != nil { return true }
        let part = body.part(around: start)
        let opening = body.skipSpaces(part.lowerBound)
        guard body.end(ofAny: ["tổ chức", "mở"], at: opening) != nil,
            unit.name == "event" || unit.name == "session" || unit.name == "round"
        else { return false }
        let next = body.skipSpaces(unit.end)
        return next == part.upperBound || body.end(ofAny: ["trong", "vào"], at: next) != nil
    }

    /// "mỗi trường 02 giáo viên": a share that each must have.
    func isOfEach(_ unit: CountUnit) -> Bool {
        let part = body.part(around: start)
        guard !["day", "hour", "month", "time", "year"].contains(unit.name),
            let each = body.last(ofAny: ["mỗi"], in: part.lowerBound..<start),
            start - each.upperBound < 25
        else { return false }
        let words = body.text(each.upperBound..<start).split(separator: " ")
        return (1...3).contains(words.count)
    }

    /// "18/18 khu phố": every one of them.
    func allOfThem(_ first: Double, _ unit: CountUnit, _ end: Int) -> Quantity? {
        guard !unit.isMeasure, let mark = body.number(at: start)?.end, body.at(mark) == "/",
            let all = body.number(at: mark + 1), Double(all.value) == first
        else { return nil }
        return Quantity(range: start..<end, min: first, max: first, unit: unit.name)
    }
}
