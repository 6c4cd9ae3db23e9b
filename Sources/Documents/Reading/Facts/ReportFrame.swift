import Domain

/// One act of reporting: who reports, to whom, through whom.
struct ReportFrame {
    let context: ReportContext
    var act: ReportAct
    /// The part of the clause that speaks of this act.
    var part: Range<Int>
    /// Ends with a colon, behind which the reports follow.
    var isHead = false
    /// The report before it in the sentence: the next one goes the same way.
    var before: ReportDutyReading?
    /// "báo cáo UBND xã trước ngày 20, Sở Y tế theo quy định": the second stands without a verb.
    var sharesVerb = false

    init(context: ReportContext, act: ReportAct, part: Range<Int>) {
        self.context = context
        self.act = act
        self.part = part
    }

    var body: Script { context.body }
    var verb: Range<Int> { act.range }

    var sentence: Range<Int> { body.sentence(around: verb.lowerBound) }

    /// Where the purpose begins ("để tổng hợp …"): nothing behind it is of this report.
    var purpose: Int {
        body.first(ofAny: ["để", "nhằm"], in: verb.upperBound..<part.upperBound)?.lowerBound
            ?? part.upperBound
    }

    /// The units of the part behind the act.
    private var behind: [UnitNames.Match] {
        context.matches.filter {
            $0.range.lowerBound >= verb.upperBound && $0.range.lowerBound < part.upperBound
        }
    }

    // MARK: To whom

    private static let movers: [Phrase] = [
        "về", "gửi về", "gửi", "cho", "đến", "tới", "lên", "với", "trình",
    ]

    /// The recipients: named directly behind the act, or behind "về", "gửi" ….
    var recipients: [UnitNames.Match] {
        let behind = behind.filter {
            $0.range.lowerBound < purpose && !isInBrackets($0.range.lowerBound)
                && !isVia($0.range.lowerBound) && !isBehindPartners($0.range.lowerBound)
        }
        guard
            let first = behind.first(where: { match in
                isDirect(match.range.lowerBound)
                    || body.start(ofAny: Self.movers, before: match.range.lowerBound) != nil
            })
        else { return [] }
        return [first] + goingOn(from: first, in: behind)
    }

    /// Small words between the act and the one to whom it is directed.
    private static let between: [Phrase] = [
        "kịp thời", "ngay", "kết quả", "định kỳ", "đột xuất", "bằng văn bản", "về", "gửi", "với",
        "cho", "đề xuất", "kiến nghị", "phản ánh", "các", "đồng chí", "nhanh", ",",
    ]

    private func isDirect(_ position: Int) -> Bool {
        onlyHas(Self.between, from: verb.upperBound, to: position)
    }

    /// Whether nothing stands between two positions but these words.
    private func onlyHas(_ words: [Phrase], from start: Int, to end: Int) -> Bool {
        var next = body.skipSpaces(start)
        while next < end {
            if body.scalars[next] == "," {
                next = body.skipSpaces(next + 1)
            } else if let word = body.end(ofAny: words, at: next) {
                next = body.skipSpaces(word)
            } else {
                return false
            }
        }
        return true
    }

    /// Further units joined to one by commas or "và".
    private func goingOn(
        from first: UnitNames.Match, in all: [UnitNames.Match]
    ) -> [UnitNames.Match] {
        var end = first.range.upperBound
        var further: [UnitNames.Match] = []
        for match in all where match.range.lowerBound > first.range.lowerBound {
            guard
                isJoint(end, match.range.lowerBound)
                    || behindBracket(end).map({ isJoint($0, match.range.lowerBound) }) == true
            else { break }
            further.append(match)
            end = match.range.upperBound
        }
        return further
    }

    private func isJoint(_ end: Int, _ start: Int) -> Bool {
        let gap = body.text(end..<max(end, start)).split(whereSeparator: { $0 == " " || $0 == "," })
        return gap.isEmpty || gap == ["và"]
    }

