/// What the columns of a table of assignments hold, told by the words of their heads.
struct ScheduleColumns: Sendable, Equatable {
    enum Kind: Sendable, CaseIterable {
        case number, content, lead, partners, time, product, monitor, note
    }

    /// One kind for each column; nil: a head that says nothing to us.
    let kinds: [Kind?]
    /// The head of the time column, where a year may stand ("Thời gian năm 2026").
    let timeHead: String?

    /// - Returns: nil if these are no heads of a table of assignments: such a table says what is to
    ///   be done, and who leads or when.
    init?(heads: [[String]]) {
        let width = heads.map(\.count).max() ?? 0
        var kinds: [Kind?] = []
        var timeHead: String?
        for column in 0..<width {
            let words = heads.compactMap { $0.indices.contains(column) ? $0[column] : nil }
            // The lower of two heads says more: "Đơn vị thực hiện" over "Chủ trì", "Phối hợp".
            let kind = words.reversed().lazy.compactMap(Self.kind).first
            if kind == .time, timeHead == nil { timeHead = words.joined(separator: " ") }
            kinds.append(kind)
        }
        // A second column that only says "Nội dung", "Đơn vị" again is not the one meant.
        for kind in Kind.allCases where kind != .lead {
            let places = kinds.indices.filter { kinds[$0] == kind }
            for place in places.dropFirst() where kinds[place] != kinds[place - 1] {
                kinds[place] = nil
            }
        }
        guard kinds.contains(.content),
            kinds.contains(.lead) || kinds.contains(.time) || kinds.contains(.partners)
        else { return nil }
        self.kinds = kinds
        self.timeHead = timeHead
    }

    /// The cells of a kind in one row, joined where two columns are of that kind.
    func text(_ kind: Kind, in cells: [String]) -> String {
        var parts: [String] = []
        for (column, found) in kinds.enumerated() where found == kind && column < cells.count {
            let cell = cells[column].trimmed
            if !cell.isEmpty, parts.last != cell { parts.append(cell) }
        }
        return parts.joined(separator: " / ")
    }

    /// What a head says; the first rule that fits decides.
    static func kind(_ head: String) -> Kind? {
        // Heads are short; a sentence is a cell of the body. A letter takes three bytes at most.
        guard head.utf8.count <= headLengthMax * 3 else { return nil }
        let words = Script(head.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        guard words.count > 0, words.count <= headLengthMax else { return nil }
        for rule in rules {
            for phrase in rule.phrases {
                let found = rule.opens ? words.hasWord(phrase, at: 0) : words.first(phrase) != nil
                if found { return rule.kind }
            }
        }
        return nil
    }

    /// Whether a head stands over the numbers of the rows; most lines differ in the first letter.
    static func numbersRows(_ text: String) -> Bool {
        guard let first = text.utf8.first(where: { $0 != UInt8(ascii: " ") }),
            "SsTt".utf8.contains(first) || first < 0x20 || first == 0xC2
        else { return false }
        return kind(text) == .number
    }

    /// Characters of a head; "Cơ quan, đơn vị chủ trì thực hiện (hoặc tham mưu)" has 48.
    private static let headLengthMax = 90

    private struct Rule {
        var kind: Kind
        /// That the head must begin with the phrase.
        var opens: Bool
        var phrases: [Phrase]
    }

    private static let rules: [Rule] = [
        Rule(kind: .number, opens: true, phrases: ["stt", "tt", "số tt", "số thứ tự"]),
        Rule(
            kind: .content, opens: true,
            phrases: [
                "nội dung", "nhiệm vụ", "tên nhiệm vụ", "công việc", "tên công việc", "hoạt động",
                "các nhiệm vụ", "các nội dung", "nhóm nhiệm vụ", "đầu việc", "danh mục nhiệm vụ",
                "giải pháp", "phần việc", "tên nội dung", "các hoạt động", "việc", "các công việc",
                "danh mục công việc", "danh mục",
            ]),
        Rule(
            kind: .note, opens: true,
            phrases: ["ghi chú", "kinh phí", "nguồn kinh phí", "địa điểm"]),
        Rule(
            kind: .product, opens: false,
            phrases: ["sản phẩm", "kết quả", "đầu ra", "hồ sơ minh chứng", "chỉ tiêu"]),
        Rule(
            kind: .time, opens: false,
            phrases: [
                "thời gian", "thời hạn", "tiến độ", "thời điểm", "hạn hoàn thành", "lộ trình",
                "ngày hoàn thành", "hoàn thành", "mốc", "ngày thực hiện", "ngày tổ chức", "hạn",
            ]),
        Rule(kind: .lead, opens: false, phrases: ["chủ trì"]),
        Rule(kind: .partners, opens: false, phrases: ["phối hợp", "tham gia"]),
        Rule(
            kind: .monitor, opens: false,
            phrases: [
                "theo dõi", "đôn đốc", "giám sát", "chỉ đạo", "lãnh đạo phụ trách",
                "người kiểm tra",
            ]),
        Rule(
            kind: .lead, opens: false,
            phrases: [
                "trách nhiệm", "thực hiện", "đầu mối", "phụ trách", "tham mưu", "phân công",
                "người làm", "đơn vị", "cơ quan", "bộ phận",
            ]),
    ]
}
