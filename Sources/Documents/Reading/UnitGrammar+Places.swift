/// Places that close a name.
extension UnitGrammar {
    /// The end of a place that closes a name: `phường`, `tỉnh Cao Bằng`, `các xã, phường`.
    func place(at index: Int) -> Int? {
        var start = index
        if words.has("các cấp", at: index) { return index + 2 }
        // "các xã", "08 khu phố"
        let isPlural =
            ["các", "những"].contains(words.text(start))
            || isNumber(start) && words[start].range.count == 2
        if isPlural { start += 1 }
        guard let length = UnitWords.places.longest(in: words, at: start) else {
            return nil
        }
        var end = start + length
        let word = words.text(end - 1)
        if ["hội", "ủy", "đoàn"].contains(words.text(end)) { return nil }
        if isPlural
            || (UnitWords.levelWords.contains(word) && [",", "/"].contains(words.text(end)))
        {
            let list = levelList(from: end)
            if isPlural { return names(from: list) ?? told(list) }
            if list > end { return list }
        }
        // "khu vực số 7": which of several.
        if words.text(end) == "số", isNumber(end + 1),
            !["/", "-", "–"].contains(words.text(end + 2)),
            UnitGrammar.numbered.longest(in: words, at: start) == length
        {
            return end + 2
        }
        end = placeName(from: end)
        // "Khu vực 8 - PC07": the unit above, by its short form.
        if ["-", "–"].contains(words.text(end)), end + 1 < words.count, words[end + 1].isShortForm {
            end += 2
        }
        return end
    }

    private static let numbered = PhraseTree([
        "khu vực", "khu phố", "tổ dân phố", "thôn", "bản", "ấp", "xóm", "khóm", "tiểu khu",
    ])

    /// "các xã Tân Bình, Tân Hòa và Tân Lập": the names of them all.
    private func names(from index: Int) -> Int? {
        var end = placeName(from: index)
        guard end > index, words.isCapital(index), !words[index].isShortForm else { return nil }
        while true {
            let next = afterSeparator(end)
            guard next > end, words.text(end) != ";", !startsUnit(next) else { return end }
            let further = placeName(from: next)
            guard further > next, !words[next].isNumber else { return end }
            end = further
        }
    }

    /// Which of the places: "các xã ven biển", "các thôn còn lại".
    func told(_ index: Int) -> Int {
        index + (words.length(ofFirst: UnitGrammar.kindsOfPlace, at: index) ?? 0)
    }

    private static let kindsOfPlace: [WordPhrase] = [
        "lân cận", "giáp ranh", "ven biển", "ven sông", "biên giới", "miền núi", "vùng cao",
        "vùng trũng", "còn lại", "nêu trên", "vùng sâu",
    ]

    /// Further levels: `xã, phường, thị trấn`, `xã/phường`.
    private func levelList(from index: Int) -> Int {
        var end = index
        while true {
            var next = end
            if [",", "/"].contains(words.text(next)) { next += 1 }
            if words.text(next) == "và" { next += 1 }
            guard next > end, !words.isCapital(next) else { return end }
            if UnitWords.levelWords.contains(words.text(next)), words.text(next + 1) != "hội" {
                end = next + 1
            } else if let length = UnitWords.places.longest(in: words, at: next), length == 2,
                UnitWords.levels.contains(words.lowered(next..<(next + 2)))
            {
                end = next + 2
            } else {
                return end
            }
        }
    }

    /// Capital words and numbers of a place's own name.
    private func placeName(from index: Int) -> Int {
        var end = index
        while end < words.count, end - index < 4 {
            let word = words[end]
            guard !word.isMark, word.isCapital || isNumber(end), !startsUnit(end) else {
                return end
            }
            // "tỉnh 02 lần/ngày": places have no zero in front.
            if word.isNumber, words.script.scalars[word.range.lowerBound] == "0" { return end }
            end += 1
        }
        return end
    }
}
