import Domain

/// What is done again and again: "hằng năm", "định kỳ quý", "cuối năm".
extension TimeExpressions {
    private static let cycleWords: [(Phrase, Deadline.Recurrence)] = [
        ("năm", .yearly), ("quý", .quarterly), ("quí", .quarterly), ("tháng", .monthly),
        ("tuần", .weekly), ("ngày", .daily),
    ]

    /// "hằng năm", "hàng tháng", "mỗi quý" at a position.
    func cycleWord(_ position: Int) -> (recurrence: Deadline.Recurrence, end: Int)? {
        guard let word = body.end(ofAny: ["hằng", "hàng", "mỗi"], at: position) else { return nil }
        let start = body.skipSpaces(word)
        for (unit, recurrence) in Self.cycleWords {
            if let end = body.end(of: unit, at: start) {
                return body.number(at: body.skipSpaces(end)) == nil
                    || !body.hasWord("năm", at: start)
                    ? (recurrence, end) : nil
            }
        }
        return nil
    }

    /// A cycle directly behind a date, a stray stroke or comma between.
    func cycleBehind(_ position: Int) -> (recurrence: Deadline.Recurrence, end: Int)? {
        var next = body.skipSpaces(position)
        if let mark = body.at(next), mark == "/" || mark == "," || mark == "(" {
            next = body.skipSpaces(next + 1)
        }
        return cycleWord(next)
    }

    private static let payments: [Phrase] = [
        "trợ cấp", "phụ cấp", "lương", "mặt", "bán", "sinh hoạt phí",
    ]

    func cycle(_ position: Int) -> TimeExpression? {
        guard let cycle = cycleWord(position),
            body.start(ofAny: Self.payments, before: position) == nil
        else { return nil }
        return make(position, cycle.end, .cycle(cycle.recurrence, date: nil))
    }

    /// "báo cáo 02 lần/ngày": how often it is done.
    func times(_ position: Int) -> TimeExpression? {
        guard body.isOfReports(position),
            let number = body.number(at: position),
            let word = body.end(of: "lần", at: body.skipSpaces(number.end))
        else { return nil }
        var next = body.skipSpaces(word)
        if body.at(next) == "/" {
            next = body.skipSpaces(next + 1)
        } else if let each = body.end(ofAny: ["mỗi", "một", "trong"], at: next) {
            next = body.skipSpaces(each)
        }
        for (unit, recurrence) in Self.cycleWords {
            if let end = body.end(of: unit, at: next) {
                return make(position, end, .cycle(recurrence, date: nil))
            }
        }
        return nil
    }

    /// "01 tháng/lần", "03 tháng một lần".
    func everySo(_ position: Int) -> TimeExpression? {
        guard
            let number = body.number(at: position)
                ?? body.spelledNumber(at: position).map({ (Int($0.value), $0.end) })
        else { return nil }
        for (unit, recurrence) in Self.cycleWords {
            guard let word = body.end(of: unit, at: body.skipSpaces(number.end)) else { continue }
            var next = body.skipSpaces(word)
            if body.at(next) == "/" { next = body.skipSpaces(next + 1) }
            if let one = body.end(ofAny: ["một", "1", "01"], at: next) {
                next = body.skipSpaces(one)
            }
            guard let end = body.end(of: "lần", at: next) else { return nil }
            switch (number.value, recurrence) {
            case (1, _): return make(position, end, .cycle(recurrence, date: nil))
            case (3, .monthly): return make(position, end, .cycle(.quarterly, date: nil))
            case (6, .monthly): return make(position, end, .cycle(.halfYearly, date: nil))
            case (12, .monthly): return make(position, end, .cycle(.yearly, date: nil))
            default: return nil
            }
        }
        return nil
    }

