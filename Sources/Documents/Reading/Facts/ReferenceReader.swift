package import Domain

/// The documents that a plan cites, each once, with every date that it is given.
package enum ReferenceReader {
    package static func read(
        _ paragraphs: [Paragraph], head: DocumentHead
    ) -> [DocumentReference] {
        var register = ReferenceRegister(own: head)
        for paragraph in paragraphs {
            for citation in Citations(paragraph.body).found {
                register.add(citation, in: paragraph)
            }
        }
        return register.finished
    }
}

/// One place where a document is cited.
struct Citation: Sendable, Equatable {
    var kind: DocumentReference.Kind
    var number: NumberText?
    /// For what has no number, and for laws.
    var name: Range<Int>?
    /// Where number or, without one, name stands.
    var place: Int
    /// From the kind to the end of date and issuer.
    var range: Range<Int>
    var date: String?
    var issuer: String?
    /// "khoản 6 Điều 55" before it.
    var provision: Range<Int>?
    /// The programme that a cited document itself issues is no document of its own.
    var isIssuedByOther = false
}

/// Gathers citations into references.
struct ReferenceRegister {
    private(set) var references: [DocumentReference] = []
    private var keys: [(key: String, number: NumberText?)] = []
    private let ownKey: String?
    private let ownYear: String?
    private let ownIssuer: String?
    private var issuedNames: Set<String> = []

    /// Without the programmes that a cited document itself issues.
    var finished: [DocumentReference] {
        zip(references, keys).filter { reference, key in
            reference.number != nil || !isIssued(key.key)
        }.map(\.0)
    }

    /// Whether a cited document issues what has this name, which may add for how long.
    private func isIssued(_ name: String) -> Bool {
        issuedNames.contains { issued in
            issued == name
                || ["giai đoạn ", "năm ", "thời kỳ "].contains { issued.hasPrefix("\(name) \($0)") }
        }
    }

    init(own: DocumentHead) {
        ownIssuer = own.issuer.map(Self.nameKey)
        ownKey = own.number.map(Self.key)
        ownYear = own.date.map { String($0.prefix(4)) }
    }

    mutating func add(_ citation: Citation, in paragraph: Paragraph) {
        let body = paragraph.body
        let name = citation.name.map(body.text)
        let key = citation.number?.key ?? name.map(Self.nameKey) ?? ""
        if citation.isIssuedByOther || isShortName(citation, in: body) {
            issuedNames.insert(key)
            return
        }
        if isOwn(citation) || (citation.number == nil && issuedNames.contains(key)) { return }
        let line = paragraph.line(at: citation.place)
        if let index = index(of: citation, key: key, name: name) {
            merge(citation, into: index, body: body, line: line, name: name)
            return
        }
        var reference = DocumentReference(
            kind: citation.kind, number: citation.number.map { body.text($0.range) },
            name: citation.number == nil || citation.kind == .law ? name : nil,
            date: citation.date, issuer: citation.issuer, line: line)
        reference.citations = citation.date.map { [.init(date: $0, line: line)] }
        reference.provisions = citation.provision.map {
            [.init(text: body.text($0), line: paragraph.line(at: $0.lowerBound))]
        }
        references.append(reference)
        keys.append((key, citation.number))
    }

    /// "… phê duyệt Đề án phát triển … (sau đây gọi là Đề án 06)": another name of what stands before.
    private func isShortName(_ citation: Citation, in body: Script) -> Bool {
        guard citation.number == nil, let name = citation.name, name.count < 24 else {
            return false
        }
        let before = body.start(
            ofAny: ["gọi tắt là", "gọi là", "viết tắt là", "viết tắt"], before: name.lowerBound)
        let end = body.trimSpaces(before: before ?? name.lowerBound)
        return before != nil || end > 0 && body.scalars[end - 1] == "("
    }

    private func isOwn(_ citation: Citation) -> Bool {
        // "Trên đây là Kế hoạch phòng, chống hạn năm 2027 của UBND xã": what is being read.
        if citation.kind == .plan, citation.number == nil, let ownIssuer,
            let issuer = citation.issuer.map(Self.nameKey), ownIssuer.hasPrefix(issuer)
        {
            return true
        }
        guard let number = citation.number, number.key == ownKey else { return false }
        guard let date = citation.date, let ownYear else { return true }
        return date.hasPrefix(ownYear)
    }

    private func index(of citation: Citation, key: String, name: String?) -> Int? {
        for (index, other) in keys.enumerated() {
            if let number = citation.number {
                if Self.isOneNumber(other.key, key), isSame(number, citation, references[index]) {
                    return index
                }
                if citation.kind == .law, other.number == nil, references[index].kind == .law,
                    name.map(Self.lawKey) == references[index].name.map(Self.lawKey)
                {
                    return index
                }
            } else if references[index].kind == citation.kind, let theirs = references[index].name,
                let name,
                isSameName(name, theirs, kind: citation.kind, isNumbered: other.number != nil)
            {
                return index
            }
        }
        return nil
    }

