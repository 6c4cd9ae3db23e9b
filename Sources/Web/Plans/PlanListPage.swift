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
            ? "<a class=\"button push\" href=\"/plans/new\">Nhập kế hoạch</a>" : nil
        return """
            <div class="row"><h1>Kế hoạch</h1>\(upload)</div>
            <p class="lede">\(sentence)</p>
            \(filter)
            \(table)
            """
    }

    private var isFiltered: Bool { !words.isEmpty || status != nil }

    private var sentence: HTML {
        let drafts = plans.filter { $0.plan.status == .draft }.count
        let late = plans.reduce(0) { $0 + $1.work[.late] }
        let orphans = plans.filter { $0.plan.status == .running }
            .reduce(0) { $0 + $1.withoutLeadCount }
        if plans.isEmpty {
            return isFiltered ? "Không tìm thấy kế hoạch nào." : "Chưa có kế hoạch nào."
        }
        let lateWords: HTML? = late > 0 ? ", <strong>\(late) việc quá hạn</strong>" : nil
        let draftWords: HTML? = drafts > 0 ? ", \(drafts) bản nháp chờ xác nhận" : nil
        let orphanWords: HTML? =
            orphans > 0 ? ", \(orphans) nhiệm vụ chưa có đơn vị chủ trì" : nil
        return "\(plans.count) kế hoạch\(lateWords)\(draftWords)\(orphanWords)."
    }

    private var filter: HTML {
        FilterBar.form(
            "/plans", isActive: isFiltered,
            [
                FilterBar.search("q", "Số, tên, cơ quan ban hành", value: words),
                FilterBar.choice(
                    "status", "Trạng thái",
                    Plan.Status.allCases.map { ($0.rawValue, $0.title) },
                    value: status?.rawValue ?? ""),
            ])
    }

    private var table: HTML {
        if plans.isEmpty {
            return EmptyState.block(
                isFiltered ? "Không có kế hoạch nào khớp." : "Chưa có kế hoạch nào.",
                advice: mayRun && !isFiltered
                    ? "Tải lên kế hoạch mà phường vừa ban hành; chương trình đọc và hỏi lại chỗ chưa rõ."
                    : nil,
                action: mayRun && !isFiltered ? ("Nhập kế hoạch", "/plans/new") : nil)
        }
        let table = DataTable.cards(
            "Kế hoạch",
            [
                .init("Kế hoạch"), .init("Trạng thái"), .init("Việc", isNumber: true),
                .init("Xong", isNumber: true), .init("Quá hạn", isNumber: true),
                .init("Chưa có đầu mối", isNumber: true),
            ], plans.map(row))
        return "<div class=\"panel\">\(table)</div>"
    }

    private func row(_ summary: PlanSummary) -> [HTML] {
        let plan = summary.plan
        let from = [plan.issuer, plan.issuedWords].compactMap { $0 }.joined(separator: ", ")
        let path = plan.status == .draft ? "/plans/\(plan.id)/reading" : "/plans/\(plan.id)"
        let late = summary.work[.late]
        let done = summary.work[.done] + summary.work[.doneLate] + summary.work[.excused]
        let all = done + summary.work.open
        return [
            """
            <a href="\(path)"><strong>\(plan.name)</strong></a>
            <span class="table__more">\(plan.title)</span><span class="table__more">\(from)</span>
            """,
            PlanWords.tag(plan.status), "\(summary.workCount)",
            "\(done.percent(of: all) ?? "–")",
            late == 0 ? "0" : Tag.state("\(late)", .danger), "\(summary.withoutLeadCount)",
        ]
    }
}
