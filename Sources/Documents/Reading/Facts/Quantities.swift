/// A number with its unit, and whether the work must reach it.
struct Quantity: Sendable, Equatable {
    /// The number with its bound ("tối thiểu 25%", "từ 5% đến 8%"), verbatim.
    var range: Range<Int>
    var min: Double?
    var max: Double?
    var unit: String
    /// `day`, `week`, `month`, `quarter`, `year`, where the number itself says it.
    var per: String?
    /// What sort of thing is counted; nil for a percentage.
    var kind: CountUnit.Kind?
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
            let isNumber =
                body.scalars[position].isDigit
                ? body.isNumberStart(position)
                : body.isWordStart(position) && body.spelledNumber(at: position) != nil
            guard isNumber else {
                position += 1
                continue
            }
            if let quantity = QuantityText(body, at: position, after: found.last).quantity {
                found.append(quantity)
                position = Swift.max(quantity.range.upperBound, position + 1)
            } else {
                position += 1
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
        guard let first = body.decimal(at: start) ?? spelled else { return nil }
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
                || Double(all.value) > first.value && (isFloored || isAim)
        {
            let next = body.skipSpaces(all.end)
            // "ít nhất 2/3 số xã" is a share.
            if body.end(ofAny: ["số", "tổng số"], at: next) != nil { return nil }
            return count(first.value, to: nil, unitAt: next)
        }
        return count(first.value, to: nil, unitAt: mark)
    }

    /// "ít nhất một mô hình", "tổ chức hai lớp": a word only where it surely counts,
    /// which "năm" (five, or year) rarely does.
    private var spelled: (value: Double, end: Int)? {
        guard let word = body.spelledNumber(at: start),
            isFloored || word.value > 1 && word.value != 5 && governed(by: CountVerbs.making),
            let unit = CountUnit.read(body, at: body.skipSpaces(word.end)), !unit.isMeasure
        else { return nil }
        return word
    }

    /// "tối thiểu 25/31 chi hội"
    var isFloored: Bool { body.start(ofAny: Self.least, before: start) != nil }

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
        // "bình quân giảm 0,5%/năm"
        let per = body.at(body.skipSpaces(end)) == "/" ? frequency(behind: end) : nil
        return bounded(first, upper, unit: "percent", end: end, per: per?.name)
            ?? Quantity(
                range: start..<end, min: first, max: upper ?? first, unit: "percent",
                per: per?.name)
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

    /// Whether a bounded measure only says which ones are meant ("cao trên 5 m") or how long.
    private func isExtent(_ unit: CountUnit, per: String?) -> Bool {
        switch unit.kind {
        case .extent: per == nil
        case .amount: !isRaised(unit) && !isMeasured(unit) && !isAim
        default: false
        }
    }

    private func count(_ first: Double, to second: Double?, unitAt position: Int) -> Quantity? {
        if let clock = aroundTheClock(position) { return clock }
        guard let unit = CountUnit.read(body, at: position) else { return nil }
        let per = frequency(behind: unit.end) ?? frequencyBehindNoun(unit.end)
        let end = per?.end ?? unit.end
        let bare = bareCycle(unit)
        let perName = per?.name ?? eachBefore() ?? bare ?? sharedFrequency(behind: unit)
        let isNamed = bare == nil && isOfName && !isOfEach(unit)
        if isDuration(unit) || isNamed || isTimeOfDay(unit, first) { return nil }
        if unit.name == "time", body.isOfReports(start) {
            return nil
        }
        var quantity = Quantity(
            range: start..<end, min: first, max: second ?? first, unit: unit.name, per: perName,
            kind: unit.kind)
        if var bounded = bounded(first, second, unit: unit.name, end: end, per: perName) {
            bounded.kind = unit.kind
            if bounded.isTarget, isExtent(unit, per: perName) {
                let start = bounded.range.lowerBound
                let isAbove = body.end(ofAny: ["trên", "hơn", "vượt"], at: start) != nil
                return limit(bounded, from: start, isAbove ? ">" : ">=")
            }
            let isSpan = bounded.min != nil && bounded.max != nil
            return bounded.isTarget && !isSpan && !isFloored && isPartOfTarget ? nil : bounded
        }
        if isAllOfThem(first, unit) {
            quantity.per = nil
            return quantity
        }
        if isListed(unit), let previous {
            quantity.per = previous.per
            if previous.max == nil { quantity.max = nil }
            return quantity
        }
        let isTarget =
            unit.isMeasure
            ? isMeasured(unit)
            : perName != nil || isAim || isMade(unit) || isOfEach(unit) || isMoved(unit)
                || isSupply(unit) || isSetUp(unit)
        return isTarget ? quantity : nil
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

    private static let aims: [Phrase] = [
        "phấn đấu", "phân đầu", "chỉ tiêu", "mỗi", "đến hết", "đến năm", "đến cuối",
    ]

    private static let labels: [Phrase] = [
        "số lượng", "chỉ tiêu", "tổng số", "chỉ tiêu giao", "chỉ tiêu giao quân", "số lượng tuyển",
    ]

    /// Whether the clause aims at the number: "phấn đấu … có 01 …".
    var isAim: Bool {
        let clause = body.clause(around: start)
        // "Số lượng: 45 công dân"
        let mark = body.trimSpaces(before: start) - 1
        if body.at(mark) == ":", body.start(ofAny: Self.labels, before: mark) != nil { return true }
        return body.first(ofAny: Self.aims, in: clause.lowerBound..<start) != nil
            && (body.start(ofAny: ["có", "đạt", "được", "là", "phấn đấu"], before: start) != nil
                || governed(by: CountVerbs.making) || governed(by: CountVerbs.helping))
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
