/// What a count counts, named in English as in the annotations of plans.
struct CountUnit: Sendable, Equatable {
    /// What sort of thing it is says which verbs make an aim of its number.
    enum Kind: Sendable { case act, work, thing, person, body, place, time, amount, extent }

    var name: String
    /// Behind the noun.
    var end: Int
    var kind: Kind

    /// A measure (metre, year of age) chooses objects and is rarely an aim.
    var isMeasure: Bool { kind == .amount || kind == .extent }

    /// The unit that begins at a position; nil: the word there is none of the nouns.
    static func read(_ body: Script, at position: Int) -> CountUnit? {
        let start = noun(in: body, from: position)
        // "1.000 chiếc bao tải", "30 bộ đèn": the noun stands behind its classifier.
        return named(body, at: start)
            ?? body.end(ofAny: classifiers, at: start).flatMap {
                named(body, at: body.skipSpaces($0))
            }
    }

    private static let classifiers: [Phrase] = [
        "chiếc", "cái", "cuốn", "quyển", "bộ", "tấm", "con", "hệ thống", "cụm",
    ]

    private static func named(_ body: Script, at start: Int) -> CountUnit? {
        guard let first = body.at(start), let nouns = CountNouns.all[first] else { return nil }
        let isOpen = body.isWordStart(start)
        for (phrase, name, kind) in nouns {
            // "200m": a measure may stand without a space before it.
            guard isOpen || kind == .amount || kind == .extent || kind == .time,
                let end = phrase.end(in: body.lower, at: start), body.isBoundary(end)
            else { continue }
            let unit = CountUnit(name: name, end: goingOn(name, body, end), kind: kind)
            return kind == .act || name == "point" ? unit.named(by: body, from: start) : unit
        }
        return nil
    }

    /// Behind a quotation mark, and behind "(ba)" in "03 (ba) lớp".
    private static func noun(in body: Script, from position: Int) -> Int {
        var start = position
        if body.at(start) == "(" {
            var close = start + 1
            while close < body.count, close - start < 12, body.scalars[close] != ")" { close += 1 }
            guard body.at(close) == ")" else { return position }
            start = body.skipSpaces(close + 1)
        }
        if let mark = body.at(start), "“\"‘'".unicodeScalars.contains(mark) { start += 1 }
        return start
    }

    /// "tin, bài" is one.
    private static func goingOn(_ name: String, _ body: Script, _ end: Int) -> Int {
        guard name == "news item", body.at(end) == "," else { return end }
        return body.end(of: "bài", at: body.skipSpaces(end + 1)) ?? end
    }

    // MARK: Names from the sentence

    private static let onAir: [Phrase] = [
        "phát sóng", "phát thanh", "truyền thanh", "tiếp sóng", "phát tin", "loa", "phát bản tin",
        "phát bài", "thời lượng phát",
    ]

    /// Where "chuyên đề" are made for readers and listeners; elsewhere they are what a body
    /// supervises or talks about.
    private static let media: [Phrase] = [
        "phát thanh", "truyền thanh", "truyền hình", "báo chí", "báo và", "đài", "chuyên mục",
        "chuyên trang", "phóng sự", "tin, bài", "tin bài", "đăng", "phát sóng",
    ]

    private static let drills: [Phrase] = ["thực tập", "diễn tập"]
    private static let lessons: [Phrase] = ["tập huấn", "huấn luyện", "tuyên truyền", "bồi dưỡng"]
    private static let rounds: [(Phrase, String)] = [
        ("kiểm tra", "inspection"), ("tuần tra", "patrol"),
    ]

    /// "lượt" and "lần" are of what the sentence does: broadcasts, drills, checks.
    private func named(by body: Script, from start: Int) -> CountUnit {
        guard ["time", "session", "topic", "case", "point"].contains(name) else { return self }
        let sentence = body.sentence(around: start)
        let front = sentence.lowerBound..<end
        var unit = self
        switch name {
        case "topic" where body.first(ofAny: Self.media, in: sentence) != nil:
            unit.name = "episode"
        case "point" where body.isPlaceOfWork(before: start): unit.name = "place"
        case "case" where body.hasWord("ca", at: start):
            if body.first(ofAny: ["tuần tra", "trực"], in: front) != nil { unit.name = "shift" }
        case "time", "session":
            if body.first(ofAny: Self.onAir, in: front) != nil {
                unit.name = "broadcast"
            } else if name == "time" {
                unit.name = act(before: start, in: body) ?? name
            }
        default: break
        }
        return unit
    }

    private func act(before start: Int, in body: Script) -> String? {
        let clause = body.clause(around: start)
        let front = clause.lowerBound..<start
        if body.first(ofAny: Self.drills, in: front) != nil {
            return body.first(ofAny: Self.lessons, in: front) == nil ? "drill" : nil
        }
        guard body.hasWord("lượt", at: start) else { return nil }
        return Self.rounds.first { body.first(ofAny: [$0.0], in: front) != nil }?.1
    }
}

extension Script {
    /// Whether "12 điểm" stands behind "tại": places, and not points of anything.
    fileprivate func isPlaceOfWork(before noun: Int) -> Bool {
        var number = trimSpaces(before: noun)
        while number > 0, scalars[number - 1].isDigit || scalars[number - 1] == "." { number -= 1 }
        return start(ofAny: ["tại"], before: number) != nil
    }
}
