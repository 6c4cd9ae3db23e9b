import Domain
import Storage

/// A stretch of the source under one heading, with what was understood there.
struct ReadingPart: Sendable {
    let title: String
    let first: Int
    let last: Int
    let lines: [SourceLine]
    let tasks: [PlanTask]
}

/// Cuts a plan at its headings, so that the source and what was understood stand side by side.
enum ReadingParts {
    static func make(_ version: PlanVersion, tasks: [PlanTask]) -> [ReadingPart] {
        let reading = version.reading
        let lines = version.source.lines.filter { !$0.text.allSatisfy(\.isWhitespace) }
        var titles: [Int: String] = [:]
        for section in reading.sections where section.kind == .heading {
            titles[section.line] =
                "\(section.path) · \(TaskTitle.shortened(section.title ?? "", to: 110))"
        }
        for heading in reading.unitHeadings {
            titles[heading.line] =
                "\(heading.sectionPath) · \(TaskTitle.shortened(heading.title, to: 110))"
        }
        let starts = titles.keys.sorted()
        var parts: [ReadingPart] = []
        var title = "Phần mở đầu"
        var pending: [SourceLine] = []
        func close() {
            guard let first = pending.first?.number, let last = pending.last?.number else { return }
            parts.append(
                ReadingPart(
                    title: title, first: first, last: last, lines: pending,
                    tasks: tasks.filter { (first...last).contains($0.lineStart) }))
            pending = []
        }
        var next = starts.makeIterator()
        var boundary = next.next()
        for line in lines {
            if let start = boundary, line.number >= start {
                // A heading directly above another one stays with it.
                if pending.contains(where: { titles[$0.number] == nil }) || parts.isEmpty { close() }
                title = titles[start] ?? title
                boundary = next.next()
            }
            pending.append(line)
        }
        close()
        return parts
    }
}
