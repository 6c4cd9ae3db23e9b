import Domain
import Hummingbird
import Storage

/// What the registers say by themselves, and the records behind each figure.
enum IndicatorPages {
    static let routes: [Route] = [
        .get("/indicators", .permission(.readAll), list),
        .get("/indicators/{indicator}/records", .signedIn, records),
    ]

    /// `GET /indicators`
    @Sendable static func list(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        let rows = try await visit.site.database.read { tx in
            try Indicators.all.map { indicator in
                IndicatorListPage.Row(
                    indicator: indicator,
                    figure: try tx.figure(of: indicator, ward: officer.ward),
                    months: try tx.months(of: indicator, ward: officer.ward))
            }
        }
        return visit.page("Chỉ số từ sổ", at: .registers, IndicatorListPage(rows: rows).html)
    }

    /// `GET /indicators/{indicator}/records?part=counted|others&after=`
    @Sendable static func records(_ visit: Visit) async throws -> Response {
        let officer = try visit.officer()
        guard let indicator = Indicators.named(visit.parameter("indicator")) else {
            throw Problem(.notFound, "Không có chỉ số này.")
        }
        let isCounted = visit.query("part") != IndicatorWords.others
        let after = visit.query("after")
        let page = try await visit.site.database.read { tx in
            IndicatorRecordsPage(
                indicator: indicator, isCounted: isCounted, isFirst: after.isEmpty,
                figure: try tx.figure(of: indicator, ward: officer.ward),
                found: try tx.records(
                    of: indicator, counted: isCounted, for: officer,
                    after: after.isEmpty ? nil : after))
        }
        return visit.page(indicator.title, at: .registers, page.html)
    }
}

enum IndicatorWords {
    static let counted = "counted"
    static let others = "others"

    static func path(_ indicator: Indicator, _ part: String) -> String {
        Address.with("/indicators/\(indicator.key)/records", [("part", part)])
    }

    /// `62,5%`, `3`, or that there is nothing to be a share of.
    static func value(_ figure: IndicatorFigure) -> String {
        guard let value = figure.value else { return "chưa có gì để tính" }
        return figure.whole == nil ? PlanWords.number(value) : "\(PlanWords.number(value))%"
    }

    /// "412 trên 659", each leading to its records.
    static func behind(_ indicator: Indicator, _ figure: IndicatorFigure) -> HTML {
        let counted: HTML =
            "<a href=\"\(path(indicator, counted))\">\(PlanWords.number(figure.counted))</a>"
        guard let whole = figure.whole else { return "gồm \(counted)" }
        let left = whole - figure.counted
        return """
            \(counted) trên \(PlanWords.number(whole)), \
            <a href="\(path(indicator, others))">còn \(PlanWords.number(left))</a>
            """
    }

    /// The course of a share over the last months, as it is drawn.
    static func course(_ months: [IndicatorFigure], _ figure: IndicatorFigure) -> HTML {
        guard figure.whole != nil else { return "" }
        let values = months.prefix(monthsShown).reversed().map { $0.value.map { Int($0) } }
        return Sparkline.line(
            values + [figure.value.map { Int($0) }],
            label: "\(values.count) tháng qua, bây giờ \(value(figure))")
    }

    static let monthsShown = 12

    /// Whether a target arrives in time, and what it needs: a sentence with its reasoning.
    static func pace(_ pace: IndicatorPace, isShare: Bool) -> String {
        let unit = isShare ? "%" : ""
        let day = pace.due.vietnamese
        let aim = "\(PlanWords.number(pace.aim))\(unit)"
        switch pace.standing {
        case .reached: return "Đã đạt mức \(aim) của ngày \(day)."
        case .missed: return "Quá ngày \(day) mà chưa đạt \(aim)."
        case .onPace, .behind, .unknown: break
        }
        let needed = pace.needed.map {
            "Từ nay đến \(day) mỗi tháng cần thêm \(PlanWords.number($0))\(unit) mới đạt \(aim)."
        }
        guard let rate = pace.rate, let projected = pace.projected else {
            return [needed, "Chưa đủ số liệu để ước ngày đến đích."].compactMap(\.self)
                .joined(separator: " ")
        }
        let verdict = pace.standing == .onPace ? "đạt" : "không đạt"
        return [
            needed,
            "Đến nay mỗi tháng tăng \(PlanWords.number(rate))\(unit); cứ như vậy, ngày \(day) được \(PlanWords.number(projected))\(unit), \(verdict).",
        ].compactMap(\.self).joined(separator: " ")
    }
}

