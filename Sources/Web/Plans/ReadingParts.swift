import Domain
import Storage

/// A stretch of the source under one heading, with what was understood there.
struct ReadingPart: Sendable {
    let title: String
    let first: Int
    let last: Int
    let lines: [SourceLine]
    let tasks: [PlanTask]
    let objectives: [PlanObjective]
    let reports: [ReportDutyReading]
    /// Findings that stand beside no task.
    let findings: [PlanDiagnostic]
    /// Suggested repairs that lie in no task.
    let repairs: [SuggestedRepair]

    var hasCards: Bool {
        !tasks.isEmpty || !objectives.isEmpty || !reports.isEmpty || !findings.isEmpty
            || !repairs.isEmpty
    }
}

/// Cuts a plan at its headings, so that the source and what was understood stand side by side.
enum ReadingParts {
    static func make(
        _ version: PlanVersion, tasks: [PlanTask], findings: PlanFindings
    ) -> [ReadingPart] {
        let lines = version.source.lines.filter { !$0.text.allSatisfy(\.isWhitespace) }
        let titles = titles(of: version.reading)
        var parts: [ReadingPart] = []
        var title = "Phần mở đầu"
        var pending: [SourceLine] = []
        for line in lines {
            if let heading = titles[line.number] {
                // A heading directly above another one stays with it.
                if pending.contains(where: { titles[$0.number] == nil }) {
                    parts.append(part(title, pending, version.reading, tasks, findings))
                    pending = []
                }
                title = heading
            }
            pending.append(line)
        }
        if !pending.isEmpty { parts.append(part(title, pending, version.reading, tasks, findings)) }
        return parts
    }

    private static func titles(of reading: PlanReading) -> [Int: String] {
        var titles: [Int: String] = [:]
        for section in reading.sections where section.kind == .heading {
            titles[section.line] = heading(section.path, section.title ?? "")
        }
        for unit in reading.unitHeadings {
            titles[unit.line] = heading(unit.sectionPath, unit.title)
        }
        return titles
    }

    private static func heading(_ path: String, _ title: String) -> String {
        let words = TaskTitle.shortened(title, to: titleMax)
        return words.isEmpty ? path : "\(path) · \(words)"
    }

    /// Characters; headings of plans are whole paragraphs.
    private static let titleMax = 110

    private static func part(
        _ title: String, _ lines: [SourceLine], _ reading: PlanReading, _ tasks: [PlanTask],
        _ findings: PlanFindings
    ) -> ReadingPart {
        let first = lines.first?.number ?? 0
        let last = lines.last?.number ?? 0
        let span = first...last
        return ReadingPart(
            title: title, first: first, last: last, lines: lines,
            tasks: tasks.filter { span.contains($0.lineStart) },
            objectives: reading.objectives.filter { span.contains($0.lineStart) },
            reports: reading.reports.filter { span.contains($0.line) },
            findings: findings.other.filter { span.contains($0.line) },
            repairs: findings.looseRepairs.filter { span.contains($0.line) })
    }
}
