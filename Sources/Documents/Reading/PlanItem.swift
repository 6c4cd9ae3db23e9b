import Domain

/// One item of a plan with what it turned out to be.
struct PlanItem: Sendable {
    enum Kind: Sendable, Equatable {
        /// Stands over other items.
        case heading
        /// A heading that names the units for what stands below.
        case unitHeading
        /// A letter line that only names a topic.
        case letterHeading
        case objective
        case task
        /// "Đơn vị chủ trì: …" below a task.
        case field(PlanField)
        /// Names what the verb of a task applies to.
        case detail
        /// Anything else, by the kind that `OtherLine` gives.
        case other(String)
    }

    var layout: LayoutItem
    var kind: Kind
    /// `III.1.2`, of the nearest Roman or Arabic label.
    var path = ""
    /// Section path and letter, before the running number.
    var idBase = ""
    /// The whole id of a task.
    var id = ""
    /// Whether it has a Roman or Arabic label, and so is an entry of `sections`.
    var isSection = false
    /// "Tổng kết phong trào: Tháng 11/2030": what stands behind the colon is its time.
    var isDated = false
    var heading: HeadingUnits?
    /// Units named before a colon at the front: "UBND phường: Xây dựng …".
    var opening: HeadingUnits?
    /// Indices of items: details and fields of a task, the task of a detail.
    var details: [Int] = []
    var fields: [Int] = []
    var tasks: [Int] = []

    init(_ layout: LayoutItem, _ kind: Kind) {
        self.layout = layout
        self.kind = kind
    }
}

extension PlanItem {
    /// "Thời gian tổ chức: Ngày 15/12/2026": the times of a text that is its own time field.
    func ownTime(_ words: Words) -> [Deadline] {
        guard isDated || words.has("thời gian", at: 0) || words.has("thời hạn", at: 0) else {
            return []
        }
        return times(words)
    }

    /// The times behind the colon, where they stand directly behind it.
    func timeBehindColon(_ words: Words) -> [Deadline] {
        guard let first = times(words).first, let colon = colon(words),
            let start = Script(first.text).scalars.first,
            layout.body.scalars[words[colon + 1].range.lowerBound] == start
        else { return [] }
        return times(words)
    }

    private func colon(_ words: Words) -> Int? {
        guard let colon = words.first(":", in: 0..<min(12, words.count)), colon > 0,
            colon + 1 < words.count
        else { return nil }
        return colon
    }

    private func times(_ words: Words) -> [Deadline] {
        guard let colon = colon(words) else { return [] }
        let start = words[colon + 1].range.lowerBound
        return DeadlineReader.read(
            Script(Array(layout.body.scalars[start...])), context: .timeField)
    }
}

/// The units of a heading, with the words of it that name them.
struct HeadingUnits: Sendable, Equatable {
    var title: String
    /// Indices into `UnitNames.units`.
    var units: [Int]
    /// "Đề nghị", "Giao", "Yêu cầu" in front.
    var isRequest: Bool
    /// Index of the item.
    var item: Int
    var path: String
    var label: String?
}

/// A line "label: value" that says more of the tasks above it.
struct PlanField: Sendable, Equatable {
    enum Role: Sendable {
        case lead, partner, time, product, place
    }

    var role: Role
    var label: String
    /// Where in the body the value begins.
    var valueStart: Int

    /// Labels are short.
    private static let longestLabel = 12

    init?(_ words: Words) {
        guard
            let colon = (0..<min(words.count, PlanField.longestLabel)).first(where: {
                words.text($0) == ":"
            }),
            colon > 0, let role = PlanField.role(words, colon)
        else { return nil }
        self.role = role
        label = words.verbatim(0..<colon)
        valueStart =
            colon + 1 < words.count ? words[colon + 1].range.lowerBound : words.script.count
    }

    private static func role(_ words: Words, _ colon: Int) -> Role? {
        var start = 0
        if let length = words.length(ofFirst: bodies, at: 0) { start = length }
        let rest = start..<colon
        if words.has("thời gian", at: 0) || words.has("thời hạn", at: 0)
            || words.has("tiến độ", at: 0)
        {
            return isOnly(words, 2..<colon, timeWords) ? .time : nil
        }
        if words.has("sản phẩm", at: 0) || words.has("kết quả", at: 0) {
            return isOnly(words, 2..<colon, productWords) ? .product : nil
        }
        if words.has("địa điểm", at: 0) { return colon <= 4 ? .place : nil }
        guard start > 0 || words.has("chủ trì", at: 0) || words.has("phối hợp", at: 0) else {
            return nil
        }
        guard isOnly(words, rest, roleWords) else { return nil }
        if words.first("phối hợp", in: 0..<colon) != nil { return .partner }
        if words.first("chủ trì", in: 0..<colon) != nil
            || words.first("thực hiện", in: 0..<colon) != nil
            || words.first("tham mưu", in: 0..<colon) != nil
            || words.first("phụ trách", in: 0..<colon) != nil
        {
            return .lead
        }
        return nil
    }

    private static let bodies: [WordPhrase] = [
        "cơ quan, đơn vị", "đơn vị, địa phương", "cơ quan", "đơn vị", "phân công", "trách nhiệm",
        "tổ chức", "bộ phận",
    ]
    private static let roleWords: Set<WordCode> = [
        "chủ", "trì", "phối", "hợp", "thực", "hiện", "tham", "mưu", "phụ", "trách", "và", ",",
        "cùng", "triển", "khai", "tổ", "chức", "chính", "liên", "quan", "với",
    ]
    private static let timeWords: Set<WordCode> = [
        "thực", "hiện", "hoàn", "thành", "tổ", "chức", "triển", "khai", "và", "dự", "kiến", "báo",
        "cáo", "xong", "kết", "thúc",
    ]
    private static let productWords: Set<WordCode> = [
        "dự", "kiến", "đầu", "ra", "thực", "hiện", "hoàn", "thành", "cần", "đạt", "phải", "cụ",
        "thể", "của", "nhiệm", "vụ",
    ]

    private static func isOnly(_ words: Words, _ range: Range<Int>, _ allowed: Set<WordCode>)
        -> Bool
    {
        range.allSatisfy { allowed.contains(words.text($0)) }
    }
}
