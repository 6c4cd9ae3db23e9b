/// Groups that are told by what they do for a living, or where they are.
extension SubjectReader {
    /// "Các cửa hàng kinh doanh xăng dầu trên địa bàn": whoever they are, the plan speaks of all of
    /// them in its place.
    func strangers(at index: Int) -> UnitPhrase? {
        let owner = words.length(ofFirst: SubjectReader.owners, at: index) ?? 0
        let each = index + owner
        guard words.text(each) == "các" else { return nil }
        for position in (each + 2)..<max(each + 2, min(words.count, each + 14)) {
            if words.has("trên địa bàn", at: position) {
                let end = UnitGrammar(words).place(at: position + 3) ?? (position + 3)
                return UnitPhrase(
                    words: index..<end, name: index..<end,
                    nouns: [words.lowered((each + 1)..<position)], isQuantified: true)
            }
            let isListed = words.text(position) == "," && !words.isCapital(position + 1)
            if words[position].isMark, !isListed { return nil }
            let verb = TaskVerbs.predicates.longest(in: words, at: position) ?? 0
            if verb > 1, SubjectReader.businesses.longest(in: words, at: position) == nil {
                return nil
            }
        }
        return nil
    }

    private static let owners: [WordPhrase] = [
        "chủ", "người đứng đầu", "đại diện", "người quản lý",
    ]

    /// "Các đơn vị cung cấp dịch vụ viễn thông trên địa bàn": a group with what it does for a living.
    func widened(_ phrase: UnitPhrase) -> Int {
        var end = phrase.words.upperBound
        // "Các cơ sở sản xuất, chế biến …": the trade goes on behind a comma.
        if words.text(end) == ",", phrase.nouns.last?.hasPrefix("cơ sở ") == true,
            SubjectReader.businesses.longest(in: words, at: end + 1) != nil
        {
            end += 1
        }
        guard phrase.isGroup, phrase.tails.isEmpty else { return phrase.words.upperBound }
        if SubjectReader.relatives.longest(in: words, at: end) != nil, let duty = duty(from: end) {
            return duty
        }
        let people: [WordPhrase] = ["có người", "giới thiệu người", "quản lý người"]
        if let length = words.length(ofFirst: people, at: end),
            let predicate = predicate(from: end + length)
        {
            return predicate
        }
        guard SubjectReader.trades.longest(in: words, at: end) != nil, !isDelivery(end)
        else { return phrase.words.upperBound }
        var position = end
        while position < words.count, position - end < 14, !words[position].isMark {
            if words.has("trên địa bàn", at: position) {
                let beyond = UnitGrammar(words).place(at: position + 3) ?? (position + 3)
                return beyond
            }
            // "Các cơ sở sản xuất, chế biến thực phẩm chấp hành …"
            if position > end + 1, SubjectReader.businesses.longest(in: words, at: end) != nil,
                SubjectReader.businesses.longest(in: words, at: position) == nil,
                TaskVerbs.predicates.longest(in: words, at: position) ?? 0 > 1
            {
                return position
            }
            position += 1
            if words.text(position) == ",",
                SubjectReader.businesses.longest(in: words, at: position + 1) != nil
            {
                position += 1
            }
        }
        return phrase.words.upperBound
    }

    /// "Các sở cung cấp số liệu": work, and no trade.
    private func isDelivery(_ index: Int) -> Bool {
        words.has("cung cấp", at: index)
            && words.length(ofFirst: SubjectReader.papers, at: index + 2) != nil
    }

    private static let papers: [WordPhrase] = [
        "số liệu", "thông tin", "tài liệu", "hồ sơ", "danh sách", "dữ liệu", "văn bản", "báo cáo",
        "đầy đủ", "kịp thời", "chính xác", "các", "kết quả", "nội dung", "bằng chứng", "chứng cứ",
        "tình hình", "cho",
    ]

    private static let businesses = PhraseTree([
        "cung cấp", "kinh doanh", "hoạt động", "sản xuất", "chăn nuôi", "giết mổ", "chế biến",
        "nuôi trồng", "khai thác", "buôn bán", "cho thuê", "dịch vụ", "thi công", "vận tải",
    ])

    /// "… trực tiếp quản lý người đó có trách nhiệm": where the predicate begins, no mark between.
    private func duty(from index: Int) -> Int? {
        var position = index + 1
        while position < min(words.count, index + 16) {
            // "… quản lý, sử dụng di tích": the clause goes on behind a comma.
            let goesOn =
                words.text(position) == ","
                && SubjectReader.trades.longest(in: words, at: position + 1) != nil
            if words[position].isMark, !goesOn { return nil }
            if words.length(ofFirst: SubjectReader.duties, at: position) != nil { return position }
            position += 1
        }
        return nil
    }

    /// "… có người được giới thiệu ứng cử cung cấp …": the predicate behind the clause.
    private func predicate(from index: Int) -> Int? {
        var position = index + 1
        while position < min(words.count, index + 12), !words[position].isMark {
            // "được giới thiệu ứng cử": neither verb is the sentence's.
            let before = words.text(position - 1)
            if before != "được", before != "ứng", isPredicate(position) { return position }
            position += 1
        }
        return nil
    }

    private static let duties: [WordPhrase] = [
        "có trách nhiệm", "chịu trách nhiệm", "có nhiệm vụ", "phải",
    ]
    private static let relatives = PhraseTree([
        "trực tiếp", "có", "được", "cấp trên", "giới thiệu", "nơi", "đang", "sử dụng", "tham gia",
        "chủ quản", "quản lý", "phụ trách",
    ])

    private static let trades = PhraseTree([
        "cung cấp", "kinh doanh", "hoạt động", "quản lý", "sản xuất", "có", "được giao",
        "phụ trách",
        "sử dụng", "đóng", "chăn nuôi", "giết mổ", "chế biến", "nuôi trồng", "buôn bán",
        "cho thuê", "thi công", "vận tải",
    ])
}
