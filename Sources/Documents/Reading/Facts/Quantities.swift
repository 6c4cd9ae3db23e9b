/// A number with its unit, and whether the work must reach it.
struct Quantity: Sendable, Equatable {
    /// The number with its bound ("tối thiểu 25%", "từ 5% đến 8%"), verbatim.
    var range: Range<Int>
    var min: Double?
    var max: Double?
    var unit: String
    /// `day`, `week`, `month`, `quarter`, `year`, where the number itself says it.
    var per: String?
    /// For a limit that only chooses objects: `>`, `>=`, `<`, `<=`, `=`.
    var op: String?

    var isTarget: Bool { op == nil }
}

/// Finds the quantities of a text from left to right.
///
/// Every percentage is one; any other number only where the text sets it as an aim ("tối thiểu",
/// "mỗi tháng 02 chuyên mục", "05 lượt/tuần", "phấn đấu có 01 trung tâm") or as a limit.
enum Quantities {
    static func scan(_ body: Script) -> [Quantity] {
        var found: [Quantity] = []
        var position = 0
        while position < body.count {
            guard body.scalars[position].isDigit, body.isNumberStart(position) else {
                position += 1
                continue
            }
            if let quantity = QuantityText(body, at: position, after: found.last).quantity {
                found.append(quantity)
                position = Swift.max(quantity.range.upperBound, position + 1)
            } else {
                while position < body.count, body.scalars[position].isNumberPart { position += 1 }
            }
        }
        return found
    }
}

/// One number of a text, looked at with what stands around it.
struct QuantityText {
    let body: Script
    let start: Int
    let previous: Quantity?

    init(_ body: Script, at start: Int, after previous: Quantity?) {
        self.body = body
        self.start = start
        self.previous = previous
    }

    var quantity: Quantity? {
        guard let first = body.decimal(at: start) else { return nil }
        let mark = body.skipSpaces(first.end)
        if body.at(mark) == "%" { return percentage(first.value, to: nil, end: mark + 1) }
        if let second = upperNumber(behind: first.end) {
            let close = body.skipSpaces(second.end)
            if body.at(close) == "%" {
                return percentage(first.value, to: second.value, end: close + 1)
            }
            return count(first.value, to: second.value, unitAt: close)
        }
        if body.at(mark) == "/", let all = body.number(at: mark + 1), all.value > 1,
            Double(all.value) == first.value && all.value != 24
                || Double(all.value) > first.value && isFloored
        {
            return count(first.value, to: nil, unitAt: body.skipSpaces(all.end))
        }
        return count(first.value, to: nil, unitAt: mark)
    }

    /// "tối thiểu 25/31 chi hội"
    private var isFloored: Bool { body.start(ofAny: Self.floors, before: start) != nil }

    /// The second number of "5 - 8", "5 đến 8".
    private func upperNumber(behind position: Int) -> (value: Double, end: Int)? {
        let mark = body.skipSpaces(position)
        if body.at(mark)?.isDash == true { return body.decimal(at: body.skipSpaces(mark + 1)) }
        guard let word = body.end(of: "đến", at: mark) else { return nil }
        return body.decimal(at: body.skipSpaces(word))
    }

    // MARK: Percentages

    private func percentage(_ first: Double, to second: Double?, end: Int) -> Quantity {
        var upper = second
        var end = end
        if upper == nil, let word = body.end(ofAny: ["đến", "tới"], at: body.skipSpaces(end)),
            body.start(ofAny: ["từ"], before: start) != nil,
            let last = body.decimal(at: body.skipSpaces(word)),
            body.at(body.skipSpaces(last.end)) == "%"
        {
            upper = last.value
            end = body.skipSpaces(last.end) + 1
        } else if upper == nil, let last = percentBehindDash(end) {
            (upper, end) = last
        }
        return bounded(first, upper, unit: "percent", end: end)
            ?? Quantity(
                range: start..<end, min: first, max: upper ?? first, unit: "percent")
    }

    private func percentBehindDash(_ position: Int) -> (Double?, Int)? {
        let mark = body.skipSpaces(position)
        guard body.at(mark)?.isDash == true,
            let last = body.decimal(at: body.skipSpaces(mark + 1)),
            body.at(body.skipSpaces(last.end)) == "%"
        else { return nil }
        return (last.value, body.skipSpaces(last.end) + 1)
    }

