import Domain

/// Who issued a document, put together with the name of the place.
///
/// The body comes from the sentence that issues the document, else from the letterhead, else from
/// the signature; the place from the letterhead, the date line, or the text.
struct IssuerReader {
    let lines: [HeadLine]
    let headerEnd: Int
    let basis: Range<Int>
    let body: Range<Int>
    let place: String?
    let signers: [DocumentHead.Signer]

    private static let levels: [Phrase] = [
        "thị trấn", "thị xã", "thành phố", "đặc khu", "phường", "huyện", "quận", "tỉnh", "xã",
    ]

    private static let bodies: [Phrase] = [
        "ủy ban", "uỷ ban", "ubnd", "đảng ủy", "đảng uỷ", "ban thường vụ", "ban chấp hành",
        "ban thường trực", "thường trực", "hội đồng", "hđnd", "tỉnh ủy", "tỉnh uỷ", "thành ủy",
        "thành uỷ", "huyện ủy", "huyện uỷ", "sở", "công an", "ban chỉ đạo", "ban chỉ huy", "bộ",
        "phòng", "trường", "liên đoàn", "hội", "đoàn", "chi cục", "cục", "trung tâm", "văn phòng",
        "công đoàn", "chính phủ", "ban dân vận", "ban tổ chức", "ban tuyên giáo", "chi bộ",
        "viện", "tòa án", "tổ", "ban quản lý", "ban",
    ]

    /// Bodies that a letterhead may name behind the place of the one above; none of these words
    /// is part of a place's name.
    private static let lowerBodies: [Phrase] = [
        "sở", "ban thường trực", "ban thường vụ", "ban chấp hành", "ban chỉ đạo", "công an",
        "văn phòng", "trung tâm", "chi cục", "đảng ủy", "đảng uỷ", "ủy ban", "uỷ ban",
        "phòng kinh tế", "phòng văn hóa",
    ]

    var issuer: String? {
        guard var name = issuingBody() ?? headerBody() ?? signingBody() ?? coveringBody() else {
            return nil
        }
        name = complete(name)
        return spellFront(spell(name))
    }

    /// The lines of the letterhead that name bodies, their cells apart, the last first.
    private var headerCells: [Script] {
        lines[..<headerEnd].reversed().flatMap { line in
            line.script.cells(paragraphsApart: true).reversed().map(line.script.slice)
        }.filter { cell in
            cell.isCapitals(0..<cell.count)
                && cell.first(
                    ofAny: ["cộng hòa", "cộng hoà", "đảng cộng sản"], in: 0..<cell.count) == nil
        }
    }

    // MARK: The body

    /// The subject of "… ban hành Kế hoạch", "… xây dựng kế hoạch".
    private func issuingBody() -> Script? {
        let text = joined(basis)
        guard text.count > 0 else { return nil }
        var found: Script?
        for position in 0..<text.count where text.isWordStart(position) {
            guard
                let verb = text.end(
                    ofAny: [
                        "ban hành", "xây dựng", "đề ra", "lập", "tổ chức triển khai", "triển khai",
                    ],
                    at: position),
                isDocument(text, at: text.skipSpaces(verb)),
                let subject = subject(text, before: position)
            else { continue }
            found = subject
        }
        return found
    }

    private func isDocument(_ text: Script, at position: Int) -> Bool {
        var position = position
        while let filler = text.end(ofAny: ["và", "tổ chức", "bản", "nội dung"], at: position) {
            position = text.skipSpaces(filler)
        }
        return DocumentKinds.names.contains { text.hasWord($0.0, at: position) }
    }

    /// From the last mark before the verb: the body named first there.
    private func subject(_ text: Script, before verb: Int) -> Script? {
        var start = verb
        while start > 0, !",;.:".unicodeScalars.contains(text.scalars[start - 1]) { start -= 1 }
        start = text.skipSpaces(start)
        if text.first(ofAny: Self.bodies, in: start..<verb) == nil {
            start = officeBefore(text, start) ?? start
        }
        guard let body = text.first(ofAny: Self.bodies, in: start..<verb),
            text.isUpper(body.lowerBound)
        else { return nil }
        let end = text.trimSpaces(before: verb)
        guard end - body.lowerBound < 120 else { return nil }
        return withoutBrackets(text.slice(body.lowerBound..<end))
    }

