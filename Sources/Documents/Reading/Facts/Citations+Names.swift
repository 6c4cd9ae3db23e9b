import Domain

/// Documents cited by their names.
extension Citations {
    private static let trades: [Phrase] = [
        "đại học", "cử nhân", "chuyên ngành", "ngành", "trường", "khoa", "pháp", "môn",
        "hiến pháp và",
    ]

    /// "Luật sửa đổi, bổ sung một số điều của Luật A và Luật B năm 2020": the laws inside count, too.
    private func amendingLaw(at position: Int, behind word: Int) -> Citation? {
        let start = body.skipSpaces(word)
        guard let about = body.end(of: "sửa đổi", at: start) else { return nil }
        let clause = body.clause(around: position)
        guard let first = body.first(ofAny: ["luật", "bộ luật"], in: about..<clause.upperBound),
            first.lowerBound - about < 60, body.isUpper(first.lowerBound)
        else { return nil }
        var end = about
        var next: Int? = first.lowerBound
        while let inner = next, let law = body.end(ofAny: ["bộ luật", "luật"], at: inner),
            let name = LawNames.end(in: body, at: body.skipSpaces(law))
                ?? unknownLaw(at: body.skipSpaces(law))
        {
            end = name
            var joint = body.skipSpaces(name)
            if body.at(joint) == "," { joint = body.skipSpaces(joint + 1) }
            if let and = body.end(of: "và", at: joint) { joint = body.skipSpaces(and) }
            next = body.isUpper(joint) ? joint : nil
        }
        guard end > about else { return nil }
        end = behindYear(end)
        var citation = Citation(
            kind: .law, name: position..<end, place: position, range: position..<end)
        if let number = body.end(of: "số", at: body.skipSpaces(end)),
            let text = NumberText(body, at: body.skipSpaces(number), isAnnounced: true)
        {
            citation.number = text
            citation.name = position..<text.range.upperBound
        }
        finish(&citation)
        // What stands inside is read next.
        citation.range = position..<about
        return citation
    }

    /// "Luật Phòng, chống ma túy năm 2021".
    func law(at position: Int) -> Citation? {
        guard let word = body.end(ofAny: ["bộ luật", "luật", "pháp lệnh"], at: position),
            body.start(ofAny: Self.trades, before: position) == nil
        else { return nil }
        if let amending = amendingLaw(at: position, behind: word) { return amending }
        let start = body.skipSpaces(word)
        guard start < body.count,
            body.end(ofAny: ["sư", "gia", "số", "này", "sửa đổi"], at: start) == nil
        else { return nil }
        guard let name = LawNames.end(in: body, at: start) ?? unknownLaw(at: start) else {
            return nil
        }
        // The year and number behind the last law inside an amending one belong to that.
        let isInside = found.contains { $0.kind == .law && $0.name?.contains(position) == true }
        let end = isInside ? name : behindYear(name)
        var citation = Citation(
            kind: .law, name: position..<end, place: position, range: position..<end)
        var next = body.skipSpaces(end)
        // "Luật Thủ đô (Luật số 39/2024/QH15)"
        if body.at(next) == "(" {
            let open = body.skipSpaces(next + 1)
            let word = body.end(of: "luật", at: open).map(body.skipSpaces) ?? open
            if body.hasWord("số", at: word) { next = word }
        }
        if !isInside, let number = body.end(of: "số", at: next),
            let text = NumberText(body, at: body.skipSpaces(number), isAnnounced: true)
        {
            citation.number = text
            citation.name =
                position..<(body.at(body.skipSpaces(end)) == "(" ? end : text.range.upperBound)
            citation.place = text.range.lowerBound
            citation.range = position..<text.range.upperBound
        }
        finish(&citation)
        if isInside { (citation.date, citation.issuer) = (nil, nil) }
        return citation
    }

    func behindYear(_ end: Int) -> Int {
        body.year(at: body.skipSpaces(end))?.end ?? end
    }

    private static let stops: [Phrase] = [
        "năm", "số", "có", "về", "theo", "để", "cho", "được", "quy định", "đã", "tại", "trong",
        "nhằm", "khi", "là", "hiện hành", "do", "của", "với", "đến", "từ", "và", "cũng", "bảo đảm",
        "này", "các", "phải", "ngày", "nêu", "trên",
    ]

    /// A law that is not in the list: capitalised, up to a mark or a word that goes on otherwise.
    private func unknownLaw(at start: Int) -> Int? {
        guard body.isUpper(start) else { return nil }
        var end = start
        var position = start
        while position < body.count, body.scalars[position].isWordPart {
            if position > start, body.end(ofAny: Self.stops, at: position) != nil { break }
            end = body.wordEnd(position)
            guard end < body.count, body.scalars[end] == " " else { break }
            position = end + 1
        }
        let isLong = body.scalars[start..<end].contains(" ")
        return isLong ? end : nil
    }

