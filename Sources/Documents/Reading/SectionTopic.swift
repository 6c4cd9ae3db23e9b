/// What a section of a plan is about, as its heading says it.
enum SectionTopic: Sendable, Equatable {
    /// Mục đích, yêu cầu, mục tiêu: never work.
    case aims
    /// Nhiệm vụ, giải pháp, tổ chức thực hiện.
    case work
    /// Tình hình: what has happened.
    case situation
    /// Phạm vi, đối tượng.
    case scope
    /// Tiêu chí, tiêu chuẩn, xếp loại.
    case criteria
    /// Hình thức tuyên truyền: how work is done, and the work itself where it begins with its verb.
    case manner
    /// Kinh phí.
    case funding
    /// Work beside other things: "Đối tượng, nội dung".
    case mixed

    /// The kind of a line under this topic that is neither work nor aim; nil: work or aim.
    var otherKind: String? {
        switch self {
        case .aims, .work: nil
        case .mixed, .manner: "scope"
        case .situation: "situation"
        case .scope: "scope"
        case .criteria: "criteria"
        case .funding: "funding"
        }
    }

    /// Longer titles are sentences about work, whatever word they begin with.
    private static let longestTitle = 14

    /// Reads a heading; nil: it says nothing and the section above decides.
    init?(title: Words) {
        var start = 0
        while let length = SectionTopic.fillers.longest(in: title, at: start) { start += length }
        guard title.count - start <= SectionTopic.longestTitle || title.text(0) == "mục" else {
            return nil
        }
        let saysWork = (start..<title.count).contains {
            SectionTopic.workWords.longest(in: title, at: $0) != nil
        }
        if saysWork, SectionTopic.isContent(title, start) {
            self = .mixed
        } else if saysWork {
            let isOther = [
                SectionTopic.situationWords, SectionTopic.scopeWords, SectionTopic.criteriaWords,
            ]
            .contains { $0.longest(in: title, at: start) != nil }
            self = isOther ? .mixed : .work
        } else if SectionTopic.isOfRewards(title, start) {
            self = .criteria
        } else if SectionTopic.isManner(title, start) {
            self = .manner
        } else if SectionTopic.aimsWords.longest(in: title, at: start) != nil {
            // "Yêu cầu các đơn vị …" gives an order.
            if title.text(start) == "yêu", UnitGrammar(title).phrase(at: start + 2) != nil {
                return nil
            }
            self = .aims
        } else if SectionTopic.situationWords.longest(in: title, at: start) != nil {
            self = .situation
        } else if SectionTopic.scopeWords.longest(in: title, at: start) != nil {
            self = .scope
        } else if SectionTopic.criteriaWords.longest(in: title, at: start) != nil {
            self = .criteria
        } else if SectionTopic.fundingWords.longest(in: title, at: start) != nil {
            self = .funding
        } else {
            return nil
        }
    }

    /// "Nguyên tắc khen thưởng", "Yêu cầu xét tặng": how rewards are given.
    private static func isOfRewards(_ title: Words, _ start: Int) -> Bool {
        title.has("nguyên tắc", at: start)
            && ["khen thưởng", "xét", "bình xét", "chấm điểm", "xếp loại"].contains {
                title.first($0) != nil
            }
    }

    /// "Hình thức tuyên truyền", "Hình thức, phương pháp giám sát"; not "Hình thức khen thưởng".
    private static func isManner(_ title: Words, _ start: Int) -> Bool {
        guard title.has("hình thức", at: start) else { return false }
        let behind = (start + 2)..<max(start + 2, title.count)
        return behind.contains { manners.longest(in: title, at: $0) != nil }
            && !behind.contains { awards.longest(in: title, at: $0) != nil }
    }

    private static let manners = PhraseTree([
        "tuyên truyền", "truyền thông", "phổ biến", "quán triệt", "giám sát", "kiểm tra",
        "triển khai", "thực hiện", "tổ chức", "vận động", "hỗ trợ", "tập huấn", "bồi dưỡng",
    ])
    private static let awards = PhraseTree([
        "khen thưởng", "khen", "kỷ luật", "xử lý", "xét", "bình xét", "chấm", "thi", "xếp loại",
        "đánh giá",
    ])

    /// "Nội dung giám sát", "Nội dung, đối tượng": what is looked at, or what is done.
    private static func isContent(_ title: Words, _ start: Int) -> Bool {
        guard title.has("nội dung", at: start) else { return false }
        let next = start + 2
        if title.text(next) == "," {
            return scopeWords.longest(in: title, at: next + 1) != nil
        }
        return title.length(ofFirst: inspections, at: next) != nil
    }

    private static let inspections: [WordPhrase] = [
        "giám sát", "kiểm tra", "khảo sát", "thanh tra",
    ]

    private static let fillers = PhraseTree(["về", "các", "một số", "những"])
    private static let workWords = PhraseTree([
        "nhiệm vụ", "giải pháp", "tổ chức thực hiện", "phân công", "nội dung", "biện pháp",
        "phương án", "tiến độ thực hiện", "trách nhiệm", "tổ chức triển khai", "công việc",
    ])
    private static let aimsWords = PhraseTree([
        "mục đích", "mục tiêu", "yêu cầu", "chỉ tiêu", "quan điểm", "phương châm", "ý nghĩa",
        "nguyên tắc", "tư tưởng chỉ đạo",
    ])
    private static let situationWords = PhraseTree([
        "tình hình", "đặc điểm", "đánh giá tình hình", "thực trạng", "kết quả", "dự báo",
        "bối cảnh", "khái quát", "sự cần thiết", "nhận định", "tồn tại", "đánh giá kết quả",
        "đánh giá chung", "căn cứ", "cơ sở pháp lý", "đánh giá rủi ro", "nguy cơ",
    ])
    private static let scopeWords = PhraseTree([
        "phạm vi", "đối tượng", "địa bàn", "thời gian, địa điểm", "thời gian, đối tượng",
        "chủ đề", "khẩu hiệu", "thời gian, phạm vi", "thời gian, thành phần",
        "thời gian và đối tượng",
        "thời gian địa điểm",
        "thành phần", "thời kỳ", "niên độ",
        "thời gian và địa điểm", "thời điểm, địa điểm", "giải thích từ ngữ", "địa điểm",
    ])
    private static let criteriaWords = PhraseTree([
        "tiêu chí", "tiêu chuẩn", "thang điểm", "xếp loại", "cách tính điểm",
        "hình thức khen thưởng",
        "số lượng đề nghị khen thưởng", "số lượng", "hình thức", "cách chấm điểm", "thủ tục, hồ sơ",
        "hồ sơ",
    ])
    private static let fundingWords = PhraseTree([
        "kinh phí", "nguồn kinh phí", "dự toán kinh phí", "nguồn lực", "vốn", "nguồn vốn",
        "nhu cầu vốn", "tổng nhu cầu vốn", "dự toán", "cơ chế tài chính", "khái toán",
    ])
}