    /// "Sở Văn hóa, Thể thao và Du lịch": where the name begins that a comma cuts.
    private func officeBefore(_ text: Script, _ start: Int) -> Int? {
        let comma = text.trimSpaces(before: start) - 1
        guard comma > 0, text.scalars[comma] == ",", text.isUpper(start) else { return nil }
        var before = comma
        while before > 0, !",;.:".unicodeScalars.contains(text.scalars[before - 1]) { before -= 1 }
        before = text.skipSpaces(before)
        let isOffice = text.end(ofAny: Self.bodies, at: before) != nil && text.isUpper(before)
        return isOffice ? before : nil
    }

    private func withoutBrackets(_ text: Script) -> Script {
        var out: [Unicode.Scalar] = []
        var depth = 0
        for scalar in text.scalars {
            if scalar == "(" { depth += 1 }
            if depth == 0, !(scalar == " " && out.last == " ") { out.append(scalar) }
            if scalar == ")" { depth = max(0, depth - 1) }
        }
        while out.last == " " { out.removeLast() }
        return Script(out)
    }

    /// The issuing body's own lines of the letterhead, in small letters.
    private func headerBody() -> Script? {
        var name: [Unicode.Scalar] = []
        for cell in headerCells.reversed() {
            // The body above an office is not the office.
            if cell.hasWord("sở", at: 0) { name = [] }
            if !name.isEmpty { name.append(" ") }
            name += cell.scalars.filter { !$0.isDash && $0 != "|" }
            while name.last == " " { name.removeLast() }
        }
        let text = Script(name)
        guard let start = text.first(ofAny: Self.bodies, in: 0..<text.count) else { return nil }
        return Script(title(text.slice(start.lowerBound..<text.count)))
    }

    /// "TM. ỦY BAN NHÂN DÂN", "T/M BAN THƯỜNG VỤ".
    private func signingBody() -> Script? {
        for signer in signers {
            guard let line = signer.onBehalfOf ?? signer.authority else { continue }
            let text = Script(line)
            guard let body = text.first(ofAny: Self.bodies, in: 0..<text.count) else { continue }
            return Script(title(text.slice(body.lowerBound..<text.count)))
        }
        return nil
    }

    /// "(Ban hành kèm theo Quyết định số … ngày … của UBND phường …)" under the title.
    private func coveringBody() -> Script? {
        let reach = max(0, headerEnd)..<min(lines.count, basis.upperBound + 6)
        for line in lines[reach] where Title.isCovering(line) {
            let text = line.script
            guard let of = text.last(ofAny: ["của"], in: 0..<text.count) else { continue }
            let start = text.skipSpaces(of.upperBound)
            var end = start
            while end < text.count, !"),".unicodeScalars.contains(text.scalars[end]) { end += 1 }
            guard text.end(ofAny: Self.bodies, at: start) != nil else { continue }
            return text.slice(start..<text.trimSpaces(before: end))
        }
        return nil
    }

    /// Capitals into the usual writing: the first letter, and each letter of the place's name.
    private func title(_ text: Script) -> String {
        let place = lastLevel(text).map { $0.upperBound } ?? text.count
        var out = String.UnicodeScalarView()
        for position in 0..<text.count {
            let isFirst = position == 0
            let isOfPlace = position >= place && text.isWordStart(position)
            out.append(isFirst || isOfPlace ? text.scalars[position] : text.lower[position])
        }
        return String(out)
    }

    // MARK: The place

    private func lastLevel(_ text: Script) -> Range<Int>? {
        text.last(ofAny: Self.levels, in: 0..<text.count)
    }

