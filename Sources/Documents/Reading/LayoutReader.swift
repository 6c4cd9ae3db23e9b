import Domain

/// One item as it stands on paper: label, words, lines.
struct LayoutItem: Sendable {
    var label: ItemLabel?
    var body: Script
    /// Numbers of the first and the last line.
    var lines: ClosedRange<Int>
    var lineStarts: [Paragraph.LineStart]
    /// The number of a page, alone on its line.
    var isPageNumber = false
    /// `A.`, `B)`: a letter that was printed as a capital.
    var isCapitalLetter = false
}

/// Puts lines together to items: bullets, headings, paragraphs.
///
/// A paragraph may be one line (a word processor's text), several lines up to a blank one (hard
/// wrapped), or several lines each followed by a blank one (text taken out of a PDF); a page break
/// may cut any of them within a sentence.
struct LayoutReader {
    /// How the line breaks of a text are to be understood.
    enum Habit: Sendable {
        /// A line is a paragraph.
        case lineIsParagraph
        /// A paragraph runs to the next blank line.
        case blankLineEnds
        /// Blank lines say nothing; a paragraph ends with a line that has room for another word.
        case shortLineEnds
    }

    private struct Line {
        var number: Int
        var text: [Unicode.Scalar]
        var label: ItemLabel?
        /// Whether a blank line stands above.
        var isApart: Bool
    }

    private let lines: [Line]
    private let habit: Habit
    private let width: Int
    /// Labelled lines stand behind a blank line, most of them.
    private let labelsAreApart: Bool

    /// Longest line of hard-wrapped text; official letters have 60 to 110 characters on a line.
    private static let wrappedWidth = 125
    /// A line at least this long is text and not a heading.
    private static let fullLine = 40

    static func items(of lines: some Sequence<SourceLine>) -> [LayoutItem] {
        LayoutReader(lines).read()
    }

    /// All lines as one item, whatever they look like.
    static func joined(_ lines: some Sequence<SourceLine>) -> LayoutItem? {
        let reader = LayoutReader(lines)
        guard !reader.lines.isEmpty else { return nil }
        var item = reader.item(of: reader.lines)
        item.label = nil
        return item
    }

    private init(_ source: some Sequence<SourceLine>) {
        var lines: [Line] = []
        var isApart = true
        for line in source {
            let text = LayoutReader.tidy(line.text)
            if text.isEmpty {
                isApart = true
                continue
            }
            lines.append(
                Line(number: line.number, text: text, label: ItemLabel(text), isApart: isApart))
            isApart = false
        }
        self.lines = lines
        (habit, width) = LayoutReader.habit(of: lines)
        let labelled = lines.filter { $0.label != nil }
        labelsAreApart = labelled.filter(\.isApart).count * 10 >= labelled.count * 9
    }

    /// Strips and collapses white space and takes Markdown asterisks away.
    private static func tidy(_ text: String) -> [Unicode.Scalar] {
        var found: [Unicode.Scalar] = []
        found.reserveCapacity(text.utf8.count)
        var hasSpace = false
        let scalars = [Unicode.Scalar](of: text)
        for (index, scalar) in scalars.enumerated() {
            if scalar.isSpace {
                hasSpace = !found.isEmpty
                continue
            }
            if scalar == "*" {
                let isLabel =
                    found.isEmpty && index + 1 < scalars.count && scalars[index + 1].isSpace
                if !isLabel { continue }
            }
            if scalar.value == 0xAD || scalar.value == 0x200C || scalar.value == 0x200D { continue }
            if hasSpace { found.append(" ") }
            hasSpace = false
            found.append(scalar)
        }
        return found
    }

    private static func habit(of lines: [Line]) -> (Habit, Int) {
        let lengths = lines.map(\.text.count).filter { $0 >= fullLine }.sorted()
        guard lengths.count >= 4 else { return (.lineIsParagraph, 0) }
        // A few lines of a head or a table may be longer than the text is wide.
        let width = lengths[lengths.count * 9 / 10]
        let median = lengths[lengths.count / 2]
        guard width <= wrappedWidth, median * 10 >= width * 6 else { return (.lineIsParagraph, 0) }
        let plain = lines.dropFirst().filter { $0.label == nil }
        // Broken lines go on with a small letter as often as not.
        let broken = plain.filter { goesOn($0) }.count
        guard broken * 4 >= plain.count else { return (.lineIsParagraph, 0) }
        let joined = plain.filter { !$0.isApart }.count
        let apart = plain.count - joined
        // Where paragraphs have several lines and blank lines occur, these separate.
        let blanks = lines.filter(\.isApart).count
        if joined > apart, blanks * 5 >= lines.filter({ $0.label != nil }).count * 2 {
            return (.blankLineEnds, width)
        }
        return (.shortLineEnds, width)
    }

