import Domain
import Storage

/// One plan: how it stands, and its tasks in the order of the text.
struct PlanPage: Sendable {
    let plan: Plan
    let tasks: [PlanTask]
    let reading: PlanReading
    let units: UnitNames
    let mayRun: Bool

    var html: HTML {
        let count = Set(tasks.map(\.workItem)).count
        let link: HTML? =
            mayRun
            ? "<a class=\"button button--quiet\" href=\"/plans/\(plan.id)/reading\">Xem cạnh văn bản gốc</a>"
            : nil
        return """
            <div class="row"><h1>\(plan.name)</h1>\(PlanWords.tag(plan.status))</div>
            <p class="lede">\(plan.title). <strong>\(count) việc</strong>.</p>
            <p class="row no-print">\(link)
            <a href="/plans/\(plan.id)/versions/\(plan.currentVersion)/file">Tải văn bản gốc</a></p>
            \(table)
            """
    }

    private var table: HTML {
        let rows: [HTML] = tasks.map(row)
        return """
            <div class="panel"><table class="table table--cards">
            <thead><tr><th scope="col">Mục</th><th scope="col">Nhiệm vụ</th>
            <th scope="col">Chủ trì</th><th scope="col">Thời hạn</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private func row(_ task: PlanTask) -> HTML {
        let leads = task.units(.lead).map(units.name).joined(separator: "; ")
        let due = task.deadlines.map(PlanWords.deadline).joined(separator: "; ")
        return """
            <tr id="t-\(task.id)"><td data-label="Mục">\(task.code)</td><td>\(task.title)</td>
            <td data-label="Chủ trì">\(leads)</td><td data-label="Thời hạn">\(due)</td></tr>
            """
    }
}