    /// The name with its level and place: "UBND phường" becomes "UBND phường Ngọc Hà".
    private func complete(_ name: Script) -> Script {
        if let seat = name.first(
            ofAny: [
                "tỉnh ủy", "tỉnh uỷ", "thành ủy", "thành uỷ", "huyện ủy", "huyện uỷ", "tỉnh đoàn",
                "thành đoàn", "huyện đoàn",
            ], in: 0..<name.count)
        {
            guard seat.upperBound == name.count, let place = seatPlace(name.slice(seat)) else {
                return name
            }
            return Script(name.text(0..<name.count) + " " + place)
        }
        if let level = lastLevel(name) {
            let next = name.skipSpaces(level.upperBound)
            if next < name.count { return name }
            guard let place = placeName(of: name.slice(level)) else { return name }
            return joined(name.slice(0..<level.lowerBound), name.slice(level).lower, place)
        }
        guard isOfTerritory(name), let level = usualLevel(), let place = placeName(of: level) else {
            return name
        }
        return joined(Script(name.text(0..<name.count) + " "), level.lower, place)
    }

    /// "TỈNH ỦY NAM BÌNH", "ĐOÀN TỈNH NAM BÌNH" of the letterhead; else where the document is dated.
    private func seatPlace(_ seat: Script) -> String? {
        let level = seat.slice(0..<seat.wordEnd(0))
        for phrase in [seat, level].map({ Phrase($0.text(0..<$0.count)) }) {
            for cell in headerCells {
                guard let found = cell.last(ofAny: [phrase], in: 0..<cell.count) else { continue }
                let start = cell.skipSpaces(found.upperBound)
                var end = start
                while end < cell.count, cell.scalars[end].isWordPart || cell.scalars[end].isBlank {
                    end += 1
                }
                end = cell.trimSpaces(before: end)
                // "ĐẢNG BỘ THÀNH PHỐ …": the level has a second word.
                let name = cell.end(of: "phố", at: start).map(cell.skipSpaces) ?? start
                if end > name, cell.end(ofAny: ["ủy", "uỷ", "đoàn"], at: name) == nil {
                    return asWritten(cell.slice(name..<end))
                }
            }
        }
        return place
    }

    private func joined(_ body: Script, _ level: [Unicode.Scalar], _ place: String) -> Script {
        Script(body.scalars + level + [" "] + Array(place.unicodeScalars))
    }

    private func isOfTerritory(_ name: Script) -> Bool {
        name.first(
            ofAny: [
                "ủy ban", "uỷ ban", "ubnd", "đảng ủy", "đảng uỷ", "ban thường vụ", "ban chấp hành",
                "hội đồng nhân dân", "ban thường trực", "công an", "hội", "đoàn",
            ], in: 0..<name.count) != nil || name.hasWord("sở", at: 0)
    }

    /// The level of the place by the letterhead, else the one that the text names most.
    private func usualLevel() -> Script? {
        for cell in headerCells {
            if let level = lastLevel(cell) { return Script(cell.slice(level).lower) }
        }
        var counts = [Int](repeating: 0, count: Self.levels.count)
        for line in lines[body] {
            var position = 0
            while position < line.script.count {
                if line.script.isWordStart(position),
                    let index = Self.levels.firstIndex(where: {
                        line.script.hasWord($0, at: position)
                    })
                {
                    counts[index] += 1
                }
                position += 1
            }
        }
        guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else {
            return nil
        }
        return Script(Self.levels[index].scalars)
    }

    /// The name of the place at a level.
    private func placeName(of level: Script) -> String? {
        let phrase = Phrase(level.text(0..<level.count))
        for cell in headerCells {
            guard let found = cell.last(ofAny: [phrase], in: 0..<cell.count) else { continue }
            let start = cell.skipSpaces(found.upperBound)
            var end = start
            while end < cell.count, cell.scalars[end].isWordPart || cell.scalars[end].isBlank {
                end += 1
            }
            // "THÀNH PHỐ HẢI AN SỞ TƯ PHÁP" in one line: the body stands behind the place.
            let second = cell.skipSpaces(cell.wordEnd(start))
            if second < end, let body = cell.first(ofAny: Self.lowerBodies, in: second..<end) {
                end = body.lowerBound
            }
            end = cell.trimSpaces(before: end)
            if end > start { return asWritten(cell.slice(start..<end)) }
        }
        if let place { return place }
        return frequentName(behind: phrase)
    }

