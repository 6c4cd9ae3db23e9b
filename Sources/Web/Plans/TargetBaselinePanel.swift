import Domain
import Storage

/// The frozen list of a target: since when, by which document, who came and who left; and the form
/// that freezes one.
struct TargetBaselinePanel: Sendable {
    let page: TargetPage

    private var measure: TargetMeasure? { page.standing.measure }

    var html: HTML? {
        guard let measure, measure.indicator.part != nil, measure.indicator.per == nil else {
            return nil
        }
        if let baseline = measure.baseline, let changes = page.changes {
            return frozen(baseline, changes, measure.indicator)
        }
        return page.mayRun ? form : nil
    }

    private func frozen(
        _ baseline: TargetBaseline, _ changes: TargetBaselineChanges, _ indicator: Indicator
    ) -> HTML {
        let register = indicator.set.register
        let whole =
            indicator.field == nil
            ? "\(baseline.records.vietnamese) \(register.singular)"
            : "\(baseline.records.vietnamese) \(register.singular), cộng \(PlanWords.number(baseline.whole))"
        let end: HTML? =
            page.mayRun
            ? "<p class=\"no-print\"><a class=\"button button--quiet\" href=\"\(page.path)/baseline/end\">Bỏ danh sách chốt</a></p>"
            : nil
        let verdict: HTML =
            changes.isNone
            ? "<p>Sổ vẫn đúng như danh sách đã chốt.</p>"
            : """
            <p>Từ khi chốt: <strong>thêm \(changes.addedCount.vietnamese)</strong> (không vào mẫu số), \
            <strong>bớt \(changes.leftCount.vietnamese)</strong> (vẫn ở trong mẫu số).</p>
            """
        return Panel.section(
            "Danh sách đã chốt", note: "mẫu số không đổi theo sổ",
            """
            <p>Tính trên \(whole) của danh sách ngày \(baseline.day.vietnamese), theo \(baseline.basis).</p>
            \(verdict)
            \(list("Thêm sau khi chốt", changes.added, changes.addedCount, register, isLive: true))
            \(list("Không còn được tính trong sổ", changes.left, changes.leftCount, register, isLive: false))
            \(end)
            """)
    }

    private func list(
        _ title: String, _ changes: [TargetBaseline.Change], _ count: Int,
        _ register: RegisterDescription, isLive: Bool
    ) -> HTML? {
        guard !changes.isEmpty else { return nil }
        let rows: [[HTML]] = changes.map { change in
            let name: HTML =
                isLive
                ? "<a href=\"/registers/\(register.name)/\(change.record)\">\(change.name)</a>"
                : "\(change.name)"
            return [name, "\(change.since.vietnamese)"]
        }
        let more: HTML? =
            count > changes.count
            ? "<p class=\"small muted\">Đang kể \(changes.count) trên \(count.vietnamese).</p>"
            : nil
        return """
            <h3>\(title)</h3>\(DataTable.cards(
                title, [.init(register.singular), .init("Từ ngày", isNumber: true)], rows))\(more)
            """
    }

    private var form: HTML {
        let refusals = page.problem?.refusals ?? [:]
        let open: HTML =
            refusals["basis"] != nil || refusals["frozen_on"] != nil ? " open" : ""
        return Panel.section(
            "Danh sách làm mẫu số",
            """
            <p>Đang tính trên mọi mục của sổ. Nếu kế hoạch lấy một danh sách đã báo cáo làm gốc thì chốt \
            lại: mục thêm sau không vào mẫu số, mục bớt đi vẫn ở trong đó.</p>
            <details class="act"\(open)><summary>Chốt danh sách</summary>
            <form method="post" action="\(page.path)/baseline">\(Fields.token(page.viewer))
            \(Fields.text(
                "frozen_on", "Danh sách tính đến ngày",
                value: page.form.filled("frozen_on") ?? page.today.vietnamese,
                hint: "Lấy các mục đã vào sổ đến hết ngày này và nay vẫn thuộc diện.",
                refusal: refusals["frozen_on"], isRequired: true))
            \(Fields.text(
                "basis", "Theo văn bản", value: page.form["basis"],
                hint: "Như «Phương án số 12/PA-UBND ngày 05/6/2026».",
                refusal: refusals["basis"], isRequired: true))
            <button class="button" type="submit">Chốt danh sách</button></form></details>
            """)
    }
}
