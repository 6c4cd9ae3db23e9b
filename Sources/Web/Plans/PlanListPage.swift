import Domain
import Storage

/// The plans, as a table.
struct PlanListPage: Sendable {
    let plans: [PlanSummary]
    let words: String
    let status: Plan.Status?
    let mayRun: Bool

    var html: HTML {
        let upload: HTML? =
            mayRun
            ? "<p class=\"push\"><a class=\"button\" href=\"/plans/new\">Nhập kế hoạch</a></p>" : nil
        return """
            <div class="row"><h1>Kế hoạch</h1>\(upload)</div>
            <p class="lede">\(sentence)</p>
            \(search)
            \(table)
            """
    }

    private var sentence: HTML {
        let drafts = plans.filter { $0.plan.status == .draft }.count
        let orphans = plans.filter { $0.plan.status == .running }
            .reduce(0) { $0 + $1.withoutLeadCount }
        if plans.isEmpty { return words.isEmpty ? "Chưa có kế hoạch nào." : "Không tìm thấy kế hoạch nào." }
        let draftWords: HTML? = drafts > 0 ? ", <strong>\(drafts) bản nháp</strong> chờ xác nhận" : nil
        let orphanWords: HTML? =
            orphans > 0 ? ", <strong>\(orphans) nhiệm vụ</strong> chưa có đơn vị chủ trì" : nil
        return "\(plans.count) kế hoạch\(draftWords)\(orphanWords)."
    }

    private var search: HTML {
        let options: [HTML] = ([nil] + Plan.Status.allCases.map { Optional($0) }).map { option in
            let selected: HTML = option == status ? " selected" : ""
            return """
                <option value="\(option?.rawValue ?? "")"\(selected)>\(option?.title ?? "Mọi trạng thái")</option>
                """
        }
        return """
            <form class="filter" method="get" action="/plans" role="search">
            <label class="visually-hidden" for="q">Tìm theo số, tên, cơ quan ban hành</label>
            <input class="field__control filter__words" id="q" name="q" type="search" value="\(words)" \
            placeholder="Tìm theo số, tên, cơ quan">
            <label class="visually-hidden" for="status">Trạng thái</label>
            <select class="field__control filter__choice" id="status" name="status">\(options)</select>
            <button class="button button--quiet" type="submit">Tìm</button>
            </form>
            """
    }

    private var table: HTML? {
        if plans.isEmpty { return nil }
        let rows: [HTML] = plans.map(row)
        return """
            <div class="panel"><table class="table table--cards">
            <thead><tr><th scope="col">Kế hoạch</th><th scope="col">Trạng thái</th>
            <th scope="col" class="num">Số việc</th><th scope="col" class="num">Chưa có đầu mối</th></tr></thead>
            <tbody>\(rows)</tbody>
            </table></div>
            """
    }

    private func row(_ summary: PlanSummary) -> HTML {
        let plan = summary.plan
        let from = [plan.issuer, plan.issuedWords].compactMap { $0 }.joined(separator: ", ")
        let path = plan.status == .draft ? "/plans/\(plan.id)/reading" : "/plans/\(plan.id)"
        return """
            <tr><td><a href="\(path)"><strong>\(plan.name)</strong></a>
            <span class="table__more">\(plan.title)</span><span class="table__more">\(from)</span></td>
            <td class="table__first">\(PlanWords.tag(plan.status))</td>
            <td class="num" data-label="Số việc">\(summary.workCount)</td>
            <td class="num" data-label="Chưa có đầu mối">\(summary.withoutLeadCount)</td></tr>
            """
    }
}
