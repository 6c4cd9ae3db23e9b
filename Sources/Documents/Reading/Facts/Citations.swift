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

    func citation(at position: Int) -> Citation? {
        if body.scalars[position].isDigit { return numbered(at: position) }
        guard body.isUpper(position) else { return nil }
        switch body.lower[position] {
        case "l", "b", "p": return law(at: position) ?? programme(at: position)
        case "đ", "c", "d": return programme(at: position)
        case "q": return planning(at: position) ?? coordination(at: position)
        case "k": return otherPlan(at: position)
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
        let shared = start < position ? kindOfLast(before: start) : nil
        guard named != nil || symbol != nil || law != nil || shared != nil else { return nil }
        let kind = law == nil ? named?.kind ?? symbol ?? shared ?? .letter : .law
        var citation = Citation(
            kind: kind, number: number, name: law.map { $0..<number.range.upperBound },
            place: position, range: (law ?? named?.start ?? start)..<number.range.upperBound)
        if kind == .law, law == nil, let named {
            citation.name = named.start..<number.range.upperBound
        }
        finish(&citation)
        return citation
    }

    /// "Công văn số 12/SNV-CCHC … và số 15/SNV-CCHC": the kind stands once for both.
    private func kindOfLast(before start: Int) -> DocumentReference.Kind? {
        guard let last = found.last, last.number != nil, last.range.upperBound <= start else {
            return nil
        }
        let joint = body.text(last.range.upperBound..<start).filter { !$0.isWhitespace }
        return ["và", ",", ";", ",và", ";và"].contains(joint) ? last.kind : nil
    }

    /// The name of a kind that ends here.
    func kind(before position: Int) -> (kind: DocumentReference.Kind, start: Int)? {
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

    // MARK: Date, issuer, provisions

    func finish(_ citation: inout Citation) {
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
    func date(behind position: Int) -> CalendarText? {
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
    func issuer(behind position: Int) -> Range<Int>? {
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
    func isNumberedKind(at position: Int) -> Bool {
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
