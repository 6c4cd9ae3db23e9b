import Domain
import Storage

/// The source of a plan at the left, what was understood at the right.
struct PlanReadingPage: Sendable {
    let plan: Plan
    let version: PlanVersion
    let tasks: [PlanTask]
    let units: UnitNames
    let viewer: Viewer?
    let problem: Problem?

    var html: HTML {
        let reading = version.reading
        let targets = tasks.reduce(0) { $0 + $1.targets.count }
        let parts: [HTML] = ReadingParts.make(version, tasks: tasks).map(part)
        return """
            <h1>\(plan.name)</h1>
            <p class="lede">\(tasks.count) nhiệm vụ, \(reading.units.count) đơn vị, \
            \(targets) chỉ tiêu, \(reading.reports.count) kỳ báo cáo.</p>
            \(problem.map { Fields.summary($0.message, $0.refusals) })
            \(confirmation)
            \(parts)
            """
    }

    private var confirmation: HTML? {
        guard plan.status == .draft else { return nil }
        return """
            <form method="post" action="/plans/\(plan.id)/confirmation">\(Fields.token(viewer))
            <input type="hidden" name="version" value="\(plan.version)">
            <button class="button" type="submit">Xác nhận kế hoạch</button></form>
            """
    }

    private func part(_ part: ReadingPart) -> HTML {
        let lines: [HTML] = part.lines.map { line in
            "<p class=\"source__line\" id=\"L\(line.number)\"><span class=\"source__number\">\(line.number)</span> \(line.text)</p>"
        }
        let cards: [HTML] = part.tasks.map(card)
        return """
            <section class="panel"><div class="panel__head"><h2>\(part.title)</h2>
            <span class="panel__note">dòng \(part.first)–\(part.last)</span></div>
            <div class="split"><div class="source">\(lines)</div><div>\(cards)</div></div></section>
            """
    }

    private func card(_ task: PlanTask) -> HTML {
        let leads = task.units(.lead).map(units.name).joined(separator: "; ")
        return """
            <article class="task" id="f-\(task.id)"><h3><a href="#L\(task.lineStart)">\(task.code)</a> \
            \(task.title)</h3><dl class="terms"><dt>Chủ trì</dt><dd>\(leads)</dd></dl></article>
            """
    }
}