    /// "báo cáo Bộ Y tế (qua Cục Phòng bệnh), UBND tỉnh": beyond what stands in brackets.
    private func behindBracket(_ end: Int) -> Int? {
        let open = body.skipSpaces(end)
        guard body.at(open) == "(" else { return nil }
        return (open..<part.upperBound).first { body.scalars[$0] == ")" }.map { $0 + 1 }
    }

    private func isInBrackets(_ position: Int) -> Bool {
        var depth = 0
        for index in part.lowerBound..<position {
            if body.scalars[index] == "(" { depth += 1 }
            if body.scalars[index] == ")" { depth = max(0, depth - 1) }
        }
        return depth > 0
    }

    /// "báo cáo cấp ủy, phối hợp với UBND …": whom the work is done with.
    private func isBehindPartners(_ position: Int) -> Bool {
        body.last(ofAny: ["phối hợp"], in: verb.upperBound..<position) != nil
    }

    static let kinds: [(name: String, word: Phrase)] = [
        ("Sở ", "sở"), ("Trung tâm ", "trung tâm"), ("Chi cục ", "chi cục"), ("Cục ", "cục"),
        ("Trường ", "trường"), ("Bệnh viện ", "bệnh viện"),
    ]

    /// "báo cáo Sở", "về Giám đốc Sở": the issuer by its kind alone.
    var isToIssuer: Bool {
        guard let issuer = context.issuer,
            let kind = Self.kinds.first(where: { issuer.hasPrefix($0.name) })
        else { return false }
        var position = verb.upperBound
        while let found = body.first(kind.word, from: position, before: purpose) {
            let next = body.skipSpaces(found.upperBound)
            if body.isUpper(found.lowerBound), !body.isUpper(next) {
                let start =
                    body.start(
                        ofAny: ["giám đốc", "lãnh đạo", "ban giám đốc"], before: found.lowerBound)
                    ?? found.lowerBound
                if isDirect(start) || body.start(ofAny: Self.movers, before: start) != nil {
                    return true
                }
            }
            position = found.upperBound
        }
        return false
    }

    // MARK: Through whom

    private func isVia(_ position: Int) -> Bool {
        body.start(ofAny: ["qua", "thông qua"], before: position) != nil
    }

    private var via: String? {
        behind.first { isVia($0.range.lowerBound) }.map(wholeInBrackets)
    }

    /// "(qua Ban Tuyên huấn, giám sát và tiếp dân)": what the bracket goes on with in small letters
    /// is of the one name.
    private func wholeInBrackets(_ match: UnitNames.Match) -> String {
        let end = match.range.upperBound
        let word = body.start(ofAny: ["qua", "thông qua"], before: match.range.lowerBound)
        guard let word, body.at(body.trimSpaces(before: word) - 1) == "(",
            body.at(body.skipSpaces(end)) == ",",
            let close = (end..<part.upperBound).first(where: { body.scalars[$0] == ")" }),
            !(end..<close).contains(where: { body.isUpper($0) || body.scalars[$0] == ";" }),
            !context.matches.contains(where: { (end..<close).contains($0.range.lowerBound) })
        else { return match.canonical }
        return context.units.canonical(body.text(match.range.lowerBound..<close))
    }

    // MARK: The duties

    var duties: [ReportDutyReading] {
        var sender = sender
        let recipients = recipients
        let terms = ReportTerms(frame: self)
        let line = context.paragraph.line(
            at: terms.place ?? recipients.first?.range.lowerBound ?? verb.lowerBound)
        var ends = recipients.isEmpty ? [String?.none] : recipients.map { $0.canonical }
        var via = via
        if recipients.isEmpty, isToIssuer { ends = [context.issuer] }
        if ends == [nil], let before {
            ends = [before.to]
            via = via ?? before.via
            sender = (before.from, before.preparedBy)
        }
        if ends == [nil], let earlier = recipientBefore {
            ends = [earlier.canonical]
            via = via ?? viaBehind(earlier)
        }
        if ends == [nil], isHeard, !context.lead.isEmpty { ends = context.lead }
        if sharesVerb || goesOnDrafted, let before { sender = (before.from, before.preparedBy) }
        if let passed = passedOn {
            sender = ([passed.by], context.lead)
            ends = [passed.to]
        }
        return ends.indices.flatMap { index in
            let recipient = ends[index]
            let way = recipients.count > 1 ? self.via(behind: index, of: recipients) : via
            return terms.all.map { term in
                ReportDutyReading(
                    from: sender.from.filter { $0 != recipient }, to: recipient, via: way,
                    due: term.due, recurrence: term.recurrence, preparedBy: sender.preparedBy,
                    line: line)
            }
        }
    }

