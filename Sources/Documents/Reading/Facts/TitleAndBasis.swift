/// The title (trích yếu) under the kind of document.
enum Title {
    /// A title longer than this has swallowed running text.
    private static let longest = 12

    /// Indices of the title's lines.
    ///
    /// The first is always one. The next go on with it while nothing shows that the basis begins:
    /// capitals under capitals, a small letter at the head, or an unfinished line one line above in
    /// a text that puts a blank line under each.
    static func lines(_ lines: [HeadLine], from start: Int) -> [Int] {
        var title: [Int] = []
        var gap = 0
        for line in lines[start...] {
            if line.isBlank {
                gap += 1
                continue
            }
            if line.script.scalars.allSatisfy({ !$0.isWordPart }) { continue }
            guard let last = title.last else {
                if Labels.end(in: line.script) != nil || Basis.opens(line.script) && isBasis(line) {
                    return []
                }
                title.append(line.index)
                gap = 0
                continue
            }
            if title.count == longest || !goesOn(line, after: lines[last], gap: gap) { break }
            title.append(line.index)
            gap = 0
        }
        return title
    }

    /// "Căn cứ …" directly under the kind: there is no title.
    private static func isBasis(_ line: HeadLine) -> Bool { line.script.hasWord("căn cứ", at: 0) }

    /// "(Ban hành kèm theo Quyết định số …)".
    static func isCovering(_ line: HeadLine) -> Bool {
        line.script.scalars.first == "("
            && line.script.end(
                ofAny: ["ban hành kèm theo", "kèm theo"], at: line.script.skipSpaces(1))
                != nil
    }

    private static func goesOn(_ line: HeadLine, after last: HeadLine, gap: Int) -> Bool {
        if Labels.end(in: line.script) != nil || isCovering(line) { return false }
        if let end = last.script.scalars.last, [".", ";", ":"].contains(end) { return false }
        // "GIAI ĐOẠN 2026 -", and the year on the next line.
        if gap == 0, last.script.scalars.last?.isDash == true,
            line.script.scalars.first?.isDigit == true
        {
            return true
        }
        // "GIÁM SÁT CHUYÊN ĐỀ", and below it its subject between quotation marks.
        if gap == 0, let first = line.script.scalars.first, first == "“" || first == "\"" {
            return true
        }
        if last.isCapitals { return line.isCapitals }
        if line.isCapitals { return false }
        if gap == 0 { return !Basis.opens(line.script) || !line.script.isUpper(0) }
        if gap > 1 { return false }
        let first = line.script.scalars.first.map { $0.isWordPart } ?? false
        if first && !line.script.isUpper(0) { return true }
        return !Basis.opens(line.script) && line.script.count < 120
    }
}

/// The grounds (căn cứ) and the sentence that issues the document, above the first item.
enum Basis {
    struct Paragraphs {
        /// Indices of first and last line.
        var paragraphs: [(first: Int, last: Int)] = []
        /// Index of the first line of the body.
        var end: Int
    }

    private static let openings: [Phrase] = [
        "căn cứ", "thực hiện", "triển khai", "để", "nhằm", "trên cơ sở", "theo", "tiếp tục", "xét",
        "sau khi", "qua", "ủy ban", "uỷ ban", "ubnd", "đảng ủy", "đảng uỷ", "ban thường vụ",
        "ban chấp hành", "ban thường trực", "hội đồng", "năm", "trong", "với",
    ]

    /// Whether a paragraph of the basis may begin so.
    static func opens(_ line: Script) -> Bool {
        guard line.count > 0, !line.isCapitals(0..<line.count) else { return false }
        return line.end(ofAny: openings, at: 0) != nil
    }

    static func read(_ lines: [HeadLine], from start: Int, hasTitle: Bool) -> Paragraphs {
        var reading = Paragraphs(end: start)
        guard hasTitle else { return reading }
        var isFinished = true
        for line in lines[start...] {
            if line.isBlank || !line.script.scalars.contains(where: \.isWordPart) { continue }
            if endsBasis(line) { break }
            let isApart = line.index == start || lines[line.index - 1].isBlank
            if reading.paragraphs.isEmpty || isFinished && (isApart || opens(line.script)) {
                reading.paragraphs.append((line.index, line.index))
            } else if let last = reading.paragraphs.indices.last {
                reading.paragraphs[last].last = line.index
            }
            isFinished = [".", ";", ":"].contains(line.script.scalars.last ?? " ")
            reading.end = line.index + 1
        }
        return reading
    }

    private static func endsBasis(_ line: HeadLine) -> Bool {
        if Labels.end(in: line.script) != nil { return true }
        if let first = line.script.scalars.first, first.isDash || first == "+" || first == "•" {
            return !opens(line.script.slice(line.script.skipSpaces(1)..<line.script.count))
        }
        if line.script.hasWord("nơi nhận", at: 0) { return true }
        return line.isCapitals && line.script.count > 4
    }
}