    private func read() -> [LayoutItem] {
        var items: [LayoutItem] = []
        var open: [Line] = []
        var pageNumbers: [LayoutItem] = []
        func close() {
            if !open.isEmpty { items.append(item(of: open)) }
            items += pageNumbers
            open = []
            pageNumbers = []
        }
        for (index, line) in lines.enumerated() {
            if isPageNumber(at: index, after: open) {
                var number = item(of: [line])
                number.isPageNumber = true
                pageNumbers.append(number)
            } else if let last = open.last, continues(line, last, open, !pageNumbers.isEmpty) {
                open.append(line)
            } else {
                close()
                open = [line]
            }
        }
        close()
        return items
    }

    private func item(of lines: [Line]) -> LayoutItem {
        var label = lines[0].label
        var text: [Unicode.Scalar] = []
        var starts: [Paragraph.LineStart] = []
        for (index, line) in lines.enumerated() {
            if !text.isEmpty { text.append(" ") }
            starts.append(Paragraph.LineStart(offset: text.count, line: line.number))
            text += index == 0 ? Array(line.text[(label?.length ?? 0)...]) : line.text
        }
        // A label that is the whole item is no label.
        if text.isEmpty {
            text = lines[0].text
            label = nil
        }
        let isCapital =
            label?.kind == .letter && Script.lowered(lines[0].text[0]) != lines[0].text[0]
        return LayoutItem(
            label: label, body: Script(text),
            lines: lines[0].number...lines[lines.count - 1].number,
            lineStarts: starts, isCapitalLetter: isCapital)
    }

    /// A number alone between other lines: `7`, `- 7 -`, `Trang 7/9`, `7/9`.
    private func isPageNumber(at index: Int, after open: [Line]) -> Bool {
        let text = lines[index].text
        guard text.count <= 12 else { return false }
        if let last = open.last, let label = last.label, last.text.count == label.length {
            return false
        }
        var words = Words(Script(text))
        if words.text(0) == "trang" { words = Words(Script(Array(text.dropFirst(5)))) }
        var digits = 0
        for position in 0..<words.count {
            let word = words[position]
            if word.isNumber {
                guard Int(words.lowered(position)) != nil, word.range.count <= 3 else {
                    return false
                }
                digits += 1
            } else if !["-", "–", "/", "|"].contains(word.text) {
                return false
            }
        }
        return digits == 1 || (digits == 2 && words.first("/") != nil)
    }

    // MARK: Whether a line goes on with the item above

    private func continues(
        _ line: Line, _ last: Line, _ open: [Line], _ isOverPage: Bool
    ) -> Bool {
        // A label alone waits for its text.
        if let label = open[0].label, open.count == 1, last.text.count == label.length {
            return line.label == nil
        }
        let isCut = isUnfinished(last)
        if let label = line.label {
            return isCut && isFalseLabel(label, line, open)
        }
        let isApart = line.isApart || isOverPage
        switch habit {
        case .lineIsParagraph:
            return isCut && (Self.goesOn(line) || endsInside(last, before: line))
        case .blankLineEnds:
            if !isApart {
                return
                    !(startsAnew(line) && isShort(last, before: line)
                    && (endsText(last) || isHeading(open)))
            }
            return isCut && (Self.goesOn(line) || endsInside(last, before: line))
        case .shortLineEnds:
            if isCut, Self.goesOn(line) || endsInside(last, before: line) { return true }
            return !isShort(last, before: line)
        }
    }

    /// The line has room for the first word of the next one: surely, or, where a sentence ends and
    /// another begins, as far as letters of different breadth allow to say.
    private func isShort(_ last: Line, before line: Line) -> Bool {
        let word = line.text.firstIndex(of: " ") ?? line.text.count
        let isNewSentence = last.text.last == "." && startsAnew(line)
        return (last.text.count + 1 + word) * 100 < width * (isNewSentence ? 98 : 85)
    }

