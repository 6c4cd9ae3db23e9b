/// The word of the opening that says what part the lead has: "Chủ trì", "Phối hợp", "Tham mưu".
struct RoleCue {
    var name: String
    /// Its wording.
    var words: Range<Int>
    /// Opens with "Phối hợp": those named after it are asked to lead.
    var isInverted = false

    static func read(
        _ words: Words, opening: Int, subject: SubjectReader.Subject?, isClosing: Bool
    ) -> RoleCue? {
        if isClosing { return nil }
        if let standing = standingPart(words, opening) { return standing }
        guard let subject else {
            return atFront(words, opening) ?? behindGrounds(words, opening)
        }
        let behind = afterSubject(words, subject.end)
        if let behind, behind.name == "Chủ trì" || subject.order == nil {
            guard subject.order != nil else { return behind }
            return RoleCue(name: behind.name, words: opening..<behind.words.upperBound)
        }
        guard let order = subject.order else { return nil }
        let length = order == "Giao" ? 1 : 2
        let start = (opening..<subject.end).first { words.text($0) == first(of: order) } ?? opening
        return RoleCue(name: order, words: start..<min(start + length, words.count))
    }

    private static func first(of order: String) -> WordCode {
        Words(order).text(0)
    }

    /// "Công an xã chủ trì": the few words that count directly behind a subject.
    private static func afterSubject(_ words: Words, _ index: Int) -> RoleCue? {
        if words.has("chủ trì", at: index) {
            return RoleCue(name: "Chủ trì", words: index..<afterPartnerWord(words, index + 2))
        }
        if words.has("tham gia", at: index) {
            return RoleCue(name: "Tham gia", words: index..<(index + 2))
        }
        if words.has("chịu trách nhiệm", at: index) {
            if words.has("chủ trì", at: index + 3) {
                return RoleCue(name: "Chủ trì", words: index..<afterPartnerWord(words, index + 5))
            }
            return RoleCue(name: "Chịu trách nhiệm", words: index..<(index + 3))
        }
        if words.text(index) == "là" { return standing(words, index) }
        // Behind "Sở Y tế:" stands a front of its own.
        return words.text(index - 1) == ":" ? atFront(words, index) : nil
    }

    /// "Chủ trì tuyên bố lý do": the one who is in the chair.
    private static let chairing: [WordPhrase] = ["tuyên bố", "kết luận", "phát biểu", "mời"]

    private static func atFront(_ words: Words, _ index: Int) -> RoleCue? {
        if words.has("chủ trì", at: index) {
            if words.length(ofFirst: chairing, at: index + 2) != nil { return nil }
            return RoleCue(name: "Chủ trì", words: index..<afterPartnerWord(words, index + 2))
        }
        if words.text(index) == "là" || words.text(index) == "làm" { return standing(words, index) }
        if let inverted = inverted(words, index) { return inverted }
        if words.has("chủ động phối hợp", at: index) {
            return RoleCue(name: "Chủ động phối hợp", words: index..<withWord(words, index + 4))
        }
        if words.has("chủ động tham mưu", at: index) {
            return RoleCue(name: "Tham mưu", words: index..<(index + 4))
        }
        // "Tiếp tục chỉ đạo", "Kịp thời tham mưu": the adverb changes nothing.
        let start = index + (words.length(ofFirst: going, at: index) ?? 0)
        for (phrase, name) in plain where words.has(phrase, at: start) {
            return RoleCue(name: name, words: index..<(start + phrase.count))
        }
        return nil
    }

    private static let going: [WordPhrase] = [
        "tiếp tục", "thường xuyên", "kịp thời", "tích cực", "tập trung", "tăng cường",
    ]

    private static let plain: [(WordPhrase, String)] = [
        ("tham mưu", "Tham mưu"), ("tham gia", "Tham gia"), ("trực tiếp chỉ đạo", "Chỉ đạo"),
        ("lãnh đạo, chỉ đạo", "Chỉ đạo"), ("trực tiếp lãnh đạo, chỉ đạo", "Chỉ đạo"),
        ("chỉ đạo", "Chỉ đạo"), ("chịu trách nhiệm", "Chịu trách nhiệm"), ("giao", "Giao"),
        ("đề nghị", "Đề nghị"), ("yêu cầu", "Yêu cầu"),
    ]

    /// "Là cơ quan thường trực", "Là đơn vị chủ trì, tham mưu".
    private static func standing(_ words: Words, _ index: Int) -> RoleCue? {
        let limit = min(index + 9, words.count)
        for position in index..<limit {
            if words.has("thường trực", at: position) {
                let end = words.has("tham mưu", at: position + 2) ? position + 4 : position + 2
                return RoleCue(name: "Thường trực", words: index..<end)
            }
            if words.has("tham mưu", at: position), words.text(index) == "là",
                !(index..<position).contains(where: { words[$0].isMark })
            {
                return RoleCue(name: "Tham mưu", words: index..<(position + 2))
            }
            if words.has("chủ trì", at: position) {
                var end = position + 2
                if words.text(end) == ",", words.has("tham mưu", at: end + 1) { end += 3 }
                return RoleCue(name: "Chủ trì", words: index..<end)
            }
        }
        return nil
    }

    /// "Thực hiện vai trò cơ quan thường trực".
    private static func standingPart(_ words: Words, _ index: Int) -> RoleCue? {
        let parts: [WordPhrase] = ["thực hiện vai trò", "thực hiện chức năng"]
        guard var end = words.length(ofFirst: parts, at: index).map({ index + $0 }) else {
            return nil
        }
        if words.text(end) == "là" { end += 1 }
        if words.has("cơ quan", at: end) || words.has("đơn vị", at: end) { end += 2 }
        guard words.has("thường trực", at: end) else { return nil }
        return RoleCue(name: "Thường trực", words: index..<(end + 2))
    }

    /// "Trên cơ sở đề xuất của …, chủ trì tổng hợp": the verb stands behind its grounds.
    private static func behindGrounds(_ words: Words, _ index: Int) -> RoleCue? {
        let grounds: [WordPhrase] = ["trên cơ sở", "căn cứ"]
        guard words.length(ofFirst: grounds, at: index) != nil,
            let place = words.first(", chủ trì", in: index..<min(words.count, index + 30)),
            words.first(".", in: index..<place) == nil,
            words.first("phối hợp", in: index..<place) == nil
        else { return nil }
        return RoleCue(name: "Chủ trì", words: (place + 1)..<afterPartnerWord(words, place + 3))
    }

    private static let adverbs: [WordPhrase] = [
        "định kỳ", "thường xuyên", "tăng cường", "tiếp tục", "tích cực",
    ]

    private static func inverted(_ words: Words, _ index: Int) -> RoleCue? {
        var position = index
        if let length = words.length(ofFirst: adverbs, at: index) {
            position += length
            if words.text(position) == "," { position += 1 }
        }
        guard words.has("phối hợp", at: position) else { return nil }
        return RoleCue(
            name: "Phối hợp", words: index..<withWord(words, position + 2), isInverted: true)
    }

    private static func withWord(_ words: Words, _ index: Int) -> Int {
        words.text(index) == "với" ? index + 1 : index
    }

    private static func afterPartnerWord(_ words: Words, _ index: Int) -> Int {
        let next = words.text(index) == "," ? index + 1 : index
        if words.has("phối hợp", at: next) { return withWord(words, next + 2) }
        if words.has("tham mưu", at: index) { return index + 2 }
        return index
    }
}
