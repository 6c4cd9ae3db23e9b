import Domain

/// Who reports.
extension ReportFrame {
    /// Words between a subject and its act that change nothing: adverbs and what else it does.
    private static let adverbs: [Phrase] = [
        "kịp thời", "chủ động", "định kỳ", "tổng hợp", "có trách nhiệm", "phải", "gửi", "thực hiện",
        "tiếp tục", "và", "thường xuyên", "nghiêm túc", "đề nghị", "hằng năm", "hàng năm", "thì",
        "sơ kết 6 tháng", "sơ kết 06 tháng", "sơ kết quý", "tổng kết năm", "tổng kết công tác năm",
        "sơ kết", "tổng kết", "đánh giá", "tổ chức sơ kết", "tổ chức tổng kết", "kết quả",
        "ban hành", "xây dựng", "lập", "có",
    ]
    private static let advising: [Phrase] = [
        "tham mưu, giúp", "tham mưu giúp", "tham mưu cho", "tham mưu", "giúp",
    ]
    /// Behind these a unit is no subject.
    private static let governing: [Phrase] = [
        "phối hợp với", "phối hợp", "đôn đốc", "hướng dẫn", "trình",
    ]

    /// The unit for whom a report is drafted, the subject directly before the act, the one at the
    /// head of the clause, or who leads.
    var sender: (from: [String], preparedBy: [String]?) {
        let lead = context.lead
        // "tham mưu báo cáo Bộ Công an": the issuer, for whom it is drafted.
        if let issuer = context.issuer, !lead.isEmpty, !lead.contains(issuer),
            body.start(ofAny: Self.advising, before: verb.lowerBound) != nil,
            !recipients.contains(where: { $0.canonical == issuer })
        {
            return ([issuer], lead)
        }
        // "tham mưu Sở báo cáo UBND tỉnh": the issuer by its kind alone.
        if let issuer = context.issuer,
            let kind = Self.kinds.first(where: { issuer.hasPrefix($0.name) }),
            let word = body.start(ofAny: [kind.word], before: verb.lowerBound),
            body.start(ofAny: Self.advising, before: word) != nil
        {
            return ([issuer], lead)
        }
        let front = context.matches.filter {
            $0.range.upperBound <= verb.lowerBound && part.contains($0.range.lowerBound)
        }
        guard let last = front.last, isSubject(last.range.upperBound) else {
            return (headOfClause(front) ?? lead, nil)
        }
        let group = listed(before: last, in: front)
        let start = group.first?.range.lowerBound ?? last.range.lowerBound
        // "tổng hợp, trình UBND xã báo cáo UBND tỉnh": those to whom the draft goes send it on.
        if body.start(ofAny: ["trình"], before: start) != nil, !lead.isEmpty, !recipients.isEmpty,
            body.skipSpaces(last.range.upperBound) == verb.lowerBound,
            !group.contains(where: { lead.contains($0.canonical) })
        {
            return (group.map(\.canonical), lead)
        }
        if body.start(ofAny: Self.governing, before: start) != nil { return (lead, nil) }
        // "Định kỳ nghe các thôn báo cáo"
        if body.start(ofAny: ["nghe"], before: start) != nil {
            return (group.map(\.canonical), nil)
        }
        // Whom the paragraph means by "các sở, ngành, địa phương" its task says.
        if !lead.isEmpty, group.allSatisfy({ !context.known.contains($0.canonical) }) {
            let own = group.count == 1 ? lead.filter { isHead(last.canonical, of: $0) } : []
            return (own.isEmpty ? lead : own, nil)
        }
        // "các phòng, đơn vị, tổ dân phố" at the end: the one group in full the task knows, too.
        if group.count == lead.count,
            group.allSatisfy({
                !context.known.contains($0.canonical) || lead.contains($0.canonical)
            })
        {
            return (lead, nil)
        }
        // "các đơn vị, các thôn": the list begins with those whom only the task knows.
        let mark = body.trimSpaces(before: start) - 1
        if body.at(mark) == "," || body.at(mark) == ";",
            group.allSatisfy({ lead.contains($0.canonical) }),
            lead.count > group.count
        {
            return (lead, nil)
        }
        let isAdvised = body.start(ofAny: Self.advising, before: start) != nil
        return (group.map(\.canonical), isAdvised ? lead : nil)
    }

