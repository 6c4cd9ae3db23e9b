/// The units that one cell of a table names, each in its own words.
///
/// "Sở Tư pháp; UBND các xã, phường" are two, "Các sở, ban, ngành" is one: a comma divides only
/// before words that begin the name of a body.
struct UnitCell: Sendable, Equatable {
    var leads: [String] = []
    var partners: [String] = []

    /// - Parameter isPartners: the column is that of the coordinating units.
    init(_ cell: String, isPartners: Bool) {
        var coordinates = isPartners
        for var part in Self.parts(cell) {
            let script = Script(part)
            if let label = Self.label(of: script) {
                coordinates = label.isPartners
                part = String(part.unicodeScalars.dropFirst(label.length)).trimmed
            } else if let cue = script.first("phối hợp"), !isPartners {
                // "Công an phường chủ trì, phối hợp với Văn phòng".
                let before = Self.name(script.text(0..<cue.lowerBound))
                if !before.isEmpty { leads.append(before) }
                part = script.text(cue.upperBound..<script.count)
                coordinates = true
            }
            let name = Self.name(part)
            // "Theo phân công tại Quyết định số …" names nobody.
            if name.isEmpty || Script(name).hasWord("theo", at: 0) { continue }
            let names = Self.branches(name) ?? [name]
            if coordinates { partners += names } else { leads += names }
        }
    }

    /// Whether partners are named so loosely that nobody can be addressed.
    static func isGeneric(_ name: String) -> Bool {
        let script = Script(name)
        // "Các doanh nghiệp viễn thông": those who can be told by what they do.
        if script.first("liên quan") == nil,
            definable.contains(where: { script.first($0) != nil })
        {
            return false
        }
        return script.first("liên quan") != nil || script.hasWord("khác", at: script.count - 4)
            || loose.contains { script.hasWord($0, at: 0) }
            || alone.contains { script.hasWord($0, at: 0) && script.count == $0.scalars.count }
    }

    private static let definable: [Phrase] = [
        "doanh nghiệp viễn thông", "doanh nghiệp bưu chính", "doanh nghiệp cung cấp",
    ]
    private static let loose: [Phrase] = [
        "lực lượng", "các lực lượng", "doanh nghiệp", "các doanh nghiệp", "tổ chức, cá nhân",
        "các tổ chức, cá nhân", "nhà tài trợ", "các nhà tài trợ", "hộ gia đình", "người dân",
        "các hộ gia đình", "các chuyên gia",
    ]
    private static let alone: [Phrase] = ["địa phương", "các địa phương", "nhân dân", "toàn dân"]

    /// "Chủ trì:", "Đơn vị phối hợp:" before the names.
    private static func label(of script: Script) -> (length: Int, isPartners: Bool)? {
        guard let colon = script.scalars.prefix(labelLengthMax).firstIndex(of: ":") else {
            return nil
        }
        if script.first("phối hợp", before: colon) != nil { return (colon + 1, true) }
        if script.first("chủ trì", before: colon) != nil
            || script.first("thực hiện", before: colon) != nil
        {
            return (colon + 1, false)
        }
        return nil
    }

    private static let labelLengthMax = 30

    /// "Các Sở: Y tế, Tài chính": offices of one kind, each by its name.
    private static func branches(_ name: String) -> [String]? {
        let words = Words(name)
        let listed = UnitGrammar(words).branches(at: 0)
        guard let last = listed.last, last.words.upperBound == words.count else { return nil }
        return listed.map { $0.spelling(in: words) }
    }

    /// Without the words of the role, dashes and stops around it.
    private static func name(_ part: String) -> String {
        var script = Script(part.trimmed.drop { "-–+•,.;: ".contains($0) })
        for cue: Phrase in ["với", "chủ trì,", "chủ trì"] where script.hasWord(cue, at: 0) {
            script = Script(script.text(cue.scalars.count..<script.count).trimmed)
        }
        for cue: Phrase in ["và", "chủ trì", "chủ trì,", "là cơ quan chủ trì", "chủ động"] {
            let start = script.count - cue.scalars.count
            if start > 0, script.hasWord(cue, at: start) {
                script = Script(script.text(0..<start).trimmed)
            }
        }
        let words = script.text(0..<script.count).split(whereSeparator: \.isWhitespace)
        var name = words.joined(separator: " ")
        while let last = name.last, ",.;:-–".contains(last) { name.removeLast() }
        return name.trimmed
    }

    /// Divides at semicolons, paragraphs, and at commas and "và" before the next name.
    static func parts(_ cell: String) -> [String] {
        let script = Script(cell)
        var parts: [String] = []
        var start = 0
        var depth = 0
        func cut(_ end: Int, next: Int) {
            parts.append(script.text(start..<end))
            start = next
        }
        for position in 0..<script.count where position >= start {
            switch script.scalars[position] {
            case "(": depth += 1
            case ")": depth = max(0, depth - 1)
            case ";" where depth == 0, "\n" where depth == 0: cut(position, next: position + 1)
            case "/" where depth == 0 && script.has(" / ", at: position - 1):
                cut(position, next: position + 1)
            case "," where depth == 0:
                if beginsName(script, at: position + 1), !isOneOffice(script, at: position) {
                    cut(position, next: position + 1)
                }
            case "v" where depth == 0 && script.hasWord("và", at: position):
                let isCouncil = councils.contains { cell in
                    script.hasWord(cell, at: position - 1 - cell.scalars.count)
                }
                if !isCouncil, beginsName(script, at: position + 2) {
                    cut(position, next: position + 2)
                }
            default: break
            }
        }
        cut(script.count, next: script.count)
        return parts.map(\.trimmed).filter { !$0.isEmpty }
    }

