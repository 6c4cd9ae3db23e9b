import Domain

/// Finds the citations of a text from left to right.
struct Citations {
    let body: Script
    private(set) var found: [Citation] = []

    init(_ body: Script) {
        self.body = body
        var position = 0
        while position < body.count {
            guard body.isWordStart(position) else {
                position += 1
                continue
            }
            if let citation = citation(at: position) {
                found.append(citation)
                position = max(citation.range.upperBound, position + 1)
            } else {
                position = body.wordEnd(position)
            }
        }
        shareIssuers()
        shareDates()
    }

    private func citation(at position: Int) -> Citation? {
        if body.scalars[position].isDigit { return numbered(at: position) }
        guard body.isUpper(position) else { return nil }
        switch body.lower[position] {
        case "l", "b", "p": return law(at: position) ?? programme(at: position)
        case "đ", "c", "d": return programme(at: position)
        case "q": return planning(at: position)
        default: return nil
        }
    }

    // MARK: By number

    private func numbered(at position: Int) -> Citation? {
        var start = position
        var isAnnounced = false
        if let word = body.start(ofAny: ["số"], before: position) {
            start = word
            isAnnounced = true
        }
        let named = kind(before: start)
        if named != nil { isAnnounced = true }
        guard let number = NumberText(body, at: position, isAnnounced: isAnnounced) else {
            return nil
        }
        let symbol =
            number.symbol.lazy.compactMap { DocumentKinds.symbols[$0] }.first
            ?? (number.symbol.first?.hasPrefix("qh") == true ? .law : nil)
        let law = lawName(before: start, number: number)
        guard named != nil || symbol != nil || law != nil else { return nil }
        let kind = law == nil ? named?.kind ?? symbol ?? .letter : .law
        var citation = Citation(
            kind: kind, number: number, name: law.map { $0..<number.range.upperBound },
            place: position, range: (law ?? named?.start ?? start)..<number.range.upperBound)
        if kind == .law, law == nil, let named {
            citation.name = named.start..<number.range.upperBound
        }
        finish(&citation)
        return citation
    }

    /// The name of a kind that ends here.
    private func kind(before position: Int) -> (kind: DocumentReference.Kind, start: Int)? {
        let end = body.trimSpaces(before: position)
        for (phrase, kind) in DocumentKinds.names {
            let start = end - phrase.count
            if start >= 0, body.hasWord(phrase, at: start) { return (kind, start) }
        }
        return nil
    }

    /// "Luật Bầu cử … số 85/2015/QH13": where the law's name begins that ends here.
    private func lawName(before position: Int, number: NumberText) -> Int? {
        guard number.symbol.contains(where: { $0.hasPrefix("qh") || $0 == "lctn" }) else {
            return nil
        }
        let end = body.trimSpaces(before: position)
        let clause = body.clause(around: max(0, end - 1))
        var from = max(clause.lowerBound, end - 260)
        if let previous = found.last, previous.number != nil {
            from = max(from, previous.range.upperBound)
        }
        guard from < end,
            let law = body.last(ofAny: ["bộ luật", "luật", "pháp lệnh"], in: from..<end),
            body.isUpper(law.lowerBound), law.upperBound < end
        else { return nil }
        let next = body.skipSpaces(law.upperBound)
        let close = LawNames.end(in: body, at: next).map(behindYear) ?? next
        return body.skipSpaces(close) >= end || !body.text(next..<end).contains(",")
            ? law.lowerBound : nil
    }

    // MARK: By name

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
    private func law(at position: Int) -> Citation? {
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
        let next = body.skipSpaces(end)
        if !isInside, let number = body.end(of: "số", at: next),
            let text = NumberText(body, at: body.skipSpaces(number), isAnnounced: true)
        {
            citation.number = text
            citation.name = position..<text.range.upperBound
            citation.place = text.range.lowerBound
            citation.range = position..<text.range.upperBound
        }
        finish(&citation)
        if isInside { (citation.date, citation.issuer) = (nil, nil) }
        return citation
    }