    /// A numbered or lettered line that so far may be a title: running text fills its lines, in a
    /// text that does not set its items apart.
    private func isHeading(_ open: [Line]) -> Bool {
        guard open.count == 1, !labelsAreApart, let label = open[0].label else { return false }
        switch label.kind {
        case .roman, .arabic, .letter: return true
        case .counted, .bullet, .plus: return false
        }
    }

    private func startsAnew(_ line: Line) -> Bool { !Self.goesOn(line) }

    private func endsText(_ line: Line) -> Bool { line.text.last == "." || line.text.last == ";" }

    /// Begins in the middle of a sentence: with a small letter or a mark that closes something.
    private static func goesOn(_ line: Line) -> Bool {
        guard let first = line.text.first else { return false }
        if first.isWordPart { return !first.isDigit && Script.lowered(first) == first }
        return [",", ";", ")", "”"].contains(first)
    }

    /// Does not end with a mark that ends a sentence or an item of a list.
    private func isUnfinished(_ line: Line) -> Bool {
        guard let last = line.text.last else { return false }
        return ![".", ";", ":", "!", "?", "…"].contains(last)
    }

    /// Ends with a comma or a word after which a sentence goes on in any case.
    private func endsInside(_ line: Line, before next: Line) -> Bool {
        if line.text.last == "," { return true }
        let start = line.text.lastIndex(of: " ").map { $0 + 1 } ?? 0
        let word = String(String.UnicodeScalarView(line.text[start...].map(Script.lowered)))
        // "Chuyển đổi số" ends a heading, "Quyết định số" goes on with its number.
        if LayoutReader.numbered.contains(word) { return next.text.first?.isDigit == true }
        return LayoutReader.neverLast.contains(word)
    }

    /// A dash or number that belongs to the sentence: `kinh tế` / `- xã hội`, `2026` / `- 2030`.
    private func isFalseLabel(_ label: ItemLabel, _ line: Line, _ open: [Line]) -> Bool {
        let after = line.text[label.length...]
        guard let first = after.first else { return false }
        // A full line in the middle of a sentence, in a text that sets its items apart.
        if habit == .blankLineEnds, labelsAreApart, !line.isApart, let last = open.last,
            !isShort(last, before: line)
        {
            return true
        }
        switch label.kind {
        case .bullet, .plus:
            guard habit != .lineIsParagraph, let last = open.last else { return false }
            // "giai đoạn 2026" / "- 2030"
            let isSpan = last.text.last?.isDigit == true && first.isDigit
            // Where all labels stand apart a short line may be the ragged first one.
            return isSpan || labelsAreApart && !line.isApart && isOneName(last.text, after)
                || !isShort(last, before: line)
                    && (first.isDigit || first.isWordPart && Script.lowered(first) == first
                        || isOneName(last.text, after))
        case .arabic, .letter:
            guard habit != .lineIsParagraph, !line.isApart else { return false }
            return first.isWordPart && Script.lowered(first) == first
        case .roman, .counted:
            return false
        }
    }

    /// "Phòng Kế hoạch" / "- Tài chính": two fields of work of one name, parted by the dash.
    private func isOneName(_ before: [Unicode.Scalar], _ after: ArraySlice<Unicode.Scalar>) -> Bool
    {
        let one = Words(Script(Array(before.suffix(LayoutReader.longestField))))
        let other = Words(Script(Array(after.prefix(LayoutReader.longestField))))
        return UnitWords.fields.longest(in: other, at: 0) != nil && one.count > 2
            && UnitWords.fields.longest(in: one, at: one.count - 2) == 2
    }

    private static let longestField = 24

    /// Words that a number follows: "đến ngày" / "30/6/2026".
    private static let numbered: Set<String> = [
        "số", "ngày", "tháng", "năm", "quý", "điều", "khoản", "thiểu", "nhất", "đạt", "trước",
        "đến", "khoảng", "dưới", "quá", "gần", "hơn", "lúc",
    ]

    private static let neverLast: Set<String> = [
        "các", "những", "và", "của", "với", "về", "theo", "cho", "tại", "trong", "trên", "do",
        "để", "từ", "bằng", "bởi", "hoặc", "là", "mỗi", "từng", "giữa", "cùng", "như",
    ]
}