    // MARK: Counts

    private func count(_ first: Double, to second: Double?, unitAt position: Int) -> Quantity? {
        if let clock = aroundTheClock(position) { return clock }
        guard let unit = CountUnit.read(body, at: position) else { return nil }
        let per = frequency(behind: unit.end) ?? frequencyBehindNoun(unit.end)
        let end = per?.end ?? unit.end
        let bare = bareCycle(unit)
        let perName = per?.name ?? eachBefore() ?? bare
        let isNamed = bare == nil && isOfName && !isOfEach(unit)
        if isDuration(unit) || isNamed || isTimeOfDay(unit, first) { return nil }
        if unit.name == "time", body.isOfReports(start) {
            return nil
        }
        if let quantity = bounded(first, second, unit: unit.name, end: end, per: perName) {
            if unit.isMeasure && quantity.isTarget && perName == nil && !isRaised {
                let start = quantity.range.lowerBound
                let isAbove = body.end(ofAny: ["trên", "hơn", "vượt"], at: start) != nil
                return limit(quantity, from: start, isAbove ? ">" : ">=")
            }
            let isSpan = quantity.min != nil && quantity.max != nil
            if quantity.isTarget && !isSpan && isPartOfTarget { return nil }
            return quantity
        }
        if let whole = allOfThem(first, unit, end) { return whole }
        if let listed = listed(first, second, unit, end) { return listed }
        guard
            !unit.isMeasure
                && (perName != nil || isAim || isMade(unit) || isOfEach(unit) || isMoved(unit))
                || isMeasured(unit)
        else { return nil }
        return Quantity(
            range: start..<end, min: first, max: second ?? first, unit: unit.name, per: perName)
    }

    /// "mỗi tháng ít nhất 02 phóng sự, 10 tin, bài": the bound of the first holds for the next.
    private func listed(
        _ first: Double, _ second: Double?, _ unit: CountUnit, _ end: Int
    ) -> Quantity? {
        guard let previous, previous.isTarget, previous.range.upperBound < start,
            previous.unit != "percent", isListed(behind: previous),
            previous.per != nil || isOfSameEach(previous) || isOutcome(unit)
        else { return nil }
        let isFloor = previous.max == nil
        return Quantity(
            range: start..<end, min: first, max: isFloor ? nil : second ?? first, unit: unit.name,
            per: previous.per)
    }

    /// "05 băng rôn, 20 pa nô", "12 buổi tuyên truyền, 04 hội nghị": only what is counted stands
    /// between the two, and a comma or "và".
    private func isListed(behind previous: Quantity) -> Bool {
        let gap = previous.range.upperBound..<start
        guard gap.count < 60, body.clause(around: start).contains(previous.range.lowerBound) else {
            return false
        }
        let parts = body.text(gap).split(separator: ",", omittingEmptySubsequences: false)
        let words = parts.map { $0.split(separator: " ") }
        switch words.count {
        case 1:
            // "15 Tổ liên gia an toàn PCCC và 20 Điểm chữa cháy": a long name has no small word inside.
            return words[0].last == "và" && words[0].count <= 9
                && (words[0].count <= 5 || words[0].allSatisfy { !Self.inside.contains($0) })
        case 2:
            return words[0].count <= 6
                && (words[1].isEmpty || words[1] == ["và"]
                    || body.start(ofAny: Self.makers, before: start) != nil)
        default: return false
        }
    }

    private static let inside: Set<Substring> = [
        "cho", "của", "với", "tại", "về", "trong", "trên", "ở", "để", "từ", "đến", "theo", "do",
    ]

    /// "mỗi hộ 01 bình chữa cháy, 01 dụng cụ phá dỡ"
    private func isOfSameEach(_ previous: Quantity) -> Bool {
        let clause = body.clause(around: start)
        return clause.contains(previous.range.lowerBound)
            && body.last(ofAny: ["mỗi"], in: clause.lowerBound..<previous.range.lowerBound) != nil
    }