    private func behindYear(_ end: Int) -> Int {
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
    private func programme(at position: Int) -> Citation? {
        guard let (word, kind) = programmeWord(at: position) else { return nil }
        let next = body.skipSpaces(word)
        guard next < body.count else { return nil }
        let name: Range<Int>
        if body.scalars[next].isOpeningQuote {
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
    private func planning(at position: Int) -> Citation? {
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

    // MARK: Date, issuer, provisions

    private func finish(_ citation: inout Citation) {
        var end = citation.range.upperBound
        if let date = date(behind: end) {
            citation.date = date.lastDay
            end = date.end
        }
        if let issuer = issuer(behind: end) {
            citation.issuer = body.text(issuer)
            end = issuer.upperBound
            if citation.date == nil, let date = date(behind: end), citation.number != nil {
                citation.date = date.lastDay
                end = date.end
            }
        }
        citation.range = citation.range.lowerBound..<end
        citation.provision = provision(before: citation.range.lowerBound)
    }

    /// `, ngày 31/01/2026`, ` ngày 30 tháng 4 năm 2025`, `(ngày …)`.
    private func date(behind position: Int) -> CalendarText? {
        var next = body.skipSpaces(position)
        if let mark = body.at(next), mark == "," || mark == "(" { next = body.skipSpaces(next + 1) }
        guard let word = body.end(of: "ngày", at: next),
            let date = body.day(at: body.skipSpaces(word)), date.year != nil
        else { return nil }
        return date
    }

    private static let issuerStops: [Phrase] = [
        "về", "ban hành", "phê duyệt", "quy định", "hướng dẫn", "thực hiện", "triển khai",
        "sửa đổi",
        "tăng cường", "nhằm", "để", "cho", "tại", "đến", "trên", "trong", "công bố", "yêu cầu",
        "đối với", "là", "theo", "gồm", "có", "đã", "thông qua", "giao", "v/v", "ngày", "chỉ đạo",
        "tổ chức thực hiện", "bằng", "hiệu quả", "nêu",
    ]

    /// The words behind "của", up to a mark or a word with which the sentence goes on.
    private func issuer(behind position: Int) -> Range<Int>? {
        var next = body.skipSpaces(position)
        if body.at(next) == "," { next = body.skipSpaces(next + 1) }
        guard let word = body.end(of: "của", at: next) else { return nil }
        let start = body.skipSpaces(word)
        guard start < body.count, body.isUpper(start) else { return nil }
        let isTitle = start + 1 < body.count && body.isUpper(start + 1)
        var end = start
        while end < body.count {
            let scalar = body.scalars[end]
            if scalar == "(" {
                guard body.hasWord("khóa", at: end + 1) || body.hasWord("khoá", at: end + 1),
                    let close = body.scalars[end...].firstIndex(of: ")")
                else { break }
                end = close + 1
                break
            }
            if !scalar.isWordPart, scalar != " ", !scalar.isDash, scalar != "&" { break }
            if body.isWordStart(end), end > start {
                if isTitle || !body.isUpper(end), body.end(ofAny: Self.issuerStops, at: end) != nil
                {
                    break
                }
                if isNumberedKind(at: end) { break }
                if body.hasWord("và", at: end), isKind(at: body.skipSpaces(end + 2)) { break }
                end = body.wordEnd(end)
            } else {
                end += 1
            }
        }
        end = body.trimSpaces(before: end)
        return end > start ? start..<end : nil
    }

    /// "Thực hiện Kế hoạch số …" begins another sentence whose mark was lost.
    private func isNumberedKind(at position: Int) -> Bool {
        guard body.isUpper(position) else { return false }
        if body.end(ofAny: ["thực hiện", "căn cứ"], at: position) != nil { return true }
        return DocumentKinds.names.contains { phrase, _ in
            body.end(of: phrase, at: position).map { body.hasWord("số", at: body.skipSpaces($0)) }
                ?? false
        }
    }

    private func isKind(at position: Int) -> Bool {
        DocumentKinds.names.contains { body.hasWord($0.0, at: position) }
            || body.end(ofAny: ["các", "những"], at: position) != nil
    }

    /// One unbroken phrase of articles, clauses and points directly before a document.
    private func provision(before position: Int) -> Range<Int>? {
        var end = body.trimSpaces(before: position)
        if let word = body.start(ofAny: ["của"], before: end) {
            end = body.trimSpaces(before: word)
        }
        var start = end
        while start > 0 {
            var word = start
            while word > 0, body.scalars[word - 1].isWordPart { word -= 1 }
            guard word < start, isProvisionWord(word..<start) else { break }
            start = word
            var gap = body.trimSpaces(before: start)
            if gap > 0, body.scalars[gap - 1] == "," || body.scalars[gap - 1].isDash {
                gap = body.trimSpaces(before: gap - 1)
            }
            guard gap > 0, body.scalars[gap - 1].isWordPart else { break }
            let previous = gap
            var before = previous
            while before > 0, body.scalars[before - 1].isWordPart { before -= 1 }
            guard isProvisionWord(before..<previous) else { break }
            start = previous
        }
        while start < end, !isProvisionNoun(start) {
            start = body.skipSpaces(body.wordEnd(start))
            while start < end, !body.scalars[start].isWordPart { start += 1 }
        }
        guard start < end, (start..<end).contains(where: { body.scalars[$0].isDigit }) else {
            return nil
        }
        return start..<end
    }

    private static let nouns: [Phrase] = ["điều", "khoản", "điểm", "chương", "mục", "phần"]

    private func isProvisionNoun(_ position: Int) -> Bool {
        body.end(ofAny: Self.nouns, at: position) != nil
    }

    private func isProvisionWord(_ word: Range<Int>) -> Bool {
        if body.scalars[word.lowerBound].isDigit { return true }
        if body.end(ofAny: Self.nouns + ["và", "đến"], at: word.lowerBound) == word.upperBound {
            return true
        }
        return word.count == 1
            || word.allSatisfy { "IVX".unicodeScalars.contains(body.scalars[$0]) }
    }

    // MARK: Lists

    /// "Chỉ thị A, Kết luận B của Ban Bí thư": one issuer behind two documents serves both.
    private mutating func shareIssuers() {
        for index in found.indices.reversed().dropFirst() {
            let next = found[index + 1]
            guard found[index].issuer == nil, found[index].number != nil, next.issuer != nil,
                isJoint(found[index].range.upperBound..<next.range.lowerBound)
            else { continue }
            let isParty = { (citation: Citation) in citation.number?.symbol.last }
            if isParty(found[index]) == isParty(next) { found[index].issuer = next.issuer }
        }
    }

    /// "số 008/CĐ-UBND và số 009/CĐ-UBND ngày …": one date behind two numbers of one kind.
    private mutating func shareDates() {
        for index in found.indices.reversed().dropFirst() {
            let next = found[index + 1]
            guard found[index].date == nil, let number = next.number, next.date != nil,
                found[index].number != nil,
                body.start(ofAny: ["số"], before: number.range.lowerBound) == next.range.lowerBound,
                isJoint(found[index].range.upperBound..<next.range.lowerBound)
            else { continue }
            found[index].date = next.date
        }
    }

    private func isJoint(_ gap: Range<Int>) -> Bool {
        let words = body.text(gap).split(whereSeparator: { $0 == " " || $0 == "," })
        return words.isEmpty || words == ["và"]
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