    /// `102/2025/NQLT` is short for `102/2025/NQLT/UBTVQH15-CP`.
    private static func isOneNumber(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        return short.count >= 10 && long.hasPrefix(short)
    }

    /// The same number is another document when another level issued it, or in another year where
    /// numbers begin anew each year.
    private func isSame(
        _ number: NumberText, _ citation: Citation, _ other: DocumentReference
    ) -> Bool {
        if let mine = citation.issuer.flatMap(Self.level),
            let theirs = other.issuer.flatMap(Self.level), mine != theirs
        {
            return false
        }
        let isOfState =
            number.symbol.last.map { ["ubnd", "ttg", "cp", "hđnd"].contains($0) } ?? false
        guard isOfState, !number.hasYear, let mine = citation.date, let theirs = other.date else {
            return true
        }
        return mine.prefix(4) == theirs.prefix(4)
    }

    private static let levels: [(Phrase, String)] = [
        ("tỉnh", "province"), ("thành phố", "province"), ("thành ủy", "province"),
        ("thành uỷ", "province"), ("huyện", "district"), ("quận", "district"), ("xã", "commune"),
        ("phường", "commune"), ("thị trấn", "commune"),
    ]

    private static func level(_ issuer: String) -> String? {
        let text = Script(issuer)
        for (phrase, level) in levels
        where text.first(phrase) != nil { return level }
        return nil
    }

    /// Laws by name: a short name stands for the full one; two years are two laws.
    private func isSameName(
        _ mine: String, _ theirs: String, kind: DocumentReference.Kind, isNumbered: Bool
    ) -> Bool {
        let (mine, theirs) = (Self.nameKey(mine), Self.nameKey(theirs))
        if mine == theirs { return true }
        guard kind == .law else { return false }
        let (a, b) = (Self.lawKey(mine), Self.lawKey(theirs))
        if let year = Self.year(mine), let other = Self.year(theirs), year != other { return false }
        if a == b { return true }
        return b.hasPrefix(a + " ") || (!isNumbered && a.hasPrefix(b + " "))
    }

    private static func year(_ name: String) -> Int? {
        let words = name.split(separator: " ")
        guard let index = words.lastIndex(of: "năm"), index + 1 < words.count else { return nil }
        return Int(words[index + 1])
    }

    /// The name without year and number.
    private static func lawKey(_ name: String) -> String {
        var key = nameKey(name)
        for (short, long) in shortForms where key.contains(short) {
            key = key.split(separator: " ").map { $0 == short ? long : String($0) }
                .joined(separator: " ")
        }
        let text = Script(key)
        let cut = text.first(ofAny: ["năm", "số"], in: 0..<text.count)?.lowerBound ?? text.count
        return text.text(0..<text.trimSpaces(before: cut))
    }

    private static let shortForms = [
        ("pccc", "phòng cháy chữa cháy"), ("cnch", "cứu nạn cứu hộ"),
        ("mttq", "mặt trận tổ quốc"), ("hđnd", "hội đồng nhân dân"),
        ("qppl", "quy phạm pháp luật"), ("bhxh", "bảo hiểm xã hội"), ("bhyt", "bảo hiểm y tế"),
        ("antt", "an ninh trật tự"),
    ]

    private static func nameKey(_ name: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in Script(name).lower {
            if scalar == "&" {
                out.append(contentsOf: " và ".unicodeScalars)
            } else if scalar.isWordPart {
                out.append(scalar)
            } else if let last = out.last, last != " " {
                out.append(" ")
            }
        }
        return String(out)
    }

    private static func key(_ number: String) -> String {
        String(String.UnicodeScalarView(Script(number).lower.filter(\.isWordPart)))
    }

    private mutating func merge(
        _ citation: Citation, into index: Int, body: Script, line: Int, name: String?
    ) {
        if references[index].number == nil, let number = citation.number {
            references[index].number = body.text(number.range)
            references[index].name = name ?? references[index].name
            keys[index] = (number.key, number)
        }
        if let number = citation.number, let written = references[index].number,
            written == written.uppercased()
        {
            let running = body.text(number.range)
            if running != written, running.uppercased() == written {
                references[index].number = running
            }
        }
        if references[index].date == nil { references[index].date = citation.date }
        if references[index].issuer.map({ $0 == $0.uppercased() }) ?? true {
            references[index].issuer = citation.issuer ?? references[index].issuer
        }
        if let date = citation.date {
            references[index].citations =
                (references[index].citations ?? [])
                + [.init(date: date, line: line)]
        }
        if let provision = citation.provision {
            references[index].provisions =
                (references[index].provisions ?? [])
                + [.init(text: body.text(provision), line: line)]
        }
    }
}