    private static let programmes: [(Phrase, DocumentReference.Kind)] = [
        ("đề án", .programme), ("dự án", .programme), ("chương trình", .programme),
        ("chiến lược", .programme), ("chương trình mục tiêu quốc gia", .programme),
    ]

    /// "Đề án “…”", "Đề án nâng cao …", "Chương trình mục tiêu quốc gia …".
    func programme(at position: Int) -> Citation? {
        guard let (word, kind) = programmeWord(at: position) else { return nil }
        let next = body.skipSpaces(word)
        guard next < body.count else { return nil }
        let name: Range<Int>
        if body.scalars[next].isOpeningQuote {
            // "Tổ chức Chương trình “Xuân biên cương”": what is held is no document.
            if body.hasWord("chương trình", at: position),
                body.start(ofAny: Self.staging, before: position) != nil
            {
                return nil
            }
            var end = next + 1
            while end < body.count, !body.scalars[end].isClosingQuote { end += 1 }
            guard end < body.count, end - next > 12 else { return nil }
            name = next + 1..<end
        } else if body.hasWord("06", at: next) && body.hasWord("đề án", at: position) {
            if isInBodyName(position) { return nil }
            name = position..<next + 2
        } else {
            guard let end = unquoted(position, word: word) else { return nil }
            name = position..<end
        }
        var citation = Citation(
            kind: kind, name: name, place: position, range: position..<name.upperBound)
        citation.isIssuedByOther = isIssued(position)
        return citation
    }

    /// "Quy hoạch hạ tầng thông tin … thời kỳ 2021 - 2030, tầm nhìn đến năm 2050".
    func planning(at position: Int) -> Citation? {
        guard let word = body.end(of: "quy hoạch", at: position) else { return nil }
        let clause = body.clause(around: position)
        guard let period = body.first(ofAny: ["thời kỳ"], in: word..<clause.upperBound),
            period.lowerBound - word < 100,
            let first = body.number(at: body.skipSpaces(period.upperBound)),
            Script.years.contains(first.value)
        else { return nil }
        var end = first.end
        let dash = body.skipSpaces(end)
        if body.at(dash)?.isDash == true, let last = body.number(at: body.skipSpaces(dash + 1)) {
            end = last.end
        }
        if body.at(end) == ",", let view = body.end(of: "tầm nhìn", at: body.skipSpaces(end + 1)),
            let until = body.end(of: "đến", at: body.skipSpaces(view)),
            let year = body.year(at: body.skipSpaces(until))
        {
            end = year.end
        }
        var citation = Citation(
            kind: .plan, name: position..<end, place: position, range: position..<end)
        citation.isIssuedByOther = isIssued(position)
        return citation
    }

    /// "Kế hoạch dự trữ lương thực năm 2026 của Sở Công Thương": the plan of another body by its name.
    func otherPlan(at position: Int) -> Citation? {
        guard let word = body.end(of: "kế hoạch", at: position) else { return nil }
        let next = body.skipSpaces(word)
        guard next < body.count, !body.isUpper(next), !body.scalars[next].isDigit,
            body.end(ofAny: Self.stops, at: next) == nil,
            body.start(ofAny: Self.makers, before: position) == nil
        else { return nil }
        let part = body.clause(around: position)
        guard let mark = body.first(ofAny: ["năm"], in: next..<min(part.upperBound, next + 90)),
            let year = body.year(at: mark.lowerBound),
            !body.scalars[next..<mark.lowerBound].contains(where: \.isDigit),
            body.scalars[next..<mark.lowerBound].filter({ $0 == " " }).count >= 3,
            let owner = body.end(of: "của", at: body.skipSpaces(year.end)),
            body.isUpper(body.skipSpaces(owner))
        else { return nil }
        var citation = Citation(
            kind: .plan, name: position..<year.end, place: position, range: position..<year.end)
        finish(&citation)
        return citation
    }

    /// Before the name of a plan that is still to be made.
    private static let makers: [Phrase] = [
        "xây dựng", "ban hành", "lập", "tham mưu", "phê duyệt", "thẩm định", "trình", "dự thảo",
        "hoàn thiện", "điều chỉnh", "triển khai xây dựng",
    ]

    /// "Quy chế phối hợp quản lý chất thải y tế": what it is about makes its name.
    func coordination(at position: Int) -> Citation? {
        guard let word = body.end(of: "quy chế phối hợp", at: position),
            body.start(ofAny: Self.makers, before: position) == nil
        else { return nil }
        let start = body.skipSpaces(word)
        guard start < body.count, !body.scalars[start].isDigit,
            body.end(ofAny: Self.stops + ["giữa", "liên ngành"], at: start) == nil
        else { return nil }
        var end = start
        while end < body.count, !",;:().".unicodeScalars.contains(body.scalars[end]) {
            if body.isWordStart(end), body.end(ofAny: Self.closing, at: end) != nil { break }
            end += 1
        }
        end = body.trimSpaces(before: end)
        guard body.scalars[start..<max(start, end)].filter({ $0 == " " }).count >= 3 else {
            return nil
        }
        var citation = Citation(
            kind: .regulation, name: position..<end, place: position, range: position..<end)
        finish(&citation)
        return citation
    }