    /// "tham mưu UBND xã báo cáo UBND tỉnh …; báo cáo Sở Y tế …": the second is drafted for the same
    /// body, where nobody else is named in front of it.
    var goesOnDrafted: Bool {
        guard let before, before.preparedBy != nil, part.lowerBound > sentence.lowerBound,
            !recipients.isEmpty, !recipients.contains(where: { before.from.contains($0.canonical) })
        else { return false }
        return !context.matches.contains {
            part.contains($0.range.lowerBound) && $0.range.upperBound <= verb.lowerBound
        }
    }

    /// Whether the one who reports is only urged to ("đôn đốc các thôn báo cáo").
    var isUrged: Bool {
        let front = context.matches.filter {
            $0.range.upperBound <= verb.lowerBound && part.contains($0.range.lowerBound)
        }
        guard let last = front.last, isSubject(last.range.upperBound) else { return false }
        let start = listed(before: last, in: front).first?.range.lowerBound ?? 0
        return body.start(ofAny: ["đôn đốc", "hướng dẫn", "nhắc nhở"], before: start) != nil
    }

    /// "…; Phòng Kinh tế làm đầu mối theo dõi, báo cáo": a later clause has its own subject.
    private func headOfClause(_ front: [UnitNames.Match]) -> [String]? {
        guard let own = front.first, part.lowerBound > 0, !isPrepared,
            own.range.lowerBound == part.lowerBound, context.known.contains(own.canonical)
        else { return nil }
        return [own.canonical]
    }

    /// The names of one list that ends with the last.
    private func listed(
        before last: UnitNames.Match, in front: [UnitNames.Match]
    ) -> [UnitNames.Match] {
        var group = [last]
        for match in front.dropLast().reversed() {
            guard let first = group.first else { break }
            let gap = body.text(
                match.range.upperBound..<max(match.range.upperBound, first.range.lowerBound)
            )
            .split(whereSeparator: { $0 == " " || $0 == "," })
            guard gap.isEmpty || gap == ["và"] else { break }
            group.insert(match, at: 0)
        }
        return group
    }

    /// "Trưởng thôn" under a heading that names "các thôn" beside others.
    private func isHead(_ person: String, of unit: String) -> Bool {
        let place = unit.lowercased()
        guard place.hasPrefix("các ") else { return false }
        let noun = place.dropFirst(4)
        let heads = ["trưởng \(noun)", "tổ trưởng \(noun)", "trưởng các \(noun)", "bí thư \(noun)"]
        return heads.contains(person.lowercased())
    }

    private var isPrepared: Bool {
        body.first(ofAny: ["tham mưu", "giúp"], in: part.lowerBound..<verb.lowerBound) != nil
    }

    /// Nothing but adverbs, times and commas stands between the unit and the act.
    private func isSubject(_ end: Int) -> Bool {
        var next = body.skipSpaces(end)
        let times = TimeExpressions(body, context: .task).found
        while next < verb.lowerBound {
            if body.scalars[next] == "," {
                next = body.skipSpaces(next + 1)
            } else if let word = body.end(ofAny: Self.adverbs, at: next) {
                next = body.skipSpaces(word)
            } else if let time = times.first(where: { $0.range.lowerBound == next }) {
                // "sơ kết hằng năm, tổng kết vào năm 2030 và báo cáo"
                next = body.skipSpaces(time.range.upperBound)
            } else {
                return false
            }
        }
        return true
    }
}