    /// "Văn phòng HĐND và UBND" is one.
    private static let councils: [Phrase] = ["hđnd", "hội đồng nhân dân"]

    /// "Phòng Bưu chính, Viễn thông": the second word of one field, alone behind the comma.
    private static func isOneOffice(_ script: Script, at comma: Int) -> Bool {
        let field: Phrase = "bưu chính"
        let other: Phrase = "viễn thông"
        guard script.hasWord(field, at: comma - field.scalars.count) else { return false }
        var next = comma + 1
        while next < script.count, script.scalars[next].properties.isWhitespace { next += 1 }
        return script.hasWord(other, at: next)
    }

    /// Whether a text begins with the name of a body.
    static func isName(_ script: Script) -> Bool { beginsName(script, at: 0) }

    /// Whether the words from a position on begin the name of a body.
    private static func beginsName(_ script: Script, at position: Int) -> Bool {
        var start = position
        while start < script.count, script.scalars[start].properties.isWhitespace { start += 1 }
        guard start < script.count else { return false }
        if groups.contains(where: { script.hasWord($0, at: start) }) { return true }
        if position > 0, isSmallName(script, at: start) { return true }
        guard script.scalars[start] != script.lower[start],
            let head = heads.first(where: { script.hasWord($0, at: start) })
        else { return false }
        // "Các Sở, Ban, ngành": a bare word goes on with the group.
        guard bare.contains(head) else { return true }
        var rest = start + head.scalars.count
        while rest < script.count, script.scalars[rest].properties.isWhitespace { rest += 1 }
        return rest < script.count && !",;".unicodeScalars.contains(script.scalars[rest])
            && !script.hasWord("ngành", at: rest)
    }

    /// "…, trưởng các bản", "…, công an xã": behind a mark names begin with a small letter, too.
    private static func isSmallName(_ script: Script, at start: Int) -> Bool {
        guard script.scalars[start] == script.lower[start] else { return false }
        let words = Words(script.text(start..<min(script.count, start + smallNameReach)))
        if let length = UnitWords.persons.longest(in: words, at: 0) {
            // "Bí thư, phó bí thư chi bộ": both of one cell.
            let before = Script(script.text(0..<start))
            return length > 1
                && !titles.contains { before.hasWord($0, at: before.count - 2 - $0.scalars.count) }
        }
        guard let phrase = UnitGrammar(words).phrase(at: 0) else { return false }
        return !phrase.isGroup || phrase.tails.contains("thuộc") && isWhole(script, before: start)
    }

    /// "Cơ quan cấp trên của đơn vị sự nghiệp, đơn vị sự nghiệp thuộc xã": the first is told by its own
    /// words, so that the second shares none of them.
    private static func isWhole(_ script: Script, before start: Int) -> Bool {
        let front = parts(script.text(0..<script.trimSpaces(before: start - 1))).last.map {
            Script($0)
        }
        guard let front else { return false }
        return !front.hasWord("các", at: 0)
            && front.first(ofAny: ["của", "thuộc"], in: 0..<front.count) != nil
    }

    private static let smallNameReach = 80
    private static let titles: [Phrase] = [
        "bí thư", "chủ tịch", "trưởng ban", "giám đốc", "chủ nhiệm", "hiệu trưởng",
    ]

    private static let bare: [Phrase] = [
        "sở", "phòng", "ban", "hội", "đoàn", "trường", "tổ", "bộ", "cơ quan", "đơn vị", "trạm",
    ]
    /// Words that begin a group also in lower case.
    private static let groups: [Phrase] = [
        "các", "phối hợp với", "phối hợp", "lực lượng", "chủ các",
    ]
    /// Words with a capital that begin the name of a body; longer ones before their beginnings.
    private static let heads: [Phrase] = [
        "ban chỉ huy", "sở", "phòng", "ban", "công an", "ubnd", "ủy ban", "uỷ ban", "hđnd",
        "hội đồng nhân dân", "hội", "đoàn", "trung tâm", "văn phòng", "thanh tra", "mặt trận",
        "mttq",
        "ubmttq", "ub mttq", "ubmttqvn", "trường", "trạm", "bộ", "cục", "chi cục", "tổ", "công ty",
        "liên minh", "liên đoàn", "báo", "đài", "bệnh viện", "kho bạc", "bảo hiểm", "bhxh",
        "ngân hàng", "thuế", "viện", "tòa án", "toà án", "đảng ủy", "đảng uỷ", "chi bộ", "chủ tịch",
        "phó chủ tịch", "điện lực", "quân sự", "bch", "bcđ", "tỉnh đoàn", "tỉnh ủy", "tỉnh uỷ",
        "thành ủy", "thành đoàn", "chi đoàn", "hạt kiểm lâm", "đội", "cơ quan", "đơn vị",
        "doanh nghiệp", "khu phố", "thôn", "ấp", "hợp tác xã", "câu lạc bộ", "bưu điện",
        "viễn thông",
        "thường trực", "trưởng", "lực lượng", "công đoàn", "tổng công ty", "quỹ", "học viện",
        "đại học", "trung đoàn", "lữ đoàn", "kiểm lâm", "hải quan", "thống kê", "tập đoàn",
        "công chức", "cán bộ", "bí thư", "cảng vụ", "hiệp hội", "vnpt", "viettel", "mobifone",
        "đồn", "bộ đội", "hạt", "xí nghiệp", "nhà máy", "nhà trường", "cửa hàng", "chi nhánh",
        "chi hội", "giám đốc", "hiệu trưởng", "nông trường", "lâm trường", "vườn quốc gia",
        "khu bảo tồn", "đặc khu", "khóm", "xóm", "buôn",
    ]
}
