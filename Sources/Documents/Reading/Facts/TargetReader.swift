package import Domain

/// The numbers that work must reach, and the limits that only choose objects.
package enum TargetReader {
    /// - Parameter deadlines: those of the same text and its fields; one of them may bind a target.
    package static func read(
        _ body: Script, deadlines: [Deadline]
    ) -> (targets: [TargetReading], criteria: [Criterion]) {
        let quantities = Quantities.scan(body)
        if quantities.isEmpty { return ([], EffectLimits.read(body)) }
        let times = TimeExpressions(body, context: .objective).found
        var targets: [TargetReading] = []
        var criteria = EffectLimits.read(body)
        for quantity in quantities {
            let text = body.text(quantity.range)
            if let op = quantity.op {
                criteria.append(
                    Criterion(
                        text: text, op: op, value: quantity.min ?? quantity.max,
                        unit: quantity.unit))
                continue
            }
            let per =
                quantity.per
                ?? Cycles.governor(of: quantity, in: body, times: times).flatMap(period)
                ?? span(of: quantity, in: body)
            targets.append(
                TargetReading(
                    text: text, metric: metric(of: quantity, in: body), min: quantity.min,
                    max: quantity.max, unit: quantity.unit, per: per,
                    by: binding(quantity, among: quantities, per: per, in: body, times, deadlines)))
        }
        return (targets, criteria)
    }

    private static let spans: [(Phrase, String)] = [
        ("trong năm", "year"), ("trong quý", "quarter"), ("trong tháng", "month"),
        ("trong tuần", "week"), ("trong một năm", "year"), ("trong một quý", "quarter"),
        ("trong một tháng", "month"), ("trong một tuần", "week"),
    ]

    /// "ít nhất 02 buổi … trong năm": as many in every one.
    private static func span(of quantity: Quantity, in body: Script) -> String? {
        guard quantity.kind == .act else { return nil }
        let clause = body.clause(around: quantity.range.lowerBound)
        let behind = quantity.range.upperBound..<clause.upperBound
        for (phrase, name) in spans {
            guard let word = body.first(ofAny: [phrase], in: behind) else { continue }
            var next = body.skipSpaces(word.upperBound)
            if let school = body.end(of: "học", at: next) { next = body.skipSpaces(school) }
            if next >= body.count || !body.scalars[next].isWordPart { return name }
        }
        return nil
    }

    private static func period(_ time: TimeExpression) -> String? {
        guard case .cycle(let recurrence, _) = time.meaning else { return nil }
        switch recurrence {
        case .daily: return "day"
        case .weekly: return "week"
        case .monthly: return "month"
        case .quarterly: return "quarter"
        case .halfYearly: return "half_year"
        case .yearly: return "year"
        case .continuous, .unspecified: return nil
        }
    }

    /// The date until which a target is to be reached: that of the nearest time of its own clause,
    /// else of one before it in the sentence; without one, and where the target is not met again and
    /// again, of the next behind; else the last time of the fields.
    private static func binding(
        _ quantity: Quantity, among quantities: [Quantity], per: String?, in body: Script,
        _ times: [TimeExpression], _ deadlines: [Deadline]
    ) -> String? {
        let place = quantity.range.lowerBound
        let sentence = body.sentence(around: place)
        let clause = body.clause(around: place)
        let once = times.filter { time in
            // "trong quý I" is of the plan's year, which the deadline says.
            time.isOnce || time.isYearlyDay
                || time.isYearless
                    && deadlines.contains {
                        $0.type != .recurring && $0.text == body.text(time.range)
                    }
        }
        let near = once.filter {
            sentence.contains($0.range.lowerBound) && !body.isOfOnePart($0.range)
        }
        let isOwn = { (time: TimeExpression) in clause.contains(time.range.lowerBound) }
        let before = near.last { time in
            time.range.lowerBound < place && !body.isClosedOff(time.range, from: place)
                && (isOwn(time) || per == nil && !body.endsClause(time.range))
        }
        let behind = near.first { time in
            time.range.lowerBound > place && (isOwn(time) || body.onlyEnds(time.range))
                // "trước ngày …, 05 lớp trước ngày …": it is of the next count.
                && !quantities.contains {
                    $0.range.lowerBound > place && $0.range.upperBound <= time.range.lowerBound
                        && !body.areJoint(quantity.range, $0.range)
                }
        }
        // "đến hết quý I đạt 40%, đến hết quý II đạt 70%": each time has the count behind it.
        let opensWithTime =
            near.first(where: isOwn).map { time in
                !quantities.contains {
                    $0.range.upperBound <= time.range.lowerBound
                        && clause.contains($0.range.lowerBound)
                }
            } ?? false
        // "95% vào năm 2027 và 97% vào năm 2030": each count has the time behind it.
        let isOfOther =
            before.map { time in
                !opensWithTime
                    && quantities.contains {
                        $0.range.upperBound <= time.range.lowerBound
                            && clause.contains($0.range.lowerBound)
                    } || !isOwn(time)
            } ?? false
        let chosen: TimeExpression? =
            if per == nil {
                (isOfOther ? behind.flatMap { isOwn($0) ? $0 : nil } : nil) ?? before ?? behind
                    ?? ending(after: sentence, once, body)
            } else {
                // "02 lượt/ngày từ ngày 15/2 đến ngày 15/3": again and again, until the last day.
                before ?? behind.flatMap { isOwn($0) && $0.isSpan ? $0 : nil }
            }
        if let chosen {
            let text = body.text(chosen.range)
            if let bound = deadlines.first(where: { $0.text == text && $0.type != .event }) {
                return bound.date
            }
        }
        let fields = deadlines.filter { deadline in
            (deadline.type == .by || deadline.type == .within
                // The day of a field; one in the text is of what stands beside it.
                || deadline.type == .on && body.first(Phrase(deadline.text)) == nil)
                && !once.contains { body.text($0.range) == deadline.text }
        }
        return per == nil && near.isEmpty ? fields.compactMap(\.date).max() : nil
    }

    /// "… mỗi xã 02 hội nghị. Thời gian kết thúc trước ngày 14/3/2026.": the time of both sentences.
    private static func ending(
        after sentence: Range<Int>, _ times: [TimeExpression], _ body: Script
    ) -> TimeExpression? {
        let next = body.skipSpaces(min(sentence.upperBound + 1, body.count))
        guard
            body.end(ofAny: ["thời gian", "thời hạn", "hoàn thành", "xong"], at: next) != nil
        else { return nil }
        return times.first { body.sentence(around: next).contains($0.range.lowerBound) }
    }

    /// What is measured: the words behind the number up to the next mark, as a handle for people.
    private static func metric(of quantity: Quantity, in body: Script) -> String? {
        let start = body.skipSpaces(quantity.range.upperBound)
        var end = start
        while end < body.count, !",;:()".unicodeScalars.contains(body.scalars[end]),
            !body.isSentenceEnd(end)
        { end += 1 }
        end = body.trimSpaces(before: end)
        return end > start ? body.text(start..<end) : nil
    }
}

