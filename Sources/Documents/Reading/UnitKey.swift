/// What makes two spellings the same unit: marks, "và", abbreviations, capitals and the plan's own
/// place do not count.
enum UnitKey {
    static func of(_ name: String) -> String {
        let words = Words(name)
        return of(words, 0..<words.count, home: UnitHome())
    }

    static func of(_ words: Words, _ range: Range<Int>, home: UnitHome) -> String {
        var parts: [String] = []
        var index = range.lowerBound
        while index < range.upperBound {
            if let (length, short) = abbreviation(words, at: index),
                index + length <= range.upperBound
            {
                parts += short
                index += length
                continue
            }
            // "Giám đốc các Sở, Thủ trưởng các ngành": heads stand for their offices.
            if index == range.lowerBound || words[index - 1].isMark,
                let length = heads.longest(in: words, at: index),
                words.text(index + length) == "các"
            {
                index += length + 1
                continue
            }
            let word = words[index]
            if !word.isMark, word.text != "và" { parts.append(words.lowered(index)) }
            index += 1
        }
        return settled(parts, home: home).joined(separator: " ")
    }

    private static let shortForms: [(WordPhrase, [String])] = [
        ("ban thường trực ủy ban mặt trận tổ quốc việt nam", ["ban", "thường", "trực", "mttq"]),
        ("ban thường trực ủy ban mttq việt nam", ["ban", "thường", "trực", "mttq"]),
        ("ủy ban mặt trận tổ quốc việt nam", ["mttq"]), ("ủy ban mttq việt nam", ["mttq"]),
        ("ủy ban mặt trận tổ quốc", ["mttq"]), ("ủy ban mttq", ["mttq"]),
        ("mặt trận tổ quốc việt nam", ["mttq"]), ("mặt trận tổ quốc", ["mttq"]),
        ("ubmttqvn", ["mttq"]), ("ubmttq việt nam", ["mttq"]), ("ubmttq vn", ["mttq"]),
        ("mttq việt nam", ["mttq"]), ("mttqvn", ["mttq"]), ("ub mttq", ["mttq"]),
        ("ubmttq", ["mttq"]),
        ("ủy ban nhân dân", ["ubnd"]), ("hội đồng nhân dân", ["hđnd"]),
        ("phòng cháy chữa cháy", ["pccc"]), ("phòng cháy, chữa cháy", ["pccc"]),
        ("cứu nạn cứu hộ", ["cnch"]), ("cứu nạn, cứu hộ", ["cnch"]), ("tp", ["thành", "phố"]),
        ("bch", ["ban", "chỉ", "huy"]), ("trung ương", ["tw"]),
    ]

    private static let firstWords = Set(shortForms.compactMap { $0.0.codes.first })

    private static func abbreviation(_ words: Words, at index: Int) -> (Int, [String])? {
        guard firstWords.contains(words.text(index)) else { return nil }
        for (phrase, short) in shortForms where words.has(phrase, at: index) {
            return (phrase.count, short)
        }
        return nil
    }

    private static let heads = PhraseTree(["giám đốc", "thủ trưởng", "lãnh đạo"])

    private static let leading: Set<String> = ["các", "những", "mọi", "mỗi", "từng", "đồng", "chí"]

    /// Without the words in front and the place behind that do not tell units apart.
    private static func settled(_ all: [String], home: UnitHome) -> [String] {
        var parts = all[...]
        while let first = parts.first, parts.count > 1, leading.contains(first) {
            parts.removeFirst()
        }
        if parts.starts(with: ["tất", "cả"]) { parts.removeFirst(2) }
        if parts.starts(with: ["lực", "lượng"]), parts.count > 2 { parts.removeFirst(2) }
        dropHome(&parts, home)
        if ends(parts, with: ["trên", "địa", "bàn"]) { parts.removeLast(3) }
        if ends(parts, with: ["thuộc", "ubnd"]) { parts.removeLast() }
        if ends(parts, with: ["trực", "thuộc"]) == false, ends(parts, with: ["thuộc"]),
            parts.count > 2
        {
            return Array(parts)
        }
        return Array(parts)
    }

    private static func dropHome(_ parts: inout ArraySlice<String>, _ home: UnitHome) {
        guard let level = home.level else { return }
        if !home.name.isEmpty, ends(parts, with: home.name), parts.count > home.name.count + 1 {
            parts.removeLast(home.name.count)
        }
        let levelWords = level.split(separator: " ").map(String.init)
        guard ends(parts, with: levelWords), parts.count > levelWords.count else { return }
        // "các xã, phường" and "cấp xã" are places of their own.
        let before = parts.dropLast(levelWords.count).last ?? ""
        guard !UnitWords.levels.contains(before), before != "cấp", before != "các", before != "tổ"
        else {
            return
        }
        parts.removeLast(levelWords.count)
    }

    private static func ends(_ parts: ArraySlice<String>, with tail: [String]) -> Bool {
        parts.count >= tail.count && Array(parts.suffix(tail.count)) == tail
    }

    /// Whether two texts differ by one letter put in, left out or changed, and not by a digit.
    static func isOneSlip(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
        guard abs(one.count - other.count) <= 1 else { return false }
        var start = 0
        while start < min(one.count, other.count), one[start] == other[start] { start += 1 }
        var tail = 0
        while tail < min(one.count, other.count) - start,
            one[one.count - 1 - tail] == other[other.count - 1 - tail]
        {
            tail += 1
        }
        let changed = one[start..<(one.count - tail)] + other[start..<(other.count - tail)]
        guard one.count - start - tail <= 1, other.count - start - tail <= 1 else { return false }
        return !changed.contains { $0.isDigit || $0 == " " }
    }
}