    private static let closing: [Phrase] = [
        "theo", "trên địa bàn", "đã ký", "giữa", "của", "nhằm", "để", "năm",
    ]

    private static let staging: [Phrase] = [
        "tổ chức", "tổ chức các", "phát động", "hưởng ứng", "tham gia", "tham dự", "phát sóng",
        "dàn dựng", "công diễn", "ra mắt",
    ]

    private func programmeWord(at position: Int) -> (Int, DocumentReference.Kind)? {
        for (phrase, kind) in Self.programmes {
            if let end = body.end(of: phrase, at: position) { return (end, kind) }
        }
        return nil
    }

    private static let verbs: [Phrase] = [
        "nâng cao", "xây dựng", "phát triển", "đổi mới", "tăng cường", "hỗ trợ", "đào tạo",
        "bồi dưỡng", "đẩy mạnh", "tổng thể", "cải cách", "chuyển đổi", "quản lý", "bảo tồn",
        "phòng", "phổ biến", "hoàn thiện", "ứng dụng", "thí điểm", "tuyên truyền", "nghiên cứu",
        "hiện đại", "cải thiện", "tổ chức", "thúc đẩy", "chăm sóc",
    ]

    /// The end of a name without quotation marks: the clause, where it is surely a name.
    private func unquoted(_ position: Int, word: Int) -> Int? {
        let next = body.skipSpaces(word)
        let isNational =
            body.end(of: "mục tiêu quốc gia", at: next).map { body.at($0) == " " } ?? false
        guard body.hasWord("đề án", at: position) || isNational,
            isNational || body.end(ofAny: Self.verbs, at: next) != nil
        else { return nil }
        var end = next
        while end < body.count, !";:()”\"".unicodeScalars.contains(body.scalars[end]),
            !body.isSentenceEnd(end)
        {
            if body.scalars[end] == ",", endsName(end + 1, of: position) { break }
            // "… phê duyệt Đề án A và Thông tư số B": the next document.
            if body.hasWord("và", at: end), isNumberedKind(at: body.skipSpaces(end + 2)) { break }
            // "Chương trình mục tiêu quốc gia giảm nghèo bền vững năm 2026": the year of the work.
            if body.isWordStart(end), isNational, body.year(at: end) != nil,
                body.start(ofAny: ["đến", "đến hết"], before: end) == nil
            {
                break
            }
            if body.isWordStart(end), isNational,
                body.end(ofAny: ["và", "trên địa bàn", "theo", "của", "tại"], at: end) != nil
            {
                break
            }
            end += 1
        }
        end = body.trimSpaces(before: end)
        let words = body.scalars[next..<end].filter { $0 == " " }.count
        return words >= 4 ? end : nil
    }

    /// Behind a comma a name goes on with a small letter and no verb of the plan.
    private func endsName(_ position: Int, of start: Int) -> Bool {
        let next = body.skipSpaces(position)
        guard next < body.count else { return true }
        if body.isUpper(next), !body.isUpper(start + 1) { return true }
        return body.end(
            ofAny: [
                "phấn đấu", "bảo đảm", "đảm bảo", "hoàn thành", "trong đó", "kịp thời", "tham mưu",
                "gắn", "góp phần", "báo cáo", "nhằm",
            ],
            at: next) != nil
    }

    /// "phê duyệt Đề án …", "ban hành Chương trình …" inside another citation.
    private func isIssued(_ position: Int) -> Bool {
        guard
            body.start(
                ofAny: ["phê duyệt", "ban hành", "phê duyệt chủ trương đầu tư"], before: position)
                != nil
        else { return false }
        guard let previous = found.last, previous.number != nil else { return false }
        return body.clause(around: position).contains(previous.range.lowerBound)
    }

    /// "Tổ công tác … Đề án 06": a body, not the document.
    private func isInBodyName(_ position: Int) -> Bool {
        body.start(
            ofAny: [
                "tổ công tác", "ban chỉ đạo", "tổ công tác triển khai", "tổ giúp việc", "tổ",
                "tổ công tác thực hiện", "ban chỉ đạo thực hiện",
            ], before: position) != nil
    }
}

extension Unicode.Scalar {
    fileprivate var isOpeningQuote: Bool {
        self == "“" || self == "\"" || self == "«" || self == "‘"
    }
    fileprivate var isClosingQuote: Bool {
        self == "”" || self == "\"" || self == "»" || self == "’"
    }
}