extension Script {
    /// Whether nothing more stands in the clause behind a range, so that it speaks of that alone.
    fileprivate func endsClause(_ range: Range<Int>) -> Bool {
        var end = clause(around: range.lowerBound).upperBound
        while end > range.upperBound, !scalars[end - 1].isWordPart { end -= 1 }
        return end <= range.upperBound
    }

    /// "…; hoàn thành trước ngày 15/5", "…; khắc phục sai sót, hoàn thành trước ngày 15/5": what
    /// gives the date of all that stands before it.
    fileprivate func onlyEnds(_ range: Range<Int>) -> Bool {
        let start = skipSpaces(clause(around: range.lowerBound).lowerBound)
        let part = skipSpaces(part(around: range.lowerBound).lowerBound)
        let endings: [Phrase] = [
            "hoàn thành", "xong", "kết thúc", "thời gian", "thời hạn", "sẵn sàng",
            "bảo đảm sẵn sàng", "đảm bảo sẵn sàng", "bàn giao", "đưa vào sử dụng",
        ]
        return start == range.lowerBound || end(ofAny: endings, at: start) != nil
            || endings.contains { end(of: $0, at: part).map(skipSpaces) == range.lowerBound }
    }

    /// "đợt 1 xong trước ngày 31/01": of the first round alone.
    fileprivate func isOfOnePart(_ range: Range<Int>) -> Bool {
        let start = skipSpaces(part(around: range.lowerBound).lowerBound)
        guard start < range.lowerBound,
            let word = end(ofAny: ["đợt", "lần", "vòng", "bước", "giai đoạn"], at: start)
        else { return false }
        let next = skipSpaces(word)
        return number(at: next) != nil
            || end(ofAny: ["i", "ii", "đầu", "thứ", "một", "hai"], at: next) != nil
    }

    /// Counts of one list: only words without marks but commas, and no further time, between.
    fileprivate func areJoint(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        guard one.upperBound <= other.lowerBound else { return false }
        return other.lowerBound - one.upperBound < 90
            && !scalars[one.upperBound..<other.lowerBound].contains {
                ";:.".unicodeScalars.contains($0)
            }
    }

    /// Whether a bracket around the first closes before the second: it speaks of what stood before.
    fileprivate func isClosedOff(_ range: Range<Int>, from position: Int) -> Bool {
        var depth = 0
        for index in range.upperBound..<Swift.max(range.upperBound, position) {
            if scalars[index] == "(" { depth += 1 }
            if scalars[index] == ")" { depth -= 1 }
            if depth < 0 { return true }
        }
        return false
    }
}

/// "trước khi Luật … có hiệu lực": a limit in time that chooses objects.
private enum EffectLimits {
    static func read(_ body: Script) -> [Criterion] {
        var found: [Criterion] = []
        var position = 0
        while let word = body.first("có hiệu lực", from: position) {
            position = word.upperBound
            let sentence = body.clause(around: word.lowerBound)
            guard
                let start = body.last(
                    ofAny: ["trước khi", "trước ngày", "sau ngày", "sau khi", "kể từ ngày"],
                    in: sentence.lowerBound..<word.lowerBound),
                let law = body.first(
                    ofAny: ["luật", "nghị định", "quy chuẩn", "tiêu chuẩn", "thông tư"],
                    in: start.upperBound..<word.lowerBound)
            else { continue }
            let name = body.text(law.lowerBound..<body.trimSpaces(before: word.lowerBound))
            found.append(
                Criterion(
                    text: body.text(start.lowerBound..<word.upperBound),
                    op: body.has("trước", at: start.lowerBound) ? "<" : ">", value: nil,
                    unit: "effective date of " + name))
        }
        return found
    }
}
