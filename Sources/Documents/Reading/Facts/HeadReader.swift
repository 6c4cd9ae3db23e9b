package import Domain

/// What stands above and below the body of a document.
package struct HeadReading: Sendable, Equatable {
    package var head: DocumentHead
    package var otherLines: [OtherLine]
    /// Indices into the lines: what lies between head and foot.
    package var body: Range<Int>
    /// What follows the foot: appendices, footnotes.
    package var after: Range<Int>

    package init(
        head: DocumentHead, otherLines: [OtherLine], body: Range<Int>, after: Range<Int>
    ) {
        self.head = head
        self.otherLines = otherLines
        self.body = body
        self.after = after
    }
}

/// Which lines are head and foot, and what they say.
///
/// Layouts: Decree 30/2020/NĐ-CP for the State, Hướng dẫn 36-HD/VPTW for the Party; texts taken out
/// of files may have lost the head, or have its two columns in one line with " | " between.
package enum HeadReader {
    /// The kind of document stands among the first lines, if anywhere.
    private static let longestHead = 60

    package static func read(_ source: [SourceLine]) -> HeadReading {
        let lines = source.enumerated().map { HeadLine($1, index: $0) }
        var reading = HeadReading(
            head: DocumentHead(), otherLines: [], body: 0..<lines.count,
            after: lines.count..<lines.count)
        let typeLine =
            lines.prefix(longestHead).first { line in
                DocumentKinds.kind(ofTitle: line.script)?.end == line.script.count
            }
            ?? lines.prefix(longestHead).first { line in
                DocumentKinds.kind(ofTitle: line.script) != nil && !isLabelled(line)
            }
        let letterheadEnd = typeLine?.index ?? letterheadEnd(lines)
        let letterhead = readLetterhead(lines[..<letterheadEnd], into: &reading)
        var next = letterheadEnd
        if let typeLine { next = readTitle(lines, from: typeLine, into: &reading) }
        let basis = Basis.read(lines, from: next, hasTitle: typeLine != nil)
        reading.otherLines += basis.paragraphs.map { other("basis", $0.first, $0.last, lines) }
        let foot = FootReader.read(lines, from: basis.end)
        reading.otherLines += foot.otherLines
        reading.head.signers = foot.signers
        reading.head.recipients = foot.recipients
        reading.body = basis.end..<max(basis.end, foot.lines.lowerBound)
        reading.after = max(basis.end, foot.lines.upperBound)..<lines.count
        reading.head.issuer =
            IssuerReader(
                lines: lines, headerEnd: letterheadEnd, basis: next..<basis.end, body: reading.body,
                place: reading.head.place, signers: foot.signers
            ).issuer
        reading.head.statusNote = statusNote(letterhead, hasType: typeLine != nil)
        return reading
    }

    private static func other(
        _ kind: String, _ first: Int, _ last: Int, _ lines: [HeadLine]
    ) -> OtherLine {
        OtherLine(kind: kind, line: lines[first].number, lineEnd: lines[last].number)
    }

    private static func isLabelled(_ line: HeadLine) -> Bool {
        Labels.end(in: line.script) != nil
    }

    /// Without a kind of document: the lines up to the last with a number or a date.
    private static func letterheadEnd(_ lines: [HeadLine]) -> Int {
        var end = 0
        for line in lines.prefix(15) where !line.isBlank {
            if Labels.end(in: line.script) != nil { break }
            let read = Letterhead(line.script)
            if read.hasNumber || read.hasDate { end = line.index + 1 }
        }
        return end
    }

    /// What the letterhead said: used to say what is missing.
    private struct Found {
        var hasNumber = false
        var hasDate = false
        var isNumberBlank = false
        var isDayBlank = false
    }

    private static func readLetterhead(
        _ lines: ArraySlice<HeadLine>, into reading: inout HeadReading
    ) -> Found {
        var found = Found()
        for line in lines where !line.isBlank || line.isMark {
            let read = Letterhead(line.script)
            if read.hasNumber && !found.hasNumber {
                found.hasNumber = true
                found.isNumberBlank = read.number == nil
                reading.head.number = read.number
                reading.head.numberSuffix = read.number.map(tail) ?? read.suffix
            }
            if read.hasDate && !found.hasDate {
                found.hasDate = true
                found.isDayBlank = read.isDayBlank
                reading.head.place = read.place
                reading.head.date = read.date
            }
            let kind =
                switch (read.hasNumber, read.hasDate) {
                case (true, true): "number_place_date"
                case (true, false): "number"
                case (false, true): "place_date"
                case (false, false): "header"
                }
            reading.otherLines.append(
                OtherLine(kind: kind, line: line.number, lineEnd: line.number))
        }
        return found
    }

    /// From the first stroke or dash of a number: `/KH-UBND`, `-KH/ĐU`.
    private static func tail(_ number: String) -> String {
        number.firstIndex { $0 == "/" || $0 == "-" }.map { String(number[$0...]) } ?? ""
    }

    private static func readTitle(
        _ lines: [HeadLine], from typeLine: HeadLine, into reading: inout HeadReading
    ) -> Int {
        guard let (kind, end) = DocumentKinds.kind(ofTitle: typeLine.script) else {
            return typeLine.index + 1
        }
        reading.head.kind = kind.rawValue
        let number = typeLine.number
        reading.otherLines.append(OtherLine(kind: "doc_type", line: number, lineEnd: number))
        let script = typeLine.script
        if end < script.count {
            var start = end
            while start < script.count, !script.scalars[start].isWordPart,
                script.scalars[start] != "“"
            { start += 1 }
            reading.head.title = script.text(start..<script.count)
            return typeLine.index + 1
        }
        let title = Title.lines(lines, from: typeLine.index + 1)
        guard let first = title.first, let last = title.last else { return typeLine.index + 1 }
        reading.head.title = title.map { lines[$0].text }.joined(separator: " ")
        reading.otherLines.append(other("title", first, last, lines))
        return last + 1
    }

    private static func statusNote(_ found: Found, hasType: Bool) -> String? {
        if !found.hasNumber && !found.hasDate {
            return "Văn bản không có phần đầu: thiếu số, địa danh và ngày ban hành."
        }
        switch (found.isNumberBlank, found.isDayBlank) {
        case (true, true): return "Dự thảo: số và ngày ban hành còn để trống."
        case (true, false): return "Dự thảo: số còn để trống."
        case (false, true): return "Dự thảo: ngày ban hành còn để trống."
        case (false, false): return nil
        }
    }
}

