import Domain
import Storage

/// Rows of work: a table on a desk, cards with the state first on a phone.
struct WorkTable: Sendable {
    let rows: [WorkRow]
    let today: Day
    /// Whether the lead unit is of interest: in lists over many units.
    var showsLead = false

    func html(_ caption: String) -> HTML {
        let lines: [HTML] = rows.map(line)
        let who: HTML = showsLead ? "Chủ trì" : "Vai trò"
        return """
            <table class="table table--cards"><caption class="visually-hidden">\(caption)</caption>
            <thead><tr><th scope="col">Việc</th><th scope="col">\(who)</th>\
            <th scope="col">Kế hoạch</th><th scope="col">Tình trạng</th>\
            <th scope="col" class="num">Hạn</th></tr></thead>
            <tbody>\(lines)</tbody></table>
            """
    }

    private func line(_ row: WorkRow) -> HTML {
        let label: HTML? =
            row.label.isEmpty ? nil : "<span class=\"table__more\">\(row.label)</span>"
        let who = showsLead ? row.leadName ?? "Chưa có chủ trì" : WorkWords.role(row.role)
        let place = [row.planNumber, row.code].filter { !$0.isEmpty }.joined(separator: " · ")
        return """
            <tr><td class="table__name"><a href="/work/\(row.id)">\(row.title)</a>\(label)</td>\
            <td data-label="\(showsLead ? "Chủ trì" : "Vai trò")">\(who)</td>\
            <td data-label="Kế hoạch">\(place)</td>\
            <td class="table__first">\(WorkWords.tag(row.status, due: row.facts.due, on: today))</td>\
            <td class="num" data-label="Hạn">\(WorkWords.day(row.facts.due, on: today))</td></tr>
            """
    }
}
