/// Counts that the work is to make, without a word such as "tối thiểu".
extension QuantityText {
    /// "phấn đấu vận động từ 200 triệu đồng", "trồng mới tối thiểu 50 ha": a measure as an aim.
    func isRaised(_ unit: CountUnit) -> Bool {
        guard unit.kind == .amount else { return false }
        let front = body.part(around: start).lowerBound..<start
        return front.contains { position in
            position > front.lowerBound && !body.scalars[position - 1].isBlank
                && body.scalars[position].isBlank
                && (CountVerbs.raising.start(in: body, before: position) != nil
                    || CountVerbs.measuring.start(in: body, before: position) != nil
                    || CountVerbs.storing.start(in: body, before: position) != nil)
        }
    }

    /// "Nạo vét 12,5 km kênh", "vận động đạt 150 triệu đồng", "Dự trữ …: 500 tấn gạo, 40.000 lít xăng":
    /// so much is to be done.
    func isMeasured(_ unit: CountUnit) -> Bool {
        guard unit.kind == .amount else { return false }
        if isStored || isAim && body.start(ofAny: ["đạt", "lên", "còn"], before: start) != nil {
            return true
        }
        // "mở rộng vùng chè thêm 15 ha"
        if body.start(ofAny: ["thêm", "tăng thêm", "thêm được"], before: start) != nil {
            return true
        }
        // "sản lượng đạt 2.100 tấn"
        if body.start(ofAny: ["đạt"], before: start) != nil,
            body.first(ofAny: Self.yields, in: body.part(around: start).lowerBound..<start) != nil
        {
            return true
        }
        if unit.name.hasSuffix("VND") {
            return body.start(ofAny: ["đạt", "được"], before: start) != nil && isRaised(unit)
                || CountVerbs.raising.start(in: body, before: start) != nil
        }
        return governed(by: CountVerbs.measuring)
    }

    private static let yields: [Phrase] = [
        "sản lượng", "diện tích", "thu nhập", "giá trị sản xuất", "tổng thu", "thu ngân sách",
        "năng suất", "doanh thu", "kim ngạch", "tổng đàn",
    ]

    /// "Dự trữ 20 tấn gạo", "Chuẩn bị vật tư gồm 5.000 bao tải", "Dự trữ hàng hóa: 500 tấn gạo".
    var isStored: Bool {
        if governed(by: CountVerbs.storing) || isPlaced(behind: CountVerbs.storing) { return true }
        let clause = body.clause(around: start)
        let mark = body.trimSpaces(before: start) - 1
        guard
            body.at(mark) == ":"
                || body.start(ofAny: ["gồm", "gồm có", "như", "là"], before: start) != nil
        else { return false }
        return (clause.lowerBound..<start).contains { position in
            body.scalars[position].isBlank
                && CountVerbs.storing.start(in: body, before: position) != nil
        }
    }

    /// "đủ cho 800 người trong 10 ngày", "gạo đủ dùng 15 ngày": how long a store lasts.
    func isSupply(_ unit: CountUnit) -> Bool {
        let part = body.part(around: start)
        let isFilled = body.first(ofAny: ["đủ"], in: part.lowerBound..<start) != nil
        if unit.kind == .person || unit.name == "household" {
            return isFilled && body.start(ofAny: ["cho"], before: start) != nil
        }
        guard isFilled, unit.kind == .time, unit.name == "day",
            body.start(ofAny: ["trong", "cho", "dùng", "ăn", "trong thời gian"], before: start)
                != nil
        else { return false }
        return true
    }

    /// "lắp đặt máy lọc nước tại 12 điểm trường": in how many places.
    func isSetUp(_ unit: CountUnit) -> Bool {
        guard unit.kind == .place || unit.kind == .body || unit.name == "place",
            let word = body.start(ofAny: ["tại", "ở"], before: start)
        else { return false }
        let part = body.part(around: start)
        return !body.scalars[part.lowerBound..<word].contains(where: \.isDigit)
            && (part.lowerBound..<word).contains { position in
                body.scalars[position].isBlank
                    && CountVerbs.placing.start(in: body, before: position) != nil
            }
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
            || previous?.unit == "household" && unit.name == "person"
                && body.start(ofAny: ["với", "gồm", "tổng số"], before: start) != nil
    }

    /// Whether the count is the object of one of the verbs: only small words and further verbs stand
    /// between. What has been done already is no aim.
    func governed(by verbs: CountVerbs) -> Bool {
        var position = start
        for _ in 0..<4 {
            if let verb = verbs.start(in: body, before: position) {
                return body.start(ofAny: ["đã", "vừa", "hiện"], before: verb) == nil
            }
            guard let word = CountVerbs.fillers.start(in: body, before: position) else { break }
            position = word
        }
        return isBehindStranger(verbs)
    }

