import Domain

/// The lines of a signature from the top: on whose behalf, by what authority, post, name.
struct Signature {
    /// Lines in capitals, from the top; one list per column.
    private var columns: [[String]] = []
    private var names: [String?] = []
    private var nextColumn = 0

    var isOpen: Bool { !columns.isEmpty }
    var isClosed: Bool { !columns.isEmpty && names.contains { $0 != nil } }

    var name: String? {
        get { names.last ?? nil }
        set {
            if names.isEmpty { names = [newValue] } else { names[names.count - 1] = newValue }
        }
    }

    /// One element, or several in one line with the name behind.
    mutating func add(_ text: Script) {
        var words: [Unicode.Scalar] = []
        for cell in text.cells(paragraphsApart: true) where !cell.isEmpty {
            if !words.isEmpty { words.append(" ") }
            words += text.scalars[cell]
        }
        let (elements, name) = Self.split(Script(words))
        if columns.isEmpty { columns = [[]] }
        columns[columns.count - 1] += elements
        if let name { self.name = name }
    }

    var signers: [DocumentHead.Signer] {
        zip(columns, names + Array(repeating: nil, count: columns.count)).map { lines, name in
            let post = lines.last.flatMap { Self.hasAuthority(Script($0)) ? nil : $0 }
            let above = post == nil ? lines : Array(lines.dropLast())
            return DocumentHead.Signer(
                onBehalfOf: above.count > 1 ? above[above.count - 2] : nil,
                authority: above.last, title: post, name: name)
        }
    }

    private static let authorities: [Phrase] = [
        "tm.", "t.m", "t/m", "tm", "kt.", "k/t", "k.t", "kt", "tl.", "t/l", "tl", "tuq.", "t/uq",
        "tuq", "q.",
    ]

    static let posts: [Phrase] = [
        "phó chủ tịch thường trực", "phó chủ tịch phụ trách", "phó chủ tịch", "chủ tịch",
        "phó bí thư thường trực", "phó bí thư", "bí thư", "phó chánh văn phòng",
        "chánh văn phòng", "phó giám đốc phụ trách", "phó giám đốc", "tổng giám đốc", "giám đốc",
        "phó trưởng ban thường trực", "phó trưởng ban", "trưởng ban", "phó trưởng phòng",
        "trưởng phòng", "phó hiệu trưởng", "hiệu trưởng", "phó trưởng công an", "trưởng công an",
        "bộ trưởng", "thứ trưởng", "phó cục trưởng", "cục trưởng", "chi cục trưởng",
        "phó viện trưởng", "viện trưởng", "chánh án", "phó chủ nhiệm", "chủ nhiệm",
        "phó thủ tướng", "thủ tướng", "tổng bí thư", "chánh thanh tra", "phó tổng giám đốc",
        "chỉ huy trưởng", "phó chỉ huy trưởng", "tổ trưởng", "trưởng đoàn", "trưởng trạm",
        "tư lệnh", "chính ủy", "ủy viên thường trực",
    ]

    /// Whether a line in capitals belongs to a signature.
    static func isElement(_ line: Script) -> Bool {
        guard line.count > 2, line.count < 90 else { return false }
        let letters = capitalsEnd(line)
        guard letters == line.count || isName(line.slice(line.skipSpaces(letters)..<line.count))
        else { return false }
        if hasAuthority(line) { return line.isCapitals(0..<letters) }
        return line.isCapitals(0..<letters) && line.end(ofAny: posts, at: 0) != nil
            && letters < 60
    }

    static func hasAuthority(_ line: Script) -> Bool {
        authorities.contains { line.has($0, at: 0) && line.isBoundary($0.count) }
            && line.isUpper(0)
    }

    /// "(Đã ký)", "(Đã ký, đóng dấu)".
    static func isNote(_ line: Script) -> Bool {
        line.first(ofAny: ["đã ký", "ký tên", "đóng dấu", "chữ ký"], in: 0..<line.count) != nil
            && line.count < 40
    }

    private static let ranks: [Phrase] = [
        "đại tướng", "thượng tướng", "trung tướng", "thiếu tướng", "đại tá", "thượng tá",
        "trung tá", "thiếu tá", "đại úy", "đại uý", "thượng úy", "thượng uý", "trung úy",
        "ths.", "ts.", "bs.", "bsckii.", "bscki.", "pgs.ts.", "ks.", "bác sĩ",
    ]

    /// Two to six words, a rank in front of them, each with a capital letter in front and small ones behind.
    static func isName(_ line: Script) -> Bool {
        var words = 0
        var position = line.end(ofAny: ranks, at: 0).map(line.skipSpaces) ?? 0
        while position < line.count {
            guard line.scalars[position].isWordPart, line.isUpper(position) else { return false }
            let end = line.wordEnd(position)
            for inner in position + 1..<max(end, position + 1) where line.isUpper(inner) {
                return false
            }
            words += 1
            // "K' Brếp", "H’Hen", "Y-Bion"
            if end < line.count, ["'", "’", "-"].contains(line.scalars[end]) {
                position = line.skipSpaces(end + 1)
                continue
            }
            if end < line.count, !line.scalars[end].isBlank, line.scalars[end] != "." {
                return false
            }
            position = line.skipSpaces(end < line.count && line.scalars[end] == "." ? end + 1 : end)
        }
        return (2...6).contains(words)
    }

    /// `TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Phạm Văn Thịnh` taken apart.
    static func split(_ text: Script) -> (elements: [String], name: String?) {
        let capitals = capitalsEnd(text)
        var cuts = [0]
        var position = 0
        while position < capitals {
            guard text.isWordStart(position) else {
                position += 1
                continue
            }
            let post = text.end(ofAny: posts, at: position)
            let begins = hasAuthority(text.slice(position..<capitals)) || post != nil
            let previous = text.slice(cuts[cuts.count - 1]..<position)
            // The post behind "KT." belongs to it.
            let isHeld = hasAuthority(previous) && onlyAuthority(previous)
            if begins, position > 0, !isHeld { cuts.append(position) }
            position = post ?? text.wordEnd(position)
        }
        cuts.append(capitals)
        let elements = zip(cuts, cuts.dropFirst()).compactMap { start, end -> String? in
            let end = text.trimSpaces(before: end)
            return end > start ? text.text(start..<end) : nil
        }
        let name = text.skipSpaces(capitals)
        guard name < text.count else { return (elements, nil) }
        let signer = text.slice(name..<text.count)
        return (elements, isNote(signer) ? nil : signer.text(0..<signer.count))
    }

    private static func onlyAuthority(_ text: Script) -> Bool {
        let end = text.trimSpaces(before: text.count)
        return authorities.contains { $0.count == end && text.has($0, at: 0) }
    }

    /// Where the words in capitals end: before the first word with a small letter.
    private static func capitalsEnd(_ text: Script) -> Int {
        var position = 0
        while position < text.count {
            guard text.isWordStart(position) else {
                position += 1
                continue
            }
            let end = text.wordEnd(position)
            for inner in position..<end
            where !text.isUpper(inner) && !text.scalars[inner].isDigit {
                return text.trimSpaces(before: position)
            }
            position = end
        }
        return text.count
    }
}
