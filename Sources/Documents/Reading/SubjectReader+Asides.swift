/// What may stand between a subject and its predicate.
extension SubjectReader {
    /// "Đối với các cơ quan đóng trên địa bàn, thủ trưởng cơ quan, đơn vị chỉ đạo": those who head the
    /// very bodies.
    func isByStewards(_ index: Int) -> Bool {
        guard let length = UnitWords.stewards.longest(in: words, at: index),
            let led = UnitGrammar(words).group(at: index + length)
        else { return false }
        return !led.isQuantified && led.nouns.allSatisfy(UnitWords.vagueNouns.contains)
            && isPredicate(led.words.upperBound)
    }

    /// "Cấp ủy, chính quyền, trước hết là người đứng đầu, phải …": who above all.
    func behindAside(_ index: Int) -> Int? {
        guard words.text(index) == ",",
            let length = words.length(ofFirst: SubjectReader.asides, at: index + 1)
        else { return nil }
        let start = index + 1 + length
        return (start..<min(words.count, start + SubjectReader.longestAside)).first {
            words.length(ofFirst: SubjectReader.obligations, at: $0) != nil
        }
    }

    private static let asides: [WordPhrase] = [
        "trước hết là", "mà trước hết là", "nhất là", "đặc biệt là", "nòng cốt là", "trọng tâm là",
    ]
    private static let obligations: [WordPhrase] = [
        "phải", "cần", "có trách nhiệm", "chịu trách nhiệm",
    ]
    private static let longestAside = 24

    /// "Đơn vị được giao nhiệm vụ theo dõi, đôn đốc tại Phụ lục này thường xuyên …": which of them, up
    /// to where that is said; and the predicate.
    func assigned(_ phrase: UnitPhrase) -> (name: Int, verb: Int)? {
        guard phrase.isGroup else { return nil }
        var end = phrase.words.upperBound
        if phrase.tails.last != "được giao" {
            guard phrase.tails.isEmpty,
                let length = words.length(ofFirst: ["được giao", "được phân công"], at: end)
            else { return nil }
            end += length
        }
        if words.has("nhiệm vụ", at: end) { end += 2 }
        guard let first = TaskVerbs.predicates.longest(in: words, at: end) else { return nil }
        end += first
        while [",", "và"].contains(words.text(end)),
            let next = TaskVerbs.predicates.longest(in: words, at: end + 1)
        {
            end += 1 + next
        }
        guard words.text(end) == "tại" || words.text(end) == "theo" else { return nil }
        let verb = (end..<min(words.count, end + SubjectReader.longestAside)).first {
            ["này", "trên", "đây", "theo", "kèm"].contains(words.text($0 - 1)) && isPredicate($0)
        }
        return verb.map { (end, $0) }
    }

    /// "Các chi bộ trong năm 2027 kiểm tra …": a time before the predicate.
    func behindTime(_ index: Int) -> Int? {
        guard ["trong", "đến", "trước", "từ"].contains(words.text(index)) else { return nil }
        var end = index + 1
        while end < min(words.count, index + SubjectReader.longestTime),
            words[end].isNumber || words.text(end) == "/"
                || SubjectReader.timeWords.contains(words.text(end))
        {
            end += 1
        }
        let isTime = (index..<end).contains { words[$0].isNumber }
        return isTime && isPredicate(end) ? end : nil
    }

    private static let timeWords: Set<WordCode> = [
        "năm", "tháng", "quý", "ngày", "hết", "đầu", "cuối", "nay", "đến", "giai", "đoạn", "i",
        "ii", "iii", "iv",
    ]
    private static let longestTime = 12
}