struct IndicatorListPage: Sendable {
    struct Row: Sendable {
        let indicator: Indicator
        let figure: IndicatorFigure
        let months: [IndicatorFigure]
    }

    let rows: [Row]

    var html: HTML {
        let lines: [[HTML]] = rows.map { row in
            [
                "\(row.indicator.title)<span class=\"table__more\">\(row.indicator.explanation)</span>",
                "<strong>\(IndicatorWords.value(row.figure))</strong>",
                IndicatorWords.behind(row.indicator, row.figure),
                IndicatorWords.course(row.months, row.figure),
            ]
        }
        return """
            <h1>Chỉ số từ sổ</h1>
            <p class="lede">Tính lại mỗi lần mở trang, từ các mục đang có trong sổ; không ai ghi tay. \
            Chỉ tiêu của kế hoạch chọn một chỉ số ở trang của chỉ tiêu.</p>
            \(Panel.section(
                "Hôm nay", isPadded: false,
                DataTable.cards(
                    "Chỉ số",
                    [
                        .init("Chỉ số"), .init("Giá trị", isNumber: true), .init("Các mục"),
                        .init("12 tháng qua"),
                    ], lines)))
            """
    }
}

struct IndicatorRecordsPage: Sendable {
    let indicator: Indicator
    let isCounted: Bool
    let isFirst: Bool
    let figure: IndicatorFigure
    let found: IndicatorRecords

    private var register: RegisterDescription { indicator.set.register }

    var html: HTML {
        let path = IndicatorWords.path(
            indicator, isCounted ? IndicatorWords.counted : IndicatorWords.others)
        let next = found.next.map { Address.with(path, [("after", $0)]) }
        return """
            <p class="crumb"><a href="/registers/\(register.name)">← \(register.title)</a></p>
            <h1>\(indicator.title)</h1>
            <p class="lede">\(IndicatorWords.value(figure)): \(IndicatorWords.behind(indicator, figure)). \
            \(indicator.explanation)</p>
            \(tabs)
            \(list)
            \(Pagination.nav(first: isFirst ? nil : path, next: next))
            """
    }

    private var tabs: HTML? {
        guard let whole = figure.whole else { return nil }
        // A sum is no number of records.
        let isSum = if case .shareOfSum = indicator.measure { true } else { false }
        return Tabs.nav(
            "Các mục của chỉ số",
            [
                .init(
                    "Được tính", path: IndicatorWords.path(indicator, IndicatorWords.counted),
                    count: isSum ? nil : Int(figure.counted), isCurrent: isCounted),
                .init(
                    "Chưa được tính", path: IndicatorWords.path(indicator, IndicatorWords.others),
                    count: isSum ? nil : Int(whole - figure.counted), isCurrent: !isCounted),
            ])
    }

    private var list: HTML {
        if found.records.isEmpty {
            return EmptyState.block(
                "Không có mục nào mà bạn được xem. Con số ở trên tính trên cả phường.")
        }
        let columns = register.columns.compactMap { register.field($0) }.filter { !$0.isReference }
        let rows: [[HTML]] = found.records.map { record in
            let name = register.label(of: record.cells)
            let title = name.isEmpty ? register.singular : name
            return ["<a href=\"/registers/\(register.name)/\(record.id)\">\(title)</a>"]
                + columns.dropFirst(min(1, columns.count)).map { field in
                    let cell = record.cells[field.key] ?? .empty
                    return cell.isEmpty ? "" : "\(field.shown(cell))"
                }
        }
        let heads =
            [
                DataTable.Column(
                    register.singular.prefix(1).uppercased() + register.singular.dropFirst())
            ]
            + columns.dropFirst(min(1, columns.count)).map { DataTable.Column($0.label) }
        return Panel.section(
            isCounted ? "Được tính" : "Chưa được tính", isPadded: false,
            DataTable.cards("Các mục", heads, rows))
    }
}