/// Labels that open an item of the body.
enum Labels {
    /// Where a label at the head of a line ends: `I.`, `I-`, `1.1.`, `a)`, `A.`, `Phần I`.
    static func end(in line: Script) -> Int? {
        if let word = line.end(ofAny: ["phần", "chương", "mục"], at: 0), line.isUpper(0) {
            let next = line.skipSpaces(word)
            if roman(line, at: next) != nil || line.number(at: next) != nil
                || line.hasWord("thứ", at: next)
            {
                return next
            }
        }
        if let end = roman(line, at: 0), let mark = line.at(line.skipSpaces(end)),
            mark == "." || mark.isDash || mark == ")"
        {
            return line.skipSpaces(end) + 1
        }
        if let number = line.number(at: 0), number.value < 100 {
            var end = number.end
            while line.at(end) == ".", let next = line.number(at: end + 1) { end = next.end }
            guard let mark = line.at(end), mark == "." || mark == ")" else { return nil }
            return end + 1 == line.count || line.scalars[end + 1].isBlank ? end + 1 : nil
        }
        if line.count > 1, line.scalars[0].isWordPart, line.scalars[1] == ")" { return 2 }
        if line.count > 2, line.isUpper(0), line.scalars[1] == ".", line.scalars[2].isBlank {
            return 2
        }
        return nil
    }

    private static func roman(_ line: Script, at position: Int) -> Int? {
        var end = position
        while end < line.count, "IVX".unicodeScalars.contains(line.scalars[end]) { end += 1 }
        return end > position && line.isBoundary(end) ? end : nil
    }
}
