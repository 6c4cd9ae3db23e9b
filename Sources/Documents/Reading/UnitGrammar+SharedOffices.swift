/// Offices that serve two bodies and have one name.
extension UnitGrammar {
    /// "Đảng ủy Mặt trận Tổ quốc, các đoàn thể tỉnh": one committee for all of them.
    func frontAndUnions(_ head: Int, _ end: Int) -> Int? {
        guard words.has("đảng ủy", at: head) || words.has("đảng bộ", at: head),
            words.has("mặt trận tổ quốc", at: head + 2)
                || words.text(head + 2) == "mttq",
            [",", "và"].contains(words.text(end))
        else { return nil }
        let unions: [WordPhrase] = ["các đoàn thể chính trị - xã hội", "các đoàn thể"]
        return words.length(ofFirst: unions, at: end + 1).map { length in
            place(at: end + 1 + length) ?? end + 1 + length
        }
    }

    /// "Văn phòng HĐND và UBND phường" is one office.
    func officeOfTwo(_ index: Int) -> Int? {
        guard words.text(index - 1) == "phòng" || words.text(index - 2) == "văn" else { return nil }
        guard let first = council(at: index) else { return nil }
        let separator = index + first
        guard ["và", "-", "–", ",", "&"].contains(words.text(separator)),
            let second = council(at: separator + 1)
        else { return nil }
        return separator + 1 + second
    }

    private static let councils = PhraseTree([
        "hđnd", "ubnd", "hội đồng nhân dân", "ủy ban nhân dân", "đoàn đbqh", "đảng ủy",
        "đoàn đại biểu quốc hội",
    ])

    private func council(at index: Int) -> Int? {
        UnitGrammar.councils.longest(in: words, at: index)
    }
}