    /// "Tổ chức 01 chương trình lạ, 02 giải bóng đá": behind a count of something that no list has.
    private func isBehindStranger(_ verbs: CountVerbs) -> Bool {
        let mark = body.trimSpaces(before: start) - 1
        guard body.at(mark) == ",", mark > 0 else { return false }
        let front = body.part(around: mark - 1)
        guard front.upperBound - front.lowerBound < Self.longestPlace,
            previous.map({ $0.range.lowerBound < front.lowerBound }) ?? true,
            let number = front.first(where: { body.scalars[$0].isDigit }),
            body.decimal(at: number).map({ body.at(body.skipSpaces($0.end)) != "%" }) == true,
            let verb = verbs.start(in: body, before: number)
        else { return false }
        return verb == body.skipSpaces(front.lowerBound)
    }

    /// "Dự trữ tại kho của xã 320 bàn dập lửa", "Trang bị cho các tổ 15 bình chữa cháy": between the verb
    /// and the count stands only where or for whom.
    private func isPlaced(behind verbs: CountVerbs) -> Bool {
        let part = body.part(around: start)
        guard
            let place = body.last(ofAny: Self.wheres, in: part.lowerBound..<start),
            let first = body.first(ofAny: Self.wheres, in: part.lowerBound..<start),
            body.trimSpaces(before: start) > place.upperBound,
            start - first.lowerBound < Self.longestPlace,
            !body.scalars[first.lowerBound..<start].contains(where: \.isDigit)
        else { return false }
        return verbs.start(in: body, before: first.lowerBound) != nil
    }

    private static let wheres: [Phrase] = ["tại", "ở", "cho", "trên", "trong"]
    private static let longestPlace = 70

    /// "Duy trì 01 trung đội gồm 28 chiến sĩ", "củng cố 09 tổ … với tổng số 135 người": how strong a force
    /// is to be.
    private var isStrengthOfForce: Bool {
        guard let previous, Self.forces.contains(previous.unit), previous.isTarget,
            body.clause(around: start).contains(previous.range.lowerBound)
        else { return false }
        return body.start(ofAny: Self.strengths, before: start) != nil
    }

    private static let forces: Set<String> = ["team", "platoon", "squad", "company", "group"]
    private static let strengths: [Phrase] = [
        "gồm", "bao gồm", "gồm có", "với", "với tổng số", "tổng số", "quân số", "với quân số",
        "biên chế", "với khoảng", "với ít nhất",
    ]

    /// "Tổ chức 03 lớp", "Hỗ trợ 50 hộ nghèo", "Tổ chức diễn tập cấp xã 01 cuộc": how many the work is
    /// to make.
    func isMade(_ unit: CountUnit) -> Bool {
        switch unit.kind {
        case .act:
            return !Self.uncounted.contains(unit.name)
                && (governed(by: CountVerbs.making) || isHappening(unit))
        case .work:
            // "Thực hiện 19 tiêu chí": those that there are.
            if Self.standing.contains(unit.name),
                body.start(ofAny: ["thực hiện", "triển khai"], before: start) != nil
            {
                return false
            }
            return governed(by: CountVerbs.making) || governed(by: CountVerbs.providing)
                || governed(by: CountVerbs.removing) || governed(by: CountVerbs.checking)
        case .thing:
            return isPlaced(behind: CountVerbs.making) || isPlaced(behind: CountVerbs.providing)
                || governed(by: CountVerbs.making) || governed(by: CountVerbs.providing)
                || governed(by: CountVerbs.removing) || isStored
        case .person:
            return governed(by: CountVerbs.helping) || governed(by: CountVerbs.calling)
                || isServed || isStrengthOfForce
                || unit.name.hasSuffix("member")
                    && (governed(by: CountVerbs.checking) || isChecked)
        case .body:
            return governed(by: CountVerbs.helping) || governed(by: CountVerbs.checking) || isServed
                || isChecked
        case .place:
            return isLifted
                && (governed(by: CountVerbs.making) || governed(by: CountVerbs.helping))
        case .time, .amount, .extent: return false
        }
    }

    /// "kiểm tra tài chính đảng đối với 02 chi bộ"
    private var isChecked: Bool {
        guard let word = body.start(ofAny: ["đối với"], before: start) else { return false }
        let part = body.part(around: start)
        return body.last(
            ofAny: ["kiểm tra", "giám sát", "thanh tra"], in: part.lowerBound..<word
        )
        .map { body.scalars[$0.upperBound..<word].allSatisfy { !$0.isDigit } } ?? false
    }

    private static let standing: Set<String> = [
        "criterion", "solution", "movement", "resolution", "plan", "document", "procedure",
    ]

    /// A number of these alone is no aim: "01 lần", "15 trường hợp".
    private static let uncounted: Set<String> = ["time", "case", "activity"]