    /// "trước ngày 01/6 và 15/11 hằng năm", "trước ngày 15/3, 15/6, 15/9": each further day, with the
    /// cycle of all.
    mutating func listDay(after first: TimeExpression) {
        var last = first
        while let next = further(behind: last.range.upperBound) {
            let start = next
            let word = body.end(of: "trước", at: next).map(body.skipSpaces) ?? next
            guard let day = body.calendar(at: word), day.day != nil else { return }
            if let cycle = cycleBehind(day.end), day.year == nil {
                found.append(make(start, cycle.end, .cycle(cycle.recurrence, date: day.lastDay)))
                return
            }
            last = make(start, day.end, .by(day), strict: first.isStrict)
            found.append(last)
        }
    }

    /// Behind the bracket that opens here, if it holds a few words without a date.
    private func shortBracket(_ open: Int) -> Int? {
        let limit = min(body.count, open + 40)
        guard let close = (open..<limit).first(where: { body.scalars[$0] == ")" }),
            !body.scalars[open..<close].contains("/")
        else { return nil }
        return close + 1
    }

    /// Behind a comma, "và" or "hoặc".
    private func further(behind position: Int) -> Int? {
        var next = body.skipSpaces(position)
        // "trước ngày 20/6 (báo cáo 6 tháng), ngày 20/11 (báo cáo năm)"
        if body.at(next) == "(", let close = shortBracket(next) { next = body.skipSpaces(close) }
        if body.at(next) == "," { return body.skipSpaces(next + 1) }
        return body.end(ofAny: ["và", "hoặc"], at: next).map(body.skipSpaces)
    }

    /// "trước ngày 30/6/2026 và ngày 20/12/2026": the second, with a year of its own.
    mutating func listDated(after first: TimeExpression) {
        let next = body.skipSpaces(first.range.upperBound)
        guard let word = body.end(of: "và", at: next).map(body.skipSpaces),
            body.hasWord("ngày", at: word), let day = body.calendar(at: word), day.day != nil,
            day.year != nil
        else { return }
        found.append(make(word, day.end, .by(day), strict: first.isStrict))
    }

    /// "trong quý III năm 2026 và quý I năm 2027": two times, each with its year.
    mutating func listWithin(after first: TimeExpression) {
        var next = body.skipSpaces(first.range.upperBound)
        if body.at(next) == "," {
            next = body.skipSpaces(next + 1)
        } else if let word = body.end(of: "và", at: next) {
            next = body.skipSpaces(word)
        } else {
            return
        }
        guard let second = body.calendar(at: next), second.year != nil, second.day == nil,
            !body.scalars[next].isDigit
        else { return }
        found.append(make(next, second.end, .within(second)))
    }

    /// "hằng tháng, quý, năm": what follows the first goes on with it.
    mutating func listCycles(after position: Int) {
        var next = position
        while let item = listedCycle(after: next) {
            found.append(item)
            next = item.range.upperBound
        }
    }

    /// "hằng tháng (trước ngày 25), quý, năm": the list goes on behind the day in brackets.
    mutating func listBehindBracket() {
        guard found.count > 1, let last = found.last, case .cycle = found[found.count - 2].meaning
        else { return }
        let close = body.skipSpaces(last.range.upperBound)
        if body.at(close) == ")" { listCycles(after: close + 1) }
    }

    private func listedCycle(after position: Int) -> TimeExpression? {
        var next = body.skipSpaces(position)
        if body.at(next) == "," {
            next = body.skipSpaces(next + 1)
        } else if let word = body.end(ofAny: ["và", "hoặc"], at: next) {
            next = body.skipSpaces(word)
        } else {
            return nil
        }
        if let half = halves(at: next) { return make(next, half, .cycle(.halfYearly, date: nil)) }
        if let one = body.number(at: next), one.value == 1 {
            next = body.skipSpaces(one.end)
        } else if let one = body.end(of: "một", at: next) {
            next = body.skipSpaces(one)
        }
        for (unit, recurrence) in Self.cycleWords {
            guard let end = body.end(of: unit, at: next) else { continue }
            let follows = body.skipSpaces(end)
            let isClosed =
                follows == body.count || !body.scalars[follows].isWordPart
                || body.end(ofAny: Self.behindCycles, at: follows) != nil
            return isClosed ? make(next, end, .cycle(recurrence, date: nil)) : nil
        }
        return nil
    }

