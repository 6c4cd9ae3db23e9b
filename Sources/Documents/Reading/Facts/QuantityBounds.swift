/// Bounds before and behind a number: "tối thiểu", "không quá", "trở lên".
extension QuantityText {
    static let least: [Phrase] = [
        "tối thiểu có", "tối thiểu phải có", "tối thiểu đạt", "tối thiểu là", "tối thiểu từ",
        "tối thiểu", "ít nhất có", "ít nhất từ", "ít nhất là", "ít nhất đạt", "ít nhất",
        "không dưới", "không thấp hơn", "không ít hơn",
    ]
    static let floors = least + ["từ"]
    private static let ceilings: [Phrase] = [
        "không vượt quá", "không quá", "không được quá", "không để quá", "không để vượt quá",
        "không để vượt", "không vượt", "không được vượt quá", "không được vượt", "không cao hơn",
        "không nhiều hơn", "không hơn", "không trên",
        "không để trên", "không để cao hơn", "tối đa là", "tối đa không quá", "tối đa",
        "nhiều nhất", "không lớn hơn",
    ]
    private static let above: [Phrase] = ["đạt trên", "trên", "hơn", "vượt"]
    private static let below: [Phrase] = ["xuống dưới", "dưới", "chưa đến", "chưa tới", "ít hơn"]

    /// The quantity with the bound that stands before or behind the number; nil: none stands.
    func bounded(
        _ first: Double, _ second: Double?, unit: String, end: Int, per: String? = nil
    ) -> Quantity? {
        var quantity = Quantity(range: start..<end, min: first, max: second, unit: unit, per: per)
        if let word = body.start(ofAny: Self.ceilings, before: start) {
            return limit(quantity, from: word, "<=")
        }
        if let sign = comparison() {
            quantity.range = sign.start..<end
            return sign.op.hasPrefix("<") ? limit(quantity, from: sign.start, sign.op) : quantity
        }
        if let mark = onwards(behind: end) {
            let up = mark.upperBound
            let word = body.start(ofAny: ["từ", "đạt từ"], before: start) ?? start
            if !body.has("trở lên", at: mark.lowerBound) {
                quantity.range = word..<up
                return limit(quantity, from: word, "<=")
            }
            quantity.range = word..<up
            return isCondition ? limit(quantity, from: word, ">=") : quantity
        }
        if let word = body.start(ofAny: Self.floors, before: start) {
            let isFrom = body.hasWord("từ", at: word)
            if isFrom && second == nil { return nil }
            quantity.range = word..<end
            return quantity
        }
        // "tối thiểu mỗi năm 01 lần"
        if second == nil, per != nil, let word = leastBeforeCycle {
            quantity.range = word..<end
            return quantity
        }
        if let word = body.start(ofAny: Self.below, before: start) {
            return limit(quantity, from: word, "<")
        }
        if let word = body.start(ofAny: Self.above, before: start) {
            // "kẻ vạch trên 09 tuyến đường": upon them.
            if body.hasWord("trên", at: word), Self.grounds.contains(unit) { return nil }
            quantity.range = word..<end
            return isCondition ? limit(quantity, from: word, ">") : quantity
        }
        if unit == "percent", isStrength {
            return limit(quantity, from: start, "=")
        }
        return nil
    }

    private var leastBeforeCycle: Int? {
        let part = body.part(around: start)
        return body.last(ofAny: ["mỗi", "hằng", "hàng"], in: part.lowerBound..<start).flatMap {
            body.start(ofAny: Self.least, before: $0.lowerBound)
        }
    }

    /// "từ 80% trở lên", "từ 02 hội viên thoát nghèo trở lên": few words of the same part between.
    private func onwards(behind end: Int) -> Range<Int>? {
        let next = body.skipSpaces(end)
        let marks: [Phrase] = ["trở lên", "trở lại", "trở xuống"]
        if let up = body.end(ofAny: marks, at: next) { return next..<up }
        let limit = max(end, min(body.part(around: start).upperBound, end + 30))
        guard body.start(ofAny: ["từ"], before: start) != nil,
            let found = body.first(ofAny: ["trở lên"], in: end..<limit)
        else { return nil }
        return body.scalars[end..<found.lowerBound].contains { $0.isDigit } ? nil : found
    }

    private static let grounds: Set<String> = [
        "road", "street", "village", "quarter", "commune", "ward", "neighbourhood",
    ]

    func limit(_ quantity: Quantity, from word: Int, _ op: String) -> Quantity {
        var limit = quantity
        limit.range = word..<quantity.range.upperBound
        limit.op = op
        return limit
    }

    /// `≥ 30%`, `> 5`, `≤ 10`.
    private func comparison() -> (op: String, start: Int)? {
        var sign = body.trimSpaces(before: start) - 1
        guard sign >= 0 else { return nil }
        switch body.scalars[sign] {
        case "≥": return (">=", sign)
        case "≤": return ("<=", sign)
        case "=":
            sign -= 1
            return body.at(sign) == ">" ? (">=", sign) : body.at(sign) == "<" ? ("<=", sign) : nil
        case ">": return (">", sign)
        case "<": return ("<", sign)
        default: return nil
        }
    }

    private static let conditions: [Phrase] = [
        "nếu", "trường hợp", "khi", "cử tri", "tán thành", "có mặt", "số phiếu", "tín nhiệm",
        "quá nửa", "đồng ý", "nhất trí", "biểu quyết", "dự họp",
    ]

    /// Whether the number describes a case, and is not what the work must reach.
    private var isCondition: Bool {
        let part = body.part(around: start)
        if isInBrackets { return true }
        if body.first(
            ofAny: ["đạt", "phấn đấu", "bảo đảm", "đảm bảo"], in: part.lowerBound..<start)
            != nil
        {
            return false
        }
        return body.first(ofAny: Self.conditions, in: part) != nil
    }

    /// "(đám cưới, đám giỗ từ 50 người trở lên)": which ones are meant.
    private var isInBrackets: Bool {
        var position = start
        while position > 0, !")".unicodeScalars.contains(body.scalars[position - 1]),
            !body.isSentenceEnd(position - 1)
        {
            if body.scalars[position - 1] == "(" { return true }
            position -= 1
        }
        return false
    }

    /// "Chlorine 70%", "cồn 70%", "nồng độ 2%": how strong a substance is.
    private var isStrength: Bool {
        if body.start(
            ofAny: ["nồng độ", "cồn", "độ ẩm", "dung dịch", "hoạt chất", "clo", "hàm lượng"],
            before: start) != nil
        {
            return true
        }
        let end = body.trimSpaces(before: start)
        var word = end
        while word > 0, body.scalars[word - 1].isWordPart { word -= 1 }
        guard end - word >= 4, body.isUpper(word) else { return false }
        return (word..<end).allSatisfy { body.scalars[$0].value < 0x80 }
    }
}