    /// Of several recipients each has its own way: "báo cáo Bộ Y tế (qua Cục Phòng bệnh), UBND tỉnh".
    private func via(behind index: Int, of recipients: [UnitNames.Match]) -> String? {
        let next =
            index + 1 < recipients.count
            ? recipients[index + 1].range.lowerBound : part.upperBound
        return behind.first { match in
            isVia(match.range.lowerBound)
                && (recipients[index].range.upperBound..<next).contains(match.range.lowerBound)
        }?.canonical
    }

    /// "gửi kế hoạch về Đảng ủy (qua Văn phòng) …; định kỳ báo cáo": the report goes there, too.
    private var recipientBefore: UnitNames.Match? {
        context.matches.last { match in
            match.range.lowerBound >= sentence.lowerBound
                && match.range.upperBound <= verb.lowerBound
                && body.start(ofAny: ["gửi về", "về", "gửi"], before: match.range.lowerBound) != nil
        }
    }

    private func viaBehind(_ recipient: UnitNames.Match) -> String? {
        context.matches.first {
            $0.range.lowerBound >= recipient.range.upperBound
                && $0.range.upperBound <= verb.lowerBound && isVia($0.range.lowerBound)
        }?.canonical
    }

    /// "Định kỳ nghe Công an xã báo cáo": to the one who listens.
    private var isHeard: Bool {
        guard
            let name = context.matches.last(where: {
                $0.range.upperBound <= verb.lowerBound && part.contains($0.range.lowerBound)
            })
        else { return false }
        return body.start(ofAny: ["nghe"], before: name.range.lowerBound) != nil
    }

    private static let signing: [Phrase] = ["ký duyệt", "ký ban hành", "ký", "phê duyệt"]
    private static let sending: [Phrase] = [
        "ký báo cáo", "báo cáo", "ký gửi", "gửi báo cáo", "gửi", "trình",
    ]

    /// "xây dựng báo cáo, trình UBND phường gửi Sở Nội vụ": who sends the draft on, and where.
    var passedOn: (by: String, to: String)? {
        let behind = behind
        // "lập báo cáo của UBND xã gửi Sở Y tế"
        if let owner = behind.first, behind.count > 1,
            body.end(of: "của", at: body.skipSpaces(verb.upperBound)).map(body.skipSpaces)
                == owner.range.lowerBound,
            body.start(ofAny: Self.movers, before: behind[1].range.lowerBound) != nil
        {
            return (owner.canonical, behind[1].canonical)
        }
        guard let first = behind.first, behind.count > 1,
            body.start(
                ofAny: ["trình", "tham mưu", "tham mưu cho"], before: first.range.lowerBound)
                != nil
        else { return nil }
        var next = body.skipSpaces(first.range.upperBound)
        let signed = body.end(ofAny: Self.signing, at: next)
        if let signed { next = body.skipSpaces(signed) }
        if body.at(next) == "," { next = body.skipSpaces(next + 1) }
        guard let mover = body.end(ofAny: Self.sending, at: next) else { return nil }
        let start = body.skipSpaces(mover)
        let place = body.end(ofAny: ["về", "cho"], at: start).map(body.skipSpaces) ?? start
        guard place == behind[1].range.lowerBound else { return nil }
        // "trình Chủ tịch UBND xã ký": the committee sends what its chairman signs.
        if signed != nil, let issuer = context.issuer, first.canonical.hasPrefix("Chủ tịch "),
            context.units.areSame(String(first.canonical.dropFirst(9)), issuer)
        {
            return (issuer, behind[1].canonical)
        }
        return (first.canonical, behind[1].canonical)
    }
}