    /// A name in capitals as the text writes it, else with each word capitalised.
    private func asWritten(_ name: Script) -> String {
        let phrase = Phrase(name.text(0..<name.count))
        for line in lines[headerEnd...] {
            if let found = line.script.first(phrase), !line.script.isCapitals(found) {
                return line.script.text(found)
            }
        }
        var out = String.UnicodeScalarView()
        for position in 0..<name.count {
            out.append(name.isWordStart(position) ? name.scalars[position] : name.lower[position])
        }
        return String(out)
    }

    /// The name that follows the level most often: "huyện Hạ Lang".
    private func frequentName(behind level: Phrase) -> String? {
        var counts: [String: Int] = [:]
        for line in lines[headerEnd...] where !line.isCapitals {
            let text = line.script
            var position = 0
            while let found = text.first(level, from: position) {
                position = found.upperBound
                if let name = text.properName(at: text.skipSpaces(position)) {
                    counts[name, default: 0] += 1
                }
            }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    // MARK: The spelling

    /// "UBND" or "Ủy ban nhân dân", whichever the document itself writes more often.
    private func spell(_ name: Script) -> String {
        let full: [Phrase] = ["ủy ban nhân dân", "uỷ ban nhân dân"]
        let start = name.end(ofAny: full, at: 0) ?? name.end(of: "ubnd", at: 0)
        guard let start else { return name.text(0..<name.count) }
        let level = name.first(ofAny: Self.levels, in: start..<name.count)
        let suffix = level.map { " " + String(String.UnicodeScalarView(name.lower[$0])) } ?? ""
        let text = joined(body)
        let short = text.occurrences(of: Phrase("ubnd" + suffix))
        let long = full.map {
            text.occurrences(of: Phrase(String(String.UnicodeScalarView($0.scalars)) + suffix))
        }
        .reduce(0, +)
        let isShort = name.hasWord("ubnd", at: 0)
        let usesShort = short == long ? isShort : short > long
        let rest = name.text(start..<name.count)
        return (usesShort ? "UBND" : isShort ? "Ủy ban nhân dân" : name.text(0..<start)) + rest
    }

    /// "Ủy ban MTTQ" or "Ủy ban Mặt trận Tổ quốc", in the same way.
    private func spellFront(_ name: String) -> String {
        let script = Script(name)
        let full: Phrase = "mặt trận tổ quốc"
        guard let long = script.first(full) else { return name }
        let text = joined(body)
        let shortCount = text.occurrences(of: "ban mttq")
        guard shortCount > text.occurrences(of: "ban mặt trận tổ quốc") else { return name }
        return script.text(0..<long.lowerBound) + "MTTQ"
            + script.text(long.upperBound..<script.count)
    }

    private func joined(_ range: Range<Int>) -> Script {
        var scalars: [Unicode.Scalar] = []
        for line in lines[range] where !line.isBlank {
            if !scalars.isEmpty { scalars.append(" ") }
            scalars += line.script.scalars
        }
        return Script(scalars)
    }
}

extension Script {
    /// Words with a capital letter from here on: a proper name; at most four.
    func properName(at position: Int) -> String? {
        var end = position
        var next = position
        for _ in 0..<4 {
            guard next < count, isUpper(next), scalars[next].isWordPart else { break }
            let word = wordEnd(next)
            if word - next > 1, isUpper(next + 1) { break }
            end = word
            guard end < count, scalars[end] == " " else { break }
            next = end + 1
        }
        return end > position ? text(position..<end) : nil
    }

    func occurrences(of phrase: Phrase) -> Int {
        var count = 0
        var position = 0
        while let found = first(phrase, from: position) {
            count += 1
            position = found.upperBound
        }
        return count
    }
}