    private static let behindCycles: [Phrase] = [
        "và", "hoặc", "theo", "báo", "về", "gửi", "tổng hợp", "kịp thời", "thực hiện", "đánh giá",
        "rà soát", "sơ kết", "tổng kết", "cùng",
    ]

    /// "6 tháng", "06 tháng/lần", as a cycle.
    private func halves(at position: Int) -> Int? {
        guard let number = body.number(at: position), number.value == 6,
            let end = body.end(of: "tháng", at: body.skipSpaces(number.end))
        else { return nil }
        let next = body.skipSpaces(end)
        if body.at(next) == "/", let word = body.end(of: "lần", at: body.skipSpaces(next + 1)) {
            return word
        }
        return body.end(ofAny: ["đầu", "cuối"], at: next) == nil ? end : nil
    }

    /// "khám sức khỏe định kỳ" is the name of what is done.
    private static let regular: [Phrase] = [
        "khám sức khỏe", "khám sức khoẻ", "kiểm tra sức khỏe", "kiểm tra sức khoẻ", "phiên họp",
        "cuộc họp", "họp báo", "sinh hoạt", "kiểm định", "bảo dưỡng",
    ]

    func periodically(_ position: Int) -> TimeExpression? {
        if body.start(ofAny: Self.regular, before: position) != nil,
            cycleBehind(body.wordEnd(body.skipSpaces(body.wordEnd(position)))) == nil
        {
            return nil
        }
        guard
            let word = body.end(of: "định kỳ", at: position)
                ?? body.end(of: "định kì", at: position)
        else { return nil }
        let next = body.skipSpaces(word)
        if let half = halves(at: next) {
            return make(position, half, .cycle(.halfYearly, date: nil))
        }
        if let cycle = listedCycle(at: next) {
            return make(position, cycle.range.upperBound, cycle.meaning)
        }
        // "định kỳ 03 tháng"
        if let number = body.number(at: next), number.value == 1 || number.value == 3,
            let month = body.end(of: "tháng", at: body.skipSpaces(number.end))
        {
            let recurrence: Deadline.Recurrence = number.value == 1 ? .monthly : .quarterly
            return make(position, month, .cycle(recurrence, date: nil))
        }
        return make(position, word, .periodically)
    }

    /// "định kỳ quý, năm": bare words behind "định kỳ".
    private func listedCycle(at position: Int) -> TimeExpression? {
        for (unit, recurrence) in Self.cycleWords where unit != "ngày" {
            guard let end = body.end(of: unit, at: position) else { continue }
            return body.number(at: body.skipSpaces(end)) == nil
                ? make(position, end, .cycle(recurrence, date: nil)) : nil
        }
        return nil
    }

    /// "duy trì các năm tiếp theo", "những năm tiếp theo".
    func following(_ position: Int) -> TimeExpression? {
        var start = position
        if let word = body.end(of: "duy trì", at: position) {
            start = body.skipSpaces(word)
            if let word = body.end(ofAny: ["trong", "vào", "ở", "đến"], at: start) {
                start = body.skipSpaces(word)
            }
        }
        guard
            let end = body.end(
                ofAny: [
                    "các năm tiếp theo", "những năm tiếp theo", "các năm sau", "những năm sau",
                ], at: start)
        else { return nil }
        return make(position, end, .cycle(.yearly, date: nil))
    }

    /// "cuối năm" without a year comes every year; "cuối năm 2026" once.
    func endOfYear(_ position: Int) -> TimeExpression? {
        guard let word = body.end(of: "cuối năm", at: position) else { return nil }
        if let year = body.year(at: word - 3) {
            return isInName(position) ? nil : make(position, year.end, .by(year))
        }
        return body.hasWord("học", at: body.skipSpaces(word))
            ? nil : make(position, word, .cycle(.yearly, date: nil))
    }
}