    /// `24/24 giờ`, `24/7`: round the clock.
    private func aroundTheClock(_ position: Int) -> Quantity? {
        guard body.at(position) == "/", let first = body.number(at: start), first.value == 24,
            let second = body.number(at: position + 1)
        else { return nil }
        let word = body.skipSpaces(second.end)
        let hour: Phrase = "h"
        let short = hour.end(in: body.lower, at: second.end).flatMap {
            body.isBoundary($0) ? $0 : nil
        }
        guard second.value == 24, let end = body.end(of: "giờ", at: word) ?? short else {
            return nil
        }
        return Quantity(range: start..<end, min: 24, max: 24, unit: "hour", per: "day")
    }

    private static let cycles: [(Phrase, String)] = [
        ("ngày", "day"), ("tuần", "week"), ("tháng", "month"), ("quý", "quarter"), ("năm", "year"),
    ]

    /// `/tuần`, `mỗi tháng`, `một năm` behind the unit.
    func frequency(behind position: Int) -> (name: String, end: Int)? {
        var next = body.skipSpaces(position)
        if body.at(next) == "/" {
            next = body.skipSpaces(next + 1)
        } else if let word = body.end(
            ofAny: ["mỗi", "trong một", "một", "hằng", "hàng"], at: next)
        {
            next = body.skipSpaces(word)
        } else {
            return nil
        }
        if let one = body.number(at: next), one.value == 1 { next = body.skipSpaces(one.end) }
        for (phrase, name) in Self.cycles {
            if let end = body.end(of: phrase, at: next) { return (name, end) }
        }
        return nil
    }

    /// "mỗi tháng 02 chuyên mục": the cycle stands before, few words between.
    private func eachBefore() -> String? {
        let part = body.part(around: start)
        guard let each = body.last(ofAny: ["mỗi", "một"], in: part.lowerBound..<start),
            start - each.upperBound < 40
        else { return nil }
        for (phrase, name) in Self.cycles
        where body.hasWord(phrase, at: body.skipSpaces(each.upperBound)) { return name }
        return nil
    }

    /// "ngày 01 buổi": the cycle stands directly before.
    private func bareCycle(_ unit: CountUnit) -> String? {
        guard ["time", "session", "broadcast", "episode", "news item"].contains(unit.name),
            let word = body.start(ofAny: ["ngày", "tuần", "tháng"], before: start),
            body.start(ofAny: ["trước", "từ", "đến", "vào", "trong"], before: word) == nil
        else { return nil }
        return Self.cycles.first { body.hasWord($0.0, at: word) }?.1
    }

    private static let aims: [Phrase] = [
        "phấn đấu", "phân đầu", "chỉ tiêu", "mỗi",
    ]

    /// Whether the clause aims at the number: "phấn đấu … có 01 …".
    private var isAim: Bool {
        let clause = body.clause(around: start)
        return body.first(ofAny: Self.aims, in: clause.lowerBound..<start) != nil
            && body.start(
                ofAny: [
                    "có", "đạt", "được", "xây dựng", "thành lập", "hoàn thành", "tổ chức",
                    "triển khai", "công nhận", "trồng", "đào tạo", "hỗ trợ", "là", "tăng", "giảm",
                ], before: start) != nil
    }

    /// Whether a target of the same part is only described further by this number.
    var isPartOfTarget: Bool {
        guard let previous, previous.isTarget else { return false }
        return body.part(around: start).contains(previous.range.lowerBound)
    }
}

extension Script {
    /// A digit that no letter, digit or number mark stands before.
    fileprivate func isNumberStart(_ position: Int) -> Bool {
        guard position > 0 else { return true }
        let before = scalars[position - 1]
        if before.isWordPart { return false }
        // "1.500 hộ/6.000 người"
        if before == "/", position > 1, scalars[position - 2].isWordPart,
            !scalars[position - 2].isDigit, !isUpper(position - 2)
        {
            return true
        }
        let isMark = before == "." || before == "," || before == "/" || before.isDash
        return !(isMark && position > 1 && scalars[position - 2].isWordPart)
    }
}

extension Unicode.Scalar {
    fileprivate var isNumberPart: Bool { isDigit || self == "." || self == "," || self == "/" }
}