    /// "Xây dựng 02 thôn đạt chuẩn nông thôn mới": what the places are to become.
    private var isLifted: Bool {
        body.first(
            ofAny: [
                "đạt", "chuẩn", "kiểu mẫu", "văn hóa", "văn hoá", "nông thôn mới", "an toàn",
                "điển hình", "thông minh", "tự quản", "không có",
            ], in: start..<body.part(around: start).upperBound) != nil
    }

    /// "Tổ chức diễn tập phòng, chống thiên tai cấp xã 01 cuộc trong quý II": the number at the end.
    private func isHappening(_ unit: CountUnit) -> Bool {
        let clause = body.clause(around: start)
        let part = body.part(around: start)
        let openings = [clause.lowerBound, part.lowerBound].map(body.skipSpaces)
        guard openings.contains(where: { body.end(ofAny: Self.happenings, at: $0) != nil }),
            !body.scalars[clause.lowerBound..<start].contains(where: \.isDigit)
        else { return false }
        let next = body.skipSpaces(unit.end)
        return next == part.upperBound || body.end(ofAny: ["trong", "vào"], at: next) != nil
    }

    /// "cấp thuốc miễn phí cho 150 người": for whom the work of this part is, where it counts nothing
    /// else.
    private var isServed: Bool {
        guard let word = body.start(ofAny: ["cho"], before: start) else { return false }
        let part = body.part(around: start)
        if isPartOfTarget, let previous {
            // "tiêm cho 200 trẻ và tẩy giun cho 150 học sinh": a further treatment.
            let next = previous.range.upperBound..<word
            guard let verb = body.first(ofAny: Self.treatments, in: next) else { return false }
            return body.start(ofAny: ["và"], before: verb.lowerBound) != nil
        }
        let front = part.lowerBound..<word
        guard !body.scalars[front].contains(where: \.isDigit) else { return false }
        let first = body.skipSpaces(part.lowerBound)
        let opening = body.end(ofAny: ["tổ chức", "triển khai", "chủ trì"], at: first)
        if body.end(ofAny: Self.services, at: opening.map(body.skipSpaces) ?? first) != nil {
            return true
        }
        // "khám tăng huyết áp, đái tháo đường cho 300 người": the commas of a list between.
        let clause = body.clause(around: start).lowerBound..<word
        guard let verb = body.last(ofAny: Self.treatments, in: clause),
            !body.scalars[verb.upperBound..<word].contains(where: \.isDigit)
        else { return false }
        return body.start(ofAny: ["đã", "được"], before: verb.lowerBound) == nil
    }

    private static let services: [Phrase] = [
        "khám", "cấp", "tặng", "trao", "tổ chức khám", "hỗ trợ", "tạo việc làm", "đào tạo",
        "tập huấn", "bồi dưỡng", "tư vấn", "giới thiệu việc làm", "dạy nghề", "xóa mù chữ",
        "giải quyết việc làm", "thăm", "tổ chức thăm", "dạy bơi", "phổ cập", "chi trả", "phát",
    ]

    /// What is done to everybody who is counted, wherever in the part it is said: "Tổ chức chiến dịch
    /// tiêm bổ sung vắc xin cho 900 trẻ".
    private static let treatments: [Phrase] = [
        "tiêm", "tiêm chủng", "tiêm bổ sung", "tiêm phòng", "tiêm vét", "tẩy giun", "uống",
        "khám sức khỏe", "khám sàng lọc", "khám bệnh", "sàng lọc", "xét nghiệm", "cấp phát",
        "phát thuốc", "cấp thuốc", "khám", "cấp thẻ", "tặng quà", "trao quà", "chi trả",
    ]

    private static let happenings: [Phrase] = [
        "tổ chức", "mở", "diễn tập", "thực tập", "kiểm tra", "tập huấn", "tuyên truyền",
        "ra quân", "phun", "phát", "thực hiện", "triển khai",
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
    func isAllOfThem(_ first: Double, _ unit: CountUnit) -> Bool {
        guard !unit.isMeasure, let mark = body.number(at: start)?.end, body.at(mark) == "/",
            let all = body.number(at: mark + 1)
        else { return false }
        return Double(all.value) == first
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
        guard let name = nameBefore,
            body.start(ofAny: ["dứt điểm", "tổng số", "quân số"], before: start) == nil
        else {
            return false
        }
        return body.start(ofAny: ["mỗi", "hằng", "hàng", "một"], before: name) == nil
    }

    private var nameBefore: Int? {
        body.start(
            ofAny: [
                "ngày", "tháng", "năm", "quý", "khóa", "khoá", "khu vực", "số", "điều", "khoản",
                "phụ lục", "biểu", "mẫu", "mục", "nhóm", "loại", "hạng", "điểm",
            ], before: start)
            ?? (body.decimal(at: start).map { $0.value < 5 } == true
                ? body.start(ofAny: ["cấp"], before: start) : nil)
    }
}
