import Domain
import Storage

/// One part of a plan: its lines, and the cards of what was understood in them.
struct ReadingPartView: Sendable {
    let part: ReadingPart
    let plan: Plan
    let units: UnitNames
    let findings: PlanFindings
    let marks: SourceMarks
    let isNarrowed: Bool
    let viewer: Viewer?
    /// What was understood of the head of the document, in the part that holds it.
    var head: HTML?

    var html: HTML {
        let open =
            part.tasks.filter(findings.isOpen).count + part.findings.count
            + part.repairs.count
        let tag: HTML? =
            open == 0
            ? nil : "<span class=\"push\">\(Tag.state("\(open) điểm cần xem", .warn))</span>"
        let single: HTML = part.hasCards || head != nil ? "" : " split--single"
        return """
            <section class="panel" aria-labelledby="part-\(part.first)">
            <div class="panel__head"><h2 id="part-\(part.first)">\(part.title)</h2>
            <span class="panel__note">\(places)</span>\(tag)</div>
            <div class="split\(single)"><div class="source" lang="vi">\(lines)</div>
            <div class="cards">\(cards)</div></div>
            </section>
            """
    }

    private var places: String {
        guard let first = part.lines.first, let last = part.lines.last else { return "" }
        return first.page == nil
            ? "dòng \(first.number)–\(last.number)" : "\(first.place) – \(last.place)"
    }

    private var lines: [HTML] {
        part.lines.map { line in
            let shown = "\(line.pageLine ?? line.number)"
            let owners = part.tasks.filter {
                ($0.lineStart...max($0.lineStart, $0.lineEnd)).contains(line.number)
            }
            let number: HTML =
                owners.first.map {
                    "<a class=\"source__number\" href=\"#f-\($0.id)\">\(shown)</a>"
                }
                ?? "<span class=\"source__number\">\(shown)</span>"
            let ids = owners.map { "f-\($0.id)" }.joined(separator: " ")
            let owned: HTML? = ids.isEmpty ? nil : " data-cards=\"\(ids)\""
            return """
                <p class="source__line" id="L\(line.number)"\(owned)>\(number) \
                <span>\(marks.html(line))</span></p>
                """
        }
    }

    private var cards: [HTML] {
        let notes: [HTML] = part.findings.map { PlanWords.note($0) }
        let objectives: [HTML] = isNarrowed ? [] : part.objectives.map(objective)
        let reports: [HTML] = isNarrowed ? [] : part.reports.map(report)
        let tasks: [HTML] = part.tasks.map { task in
            TaskCard(
                task: task, plan: plan, units: units, findings: findings, viewer: viewer,
                lines: part.lines.filter {
                    (task.lineStart...max(task.lineStart, task.lineEnd)).contains($0.number)
                }
            ).html
        }
        let repairs: [HTML] = part.repairs.map { repair in
            RepairNote(
                repair: repair, plan: plan, isOfUse: !repair.changes(in: plan).isEmpty,
                viewer: viewer
            ).html
        }
        return notes + (head.map { [$0] } ?? []) + repairs + objectives + tasks + reports
    }

    private func objective(_ objective: PlanObjective) -> HTML {
        """
        <article class="card card--quiet"><h3><a href="#L\(objective.lineStart)">Mục tiêu, yêu cầu</a></h3>
        <p class="small">\(objective.textStart)…</p></article>
        """
    }

    private func report(_ duty: ReportDutyReading) -> HTML {
        let terms = Terms.list([
            ("Từ", "\(duty.from.isEmpty ? "chưa rõ" : duty.from.joined(separator: "; "))"),
            ("Gửi", "\(duty.to ?? "chưa rõ")"),
            ("Qua", "\(duty.via ?? "–")"),
            ("Hạn", "\(PlanWords.report(duty))"),
        ])
        return """
            <article class="card card--quiet"><h3><a href="#L\(duty.line)">Chế độ báo cáo</a></h3>
            \(terms)</article>
            """
    }
}
