import Domain

/// Head and foot of a plan in paragraphs, for those who look for citations.
enum HeadParagraphs {
    static func read(
        _ lines: [SourceLine], _ head: HeadReading, _ role: Paragraph.Role
    ) -> [Paragraph] {
        // The head knows which lines make one paragraph.
        let known = head.otherLines.filter { ["title", "basis"].contains($0.kind) }
        var items: [LayoutItem] = []
        var loose: [SourceLine] = []
        var index = 0
        while index < lines.count {
            let number = lines[index].number
            if let span = known.first(where: { $0.line == number }) {
                items += LayoutReader.items(of: loose)
                loose = []
                let end = lines[index...].firstIndex { $0.number > span.lineEnd } ?? lines.count
                items += [LayoutReader.joined(lines[index..<end])].compactMap { $0 }
                index = end
            } else {
                loose.append(lines[index])
                index += 1
            }
        }
        items += LayoutReader.items(of: loose)
        return items.map {
            Paragraph(
                role: role, label: $0.label?.sign, body: $0.body, lines: $0.lines,
                lineStarts: $0.lineStarts)
        }
    }
}
