import Domain
import Storage

/// The source of a plan at the left, what was understood at the right.
struct PlanReadingPage: Sendable {
    let plan: Plan
    let version: PlanVersion
    /// Those that were taken out, too.
    let tasks: [PlanTask]
    let units: UnitNames
    let findings: PlanFindings
    let viewer: Viewer?
    /// Only what needs a decision.
    let isNarrowed: Bool
    let problem: Problem?
    let script: String

    private var live: [PlanTask] { tasks.filter { $0.endedAt == nil } }

    var html: HTML {
        """
        <script type="module" src="\(script)"></script>
        <div class="row"><h1>\(plan.name)</h1>\(PlanWords.tag(plan.status))</div>
        <p class="lede">\(plan.title)</p>
        <p class="lede">\(sentence)</p>
        \(problem.map(summary))
        \(deferral)
        \(tools)
        \(tabs)
        \(parts)
        \(taken)
        """
    }

    private var sentence: HTML {
        let targets = live.reduce(0) { $0 + $1.targets.count }
        let open = live.filter(findings.isOpen).count
        var parts: [HTML] = []
        if open > 0 { parts.append("<strong>\(open) nhiệm vụ cần người quyết định</strong>") }
        if !findings.hindrances.isEmpty {
            parts.append("trong đó \(findings.hindrances.count) chưa rõ ai làm")
        }
        if findings.otherOpenCount > 0 {
            parts.append("\(findings.otherOpenCount) điểm ngoài nhiệm vụ")
        }
        let rest: HTML =
            parts.isEmpty
            ? "Không còn gì cần người quyết định." : "Còn \(PlanWords.joined(parts))."
        return """
            \(live.count) nhiệm vụ, \(version.reading.units.count) đơn vị, \(targets) chỉ tiêu, \
            \(version.reading.reports.count) kỳ báo cáo. \(rest)
            """
    }

    private var tools: HTML {
        let unbound = findings.unboundNames.count
        let bind: HTML =
            unbound == 0
            ? "<a class=\"button button--quiet\" href=\"/plans/\(plan.id)/units\">Tên đơn vị</a>"
            : "<a class=\"button\" href=\"/plans/\(plan.id)/units\">Gắn \(unbound) tên đơn vị chủ trì</a>"
        let number: HTML? =
            plan.isComplete
            ? nil
            : "<a class=\"button button--quiet\" href=\"/plans/\(plan.id)/number\">Bổ sung số, ngày</a>"
        return """
            <div class="row tools no-print">\(bind)\(number)
            <a class="button button--quiet" href="/plans/\(plan.id)/tasks/new">Thêm nhiệm vụ</a>
            <a class="button button--quiet" href="/plans/\(plan.id)">Xem như kế hoạch</a>
            \(plan.status == .draft ? PlanEndPages.tool(plan, viewer: viewer) : nil)
            \(confirmation)</div>
            """
    }

    private var confirmation: HTML? {
        guard plan.status == .draft else { return nil }
        let quiet: HTML = findings.hindrances.isEmpty ? "" : " button--quiet"
        return """
            <form class="push" method="post" action="/plans/\(plan.id)/confirmation">\(Fields.token(viewer))
            <input type="hidden" name="version" value="\(plan.version)">
            <button class="button\(quiet)" type="submit">Xác nhận kế hoạch</button></form>
            """
    }

    /// The refusals in the order of the plan.
    private func summary(_ problem: Problem) -> HTML {
        let items: [HTML] = live.compactMap { task in
            problem.refusals[task.id].map { "<li><a href=\"#f-\(task.id)\">\($0)</a></li>" }
        }
        return """
            <div class="error-summary" role="alert" tabindex="-1">
            <p><span aria-hidden="true">●</span> \(problem.message)</p><ul>\(items)</ul></div>
            """
    }

    /// The way on for who cannot settle every lead today.
    private var deferral: HTML? {
        guard problem?.kind == .invalid,
            findings.hindrances.values.contains(where: { $0 != .severalLeads })
        else { return nil }
        return """
            <form class="tools" method="post" action="/plans/\(plan.id)/confirmation">\(Fields.token(viewer))
            <input type="hidden" name="version" value="\(plan.version)">
            <input type="hidden" name="defer" value="1">
            <button class="button button--quiet" type="submit">Giao sau những việc chưa có đầu mối, \
            xác nhận phần còn lại</button></form>
            """
    }

    private var tabs: HTML {
        let path = "/plans/\(plan.id)/reading"
        let open = live.filter(findings.isOpen).count
        return Tabs.nav(
            "Nhiệm vụ",
            [
                .init("Tất cả", path: path, count: live.count, isCurrent: !isNarrowed),
                .init(
                    "Cần quyết định", path: path + "?show=open", count: open,
                    isCurrent: isNarrowed),
            ])
    }

    private var parts: [HTML] {
        let shown = isNarrowed ? live.filter(findings.isOpen) : live
        let marks = SourceMarks(version, tasks: live)
        let parts = ReadingParts.make(version, tasks: shown, findings: findings)
        let head = ReadingHeadCard(plan: plan, version: version)
        return parts.filter {
            !isNarrowed || !$0.tasks.isEmpty || !$0.findings.isEmpty || !$0.repairs.isEmpty
        }.map { part in
            ReadingPartView(
                part: part, plan: plan, units: units, findings: findings, marks: marks,
                isNarrowed: isNarrowed, viewer: viewer,
                head: !isNarrowed && part.first == parts.first?.first ? head.html : nil
            ).html
        }
    }

    /// What was taken out stays in sight, and can come back.
    private var taken: HTML? {
        let ended = tasks.filter { $0.endedAt != nil && TaskEnd($0) != .unsplit }
        if ended.isEmpty { return nil }
        let rows: [HTML] = ended.map { task in
            """
            <li><a href="/plans/\(plan.id)/tasks/\(task.id)">\(task.code)</a> \(task.title) \
            <span class="muted">(\(PlanWords.end(task)))</span></li>
            """
        }
        return Panel.section(
            "Đã đưa ra khỏi kế hoạch", note: "\(ended.count) nhiệm vụ", "<ul>\(rows)</ul>")
    }
}
